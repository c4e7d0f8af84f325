// SPDX-License-Identifier: MIT
// The part of Lane that runs transaction:false steps: statement by statement, each committed by
// itself, with the log saying how far it came so that it can go on there.
#include "core/base/safeguard.h"
#include "core/base/texts.h"
#include "core/engine/invalidindexes.h"
#include "core/engine/lane.h"
#include "core/postgres/networksettings.h"
#include "core/sql/statementkind.h"

#include <QScopeGuard>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The session lock that keeps a second operator away for the whole step. The connection that works
/// holds it: when this program dies in the middle of a statement the server goes on with it, and
/// nobody may begin before that has ended; when the network goes dark the server must let go of it.
Result<void> takeSessionLock(Connection& connection)
{
    if (!isSafeguardOn("advisory-lock"))
        return {};
    const auto rows = connection.query(
        u"SELECT pg_backend_pid() = $2::int, "
        "CASE WHEN pg_backend_pid() = $2::int THEN pg_try_advisory_lock($1) END, "
        "CASE WHEN pg_backend_pid() = $2::int THEN pg_catalog.concat("_s +
            networkSettingCalls(connection.server(), false).join(u", "_s) + u") END"_s,
        {QString::number(kAdvisoryLockKey), QString::number(connection.server().backendPid)});
    if (!rows)
        return fail(rows.error());
    Error error;
    if (rows->at(0, 0) != "t"_L1) {
        error.code = u"run.pooled"_s;
        error.summary = Texts::tr("This step needs a direct connection: a pooler stands between.");
        error.detail =
            Texts::tr("Behind a pooler in transaction mode a session lock protects nobody.");
        error.hint = Texts::tr("Give the port of PostgreSQL itself.");
        return fail(error);
    }
    if (rows->at(0, 1) != "t"_L1) {
        error.code = u"busy.migrating"_s;
        return fail(error);
    }
    return {};
}

/// What a failed CREATE INDEX CONCURRENTLY leaves behind.
QString invalidIndexes(Connection& connection)
{
    const auto rows = connection.query(invalidIndexesQuery());
    if (!rows || rows->isEmpty())
        return {};
    return Texts::tr("The index %1 is invalid: running the step again drops what it left itself; "
                     "anything else is dropped with DROP INDEX CONCURRENTLY %1.")
        .arg(rows->at(0, 0));
}

} // namespace

Result<Lane::Resume> Lane::resumePoint(int step)
{
    if (!m_log.exists || !m_log.canRead || !isSafeguardOn("resume-point"))
        return Resume{};
    const LineageStep& lineage = planned(step).step;
    const auto newest = m_connection.query(newestEntryQuery(lineage.revision->id));
    if (!newest)
        return fail(newest.error());
    if (newest->isEmpty() || newest->at(0, 0) != eventText(LogEntry::Event::Failure) ||
        newest->at(0, 1) != logEntry(step, {}).direction)
        return Resume{};
    const int done = newest->at(0, 2).toInt();
    if (done > 0 && newest->at(0, 3) != lineage.section().meaningHash()) {
        Error error;
        error.code = u"run.changed_since_interrupted"_s;
        error.summary =
            Texts::tr("%1 was interrupted after statement %2, and its file was changed since.")
                .arg(lineage.revision->id.text())
                .arg(done);
        error.hint =
            Texts::tr("Restore the file as it was run (the log holds it), finish the step, and "
                      "make the change in a new "
                      "revision.");
        return fail(error);
    }
    return Resume{done, true, newest->at(0, 4)};
}

Result<Lane::Before> Lane::lookBefore(const Statement& statement, const Resume& resume)
{
    const StatementTraits traits = traitsOf(statement.text);
    // What a transaction can hold was noted in the transaction that did it.
    if (!resume.isResumed || !traits.needsNoTransaction || traits.object.isEmpty())
        return Before::NotDone;
    const bool isDrop = traits.verb == "DROP INDEX"_L1;
    if (!isDrop && !traits.verb.endsWith(" INDEX"_L1))
        return Before::NotDone;
    const auto found = m_connection.query(
        u"SELECT i.indisvalid, pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_index i "
        "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE c.relname = $1 AND n.nspname !~ '^pg_'::text"_s,
        {traits.object});
    if (!found)
        return fail(found.error());
    const bool isUnknown = resume.sqlState.isEmpty(); // it was cut off, the server refused nothing
    if (isDrop) {
        if (!found->isEmpty())
            return Before::NotDone;
        // Unless there was none then, either, it was there and is gone: that is what was wanted.
        return resume.sqlState == "42704"_L1 ? Before::Refused : Before::Done;
    }
    if (!traits.verb.startsWith("CREATE"_L1) || found->size() != 1)
        return Before::NotDone;
    // It was there before this step came: neither its work nor its to drop.
    if (resume.sqlState == "42P07"_L1)
        return Before::Refused;
    if (found->at(0, 0) == "t"_L1)
        return isUnknown ? Before::Done : Before::NotDone;
    // The half-made index of the try that was cut off is of no use to anybody.
    const auto dropped = m_connection.query(u"DROP INDEX CONCURRENTLY "_s + found->at(0, 1));
    if (!dropped)
        return fail(dropped.error());
    return Before::NotDone;
}

