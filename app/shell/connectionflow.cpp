// SPDX-License-Identifier: MIT
#include "app/shell/connectionflow.h"

#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"
#include "core/postgres/provisioner.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::ConnectionProfile;
using core::DatabaseName;
using core::Result;

namespace {

struct Passwords
{
    QMap<DatabaseName, QString> values;
    std::optional<core::Error> error;
};

/// Blocks: a keyring may ask its user.
Passwords readPasswords(core::CredentialStore& store, const ConnectionProfile& profile)
{
    Passwords passwords;
    for (auto it = profile.databases.begin(); it != profile.databases.end(); ++it) {
        if (!it->hasStoredPassword)
            continue;
        const auto secret =
            store.read(ConnectionProfile::credentialKey(profile.name, it.key()), true);
        if (!secret)
            passwords.error = secret.error();
        else if (*secret)
            passwords.values.insert(it.key(), **secret);
    }
    return passwords;
}

Result<ConnectionProfile> prepareLocal(core::LocalServer& server, const QList<DatabaseName>& names,
                                       const std::function<void(const QString&)>& progress)
{
    if (auto running = server.ensureRunning(progress); !running)
        return core::fail(running.error());
    const auto admin = server.adminParameters();
    if (!admin)
        return core::fail(admin.error());
    core::ProvisionRequest request;
    request.admin = *admin;
    request.order = names;
    ConnectionProfile profile;
    profile.name = ConnectionFlow::tr("Private server");
    for (const DatabaseName& name : names) {
        const auto parameters = server.adminParameters(name.text());
        if (!parameters)
            return core::fail(parameters.error());
        request.databases.insert(name, *parameters);
        profile.databases.insert(name, {*parameters, {}, false});
    }
    progress(ConnectionFlow::tr("Creating the databases…"));
    if (auto actions = core::provision(request); !actions)
        return core::fail(actions.error());
    return profile;
}

} // namespace

ConnectionFlow::ConnectionFlow(AppContext& context, Workspace& workspace, QWidget* window)
    : QObject(window), m_context(context), m_workspace(workspace), m_window(window)
{}

ConnectionFlow::~ConnectionFlow()
{
    m_pool.waitForDone();
}

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

void ConnectionFlow::openProject(const QString& folder)
{
    m_workspace.openProject(folder);
}

void ConnectionFlow::connectProfile(const ConnectionProfile& profile)
{
    emit progressed(tr("Asking the keychain…"));
    const auto future = runOn(m_pool, [store = m_context.credentials, profile] {
        return readPasswords(*store, profile);
    });
    onFinished(future, this, [this, profile](const Passwords& passwords) {
        emit progressed({});
        if (passwords.error)
            emit failed(*passwords.error);
        connectWith(profile, passwords.values);
    });
}

void ConnectionFlow::connectSavedProfile(const QString& name)
{
    const auto profile = m_context.profiles.find(name);
    if (profile)
        connectProfile(*profile);
    else
        emit failed(profile.error());
}

void ConnectionFlow::connectUrls(const QMap<DatabaseName, core::ConnectionParameters>& urls)
{
    ConnectionProfile profile;
    for (auto it = urls.begin(); it != urls.end(); ++it) {
        profile.databases.insert(it.key(), {*it, {}, false});
        if (!it->isLocal())
            profile.environment = core::Environment::Staging;
    }
    connectWith(profile, {});
}

void ConnectionFlow::usePrivateServer()
{
    const auto project = m_workspace.project();
    if (!project)
        return;
    QList<DatabaseName> names;
    for (const core::ProjectDatabase& database : project->databases())
        names << database.name;
    emit progressed(tr("Starting the private server…"));
    // Queued to this object's thread; gone with it.
    QPointer<ConnectionFlow> guard(this);
    const auto progress = [guard](const QString& text) {
        QMetaObject::invokeMethod(
            qApp,
            [guard, text] {
                if (guard)
                    emit guard->progressed(text);
            },
            Qt::QueuedConnection);
    };
    const auto future = runOn(m_pool, [server = m_context.localServer, names, progress] {
        return prepareLocal(*server, names, progress);
    });
    onFinished(future, this, [this](const Result<ConnectionProfile>& profile) {
        emit progressed({});
        if (profile)
            connectWith(*profile, {});
        else
            emit failed(profile.error());
    });
}

void ConnectionFlow::connectWith(const ConnectionProfile& profile,
                                 const QMap<DatabaseName, QString>& passwords)
{
    m_workspace.connectTo(profile, passwords);
}

} // namespace socrates::ui
