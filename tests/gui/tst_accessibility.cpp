// SPDX-License-Identifier: MIT
#include "app/connections/provisiondialog.h"
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionmodel.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/widgets/confirmbyname.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QToolBar>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::connectPair;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000; ///< for things that end by themselves
constexpr int kMostTabs = 200;   ///< more than any dialog has

const DatabaseName kSpecs(u"socrates_specs"_s);

QString nameOf(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const QWidget* parent = widget->parentWidget();
    return QStringList{QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                       button != nullptr ? button->text() : QString(),
                       parent != nullptr ? parent->objectName() : QString()}
        .join(u'|');
}

/// What a screen reader would meet below `interface`, window by window: everything in sight that
/// takes the focus must say what it is.
struct Walk
{
    void visit(QAccessibleInterface* interface)
    {
        if (interface == nullptr || !interface->isValid() || interface->state().invisible)
            return;
        auto* widget = qobject_cast<QWidget*>(interface->object());
        if (widget == nullptr)
            return;
        if (interface->state().focusable) {
            ++focusable;
            // The bar of tabbed docks is QMainWindow's own and has no name of its own.
            const bool isDockBar =
                widget->inherits("QTabBar") && qobject_cast<QMainWindow*>(widget->parentWidget());
            if (!isDockBar && interface->text(QAccessible::Name).trimmed().isEmpty())
                nameless << nameOf(widget);
        }
        if (interface->tableInterface() != nullptr)
            return; // its children are cells, thousands perhaps
        for (int child = 0; child < interface->childCount(); ++child)
            visit(interface->child(child));
    }

    int focusable = 0;
    QStringList nameless;
};

QString namelessIn(QWidget& window)
{
    Walk walk;
    walk.visit(QAccessible::queryAccessibleInterface(&window));
    if (walk.focusable == 0)
        return u"nothing takes the focus"_s;
    return walk.nameless.join(u'\n');
}

/// The text of a cell as the accessible tree tells it.
QString cellName(QTreeView* view, int row, int column)
{
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(view);
    if (tree == nullptr || tree->tableInterface() == nullptr)
        return {};
    QAccessibleInterface* cell = tree->tableInterface()->cellAt(row, column);
    return cell != nullptr ? cell->text(QAccessible::Name) : QString();
}

/// Applies everything; the window ends on the verification page with its run panel open.
void upgradeAll(WindowFixture& fixture)
{
    triggerAction(fixture, u"migrate.upgrade"_s);
    auto* run = fixture.find<QPushButton>("planRunButton");
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window.page(), MainWindow::Page::Verification, kPatience);
}

/// Opens a dialog of the window by name; null when it did not come.
QDialog* openDialog(WindowFixture& fixture, const QString& which)
{
    MainWindow& window = fixture.window;
    if (which == u"provision") {
        auto* dialog = new ProvisionDialog(*window.workspace().project(), &window);
        dialog->open();
    } else if (which == u"confirm") {
        ConfirmByName::Request request;
        request.title = u"Downgrade"_s;
        request.consequence = u"This removes table sessions with 42 rows."_s;
        request.objects = QStringList{u"table sessions"_s};
        request.name = u"socrates_specs"_s;
        request.actionText = u"Downgrade 004"_s;
        request.asksForBackup = true;
        request.environment = u"PRODUCTION"_s;
        auto* dialog = new ConfirmByName(request, &window);
        dialog->open();
    } else if (which == u"unlock") {
        askToUnlock(u"Live"_s, &window, [] {});
    } else if (which == u"stop") {
        askToStopAndClose(core::Environment::Staging, &window, [] {});
    } else {
        window.actions().action(which)->trigger();
    }
    const auto isThere = [] { return QApplication::activeModalWidget() != nullptr; };
    return QTest::qWaitFor(isThere, kPatience)
               ? qobject_cast<QDialog*>(QApplication::activeModalWidget())
               : nullptr;
}

void addDialogs()
{
    QTest::addColumn<QString>("which");
    // The platform's own dialogs for files and printers are Qt's to describe.
    for (const char* which : {"file.connect", "tools.settings", "help.shortcuts", "help.about",
                              "help.selfTest", "provision", "confirm", "unlock", "stop"})
        QTest::newRow(which) << QString::fromLatin1(which);
}

} // namespace

