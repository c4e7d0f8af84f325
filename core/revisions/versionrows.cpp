// SPDX-License-Identifier: MIT
#include "core/revisions/versionrows.h"

#include <algorithm>

namespace socrates::core {

using Nodes = GraphData::Nodes;

namespace {

constexpr int kNoRow = -1;

}

VersionRows::VersionRows(const GraphData& graph, Nodes rows)
    : m_graph(graph), m_rows(std::move(rows)), m_shown(sortedRows())
{}

LineageStep VersionRows::take(int node, Direction direction)
{
    m_changes.clear();
    LineageStep step;
    step.revision = m_graph.node(node).revision;
    step.direction = direction;
    step.rowsBefore = m_shown;
    if (direction == Direction::Upgrade)
        upgrade(node);
    else
        downgrade(node);
    m_shown = sortedRows();
    step.rowsAfter = m_shown;
    step.versionChanges = m_changes;
    return step;
}

void VersionRows::upgrade(int node)
{
    const Nodes& below = m_graph.node(node).normalizedParents;
    Nodes present;
    for (const int parent : below) {
        if (has(parent))
            present.push_back(parent);
    }
    // Several parents with rows of their own: this is where they merge. A parent that another
    // branch still implies keeps its row.
    if (present.size() > 1)
        present = notImpliedBy(without(below), present);
    if (present.empty()) {
        change(kNoRow, node);
        return;
    }
    for (size_t i = 0; i + 1 < present.size(); ++i)
        change(present[i], kNoRow);
    change(present.back(), node);
}

void VersionRows::downgrade(int node)
{
    // Without a row of its own there is nothing to move: another row implies what is left.
    if (!has(node))
        return;
    if (m_childrenApplied.empty())
        countApplied();
    const Nodes& below = m_graph.node(node).normalizedParents;
    for (const int parent : below)
        --m_childrenApplied[size_t(parent)];
    Nodes left;
    if (below.size() > 1)
        left = notImpliedBy(without({node}), below);
    else if (!below.empty() && !isImplied(below.front()))
        left = below;
    if (left.empty()) {
        change(node, kNoRow);
        return;
    }
    for (size_t i = 0; i + 1 < left.size(); ++i)
        change(kNoRow, left[i]);
    change(node, left.back());
}

// Downgrades go from the tips down, so the only parent of a revision is implied by another row
// exactly as long as something else that stands directly on it is applied. Walking the whole graph
// at each step instead takes a second for some thousand revisions in two branches.
void VersionRows::countApplied()
{
    m_childrenApplied.assign(m_graph.size(), 0);
    const std::vector<bool> applied = m_graph.ancestors(m_rows, GraphData::Edges::WithDependencies);
    for (int node = 0; node < int(applied.size()); ++node) {
        if (!applied[size_t(node)])
            continue;
        for (const int parent : m_graph.node(node).normalizedParents)
            ++m_childrenApplied[size_t(parent)];
    }
}

bool VersionRows::has(int node) const
{
    return std::find(m_rows.begin(), m_rows.end(), node) != m_rows.end();
}

Nodes VersionRows::without(const Nodes& nodes) const
{
    Nodes result;
    for (const int row : m_rows) {
        if (std::find(nodes.begin(), nodes.end(), row) == nodes.end())
            result.push_back(row);
    }
    return result;
}

Nodes VersionRows::notImpliedBy(const Nodes& rows, const Nodes& nodes) const
{
    if (rows.empty() || nodes.empty())
        return nodes;
    const std::vector<bool> implied = m_graph.ancestors(rows, GraphData::Edges::WithDependencies);
    Nodes result;
    for (const int node : nodes) {
        if (!implied[size_t(node)])
            result.push_back(node);
    }
    return result;
}

void VersionRows::change(int from, int to)
{
    VersionChange change;
    if (from != kNoRow) {
        change.from = m_graph.id(from);
        std::erase(m_rows, from);
    }
    if (to != kNoRow) {
        change.to = m_graph.id(to);
        m_rows.push_back(to);
    }
    m_changes << change;
}

QList<RevisionId> VersionRows::sortedRows() const
{
    QList<RevisionId> result;
    result.reserve(qsizetype(m_rows.size()));
    for (const int row : m_rows)
        result << m_graph.id(row);
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace socrates::core
