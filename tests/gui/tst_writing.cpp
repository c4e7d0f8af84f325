// SPDX-License-Identifier: MIT
// What the window does with revisions as files: lint, new ones, lost ones; and reset.
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "app/widgets/chip.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/cliprogram.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::test;
using core::DatabaseName;
using core::RevisionId;

namespace {

constexpr int kPatience = 60000;

/// A window on a project of one database, which is empty, and one revision.
struct Place
{
    ProjectFolder folder{{u"d"_s}};
    QString database = TestServer::shared().createDatabase(u"d"_s);
    WindowFixture fixture;

    Place()
    {
        folder.add(
            u"d"_s,
            {u"001"_s, {}, u"CREATE TABLE users (id int);"_s, u"DROP TABLE users;"_s, {}, {}});
    }
    void open()
    {
        connectWindow(fixture, folder.path(),
                      {{DatabaseName(u"d"_s), TestServer::shared().parameters(database)}});
    }
    void trigger(const QString& id)
    {
        QAction* action = fixture.window.actions().action(id);
        QVERIFY2(action != nullptr && action->isEnabled(), qPrintable(id));
        action->trigger();
    }
    ui::RevisionsPage* page() { return fixture.find<ui::RevisionsPage>("revisionsPage"); }
    core::RevisionPtr revision(const QString& id)
    {
        return fixture.window.workspace()
            .project()
            ->graph(DatabaseName(u"d"_s))
            .revision(RevisionId(id));
    }
};

} // namespace

class TestWriting : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnWarnings(); }
    void lintIsShownWithTheRevisionAndThePlan();
    void aNewRevisionIsCheckedAndListed();
    void whatLintFindsIsSavedOnlyAnyway();
    void aLostRevisionIsPutBack();
    void aLostRevisionIsUndone();
    void resetWantsTheName();
};

void TestWriting::lintIsShownWithTheRevisionAndThePlan()
{
    ProjectFolder folder({u"d"_s});
    folder.add(u"d"_s,
               {u"001"_s, {}, u"CREATE TABLE users (id int);"_s, u"DROP TABLE users;"_s, {}, {}});
    folder.add(u"d"_s, {u"002"_s,
                        u"001"_s,
                        u"CREATE INDEX by_id ON users (id);"_s,
                        u"DROP INDEX by_id;"_s,
                        {},
                        {}});
    WindowFixture fixture;
    TestServer& server = TestServer::shared();
    connectWindow(fixture, folder.path(),
                  {{DatabaseName(u"d"_s), server.parameters(server.createDatabase(u"d"_s))}});
    auto* page = fixture.find<ui::RevisionsPage>("revisionsPage");
    auto* tabs = fixture.find<QTabWidget>("revisionDetailsTabs");
    auto* list = fixture.find<QTreeWidget>("lintView");
    page->selectRevision(DatabaseName(u"d"_s), RevisionId(u"002"_s));
    const int tab = tabs->indexOf(list);
    QTRY_COMPARE_WITH_TIMEOUT(tabs->tabText(tab), u"Lint (1)"_s, kPatience);
    tabs->setCurrentIndex(tab);
    QCOMPARE(list->topLevelItem(0)->text(1), u"index-blocks-writes"_s);
    QVERIFY(list->topLevelItem(0)->child(0)->text(2).contains("CONCURRENTLY"_L1));
    takePictures(fixture.window, u"70-lint"_s);
    page->selectRevision(DatabaseName(u"d"_s), RevisionId(u"001"_s));
    QCOMPARE(tabs->tabText(tab), u"Lint"_s);

    triggerAction(fixture, u"migrate.upgrade"_s);
    auto* steps = fixture.find<QTreeWidget>("planStepsView");
    QTRY_COMPARE_WITH_TIMEOUT(steps->topLevelItemCount(), 2, kPatience);
    steps->setCurrentItem(steps->topLevelItem(1));
    auto* chip = fixture.find<ui::Chip>("lintChip");
    QVERIFY(chip != nullptr);
    QCOMPARE(chip->text(), u"Lint: 1"_s);
    QVERIFY(chip->toolTip().contains("by_id"_L1));
    steps->setCurrentItem(steps->topLevelItem(0));
    QVERIFY(fixture.find<ui::Chip>("lintChip") == nullptr);
}

