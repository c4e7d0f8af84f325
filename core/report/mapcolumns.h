// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/maplayout.h"

namespace socrates::core {

/// The columns in which the tables of all databases stand, from left to right, and how high each
/// table stands in its column. Between the columns of two databases is one without tables.
struct MapColumns
{
    struct Column
    {
        QList<int> tables; ///< top down
        int frame = -1;    ///< -1: the space between two databases
        qreal width = 0;
    };
    QList<Column> columns;
    QList<int> columnOf; ///< of each table
    qreal top = 0;       ///< of the first table of a column
    qreal bottom = 0;    ///< of the lowest table
    qreal gap = 0;       ///< between two tables
};

/// `layout.tables` have their sizes; gets their tops, and the columns' common widths.
MapColumns arrangeInColumns(const SchemaMap& map, MapLayout& layout);

/// Gives the columns their places, with room between them for the lines, and draws those.
void routeLinks(const SchemaMap& map, const MapColumns& columns, MapLayout& layout);

} // namespace socrates::core
