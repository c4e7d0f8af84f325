// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/preparedhalf.h"
#include "core/engine/runlog.h"
#include "core/engine/versiontable.h"
#include "core/postgres/session.h"
#include "core/revisions/project.h"

#include <QMap>
#include <QSet>

namespace socrates::core {

/// An applied revision whose up section is not what was run (or accepted since).
struct ChangedFile
{
    RevisionId revision;
    bool isMeaningful = false; ///< false: only comments, blanks or the case of words differ
};

/// Where one database stands, read from the server in one look.
struct DatabaseStatus
{
    DatabaseName name;
    std::optional<Error> error; ///< set: could not be read, and nothing below but name is known
    ServerInfo server;
    bool isStandby = false;
    bool isPooled = false;    ///< a pooler stands between: one session is not one server process
    QString systemIdentifier; ///< empty when not allowed to ask
    QString databaseOid;
    QString serverAddress; ///< "10.0.0.7:5432" as the server sees itself; empty for a socket
    /// Tables that only another database of the project makes, by that database.
    QMap<DatabaseName, QStringList> otherTables;
    /// Tables that this database's own revisions make and that are there.
    QStringList ownTables;
    bool allowsPrepared = false; ///< PREPARE TRANSACTION, for a run on both databases
    /// Prepared by a run in the mode "both" and neither committed nor rolled back yet.
    QList<PreparedHalf> preparedHalves;
    VersionTable versionTable;
    QList<RevisionId> current;               ///< the version rows that the project knows, sorted
    QStringList unknownRows;                 ///< rows that no file of this database's lineage has
    QMap<QString, DatabaseName> foreignRows; ///< unknown rows that another database's lineage has
    QList<RevisionId> heads;                 ///< of the project's lineage
    QSet<RevisionId> applied;
    QList<RevisionId> pending; ///< in the order they would run
    /// Of the applied revisions, how each came to be so (who, when, how long). Empty where no log
    /// exists; without those that something else applied.
    QMap<RevisionId, LogEntry> appliedBy;
    QList<ChangedFile> changedFiles; ///< of applied revisions; empty where no log can be read
    LogAccess log;
    QString currentUser; ///< the role that would run things
    /// This role may not use the schema public, in which everything is looked for.
    bool isSchemaClosed = false;
    QStringList warnings; ///< "anyone may create tables in public (PostgreSQL 14)", ...

    /// Its tables are here, and no version row says so: an upgrade would make them once more.
    bool isUntracked() const
    {
        return !error && versionTable.rows.isEmpty() && !ownTables.isEmpty();
    }
    bool isAtHead() const { return !error && unknownRows.isEmpty() && pending.isEmpty(); }
};

enum class StatusDetail {
    Plain,
    WithLog,
    /// An untrustworthy version table is no error but left unread: `versionTable.suspicion` says
    /// so.
    WithoutUntrusted,
};

/// Reads the status in at most two round trips. Never writes, works on a standby. `WithLog` fills
/// `appliedBy`. An untrustworthy version table is not read: error version.suspicious.
Result<DatabaseStatus> readStatus(Connection& connection, const Project& project,
                                  const DatabaseName& database, const QString& role = {},
                                  StatusDetail detail = StatusDetail::Plain);

/// Why nothing can be said of a database whose schema is closed.
Error schemaClosed(const DatabaseStatus& status);

/// Fills current, unknown, foreign, applied and pending from the rows of the version table.
void judgeVersionRows(DatabaseStatus& status, const Project& project);

/// All sessions at once; a database that cannot be reached comes back with its error set. In
/// project order. Blocks until all have answered: not for the GUI thread.
QList<DatabaseStatus> readStatuses(const Project& project,
                                   const QMap<DatabaseName, SessionPtr>& sessions,
                                   StatusDetail detail = StatusDetail::Plain);

} // namespace socrates::core
