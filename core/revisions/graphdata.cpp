// SPDX-License-Identifier: MIT
#include "core/revisions/graphdata.h"

#include "core/base/texts.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

Error graphError(const QString& code, const Revision& revision, const QString& key,
                 const QString& summary, const QString& hint)
{
    Error error;
    error.code = u"project."_s + code;
    error.summary = summary;
    error.hint = hint;
    error.database = revision.database.text();
    error.revision = revision.id.text();
    error.where = revision.keyLocation(key);
    return error;
}

void addOnce(GraphData::Nodes& nodes, int node)
{
    if (std::find(nodes.begin(), nodes.end(), node) == nodes.end())
        nodes.push_back(node);
}

template <class NextOf>
std::vector<bool> reached(size_t size, const GraphData::Nodes& from, NextOf nextOf)
{
    std::vector<bool> seen(size, false);
    GraphData::Nodes todo = from;
    while (!todo.empty()) {
        const int node = todo.back();
        todo.pop_back();
        if (seen[size_t(node)])
            continue;
        seen[size_t(node)] = true;
        const GraphData::Nodes& next = nextOf(node);
        todo.insert(todo.end(), next.begin(), next.end());
    }
    return seen;
}

void addLabelsTo(QStringList& target, const QStringList& labels)
{
    for (const QString& label : labels) {
        const auto place = std::lower_bound(target.begin(), target.end(), label);
        if (place == target.end() || *place != label)
            target.insert(place, label);
    }
}

} // namespace

ResultOrErrors<std::shared_ptr<const GraphData>>
GraphData::build(const QList<RevisionPtr>& revisions)
{
    auto data = std::make_shared<GraphData>();
    Errors errors;
    data->addNodes(revisions, errors);
    data->addLabels(errors);
    data->addEdges(errors);
    if (errors.isEmpty())
        data->order(errors);
    if (!errors.isEmpty())
        return tl::unexpected(errors);
    data->findEnds();
    data->normalizeDependencies();
    data->inheritLabels();
    return std::shared_ptr<const GraphData>(std::move(data));
}

QStringList GraphData::labels() const
{
    QStringList result = m_keys.mid(qsizetype(size()));
    result.sort();
    return result;
}

void GraphData::addNodes(const QList<RevisionPtr>& revisions, Errors& errors)
{
    m_nodes.reserve(size_t(revisions.size()));
    for (const RevisionPtr& revision : revisions) {
        const QString& id = revision->id.text();
        if (const int other = m_byId.value(id, -1); other >= 0) {
            errors << graphError(
                u"graph.duplicate"_s, *revision, u"revision"_s,
                Texts::tr("Revision %1 is present more than once").arg(id),
                Texts::tr("The other one is %1; give one of them another identifier.")
                    .arg(node(other).revision->keyLocation(u"revision"_s).text()));
            continue;
        }
        const int index = int(m_nodes.size());
        m_byId.insert(id, index);
        m_keys << id;
        Node node;
        node.revision = revision;
        m_nodes.push_back(std::move(node));
    }
    m_byKey = m_byId;
}

void GraphData::addLabels(Errors& errors)
{
    for (int index = 0; index < int(m_nodes.size()); ++index) {
        const Revision& revision = *node(index).revision;
        for (const QString& label : revision.branchLabels) {
            if (const int owner = m_byKey.value(label, -1); owner >= 0) {
                errors << graphError(
                    u"graph.label"_s, revision, u"branch_labels"_s,
                    Texts::tr("Branch name '%1' in revision %2 already used by revision %3")
                        .arg(label, revision.id.text(), id(owner).text()),
                    Texts::tr("A label names one branch: keep it at the branch's first revision."));
                continue;
            }
            m_byKey.insert(label, index);
            m_keys << label;
        }
    }
}

void GraphData::addEdges(Errors& errors)
{
    for (int index = 0; index < int(m_nodes.size()); ++index) {
        Node& node = m_nodes[size_t(index)];
        const Revision& revision = *node.revision;
        const auto resolve = [&](const QString& name, int target, const QString& key,
                                 const QString& loopKind) {
            if (target < 0) {
                errors << graphError(
                    u"graph.missing"_s, revision, key,
                    Texts::tr("Revision %1 referenced from %2 is not present")
                        .arg(name, revision.id.text()),
                    key == u"depends_on"
                        ? Texts::tr(
                              "depends_on names a revision or a label of the same database; for "
                              "another database there is 'requires'.")
                        : Texts::tr("Add the file of revision %1, or correct 'down_revision'.")
                              .arg(name));
            } else if (target == index) {
                errors << graphError(
                    u"graph.cycle"_s, revision, key,
                    Texts::tr("%1 is detected in revisions (%2)").arg(loopKind, revision.id.text()),
                    Texts::tr("A revision cannot stand on itself."));
            } else {
                return true;
            }
            return false;
        };
        for (const RevisionId& parent : revision.downRevisions) {
            const int target = m_byId.value(parent.text(), -1);
            if (!resolve(parent.text(), target, u"down_revision"_s, Texts::tr("Self-loop")))
                continue;
            addOnce(node.parents, target);
            addOnce(m_nodes[size_t(target)].next, index);
            addOnce(m_nodes[size_t(target)].allNext, index);
        }
        for (const QString& name : revision.dependsOn) {
            const int target = m_byKey.value(name, -1);
            if (!resolve(name, target, u"depends_on"_s, Texts::tr("Dependency self-loop")))
                continue;
            addOnce(node.dependencies, target);
            addOnce(m_nodes[size_t(target)].allNext, index);
        }
    }
}

