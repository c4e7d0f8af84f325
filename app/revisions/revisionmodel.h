// SPDX-License-Identifier: MIT
#pragma once

#include "app/revisions/lanes.h"
#include "app/theme/revisionstate.h"
#include "core/engine/databasestatus.h"
#include "core/schema/undoproof.h"

#include <QAbstractTableModel>
#include <QSet>

namespace socrates::ui {

/// The revisions of one database, bases first, then version rows that no file explains, then what
/// later phases will bring. Values in whole: set the lineage, then what the server says.
class RevisionModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        GraphColumn,
        RevisionColumn,
        TitleColumn,
        StateColumn,
        UndoColumn,
        AppliedColumn,
        ByColumn,
        DurationColumn,
        ColumnCount
    };
    enum Role {
        StateRole = Qt::UserRole + 1, ///< int of RevisionState
        LanesRole,                    ///< const LaneRow*, null for rows outside the graph
        RevisionIdRole,               ///< QString; empty for a planned row
        RequiresRole,                 ///< QStringList "socrates_auth@002"
        HighlightRole,                ///< bool: related to what is selected in another pane
        HeadRole,                     ///< bool
        UndoRole,                     ///< int of StatusRole, for UndoColumn
        SortRole,
    };
    enum class RowKind { Revision, Missing, Planned };

    explicit RevisionModel(QObject* parent = nullptr);

    void setLineage(const core::ProjectDatabase& database,
                    const QList<core::PlannedPhase>& planned);
    /// Nothing: the database has not been asked, or could not be reached.
    void setStatus(const std::optional<core::DatabaseStatus>& status);
    /// During and after a run; forgotten by the next setStatus, but for failures of revisions
    /// that are still pending.
    void setRunState(const core::RevisionId& revision, std::optional<RevisionState> state);
    /// What is known of the revisions' downgrades; those not in the list are not proved yet.
    void setProofs(const QList<core::UndoProof>& proofs);
    /// Null: not proved yet.
    const core::UndoProof* proofOf(const core::RevisionId& revision) const;
    bool hasProofs() const { return !m_proofs.isEmpty(); }
    void setHighlighted(const QSet<core::RevisionId>& revisions);

    RowKind kindOf(int row) const { return m_rows.at(row).kind; }
    core::RevisionPtr revisionAt(int row) const { return m_rows.at(row).revision; }
    RevisionState stateAt(int row) const { return m_rows.at(row).state; }
    int rowOf(const core::RevisionId& revision) const;
    /// The row of the first pending revision, else of the last applied one; -1 when empty.
    int currentRow() const;
    /// Revisions that are not in the database, those under way and failed ones included.
    int pendingCount() const;
    /// The revision whose last run failed and was rolled back; empty: none.
    core::RevisionId failedRevision() const;
    int lanes() const { return m_lanes; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        RowKind kind = RowKind::Revision;
        core::RevisionPtr revision;
        QString id;
        QString title;
        RevisionState state = RevisionState::Unknown;
        LaneRow lanes;
        QStringList requirements;
        QDateTime appliedAt;
        QString appliedBy;
        qint64 ms = -1;
        bool isHighlighted = false;
    };

    void rebuild();
    void fill(Row& row) const;
    RevisionState stateOf(const core::Revision& revision) const;
    QString text(const Row& row, int column) const;
    QString description(const Row& row) const;
    QString toolTip(const Row& row, int column) const;

    core::ProjectDatabase m_database;
    QList<core::PlannedPhase> m_planned;
    std::optional<core::DatabaseStatus> m_status;
    QHash<core::RevisionId, RevisionState> m_runStates;
    QHash<core::RevisionId, core::UndoProof> m_proofs;
    QSet<core::RevisionId> m_outOfOrder;
    QList<LaneRow> m_laneRows;
    QList<Row> m_rows;
    QHash<core::RevisionId, int> m_rowOf;
    int m_lanes = 1;
};

} // namespace socrates::ui
