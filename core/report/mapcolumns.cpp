// SPDX-License-Identifier: MIT
#include "core/report/mapcolumns.h"

#include <algorithm>

namespace socrates::core {

namespace {

/// A picture is to be this much wider than high, as screens are.
constexpr qreal kShape = 1.7;
constexpr int kSweeps = 4;
/// So many linked tables may have a column for each layer; of more, columns are filled up.
constexpr qsizetype kRoomyLayers = 24;

/// What tables refer to, and which refer to them, within one database.
struct Neighbours
{
    QList<QList<int>> parents;
    QList<QList<int>> children;
};

Neighbours neighboursOf(const SchemaMap& map)
{
    Neighbours result{QList<QList<int>>(map.tables.size()), QList<QList<int>>(map.tables.size())};
    for (const MapLink& link : map.links) {
        if (link.from == link.to || link.crossesDatabases)
            continue;
        if (!result.parents.at(link.from).contains(link.to)) {
            result.parents[link.from] << link.to;
            result.children[link.to] << link.from;
        }
    }
    return result;
}

/// One more than the deepest table that it refers to. In a circle the first table begins.
QList<int> layersOf(const Neighbours& around)
{
    const auto count = around.parents.size();
    QList<int> layers(count, -1);
    QList<qsizetype> waiting(count);
    QList<int> ready;
    for (int i = 0; i < count; ++i) {
        waiting[i] = around.parents.at(i).size();
        if (waiting.at(i) == 0)
            ready << i;
    }
    qsizetype at = 0;
    int next = 0; // nothing before it is open
    while (true) {
        for (; at < ready.size(); ++at) {
            const int table = ready.at(at);
            int layer = 0;
            for (const int parent : around.parents.at(table))
                layer = qMax(layer, layers.at(parent) + 1);
            layers[table] = layer;
            for (const int child : around.children.at(table)) {
                if (--waiting[child] == 0 && layers.at(child) < 0)
                    ready << child;
            }
        }
        while (next < count && layers.at(next) >= 0)
            ++next;
        if (next == count)
            return layers;
        ready << next;
    }
}

/// The tables of one database in the order in which they fill columns.
struct FrameOrder
{
    QList<QList<int>> layers; ///< linked tables
    QList<int> single;        ///< the others; planned ones last
};

/// Tables come near those that they refer to, and those that refer to them.
void orderLayers(QList<QList<int>>& layers, const Neighbours& around, QList<qreal>& place)
{
    const auto number = [&place](const QList<int>& layer) {
        for (int i = 0; i < layer.size(); ++i)
            place[layer.at(i)] = (i + 0.5) / qreal(layer.size());
    };
    for (const QList<int>& layer : std::as_const(layers))
        number(layer);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        const bool isDown = sweep % 2 == 0;
        for (qsizetype i = 0; i < layers.size(); ++i) {
            QList<int>& layer = layers[isDown ? i : layers.size() - 1 - i];
            QHash<int, qreal> wanted;
            for (const int table : std::as_const(layer)) {
                const QList<int>& near = (isDown ? around.parents : around.children).at(table);
                qreal sum = 0;
                for (const int other : near)
                    sum += place.at(other);
                wanted.insert(table, near.isEmpty() ? place.at(table) : sum / qreal(near.size()));
            }
            std::stable_sort(layer.begin(), layer.end(),
                             [&wanted](int a, int b) { return wanted.value(a) < wanted.value(b); });
            number(layer);
        }
    }
}

/// Fills columns of one database up to a height.
QList<MapColumns::Column> fill(const FrameOrder& order, const MapLayout& layout, qreal height,
                               qreal gap, int frame)
{
    QList<MapColumns::Column> columns;
    QList<qreal> used;
    const auto heightOf = [&layout](int table) { return layout.tables.at(table).box.height(); };
    const auto begin = [&] {
        columns << MapColumns::Column{{}, frame, 0};
        used << 0;
    };
    const auto put = [&](qsizetype column, int table) {
        used[column] += (columns.at(column).tables.isEmpty() ? 0 : gap) + heightOf(table);
        columns[column].tables << table;
        columns[column].width = qMax(columns.at(column).width, layout.tables.at(table).box.width());
    };
    qsizetype linked = 0;
    for (const QList<int>& layer : order.layers)
        linked += layer.size();
    for (const QList<int>& layer : order.layers) {
        if (columns.isEmpty() || linked <= kRoomyLayers)
            begin();
        for (const int table : layer) {
            if (!columns.constLast().tables.isEmpty() &&
                used.constLast() + gap + heightOf(table) > height)
                begin();
            put(columns.size() - 1, table);
        }
    }
    qsizetype first = 0; // columns before it are full
    for (const int table : order.single) {
        qsizetype column = first;
        while (column < columns.size() && used.at(column) + gap + heightOf(table) > height)
            ++column;
        if (column == columns.size())
            begin();
        put(column, table);
        while (first < columns.size() && used.at(first) + gap + layout.headerHeight() > height)
            ++first;
    }
    if (columns.isEmpty())
        begin();
    return columns;
}

QList<FrameOrder> ordersOf(const SchemaMap& map, const Neighbours& around)
{
    const QList<int> layers = layersOf(around);
    QHash<DatabaseName, int> frames;
    for (int i = 0; i < map.databases.size(); ++i)
        frames.insert(map.databases.at(i).name, i);
    QList<FrameOrder> orders(map.databases.size());
    for (int table = 0; table < map.tables.size(); ++table) {
        FrameOrder& order = orders[frames.value(map.tables.at(table).database)];
        if (around.parents.at(table).isEmpty() && around.children.at(table).isEmpty()) {
            order.single << table;
            continue;
        }
        while (order.layers.size() <= layers.at(table))
            order.layers << QList<int>();
        order.layers[layers.at(table)] << table;
    }
    QList<qreal> place(map.tables.size(), 0.5);
    for (FrameOrder& order : orders) {
        order.layers.removeIf([](const QList<int>& layer) { return layer.isEmpty(); });
        orderLayers(order.layers, around, place);
    }
    return orders;
}

} // namespace

