// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/graphdata.h"
#include "core/revisions/revisiongraph.h"

namespace socrates::core {

/// The rows of alembic_version while steps are taken one after the other, and the statements each
/// step needs (alembic-and-formats, C.4; rules from alembic/runtime/migration.py).
class VersionRows
{
public:
    VersionRows(const GraphData& graph, GraphData::Nodes rows);

    /// Moves past one revision. `node` is the revision upgraded to, or the one taken back.
    LineageStep take(int node, Direction direction);

private:
    bool has(int node) const;
    GraphData::Nodes without(const GraphData::Nodes& nodes) const;
    /// Those of the nodes that are not implied by one of the rows.
    GraphData::Nodes notImpliedBy(const GraphData::Nodes& rows,
                                  const GraphData::Nodes& nodes) const;
    void upgrade(int node);
    void downgrade(int node);
    bool isImplied(int node) const { return has(node) || m_childrenApplied[size_t(node)] > 0; }
    void countApplied();
    void change(int from, int to);
    QList<RevisionId> sortedRows() const;

    const GraphData& m_graph;
    GraphData::Nodes m_rows;
    QList<RevisionId> m_shown;
    QList<VersionChange> m_changes;
    /// How many of the revisions standing on a node are applied; empty until a downgrade asks.
    std::vector<int> m_childrenApplied;
};

} // namespace socrates::core
