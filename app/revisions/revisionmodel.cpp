// SPDX-License-Identifier: MIT
#include "app/revisions/revisionmodel.h"

#include "app/revisions/undotext.h"
#include "app/widgets/timetext.h"

#include <QLocale>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::LogEntry;
using core::Revision;
using core::RevisionId;

namespace {

/// Applied revisions that were applied after one of their children, by the log.
QSet<RevisionId> outOfOrder(const core::RevisionGraph& graph, const core::DatabaseStatus& status)
{
    QSet<RevisionId> result;
    for (const core::RevisionPtr& revision : graph.revisions()) {
        const auto mine = status.appliedBy.constFind(revision->id);
        if (mine == status.appliedBy.constEnd() || mine->event != LogEntry::Event::Upgrade)
            continue;
        const QList<RevisionId> children = graph.children(revision->id);
        for (const RevisionId& child : children) {
            const auto other = status.appliedBy.constFind(child);
            if (other != status.appliedBy.constEnd() && other->event == LogEntry::Event::Upgrade &&
                other->id < mine->id)
                result.insert(revision->id);
        }
    }
    return result;
}

QString byText(const LogEntry& entry)
{
    return entry.osUser.isEmpty() ? entry.databaseUser : entry.osUser;
}

} // namespace

RevisionModel::RevisionModel(QObject* parent) : QAbstractTableModel(parent) {}

void RevisionModel::setLineage(const core::ProjectDatabase& database,
                               const QList<core::PlannedPhase>& planned)
{
    beginResetModel();
    m_database = database;
    m_planned = planned;
    m_status.reset();
    m_runStates.clear();
    m_proofs.clear();
    m_laneRows = layoutLanes(database.graph);
    m_lanes = laneCount(m_laneRows);
    rebuild();
    endResetModel();
}

void RevisionModel::setStatus(const std::optional<core::DatabaseStatus>& status)
{
    const QStringList unknownBefore = m_status ? m_status->unknownRows : QStringList();
    const QStringList unknownNow = status ? status->unknownRows : QStringList();
    m_status = status;
    m_runStates.removeIf([](const auto& it) { return it.value() != RevisionState::Failed; });
    m_outOfOrder = status ? outOfOrder(m_database.graph, *status) : QSet<RevisionId>();
    if (unknownBefore != unknownNow) {
        beginResetModel();
        rebuild();
        endResetModel();
        return;
    }
    if (m_rows.isEmpty())
        return;
    for (Row& row : m_rows)
        fill(row);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RevisionModel::setRunState(const RevisionId& revision, std::optional<RevisionState> state)
{
    if (state)
        m_runStates.insert(revision, *state);
    else
        m_runStates.remove(revision);
    const int row = rowOf(revision);
    if (row < 0)
        return;
    fill(m_rows[row]);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RevisionModel::pendingCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row& row) {
        return row.kind == RowKind::Revision &&
               (row.state == RevisionState::Pending || row.state == RevisionState::Running ||
                row.state == RevisionState::Failed);
    }));
}

RevisionId RevisionModel::failedRevision() const
{
    const auto failed = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const Row& row) {
        return row.kind == RowKind::Revision && row.state == RevisionState::Failed;
    });
    return failed == m_rows.cend() ? RevisionId() : failed->revision->id;
}

void RevisionModel::setProofs(const QList<core::UndoProof>& proofs)
{
    m_proofs.clear();
    for (const core::UndoProof& proof : proofs)
        m_proofs.insert(proof.revision->id, proof);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, UndoColumn), index(rowCount() - 1, UndoColumn));
}

const core::UndoProof* RevisionModel::proofOf(const RevisionId& revision) const
{
    const auto found = m_proofs.constFind(revision);
    return found == m_proofs.cend() ? nullptr : &*found;
}

void RevisionModel::setHighlighted(const QSet<RevisionId>& revisions)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool on = revisions.contains(RevisionId(m_rows.at(row).id));
        if (on == m_rows.at(row).isHighlighted)
            continue;
        m_rows[row].isHighlighted = on;
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1),
                         {HighlightRole, Qt::AccessibleTextRole});
    }
}

int RevisionModel::rowOf(const RevisionId& revision) const
{
    return m_rowOf.value(revision, -1);
}

int RevisionModel::currentRow() const
{
    int last = -1;
    for (int row = 0; row < m_rows.size(); ++row) {
        const Row& candidate = m_rows.at(row);
        if (candidate.kind != RowKind::Revision)
            continue;
        if (candidate.state == RevisionState::Pending || candidate.state == RevisionState::Failed)
            return row;
        last = row;
    }
    return last;
}

void RevisionModel::rebuild()
{
    m_rows.clear();
    m_rowOf.clear();
    const QList<core::RevisionPtr>& revisions = m_database.graph.revisions();
    m_rows.reserve(revisions.size() + 4);
    for (qsizetype index = 0; index < revisions.size(); ++index) {
        Row row;
        row.revision = revisions.at(index);
        row.id = row.revision->id.text();
        row.title = row.revision->title;
        row.lanes = m_laneRows.at(index);
        for (const Revision::Requirement& requirement : row.revision->requirements)
            row.requirements << requirement.database.text() + u'@' + requirement.revision.text();
        fill(row);
        m_rowOf.insert(row.revision->id, int(m_rows.size()));
        m_rows << row;
    }
    const QStringList unknown = m_status ? m_status->unknownRows : QStringList();
    for (const QString& id : unknown) {
        Row row;
        row.kind = RowKind::Missing;
        row.id = id;
        const auto foreign = m_status->foreignRows.constFind(id);
        row.title = foreign != m_status->foreignRows.constEnd()
                        ? tr("A revision of %1").arg(foreign->text())
                        : tr("No file in this project has this revision");
        row.state = RevisionState::Missing;
        m_rows << row;
    }
    for (const core::PlannedPhase& phase : m_planned) {
        Row row;
        row.kind = RowKind::Planned;
        row.title = tr("Phase %1: %2").arg(phase.phase).arg(phase.tables.join(u", "_s));
        if (phase.database.isEmpty())
            row.title += u' ' + tr("(database not decided)");
        row.state = RevisionState::Planned;
        m_rows << row;
    }
}