/// The window as a screen reader sees it, and its dialogs as somebody without a mouse does.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { socrates::test::failOnWarnings(); }

    void everyPageSaysWhatTakesTheFocus()
    {
        WindowFixture fixture;
        using Page = MainWindow::Page;
        fixture.window.show();
        QCOMPARE(namelessIn(fixture.window), QString()); // before anything is open
        connectPair(fixture);
        for (const Page page : {Page::Home, Page::Revisions, Page::Verification, Page::Activity,
                                Page::Map, Page::Plan}) {
            fixture.window.showPage(page);
            QCOMPARE(namelessIn(fixture.window), QString());
        }
        upgradeAll(fixture);
        for (const char* panel : {"view.run", "view.problems"}) {
            triggerAction(fixture, QString::fromLatin1(panel));
            QCOMPARE(namelessIn(fixture.window), QString());
        }
        fixture.find<QTreeView>("verificationTree")->setFocus();
        QTest::keyClick(fixture.find<QTreeView>("verificationTree"), Qt::Key_Down);
        QCOMPARE(namelessIn(fixture.window), QString());
        for (const Page page : {Page::Activity, Page::Map, Page::Revisions}) {
            fixture.window.showPage(page);
            QCOMPARE(namelessIn(fixture.window), QString());
        }
    }

    void everyDialogSaysWhatTakesTheFocus_data() { addDialogs(); }
    void everyDialogSaysWhatTakesTheFocus()
    {
        QFETCH(QString, which);
        WindowFixture fixture;
        connectPair(fixture);
        QDialog* dialog = openDialog(fixture, which);
        QVERIFY(dialog != nullptr);
        QCOMPARE(namelessIn(*dialog), QString());
        // Its title is what is read first. A message box on some platforms shows none.
        QVERIFY(!dialog->windowTitle().isEmpty());
    }

    void tabGoesRoundInEveryDialog_data() { addDialogs(); }
    void tabGoesRoundInEveryDialog()
    {
        QFETCH(QString, which);
        WindowFixture fixture;
        connectPair(fixture);
        QDialog* dialog = openDialog(fixture, which);
        QVERIFY(dialog != nullptr);
        dialog->activateWindow(); // a window manager does that; offscreen there is none
        QTRY_VERIFY(dialog->isAncestorOf(qApp->focusWidget()));
        const QWidget* first = qApp->focusWidget();
        QSet<const QWidget*> visited;
        QStringList path;
        bool isBack = false;
        for (int step = 0; step < kMostTabs && !isBack; ++step) {
            visited.insert(qApp->focusWidget());
            path << nameOf(qApp->focusWidget());
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
            QVERIFY(qApp->focusWidget() != nullptr);
            QVERIFY2(dialog->isAncestorOf(qApp->focusWidget()),
                     qPrintable(nameOf(qApp->focusWidget())));
            isBack = qApp->focusWidget() == first;
        }
        QVERIFY2(isBack, qPrintable(path.join(u'\n'))); // somebody gets stuck
        QStringList missed;
        const QList<QWidget*> widgets = dialog->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            if (takesTab && widget->isVisible() && widget->isEnabled() &&
                widget->focusProxy() == nullptr && !visited.contains(widget))
                missed << nameOf(widget);
        }
        QVERIFY2(missed.isEmpty(),
                 qPrintable(missed.join(u'\n') + u"\nwas not among\n"_s + path.join(u'\n')));
    }

    void whatTheToolBarDoesAMenuDoes()
    {
        WindowFixture fixture;
        QSet<QAction*> inMenus;
        const QList<QAction*> tops = fixture.window.menuBar()->actions();
        for (const QAction* top : tops) {
            const QList<QAction*> items = top->menu()->actions();
            inMenus += QSet<QAction*>(items.begin(), items.end());
        }
        const auto bars = fixture.window.findChildren<QToolBar*>();
        QVERIFY(!bars.isEmpty());
        for (const QToolBar* bar : bars) {
            const QList<QAction*> actions = bar->actions();
            for (QAction* action : actions) {
                // A widget (the filter) is reached by its own action, Ctrl+F.
                if (action->isSeparator() || action->text().isEmpty())
                    continue;
                QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
            }
        }
    }

    void aRevisionIsReadAsASentence()
    {
        WindowFixture fixture;
        connectPair(fixture);
        fixture.window.showPage(MainWindow::Page::Revisions);
        QTreeView* view = fixture.find<RevisionsPage>("revisionsPage")->pane(kSpecs)->view();
        QCOMPARE(cellName(view, 0, RevisionModel::GraphColumn),
                 u"003, Create projects table, Pending, database socrates_specs, a base, "
                 "requires socrates_auth@002"_s);
        QCOMPARE(cellName(view, 1, RevisionModel::GraphColumn),
                 u"004, Create sessions table, Pending, database socrates_specs, depends on 003, "
                 "a head"_s);
        upgradeAll(fixture);
        fixture.window.showPage(MainWindow::Page::Revisions);
        QVERIFY2(cellName(view, 0, RevisionModel::GraphColumn)
                     .startsWith(u"003, Create projects table, Applied"),
                 qPrintable(cellName(view, 0, RevisionModel::GraphColumn)));
    }
};

SOCRATES_GUI_TEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
