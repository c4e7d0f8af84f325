// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/postgres/connection.h"

#include <QDateTime>

#include <functional>

namespace socrates::core {

/// A backup that was made: PostgreSQL's own custom format, and beside it a small JSON file that
/// says what it is.
struct Backup
{
    QString file; ///< absolute
    QString name; ///< the project's name of the database
    QString database;
    QString server; ///< "127.0.0.1:5432"
    QString serverVersion;
    QStringList revisions; ///< version rows at that moment
    QStringList locale;    ///< encoding, collation, character type of the database
    QDateTime at;
    qint64 size = 0;
};

/// Backups by pg_dump and pg_restore. Passwords travel in the environment of those programs, never
/// on their command lines. Blocking calls.
namespace backups {

/// Where backups go unless told otherwise.
QString defaultFolder();

/// The folder of pg_dump and pg_restore that fit a server of this major version: the nearest that
/// is not older. Errors: backup.no_program, saying which is missing and how to get it.
Result<QString> programsFor(int serverMajor);

/// Dumps the connection's database into `folder`, under a name of its own, and has pg_restore read
/// it back before it counts. `what` gives name and revisions; `progress` hears now and then how
/// many bytes are written. Errors: backup.no_program,
/// backup.failed, stopped.cancelled; then no file is left.
Result<Backup> make(Connection& connection, const Backup& what, const QString& folder,
                    const CancelToken& token = {},
                    const std::function<void(qint64 bytes)>& progress = {});

/// Newest first. Files that are no backups of ours are left out.
QList<Backup> list(const QString& folder);
/// By its file. Errors: backup.unreadable.
Result<Backup> read(const QString& file);

/// Connects to the same server, but not to a database that may be restored.
Result<std::unique_ptr<Connection>> connectBeside(ConnectionParameters parameters,
                                                  const CancelToken& token = {});

/// Restores into `database`, on the server of `connection` and by its role. What has this name is
/// never overwritten: the backup is restored into a new database first, whole or not at all, and
/// when that stands, a database of the name is renamed and its new name answered, empty where there
/// was none. Errors: backup.exists (there is one, and not `replaces`), backup.in_use,
/// backup.failed, backup.no_program, sql.failed, stopped.cancelled; then everything is as it was.
Result<QString> restore(Connection& connection, const QString& file, const QString& database,
                        bool replaces, const CancelToken& token = {});

} // namespace backups

} // namespace socrates::core