void TestWriting::aNewRevisionIsCheckedAndListed()
{
    Place place;
    place.open();
    place.trigger(u"revision.new"_s);
    auto* dialog = place.fixture.find<QDialog>("newRevisionDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    auto* save = dialog->findChild<QPushButton*>(u"newRevisionSaveButton"_s);
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"newRevisionTitleEdit"_s), u"Notes"_s);
    auto* up = dialog->findChild<QPlainTextEdit*>(u"newRevisionUpEdit"_s);
    up->setPlainText(u"CREATE TABLE notes (id int);\nDROP TABLE users;"_s);
    QCOMPARE(dialog->findChild<QLabel*>(u"newRevisionFileLabel"_s)->text(),
             u"d/002_notes.sql, on 001"_s);
    auto* checks = dialog->findChild<QTreeWidget*>(u"newRevisionChecksView"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        checks->topLevelItemCount() == 2 && checks->topLevelItem(1)->childCount() == 1, kPatience);
    QVERIFY(checks->topLevelItem(1)->child(0)->text(0).contains("drops-data"_L1));
    takePictures(*dialog, u"71-new-revision"_s);
    up->setPlainText(u"CREATE TABLE notes (id int);"_s);
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    // Written, read and listed, with the connection still there.
    QTRY_VERIFY_WITH_TIMEOUT(place.revision(u"002"_s) != nullptr &&
                                 !place.fixture.window.workspace().statuses().isEmpty(),
                             kPatience);
    QVERIFY(place.revision(u"002"_s)->down.sql.contains("DROP TABLE"_L1));
    QCOMPARE(place.page()->activePane()->selectedRevision(), RevisionId(u"002"_s));
    QTRY_COMPARE_WITH_TIMEOUT(place.fixture.window.workspace().pendingCount(), 2, kPatience);
}

