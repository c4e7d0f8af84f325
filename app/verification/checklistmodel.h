// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

#include <QAbstractTableModel>

namespace socrates::ui {

/// The plan's own checklist of all databases, ticked: a heading for each database that has items,
/// its items below.
class ChecklistModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ItemColumn, EvidenceColumn, ColumnCount };
    enum Role { OkRole = Qt::UserRole };

    explicit ChecklistModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setVerifications(const QList<core::DatabaseVerification>& verifications);
    int tickedCount() const;
    int itemCount() const { return int(m_items.size()); }
    bool isHeading(int row) const { return m_rows.at(row).item < 0; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int item = -1;   ///< position in m_items; -1 for a heading
        QString heading; ///< "socrates_auth: 17 of 17"
        bool isComplete = false;
    };

    QVariant headingData(const Row& row, const QModelIndex& index, int role) const;

    QList<core::TickedItem> m_items;
    QList<Row> m_rows;
};

} // namespace socrates::ui
