// SPDX-License-Identifier: MIT
#include "app/map/mapview.h"

#include "app/map/mappainter.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kSmallest = 0.01;
constexpr qreal kLargest = 4;
constexpr qreal kZoomStep = 1.25;
/// At a search or a step by key, the picture is brought at least this near.
constexpr qreal kReadable = 0.7;
constexpr qreal kMargin = 12;

bool haveSameTables(const core::SchemaMap& a, const core::SchemaMap& b)
{
    return std::equal(a.tables.begin(), a.tables.end(), b.tables.begin(), b.tables.end(),
                      [](const core::MapTable& x, const core::MapTable& y) {
                          return x.database == y.database && x.schema == y.schema &&
                                 x.name == y.name;
                      });
}

/// The table of the same name, or -1.
int sameTable(const core::SchemaMap& map, const core::MapTable& wanted)
{
    for (int i = 0; i < map.tables.size(); ++i) {
        const core::MapTable& table = map.tables.at(i);
        if (table.database == wanted.database && table.schema == wanted.schema &&
            table.name == wanted.name)
            return i;
    }
    return -1;
}

} // namespace

MapView::MapView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"mapView"_s);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    horizontalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setSingleStep(24);
    setAccessibleName(tr("Map"));
}

void MapView::setPicture(const MapPicturePtr& picture)
{
    const bool isSame = m_picture && picture && haveSameTables(m_picture->map, picture->map);
    int current = -1;
    if (m_picture && picture && m_current >= 0)
        current = isSame ? m_current : sameTable(picture->map, m_picture->map.tables.at(m_current));
    const bool isGone = m_current >= 0 && current < 0;
    m_picture = picture;
    m_current = current;
    if (m_isFitted)
        fit();
    else
        updateScrollBars();
    viewport()->update();
    if (isGone)
        select(-1);
}

void MapView::setCurrent(int table)
{
    if (!m_picture || table >= m_picture->layout.tables.size())
        return;
    select(table);
    if (table < 0)
        return;
    const QRectF box = m_picture->layout.tables.at(table).box;
    if (m_scale < kReadable)
        zoomAt(QPointF(viewport()->rect().center()), kReadable);
    bringIntoSight(box);
}

void MapView::select(int table)
{
    if (table != m_current) {
        m_current = table;
        emit currentChanged(table);
    }
    const QString name =
        table < 0 || !m_picture ? tr("Map") : tr("Map: %1").arg(tableText(m_picture->map, table));
    if (name != accessibleName()) {
        setAccessibleName(name); // which tells screen readers, too
    }
    viewport()->update();
}

void MapView::zoomBy(qreal factor)
{
    zoomAt(QRectF(viewport()->rect()).center(), m_scale * factor);
}

void MapView::fit()
{
    m_isFitted = true;
    if (!m_picture || m_picture->layout.bounds.isEmpty())
        return;
    const QSizeF room = maximumViewportSize() - QSize(int(2 * kMargin), int(2 * kMargin));
    const QSizeF size = m_picture->layout.bounds.size();
    m_scale = qBound(kSmallest, qMin(room.width() / size.width(), room.height() / size.height()),
                     qreal(1.25));
    updateScrollBars();
    scrollTo({});
    viewport()->update();
    emit scaleChanged(m_scale);
}

void MapView::zoomAt(const QPointF& position, qreal scale)
{
    const qreal wanted = qBound(kSmallest, scale, kLargest);
    const QPointF point = toPicture(position);
    m_isFitted = false;
    m_scale = wanted;
    updateScrollBars();
    scrollTo(point * m_scale - position + QPointF(kMargin, kMargin));
    viewport()->update();
    emit scaleChanged(m_scale);
}

void MapView::updateScrollBars()
{
    const QSizeF size = m_picture ? m_picture->layout.bounds.size() * m_scale : QSizeF();
    const auto update = [](QScrollBar* bar, qreal length, int room) {
        bar->setPageStep(room);
        bar->setRange(0, qMax(0, int(std::ceil(length + 2 * kMargin)) - room));
    };
    const QSize room = viewport()->size();
    update(horizontalScrollBar(), size.width(), room.width());
    update(verticalScrollBar(), size.height(), room.height());
}

void MapView::scrollTo(const QPointF& topLeft)
{
    horizontalScrollBar()->setValue(qRound(topLeft.x()));
    verticalScrollBar()->setValue(qRound(topLeft.y()));
}

QPointF MapView::origin() const
{
    QPointF place(kMargin - horizontalScrollBar()->value(), kMargin - verticalScrollBar()->value());
    if (!m_picture)
        return place;
    // A picture smaller than the view stands in its middle.
    const QSizeF size = m_picture->layout.bounds.size() * m_scale;
    const QSizeF room = viewport()->size();
    if (size.width() + 2 * kMargin < room.width())
        place.setX((room.width() - size.width()) / 2);
    if (size.height() + 2 * kMargin < room.height())
        place.setY((room.height() - size.height()) / 2);
    return place;
}

