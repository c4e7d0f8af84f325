// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"
#include "core/postgres/backup.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QWidget;

namespace socrates::ui {

class BackupsDialog;
class Workspace;

/// Backups from the window, made and restored in the background on connections of their own. Lives
/// on the GUI thread.
class BackupFlow final : public QObject
{
    Q_OBJECT
public:
    BackupFlow(Workspace& workspace, QWidget* window);
    ~BackupFlow() override;

    void open();
    void stop();

private:
    void readList();
    void backUpAll();
    void restore(const core::Backup& backup, const QString& database, bool replaces);
    void restoreOn(const core::SessionPtr& session, const core::Backup& backup,
                   const QString& database, bool replaces);
    void finishRestore(const core::Backup& backup, const QString& database,
                       const core::Result<QString>& kept);
    void tell(const QString& text, bool isBusy);

    Workspace& m_workspace;
    QWidget* m_window;
    QPointer<BackupsDialog> m_dialog;
    core::CancelToken m_token;
    QThreadPool m_pool;
};

} // namespace socrates::ui
