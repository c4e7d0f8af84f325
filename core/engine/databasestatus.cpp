// SPDX-License-Identifier: MIT
#include "core/engine/databasestatus.h"

#include "core/base/texts.h"
#include "core/engine/blockers.h"
#include "core/engine/everydatabase.h"
#include "core/engine/invalidindexes.h"
#include "core/engine/serverguard.h"
#include "core/revisions/tableowners.h"
#include "core/sql/lexer.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The schema a new version table goes to. A role's own default search_path does not count, since
/// it would silently move the table; one that the connection itself asks for does.
QString creationSchema(const Connection& connection, const QString& currentSchema)
{
    const bool isAskedFor = connection.parameters().value(u"options"_s).contains("search_path"_L1);
    return isAskedFor && !currentSchema.isEmpty() ? currentSchema : u"public"_s;
}

Error suspiciousTable(const VersionTable& table)
{
    Error error;
    error.code = u"version.suspicious"_s;
    error.summary = Texts::tr("The version table is not one to trust: %1.").arg(table.suspicion);
    error.detail = Texts::tr("%1.alembic_version, owned by %2").arg(table.schema, table.owner);
    error.hint =
        Texts::tr("It was left untouched. Find out who made it; Alembic makes an ordinary table "
                  "owned by the role that migrates. When that is %1, connect as %1 or a member of "
                  "it, or run everything as it (--role %1).")
            .arg(table.owner);
    return error;
}

} // namespace

Error schemaClosed(const DatabaseStatus& status)
{
    return Error{
        .code = u"sql.permission"_s,
        .summary = Texts::tr("%1 may not use the schema public, so it sees neither the version "
                             "table nor the tables as they are.")
                       .arg(status.currentUser),
        .hint = Texts::tr("Connect as the role that the tables belong to, or let its owner run: "
                          "GRANT USAGE ON SCHEMA public TO %1;")
                    .arg(Connection::identifier(status.currentUser)),
        .database = status.name.text()};
}

namespace {

/// Whether the files of what is applied still say what was run.
void judgeFiles(DatabaseStatus& status, const RevisionGraph& graph, const Rows& hashes)
{
    for (const QStringList& row : hashes.rows) {
        // Not the section's own hashes: the one of its meaning is needed for few, and costs more.
        const RevisionPtr revision = graph.revision(RevisionId(row.at(0)));
        if (!revision || !status.applied.contains(revision->id) ||
            exactHash(revision->up.sql) == row.at(1))
            continue;
        status.changedFiles << ChangedFile{revision->id, revision->up.meaningHash() != row.at(2)};
    }
}

/// What an earlier run left half done: the next look says so, whoever looks.
void judgeInterruptions(DatabaseStatus& status, const Rows& interrupted)
{
    for (const QStringList& row : interrupted.rows) {
        const QString text =
            row.at(1) == "downgrade"_L1
                ? Texts::tr("The downgrade of %1 was interrupted after statement %2, on %3; it is "
                            "not transactional, so those statements stand. Running it again goes "
                            "on at statement %4.")
                : Texts::tr("The upgrade of %1 was interrupted after statement %2, on %3; it is "
                            "not transactional, so those statements stand. Running it again goes "
                            "on at statement %4.");
        status.warnings << text.arg(row.at(0), row.at(2), row.at(3)).arg(row.at(2).toInt() + 1);
    }
}

/// The tables that the project's revisions make, of whichever database, where an unqualified name
/// would find them.
PipelineItem knownTablesQuery(const Project& project, const DatabaseName& database)
{
    QStringList names;
    const QMap<QString, DatabaseName>& owners = project.tableOwners();
    for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
        if (*it == database || !project.isIgnored(database, u"public"_s, it.key()))
            names << it.key();
    }
    return {u"SELECT DISTINCT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
            u"c.relnamespace "
            "WHERE c.relkind IN ('r', 'p', 'f') AND c.relname = ANY ($1::text[]) "
            "AND (n.nspname = 'public' OR n.nspname = ANY (current_schemas(false))) "
            "AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass::oid "
            "AND e.objid = c.oid AND e.deptype = 'e') ORDER BY 1"_s,
            {Connection::arrayLiteral(names)}};
}

