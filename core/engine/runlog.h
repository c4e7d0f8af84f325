// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/postgres/connection.h"

#include <QDateTime>
#include <QMap>

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

/// An entry with a run id and a token of its own, by whom, from where and with which program.
/// `osUser` empty: the system's answer.
LogEntry newLogEntry(LogEntry::Event event, const QString& osUser);

/// Whether the log is there and may be used. Without the right to it everything else still works.
struct LogAccess
{
    bool exists = false;
    bool canRead = false;
    bool canWrite = false;  ///< when it exists
    bool canCreate = false; ///< when it does not
    /// Why what is there is left alone, though rights would allow it: somebody else may have
    /// planted it; empty when it is the log as we make it, or none.
    QString suspicion;

    bool isUsable() const { return exists ? canWrite : canCreate; }
};

/// One row for logAccessFrom(). `role`: who would write.
PipelineItem logAccessQuery(const QString& role);
LogAccess logAccessFrom(const Rows& rows);

/// Schema and table; for a database that has no log yet.
QList<PipelineItem> createLogItems();
/// Inserts the entry with the server's clock and RETURNING id, duration_ms. Run it in the
/// transaction whose work it records: the row is also the token that tells whether it committed.
PipelineItem insertLogItem(const LogEntry& entry);
/// What the log keeps of a failure, the same in every language of the window: the place, and the
/// server's own words or, where the program itself refused, the error's code.
QString recordText(const Error& error);
/// A new value for LogEntry::token or runId.
QString newLogToken();
/// How far a transaction:false step came, and what stopped it, if anything did.
PipelineItem updateProgressItem(const QString& token, int statementsDone,
                                const QString& sqlState = {}, const QString& message = {});
/// Turns the row of a transaction:false step into its final event.
PipelineItem finishProgressItem(const QString& token, LogEntry::Event event,
                                const QStringList& rowsAfter);
/// A row if the step that wrote this token is committed; of a transaction:false step, its end.
PipelineItem committedQuery(const QString& token);
/// The newest entry of a revision: event, direction, statements_done, meaning_hash, sqlstate.
PipelineItem newestEntryQuery(const RevisionId& revision);

/// Newest first; empty when the log does not exist (yet) or is not to be read. `role`: who reads.
/// `limit` 0: all.
Result<QList<LogEntry>> readLog(Connection& connection, const QString& role, int limit = 0);
/// Newest successful upgrade or stamp per revision that no downgrade came after, without the SQL.
/// The log must exist.
PipelineItem appliedByQuery();
/// Per revision what it was when it was run, or when a change was last accepted: revision,
/// exact_hash, meaning_hash. The log must exist.
PipelineItem fileHashesQuery();
/// Revisions whose newest entry is a transaction:false step that did not come to its end:
/// revision, direction, statements_done, when. The log must exist.
PipelineItem interruptedQuery();
QMap<RevisionId, LogEntry> appliedByFrom(const Rows& rows);

} // namespace socrates::core
