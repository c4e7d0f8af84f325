// SPDX-License-Identifier: MIT
#include "app/map/mappainter.h"

#include "app/theme/texts.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::MapMark;

namespace {

/// Rows lower than this, in pixels of the screen, cannot be read: names take their place.
constexpr qreal kReadableRow = 8.5;
/// Boxes narrower than this have no room for a name.
constexpr qreal kNamedBox = 34;
constexpr qreal kLargestName = 12;
constexpr qreal kSmallestName = 7;

/// Never quite the same as the background, in high contrast palettes too.
QColor lineColor(const QPalette& palette)
{
    return statusColor(StatusRole::Neutral, palette);
}

} // namespace

QFont mapFont(const QFont& font)
{
    QFont result = font;
    result.setPixelSize(qMax(1, QFontInfo(font).pixelSize()));
    return result;
}

core::MapMetrics mapMetrics(const QFont& font)
{
    const QFontMetricsF metrics(mapFont(font));
    return {qMax(metrics.averageCharWidth(), metrics.horizontalAdvance(u'n')),
            metrics.height() * 1.2};
}

MapPainter::MapPainter(const MapPicture& picture, const QPalette& palette, const QFont& font)
    : m_picture(picture)
    , m_palette(palette)
    , m_font(mapFont(font))
    , m_bold(m_font)
    , m_letter(picture.layout.metrics.charWidth)
{
    m_bold.setBold(true);
}

QColor MapPainter::text(MapMark mark) const
{
    return mark == MapMark::None ? m_palette.color(QPalette::Text)
                                 : statusColor(markRole(mark), m_palette);
}

void MapPainter::paint(QPainter& painter, const QRectF& visible, qreal scale, int current)
{
    m_scale = scale;
    painter.setRenderHint(QPainter::Antialiasing, scale > 0.3);
    paintFrames(painter, visible);
    paintLinks(painter, visible, current);
    for (int i = 0; i < m_picture.layout.tables.size(); ++i) {
        if (m_picture.layout.tables.at(i).box.intersects(visible))
            paintTable(painter, i, i == current);
    }
}

void MapPainter::paintFrames(QPainter& painter, const QRectF& visible)
{
    const core::MapLayout& layout = m_picture.layout;
    for (int i = 0; i < layout.frames.size(); ++i) {
        const QRectF& frame = layout.frames.at(i);
        if (!frame.intersects(visible))
            continue;
        const core::SchemaMap::Database& database = m_picture.map.databases.at(i);
        const bool isNowhere = database.name.isEmpty();
        QPen pen(lineColor(m_palette), 0, isNowhere ? Qt::DashLine : Qt::SolidLine);
        painter.setPen(pen);
        painter.setBrush(m_palette.color(QPalette::Window));
        painter.drawRoundedRect(frame, m_letter, m_letter);
        QFont font = m_bold;
        // A title stays readable when the picture is far away, as far as its frame has room.
        const qreal room = frame.width() - 2 * m_letter;
        const QString name = isNowhere ? tr("planned") : database.name.text();
        const qreal wanted = qMin(14 / m_scale, layout.titleHeight() * 0.8);
        font.setPixelSize(qMax(1, int(wanted)));
        painter.setFont(font);
        painter.setPen(m_palette.color(QPalette::WindowText));
        const QRectF title(frame.left() + m_letter, frame.top(), room, layout.titleHeight());
        drawElided(painter, title, Qt::AlignLeft | Qt::AlignVCenter, name);
        const qreal used = QFontMetricsF(font).horizontalAdvance(name) + 2 * m_letter;
        if (used < room) {
            font.setBold(false);
            // Sooner small than cut: its end is the revision.
            const qreal needed = QFontMetricsF(font).horizontalAdvance(database.caption) + m_letter;
            const qreal share = qBound(0.6, (room - used) / needed, 1.0);
            font.setPixelSize(qMax(1, int(font.pixelSize() * share)));
            painter.setFont(font);
            painter.setPen(lineColor(m_palette));
            drawElided(painter, title.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       database.caption);
        }
    }
}

