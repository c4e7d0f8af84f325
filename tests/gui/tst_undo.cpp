// SPDX-License-Identifier: MIT
// What the window says of downgrades before they are needed.
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionmodel.h"
#include "app/revisions/revisionspage.h"
#include "app/runs/backupsdialog.h"
#include "app/shell/actionregistry.h"
#include "app/shell/workspace.h"
#include "app/widgets/confirmbyname.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfixture.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;
using namespace socrates::ui;

namespace {

constexpr int kPatienceMs = 60000;
const DatabaseName kApp(u"app"_s);

QStringList undoColumn(WindowFixture& fixture)
{
    const RevisionModel* model = fixture.find<RevisionsPage>("revisionsPage")->pane(kApp)->model();
    QStringList result;
    for (int row = 0; row < model->rowCount(); ++row)
        result << model->index(row, RevisionModel::UndoColumn).data().toString();
    return result;
}

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnWarnings(); }

    void provenUndoIsShown()
    {
        ProjectFolder project({kApp.text()});
        // Not proved before by another run of this test: the cache goes by the text.
        const QString unique = u"t%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
        project.add(kApp.text(), {u"1"_s,
                                  {},
                                  u"CREATE TABLE %1 (id int);"_s.arg(unique),
                                  u"DROP TABLE %1;"_s.arg(unique),
                                  {},
                                  {}});
        project.add(kApp.text(),
                    {u"2"_s, u"1"_s, u"CREATE TYPE mood AS ENUM ('a');"_s, {}, {}, {}});
        project.add(kApp.text(),
                    {u"3"_s, u"2"_s, u"SELECT 1;"_s, {}, u"irreversible: why\n"_s, {}});
        TestServer& server = TestServer::shared();
        const auto urls = QMap<DatabaseName, ConnectionParameters>{
            {kApp, server.parameters(server.createDatabase(u"app"_s))}};
        WindowFixture fixture;
        connectWindow(fixture, project.path(), urls);
        QTRY_COMPARE_WITH_TIMEOUT(undoColumn(fixture),
                                  (QStringList{u"not yet"_s, u"not yet"_s, u"irreversible"_s}),
                                  kPatienceMs);
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        emit page->proveRequested(kApp, RevisionId(u"2"_s));
        QTRY_COMPARE_WITH_TIMEOUT(undoColumn(fixture).at(1), u"leaves 1"_s, kPatienceMs);
        QCOMPARE(undoColumn(fixture).at(0), u"not yet"_s);
        page->selectRevision(kApp, RevisionId(u"2"_s));
        QVERIFY(fixture.find<QTextBrowser>("overviewBrowser")
                    ->toPlainText()
                    .contains("enum mood is left behind"_L1));

        QAction* action = fixture.window.actions().action(u"migrate.prove"_s);
        QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), kPatienceMs);
        action->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(undoColumn(fixture),
                                  (QStringList{u"proved"_s, u"leaves 1"_s, u"irreversible"_s}),
                                  kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(action->text(), u"&Prove Undo of All Revisions"_s, kPatienceMs);

        // Another window on this computer knows it from the start.
        WindowFixture other;
        connectWindow(other, project.path(), urls);
        QTRY_COMPARE_WITH_TIMEOUT(undoColumn(other).at(1), u"leaves 1"_s, kPatienceMs);
    }

    void lossIsForecastAndExportedFromTheConfirmation()
    {
        ProjectFolder project({kApp.text()});
        project.add(kApp.text(),
                    {u"1"_s,
                     {},
                     u"CREATE TABLE users (id int); CREATE TABLE refresh_tokens (id int);"_s,
                     u"DROP TABLE refresh_tokens; DROP TABLE users;"_s,
                     {},
                     {}});
        TestServer& server = TestServer::shared();
        const QString database = server.createDatabase(u"app"_s);
        applyRevisions(server, database, project.load(), kApp, {u"1"_s});
        server.run(database, {u"INSERT INTO users SELECT generate_series(1, 42)"_s,
                              u"INSERT INTO refresh_tokens SELECT generate_series(1, 97)"_s});
        WindowFixture fixture;
        connectWindow(fixture, project.path(), {{kApp, server.parameters(database)}});
        triggerAction(fixture, u"migrate.downgrade"_s);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatienceMs);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<ConfirmByName>("confirmByNameDialog") != nullptr,
                                 kPatienceMs);
        auto* dialog = fixture.find<ConfirmByName>("confirmByNameDialog");
        QVERIFY2(dialog->findChild<QLabel*>(u"consequenceLabel"_s)
                     ->text()
                     .startsWith("97 refresh tokens and 42 users will be deleted from "_L1),
                 qPrintable(dialog->findChild<QLabel*>(u"consequenceLabel"_s)->text()));
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"exportRowsButton"_s), Qt::LeftButton);
        auto* chooser = fixture.find<QFileDialog>("exportRowsDialog");
        QVERIFY(chooser != nullptr);
        QTemporaryDir folder;
        emit chooser->fileSelected(folder.path());
        chooser->close();
        QTRY_COMPARE_WITH_TIMEOUT(QDir(folder.path()).entryList(QDir::Files).size(), 2,
                                  kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            dialog->findChild<QLabel*>(u"exportedLabel"_s)->text().contains("(97 rows)"_L1),
            kPatienceMs);
        takePictures(*dialog, u"24-confirm-loss"_s);
        dialog->reject();
        QCOMPARE(server.value(database, u"SELECT count(*) FROM users"_s), u"42"_s);
    }

    void backupsAreMadeAndRestoredInTheirDialog()
    {
        ProjectFolder project({kApp.text()});
        project.add(
            kApp.text(),
            {u"1"_s, {}, u"CREATE TABLE users (id int);"_s, u"DROP TABLE users;"_s, {}, {}});
        TestServer& server = TestServer::shared();
        const QString database = server.createDatabase(u"app"_s);
        applyRevisions(server, database, project.load(), kApp, {u"1"_s});
        server.run(database, {u"INSERT INTO users VALUES (7)"_s});
        WindowFixture fixture;
        connectWindow(fixture, project.path(), {{kApp, server.parameters(database)}});
        triggerAction(fixture, u"tools.backups"_s);
        auto* dialog = fixture.find<BackupsDialog>("backupsDialog");
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->findChild<QPushButton*>(u"backupStopButton"_s)->isVisible());
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"backUpNowButton"_s), Qt::LeftButton);
        auto* list = dialog->findChild<QTreeWidget*>(u"backupsView"_s);
        // Another test may have made one since, in the same folder.
        const auto ours = [&] { return list->findItems(database, Qt::MatchExactly, 1); };
        auto* restore = dialog->findChild<QPushButton*>(u"restoreButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!ours().isEmpty() && restore->isEnabled(), kPatienceMs);
        QCOMPARE(ours().constFirst()->text(3), u"1"_s);
        list->setCurrentItem(ours().constFirst());
        QTest::mouseClick(restore, Qt::LeftButton);
        auto* state = dialog->findChild<QLabel*>(u"backupStateLabel"_s);
        QTRY_COMPARE_WITH_TIMEOUT(state->text(), database + u"_restored is restored."_s,
                                  kPatienceMs);
        QCOMPARE(server.value(database + u"_restored"_s, u"SELECT id FROM users"_s), u"7"_s);
        takePictures(*dialog, u"25-backups"_s);
        const QString file = ours().constFirst()->toolTip(0).section(u'\n', -1);
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::remove(file + u".json"_s));
    }

    void whatCannotBeReadIsNotCalledBackedUp()
    {
        const DatabaseName gone(u"gone"_s);
        ProjectFolder project({kApp.text(), gone.text()});
        TestServer& server = TestServer::shared();
        const QString database = server.createDatabase(u"app"_s);
        const QString removed = server.createDatabase(u"gone"_s);
        WindowFixture fixture;
        connectWindow(fixture, project.path(),
                      {{kApp, server.parameters(database)}, {gone, server.parameters(removed)}});
        server.run(u"postgres"_s, {u"DROP DATABASE \"%1\" WITH (FORCE)"_s.arg(removed)});
        triggerAction(fixture, u"migrate.refresh"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.window.workspace().statusMap().value(gone).error.has_value(), kPatienceMs);
        triggerAction(fixture, u"tools.backups"_s);
        auto* dialog = fixture.find<BackupsDialog>("backupsDialog");
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"backUpNowButton"_s), Qt::LeftButton);
        auto* state = dialog->findChild<QLabel*>(u"backupStateLabel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            state->text().startsWith(u"Backed up, and read back, except:\ngone: "_s), kPatienceMs);
        QVERIFY2(state->text().contains(removed), qPrintable(state->text()));
        takePictures(*dialog, u"25-backups-except"_s);
        auto* list = dialog->findChild<QTreeWidget*>(u"backupsView"_s);
        const auto ours = [&] { return list->findItems(database, Qt::MatchExactly, 1); };
        QTRY_VERIFY_WITH_TIMEOUT(!ours().isEmpty(), kPatienceMs);
        const QString file = ours().constFirst()->toolTip(0).section(u'\n', -1);
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::remove(file + u".json"_s));
    }
};

SOCRATES_GUI_TEST_MAIN(TestUndo)
#include "tst_undo.moc"
