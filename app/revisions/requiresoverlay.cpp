// SPDX-License-Identifier: MIT
#include "app/revisions/requiresoverlay.h"

#include "app/revisions/revisiondelegate.h"
#include "app/theme/statuscolors.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace socrates::ui {

RequiresOverlay::RequiresOverlay(QWidget* container, std::function<QList<Edge>()> edges)
    : QWidget(container), m_edges(std::move(edges))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    container->installEventFilter(this);
    setGeometry(container->rect());
}

bool RequiresOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
        setGeometry(parentWidget()->rect());
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

/// From the required node along the lower edge of its row, so that no text is crossed, over to the
/// requiring row, whose own cell draws the last piece.
void RequiresOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = statusColor(StatusRole::Production, palette());
    const QList<Edge> edges = m_edges();
    for (const Edge& edge : edges) {
        const QRect from(mapFromGlobal(edge.from.topLeft()), edge.from.size());
        const QRect to(mapFromGlobal(edge.to.topLeft()), edge.to.size());
        painter.setPen(QPen(color, edge.isSelected ? 2.4 : 1.5, Qt::DashLine));
        const qreal nodeX =
            from.left() + RevisionDelegate::laneCenter(edge.fromLane, fontMetrics());
        const bool toTheRight = to.left() > from.left();
        const qreal side = fontMetrics().height() * 0.4;
        const QPointF start(nodeX + side * 0.8, from.center().y() + side * 0.8);
        const qreal rail = from.bottom() - 0.5;
        const QPointF leave(toTheRight ? from.right() : from.left(), rail);
        const QPointF arrive(to.left(), to.center().y() + 0.5);
        QPainterPath path(start);
        path.lineTo(start.x() + 4, rail);
        path.lineTo(leave);
        const qreal middle = (leave.x() + arrive.x()) / 2;
        path.cubicTo(QPointF(middle, leave.y()), QPointF(middle, arrive.y()), arrive);
        painter.drawPath(path);
    }
}

} // namespace socrates::ui
