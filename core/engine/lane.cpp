// SPDX-License-Identifier: MIT
#include "core/engine/lane.h"
#include "core/base/safeguard.h"
#include "core/base/texts.h"

#include <QThread>

namespace socrates::core {

using namespace Qt::StringLiterals;

PipelineItem takeAdvisoryLock()
{
    if (!isSafeguardOn("advisory-lock"))
        return {u"SELECT 1"_s, {}};
    return {u"SELECT CASE WHEN pg_try_advisory_xact_lock($1) THEN 1 "
            "ELSE ('somebody else is migrating ' || pg_backend_pid()::text)::int END"_s,
            {QString::number(kAdvisoryLockKey)}};
}

struct Lane::Layout : StepLayout
{
    qsizetype commit = -1; ///< of the step before
    qsizetype lock = -1;
    qsizetype createTable = -1;
};

Lane::Lane(Connection& connection, const Plan& plan, const DatabaseStatus& status, QString role,
           QString runId, const RunOptions& options, LaneCoordinator& coordinator)
    : m_connection(connection)
    , m_coordinator(coordinator)
    , m_context{plan, status.name, connection.server(), std::move(role), std::move(runId), options}
    , m_table(status.versionTable)
    , m_log(status.log)
    , m_guard(status)
{}

void Lane::run(const QList<int>& steps)
{
    const qsizetype next = runInOrder(steps);
    if (!m_lostAfterCommit || next >= steps.size() || !m_coordinator.mayStart())
        return;
    // Nobody stopped the run: what it did not come to has a reason.
    Error error = locate(steps.at(next), -1, *m_lostAfterCommit);
    error.code = u"run.connection_lost"_s;
    error.hint = Texts::tr("The connection was lost after the step before this one was committed; "
                           "this one was not begun. Start the same again: it goes on here.");
    m_coordinator.finished(steps.at(next), {StepState::Failed, 0, error});
}

/// The index of the first step that was not begun.
qsizetype Lane::runInOrder(const QList<int>& steps)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const int step = steps.at(i);
        if (!m_coordinator.mayStart()) {
            commitPending();
            return i;
        }
        if (!planned(step).waitsFor.isEmpty()) {
            // No lock is held while waiting for another database.
            if (!commitPending() || !m_coordinator.waitFor(planned(step).waitsFor))
                return i;
        }
        Error error;
        Attempt attempt = Attempt::Retry;
        for (int tries = 1; attempt == Attempt::Retry; ++tries) {
            const bool isPipelined = planned(step).step.section().transactional;
            if (!isPipelined && !commitPending())
                return i;
            if (tries == 1) {
                m_holders.clear();
                m_coordinator.started(step);
            }
            attempt =
                isPipelined ? runTransactional(step, error) : runStatementByStatement(step, error);
            if (attempt == Attempt::Retry && !pauseBeforeRetry(step, tries, error))
                attempt = Attempt::Failed;
        }
        if (attempt == Attempt::NotRun)
            return i + 1;
        if (attempt == Attempt::Skipped) {
            m_coordinator.finished(step, {StepState::Skipped, 0, std::nullopt});
        } else if (attempt == Attempt::Failed) {
            m_coordinator.finished(step, {StepState::Failed, 0, error});
            commitPending();
            return i + 1;
        }
        if (m_isLost)
            return i + 1;
    }
    commitPending();
    return steps.size();
}

Lane::Layout Lane::layOut(int step, const QString& token)
{
    Layout layout;
    QList<PipelineItem>& items = layout.items;
    if (m_pending) {
        layout.commit = items.size();
        items << commitItem();
    }
    if (isSafeguardOn("own-settings")) {
        items << PipelineItem{u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s, {}};
        items << settingsItem(step, true);
    } else {
        items << PipelineItem{u"BEGIN"_s, {}};
    }
    layout.lock = items.size();
    items << takeAdvisoryLock();
    if (!m_isServerKnown)
        m_guard.appendTo(items);
    // The step before, whose COMMIT goes ahead of this one, has made both.
    const bool isTableThere = m_table.exists || m_pending;
    const bool isLogThere = m_log.exists || m_pending;
    if (!isTableThere) {
        layout.createTable = items.size();
        items << PipelineItem{createVersionTableSql(m_table.schema), {}};
    } else if (isSafeguardOn("table-lock")) {
        // Makes a plain Alembic that arrives late wait at its UPDATE, and then fail and roll back.
        items << lockVersionTable(m_table);
    }
    LogAccess log = m_log;
    log.exists = isLogThere;
    log.canWrite = log.canWrite || (isLogThere && m_log.isUsable());
    m_context.appendWork(layout, step, token, m_table, log);
    if (!isSafeguardOn("judge-before-commit"))
        items << PipelineItem{u"COMMIT"_s, {}};
    return layout;
}

Lane::Attempt Lane::runTransactional(int step, Error& error)
{
    const QString token = newLogToken();
    const Layout layout = layOut(step, token);
    const LineageStep& lineage = planned(step).step;
    QElapsedTimer clock;
    clock.start();
    qint64 seen = 0;
    qint64 duration = -1;
    const auto judge = [&](qsizetype item, const Rows& rows) -> Result<void> {
        if (item == layout.commit) {
            if (const auto done = m_context.requireTag(u"COMMIT"_s, rows.commandTag); !done)
                return done;
            confirmPending();
            clock.restart();
        } else if (layout.isStatement(item)) {
            const qint64 now = clock.elapsed();
            m_coordinator.statementDone(step, int(item - layout.firstStatement), rows.commandTag,
                                        now - seen);
            seen = now;
        } else if (layout.isChange(item)) {
            if (rows.affected() != 1 && isSafeguardOn("one-row"))
                return fail(versionChangeError(lineage.versionChanges.at(item - layout.firstChange),
                                               rows.affected()));
        } else if (item == layout.log && !rows.isEmpty()) {
            duration = rows.at(0, 1).toLongLong();
        }
        return {};
    };
    const auto outcome = m_connection.pipeline(layout.items, judge);
    m_coordinator.notices(step, m_connection.takeNotices());
    if (!outcome)
        return judgeFailure(step, layout, outcome.error(), error);
    if (!m_connection.isInTransaction() || m_connection.isInFailedTransaction()) {
        rollBack();
        error = m_context.transactionEnded(step);
        return Attempt::Failed;
    }
    m_isServerKnown = true;
    m_pending = Pending{step, token, duration >= 0 ? duration : clock.elapsed()};
    return Attempt::Done;
}

