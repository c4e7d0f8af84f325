// SPDX-License-Identifier: MIT
#include "app/map/mapview.h"
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/reportexport.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/heartbeat.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::Heartbeat;
using test::ProjectFolder;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kRevisions = 1000;
constexpr int kTablesEach = 5;

const DatabaseName kLarge(u"large"_s);
const DatabaseName kOther(u"other"_s);

QString number(int value)
{
    return QString::number(value).rightJustified(4, u'0');
}

void addLineage(ProjectFolder& folder, const DatabaseName& database, int tables)
{
    for (int revision = 1; revision <= kRevisions; ++revision) {
        ProjectFolder::Draft draft;
        draft.id = number(revision);
        if (revision > 1)
            draft.downRevision = number(revision - 1);
        for (int table = 1; table <= tables; ++table)
            draft.up += u"CREATE TABLE item_%1_%2 (id bigint PRIMARY KEY, name text NOT NULL);\n"_s
                            .arg(draft.id)
                            .arg(table);
        folder.add(database.text(), draft);
    }
}

} // namespace

/// 1,000 revisions in each pane and 5,000 tables in one database: how long the window's thread is
/// held while a person works. Figures are printed and not asserted, since they say as much of the
/// machine as of the program; what is asserted is that the work was done.
class TestResponsiveness : public QObject
{
    Q_OBJECT

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void aLargeProject()
    {
        ProjectFolder folder({kLarge.text(), kOther.text()});
        addLineage(folder, kLarge, kTablesEach);
        addLineage(folder, kOther, 1);
        TestServer server({u"max_locks_per_transaction=1024"_s, u"max_connections=40"_s});
        WindowFixture fixture;
        Heartbeat heart;
        MainWindow& window = fixture.window;
        Workspace& workspace = window.workspace();
        window.resize(1366, 768);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto trigger = [&window](const char* id) {
            return [&window, id] { window.actions().action(QString::fromLatin1(id))->trigger(); };
        };
        const auto isIdle = [&workspace] {
            return !workspace.isRefreshing() && !workspace.isVerifying() && !workspace.isRunning();
        };

        QVERIFY(heart.measure(
            "open the project", [&] { window.connections().openProject(folder.path()); },
            [&] { return workspace.project() != nullptr; }));
        QMap<DatabaseName, core::ConnectionParameters> urls;
        for (const DatabaseName& name : {kLarge, kOther})
            urls.insert(name, server.parameters(server.createDatabase(name.text())));
        QVERIFY(heart.measure(
            "connect and read both databases", [&] { window.connections().connectUrls(urls); },
            [&] { return workspace.statuses().size() == 2 && isIdle(); }));
        QVERIFY(heart.measure("refresh", trigger("migrate.refresh"), isIdle));

        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        QTreeView* view = page->pane(kLarge)->view();
        QScrollBar* bar = view->verticalScrollBar();
        bar->setValue(0);
        QVERIFY(heart.measure(
            "scroll the list from end to end", [] {},
            [bar] {
                bar->setValue(bar->value() + bar->pageStep());
                return bar->value() == bar->maximum();
            }));
        int steps = 0;
        view->setFocus();
        QVERIFY(heart.measure(
            "walk the list by arrow keys", [] {},
            [&] {
                QTest::keyClick(view, Qt::Key_Up);
                return ++steps >= 100; // a key lets the timer in, which may count on meanwhile
            }));
        auto* filter = fixture.find<QLineEdit>("filterEdit");
        for (const char letter : {'0', '9', '9'}) {
            QVERIFY(heart.measure(
                "type a letter into the filter", [&] { QTest::keyClick(filter, letter); },
                [] { return true; }));
        }
        QVERIFY(heart.measure(
            "clear the filter", [&] { filter->clear(); }, [] { return true; }));

        planAndRun(fixture, heart);
        verifyAndExport(fixture, heart);
        lookAtTheMap(fixture, heart);
    }

private:
    static void planAndRun(WindowFixture& fixture, Heartbeat& heart)
    {
        Workspace& workspace = fixture.window.workspace();
        auto* run = fixture.find<QPushButton>("planRunButton");
        auto* planned = fixture.find<QTreeWidget>("planStepsView");
        QVERIFY(heart.measure(
            "plan 2,000 steps",
            [&] { fixture.window.actions().action(u"migrate.upgrade"_s)->trigger(); },
            [&] { return run->isEnabled(); }));
        QCOMPARE(planned->topLevelItemCount(), 2 * kRevisions);
        fixture.settings().setVerifiesAfterRun(false);
        QVERIFY(heart.measure(
            "run 2,000 steps", [&] { QTest::mouseClick(run, Qt::LeftButton); },
            [&] { return !workspace.isRunning() && !workspace.isRefreshing(); }, 280000));
        QCOMPARE(workspace.pendingCount(), 0);
    }

