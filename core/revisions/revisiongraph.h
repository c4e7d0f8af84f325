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
/// built once, never changed. Errors carry Alembic's wording, since people search for it.
class RevisionGraph
{
public:
    RevisionGraph() = default;

    /// Checks duplicates, missing parents, self-loops, cycles (over down_revision and depends_on)
    /// and labels used twice. Two heads are no error.
    static ResultOrErrors<RevisionGraph> build(QList<RevisionPtr> revisionsInFileOrder);

    /// Parents before children; among equals, file order.
    const QList<RevisionPtr>& revisions() const { return m_ordered; }
    bool contains(const RevisionId& id) const { return m_byId.contains(id); }
    RevisionPtr revision(const RevisionId& id) const { return m_byId.value(id); }

    QList<RevisionId> heads() const { return m_heads; }
    QList<RevisionId> bases() const { return m_bases; }
    QList<RevisionId> children(const RevisionId& id) const { return m_children.value(id); }
    /// Labels that apply to the revision: its own and inherited (C.2).
    QStringList labelsOf(const RevisionId& id) const { return m_labels.value(id); }
    QStringList labels() const { return m_labelOwner.keys(); }

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
    /// The steps of `downgrade target` from `rows`, newest first. `-1` with two heads is refused.
    Result<QList<LineageStep>> downgradeSteps(const QList<RevisionId>& rows,
                                              const QString& target) const;
    /// The rows `stamp target` leaves. Unknown rows in `rows` are an error unless `purge`.
    Result<QList<RevisionId>> stampRows(const QList<RevisionId>& rows, const QString& target,
                                        bool purge) const;
    /// The revisions an absolute target names: `head` one, `heads` all, `base` none.
    Result<QList<RevisionId>> resolve(const QString& target) const;

private:
    QList<RevisionPtr> m_ordered;
    QHash<RevisionId, RevisionPtr> m_byId;
    QHash<RevisionId, QList<RevisionId>> m_children; ///< through down_revision
    QHash<RevisionId, QList<RevisionId>>
        m_prerequisites; ///< down_revision and depends_on, resolved
    QHash<RevisionId, QStringList> m_labels;
    QMap<QString, RevisionId> m_labelOwner;
    QList<RevisionId> m_heads;
    QList<RevisionId> m_bases;
};

} // namespace socrates::core
