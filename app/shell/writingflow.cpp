// SPDX-License-Identifier: MIT
#include "app/shell/writingflow.h"

#include "app/revisions/databasepane.h"
#include "app/revisions/newrevisiondialog.h"
#include "app/revisions/rescuedialog.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/storeddowngrade.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/theme/icons.h"
#include "app/widgets/appsettings.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/counted.h"
#include "app/widgets/onfinished.h"

#include <QLocale>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::DatabaseName;
using core::DatabaseStatus;
using core::Result;

WritingFlow::WritingFlow(Workspace& workspace, AppSettings& settings, RevisionsPage& revisions,
                         std::shared_ptr<core::LocalServer> localServer, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_revisions(revisions)
    , m_localServer(std::move(localServer))
    , m_window(window)
    , m_storedDowngrade(new StoredDowngrade(workspace, settings, this))
{}

WritingFlow::~WritingFlow()
{
    m_pool.waitForDone();
}

void WritingFlow::writeRevision()
{
    if (!m_workspace.project())
        return;
    NewRevisionDialog::Context context;
    context.project = m_workspace.project();
    context.sessions = m_workspace.sessions();
    context.localServer = m_localServer;
    // A rehearsal takes real locks, which production is spared until it is unlocked.
    context.rehearses = m_workspace.isWritable();
    if (const DatabasePane* pane = m_revisions.activePane())
        context.database = pane->name();
    auto* dialog = new NewRevisionDialog(context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewRevisionDialog::saved, this,
            [this](const QString&, const DatabaseName& database, const core::RevisionId& revision) {
                reloadAndSelect(database, revision);
            });
    dialog->open();
}

void WritingFlow::reloadAndSelect(const DatabaseName& database, const core::RevisionId& revision)
{
    connect(
        &m_workspace, &Workspace::projectOpened, this,
        [this, database, revision] { m_revisions.selectRevision(database, revision); },
        Qt::SingleShotConnection);
    m_workspace.reloadProject();
}

void WritingFlow::rescue()
{
    for (const DatabaseStatus& status : m_workspace.statuses()) {
        if (status.error || status.unknownRows.isEmpty())
            continue;
        emit progressed(tr("Looking for revision %1…").arg(status.unknownRows.first()));
        const auto future =
            runOn(m_pool, [project = m_workspace.project(), sessions = m_workspace.sessions(),
                           revision = core::RevisionId(status.unknownRows.first())] {
                return core::lookForRevision(*project, revision, sessions);
            });
        onFinished(future, this, [this](const core::Rescue& rescue) {
            emit progressed({});
            showRescue(rescue);
        });
        return;
    }
}

void WritingFlow::showRescue(const core::Rescue& rescue)
{
    if (!m_workspace.project())
        return;
    auto* dialog = new RescueDialog(m_workspace.project(), rescue, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RescueDialog::restoreRequested, this,
            [this, dialog](const core::RevisionDraft& draft) { restore(draft, dialog); });
    dialog->setLocked(
        m_workspace.isWritable() ? QString() : tr("Production is read-only until it is unlocked"));
    connect(dialog, &RescueDialog::downgradeRequested, this,
            [this, dialog](const core::Rescue::Stored& stored) {
                m_storedDowngrade->begin(dialog, stored);
            });
    dialog->open();
}

void WritingFlow::restore(const core::RevisionDraft& draft, RescueDialog* dialog)
{
    const auto future =
        runOn(m_pool, [project = m_workspace.project(), draft]() -> Result<QString> {
            // A file that makes the project unreadable would help nobody.
            const auto copy = core::DraftProject::make(*project, draft);
            if (!copy)
                return core::fail(copy.error().first());
            return core::saveDraft(*project, draft);
        });
    onFinished(future, dialog, [this, dialog, draft](const Result<QString>& path) {
        if (!path) {
            dialog->showError(path.error());
            return;
        }
        dialog->accept();
        reloadAndSelect(draft.database, draft.id);
    });
}

void WritingFlow::reset()
{
    const DatabasePane* pane = m_revisions.activePane();
    if (pane == nullptr || !m_workspace.isWritable())
        return;
    const auto future = runOn(m_pool,
                              [project = m_workspace.project(), sessions = m_workspace.sessions(),
                               name = pane->name()]() -> QList<core::ResetPreview> {
                                  if (!sessions.contains(name))
                                      return {};
                                  return core::previewResets(*project, {name}, sessions);
                              });
    onFinished(future, this, [this](const QList<core::ResetPreview>& previews) {
        for (const core::ResetPreview& preview : previews) {
            if (preview.error)
                emit failed(*preview.error);
            else
                onRightServer(m_workspace, preview.name, m_window,
                              [this, preview] { confirmReset(preview); });
        }
    });
}

void WritingFlow::confirmReset(const core::ResetPreview& preview)
{
    const core::Environment environment = m_workspace.profile().environment;
    const bool production = environment == core::Environment::Production;
    ConfirmByName::Request request;
    request.title = tr("Reset %1").arg(preview.name.text());
    request.consequence =
        tr("%1 and %2 in schema %3 of %4 are dropped.")
            .arg(counted(preview.tables.size(), tr("1 table"), tr("%1 tables")),
                 counted(preview.others.size(), tr("1 other object"), tr("%1 other objects")),
                 preview.schema, preview.status.server.database);
    request.details =
        tr("alembic_version goes too. The schema keeps its owner, grants and comment; "
           "extensions and the log of migrations stay. Export what is needed first.");
    for (const core::ResetPreview::Table& table : preview.tables) {
        request.objects << (table.rows < 0
                                ? tr("table %1").arg(table.name)
                                : tr("table %1, %2")
                                      .arg(table.name, counted(table.rows, tr("about 1 row"),
                                                               tr("about %1 rows"))));
    }
    request.objects += preview.others;
    request.name = production ? preview.status.server.database + u'@' + preview.status.server.host
                              : preview.status.server.database;
    request.actionText = tr("Reset");
    request.environment = core::environmentText(environment);
    request.environmentIcon = environmentIcon(environment);
    request.environmentRole = environmentRole(environment);
    request.asksForBackup = production;
    auto* dialog = new ConfirmByName(request, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, preview] { runReset(preview); });
    dialog->open();
}

void WritingFlow::runReset(const core::ResetPreview& preview)
{
    const core::SessionPtr session = m_workspace.sessions().value(preview.name);
    if (!session)
        return;
    emit progressed(tr("Resetting %1…").arg(preview.name.text()));
    core::RunOptions options;
    options.lockTimeoutMs = m_settings.lockTimeoutMs();
    options.knownServers = m_workspace.knownServers();
    const auto future = runOn(m_pool, [project = m_workspace.project(), session, preview, options] {
        return core::resetDatabase(*project, *session, preview, options);
    });
    onFinished(future, this, [this](const Result<DatabaseStatus>& status) {
        emit progressed({});
        if (!status)
            emit failed(status.error());
        m_workspace.refresh();
    });
}

} // namespace socrates::ui