    static void verifyAndExport(WindowFixture& fixture, Heartbeat& heart)
    {
        MainWindow& window = fixture.window;
        Workspace& workspace = window.workspace();
        QVERIFY(heart.measure(
            "verify 5,000 tables and fill the tree",
            [&] { window.actions().action(u"migrate.verify"_s)->trigger(); },
            [&] { return window.page() == MainWindow::Page::Verification; }, 280000));
        QVERIFY(workspace.verifications().first().isOk());
        auto* tree = fixture.find<QTreeView>("verificationTree");
        for (const char* name :
             {"matchChipButton", "missingChipButton", "missingChipButton", "matchChipButton"}) {
            auto* chip = fixture.find<QToolButton>(name);
            QVERIFY(heart.measure(
                name, [&] { QTest::mouseClick(chip, Qt::LeftButton); }, [] { return true; }));
        }
        auto* filter = fixture.find<QLineEdit>("verificationFilterEdit");
        for (const char letter : {'i', '_', '0'}) {
            QVERIFY(heart.measure(
                "filter the tree by a letter", [&] { QTest::keyClick(filter, letter); },
                [] { return true; }));
        }
        QVERIFY(heart.measure(
            "clear the tree's filter", [&] { filter->clear(); }, [] { return true; }));
        QVERIFY(heart.measure(
            "select a table",
            [&] {
                tree->setCurrentIndex(tree->model()->index(4000, 0, tree->model()->index(0, 0)));
            },
            [] { return true; }));
        QVERIFY(heart.measure(
            "show the Activity page", [&] { window.showPage(MainWindow::Page::Activity); },
            [] { return true; }));
        QTemporaryDir reports;
        for (const char* name : {"report.html", "report.pdf", "report.md", "report.json"}) {
            const QString path = reports.filePath(QString::fromLatin1(name));
            QVERIFY(heart.measure(
                name, [&] { exportTo(workspace, path); },
                [&path] { return QFileInfo(path).size() > 0; }, 280000));
        }
    }

    static void lookAtTheMap(WindowFixture& fixture, Heartbeat& heart)
    {
        MainWindow& window = fixture.window;
        auto* map = fixture.find<MapView>("mapView");
        QVERIFY(heart.measure(
            "draw the map of 6,000 tables", [&] { window.showPage(MainWindow::Page::Map); },
            [&] { return map->picture() != nullptr && !window.workspace().isVerifying(); }));
        QVERIFY(heart.measure(
            "zoom in", [&] { map->zoomBy(8); }, [] { return true; }));
        QScrollBar* bar = map->horizontalScrollBar();
        QVERIFY(heart.measure(
            "scroll the map from end to end", [bar] { bar->setValue(0); },
            [bar] {
                bar->setValue(bar->value() + qMax(1, bar->maximum() / 100));
                return bar->value() == bar->maximum();
            }));
        QVERIFY(heart.measure(
            "fit the map", [&] { map->fit(); }, [] { return true; }));
        auto* search = fixture.find<QLineEdit>("mapSearchEdit");
        for (const char letter : {'i', 't', '9'}) {
            QVERIFY(heart.measure(
                "search the map by a letter", [&] { QTest::keyClick(search, letter); },
                [] { return true; }));
        }
        QVERIFY(heart.measure(
            "walk the map by arrow keys", [&] { QTest::keyClick(map, Qt::Key_Down); },
            [] { return true; }));
    }

    static void exportTo(Workspace& workspace, const QString& path)
    {
        QVERIFY(writeReport(
            core::report::makeReport(core::report::ReportKind::Verification,
                                     {u"/project"_s, {}, workspace.verifications(), {}}),
            path));
    }
};

SOCRATES_GUI_TEST_MAIN(TestResponsiveness)
#include "tst_responsiveness.moc"
