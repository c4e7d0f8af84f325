// SPDX-License-Identifier: MIT
#include "core/base/osuser.h"
#include "core/base/texts.h"
#include "core/engine/lane.h"
#include "core/engine/recognition.h"
#include "core/schema/catalogreader.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;
using Offer = Recognition::Offer;

Error settleError(const QString& code, const DatabaseName& database, const QString& summary,
                  const QString& hint)
{
    return Error{.code = code, .summary = summary, .hint = hint, .database = database.text()};
}

/// One offer in its transaction, on the session's thread.
class Settlement
{
public:
    Settlement(Connection& connection, const Project& project, const Recognition& seen,
               const Offer& offer, QString role, const RunOptions& options)
        : m_connection(connection)
        , m_project(project)
        , m_seen(seen)
        , m_offer(offer)
        , m_role(std::move(role))
        , m_options(options)
        , m_guard(seen.status)
    {}

    Result<void> run();

private:
    void layOut();
    void appendEmptiness();
    Error meaningOf(const Connection::PipelineFailure& failure);
    Result<void> verify();
    Result<void> commit();

    Connection& m_connection;
    const Project& m_project;
    const Recognition& m_seen;
    const Offer& m_offer;
    QString m_role;
    const RunOptions& m_options;
    ServerGuard m_guard;
    QList<PipelineItem> m_items;
    qsizetype m_lock = -1;
    qsizetype m_rows = -1;
    qsizetype m_firstEmptiness = -1;
    qsizetype m_firstStatement = -1;
};

/// Under a lock that keeps writers away, so that nobody fills a table before it goes.
void Settlement::appendEmptiness()
{
    m_firstEmptiness = m_items.size();
    if (m_offer.id != "remove-misplaced"_L1)
        return;
    for (const ComparisonLine& line : m_seen.comparison.lines) {
        if (line.outcome != Outcome::Misplaced || line.kind != Kind::Table)
            continue;
        const QString table =
            Connection::identifier(line.schema) + u'.' + Connection::identifier(line.name);
        m_items << PipelineItem{u"LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE"_s.arg(table), {}}
                << PipelineItem{u"SELECT CASE WHEN NOT EXISTS (SELECT FROM %1) THEN 1 "
                                "ELSE ('rows ' || pg_backend_pid()::text)::int END"_s.arg(table),
                                {}};
    }
}

void Settlement::layOut()
{
    const VersionTable& table = m_seen.status.versionTable;
    const QString user = m_options.osUser.isEmpty() ? currentOsUser() : m_options.osUser;
    m_items << PipelineItem{u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s, {}}
            << PipelineItem{u"SELECT set_config('search_path', $1, true), "
                            "set_config('row_security', 'off', true), "
                            "set_config('lock_timeout', $2, true), "
                            "set_config('statement_timeout', $3, true), "
                            "set_config('application_name', $4, true)"_s,
                            {Connection::identifier(table.schema) + u", pg_temp"_s,
                             QString::number(m_options.lockTimeoutMs),
                             QString::number(m_options.statementTimeoutMs),
                             programName(user, m_offer.id)}};
    if (!m_role.isEmpty())
        m_items << PipelineItem{u"SELECT set_config('role', $1, true)"_s, {m_role}};
    m_guard.appendTo(m_items);
    m_lock = m_items.size();
    m_items << takeAdvisoryLock();
    if (table.exists) {
        QList<RevisionId> rows;
        for (const QString& row : table.rows)
            rows << RevisionId(row);
        m_items << lockVersionTable(table);
        m_rows = m_items.size();
        m_items << assertVersionRows(table, rows);
    }
    appendEmptiness();
    m_firstStatement = m_items.size();
    for (const QString& sql : m_offer.sql)
        m_items << PipelineItem{sql, {}, true};
}

Error Settlement::meaningOf(const Connection::PipelineFailure& failure)
{
    const qsizetype item = failure.item;
    Error error = failure.error;
    if (const auto meaning = m_guard.meaningOf(item, error)) {
        m_guard.cleanUp(m_connection);
        return *meaning;
    }
    const bool isAssertion = error.sqlState == "22P02"_L1;
    if (isAssertion && item == m_lock)
        return migratingError(m_connection, m_seen.name.text());
    if (isAssertion && item == m_rows) {
        return settleError(
            u"busy.moved"_s, m_seen.name,
            Texts::tr("Somebody else moved %1 since it was looked at.").arg(m_seen.name.text()),
            Texts::tr("Nothing was run. Recognise it again."));
    }
    if (isAssertion && item >= m_firstEmptiness && item < m_firstStatement) {
        return settleError(
            u"schema.not_empty"_s, m_seen.name,
            Texts::tr("A table that was empty holds rows now, so nothing was removed."),
            Texts::tr(
                "Somebody uses it. Export the rows and bring them to where they belong first."));
    }
    if (error.sqlState == "55P03"_L1)
        error.code = u"busy.lock"_s;
    const qsizetype statement = item - m_firstStatement;
    if (statement >= 0 && statement < m_offer.sql.size())
        error.statement = m_offer.sql.at(statement);
    error.database = m_seen.name.text();
    return error;
}

