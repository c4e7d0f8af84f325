// SPDX-License-Identifier: MIT
#include "app/shell/mainwindow.h"

#include "app/home/homepage.h"
#include "app/map/mappage.h"
#include "app/problems/problemspanel.h"
#include "app/revisions/revisionspage.h"
#include "app/runs/activitypage.h"
#include "app/runs/planpage.h"
#include "app/runs/runpanel.h"
#include "app/settings/settingsdialog.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/focusareas.h"
#include "app/shell/helpdialogs.h"
#include "app/shell/migrationflow.h"
#include "app/shell/navigationrail.h"
#include "app/shell/pagelayout.h"
#include "app/shell/projectlint.h"
#include "app/shell/referencesrun.h"
#include "app/shell/reportflow.h"
#include "app/shell/runnotifier.h"
#include "app/shell/settlingflow.h"
#include "app/shell/statusline.h"
#include "app/shell/undoproving.h"
#include "app/shell/viewstate.h"
#include "app/shell/windowactions.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/shell/writingflow.h"
#include "app/theme/icons.h"
#include "app/verification/verificationpage.h"
#include "app/widgets/counted.h"
#include "app/widgets/inlinemessage.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

/// Below this width the toolbar shows icons only.
constexpr int kWideToolBar = 1200;
constexpr QSize kFirstSize(1280, 720);

} // namespace

MainWindow::MainWindow(AppContext& context, Start start)
    : m_context(context), m_workspace(new Workspace(this)), m_actions(new ActionRegistry(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(programIcon());
    setMinimumSize(960, 600);
    createActions(*m_actions);
    m_actions->applyKeys(context.settings.shortcuts());
    buildFrame();
    buildBars();
    m_connections = new ConnectionFlow(context, *m_workspace, this);
    m_home->setRecents(m_connections->recents());
    showPage(Page::Home);
    m_home->setFocus(); // the first useful control, so that a key does something at once
    restorePlace();
    showConnectionInBars();
    if (start == Start::Whole || savedPage() != Page::Home)
        finish();
}

MainWindow::~MainWindow() = default;

void MainWindow::finish()
{
    if (m_revisions != nullptr)
        return;
    buildPages();
    m_notifier = new RunNotifier(m_context.settings, this);
    m_migrations =
        new MigrationFlow(*m_workspace, m_context.settings, *m_revisions, *m_plan, *m_run, this);
    m_references = new ReferencesRun(*m_workspace, this);
    m_reports = new ReportFlow(*m_workspace, *m_references, m_context.clock, this);
    m_proving = new UndoProving(*m_workspace, m_context.localServer, this);
    m_writing = new WritingFlow(*m_workspace, m_context.settings, *m_revisions,
                                m_context.localServer, this);
    m_settling = new SettlingFlow(*m_workspace, m_context.settings, this);
    new ProjectLint(*m_workspace, *m_revisions, *m_plan, this);
    connectAll();
    restoreViews(*this, m_context.settings);
    m_filter->setText(m_context.settings.state(u"window.filter"_s).toString());
    if (const Page saved = savedPage(); saved != Page::Home)
        showPage(saved);
    showConnection();
}

void MainWindow::connectAll()
{
    connectActions();
    connectViewActions();
    connectWorkspace();
    connectPages();
    connectReports();
    connectProblems();
    connectRunPanel();
    connectDrops();
    connectMap();
    connectFlows();
    connectWriting();
    connectProving();
    connectReferences();
}

void MainWindow::buildFrame()
{
    m_strip = new EnvironmentStrip(this);
    m_banner = new InlineMessage(this);
    m_recovery = new InlineMessage(this);
    auto* pages = new QWidget(this);
    pages->setObjectName(u"pagesStack"_s);
    m_pages = new PageLayout(pages);
    m_home = new HomePage;
    m_pages->addWidget(m_home);
    m_rail = new NavigationRail(this);
    m_rail->addPage(m_actions->action(u"view.home"_s), tr("Home"));
    m_rail->addPage(m_actions->action(u"view.revisions"_s), tr("Revisions"));
    m_rail->addPage(m_actions->action(u"view.verification"_s), tr("Verify"));
    m_rail->addPage(m_actions->action(u"view.activity"_s), tr("Activity"));
    m_rail->addPage(m_actions->action(u"view.map"_s), tr("Map"));
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_recovery);
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(pages, 1);
    column->addLayout(row, 1);
    setCentralWidget(central);
    m_runDock = addDock(tr("Run"), u"runDock"_s);
    m_problemsDock = addDock(tr("Problems"), u"problemsDock"_s);
    tabifyDockWidget(m_runDock, m_problemsDock);
}

