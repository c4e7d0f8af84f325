// SPDX-License-Identifier: MIT
#include "app/shell/mainwindow.h"

#include "app/help/helpopener.h"
#include "app/help/helptopics.h"
#include "app/problems/problemspanel.h"
#include "app/revisions/revisionspage.h"
#include "app/runs/runpanel.h"
#include "app/shell/actionregistry.h"
#include "app/shell/backupflow.h"
#include "app/shell/connectionflow.h"
#include "app/shell/focusareas.h"
#include "app/shell/helpdialogs.h"
#include "app/shell/migrationflow.h"
#include "app/shell/pagelayout.h"
#include "app/shell/reportflow.h"
#include "app/shell/undoproving.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>

namespace socrates::ui {

using namespace Qt::StringLiterals;

void MainWindow::connectActions()
{
    const auto on = [this](const QString& id, auto handler) {
        connect(m_actions->action(id), &QAction::triggered, this, handler);
    };
    on(u"file.connect"_s, [this] { m_connections->editConnection(); });
    on(u"file.createDatabases"_s, [this] { m_connections->createDatabases(); });
    on(u"file.importEnv"_s, [this] { m_connections->chooseEnvFile(); });
    on(u"tools.settings"_s, [this] { openSettings(); });
    auto* backups = new BackupFlow(*m_workspace, this);
    m_migrations->setBackups(backups);
    on(u"tools.backups"_s, [backups] { backups->open(); });
    on(u"file.openProject"_s, [this] { m_connections->chooseProject(); });
    on(u"file.privateServer"_s, [this] { m_connections->usePrivateServer(); });
    on(u"file.disconnect"_s, [this] { m_workspace->disconnectAll(); });
    on(u"file.export"_s, [this] { m_reports->chooseAndExport(); });
    on(u"file.printPreview"_s, [this] { m_reports->preview(); });
    on(u"file.print"_s, [this] { m_reports->print(); });
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
    on(u"migrate.prove"_s, [this] {
        if (m_proving->isRunning())
            m_proving->stop();
        else
            m_proving->proveAll();
    });
    m_help = new HelpOpener(m_actions->action(u"help.contents"_s), this);
    on(u"help.contents"_s, [this] {
        // The focus may be outside every page, in the toolbar or nowhere: then the page counts.
        const QWidget* focus = QApplication::focusWidget();
        m_help->openFor(helpTopicFor(focus).isEmpty() ? m_pages->currentWidget() : focus,
                        u"start"_s);
    });
    on(u"help.shortcuts"_s, [this] { showShortcuts(*m_actions, this); });
    on(u"help.diagnostics"_s, [this] { copyDiagnostics(*m_workspace); });
    on(u"help.selfTest"_s, [this] { showSelfTest(m_context.credentials, this); });
    on(u"help.about"_s, [this] { showAbout(*m_workspace, this); });
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
    on(u"view.map"_s, [this] { showPage(Page::Map); });
    on(u"view.filter"_s, [this] { focusFilter(); });
    // Panes are on one page; from another one these keys go there.
    on(u"view.nextPane"_s, [this] {
        showPage(Page::Revisions);
        m_revisions->focusNextPane(1);
    });
    on(u"view.previousPane"_s, [this] {
        showPage(Page::Revisions);
        m_revisions->focusNextPane(-1);
    });
    on(u"view.nextArea"_s, [this] { focusNextArea(areas(), 1); });
    on(u"view.previousArea"_s, [this] { focusNextArea(areas(), -1); });
    on(u"view.leftPane"_s, [this] {
        showPage(Page::Revisions);
        m_revisions->focusPane(0);
    });
    on(u"view.rightPane"_s, [this] {
        showPage(Page::Revisions);
        m_revisions->focusPane(1);
    });
    on(u"view.details"_s, [this] {
        showPage(Page::Revisions);
        m_revisions->focusDetails();
    });
    on(u"view.problems"_s, [this] {
        showProblems();
        m_problems->setFocus();
    });
    on(u"view.run"_s, [this] {
        m_runDock->show();
        m_runDock->raise();
        m_run->setFocus();
    });
    const auto goToProblem = [this](int step) {
        // The first press shows the one that was selected, which may have been out of sight.
        const bool wasSeen = !m_problems->visibleRegion().isEmpty();
        if (m_problems->count() > 0)
            showProblems();
        if (wasSeen && step > 0)
            m_problems->next();
        else if (wasSeen)
            m_problems->previous();
    };
    on(u"view.nextProblem"_s, [goToProblem] { goToProblem(1); });
    on(u"view.previousProblem"_s, [goToProblem] { goToProblem(-1); });
    on(u"view.closePanel"_s, [this] { closePanel(); });
}

} // namespace socrates::ui
