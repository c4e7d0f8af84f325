// SPDX-License-Identifier: MIT
#include "app/verification/checklistmodel.h"

#include "app/theme/statusshape.h"

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

void ChecklistModel::setVerifications(const QList<DatabaseVerification>& verifications)
{
    beginResetModel();
    m_items.clear();
    for (const DatabaseVerification& verification : verifications)
        m_items += verification.checklist;
    endResetModel();
}

int ChecklistModel::tickedCount() const
{
    return int(std::count_if(m_items.begin(), m_items.end(),
                             [](const TickedItem& item) { return item.ok; }));
}

int ChecklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int ChecklistModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChecklistModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TickedItem& item = m_items.at(index.row());
    if (role == OkRole)
        return item.ok;
    // A shape and not a check box, which would look as if it could be ticked by hand.
    if (role == Qt::DecorationRole && index.column() == ItemColumn)
        return item.ok ? statusIcon(StatusShape::Check, StatusRole::Applied)
                       : statusIcon(StatusShape::Ring, StatusRole::Warning);
    if (role == Qt::AccessibleTextRole && index.column() == ItemColumn)
        return item.ok ? tr("%1, ticked").arg(item.item.text)
                       : tr("%1, not ticked").arg(item.item.text);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case ItemColumn:
        return item.item.text;
    case DatabaseColumn:
        return item.item.database.text();
    case EvidenceColumn:
        return item.evidence;
    default:
        return {};
    }
}

QVariant ChecklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ItemColumn:
        return tr("Plan's item");
    case DatabaseColumn:
        return tr("Database");
    case EvidenceColumn:
        return tr("Evidence");
    default:
        return {};
    }
}

} // namespace socrates::ui
