// SPDX-License-Identifier: MIT
#pragma once

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

namespace socrates::ui {

/// An icon that is painted when shown, in the palette of that moment: sharp at every size, and it
/// follows a change of theme. Which picture, paint() of the derived class says.
class PaintedIcon : public QIconEngine
{
public:
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
};

} // namespace socrates::ui