GraphData::Nodes GraphData::sorted(Edges edges, Nodes& left) const
{
    std::vector<int> waiting(size(), 0);
    std::priority_queue<int, Nodes, std::greater<>> ready;
    for (const Node& node : m_nodes) {
        for (const int next : edges == Edges::Down ? node.next : node.allNext)
            ++waiting[size_t(next)];
    }
    for (int index = 0; index < int(size()); ++index) {
        if (waiting[size_t(index)] == 0)
            ready.push(index);
    }
    Nodes result;
    result.reserve(size());
    while (!ready.empty()) {
        const int index = ready.top();
        ready.pop();
        result.push_back(index);
        for (const int next : edges == Edges::Down ? node(index).next : node(index).allNext) {
            if (--waiting[size_t(next)] == 0)
                ready.push(next);
        }
    }
    // What waits for ever is a cycle and what stands on it; only those members belong to it from
    // which one gets back to a waiting node. Taking away the ends leaves the cycles.
    bool changed = result.size() < size();
    while (changed) {
        changed = false;
        for (int index = 0; index < int(size()); ++index) {
            const Nodes& next = edges == Edges::Down ? node(index).next : node(index).allNext;
            if (waiting[size_t(index)] > 0 && std::none_of(next.begin(), next.end(), [&](int n) {
                    return waiting[size_t(n)] > 0;
                })) {
                waiting[size_t(index)] = 0;
                changed = true;
            }
        }
    }
    for (int index = 0; index < int(size()); ++index) {
        if (waiting[size_t(index)] > 0)
            left.push_back(index);
    }
    return result;
}

void GraphData::order(Errors& errors)
{
    for (const auto& [edges, kind, key] :
         {std::tuple(Edges::Down, Texts::tr("Cycle"), u"down_revision"_s),
          std::tuple(Edges::WithDependencies, Texts::tr("Dependency cycle"), u"depends_on"_s)}) {
        Nodes left;
        const Nodes result = sorted(edges, left);
        if (result.size() == size()) {
            if (edges == Edges::WithDependencies) {
                for (const int index : result)
                    m_ordered << node(index).revision;
            }
            continue;
        }
        QStringList names;
        for (const int index : left)
            names << id(index).text();
        names.sort();
        const auto withKey = std::find_if(left.begin(), left.end(), [&, &key = key](int index) {
            return node(index).revision->keyLines.contains(key);
        });
        const Revision& shown = *node(withKey == left.end() ? left.front() : *withKey).revision;
        errors << graphError(
            u"graph.cycle"_s, shown, key,
            Texts::tr("%1 is detected in revisions (%2)").arg(kind, names.join(u", "_s)),
            Texts::tr("One of these revisions must not stand on another of them."));
        return;
    }
}

void GraphData::findEnds()
{
    for (int index = 0; index < int(size()); ++index) {
        if (node(index).next.empty())
            m_heads.push_back(index);
        if (node(index).allNext.empty())
            m_realHeads.push_back(index);
        if (node(index).parents.empty())
            m_bases.push_back(index);
    }
}

void GraphData::normalizeDependencies()
{
    for (int index = 0; index < int(size()); ++index) {
        Node& node = m_nodes[size_t(index)];
        node.normalizedParents = node.parents;
        if (node.dependencies.empty())
            continue;
        Nodes kept = node.dependencies;
        const std::vector<bool> below = ancestors(node.parents, Edges::Down);
        for (int other = 0; other < int(size()); ++other) {
            if (below[size_t(other)]) {
                for (const int dependency : this->node(other).dependencies)
                    std::erase(kept, dependency);
            }
        }
        for (const int dependency : kept)
            addOnce(node.normalizedParents, dependency);
    }
}

// A label applies to its revision and all descendants. It also applies to the ancestors up to the
// previous branch or merge point, but only while nothing branches off or merges above it.
void GraphData::inheritLabels()
{
    for (int index = 0; index < int(size()); ++index) {
        const QStringList& own = node(index).revision->branchLabels;
        if (own.isEmpty())
            continue;
        const std::vector<bool> above = descendants({index}, Edges::Down);
        for (int other = 0; other < int(size()); ++other) {
            if (above[size_t(other)])
                addLabelsTo(m_nodes[size_t(other)].labels, own);
        }
        int top = index;
        while (!node(top).isRealBranchPoint() && !node(top).isMergePoint() &&
               node(top).next.size() == 1)
            top = node(top).next.front();
        if (node(top).next.empty())
            climb(top, own);
    }
}

void GraphData::climb(int from, const QStringList& labels)
{
    while (!node(from).isRealBranchPoint() && !node(from).isMergePoint()) {
        addLabelsTo(m_nodes[size_t(from)].labels, labels);
        if (node(from).parents.empty())
            return;
        from = node(from).parents.front();
    }
}

std::vector<bool> GraphData::ancestors(const Nodes& targets, Edges edges) const
{
    return reached(size(), targets, [&](int index) -> const Nodes& {
        return edges == Edges::Down ? node(index).parents : node(index).normalizedParents;
    });
}

std::vector<bool> GraphData::descendants(const Nodes& targets, Edges edges) const
{
    return reached(size(), targets, [&](int index) -> const Nodes& {
        return edges == Edges::Down ? node(index).next : node(index).allNext;
    });
}

} // namespace socrates::core
