// SPDX-License-Identifier: MIT
#include "app/shell/backupflow.h"

#include "app/runs/backupsdialog.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/onfinished.h"

#include <QLocale>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Backup;
using core::Result;

namespace {

QString textOf(const core::Error& error)
{
    QStringList parts{error.summary};
    if (!error.detail.isEmpty())
        parts << error.detail;
    if (!error.hint.isEmpty())
        parts << error.hint;
    return parts.join(u'\n');
}

struct Job
{
    core::ConnectionParameters parameters;
    Backup what;
};

using Bytes = std::function<void(const QString& database, qint64 bytes)>;

Result<QList<Backup>> makeAll(const QList<Job>& jobs, const core::CancelToken& token,
                              const Bytes& progress)
{
    QList<Backup> backups;
    for (const Job& job : jobs) {
        const auto connection = core::Connection::open(job.parameters, 15000, token);
        if (!connection)
            return core::fail(connection.error());
        const auto made = core::backups::make(
            **connection, job.what, core::backups::defaultFolder(), token,
            [&](qint64 bytes) { progress((*connection)->server().database, bytes); });
        if (!made)
            return core::fail(made.error());
        backups << *made;
    }
    return backups;
}

} // namespace

BackupFlow::BackupFlow(Workspace& workspace, QWidget* window)
    : QObject(window), m_workspace(workspace), m_window(window)
{}

BackupFlow::~BackupFlow()
{
    stop();
    m_pool.waitForDone();
}

void BackupFlow::stop()
{
    m_token.cancel();
}

