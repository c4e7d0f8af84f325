// SPDX-License-Identifier: MIT
#include "core/engine/runlog.h"

#include "core/base/osuser.h"
#include "core/base/texts.h"
#include "core/engine/trustedowner.h"
#include "core/engine/versiontable.h"

#include <QSysInfo>
#include <QUuid>

#include <array>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, 5> kEvents{"upgrade"_L1, "downgrade"_L1, "stamp"_L1,
                                                   "failure"_L1, "accept"_L1};

LogEntry::Event eventFrom(const QString& text)
{
    for (size_t i = 0; i < kEvents.size(); ++i) {
        if (text == kEvents[i])
            return LogEntry::Event(int(i));
    }
    return LogEntry::Event::Failure;
}

QDateTime fromEpoch(const QString& seconds)
{
    return seconds.isNull()
               ? QDateTime()
               : QDateTime::fromMSecsSinceEpoch(qint64(seconds.toDouble() * 1000), Qt::UTC);
}

/// Columns of a log entry but for the two long texts, in the order entryFrom() reads them.
constexpr auto kColumns = "id, run_id, token, event, direction, revision, "
                          "array_to_string(rows_before, ','), array_to_string(rows_after, ','), "
                          "extract(epoch FROM started_at), duration_ms, database_user, os_user, "
                          "client_host, program_version, exact_hash, "
                          "meaning_hash, statements_done, sqlstate, message"_L1;
constexpr int kColumnCount = 19;

LogEntry entryFrom(const QStringList& row)
{
    LogEntry entry;
    entry.id = row.at(0).toLongLong();
    entry.runId = row.at(1);
    entry.token = row.at(2);
    entry.event = eventFrom(row.at(3));
    entry.direction = row.at(4);
    entry.revision = RevisionId(row.at(5));
    entry.rowsBefore = row.at(6).split(u',', Qt::SkipEmptyParts);
    entry.rowsAfter = row.at(7).split(u',', Qt::SkipEmptyParts);
    entry.startedAt = fromEpoch(row.at(8));
    entry.durationMs = row.at(9).toLongLong();
    entry.databaseUser = row.at(10);
    entry.osUser = row.at(11);
    entry.clientHost = row.at(12);
    entry.programVersion = row.at(13);
    entry.exactHash = row.at(14);
    entry.meaningHash = row.at(15);
    entry.statementsDone = row.at(16).toInt();
    entry.sqlState = row.at(17);
    entry.message = row.at(18);
    return entry;
}

/// As in CREATE TABLE.
const QStringList& logColumns()
{
    static const QStringList columns{
        u"id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"_s,
        u"run_id uuid NOT NULL"_s,
        u"token uuid NOT NULL UNIQUE"_s,
        u"event text NOT NULL CHECK (event IN ('upgrade', 'downgrade', 'stamp', 'failure', 'accept'))"_s,
        u"direction text"_s,
        u"revision text NOT NULL"_s,
        u"rows_before text[] NOT NULL"_s,
        u"rows_after text[] NOT NULL"_s,
        u"started_at timestamptz NOT NULL DEFAULT now()"_s,
        u"duration_ms bigint"_s,
        u"database_user text NOT NULL DEFAULT session_user"_s,
        u"os_user text"_s,
        u"client_host text"_s,
        u"program_version text"_s,
        u"server_version text DEFAULT current_setting('server_version')"_s,
        u"exact_hash text"_s,
        u"meaning_hash text"_s,
        u"sql text"_s,
        u"down_sql text"_s,
        u"statements_done integer NOT NULL DEFAULT 0"_s,
        u"sqlstate text"_s,
        u"message text"_s,
    };
    return columns;
}

QStringList logColumnNames()
{
    QStringList names;
    for (const QString& column : logColumns())
        names << column.section(u' ', 0, 0);
    return names;
}

