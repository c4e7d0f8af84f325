// SPDX-License-Identifier: MIT
#include "core/revisions/revisiongraph.h"

#include "core/base/texts.h"
#include "core/revisions/graphdata.h"
#include "core/revisions/targets.h"
#include "core/revisions/versionrows.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Nodes = GraphData::Nodes;
using Edges = GraphData::Edges;

enum class Command { Upgrade, Downgrade, Stamp, Resolve };

// The wording of Alembic's command line for what its revision map refused (C.6).
Error targetError(const TargetError& cause, Command command, const QString& target)
{
    Error error;
    error.code = u"usage.target"_s;
    switch (cause.kind) {
    case TargetError::Kind::Unknown:
        error.summary = Texts::tr("Can't locate revision identified by '%1'").arg(cause.argument);
        error.detail = cause.message;
        error.hint = Texts::tr("'history' lists the revisions there are.");
        break;
    case TargetError::Kind::MultipleHeads:
        if (command == Command::Stamp) {
            error.summary =
                Texts::tr("Multiple heads are present; please specify a single target revision");
        } else {
            error.summary =
                Texts::tr("Multiple head revisions are present for given argument '%1'; please "
                          "specify a specific target revision, '<branchname>@%1' to narrow to "
                          "a specific head, or 'heads' for all heads")
                    .arg(target);
        }
        error.detail = cause.message;
        break;
    case TargetError::Kind::NotAncestor:
        error.summary =
            Texts::tr("Destination %1 is not a valid %2 target from current head(s)")
                .arg(target, command == Command::Downgrade ? u"downgrade"_s : u"upgrade"_s);
        break;
    case TargetError::Kind::Other:
        error.summary = cause.message;
        if (cause.message.contains("ambiguous"_L1, Qt::CaseInsensitive) &&
            command != Command::Resolve)
            error.hint =
                Texts::tr("Name the branch, as in 'LABEL@%1', or name the revision.").arg(target);
        break;
    }
    return error;
}

Error unknownRow(const RevisionId& row)
{
    return targetError({TargetError::Kind::Unknown,
                        Texts::tr("The version table holds it, and no file has it."), row.text()},
                       Command::Resolve, row.text());
}

Result<Nodes> rowNodes(const GraphData& graph, const QList<RevisionId>& rows)
{
    Nodes result;
    for (const RevisionId& row : rows) {
        const int node = graph.indexOf(row);
        if (node < 0)
            return fail(unknownRow(row));
        if (std::find(result.begin(), result.end(), node) == result.end())
            result.push_back(node);
    }
    return result;
}

// Rows, or targets, of which one stands below another make no sense together.
Found<std::vector<bool>> checkedAncestors(const GraphData& graph, const Nodes& targets)
{
    for (const int target : targets) {
        if (targets.size() == 1)
            break;
        const std::vector<bool> below = graph.ancestors({target}, Edges::WithDependencies);
        QStringList overlaps;
        for (const int other : targets) {
            if (other != target && below[size_t(other)])
                overlaps << graph.id(other).text();
        }
        if (!overlaps.isEmpty()) {
            return tl::unexpected(TargetError{
                TargetError::Kind::Other,
                Texts::tr("Requested revision %1 overlaps with other requested revisions %2")
                    .arg(graph.id(target).text(), overlaps.join(u", "_s)),
                {}});
        }
    }
    return graph.ancestors(targets, Edges::WithDependencies);
}

/// Newest first, no revision before one that stands on it. One branch is followed as far as it
/// goes before the next is taken up; which one comes first is Alembic's choice (file order).
class NewestFirst
{
public:
    NewestFirst(const GraphData& graph, const std::vector<bool>& wanted, const Nodes& heads)
        : m_graph(graph), m_pending(wanted), m_waiting(graph.size(), 0)
    {
        for (int node = 0; node < int(graph.size()); ++node) {
            if (!isPending(node))
                continue;
            for (const int parent : graph.node(node).normalizedParents)
                ++m_waiting[size_t(parent)];
        }
        for (const int head : heads) {
            if (isPending(head) && !isTip(head))
                m_tips.push_back(head);
        }
        std::sort(m_tips.begin(), m_tips.end());
    }

