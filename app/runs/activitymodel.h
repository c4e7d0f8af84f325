// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statusshape.h"
#include "core/engine/runlog.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace socrates::ui {

/// The log entries of all databases, newest first.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Row
    {
        core::DatabaseName database;
        core::LogEntry entry;
    };

    enum Column {
        TimeColumn,
        DatabaseColumn,
        EventColumn,
        RevisionColumn,
        DurationColumn,
        UserColumn,
        MessageColumn,
        ColumnCount
    };
    enum Role {
        FailureRole = Qt::UserRole, ///< bool
        SortRole,                   ///< what the column is sorted by
    };

    explicit ActivityModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Replaces the entries of one database.
    void setEntries(const core::DatabaseName& database, const QList<core::LogEntry>& entries);
    void clear();
    const QList<Row>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant display(const Row& row, int column) const;

    QList<Row> m_rows;
};

/// Filters by any column's text and by failures.
class ActivityFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ActivityFilter(QObject* parent = nullptr);

    void setText(const QString& text);
    void setFailuresOnly(bool on);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
    bool m_failuresOnly = false;
};

/// "12 ms", "3.4 s", "2 min 5 s".
QString durationText(qint64 ms);

} // namespace socrates::ui
