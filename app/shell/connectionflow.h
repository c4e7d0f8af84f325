// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/appcontext.h"
#include "core/base/names.h"
#include "core/base/result.h"
#include "core/engine/databasestatus.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

class QWidget;

namespace socrates::ui {

class ConnectionDialog;
class Workspace;
struct StoredPasswords;

/// The ways to a project and to its databases: dialogs, saved profiles with their passwords, the
/// private server. Says what it does by signals; the workspace does the connecting.
class ConnectionFlow final : public QObject
{
    Q_OBJECT
public:
    ConnectionFlow(AppContext& context, Workspace& workspace, QWidget* window);
    ~ConnectionFlow() override;

    void chooseProject();
    void openProject(const QString& folder);
    /// The connection dialog on the current profile; the file at `importPath` or the
    /// connection's own text is read into it.
    void editConnection(const QString& importPath = {}, const QString& importText = {});
    /// From an administrator's login to databases that exist, with a connection of their own.
    void createDatabases();
    /// Asks for a .env or alembic.ini, then the same.
    void chooseEnvFile();
    void connectProfile(const core::ConnectionProfile& profile);
    void connectSavedProfile(const QString& name);
    void connectUrls(const QMap<core::DatabaseName, core::ConnectionParameters>& urls);
    void usePrivateServer();
    /// To what was last open, if that is wanted and harmless: not production, and every password
    /// is in the keychain or needless. False: nothing is done.
    bool reconnect();
    /// Saved profiles, last used first.
    QList<core::ConnectionProfile> recents() const;
    void removeRecent(const QString& name);

signals:
    void recentsChanged();
    /// Something is under way ("Starting the private server…"); empty: nothing is.
    void progressed(const QString& text);
    void failed(const socrates::core::Error& error);
    /// The databases just created have answered, and their person asked for the upgrade with them.
    void upgradeWanted();

private:
    void connectWith(const core::ConnectionProfile& profile,
                     const QMap<core::DatabaseName, QString>& passwords);
    void keep(core::ConnectionProfile profile, const QMap<core::DatabaseName, QString>& passwords,
              bool inKeychain);
    void save(const core::ConnectionProfile& profile);
    void openConnectionDialog(const core::ConnectionProfile& profile,
                              const StoredPasswords& passwords, const QString& importPath = {},
                              const QString& importText = {});
    /// Notes in the saved profile where its connections lead: what is new, and after a run that did
    /// what it should whatever it is.
    void rememberServers(const QList<core::DatabaseStatus>& statuses, bool replaces);
    void addSittingPasswords(const core::ConnectionProfile& profile,
                             QMap<core::DatabaseName, QString>& secrets) const;
    /// Whether a keychain answers at all, told while `asker` is there.
    void probeKeychain(QObject* asker, const std::function<void()>& ifThereIsNone);
    void unlockKeyring(ConnectionDialog* dialog, const core::ConnectionProfile& profile);
    void openProvisionDialog(const core::ConnectionProfile& profile,
                             const QMap<core::DatabaseName, QString>& passwords);

    AppContext& m_context;
    Workspace& m_workspace;
    QWidget* m_window;
    /// Passwords of this sitting, by credential key: for reconnecting where no keychain answers.
    QMap<QString, QString> m_sitting;
    bool m_isAwaiting = false; ///< it was told that a server is waited for
    QThreadPool m_pool;
};

} // namespace socrates::ui
