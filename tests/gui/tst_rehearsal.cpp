// SPDX-License-Identifier: MIT
#include "app/shell/actionregistry.h"
#include "core/engine/pairrecovery.h"
#include "core/engine/preparedhalf.h"
#include "core/engine/runlog.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

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

void openPlan(WindowFixture& fixture)
{
    QAction* upgrade = fixture.window.actions().action(u"migrate.upgrade"_s);
    QTRY_VERIFY_WITH_TIMEOUT(upgrade->isEnabled(), kPatience);
    upgrade->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QPushButton>("planRunButton")->isEnabled(), kPatience);
}

void rehearse(WindowFixture& fixture, const char* button = "planRehearseButton")
{
    QTest::mouseClick(fixture.find<QPushButton>(button), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning(), kPatience);
}

QString result(WindowFixture& fixture)
{
    const auto* message = fixture.find<QWidget>("runResultMessage");
    return message->accessibleName() + u'\n' + message->accessibleDescription();
}

/// Everything that the run panel tells.
QString told(WindowFixture& fixture)
{
    QStringList lines;
    const auto* view = fixture.find<QTreeWidget>("runView");
    for (int i = 0; i < view->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = view->topLevelItem(i);
        lines << item->text(0) + u" | "_s + item->text(1);
        for (int j = 0; j < item->childCount(); ++j)
            lines << u"  "_s + item->child(j)->text(0);
    }
    return lines.join(u'\n');
}

QString tables(const QString& database)
{
    return TestServer::shared().value(
        database, u"SELECT coalesce(string_agg(tablename, ',' ORDER BY tablename), '') FROM "
                  "pg_tables WHERE schemaname = 'public'"_s);
}

const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

/// A pair of databases on a server that allows prepared transactions.
struct OrphanBench
{
    std::unique_ptr<TestServer> server =
        std::make_unique<TestServer>(QStringList{u"max_prepared_transactions=10"_s});
    QMap<DatabaseName, core::ConnectionParameters> pair{
        {kAuth, server->parameters(server->createDatabase(u"auth"_s))},
        {kSpecs, server->parameters(server->createDatabase(u"specs"_s))}};

    /// Of the database that decides.
    QString identity() const
    {
        return server->value(
            pair.value(kAuth).databaseName(),
            u"SELECT (SELECT system_identifier FROM pg_control_system()) || '.' || "
            "(SELECT oid FROM pg_database WHERE datname = current_database())"_s);
    }
    QString prepareHalf(const QString& decider) const
    {
        const QString gid =
            core::PreparedHalf::makeGid(core::newLogToken(), decider, kAuth, u"004"_s);
        server->run(pair.value(kSpecs).databaseName(), {u"BEGIN"_s, u"CREATE TABLE half (id int)"_s,
                                                        u"PREPARE TRANSACTION '%1'"_s.arg(gid)});
        return gid;
    }
    QString prepared() const
    {
        return server->value(u"postgres"_s, u"SELECT count(*) FROM pg_prepared_xacts"_s);
    }
};

} // namespace

