// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/revision.h"
#include "core/schema/schema.h"

namespace socrates::core {

/// The schema when exactly these version rows stand in the version table.
struct SchemaAtRevision
{
    RevisionPtr revision;
    QList<RevisionId> rows; ///< sorted
    Schema schema;
};

/// What the schema is at every revision of one lineage.
struct SchemaHistory
{
    /// Every revision on top of all those before it, in the graph's order: what a revision did is
    /// the difference from the step before.
    QList<SchemaAtRevision> steps;
    /// Revisions of branches, with nothing but what they stand on, where no step shows that.
    QList<SchemaAtRevision> alone;
    QString origin; ///< as ExpectedSchemaSource::Answer

    /// Null when no step or branch stands there. No rows: the empty schema.
    const Schema* at(const QList<RevisionId>& rows) const;
};

} // namespace socrates::core
