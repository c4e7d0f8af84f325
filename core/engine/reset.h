// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runner.h"

namespace socrates::core {

/// What a reset of one database would take away, and what it leaves.
struct ResetPreview
{
    DatabaseName name;
    std::optional<Error> error; ///< could not be read, or may not be reset
    DatabaseStatus status;
    QString schema; ///< that is emptied: where the version table is, and what revisions make
    struct Table
    {
        QString name;
        qint64 rows = -1;        ///< -1: not known
        bool isEstimate = false; ///< the planner's: counting would have taken too long
    };
    QList<Table> tables;
    /// "view v", "type mood": what else goes, in other schemas too where it stands on this one.
    QStringList others;
    QStringList extensions; ///< stay, and what is theirs
    QStringList schemas;    ///< others that hold something: left alone
};

/// Looks, and changes nothing. Errors of a preview: version.suspicious, conn.standby,
/// usage.requires (another database that stays has revisions that require one of this).
QList<ResetPreview> previewResets(const Project& project, const QList<DatabaseName>& names,
                                  const QMap<DatabaseName, SessionPtr>& sessions);

/// Empties the schema in one transaction, under the advisory lock, and only from the version rows
/// of the preview. The schema itself is never dropped, so that its owner, grants, default
/// privileges and comment are what they were; extensions stay; the log of migrations keeps a row.
/// Then looks afresh at what is left. Blocks. Errors: busy.*, sql.failed,
/// version.changed_meanwhile, schema.not_empty.
Result<DatabaseStatus> resetDatabase(const Project& project, Session& session,
                                     const ResetPreview& preview, const RunOptions& options);

} // namespace socrates::core