QPointF MapView::toPicture(const QPointF& position) const
{
    return (position - origin()) / m_scale;
}

QRect MapView::boxOf(int table) const
{
    const QRectF box = m_picture->layout.tables.at(table).box;
    return QRectF(origin() + box.topLeft() * m_scale, box.size() * m_scale).toRect();
}

int MapView::tableAt(const QPointF& position) const
{
    if (!m_picture)
        return -1;
    const QPointF point = toPicture(position);
    for (int i = 0; i < m_picture->layout.tables.size(); ++i) {
        if (m_picture->layout.tables.at(i).box.contains(point))
            return i;
    }
    return -1;
}

void MapView::bringIntoSight(const QRectF& box)
{
    const QRectF seen(toPicture({}), QSizeF(viewport()->size()) / m_scale);
    if (seen.contains(box))
        return;
    const QPointF middle = box.center() * m_scale;
    const QSizeF room = QSizeF(viewport()->size()) / 2;
    QPointF topLeft = middle - QPointF(room.width(), room.height()) + QPointF(kMargin, kMargin);
    // Of a table that is larger than the view, its name.
    if (box.height() * m_scale > viewport()->height())
        topLeft.setY(box.top() * m_scale);
    scrollTo(topLeft);
}

/// To the nearest table in a direction; sideways steps count for more than the way ahead.
void MapView::moveCurrent(int key)
{
    if (!m_picture || m_picture->layout.tables.isEmpty())
        return;
    const auto& tables = m_picture->layout.tables;
    if (m_current < 0) {
        setCurrent(0);
        return;
    }
    const QPointF from = tables.at(m_current).box.center();
    int best = -1;
    qreal least = 0;
    for (int i = 0; i < tables.size(); ++i) {
        const QPointF way = tables.at(i).box.center() - from;
        const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
        const bool isBack = key == Qt::Key_Left || key == Qt::Key_Up;
        const qreal ahead = (isAcross ? way.x() : way.y()) * (isBack ? -1 : 1);
        const qreal aside = qAbs(isAcross ? way.y() : way.x());
        const qreal distance = ahead + aside * 3;
        if (i != m_current && ahead > 1 && (best < 0 || distance < least)) {
            best = i;
            least = distance;
        }
    }
    if (best >= 0)
        setCurrent(best);
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::ZoomIn) || event->key() == Qt::Key_Plus) {
        zoomBy(kZoomStep);
        return;
    }
    if (event->matches(QKeySequence::ZoomOut) || event->key() == Qt::Key_Minus) {
        zoomBy(1 / kZoomStep);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveCurrent(event->key());
        return;
    case Qt::Key_PageUp:
        emit stepRequested(-1);
        return;
    case Qt::Key_PageDown:
        emit stepRequested(1);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Home:
        setCurrent(m_picture && !m_picture->layout.tables.isEmpty() ? 0 : -1);
        return;
    case Qt::Key_End:
        setCurrent(m_picture ? int(m_picture->layout.tables.size()) - 1 : -1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit activated(m_current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void MapView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoomAt(event->position(), m_scale * std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = event->position();
    m_scrolledFrom = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        return;
    const QPointF way = event->position() - m_pressed;
    if (!m_isPanning && way.manhattanLength() < QApplication::startDragDistance())
        return;
    m_isPanning = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    scrollTo(QPointF(m_scrolledFrom) - way);
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    viewport()->unsetCursor();
    if (std::exchange(m_isPanning, false) || event->button() != Qt::LeftButton)
        return;
    select(tableAt(event->position()));
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int table = tableAt(event->position());
    if (table >= 0)
        emit activated(table);
    else
        zoomAt(event->position(), m_scale * 2);
}

bool MapView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int table = tableAt(help->pos());
    if (table >= 0)
        QToolTip::showText(help->globalPos(), tableToolTip(m_picture->map, table), viewport(),
                           boxOf(table));
    else
        QToolTip::hideText();
    return true;
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_isFitted)
        fit();
    else
        updateScrollBars();
}

void MapView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
}

void MapView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MapView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void MapView::paintEvent(QPaintEvent* event)
{
    if (!m_picture)
        return;
    QPainter painter(viewport());
    painter.translate(origin());
    painter.scale(m_scale, m_scale);
    const QRectF visible(toPicture(event->rect().topLeft()),
                         QSizeF(event->rect().size()) / m_scale);
    MapPainter(*m_picture, palette(), font()).paint(painter, visible, m_scale, m_current);
    if (!hasFocus())
        return;
    painter.resetTransform();
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

} // namespace socrates::ui
