// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/rehearsalcoordinator.h"
#include "core/engine/rehearse.h"
#include "core/schema/replay.h"

#include <vector>

namespace socrates::core {

/// A rehearsal in copies of the databases' structure, made for it on another server and dropped
/// afterwards. The copies hold no rows. Steps are committed there, so that those outside of
/// transactions, and what comes after them, can be tried too. One thread.
class CopyRehearsal
{
public:
    CopyRehearsal(const Project& project, const Plan& plan,
                  const QMap<DatabaseName, SessionPtr>& sessions, const RehearsalOptions& options,
                  RehearsalCoordinator& coordinator);

    Rehearsal run();

private:
    struct Copy
    {
        std::unique_ptr<TemporaryDatabase> database;
        ConnectionParameters parameters;
        RehearsedDatabase result;
        QList<RevisionId> rowsAfter;
    };
    using CopyPtr = std::unique_ptr<Copy>;

    Result<void> attempt(Rehearsal& rehearsal);
    Result<CopyPtr> make(Connection& admin, const DatabaseName& name);
    Result<void> fill(Connection& connection, const DatabaseStatus& status, Copy& copy);
    QString differenceFromReal(const DatabaseName& name, const Schema& copied) const;
    Result<void> runStep(Copy& copy, int step, RehearsedStep& outcome);
    Result<void> runInTransaction(std::unique_ptr<Connection> connection,
                                  const DatabaseStatus& status, StepContext context, int step,
                                  RehearsedStep& outcome);
    Result<void> verify(Copy& copy);
    Result<std::unique_ptr<Connection>> connect(const Copy& copy);

    const Project& m_project;
    Plan m_plan; ///< `databases` are the copies' as they are made
    const QMap<DatabaseName, SessionPtr>& m_sessions;
    const RehearsalOptions& m_options;
    RehearsalCoordinator& m_coordinator;
    RunOptions m_runOptions;
    QString m_runId;
    std::unique_ptr<Connection> m_admin; ///< before the copies, which it drops
    std::vector<CopyPtr> m_copies;
};

} // namespace socrates::core
