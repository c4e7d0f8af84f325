// SPDX-License-Identifier: MIT
#include "app/shell/settlingflow.h"

#include "app/revisions/recognitiondialog.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/widgets/appsettings.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/onfinished.h"
#include "core/engine/everydatabase.h"

#include <QDir>
#include <QFileDialog>
#include <QLocale>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Recognition;
using core::Result;

SettlingFlow::SettlingFlow(Workspace& workspace, AppSettings& settings, QWidget* window)
    : QObject(window), m_workspace(workspace), m_settings(settings), m_window(window)
{}

SettlingFlow::~SettlingFlow()
{
    m_pool.waitForDone();
}

QString SettlingFlow::lockReason() const
{
    if (!m_workspace.isWritable())
        return tr("Production is read-only until it is unlocked");
    return {};
}

void SettlingFlow::open(const core::DatabaseName& database)
{
    if (!m_workspace.isConnected() || m_workspace.isRunning() || !m_workspace.project())
        return;
    m_asked = database;
    if (m_dialog)
        m_dialog->close();
    m_dialog = new RecognitionDialog(lockReason(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RecognitionDialog::lookRequested, this, &SettlingFlow::look);
    connect(m_dialog, &RecognitionDialog::applyRequested, this, &SettlingFlow::choose);
    connect(m_dialog, &RecognitionDialog::exportRequested, this, &SettlingFlow::chooseFolder);
    m_dialog->open();
    look();
}

void SettlingFlow::look()
{
    if (!m_dialog || !m_workspace.isConnected())
        return;
    m_dialog->showBusy(tr("Comparing the tables with each revision…"));
    const auto future =
        runOn(m_pool, [project = m_workspace.project(), sessions = m_workspace.sessions(),
                       source = m_workspace.expectedSource()] {
            return core::askEveryDatabase<Recognition>(
                *project, sessions,
                [&](core::Connection& connection, const core::DatabaseName& name,
                    const QString& role) -> Result<Recognition> {
                    return core::recognise(connection, *project, name, source, role);
                });
        });
    onFinished(future, m_dialog.data(), [this](const QList<Recognition>& recognitions) {
        m_dialog->setRecognitions(recognitions, m_asked);
    });
}

void SettlingFlow::choose(const Recognition& recognition, const QString& offerId)
{
    const Recognition::Offer* offer = recognition.offer(offerId);
    if (offer == nullptr)
        return;
    if (!offer->destroysData) {
        apply(recognition, offerId, false);
        return;
    }
    const core::Environment environment = m_workspace.profile().environment;
    const bool production = environment == core::Environment::Production;
    const core::ServerInfo& server = recognition.status.server;
    ConfirmByName::Request request;
    request.title = tr("Put %1 Right").arg(recognition.name.text());
    request.consequence = tr("On %1 this is deleted for good:").arg(server.serverText());
    request.objects = offer->losses;
    request.name = production ? server.database + u'@' + server.host : server.database;
    request.actionText = tr("Apply");
    request.environment = core::environmentText(environment);
    request.environmentIcon = environmentIcon(environment);
    request.environmentRole = environmentRole(environment);
    request.asksForBackup = production;
    auto* dialog = new ConfirmByName(request, m_dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, recognition, offerId] { apply(recognition, offerId, false); });
    dialog->open();
}

void SettlingFlow::apply(const Recognition& recognition, const QString& offer, bool acceptsServer)
{
    const core::SessionPtr session = m_workspace.sessions().value(recognition.name);
    if (!session || !m_dialog || m_workspace.isRunning())
        return;
    m_dialog->showBusy(tr("Putting %1 right…").arg(recognition.name.text()));
    core::RunOptions options;
    options.lockTimeoutMs = m_settings.lockTimeoutMs();
    options.statementTimeoutMs = m_settings.statementTimeoutMs();
    options.knownServers = m_workspace.knownServers();
    options.acceptsServer = acceptsServer;
    const auto future = runOn(m_pool, [project = m_workspace.project(), session, recognition, offer,
                                       source = m_workspace.expectedSource(), options] {
        return core::applyOffer(*project, *session, recognition, offer, source, options);
    });
    onFinished(future, this, [this, recognition, offer](const Result<Recognition>& after) {
        finish(recognition, offer, after);
    });
}

void SettlingFlow::finish(const Recognition& recognition, const QString& offer,
                          const Result<Recognition>& after)
{
    m_workspace.refresh();
    if (!m_dialog)
        return;
    if (after) {
        m_dialog->replace(*after);
        m_dialog->showDone(
            tr("Done, and looked at again: %1 is %2.").arg(after->name.text(), after->sentence));
        return;
    }
    m_dialog->showError(after.error());
    if (after.error().code == "server.changed"_L1) {
        askToAcceptServer(m_workspace.profile().environment, after.error(), tr("Apply Anyway"),
                          m_dialog,
                          [this, recognition, offer] { apply(recognition, offer, true); });
    }
}

void SettlingFlow::chooseFolder(const Recognition& recognition)
{
    auto* chooser = new QFileDialog(m_dialog, tr("Folder for the CSV Files"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(u"exportRowsDialog"_s);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, recognition](const QString& folder) { exportRows(recognition, folder); });
    chooser->open();
}

void SettlingFlow::exportRows(const Recognition& recognition, const QString& folder)
{
    const core::SessionPtr session = m_workspace.sessions().value(recognition.name);
    if (!session || !m_dialog)
        return;
    m_dialog->showBusy(tr("Exporting the rows…"));
    const auto future = session->submit([forecast = recognition.misplacedRows(), folder,
                                         role = session->role()](core::Connection& connection) {
        return core::exportLosses(connection, forecast, folder, role);
    });
    onFinished(future, m_dialog.data(), [this](const Result<QList<core::ExportedRows>>& exported) {
        if (!exported) {
            m_dialog->showError(exported.error());
            return;
        }
        QStringList files;
        for (const core::ExportedRows& one : *exported)
            files << tr("%1 (%2 rows)")
                         .arg(QDir::toNativeSeparators(one.file), QLocale().toString(one.rows));
        m_dialog->showDone(tr("Exported: %1").arg(files.join(u", "_s)));
    });
}

} // namespace socrates::ui
