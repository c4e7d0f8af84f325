// SPDX-License-Identifier: MIT
#include "app/runs/activitymodel.h"

#include "app/widgets/eventlabel.h"
#include "app/widgets/timetext.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

StatusRole roleOf(const LogEntry& entry)
{
    switch (entry.event) {
    case LogEntry::Event::Upgrade:
        return StatusRole::Applied;
    case LogEntry::Event::Downgrade:
        return StatusRole::Warning;
    case LogEntry::Event::Failure:
        return StatusRole::Failed;
    case LogEntry::Event::Stamp:
    case LogEntry::Event::Accept:
        return StatusRole::Neutral;
    }
    return StatusRole::Neutral;
}

QIcon iconOf(const LogEntry& entry)
{
    switch (entry.event) {
    case LogEntry::Event::Upgrade:
        return statusIcon(StatusShape::Up, roleOf(entry));
    case LogEntry::Event::Downgrade:
        return statusIcon(StatusShape::Down, roleOf(entry));
    case LogEntry::Event::Failure:
        return statusIcon(StatusShape::Cross, roleOf(entry));
    case LogEntry::Event::Stamp:
        return statusIcon(StatusShape::Elsewhere, roleOf(entry));
    case LogEntry::Event::Accept:
        return statusIcon(StatusShape::Check, roleOf(entry));
    }
    return {};
}

QString whoText(const LogEntry& entry)
{
    if (entry.osUser.isEmpty() || entry.osUser == entry.databaseUser)
        return entry.databaseUser;
    return ActivityModel::tr("%1 as %2").arg(entry.osUser, entry.databaseUser);
}

} // namespace

QString durationText(qint64 ms)
{
    if (ms < 1000)
        return ActivityModel::tr("%1 ms").arg(ms);
    if (ms < 60000)
        return ActivityModel::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    return ActivityModel::tr("%1 min %2 s").arg(ms / 60000).arg(ms % 60000 / 1000);
}

void ActivityModel::setEntries(const DatabaseName& database, const QList<LogEntry>& entries)
{
    beginResetModel();
    m_rows.removeIf([&database](const Row& row) { return row.database == database; });
    for (const LogEntry& entry : entries)
        m_rows.append({database, entry});
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
        return a.entry.startedAt != b.entry.startedAt ? a.entry.startedAt > b.entry.startedAt
                                                      : a.entry.id > b.entry.id;
    });
    endResetModel();
}

void ActivityModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::display(const Row& row, int column) const
{
    switch (column) {
    case TimeColumn:
        return timeText(row.entry.startedAt);
    case DatabaseColumn:
        return row.database.text();
    case EventColumn:
        return eventLabel(row.entry);
    case RevisionColumn:
        return row.entry.revision.text();
    case DurationColumn:
        return durationText(row.entry.durationMs);
    case UserColumn:
        return whoText(row.entry);
    case MessageColumn:
        return row.entry.message.section(u'\n', 0, 0);
    default:
        return {};
    }
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows.at(index.row());
    const bool failed = row.entry.event == LogEntry::Event::Failure;
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn      ? timeToolTip(row.entry.startedAt)
               : index.column() == MessageColumn ? QVariant(row.entry.message)
                                                 : display(row, index.column());
    case Qt::DecorationRole:
        return index.column() == EventColumn ? QVariant(iconOf(row.entry)) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == EventColumn
                   ? QVariant(statusColor(roleOf(row.entry), QGuiApplication::palette()))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == DurationColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                : QVariant();
    case FailureRole:
        return failed;
    case SortRole:
        if (index.column() == TimeColumn)
            return row.entry.startedAt;
        return index.column() == DurationColumn ? QVariant(row.entry.durationMs)
                                                : display(row, index.column());
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("When");
    case DatabaseColumn:
        return tr("Database");
    case EventColumn:
        return tr("What");
    case RevisionColumn:
        return tr("Revision");
    case DurationColumn:
        return tr("Took");
    case UserColumn:
        return tr("Who");
    case MessageColumn:
        return tr("Message");
    default:
        return {};
    }
}

ActivityFilter::ActivityFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ActivityModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ActivityFilter::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

void ActivityFilter::setFailuresOnly(bool on)
{
    m_failuresOnly = on;
    invalidateFilter();
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (m_failuresOnly && !first.data(ActivityModel::FailureRole).toBool())
        return false;
    if (m_text.isEmpty())
        return true;
    for (int column = 0; column < ActivityModel::ColumnCount; ++column) {
        if (first.siblingAtColumn(column).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace socrates::ui
