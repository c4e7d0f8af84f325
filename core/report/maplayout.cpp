// SPDX-License-Identifier: MIT
#include "core/report/maplayout.h"

#include "core/report/mapcolumns.h"

#include <algorithm>

namespace socrates::core {

namespace {

/// Longer names and types are cut short when they are drawn.
constexpr qsizetype kWidestRow = 46;
constexpr qsizetype kNarrowest = 14;
/// The marks of a column ("PK FK") and the space between a name and its type, in letters.
constexpr qsizetype kMarkLetters = 6;
constexpr qsizetype kSpaceLetters = 3;

bool isShown(const MapColumn& column, MapDetail detail)
{
    if (detail == MapDetail::AllColumns)
        return true;
    const bool isKey = column.isPrimaryKey || column.isForeignKey || column.isUnique;
    return detail == MapDetail::KeysOnly && (isKey || column.mark != MapMark::None);
}

MapLayout::Table sized(const MapTable& table, MapDetail detail, const MapLayout& layout)
{
    MapLayout::Table result;
    const QString kind = table.kindText();
    qsizetype letters = qMax(kNarrowest, table.title().size() * 6 / 5 + kSpaceLetters +
                                             (kind.isEmpty() ? 0 : kind.size() + kSpaceLetters));
    for (int i = 0; i < table.columns.size(); ++i) {
        const MapColumn& column = table.columns.at(i);
        if (!isShown(column, detail))
            continue;
        result.columns << i;
        letters =
            qMax(letters, kMarkLetters + column.name.size() + kSpaceLetters + column.type.size());
    }
    if (detail != MapDetail::NamesOnly) {
        result.notes = int(table.notes.size());
        for (const MapNote& note : table.notes)
            letters = qMax(letters, note.text.size() + kSpaceLetters);
    }
    const qreal rows = qreal(result.columns.size() + result.notes);
    const qreal below = rows > 0 ? layout.metrics.rowHeight * 0.3 : 0;
    result.box = QRectF(0, 0, qreal(qMin(letters, kWidestRow)) * layout.metrics.charWidth,
                        layout.headerHeight() + rows * layout.metrics.rowHeight + below);
    return result;
}

} // namespace

MapLayout layoutMap(const SchemaMap& map, MapDetail detail, const MapMetrics& metrics)
{
    MapLayout layout;
    layout.metrics = metrics;
    layout.tables.reserve(map.tables.size());
    for (const MapTable& table : map.tables)
        layout.tables << sized(table, detail, layout);
    const MapColumns columns = arrangeInColumns(map, layout);
    routeLinks(map, columns, layout);
    return layout;
}

} // namespace socrates::core