std::optional<QString> orNull(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

LogEntry newLogEntry(LogEntry::Event event, const QString& osUser)
{
    LogEntry entry;
    entry.runId = newLogToken();
    entry.token = newLogToken();
    entry.event = event;
    entry.osUser = osUser.isEmpty() ? currentOsUser() : osUser;
    entry.clientHost = QSysInfo::machineHostName();
    entry.programVersion = u"" SOCRATES_VERSION ""_s;
    return entry;
}

QString eventText(LogEntry::Event event)
{
    return kEvents[size_t(event)];
}

namespace {

QString logSuspicion(const QString& found, const QString& schemaOwner, const QString& owner)
{
    if (found == "schema owner"_L1)
        return Texts::tr("the schema socrates_admin belongs to %1").arg(schemaOwner);
    if (found == "kind"_L1)
        return Texts::tr("migration_log is not an ordinary table");
    if (found == "owner"_L1)
        return Texts::tr("migration_log belongs to %1").arg(owner);
    if (found == "row security"_L1)
        return Texts::tr("migration_log has row-level security");
    if (found == "trigger"_L1)
        return Texts::tr("migration_log has a trigger");
    if (found == "columns"_L1)
        return Texts::tr("migration_log has not the columns of this program's log");
    return found == "rule"_L1 ? Texts::tr("migration_log has a rule") : QString();
}

} // namespace

PipelineItem logAccessQuery(const QString& role)
{
    // Somebody else's table, view, trigger or rule there would run their code with our rights, even
    // when it is only read; and a schema of somebody else's is no place for a log of ours.
    return {uR"(
SELECT n.oid IS NOT NULL AND c.oid IS NOT NULL,
       c.oid IS NOT NULL AND has_schema_privilege(w.who, n.oid, 'USAGE') AND has_table_privilege(w.who, c.oid, 'SELECT'),
       c.oid IS NOT NULL AND has_schema_privilege(w.who, n.oid, 'USAGE') AND has_table_privilege(w.who, c.oid, 'INSERT')
         AND has_table_privilege(w.who, c.oid, 'UPDATE'),
       CASE WHEN n.oid IS NULL THEN has_database_privilege(w.who, current_database(), 'CREATE')
            ELSE has_schema_privilege(w.who, n.oid, 'CREATE') END,
       CASE WHEN n.oid IS NULL THEN ''
            WHEN NOT %1 THEN 'schema owner'
            WHEN c.oid IS NULL THEN ''
            WHEN c.relkind <> 'r' THEN 'kind'
            WHEN NOT %2 THEN 'owner'
            WHEN c.relrowsecurity THEN 'row security'
            WHEN EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)
              THEN 'trigger'
            WHEN EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid) THEN 'rule'
            WHEN EXISTS (SELECT FROM unnest(%3) AS wanted WHERE NOT EXISTS (
                   SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0::smallint
                      AND NOT a.attisdropped AND a.attname = wanted::name)) THEN 'columns'
            ELSE '' END,
       coalesce(pg_get_userbyid(n.nspowner), ''), coalesce(pg_get_userbyid(c.relowner), '')
FROM (SELECT coalesce(nullif($1, ''), current_user)::name AS who) w
LEFT JOIN pg_namespace n ON n.nspname = 'socrates_admin'
LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'migration_log')"_s.arg(
                trustedOwnerSql(u"n.nspowner"_s, u"$1"_s),
                trustedOwnerSql(u"c.relowner"_s, u"$1"_s),
                u"string_to_array('%1', ' ')"_s.arg(logColumnNames().join(u' '))),
            {role}};
}

LogAccess logAccessFrom(const Rows& rows)
{
    const QString suspicion = logSuspicion(rows.at(0, 4), rows.at(0, 5), rows.at(0, 6));
    const auto isTrue = [&](int column) {
        return suspicion.isEmpty() && rows.at(0, column) == "t"_L1;
    };
    return {rows.at(0, 0) == "t"_L1, isTrue(1), isTrue(2), isTrue(3), suspicion};
}

QList<PipelineItem> createLogItems()
{
    return {{u"CREATE SCHEMA IF NOT EXISTS socrates_admin"_s, {}},
            {u"CREATE TABLE socrates_admin.migration_log (\n    %1\n)"_s.arg(
                 logColumns().join(u",\n    "_s)),
             {}}};
}

PipelineItem insertLogItem(const LogEntry& entry)
{
    return {
        uR"(INSERT INTO socrates_admin.migration_log
(run_id, token, event, direction, revision, rows_before, rows_after, os_user, client_host, program_version,
 exact_hash, meaning_hash, sql, down_sql, statements_done, sqlstate, message, duration_ms)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
 coalesce($18::bigint, (extract(epoch FROM clock_timestamp() - now()) * 1000)::bigint))
RETURNING id, duration_ms)"_s,
        {entry.runId, entry.token, eventText(entry.event), orNull(entry.direction),
         entry.revision.text(), Connection::arrayLiteral(entry.rowsBefore),
         Connection::arrayLiteral(entry.rowsAfter), orNull(entry.osUser), orNull(entry.clientHost),
         orNull(entry.programVersion), orNull(entry.exactHash), orNull(entry.meaningHash),
         orNull(entry.sql), orNull(entry.downSql), QString::number(entry.statementsDone),
         orNull(entry.sqlState), orNull(entry.message),
         entry.durationMs > 0 ? std::optional(QString::number(entry.durationMs)) : std::nullopt}};
}