/// The first round trip: everything that can be asked without knowing what is there.
Result<void> readServerState(Connection& connection, const Project& project, const QString& role,
                             DatabaseStatus& status)
{
    enum Item { Server, Table, Log, InvalidIndexes, Prepared, KnownTables, Identity };
    const QList<PipelineItem> items{
        {u"SELECT pg_is_in_recovery(), coalesce(nullif($1, ''), current_user), current_schema(), "
         "(SELECT has_schema_privilege('public', oid, 'CREATE') FROM pg_namespace WHERE nspname = "
         "'public'), "
         "(SELECT oid FROM pg_database WHERE datname = current_database()), pg_backend_pid(), "
         "coalesce(host(inet_server_addr()) || ':' || inet_server_port()::text, ''), "
         "current_setting('max_prepared_transactions') <> '0', "
         "EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public'), "
         "(SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = 'public')"_s,
         {role}},
        versionTableQuery(role),
        logAccessQuery(role),
        invalidIndexesQuery(),
        preparedHalvesQuery(),
        knownTablesQuery(project, status.name),
        // Last, because it may be forbidden and would take the rest of the pipeline with it.
        {u"SELECT system_identifier FROM pg_control_system()"_s, {}},
    };
    QString schema;
    const auto done =
        connection.pipeline(items, [&](qsizetype item, const Rows& rows) -> Result<void> {
            switch (item) {
            case Server:
                status.isStandby = rows.at(0, 0) == "t"_L1;
                status.currentUser = rows.at(0, 1);
                status.databaseOid = rows.at(0, 4);
                status.serverAddress = rows.at(0, 6);
                schema = creationSchema(connection, rows.at(0, 2));
                status.allowsPrepared = rows.at(0, 7) == "t"_L1;
                status.isPooled = rows.at(0, 5).toInt() != connection.server().backendPid;
                if (rows.at(0, 8) != "t"_L1 && schema == "public"_L1) {
                    status.warnings
                        << Texts::tr("There is no schema public, where the revisions would make "
                                     "their tables: CREATE SCHEMA public; makes it.");
                }
                if (rows.at(0, 9) == "f"_L1 && schema == "public"_L1) {
                    status.isSchemaClosed = true;
                    status.warnings << schemaClosed(status).summary;
                }
                if (rows.at(0, 3) == "t"_L1) {
                    status.warnings
                        << Texts::tr("Anyone may create tables in the schema public (PostgreSQL "
                                     "%1 allows it unless it is "
                                     "revoked).")
                               .arg(status.server.major());
                }
                break;
            case Table:
                status.versionTable = versionTableFrom(rows, schema);
                break;
            case Log:
                status.log = logAccessFrom(rows);
                if (!status.log.suspicion.isEmpty()) {
                    status.warnings
                        << Texts::tr("The log is neither read nor written: %1. Somebody may have "
                                     "planted it, or made it for something else: it ought to be as "
                                     "this program makes it, and belong to this user, a role it "
                                     "belongs to, the owner of the database or a superuser.")
                               .arg(status.log.suspicion);
                }
                break;
            case InvalidIndexes:
                for (const QStringList& row : rows.rows) {
                    status.warnings
                        << Texts::tr("The index %1 is INVALID: an interrupted CREATE INDEX "
                                     "CONCURRENTLY left it. Drop it: DROP INDEX CONCURRENTLY %1;")
                               .arg(row.first());
                }
                break;
            case Prepared:
                status.preparedHalves = preparedHalvesFrom(rows);
                break;
            case KnownTables:
                for (const QStringList& row : rows.rows) {
                    const DatabaseName owner = project.tableOwners().value(row.first());
                    (owner == status.name ? status.ownTables : status.otherTables[owner])
                        << row.first();
                }
                break;
            case Identity:
                status.systemIdentifier = rows.at(0, 0);
                break;
            }
            return {};
        });
    if (!done && (done.error().item != Identity || done.error().error.code == "conn.lost"_L1))
        return fail(done.error().error);
    return {};
}

} // namespace

void judgeVersionRows(DatabaseStatus& status, const Project& project)
{
    const RevisionGraph& graph = project.graph(status.name);
    status.current.clear();
    status.unknownRows.clear();
    status.foreignRows.clear();
    status.pending.clear();
    for (const QString& row : std::as_const(status.versionTable.rows)) {
        const RevisionId id(row);
        if (graph.contains(id)) {
            status.current << id;
            continue;
        }
        status.unknownRows << row;
        for (const ProjectDatabase& other : project.databases()) {
            if (other.name != status.name && other.graph.contains(id))
                status.foreignRows.insert(row, other.name);
        }
    }
    std::sort(status.current.begin(), status.current.end());
    status.heads = graph.heads();
    status.applied = graph.appliedAt(status.current);
    for (const RevisionPtr& revision : graph.revisions()) {
        if (!status.applied.contains(revision->id))
            status.pending << revision->id;
    }
}

