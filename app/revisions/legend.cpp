// SPDX-License-Identifier: MIT
#include "app/revisions/legend.h"

#include "app/theme/revisionstate.h"

#include <QCoreApplication>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("socrates::ui", text);
}

QPixmap linePixmap(const QPalette& palette, int height, qreal ratio, bool dashed)
{
    QPixmap pixmap(QSize(height * 2, height) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(dashed ? QPen(statusColor(StatusRole::Production, palette), 1.5, Qt::DashLine)
                          : QPen(statusColor(StatusRole::Neutral, palette), 1.6));
    painter.drawLine(QPointF(2, height / 2.0), QPointF(height * 2 - 2, height / 2.0));
    return pixmap;
}

void addRow(QGridLayout* grid, const QPixmap& sign, const QString& word, const QString& text)
{
    auto* picture = new QLabel;
    picture->setPixmap(sign);
    picture->setAlignment(Qt::AlignCenter);
    auto* name = new QLabel(word);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    const int row = grid->rowCount();
    grid->addWidget(picture, row, 0);
    grid->addWidget(name, row, 1);
    grid->addWidget(new QLabel(text), row, 2);
}

} // namespace

void showLegend(QWidget* parent, const QPoint& globalPosition)
{
    auto* frame = new QFrame(parent, Qt::Popup);
    frame->setAttribute(Qt::WA_DeleteOnClose);
    frame->setObjectName(u"legendFrame"_s);
    frame->setAccessibleName(tr("Legend"));
    frame->setFrameShape(QFrame::StyledPanel);
    auto* grid = new QGridLayout(frame);
    grid->setHorizontalSpacing(12);
    const QPalette palette = parent->palette();
    const qreal ratio = parent->devicePixelRatioF();
    const QList<RevisionState> states = allRevisionStates();
    for (const RevisionState state : states)
        addRow(grid, stateIcon(state).pixmap(QSize(16, 16), ratio), stateText(state),
               stateExplanation(state));
    const int height = parent->fontMetrics().height();
    addRow(grid, linePixmap(palette, height, ratio, false), tr("Line"),
           tr("Stands on, within one database"));
    addRow(grid, linePixmap(palette, height, ratio, true), tr("Dashed line"),
           tr("Requires a revision of another database"));
    frame->adjustSize();
    QPoint place = globalPosition;
    if (const QScreen* screen = parent->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(qMax(room.left(), qMin(place.x(), room.right() - frame->width())));
        place.setY(qMax(room.top(), qMin(place.y(), room.bottom() - frame->height())));
    }
    frame->move(place);
    frame->show();
}

} // namespace socrates::ui