void BackupFlow::open()
{
    m_dialog = new BackupsDialog(core::backups::defaultFolder(),
                                 m_workspace.isConnected() && m_workspace.isWritable(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &BackupsDialog::backupRequested, this, &BackupFlow::backUpAll);
    connect(m_dialog, &BackupsDialog::stopRequested, this, &BackupFlow::stop);
    connect(m_dialog, &BackupsDialog::restoreRequested, this,
            [this](const Backup& backup, const QString& database) {
                restore(backup, database, false);
            });
    readList();
    m_dialog->open();
}

void BackupFlow::readList()
{
    const auto future =
        runOn(m_pool, [] { return core::backups::list(core::backups::defaultFolder()); });
    onFinished(future, this, [this](const QList<Backup>& backups) {
        if (m_dialog)
            m_dialog->setBackups(backups);
    });
}

void BackupFlow::tell(const QString& text, bool isBusy)
{
    if (m_dialog)
        m_dialog->showState(text, isBusy);
}

void BackupFlow::backUpAll()
{
    QList<core::DatabaseName> read;
    QStringList leftOut;
    for (const core::DatabaseName& name : m_workspace.sessions().keys()) {
        if (const auto obstacle = obstacleOf(name))
            leftOut << obstacle->database + u": "_s + textOf(*obstacle);
        else
            read << name;
    }
    if (read.isEmpty()) {
        tell(tr("Nothing was backed up.") + u'\n' + leftOut.join(u'\n'), false);
        return;
    }
    tell(tr("Backing up…"), true);
    backUp(
        read, [this](const QString& text) { tell(text, true); },
        [this, leftOut](const Result<QList<Backup>>& made) {
            if (!made)
                tell(textOf(made.error()), false);
            else if (leftOut.isEmpty())
                tell(tr("Backed up, and read back."), false);
            else
                tell(tr("Backed up, and read back, except:") + u'\n' + leftOut.join(u'\n'), false);
            readList();
        });
}

std::optional<core::Error> BackupFlow::obstacleOf(const core::DatabaseName& name) const
{
    const auto& statuses = m_workspace.statusMap();
    const auto status = statuses.constFind(name);
    if (m_workspace.sessions().contains(name) && status != statuses.constEnd() && !status->error)
        return std::nullopt;
    // The list of backups says at which revision each one is.
    core::Error error{.code = u"conn.lost"_s,
                      .summary = tr("It was not read yet. Refresh, then try again.")};
    if (status != statuses.constEnd() && status->error)
        error = *status->error;
    error.database = name.text();
    return error;
}

void BackupFlow::backUp(const QList<core::DatabaseName>& databases, const Progress& progress,
                        const Done& done)
{
    QList<Job> jobs;
    for (const core::DatabaseName& name : databases) {
        if (const auto obstacle = obstacleOf(name)) {
            done(core::fail(*obstacle));
            return;
        }
        Backup what;
        what.name = name.text();
        what.revisions = m_workspace.statusMap().value(name).versionTable.rows;
        jobs << Job{m_workspace.sessions().value(name)->parameters(), what};
    }
    m_token = core::CancelToken();
    // The pool is waited for before this is gone.
    const auto told = [this, progress](const QString& database, qint64 bytes) {
        QMetaObject::invokeMethod(this, [progress, database, bytes] {
            progress(
                tr("Backing up %1: %2 so far…").arg(database, QLocale().formattedDataSize(bytes)));
        });
    };
    const auto future =
        runOn(m_pool, [jobs, token = m_token, told] { return makeAll(jobs, token, told); });
    onFinished(future, this, done);
}

void BackupFlow::findObstacle(const QList<core::DatabaseName>& databases,
                              const std::function<void(const std::optional<core::Error>&)>& done)
{
    int newest = 0;
    for (const core::DatabaseName& name : databases)
        newest = qMax(newest, m_workspace.statusMap().value(name).server.major());
    const auto future = runOn(m_pool, [newest]() -> std::optional<core::Error> {
        const auto programs = core::backups::programsFor(newest);
        return programs ? std::nullopt : std::optional(programs.error());
    });
    onFinished(future, this, done);
}

void BackupFlow::restore(const Backup& backup, const QString& database, bool replaces)
{
    const core::SessionPtr session = m_workspace.sessions().value(core::DatabaseName(backup.name));
    if (!session) {
        tell(tr("Connect %1 first: a backup is restored on its server.").arg(backup.name), false);
        return;
    }
    onRightServer(m_workspace, session->name(), m_window,
                  [this, session, backup, database, replaces] {
                      restoreOn(session, backup, database, replaces);
                  });
}

void BackupFlow::restoreOn(const core::SessionPtr& session, const Backup& backup,
                           const QString& database, bool replaces)
{
    m_token = core::CancelToken();
    tell(tr("Restoring %1…").arg(database), true);
    const core::ServerIdentity seen = m_workspace.knownServers().value(session->name());
    const core::ConnectionParameters parameters = session->parameters();
    const core::ConnectionProfile profile = m_workspace.profile();
    QMap<core::DatabaseName, QString> passwords;
    for (const core::SessionPtr& each : m_workspace.sessions())
        passwords.insert(each->name(), each->parameters().password());
    // A database that somebody is connected to cannot be renamed, and we are.
    if (replaces)
        m_workspace.disconnectAll();
    const auto future = runOn(
        m_pool,
        [name = session->name(), seen, backup, database, replaces, parameters,
         token = m_token]() -> Result<QString> {
            const auto connection = core::backups::connectBeside(parameters, token);
            if (!connection)
                return core::fail(connection.error());
            if (const auto isRight = core::checkSameServer(**connection, name, seen); !isRight)
                return core::fail(isRight.error());
            return core::backups::restore(**connection, backup.file, database, replaces, token);
        });
    onFinished(future, this,
               [this, backup, database, replaces, profile, passwords](const Result<QString>& kept) {
                   if (replaces)
                       m_workspace.connectTo(profile, passwords);
                   finishRestore(backup, database, kept);
               });
}

void BackupFlow::finishRestore(const Backup& backup, const QString& database,
                               const Result<QString>& kept)
{
    if (kept) {
        tell(kept->isEmpty()
                 ? tr("%1 is restored.").arg(database)
                 : tr("%1 is restored. What was there before is kept as %2.").arg(database, *kept),
             false);
        return;
    }
    tell(textOf(kept.error()), false);
    if (kept.error().code != "backup.exists"_L1 || !m_dialog)
        return;
    ConfirmByName::Request request;
    request.title = tr("Replace %1").arg(database);
    request.consequence =
        tr("%1 will be replaced by its backup; what is in it now is kept under another name.")
            .arg(database);
    request.name = database;
    request.actionText = tr("Replace");
    request.environment = core::environmentText(m_workspace.profile().environment);
    request.environmentIcon = environmentIcon(m_workspace.profile().environment);
    request.environmentRole = environmentRole(m_workspace.profile().environment);
    auto* dialog = new ConfirmByName(request, m_dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, backup, database] { restore(backup, database, true); });
    dialog->open();
}

} // namespace socrates::ui
