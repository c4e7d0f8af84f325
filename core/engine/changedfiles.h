// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"
#include "core/engine/serverguard.h"

namespace socrates::core {

/// An applied revision whose file is not what was run, with both texts.
struct FileChange
{
    ChangedFile change;
    RevisionPtr revision;
    QString appliedSql; ///< the up section as the log has it
    QString fileSql;    ///< the up section as the file has it

    /// The lines that differ, as a unified diff shows them: "-" applied, "+" in the file.
    QString diff() const;
};

/// The changed files of a database with their texts, in the order they are applied. Read-only.
Result<QList<FileChange>> readFileChanges(Connection& connection, const Project& project,
                                          const DatabaseStatus& status);

/// version.not_changed: there is no such change.
Error notChangedError(const RevisionId& revision);

enum class FileWayOut { Restore, Accept };
/// Restores or accepts one change, as it is now. `role`: who writes the log. The file that keeps
/// what was there, after a restore. Errors: version.not_changed, and those of both ways.
Result<QString> settleFileChange(Connection& connection, const Project& project,
                                 const DatabaseName& database, const RevisionId& revision,
                                 FileWayOut way, const QString& role,
                                 const KnownServers& known = {});

/// version.changed: an upgrade does not run on top of a meaningful change that nobody accepted.
std::optional<Error> changedFileError(const DatabaseStatus& status, const Project& project);

/// Writes the up section as it was applied back into the file; what was there is kept beside it
/// with the ending ".changed". Nothing else of the file is touched, and the result is read again
/// before the old file is let go. Errors: project.restore.
Result<QString> restoreFile(const FileChange& change);

/// Logs that the file as it is now stands for what was applied. Errors: run.no_log,
/// server.changed (it is not where the connection led before: `known`).
Result<void> acceptChange(Connection& connection, const FileChange& change,
                          const DatabaseStatus& status, const QString& role,
                          const KnownServers& known);

} // namespace socrates::core
