// SPDX-License-Identifier: MIT
#include "core/engine/heldtransaction.h"

#include "core/base/texts.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

Error judgedFailure(Error error, const LaneCoordinator& coordinator)
{
    if (error.code == "conn.lost"_L1) {
        error.code = u"run.connection_lost"_s;
    } else if (coordinator.isCancelled() && error.sqlState == "57014"_L1) {
        error.code = u"stopped.cancelled"_s;
        error.hint = Texts::tr("Everything was rolled back; nothing was changed.");
    } else if (isContention(error.sqlState)) {
        error.code = u"busy.lock"_s;
    } else if (error.sqlState == "55P04"_L1) {
        error.hint =
            Texts::tr("A value added to an enum can be used once its transaction is committed: run "
                      "these revisions with each step in its own transaction.");
    }
    return error;
}

HeldTransaction::HeldTransaction(std::unique_ptr<Connection> connection, const Plan& plan,
                                 const DatabaseStatus& status, StepContext context,
                                 LaneCoordinator& coordinator)
    : m_connection(std::move(connection))
    , m_plan(plan)
    , m_status(status)
    , m_context(std::move(context))
    , m_coordinator(coordinator)
    , m_table(status.versionTable)
    , m_log(status.log)
{}

Result<void> HeldTransaction::begin(int step)
{
    QList<PipelineItem> items{{u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s, {}},
                              m_context.settings(step, m_table.schema, true)};
    const qsizetype lock = items.size();
    items << takeAdvisoryLock();
    ServerGuard guard(m_status);
    guard.appendTo(items);
    const qsizetype table = items.size();
    items << (m_table.exists ? lockVersionTable(m_table)
                             : PipelineItem{createVersionTableSql(m_table.schema), {}});
    const qsizetype rows = items.size();
    items << assertVersionRows(m_table, m_context.step(step).rowsBefore);
    const auto begun = m_connection->pipeline(items);
    if (begun) {
        m_table.exists = true;
        m_status.versionTable.exists = true;
        return {};
    }
    rollBack();
    const Error& reason = begun.error().error;
    const qsizetype item = begun.error().item;
    if (item == lock && reason.sqlState == "22P02"_L1)
        return fail(migratingError(*m_connection, m_context.database.text()));
    if (const auto meaning = guard.meaningOf(item, reason)) {
        guard.cleanUp(*m_connection);
        return fail(*meaning);
    }
    const bool isMoved = item == rows && reason.sqlState == "22P02"_L1;
    const bool isMadeByOther =
        item == table && (reason.sqlState == "42P07"_L1 || reason.sqlState == "23505"_L1);
    if (isMoved || isMadeByOther) {
        Error error;
        error.code = u"busy.moved"_s;
        error.database = m_context.database.text();
        error.summary = Texts::tr("Somebody else moved %1 while this was planned.")
                            .arg(m_context.database.text());
        error.hint = Texts::tr("Nothing was run on top of it. Look at the status and plan again.");
        return fail(error);
    }
    return fail(m_context.locate(step, -1, judgedFailure(reason, m_coordinator)));
}

Result<void> HeldTransaction::runStep(int step)
{
    StepLayout layout;
    layout.items << m_context.settings(step, m_table.schema, true);
    m_lastToken = newLogToken();
    m_context.appendWork(layout, step, m_lastToken, m_table, m_log);
    QElapsedTimer clock;
    clock.start();
    qint64 seen = 0;
    const auto judge = [&](qsizetype item, const Rows& rows) -> Result<void> {
        if (layout.isStatement(item)) {
            const qint64 now = clock.elapsed();
            m_coordinator.statementDone(step, int(item - layout.firstStatement), rows.commandTag,
                                        now - seen);
            seen = now;
        } else if (layout.isChange(item) && rows.affected() != 1) {
            return fail(versionChangeError(
                m_context.step(step).versionChanges.at(item - layout.firstChange),
                rows.affected()));
        }
        return {};
    };
    const auto outcome = m_connection->pipeline(layout.items, judge);
    m_coordinator.notices(step, m_connection->takeNotices());
    if (!outcome) {
        const qsizetype item = outcome.error().item;
        return fail(m_context.locate(step,
                                     layout.isStatement(item) ? item - layout.firstStatement : -1,
                                     judgedFailure(outcome.error().error, m_coordinator)));
    }
    if (!m_connection->isInTransaction() || m_connection->isInFailedTransaction())
        return fail(m_context.transactionEnded(step));
    if (m_log.isUsable())
        m_log = {true, true, true, false};
    m_done << std::pair(step, clock.elapsed());
    return {};
}

