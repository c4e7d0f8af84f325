// SPDX-License-Identifier: MIT
#include "app/widgets/chip.h"

#include <QPainter>

namespace socrates::ui {

Chip::Chip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

Chip::Chip(const QString& text, StatusRole role, QWidget* parent) : Chip(parent)
{
    setContents(text, role);
}

void Chip::setContents(const QString& text, StatusRole role)
{
    m_text = text;
    m_role = role;
    setAccessibleName(text);
    setToolTip(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_text) + metrics.height(), metrics.height() + 4};
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 10), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent*)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = statusColor(m_role, palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(color);
    painter.setBrush(statusTint(m_role, palette()));
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    const int inset = fontMetrics().height() / 2 - 1;
    const QRect inner = rect().adjusted(inset, 0, -inset, 0);
    painter.drawText(inner, Qt::AlignCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, inner.width() + 2));
}

} // namespace socrates::ui
