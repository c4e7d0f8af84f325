// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"

#include <QDateTime>
#include <QObject>

class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;

namespace socrates::ui {

/// What the status bar says: connections, the last look, the run under way. Nothing that is not
/// said elsewhere too.
class StatusLine final : public QObject
{
    Q_OBJECT
public:
    explicit StatusLine(QStatusBar* bar);

    void showConnections(const QList<core::DatabaseStatus>& statuses);
    void showChecked(const QDateTime& when);
    void showActivity(const QString& text);
    void showProgress(int done, int total);
    void hideProgress();

signals:
    void stopRequested();

private:
    QLabel* m_connections;
    QLabel* m_activity;
    QLabel* m_checked;
    QProgressBar* m_progress;
    QToolButton* m_stop;
};

} // namespace socrates::ui
