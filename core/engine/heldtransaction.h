// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/commitresolver.h"
#include "core/engine/lane.h"
#include "core/engine/verification.h"

namespace socrates::core {

/// One database's steps in one transaction, on a connection of its own, which stays open until
/// somebody decides: commit, prepare or roll back. Used by one thread.
class HeldTransaction
{
public:
    HeldTransaction(std::unique_ptr<Connection> connection, const Plan& plan,
                    const DatabaseStatus& status, StepContext context,
                    LaneCoordinator& coordinator);

    const DatabaseName& database() const { return m_context.database; }
    const DatabaseStatus& status() const { return m_status; }
    const StepContext& context() const { return m_context; }
    Connection& connection() { return *m_connection; }
    /// The steps that were run, in order, with their milliseconds.
    const QList<std::pair<int, qint64>>& done() const { return m_done; }

    /// The COMMIT no longer waited for its synchronous standby.
    bool isUnconfirmedByStandby() const { return m_isUnconfirmedByStandby; }

    /// BEGIN, settings, advisory lock, version table. `step`: the first one.
    Result<void> begin(int step);
    Result<void> runStep(int step);
    /// What COMMIT would check: a deferred constraint must speak before the decision.
    Result<void> checkConstraints();
    /// Of the uncommitted work. A difference is an error (schema.verification_failed).
    Result<void> verify(const Project& project, const ExpectedState& expected,
                        DatabaseVerification& verification);
    Result<void> prepare(const QString& gid);
    Result<void> commit();
    /// After commit() failed with conn.lost.
    CommitOutcome findOutcome() const;
    void rollBack();
    /// After a roll-back.
    void logFailure(int step, const Error& error);

private:
    std::unique_ptr<Connection> m_connection;
    const Plan& m_plan;
    DatabaseStatus m_status;
    StepContext m_context;
    LaneCoordinator& m_coordinator;
    VersionTable m_table;
    LogAccess m_log;
    QString m_lastToken;
    QList<std::pair<int, qint64>> m_done;
    bool m_isUnconfirmedByStandby = false;
};

/// "40001" and its like as busy.lock, a cancel as stopped.cancelled; else the error itself.
Error judgedFailure(Error error, const LaneCoordinator& coordinator);

} // namespace socrates::core
