// SPDX-License-Identifier: MIT
#include "app/shell/mainwindow.h"

#include "app/home/homepage.h"
#include "app/problems/problemspanel.h"
#include "app/revisions/revisionspage.h"
#include "app/runs/activitypage.h"
#include "app/runs/planpage.h"
#include "app/runs/runpanel.h"
#include "app/settings/settingsdialog.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/helpdialogs.h"
#include "app/shell/migrationflow.h"
#include "app/shell/navigationrail.h"
#include "app/shell/reportexport.h"
#include "app/shell/statusline.h"
#include "app/shell/windowactions.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/theme/icons.h"
#include "app/verification/verificationpage.h"
#include "app/widgets/counted.h"
#include "app/widgets/inlinemessage.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

/// Below this width the toolbar shows icons only.
constexpr int kWideToolBar = 1100;
constexpr QSize kFirstSize(1280, 720);

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

MainWindow::MainWindow(AppContext& context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_workspace(new Workspace(this))
    , m_actions(new ActionRegistry(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(programIcon());
    setMinimumSize(960, 600);
    setAcceptDrops(true);
    createActions(*m_actions);
    m_actions->applyKeys(context.settings.shortcuts());
    buildPages();
    buildBars();
    m_connections = new ConnectionFlow(context, *m_workspace, this);
    m_migrations =
        new MigrationFlow(*m_workspace, context.settings, *m_revisions, *m_plan, *m_run, this);
    connectActions();
    connectViewActions();
    connectWorkspace();
    connectPages();
    connectFlows();
    showPage(Page::Home);
    restore();
    showConnection();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_strip = new EnvironmentStrip(this);
    m_banner = new InlineMessage(this);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"pagesStack"_s);
    m_home = new HomePage;
    m_revisions = new RevisionsPage;
    m_verification = new VerificationPage;
    m_activity = new ActivityPage;
    m_plan = new PlanPage;
    m_pages->addWidget(m_home);
    m_pages->addWidget(m_revisions);
    m_pages->addWidget(m_verification);
    m_pages->addWidget(m_activity);
    m_pages->addWidget(m_plan);
    auto* rail = new NavigationRail(this);
    rail->addPage(m_actions->action(u"view.home"_s), tr("Home"));
    rail->addPage(m_actions->action(u"view.revisions"_s), tr("Revisions"));
    rail->addPage(m_actions->action(u"view.verification"_s), tr("Verify"));
    rail->addPage(m_actions->action(u"view.activity"_s), tr("Activity"));
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(rail);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    setCentralWidget(central);
    m_problems = new ProblemsPanel;
    m_run = new RunPanel;
    m_runDock = addDock(tr("Run"), u"runDock"_s, m_run);
    m_problemsDock = addDock(tr("Problems"), u"problemsDock"_s, m_problems);
    tabifyDockWidget(m_runDock, m_problemsDock);
}

QDockWidget* MainWindow::addDock(const QString& title, const QString& name, QWidget* widget)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea);
    dock->setWidget(widget);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    return dock;
}