    Nodes run()
    {
        size_t current = 0;
        while (!m_tips.empty()) {
            const int candidate = m_tips[current];
            if (m_waiting[size_t(candidate)] > 0) {
                current = firstTipAbove(candidate);
                continue;
            }
            emitNode(candidate);
            Nodes below;
            for (const int parent : m_graph.node(candidate).normalizedParents) {
                if (isPending(parent) && !isTip(parent))
                    below.push_back(parent);
            }
            if (below.empty()) {
                m_tips.erase(m_tips.begin() + std::ptrdiff_t(current));
                current = current > 0 ? current - 1 : 0;
            } else {
                m_tips[current] = below.front();
                m_tips.insert(m_tips.end(), below.begin() + 1, below.end());
            }
        }
        return m_result;
    }

private:
    bool isPending(int node) const { return m_pending[size_t(node)]; }
    bool isTip(int node) const
    {
        return std::find(m_tips.begin(), m_tips.end(), node) != m_tips.end();
    }

    void emitNode(int node)
    {
        m_result.push_back(node);
        m_pending[size_t(node)] = false;
        for (const int parent : m_graph.node(node).normalizedParents)
            --m_waiting[size_t(parent)];
    }

    size_t firstTipAbove(int node) const
    {
        std::vector<bool> seen(m_graph.size(), false);
        Nodes todo{node};
        while (!todo.empty()) {
            const int next = todo.back();
            todo.pop_back();
            for (const int child : m_graph.node(next).allNext) {
                if (isPending(child) && !seen[size_t(child)]) {
                    seen[size_t(child)] = true;
                    todo.push_back(child);
                }
            }
        }
        for (size_t i = 0; i < m_tips.size(); ++i) {
            if (seen[size_t(m_tips[i])])
                return i;
        }
        Q_UNREACHABLE();
        return 0;
    }

    const GraphData& m_graph;
    std::vector<bool> m_pending;
    std::vector<int> m_waiting; ///< pending revisions that stand directly on it
    Nodes m_tips;
    Nodes m_result;
};

Found<Nodes> upgradeOrder(const GraphData& graph, const Nodes& rows, const QString& target)
{
    const auto targets = Targets(graph).upgradeTargets(rows, target);
    if (!targets)
        return targets;
    auto wanted = checkedAncestors(graph, *targets);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto applied = checkedAncestors(graph, rows);
    if (!applied)
        return tl::unexpected(applied.error());
    for (size_t i = 0; i < wanted->size(); ++i)
        (*wanted)[i] = (*wanted)[i] && !(*applied)[i];
    Nodes order = NewestFirst(graph, *wanted, *targets).run();
    std::reverse(order.begin(), order.end());
    return order;
}

// The revisions that go first: the children of the target, or every base.
Found<Nodes> downgradeRoots(const GraphData& graph, const Targets::DowngradeTarget& target)
{
    Nodes roots = target.node ? graph.node(*target.node).next : graph.bases();
    if (target.branch.isEmpty())
        return roots;
    const auto branch = Targets(graph).branch(target.branch);
    if (!branch)
        return tl::unexpected(branch.error());
    if (roots.size() <= 1)
        return roots;
    const std::vector<bool> below = graph.ancestors({*branch}, Edges::Down);
    std::erase_if(roots, [&](int root) { return !below[size_t(root)]; });
    if (roots.empty()) {
        return tl::unexpected(
            TargetError{TargetError::Kind::Other,
                        Texts::tr("Not a valid downgrade target from current heads"),
                        {}});
    }
    return roots;
}

