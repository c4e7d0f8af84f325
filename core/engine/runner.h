// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/blockers.h"
#include "core/engine/serverguard.h"
#include "core/engine/verification.h"

namespace socrates::core {

/// How a run's steps share transactions.
enum class TransactionMode {
    EachStep,      ///< each step its own
    AllInOne,      ///< everything of one database in one, verified before it is committed
    BothOrNeither, ///< all databases verified, then all committed or none
};

/// Why this plan cannot be run in this mode (usage.mode).
std::optional<Error> transactionModeObstacle(const Plan& plan, TransactionMode mode);

/// Why "both databases or neither" could not end this plan in two phases, only in the narrow
/// window; a part of a sentence, empty when it can.
QString twoPhaseObstacle(const Plan& plan);

/// How the mode "both databases or neither" ends its transactions.
struct CommitProtocol
{
    enum class Kind {
        OneDatabase,  ///< nothing to coordinate
        TwoPhase,     ///< prepared everywhere, decided in one place
        NarrowWindow, ///< one COMMIT after the other: a crash between them leaves a half
    };
    Kind kind = Kind::OneDatabase;
    QString obstacle; ///< why not in two phases
};

/// Moments of a run on both databases that cannot be taken back.
enum class PairMoment {
    Prepared, ///< every half but the deciding one is prepared
    Decided,  ///< the deciding half (in the narrow window: one of them) is committed
};

struct RunOptions
{
    TransactionMode mode = TransactionMode::EachStep;
    /// What the modes that verify before they commit compare with.
    ExpectedSchemaSource expected;
    int lockTimeoutMs = 5000;    ///< SET LOCAL lock_timeout, unless the revision states its own
    int statementTimeoutMs = 0;  ///< 0: none
    int commitTimeoutMs = 20000; ///< our own clock for COMMIT, which no server time-out bounds
    int lockAttempts = 3;        ///< tries of a step that fails with 55P03, 40P01 or 40001
    QString osUser;              ///< empty: the system's answer
    /// False where the databases must not be held up, whatever a revision states.
    bool heedsLockTimeoutOfRevision = true;
    /// After which the server itself ends a transaction of ours that does nothing. 0: never.
    int idleTimeoutMs = 0;
    KnownServers knownServers;  ///< what the saved connection saw when it last succeeded
    bool acceptsServer = false; ///< run although wrongServer() has something against it
};

enum class StepState { NotRun, Applied, Skipped, Failed };

/// How one step ended.
struct StepOutcome
{
    StepState state = StepState::NotRun;
    qint64 ms = 0;
    std::optional<Error> error;
    /// Applied here, but its COMMIT gave up waiting for the synchronous standby.
    bool isUnconfirmedByStandby = false;
};

/// What happens during a run. Called on the sessions' threads, several at a time. Steps are
/// indexes into Plan::steps, statements count from 0.
class RunObserver
{
public:
    virtual ~RunObserver() = default;
    virtual void stepStarted(int /*step*/) {}
    /// `tag` is the server's command tag.
    virtual void statementFinished(int /*step*/, int /*statement*/, const QString& /*tag*/,
                                   qint64 /*ms*/)
    {}
    virtual void noticeArrived(int /*step*/, const Notice& /*notice*/) {}
    /// A lock was not granted in time and the step is tried again.
    virtual void stepRetried(int /*step*/, const Error& /*reason*/, int /*pauseMs*/) {}
    /// Who stands in the way of this step, or behind it, has changed; quiet: nobody any more.
    virtual void lockSituationChanged(int /*step*/, const LockSituation& /*situation*/) {}
    /// The server has not confirmed the step's COMMIT for this long; what became of it is looked
    /// up.
    virtual void commitDelayed(int /*step*/, int /*ms*/) {}
    virtual void stepFinished(int /*step*/, const StepOutcome& /*outcome*/) {}
    virtual void protocolChosen(const CommitProtocol& /*protocol*/) {}
    virtual void pairMoment(PairMoment /*moment*/) {}
};

/// How a run ended. Success is what a fresh look at the catalogs shows (DESIGN, decision 6).
enum class RunResult {
    Applied,    ///< every step, seen by a fresh look
    Nothing,    ///< there was nothing to do
    RolledBack, ///< a step failed; it changed nothing; earlier steps of the run stand
    Stopped,    ///< at the person's wish
    Unknown,    ///< the connection was lost during COMMIT and the server cannot be asked
};

struct RunReport
{
    RunResult result = RunResult::Nothing;
    QString runId;
    QList<StepOutcome> steps;    ///< as Plan::steps
    QList<DatabaseStatus> after; ///< the fresh look at the end
    std::optional<Error> firstError;
    CommitProtocol protocol;
    /// Made inside the transactions, before they were committed or rolled back; empty when each
    /// step had its own.
    QList<DatabaseVerification> verifications;
};

/// Runs a plan. Blocks until it is over: call it on a worker thread (or main() of the command
/// line). The sessions do the work, each on its own thread. The report never lies: what it calls
/// applied has been committed and was seen again afterwards.
RunReport runPlan(const Project& project, const Plan& plan,
                  const QMap<DatabaseName, SessionPtr>& sessions, const RunOptions& options,
                  const CancelToken& token, RunObserver* observer = nullptr);

/// Moves the version rows without running anything, logged. The schema check of CONTRACT.md's
/// `stamp` (refused unless it is what the target says) is the caller's.
Result<DatabaseStatus> stampDatabase(const Project& project, Session& session,
                                     const QString& target, bool purge,
                                     const RunOptions& options = {});

/// The SQL script that does what the plan's steps do, with version bookkeeping, guarded against
/// the wrong database and the wrong starting revision; for psql. Needs no connection.
/// `range` is "[FROM:]TO" per `socrates-migrate sql`. Downgrades need FROM:TO, as in Alembic.
Result<QString> offlineScript(const Project& project, const DatabaseName& database,
                              const QString& range);

} // namespace socrates::core
