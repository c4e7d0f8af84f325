// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/references.h"
#include "core/engine/runner.h"
#include "core/engine/verification.h"

/// The words that the JSON documents, the terminal's text and the reports have in common.
namespace socrates::core::report {

/// "upgrade", "downgrade".
QString directionText(Direction direction);
/// CONTRACT.md's words: "applied", "skipped", "failed", "not_run".
QString stepStateText(StepState state);
/// CONTRACT.md's words: "applied", "nothing", "rolled_back", "stopped", "unknown".
QString runResultText(RunResult result);

/// "001, 002"; empty for none.
QString joined(const QList<RevisionId>& ids);
/// "127.0.0.1:5432/socrates_auth", as the server reports it.
QString placeText(const DatabaseStatus& status);

/// How a run that was stopped ended: "Stopped and rolled back: app is still at 001."
QString stoppedText(const Plan& plan, const RunReport& report);
/// Where a run stands whose failed step was no transaction; nothing when it was one.
std::optional<QString> brokenInsideText(const Plan& plan, const RunReport& report);

/// Of a step whose COMMIT gave up waiting for its synchronous standby.
QString unconfirmedText();

/// The section of the revision that the step runs.
const Section& sectionOf(const LineageStep& step);
/// What the step's SQL creates and drops, from its text: "table users", "index idx_users_email".
QStringList createdBy(const LineageStep& step);
QStringList droppedBy(const LineageStep& step);

/// Checklist items that are due at this revision and not there.
int uncheckedCount(const DatabaseVerification& verification);

/// "complete", "types_equal", "orphans", "types_differ", "not_yet", "not_there", "not_connected",
/// "failed".
QString referenceResultText(ReferenceCheck::Outcome outcome);
/// What was found out about the reference, in a sentence without its name.
QString referenceSentence(const ReferenceCheck& check);

/// "1 step", "4 steps".
QString counted(qsizetype count, const QString& singular, const QString& plural = {});

/// Every line of a text behind a margin, without empty lines at its ends.
QString indented(const QString& text, const QString& margin);
/// "upgrade socrates_auth 001  create users".
QString stepLine(const PlannedStep& step);

} // namespace socrates::core::report
