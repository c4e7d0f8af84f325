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
#include <QTabBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

/// Below this width the toolbar shows icons only.
constexpr int kWideToolBar = 1200;
constexpr QSize kFirstSize(1280, 720);

/// The action that shows the page. A plan is of the revisions.
QString viewOf(MainWindow::Page page)
{
    switch (page) {
    case MainWindow::Page::Home:
        return u"view.home"_s;
    case MainWindow::Page::Verification:
        return u"view.verification"_s;
    case MainWindow::Page::Activity:
        return u"view.activity"_s;
    case MainWindow::Page::Map:
        return u"view.map"_s;
    case MainWindow::Page::Revisions:
    case MainWindow::Page::Plan:
        break;
    }
    return u"view.revisions"_s;
}

} // namespace

MainWindow::MainWindow(AppContext& context, Start start)
    : m_context(context), m_workspace(new Workspace(this)), m_actions(new ActionRegistry(this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(960, 600);
    createActions(*m_actions);
    m_actions->applyKeys(context.settings.shortcuts());
    buildFrame();
    buildBars();
    m_connections = new ConnectionFlow(context, *m_workspace, this);
    m_home->setRecents(m_connections->recents());
    showFirst(savedPage());
    restorePlace();
    showConnectionInBars();
    if (start == Start::Whole)
        finish();
}

MainWindow::~MainWindow() = default;

void MainWindow::finish()
{
    if (m_run != nullptr)
        return;
    buildPages();
    buildFilter();
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
    showPage(page());
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
    // Tab goes in the order in which they are made.
    m_rail = new NavigationRail(this);
    m_rail->addPage(m_actions->action(u"view.home"_s), tr("Home"));
    m_rail->addPage(m_actions->action(u"view.revisions"_s), tr("Revisions"));
    m_rail->addPage(m_actions->action(u"view.verification"_s), tr("Verify"));
    m_rail->addPage(m_actions->action(u"view.activity"_s), tr("Activity"));
    m_rail->addPage(m_actions->action(u"view.map"_s), tr("Map"));
    auto* pages = new QWidget(this);
    pages->setObjectName(u"pagesStack"_s);
    m_pages = new PageLayout(pages);
    madePage(Page::Home);
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
}

template <class Widget>
Widget* MainWindow::made(Widget*& page)
{
    if (page == nullptr) {
        page = new Widget;
        m_pages->addWidget(page);
    }
    return page;
}

QWidget* MainWindow::madePage(Page page)
{
    switch (page) {
    case Page::Home:
        return made(m_home);
    case Page::Revisions:
        return made(m_revisions);
    case Page::Verification:
        return made(m_verification);
    case Page::Activity:
        return made(m_activity);
    case Page::Map:
        return made(m_map);
    case Page::Plan:
        return made(m_plan);
    }
    return nullptr;
}

void MainWindow::buildPages()
{
    for (const Page page :
         {Page::Revisions, Page::Verification, Page::Activity, Page::Map, Page::Plan})
        madePage(page);
    m_run = new RunPanel;
    m_problems = new ProblemsPanel;
    m_runDock = addDock(tr("Run"), u"runDock"_s, m_run);
    m_problemsDock = addDock(tr("Problems"), u"problemsDock"_s, m_problems);
    tabifyDockWidget(m_runDock, m_problemsDock);
}

QDockWidget* MainWindow::addDock(const QString& title, const QString& name, QWidget* panel)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea);
    dock->setWidget(panel);
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
    m_filterAction = m_toolBar->addWidget(m_filter);
    m_status = new StatusLine(statusBar());
}

void MainWindow::buildFilter()
{
    m_filter->setObjectName(u"filterEdit"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(
        tr("Filter (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
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

/// Nothing that the page does comes with it yet.
void MainWindow::showFirst(Page page)
{
    QWidget* widget = madePage(page);
    m_pages->setCurrentWidget(widget);
    m_actions->action(viewOf(page))->setChecked(true);
    m_filterAction->setVisible(page == Page::Revisions);
    widget->setFocus(); // the first useful control, so that a key does something at once
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentWidget(madePage(page));
    m_actions->action(viewOf(page))->setChecked(true);
    if (page == Page::Map)
        lookForMap();
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

/// The bar of tabbed docks lies outside the window while no two docks are open, and Tab would go
/// there. The docks have keys of their own.
void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    if (auto* bar = qobject_cast<QTabBar*>(event->child()); bar != nullptr && event->polished())
        bar->setFocusPolicy(Qt::NoFocus);
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
