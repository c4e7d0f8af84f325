// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/inlinemessage.h"
#include "core/engine/runner.h"

namespace socrates::ui {

/// How a message tells of a run that ended so.
InlineMessage::Kind runKind(core::RunResult result);
/// What came of a run, in a sentence or two.
QString runOutcome(const core::Plan& plan, const core::RunReport& report);

} // namespace socrates::ui
