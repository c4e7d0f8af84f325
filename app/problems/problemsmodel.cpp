// SPDX-License-Identifier: MIT
#include "app/problems/problemsmodel.h"

#include "app/theme/statusshape.h"
#include "core/base/redaction.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

bool isWarning(const Error& problem)
{
    return problem.isKind("busy"_L1) || problem.isKind("stopped"_L1);
}

void ProblemsModel::setProblems(const QList<Error>& problems)
{
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

void ProblemsModel::append(const Error& problem)
{
    const int row = int(m_problems.size());
    beginInsertRows({}, row, row);
    m_problems.append(problem);
    endInsertRows();
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Error& problem = m_problems.at(index.row());
    const bool warning = isWarning(problem);
    const QString severity = warning ? tr("Warning") : tr("Error");
    const QString summary = redacted(problem.summary);
    if (role == CodeRole)
        return problem.code;
    if (index.column() == SummaryColumn) {
        if (role == Qt::DecorationRole)
            return statusIcon(warning ? StatusShape::Exclamation : StatusShape::Cross,
                              warning ? StatusRole::Warning : StatusRole::Failed);
        if (role == Qt::AccessibleTextRole)
            return tr("%1: %2, %3").arg(severity, summary, problem.database);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case SummaryColumn:
        return tr("%1: %2").arg(severity, summary);
    case DatabaseColumn:
        return problem.database;
    case RevisionColumn:
        return problem.revision;
    case CodeColumn:
        return problem.sqlState.isEmpty() ? problem.code : problem.sqlState;
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SummaryColumn:
        return tr("Problem");
    case DatabaseColumn:
        return tr("Database");
    case RevisionColumn:
        return tr("Revision");
    case CodeColumn:
        return tr("Code");
    default:
        return {};
    }
}

} // namespace socrates::ui
