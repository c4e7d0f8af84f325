// SPDX-License-Identifier: MIT
#include "app/shell/mainwindow.h"

#include "app/home/homepage.h"
#include "app/map/mappage.h"
#include "app/problems/problemspanel.h"
#include "app/revisions/revisionspage.h"
#include "app/runs/activitypage.h"
#include "app/runs/planpage.h"
#include "app/runs/runpanel.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/dropflow.h"
#include "app/shell/editor.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/migrationflow.h"
#include "app/shell/recoveryflow.h"
#include "app/shell/referencesrun.h"
#include "app/shell/reportflow.h"
#include "app/shell/runnotifier.h"
#include "app/shell/settlingflow.h"
#include "app/shell/statusline.h"
#include "app/shell/undoproving.h"
#include "app/shell/windowactions.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/shell/writingflow.h"
#include "app/verification/verificationpage.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/onfinished.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QTimer>

namespace socrates::ui {

namespace {

/// How often the version rows are looked at for what others did: one small query a database.
constexpr int kLookForMovesMs = 10000;
/// When the window has long been seen, and nobody has moved the mouse yet.
constexpr int kAfterFirstPaintMs = 150;

} // namespace

using namespace Qt::StringLiterals;

using core::Error;

void MainWindow::connectWorkspace()
{
    Workspace* w = m_workspace;
    connect(w, &Workspace::projectOpened, this, &MainWindow::showProject);
    connect(w, &Workspace::projectFailed, this, &MainWindow::showProjectErrors);
    connect(w, &Workspace::connectionChanged, this, &MainWindow::showConnection);
    connect(w, &Workspace::refreshStarted, this, [this] {
        if (page() == Page::Home)
            showPage(Page::Revisions);
        for (const auto& database : m_workspace->project()->databases()) {
            if (m_workspace->profile().databases.contains(database.name))
                m_revisions->setBusyText(database.name, tr("reading…"));
        }
        enableActions(*m_actions, *m_workspace);
    });
    connect(w, &Workspace::statusChanged, this, &MainWindow::showStatus);
    connect(w, &Workspace::refreshFinished, this, [this] {
        m_status->showChecked(m_context.clock.now());
        enableActions(*m_actions, *m_workspace);
        m_isMapStale = true;
        lookForMap();
        emit settled();
    });
    const auto showRun = [this] {
        m_runStarted = m_context.clock.now();
        m_banner->hide();
        m_runDock->show();
        m_runDock->raise();
        resizeDocks({m_runDock}, {height() * kPanelShare / 100}, Qt::Vertical);
        enableActions(*m_actions, *m_workspace);
    };
    connect(w, &Workspace::runStarted, this, [this, showRun] {
        showPage(Page::Revisions);
        showRun();
    });
    connect(w, &Workspace::rehearsalStarted, this, showRun);
    connect(w, &Workspace::movedElsewhere, this,
            [this](const core::DatabaseName& database, const QStringList& rows) {
                m_status->showActivity(
                    tr("Somebody else moved %1: it is now at %2")
                        .arg(database.text(), rows.isEmpty() ? tr("base") : rows.join(u", "_s)));
            });
    connect(w, &Workspace::endTheirsFailed, m_problems, &ProblemsPanel::addProblem);
    connect(w, &Workspace::halfNotEnded, m_problems, &ProblemsPanel::addProblem);
    new RecoveryFlow(*w, *m_recovery, this);
    auto* look = new QTimer(this);
    look->setInterval(kLookForMovesMs);
    connect(look, &QTimer::timeout, this, [this] {
        if (isVisible() && !isMinimized())
            m_workspace->lookForMoves();
    });
    look->start();
    connect(w, &Workspace::verifyStarted, this, [this] {
        m_verification->setBusy(true, tr("Comparing the catalogs with the expected schema…"));
        m_status->showActivity(tr("Verifying…"));
        enableActions(*m_actions, *m_workspace);
    });
    connect(w, &Workspace::verified, this, &MainWindow::showVerifications);
    connect(w, &Workspace::logRead, m_revisions, &RevisionsPage::setLog);
    connect(w, &Workspace::logRead, m_activity, &ActivityPage::setEntries);
}

void MainWindow::connectPages()
{
    connect(m_strip, &EnvironmentStrip::unlockRequested, this, &MainWindow::askUnlock);
    const auto askToConnect = [this] { m_connections->editConnection(); };
    connect(m_strip, &EnvironmentStrip::connectRequested, this, askToConnect);
    connect(m_verification, &VerificationPage::connectRequested, this, askToConnect);
    connect(m_activity, &ActivityPage::connectRequested, this, askToConnect);
    connect(m_strip, &EnvironmentStrip::lockRequested, this,
            [this] { m_workspace->setUnlocked(false); });
    connect(m_filter, &QLineEdit::textChanged, this, &MainWindow::applyFilter);
    connect(m_revisions, &RevisionsPage::openProjectRequested, this,
            [this] { m_connections->chooseProject(); });
    connect(m_revisions, &RevisionsPage::refreshRequested, m_workspace, &Workspace::refresh);
    connect(m_verification, &VerificationPage::verifyRequested, m_workspace, &Workspace::verify);
    connect(m_activity, &ActivityPage::refreshRequested, m_workspace, &Workspace::readLogs);
    const auto showRevision = [this](const core::DatabaseName& database,
                                     const core::RevisionId& revision) {
        showPage(Page::Revisions);
        m_revisions->selectRevision(database, revision);
    };
    connect(m_verification, &VerificationPage::revisionLinkActivated, this, showRevision);
    connect(m_problems, &ProblemsPanel::revisionRequested, this, showRevision);
}

void MainWindow::connectReports()
{
    connect(m_verification, &VerificationPage::exportRequested, m_reports,
            &ReportFlow::chooseAndExport);
    connect(m_reports, &ReportFlow::written, this, [this](const QString& filePath) {
        m_banner->showMessage(InlineMessage::Kind::Information,
                              tr("The report was written to %1.").arg(filePath));
    });
    connect(m_reports, &ReportFlow::failed, this, [this](const Error& error) {
        m_banner->showMessage(InlineMessage::Kind::Error, error.summary, error.detail);
    });
}

void MainWindow::connectProblems()
{
    connect(m_problems, &ProblemsPanel::fileRequested, this,
            [this](const core::SourceLocation& where) {
                const auto opened = openInEditor(m_context.settings.editorCommand(), where);
                if (!opened)
                    m_banner->showMessage(InlineMessage::Kind::Warning, opened.error().summary,
                                          opened.error().hint);
            });
    connect(m_workspace, &Workspace::planFailed, this, &MainWindow::showPlanProblem);
    connect(m_workspace, &Workspace::fileSettled, this,
            [this](const core::RevisionId& revision, const QString& kept) {
                m_problems->clear();
                m_banner->showMessage(
                    InlineMessage::Kind::Information,
                    kept.isEmpty()
                        ? tr("The file of %1 is accepted as it is.").arg(revision.text())
                        : tr("%1 says again what was applied. What was changed is kept as %2.")
                              .arg(revision.text(), kept));
            });
    connect(m_problems, &ProblemsPanel::fileRestoreRequested, m_workspace, &Workspace::restoreFile);
    connect(m_problems, &ProblemsPanel::fileAcceptRequested, this,
            [this](const core::DatabaseName& database, const core::RevisionId& revision) {
                onRightServer(*m_workspace, database, this, [this, database, revision] {
                    m_workspace->acceptFile(database, revision);
                });
            });
    // A revision is tried again by way of its plan; of anything else a fresh look tells.
    connect(m_problems, &ProblemsPanel::retryRequested, this, [this](const Error& problem) {
        if (problem.revision.isEmpty() || !m_workspace->isWritable())
            m_workspace->refresh();
        else
            m_migrations->planAgain();
    });
    connect(m_problems, &ProblemsPanel::countChanged, this, [this](int count) {
        m_problemsDock->setWindowTitle(count > 0 ? tr("Problems (%1)").arg(count) : tr("Problems"));
        if (count == 0)
            m_problemsDock->hide();
    });
}

void MainWindow::connectRunPanel()
{
    connect(m_run, &RunPanel::upgradeRequested, this, [this] {
        if (m_workspace->isConnected())
            m_actions->action(u"migrate.upgrade"_s)->trigger();
        else
            m_connections->editConnection(); // what it takes first
    });
    connect(m_run, &RunPanel::progressChanged, m_status, &StatusLine::showProgress);
    connect(m_run, &RunPanel::progressChanged, m_notifier, &RunNotifier::showProgress);
    connect(m_status, &StatusLine::stopRequested, m_workspace, &Workspace::stopAfterStep);
}

void MainWindow::connectDrops()
{
    auto* drops = new DropFlow(*m_workspace, this);
    connect(drops, &DropFlow::folderDropped, m_connections, &ConnectionFlow::openProject);
    connect(drops, &DropFlow::connectionsDropped, m_connections, &ConnectionFlow::editConnection);
}

void MainWindow::connectProving()
{
    connect(m_revisions, &RevisionsPage::proveRequested, m_proving,
            [this](const core::DatabaseName& database, const core::RevisionId& revision) {
                m_proving->prove(database, {revision});
            });
    connect(m_proving, &UndoProving::proofsChanged, m_revisions, &RevisionsPage::setProofs);
    connect(m_proving, &UndoProving::failed, m_problems, &ProblemsPanel::addProblem);
    QAction* action = m_actions->action(u"migrate.prove"_s);
    connect(m_proving, &UndoProving::progressed, this,
            [this, action, rest = action->text()](const QString& text) {
                m_status->showActivity(text);
                action->setText(text.isEmpty() ? rest : tr("Stop &Proving Undo"));
            });
}

void MainWindow::connectMap()
{
    connect(
        m_map, &MapPage::tableActivated, this,
        [this](const core::DatabaseName& database, const QString& schema, const QString& table) {
            showPage(Page::Verification);
            m_verification->selectTable(database, schema, table);
        });
    connect(m_map, &MapPage::revisionRequested, this,
            [this](const core::DatabaseName& database, const core::RevisionId& revision) {
                showPage(Page::Revisions);
                m_revisions->selectRevision(database, revision);
            });
    connect(m_workspace, &Workspace::historyRead, m_map, &MapPage::setHistory);
    connect(m_workspace, &Workspace::historyMissing, m_map, &MapPage::setHistoryMissing);
    connect(m_map, &MapPage::helpRequested, this, [this] {
        if (m_workspace->isConnected())
            m_workspace->verify();
        else
            m_connections->usePrivateServer();
    });
    connect(m_map, &MapPage::exportFailed, this, [this](const Error& error) {
        m_banner->showMessage(InlineMessage::Kind::Error, error.summary, error.detail);
    });
    connect(m_workspace, &Workspace::verifyStarted, this, &MainWindow::showMapState);
}

void MainWindow::connectReferences()
{
    connect(m_references, &ReferencesRun::changed, this, [this] {
        m_verification->setReferences(m_references->references(), m_references->isReadingRows());
        for (const core::ReferenceCheck& check : m_references->references()) {
            if (check.error && !check.error->isKind("stopped"_L1))
                m_problems->addProblem(*check.error);
        }
    });
    connect(m_references, &ReferencesRun::progressed, m_verification,
            &VerificationPage::setReferenceProgress);
    connect(m_verification, &VerificationPage::checkRowsRequested, m_references,
            &ReferencesRun::checkRows);
    connect(m_verification, &VerificationPage::cancelRowsRequested, m_references,
            &ReferencesRun::cancel);
}

void MainWindow::connectWriting()
{
    const auto on = [this](const QString& id, auto slot) {
        connect(m_actions->action(id), &QAction::triggered, m_writing, slot);
    };
    on(u"revision.new"_s, &WritingFlow::writeRevision);
    on(u"revision.rescue"_s, &WritingFlow::rescue);
    on(u"revision.reset"_s, &WritingFlow::reset);
    connect(m_revisions, &RevisionsPage::rescueRequested, m_writing, &WritingFlow::rescue);
    connect(m_revisions, &RevisionsPage::newRevisionRequested, m_writing,
            &WritingFlow::writeRevision);
    connect(m_revisions, &RevisionsPage::clearFilterRequested, m_filter, &QLineEdit::clear);
    connect(m_actions->action(u"tools.recognise"_s), &QAction::triggered, m_settling,
            [this] { m_settling->open(); });
    connect(m_revisions, &RevisionsPage::recogniseRequested, m_settling, &SettlingFlow::open);
    connect(m_problems, &ProblemsPanel::recogniseRequested, m_settling, &SettlingFlow::open);
    connect(m_writing, &WritingFlow::progressed, m_status, &StatusLine::showActivity);
    connect(m_writing, &WritingFlow::failed, this, [this](const Error& error) {
        m_banner->showMessage(InlineMessage::Kind::Error, error.summary, error.hint);
        m_problems->addProblem(error);
    });
}

void MainWindow::connectFlows()
{
    ConnectionFlow* c = m_connections;
    connect(m_home, &HomePage::connectRequested, c, [c] { c->editConnection(); });
    connect(m_home, &HomePage::createDatabasesRequested, c, &ConnectionFlow::createDatabases);
    connect(m_home, &HomePage::importEnvRequested, c, &ConnectionFlow::chooseEnvFile);
    connect(m_home, &HomePage::openProjectRequested, c, &ConnectionFlow::chooseProject);
    connect(m_home, &HomePage::privateServerRequested, c, &ConnectionFlow::usePrivateServer);
    connect(m_home, &HomePage::recentOpened, c, &ConnectionFlow::connectSavedProfile);
    connect(m_home, &HomePage::recentRemoved, c, &ConnectionFlow::removeRecent);
    connect(c, &ConnectionFlow::recentsChanged, m_home,
            [this, c] { m_home->setRecents(c->recents()); });
    // Each program found is asked its version: nothing that the first paint should wait for.
    QTimer::singleShot(kAfterFirstPaintMs, this, [this] {
        onFinished(runOn(jobThreads(), &core::LocalServer::findPrograms), this,
                   [this](const QList<core::LocalServer::Programs>& found) {
                       const bool isKept = m_context.localServer->dataMajor() > 0;
                       m_home->setPrivateServer(found.isEmpty()
                                                    ? HomePage::PrivateServer::NotPossible
                                                : isKept ? HomePage::PrivateServer::Kept
                                                         : HomePage::PrivateServer::NotCreated);
                   });
    });
    connect(c, &ConnectionFlow::upgradeWanted, m_migrations, &MigrationFlow::upgradeAtOnce);
    connect(m_migrations, &MigrationFlow::planPageRequested, this, [this] {
        m_runDock->hide();
        m_problemsDock->hide();
        showPage(Page::Plan);
    });
    connect(m_migrations, &MigrationFlow::planPageDone, this,
            [this] { showPage(Page::Revisions); });
    connect(m_migrations, &MigrationFlow::runEnded, this, &MainWindow::finishRun);
    connect(m_migrations, &MigrationFlow::rehearsalEnded, this, &MainWindow::finishRehearsal);
    m_migrations->setCopyServer(
        [server = m_context.localServer]() -> core::Result<core::ConnectionParameters> {
            if (const auto running = server->ensureRunning(); !running)
                return core::fail(running.error());
            return server->adminParameters();
        });
    connect(m_connections, &ConnectionFlow::progressed, this, [this](const QString& text) {
        m_status->showActivity(text);
        if (text.isEmpty())
            m_banner->hide();
        else
            m_banner->showMessage(InlineMessage::Kind::Information, text);
    });
    connect(m_connections, &ConnectionFlow::failed, this, [this](const Error& error) {
        m_banner->showMessage(InlineMessage::Kind::Error, error.summary, error.hint);
        m_problems->addProblem(error);
        emit settled();
    });
}

} // namespace socrates::ui
