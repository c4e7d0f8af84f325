// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/alembictable.h"
#include "core/postgres/connection.h"
#include "core/revisions/revisiongraph.h"

#include <QStringList>

namespace socrates::core {

/// alembic_version as Alembic keeps it (alembic-and-formats, C.1): one row per head, no row at
/// base, the table created by the first step that runs, or by the provisioner for an application
/// that may only read it.
struct VersionTable
{
    bool exists = false;
    QString schema;   ///< where it was found on the search path; "public" otherwise
    QStringList rows; ///< sorted
    QString owner;
    /// Why the table is not to be trusted (a view, a trigger, a rule, row-level security, a
    /// foreign owner: somebody may have planted it); empty when it is an ordinary table.
    QString suspicion;
};

/// Finds the table as Alembic would (default search path) and judges it. `role`: who will use it.
/// Columns of the one row it returns are for versionTableFrom().
PipelineItem versionTableQuery(const QString& role);
/// `fallbackSchema`: where the table would be created.
VersionTable versionTableFrom(const Rows& rows, const QString& fallbackSchema);

/// SELECT of the rows; the table must exist.
QString versionRowsSql(const VersionTable& table);
QStringList versionRowsFrom(const Rows& rows);

/// The statement of one change (alembic-and-formats, C.4); it must touch exactly one row.
PipelineItem versionChangeItem(const VersionTable& table, const VersionChange& change);
/// Alembic's words for a change that did not touch exactly one row.
Error versionChangeError(const VersionChange& change, qint64 affected);

/// A statement that fails (22P02) unless the table holds exactly these rows.
PipelineItem assertVersionRows(const VersionTable& table, const QList<RevisionId>& rows);

/// Keeps writers away until the end of the transaction, readers not.
PipelineItem lockVersionTable(const VersionTable& table);

/// First in the pipeline of a look at a table: it must not hang behind a lock that somebody holds
/// (55P03 then), nor keep its own when the network is gone.
PipelineItem boundedLook(const Connection& connection);

/// Everything about the table in one go, in two round trips.
Result<VersionTable> readVersionTable(Connection& connection, const QString& role);

/// "002", "003, 004", or "base" when the version table holds no row.
QString positionText(const QList<RevisionId>& rows);

} // namespace socrates::core
