// SPDX-License-Identifier: MIT
#include "core/engine/serverguard.h"

#include "core/base/texts.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kProbeName = "socrates_probe"_L1;

Error serverError(QLatin1StringView code, const DatabaseStatus& status, const QString& summary)
{
    Error error;
    error.code = code;
    error.summary = summary;
    error.database = status.name.text();
    return error;
}

/// "projects and sessions", shortened where it would fill the screen.
QString tableList(QStringList tables)
{
    constexpr qsizetype kMost = 6;
    const int count = int(tables.size());
    if (tables.size() > kMost)
        tables = tables.mid(0, kMost) << Texts::tr("%n more", nullptr, int(tables.size() - kMost));
    return Texts::tr("table(s) %1", nullptr, count).arg(enumerated(tables));
}

Error otherTables(const DatabaseStatus& status)
{
    QStringList names;
    QStringList found;
    int count = 0;
    for (auto it = status.otherTables.cbegin(); it != status.otherTables.cend(); ++it) {
        names << it.key().text();
        found << (status.otherTables.size() == 1
                      ? tableList(*it)
                      : Texts::tr("%1 of %2").arg(tableList(*it), it.key().text()));
        count += int(it->size());
    }
    const QString sentence =
        status.current.isEmpty()
            ? Texts::tr("This looks like %1, not %2: %3 is/are there.", nullptr, count)
                  .arg(enumerated(names), status.name.text(), found.join(u", "_s))
            : Texts::tr("%1 is mixed up with %2: %3 is/are there.", nullptr, count)
                  .arg(status.name.text(), enumerated(names), found.join(u", "_s));
    Error error = serverError("server.other_tables"_L1, status, sentence);
    error.detail = Texts::tr("Database %1 at %2 was connected as %3. Nothing was run.")
                       .arg(status.server.database, status.server.serverText(), status.name.text());
    error.hint =
        Texts::tr("Correct the connection of %1. When the database is right and the tables are "
                  "leftovers, socrates-migrate recognise says how to clear them up, and "
                  "--accept-server runs all the same.")
            .arg(status.name.text());
    return error;
}

} // namespace

std::optional<Error> changedServer(const DatabaseStatus& status, const KnownServers& known)
{
    const ServerIdentity seen = known.value(status.name);
    const ServerIdentity now = serverIdentity(status);
    if (!seen.isKnown() || seen.isSameAs(now))
        return std::nullopt;
    return changedServerError(status.name, seen, now);
}

Result<void> checkServer(Connection& connection, const DatabaseName& name,
                         const KnownServers& known)
{
    const ServerIdentity seen = known.value(name);
    if (!seen.isKnown())
        return {};
    const auto now = readServerIdentity(connection);
    if (!now)
        return fail(now.error());
    return seen.isSameAs(*now) ? Result<void>() : fail(changedServerError(name, seen, *now));
}

ServerIdentity serverIdentity(const DatabaseStatus& status)
{
    return {status.systemIdentifier, status.serverAddress, status.server.database,
            status.databaseOid};
}

std::optional<Error> wrongServer(const DatabaseStatus& status, const KnownServers& known)
{
    if (auto changed = changedServer(status, known))
        return changed;
    if (!status.otherTables.isEmpty())
        return otherTables(status);
    return std::nullopt;
}

std::optional<Error> wrongServer(const Plan& plan, const KnownServers& known)
{
    const QList<DatabaseName> touched = plan.touchedDatabases();
    for (const DatabaseStatus& status : plan.databases) {
        if (!touched.contains(status.name))
            continue;
        if (auto error = wrongServer(status, known))
            return error;
    }
    return std::nullopt;
}

void ServerGuard::appendIdentityTo(QList<PipelineItem>& items)
{
    if (!m_status.systemIdentifier.isEmpty()) {
        m_identity = items.size();
        items << PipelineItem{
            u"SELECT CASE WHEN system_identifier::text = $1 AND (SELECT oid::text FROM "
            "pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) = $2 THEN 1 "
            "ELSE ('another server ' || pg_backend_pid()::text)::int END FROM "
            "pg_catalog.pg_control_system()"_s,
            {m_status.systemIdentifier, m_status.databaseOid}};
    }
}

void ServerGuard::appendTo(QList<PipelineItem>& items)
{
    appendIdentityTo(items);
    // What this server is, is known once something of ours was run here. Before that the probe
    // makes what the run itself is about to make, so it needs no right of its own.
    const bool makesLog = !m_status.log.exists && m_status.log.isUsable();
    if ((m_status.versionTable.exists && !makesLog))
        return;
    const bool isTable = !m_status.versionTable.exists;
    const QString name =
        isTable ? Connection::identifier(m_status.versionTable.schema) + u'.' + kProbeName
                : QString(kProbeName);
    m_drop = (isTable ? u"DROP TABLE IF EXISTS "_s : u"DROP SCHEMA IF EXISTS "_s) + name;
    m_probe = items.size();
    items << PipelineItem{u"SAVEPOINT socrates_probe"_s, {}}
          << PipelineItem{isTable ? u"CREATE TABLE %1 ()"_s.arg(name)
                                  : u"CREATE SCHEMA %1"_s.arg(name),
                          {}}
          << PipelineItem{u"ROLLBACK TO SAVEPOINT socrates_probe"_s, {}};
    m_stands = items.size();
    items << PipelineItem{u"SELECT CASE WHEN %1($1) IS NULL THEN 1 "
                          "ELSE ('it stands ' || pg_backend_pid()::text)::int END"_s.arg(
                              isTable ? u"to_regclass"_s : u"to_regnamespace"_s),
                          {name}}
          << PipelineItem{u"RELEASE SAVEPOINT socrates_probe"_s, {}};
    m_end = items.size();
}

std::optional<Error> ServerGuard::meaningOf(qsizetype item, const Error& reason) const
{
    if (reason.code == "conn.lost"_L1)
        return std::nullopt;
    if (item >= 0 && item == m_identity && reason.sqlState == "22P02"_L1) {
        Error error =
            serverError("server.changed"_L1, m_status,
                        Texts::tr("%1 is not on the server that was looked at for this plan.")
                            .arg(m_status.name.text()));
        error.hint =
            Texts::tr("Its name now leads to another server: look at the status and plan again.");
        return error;
    }
    // A refused right, a lock or a cancel is what it is; only a rollback that did nothing, or that
    // is not to be had, says something about the engine.
    const bool isProbe = m_probe >= 0 && item >= m_probe && item < m_end;
    const bool stands = item == m_stands && reason.sqlState == "22P02"_L1;
    const bool isUnknown = reason.sqlState == "0A000"_L1 || reason.sqlState == "3B001"_L1 ||
                           reason.sqlState == "25P01"_L1 || reason.sqlState == "42601"_L1;
    if (!isProbe || !(stands || isUnknown))
        return std::nullopt;
    Error error =
        serverError("server.no_rollback"_L1, m_status,
                    Texts::tr("On this server a schema change is not undone by a rollback."));
    error.detail =
        stands ? Texts::tr("A trial change was rolled back and stood all the same.")
               : Texts::tr("A trial change and its rollback were refused: %1").arg(reason.summary);
    error.hint =
        Texts::tr("A revision that fails in the middle would leave half of itself here, so nothing "
                  "was run. Use PostgreSQL itself.");
    return error;
}

void ServerGuard::cleanUp(Connection& connection) const
{
    if (!m_drop.isEmpty() && connection.isAlive())
        static_cast<void>(connection.query(m_drop)); // it may be ours to drop, or not there
}

} // namespace socrates::core
