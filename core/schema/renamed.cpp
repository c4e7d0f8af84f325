// SPDX-License-Identifier: MIT
// A schema under other names.
#include "core/postgres/connection.h"
#include "core/schema/aspects.h"
#include "core/schema/definitionparts.h"
#include "core/schema/renames.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

/// The text with another name for one that stands in it as a word outside of literals. Columns of
/// that name may stay what they are.
QString withName(const QString& text, const QString& from, const QString& to,
                 bool keepsColumns = false)
{
    static const QRegularExpression word(
        uR"('(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)"_s);
    static const QRegularExpression plain(u"^[a-z_][a-z0-9_$]*$"_s);
    if (!text.contains(from))
        return text;
    QString result;
    qsizetype at = 0;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString found = match.captured();
        if (found != from && found != Connection::identifier(from))
            continue;
        const QStringView before = QStringView(text).left(match.capturedStart());
        if (keepsColumns && (before.endsWith(u'.') || before.endsWith(" AS "_L1)))
            continue;
        result += text.mid(at, match.capturedStart() - at) +
                  (plain.match(to).hasMatch() ? to : Connection::identifier(to));
        at = match.capturedEnd();
    }
    return result + text.mid(at);
}

/// The definitions in which PostgreSQL would name the table, or a column of it, anew.
bool namesTables(Kind kind)
{
    return kind == Kind::ForeignKey || kind == Kind::Trigger || kind == Kind::Policy ||
           kind == Kind::Rule || kind == Kind::Statistics || kind == Kind::Sequence;
}

class Renamer
{
public:
    explicit Renamer(const Rename& rename) : m_key(rename.found), m_to(rename.name) {}

    SchemaObject apply(SchemaObject object) const
    {
        if (keyOf(object) == m_key)
            object.name = m_to;
        else if (isAspect(object.kind) && subjectOf(object) == m_key)
            object.name = kindText(m_key.kind) + u' ' + m_to;
        if (m_key.kind == Kind::Table)
            inTable(object);
        else if (m_key.kind == Kind::Column)
            inColumns(object);
        else if (m_key.kind == Kind::Index && object.kind == Kind::Index &&
                 object.definition.contains(" partition of "_L1))
            object.definition = withName(object.definition, m_key.name, m_to);
        return object;
    }

private:
    void inTable(SchemaObject& object) const
    {
        if (object.schema == m_key.schema && object.table == m_key.name)
            object.table = m_to;
        if (isView(object.kind))
            object.definition = withName(object.definition, m_key.name, m_to, true);
        else if (namesTables(object.kind) || object.kind == Kind::Table)
            object.definition = withName(object.definition, m_key.name, m_to);
    }

    void inColumns(SchemaObject& object) const
    {
        const bool isOfTable = object.schema == m_key.schema && object.table == m_key.table;
        const bool refersToIt = object.kind == Kind::ForeignKey || object.kind == Kind::Statistics;
        const bool isAbove = isAspect(object.kind) || isView(object.kind);
        if ((isOfTable && !isAbove) || (refersToIt && mentions(object.definition, m_key.table)))
            object.definition = withName(object.definition, m_key.name, m_to);
    }

    const Schema::Key m_key;
    const QString m_to;
};

} // namespace

Schema renamed(const Schema& schema, const QList<Rename>& renames)
{
    Schema result = schema;
    for (const Rename& rename : renames) {
        const Renamer renamer(rename);
        const QMap<Schema::Key, SchemaObject> all = result.objects();
        for (const SchemaObject& before : all) {
            SchemaObject after = renamer.apply(before);
            if (after == before)
                continue;
            result.remove(keyOf(before));
            result.add(std::move(after));
        }
    }
    return result;
}

} // namespace socrates::core