Found<Nodes> downgradeOrder(const GraphData& graph, const Nodes& rows, const QString& text)
{
    const auto target = Targets(graph).downgradeTarget(rows, text);
    if (!target)
        return tl::unexpected(target.error());
    const auto roots = downgradeRoots(graph, *target);
    if (!roots)
        return roots;
    std::vector<bool> dropped = graph.descendants(*roots, Edges::WithDependencies);
    const std::vector<bool> applied = graph.ancestors(rows, Edges::WithDependencies);
    bool any = false;
    for (size_t i = 0; i < dropped.size(); ++i) {
        dropped[i] = dropped[i] && applied[i];
        any = any || dropped[i];
    }
    if (!any && target->node && std::find(rows.begin(), rows.end(), *target->node) == rows.end())
        return tl::unexpected(TargetError{TargetError::Kind::NotAncestor, {}, {}});
    return NewestFirst(graph, dropped, rows).run();
}

QList<RevisionId> idsOf(const GraphData& graph, const Nodes& nodes)
{
    QList<RevisionId> result;
    result.reserve(qsizetype(nodes.size()));
    for (const int node : nodes)
        result << graph.id(node);
    return result;
}

QSet<RevisionId> idsOf(const GraphData& graph, const std::vector<bool>& flags)
{
    QSet<RevisionId> result;
    for (int node = 0; node < int(flags.size()); ++node) {
        if (flags[size_t(node)])
            result.insert(graph.id(node));
    }
    return result;
}

Nodes knownNodes(const GraphData& graph, const QList<RevisionId>& ids)
{
    Nodes result;
    for (const RevisionId& id : ids) {
        if (const int node = graph.indexOf(id); node >= 0)
            result.push_back(node);
    }
    return result;
}

template <class Order>
Result<QList<LineageStep>> steps(const GraphData& graph, const QList<RevisionId>& rows,
                                 const QString& target, Direction direction, Order order)
{
    const Result<Nodes> current = rowNodes(graph, rows);
    if (!current)
        return fail(current.error());
    const Found<Nodes> nodes = order(graph, *current, target);
    if (!nodes) {
        return fail(targetError(
            nodes.error(), direction == Direction::Upgrade ? Command::Upgrade : Command::Downgrade,
            target));
    }
    VersionRows versionRows(graph, *current);
    QList<LineageStep> result;
    result.reserve(qsizetype(nodes->size()));
    for (const int node : *nodes)
        result << versionRows.take(node, direction);
    return result;
}

// Rows in the lineage of a destination move there; a destination elsewhere gets a row of its own.
Found<Nodes> stamped(const GraphData& graph, const Nodes& rows, const QString& target)
{
    const Targets targets(graph);
    const auto moving = targets.inLineage(rows, target, Edges::WithDependencies);
    if (!moving)
        return moving;
    const auto destinations = targets.revisions(target);
    if (!destinations)
        return destinations;
    Nodes result = rows;
    const auto takeMoving = [&] {
        std::erase_if(result, [&](int row) {
            return std::find(moving->begin(), moving->end(), row) != moving->end();
        });
    };
    if (destinations->empty()) {
        takeMoving();
        return result;
    }
    bool moved = false;
    for (const int destination : *destinations) {
        if (std::find(result.begin(), result.end(), destination) != result.end())
            continue;
        const std::vector<bool> above = graph.descendants({destination}, Edges::WithDependencies);
        const std::vector<bool> below = graph.ancestors({destination}, Edges::WithDependencies);
        const bool isRelated = std::any_of(moving->begin(), moving->end(), [&](int row) {
            return above[size_t(row)] || below[size_t(row)];
        });
        if (isRelated && !moved) {
            takeMoving();
            moved = true;
        }
        result.push_back(destination);
    }
    return result;
}

} // namespace

RevisionGraph::RevisionGraph() : m_data(std::make_shared<GraphData>()) {}

