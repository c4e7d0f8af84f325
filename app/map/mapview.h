// SPDX-License-Identifier: MIT
#pragma once

#include "app/map/mappicture.h"

#include <QAbstractScrollArea>

namespace socrates::ui {

/// A map to look at: zoom, pan, and the keys to go from table to table. Draws only what is in
/// sight. Enter or a double click activates a table.
class MapView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit MapView(QWidget* parent = nullptr);

    /// Keeps the current table; and the zoom, unless the whole was in sight.
    void setPicture(const MapPicturePtr& picture);
    MapPicturePtr picture() const { return m_picture; }
    int current() const { return m_current; }
    /// -1: none. Scrolls to it; zooms in when it could not be read.
    void setCurrent(int table);
    qreal scale() const { return m_scale; }
    /// About the middle of what is in sight.
    void zoomBy(qreal factor);
    void fit();
    /// Of a table on the viewport, for tests and tooltips.
    QRect boxOf(int table) const;

signals:
    void currentChanged(int table);
    void activated(int table);
    /// A step through time, back or on.
    void stepRequested(int count);
    void scaleChanged(qreal scale);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QPointF origin() const; ///< of the picture, on the viewport
    QPointF toPicture(const QPointF& position) const;
    int tableAt(const QPointF& position) const;
    void zoomAt(const QPointF& position, qreal scale);
    void updateScrollBars();
    void scrollTo(const QPointF& topLeft);
    void bringIntoSight(const QRectF& box);
    void moveCurrent(int key);
    void select(int table);

    MapPicturePtr m_picture;
    int m_current = -1;
    qreal m_scale = 1;
    bool m_isFitted = true; ///< a change of size fits it again
    QPointF m_pressed;
    QPoint m_scrolledFrom;
    bool m_isPanning = false;
};

} // namespace socrates::ui
