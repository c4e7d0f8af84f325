// SPDX-License-Identifier: MIT
#include "core/report/document.h"

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// Text as it is, wherever it stands: nothing of it is markup, a tag or an entity, and it neither
/// ends a table's cell nor its row. Underscores within names are no markup, so they stay.
QString plain(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        const bool isInName = i > 0 && text.at(i - 1).isLetterOrNumber() && i + 1 < text.size() &&
                              text.at(i + 1).isLetterOrNumber();
        if (character == u'\n') {
            result += u' ';
            continue;
        }
        if (u"\\`*<&[]|~"_s.contains(character) || (character == u'_' && !isInName))
            result += u'\\';
        result += character;
    }
    return result;
}

QString tableRow(const QStringList& cells)
{
    QStringList texts;
    for (const QString& cell : cells)
        texts << plain(cell);
    return u"| "_s + texts.join(u" | "_s) + u" |"_s;
}

void addFacts(QStringList& lines, const DocumentFacts& facts)
{
    if (facts.isEmpty())
        return;
    for (const auto& [label, value] : facts)
        lines << u"- **%1:** %2"_s.arg(plain(labelText(label)), plain(value));
    lines << QString();
}

void addTable(QStringList& lines, const DocumentTable& table, int level)
{
    if (!table.heading.isEmpty())
        lines << QString(level, u'#') + u' ' + plain(table.heading) << QString();
    QStringList columns;
    for (const QString& column : table.columns)
        columns << labelText(column);
    lines << tableRow(columns);
    lines << u'|' + QString(u"---|"_s).repeated(table.columns.size());
    for (const QStringList& row : table.rows)
        lines << tableRow(cellTexts(table, row));
    lines << QString();
}

void addSection(QStringList& lines, const DocumentSection& section, int level)
{
    lines << QString(level, u'#') + u' ' + plain(section.heading) << QString();
    addFacts(lines, section.facts);
    for (const DocumentTable& table : section.tables)
        addTable(lines, table, level + 1);
    for (const DocumentTick& tick : section.ticks) {
        QString line = u"- [%1] %2"_s.arg(tick.isDone ? u"x"_s : u" "_s, plain(tick.text));
        if (!tick.evidence.isEmpty())
            line += u" ("_s + plain(tick.evidence) + u')';
        lines << line;
    }
    for (const QString& note : section.notes)
        lines << u"- "_s + plain(note);
    if (!section.ticks.isEmpty() || !section.notes.isEmpty())
        lines << QString();
    if (!section.sql.isEmpty()) {
        QString fence = u"```"_s;
        while (section.sql.contains(fence))
            fence += u'`';
        lines << fence + u"sql"_s << section.sql << fence << QString();
    }
    for (const DocumentSection& below : section.sections)
        addSection(lines, below, level + 1);
}

} // namespace

QString toMarkdown(const Document& document)
{
    QStringList lines{u"# "_s + plain(document.title), {}};
    addFacts(lines, document.facts);
    for (const DocumentSection& section : document.sections)
        addSection(lines, section, 2);
    return lines.join(u'\n');
}

} // namespace socrates::core::report
