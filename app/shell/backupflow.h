// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"
#include "core/postgres/backup.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>

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
    /// Of all these databases, one after the other. `done` gets what was made, or why not: also
    /// when one of them could not be read, and then at once, with nothing made. `progress` gets
    /// sentences for the person. Both on the GUI thread.
    using Done = std::function<void(const core::Result<QList<core::Backup>>& made)>;
    using Progress = std::function<void(const QString& text)>;
    void backUp(const QList<core::DatabaseName>& databases, const Progress& progress,
                const Done& done);
    /// Whether pg_dump for the servers of these databases is there; nothing: it is.
    void findObstacle(const QList<core::DatabaseName>& databases,
                      const std::function<void(const std::optional<core::Error>&)>& done);
    void stop();

private:
    void readList();
    void backUpAll();
    /// Why no backup can be made of it, as far as is known.
    std::optional<core::Error> obstacleOf(const core::DatabaseName& name) const;
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
