// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/references.h"
#include "core/engine/runner.h"
#include "core/engine/selftest.h"
#include "core/engine/verification.h"

/// The same values in words for a person: the terminal's and the clipboard's text (reports: see
/// reports.h). Every difference is one line that names the object and one of missing,
/// extra, different, misplaced.
namespace socrates::core::report {

QString statusText(const DatabaseStatus& status);
QString planText(const Plan& plan, bool withSql);
QString runText(const Plan& plan, const RunReport& report);
QString verificationText(const DatabaseVerification& verification);
QString errorText(const Error& error);
/// A line for each check, beginning with ok, warning or FAILED, and one that sums up.
QString selfTestText(const QList<SelfCheck>& checks);

/// "References to other databases" with a line for each; empty when there are none.
QString referencesText(const QList<ReferenceCheck>& checks);

/// For a terminal: control characters, which it would obey, and those that turn the direction of
/// writing are spelled out ("\x1b"). New lines and tabs stay.
QString printable(const QString& text);

/// What psql's \d shows of a table, for people who know it.
QString describeTable(const Schema& schema, const QString& schemaName, const QString& table);

} // namespace socrates::core::report