Result<void> HeldTransaction::checkConstraints()
{
    const int step = m_done.isEmpty() ? -1 : m_done.last().first;
    const auto checked = [&]() -> Result<void> {
        if (const auto fired = m_connection->query(u"SET CONSTRAINTS ALL IMMEDIATE"_s); !fired)
            return fail(fired.error());
        // The next step finds its constraints as its own transaction would.
        const auto deferred = m_connection->query(
            u"SELECT pg_catalog.string_agg(DISTINCT pg_catalog.format('%I.%I', n.nspname, "
            u"c.conname), ', ') "
            "FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_namespace n ON n.oid = "
            "c.connamespace "
            "WHERE c.condeferred"_s);
        if (!deferred)
            return fail(deferred.error());
        if (deferred->at(0, 0).isEmpty())
            return {};
        const auto restored =
            m_connection->query(u"SET CONSTRAINTS %1 DEFERRED"_s.arg(deferred->at(0, 0)));
        if (!restored)
            return fail(restored.error());
        return {};
    }();
    if (checked || step < 0)
        return checked;
    return fail(m_context.locate(step, -1, judgedFailure(checked.error(), m_coordinator)));
}

Result<void> HeldTransaction::verify(const Project& project, const ExpectedState& expected,
                                     DatabaseVerification& verification)
{
    verification = verifyOpenTransaction(*m_connection, project, m_status, expected);
    if (verification.error)
        return fail(judgedFailure(*verification.error, m_coordinator));
    if (verification.isOk())
        return {};
    Error error;
    error.code = u"schema.verification_failed"_s;
    error.database = m_context.database.text();
    error.summary = Texts::tr("%1 would not be what its revisions say, so nothing was committed.")
                        .arg(m_context.database.text());
    error.hint = Texts::tr(
        "The differences are listed: mend the database or the revisions, then run again.");
    return fail(error);
}

Result<void> HeldTransaction::prepare(const QString& gid)
{
    // It waits for a synchronous standby as a COMMIT does, so our clock bounds it too.
    PipelineItem item = commitItem(m_context.options);
    item.sql = u"PREPARE TRANSACTION "_s + Connection::literal(gid);
    QString tag;
    const auto prepared = m_connection->pipeline({item}, [&tag](qsizetype, const Rows& rows) {
        tag = rows.commandTag;
        return Result<void>();
    });
    if (!prepared)
        return fail(judgedFailure(prepared.error().error, m_coordinator));
    return m_context.requireTag(u"PREPARE TRANSACTION"_s, tag);
}

Result<void> HeldTransaction::commit()
{
    const int step = m_done.isEmpty() ? 0 : m_done.last().first;
    QString tag;
    const auto committed = m_connection->pipeline(
        {commitItem(m_context.options,
                    [this, step] {
                        m_coordinator.commitDelayed(step, m_context.options.commitTimeoutMs);
                    })},
        [&tag](qsizetype, const Rows& rows) {
            tag = rows.commandTag;
            return Result<void>();
        });
    const QList<Notice> notices = m_connection->takeNotices();
    m_coordinator.notices(step, notices);
    m_isUnconfirmedByStandby = socrates::core::isUnconfirmedByStandby(notices);
    if (!committed)
        return fail(committed.error().error);
    return m_context.requireTag(u"COMMIT"_s, tag);
}

CommitOutcome HeldTransaction::findOutcome() const
{
    return findCommitOutcome(m_connection->parameters(), m_context.role, m_lastToken,
                             idTexts(m_context.step(m_done.last().first).rowsAfter),
                             [this] { return m_coordinator.isCancelled(); });
}

void HeldTransaction::rollBack()
{
    if (m_connection->isInTransaction())
        static_cast<void>(m_connection->query(u"ROLLBACK"_s));
}

void HeldTransaction::logFailure(int step, const Error& error)
{
    // What the transaction made is gone with it; the log is as it was found.
    if (!m_status.log.isUsable() || !m_connection->isAlive())
        return;
    if (!m_connection->pipeline(m_context.failureItems(step, error, m_table.schema, m_status.log)))
        rollBack();
}

} // namespace socrates::core
