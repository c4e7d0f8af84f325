// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/revisions/revision.h"

#include <vector>

namespace socrates::core {

/// The revisions of a lineage as numbered nodes, in file order, with their edges resolved both
/// ways. Once built it is only read; everything about targets and version rows stands on it.
class GraphData
{
public:
    using Nodes = std::vector<int>;

    struct Node
    {
        RevisionPtr revision;
        Nodes parents;           ///< down_revision
        Nodes dependencies;      ///< depends_on, labels resolved
        Nodes normalizedParents; ///< parents, then dependencies that no ancestor has already
        Nodes next;              ///< who names it as down_revision
        Nodes allNext;           ///< ... or in depends_on
        QStringList labels;      ///< own and inherited, sorted

        const RevisionId& id() const { return revision->id; }
        bool isMergePoint() const { return parents.size() > 1; }
        bool isRealBranchPoint() const { return allNext.size() > 1; }
    };

    enum class Edges {
        Down,             ///< down_revision only
        WithDependencies, ///< and depends_on
    };

    /// Every fault found is returned, with the place of the header line that causes it.
    static ResultOrErrors<std::shared_ptr<const GraphData>>
    build(const QList<RevisionPtr>& revisions);

    const std::vector<Node>& nodes() const { return m_nodes; }
    const Node& node(int index) const { return m_nodes[size_t(index)]; }
    const RevisionId& id(int index) const { return node(index).id(); }
    size_t size() const { return m_nodes.size(); }
    /// -1 when there is none.
    int indexOf(const RevisionId& id) const { return m_byId.value(id.text(), -1); }
    /// Index of the revision with this id or label; -1 when there is none.
    int lookUp(const QString& key) const { return m_byKey.value(key, -1); }
    /// Ids in file order, then labels: where prefixes are looked for.
    const QStringList& keys() const { return m_keys; }
    QStringList labels() const;

    const QList<RevisionPtr>& ordered() const { return m_ordered; }
    /// Nobody's down_revision.
    const Nodes& heads() const { return m_heads; }
    /// Nobody's down_revision and nobody's dependency.
    const Nodes& realHeads() const { return m_realHeads; }
    const Nodes& bases() const { return m_bases; }

    /// One flag per node: the targets and everything below or above them.
    std::vector<bool> ancestors(const Nodes& targets, Edges edges) const;
    std::vector<bool> descendants(const Nodes& targets, Edges edges) const;

private:
    void addNodes(const QList<RevisionPtr>& revisions, Errors& errors);
    void addLabels(Errors& errors);
    void addEdges(Errors& errors);
    void findEnds();
    void normalizeDependencies();
    void inheritLabels();
    void climb(int from, const QStringList& labels);
    /// The nodes in an order with parents first; shorter than size() when there is a cycle, whose
    /// members are then in `left`.
    Nodes sorted(Edges edges, Nodes& left) const;
    void order(Errors& errors);

    std::vector<Node> m_nodes;
    QHash<QString, int> m_byId;
    QHash<QString, int> m_byKey;
    QStringList m_keys;
    QList<RevisionPtr> m_ordered;
    Nodes m_heads;
    Nodes m_realHeads;
    Nodes m_bases;
};

} // namespace socrates::core
