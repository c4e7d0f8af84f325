// SPDX-License-Identifier: MIT
#pragma once

#include "app/map/mappicture.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace socrates::ui {

/// The tables of a map as a list: what the picture shows, in words.
class MapTablesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TableColumn, StateColumn, DatabaseColumn, ColumnCount };
    enum Role {
        NameRole = Qt::UserRole,
        KindRole, ///< of a view, in words, in the column of names; of anything else empty
    };

    explicit MapTablesModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// The state of a table that is only announced.
    static QString plannedText();
    /// "customer_overview (materialized view)".
    static QString withKind(const QString& name, const QString& kind);

    void setPicture(const MapPicturePtr& picture);
    MapPicturePtr picture() const { return m_picture; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString display(int row, int column) const;

    MapPicturePtr m_picture;
};

/// Where there is no room for all of a view, its name is shortened and not what it is.
class TableNameDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// Keeps the tables whose name, or a column's name, holds a text.
class MapTablesFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit MapTablesFilter(MapTablesModel* model, QObject* parent = nullptr);
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    MapTablesModel* m_model;
    QString m_text;
};

} // namespace socrates::ui
