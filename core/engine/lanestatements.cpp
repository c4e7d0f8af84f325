// SPDX-License-Identifier: MIT
// The part of Lane that runs transaction:false steps: statement by statement, each committed by
// itself, with the log saying how far it came so that it can go on there.
#include "core/engine/lane.h"

#include <QScopeGuard>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The session lock that keeps a second operator away for the whole step. It lives on a connection
/// of its own, because the working connection commits after every statement.
Result<std::unique_ptr<Connection>> takeSessionLock(const ConnectionParameters& parameters,
                                                    const QString& applicationName)
{
    auto guard = Connection::open(parameters);
    if (!guard)
        return guard;
    const auto rows = (*guard)->query(u"SELECT pg_try_advisory_lock($1), pg_backend_pid(), "
                                      "set_config('application_name', $2, false)"_s,
                                      {QString::number(kAdvisoryLockKey), applicationName});
    if (!rows)
        return fail(rows.error());
    Error error;
    if (rows->at(0, 1).toInt() != (*guard)->server().backendPid) {
        error.code = u"run.pooled"_s;
        error.summary = u"This step needs a direct connection: a pooler stands between."_s;
        error.detail = u"Behind a pooler in transaction mode a session lock protects nobody."_s;
        error.hint = u"Give the port of PostgreSQL itself."_s;
        return fail(error);
    }
    if (rows->at(0, 0) != "t"_L1) {
        error.code = u"busy.migrating"_s;
        return fail(error);
    }
    return guard;
}

/// What a failed CREATE INDEX CONCURRENTLY leaves behind.
QString invalidIndexes(Connection& connection)
{
    const auto rows =
        connection.query(u"SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"_s);
    if (!rows || rows->isEmpty())
        return {};
    return u"The index %1 is invalid and should be dropped (DROP INDEX CONCURRENTLY %1) before the step is run again."_s
        .arg(rows->at(0, 0));
}

} // namespace

Result<int> Lane::resumePoint(int step)
{
    if (!m_log.exists || !m_log.canRead)
        return 0;
    const LineageStep& lineage = planned(step).step;
    const auto newest = m_connection.query(newestEntryQuery(lineage.revision->id));
    if (!newest)
        return fail(newest.error());
    if (newest->isEmpty() || newest->at(0, 0) != eventText(LogEntry::Event::Failure) ||
        newest->at(0, 1) != logEntry(step, {}).direction)
        return 0;
    const int done = newest->at(0, 2).toInt();
    if (done > 0 && newest->at(0, 3) != lineage.section().meaningHash()) {
        Error error;
        error.code = u"run.changed_since_interrupted"_s;
        error.summary = u"%1 was interrupted after statement %2, and its file was changed since."_s
                            .arg(lineage.revision->id.text())
                            .arg(done);
        error.hint = u"Restore the file as it was run (the log holds it), finish the step, and "
                     u"make the change in a new "
                     "revision."_s;
        return fail(error);
    }
    return done;
}

Lane::Attempt Lane::runStatementByStatement(int step, Error& error)
{
    const auto guard = takeSessionLock(m_connection.parameters(), applicationName(step));
    if (!guard) {
        if (guard.error().code == "busy.migrating"_L1) {
            error = migratingError(m_connection, m_database.text());
            return Attempt::Retry;
        }
        error = locate(step, -1, guard.error());
        return Attempt::Failed;
    }
    const auto failed = [&](const Error& reason) {
        error = locate(step, -1, reason);
        return Attempt::Failed;
    };
    const auto table = readVersionTable(m_connection, m_role);
    if (!table)
        return failed(table.error());
    m_table = *table;
    if (m_table.rows != idTexts(planned(step).step.rowsBefore))
        return rowsMoved(step, error);
    const auto first = resumePoint(step);
    if (!first)
        return failed(first.error());

    const auto reset = qScopeGuard([this] {
        static_cast<void>(m_connection.query(u"RESET ROLE"_s));
        static_cast<void>(m_connection.query(u"RESET ALL"_s));
    });
    if (const auto set = m_connection.query(settingsItem(step, false)); !set)
        return failed(set.error());
    const QString token = newLogToken();
    if (m_log.isUsable()) {
        LogEntry entry = logEntry(step, token);
        entry.event = LogEntry::Event::Failure; // until it is done: a crash leaves the truth behind
        entry.rowsAfter = entry.rowsBefore;
        entry.statementsDone = *first;
        entry.message = u"interrupted"_s;
        QList<PipelineItem> items;
        if (!m_log.exists)
            items << createLogItems();
        items << insertLogItem(entry);
        if (const auto logged = m_connection.pipeline(items); !logged)
            return failed(logged.error().error);
        m_log = {true, true, true, false};
    }
    const Attempt attempt = runStatements(step, token, *first, error);
    return attempt == Attempt::Done ? closeStatements(step, token, error) : attempt;
}

