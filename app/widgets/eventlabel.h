// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runlog.h"

namespace socrates::ui {

/// The event as the window writes it: "Upgraded", "Upgrade failed", ...
QString eventLabel(const core::LogEntry& entry);
/// Every text that eventLabel() may give.
QStringList allEventLabels();

} // namespace socrates::ui
