// SPDX-License-Identifier: MIT
#include "core/engine/reset.h"

#include "core/base/osuser.h"
#include "core/base/texts.h"
#include "core/engine/blockers.h"
#include "core/engine/lane.h"
#include "core/engine/stepcontext.h"
#include "core/postgres/networksettings.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// FROM and WHERE of what stands in a schema and is nobody else's: neither a member of an extension
/// nor a part of something else (the functions of a range type), nor an extension, neither default
/// privileges nor a publication. `i` identifies it.
QString contentsSql(const QString& schema)
{
    return uR"( FROM pg_depend d CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, 0) i
WHERE d.refclassid = 'pg_namespace'::regclass::oid AND d.refobjid = (SELECT oid FROM pg_namespace WHERE nspname = %1)
  AND d.deptype = 'n'
  AND d.classid IN ('pg_class'::regclass::oid, 'pg_type'::regclass::oid, 'pg_proc'::regclass::oid, 'pg_operator'::regclass::oid,
    'pg_opclass'::regclass::oid, 'pg_opfamily'::regclass::oid, 'pg_collation'::regclass::oid, 'pg_conversion'::regclass::oid,
    'pg_statistic_ext'::regclass::oid, 'pg_ts_config'::regclass::oid, 'pg_ts_dict'::regclass::oid,
    'pg_ts_parser'::regclass::oid, 'pg_ts_template'::regclass::oid)
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid AND e.objsubid = 0 AND e.deptype IN ('e', 'i')))"_s
        .arg(Connection::literal(schema));
}

/// One at a time, since with each one others go. Tables first: what they own goes with them.
QString dropContentsSql(const QString& schema)
{
    return u"DO $reset$\nDECLARE r record;\nBEGIN\n  LOOP\n    SELECT i.type, i.identity INTO r"_s +
           contentsSql(schema) +
           u"\n    ORDER BY CASE i.type WHEN 'table' THEN 0 WHEN 'foreign table' THEN 0 WHEN "
           u"'view' "
           "THEN 1\n      WHEN 'materialized view' THEN 1 WHEN 'function' THEN 2 WHEN 'procedure' "
           "THEN 2 ELSE 3 END, i.identity\n    LIMIT 1;\n    EXIT WHEN NOT FOUND;\n"
           "    EXECUTE pg_catalog.format('DROP %s %s CASCADE', CASE r.type WHEN 'statistics "
           "object' THEN "
           "'statistics'\n      WHEN 'composite type' THEN 'type' ELSE r.type END, r.identity);\n"
           "  END LOOP;\nEND $reset$"_s;
}

QStringList column(const Rows& rows, int at)
{
    QStringList result;
    for (int row = 0; row < rows.size(); ++row)
        result << rows.at(row, at);
    return result;
}

Error resetError(const QString& code, const QString& summary, const QString& hint,
                 const DatabaseName& database)
{
    return Error{.code = code, .summary = summary, .hint = hint, .database = database.text()};
}

/// What stands in other schemas and cannot stay without what is in this one: views, foreign keys,
/// columns, defaults. A DROP with CASCADE takes them without a word. A foreign key's own triggers
/// and the columns of a view that goes are not told of.
QString dependentsSql(const QString& schema)
{
    return u"WITH RECURSIVE gone(classid, objid, objsubid) AS (\nSELECT d.classid, d.objid, 0"_s +
           contentsSql(schema) + uR"(
UNION SELECT n.classid, n.objid, n.objsubid FROM gone g CROSS JOIN LATERAL (
  SELECT d.classid, d.objid, d.objsubid FROM pg_depend d
   WHERE d.refclassid = g.classid AND d.refobjid = g.objid AND (g.objsubid = 0 OR d.refobjsubid = g.objsubid)
     AND d.deptype IN ('n', 'a', 'i', 'P', 'S')
  UNION ALL SELECT 'pg_class'::regclass::oid, r.ev_class, 0 FROM pg_rewrite r
   WHERE g.classid = 'pg_rewrite'::regclass::oid AND r.oid = g.objid) AS n)
SELECT DISTINCT i.type, i.identity FROM gone o CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, o.objsubid) i
WHERE coalesce(i.schema, '') NOT IN (%1, 'pg_toast', 'socrates_admin') AND i.type NOT IN ('rule', 'type', 'index', 'toast table')
  AND NOT EXISTS (SELECT FROM gone w WHERE o.objsubid <> 0 AND w.classid = o.classid AND w.objid = o.objid AND w.objsubid = 0)
  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE o.classid = 'pg_trigger'::regclass::oid AND t.oid = o.objid AND t.tgisinternal)
  AND i.identity !~ ('(^| )(on |for )?' || regexp_replace(quote_ident(%1), '([^[:alnum:]_])', '\\\1', 'g') || '\.')
ORDER BY 1, 2)"_s.arg(Connection::literal(schema));
}

