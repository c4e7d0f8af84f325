// SPDX-License-Identifier: MIT
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionmodel.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/workspace.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/inlinemessage.h"
#include "core/engine/versiontable.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using core::RevisionId;
using test::connectWindow;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000; ///< for things that end by themselves

const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

QString badge(WindowFixture& fixture, const DatabaseName& database)
{
    const auto* page = fixture.find<RevisionsPage>("revisionsPage");
    const DatabasePane* pane = page->pane(database);
    return pane != nullptr ? pane->badgeText() : QString();
}

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", qPrintable(file.errorString()));
}

/// One database, two revisions, the second of which fails after having created a table.
void writeBrokenProject(const QDir& folder)
{
    folder.mkdir(u"socrates_auth"_s);
    writeFile(folder.filePath(u"socrates.json"_s),
              R"({"databases": [{"name": "socrates_auth", "purpose": "accounts"}]})");
    writeFile(
        folder.filePath(u"socrates_auth/001_good.sql"_s),
        "-- socrates-migration: 1\n-- revision: 001\n-- down_revision:\n"
        "-- database: socrates_auth\n-- title: Good\n\n"
        "-- migrate:up\nCREATE TABLE good (id integer);\n-- migrate:down\nDROP TABLE good;\n");
    writeFile(folder.filePath(u"socrates_auth/002_bad.sql"_s),
              "-- socrates-migration: 1\n-- revision: 002\n-- down_revision: 001\n"
              "-- database: socrates_auth\n-- title: Bad\n\n"
              "-- migrate:up\nCREATE TABLE half (id integer);\nCREATE TABLE bad (id nonsense);\n"
              "-- migrate:down\nDROP TABLE bad;\n");
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

    static void trigger(WindowFixture& fixture, const char* id)
    {
        QAction* action = fixture.window.actions().action(QString::fromLatin1(id));
        QVERIFY2(action != nullptr && action->isEnabled(), id);
        action->trigger();
    }

    static void upgradeAll(WindowFixture& fixture)
    {
        trigger(fixture, "migrate.upgrade");
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QTest::mouseClick(run, Qt::LeftButton);
    }

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void upgradeIsPlannedRunAndVerified()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        QCOMPARE(badge(fixture, kAuth), u"2 pending"_s);
        QCOMPARE(badge(fixture, kSpecs), u"2 pending"_s);
        QVERIFY(fixture.window.windowTitle().endsWith(u"[Local]"));

        trigger(fixture, "migrate.upgrade");
        QCOMPARE(fixture.window.page(), MainWindow::Page::Plan);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QCOMPARE(run->text(), u"Apply 4 Migrations"_s);
        QCOMPARE(fixture.find<QTreeWidget>("planStepsView")->topLevelItemCount(), 4);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window.page(), MainWindow::Page::Verification, kPatience);

        for (const core::DatabaseVerification& verification :
             fixture.window.workspace().verifications())
            QVERIFY2(verification.isOk(), qPrintable(verification.name.text()));
        QCOMPARE(badge(fixture, kAuth), u"2 of 2 applied"_s);
        QCOMPARE(badge(fixture, kSpecs), u"2 of 2 applied"_s);
        // The databases say so themselves.
        TestServer& server = TestServer::shared();
        QCOMPARE(server.value(pair.value(kAuth).databaseName(),
                              u"SELECT version_num FROM alembic_version"_s),
                 u"002"_s);
        QCOMPARE(server.value(pair.value(kSpecs).databaseName(),
                              u"SELECT version_num FROM alembic_version"_s),
                 u"004"_s);
        QVERIFY(!fixture.find<QDockWidget>("problemsDock")->isVisible());
    }

    void downgradeWantsTheNameTyped()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        upgradeAll(fixture);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window.page(), MainWindow::Page::Verification, kPatience);
        TestServer& server = TestServer::shared();
        const QString specs = pair.value(kSpecs).databaseName();
        server.run(
            specs,
            {u"INSERT INTO projects (user_id, name) VALUES (gen_random_uuid(), 'p')"_s,
             u"INSERT INTO sessions (project_id) SELECT id FROM projects, generate_series(1, 42)"_s});

        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        page->selectRevision(kSpecs, RevisionId(u"004"_s));
        trigger(fixture, "migrate.downgrade");
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QCOMPARE(run->text(), u"Downgrade 1 Migration…"_s);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<ConfirmByName>("confirmByNameDialog") != nullptr,
                                 kPatience);
        auto* dialog = fixture.find<ConfirmByName>("confirmByNameDialog");
        QVERIFY(dialog->findChild<QLabel*>(u"consequenceLabel"_s)
                    ->text()
                    .startsWith(u"42 sessions will be deleted from "));
        auto* edit = dialog->findChild<QLineEdit*>(u"confirmNameEdit"_s);
        auto* confirm = dialog->findChild<QPushButton*>(u"confirmButton"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(edit, specs + u' ');
        QVERIFY(!confirm->isEnabled());
        QTest::keyClick(edit, Qt::Key_Backspace);
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kSpecs), u"1 pending"_s, kPatience);
        QCOMPARE(server.value(specs, u"SELECT version_num FROM alembic_version"_s), u"003"_s);
        QCOMPARE(server.value(specs, u"SELECT to_regclass('sessions') IS NULL"_s), u"t"_s);
        QCOMPARE(badge(fixture, kAuth), u"2 of 2 applied"_s);
        // Who once applied it is history, and no longer how it stands.
        page->selectRevision(kSpecs, RevisionId(u"004"_s));
        const auto overview = [&fixture] {
            return fixture.find<QTextBrowser>("overviewBrowser")->toPlainText();
        };
        QVERIFY(overview().contains(u"Create sessions table"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!overview().contains(u"Took"_s), kPatience);
        page->selectRevision(kSpecs, RevisionId(u"003"_s));
        QVERIFY(overview().contains(u"Took"_s));
    }

    void downgradeBeginsWhereNothingStandsOnIt()
    {
        WindowFixture fixture;
        connectWindow(fixture, WindowFixture::planProject(), fixture.createPair());
        upgradeAll(fixture);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window.page(), MainWindow::Page::Verification, kPatience);
        // auth is the active pane, but specs requires what auth has.
        fixture.find<RevisionsPage>("revisionsPage")->selectRevision(kAuth, RevisionId(u"002"_s));
        trigger(fixture, "migrate.downgrade");
        auto* steps = fixture.find<QTreeWidget>("planStepsView");
        QTRY_COMPARE_WITH_TIMEOUT(steps->topLevelItemCount(), 1, kPatience);
        QCOMPARE(steps->topLevelItem(0)->text(1), kSpecs.text());
        QCOMPARE(steps->topLevelItem(0)->text(2), u"004"_s);
    }

    void enterInTheNameFieldCancels()
    {
        ConfirmByName::Request request;
        request.title = u"Downgrade"_s;
        request.consequence = u"This removes table t."_s;
        request.name = u"db"_s;
        request.actionText = u"Downgrade 004"_s;
        ConfirmByName dialog(request);
        dialog.show();
        auto* edit = dialog.findChild<QLineEdit*>(u"confirmNameEdit"_s);
        QTest::keyClicks(edit, u"db"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void refreshShowsWhatOthersDid()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        upgradeAll(fixture);
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kSpecs), u"2 of 2 applied"_s, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning() &&
                                     !fixture.window.workspace().isVerifying(),
                                 kPatience);
        TestServer::shared().run(pair.value(kSpecs).databaseName(),
                                 {u"UPDATE alembic_version SET version_num = 'abcdef'"_s});
        trigger(fixture, "migrate.refresh");
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kSpecs), u"unknown revision abcdef"_s, kPatience);
        const RevisionModel* model =
            fixture.find<RevisionsPage>("revisionsPage")->pane(kSpecs)->model();
        QCOMPARE(model->kindOf(2), RevisionModel::RowKind::Missing);
    }

    void aMoveByOthersIsNoticed()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kSpecs), u"2 pending"_s, kPatience);
        // As plain Alembic would, without our log.
        TestServer::shared().run(pair.value(kSpecs).databaseName(),
                                 {core::createVersionTableSql(u"public"_s),
                                  u"INSERT INTO alembic_version VALUES ('003')"_s});
        fixture.window.workspace().lookForMoves();
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kSpecs), u"1 pending"_s, kPatience);
        QVERIFY(fixture.find<QLabel>("activityLabel")->text().contains("socrates_specs"_L1));
    }

    void whoBlocksIsShownWithTheChoices()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        const auto holder = TestServer::shared().connect(pair.value(kSpecs).databaseName());
        QVERIFY(holder->query(core::createVersionTableSql(u"public"_s)));
        QVERIFY(holder->query(u"BEGIN"_s));
        QVERIFY(holder->query(u"LOCK TABLE alembic_version IN SHARE MODE"_s));
        fixture.settings().setLockTimeoutMs(60000);
        upgradeAll(fixture);
        auto* blocked = fixture.find<InlineMessage>("blockedMessage");
        QTRY_VERIFY_WITH_TIMEOUT(
            blocked->text().contains(QString::number(holder->server().backendPid)), kPatience);
        auto* terminate = blocked->findChild<QAction*>(u"terminateTheirsAction"_s);
        QVERIFY(terminate != nullptr);
        terminate->trigger();
        auto* box = fixture.find<QMessageBox>("endTheirsDialog");
        QVERIFY(box != nullptr && box->text().startsWith("LOCAL"_L1));
        QTest::mouseClick(fixture.find<QPushButton>("endTheirsButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kSpecs), u"2 of 2 applied"_s, kPatience);
        QVERIFY(!holder->isAlive());
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning() &&
                                     !fixture.window.workspace().isVerifying(),
                                 kPatience);
    }

    void aFailureIsToldWhereItHappened()
    {
        QTemporaryDir folder;
        writeBrokenProject(QDir(folder.path()));
        WindowFixture fixture;
        TestServer& server = TestServer::shared();
        const QString database = server.createDatabase(u"broken"_s);
        connectWindow(fixture, folder.path(), {{kAuth, server.parameters(database)}});
        upgradeAll(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDockWidget>("problemsDock")->isVisible(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kAuth), u"002 failed, still at 001"_s, kPatience);
        const RevisionModel* model =
            fixture.find<RevisionsPage>("revisionsPage")->pane(kAuth)->model();
        QCOMPARE(model->stateAt(0), RevisionState::Applied);
        QCOMPARE(model->stateAt(1), RevisionState::Failed);
        // The half that ran was rolled back.
        QCOMPARE(server.value(database, u"SELECT to_regclass('half') IS NULL"_s), u"t"_s);
        QCOMPARE(server.value(database, u"SELECT version_num FROM alembic_version"_s), u"001"_s);
        const auto* message = fixture.find<QWidget>("runResultMessage");
        QVERIFY2(message->accessibleDescription().contains(u"socrates_auth is at 001"),
                 qPrintable(message->accessibleDescription()));
    }

    void aDatabaseWithoutRevisionsIsCalledThat()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(kAuth.text()));
        QFile manifest(folder.filePath(u"socrates.json"_s));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        manifest.write(R"({"databases": [{"name": "socrates_auth"}]})");
        manifest.close();
        WindowFixture fixture;
        TestServer& server = TestServer::shared();
        connectWindow(fixture, folder.path(),
                      {{kAuth, server.parameters(server.createDatabase(u"empty"_s))}});
        QCOMPARE(badge(fixture, kAuth), u"no revisions"_s);
    }

    void anUnreachableDatabaseLeavesTheOtherUsable()
    {
        WindowFixture fixture;
        auto pair = fixture.createPair();
        pair[kSpecs].setValue(u"port"_s, u"1"_s);
        connectWindow(fixture, WindowFixture::planProject(), pair);
        QCOMPARE(badge(fixture, kAuth), u"2 pending"_s);
        QVERIFY2(badge(fixture, kSpecs).startsWith(u"unreachable"),
                 qPrintable(badge(fixture, kSpecs)));
    }

    void aBrokenProjectNamesItsFaults()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"socrates.json"_s), "{\"databases\": 3}");
        WindowFixture fixture;
        fixture.window.show();
        fixture.window.connections().openProject(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDockWidget>("problemsDock")->isVisible(), kPatience);
        QVERIFY(fixture.window.workspace().project() == nullptr);
    }

    void productionIsReadOnlyUntilUnlocked()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        core::ConnectionProfile profile = fixture.window.workspace().profile();
        profile.name = u"live"_s;
        profile.environment = core::Environment::Production;
        fixture.window.workspace().connectTo(profile, {});
        QTRY_COMPARE_WITH_TIMEOUT(badge(fixture, kAuth), u"2 pending"_s, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRefreshing(), kPatience);
        QVERIFY(fixture.window.windowTitle().endsWith(u"[Production]"));
        QCOMPARE(fixture.find<QLabel>("environmentLabel")->text(), u"PRODUCTION"_s);
        trigger(fixture, "migrate.upgrade");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QTreeWidget>("planStepsView")->topLevelItemCount(),
                                  4, kPatience);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QVERIFY(!run->isEnabled());
        QTest::mouseClick(fixture.find<QPushButton>("lockButton"), Qt::LeftButton);
        auto* unlock = fixture.find<QPushButton>("unlockButton");
        QVERIFY(unlock != nullptr);
        QTest::mouseClick(unlock, Qt::LeftButton);
        QVERIFY(run->isEnabled());
    }

    void selectionPointsAcrossThePanes()
    {
        WindowFixture fixture;
        connectWindow(fixture, WindowFixture::planProject(), fixture.createPair());
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        page->selectRevision(kSpecs, RevisionId(u"003"_s));
        const RevisionModel* auth = page->pane(kAuth)->model();
        QVERIFY(!auth->index(0, 0).data(RevisionModel::HighlightRole).toBool());
        QVERIFY(auth->index(1, 0).data(RevisionModel::HighlightRole).toBool());
        page->selectRevision(kSpecs, RevisionId(u"004"_s));
        QVERIFY(!auth->index(1, 0).data(RevisionModel::HighlightRole).toBool());
    }

    void panesBecomeTabsWhenNarrow()
    {
        WindowFixture fixture;
        connectWindow(fixture, WindowFixture::planProject(), fixture.createPair());
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        QVERIFY(!page->isTabbed());
        fixture.window.resize(960, 600);
        QTRY_VERIFY(page->isTabbed());
        QCOMPARE(fixture.window.size(), QSize(960, 600));
        fixture.window.resize(1366, 768);
        QTRY_VERIFY(!page->isTabbed());
    }

    void theFilterNarrowsBothPanes()
    {
        WindowFixture fixture;
        connectWindow(fixture, WindowFixture::planProject(), fixture.createPair());
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        trigger(fixture, "view.filter");
        QTest::keyClicks(fixture.find<QLineEdit>("filterEdit"), u"refresh_tokens"_s);
        QCOMPARE(page->pane(kAuth)->visibleRows(), 1);
        QCOMPARE(page->pane(kSpecs)->visibleRows(), 0);
        trigger(fixture, "view.closePanel");
        QCOMPARE(page->pane(kAuth)->visibleRows(), 2);
    }

    void whatHasNothingToShowSaysWhatToDo()
    {
        WindowFixture fixture;
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"shop"_s));
        QFile project(folder.filePath(u"socrates.json"_s));
        QVERIFY(project.open(QIODevice::WriteOnly));
        project.write(R"({"databases": [{"name": "shop", "purpose": "orders"}]})");
        project.close();
        fixture.window.show();
        fixture.window.connections().openProject(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
        fixture.window.showPage(MainWindow::Page::Revisions);
        auto* empty = fixture.find<QWidget>("noRevisionsState");
        QVERIFY(empty != nullptr && empty->isVisible());
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_VERIFY(fixture.find<QDialog>("newRevisionDialog") != nullptr);
    }

    void beforeTheFirstRunThePanelOffersOne()
    {
        WindowFixture fixture;
        connectPair(fixture);
        triggerAction(fixture, u"view.run"_s);
        auto* empty = fixture.find<QWidget>("noRunState");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(!fixture.find<QTreeWidget>("runView")->isVisible());
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isVisible() && run->isEnabled(), kPatience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QTreeWidget>("runView")->isVisible(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window.workspace().pendingCount(), 0, kPatience);
    }

    void aFilterThatLeavesNothingCanBeCleared()
    {
        WindowFixture fixture;
        connectPair(fixture);
        auto* edit = fixture.find<QLineEdit>("filterEdit");
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        QVERIFY(fixture.find<QWidget>("noRevisionsState") == nullptr);
        edit->setText(u"no such thing"_s);
        for (const DatabasePane* pane : page->panes())
            QVERIFY(pane->findChild<QWidget*>(u"noRevisionsState"_s)->isVisible());
        QTest::mouseClick(fixture.find<QWidget>("noRevisionsState")->findChild<QPushButton*>(),
                          Qt::LeftButton);
        QVERIFY(edit->text().isEmpty());
        for (const DatabasePane* pane : page->panes()) {
            QVERIFY(pane->view()->isVisible());
            QVERIFY(!pane->findChild<QWidget*>(u"noRevisionsState"_s)->isVisible());
        }
    }

    void keysDoNotConflict()
    {
        WindowFixture fixture;
        for (const ActionRegistry::Conflict& conflict : fixture.window.actions().conflicts())
            QFAIL(qPrintable(conflict.first + u" and "_s + conflict.second));
        // The test would see one.
        fixture.window.actions().applyKeys({{u"migrate.verify"_s, QKeySequence(u"F5"_s)}});
        QCOMPARE(fixture.window.actions().conflicts().size(), 1);
    }

    void everyActionIsInAMenu()
    {
        WindowFixture fixture;
        QSet<QAction*> inMenus;
        const QList<QAction*> tops = fixture.window.menuBar()->actions();
        for (const QAction* top : tops) {
            const QList<QAction*> items = top->menu()->actions();
            inMenus += QSet<QAction*>(items.begin(), items.end());
        }
        for (const ActionRegistry::Entry& entry : fixture.window.actions().entries())
            QVERIFY2(inMenus.contains(entry.action), qPrintable(entry.id));
    }

    void everythingThatTakesFocusHasAName()
    {
        WindowFixture fixture;
        connectWindow(fixture, WindowFixture::planProject(), fixture.createPair());
        QStringList nameless;
        const QList<QWidget*> widgets = fixture.window.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            // The bar of tabbed docks is QMainWindow's own and has no name of its own.
            const bool isDockBar =
                widget->inherits("QTabBar") && widget->parent() == &fixture.window;
            const bool isPutAway =
                widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
            if (isDockBar || isPutAway)
                continue;
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(u"qt_"))
                continue;
            const QAccessibleInterface* interface =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            if (interface != nullptr && interface->text(QAccessible::Name).isEmpty())
                nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                widget->objectName() + u" in "_s +
                                widget->parentWidget()->objectName();
        }
        QCOMPARE(nameless.join(u'\n'), QString());
    }
};

SOCRATES_GUI_TEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
