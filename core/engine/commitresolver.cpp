// SPDX-License-Identifier: MIT
#include "core/engine/commitresolver.h"

#include "core/engine/lane.h"

#include <QDeadlineTimer>
#include <QThread>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSearchMs = 60000;
constexpr unsigned long kPauseMs = 500;

/// True once the transaction that was lost has ended on the server.
bool hasOldTransactionEnded(Connection& connection)
{
    const auto lock = connection.query(u"SELECT pg_try_advisory_xact_lock($1)"_s,
                                       {QString::number(kAdvisoryLockKey)});
    return lock && lock->at(0, 0) == "t"_L1;
}

std::optional<CommitOutcome> look(Connection& connection, const QString& role, const QString& token,
                                  const QStringList& rowsAfter)
{
    const auto access = connection.query(logAccessQuery(role));
    if (!access)
        return std::nullopt;
    const LogAccess log = logAccessFrom(*access);
    // Only a run that may write the log has left a token there.
    if (log.exists && log.canRead && log.canWrite) {
        const auto row = connection.query(committedQuery(token));
        if (!row)
            return std::nullopt;
        return row->isEmpty() ? CommitOutcome::RolledBack : CommitOutcome::Committed;
    }
    const auto table = readVersionTable(connection, role);
    if (!table)
        return std::nullopt;
    return table->exists && table->rows == rowsAfter ? CommitOutcome::Committed
                                                     : CommitOutcome::RolledBack;
}

} // namespace

CommitOutcome findCommitOutcome(const ConnectionParameters& parameters, const QString& role,
                                const QString& token, const QStringList& rowsAfter,
                                const std::function<bool()>& isCancelled)
{
    const QDeadlineTimer deadline(kSearchMs);
    while (!deadline.hasExpired() && !isCancelled()) {
        const auto connection = Connection::open(parameters, 5000);
        if (connection && hasOldTransactionEnded(**connection)) {
            if (const auto outcome = look(**connection, role, token, rowsAfter))
                return *outcome;
        }
        QThread::msleep(kPauseMs);
    }
    return CommitOutcome::Unknown;
}

} // namespace socrates::core
