// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

namespace socrates::core {

/// The one table of hints: what a person can do about an SQLSTATE. Looks up the code, then its
/// class (first two characters). Never empty for a five-character code.
QString hintForSqlState(const QString& sqlState);
/// PostgreSQL's name of the condition ("unique_violation"), or empty.
QString conditionName(const QString& sqlState);
/// All codes that have a hint of their own, for the test and the help page.
QStringList hintedSqlStates();

} // namespace socrates::core
