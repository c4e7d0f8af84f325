// SPDX-License-Identifier: MIT
#include "app/revisions/legend.h"

#include "app/theme/revisionstate.h"
#include "app/theme/texts.h"
#include "app/widgets/legendframe.h"

#include <QPainter>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

void showLegend(QWidget* parent, const QPoint& globalPosition)
{
    auto* frame = new LegendFrame(parent);
    const QPalette palette = parent->palette();
    const qreal ratio = parent->devicePixelRatioF();
    const QList<RevisionState> states = allRevisionStates();
    for (const RevisionState state : states)
        frame->addRow(stateIcon(state).pixmap(QSize(16, 16), ratio), stateText(state),
                      stateExplanation(state));
    const int height = parent->fontMetrics().height();
    frame->addRow(linePixmap(palette, height, ratio, false), tr("Line"),
                  tr("Stands on, within one database"));
    frame->addRow(linePixmap(palette, height, ratio, true), tr("Dashed line"),
                  tr("Requires a revision of another database"));
    frame->showAt(globalPosition);
}

} // namespace socrates::ui
