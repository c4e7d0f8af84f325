// SPDX-License-Identifier: MIT
#include "app/map/mapexport.h"
#include "app/map/mappage.h"
#include "app/map/maptablesmodel.h"
#include "app/map/mapview.h"
#include "app/shell/actionregistry.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using core::MapMark;
using test::connectPair;
using test::connectWindow;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000;

int tableNamed(const core::SchemaMap& map, const QString& name)
{
    for (int i = 0; i < map.tables.size(); ++i) {
        if (map.tables.at(i).title() == name)
            return i;
    }
    return -1;
}

const core::MapColumn* columnNamed(const core::SchemaMap& map, const QString& table,
                                   const QString& name)
{
    const int at = tableNamed(map, table);
    if (at < 0)
        return nullptr;
    for (const core::MapColumn& column : map.tables.at(at).columns) {
        if (column.name == name)
            return &column;
    }
    return nullptr;
}

/// Both databases at head.
void upgradeAll(WindowFixture& fixture)
{
    fixture.settings().setVerifiesAfterRun(false);
    triggerAction(fixture, u"migrate.upgrade"_s);
    auto* run = fixture.find<QPushButton>("planRunButton");
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning() &&
                                 !fixture.window.workspace().isRefreshing() &&
                                 fixture.window.workspace().pendingCount() == 0,
                             kPatience);
}

/// Opens the page as a person does, and waits for its picture.
void openMap(WindowFixture& fixture)
{
    triggerAction(fixture, u"view.map"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<MapView>("mapView")->picture() != nullptr, kPatience);
}

} // namespace

/// The page "Map" in the real window, on a real server.
class TestMap : public QObject
{
    Q_OBJECT
private slots:
    void init() { socrates::test::failOnWarnings(); }

    void showsBothDatabasesInOnePicture()
    {
        WindowFixture fixture;
        connectPair(fixture);
        upgradeAll(fixture);
        QTest::mouseClick(fixture.find<QToolButton>("view.mapButton"), Qt::LeftButton);
        auto* view = fixture.find<MapView>("mapView");
        QTRY_VERIFY_WITH_TIMEOUT(view->picture() != nullptr, kPatience);
        const core::SchemaMap& map = view->picture()->map;
        QCOMPARE(map.databases.size(), 3); // both, and planned tables without a place
        for (const QString& name :
             {u"users"_s, u"refresh_tokens"_s, u"projects"_s, u"sessions"_s}) {
            const int at = tableNamed(map, name);
            QVERIFY2(at >= 0, qPrintable(name));
            QCOMPARE(map.tables.at(at).mark, MapMark::None);
            QVERIFY(!map.tables.at(at).isPlanned);
        }
        QVERIFY(map.tables.at(tableNamed(map, u"llm_providers"_s)).isPlanned);
        const core::MapColumn* id = columnNamed(map, u"users"_s, u"id"_s);
        QVERIFY(id->isPrimaryKey && !id->isNullable);
        QCOMPARE(id->type, u"uuid"_s);
        QVERIFY(columnNamed(map, u"users"_s, u"email"_s)->isUnique);
        QVERIFY(columnNamed(map, u"sessions"_s, u"project_id"_s)->isForeignKey);
        QVERIFY(columnNamed(map, u"sessions"_s, u"ended_at"_s)->isNullable);
        QStringList links;
        for (const core::MapLink& link : map.links)
            links << map.tables.at(link.from).name + (link.crossesDatabases ? u" - "_s : u" = "_s) +
                         map.tables.at(link.to).name;
        links.sort();
        QCOMPARE(links, (QStringList{u"projects - users"_s, u"refresh_tokens = users"_s,
                                     u"sessions = projects"_s}));
        QCOMPARE(fixture.find<QTreeView>("mapTablesTree")->model()->rowCount(), 11);
    }

