// SPDX-License-Identifier: MIT
#include "core/base/osuser.h"
#include "core/base/texts.h"
#include "core/engine/lane.h"
#include "core/engine/runner.h"
#include "core/postgres/networksettings.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The fewest changes that lead from the rows that are there to the rows wanted.
QList<VersionChange> changesBetween(const QStringList& from, const QStringList& to)
{
    QStringList gone;
    QStringList come;
    for (const QString& row : from) {
        if (!to.contains(row))
            gone << row;
    }
    for (const QString& row : to) {
        if (!from.contains(row))
            come << row;
    }
    QList<VersionChange> changes;
    while (!gone.isEmpty() || !come.isEmpty()) {
        VersionChange change;
        if (!gone.isEmpty())
            change.from = RevisionId(gone.takeFirst());
        if (!come.isEmpty())
            change.to = RevisionId(come.takeFirst());
        changes << change;
    }
    return changes;
}

struct StampItems
{
    QList<PipelineItem> items;
    qsizetype lock = 0;
    qsizetype firstChange = 0;
};

StampItems stampItems(const Connection& connection, const DatabaseStatus& status,
                      const QList<VersionChange>& changes, const QStringList& rows,
                      const QString& target, const QString& role, const RunOptions& options)
{
    StampItems result;
    QList<PipelineItem>& items = result.items;
    items << PipelineItem{u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s, {}}
          << networkSettings(connection);
    items << PipelineItem{
        u"SELECT set_config('lock_timeout', $1, true), set_config('row_security', 'off', true), "
        "set_config('application_name', $2, true)"_s,
        {QString::number(options.lockTimeoutMs),
         programName(options.osUser.isEmpty() ? currentOsUser() : options.osUser, target)}};
    if (!role.isEmpty())
        items << PipelineItem{u"SELECT set_config('role', $1, true)"_s, {role}};
    result.lock = items.size();
    items << takeAdvisoryLock();
    if (!status.versionTable.exists)
        items << PipelineItem{createVersionTableSql(status.versionTable.schema), {}};
    QList<RevisionId> before;
    for (const QString& row : status.versionTable.rows)
        before << RevisionId(row);
    items << assertVersionRows(status.versionTable, before);
    result.firstChange = items.size();
    for (const VersionChange& change : changes)
        items << versionChangeItem(status.versionTable, change);
    if (status.log.isUsable()) {
        if (!status.log.exists)
            items << createLogItems();
        LogEntry entry = newLogEntry(LogEntry::Event::Stamp, options.osUser);
        entry.revision = RevisionId(target);
        entry.rowsBefore = status.versionTable.rows;
        entry.rowsAfter = rows;
        items << insertLogItem(entry);
    }
    items << commitItem(options);
    return result;
}

} // namespace

Result<DatabaseStatus> stampDatabase(const Project& project, Session& session,
                                     const QString& target, bool purge, const RunOptions& options)
{
    const DatabaseName name = session.name();
    const QString role = session.role();
    return session
        .submit([&](Connection& connection) -> Result<DatabaseStatus> {
            const auto status = readStatus(connection, project, name, role);
            if (!status)
                return status;
            if (const auto changed = changedServer(*status, options.knownServers);
                changed && !options.acceptsServer)
                return fail(*changed);
            if (!status->unknownRows.isEmpty() && !purge) {
                Error error;
                error.code = u"version.unknown"_s;
                error.database = name.text();
                error.summary = Texts::tr("Can't locate revision identified by '%1'")
                                    .arg(status->unknownRows.constFirst());
                error.hint = Texts::tr("--purge empties the version table first.");
                return fail(error);
            }
            const auto wanted = project.graph(name).stampRows(status->current, target, purge);
            if (!wanted)
                return fail(wanted.error());
            const QStringList rows = idTexts(*wanted);
            const QList<VersionChange> changes = changesBetween(status->versionTable.rows, rows);
            if (changes.isEmpty())
                return status;
            const StampItems plan =
                stampItems(connection, *status, changes, rows, target, role, options);
            const auto done = connection.pipeline(
                plan.items, [&](qsizetype item, const Rows& result) -> Result<void> {
                    const qsizetype change = item - plan.firstChange;
                    if (change >= 0 && change < changes.size() && result.affected() != 1)
                        return fail(versionChangeError(changes.at(change), result.affected()));
                    return {};
                });
            if (done)
                return readStatus(connection, project, name, role);
            if (connection.isInTransaction())
                static_cast<void>(
                    connection.query(u"ROLLBACK"_s)); // a lost connection rolls back by itself
            Error error = done.error().error;
            error.database = name.text();
            if (done.error().item == plan.lock && error.sqlState == "22P02"_L1) {
                error = migratingError(connection, name.text());
            }
            return fail(error);
        })
        .result();
}

} // namespace socrates::core
