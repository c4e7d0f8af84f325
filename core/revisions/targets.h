// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/graphdata.h"

#include <optional>

namespace socrates::core {

/// Why a target means nothing, before it is known which command asked (the wording depends on it).
struct TargetError
{
    enum class Kind {
        Other,
        MultipleHeads,
        Unknown,     ///< no such revision or branch; `argument` names it
        NotAncestor, ///< the target is not below the current heads
    };
    Kind kind = Kind::Other;
    QString message;
    QString argument;
};

template <typename T> // lupdate would take "class T" for the beginning of a class
using Found = tl::expected<T, TargetError>;

/// Alembic's grammar of targets over one lineage (alembic-and-formats, C.5; rules and wording from
/// alembic/script/revision.py).
class Targets
{
public:
    using Nodes = GraphData::Nodes;
    using Edges = GraphData::Edges;

    /// Where a walk ends: a revision, or one of these.
    static constexpr int kNowhere = -1; ///< before the first step: no revision at all
    static constexpr int kBase = -2;    ///< below the first revision
    static constexpr int kTooFar = -3;

    explicit Targets(const GraphData& graph) : m_graph(graph) {}

    /// "002+1", "auth@-1", "+2": a number of steps from somewhere.
    static bool isRelative(const QString& target);

    /// The revisions an absolute target names, none for base.
    Found<Nodes> revisions(const QString& target) const;
    /// Those of the targets that share a line of descent with what `name` names.
    Found<Nodes> inLineage(const Nodes& targets, const QString& name, Edges edges) const;

    Found<Nodes> upgradeTargets(const Nodes& current, const QString& target) const;

    struct DowngradeTarget
    {
        QString branch;          ///< limits the downgrade; empty: none
        std::optional<int> node; ///< empty: base
    };
    Found<DowngradeTarget> downgradeTarget(const Nodes& current, const QString& target) const;
    Found<int> branch(const QString& label) const;

private:
    struct Number
    {
        QStringList ids;
        QString branch;
    };
    struct Relative
    {
        QString branch;
        QString symbol;
        QString digits;
        int steps = 0;
    };
    static std::optional<Relative> relative(const QString& target);

    Found<Number> number(const QString& target) const;
    Found<std::optional<int>> revision(const QString& target) const;
    Found<int> forIdentifier(const QString& id, const QString& branch) const;
    Found<int> byPrefix(const QString& prefix, const QString& branch) const;
    /// One flag per node: whether it stands above or below what one of the names means.
    Found<std::vector<bool>> lineageOf(const QStringList& names, Edges edges) const;
    Found<int> walk(int start, int steps, const QString& branch) const;
    Found<int> walkFrom(const QString& symbol, const QString& branch, int steps) const;
    Found<Nodes> startsOnBranch(const Nodes& current, const QString& branch) const;
    Found<int> currentOnBranch(const Nodes& current, const QString& branch) const;

    const GraphData& m_graph;
};

} // namespace socrates::core
