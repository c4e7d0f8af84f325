// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/inlinemessage.h"
#include "core/engine/rehearse.h"

class QTreeWidget;

namespace socrates::ui {

InlineMessage::Kind rehearsalKind(const core::Rehearsal& rehearsal);
/// Why it would not succeed, with the line, and what was left behind.
QString rehearsalHint(const core::Rehearsal& rehearsal);
/// Adds to the view of a run, whose top items are the plan's steps: under each step what it locks
/// and rewrites; then what each database would become.
void addRehearsalFindings(QTreeWidget& view, const core::Plan& plan,
                          const core::Rehearsal& rehearsal);

} // namespace socrates::ui
