// SPDX-License-Identifier: MIT
#include "app/revisions/legend.h"

#include "app/theme/revisionstate.h"
#include "app/theme/texts.h"
#include "app/widgets/legendframe.h"

namespace socrates::ui {

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
    frame->addRow(LegendFrame::line(StatusRole::Neutral, Qt::SolidLine), tr("Line"),
                  tr("Stands on, within one database"));
    frame->addRow(LegendFrame::line(StatusRole::Production, Qt::DashLine), tr("Dashed line"),
                  tr("Requires a revision of another database"));
    frame->showAt(globalPosition);
}

} // namespace socrates::ui
