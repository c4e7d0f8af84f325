// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace socrates::ui {

class ChecklistModel;
class EmptyState;
class VerificationDetails;
class VerificationFilter;
class VerificationModel;

/// What is in the databases beside what should be: the comparison as a tree, the plan's checklist,
/// ownership, and what was not compared. Shows values, asks by signals.
class VerificationPage final : public QWidget
{
    Q_OBJECT

public:
    explicit VerificationPage(QWidget* parent = nullptr);

    void setVerifications(const QList<core::DatabaseVerification>& verifications);
    /// Whose revisions a row is linked to; without one there are no links.
    void setProject(const core::Project& project);
    /// While busy, `what` says what is going on and Verify is disabled; the last result stays.
    void setBusy(bool busy, const QString& what = {});
    /// Why Verify cannot be pressed ("Not connected"); empty: it can.
    void setUnavailable(const QString& reason);
    void setFilterText(const QString& text);
    QLineEdit* filterEdit() const { return m_filterEdit; }

signals:
    void verifyRequested();
    void exportRequested();
    void revisionLinkActivated(const core::DatabaseName& database,
                               const core::RevisionId& revision);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createHeader();
    QWidget* createChips();
    QWidget* createTree();
    QWidget* createSide();
    void applyChips();
    void showResult();
    void showHeadline();
    void showCurrent();
    core::RevisionId firstNaming(const core::DatabaseName& database,
                                 const core::ComparisonLine* line) const;
    QString sentence() const;
    QString stamp() const;
    void fillFindings();
    void expandDifferences();

    VerificationModel* m_model;
    VerificationFilter* m_filter;
    ChecklistModel* m_checklist;
    QStackedWidget* m_stack;
    QLabel* m_headlineIcon = nullptr;
    QLabel* m_headline;
    QLabel* m_stampLabel;
    QProgressBar* m_progress;
    QPushButton* m_verifyButton;
    EmptyState* m_empty;
    QPushButton* m_exportButton;
    QList<QToolButton*> m_chips; ///< by Outcome
    QLineEdit* m_filterEdit;
    QTreeView* m_tree;
    QLabel* m_nothingShown;
    VerificationDetails* m_details;
    QTabWidget* m_side;
    QLabel* m_checklistLabel;
    QListWidget* m_rights;
    QListWidget* m_notCompared;
    core::Project m_project;
    bool m_busy = false;
    QString m_busyText;
    QString m_unavailable;
};

} // namespace socrates::ui
