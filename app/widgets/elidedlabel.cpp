// SPDX-License-Identifier: MIT
#include "app/widgets/elidedlabel.h"

#include <QStyle>
#include <QStylePainter>

namespace socrates::ui {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStringList lines = text().split(u'\n');
    for (QString& line : lines)
        line = fontMetrics().elidedText(line, Qt::ElideRight, contentsRect().width());
    painter.drawItemText(contentsRect(), int(alignment()), palette(), isEnabled(),
                         lines.join(u'\n'), foregroundRole());
}

} // namespace socrates::ui
