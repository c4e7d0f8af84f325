// SPDX-License-Identifier: MIT
#include "app/theme/statusshape.h"

#include "app/theme/paintedicon.h"

#include <QGuiApplication>
#include <QPolygonF>

namespace socrates::ui {

namespace {

/// A point of the unit square in a rectangle.
QPointF at(const QRectF& r, qreal x, qreal y)
{
    return {r.left() + r.width() * x, r.top() + r.height() * y};
}

void paintArrow(QPainter& painter, const QRectF& r, bool up)
{
    const qreal tip = up ? 0.08 : 0.92;
    const qreal wing = up ? 0.45 : 0.55;
    painter.drawLine(at(r, 0.5, up ? 0.95 : 0.05), at(r, 0.5, tip));
    painter.drawPolyline(QPolygonF{at(r, 0.15, wing), at(r, 0.5, tip), at(r, 0.85, wing)});
}

class ShapeEngine final : public PaintedIcon
{
public:
    ShapeEngine(StatusShape shape, StatusRole role) : m_shape(shape), m_role(role) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        QColor color = statusColor(m_role, palette);
        if (mode == QIcon::Disabled)
            color = palette.color(QPalette::Disabled, QPalette::Text);
        else if (mode == QIcon::Selected)
            color = palette.color(QPalette::HighlightedText);
        const qreal inset = rect.width() / 8.0;
        paintStatusShape(*painter, QRectF(rect).adjusted(inset, inset, -inset, -inset), m_shape,
                         color);
    }

    QIconEngine* clone() const override { return new ShapeEngine(*this); }

private:
    StatusShape m_shape;
    StatusRole m_role;
};

} // namespace

void paintStatusShape(QPainter& painter, const QRectF& area, StatusShape shape, const QColor& color)
{
    const qreal side = qMin(area.width(), area.height());
    const qreal line = qMax<qreal>(1.5, side / 6);
    QRectF r(0, 0, side, side);
    r.moveCenter(area.center());
    r.adjust(line / 2, line / 2, -line / 2, -line / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (shape) {
    case StatusShape::Check:
        painter.drawPolyline(QPolygonF{at(r, 0, 0.55), at(r, 0.35, 0.9), at(r, 1, 0.1)});
        break;
    case StatusShape::Cross:
        painter.drawLine(at(r, 0.05, 0.05), at(r, 0.95, 0.95));
        painter.drawLine(at(r, 0.95, 0.05), at(r, 0.05, 0.95));
        break;
    case StatusShape::Plus:
        painter.drawLine(at(r, 0.5, 0), at(r, 0.5, 1));
        painter.drawLine(at(r, 0, 0.5), at(r, 1, 0.5));
        break;
    case StatusShape::NotEqual:
        painter.drawLine(at(r, 0, 0.33), at(r, 1, 0.33));
        painter.drawLine(at(r, 0, 0.7), at(r, 1, 0.7));
        painter.drawLine(at(r, 0.25, 1), at(r, 0.75, 0));
        break;
    case StatusShape::Elsewhere:
        painter.drawLine(at(r, 0, 0.5), at(r, 0.95, 0.5));
        painter.drawPolyline(QPolygonF{at(r, 0.6, 0.1), at(r, 1, 0.5), at(r, 0.6, 0.9)});
        break;
    case StatusShape::Exclamation:
        painter.drawPolygon(QPolygonF{at(r, 0.5, 0), at(r, 1, 0.95), at(r, 0, 0.95)});
        painter.drawLine(at(r, 0.5, 0.42), at(r, 0.5, 0.58));
        painter.drawPoint(at(r, 0.5, 0.78));
        break;
    case StatusShape::Dash:
        painter.drawLine(at(r, 0.1, 0.5), at(r, 0.9, 0.5));
        break;
    case StatusShape::Ring:
        painter.drawEllipse(r);
        break;
    case StatusShape::Half:
        painter.drawEllipse(r);
        painter.setBrush(color);
        painter.drawChord(r, 90 * 16, 180 * 16);
        break;
    case StatusShape::Up:
        paintArrow(painter, r, true);
        break;
    case StatusShape::Down:
        paintArrow(painter, r, false);
        break;
    }
    painter.restore();
}

QIcon statusIcon(StatusShape shape, StatusRole role)
{
    return QIcon(new ShapeEngine(shape, role));
}

} // namespace socrates::ui
