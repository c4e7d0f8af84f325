// SPDX-License-Identifier: MIT
#include "app/shell/windowactions.h"

#include "app/shell/actionregistry.h"
#include "app/shell/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenuBar>
#include <QToolBar>

namespace socrates::ui {

using namespace Qt::StringLiterals;

namespace {

struct Spec
{
    const char* id;
    const char* text;
    const char* icon;
    QList<QKeySequence> keys;
};

/// Standard keys where the platform has one, so that each platform gets its own.
QList<Spec> specs()
{
    using K = QKeySequence;
    const auto key = [](const char* text) { return QList<K>{K(QString::fromLatin1(text))}; };
    return {
        {"file.connect",
         QT_TRANSLATE_NOOP("Actions", "&Connect Databases…"),
         "connect",
         {K(K::New)}},
        {"file.openProject",
         QT_TRANSLATE_NOOP("Actions", "&Open Project…"),
         "folder",
         {K(K::Open)}},
        {"file.createDatabases",
         QT_TRANSLATE_NOOP("Actions", "&Set Up an Empty Server…"),
         "database",
         {}},
        {"file.importEnv", QT_TRANSLATE_NOOP("Actions", "&Import from .env…"), "import", {}},
        {"file.privateServer", QT_TRANSLATE_NOOP("Actions", "Use a &Private Server"), "server", {}},
        {"file.disconnect", QT_TRANSLATE_NOOP("Actions", "&Disconnect"), "disconnect", {}},
        {"file.export", QT_TRANSLATE_NOOP("Actions", "&Export Report…"), "export", key("Ctrl+E")},
        {"file.printPreview", QT_TRANSLATE_NOOP("Actions", "Print Pre&view…"), "search", {}},
        {"file.print", QT_TRANSLATE_NOOP("Actions", "&Print…"), "print", {K(K::Print)}},
        {"file.close", QT_TRANSLATE_NOOP("Actions", "Close &Window"), "close",
         K::keyBindings(K::Close)},
        {"file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "quit", key("Ctrl+Q")},
        {"migrate.refresh", QT_TRANSLATE_NOOP("Actions", "&Refresh"), "refresh", key("F5")},
        {"migrate.upgrade", QT_TRANSLATE_NOOP("Actions", "&Upgrade…"), "upgrade", key("Ctrl+U")},
        {"migrate.downgrade", QT_TRANSLATE_NOOP("Actions", "&Downgrade…"), "downgrade",
         key("Ctrl+Shift+U")},
        {"migrate.verify", QT_TRANSLATE_NOOP("Actions", "&Verify"), "verify", key("F7")},
        {"migrate.prove",
         QT_TRANSLATE_NOOP("Actions", "&Prove Undo of All Revisions"),
         "verify",
         {}},
        {"migrate.stop", QT_TRANSLATE_NOOP("Actions", "&Stop After This Step"), "stop",
         key("Ctrl+.")},
        {"migrate.cancel", QT_TRANSLATE_NOOP("Actions", "&Cancel Statement"), "cancel",
         key("Ctrl+Shift+.")},
        {"migrate.unlock", QT_TRANSLATE_NOOP("Actions", "Un&lock Production…"), "unlock", {}},
        {"revision.new", QT_TRANSLATE_NOOP("Actions", "&New Revision…"), "revisions",
         key("Ctrl+Shift+N")},
        {"revision.rescue", QT_TRANSLATE_NOOP("Actions", "&Find Missing Revision…"), "search", {}},
        {"revision.reset", QT_TRANSLATE_NOOP("Actions", "R&eset Database…"), "warning", {}},
        {"view.home", QT_TRANSLATE_NOOP("Actions", "&Home"), "home", key("Ctrl+1")},
        {"view.revisions", QT_TRANSLATE_NOOP("Actions", "&Revisions"), "revisions", key("Ctrl+2")},
        {"view.verification", QT_TRANSLATE_NOOP("Actions", "&Verify Page"), "verify",
         key("Ctrl+3")},
        {"view.activity", QT_TRANSLATE_NOOP("Actions", "&Activity"), "activity", key("Ctrl+4")},
        {"view.map", QT_TRANSLATE_NOOP("Actions", "&Map"), "map", key("Ctrl+5")},
        {"view.filter", QT_TRANSLATE_NOOP("Actions", "&Filter"), "search", {K(K::Find)}},
        {"view.nextPane", QT_TRANSLATE_NOOP("Actions", "&Next Database"), "", key("Ctrl+Tab")},
        {"view.previousPane", QT_TRANSLATE_NOOP("Actions", "Previ&ous Database"), "",
         key("Ctrl+Shift+Tab")},
        {"view.nextArea", QT_TRANSLATE_NOOP("Actions", "Nex&t Area"), "", key("F6")},
        {"view.previousArea", QT_TRANSLATE_NOOP("Actions", "Pr&evious Area"), "", key("Shift+F6")},
        {"view.leftPane", QT_TRANSLATE_NOOP("Actions", "&First Database"), "database",
         key("Alt+1")},
        {"view.rightPane", QT_TRANSLATE_NOOP("Actions", "&Second Database"), "database",
         key("Alt+2")},
        {"view.details", QT_TRANSLATE_NOOP("Actions", "&Details"), "info", key("Alt+3")},
        {"view.problems", QT_TRANSLATE_NOOP("Actions", "&Problems"), "problem", key("Alt+4")},
        {"view.run", QT_TRANSLATE_NOOP("Actions", "R&un"), "play", key("Alt+5")},
        {"view.nextProblem", QT_TRANSLATE_NOOP("Actions", "Ne&xt Problem"), "", key("F8")},
        {"view.previousProblem", QT_TRANSLATE_NOOP("Actions", "Pre&vious Problem"), "",
         key("Shift+F8")},
        {"view.closePanel", QT_TRANSLATE_NOOP("Actions", "&Close Panel"), "close", key("Esc")},
        {"tools.recognise", QT_TRANSLATE_NOOP("Actions", "&Recognise Databases…"), "search", {}},
        {"tools.backups", QT_TRANSLATE_NOOP("Actions", "&Backups…"), "database", {}},
        {"tools.settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "settings", key("Ctrl+,")},
        {"help.contents",
         QT_TRANSLATE_NOOP("Actions", "Help &Contents"),
         "help",
         {K(K::HelpContents)}},
        {"help.shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), "", key("Ctrl+/")},
        {"help.diagnostics", QT_TRANSLATE_NOOP("Actions", "Copy &Diagnostics"), "copy", {}},
        {"help.selfTest", QT_TRANSLATE_NOOP("Actions", "Self-&Test"), "ok", {}},
        {"help.about", QT_TRANSLATE_NOOP("Actions", "&About Socrates Admin"), "info", {}},
    };
}

struct MenuSpec
{
    const char* title;
    QList<const char*> ids; ///< "" is a separator
};

QList<MenuSpec> menus()
{
    return {
        {QT_TRANSLATE_NOOP("Actions", "&File"),
         {"file.connect", "file.createDatabases", "file.importEnv", "file.privateServer",
          "file.disconnect", "", "file.openProject", "", "file.export", "file.printPreview",
          "file.print", "", "file.close", "file.quit"}},
        {QT_TRANSLATE_NOOP("Actions", "&Migrate"),
         {"migrate.refresh", "", "migrate.upgrade", "migrate.downgrade", "migrate.verify",
          "migrate.prove", "", "migrate.stop", "migrate.cancel", "", "migrate.unlock"}},
        {QT_TRANSLATE_NOOP("Actions", "&Revision"),
         {"revision.new", "revision.rescue", "", "revision.reset"}},
        {QT_TRANSLATE_NOOP("Actions", "&View"),
         {"view.home",
          "view.revisions",
          "view.verification",
          "view.activity",
          "view.map",
          "",
          "view.filter",
          "",
          "view.leftPane",
          "view.rightPane",
          "view.nextPane",
          "view.previousPane",
          "view.details",
          "",
          "view.nextArea",
          "view.previousArea",
          "",
          "view.problems",
          "view.nextProblem",
          "view.previousProblem",
          "view.run",
          "view.closePanel"}},
        {QT_TRANSLATE_NOOP("Actions", "&Tools"),
         {"tools.recognise", "tools.backups", "", "tools.settings"}},
        {QT_TRANSLATE_NOOP("Actions", "&Help"),
         {"help.contents", "help.shortcuts", "", "help.selfTest", "help.diagnostics",
          "help.about"}},
    };
}

QString tr(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

} // namespace

void createActions(ActionRegistry& registry)
{
    const QList<Spec> all = specs();
    for (const Spec& spec : all)
        registry.add(QString::fromLatin1(spec.id), tr(spec.text), QString::fromLatin1(spec.icon),
                     spec.keys);
    registry.action(u"tools.settings"_s)->setMenuRole(QAction::PreferencesRole);
    registry.action(u"file.quit"_s)->setMenuRole(QAction::QuitRole);
    registry.action(u"help.about"_s)->setMenuRole(QAction::AboutRole);
}

void fillMenus(QMenuBar* bar, const ActionRegistry& registry)
{
    const QList<MenuSpec> all = menus();
    for (const MenuSpec& spec : all) {
        QMenu* menu = bar->addMenu(tr(spec.title));
        for (const char* id : spec.ids) {
            QAction* action = registry.action(QString::fromLatin1(id));
            if (action != nullptr)
                menu->addAction(action);
            else
                menu->addSeparator();
        }
    }
}

void fillToolBar(QToolBar* bar, const ActionRegistry& registry)
{
    for (const char* id : {"migrate.refresh", "", "migrate.upgrade", "migrate.downgrade",
                           "migrate.verify", "", "migrate.stop"}) {
        QAction* action = registry.action(QString::fromLatin1(id));
        if (action != nullptr)
            bar->addAction(action);
        else
            bar->addSeparator();
    }
}

void enableActions(const ActionRegistry& registry, const Workspace& workspace)
{
    const bool project = workspace.project() != nullptr;
    const bool connected = workspace.isConnected();
    const bool running = workspace.isRunning();
    const bool idle = connected && !running && !workspace.isRefreshing();
    bool applied = false;
    bool unknown = false;
    const QList<core::DatabaseStatus> statuses = workspace.statuses();
    for (const core::DatabaseStatus& status : statuses) {
        applied = applied || !status.applied.isEmpty();
        unknown = unknown || !status.unknownRows.isEmpty();
    }
    const auto enable = [&registry](const QString& id, bool on) {
        registry.action(id)->setEnabled(on);
    };
    enable(u"file.connect"_s, !running);
    enable(u"file.createDatabases"_s, project && !running);
    enable(u"file.importEnv"_s, project && !running);
    enable(u"file.privateServer"_s, project && !running);
    enable(u"file.openProject"_s, !running);
    enable(u"file.disconnect"_s, connected && !running);
    enable(u"file.export"_s, !workspace.verifications().isEmpty());
    enable(u"file.printPreview"_s, !workspace.verifications().isEmpty());
    enable(u"file.print"_s, !workspace.verifications().isEmpty());
    enable(u"revision.new"_s, project && !running);
    enable(u"revision.rescue"_s, idle && unknown);
    enable(u"tools.recognise"_s, idle);
    enable(u"revision.reset"_s, idle && workspace.isWritable());
    enable(u"migrate.refresh"_s, idle);
    enable(u"migrate.upgrade"_s, idle);
    enable(u"migrate.downgrade"_s, idle && applied);
    enable(u"migrate.verify"_s, idle && !workspace.isVerifying());
    enable(u"migrate.prove"_s, idle);
    enable(u"migrate.stop"_s, running);
    enable(u"migrate.cancel"_s, running);
    enable(u"migrate.unlock"_s, connected && !workspace.isWritable());
}

} // namespace socrates::ui
