// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/comparison.h"
#include "core/schema/schemahistory.h"

namespace socrates::core {

/// Which revisions made an object what it is.
struct ObjectOrigin
{
    RevisionId introduced;
    QList<RevisionId> changed; ///< in order
    RevisionId dropped;        ///< empty: it is still there at the end of the lineage

    /// "introduced by 002, changed by 011, dropped by 015".
    QString text() const;
};

/// Ties every object that a lineage ever made to its revisions.
class Attribution
{
public:
    Attribution() = default;
    explicit Attribution(const SchemaHistory& history);

    /// Null: no revision made it. An object that was dropped and made again tells its last life.
    const ObjectOrigin* find(const Schema::Key& key) const;
    /// ObjectOrigin's text, or "by no revision".
    QString text(const Schema::Key& key) const;
    QString text(const ComparisonLine& line) const
    {
        return text(Schema::Key{line.kind, line.schema, line.table, line.name});
    }

private:
    void take(const RevisionId& revision, const Schema& before, const Schema& after);

    QMap<Schema::Key, ObjectOrigin> m_origins;
};

} // namespace socrates::core
