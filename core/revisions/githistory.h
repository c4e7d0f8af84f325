// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/names.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QStringList>

namespace socrates::core {

/// A revision file that git remembers.
struct RememberedFile
{
    QString commit; ///< the newest one that has the file with this text, in full
    QString author;
    QDateTime date; ///< of the commit, with the author's time zone
    QString subject;
    QStringList branches; ///< that hold the commit, remote ones too; empty: none does any more
    QString path;         ///< from the top of the repository
    QString text;
};

/// Files of any branch, stash or abandoned commit whose header (ours, or Alembic's "revision =")
/// names the revision; newest first. Runs `git` on the folder and only reads: no hook, no pager, no
/// network, no shell. Blocks. Errors: git.missing, git.failed (no repository), stopped.cancelled.
Result<QList<RememberedFile>> findInGit(const QString& folder, const RevisionId& revision,
                                        const CancelToken& token = {});

} // namespace socrates::core
