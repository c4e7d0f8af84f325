// SPDX-License-Identifier: MIT
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/startrequest.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::ProjectFolder;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000; ///< for things that end by themselves

const DatabaseName kApp(u"app"_s);

/// 001 waits for a lock that the test holds, so that a run is under way for as long as the test
/// wants; 002 would create another table.
void addWaitingRevisions(ProjectFolder& folder)
{
    folder.add(u"app"_s, {u"001"_s,
                          {},
                          u"CREATE TABLE one (id integer);\n"
                          "SELECT pg_advisory_xact_lock(4711);"_s});
    folder.add(u"app"_s, {u"002"_s, u"001"_s, u"CREATE TABLE two (id integer);"_s});
}

} // namespace

/// What a person does while a run is under way: stop it, cancel its statement, close the window.
class TestRunControl : public QObject
{
    Q_OBJECT

    /// A window whose upgrade waits inside revision 001 until release().
    struct WaitingRun
    {
        WaitingRun() : folder({kApp.text()})
        {
            addWaitingRevisions(folder);
            database = TestServer::shared().createDatabase(u"waiting"_s);
            holder = TestServer::shared().connect(database);
            if (!holder->query(u"SELECT pg_advisory_lock(4711)"_s))
                qFatal("the lock could not be taken");
        }

        void start()
        {
            MainWindow& window = fixture.window;
            window.resize(1366, 768);
            window.show();
            window.connections().openProject(folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
            window.connections().connectUrls({{kApp, TestServer::shared().parameters(database)}});
            QTRY_VERIFY_WITH_TIMEOUT(window.actions().action(u"migrate.upgrade"_s)->isEnabled(),
                                     kPatience);
            window.actions().action(u"migrate.upgrade"_s)->trigger();
            auto* run = fixture.find<QPushButton>("planRunButton");
            QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
            QTest::mouseClick(run, Qt::LeftButton);
            // The server itself says that the statement waits.
            QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"1"_s, kPatience);
        }

        QString waiting() const
        {
            return TestServer::shared().value(
                database, u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND "
                          "objid = 4711 AND NOT granted"_s);
        }
        void release() { holder.reset(); }
        QString tables() const
        {
            return TestServer::shared().value(
                database, u"SELECT coalesce(string_agg(relname, ',' ORDER BY relname), '') FROM "
                          "pg_class WHERE relname IN ('one', 'two')"_s);
        }
        QString result()
        {
            return fixture.find<QWidget>("runResultMessage")->accessibleName() + u' ' +
                   fixture.find<QWidget>("runResultMessage")->accessibleDescription();
        }

        ProjectFolder folder;
        QString database;
        std::unique_ptr<core::Connection> holder;
        WindowFixture fixture;
    };

