// SPDX-License-Identifier: MIT
#pragma once

#include "app/connections/connectiontext.h"
#include "app/connections/envwriter.h"
#include "core/postgres/provisioner.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace socrates::ui {

class DatabaseFields;
class InlineMessage;

/// From an empty server and an administrator's login to databases that exist and belong to the
/// right role, with the lines an application's .env needs.
class ProvisionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ProvisionDialog(const core::Project& project, QWidget* parent = nullptr);

    /// The administrator's login, as far as it is known.
    void setAdmin(const core::ConnectionParameters& admin);
    /// What shall be reachable afterwards; the server is the administrator's.
    void setDatabases(const QMap<core::DatabaseName, core::ConnectionParameters>& databases);
    void setKeychainAvailable(bool available);
    core::ProvisionRequest request() const;

    /// With what the person goes on.
    struct Choice
    {
        QMap<core::DatabaseName, core::ConnectionParameters> databases; ///< with the passwords
        QString ownerRole;
        bool upgrades = false; ///< and verifies, at once
        /// Whether the login users' passwords go to the keychain; never the administrator's.
        bool keepsPasswords = false;
    };
    /// Provisions on a worker thread; may be repeated, since what is there is left as it is.
    void run();

signals:
    /// Everything exists. The parameters hold the passwords.
    void provisioned(const QMap<core::DatabaseName, core::ConnectionParameters>& databases,
                     const QString& ownerRole);
    /// The person wants to go on with these connections; the dialog has been accepted.
    void connectionsChosen(const socrates::ui::ProvisionDialog::Choice& choice);
    void finishedRun(bool ok);

private:
    struct Row
    {
        DatabaseSlot slot;
        QLineEdit* name = nullptr;
        QLineEdit* user = nullptr;
        QLineEdit* password = nullptr;

        /// Whether somebody else than the administrator signs in.
        bool hasOwnUser(const QString& admin) const;
    };

    QWidget* createTargets();
    QWidget* createResult();
    QWidget* createButtons();
    void orderTabs(QWidget& buttons);
    void showResult(const core::Result<QList<core::ProvisionAction>>& result);
    void showEnvLines();
    void askForEnvFile();
    EnvVariables variables() const;
    void edited();
    bool hasOwnUsers() const;
    void updateButtons();

    QList<Row> m_rows;
    core::ProvisionRequest m_made; ///< of the last run
    DatabaseFields* m_admin;
    QWidget* m_targets;
    QLineEdit* m_owner;
    QLineEdit* m_application;
    InlineMessage* m_message;
    QProgressBar* m_progress;
    QListWidget* m_actions;
    QPlainTextEdit* m_env;
    QCheckBox* m_keepsPasswords;
    QCheckBox* m_upgradesAfter;
    QCheckBox* m_withPasswords;
    QPushButton* m_copyButton;
    QPushButton* m_writeButton;
    QPushButton* m_createButton;
    QPushButton* m_useButton;
    QWidget* m_result;
    bool m_hasKeychain = true;
    bool m_running = false;
    bool m_done = false;
};

} // namespace socrates::ui