MapColumns arrangeInColumns(const SchemaMap& map, MapLayout& layout)
{
    MapColumns result;
    result.gap = layout.metrics.rowHeight * 1.4;
    result.top = layout.titleHeight() + result.gap;
    const QList<FrameOrder> orders = ordersOf(map, neighboursOf(map));
    qreal highest = layout.headerHeight();
    qreal all = 0;
    for (const MapLayout::Table& table : std::as_const(layout.tables)) {
        highest = qMax(highest, table.box.height());
        all += table.box.height() + result.gap;
    }
    const qreal between = layout.metrics.rowHeight * 2;
    for (qreal height = highest;; height *= 1.25) {
        result.columns.clear();
        qreal width = 0;
        for (int frame = 0; frame < orders.size(); ++frame) {
            if (frame > 0)
                result.columns << MapColumns::Column{{}, -1, between};
            result.columns << fill(orders.at(frame), layout, height, result.gap, frame);
        }
        for (const MapColumns::Column& column : std::as_const(result.columns))
            width += column.width + between;
        if (width <= kShape * (height + result.top) || height > all)
            break;
    }
    result.columnOf = QList<int>(map.tables.size(), 0);
    result.bottom = result.top;
    for (int i = 0; i < result.columns.size(); ++i) {
        qreal y = result.top;
        for (const int table : std::as_const(result.columns.at(i).tables)) {
            QRectF& box = layout.tables[table].box;
            box.setWidth(result.columns.at(i).width);
            box.moveTop(y);
            y += box.height() + result.gap;
            result.columnOf[table] = i;
            result.bottom = qMax(result.bottom, box.bottom());
        }
    }
    return result;
}

} // namespace socrates::core
