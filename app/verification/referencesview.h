// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/references.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace socrates::ui {

/// References to other databases: what is known of each, and a button that reads their rows.
class ReferencesView final : public QWidget
{
    Q_OBJECT

public:
    explicit ReferencesView(QWidget* parent = nullptr);

    void setReferences(const QList<core::ReferenceCheck>& references);
    /// While rows are being read only Cancel can be pressed.
    void setBusy(bool busy);
    void setProgress(int reference, qint64 rowsFrom, qint64 rowsTo);
    /// References that are at fault.
    int faultCount() const;

signals:
    void checkRowsRequested();
    void cancelRequested();

private:
    void showCurrent();
    void showButtons();
    static QString resultText(const core::ReferenceCheck& check);
    static QString detailsOf(const core::ReferenceCheck& check);

    QList<core::ReferenceCheck> m_references;
    QTreeWidget* m_tree;
    QPlainTextEdit* m_details;
    QLabel* m_progressLabel;
    QProgressBar* m_progress;
    QPushButton* m_checkButton;
    QPushButton* m_cancelButton;
    bool m_isBusy = false;
};

} // namespace socrates::ui