void MainWindow::buildBars()
{
    fillMenus(menuBar(), *m_actions);
    m_toolBar = addToolBar(tr("Main toolbar"));
    m_toolBar->setObjectName(u"mainToolBar"_s);
    m_toolBar->setMovable(false);
    fillToolBar(m_toolBar, *m_actions);
    auto* space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"filterEdit"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(
        tr("Filter (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    m_toolBar->addWidget(m_filter);
    m_status = new StatusLine(statusBar());
}

void MainWindow::connectActions()
{
    const auto on = [this](const QString& id, auto handler) {
        connect(m_actions->action(id), &QAction::triggered, this, handler);
    };
    on(u"file.connect"_s, [this] { m_connections->editConnection(); });
    on(u"file.importEnv"_s, [this] { m_connections->chooseEnvFile(); });
    on(u"tools.settings"_s, [this] { openSettings(); });
    on(u"file.openProject"_s, [this] { m_connections->chooseProject(); });
    on(u"file.privateServer"_s, [this] { m_connections->usePrivateServer(); });
    on(u"file.disconnect"_s, [this] { m_workspace->disconnectAll(); });
    on(u"file.export"_s, [this] { exportReport(); });
    on(u"file.print"_s, [this] { printReport(m_workspace->verifications(), this); });
    on(u"file.close"_s, [this] { close(); });
    on(u"file.quit"_s, [this] { close(); });
    on(u"migrate.refresh"_s, [this] { m_workspace->refresh(); });
    on(u"migrate.upgrade"_s, [this] { m_migrations->planUpgrade(); });
    on(u"migrate.downgrade"_s, [this] { m_migrations->planDowngrade(); });
    on(u"migrate.verify"_s, [this] {
        m_showsVerificationNext = true;
        m_workspace->verify();
    });
    on(u"migrate.stop"_s, [this] { m_workspace->stopAfterStep(); });
    on(u"migrate.cancel"_s, [this] { m_workspace->cancelStatement(); });
    on(u"migrate.unlock"_s, [this] { askUnlock(); });
    on(u"help.shortcuts"_s, [this] { showShortcuts(*m_actions, this); });
    on(u"help.diagnostics"_s, [this] { copyDiagnostics(*m_workspace); });
    on(u"help.about"_s, [this] { showAbout(this); });
}

void MainWindow::connectViewActions()
{
    const auto on = [this](const QString& id, auto handler) {
        connect(m_actions->action(id), &QAction::triggered, this, handler);
    };
    on(u"view.home"_s, [this] { showPage(Page::Home); });
    on(u"view.revisions"_s, [this] { showPage(Page::Revisions); });
    on(u"view.verification"_s, [this] { showPage(Page::Verification); });
    on(u"view.activity"_s, [this] { showPage(Page::Activity); });
    on(u"view.filter"_s, [this] { focusFilter(); });
    on(u"view.nextPane"_s, [this] { m_revisions->focusNextPane(); });
    on(u"view.leftPane"_s, [this] {
        showPage(Page::Revisions);
        m_revisions->focusPane(0);
    });
    on(u"view.rightPane"_s, [this] {
        showPage(Page::Revisions);
        m_revisions->focusPane(1);
    });
    on(u"view.details"_s, [this] { m_revisions->focusDetails(); });
    on(u"view.problems"_s, [this] {
        m_problemsDock->show();
        m_problemsDock->raise();
        m_problems->setFocus();
    });
    on(u"view.run"_s, [this] {
        m_runDock->show();
        m_runDock->raise();
    });
    on(u"view.nextProblem"_s, [this] { m_problems->next(); });
    on(u"view.previousProblem"_s, [this] { m_problems->previous(); });
    on(u"view.closePanel"_s, [this] { closePanel(); });
}

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
        emit settled();
    });
    connect(w, &Workspace::runStarted, this, [this](const core::Plan&) {
        m_banner->hide();
        showPage(Page::Revisions);
        m_runDock->show();
        m_runDock->raise();
        resizeDocks({m_runDock}, {height() * 2 / 5}, Qt::Vertical);
        enableActions(*m_actions, *m_workspace);
    });
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
    connect(m_strip, &EnvironmentStrip::lockRequested, this,
            [this] { m_workspace->setUnlocked(false); });
    connect(m_filter, &QLineEdit::textChanged, this, &MainWindow::applyFilter);
    connect(m_revisions, &RevisionsPage::openProjectRequested, this,
            [this] { m_connections->chooseProject(); });
    connect(m_revisions, &RevisionsPage::refreshRequested, m_workspace, &Workspace::refresh);
    connect(m_verification, &VerificationPage::verifyRequested, m_workspace, &Workspace::verify);
    connect(m_verification, &VerificationPage::exportRequested, this, &MainWindow::exportReport);
    connect(m_activity, &ActivityPage::refreshRequested, m_workspace, &Workspace::readLogs);
    const auto showRevision = [this](const core::DatabaseName& database,
                                     const core::RevisionId& revision) {
        showPage(Page::Revisions);
        m_revisions->selectRevision(database, revision);
    };
    connect(m_verification, &VerificationPage::revisionLinkActivated, this, showRevision);
    connect(m_problems, &ProblemsPanel::revisionRequested, this, showRevision);
    connect(m_problems, &ProblemsPanel::retryRequested, m_workspace, &Workspace::refresh);
    connect(m_problems, &ProblemsPanel::countChanged, this, [this](int count) {
        m_problemsDock->setWindowTitle(count > 0 ? tr("Problems (%1)").arg(count) : tr("Problems"));
        if (count == 0)
            m_problemsDock->hide();
    });
    connect(m_run, &RunPanel::progressChanged, m_status, &StatusLine::showProgress);
    connect(m_status, &StatusLine::stopRequested, m_workspace, &Workspace::stopAfterStep);
}

