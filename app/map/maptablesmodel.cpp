// SPDX-License-Identifier: MIT
#include "app/map/maptablesmodel.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>

namespace socrates::ui {

using core::MapMark;

namespace {

/// Of a name, however long the kind behind it.
constexpr int kLeastLetters = 4;

} // namespace

QString MapTablesModel::plannedText()
{
    return tr("planned");
}

void MapTablesModel::setPicture(const MapPicturePtr& picture)
{
    beginResetModel();
    m_picture = picture;
    endResetModel();
}

int MapTablesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_picture ? 0 : int(m_picture->map.tables.size());
}

int MapTablesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MapTablesModel::display(int row, int column) const
{
    const core::MapTable& table = m_picture->map.tables.at(row);
    switch (column) {
    case TableColumn:
        return core::isView(table.kind) ? withKind(table.title(), table.kindText()) : table.title();
    case StateColumn:
        return table.isPlanned ? plannedText() : markText(table.mark);
    case DatabaseColumn:
        return table.database.isEmpty() ? tr("not decided") : table.database.text();
    default:
        return {};
    }
}

QVariant MapTablesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const core::MapTable& table = m_picture->map.tables.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::DecorationRole:
        if (index.column() == StateColumn && table.mark != MapMark::None)
            return statusIcon(markShape(table.mark), markRole(table.mark));
        return {};
    case NameRole:
        return table.title();
    case KindRole:
        return index.column() == TableColumn && core::isView(table.kind) ? table.kindText()
                                                                         : QString();
    case Qt::ToolTipRole:
        return tableToolTip(m_picture->map, index.row());
    case Qt::AccessibleTextRole:
        return index.column() == TableColumn ? tableText(m_picture->map, index.row())
                                             : display(index.row(), index.column());
    default:
        return {};
    }
}

QVariant MapTablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TableColumn:
        return tr("Table");
    case StateColumn:
        return tr("State");
    case DatabaseColumn:
        return tr("Database");
    default:
        return {};
    }
}

QString MapTablesModel::withKind(const QString& name, const QString& kind)
{
    return tr("%1 (%2)").arg(name, kind);
}

void TableNameDelegate::initStyleOption(QStyleOptionViewItem* option,
                                        const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QString kind = index.data(MapTablesModel::KindRole).toString();
    if (kind.isEmpty() || option->rect.width() <= 0)
        return;
    const QWidget* widget = option->widget;
    const QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, option, widget) + 1;
    const int room =
        style->subElementRect(QStyle::SE_ItemViewItemText, option, widget).width() - 2 * margin;
    const QFontMetrics& metrics = option->fontMetrics;
    QString name = index.data(MapTablesModel::NameRole).toString();
    const int left = room - metrics.horizontalAdvance(MapTablesModel::withKind({}, kind));
    if (metrics.horizontalAdvance(name) > left) {
        const int least = metrics.horizontalAdvance(name.left(kLeastLetters) + u'…');
        name = metrics.elidedText(name, Qt::ElideMiddle, qMax(least, left));
    }
    option->text = MapTablesModel::withKind(name, kind);
}

MapTablesFilter::MapTablesFilter(MapTablesModel* model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(model);
}

void MapTablesFilter::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

bool MapTablesFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (m_text.isEmpty())
        return true;
    const core::MapTable& table = m_model->picture()->map.tables.at(row);
    const auto holds = [this](const QString& name) {
        return name.contains(m_text, Qt::CaseInsensitive);
    };
    return holds(table.title()) || holds(table.kindText()) ||
           std::any_of(table.columns.begin(), table.columns.end(),
                       [&holds](const core::MapColumn& column) { return holds(column.name); });
}

} // namespace socrates::ui
