// SPDX-License-Identifier: MIT
#include "app/verification/checklistmodel.h"

#include "app/theme/statusshape.h"

#include <QFont>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

void ChecklistModel::setVerifications(const QList<DatabaseVerification>& verifications)
{
    beginResetModel();
    m_items.clear();
    m_rows.clear();
    for (const DatabaseVerification& verification : verifications) {
        const QList<TickedItem>& items = verification.checklist;
        if (items.isEmpty())
            continue;
        const auto ticked = std::count_if(items.begin(), items.end(),
                                          [](const TickedItem& item) { return item.ok; });
        m_rows << Row{
            -1, tr("%1: %2 of %3").arg(verification.name.text()).arg(ticked).arg(items.size()),
            ticked == items.size()};
        for (const TickedItem& item : items) {
            m_rows << Row{int(m_items.size()), {}, item.ok};
            m_items << item;
        }
    }
    endResetModel();
}

int ChecklistModel::tickedCount() const
{
    return int(std::count_if(m_items.begin(), m_items.end(),
                             [](const TickedItem& item) { return item.ok; }));
}

int ChecklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChecklistModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChecklistModel::headingData(const Row& row, const QModelIndex& index, int role) const
{
    if (index.column() != ItemColumn)
        return {};
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::DecorationRole)
        return row.isComplete ? statusIcon(StatusShape::Check, StatusRole::Applied)
                              : statusIcon(StatusShape::Exclamation, StatusRole::Warning);
    return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(row.heading)
                                                                     : QVariant();
}

QVariant ChecklistModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows.at(index.row());
    if (row.item < 0)
        return headingData(row, index, role);
    const TickedItem& item = m_items.at(row.item);
    if (role == OkRole)
        return item.ok;
    // A shape and not a check box, which would look as if it could be ticked by hand.
    if (role == Qt::DecorationRole && index.column() == ItemColumn)
        return item.ok          ? statusIcon(StatusShape::Check, StatusRole::Applied)
               : item.isPending ? statusIcon(StatusShape::Ring, StatusRole::Pending)
                                : statusIcon(StatusShape::Cross, StatusRole::Failed);
    if (role == Qt::AccessibleTextRole && index.column() == ItemColumn)
        return item.ok ? tr("%1, ticked").arg(item.item.text)
                       : tr("%1, not ticked").arg(item.item.text);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case ItemColumn:
        return item.item.text;
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
    case EvidenceColumn:
        return tr("Evidence");
    default:
        return {};
    }
}

} // namespace socrates::ui
