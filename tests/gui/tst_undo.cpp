// SPDX-License-Identifier: MIT
// What the window says of downgrades before they are needed.
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionmodel.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QTextBrowser>

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
};

SOCRATES_GUI_TEST_MAIN(TestUndo)
#include "tst_undo.moc"