void MainWindow::buildPages()
{
    m_revisions = new RevisionsPage;
    m_verification = new VerificationPage;
    m_activity = new ActivityPage;
    m_map = new MapPage;
    m_plan = new PlanPage;
    m_pages->addWidget(m_revisions);
    m_pages->addWidget(m_verification);
    m_pages->addWidget(m_activity);
    m_pages->addWidget(m_map);
    m_pages->addWidget(m_plan);
    m_run = new RunPanel;
    m_problems = new ProblemsPanel;
    m_runDock->setWidget(m_run);
    m_problemsDock->setWidget(m_problems);
}

QDockWidget* MainWindow::addDock(const QString& title, const QString& name)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea);
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
    m_filterAction = m_toolBar->addWidget(m_filter);
    m_status = new StatusLine(statusBar());
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
    if (current == m_map)
        return Page::Map;
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
    case Page::Map:
        show(m_map, u"view.map"_s);
        lookForMap();
        break;
    case Page::Plan:
        show(m_plan, u"view.revisions"_s);
        break;
    }
    // The other pages have a filter of their own, or nothing to filter.
    m_filterAction->setVisible(page == Page::Revisions);
}

void MainWindow::closePanel()
{
    if (!m_filter->text().isEmpty())
        m_filter->clear();
    else if (page() == Page::Map && m_map->clearSearch())
        return;
    else if (page() == Page::Plan)
        showPage(Page::Revisions);
    else if (m_problemsDock->isVisible() && !m_problemsDock->visibleRegion().isEmpty())
        m_problemsDock->hide();
    else if (m_runDock->isVisible() && !m_workspace->isRunning())
        m_runDock->hide();
    else
        m_banner->hide();
}

void MainWindow::showProblems()
{
    m_problemsDock->show();
    m_problemsDock->raise();
}

QList<QWidget*> MainWindow::areas() const
{
    return focusAreas({m_rail, m_pages->currentWidget(), m_run, m_problems});
}

void MainWindow::focusFilter()
{
    QLineEdit* edit = m_filter;
    if (page() == Page::Verification)
        edit = m_verification->filterEdit();
    else if (page() == Page::Activity)
        edit = m_activity->filterEdit();
    else if (page() == Page::Map)
        edit = m_map->searchEdit();
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

void MainWindow::openSettings()
{
    QList<ShortcutAction> actions;
    for (const ActionRegistry::Entry& entry : m_actions->entries())
        actions << ShortcutAction{entry.id, plainText(*entry.action), entry.defaultKeys};
    auto* dialog = new SettingsDialog(m_context.settings, actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::applied, this, [this] {
        m_context.theme.apply(schemeOf(m_context.settings.theme()));
        m_actions->applyKeys(m_context.settings.shortcuts());
        m_notifier->applySettings();
    });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    finish(); // or what it does not have yet would be saved as empty
    if (m_workspace->isRunning()) {
        event->ignore();
        if (!m_closesAfterRun)
            askToStopAndClose(m_workspace->profile().environment, this, [this] {
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

/// What nobody else took. Outside dialogs Qt presses a button by Space alone; whoever sees a button
/// with the focus presses Enter.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isEnter && isPlain && button != nullptr)
        button->click();
    else
        QMainWindow::keyPressEvent(event);
}

/// A page that there is no more, or never was, leaves the window on Home.
MainWindow::Page MainWindow::savedPage() const
{
    const int saved = m_context.settings.state(u"window.page"_s).toInt();
    return saved > int(Page::Home) && saved < int(Page::Plan) ? Page(saved) : Page::Home;
}

void MainWindow::restorePlace()
{
    const QSize room = screen()->availableGeometry().size() * 0.92;
    resize(kFirstSize.boundedTo(room));
    const QByteArray geometry = m_context.settings.state(u"window.geometry"_s).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
}

void MainWindow::save()
{
    m_context.settings.setState(u"window.geometry"_s, saveGeometry());
    saveViews(*this, m_context.settings);
    m_context.settings.setState(u"window.filter"_s, m_filter->text());
    // A plan belongs to its sitting.
    const Page kept = page() == Page::Plan ? Page::Revisions : page();
    m_context.settings.setState(u"window.page"_s, int(kept));
}

} // namespace socrates::ui
