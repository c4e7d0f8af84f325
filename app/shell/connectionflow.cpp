// SPDX-License-Identifier: MIT
#include "app/shell/connectionflow.h"

#include "app/shell/storedpasswords.h"
#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"
#include "core/postgres/provisioner.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::ConnectionProfile;
using core::DatabaseName;
using core::Result;

namespace {

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
{
    connect(&workspace, &Workspace::serverAwaited, this, [this](const DatabaseName& name) {
        m_isAwaiting = true;
        emit progressed(tr("%1: the server is starting up. Waiting for it…").arg(name.text()));
    });
    connect(&workspace, &Workspace::refreshFinished, this, [this] {
        if (std::exchange(m_isAwaiting, false))
            emit progressed({});
        rememberServers(m_workspace.statuses(), false);
    });
    connect(&workspace, &Workspace::serverAccepted, this,
            [this](const core::DatabaseStatus& status) { rememberServers({status}, true); });
    connect(&workspace, &Workspace::runFinished, this,
            [this](const core::Plan&, const core::RunReport& report) {
                if (report.result == core::RunResult::Applied)
                    rememberServers(report.after, true);
            });
}

ConnectionFlow::~ConnectionFlow()
{
    m_pool.waitForDone();
}

void ConnectionFlow::rememberServers(const QList<core::DatabaseStatus>& statuses, bool replaces)
{
    const QString profile = m_workspace.profile().name;
    const core::KnownServers known = m_workspace.knownServers();
    core::KnownServers seen;
    for (const core::DatabaseStatus& status : statuses) {
        const core::ServerIdentity now = core::serverIdentity(status);
        const bool isNews = !known.contains(status.name) || replaces;
        if (!status.error && isNews && known.value(status.name) != now)
            seen.insert(status.name, now);
    }
    if (seen.isEmpty() || (profile.isEmpty() && !replaces))
        return;
    m_workspace.rememberServers(seen);
    if (profile.isEmpty())
        return; // it holds for this sitting
    if (auto kept = m_context.profiles.remember(profile, seen); !kept)
        emit failed(kept.error());
}

void ConnectionFlow::openProject(const QString& folder)
{
    m_workspace.openProject(folder);
}

void ConnectionFlow::addSittingPasswords(const ConnectionProfile& profile,
                                         QMap<DatabaseName, QString>& secrets) const
{
    for (auto it = profile.databases.begin(); it != profile.databases.end(); ++it) {
        const QString key = ConnectionProfile::credentialKey(profile.name, it.key());
        if (!secrets.contains(it.key()) && m_sitting.contains(key))
            secrets.insert(it.key(), m_sitting.value(key));
    }
}

/// Saves what may be saved, then connects. A password goes to the keychain or nowhere.
void ConnectionFlow::keep(ConnectionProfile profile, const QMap<DatabaseName, QString>& passwords,
                          bool inKeychain)
{
    for (auto it = passwords.begin(); it != passwords.end(); ++it)
        m_sitting.insert(ConnectionProfile::credentialKey(profile.name, it.key()), *it);
    if (profile.projectFolder.isEmpty() && m_workspace.project())
        profile.projectFolder = m_workspace.project()->folder();
    if (!inKeychain || profile.name.isEmpty()) {
        save(profile);
        connectWith(profile, passwords);
        return;
    }
    using Written = QMap<DatabaseName, Result<void>>;
    const auto future = runOn(m_pool, [store = m_context.credentials, profile, passwords] {
        Written written;
        for (auto it = passwords.begin(); it != passwords.end(); ++it)
            written.insert(
                it.key(),
                store->write(ConnectionProfile::credentialKey(profile.name, it.key()), *it));
        return written;
    });
    onFinished(future, this, [this, profile, passwords](const Written& written) mutable {
        for (auto it = written.begin(); it != written.end(); ++it) {
            profile.databases[it.key()].hasStoredPassword = it->has_value();
            if (!*it)
                emit failed(it->error());
        }
        save(profile);
        connectWith(profile, passwords);
    });
}

void ConnectionFlow::save(const ConnectionProfile& profile)
{
    if (profile.name.isEmpty())
        return;
    if (auto saved = m_context.profiles.save(profile); !saved) {
        emit failed(saved.error());
        return;
    }
    m_context.settings.addRecentProfile(profile.name);
    emit recentsChanged();
}

QList<ConnectionProfile> ConnectionFlow::recents() const
{
    const auto loaded = m_context.profiles.load();
    if (!loaded)
        return {};
    QList<ConnectionProfile> result;
    const QStringList names = m_context.settings.recentProfiles();
    for (const QString& name : names) {
        for (const ConnectionProfile& profile : *loaded) {
            if (profile.name == name)
                result << profile;
        }
    }
    for (const ConnectionProfile& profile : *loaded) {
        if (!names.contains(profile.name))
            result << profile;
    }
    return result;
}

void ConnectionFlow::removeRecent(const QString& name)
{
    const auto profile = m_context.profiles.find(name);
    if (profile) {
        runOn(m_pool, [store = m_context.credentials, profile = *profile] {
            for (auto it = profile.databases.begin(); it != profile.databases.end(); ++it)
                (void)store->remove(ConnectionProfile::credentialKey(profile.name, it.key()));
            return true;
        });
    }
    if (auto removed = m_context.profiles.remove(name); !removed)
        emit failed(removed.error());
    m_context.settings.removeRecentProfile(name);
    emit recentsChanged();
}

void ConnectionFlow::connectProfile(const ConnectionProfile& profile)
{
    emit progressed(tr("Asking the keychain…"));
    const auto future = runOn(m_pool, [store = m_context.credentials, profile] {
        return readPasswords(*store, profile);
    });
    onFinished(future, this, [this, profile](const StoredPasswords& passwords) {
        emit progressed({});
        QMap<DatabaseName, QString> secrets = passwords.values;
        addSittingPasswords(profile, secrets);
        const bool isMissing =
            secrets.size() <
            std::count_if(
                profile.databases.begin(), profile.databases.end(),
                [](const ConnectionProfile::Entry& entry) { return entry.hasStoredPassword; });
        m_context.settings.addRecentProfile(profile.name);
        emit recentsChanged();
        // A password that is kept and was not read is asked for: to sign in without it would only
        // fail, and with words about the server.
        if (isMissing && m_workspace.project())
            openConnectionDialog(profile, passwords);
        else
            connectWith(profile, secrets);
    });
}

void ConnectionFlow::connectSavedProfile(const QString& name)
{
    const auto profile = m_context.profiles.find(name);
    if (!profile) {
        emit failed(profile.error());
        return;
    }
    const auto project = m_workspace.project();
    if (profile->projectFolder.isEmpty() ||
        (project && project->folder() == profile->projectFolder)) {
        connectProfile(*profile);
        return;
    }
    connect(
        &m_workspace, &Workspace::projectOpened, this,
        [this, profile = *profile] { connectProfile(profile); }, Qt::SingleShotConnection);
    openProject(profile->projectFolder);
}

bool ConnectionFlow::reconnect()
{
    const QList<ConnectionProfile> profiles = recents();
    if (!m_context.settings.reconnectsAtStart() || profiles.isEmpty())
        return false;
    const ConnectionProfile& last = profiles.first();
    const auto project = m_workspace.project();
    if (last.environment == core::Environment::Production || !project ||
        last.projectFolder != project->folder())
        return false;
    for (const ConnectionProfile::Entry& entry : last.databases) {
        if (!entry.hasStoredPassword && !entry.parameters.values().contains(u"passfile"_s))
            return false;
    }
    connectProfile(last);
    return true;
}

void ConnectionFlow::connectUrls(const QMap<DatabaseName, core::ConnectionParameters>& urls)
{
    ConnectionProfile profile;
    for (auto it = urls.begin(); it != urls.end(); ++it) {
        if (m_workspace.project()->database(it.key()) == nullptr) {
            core::Error error;
            error.code = u"usage.url"_s;
            error.summary = tr("The project has no database called %1.").arg(it.key().text());
            emit failed(error);
            return;
        }
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
