// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

#include <QAbstractTableModel>

namespace socrates::ui {

/// The plan's own checklist of all databases, ticked.
class ChecklistModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ItemColumn, DatabaseColumn, EvidenceColumn, ColumnCount };
    enum Role { OkRole = Qt::UserRole };

    explicit ChecklistModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setVerifications(const QList<core::DatabaseVerification>& verifications);
    int tickedCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::TickedItem> m_items;
};

} // namespace socrates::ui
