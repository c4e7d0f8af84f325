// SPDX-License-Identifier: MIT
#pragma once

#include "app/verification/verificationdetails.h"
#include "core/engine/references.h"
#include "core/engine/verification.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace socrates::ui {

class EmptyState;
class VerificationFilter;
class VerificationHeader;
class VerificationModel;
class VerificationSide;

/// What is in the databases beside what should be: the comparison as a tree, the plan's checklist,
/// ownership, and what was not compared. Shows values, asks by signals.
class VerificationPage final : public QWidget
{
    Q_OBJECT

public:
    explicit VerificationPage(QWidget* parent = nullptr);

    void setVerifications(const QList<core::DatabaseVerification>& verifications);
    /// `isReadingRows`: their rows are being read.
    void setReferences(const QList<core::ReferenceCheck>& references, bool isReadingRows);
    void setReferenceProgress(int reference, qint64 rowsFrom, qint64 rowsTo);
    /// Whose revisions a row is linked to; without one there are no links.
    void setProject(const core::Project& project);
    /// While busy, `what` says what is going on and Verify is disabled; the last result stays.
    void setBusy(bool busy, const QString& what = {});
    /// Why Verify cannot be pressed ("Not connected"); empty: it can.
    void setUnavailable(const QString& reason);
    void setFilterText(const QString& text);
    /// Makes a table the current row; filters that hide it are taken off.
    void selectTable(const core::DatabaseName& database, const QString& schema,
                     const QString& table);
    QLineEdit* filterEdit() const { return m_filterEdit; }

signals:
    void verifyRequested();
    void connectRequested();
    void exportRequested();
    void checkRowsRequested();
    void cancelRowsRequested();
    void revisionLinkActivated(const core::DatabaseName& database,
                               const core::RevisionId& revision);

private:
    QWidget* createChips();
    QWidget* createTree();
    void applyChips();
    void showResult();
    void showCurrent();
    VerificationDetails::Origin originOf(const core::DatabaseVerification& verification,
                                         const core::ComparisonLine* line) const;
    void expandDifferences();

    VerificationModel* m_model;
    VerificationFilter* m_filter;
    VerificationHeader* m_header;
    VerificationSide* m_side;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QList<QToolButton*> m_chips; ///< by Outcome
    QLineEdit* m_filterEdit;
    QTreeView* m_tree;
    QLabel* m_nothingShown;
    VerificationDetails* m_details;
    core::Project m_project;
    bool m_busy = false;
    QString m_busyText;
    QString m_unavailable;
};

} // namespace socrates::ui