Lane::Attempt Lane::judgeFailure(int step, const Layout& layout,
                                 const Connection::PipelineFailure& failure, Error& error)
{
    const qsizetype item = failure.item;
    if (failure.error.code == "conn.lost"_L1) {
        m_isLost = true;
        if (m_pending)
            resolveLostCommit(failure.error);
        error = locate(step, layout.isStatement(item) ? item - layout.firstStatement : -1,
                       failure.error);
        error.code = u"run.connection_lost"_s;
        return Attempt::Failed;
    }
    if (m_pending) { // its COMMIT itself failed: a deferred constraint, for example
        rollBack();
        failPending(failure.error);
        return Attempt::NotRun;
    }
    rollBack();
    if (item == layout.lock && failure.error.sqlState == "22P02"_L1) {
        error = migratingError(m_connection, m_context.database.text());
        return Attempt::Retry;
    }
    if (!m_isServerKnown) {
        if (const auto meaning = m_guard.meaningOf(item, failure.error)) {
            m_guard.cleanUp(m_connection);
            error = *meaning;
            return Attempt::Failed;
        }
    }
    const bool isMoved = item == layout.rows && failure.error.sqlState == "22P02"_L1;
    const bool isCreatedByOther =
        item == layout.createTable &&
        (failure.error.sqlState == "42P07"_L1 || failure.error.sqlState == "23505"_L1);
    if (isMoved || isCreatedByOther)
        return rowsMoved(step, error);
    error =
        locate(step, layout.isStatement(item) ? item - layout.firstStatement : -1, failure.error);
    if (m_coordinator.isCancelled() && error.sqlState == "57014"_L1) {
        error.code = u"stopped.cancelled"_s;
        error.hint = Texts::tr("The step was rolled back and changed nothing.");
        return Attempt::Failed;
    }
    if (isContention(error.sqlState)) {
        nameHolders(error);
        return Attempt::Retry;
    }
    if (layout.isChange(item) && error.sqlState == "22001"_L1)
        error.hint = Texts::tr(
            "Alembic's version table holds at most 32 characters: give the revision a shorter id.");
    logFailure(step, error);
    return Attempt::Failed;
}

void Lane::nameHolders(Error& error)
{
    error.code = u"busy.lock"_s;
    QStringList holders;
    for (const OtherSession& holder : m_coordinator.takeBlockers(m_context.database))
        holders << holder.text();
    // The watch looks now and then: a short wait may end before it has seen anybody.
    if (!holders.isEmpty())
        m_holders = holders;
    if (!m_holders.isEmpty())
        error.detail = Texts::tr("The lock is held by %1.").arg(clauses(m_holders));
}

Lane::Attempt Lane::rowsMoved(int step, Error& error)
{
    const auto table = readVersionTable(m_connection, m_context.role);
    if (!table) {
        error = locate(step, -1, table.error());
        return Attempt::Failed;
    }
    const bool wasMissing = !m_table.exists;
    m_table = *table;
    // Whoever was here has made the log as well.
    if (const auto access = m_connection.query(logAccessQuery(m_context.role)))
        m_log = logAccessFrom(*access);
    const LineageStep& lineage = planned(step).step;
    const QStringList rows = m_table.rows;
    if (rows == idTexts(lineage.rowsBefore) &&
        wasMissing) // only the table itself was made by somebody else
        return Attempt::Retry;
    if (rows == idTexts(lineage.rowsAfter))
        return Attempt::Skipped;
    // Further along the same plan: whoever it was does, or did, what was planned here.
    for (int later = step + 1; later < m_context.plan.steps.size(); ++later) {
        if (planned(later).database == m_context.database &&
            rows == idTexts(planned(later).step.rowsAfter))
            return Attempt::Skipped;
    }
    error.code = u"busy.moved"_s;
    error.database = m_context.database.text();
    error.revision = lineage.revision->id.text();
    error.summary =
        Texts::tr("Somebody else moved %1 while this was planned: its version table now holds %2.")
            .arg(m_context.database.text(),
                 rows.isEmpty() ? Texts::tr("no row") : rows.join(u", "_s));
    error.hint = Texts::tr("Nothing was run on top of it. Look at the status and plan again.");
    return Attempt::Failed;
}

void Lane::rollBack()
{
    if (m_connection.isInTransaction())
        static_cast<void>(
            m_connection.query(u"ROLLBACK"_s)); // a lost connection rolls back by itself
}

bool Lane::pauseBeforeRetry(int step, int attempt, const Error& reason)
{
    if (attempt >= m_context.options.lockAttempts || !m_coordinator.mayStart()) {
        if (reason.code == "busy.lock"_L1)
            logFailure(step, reason);
        return false;
    }
    const int pauseMs = retryPauseMs(attempt);
    m_coordinator.retrying(step, reason, pauseMs);
    QThread::msleep(static_cast<unsigned long>(pauseMs));
    return true;
}

} // namespace socrates::core
