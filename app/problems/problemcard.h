// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace socrates::ui {

/// One problem in full: what happened, where, why, what to do, and the technical details.
class ProblemCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemCard(QWidget* parent = nullptr);

    void setProblem(const std::optional<core::Error>& problem);
    void copy();

signals:
    void revisionRequested(const core::DatabaseName& database, const core::RevisionId& revision);
    void retryRequested(const core::Error& problem);
    /// What is in the database is not what its version row says.
    void recogniseRequested(const core::DatabaseName& database);
    void fileRequested(const core::SourceLocation& where);
    /// An applied file that was changed: write back what was applied, or keep the file.
    void fileRestoreRequested(const core::DatabaseName& database, const core::RevisionId& revision);
    void fileAcceptRequested(const core::DatabaseName& database, const core::RevisionId& revision);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addSection(QVBoxLayout* layout, const QString& name, const QString& title);
    QWidget* createButtons();
    void showSeverity();
    void openFile();

    std::optional<core::Error> m_problem;
    QLabel* m_icon;
    QLabel* m_summary;
    QLabel* m_where;
    QPlainTextEdit* m_sql;
    QLabel* m_why;
    QLabel* m_whatToDo;
    QToolButton* m_technicalButton;
    QLabel* m_technical;
    QPushButton* m_retryButton;
    QPushButton* m_recogniseButton;
    QPushButton* m_revisionButton;
    QPushButton* m_openFileButton;
    QPushButton* m_restoreButton;
    QPushButton* m_acceptButton;
    QPushButton* m_copySqlButton;
    QCheckBox* m_withValues;
};

} // namespace socrates::ui
