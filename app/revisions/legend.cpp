// SPDX-License-Identifier: MIT
#include "app/revisions/legend.h"

#include "app/theme/revisionstate.h"
#include "app/theme/texts.h"
#include "app/widgets/legendframe.h"

#include <QPainter>

namespace socrates::ui {

namespace {

LegendFrame::Draw line(StatusRole role, Qt::PenStyle style)
{
    return [role, style](QPainter& painter, const QRectF& room, const QPalette& palette) {
        painter.setPen(QPen(statusColor(role, palette), 1.6, style));
        painter.drawLine(QPointF(room.left(), room.center().y()),
                         QPointF(room.right(), room.center().y()));
    };
}

} // namespace

void showLegend(QWidget* parent, const QPoint& globalPosition)
{
    auto* frame = new LegendFrame(parent);
    const QList<RevisionState> states = allRevisionStates();
    for (const RevisionState state : states)
        frame->addRow(
            [state](QPainter& painter, const QRectF& room, const QPalette& palette) {
                paintStateShape(painter, room, state, palette);
            },
            stateText(state), stateExplanation(state));
    frame->addRow(line(StatusRole::Neutral, Qt::SolidLine), tr("Line"),
                  tr("Stands on, within one database"));
    frame->addRow(line(StatusRole::Production, Qt::DashLine), tr("Dashed line"),
                  tr("Requires a revision of another database"));
    frame->showAt(globalPosition);
}

} // namespace socrates::ui
