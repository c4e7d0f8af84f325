// SPDX-License-Identifier: MIT
// Databases that are not what their version row says, put right from the window; and backups
// before a run.
#include "app/problems/problemcard.h"
#include "app/problems/problemspanel.h"
#include "app/revisions/databasepane.h"
#include "app/widgets/chip.h"
#include "app/widgets/inlinemessage.h"
#include "core/postgres/backup.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfixture.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::test;
using core::DatabaseName;

namespace {

constexpr int kPatience = 60000;
const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

TestServer& server()
{
    return TestServer::shared();
}

/// A window on the program's own project, with auth at 002 and some statements after that.
struct Place
{
    QString auth;
    WindowFixture fixture;

    explicit Place(const QStringList& then) : auth(databaseAt(kAuth, {u"002"_s}, then))
    {
        connectWindow(fixture, WindowFixture::planProject(),
                      {{kAuth, server().parameters(auth)},
                       {kSpecs, server().parameters(databaseAt(kSpecs, {u"004"_s}))}});
    }
    QDialog* dialog() { return fixture.find<QDialog>("recognitionDialog"); }
    QTreeWidget* tree() { return dialog()->findChild<QTreeWidget*>(u"recognitionView"_s); }
    QPushButton* button(const QString& name) { return dialog()->findChild<QPushButton*>(name); }
    void waitForOffers()
    {
        QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr && tree()->topLevelItemCount() == 2,
                                 kPatience);
    }
    QString value(const QString& sql) const { return server().value(auth, sql); }
};

/// Presses the button of a banner.
void press(QWidget* banner, const QString& text)
{
    const auto buttons = banner->findChildren<QAbstractButton*>();
    for (QAbstractButton* button : buttons) {
        if (button->text() == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + text));
}

} // namespace

class TestSettling : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { failOnWarnings(); }
    void anUntrackedDatabaseIsStamped();
    void misplacedTablesGoByName();
    void tablesWithRowsAreOnlyShown();
    void aRelationThatExistsLeadsThere();
    void aBackupComesBeforeTheRun();
    void withoutABackupNothingRunsUnasked();
};

