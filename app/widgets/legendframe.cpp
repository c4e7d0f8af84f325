// SPDX-License-Identifier: MIT
#include "app/widgets/legendframe.h"

#include <QGridLayout>
#include <QLabel>
#include <QScreen>

namespace socrates::ui {

using namespace Qt::StringLiterals;

LegendFrame::LegendFrame(QWidget* parent) : QFrame(parent, Qt::Popup), m_grid(new QGridLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"legendFrame"_s);
    setAccessibleName(tr("Legend"));
    setFrameShape(QFrame::StyledPanel);
    m_grid->setHorizontalSpacing(12);
}

void LegendFrame::addRow(const QPixmap& sign, const QString& word, const QString& text)
{
    auto* picture = new QLabel;
    picture->setPixmap(sign);
    picture->setAlignment(Qt::AlignCenter);
    auto* name = new QLabel(word);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    const int row = m_grid->rowCount();
    m_grid->addWidget(picture, row, 0);
    m_grid->addWidget(name, row, 1);
    m_grid->addWidget(new QLabel(text), row, 2);
}

void LegendFrame::showAt(const QPoint& globalPosition)
{
    adjustSize();
    QPoint place = globalPosition;
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(qMax(room.left(), qMin(place.x(), room.right() - width())));
        place.setY(qMax(room.top(), qMin(place.y(), room.bottom() - height())));
    }
    move(place);
    show();
}

} // namespace socrates::ui