/// Trying a run before it is made, how it shares transactions, and a half that one left.
class TestRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void aRehearsalIsShownAndThePlanCanThenBeRun()
    {
        WindowFixture fixture;
        test::connectPair(fixture);
        openPlan(fixture);
        rehearse(fixture);
        QVERIFY2(result(fixture).contains(u"Would succeed in "), qPrintable(result(fixture)));
        const QString text = told(fixture);
        QVERIFY2(text.contains(u"| Would succeed"), qPrintable(text));
        QVERIFY2(text.contains(u"  creates table users"), qPrintable(text));
        QVERIFY2(text.contains(u"| Verified inside"), qPrintable(text));
        QCOMPARE(fixture.window.page(), MainWindow::Page::Plan);
        QCOMPARE(fixture.window.workspace().pendingCount(), 4);
        test::savePicture(test::rendered(fixture.window, 1), u"rehearsal"_s);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QVERIFY(run->isEnabled());
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window.page(), MainWindow::Page::Verification, kPatience);
        QCOMPARE(fixture.window.workspace().pendingCount(), 0);
    }

    void whatWouldFailIsToldWithItsLine()
    {
        ProjectFolder folder({kApp.text()});
        folder.add(u"app"_s, {u"001"_s, {}, u"CREATE TABLE one (id int);"_s});
        WindowFixture fixture;
        const QString database = TestServer::shared().createDatabase(u"app"_s);
        TestServer::shared().run(database, {u"CREATE TABLE one (id int)"_s});
        test::connectWindow(fixture, folder.path(),
                            {{kApp, TestServer::shared().parameters(database)}});
        openPlan(fixture);
        rehearse(fixture);
        QVERIFY2(result(fixture).contains(u"Would fail."), qPrintable(result(fixture)));
        QVERIFY2(result(fixture).contains(u"001_step.sql:7"), qPrintable(result(fixture)));
        QVERIFY2(told(fixture).contains(u"| Would fail"), qPrintable(told(fixture)));
        QCOMPARE(tables(database), u"one"_s);
    }

    void itCanBeStopped()
    {
        ProjectFolder folder({kApp.text()});
        folder.add(u"app"_s,
                   {u"001"_s, {}, u"CREATE TABLE one (id int);\nSELECT pg_sleep(600);"_s});
        WindowFixture fixture;
        const QString database = TestServer::shared().createDatabase(u"app"_s);
        test::connectWindow(fixture, folder.path(),
                            {{kApp, TestServer::shared().parameters(database)}});
        openPlan(fixture);
        QTest::mouseClick(fixture.find<QPushButton>("planRehearseButton"), Qt::LeftButton);
        // It is first run where the expected schema is found out, and can be stopped there too.
        QTRY_COMPARE_WITH_TIMEOUT(
            TestServer::shared().value(u"postgres"_s,
                                       u"SELECT count(*) FROM pg_stat_activity WHERE state = "
                                       "'active' AND query = 'SELECT pg_sleep(600)'"_s),
            u"1"_s, kPatience);
        QVERIFY(!fixture.find<QPushButton>("planRunButton")->isEnabled());
        auto* stop = fixture.find<QPushButton>("cancelStatementButton");
        QCOMPARE(stop->text(), u"Stop Rehearsal"_s);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning(), kPatience);
        QVERIFY2(result(fixture).contains(u"Stopped before its end."), qPrintable(result(fixture)));
        QCOMPARE(tables(database), QString());
        QVERIFY(fixture.find<QPushButton>("planRunButton")->isEnabled());
    }

    void productionIsUnlockedFirst()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        core::ConnectionProfile profile;
        profile.name = u"Live"_s;
        profile.environment = core::Environment::Production;
        profile.projectFolder = WindowFixture::planProject();
        for (auto it = pair.begin(); it != pair.end(); ++it)
            profile.databases.insert(it.key(), {*it, {}, false});
        fixture.window.show();
        fixture.window.connections().openProject(profile.projectFolder);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
        fixture.window.workspace().connectTo(profile, {});
        QAction* upgrade = fixture.window.actions().action(u"migrate.upgrade"_s);
        QTRY_VERIFY_WITH_TIMEOUT(upgrade->isEnabled(), kPatience);
        upgrade->trigger();
        auto* copies = fixture.find<QPushButton>("planRehearseCopiesButton");
        QTRY_VERIFY_WITH_TIMEOUT(copies->isEnabled(), kPatience);
        auto* button = fixture.find<QPushButton>("planRehearseButton");
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains(u"unlocked"));
        fixture.window.workspace().setUnlocked(true);
        QVERIFY(button->isEnabled());
    }

    void theModeIsChosenHereAndRemembered()
    {
        WindowFixture fixture;
        test::connectPair(fixture);
        openPlan(fixture);
        auto* modes = fixture.find<QComboBox>("planModeBox");
        QCOMPARE(modes->currentIndex(), 0);
        modes->setFocus();
        QTest::keyClick(modes, Qt::Key_End);
        QCOMPARE(modes->currentText(), u"Both databases or neither"_s);
        // This test's server allows no prepared transactions.
        const QString text = fixture.find<QLabel>("planModeLabel")->text();
        QVERIFY2(text.contains(u"max_prepared_transactions"), qPrintable(text));
        QTest::mouseClick(fixture.find<QPushButton>("planBackButton"), Qt::LeftButton);
        openPlan(fixture);
        QCOMPARE(modes->currentIndex(), 2);
        test::savePicture(test::rendered(fixture.window, 1), u"plan_both_or_neither"_s);
        QTest::mouseClick(fixture.find<QPushButton>("planRunButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window.page(), MainWindow::Page::Verification, kPatience);
        QCOMPARE(fixture.window.workspace().pendingCount(), 0);
    }

    void aModeThatIsNotPossibleSaysWhy()
    {
        ProjectFolder folder({kApp.text()});
        folder.add(u"app"_s, {u"001"_s, {}, u"VACUUM;"_s, {}, {}, u"transaction:false"_s});
        WindowFixture fixture;
        const QString database = TestServer::shared().createDatabase(u"app"_s);
        test::connectWindow(fixture, folder.path(),
                            {{kApp, TestServer::shared().parameters(database)}});
        openPlan(fixture);
        auto* modes = fixture.find<QComboBox>("planModeBox");
        const auto isOffered = [modes](int row) {
            return modes->model()->flags(modes->model()->index(row, 0)).testFlag(Qt::ItemIsEnabled);
        };
        QVERIFY(isOffered(0) && !isOffered(1) && !isOffered(2));
        QVERIFY(modes->itemData(1, Qt::ToolTipRole).toString().contains(u"outside a transaction"));
        QVERIFY(modes->itemData(2, Qt::ToolTipRole).toString().contains(u"one database"));
        rehearse(fixture);
        QVERIFY2(told(fixture).contains(u"| Cannot be rehearsed"), qPrintable(told(fixture)));
        test::savePicture(test::rendered(fixture.window, 1), u"rehearsal_not_possible"_s);
    }

    /// A run on both databases ended between PREPARE and its decision.
    void anOrphanedHalfIsOfferedAndEnded()
    {
        WindowFixture fixture;
        const OrphanBench bench;
        bench.prepareHalf(bench.identity());
        test::connectWindow(fixture, WindowFixture::planProject(), bench.pair);
        auto* message = fixture.find<QWidget>("recoveryMessage");
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), kPatience);
        QVERIFY(message->accessibleName().contains(u"socrates_specs is prepared"));
        auto* button = message->findChild<QPushButton*>(u"messageActionButton"_s);
        QVERIFY(button != nullptr);
        QCOMPARE(button->text(), u"Roll It Back"_s);
        test::savePicture(test::rendered(fixture.window, 1), u"recovery"_s);

        // Where the saved connection did not lead before, it is asked first.
        fixture.window.workspace().rememberServers(
            {{kSpecs, {u"1"_s, {}, bench.pair.value(kSpecs).databaseName(), {}}}});
        QTest::mouseClick(button, Qt::LeftButton);
        auto* box = fixture.find<QMessageBox>("acceptServerDialog");
        QVERIFY(box != nullptr);
        QVERIFY(box->informativeText().contains(u"is not on the server"_s));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(fixture.find<QMessageBox>("acceptServerDialog") == nullptr);
        QCOMPARE(bench.prepared(), u"1"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(fixture.find<QPushButton>("acceptServerButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), kPatience);
        QCOMPARE(bench.prepared(), u"0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRefreshing(), kPatience);
    }

    /// The database that holds the decision is not the one that is connected under its name.
    void anOrphanedHalfWithoutItsRecord()
    {
        WindowFixture fixture;
        const OrphanBench bench;
        const QString gid = bench.prepareHalf(u"1.1"_s);
        test::connectWindow(fixture, WindowFixture::planProject(), bench.pair);
        auto* message = fixture.find<QWidget>("recoveryMessage");
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), kPatience);
        QVERIFY2(message->accessibleDescription().contains(u"is another one than then"_s) ||
                     message->accessibleName().contains(u"is another one than then"_s),
                 qPrintable(message->accessibleName() + message->accessibleDescription()));
        auto* button = message->findChild<QPushButton*>(u"messageActionButton"_s);
        QVERIFY(button != nullptr);
        QCOMPARE(button->text(), u"Retry"_s);
        test::savePicture(test::rendered(fixture.window, 1), u"recovery-unknown"_s);
        bench.server->run(bench.pair.value(kSpecs).databaseName(),
                          {u"ROLLBACK PREPARED '%1'"_s.arg(gid)}); // somebody decided
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRefreshing(), kPatience);
    }
};

SOCRATES_GUI_TEST_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
