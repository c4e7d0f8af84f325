// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/revisions/revision.h"

#include <QSet>

namespace socrates::core {

enum class Direction { Upgrade, Downgrade };

/// One change of alembic_version (alembic-and-formats, C.4): from empty = INSERT, to empty =
/// DELETE, both = UPDATE. Each must touch exactly one row.
struct VersionChange
{
    RevisionId from;
    RevisionId to;
    bool operator==(const VersionChange&) const = default;
};

/// One revision to run in one database, and what the version table shows before and after.
struct LineageStep
{
    RevisionPtr revision;
    Direction direction = Direction::Upgrade;
    QList<VersionChange> versionChanges;
    QList<RevisionId> rowsBefore; ///< sorted
    QList<RevisionId> rowsAfter;  ///< sorted

    const Section& section() const
    {
        return direction == Direction::Upgrade ? revision->up : revision->down;
    }
};

/// The revisions of one database and Alembic's rules about them (script/revision.py). A value:
/// built once, never changed, cheap to copy. Errors carry Alembic's wording, since people search
/// for it; their code is usage.target.
class RevisionGraph
{
public:
    RevisionGraph();

    /// Checks duplicates, missing parents, self-loops, cycles (over down_revision and depends_on)
    /// and labels used twice. Two heads are no error.
    static ResultOrErrors<RevisionGraph> build(const QList<RevisionPtr>& revisionsInFileOrder);

    /// Parents before children; among equals, file order.
    const QList<RevisionPtr>& revisions() const;
    bool contains(const RevisionId& id) const;
    /// Null when there is none.
    RevisionPtr revision(const RevisionId& id) const;

    QList<RevisionId> heads() const;
    QList<RevisionId> bases() const;
    QList<RevisionId> children(const RevisionId& id) const;
    /// Labels that apply to the revision: its own and inherited (C.2), sorted.
    QStringList labelsOf(const RevisionId& id) const;
    /// Every label of the lineage, sorted.
    QStringList labels() const;

    /// The revision itself and everything it stands on, through down_revision and depends_on.
    QSet<RevisionId> withAncestors(const QList<RevisionId>& ids) const;
    /// The revision itself and everything that stands on it.
    QSet<RevisionId> withDescendants(const QList<RevisionId>& ids) const;

    /// What has been applied when the version table holds `rows`. Unknown rows count for nothing.
    QSet<RevisionId> appliedAt(const QList<RevisionId>& rows) const { return withAncestors(rows); }
    /// The rows that Alembic would keep for a set of applied revisions (its heads), sorted.
    QList<RevisionId> rowsFor(const QSet<RevisionId>& applied) const;

    /// Whether an absolute target (id, prefix, label, `label@head`, head, heads, base) means
    /// something here. Relative targets answer true.
    bool knows(const QString& target) const;

    /// The steps of `upgrade target` from `rows`, in order; empty when there is nothing to do.
    /// Every row must be known: the caller refuses unknown ones first.
    Result<QList<LineageStep>> upgradeSteps(const QList<RevisionId>& rows,
                                            const QString& target) const;
    /// The steps of `downgrade target` from `rows`, newest first. Two things that Alembic lets
    /// pass are refused: `-1` with two heads, and a branch that does not exist.
    Result<QList<LineageStep>> downgradeSteps(const QList<RevisionId>& rows,
                                              const QString& target) const;
    /// The rows `stamp target` leaves, sorted. Unknown rows in `rows` are an error unless `purge`.
    /// Relative targets are refused. `heads` keeps the row of a head that is there already, which
    /// Alembic moves away.
    Result<QList<RevisionId>> stampRows(const QList<RevisionId>& rows, const QString& target,
                                        bool purge) const;
    /// The revisions an absolute target names: `head` one, `heads` all, `base` none.
    Result<QList<RevisionId>> resolve(const QString& target) const;

private:
    std::shared_ptr<const class GraphData> m_data;
};

} // namespace socrates::core