Lane::Attempt Lane::runStatements(int step, const QString& token, int first, Error& error)
{
    const QList<Statement>& statements = planned(step).step.section().statements;
    for (int i = first; i < statements.size(); ++i) {
        QElapsedTimer clock;
        clock.start();
        const auto rows = m_connection.query(statements.at(i).text);
        m_coordinator.notices(step, m_connection.takeNotices());
        if (!rows) {
            error = locate(step, i, rows.error());
            if (error.code == "conn.lost"_L1) {
                m_isLost = true;
                error.code = u"run.connection_lost"_s;
                error.hint = u"Statements 1 to %1 of this step are done; whether this one was done "
                             u"must be looked up. "
                             "Running the upgrade again goes on here."_s.arg(i);
                return Attempt::Failed;
            }
            if (m_coordinator.isCancelled() && error.sqlState == "57014"_L1)
                error.code = u"stopped.cancelled"_s;
            const QString done = u"The step is not transactional: its first %1 of %2 statements "
                                 u"are done and stay; running it "
                                 "again goes on at this one. "_s.arg(i)
                                     .arg(statements.size());
            error.hint = done + invalidIndexes(m_connection) + u' ' + error.hint;
            if (m_log.exists)
                static_cast<void>(
                    m_connection.query(updateProgressItem(token, i, error.sqlState, error.text())));
            return Attempt::Failed;
        }
        m_coordinator.statementDone(step, i, rows->commandTag, clock.elapsed());
        if (m_log.exists) {
            if (const auto noted = m_connection.query(updateProgressItem(token, i + 1)); !noted) {
                error = locate(step, i, noted.error());
                return Attempt::Failed;
            }
        }
    }
    return Attempt::Done;
}

Lane::Attempt Lane::closeStatements(int step, const QString& token, Error& error)
{
    const LineageStep& lineage = planned(step).step;
    QList<PipelineItem> items{{u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s, {}}};
    if (!m_table.exists)
        items << PipelineItem{createVersionTableSql(m_table.schema), {}};
    items << assertVersionRows(m_table, lineage.rowsBefore);
    const qsizetype firstChange = items.size();
    for (const VersionChange& change : lineage.versionChanges)
        items << versionChangeItem(m_table, change);
    const qsizetype log = items.size();
    if (m_log.exists)
        items << finishProgressItem(token, logEntry(step, token).event, idTexts(lineage.rowsAfter));
    qint64 duration = 0;
    const auto done =
        m_connection.pipeline(items, [&](qsizetype item, const Rows& rows) -> Result<void> {
            if (item >= firstChange && item < firstChange + lineage.versionChanges.size() &&
                rows.affected() != 1)
                return fail(versionChangeError(lineage.versionChanges.at(item - firstChange),
                                               rows.affected()));
            if (item == log && !rows.isEmpty())
                duration = rows.at(0, 1).toLongLong();
            return {};
        });
    if (!done) {
        rollBack();
        error = locate(step, -1, done.error().error);
        return Attempt::Failed;
    }
    m_pending = Pending{step, token, duration};
    return commitPending() ? Attempt::Done : Attempt::NotRun;
}

} // namespace socrates::core
