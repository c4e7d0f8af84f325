// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connectionparameters.h"

#include <functional>

namespace socrates::core {

enum class CommitOutcome { Committed, RolledBack, Unknown };

/// "Did my COMMIT arrive?", after the connection was lost while it was under way. Connects anew
/// (for up to a minute, while the server restarts), takes the same advisory lock, which proves
/// that the old transaction has ended, and looks for the step's log row; that of a
/// transaction:false step is there from its start and must say that it came to its end.
/// pg_xact_status is never asked: after a failover it lies. Without a log the version rows, written
/// in the same transaction, answer.
CommitOutcome findCommitOutcome(const ConnectionParameters& parameters, const QString& role,
                                const QString& token, const QStringList& rowsAfter,
                                const std::function<bool()>& isCancelled);

} // namespace socrates::core