Result<void> Lane::askServer()
{
    if (m_isServerKnown)
        return {};
    QList<PipelineItem> items{{u"BEGIN"_s, {}}};
    m_guard.appendTo(items);
    items << PipelineItem{u"ROLLBACK"_s, {}};
    if (const auto asked = m_connection.pipeline(items); !asked) {
        rollBack();
        const auto meaning = m_guard.meaningOf(asked.error().item, asked.error().error);
        if (meaning)
            m_guard.cleanUp(m_connection);
        return fail(meaning.value_or(asked.error().error));
    }
    m_isServerKnown = true;
    return {};
}

Lane::Attempt Lane::runStatementByStatement(int step, Error& error)
{
    const auto failed = [&](const Error& reason) {
        error = locate(step, -1, reason);
        noteLoss(error);
        return Attempt::Failed;
    };
    if (const auto lock = takeSessionLock(m_connection); !lock) {
        if (lock.error().code != "busy.migrating"_L1)
            return failed(lock.error());
        error = migratingError(m_connection, m_context.database.text());
        return Attempt::Retry;
    }
    const auto release = qScopeGuard([this] {
        static_cast<void>(m_connection.query(u"RESET ROLE"_s));
        static_cast<void>(m_connection.query(u"RESET ALL"_s));
        static_cast<void>(m_connection.query(u"SELECT pg_advisory_unlock($1)"_s,
                                             {QString::number(kAdvisoryLockKey)}));
    });
    if (const auto asked = askServer(); !asked)
        return failed(asked.error());
    const auto table = readVersionTable(m_connection, m_context.role);
    if (!table)
        return failed(table.error());
    if (isSafeguardOn("rows-again"))
        m_table = *table;
    if (m_table.rows != idTexts(planned(step).step.rowsBefore))
        return rowsMoved(step, error);
    const auto resume = resumePoint(step);
    if (!resume)
        return failed(resume.error());

    if (const auto set = m_connection.query(settingsItem(step, false)); !set)
        return failed(set.error());
    if (const auto set = confirmWithNotesOnly(); !set)
        return failed(set.error());
    const QString token = newLogToken();
    if (m_log.isUsable()) {
        LogEntry entry = logEntry(step, token);
        entry.event = LogEntry::Event::Failure; // until it is done: a crash leaves the truth behind
        entry.rowsAfter = entry.rowsBefore;
        entry.statementsDone = resume->done;
        entry.message = u"interrupted"_s;
        entry.sqlState = resume->sqlState; // of the statement where it goes on, until that is done
        QList<PipelineItem> items;
        if (!m_log.exists)
            items << createLogItems();
        items << insertLogItem(entry);
        if (const auto logged = note(items); !logged)
            return failed(logged.error());
        m_log = {true, true, true, false};
    }
    const Attempt attempt = runStatements(step, token, *resume, error);
    return attempt == Attempt::Done ? closeStatements(step, token, error) : attempt;
}

/// The COMMIT that the server makes of a statement by itself could wait for a standby for ever, and
/// our clock cannot tell that from the work. So it does not wait; the explicit one that follows, of
/// the note or of the version row, waits for all that was written before, and our clock bounds it.
Result<void> Lane::confirmWithNotesOnly()
{
    const auto before = m_connection.query(u"SELECT current_setting('synchronous_commit')"_s);
    if (!before)
        return fail(before.error());
    m_confirmation.clear();
    if (before->at(0, 0) == "off"_L1 || before->at(0, 0) == "local"_L1)
        return {};
    if (const auto set = m_connection.query(u"SET synchronous_commit TO local"_s); !set)
        return fail(set.error());
    m_confirmation = before->at(0, 0);
    return {};
}

QList<PipelineItem> Lane::beginConfirmed(const QString& begin) const
{
    QList<PipelineItem> items{{begin, {}}};
    if (!m_confirmation.isEmpty())
        items << PipelineItem{u"SET LOCAL synchronous_commit TO "_s + m_confirmation, {}};
    return items;
}

/// In a transaction of its own, whose COMMIT our clock bounds.
Result<void> Lane::note(QList<PipelineItem> items)
{
    const bool isOurs = !m_connection.isInTransaction(); // a revision may have begun one itself
    if (isOurs) {
        items = beginConfirmed(u"BEGIN"_s) + items;
        items << socrates::core::commitItem(m_context.options);
    }
    if (const auto noted = m_connection.pipeline(items); !noted) {
        if (isOurs)
            rollBack();
        return fail(noted.error().error);
    }
    return {};
}

