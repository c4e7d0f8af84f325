// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/appcontext.h"
#include "core/base/error.h"
#include "core/engine/rehearse.h"
#include "core/engine/verification.h"

#include <QDateTime>
#include <QMainWindow>

class QAction;
class QDockWidget;
class QLineEdit;

namespace socrates::ui {

class ActionRegistry;
class ActivityPage;
class ConnectionFlow;
class EnvironmentStrip;
class HelpOpener;
class HomePage;
class InlineMessage;
class MapPage;
class MigrationFlow;
class NavigationRail;
class PageLayout;
class PlanPage;
class ProblemsPanel;
class RevisionsPage;
class RunNotifier;
class RunPanel;
class StatusLine;
class ReferencesRun;
class ReportFlow;
class UndoProving;
class VerificationPage;
class Workspace;
class SettlingFlow;
class WritingFlow;

/// The window: puts pages, docks and flows together and connects their signals. What happens is
/// decided in the flows and the workspace.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    enum class Page { Home, Revisions, Verification, Activity, Map, Plan };
    /// What is made at once: everything, or what is on the window's first picture, which waits for
    /// finish().
    enum class Start { Whole, FirstPicture };

    explicit MainWindow(AppContext& context, Start start = Start::Whole);
    ~MainWindow() override;

    /// Makes the other pages and panels and connects everything, unless it is done.
    void finish();

    Workspace& workspace() { return *m_workspace; }
    ConnectionFlow& connections() { return *m_connections; }
    ActionRegistry& actions() { return *m_actions; }
    Page page() const;
    void showPage(Page page);

signals:
    /// The databases have answered (or failed to): nothing is loading any more.
    void settled();

protected:
    void childEvent(QChildEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What a panel that opens by itself takes of the window's height, in per cent: enough for a
    /// problem with its buttons.
    static constexpr int kPanelShare = 42;

    void buildFrame();
    void buildBars();
    void buildFilter();
    void buildPages();
    /// The page, made when it is first asked for.
    template <class Widget>
    Widget* made(Widget*& page);
    QWidget* madePage(Page page);
    QDockWidget* addDock(const QString& title, const QString& name, QWidget* panel);
    void showFirst(Page page);
    void connectAll();
    void connectActions();
    void connectViewActions();
    void connectWorkspace();
    void connectPages();
    void connectReports();
    void connectProblems();
    void connectRunPanel();
    void connectDrops();
    void connectMap();
    void connectFlows();
    void connectWriting();
    void connectProving();
    void connectReferences();
    void showProject();
    void showConnection();
    /// What bars and title say of it.
    void showConnectionInBars();
    void showProjectErrors(const core::Errors& errors);
    void showStatus(const core::DatabaseStatus& status);
    /// A problem that has ways out of its own is shown with them, too.
    void showPlanProblem(const core::Error& error);
    void finishRun(const core::RunReport& report);
    void finishRehearsal(const core::Rehearsal& rehearsal);
    void showVerifications(const QList<core::DatabaseVerification>& verifications);
    void lookForMap();
    void showMapState();
    void closePanel();
    void showProblems();
    /// In the order of Tab: pages, what the page shows, panels below.
    QList<QWidget*> areas() const;
    void focusFilter();
    void applyFilter(const QString& text);
    void askUnlock();
    void openSettings();
    Page savedPage() const;
    void restorePlace();
    void save();

    AppContext& m_context;
    Workspace* m_workspace;
    ActionRegistry* m_actions;
    HelpOpener* m_help = nullptr;
    EnvironmentStrip* m_strip = nullptr;
    NavigationRail* m_rail = nullptr;
    InlineMessage* m_banner = nullptr;
    InlineMessage* m_recovery = nullptr;
    PageLayout* m_pages = nullptr;
    HomePage* m_home = nullptr;
    RevisionsPage* m_revisions = nullptr;
    VerificationPage* m_verification = nullptr;
    ActivityPage* m_activity = nullptr;
    MapPage* m_map = nullptr;
    PlanPage* m_plan = nullptr;
    RunPanel* m_run = nullptr;
    ProblemsPanel* m_problems = nullptr;
    QDockWidget* m_runDock = nullptr;
    QDockWidget* m_problemsDock = nullptr;
    QToolBar* m_toolBar = nullptr;
    QLineEdit* m_filter = nullptr;
    QAction* m_filterAction = nullptr; ///< shows and hides m_filter in the toolbar
    StatusLine* m_status = nullptr;
    RunNotifier* m_notifier = nullptr;
    ConnectionFlow* m_connections = nullptr;
    MigrationFlow* m_migrations = nullptr;
    WritingFlow* m_writing = nullptr;
    SettlingFlow* m_settling = nullptr;
    UndoProving* m_proving = nullptr;
    ReferencesRun* m_references = nullptr;
    ReportFlow* m_reports = nullptr;
    bool m_showsVerificationNext = false;
    bool m_isHistoryStale = true; ///< the project or the connections changed since it was read
    bool m_isMapStale = true; ///< the databases were read again since they were looked at for it
    bool m_closesAfterRun = false;
    QDateTime m_runStarted;
};

} // namespace socrates::ui
