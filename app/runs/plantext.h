// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runner.h"

#include <QSet>

namespace socrates::ui {

/// The part of a revision that a step runs.
const core::Section& sectionOf(const core::PlannedStep& step);
/// "001", "nothing", "003 and 005".
QString rowsText(const QList<core::RevisionId>& rows);
/// "socrates_auth 001 · Create users table"
QString stepTitle(const core::PlannedStep& step);
/// Steps that cannot run when `step` fails: later ones of its database and what waits for them.
QSet<int> stoppedBy(const core::Plan& plan, int step);
/// One sentence on what remains if the step fails.
QString failureText(const core::Plan& plan, int step, core::TransactionMode mode);
/// Why the plan cannot be run in this mode; empty when it can.
QString modeObstacle(const core::Plan& plan, core::TransactionMode mode);
/// What the mode means for this plan, and why another one that was wished for is not to be had.
QString modeText(const core::Plan& plan, core::TransactionMode mode, core::TransactionMode wished);
/// "4 steps in 2 databases, 19 statements."
QString planSummary(const core::Plan& plan);
/// "Apply 4 Migrations", "Downgrade 1 Migration"
QString planActionText(const core::Plan& plan);
/// Where a database stands, in one sentence.
QString standText(const core::DatabaseStatus& status);

} // namespace socrates::ui
