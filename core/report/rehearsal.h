// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/rehearse.h"

#include <QJsonObject>

/// What a rehearsal found, for the terminal, the window and scripts. The sentences are translated
/// where a translator is installed.
namespace socrates::core::report {

/// "would_succeed", "would_fail", "would_differ", "busy", "stopped", "nothing".
QString rehearsalResultText(RehearsalResult result);
/// "Would succeed in 0.8 s. Everything was rolled back; nothing was changed."
QString rehearsalHeadline(const Rehearsal& rehearsal);
/// "would succeed", "would fail", "cannot be rehearsed", "not reached".
QString rehearsedStateText(RehearsedStep::State state);
/// What it locks and rewrites, or why it cannot be rehearsed; a sentence each.
QStringList stepFindings(const RehearsedStep& step);
/// "creates table users", "drops column users.name", "changes column users.status: ...".
QStringList changeSentences(const Comparison& changes);

QString rehearsalText(const Plan& plan, const Rehearsal& rehearsal);
QJsonObject rehearsalDocument(const Plan& plan, const Rehearsal& rehearsal);

} // namespace socrates::core::report
