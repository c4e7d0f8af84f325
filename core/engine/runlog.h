// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/postgres/connection.h"

#include <QDateTime>

namespace socrates::core {

/// One row of socrates_admin.migration_log: what happened to a revision, failures included.
struct LogEntry
{
    enum class Event { Upgrade, Downgrade, Stamp, Failure, Accept };
    qint64 id = 0;
    QString runId; ///< one per run, the same in both databases
    QString token; ///< one per step: answers "did my COMMIT arrive?"
    Event event = Event::Upgrade;
    QString direction; ///< of a failure: "upgrade" or "downgrade"
    RevisionId revision;
    QStringList rowsBefore;
    QStringList rowsAfter;
    QDateTime startedAt; ///< UTC, the server's clock
    qint64 durationMs = 0;
    QString databaseUser;
    QString osUser;
    QString clientHost;
    QString programVersion;
    QString exactHash;
    QString meaningHash;
    QString sql;            ///< as it was run
    QString downSql;        ///< stored with an upgrade, so that it can be undone without the file
    int statementsDone = 0; ///< transaction:false: how far it came
    QString sqlState;
    QString message;
};

QString eventText(LogEntry::Event event);

/// Newest first; empty when the log does not exist (yet). `limit` 0: all.
Result<QList<LogEntry>> readLog(Connection& connection, int limit = 0);

} // namespace socrates::core
