// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/serverguard.h"
#include "core/engine/stepcontext.h"

#include <QElapsedTimer>

namespace socrates::core {

/// The advisory lock that two operators compete for, one per database since PostgreSQL scopes
/// advisory locks by database. The number only has to be the same in every copy of the program.
inline constexpr qint64 kAdvisoryLockKey = 0x536F637241646D; // "SocrAdm"

/// Takes the lock until the end of the transaction, or fails (22P02) when somebody else holds it.
/// Never the waiting form: it would deadlock with another runner's CREATE INDEX CONCURRENTLY.
PipelineItem takeAdvisoryLock();

/// What the lanes of a run tell each other and the caller. Implemented by runPlan; every method
/// may be called from any lane's thread.
class LaneCoordinator
{
public:
    virtual ~LaneCoordinator() = default;
    virtual void started(int step) = 0;
    virtual void statementDone(int step, int statement, const QString& tag, qint64 ms) = 0;
    virtual void notices(int step, const QList<Notice>& notices) = 0;
    virtual void retrying(int step, const Error& reason, int pauseMs) = 0;
    virtual void finished(int step, const StepOutcome& outcome) = 0;
    virtual void commitDelayed(int step, int ms) = 0;
    /// Who was seen blocking this database's lane since the last call.
    virtual QList<OtherSession> takeBlockers(const DatabaseName& database) = 0;
    /// Waits until all these steps of other databases are committed; false: they never will be.
    virtual bool waitFor(const QList<int>& steps) = 0;
    /// False once any lane failed or the person asked to stop: start no further step.
    virtual bool mayStart() const = 0;
    virtual bool isCancelled() const = 0;
    virtual void protocolChosen(const CommitProtocol& /*protocol*/) {}
    virtual void pairMoment(PairMoment /*moment*/) {}
};

/// Runs one database's steps of a plan, on the thread of its session.
///
/// The COMMIT of a step travels in one pipeline with the next step's statements: one round trip a
/// revision. It is only sent after every result of its step was seen and judged right.
class Lane
{
public:
    Lane(Connection& connection, const Plan& plan, const DatabaseStatus& status, QString role,
         QString runId, const RunOptions& options, LaneCoordinator& coordinator);

    /// `steps`: indexes into the plan, in order.
    void run(const QList<int>& steps);

private:
    /// A step whose statements are done and whose COMMIT has not been sent.
    struct Pending
    {
        int step = -1;
        QString token;
        qint64 ms = 0;
    };
    enum class Attempt { Done, Skipped, Retry, Failed, NotRun };
    /// Where an interrupted transaction:false step goes on.
    struct Resume
    {
        int done = 0;           ///< statements done before
        bool isResumed = false; ///< there was a try before
        QString sqlState; ///< what refused the next one; empty: nobody knows what became of it
    };
    struct Layout; ///< which item of the pipeline is what

    /// The index of the first step that was not begun.
    qsizetype runInOrder(const QList<int>& steps);
    /// The guard's questions in a transaction of their own, where the step has none.
    Result<void> askServer();

    Attempt runTransactional(int step, Error& error);
    Attempt judgeFailure(int step, const Layout& layout, const Connection::PipelineFailure& failure,
                         Error& error);
    Attempt runStatementByStatement(int step, Error& error);
    Attempt runStatements(int step, const QString& token, const Resume& resume, Error& error);
    Result<void> confirmWithNotesOnly();
    /// BEGIN of a transaction whose COMMIT is ours and waits for the standby, bounded.
    QList<PipelineItem> beginConfirmed(const QString& begin) const;
    Result<void> note(QList<PipelineItem> items);
    /// Runs a statement and notes it as done, both or neither where a transaction can hold it.
    /// `isDone`: the statement stays done, even when the note of it failed.
    Result<Rows> runNoted(const Statement& statement, const QString& token, int done, bool& isDone);
    Result<Rows> runFirst(const Statement& statement, const QString& token, const Resume& resume,
                          bool& isDone);
    /// Notes and tells that a statement, or the note of it, failed.
    Error failureOf(int step, int statement, bool isDone, const QString& token,
                    const Error& reason);
    Attempt closeStatements(int step, const QString& token, Error& error);
    Result<Resume> resumePoint(int step);
    enum class Before {
        NotDone,
        Done,    ///< what it was for is so: it had taken effect when it was cut off
        Refused, ///< what refused it then is still so
    };
    /// What became of the statement at which an interrupted step goes on. Drops the half-made index
    /// that it left.
    Result<Before> lookBefore(const Statement& statement, const Resume& resume);
    /// True for a lost connection, which gets the code of one lost during a run.
    bool noteLoss(Error& error);
    PipelineItem commitItem() const;
    bool commitPending();
    void confirmPending();
    void failPending(const Error& reason);
    void resolveLostCommit(const Error& reason);

    Layout layOut(int step, const QString& token);
    PipelineItem settingsItem(int step, bool isLocal) const
    {
        return m_context.settings(step, m_table.schema, isLocal);
    }
    LogEntry logEntry(int step, const QString& token) const
    {
        return m_context.logEntry(step, token);
    }
    void logFailure(int step, const Error& error);
    void rollBack();
    /// Looks at the rows again: somebody else may have run this step meanwhile.
    Attempt rowsMoved(int step, Error& error);
    /// A lock that was not granted, and who held it.
    void nameHolders(Error& error);
    Error locate(int step, qsizetype statement, const Error& error) const
    {
        return m_context.locate(step, statement, error);
    }
    bool pauseBeforeRetry(int step, int attempt, const Error& reason);

    const PlannedStep& planned(int step) const { return m_context.plan.steps.at(step); }

    Connection& m_connection;
    LaneCoordinator& m_coordinator;
    StepContext m_context;
    VersionTable m_table;
    LogAccess m_log;
    ServerGuard m_guard;
    bool m_isServerKnown = false; ///< the guard's questions were answered well
    std::optional<Pending> m_pending;
    QString m_confirmation; ///< the synchronous_commit that the server's own COMMITs do without
    QStringList m_holders;  ///< who was last seen to hold what this step waits for
    bool m_isLost = false;  ///< the connection is gone; nothing more can be run on it
    std::optional<Error> m_lostAfterCommit; ///< why, when the last COMMIT was found to have arrived
};

} // namespace socrates::core