void RevisionModel::fill(Row& row) const
{
    if (row.kind != RowKind::Revision)
        return;
    row.state = stateOf(*row.revision);
    row.appliedAt = {};
    row.appliedBy.clear();
    row.ms = -1;
    if (!m_status)
        return;
    const auto entry = m_status->appliedBy.constFind(row.revision->id);
    if (entry == m_status->appliedBy.constEnd())
        return;
    row.appliedAt = entry->startedAt;
    row.appliedBy = byText(*entry);
    row.ms = entry->event == LogEntry::Event::Upgrade ? entry->durationMs : -1;
}

RevisionState RevisionModel::stateOf(const Revision& revision) const
{
    const auto run = m_runStates.constFind(revision.id);
    const bool applied = m_status && m_status->applied.contains(revision.id);
    if (run != m_runStates.constEnd() && !(applied && *run == RevisionState::Failed))
        return *run;
    if (!m_status || m_status->error)
        return RevisionState::Unknown;
    if (!applied)
        return RevisionState::Pending;
    const auto entry = m_status->appliedBy.constFind(revision.id);
    if (entry == m_status->appliedBy.constEnd() || entry->event == LogEntry::Event::Stamp)
        return RevisionState::Adopted;
    const auto isThis = [&revision](const core::ChangedFile& file) {
        return file.isMeaningful && file.revision == revision.id;
    };
    if (std::any_of(m_status->changedFiles.cbegin(), m_status->changedFiles.cend(), isThis))
        return RevisionState::Changed;
    if (m_outOfOrder.contains(revision.id))
        return RevisionState::OutOfOrder;
    return RevisionState::Applied;
}

int RevisionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RevisionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RevisionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == GraphColumn ? QVariant(description(row)) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() == DurationColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case StateRole:
        return int(row.state);
    case LanesRole:
        return QVariant::fromValue(
            static_cast<const void*>(row.kind == RowKind::Revision ? &row.lanes : nullptr));
    case RevisionIdRole:
        return row.id;
    case RequiresRole:
        return row.requirements;
    case HighlightRole:
        return row.isHighlighted;
    case HeadRole:
        return row.kind == RowKind::Revision && row.lanes.isHead;
    case UndoRole:
        return int(undoRole(row.revision ? proofOf(row.revision->id) : nullptr));
    case SortRole:
        return index.row();
    default:
        return {};
    }
}

QVariant RevisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole) {
        switch (section) {
        case GraphColumn:
            return QString();
        case RevisionColumn:
            return tr("Rev");
        case TitleColumn:
            return tr("Title");
        case StateColumn:
            return tr("State");
        case UndoColumn:
            return tr("Undo");
        case AppliedColumn:
            return tr("Applied");
        case ByColumn:
            return tr("By");
        case DurationColumn:
            return tr("ms");
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        if (section == GraphColumn)
            return tr("Graph: bases at the top, heads at the bottom");
        if (section == UndoColumn)
            return tr("Whether the downgrade takes back what the upgrade did");
        if (section == DurationColumn)
            return tr("Milliseconds it took");
    }
    return {};
}

QString RevisionModel::text(const Row& row, int column) const
{
    switch (column) {
    case RevisionColumn:
        return row.id;
    case TitleColumn:
        return row.title;
    case StateColumn:
        return stateText(row.state);
    case UndoColumn:
        return row.kind == RowKind::Revision ? undoText(proofOf(row.revision->id)) : QString();
    case AppliedColumn:
        return timeText(row.appliedAt);
    case ByColumn:
        return row.appliedBy;
    case DurationColumn:
        return row.ms >= 0 ? QLocale().toString(row.ms) : QString();
    default:
        return {};
    }
}

/// One sentence that says what the graph shows, for those who do not see it.
QString RevisionModel::description(const Row& row) const
{
    QStringList parts;
    if (!row.id.isEmpty())
        parts << row.id;
    parts << row.title << stateText(row.state) << tr("database %1").arg(m_database.name.text());
    if (row.revision) {
        QStringList parents;
        for (const RevisionId& parent : row.revision->downRevisions)
            parents << parent.text();
        parts << (parents.isEmpty() ? tr("a base")
                                    : tr("depends on %1").arg(parents.join(u", "_s)));
        if (!row.requirements.isEmpty())
            parts << tr("requires %1").arg(row.requirements.join(u", "_s));
        if (row.lanes.isHead)
            parts << tr("a head");
        if (const core::UndoProof* proof = proofOf(row.revision->id))
            parts << tr("undo: %1").arg(undoText(proof));
    }
    if (row.isHighlighted)
        parts << tr("related to the selected revision");
    return parts.join(u", "_s);
}

QString RevisionModel::toolTip(const Row& row, int column) const
{
    if (column == StateColumn)
        return stateText(row.state) + u": "_s + stateExplanation(row.state);
    if (column == UndoColumn && row.kind == RowKind::Revision)
        return undoExplanation(proofOf(row.revision->id)).join(u'\n');
    if (column == AppliedColumn)
        return timeToolTip(row.appliedAt);
    if (column == GraphColumn)
        return description(row);
    return text(row, column);
}

} // namespace socrates::ui
