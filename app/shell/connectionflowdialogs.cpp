// SPDX-License-Identifier: MIT
#include "app/shell/connectionflow.h"

#include "app/connections/connectiondialog.h"
#include "app/connections/provisiondialog.h"
#include "app/shell/storedpasswords.h"
#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"

#include <QDir>
#include <QFileDialog>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::ConnectionProfile;
using core::DatabaseName;
using core::Result;

void ConnectionFlow::chooseProject()
{
    auto* dialog =
        new QFileDialog(m_window, tr("Open Project"), m_context.settings.lastProjectFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"openProjectDialog"_s);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionFlow::openProject);
    dialog->open();
}

void ConnectionFlow::chooseEnvFile()
{
    auto* dialog = new QFileDialog(m_window, tr("Import from .env"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"importEnvDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::Hidden);
    dialog->setNameFilters(
        {tr("Connection files (.env *.env .env.* alembic.ini)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { editConnection(path); });
    dialog->open();
}

void ConnectionFlow::editConnection(const QString& importPath, const QString& importText)
{
    if (!m_workspace.project()) {
        chooseProject();
        return;
    }
    const ConnectionProfile profile = m_workspace.profile();
    const auto future = runOn(m_pool, [store = m_context.credentials, profile] {
        return readPasswords(*store, profile);
    });
    onFinished(future, this,
               [this, profile, importPath, importText](const StoredPasswords& passwords) {
                   if (m_workspace.project())
                       openConnectionDialog(profile, passwords, importPath, importText);
               });
}

void ConnectionFlow::openConnectionDialog(const ConnectionProfile& profile,
                                          const StoredPasswords& passwords,
                                          const QString& importPath, const QString& importText)
{
    auto* dialog = new ConnectionDialog(*m_workspace.project(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QMap<DatabaseName, QString> secrets = passwords.values;
    addSittingPasswords(profile, secrets);
    dialog->setProfile(profile, secrets);
    dialog->setKept(recents());
    if (passwords.error && passwords.error->code == "credentials.locked"_L1)
        dialog->showKeyringLocked();
    else if (passwords.error)
        dialog->setKeychainAvailable(false);
    else
        probeKeychain(dialog, [dialog] { dialog->setKeychainAvailable(false); });
    connect(dialog, &ConnectionDialog::unlockKeyringRequested, this,
            [this, dialog, profile] { unlockKeyring(dialog, profile); });
    if (!importPath.isEmpty())
        dialog->importFile(importPath);
    dialog->importText(importText);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        keep(dialog->profile(), dialog->passwords(), dialog->savePasswords());
    });
    connect(dialog, &ConnectionDialog::createDatabaseRequested, this, [this, dialog] {
        const ConnectionProfile asked = dialog->profile();
        const auto secrets = dialog->passwords();
        dialog->reject();
        openProvisionDialog(asked, secrets);
    });
    connect(dialog, &ConnectionDialog::privateServerRequested, this, [this, dialog] {
        dialog->reject();
        usePrivateServer();
    });
    dialog->open();
}

/// Asked beside the open dialog: it may take its time. Nothing is stored under the name asked for.
void ConnectionFlow::probeKeychain(QObject* asker, const std::function<void()>& ifThereIsNone)
{
    const auto future = runOn(
        m_pool, [store = m_context.credentials] { return store->read(u"availability"_s, false); });
    onFinished(future, asker, [ifThereIsNone](const Result<std::optional<QString>>& answer) {
        if (!answer && answer.error().code != "credentials.locked"_L1)
            ifThereIsNone();
    });
}

/// Reading is what makes a keyring ask its user to unlock it.
void ConnectionFlow::unlockKeyring(ConnectionDialog* dialog, const ConnectionProfile& profile)
{
    const auto future = runOn(m_pool, [store = m_context.credentials, profile] {
        return readPasswords(*store, profile);
    });
    onFinished(future, dialog, [dialog](const StoredPasswords& passwords) {
        if (passwords.error)
            dialog->showKeyringLocked();
        else
            dialog->addPasswords(passwords.values);
    });
}

void ConnectionFlow::createDatabases()
{
    if (m_workspace.project())
        openProvisionDialog({}, {});
    else
        chooseProject();
}

void ConnectionFlow::openProvisionDialog(const ConnectionProfile& profile,
                                         const QMap<DatabaseName, QString>& passwords)
{
    auto* dialog = new ProvisionDialog(*m_workspace.project(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QMap<DatabaseName, core::ConnectionParameters> wanted;
    for (auto it = profile.databases.begin(); it != profile.databases.end(); ++it) {
        core::ConnectionParameters parameters = it->parameters;
        if (passwords.contains(it.key()))
            parameters.setPassword(passwords.value(it.key()));
        wanted.insert(it.key(), parameters);
    }
    if (!wanted.isEmpty()) {
        core::ConnectionParameters admin = wanted.first();
        admin.setValue(u"dbname"_s, u"postgres"_s);
        dialog->setAdmin(admin);
        dialog->setDatabases(wanted);
    }
    probeKeychain(dialog, [dialog] { dialog->setKeychainAvailable(false); });
    connect(dialog, &ProvisionDialog::connectionsChosen, this,
            [this, profile](const ProvisionDialog::Choice& choice) {
                ConnectionProfile made = profile;
                QMap<DatabaseName, QString> secrets;
                for (auto it = choice.databases.begin(); it != choice.databases.end(); ++it) {
                    core::ConnectionParameters parameters = *it;
                    if (parameters.hasPassword())
                        secrets.insert(it.key(), parameters.password());
                    parameters.setPassword({});
                    // The whole entry: a password kept before was another database's.
                    made.databases[it.key()] = {parameters, choice.ownerRole};
                }
                const QString name = made.name.isEmpty()
                                         ? ConnectionDialog::defaultName(choice.databases.first())
                                         : made.name;
                made.name = core::freeProfileName(name, made, recents());
                if (choice.upgrades)
                    connect(&m_workspace, &Workspace::refreshFinished, this,
                            &ConnectionFlow::upgradeWanted, Qt::SingleShotConnection);
                keep(made, secrets, choice.keepsPasswords);
            });
    dialog->open();
}

} // namespace socrates::ui