Result<Rows> Lane::runNoted(const Statement& statement, const QString& token, int done,
                            bool& isDone)
{
    if (!m_log.exists)
        return m_connection.query(statement.text);
    const StatementTraits traits = traitsOf(statement.text);
    if (!traits.needsNoTransaction && !traits.isTransactionControl &&
        !m_connection.isInTransaction()) {
        // In one transaction with the note of it, so that a crash never leaves one without the
        // other.
        Rows result;
        QList<PipelineItem> items = beginConfirmed(u"BEGIN"_s);
        const qsizetype itself = items.size();
        items << PipelineItem{statement.text, {}, true} << updateProgressItem(token, done)
              << socrates::core::commitItem(m_context.options);
        const auto ran = m_connection.pipeline(
            items, [&result, itself](qsizetype item, const Rows& rows) -> Result<void> {
                if (item == itself)
                    result = rows;
                return {};
            });
        if (ran)
            return result;
        rollBack();
        // A CALL or DO that commits by itself is refused inside a transaction, and so is what the
        // server alone knows to be so: they run as they are.
        const QString& state = ran.error().error.sqlState;
        if (state != "2D000"_L1 && state != "25001"_L1)
            return fail(ran.error().error);
    }
    auto rows = m_connection.query(statement.text);
    if (!rows)
        return rows;
    isDone = !m_connection.isInTransaction();
    if (const auto noted = note({updateProgressItem(token, done)}); !noted)
        return fail(noted.error());
    return rows;
}

/// The statement at which the step begins, or goes on.
Result<Rows> Lane::runFirst(const Statement& statement, const QString& token, const Resume& resume,
                            bool& isDone)
{
    const auto before = lookBefore(statement, resume);
    if (!before)
        return fail(before.error());
    const int done = resume.done + 1;
    if (*before == Before::Done) {
        isDone = true;
        Rows rows;
        rows.commandTag = u"DONE BEFORE"_s;
        return note({updateProgressItem(token, done)}).map([&rows] { return rows; });
    }
    // What refused it before does not stand for what becomes of it now.
    if (*before == Before::NotDone && m_log.exists && !resume.sqlState.isEmpty()) {
        if (const auto begun = note({updateProgressItem(token, resume.done)}); !begun)
            return fail(begun.error());
    }
    return runNoted(statement, token, done, isDone);
}

Error Lane::failureOf(int step, int statement, bool isDone, const QString& token,
                      const Error& reason)
{
    Error error = locate(step, statement, reason);
    if (noteLoss(error)) {
        error.hint =
            Texts::tr("Statements 1 to %1 of this step are done; whether this one was done "
                      "is looked up when the upgrade is run again, and it goes on there.")
                .arg(statement);
        return error;
    }
    if (m_coordinator.isCancelled() && error.sqlState == "57014"_L1)
        error.code = u"stopped.cancelled"_s;
    else if (isContention(error.sqlState))
        nameHolders(error);
    const bool isNoted =
        m_log.exists && note({updateProgressItem(token, isDone ? statement + 1 : statement,
                                                 error.sqlState, recordText(error))});
    const qsizetype count = planned(step).step.section().statements.size();
    const QString done =
        isDone && isNoted
            ? Texts::tr("The statement was done and stays; the note of it in the log is what "
                        "failed. Running the step again goes on after it.")
        : isDone
            ? Texts::tr("The statement was done and stays, but the log could not be told. Running "
                        "the step again looks whether an index was made or dropped; any other "
                        "statement is run again.")
            : Texts::tr("The step is not transactional: %1 of its %n statement(s) are done and "
                        "stay; running it again goes on at this one.",
                        nullptr, int(count))
                  .arg(statement);
    QStringList hints{done, invalidIndexes(m_connection), error.hint};
    hints.removeAll(QString());
    error.hint = hints.join(u' ');
    return error;
}

Lane::Attempt Lane::runStatements(int step, const QString& token, const Resume& resume,
                                  Error& error)
{
    const QList<Statement>& statements = planned(step).step.section().statements;
    for (int i = resume.done; i < statements.size(); ++i) {
        QElapsedTimer clock;
        clock.start();
        // Whoever was in the way of an earlier statement is not in the way of this one.
        m_holders.clear();
        static_cast<void>(m_coordinator.takeBlockers(m_context.database));
        bool isDone = false;
        const auto rows = i == resume.done ? runFirst(statements.at(i), token, resume, isDone)
                                           : runNoted(statements.at(i), token, i + 1, isDone);
        m_coordinator.notices(step, m_connection.takeNotices());
        if (!rows) {
            error = failureOf(step, i, isDone, token, rows.error());
            return Attempt::Failed;
        }
        m_coordinator.statementDone(step, i, rows->commandTag, clock.elapsed());
    }
    return Attempt::Done;
}

bool Lane::noteLoss(Error& error)
{
    if (error.code != "conn.lost"_L1)
        return false;
    m_isLost = true;
    error.code = u"run.connection_lost"_s;
    return true;
}

Lane::Attempt Lane::closeStatements(int step, const QString& token, Error& error)
{
    const LineageStep& lineage = planned(step).step;
    QList<PipelineItem> items =
        beginConfirmed(u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s);
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
        noteLoss(error);
        return Attempt::Failed;
    }
    m_pending = Pending{step, token, duration};
    return commitPending() ? Attempt::Done : Attempt::NotRun;
}

} // namespace socrates::core
