// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/connection.h"

#include <QStringList>

namespace socrates::core {

/// alembic_version as Alembic keeps it (alembic-and-formats, C.1): one row per head, no row at
/// base, the table created by the first step that runs.
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

/// The statement that creates the table exactly as Alembic does.
QString createVersionTableSql(const QString& schema);

} // namespace socrates::core
