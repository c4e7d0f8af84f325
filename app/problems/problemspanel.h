// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"

#include <QWidget>

class QStackedWidget;
class QTreeView;

namespace socrates::ui {

class ProblemCard;
class ProblemsModel;

/// Every error as a card beside the list of all. F8 and Shift+F8 belong to the shell's actions,
/// which call next() and previous().
class ProblemsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget* parent = nullptr);

    void setProblems(const QList<core::Error>& problems);
    /// Adds a problem and shows it.
    void addProblem(const core::Error& problem);
    void clear();
    /// Goes to the next or the previous problem, round at the ends.
    void next();
    void previous();
    int count() const;

signals:
    void revisionRequested(const core::DatabaseName& database, const core::RevisionId& revision);
    void retryRequested(const core::Error& problem);
    void recogniseRequested(const core::DatabaseName& database);
    /// The file shall be opened where the problem is.
    void fileRequested(const core::SourceLocation& where);
    void fileRestoreRequested(const core::DatabaseName& database, const core::RevisionId& revision);
    void fileAcceptRequested(const core::DatabaseName& database, const core::RevisionId& revision);
    void countChanged(int count);

private:
    void select(int row);
    void showCurrent();
    void listChanged();

    ProblemsModel* m_model;
    QStackedWidget* m_stack;
    QTreeView* m_list;
    ProblemCard* m_card;
};

} // namespace socrates::ui