void MapPainter::paintLinks(QPainter& painter, const QRectF& visible, int current)
{
    const core::MapLayout& layout = m_picture.layout;
    painter.setBrush(Qt::NoBrush);
    const qreal width = qMax(1 / m_scale, m_letter / 6);
    for (int i = 0; i < layout.links.size(); ++i) {
        const core::MapLayout::Link& way = layout.links.at(i);
        if (!way.bounds.adjusted(-1, -1, 1, 1).intersects(visible))
            continue;
        const core::MapLink& link = m_picture.map.links.at(i);
        const bool isNear = link.from == current || link.to == current;
        const StatusRole role = link.mark == MapMark::None && link.crossesDatabases
                                    ? StatusRole::Production
                                    : markRole(link.mark);
        QColor color = statusColor(role, m_palette);
        if (isNear)
            color = m_palette.color(QPalette::Highlight);
        QPen pen(color, isNear || link.mark != MapMark::None ? width * 2 : width);
        pen.setJoinStyle(Qt::RoundJoin);
        if (link.crossesDatabases)
            pen.setDashPattern({5, 4});
        else if (link.isReading)
            pen.setDashPattern({1, 2});
        painter.setPen(pen);
        painter.drawPolyline(way.points.constData(), int(way.points.size()));
        if (m_scale <= 0.15 || way.points.size() < 2)
            continue;
        // An arrow at what is referred to.
        const QPointF tip = way.points.constLast();
        const qreal side = m_letter * 0.8;
        const qreal back = way.points.at(way.points.size() - 2).x() > tip.x() ? side : -side;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const QPointF arrow[] = {tip, tip + QPointF(back, -side * 0.6),
                                 tip + QPointF(back, side * 0.6)};
        painter.drawConvexPolygon(arrow, 3);
        painter.setBrush(Qt::NoBrush);
    }
}

qreal MapPainter::cornerRadius(const core::MapTable& table) const
{
    return core::isView(table.kind) ? m_picture.layout.headerHeight() * 0.4 : 0;
}

