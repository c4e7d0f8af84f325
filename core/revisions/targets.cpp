// SPDX-License-Identifier: MIT
#include "core/revisions/targets.h"

#include "core/base/texts.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<TargetError> other(const QString& message)
{
    return tl::unexpected(TargetError{TargetError::Kind::Other, message, {}});
}

tl::unexpected<TargetError> unknown(const QString& message, const QString& argument)
{
    return tl::unexpected(TargetError{TargetError::Kind::Unknown, message, argument});
}

tl::unexpected<TargetError> didNotProduce(const QString& shown, int steps)
{
    return other(Texts::tr("Relative revision %1 didn't produce %2 migrations")
                     .arg(shown)
                     .arg(std::abs(steps)));
}

QString joinedIds(const GraphData& graph, const GraphData::Nodes& nodes)
{
    QStringList ids;
    for (const int node : nodes)
        ids << graph.id(node).text();
    return ids.join(u", "_s);
}

} // namespace

std::optional<Targets::Relative> Targets::relative(const QString& target)
{
    // Anchored at the start only, as Alembic has it.
    static const QRegularExpression pattern(uR"(^(?:(.+?)@)?(\w+)?([+-]\d{1,9}))"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = pattern.match(target);
    if (!match.hasMatch())
        return std::nullopt;
    return Relative{match.captured(1), match.captured(2), match.captured(3),
                    match.captured(3).toInt()};
}

bool Targets::isRelative(const QString& target)
{
    return relative(target).has_value();
}

Found<Targets::Number> Targets::number(const QString& target) const
{
    Number result;
    QString symbol = target;
    if (const qsizetype at = target.indexOf(u'@'); at >= 0) {
        result.branch = target.left(at);
        symbol = target.mid(at + 1);
    }
    if (symbol == u"base")
        return result;
    if (symbol != u"head" && symbol != u"heads") {
        result.ids << symbol;
        return result;
    }
    Nodes heads =
        symbol == u"heads" && result.branch.isEmpty() ? m_graph.realHeads() : m_graph.heads();
    if (!result.branch.isEmpty()) {
        const auto filtered = inLineage(heads, result.branch, Edges::Down);
        if (!filtered)
            return tl::unexpected(filtered.error());
        heads = *filtered;
    }
    if (symbol == u"head" && heads.size() > 1) {
        const QString argument = result.branch.isEmpty() ? symbol : result.branch + u"@head"_s;
        return tl::unexpected(
            TargetError{TargetError::Kind::MultipleHeads,
                        Texts::tr("Multiple heads are present for given argument '%1'; %2")
                            .arg(argument, joinedIds(m_graph, heads)),
                        argument});
    }
    for (const int head : heads)
        result.ids << m_graph.id(head).text();
    return result;
}

Found<Targets::Nodes> Targets::revisions(const QString& target) const
{
    const auto names = number(target);
    if (!names)
        return tl::unexpected(names.error());
    Nodes result;
    for (const QString& id : names->ids) {
        const auto node = forIdentifier(id, names->branch);
        if (!node)
            return tl::unexpected(node.error());
        result.push_back(*node);
    }
    if (names->ids.isEmpty() && !names->branch.isEmpty()) {
        // "nosuch@base" names no branch; saying so beats taking every branch to base.
        if (const auto known = branch(names->branch); !known)
            return tl::unexpected(known.error());
    }
    return result;
}

Found<std::optional<int>> Targets::revision(const QString& target) const
{
    const auto found = revisions(target);
    if (!found)
        return tl::unexpected(found.error());
    if (found->size() > 1) {
        return tl::unexpected(
            TargetError{TargetError::Kind::MultipleHeads,
                        Texts::tr("Multiple heads are present for given argument '%1'; %2")
                            .arg(target, joinedIds(m_graph, *found)),
                        target});
    }
    return found->empty() ? std::optional<int>() : std::optional<int>(found->front());
}

Found<int> Targets::branch(const QString& label) const
{
    if (const int known = m_graph.lookUp(label); known >= 0)
        return known;
    const auto node = forIdentifier(label, {});
    if (!node)
        return unknown(Texts::tr("No such branch: '%1'").arg(label), label);
    return *node;
}

Found<int> Targets::forIdentifier(const QString& id, const QString& branchLabel) const
{
    int branchNode = kNowhere;
    if (!branchLabel.isEmpty()) {
        const auto found = branch(branchLabel);
        if (!found)
            return found;
        branchNode = *found;
    }
    int node = m_graph.lookUp(id);
    if (node < 0) {
        const auto found = byPrefix(id, branchLabel);
        if (!found)
            return found;
        node = *found;
    }
    if (branchNode >= 0) {
        const auto lineage = lineageOf({m_graph.id(branchNode).text()}, Edges::Down);
        if (!lineage)
            return tl::unexpected(lineage.error());
        if (!(*lineage)[size_t(node)]) {
            return unknown(Texts::tr("Revision %1 is not a member of branch '%2'")
                               .arg(m_graph.id(node).text(), branchLabel),
                           id);
        }
    }
    return node;
}

// Keys of three characters and less are never abbreviated.
Found<int> Targets::byPrefix(const QString& prefix, const QString& branchLabel) const
{
    QStringList matching;
    for (const QString& key : m_graph.keys()) {
        if (prefix.isEmpty() || key.size() <= 3 || !key.startsWith(prefix))
            continue;
        if (!branchLabel.isEmpty()) {
            const auto kept = inLineage({m_graph.lookUp(key)}, branchLabel, Edges::Down);
            if (!kept)
                return tl::unexpected(kept.error());
            if (kept->empty())
                continue;
        }
        matching << key;
    }
    if (matching.size() == 1)
        return m_graph.lookUp(matching.first());
    if (matching.isEmpty()) {
        return unknown(
            (prefix.size() < 4
                 ? Texts::tr("No such revision or branch '%1'; please ensure at least four "
                             "characters are present for partial revision identifier matches")
                 : Texts::tr("No such revision or branch '%1'"))
                .arg(prefix),
            prefix);
    }
    QStringList shown;
    for (const QString& key : matching.first(qMin<qsizetype>(3, matching.size())))
        shown << u'\'' + key + u'\'';
    return unknown(
        Texts::tr("Multiple revisions start with '%1': %2...").arg(prefix, shown.join(u", "_s)),
        prefix);
}

Found<std::vector<bool>> Targets::lineageOf(const QStringList& names, Edges edges) const
{
    std::vector<bool> lineage(m_graph.size(), names.isEmpty());
    for (const QString& name : names) {
        const auto found = forIdentifier(name, {});
        if (!found)
            return tl::unexpected(found.error());
        const std::vector<bool> above = m_graph.descendants({*found}, edges);
        const std::vector<bool> below = m_graph.ancestors({*found}, edges);
        for (size_t i = 0; i < lineage.size(); ++i)
            lineage[i] = lineage[i] || above[i] || below[i];
    }
    return lineage;
}

Found<Targets::Nodes> Targets::inLineage(const Nodes& targets, const QString& name,
                                         Edges edges) const
{
    const auto resolved = number(name);
    if (!resolved)
        return tl::unexpected(resolved.error());
    QStringList names = resolved->ids;
    if (!resolved->branch.isEmpty())
        names.prepend(resolved->branch);
    // Nothing to ask about, so nothing to complain of either.
    if (targets.empty())
        return Nodes{};
    const auto lineage = lineageOf(names, edges);
    if (!lineage)
        return tl::unexpected(lineage.error());
    Nodes result;
    for (const int target : targets) {
        if ((*lineage)[size_t(target)])
            result.push_back(target);
    }
    return result;
}

Found<int> Targets::walk(int start, int steps, const QString& branchLabel) const
{
    int node = start;
    for (int left = std::abs(steps); left > 0; --left) {
        Nodes candidates;
        if (steps > 0) {
            candidates = node == kNowhere ? m_graph.bases() : m_graph.node(node).next;
            if (!branchLabel.isEmpty()) {
                const auto filtered = inLineage(candidates, branchLabel, Edges::Down);
                if (!filtered)
                    return tl::unexpected(filtered.error());
                candidates = *filtered;
            }
        } else if (node != kBase) {
            candidates = node == kNowhere ? m_graph.heads() : m_graph.node(node).parents;
            if (candidates.empty())
                candidates = {kBase};
        }
        if (candidates.empty())
            return kTooFar;
        if (candidates.size() > 1)
            return other(Texts::tr("Ambiguous walk"));
        node = candidates.front();
    }
    return node;
}

Found<int> Targets::walkFrom(const QString& symbol, const QString& branchLabel, int steps) const
{
    const auto start = revision(branchLabel.isEmpty() ? symbol : branchLabel + u'@' + symbol);
    if (!start)
        return tl::unexpected(start.error());
    return walk(start->value_or(kNowhere), steps, {});
}

// The branch may have no head among the current ones: then its tips among what is applied count,
// and if there are none either, the branch starts below its base.
Found<Targets::Nodes> Targets::startsOnBranch(const Nodes& current, const QString& label) const
{
    auto starts = inLineage(current, label, Edges::Down);
    if (!starts || !starts->empty())
        return starts;
    Nodes applied;
    const std::vector<bool> below = m_graph.ancestors(current, Edges::WithDependencies);
    for (int node = 0; node < int(below.size()); ++node) {
        if (below[size_t(node)])
            applied.push_back(node);
    }
    const auto onBranch = inLineage(applied, label, Edges::Down);
    if (!onBranch)
        return onBranch;
    std::vector<bool> hasChild(m_graph.size(), false);
    for (const int node : *onBranch) {
        for (const int parent : m_graph.node(node).normalizedParents)
            hasChild[size_t(parent)] = true;
    }
    Nodes tips;
    for (const int node : *onBranch) {
        if (!hasChild[size_t(node)])
            tips.push_back(node);
    }
    if (tips.empty())
        tips.push_back(kNowhere);
    return tips;
}

Found<Targets::Nodes> Targets::upgradeTargets(const Nodes& current, const QString& target) const
{
    const std::optional<Relative> parts = relative(target);
    if (!parts)
        return revisions(target);
    Found<int> end = kTooFar;
    if (parts->steps > 0 && parts->symbol.isEmpty()) {
        Nodes starts = current.empty() ? Nodes{kNowhere} : current;
        if (!parts->branch.isEmpty()) {
            const auto filtered = startsOnBranch(current, parts->branch);
            if (!filtered)
                return filtered;
            starts = *filtered;
        }
        if (starts.size() > 1)
            return other(Texts::tr("Ambiguous upgrade from multiple current revisions"));
        end = walk(starts.front(), parts->steps, parts->branch);
    } else if (parts->steps > 0) {
        const auto start = revision(parts->symbol);
        if (!start)
            return tl::unexpected(start.error());
        end = walk(start->value_or(kNowhere), parts->steps, parts->branch);
    } else if (parts->symbol.isEmpty()) { // to current - n is no upgrade
        return didNotProduce(QString::number(parts->steps), parts->steps);
    } else {
        end = walkFrom(parts->symbol, parts->branch, parts->steps);
    }
    if (!end)
        return tl::unexpected(end.error());
    if (*end == kTooFar)
        return didNotProduce(parts->digits, parts->steps);
    return *end < 0 ? Nodes{} : Nodes{*end};
}

// The one current revision on a branch; it may be hidden below a head of another branch that
// depends on it.
Found<int> Targets::currentOnBranch(const Nodes& current, const QString& label) const
{
    auto onBranch = inLineage(current, label, Edges::Down);
    if (!onBranch)
        return tl::unexpected(onBranch.error());
    if (onBranch->empty()) {
        const std::vector<bool> applied = m_graph.ancestors(current, Edges::WithDependencies);
        Nodes tips;
        for (int node = 0; node < int(applied.size()); ++node) {
            const Nodes& next = m_graph.node(node).next;
            if (applied[size_t(node)] && std::none_of(next.begin(), next.end(), [&](int child) {
                    return applied[size_t(child)];
                }))
                tips.push_back(node);
        }
        onBranch = inLineage(tips, label, Edges::Down);
        if (!onBranch)
            return tl::unexpected(onBranch.error());
    }
    if (onBranch->size() > 1)
        return other(Texts::tr("Ambiguous downgrade from multiple current revisions"));
    return onBranch->empty() ? kNowhere : onBranch->front();
}

Found<Targets::DowngradeTarget> Targets::downgradeTarget(const Nodes& current,
                                                         const QString& target) const
{
    const std::optional<Relative> parts = relative(target);
    if (!parts) {
        const qsizetype at = target.lastIndexOf(u'@');
        DowngradeTarget result;
        result.branch = at > 0 ? target.left(at) : QString();
        const auto node = revision(target.mid(at + 1));
        if (!node)
            return tl::unexpected(node.error());
        result.node = *node;
        return result;
    }
    if (parts->steps >= 0 && parts->symbol.isEmpty())
        return didNotProduce(parts->digits, parts->steps);

    QString branchLabel = parts->branch;
    Found<int> end = kTooFar;
    if (parts->steps >= 0) {
        const auto start = revision(parts->symbol);
        if (!start)
            return tl::unexpected(start.error());
        end = walk(start->value_or(kNowhere), parts->steps, branchLabel);
    } else if (!parts->symbol.isEmpty()) {
        end = walkFrom(parts->symbol, branchLabel, parts->steps);
    } else {
        if (branchLabel.isEmpty() && current.size() > 1) {
            return other(
                Texts::tr("downgrade %1 from multiple heads is ambiguous").arg(parts->digits));
        }
        Found<int> start = current.empty() ? kNowhere : current.front();
        if (!branchLabel.isEmpty())
            start = currentOnBranch(current, branchLabel);
        if (!start)
            return tl::unexpected(start.error());
        if (*start == kNowhere)
            return didNotProduce(parts->digits, parts->steps);
        const QString symbol = m_graph.id(*start).text();
        // Only the branch of the revision that moves.
        if (branchLabel.isEmpty())
            branchLabel = symbol;
        end = walkFrom(symbol, branchLabel, parts->steps);
    }
    if (!end)
        return tl::unexpected(end.error());
    if (*end == kTooFar) {
        if (parts->steps < 0 && parts->symbol.isEmpty())
            return didNotProduce(parts->digits, parts->steps);
        return other(Texts::tr("Walked too far"));
    }
    return DowngradeTarget{branchLabel, *end < 0 ? std::optional<int>() : std::optional<int>(*end)};
}

} // namespace socrates::core
