// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QAbstractTableModel>

namespace socrates::ui {

/// The problems in sight, in the order in which they came.
class ProblemsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SummaryColumn, DatabaseColumn, RevisionColumn, CodeColumn, ColumnCount };
    enum Role { CodeRole = Qt::UserRole };

    explicit ProblemsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setProblems(const QList<core::Error>& problems);
    void append(const core::Error& problem);
    const QList<core::Error>& problems() const { return m_problems; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::Error> m_problems;
};

/// Somebody else's lock and the person's own stop are no faults: shown as a warning.
bool isWarning(const core::Error& problem);

} // namespace socrates::ui