void MapPainter::paintBox(QPainter& painter, const core::MapTable& table, const QRectF& box,
                          bool isCurrent)
{
    QPen pen(lineColor(m_palette), 0);
    if (table.isPlanned)
        pen.setStyle(Qt::DashLine);
    if (table.mark != MapMark::None)
        pen = QPen(text(table.mark), m_letter / 3);
    painter.setPen(pen);
    painter.setBrush(m_palette.color(table.isPlanned ? QPalette::Window : QPalette::Base));
    const qreal radius = cornerRadius(table);
    painter.drawRoundedRect(box, radius, radius);
    qreal out = m_letter / 2;
    if (table.kind == core::SchemaObject::Kind::MaterializedView) { // what it reads, it keeps
        painter.setPen(QPen(pen.color(), 0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius + out, radius + out);
        out *= 2;
    }
    if (!isCurrent)
        return;
    painter.setPen(QPen(m_palette.color(QPalette::Highlight), qMax(2.5 / m_scale, m_letter / 3)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(-out, -out, out, out));
}

void MapPainter::paintTable(QPainter& painter, int index, bool isCurrent)
{
    const core::MapTable& table = m_picture.map.tables.at(index);
    const core::MapLayout::Table& place = m_picture.layout.tables.at(index);
    const QRectF& box = place.box;
    paintBox(painter, table, box, isCurrent);
    const qreal rowHeight = m_picture.layout.metrics.rowHeight;
    if (rowHeight * m_scale < kReadableRow) {
        if (box.width() * m_scale >= kNamedBox)
            paintName(painter, table, box);
        else if (table.mark != MapMark::None)
            painter.fillRect(box, text(table.mark));
        return;
    }
    QRectF row = box;
    row.setHeight(m_picture.layout.headerHeight());
    paintHeader(painter, table, row);
    row.moveTop(row.bottom());
    row.setHeight(rowHeight);
    for (const int column : place.columns) {
        paintColumn(painter, table, table.columns.at(column), row);
        row.moveTop(row.bottom());
    }
    for (int note = 0; note < place.notes; ++note) {
        paintNote(painter, table.notes.at(note), row);
        row.moveTop(row.bottom());
    }
}

/// Within the border, round where that is.
void MapPainter::fillHeader(QPainter& painter, const core::MapTable& table, const QRectF& header,
                            const QColor& color)
{
    const QRectF inner = header.adjusted(1, 1, -1, 0);
    const qreal radius = cornerRadius(table);
    if (radius <= 0) {
        painter.fillRect(inner, color);
        return;
    }
    QPainterPath path(inner.bottomLeft());
    path.lineTo(inner.left(), inner.top() + radius);
    path.quadTo(inner.topLeft(), {inner.left() + radius, inner.top()});
    path.lineTo(inner.right() - radius, inner.top());
    path.quadTo(inner.topRight(), {inner.right(), inner.top() + radius});
    path.lineTo(inner.bottomRight());
    painter.fillPath(path, color);
}

void MapPainter::paintHeader(QPainter& painter, const core::MapTable& table, const QRectF& header)
{
    if (!table.isPlanned) {
        const QColor fill = table.mark == MapMark::None
                                ? m_palette.color(QPalette::AlternateBase)
                                : statusTint(markRole(table.mark), m_palette);
        fillHeader(painter, table, header, fill);
    }
    QRectF room = header.adjusted(m_letter, 0, -m_letter, 0);
    QString word = markText(table.mark);
    if (table.isPlanned)
        word = tr("phase %1").arg(table.phase);
    else if (word.isEmpty())
        word = table.kindText();
    else if (core::isView(table.kind))
        word = tr("%1, %2").arg(table.kindText(), word);
    if (!word.isEmpty() && (!table.isPlanned || table.phase > 0)) {
        painter.setFont(m_font);
        painter.setPen(table.mark == MapMark::None ? lineColor(m_palette) : text(table.mark));
        const qreal width = QFontMetricsF(m_font).horizontalAdvance(word);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, word);
        if (table.mark != MapMark::None) {
            const qreal side = m_letter * 1.5;
            const QRectF shape(room.right() - width - side * 1.5, room.center().y() - side / 2,
                               side, side);
            paintStatusShape(painter, shape, markShape(table.mark), text(table.mark));
            room.setRight(shape.left() - m_letter / 2);
        } else {
            room.setRight(room.right() - width - m_letter);
        }
    }
    QFont font = m_bold;
    font.setItalic(table.isPlanned);
    font.setBold(!table.isPlanned);
    painter.setFont(font);
    painter.setPen(table.isPlanned ? lineColor(m_palette) : m_palette.color(QPalette::Text));
    drawElided(painter, room, Qt::AlignLeft | Qt::AlignVCenter, table.title());
}

void MapPainter::paintColumn(QPainter& painter, const core::MapTable& table,
                             const core::MapColumn& column, const QRectF& row)
{
    if (column.mark != MapMark::None)
        painter.fillRect(row.adjusted(1, 0, -1, 0), statusTint(markRole(column.mark), m_palette));
    const qreal left = row.left() + m_letter;
    const qreal keys = m_letter * 5;
    if (column.mark != MapMark::None) {
        const qreal side = m_letter * 1.2;
        paintStatusShape(painter, QRectF(left, row.center().y() - side / 2, side, side),
                         markShape(column.mark), text(column.mark));
    }
    QFont font = m_font;
    font.setPixelSize(qMax(1, int(QFontMetricsF(m_font).height() * 0.7)));
    painter.setFont(font);
    painter.setPen(lineColor(m_palette));
    const qreal indent = column.mark != MapMark::None ? m_letter * 1.5 : 0;
    painter.drawText(QRectF(left + indent, row.top(), keys, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, shortKeyText(column));
    if (!core::isView(table.kind)) { // its columns are never NOT NULL themselves
        // Filled: there is always a value; a ring: it may be NULL.
        const qreal dot = m_letter * 0.55;
        const QPointF center(left + keys + m_letter * 0.5, row.center().y());
        painter.setPen(QPen(lineColor(m_palette), m_letter / 7));
        painter.setBrush(column.isNullable ? QBrush(Qt::NoBrush) : QBrush(lineColor(m_palette)));
        painter.drawEllipse(center, dot / 2, dot / 2);
        painter.setBrush(Qt::NoBrush);
    }
    const QFontMetricsF metrics(m_font);
    QRectF room(left + keys + m_letter * 1.4, row.top(),
                row.right() - m_letter - (left + keys + m_letter * 1.4), row.height());
    const qreal nameWidth = metrics.horizontalAdvance(column.name);
    QFont name = m_font;
    name.setBold(column.isPrimaryKey);
    name.setStrikeOut(column.mark == MapMark::Dropped);
    painter.setFont(name);
    painter.setPen(text(column.mark));
    drawElided(painter, room, Qt::AlignLeft | Qt::AlignVCenter, column.name);
    room.setLeft(room.left() + nameWidth * (column.isPrimaryKey ? 1.1 : 1) + m_letter);
    if (room.width() < m_letter * 3)
        return;
    painter.setFont(m_font);
    painter.setPen(lineColor(m_palette));
    drawElided(painter, room, Qt::AlignRight | Qt::AlignVCenter, column.type);
}

void MapPainter::paintNote(QPainter& painter, const core::MapNote& note, const QRectF& row)
{
    painter.fillRect(row.adjusted(1, 0, -1, 0), statusTint(markRole(note.mark), m_palette));
    const qreal side = m_letter * 1.2;
    paintStatusShape(painter,
                     QRectF(row.left() + m_letter, row.center().y() - side / 2, side, side),
                     markShape(note.mark), text(note.mark));
    painter.setFont(m_font);
    painter.setPen(text(note.mark));
    drawElided(painter, row.adjusted(m_letter * 2.8, 0, -m_letter, 0),
               Qt::AlignLeft | Qt::AlignVCenter, note.text);
}

/// The name alone, as large as the box and the screen allow, broken after underscores.
void MapPainter::paintName(QPainter& painter, const core::MapTable& table, const QRectF& box)
{
    if (table.mark != MapMark::None)
        painter.fillRect(box.adjusted(1, 1, -1, -1), statusTint(markRole(table.mark), m_palette));
    QString name = table.name;
    name.replace(u'_', u"_\u200b"_s); // a place where a line may end
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRectF room = box.adjusted(1 / m_scale, 0, -1 / m_scale, 0);
    for (qreal size = kLargestName; size >= kSmallestName; size -= 1) {
        QFont font = m_font;
        font.setPixelSize(qMax(1, int(size / m_scale)));
        font.setItalic(table.isPlanned || core::isView(table.kind));
        const bool isSmallest = size - 1 < kSmallestName;
        const QRectF needed = QFontMetricsF(font).boundingRect(room, flags, name);
        if (!isSmallest && (needed.width() > room.width() || needed.height() > room.height()))
            continue;
        painter.setFont(font);
        painter.setPen(table.isPlanned ? lineColor(m_palette) : text(table.mark));
        painter.save();
        painter.setClipRect(room, Qt::IntersectClip);
        // A box of one line would show the first part of a name as if it were all of it.
        const qreal line = QFontMetricsF(font).height();
        if (needed.height() > line && room.height() < 1.5 * line)
            drawElided(painter, room, Qt::AlignCenter, table.name);
        else
            painter.drawText(room, flags, name);
        painter.restore();
        return;
    }
}

void MapPainter::drawElided(QPainter& painter, const QRectF& area, int flags, const QString& text)
{
    if (area.width() <= 0)
        return;
    const QFontMetricsF metrics(painter.font());
    painter.drawText(area, flags | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace socrates::ui