void MainWindow::connectFlows()
{
    ConnectionFlow* c = m_connections;
    connect(m_home, &HomePage::connectRequested, c, [c] { c->editConnection(); });
    connect(m_home, &HomePage::importEnvRequested, c, [c](const QString& path) {
        if (path.isEmpty())
            c->chooseEnvFile();
        else
            c->editConnection(path);
    });
    connect(m_home, &HomePage::openProjectRequested, c, &ConnectionFlow::chooseProject);
    connect(m_home, &HomePage::projectDropped, c, &ConnectionFlow::openProject);
    connect(m_home, &HomePage::privateServerRequested, c, &ConnectionFlow::usePrivateServer);
    connect(m_home, &HomePage::recentOpened, c, &ConnectionFlow::connectSavedProfile);
    connect(m_home, &HomePage::recentRemoved, c, &ConnectionFlow::removeRecent);
    connect(c, &ConnectionFlow::recentsChanged, m_home,
            [this, c] { m_home->setRecents(c->recents()); });
    m_home->setRecents(c->recents());
    m_home->setServerProgramsAvailable(!core::LocalServer::findPrograms().isEmpty());
    connect(m_migrations, &MigrationFlow::planPageRequested, this, [this] {
        m_runDock->hide();
        m_problemsDock->hide();
        showPage(Page::Plan);
    });
    connect(m_migrations, &MigrationFlow::planPageDone, this,
            [this] { showPage(Page::Revisions); });
    connect(m_migrations, &MigrationFlow::runEnded, this, &MainWindow::finishRun);
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

MainWindow::Page MainWindow::page() const
{
    const QWidget* current = m_pages->currentWidget();
    if (current == m_home)
        return Page::Home;
    if (current == m_verification)
        return Page::Verification;
    if (current == m_activity)
        return Page::Activity;
    if (current == m_plan)
        return Page::Plan;
    return Page::Revisions;
}

void MainWindow::showPage(Page page)
{
    const auto show = [this](QWidget* widget, const QString& action) {
        m_pages->setCurrentWidget(widget);
        m_actions->action(action)->setChecked(true);
    };
    switch (page) {
    case Page::Home:
        show(m_home, u"view.home"_s);
        break;
    case Page::Revisions:
        show(m_revisions, u"view.revisions"_s);
        break;
    case Page::Verification:
        show(m_verification, u"view.verification"_s);
        break;
    case Page::Activity:
        show(m_activity, u"view.activity"_s);
        break;
    case Page::Plan:
        show(m_plan, u"view.revisions"_s);
        break;
    }
    m_filter->setEnabled(page == Page::Revisions);
}

void MainWindow::showProject()
{
    m_problems->clear();
    m_banner->hide();
    m_context.settings.setLastProjectFolder(m_workspace->project()->folder());
    m_revisions->setProject(m_workspace->project());
    m_verification->setProject(*m_workspace->project());
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
    m_problemsDock->show();
    m_problemsDock->raise();
    emit settled();
}

void MainWindow::showConnection()
{
    const bool connected = m_workspace->isConnected();
    if (connected) {
        m_strip->showProfile(m_workspace->profile(), projectText(*m_workspace),
                             m_workspace->isWritable());
    } else {
        m_strip->showDisconnected(projectText(*m_workspace));
        m_revisions->clearStatuses();
        m_verification->setVerifications({});
        m_activity->clear();
        m_status->showConnections({});
    }
    const QString reason = connected ? QString() : tr("Not connected");
    m_verification->setUnavailable(reason);
    m_activity->setUnavailable(reason);
    m_migrations->updateLock();
    setWindowTitle(titleOf(*m_workspace));
    enableActions(*m_actions, *m_workspace);
}

void MainWindow::showStatus(const core::DatabaseStatus& status)
{
    m_revisions->setStatus(status);
    m_status->showConnections(m_workspace->statuses());
    enableActions(*m_actions, *m_workspace);
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
        m_problemsDock->show();
        m_problemsDock->raise();
    }
    m_showsVerificationNext = report.result == core::RunResult::Applied;
    m_status->showChecked(m_context.clock.now());
    if (!isActiveWindow() && m_context.settings.notifiesInBackground())
        QApplication::alert(this);
    enableActions(*m_actions, *m_workspace);
    if (m_closesAfterRun)
        close();
}

