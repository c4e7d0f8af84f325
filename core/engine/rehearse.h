// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/lockmeter.h"
#include "core/engine/runner.h"

namespace socrates::core {

/// Where a plan is tried.
enum class RehearsalPlace {
    RealDatabases, ///< in real transactions, which are rolled back
    Copies,        ///< in copies of the structure, without rows, on another server
};

struct RehearsalOptions
{
    RehearsalPlace place = RehearsalPlace::RealDatabases;
    /// Short, whatever a revision states: the databases are in use.
    int lockTimeoutMs = 2000;
    /// Of the whole rehearsal, whose locks last until its end; 0: none.
    int capMs = 60000;
    ExpectedSchemaSource expected;
    QString osUser; ///< empty: the system's answer
    /// Copies: superuser of the server on which they are made, outside any database of the project.
    std::optional<ConnectionParameters> copyServer;
};

/// What became of one step.
struct RehearsedStep
{
    enum class State {
        NotReached,        ///< an earlier step failed, or it was stopped
        Rehearsed,         ///< it ran
        Failed,            ///< it ran into `error`
        CannotBeRehearsed, ///< see `reason`
    };
    State state = State::NotReached;
    qint64 ms = 0; ///< of its statements and its bookkeeping
    QList<MeasuredLock> locks;
    QList<MeasuredRewrite> rewrites;
    QList<MeasuredRows> rows;
    bool isMeasured = false; ///< false: locks and rewrites could not be measured
    QString reason;
    std::optional<Error> error; ///< with file and line
};

/// What became of one database's part.
struct RehearsedDatabase
{
    DatabaseName name;
    QString copiedBy; ///< one sentence; empty: the real database
    Schema before;
    Schema after;       ///< at the last step that was rehearsed; as `before` when none was
    Comparison changes; ///< from before to after: extra is created, missing is dropped
    /// The full verification inside the transaction; none when no step got that far.
    std::optional<DatabaseVerification> verification;
    /// What is not as it was before: sentences. Sequences, which no roll-back takes back.
    QStringList leftBehind;
};

enum class RehearsalResult {
    WouldSucceed,
    WouldFail,
    WouldDiffer, ///< every step runs, and the schema is then not what the revisions say
    Busy,        ///< somebody else is migrating, or a lock was not granted in time
    Stopped,     ///< at the person's wish, or at the cap
    Nothing,     ///< nothing is pending
};

struct Rehearsal
{
    RehearsalPlace place = RehearsalPlace::RealDatabases;
    RehearsalResult result = RehearsalResult::Nothing;
    QList<RehearsedStep> steps; ///< as Plan::steps
    QList<RehearsedDatabase> databases;
    std::optional<Error> firstError;
    qint64 ms = 0;     ///< of the steps together
    qint64 openMs = 0; ///< how long the transactions, and with them the locks, lasted

    /// Every step could be rehearsed.
    bool isComplete() const;
};

/// Tries a plan: its steps in their transactions with bookkeeping and verification, both databases
/// held open at once, and then rolls everything back. Nothing is changed. Blocks: call it on a
/// worker thread. The token's stop and cancel are the same here. The observer is told of steps as
/// in a run; a step that was rehearsed ends as Applied.
Rehearsal rehearsePlan(const Project& project, const Plan& plan,
                       const QMap<DatabaseName, SessionPtr>& sessions,
                       const RehearsalOptions& options, const CancelToken& token,
                       RunObserver* observer = nullptr);

/// What keeps each step of a plan from being rehearsed in a transaction, by its text alone: one
/// sentence, or empty. What comes after such a step in the same database, or requires it, cannot
/// either.
QStringList rehearsalObstacles(const Plan& plan);

} // namespace socrates::core