/// Exactly, where that is quick; a table that is large or locked keeps its estimate.
void countRows(Connection& connection, const QString& identity, qint64 bytes,
               ResetPreview::Table& table)
{
    constexpr qint64 kLarge = 64LL * 1024 * 1024;
    table.isEstimate = table.rows >= 0;
    if (bytes > kLarge)
        return;
    const QList<PipelineItem> items{{u"BEGIN READ ONLY"_s, {}},
                                    {u"SET LOCAL lock_timeout TO '1s'"_s, {}},
                                    {u"SET LOCAL statement_timeout TO '3s'"_s, {}},
                                    {u"SET LOCAL row_security TO off"_s, {}},
                                    {u"SELECT count(*) FROM "_s + identity, {}}};
    qint64 count = -1;
    const auto done = connection.pipeline(items, [&](qsizetype item, const Rows& rows) {
        if (item == items.size() - 1)
            count = rows.at(0, 0).toLongLong();
        return Result<void>();
    });
    if (connection.isInTransaction())
        static_cast<void>(connection.query(u"ROLLBACK"_s));
    if (done) {
        table.rows = count;
        table.isEstimate = false;
    }
}

Result<ResetPreview> look(Connection& connection, const Project& project, const DatabaseName& name,
                          const QString& role)
{
    ResetPreview preview;
    preview.name = name;
    const Result<DatabaseStatus> status = readStatus(connection, project, name, role);
    if (!status)
        return fail(status.error());
    preview.status = *status;
    preview.schema = status->versionTable.schema;
    if (!status->versionTable.suspicion.isEmpty()) {
        return fail(resetError(u"version.suspicious"_s, status->versionTable.suspicion,
                               Texts::tr("Look at alembic_version first."), name));
    }
    if (status->isStandby) {
        return fail(resetError(
            u"version.standby"_s,
            Texts::tr("%1 is a standby and can only be read.").arg(status->server.serverText()),
            Texts::tr("Connect to its primary."), name));
    }
    if (preview.schema.startsWith("pg_"_L1) || preview.schema == "information_schema"_L1 ||
        preview.schema == "socrates_admin"_L1) {
        return fail(
            resetError(u"version.suspicious"_s,
                       Texts::tr("The version table is in schema %1, which is never emptied.")
                           .arg(preview.schema),
                       Texts::tr("See the role's search_path."), name));
    }
    const auto contents = connection.query(
        u"SELECT i.type, i.name, i.identity, CASE WHEN d.classid = 'pg_class'::regclass::oid THEN "
        "(SELECT reltuples::bigint FROM pg_class WHERE oid = d.objid) END, CASE WHEN d.classid = "
        "'pg_class'::regclass::oid THEN (SELECT relpages::bigint * "
        "current_setting('block_size')::bigint FROM pg_class WHERE oid = d.objid) END"_s +
        contentsSql(preview.schema) + u" ORDER BY i.type, i.identity"_s);
    if (!contents)
        return fail(contents.error());
    for (int row = 0; row < contents->size(); ++row) {
        if (contents->at(row, 0) == "table"_L1) {
            ResetPreview::Table table{contents->at(row, 1), contents->at(row, 3).toLongLong()};
            countRows(connection, contents->at(row, 2), contents->at(row, 4).toLongLong(), table);
            preview.tables << table;
        } else {
            preview.others << contents->at(row, 0) + u' ' + contents->at(row, 2);
        }
    }
    const auto dependents = connection.query(dependentsSql(preview.schema));
    if (!dependents)
        return fail(dependents.error());
    for (const QStringList& row : dependents->rows)
        preview.others << row.at(0) + u' ' + row.at(1);
    const auto extensions = connection.query(
        u"SELECT extname FROM pg_extension WHERE extnamespace = (SELECT oid FROM pg_namespace "
        "WHERE nspname = $1) ORDER BY 1"_s,
        {preview.schema});
    if (!extensions)
        return fail(extensions.error());
    preview.extensions = column(*extensions, 0);
    const auto schemas = connection.query(
        u"SELECT nspname FROM pg_namespace n WHERE nspname !~ '^pg_'::text AND nspname NOT IN "
        "('information_schema', 'socrates_admin', $1) AND EXISTS (SELECT FROM pg_class c WHERE "
        "c.relnamespace = n.oid) ORDER BY 1"_s,
        {preview.schema});
    if (!schemas)
        return fail(schemas.error());
    preview.schemas = column(*schemas, 0);
    return preview;
}

/// A revision that is applied elsewhere, stays, and stands on this database.
std::optional<Error> requiredElsewhere(const Project& project, const DatabaseName& name,
                                       const QList<DatabaseStatus>& staying)
{
    for (const DatabaseStatus& status : staying) {
        for (const RevisionId& id : status.applied) {
            const RevisionPtr revision = project.graph(status.name).revision(id);
            if (!revision)
                continue;
            for (const Revision::Requirement& requirement : revision->requirements) {
                if (requirement.database == name)
                    return resetError(
                        u"usage.requires"_s,
                        Texts::tr("%1 of %2 is applied and requires %3@%4.")
                            .arg(id.text(), status.name.text(), name.text(),
                                 requirement.revision.text()),
                        Texts::tr("Reset %1 too, or downgrade it first.").arg(status.name.text()),
                        name);
            }
        }
    }
    return std::nullopt;
}