void MainWindow::showVerifications(const QList<core::DatabaseVerification>& verifications)
{
    m_verification->setBusy(false);
    m_verification->setVerifications(verifications);
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

void MainWindow::closePanel()
{
    if (!m_filter->text().isEmpty())
        m_filter->clear();
    else if (page() == Page::Plan)
        showPage(Page::Revisions);
    else if (m_problemsDock->isVisible() && !m_problemsDock->visibleRegion().isEmpty())
        m_problemsDock->hide();
    else if (m_runDock->isVisible() && !m_workspace->isRunning())
        m_runDock->hide();
    else
        m_banner->hide();
}

void MainWindow::focusFilter()
{
    QLineEdit* edit = m_filter;
    if (page() == Page::Verification)
        edit = m_verification->filterEdit();
    else if (page() == Page::Activity)
        edit = m_activity->filterEdit();
    edit->setFocus(Qt::ShortcutFocusReason);
    edit->selectAll();
}

void MainWindow::applyFilter(const QString& text)
{
    m_revisions->setFilter(text);
}

void MainWindow::askUnlock()
{
    askToUnlock(m_workspace->profile().name, this, [this] { m_workspace->setUnlocked(true); });
}

void MainWindow::exportReport()
{
    if (!m_workspace->verifications().isEmpty())
        askAndExportReport(m_workspace->verifications(), this);
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_context.settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::applied, this,
            [this] { m_context.theme.apply(schemeOf(m_context.settings.theme())); });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_workspace->isRunning()) {
        event->ignore();
        if (!m_closesAfterRun)
            askToStopAndClose(this, [this] {
                m_closesAfterRun = true;
                m_workspace->stopAfterStep();
                if (!m_workspace->isRunning())
                    close();
            });
        return;
    }
    save();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_toolBar->setToolButtonStyle(width() >= kWideToolBar ? Qt::ToolButtonTextBesideIcon
                                                          : Qt::ToolButtonIconOnly);
}

/// A folder with socrates.json may be dropped on the window.
void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && QFileInfo::exists(urls.first().toLocalFile() + u"/socrates.json"_s) &&
        !m_workspace->isRunning())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    m_connections->openProject(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::restore()
{
    const QSize room = screen()->availableGeometry().size() * 0.92;
    resize(kFirstSize.boundedTo(room));
    const QByteArray geometry = m_context.settings.state(u"window.geometry"_s).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    m_revisions->restoreState(m_context.settings.state(u"revisions.splitter"_s).toByteArray());
}

void MainWindow::save()
{
    m_context.settings.setState(u"window.geometry"_s, saveGeometry());
    m_context.settings.setState(u"revisions.splitter"_s, m_revisions->saveState());
}

} // namespace socrates::ui
