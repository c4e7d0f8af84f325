// SPDX-License-Identifier: MIT
#include "app/map/mappicture.h"

#include "app/theme/texts.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::MapMark;

namespace {

/// A tooltip of a table with hundreds of columns would cover the window.
constexpr qsizetype kMostLines = 30;

} // namespace

QString markText(MapMark mark)
{
    switch (mark) {
    case MapMark::None:
        return {};
    case MapMark::Missing:
        return tr("missing");
    case MapMark::Extra:
        return tr("extra");
    case MapMark::Different:
        return tr("different");
    case MapMark::Misplaced:
        return tr("misplaced");
    case MapMark::Created:
        return tr("created");
    case MapMark::Dropped:
        return tr("dropped");
    case MapMark::Changed:
        return tr("changed");
    }
    return {};
}

StatusShape markShape(MapMark mark)
{
    switch (mark) {
    case MapMark::Missing:
        return StatusShape::Cross;
    case MapMark::Extra:
    case MapMark::Created:
        return StatusShape::Plus;
    case MapMark::Misplaced:
        return StatusShape::Elsewhere;
    case MapMark::Dropped:
        return StatusShape::Dash;
    case MapMark::None:
    case MapMark::Different:
    case MapMark::Changed:
        break;
    }
    return StatusShape::NotEqual;
}

StatusRole markRole(MapMark mark)
{
    switch (mark) {
    case MapMark::Created:
        return StatusRole::Applied;
    case MapMark::Missing:
    case MapMark::Dropped:
        return StatusRole::Failed;
    case MapMark::Extra:
    case MapMark::Different:
    case MapMark::Changed:
        return StatusRole::Warning;
    case MapMark::Misplaced:
        return StatusRole::Production;
    case MapMark::None:
        break;
    }
    return StatusRole::Neutral;
}

QString keyText(const core::MapColumn& column)
{
    QStringList keys;
    if (column.isPrimaryKey)
        keys << tr("primary key");
    if (column.isForeignKey)
        keys << tr("foreign key");
    if (column.isUnique && !column.isPrimaryKey)
        keys << tr("unique");
    return keys.join(u", "_s);
}

QString shortKeyText(const core::MapColumn& column)
{
    QStringList keys;
    if (column.isPrimaryKey)
        keys << u"PK"_s;
    if (column.isForeignKey)
        keys << u"FK"_s;
    if (column.isUnique && !column.isPrimaryKey)
        keys << u"UQ"_s;
    return keys.join(u' ');
}

QString tableText(const core::SchemaMap& map, int table)
{
    const core::MapTable& shown = map.tables.at(table);
    QStringList parts{shown.title()};
    if (const QString kind = shown.kindText(); !kind.isEmpty())
        parts << kind;
    if (!shown.database.isEmpty())
        parts << tr("database %1").arg(shown.database.text());
    if (shown.isPlanned)
        parts << tr("planned for phase %1").arg(shown.phase);
    else
        parts << tr("%n column(s)", nullptr, int(shown.columns.size()));
    QStringList others, read;
    for (const core::MapLink& link : map.links) {
        const QString& title = map.tables.at(link.to).name;
        QStringList& names = link.isReading ? read : others;
        if (link.from == table && !names.contains(title))
            names << title;
    }
    if (!others.isEmpty())
        parts << tr("refers to %1").arg(others.join(u", "_s));
    if (!read.isEmpty())
        parts << tr("reads from %1").arg(read.join(u", "_s));
    if (shown.mark != MapMark::None)
        parts << markText(shown.mark);
    return parts.join(u", "_s);
}

namespace {

QString columnText(const core::MapColumn& column)
{
    QStringList parts{column.name + u' ' + column.definition};
    if (const QString keys = keyText(column); !keys.isEmpty())
        parts << keys;
    if (column.mark != MapMark::None)
        parts << markText(column.mark);
    return parts.join(u" – "_s);
}

} // namespace

QString plainText(const core::SchemaMap& map, int table)
{
    QStringList lines;
    if (table < 0) {
        for (int each = 0; each < map.tables.size(); ++each)
            lines << tableText(map, each);
        return lines.join(u'\n');
    }
    lines << tableText(map, table);
    for (const core::MapColumn& column : map.tables.at(table).columns)
        lines << u"    "_s + columnText(column);
    for (const core::MapNote& note : map.tables.at(table).notes)
        lines << u"    "_s + note.text + u" – "_s + markText(note.mark);
    return lines.join(u'\n');
}

QString tableToolTip(const core::SchemaMap& map, int table)
{
    const core::MapTable& shown = map.tables.at(table);
    QStringList lines{u"<b>"_s + tableText(map, table).toHtmlEscaped() + u"</b>"_s};
    for (const core::MapColumn& column : shown.columns)
        lines << columnText(column).toHtmlEscaped();
    for (const core::MapNote& note : shown.notes)
        lines << (note.text + u" – "_s + markText(note.mark)).toHtmlEscaped();
    if (lines.size() > kMostLines)
        lines = lines.mid(0, kMostLines) << u"…"_s;
    return lines.join(u"<br>"_s);
}

} // namespace socrates::ui