namespace {

/// The tables that are there already, though only pending revisions make them.
QStringList tablesAhead(const DatabaseStatus& status, const RevisionGraph& graph)
{
    if (status.ownTables.isEmpty() || status.isUntracked())
        return {};
    const auto madeBy = [&graph](const auto& ids) {
        QSet<QString> tables;
        for (const RevisionId& id : ids) {
            if (const RevisionPtr revision = graph.revision(id))
                tables += tablesMadeBy(*revision);
        }
        return tables;
    };
    QSet<QString> ahead = madeBy(status.pending);
    ahead &= QSet<QString>(status.ownTables.cbegin(), status.ownTables.cend());
    if (!ahead.isEmpty())
        ahead -= madeBy(status.applied);
    QStringList result = ahead.values();
    result.sort();
    return result;
}

void warnOfWhatIsThere(DatabaseStatus& status, const RevisionGraph& graph)
{
    if (status.isUntracked()) {
        status.warnings << Texts::tr("Tables of this project are here already (%1), and no version "
                                     "row says which revision that is, so an upgrade would fail on "
                                     "them. Recognise finds out.")
                               .arg(status.ownTables.join(u", "_s));
    }
    if (const QStringList ahead = tablesAhead(status, graph); !ahead.isEmpty()) {
        status.warnings << Texts::tr("Pending revisions make what is here already (%1), so an "
                                     "upgrade would fail. Recognise finds out.")
                               .arg(ahead.join(u", "_s));
    }
}

} // namespace

Result<DatabaseStatus> readStatus(Connection& connection, const Project& project,
                                  const DatabaseName& database, const QString& role,
                                  StatusDetail detail)
{
    DatabaseStatus status;
    status.name = database;
    status.server = connection.server();
    const auto named = [&database](Error error) {
        error.database = database.text();
        return fail(std::move(error));
    };
    if (const auto read = readServerState(connection, project, role, status); !read)
        return named(read.error());
    const bool isTrusted = status.versionTable.suspicion.isEmpty();
    if (!isTrusted && detail != StatusDetail::WithoutUntrusted)
        return named(suspiciousTable(status.versionTable));

    QList<PipelineItem> items{boundedLook(connection)};
    if (status.versionTable.exists && isTrusted)
        items << PipelineItem{versionRowsSql(status.versionTable), {}};
    const qsizetype firstOfLog = items.size();
    if (status.log.canRead) {
        items << fileHashesQuery() << interruptedQuery();
        if (detail == StatusDetail::WithLog)
            items << appliedByQuery();
    }
    Rows hashes;
    if (items.size() > 1) {
        const auto done =
            connection.pipeline(items, [&](qsizetype item, const Rows& rows) -> Result<void> {
                if (item == 0)
                    return {};
                if (item < firstOfLog)
                    status.versionTable.rows = versionRowsFrom(rows);
                else if (item == firstOfLog)
                    hashes = rows;
                else if (item == firstOfLog + 1)
                    judgeInterruptions(status, rows);
                else
                    status.appliedBy = appliedByFrom(rows);
                return {};
            });
        if (!done && done.error().error.sqlState == "55P03"_L1)
            return named(lockedTableError(connection,
                                          done.error().item < firstOfLog
                                              ? status.versionTable.schema + u".alembic_version"_s
                                              : u"socrates_admin.migration_log"_s));
        if (!done)
            return named(done.error().error);
    }
    judgeVersionRows(status, project);
    // A downgrade by something else, or a reset, is not in the log.
    status.appliedBy.removeIf(
        [&status](const auto& entry) { return !status.applied.contains(entry.key()); });
    judgeFiles(status, project.graph(database), hashes);
    if (const QString weakness = status.server.weakness(connection.parameters());
        !weakness.isEmpty())
        status.warnings << weakness;
    warnOfWhatIsThere(status, project.graph(database));
    if (const auto wrong = wrongServer(status, {}))
        status.warnings << wrong->summary;
    return status;
}

QList<DatabaseStatus> readStatuses(const Project& project,
                                   const QMap<DatabaseName, SessionPtr>& sessions,
                                   StatusDetail detail)
{
    return askEveryDatabase<DatabaseStatus>(
        project, sessions,
        [&project, detail](Connection& connection, const DatabaseName& name, const QString& role) {
            return readStatus(connection, project, name, role, detail);
        });
}

} // namespace socrates::core
