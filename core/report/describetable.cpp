// SPDX-License-Identifier: MIT
// The description of a table as psql's \d prints it, for people who know it.
#include "core/report/text.h"

#include <algorithm>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// A column's definition taken apart again: "uuid not null default gen_random_uuid()".
struct ColumnParts
{
    QString type, nullable, defaultText;
};

ColumnParts partsOf(QString definition)
{
    ColumnParts parts;
    for (const QLatin1StringView word : {" generated "_L1, " default "_L1}) {
        const qsizetype at = definition.indexOf(word);
        if (at >= 0) {
            parts.defaultText =
                word == " default "_L1 ? definition.mid(at + word.size()) : definition.mid(at + 1);
            definition.truncate(at);
        }
    }
    if (definition.endsWith(" not null"_L1)) {
        parts.nullable = u"not null"_s;
        definition.chop(9);
    } else if (definition.endsWith(" null"_L1)) {
        definition.chop(5);
    }
    parts.type = definition;
    return parts;
}

/// Column headings centred and cells padded, as psql aligns them.
QStringList alignedTable(const QList<QStringList>& rows)
{
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    QStringList lines;
    for (qsizetype r = 0; r < rows.size(); ++r) {
        QStringList cells;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            QString text = rows.at(r).at(i);
            if (r == 0)
                text = QString((widths.at(i) - text.size()) / 2, u' ') + text;
            cells << u' ' + text.leftJustified(widths.at(i)) + u' ';
        }
        lines << cells.join(u'|');
        if (r == 0) {
            QStringList rules;
            for (const qsizetype width : widths)
                rules << QString(width + 2, u'-');
            lines << rules.join(u'+');
        }
    }
    for (QString& line : lines) {
        while (line.endsWith(u' '))
            line.chop(1);
    }
    return lines;
}

QStringList namedList(const QString& heading, const QList<SchemaObject>& objects,
                      const QList<std::pair<SchemaObject::Kind, QString>>& kinds)
{
    QStringList lines;
    for (const auto& [kind, word] : kinds) {
        for (const SchemaObject& object : objects) {
            if (object.kind == kind)
                lines << u"    \"%1\" %2%3"_s.arg(object.name, word, object.definition);
        }
    }
    if (!lines.isEmpty())
        lines.prepend(heading);
    return lines;
}

} // namespace

QString describeTable(const Schema& schema, const QString& schemaName, const QString& table)
{
    using Kind = SchemaObject::Kind;
    QList<SchemaObject> objects = schema.objectsOf(schemaName, table);
    std::stable_sort(
        objects.begin(), objects.end(),
        [](const SchemaObject& a, const SchemaObject& b) { return a.position < b.position; });
    QList<QStringList> rows{{u"Column"_s, u"Type"_s, u"Nullable"_s, u"Default"_s}};
    for (const SchemaObject& object : objects) {
        if (object.kind == Kind::Column) {
            const ColumnParts parts = partsOf(object.definition);
            rows << QStringList{object.name, parts.type, parts.nullable, parts.defaultText};
        }
    }
    const QStringList body = alignedTable(rows);
    const QString title = u"Table \"%1.%2\""_s.arg(schemaName, table);
    const qsizetype width = body.size() > 1 ? body.at(1).size() : 0;
    QStringList lines{QString(std::max<qsizetype>(0, (width - title.size()) / 2), u' ') + title};
    lines << body;
    lines << namedList(u"Indexes:"_s, objects,
                       {{Kind::PrimaryKey, {}}, {Kind::Unique, {}}, {Kind::Index, {}}});
    lines << namedList(u"Check constraints:"_s, objects, {{Kind::Check, {}}});
    lines << namedList(u"Foreign-key constraints:"_s, objects, {{Kind::ForeignKey, {}}});
    lines << namedList(u"Exclusion constraints:"_s, objects, {{Kind::Exclusion, {}}});
    lines << namedList(u"Triggers:"_s, objects, {{Kind::Trigger, {}}});
    lines << namedList(u"Policies:"_s, objects, {{Kind::Policy, {}}});
    return lines.join(u'\n');
}

} // namespace socrates::core::report
