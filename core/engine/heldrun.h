// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/heldtransaction.h"

#include <mutex>
#include <vector>

namespace socrates::core {

/// Runs a plan in the modes that hold a database's transaction open until all of it is verified:
/// everything in one transaction per database, or both databases or neither.
///
/// Two-phase commit with the decision in one place: every database but the first is PREPAREd, then
/// the first one's COMMIT is the decision, since its log rows carry the run's id, then the others
/// are told. Whatever dies at whatever moment, those log rows are there or they are not
/// (preparedhalf.h). Where it cannot be had, the transactions are committed one after the other:
/// the narrow window.
class HeldRun
{
public:
    HeldRun(const Project& project, const Plan& plan,
            const QMap<DatabaseName, SessionPtr>& sessions, const RunOptions& options,
            QString runId, LaneCoordinator& coordinator);

    /// Blocks. The steps' ends are told to the coordinator; an error that belongs to no step is
    /// returned.
    std::optional<Error> run();
    /// From any thread.
    void cancelStatements();

    const CommitProtocol& protocol() const { return m_protocol; }
    const QList<DatabaseVerification>& verifications() const { return m_verifications; }

private:
    using Held = std::vector<std::unique_ptr<HeldTransaction>>;
    struct Failure
    {
        int step = -1; ///< -1: of the last step of the database
        DatabaseName database;
        Error error;
    };
    using Done = tl::expected<void, Failure>;

    std::optional<Error> runGroup(const QList<DatabaseName>& names);
    Done runOnce(const QList<DatabaseName>& names, Held& held);
    Done open(const QList<DatabaseName>& names, Held& held);
    Done runSteps(Held& held);
    Done verifyAll(Held& held);
    Done end(Held& held);
    Done commitOne(HeldTransaction& transaction, const QString& standing);
    Done endByTwoPhases(Held& held);
    Done endInNarrowWindow(Held& held);
    Done prepareFollowers(Held& held);
    QString expectedRows(const DatabaseName& name) const;
    QString gid(const Held& held, const HeldTransaction& transaction) const;
    void finish(const HeldTransaction& transaction);
    bool isTold(int step) const { return m_told.contains(step); }

    const Project& m_project;
    const Plan& m_plan;
    const QMap<DatabaseName, SessionPtr>& m_sessions;
    const RunOptions& m_options;
    QString m_runId;
    LaneCoordinator& m_coordinator;
    CommitProtocol m_protocol;
    QMap<DatabaseName, ExpectedState> m_expected;
    QList<DatabaseVerification> m_verifications;
    QSet<int> m_told; ///< steps whose start was told
    std::mutex m_mutex;
    QList<StatementCanceller> m_cancellers;
};

} // namespace socrates::core
