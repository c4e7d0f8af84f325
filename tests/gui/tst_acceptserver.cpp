// SPDX-License-Identifier: MIT
#include "app/shell/actionregistry.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfixture.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000; ///< for things that end by themselves
const DatabaseName kAuth(u"socrates_auth"_s);

} // namespace

/// A run whose databases do not look like those it was meant for asks first.
class TestAcceptServer : public QObject
{
    Q_OBJECT

    /// From the plan to the question.
    static void askForUpgrade(WindowFixture& fixture)
    {
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.actions().action(u"migrate.upgrade"_s)->isEnabled(),
                                 kPatience);
        triggerAction(fixture, u"migrate.upgrade"_s);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QMessageBox>("acceptServerDialog") != nullptr,
                                 kPatience);
    }

    static void accept(WindowFixture& fixture)
    {
        QTest::mouseClick(fixture.find<QPushButton>("acceptServerButton"), Qt::LeftButton);
        Workspace& workspace = fixture.window.workspace();
        QTRY_VERIFY_WITH_TIMEOUT(workspace.statusMap().value(kAuth).isAtHead() &&
                                     !workspace.isRunning() && !workspace.isRefreshing(),
                                 kPatience);
    }

private slots:
    void tablesOfTheOtherDatabase()
    {
        WindowFixture fixture;
        auto pair = fixture.createPair();
        pair.remove(DatabaseName(u"socrates_specs"_s));
        const QString database = pair.value(kAuth).databaseName();
        TestServer::shared().run(database, {u"CREATE TABLE projects (id int)"_s});
        connectWindow(fixture, WindowFixture::planProject(), pair);
        QVERIFY(!fixture.window.workspace().statusMap().value(kAuth).warnings.isEmpty());
        askForUpgrade(fixture);
        auto* box = fixture.find<QMessageBox>("acceptServerDialog");
        QVERIFY(box->informativeText().contains(u"This looks like socrates_specs"_s));
        QVERIFY(box->informativeText().contains(database));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(fixture.find<QMessageBox>("acceptServerDialog") == nullptr);
        QVERIFY(!fixture.window.workspace().isRunning());

        QTest::mouseClick(fixture.find<QPushButton>("planRunButton"), Qt::LeftButton);
        QTRY_VERIFY(fixture.find<QPushButton>("acceptServerButton") != nullptr);
        accept(fixture);
    }

    void aSavedConnectionLeadsElsewhere()
    {
        WindowFixture fixture;
        core::ConnectionProfile profile;
        profile.name = u"here"_s;
        profile.databases[kAuth].parameters = fixture.createPair().value(kAuth);
        QVERIFY(fixture.profiles().save(profile));
        MainWindow& window = fixture.window;
        window.resize(1366, 768);
        window.show();
        window.connections().openProject(WindowFixture::planProject());
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
        const auto lastSeen = [&fixture] {
            return fixture.profiles().find(u"here"_s)->databases.value(kAuth).lastSeen;
        };
        // The first time it is remembered.
        window.workspace().connectTo(profile, {});
        QTRY_VERIFY_WITH_TIMEOUT(lastSeen().isKnown(), kPatience);
        const core::ServerIdentity seen = lastSeen();

        profile.databases[kAuth].lastSeen = seen;
        profile.databases[kAuth].lastSeen.systemIdentifier = u"42"_s;
        QVERIFY(fixture.profiles().save(profile));
        window.workspace().connectTo(profile, {});
        askForUpgrade(fixture);
        QCOMPARE(lastSeen().systemIdentifier, u"42"_s);
        accept(fixture);
        QTRY_COMPARE(lastSeen().systemIdentifier, seen.systemIdentifier);
    }
};

SOCRATES_GUI_TEST_MAIN(TestAcceptServer)
#include "tst_acceptserver.moc"
