// SPDX-License-Identifier: MIT
// The lines of a comparison and what they are called.
#include "core/base/texts.h"
#include "core/schema/aspects.h"
#include "core/schema/comparison.h"
#include "core/schema/objectwords.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

bool isOtherHalf(const ComparisonLine& line, const ComparisonLine& other)
{
    return !line.otherName.isEmpty() && line.kind == other.kind && line.schema == other.schema &&
           line.table == other.table && line.otherName == other.name &&
           other.otherName == line.name;
}

Schema::Key identityOf(const SchemaObject& object)
{
    return {object.kind, object.schema, object.kind == Kind::Sequence ? QString() : object.table,
            object.name};
}

QString objectText(const ComparisonLine& line)
{
    if (isAspect(line.kind)) {
        const Schema::Key subject =
            subjectOf({line.kind, line.schema, line.table, line.name, {}, {}, 0});
        ComparisonLine about;
        about.kind = subject.kind;
        about.schema = subject.schema;
        about.table = subject.table;
        about.name = subject.name;
        return kindWord(aspectText(line.kind)) + u' ' + objectText(about);
    }
    if (line.kind == Kind::DefaultGrant) {
        const DefaultGrantName name = DefaultGrantName::parse(line.name);
        QString text = kindWord(aspectText(line.kind)) + u' ' + kindWord(name.objects);
        if (!line.schema.isEmpty())
            text = Texts::tr("%1 in schema %2").arg(text, line.schema);
        return name.role.isEmpty() ? text : Texts::tr("%1 of role %2").arg(text, name.role);
    }
    if (line.kind == Kind::Schema)
        return kindWord(line.kind) + u' ' + line.name;
    QString name =
        line.table.isEmpty() || line.table == line.name ? line.name : line.table + u'.' + line.name;
    if (!line.schema.isEmpty() && line.schema != "public"_L1)
        name.prepend(line.schema + u'.');
    return kindWord(line.kind) + u' ' + name;
}

QString outcomeText(ComparisonLine::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Match:
        return u"match"_s;
    case Outcome::Missing:
        return u"missing"_s;
    case Outcome::Extra:
        return u"extra"_s;
    case Outcome::Different:
        return u"different"_s;
    case Outcome::Misplaced:
        return u"misplaced"_s;
    }
    return {};
}

int Comparison::count(ComparisonLine::Outcome outcome) const
{
    return int(std::count_if(lines.begin(), lines.end(), [outcome](const ComparisonLine& line) {
        return line.outcome == outcome;
    }));
}

QList<ComparisonLine> Comparison::differences() const
{
    QList<ComparisonLine> result;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(result),
                 [](const ComparisonLine& line) { return line.outcome != Outcome::Match; });
    return result;
}

} // namespace socrates::core
