// SPDX-License-Identifier: MIT
#include "app/runs/runoutcome.h"

#include "app/theme/texts.h"
#include "app/widgets/counted.h"
#include "core/report/wording.h"

namespace socrates::ui {

using core::RunResult;
using core::StepState;

InlineMessage::Kind runKind(RunResult result)
{
    switch (result) {
    case RunResult::Applied:
    case RunResult::Nothing:
        return InlineMessage::Kind::Success;
    case RunResult::Stopped:
        return InlineMessage::Kind::Warning;
    case RunResult::RolledBack:
    case RunResult::Unknown:
        return InlineMessage::Kind::Error;
    }
    return InlineMessage::Kind::Error;
}

QString runOutcome(const core::Plan& plan, const core::RunReport& report)
{
    int applied = 0;
    for (const core::StepOutcome& step : report.steps)
        applied += step.state == StepState::Applied ? 1 : 0;
    const bool up = plan.direction == core::Direction::Upgrade;
    switch (report.result) {
    case RunResult::Applied:
        return up ? counted(applied, tr("1 migration applied."), tr("%1 migrations applied."))
                  : counted(applied, tr("1 migration downgraded."),
                            tr("%1 migrations downgraded."));
    case RunResult::Nothing:
        return tr("There was nothing left to do.");
    case RunResult::RolledBack:
        if (const auto inside = core::report::brokenInsideText(plan, report))
            return *inside;
        return tr("A step failed and was rolled back: it changed nothing.") + u' ' +
               (applied == 0 ? tr("No step came before it.")
                             : counted(applied, tr("The step before it stands."),
                                       tr("The %1 steps before it stand.")));
    case RunResult::Stopped:
        return core::report::stoppedText(plan, report);
    case RunResult::Unknown:
        return tr("The connection was lost during COMMIT and the server cannot be asked. "
                  "Refresh when it is back to see what it kept.");
    }
    return {};
}

} // namespace socrates::ui