QString recordText(const Error& error)
{
    QString head = error.where.isValid() ? error.where.text() + u": "_s : QString();
    if (error.sqlState.isEmpty())
        return head + error.code;
    head += u"%1 (SQLSTATE %2)"_s.arg(error.summary, error.sqlState);
    // Of a lock the detail is who held it, in words of this program.
    return error.detail.isEmpty() || error.isKind("busy"_L1) ? head : head + u'\n' + error.detail;
}

QString newLogToken()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

PipelineItem updateProgressItem(const QString& token, int statementsDone, const QString& sqlState,
                                const QString& message)
{
    return {
        u"UPDATE socrates_admin.migration_log SET statements_done = $2::int, sqlstate = $3, "
        "message = coalesce($4, message), "
        "duration_ms = (extract(epoch FROM clock_timestamp() - started_at) * 1000)::bigint WHERE token = $1::uuid"_s,
        {token, QString::number(statementsDone), orNull(sqlState), orNull(message)}};
}

PipelineItem finishProgressItem(const QString& token, LogEntry::Event event,
                                const QStringList& rowsAfter)
{
    return {u"UPDATE socrates_admin.migration_log SET event = $2, rows_after = $3::text[], message "
            u"= NULL, "
            "duration_ms = (extract(epoch FROM clock_timestamp() - started_at) * 1000)::bigint "
            "WHERE token = $1::uuid RETURNING id, duration_ms"_s,
            {token, eventText(event), Connection::arrayLiteral(rowsAfter)}};
}

PipelineItem committedQuery(const QString& token)
{
    return {u"SELECT 1 FROM socrates_admin.migration_log WHERE token = $1::uuid AND event <> "
            "'failure'"_s,
            {token}};
}

PipelineItem newestEntryQuery(const RevisionId& revision)
{
    return {u"SELECT event, direction, statements_done, meaning_hash, sqlstate "
            "FROM socrates_admin.migration_log WHERE revision = $1 ORDER BY id DESC LIMIT 1"_s,
            {revision.text()}};
}

Result<QList<LogEntry>> readLog(Connection& connection, const QString& role, int limit)
{
    const auto found = connection.query(logAccessQuery(role));
    if (!found)
        return fail(found.error());
    if (!logAccessFrom(*found).canRead)
        return QList<LogEntry>{};
    QString sql = u"SELECT "_s + kColumns +
                  u", sql, down_sql FROM socrates_admin.migration_log ORDER BY id DESC"_s;
    if (limit > 0)
        sql += u" LIMIT "_s + QString::number(limit);
    const auto rows = connection.query(sql);
    if (!rows)
        return fail(rows.error());
    QList<LogEntry> entries;
    entries.reserve(rows->size());
    for (const QStringList& row : rows->rows) {
        LogEntry entry = entryFrom(row);
        entry.sql = row.at(kColumnCount);
        entry.downSql = row.at(kColumnCount + 1);
        entries << std::move(entry);
    }
    return entries;
}

PipelineItem appliedByQuery()
{
    return {u"SELECT * FROM (SELECT DISTINCT ON (revision) "_s + kColumns +
                u" FROM socrates_admin.migration_log "
                "WHERE event IN ('upgrade', 'stamp', 'downgrade') ORDER BY revision, id DESC) "
                "AS newest WHERE event <> 'downgrade'"_s,
            {}};
}

PipelineItem fileHashesQuery()
{
    return {u"SELECT DISTINCT ON (revision) revision, exact_hash, meaning_hash FROM "
            "socrates_admin.migration_log WHERE event IN ('upgrade', 'accept') "
            "AND exact_hash IS NOT NULL ORDER BY revision, id DESC"_s,
            {}};
}

PipelineItem interruptedQuery()
{
    return {u"SELECT revision, direction, statements_done, "
            "to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI \"UTC\"') FROM "
            "(SELECT DISTINCT ON (revision) * FROM socrates_admin.migration_log "
            "ORDER BY revision, id DESC) AS newest "
            "WHERE event = 'failure' AND (statements_done > 0 OR message = 'interrupted')"_s,
            {}};
}

QMap<RevisionId, LogEntry> appliedByFrom(const Rows& rows)
{
    QMap<RevisionId, LogEntry> result;
    for (const QStringList& row : rows.rows) {
        const LogEntry entry = entryFrom(row);
        result.insert(entry.revision, entry);
    }
    return result;
}

} // namespace socrates::core
