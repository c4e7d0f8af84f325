// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/heldtransaction.h"
#include "core/engine/rehearsalcoordinator.h"
#include "core/engine/rehearse.h"
#include "core/engine/sequenceguard.h"

#include <vector>

namespace socrates::core {

/// A rehearsal on the real databases: one transaction in each, held open together, measured after
/// every step, verified at the end and rolled back. One thread.
class HeldRehearsal
{
public:
    HeldRehearsal(const Project& project, const Plan& plan,
                  const QMap<DatabaseName, SessionPtr>& sessions, const RehearsalOptions& options,
                  RehearsalCoordinator& coordinator);

    Rehearsal run();

private:
    /// One database's transaction and what watches over it.
    struct Held
    {
        std::unique_ptr<HeldTransaction> transaction;
        QString mainSchema;
        LockMeter meter;
        SequenceGuard sequences;
        Result<ExpectedState> expected;
        RehearsedDatabase result;
        int firstStep = -1;
    };
    using HeldPtr = std::unique_ptr<Held>;

    Result<void> attempt(Rehearsal& rehearsal);
    Result<HeldPtr> open(const DatabaseName& name);
    Result<void> begin(Held& held);
    Result<void> runSteps(Rehearsal& rehearsal);
    Result<void> runStep(Held& held, int step, RehearsedStep& outcome);
    Result<void> verify(Held& held);
    /// Rolls back and looks at what is left.
    void end(Rehearsal& rehearsal);
    Error judged(const DatabaseName& database, Error error) const;
    bool cutsAt(int step, const Error& error);

    const Project& m_project;
    const Plan& m_plan;
    const QMap<DatabaseName, SessionPtr>& m_sessions;
    const RehearsalOptions& m_options;
    RehearsalCoordinator& m_coordinator;
    RunOptions m_runOptions;
    QString m_runId;
    QStringList m_obstacles;         ///< as rehearsalObstacles()
    QMap<int, QString> m_foundOnTry; ///< obstacles that only the server could name
    std::vector<HeldPtr> m_held;
};

/// `found`: obstacles that a try has shown, by step.
QStringList rehearsalObstacles(const Plan& plan, const QMap<int, QString>& found);

} // namespace socrates::core
