// SPDX-License-Identifier: MIT
#include "app/shell/mainwindow.h"

#include "app/map/mappage.h"
#include "app/problems/problemspanel.h"
#include "app/revisions/revisionspage.h"
#include "app/runs/activitypage.h"
#include "app/runs/runpanel.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/migrationflow.h"
#include "app/shell/runnotifier.h"
#include "app/shell/statusline.h"
#include "app/shell/viewstate.h"
#include "app/shell/windowactions.h"
#include "app/shell/workspace.h"
#include "app/verification/verificationpage.h"
#include "app/widgets/counted.h"
#include "app/widgets/inlinemessage.h"

#include <QDir>
#include <QDockWidget>
#include <QFileInfo>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

QString projectText(const Workspace& workspace)
{
    const auto project = workspace.project();
    return project ? QDir::toNativeSeparators(project->folder())
                   : MainWindow::tr("No project open");
}

/// Ends in the environment, so that the taskbar says it too.
QString titleOf(const Workspace& workspace)
{
    QStringList parts{MainWindow::tr("Socrates Admin")};
    if (workspace.project())
        parts.prepend(QFileInfo(workspace.project()->folder()).fileName());
    if (workspace.isConnected() && !workspace.profile().name.isEmpty())
        parts.prepend(workspace.profile().name);
    QString title = parts.join(u" - "_s);
    if (workspace.isConnected()) {
        QString word = core::environmentText(workspace.profile().environment).toLower();
        word[0] = word.at(0).toUpper();
        title += u" ["_s + word + u']';
    }
    return title;
}

} // namespace

void MainWindow::showProject()
{
    m_problems->clear();
    m_banner->hide();
    m_context.settings.setLastProjectFolder(m_workspace->project()->folder());
    // The panes are made anew with their project.
    saveViews(*this, m_context.settings);
    m_revisions->setProject(m_workspace->project());
    restoreViews(*this, m_context.settings);
    m_verification->setProject(*m_workspace->project());
    m_map->setProject(m_workspace->project());
    core::ExpectedSchemaSource::Options options;
    if (m_context.localServer->state() == core::LocalServer::State::Running) {
        if (const auto admin = m_context.localServer->adminParameters())
            options.replayServer = *admin;
    }
    m_workspace->setExpectedSource(core::ExpectedSchemaSource(options));
    showConnection();
}

void MainWindow::showProjectErrors(const core::Errors& errors)
{
    m_banner->showMessage(InlineMessage::Kind::Error,
                          counted(errors.size(),
                                  tr("The project has a fault; nothing of it is run."),
                                  tr("The project has %1 faults; nothing of it is run.")),
                          errors.isEmpty() ? QString() : errors.first().summary);
    m_problems->setProblems(errors);
    showProblems();
    emit settled();
}

void MainWindow::showConnection()
{
    const bool connected = m_workspace->isConnected();
    showConnectionInBars();
    if (!connected) {
        m_revisions->clearStatuses();
        m_verification->setVerifications({});
        m_map->setLive({});
        m_activity->clear();
    }
    const QString reason = connected ? QString() : tr("Not connected");
    m_verification->setUnavailable(reason);
    m_activity->setUnavailable(reason);
    m_isHistoryStale = true;
    showMapState();
    lookForMap();
    m_migrations->updateLock();
}

void MainWindow::showConnectionInBars()
{
    if (m_workspace->isConnected()) {
        m_strip->showProfile(m_workspace->profile(), projectText(*m_workspace),
                             m_workspace->isWritable());
    } else {
        m_strip->showDisconnected(projectText(*m_workspace));
        m_status->showConnections({});
    }
    setWindowTitle(titleOf(*m_workspace));
    enableActions(*m_actions, *m_workspace);
}

/// The map shows what a verification saw: one look at the databases serves both.
void MainWindow::lookForMap()
{
    if (page() != Page::Map)
        return;
    m_showsVerificationNext = false; // who looks at the map wants to stay there
    if (m_workspace->project() && std::exchange(m_isHistoryStale, false))
        m_workspace->readHistories();
    if (m_isMapStale && m_workspace->isConnected() && !m_workspace->isRefreshing())
        m_workspace->verify();
}

void MainWindow::showMapState()
{
    const bool connected = m_workspace->isConnected();
    m_map->setBusy(m_workspace->isVerifying(), tr("Reading the catalogs…"));
    m_map->setUnavailable(connected ? QString()
                                    : tr("Not connected. The map shows what is in the databases."),
                          connected                ? tr("Read the Databases")
                          : m_workspace->project() ? tr("Use a Private Server")
                                                   : QString());
}

void MainWindow::showStatus(const core::DatabaseStatus& status)
{
    m_revisions->setStatus(status);
    m_status->showConnections(m_workspace->statuses());
    enableActions(*m_actions, *m_workspace);
}

void MainWindow::showPlanProblem(const core::Error& error)
{
    if (error.code != "version.changed"_L1)
        return;
    m_problems->setProblems({error});
    showProblems();
    resizeDocks({m_problemsDock}, {height() * kPanelShare / 100}, Qt::Vertical);
}

void MainWindow::finishRun(const core::RunReport& report)
{
    m_status->hideProgress();
    QStringList told;
    for (const core::StepOutcome& step : report.steps) {
        if (step.state == core::StepState::Failed && step.error) {
            m_problems->addProblem(*step.error);
            told << step.error->summary;
        }
    }
    if (report.firstError && !told.contains(report.firstError->summary))
        m_problems->addProblem(*report.firstError);
    const bool failed =
        report.result == core::RunResult::RolledBack || report.result == core::RunResult::Unknown;
    if (failed) {
        showProblems();
        resizeDocks({m_problemsDock}, {height() * kPanelShare / 100}, Qt::Vertical);
        if (report.firstError && !report.firstError->revision.isEmpty())
            m_revisions->selectRevision(core::DatabaseName(report.firstError->database),
                                        core::RevisionId(report.firstError->revision));
    }
    m_showsVerificationNext = report.result == core::RunResult::Applied;
    m_status->showChecked(m_context.clock.now());
    m_notifier->showResult(m_run->resultText(), !failed,
                           m_runStarted.secsTo(m_context.clock.now()));
    enableActions(*m_actions, *m_workspace);
    if (m_closesAfterRun)
        close();
}

void MainWindow::finishRehearsal(const core::Rehearsal& rehearsal)
{
    m_status->hideProgress();
    const bool isStop = rehearsal.result == core::RehearsalResult::Stopped;
    // Its line in the file is opened from there.
    if (rehearsal.firstError && !isStop)
        m_problems->addProblem(*rehearsal.firstError);
    m_notifier->showResult(m_run->resultText(), !rehearsal.firstError || isStop,
                           m_runStarted.secsTo(m_context.clock.now()));
    enableActions(*m_actions, *m_workspace);
    if (m_closesAfterRun)
        close();
}

void MainWindow::showVerifications(const QList<core::DatabaseVerification>& verifications)
{
    m_verification->setBusy(false);
    m_verification->setVerifications(verifications);
    m_isMapStale = false;
    m_map->setLive(verifications);
    showMapState();
    m_status->showActivity({});
    for (const core::DatabaseVerification& verification : verifications) {
        if (verification.error)
            m_problems->addProblem(*verification.error);
    }
    if (std::exchange(m_showsVerificationNext, false)) {
        m_runDock->hide();
        showPage(Page::Verification);
    }
    enableActions(*m_actions, *m_workspace);
}

} // namespace socrates::ui
