// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schemamap.h"

#include <QPointF>
#include <QRectF>

namespace socrates::core {

enum class MapDetail { AllColumns, KeysOnly, NamesOnly };

/// How large letters are, in the units of the picture.
struct MapMetrics
{
    qreal charWidth = 7;
    qreal rowHeight = 18;
};

/// Where everything of a map goes. The same map gives the same layout. Tables stand in columns,
/// what is referenced left of what refers to it; lines run upright between the columns and cross a
/// column only between two tables, so that none runs through a table.
struct MapLayout
{
    struct Table
    {
        QRectF box;
        QList<int> columns; ///< which of the table's are shown, top down
        int notes = 0;      ///< how many of its notes are, below them
    };
    struct Link
    {
        QList<QPointF> points; ///< corners, from the referring column to the other one
        QRectF bounds;
    };

    MapMetrics metrics;
    QList<Table> tables;  ///< as the map's
    QList<Link> links;    ///< as the map's
    QList<QRectF> frames; ///< as the map's databases
    QRectF bounds;

    qreal headerHeight() const { return metrics.rowHeight * 1.5; }
    qreal titleHeight() const { return metrics.rowHeight * 2; }
};

MapLayout layoutMap(const SchemaMap& map, MapDetail detail, const MapMetrics& metrics = {});

} // namespace socrates::core