void TestWriting::whatLintFindsIsSavedOnlyAnyway()
{
    Place place;
    place.open();
    place.trigger(u"revision.new"_s);
    auto* dialog = place.fixture.find<QDialog>("newRevisionDialog");
    dialog->findChild<QLineEdit*>(u"newRevisionTitleEdit"_s)->setText(u"Away"_s);
    dialog->findChild<QPlainTextEdit*>(u"newRevisionUpEdit"_s)
        ->setPlainText(u"DROP TABLE users;"_s);
    auto* anyway = dialog->findChild<QPushButton*>(u"newRevisionSaveAnywayButton"_s);
    QVERIFY(!anyway->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"newRevisionSaveButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(anyway->isEnabled(), kPatience);
    QVERIFY(!QFile::exists(place.folder.path() + u"/d/002_away.sql"_s));
    QTest::mouseClick(anyway, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(place.revision(u"002"_s) != nullptr, kPatience);
}

void TestWriting::aLostRevisionIsPutBack()
{
    Place place;
    place.folder.add(
        u"d"_s,
        {u"007"_s, u"001"_s, u"CREATE TABLE moods (id int);"_s, u"DROP TABLE moods;"_s, {}, {}});
    const Ran upgraded =
        runMigrate({u"--project"_s, place.folder.path(), u"--url"_s,
                    u"d="_s + TestServer::shared().uri(place.database), u"upgrade"_s});
    QVERIFY2(upgraded.code == 0, qPrintable(upgraded.all()));
    QVERIFY(QFile::remove(place.folder.revisionPath(u"d"_s, u"007"_s)));
    place.open();
    place.trigger(u"revision.rescue"_s);
    QTRY_VERIFY_WITH_TIMEOUT(place.fixture.find<QDialog>("rescueDialog") != nullptr, kPatience);
    auto* dialog = place.fixture.find<QDialog>("rescueDialog");
    auto* sources = dialog->findChild<QTreeWidget*>(u"rescueSourcesView"_s);
    QCOMPARE(sources->topLevelItemCount(), 1);
    QCOMPARE(sources->topLevelItem(0)->text(0), u"log of d"_s);
    QVERIFY(dialog->findChild<QPlainTextEdit*>(u"rescueSqlView"_s)
                ->toPlainText()
                .contains("CREATE TABLE moods"_L1));
    takePictures(*dialog, u"72-rescue"_s);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"rescueRestoreButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(place.revision(u"007"_s) != nullptr, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!place.fixture.window.workspace().statuses().isEmpty() &&
                                 place.fixture.window.workspace().statuses().first().isAtHead(),
                             kPatience);
}

/// With the SQL that was stored, and without a file of it afterwards.
void TestWriting::aLostRevisionIsUndone()
{
    Place place;
    place.folder.add(
        u"d"_s,
        {u"007"_s, u"001"_s, u"CREATE TABLE moods (id int);"_s, u"DROP TABLE moods;"_s, {}, {}});
    const Ran upgraded =
        runMigrate({u"--project"_s, place.folder.path(), u"--url"_s,
                    u"d="_s + TestServer::shared().uri(place.database), u"upgrade"_s});
    QVERIFY2(upgraded.code == 0, qPrintable(upgraded.all()));
    QVERIFY(QFile::remove(place.folder.revisionPath(u"d"_s, u"007"_s)));
    TestServer::shared().run(place.database, {u"INSERT INTO moods VALUES (1), (2)"_s});
    place.open();
    place.trigger(u"revision.rescue"_s);
    QTRY_VERIFY_WITH_TIMEOUT(place.fixture.find<QDialog>("rescueDialog") != nullptr, kPatience);
    auto* dialog = place.fixture.find<QDialog>("rescueDialog");
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"rescueDowngradeButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(place.fixture.find<QDialog>("confirmByNameDialog") != nullptr,
                             kPatience);
    auto* confirm = place.fixture.find<QDialog>("confirmByNameDialog");
    QCOMPARE(confirm->findChild<QLabel*>(u"consequenceLabel"_s)->text(),
             u"2 moods will be deleted."_s);
    takePictures(*confirm, u"74-rescue-downgrade"_s);
    confirm->findChild<QLineEdit*>(u"confirmNameEdit"_s)->setText(place.database);
    QTest::mouseClick(confirm->findChild<QPushButton*>(u"confirmButton"_s), Qt::LeftButton);
    TestServer& server = TestServer::shared();
    QTRY_COMPARE_WITH_TIMEOUT(
        server.value(place.database, u"SELECT version_num FROM alembic_version"_s), u"001"_s,
        kPatience);
    QCOMPARE(server.value(place.database, u"SELECT to_regclass('moods') IS NULL"_s), u"t"_s);
    QVERIFY(!QFile::exists(place.folder.revisionPath(u"d"_s, u"007"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(place.fixture.find<QDialog>("rescueDialog") == nullptr &&
                                 !place.fixture.window.workspace().isRefreshing(),
                             kPatience);
}

void TestWriting::resetWantsTheName()
{
    Place place;
    TestServer::shared().run(place.database, {u"CREATE TABLE doomed (id int)"_s});
    place.open();
    place.trigger(u"revision.reset"_s);
    QTRY_VERIFY_WITH_TIMEOUT(place.fixture.find<QDialog>("confirmByNameDialog") != nullptr,
                             kPatience);
    auto* dialog = place.fixture.find<QDialog>("confirmByNameDialog");
    auto* run = dialog->findChild<QPushButton*>(u"confirmButton"_s);
    QVERIFY(run != nullptr && !run->isEnabled());
    takePictures(*dialog, u"73-reset"_s);
    dialog->findChild<QLineEdit*>(u"confirmNameEdit"_s)->setText(place.database);
    QTest::mouseClick(run, Qt::LeftButton);
    TestServer& server = TestServer::shared();
    QTRY_COMPARE_WITH_TIMEOUT(
        server.value(place.database, u"SELECT count(*) FROM pg_class WHERE relname = 'doomed'"_s),
        u"0"_s, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!place.fixture.window.workspace().isRefreshing(), kPatience);
}

SOCRATES_GUI_TEST_MAIN(TestWriting)
#include "tst_writing.moc"
