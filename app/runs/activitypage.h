// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runlog.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace socrates::ui {

class ActivityFilter;
class ActivityModel;
class EmptyState;
class InlineMessage;
class SqlView;

/// The log of all runs of all databases, failures and downgrades too.
class ActivityPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(QWidget* parent = nullptr);

    void setEntries(const core::DatabaseName& database, const QList<core::LogEntry>& entries);
    /// Forgets every database's entries (another pair was opened).
    void clear();
    void setBusy(bool busy);
    /// Why there is nothing to show ("Not connected"); empty: connected.
    void setUnavailable(const QString& reason);
    QLineEdit* filterEdit() const { return m_filterEdit; }
    /// What the export button writes after asking for a place; reports a failure in the page.
    void exportTo(const QString& filePath);

signals:
    void refreshRequested();
    void connectRequested();

private:
    QWidget* createBar();
    QWidget* createDetail();
    void askAndExport();
    void applyFilter();
    void showState();
    void showCurrent();

    ActivityModel* m_model;
    ActivityFilter* m_filter;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    InlineMessage* m_message;
    QLineEdit* m_filterEdit;
    QCheckBox* m_failuresOnly;
    QLabel* m_countLabel;
    QProgressBar* m_progress;
    QPushButton* m_refreshButton;
    QPushButton* m_exportButton;
    QTreeView* m_table;
    QLabel* m_facts;
    SqlView* m_sql;
    bool m_busy = false;
    QString m_unavailable;
};

} // namespace socrates::ui