struct ResetItems
{
    QList<PipelineItem> items;
    qsizetype lock = 0;
    qsizetype rows = -1;
    ServerGuard guard;
};

ResetItems resetItems(const Connection& connection, const ResetPreview& preview,
                      const QString& role, const RunOptions& options)
{
    ResetItems result{.guard = ServerGuard(preview.status)};
    QList<PipelineItem>& items = result.items;
    const VersionTable& table = preview.status.versionTable;
    items << PipelineItem{u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s, {}}
          << networkSettings(connection);
    items << PipelineItem{
        u"SELECT set_config('lock_timeout', $1, true), set_config('search_path', 'pg_catalog', "
        "true), set_config('application_name', $2, true)"_s,
        {QString::number(options.lockTimeoutMs),
         programName(options.osUser.isEmpty() ? currentOsUser() : options.osUser, u"reset"_s)}};
    if (!role.isEmpty())
        items << PipelineItem{u"SELECT set_config('role', $1, true)"_s, {role}};
    result.guard.appendIdentityTo(items);
    result.lock = items.size();
    items << takeAdvisoryLock();
    if (table.exists) {
        QList<RevisionId> rows;
        for (const QString& row : table.rows)
            rows << RevisionId(row);
        result.rows = items.size();
        items << assertVersionRows(table, rows);
    }
    const QString sql = dropContentsSql(preview.schema);
    items << PipelineItem{sql, {}};
    const LogAccess& log = preview.status.log;
    if (log.isUsable()) {
        if (!log.exists)
            items << createLogItems();
        // To the log a reset is the longest downgrade.
        LogEntry entry = newLogEntry(LogEntry::Event::Downgrade, options.osUser);
        entry.direction = u"downgrade"_s;
        entry.revision = RevisionId(u"base"_s);
        entry.rowsBefore = table.rows;
        entry.sql = sql;
        entry.message = u"reset of schema %1: %2 tables and %3 other objects dropped"_s.arg(
            preview.schema, QString::number(preview.tables.size()),
            QString::number(preview.others.size()));
        items << insertLogItem(entry);
    }
    items << commitItem(options);
    return result;
}

} // namespace

QList<ResetPreview> previewResets(const Project& project, const QList<DatabaseName>& names,
                                  const QMap<DatabaseName, SessionPtr>& sessions)
{
    QMap<DatabaseName, SessionPtr> others = sessions;
    for (const DatabaseName& name : names)
        others.remove(name);
    const QList<DatabaseStatus> staying = readStatuses(project, others);
    QList<ResetPreview> previews;
    for (const DatabaseName& name : names) {
        const SessionPtr session = sessions.value(name);
        const auto looked = session
                                ->submit([&](Connection& connection) {
                                    return look(connection, project, name, session->role());
                                })
                                .result();
        ResetPreview preview = looked.value_or(ResetPreview{});
        preview.name = name;
        preview.error = looked ? requiredElsewhere(project, name, staying)
                               : std::optional<Error>(looked.error());
        previews << preview;
    }
    return previews;
}

Result<DatabaseStatus> resetDatabase(const Project& project, Session& session,
                                     const ResetPreview& preview, const RunOptions& options)
{
    const DatabaseName name = session.name();
    const QString role = session.role();
    return session
        .submit([&](Connection& connection) -> Result<DatabaseStatus> {
            const auto isRight = options.acceptsServer
                                     ? Result<void>()
                                     : checkServer(connection, name, options.knownServers);
            if (!isRight)
                return fail(isRight.error());
            const ResetItems plan = resetItems(connection, preview, role, options);
            const auto done = connection.pipeline(plan.items);
            if (!done) {
                Error error = done.error().error;
                if (connection.isInTransaction())
                    static_cast<void>(connection.query(u"ROLLBACK"_s));
                if (const auto meaning = plan.guard.meaningOf(done.error().item, error))
                    error = *meaning;
                else if (error.sqlState == "22P02"_L1 && done.error().item == plan.lock)
                    error = migratingError(connection, name.text());
                else if (error.sqlState == "22P02"_L1 && done.error().item == plan.rows)
                    error = resetError(u"version.changed_meanwhile"_s,
                                       Texts::tr("Somebody else moved %1 since it was looked at.")
                                           .arg(name.text()),
                                       Texts::tr("Look again, then reset."), name);
                error.database = name.text();
                return fail(error);
            }
            // Success is what a fresh look shows.
            const auto left = connection.query(u"SELECT count(*)"_s + contentsSql(preview.schema));
            if (!left)
                return fail(left.error());
            if (left->at(0, 0) != "0"_L1) {
                return fail(resetError(
                    u"schema.not_empty"_s,
                    Texts::tr("Schema %1 of %2 still holds %3 objects.")
                        .arg(preview.schema, name.text(), left->at(0, 0)),
                    Texts::tr("Somebody made them at the same time: look again."), name));
            }
            return readStatus(connection, project, name, role);
        })
        .result();
}

} // namespace socrates::core
