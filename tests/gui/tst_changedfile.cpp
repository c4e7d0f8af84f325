// SPDX-License-Identifier: MIT
#include "app/shell/actionregistry.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

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

} // namespace

/// A file that was edited after it was applied: its card shows the difference and both ways out.
class TestChangedFile : public QObject
{
    Q_OBJECT

private slots:
    void theCardHasBothWaysOut_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("restore") << u"restoreFileButton"_s;
        QTest::newRow("accept") << u"acceptFileButton"_s;
    }
    void theCardHasBothWaysOut()
    {
        QFETCH(QString, button);
        ProjectFolder folder({kApp.text()});
        folder.add(kApp.text(), {u"001"_s, {}, u"CREATE TABLE one (id integer);"_s});
        WindowFixture fixture;
        const QString database = TestServer::shared().createDatabase(kApp.text());
        const QMap<DatabaseName, core::ConnectionParameters> urls{
            {kApp, TestServer::shared().parameters(database)}};
        connectWindow(fixture, folder.path(), urls);
        upgrade(fixture);

        QFile file(folder.revisionPath(kApp.text(), u"001"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray applied = file.readAll();
        file.close();
        QByteArray edited = applied;
        edited.replace("id integer", "id bigint");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(edited) == edited.size());
        file.close();
        folder.add(kApp.text(), {u"002"_s, u"001"_s, u"CREATE TABLE two (id integer);"_s});
        QSignalSpy opened(&fixture.window.workspace(), &Workspace::projectOpened);
        fixture.window.connections().openProject(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatience);
        fixture.window.connections().connectUrls(urls);
        QAction* upgradeAction = fixture.window.actions().action(u"migrate.upgrade"_s);
        QTRY_VERIFY_WITH_TIMEOUT(upgradeAction->isEnabled(), kPatience);
        upgradeAction->trigger();
        auto* settle = fixture.find<QPushButton>(qPrintable(button));
        QTRY_VERIFY_WITH_TIMEOUT(settle->isVisible(), kPatience);
        const QString difference = fixture.find<QPlainTextEdit>("problemSqlEdit")->toPlainText();
        QVERIFY2(difference.contains(u"-CREATE TABLE one (id integer);"_s) &&
                     difference.contains(u"+CREATE TABLE one (id bigint);"_s),
                 qPrintable(difference));
        QTest::mouseClick(settle, Qt::LeftButton);
        const auto& statuses = fixture.window.workspace().statusMap();
        QTRY_VERIFY_WITH_TIMEOUT(statuses.contains(kApp) &&
                                     statuses.value(kApp).changedFiles.isEmpty() &&
                                     !fixture.window.workspace().isRefreshing(),
                                 kPatience);
        QVERIFY(!settle->isVisible());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), button.startsWith(u"restore"_s) ? applied : edited);
        upgrade(fixture);
    }

private:
    static void upgrade(WindowFixture& fixture)
    {
        Workspace& workspace = fixture.window.workspace();
        QAction* action = fixture.window.actions().action(u"migrate.upgrade"_s);
        QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), kPatience);
        action->trigger();
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.statusMap().value(kApp).isAtHead() &&
                                     !workspace.isRunning() && !workspace.isRefreshing() &&
                                     !workspace.isVerifying(),
                                 kPatience);
    }
};

SOCRATES_GUI_TEST_MAIN(TestChangedFile)
#include "tst_changedfile.moc"
