// SPDX-License-Identifier: MIT
#include "core/report/mapcolumns.h"

#include <algorithm>
#include <tuple>

namespace socrates::core {

namespace {

/// Lines to the same place share their way, as branches share a stem.
/// Table, column, crosses databases, is a view's reading, mark.
using Stem = std::tuple<int, int, bool, bool, int>;

/// Where lines run: `line` is a channel (upright) or a column (crosswise), `slot` the gap of the
/// column, from above the first table to below the last.
struct Lane
{
    int line = 0;
    int slot = 0;
    auto operator<=>(const Lane&) const = default;
};

/// One link on its way from column to column. Channel c is left of column c.
struct Route
{
    struct Crossing
    {
        int column = 0;
        int slot = -1; ///< -1: of no tables, so that the line goes straight on
    };
    Stem stem;
    QList<int> channels;
    QList<Crossing> crossings; ///< between two channels each
    qreal fromY = 0;
    qreal toY = 0;
    bool leavesLeft = false;
    bool arrivesRight = false;
};

/// The room that lines share in each lane: who comes first gets the first place.
class Lanes
{
public:
    void add(const Lane& lane, const Stem& stem)
    {
        QList<Stem>& stems = m_stems[lane];
        const auto at = std::lower_bound(stems.begin(), stems.end(), stem);
        if (at == stems.end() || *at != stem)
            stems.insert(at, stem);
    }
    qsizetype count(const Lane& lane) const
    {
        const auto found = m_stems.constFind(lane);
        return found == m_stems.cend() ? 0 : found->size();
    }
    /// Between 0 and 1.
    qreal place(const Lane& lane, const Stem& stem) const
    {
        const QList<Stem>& stems = *m_stems.constFind(lane);
        const auto at = std::lower_bound(stems.begin(), stems.end(), stem) - stems.begin();
        return qreal(at + 1) / qreal(stems.size() + 1);
    }

private:
    QMap<Lane, QList<Stem>> m_stems;
};

class Router
{
public:
    Router(const SchemaMap& map, const MapColumns& columns, MapLayout& layout)
        : m_map(map), m_columns(columns), m_layout(layout)
    {}

    void run()
    {
        for (const MapLink& link : m_map.links)
            m_routes << routeOf(link);
        for (const Route& route : std::as_const(m_routes)) {
            for (const int channel : route.channels)
                m_channels.add({channel, 0}, route.stem);
            for (const Route::Crossing& crossing : route.crossings) {
                if (crossing.slot >= 0)
                    m_gaps.add({crossing.column, crossing.slot}, route.stem);
            }
        }
        place();
        for (qsizetype i = 0; i < m_routes.size(); ++i)
            m_layout.links << drawn(m_map.links.at(i), m_routes.at(i));
    }

private:
    qreal portY(int table, int column) const
    {
        const MapLayout::Table& shown = m_layout.tables.at(table);
        const qsizetype row = column < 0 ? -1 : shown.columns.indexOf(column);
        const qreal header = m_layout.headerHeight();
        if (row < 0)
            return shown.box.top() + header / 2;
        return shown.box.top() + header + (qreal(row) + 0.5) * m_layout.metrics.rowHeight;
    }

    qreal slotTop(int column, int slot) const
    {
        const QList<int>& tables = m_columns.columns.at(column).tables;
        if (slot == 0)
            return m_columns.top - m_columns.gap;
        return m_layout.tables.at(tables.at(slot - 1)).box.bottom();
    }

    /// The gap of a column that is nearest to a height.
    int nearestSlot(int column, qreal y) const
    {
        const QList<int>& tables = m_columns.columns.at(column).tables;
        if (tables.isEmpty())
            return -1;
        const auto below =
            std::lower_bound(tables.begin(), tables.end(), y, [this](int table, qreal height) {
                return m_layout.tables.at(table).box.bottom() < height;
            });
        const int slot = int(below - tables.begin());
        if (slot == tables.size())
            return slot;
        const auto distance = [&](int candidate) {
            return qAbs(slotTop(column, candidate) + m_columns.gap / 2 - y);
        };
        return distance(slot + 1) < distance(slot) ? slot + 1 : slot;
    }