void TestSettling::anUntrackedDatabaseIsStamped()
{
    Place place({u"DROP TABLE alembic_version"_s, u"DROP INDEX idx_users_status"_s});
    auto* pane = place.fixture.find<ui::DatabasePane>("socrates_authPane");
    QVERIFY(pane != nullptr);
    auto* message = pane->findChild<ui::InlineMessage*>();
    QVERIFY2(message->text().contains(u"no version row says"_s), qPrintable(message->text()));
    takePictures(place.fixture.window, u"80-untracked"_s);
    press(message, u"Recognise…"_s);
    place.waitForOffers();
    QVERIFY(place.tree()->topLevelItem(0)->text(0).contains(
        u"002 but index users.idx_users_status is missing"_s));
    auto* sql = place.dialog()->findChild<QPlainTextEdit*>(u"recognitionSqlView"_s);
    QVERIFY2(sql->toPlainText().contains(u"CREATE INDEX \"idx_users_status\""_s) &&
                 sql->toPlainText().contains(u"VALUES ('002')"_s),
             qPrintable(sql->toPlainText()));
    takePictures(*place.dialog(), u"81-recognise"_s);
    QTest::mouseClick(place.button(u"recognitionApplyButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(place.tree()->topLevelItem(0)->text(0).contains(u"exactly 002"_s),
                             kPatience);
    takePictures(*place.dialog(), u"82-recognised"_s);
    QCOMPARE(place.value(u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!place.fixture.window.workspace().isRefreshing() &&
                                 place.fixture.window.workspace().statuses().first().isAtHead(),
                             kPatience);
}

void TestSettling::misplacedTablesGoByName()
{
    Place place({u"CREATE TABLE projects (c int)"_s});
    triggerAction(place.fixture, u"tools.recognise"_s);
    place.waitForOffers();
    QTest::mouseClick(place.button(u"recognitionApplyButton"_s), Qt::LeftButton);
    auto* confirm = place.fixture.find<QDialog>("confirmByNameDialog");
    QVERIFY(confirm != nullptr);
    takePictures(*confirm, u"83-recognise-confirm"_s);
    auto* run = confirm->findChild<QPushButton*>(u"confirmButton"_s);
    QVERIFY(!run->isEnabled());
    QCOMPARE(place.value(u"SELECT count(*) FROM projects"_s), u"0"_s);
    confirm->findChild<QLineEdit*>(u"confirmNameEdit"_s)->setText(place.auth);
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(place.value(u"SELECT to_regclass('projects') IS NULL"_s), u"t"_s,
                              kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(place.tree()->topLevelItem(0)->text(0).contains(u"exactly 002"_s),
                             kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!place.fixture.window.workspace().isRefreshing(), kPatience);
}

void TestSettling::tablesWithRowsAreOnlyShown()
{
    Place place({u"CREATE TABLE projects (c int)"_s, u"INSERT INTO projects VALUES (1)"_s});
    triggerAction(place.fixture, u"tools.recognise"_s);
    place.waitForOffers();
    QVERIFY(!place.button(u"recognitionApplyButton"_s)->isEnabled());
    QVERIFY(place.button(u"recognitionExportButton"_s)->isVisible());
    auto* note = place.dialog()->findChild<ui::InlineMessage*>(u"recognitionNote"_s);
    QCOMPARE(note->text(), u"This is only shown, not run."_s);
    takePictures(*place.dialog(), u"84-recognise-rows"_s);
}

void TestSettling::aRelationThatExistsLeadsThere()
{
    Place place({});
    auto* panel = place.fixture.find<ui::ProblemsPanel>("problemsPanel");
    core::Error error{.code = u"sql.failed"_s,
                      .summary = u"relation \"users\" already exists"_s,
                      .database = kAuth.text(),
                      .sqlState = u"22012"_s};
    panel->setProblems({error});
    auto* button = panel->findChild<QPushButton*>(u"recogniseButton"_s);
    QVERIFY(button->isHidden());
    error.sqlState = u"42P07"_s;
    panel->setProblems({error});
    QVERIFY(!button->isHidden());
    button->click();
    place.waitForOffers();
    QVERIFY(place.tree()->currentItem()->text(0).contains(u"exactly 002"_s));
}

void TestSettling::aBackupComesBeforeTheRun()
{
    WindowFixture fixture;
    connectPair(fixture);
    triggerAction(fixture, u"migrate.upgrade"_s);
    auto* box = fixture.find<QCheckBox>("planBackupCheckBox");
    QTRY_VERIFY_WITH_TIMEOUT(box->isEnabled(), kPatience);
    QVERIFY(!box->isChecked()); // nobody asked, and this is not production
    box->setChecked(true);
    takePictures(fixture.window, u"85-plan-backup"_s);
    auto* run = fixture.find<QPushButton>("planRunButton");
    const auto before = core::backups::list(core::backups::defaultFolder());
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().statuses().size() == 2 &&
                                 fixture.window.workspace().pendingCount() == 0 &&
                                 !fixture.window.workspace().isRunning(),
                             kPatience);
    const auto after = core::backups::list(core::backups::defaultFolder());
    QCOMPARE(after.size(), before.size() + 2);
    QVERIFY(after.first().revisions.isEmpty()); // made before the first step
    for (const core::Backup& backup : after.mid(0, 2))
        QFile::remove(backup.file);
}

void TestSettling::withoutABackupNothingRunsUnasked()
{
    WindowFixture fixture;
    connectPair(fixture);
    triggerAction(fixture, u"migrate.upgrade"_s);
    auto* box = fixture.find<QCheckBox>("planBackupCheckBox");
    QTRY_VERIFY_WITH_TIMEOUT(box->isEnabled(), kPatience);
    box->setChecked(true);
    // Where the folder should be there is a file.
    const QString folder = core::backups::defaultFolder();
    const QString aside = folder + u".aside"_s;
    QDir().mkpath(QFileInfo(folder).path());
    QDir().rename(folder, aside);
    QFile file(folder);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QTest::mouseClick(fixture.find<QPushButton>("planRunButton"), Qt::LeftButton);
    auto* page = fixture.find<QWidget>("planPage");
    auto* message = page->findChild<ui::InlineMessage*>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible() &&
                                 message->text() == u"There is no backup, so nothing was run."_s,
                             kPatience);
    takePictures(fixture.window, u"86-backup-failed"_s);
    QVERIFY(!fixture.window.workspace().isRunning());
    QCOMPARE(fixture.window.workspace().pendingCount(), 4);
    press(message, u"Run Without a Backup"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().pendingCount() == 0 &&
                                 !fixture.window.workspace().isRunning(),
                             kPatience);
    QFile::remove(folder);
    QDir().rename(aside, folder);
}

SOCRATES_GUI_TEST_MAIN(TestSettling)
#include "tst_settling.moc"
