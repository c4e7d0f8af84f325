// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runlog.h"
#include "core/postgres/session.h"
#include "core/revisions/githistory.h"
#include "core/revisions/revisiondraft.h"

namespace socrates::core {

/// What is left of a revision that the version table names and the project has no file for.
struct Rescue
{
    RevisionId revision;
    QList<RememberedFile> files;   ///< newest first
    std::optional<Error> gitError; ///< why there are none
    /// The upgrade as a database logged it, with its SQL of both directions.
    struct Stored
    {
        DatabaseName database;
        LogEntry entry;
    };
    QList<Stored> stored;
    Errors logErrors; ///< of databases whose log could not be read

    bool isFound() const { return !files.isEmpty() || !stored.isEmpty(); }
    /// The index in `stored` of a database that ran exactly this file's upgrade; -1: none.
    int appliedAs(const RememberedFile& file) const;
};

/// Looks in git and in the logs of the connected databases. Blocks.
Rescue lookForRevision(const Project& project, const RevisionId& revision,
                       const QMap<DatabaseName, SessionPtr>& sessions,
                       const CancelToken& token = {});

/// A file from git as it would be put back. Errors: project.* when it is no revision file of this
/// project (an Alembic script, another database).
Result<RevisionDraft> draftFromGit(const Project& project, const RememberedFile& file);
/// A file made of what the log holds: exactly the SQL that ran, with the downgrade stored then.
RevisionDraft draftFromLog(const Rescue::Stored& stored);

/// What to put back: the file from git that is exactly what ran, else what the log holds, else the
/// newest file from git. Errors: version.lost, project.*.
Result<RevisionDraft> bestDraft(const Project& project, const Rescue& rescue);

} // namespace socrates::core