ResultOrErrors<RevisionGraph> RevisionGraph::build(const QList<RevisionPtr>& revisionsInFileOrder)
{
    auto data = GraphData::build(revisionsInFileOrder);
    if (!data)
        return tl::unexpected(data.error());
    RevisionGraph graph;
    graph.m_data = std::move(*data);
    return graph;
}

const QList<RevisionPtr>& RevisionGraph::revisions() const
{
    return m_data->ordered();
}

bool RevisionGraph::contains(const RevisionId& id) const
{
    return m_data->indexOf(id) >= 0;
}

RevisionPtr RevisionGraph::revision(const RevisionId& id) const
{
    const int node = m_data->indexOf(id);
    return node < 0 ? RevisionPtr() : m_data->node(node).revision;
}

QList<RevisionId> RevisionGraph::heads() const
{
    return idsOf(*m_data, m_data->heads());
}

QList<RevisionId> RevisionGraph::bases() const
{
    return idsOf(*m_data, m_data->bases());
}

QList<RevisionId> RevisionGraph::children(const RevisionId& id) const
{
    const int node = m_data->indexOf(id);
    return node < 0 ? QList<RevisionId>() : idsOf(*m_data, m_data->node(node).next);
}

QStringList RevisionGraph::labelsOf(const RevisionId& id) const
{
    const int node = m_data->indexOf(id);
    return node < 0 ? QStringList() : m_data->node(node).labels;
}

QStringList RevisionGraph::labels() const
{
    return m_data->labels();
}

QSet<RevisionId> RevisionGraph::withAncestors(const QList<RevisionId>& ids) const
{
    return idsOf(*m_data, m_data->ancestors(knownNodes(*m_data, ids), Edges::WithDependencies));
}

QSet<RevisionId> RevisionGraph::withDescendants(const QList<RevisionId>& ids) const
{
    return idsOf(*m_data, m_data->descendants(knownNodes(*m_data, ids), Edges::WithDependencies));
}

QList<RevisionId> RevisionGraph::rowsFor(const QSet<RevisionId>& applied) const
{
    QList<RevisionId> result;
    for (const RevisionId& id : applied) {
        const int node = m_data->indexOf(id);
        if (node < 0)
            continue;
        const Nodes& next = m_data->node(node).allNext;
        if (std::none_of(next.begin(), next.end(),
                         [&](int child) { return applied.contains(m_data->id(child)); }))
            result << id;
    }
    std::sort(result.begin(), result.end());
    return result;
}

bool RevisionGraph::knows(const QString& target) const
{
    if (Targets::isRelative(target))
        return true;
    const auto found = Targets(*m_data).revisions(target);
    return found || found.error().kind != TargetError::Kind::Unknown;
}

Result<QList<LineageStep>> RevisionGraph::upgradeSteps(const QList<RevisionId>& rows,
                                                       const QString& target) const
{
    return steps(*m_data, rows, target, Direction::Upgrade, upgradeOrder);
}

Result<QList<LineageStep>> RevisionGraph::downgradeSteps(const QList<RevisionId>& rows,
                                                         const QString& target) const
{
    return steps(*m_data, rows, target, Direction::Downgrade, downgradeOrder);
}

Result<QList<RevisionId>> RevisionGraph::stampRows(const QList<RevisionId>& rows,
                                                   const QString& target, bool purge) const
{
    const Result<Nodes> current = purge ? Result<Nodes>(Nodes()) : rowNodes(*m_data, rows);
    if (!current)
        return fail(current.error());
    const Found<Nodes> nodes = stamped(*m_data, *current, target);
    if (!nodes)
        return fail(targetError(nodes.error(), Command::Stamp, target));
    QList<RevisionId> result = idsOf(*m_data, *nodes);
    std::sort(result.begin(), result.end());
    return result;
}

Result<QList<RevisionId>> RevisionGraph::resolve(const QString& target) const
{
    const auto found = Targets(*m_data).revisions(target);
    if (!found)
        return fail(targetError(found.error(), Command::Resolve, target));
    return idsOf(*m_data, *found);
}

} // namespace socrates::core