    void differencesAreMarked()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        upgradeAll(fixture);
        const auto execute = [&](const char* database, const QString& sql) {
            const auto connection = TestServer::shared().connect(
                pair.value(DatabaseName(QString::fromLatin1(database))).value(u"dbname"_s));
            QVERIFY(connection->query(sql).has_value());
        };
        execute("socrates_auth", u"DROP INDEX idx_users_status"_s);
        execute("socrates_auth", u"ALTER TABLE users ALTER COLUMN email TYPE text"_s);
        execute("socrates_auth", u"ALTER TABLE users ADD COLUMN nickname text"_s);
        execute("socrates_auth", u"DROP TABLE refresh_tokens"_s);
        execute("socrates_auth", u"CREATE TABLE sessions (id int)"_s);
        execute("socrates_specs", u"CREATE TABLE stray (id int)"_s);
        openMap(fixture);
        const core::SchemaMap& map = fixture.find<MapView>("mapView")->picture()->map;
        const auto markOf = [&map](const QString& name) {
            return map.tables.at(tableNamed(map, name)).mark;
        };
        QCOMPARE(markOf(u"users"_s), MapMark::Different);
        QCOMPARE(markOf(u"refresh_tokens"_s), MapMark::Missing);
        QCOMPARE(markOf(u"sessions"_s), MapMark::Misplaced); // auth's comes first
        QCOMPARE(markOf(u"stray"_s), MapMark::Extra);
        QCOMPARE(markOf(u"projects"_s), MapMark::None);
        QCOMPARE(columnNamed(map, u"users"_s, u"email"_s)->mark, MapMark::Different);
        QCOMPARE(columnNamed(map, u"users"_s, u"nickname"_s)->mark, MapMark::Extra);
        QCOMPARE(columnNamed(map, u"refresh_tokens"_s, u"id"_s)->isPrimaryKey, true);
        const QList<core::MapNote>& notes = map.tables.at(tableNamed(map, u"users"_s)).notes;
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.constFirst().text, u"index idx_users_status"_s);
        // In words, for those who see no colour.
        const QModelIndexList found = fixture.find<QTreeView>("mapTablesTree")
                                          ->model()
                                          ->match(fixture.find<QTreeView>("mapTablesTree")
                                                      ->model()
                                                      ->index(0, MapTablesModel::StateColumn),
                                                  Qt::DisplayRole, u"missing"_s);
        QCOMPARE(found.size(), 1);
    }

    void viewsAreDrawnAsSuch()
    {
        WindowFixture fixture;
        const auto pair = fixture.createPair();
        connectWindow(fixture, WindowFixture::planProject(), pair);
        upgradeAll(fixture);
        const QString database = pair.value(DatabaseName(u"socrates_auth"_s)).value(u"dbname"_s);
        TestServer::shared().run(
            database,
            {u"CREATE VIEW active_users AS SELECT id, email FROM users WHERE status = 'active'"_s,
             u"CREATE MATERIALIZED VIEW tokens_per_user AS SELECT a.email, count(*) AS tokens"
             " FROM active_users a JOIN refresh_tokens t ON t.user_id = a.id GROUP BY 1"_s});
        openMap(fixture);
        auto* view = fixture.find<MapView>("mapView");
        const core::SchemaMap& map = view->picture()->map;
        const int kept = tableNamed(map, u"tokens_per_user"_s);
        QCOMPARE(tableText(map, kept),
                 u"tokens_per_user, materialized view, database socrates_auth, 2 columns, "
                 "reads from active_users, refresh_tokens, extra"_s);
        auto* search = fixture.find<QLineEdit>("mapSearchEdit");
        triggerAction(fixture, u"view.filter"_s);
        QTest::keyClicks(search, u"view"_s);
        auto* tables = fixture.find<QTreeView>("mapTablesTree")->model();
        QCOMPARE(tables->rowCount(), 2);
        QCOMPARE(tables->index(0, 0).data().toString(), u"active_users (view)"_s);
        search->clear();
        const QDir folder = socrates::test::pictureFolder();
        QVERIFY(exportMap(folder.filePath(u"map-views.svg"_s), *view->picture(),
                          {view->palette(), view->font()}));
        QVERIFY(exportMap(folder.filePath(u"map-views.png"_s), *view->picture(),
                          {view->palette(), view->font()}));
        view->setCurrent(kept);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(fixture.window.page(), MainWindow::Page::Verification);
        QCOMPARE(fixture.find<QTreeView>("verificationTree")->currentIndex().data().toString(),
                 u"tokens_per_user"_s);
    }

    void keysGoFromTableToTable()
    {
        WindowFixture fixture;
        connectPair(fixture);
        upgradeAll(fixture);
        openMap(fixture);
        auto* view = fixture.find<MapView>("mapView");
        const core::SchemaMap& map = view->picture()->map;
        view->setFocus();
        const qreal fitted = view->scale();
        QTest::keyClick(view, Qt::Key_Home);
        view->setCurrent(tableNamed(map, u"users"_s));
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->current(), tableNamed(map, u"refresh_tokens"_s));
        QVERIFY2(view->accessibleName().contains(u"refresh_tokens, database socrates_auth"_s),
                 qPrintable(view->accessibleName()));
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->current(), tableNamed(map, u"users"_s));
        QTest::keyClick(view, Qt::Key_Plus);
        QVERIFY(view->scale() > fitted);
        QTest::keyClick(view, Qt::Key_0);
        QCOMPARE(view->scale(), fitted);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(fixture.window.page(), MainWindow::Page::Verification);
        QCOMPARE(fixture.find<QTreeView>("verificationTree")->currentIndex().data().toString(),
                 u"users"_s);
    }

    void theMouseSelectsAndZooms()
    {
        WindowFixture fixture;
        connectPair(fixture);
        upgradeAll(fixture);
        openMap(fixture);
        auto* view = fixture.find<MapView>("mapView");
        const int sessions = tableNamed(view->picture()->map, u"sessions"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->boxOf(sessions).center());
        QCOMPARE(view->current(), sessions);
        QCOMPARE(fixture.find<QTreeView>("mapTablesTree")->currentIndex().data().toString(),
                 u"sessions"_s);
        const qreal before = view->scale();
        const QPointF at = view->boxOf(sessions).center();
        QWheelEvent wheel(at, view->viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view->viewport(), &wheel);
        QVERIFY(view->scale() > before);
        // What was under the pointer still is.
        QVERIFY(view->boxOf(sessions).contains(at.toPoint()));
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->boxOf(sessions).center());
        QCOMPARE(fixture.window.page(), MainWindow::Page::Verification);
    }

    void searchFindsTablesAndColumns()
    {
        WindowFixture fixture;
        connectPair(fixture);
        upgradeAll(fixture);
        openMap(fixture);
        auto* view = fixture.find<MapView>("mapView");
        const core::SchemaMap& map = view->picture()->map;
        triggerAction(fixture, u"view.filter"_s);
        auto* search = fixture.find<QLineEdit>("mapSearchEdit");
        QTest::keyClicks(search, u"project_id"_s);
        QCOMPARE(view->current(), tableNamed(map, u"sessions"_s));
        search->clear();
        QTest::keyClicks(search, u"ses"_s);
        QCOMPARE(view->current(), tableNamed(map, u"sessions"_s));
        QVERIFY(view->viewport()->rect().intersects(view->boxOf(view->current())));
        QTest::keyClicks(search, u"xyz"_s);
        QCOMPARE(fixture.find<QTreeView>("mapTablesTree")->model()->rowCount(), 0);
        triggerAction(fixture, u"view.closePanel"_s);
        QCOMPARE(search->text(), QString());
        QCOMPARE(fixture.find<QTreeView>("mapTablesTree")->model()->rowCount(), 11);
    }

    void exportsSvgAndPng()
    {
        WindowFixture fixture;
        connectPair(fixture);
        upgradeAll(fixture);
        openMap(fixture);
        for (const QString& name : {u"/map.svg"_s, u"/map.png"_s}) {
            const QString file = fixture.folder() + name;
            QTest::mouseClick(fixture.find<QToolButton>("mapExportButton"), Qt::LeftButton);
            auto* dialog = fixture.find<QFileDialog>("exportMapDialog");
            QVERIFY(dialog != nullptr);
            emit dialog->fileSelected(file);
            delete dialog;
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), kPatience);
        }
        QFile svg(fixture.folder() + u"/map.svg"_s);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QXmlStreamReader xml(text);
        QStringList words;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::Characters)
                words << xml.text().toString();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(words.contains(u"refresh_tokens"_s) && words.contains(u"varchar(255)"_s));
        QVERIFY(text.contains("stroke-dasharray")); // the reference across databases
        const QImage png(fixture.folder() + u"/map.png"_s);
        const auto picture = fixture.find<MapView>("mapView")->picture();
        QVERIFY(png.width() > picture->layout.bounds.width());
        QTest::mouseClick(fixture.find<QToolButton>("mapCopyButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->image().size(), png.size(), kPatience);
    }

    /// The picture for whoever pastes pictures, the table for whoever pastes text.
    void ctrlCCopiesPictureAndTable()
    {
        WindowFixture fixture;
        connectPair(fixture);
        upgradeAll(fixture);
        openMap(fixture);
        QApplication::clipboard()->clear();
        auto* view = fixture.find<MapView>("mapView");
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home);
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::clipboard()->image().isNull(), kPatience);
        const QString text = QApplication::clipboard()->text();
        const core::MapTable& table = view->picture()->map.tables.at(view->current());
        QVERIFY2(text.startsWith(table.title() + u", database socrates_auth"_s), qPrintable(text));
        QCOMPARE(text.count(u'\n'), table.columns.size());
        QVERIFY2(text.contains(u"    id uuid"_s), qPrintable(text));
    }

    void detailIsChosen()
    {
        WindowFixture fixture;
        connectPair(fixture);
        upgradeAll(fixture);
        openMap(fixture);
        auto* view = fixture.find<MapView>("mapView");
        const MapPicturePtr all = view->picture();
        auto* detail = fixture.find<QComboBox>("mapDetailCombo");
        detail->setFocus();
        QTest::keyClick(detail, Qt::Key_End); // names
        QTRY_VERIFY_WITH_TIMEOUT(view->picture() != all, kPatience);
        QVERIFY(view->picture()->layout.tables.at(0).columns.isEmpty());
    }

    void everyStepCanBeLookedAt()
    {
        WindowFixture fixture;
        connectPair(fixture); // nothing is applied
        openMap(fixture);
        auto* view = fixture.find<MapView>("mapView");
        auto* slider = fixture.find<QSlider>("mapTimeSlider");
        auto* label = fixture.find<QLabel>("mapPositionLabel");
        QTRY_COMPARE_WITH_TIMEOUT(slider->maximum() - slider->minimum(), 5, kPatience);
        QCOMPARE(slider->value(), slider->maximum());
        QCOMPARE(label->text(), u"Now"_s);
        QCOMPARE(tableNamed(view->picture()->map, u"users"_s), -1);
        const auto marks = [view] {
            QStringList result;
            for (const core::MapTable& table : view->picture()->map.tables) {
                if (!table.isPlanned)
                    result << table.name + u' ' + markText(table.mark);
            }
            return result.join(u", "_s);
        };
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(label->text(), u"004 of socrates_specs: Create sessions table – pending"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            marks(), u"refresh_tokens , users , projects , sessions created"_s, kPatience);
        QTest::mouseClick(fixture.find<QToolButton>("mapStepBackButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(marks(), u"refresh_tokens , users , projects created"_s,
                                  kPatience);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_PageUp);
        QTRY_COMPARE_WITH_TIMEOUT(marks(), u"refresh_tokens created, users "_s, kPatience);
        QTest::mouseClick(fixture.find<QToolButton>("mapShowRevisionButton"), Qt::LeftButton);
        QCOMPARE(fixture.window.page(), MainWindow::Page::Revisions);
        triggerAction(fixture, u"view.map"_s);
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_COMPARE_WITH_TIMEOUT(marks(), QString(), kPatience);
        // Played to the end by itself.
        QTest::mouseClick(fixture.find<QToolButton>("mapPlayButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(slider->value(), slider->maximum(), kPatience);
        QVERIFY(!fixture.find<QToolButton>("mapPlayButton")->isChecked());
    }

    void theProjectsRecordServesWithoutAServer()
    {
        WindowFixture fixture;
        fixture.window.show();
        fixture.window.connections().openProject(WindowFixture::planProject());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
        openMap(fixture);
        auto* slider = fixture.find<QSlider>("mapTimeSlider");
        QTRY_COMPARE_WITH_TIMEOUT(slider->value(), 4, kPatience);
        QCOMPARE(fixture.find<QLabel>("mapPositionLabel")->text(),
                 u"004 of socrates_specs: Create sessions table"_s);
        auto* view = fixture.find<MapView>("mapView");
        QTRY_VERIFY_WITH_TIMEOUT(tableNamed(view->picture()->map, u"sessions"_s) >= 0 &&
                                     tableNamed(view->picture()->map, u"users"_s) >= 0,
                                 kPatience);
    }

    void whatIsMissingIsSaid()
    {
        test::ProjectFolder folder({u"shop"_s});
        folder.add(u"shop"_s, {u"001"_s, {}, u"CREATE TABLE orders (id int);"_s, {}, {}, {}});
        WindowFixture fixture;
        fixture.window.show();
        fixture.window.connections().openProject(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
        triggerAction(fixture, u"view.map"_s);
        auto* empty = fixture.find<QWidget>("mapEmptyState");
        auto* text = empty->findChild<QLabel*>(u"emptyTextLabel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"does not carry what shop looks like"_s),
                                 kPatience);
        QVERIFY(empty->findChild<QPushButton*>(u"emptyActionButton"_s)->isVisible());
    }

    void withoutAConnectionItSaysSo()
    {
        WindowFixture fixture;
        fixture.window.show();
        triggerAction(fixture, u"view.map"_s);
        QCOMPARE(fixture.window.page(), MainWindow::Page::Map);
        QVERIFY(fixture.find<QWidget>("mapEmptyState")->isVisible());
        QVERIFY(fixture.find<MapView>("mapView")->picture() == nullptr);
    }
};

SOCRATES_GUI_TEST_MAIN(TestMap)
#include "tst_map.moc"
