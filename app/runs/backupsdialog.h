// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/backup.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace socrates::ui {

/// The backups that there are, a new one, and a restore of one into a database by its name.
class BackupsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `folder` is shown; without a connection the backups are only listed.
    BackupsDialog(const QString& folder, bool isConnected, QWidget* parent = nullptr);

    void setBackups(const QList<core::Backup>& backups);
    /// What is under way or how it ended; while busy nothing else can be asked for.
    void showState(const QString& text, bool isBusy);

signals:
    void backupRequested();
    void restoreRequested(const socrates::core::Backup& backup, const QString& database);
    void stopRequested();

private:
    void updateButtons();

    QList<core::Backup> m_backups;
    bool m_isConnected;
    bool m_isBusy = false;
    QTreeWidget* m_list;
    QLineEdit* m_name;
    QPushButton* m_make;
    QPushButton* m_restore;
    QPushButton* m_stop;
    QLabel* m_state;
};

} // namespace socrates::ui