    Route routeOf(const MapLink& link) const
    {
        Route route;
        route.stem = {link.to, link.toColumn, link.crossesDatabases, link.isReading,
                      int(link.mark)};
        route.fromY = portY(link.from, link.fromColumn);
        route.toY = portY(link.to, link.toColumn);
        const int from = m_columns.columnOf.at(link.from);
        const int to = m_columns.columnOf.at(link.to);
        route.leavesLeft = to < from;
        route.arrivesRight = to <= from;
        qreal y = route.fromY;
        const auto cross = [&](int column) {
            const int slot = nearestSlot(column, y);
            if (slot >= 0)
                y = slotTop(column, slot) + m_columns.gap / 2;
            route.crossings << Route::Crossing{column, slot};
        };
        if (to == from) {
            route.channels << from + 1;
        } else if (to < from) {
            route.channels << from;
            for (int column = from - 1; column > to; --column) {
                cross(column);
                route.channels << column;
            }
        } else {
            route.channels << from + 1;
            for (int column = from + 1; column < to; ++column) {
                cross(column);
                route.channels << column + 1;
            }
        }
        return route;
    }

    qreal channelWidth(int channel) const
    {
        const qreal row = m_layout.metrics.rowHeight;
        const auto lines = qreal(m_channels.count({channel, 0}));
        return qBound(row * 1.8, row * (1 + lines * 0.45), row * 14);
    }

    /// Where columns and channels are from left to right, and the frames around them.
    void place()
    {
        const qreal bottom = m_columns.bottom + m_columns.gap;
        m_layout.frames = QList<QRectF>(m_map.databases.size());
        qreal x = 0;
        for (int i = 0; i <= m_columns.columns.size(); ++i) {
            const qreal channel = channelWidth(i);
            m_channelLeft << x;
            m_channelWidth << channel;
            const qreal left = x;
            x += channel;
            if (i == m_columns.columns.size())
                break;
            const MapColumns::Column& column = m_columns.columns.at(i);
            for (const int table : column.tables)
                m_layout.tables[table].box.moveLeft(x);
            x += column.width;
            if (column.frame >= 0) {
                QRectF& frame = m_layout.frames[column.frame];
                if (frame.isNull())
                    frame = QRectF(left, 0, 0, bottom);
                frame.setRight(x + channelWidth(i + 1));
            }
        }
        m_layout.bounds = QRectF(0, 0, x, bottom);
    }

    MapLayout::Link drawn(const MapLink& link, const Route& route) const
    {
        MapLayout::Link result;
        const QRectF& from = m_layout.tables.at(link.from).box;
        const QRectF& to = m_layout.tables.at(link.to).box;
        const auto add = [&result](qreal x, qreal y) {
            // Exactly: points that are nearly one would make a slanted line.
            if (result.points.isEmpty() || result.points.constLast().x() != x ||
                result.points.constLast().y() != y)
                result.points << QPointF(x, y);
        };
        qreal y = route.fromY;
        add(route.leavesLeft ? from.left() : from.right(), y);
        for (qsizetype i = 0; i < route.channels.size(); ++i) {
            const int channel = route.channels.at(i);
            const qreal x = m_channelLeft.at(channel) +
                            m_channelWidth.at(channel) * m_channels.place({channel, 0}, route.stem);
            add(x, y);
            if (i < route.crossings.size()) {
                const Route::Crossing& crossing = route.crossings.at(i);
                if (crossing.slot >= 0)
                    y = slotTop(crossing.column, crossing.slot) +
                        m_columns.gap * m_gaps.place({crossing.column, crossing.slot}, route.stem);
            } else {
                y = route.toY;
            }
            add(x, y);
        }
        add(route.arrivesRight ? to.right() : to.left(), y);
        QRectF bounds(result.points.constFirst(), QSizeF(0, 0));
        for (const QPointF& point : std::as_const(result.points)) {
            bounds.setLeft(qMin(bounds.left(), point.x()));
            bounds.setRight(qMax(bounds.right(), point.x()));
            bounds.setTop(qMin(bounds.top(), point.y()));
            bounds.setBottom(qMax(bounds.bottom(), point.y()));
        }
        result.bounds = bounds;
        return result;
    }

    const SchemaMap& m_map;
    const MapColumns& m_columns;
    MapLayout& m_layout;
    QList<Route> m_routes;
    Lanes m_channels;
    Lanes m_gaps;
    QList<qreal> m_channelLeft;
    QList<qreal> m_channelWidth;
};

} // namespace

void routeLinks(const SchemaMap& map, const MapColumns& columns, MapLayout& layout)
{
    Router(map, columns, layout).run();
}

} // namespace socrates::core