/// What is there now, uncommitted: nothing may differ but what the offer leaves alone.
Result<void> Settlement::verify()
{
    if (const auto fired = m_connection.query(u"SET CONSTRAINTS ALL IMMEDIATE"_s); !fired)
        return fail(fired.error());
    const auto table = readVersionTable(m_connection, m_role);
    if (!table)
        return fail(table.error());
    const QString& schema = m_seen.status.versionTable.schema;
    const auto found = readCatalog(m_connection, {{}, {}, schema});
    if (!found)
        return fail(found.error());
    const Comparison after =
        compareSchemas(m_seen.expected, *found, comparisonRules(m_project, m_seen.name));
    QStringList wrong;
    for (const ComparisonLine& line : after.lines) {
        if (line.outcome != Outcome::Match && !m_offer.leaves.contains(line.outcome))
            wrong << Texts::tr("%1 is %2").arg(objectText(line), outcomeText(line.outcome));
    }
    if (table->rows != m_offer.rowsAfter)
        wrong << Texts::tr("its version row says %1").arg(table->rows.join(u", "_s));
    if (wrong.isEmpty())
        return {};
    Error error = settleError(u"schema.verification_failed"_s, m_seen.name,
                              Texts::tr("%1 would not be what %2 says, so nothing was committed.")
                                  .arg(m_seen.name.text(), positionText(m_seen.revision)),
                              Texts::tr("Recognise it again: somebody may have changed it since."));
    error.detail = clauses(wrong);
    return fail(error);
}

Result<void> Settlement::commit()
{
    QList<PipelineItem> items;
    const LogAccess& log = m_seen.status.log;
    if (log.isUsable()) {
        if (!log.exists)
            items << createLogItems();
        LogEntry entry = newLogEntry(LogEntry::Event::Stamp, m_options.osUser);
        entry.revision = RevisionId(positionText(m_seen.revision));
        entry.rowsBefore = m_seen.status.versionTable.rows;
        entry.rowsAfter = m_offer.rowsAfter;
        entry.sql = m_offer.sql.join(u";\n"_s);
        entry.message = u"recognise: "_s + m_offer.id;
        items << insertLogItem(entry);
    }
    items << commitItem(m_options);
    QString tag;
    const auto committed = m_connection.pipeline(items, [&tag](qsizetype, const Rows& rows) {
        tag = rows.commandTag;
        return Result<void>();
    });
    if (!committed)
        return fail(committed.error().error);
    if (tag != "COMMIT"_L1) {
        return fail(settleError(
            u"sql.not_committed"_s, m_seen.name,
            Texts::tr("The server answered COMMIT with %1: nothing was changed.").arg(tag), {}));
    }
    return {};
}

Result<void> Settlement::run()
{
    layOut();
    const auto done = m_connection.pipeline(m_items);
    Result<void> result;
    if (!done)
        result = fail(meaningOf(done.error()));
    else
        result = verify().and_then([this] { return commit(); });
    if (!result && m_connection.isAlive() && m_connection.isInTransaction())
        static_cast<void>(m_connection.query(u"ROLLBACK"_s)); // a lost connection does it itself
    return result;
}

} // namespace

Result<Recognition> applyOffer(const Project& project, Session& session, const Recognition& seen,
                               const QString& offerId, const ExpectedSchemaSource& source,
                               const RunOptions& options)
{
    const Offer* offer = seen.offer(offerId);
    if (offer == nullptr || !offer->isApplicable()) {
        return fail(settleError(
            u"usage.offer"_s, seen.name,
            offer == nullptr
                ? Texts::tr("There is no offer '%1' for %2.").arg(offerId, seen.name.text())
                : Texts::tr("'%1' cannot be carried out for %2.").arg(offerId, seen.name.text()),
            offer == nullptr ? Texts::tr("Recognise it again.") : offer->obstacle));
    }
    if (!options.acceptsServer) {
        if (const auto changed = changedServer(seen.status, options.knownServers))
            return fail(*changed);
    }
    const QString role = session.role();
    return session
        .submit([&](Connection& connection) -> Result<Recognition> {
            const auto settled = Settlement(connection, project, seen, *offer, role, options).run();
            if (!settled)
                return fail(settled.error());
            // Success is what a fresh look shows.
            Recognition after = recognise(connection, project, seen.name, source, role);
            if (after.error)
                return fail(*after.error);
            return after;
        })
        .result();
}

} // namespace socrates::core