    static void awaitEnd(WaitingRun& run)
    {
        Workspace& workspace = run.fixture.window.workspace();
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isRunning() && !workspace.isRefreshing(), kPatience);
    }

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void stopEndsAfterTheStepUnderWay()
    {
        WaitingRun run;
        run.start();
        QTest::mouseClick(run.fixture.find<QPushButton>("stopRunButton"), Qt::LeftButton);
        QVERIFY(run.fixture.window.workspace().isRunning());
        run.release();
        awaitEnd(run);
        QCOMPARE(run.tables(), u"one"_s);
        QVERIFY2(run.result().contains(u"Stopped as asked, after 1 step"),
                 qPrintable(run.result()));
        QCOMPARE(run.fixture.find<RevisionsPage>("revisionsPage")->pane(kApp)->badgeText(),
                 u"1 pending"_s);
    }

    void cancelEndsTheStatementOnTheServer()
    {
        WaitingRun run;
        run.start();
        QTest::mouseClick(run.fixture.find<QPushButton>("cancelStatementButton"), Qt::LeftButton);
        // The lock is still held: only a cancel on the server ends the wait.
        awaitEnd(run);
        QCOMPARE(run.waiting(), u"0"_s);
        QCOMPARE(run.tables(), QString());
        QVERIFY2(run.result().contains(u"base (nothing applied)"), qPrintable(run.result()));
        const DatabasePane* pane = run.fixture.find<RevisionsPage>("revisionsPage")->pane(kApp);
        QTRY_COMPARE_WITH_TIMEOUT(pane->badgeText(), u"001 failed, still at base"_s, kPatience);
    }

    void aWindowKeptOpenLetsTheRunGoOn()
    {
        WaitingRun run;
        run.start();
        run.fixture.window.close();
        auto* keep = run.fixture.find<QPushButton>("keepRunningButton");
        QVERIFY(keep != nullptr);
        QVERIFY(keep->isDefault());
        QTest::mouseClick(keep, Qt::LeftButton);
        QVERIFY(run.fixture.window.isVisible());
        run.release();
        awaitEnd(run);
        QVERIFY(run.fixture.window.isVisible());
        QCOMPARE(run.tables(), u"one,two"_s);
    }

    void aLaterStartWaitsForTheEndOfTheRun()
    {
        WaitingRun run;
        run.start();
        StartRequest request;
        request.projectFolder = WindowFixture::planProject();
        followLaterStart(run.fixture.window, request);
        request.urls = run.fixture.createPair();
        followLaterStart(run.fixture.window, request);
        const Workspace& workspace = run.fixture.window.workspace();
        QVERIFY(workspace.isRunning());
        QCOMPARE(workspace.project()->folder(), run.folder.path());
        run.release();
        QTRY_COMPARE_WITH_TIMEOUT(workspace.statuses().size(), 2, kPatience);
        QCOMPARE(workspace.project()->folder(),
                 QFileInfo(request.projectFolder).absoluteFilePath());
        QCOMPARE(run.tables(), u"one,two"_s);
    }

    void stopAndCloseWaitsForTheStep()
    {
        WaitingRun run;
        run.start();
        run.fixture.window.close();
        auto* stop = run.fixture.find<QPushButton>("stopAndCloseButton");
        QVERIFY(stop != nullptr);
        QTest::mouseClick(stop, Qt::LeftButton);
        QVERIFY(run.fixture.window.isVisible());
        run.release();
        QTRY_VERIFY_WITH_TIMEOUT(!run.fixture.window.isVisible(), kPatience);
        QCOMPARE(run.tables(), u"one"_s);
    }

    void theServerMayGoAndComeBack()
    {
        TestServer server;
        const auto parameters = server.parameters(server.createDatabase(u"gone"_s));
        ProjectFolder folder({kApp.text()});
        folder.add(u"app"_s, {u"001"_s, {}, u"CREATE TABLE one (id integer);"_s});
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        window.show();
        window.connections().openProject(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
        window.connections().connectUrls({{kApp, parameters}});
        const DatabasePane* pane = fixture.find<RevisionsPage>("revisionsPage")->pane(kApp);
        QTRY_COMPARE_WITH_TIMEOUT(pane->badgeText(), u"1 pending"_s, kPatience);
        QAction* refresh = window.actions().action(u"migrate.refresh"_s);
        QTRY_VERIFY_WITH_TIMEOUT(refresh->isEnabled(), kPatience);
        server.stop();
        refresh->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(pane->badgeText().startsWith(u"unreachable"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(refresh->isEnabled(), kPatience);
        server.start();
        refresh->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(pane->badgeText(), u"1 pending"_s, kPatience);
    }

    void upgradeByKeysAlone()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.connections().openProject(WindowFixture::planProject());
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
        QCOMPARE(focusName(), u"connectDatabasesButton"_s);
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("connectionDialog") != nullptr, kPatience);
        auto* dialog = fixture.find<QDialog>("connectionDialog");
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        // The first useful control has the focus without a key pressed.
        QTRY_COMPARE(focusName(), u"pasteConnectionEdit"_s);
        const auto pair = fixture.createPair();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(fixture.find<QDialog>("connectionDialog") == nullptr);
        window.activateWindow(); // a window manager does that; offscreen there is none
        QTRY_COMPARE(focusName(), u"connectDatabasesButton"_s); // back to the opener
        window.connections().connectUrls(pair);
        QTRY_VERIFY_WITH_TIMEOUT(window.actions().action(u"migrate.upgrade"_s)->isEnabled(),
                                 kPatience);
        QTest::keyClick(&window, Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"planRunButton"_s, kPatience);
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(window.page(), MainWindow::Page::Verification, kPatience);
        QCOMPARE(window.workspace().pendingCount(), 0);
    }

private:
    static QString focusName()
    {
        return qApp->focusWidget() != nullptr ? qApp->focusWidget()->objectName() : QString();
    }
};

SOCRATES_GUI_TEST_MAIN(TestRunControl)
#include "tst_runcontrol.moc"
