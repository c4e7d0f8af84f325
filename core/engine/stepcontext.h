// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runner.h"

#include <functional>

namespace socrates::core {

/// Which item of a step's pipeline is what.
struct StepLayout
{
    QList<PipelineItem> items;
    qsizetype rows = -1;
    qsizetype firstStatement = -1;
    qsizetype statementCount = 0;
    qsizetype firstChange = -1;
    qsizetype changeCount = 0;
    qsizetype log = -1;

    bool isStatement(qsizetype item) const
    {
        return item >= firstStatement && item < firstStatement + statementCount;
    }
    bool isChange(qsizetype item) const
    {
        return item >= firstChange && item < firstChange + changeCount;
    }
};

/// The statements that make a step of a plan, and its words for the log and for errors: the same
/// whichever way its transaction begins and ends.
struct StepContext
{
    const Plan& plan;
    DatabaseName database;
    ServerInfo server;
    QString role;
    QString runId;
    RunOptions options;

    const LineageStep& step(int index) const { return plan.steps.at(index).step; }
    /// What a role's or a database's defaults must not decide.
    PipelineItem settings(int step, const QString& schema, bool isLocal) const;
    /// Rows asserted, statements, rows changed, log row. `log` as it will be found by then.
    void appendWork(StepLayout& layout, int step, const QString& token, const VersionTable& table,
                    const LogAccess& log) const;
    LogEntry logEntry(int step, const QString& token) const;
    /// The transaction that notes a failure, from BEGIN to COMMIT.
    QList<PipelineItem> failureItems(int step, const Error& error, const QString& schema,
                                     const LogAccess& log) const;
    /// Adds database, revision, file and line. `statement` -1: the section as a whole.
    Error locate(int step, qsizetype statement, Error error) const;
    /// sql.transaction_ended: something in the revision ended our transaction, so nothing of it can
    /// be vouched for.
    Error transactionEnded(int step) const;
    /// sql.not_committed, unless the server did what was asked: a failed transaction answers COMMIT
    /// with ROLLBACK, and calls that a success.
    Result<void> requireTag(const QString& asked, const QString& tag) const;
};

/// COMMIT, bounded by our own clock wherever it is sent: no time-out of the server bounds the wait
/// for a synchronous standby.
PipelineItem commitItem(const RunOptions& options, std::function<void()> onLate = {});

/// Only these mean "try again": contention, never a fault of the revision.
bool isContention(const QString& sqlState);
/// Before the next try, growing and with jitter so that two operators do not meet again.
int retryPauseMs(int attempt);
bool isUnconfirmedByStandby(const QList<Notice>& notices);

} // namespace socrates::core
