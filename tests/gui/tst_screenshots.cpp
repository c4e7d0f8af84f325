// SPDX-License-Identifier: MIT
#include "app/map/mapview.h"
#include "app/revisions/databasepane.h"
#include "app/revisions/revisionspage.h"
#include "app/shell/actionregistry.h"
#include "app/shell/connectionflow.h"
#include "app/shell/migrationflow.h"
#include "app/shell/windowdialogs.h"
#include "app/shell/workspace.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/language.h"
#include "tests/gui/pictures.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfolder.h"

#include <QAction>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::pictureLanguage;
using test::takePictures;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000;
const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", qPrintable(file.errorString()));
}

/// Branches, a merge and long titles, to see the graph; its last revision fails.
void writeBranchedProject(const QDir& folder)
{
    folder.mkdir(u"shop"_s);
    writeFile(folder.filePath(u"socrates.json"_s),
              R"({"databases": [{"name": "shop", "purpose": "orders and customers"}]})");
    const auto revision = [&](const QByteArray& id, const QByteArray& parents,
                              const QByteArray& title, const QByteArray& up) {
        writeFile(folder.filePath(u"shop/"_s + QString::fromLatin1(id) + u"_revision.sql"_s),
                  "-- socrates-migration: 1\n-- revision: " + id +
                      "\n-- down_revision: " + parents + "\n-- database: shop\n-- title: " + title +
                      "\n\n-- migrate:up\n" + up + "\n-- migrate:down\nSELECT 1;\n");
    };
    revision("001", "", "Customers",
             "CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);");
    revision("002", "001", "Orders", "CREATE TABLE orders (id bigint PRIMARY KEY);");
    revision("003", "001", "Addresses, with a title that is much longer than its column is wide",
             "CREATE TABLE addresses (id bigint PRIMARY KEY);");
    revision("004", "002, 003", "Orders go to addresses",
             "ALTER TABLE orders ADD COLUMN address_id bigint;");
    revision("005", "004", "Invoices",
             "CREATE TABLE invoices (id bigint);\nCREATE TABLE invoice (id nonsense);");
}

/// Three databases; the last revision of the last one waits until it is cancelled.
void writeThreeDatabases(const QDir& folder)
{
    writeFile(folder.filePath(u"socrates.json"_s),
              R"({"databases": [{"name": "accounts", "purpose": "who may sign in"},
                                {"name": "orders", "purpose": "what was bought"},
                                {"name": "reports", "purpose": "what the others come to"}]})");
    const auto revision = [&](const QByteArray& database, const QByteArray& id,
                              const QByteArray& parent, const QByteArray& extra,
                              const QByteArray& up) {
        folder.mkpath(QString::fromLatin1(database));
        writeFile(folder.filePath(QString::fromLatin1(database + '/' + id + "_revision.sql")),
                  "-- socrates-migration: 1\n-- revision: " + id + "\n-- down_revision: " + parent +
                      "\n-- database: " + database + "\n" + extra + "-- title: Revision " + id +
                      " of " + database + "\n\n-- migrate:up\n" + up +
                      "\n-- migrate:down\nSELECT 1;\n");
    };
    revision("accounts", "a1", "", "", "CREATE TABLE accounts (id bigint PRIMARY KEY);");
    revision("orders", "o1", "", "-- requires: accounts@a1\n",
             "CREATE TABLE orders (id bigint PRIMARY KEY);");
    revision("orders", "o2", "o1", "", "ALTER TABLE orders ADD COLUMN paid_at timestamptz;");
    revision("reports", "r1", "", "-- requires: orders@o2\n",
             "CREATE TABLE reports (id bigint PRIMARY KEY);\nSELECT pg_sleep(600);");
}

/// Two databases of a hundred tables each, with names and references as people have them.
void writeLargeProject(const QDir& folder)
{
    writeFile(folder.filePath(u"socrates.json"_s),
              R"({"databases": [{"name": "sales", "purpose": "orders"},
                                {"name": "stock", "purpose": "goods"}]})");
    const QStringList things{u"customer"_s, u"order"_s,    u"invoice"_s,  u"payment"_s,
                             u"product"_s,  u"supplier"_s, u"shipment"_s, u"warehouse"_s,
                             u"price"_s,    u"return"_s};
    const QStringList parts{u"s"_s,         u"_lines"_s,  u"_notes"_s,       u"_history"_s,
                            u"_statuses"_s, u"_types"_s,  u"_attachments"_s, u"_addresses"_s,
                            u"_labels"_s,   u"_exports"_s};
    for (const QByteArray& database : {QByteArray("sales"), QByteArray("stock")}) {
        QString sql;
        QString references;
        for (int i = 0; i < 100; ++i) {
            const QString& thing = things.at(i / 10);
            sql += u"CREATE TABLE %1%2 (id bigint PRIMARY KEY, name varchar(80) NOT NULL, "
                   "created_at timestamptz DEFAULT now()"_s.arg(thing, parts.at(i % 10));
            if (i % 10 > 0)
                sql += u", %1_id bigint NOT NULL REFERENCES %1s (id)"_s.arg(thing);
            else if (i > 0)
                sql += u", %1_id bigint REFERENCES %1s (id)"_s.arg(things.at(i / 20));
            sql += u");\n"_s;
        }
        // What reads of several tables, plain and kept.
        for (const QString& thing : things) {
            const QString kind = thing == things.constFirst() ? u"MATERIALIZED "_s : QString();
            sql +=
                u"CREATE %2VIEW %1_overview AS SELECT t.id, t.name, count(l.id) AS lines "
                "FROM %1s t JOIN %1_lines l ON l.%1_id = t.id GROUP BY t.id;\n"_s.arg(thing, kind);
        }
        if (database == "stock")
            references = u"-- references: products.id -> sales.order_lines.id\n"_s;
        folder.mkdir(QString::fromLatin1(database));
        writeFile(folder.filePath(QString::fromLatin1(database + "/1_tables.sql")),
                  "-- socrates-migration: 1\n-- revision: " + database.left(2) +
                      "1\n-- down_revision:\n-- database: " + database + '\n' +
                      references.toUtf8() + "-- title: Tables\n\n-- migrate:up\n" + sql.toUtf8() +
                      "-- migrate:down\nSELECT 1;\n");
    }
}

} // namespace

/// Not a comparison: pictures of every page for people to look at, in the folder that pictures.h
/// names. It fails only when a page cannot be reached or comes out empty.
class TestScreenshots : public QObject
{
    Q_OBJECT

    static void open(WindowFixture& fixture, const QString& project)
    {
        fixture.window.resize(1366, 768);
        fixture.window.show();
        fixture.window.connections().openProject(project);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window.workspace().project() != nullptr, kPatience);
    }

    static void connectTo(WindowFixture& fixture, const core::ConnectionProfile& profile)
    {
        fixture.window.workspace().connectTo(profile, {});
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().statuses().isEmpty() &&
                                     !fixture.window.workspace().isRefreshing(),
                                 kPatience);
    }

    static void planAndRun(WindowFixture& fixture)
    {
        auto* run = fixture.find<QPushButton>("planRunButton");
        triggerAction(fixture, u"migrate.upgrade"_s);
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning(), kPatience);
    }

    static void takeConfirmation(WindowFixture& fixture, const QString& name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<ConfirmByName>("confirmByNameDialog") != nullptr,
                                 kPatience);
        auto* confirm = fixture.find<ConfirmByName>("confirmByNameDialog");
        takePictures(*confirm, u"42-"_s + name);
        confirm->reject();
        QTRY_VERIFY(fixture.find<ConfirmByName>("confirmByNameDialog") == nullptr);
    }

    static void verify(WindowFixture& fixture)
    {
        triggerAction(fixture, u"migrate.verify"_s);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window.page(), MainWindow::Page::Verification, kPatience);
    }

    static core::ConnectionProfile
    profileOf(const QMap<DatabaseName, core::ConnectionParameters>& pair, const QString& name,
              core::Environment environment)
    {
        core::ConnectionProfile profile;
        profile.name = name;
        profile.environment = environment;
        for (auto it = pair.begin(); it != pair.end(); ++it)
            profile.databases.insert(it.key(), {*it, {}, false});
        return profile;
    }

    const Translation m_language{pictureLanguage()};

private slots:
    void initTestCase() { Theme(*qApp).apply(ColorScheme::Light); }
    void init() { socrates::test::failOnWarnings(); }

    void thePagesOfARun()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        fixture.window.showPage(MainWindow::Page::Home);
        takePictures(fixture.window, u"01-home"_s);
        fixture.window.showPage(MainWindow::Page::Revisions);
        takePictures(fixture.window, u"02-not-connected"_s);
        connectTo(fixture,
                  profileOf(fixture.createPair(), u"Workstation"_s, core::Environment::Local));
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        page->selectRevision(kSpecs, core::RevisionId(u"003"_s));
        takePictures(fixture.window, u"03-pending"_s);
        triggerAction(fixture, u"migrate.upgrade"_s);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QPushButton>("planRunButton")->isEnabled(),
                                 kPatience);
        takePictures(fixture.window, u"04-plan"_s);
        fixture.settings().setVerifiesAfterRun(false);
        planAndRun(fixture);
        takePictures(fixture.window, u"05-run-finished"_s);
        verify(fixture);
        takePictures(fixture.window, u"06-verified"_s);
        fixture.window.showPage(MainWindow::Page::Activity);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QWidget>("activityPage") != nullptr, kPatience);
        takePictures(fixture.window, u"07-activity"_s);
        fixture.window.showPage(MainWindow::Page::Revisions);
        page->selectRevision(kAuth, core::RevisionId(u"002"_s));
        takePictures(fixture.window, u"08-applied"_s);
        fixture.window.showPage(MainWindow::Page::Map);
        auto* map = fixture.find<MapView>("mapView");
        QTRY_VERIFY_WITH_TIMEOUT(map->picture() != nullptr, kPatience);
        map->setFocus();
        takePictures(fixture.window, u"24-map"_s);
        const QString caption = map->picture()->map.databases.constFirst().caption; // "now, at 002"
        QTest::keyClick(map, Qt::Key_PageUp);
        QTRY_VERIFY_WITH_TIMEOUT(map->picture()->map.tables.size() == 11 &&
                                     map->picture()->map.databases.constFirst().caption != caption,
                                 kPatience);
        takePictures(fixture.window, u"29-map-step"_s);
        fixture.window.showPage(MainWindow::Page::Revisions);
        fixture.window.resize(960, 600);
        takePictures(fixture.window, u"09-smallest"_s);
    }

    void whatHasNothingToShow()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        fixture.window.showPage(MainWindow::Page::Revisions);
        fixture.find<QLineEdit>("filterEdit")->setText(u"no such thing"_s);
        takePictures(fixture.window, u"35-filter-without-match"_s);
        fixture.find<QLineEdit>("filterEdit")->clear();
        QMimeData data;
        data.setText(u"DATABASE_URL_AUTH=postgresql://maria@db.example.com/socrates_auth\n"
                     "DATABASE_URL_SPECS=postgresql://maria@db.example.com/socrates_specs\n"_s);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&fixture.window, &enter);
        takePictures(fixture.window, u"36-drop"_s);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&fixture.window, &leave);
        triggerAction(fixture, u"view.run"_s);
        takePictures(fixture.window, u"37-no-run-yet"_s);
        fixture.window.showPage(MainWindow::Page::Map);
        takePictures(fixture.window, u"38-map-without-databases"_s);
    }

    void downgradeInProduction()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        fixture.settings().setVerifiesAfterRun(false);
        connectTo(fixture,
                  profileOf(fixture.createPair(), u"Live"_s, core::Environment::Production));
        takePictures(fixture.window, u"10-production-locked"_s);
        fixture.window.workspace().setUnlocked(true);
        planAndRun(fixture);
        auto* page = fixture.find<RevisionsPage>("revisionsPage");
        page->selectRevision(kSpecs, core::RevisionId(u"004"_s));
        triggerAction(fixture, u"migrate.downgrade"_s);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        takePictures(fixture.window, u"11-downgrade-plan"_s);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<ConfirmByName>("confirmByNameDialog") != nullptr,
                                 kPatience);
        takePictures(*fixture.find<ConfirmByName>("confirmByNameDialog"), u"12-confirm"_s);
    }

    void aFailureAndAGraph()
    {
        QTemporaryDir folder;
        writeBranchedProject(QDir(folder.path()));
        WindowFixture fixture;
        open(fixture, folder.path());
        test::TestServer& server = test::TestServer::shared();
        const DatabaseName shop(u"shop"_s);
        connectTo(fixture, profileOf({{shop, server.parameters(server.createDatabase(u"shop"_s))}},
                                     u"Shop"_s, core::Environment::Staging));
        takePictures(fixture.window, u"13-graph"_s);
        planAndRun(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDockWidget>("problemsDock")->isVisible(), kPatience);
        takePictures(fixture.window, u"14-failed"_s);
        triggerAction(fixture, u"view.run"_s);
        takePictures(fixture.window, u"15-failed-run"_s);
    }

    void threeDatabasesAndARunUnderWay()
    {
        QTemporaryDir folder;
        writeThreeDatabases(QDir(folder.path()));
        WindowFixture fixture;
        open(fixture, folder.path());
        test::TestServer& server = test::TestServer::shared();
        QMap<DatabaseName, core::ConnectionParameters> databases;
        for (const char* name : {"accounts", "orders", "reports"}) {
            const QString text = QString::fromLatin1(name);
            databases.insert(DatabaseName(text), server.parameters(server.createDatabase(text)));
        }
        connectTo(fixture, profileOf(databases, u"Three"_s, core::Environment::Local));
        fixture.find<RevisionsPage>("revisionsPage")
            ->selectRevision(DatabaseName(u"orders"_s), core::RevisionId(u"o1"_s));
        takePictures(fixture.window, u"17-three-databases"_s);
        triggerAction(fixture, u"migrate.upgrade"_s);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        QTest::mouseClick(run, Qt::LeftButton);
        auto* progress = fixture.find<QProgressBar>("runProgressBar");
        QTRY_COMPARE_WITH_TIMEOUT(progress->value(), 4, kPatience);
        takePictures(fixture.window, u"18-running"_s);
        triggerAction(fixture, u"migrate.cancel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning(), kPatience);
        triggerAction(fixture, u"view.run"_s);
        takePictures(fixture.window, u"19-cancelled"_s);
    }

    void whatDiffers()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        fixture.settings().setVerifiesAfterRun(false);
        const auto pair = fixture.createPair();
        connectTo(fixture, profileOf(pair, u"Workstation"_s, core::Environment::Local));
        planAndRun(fixture);
        const auto execute = [&](const DatabaseName& database, const QString& sql) {
            const auto connection =
                test::TestServer::shared().connect(pair.value(database).value(u"dbname"_s));
            QVERIFY(connection->query(sql).has_value());
        };
        execute(kAuth, u"DROP INDEX idx_users_status"_s);
        execute(kAuth, u"ALTER TABLE users ALTER COLUMN email TYPE text"_s);
        execute(kAuth, u"CREATE TABLE sessions (id int)"_s);
        execute(kSpecs, u"DROP TABLE sessions"_s);
        execute(kSpecs, u"UPDATE alembic_version SET version_num = '003'"_s);
        fixture.window.workspace().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRefreshing(), kPatience);
        verify(fixture);
        auto* tree = fixture.find<QTreeView>("verificationTree");
        const QModelIndexList found =
            tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, u"email"_s, 1,
                                 Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY(!found.isEmpty());
        tree->setCurrentIndex(found.constFirst());
        takePictures(fixture.window, u"21-differences"_s);
        fixture.window.showPage(MainWindow::Page::Map);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<MapView>("mapView")->picture() != nullptr, kPatience);
        takePictures(fixture.window, u"25-map-differences"_s);
        execute(kAuth, u"UPDATE alembic_version SET version_num = 'f00d'"_s);
        fixture.window.workspace().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRefreshing(), kPatience);
        fixture.window.showPage(MainWindow::Page::Revisions);
        takePictures(fixture.window, u"22-unknown-row"_s);
    }

    /// With a font four points larger nothing may be cut off.
    void largeFont()
    {
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() + 4);
        QApplication::setFont(large);
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        fixture.settings().setVerifiesAfterRun(false);
        fixture.window.showPage(MainWindow::Page::Home);
        takePictures(fixture.window, u"30-large-home"_s);
        connectTo(fixture,
                  profileOf(fixture.createPair(), u"Workstation"_s, core::Environment::Local));
        triggerAction(fixture, u"migrate.upgrade"_s);
        auto* run = fixture.find<QPushButton>("planRunButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), kPatience);
        takePictures(fixture.window, u"31-large-plan"_s);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window.workspace().isRunning(), kPatience);
        takePictures(fixture.window, u"32-large-run"_s);
        verify(fixture);
        takePictures(fixture.window, u"33-large-verified"_s);
        fixture.window.showPage(MainWindow::Page::Activity);
        takePictures(fixture.window, u"34-large-activity"_s);
        QApplication::setFont(usual);
    }

    /// As many tables as a large system has: names can be told apart with everything in sight.
    void theMapOfTwoHundredTables()
    {
        QTemporaryDir folder;
        writeLargeProject(QDir(folder.path()));
        WindowFixture fixture;
        open(fixture, folder.path());
        fixture.settings().setVerifiesAfterRun(false);
        test::TestServer& server = test::TestServer::shared();
        QMap<DatabaseName, core::ConnectionParameters> databases;
        for (const char* name : {"sales", "stock"}) {
            const QString text = QString::fromLatin1(name);
            databases.insert(DatabaseName(text), server.parameters(server.createDatabase(text)));
        }
        connectTo(fixture, profileOf(databases, u"Large"_s, core::Environment::Local));
        planAndRun(fixture);
        fixture.find<QDockWidget>("runDock")->hide();
        triggerAction(fixture, u"view.map"_s);
        auto* map = fixture.find<MapView>("mapView");
        QTRY_VERIFY_WITH_TIMEOUT(map->picture() != nullptr, kPatience);
        takePictures(fixture.window, u"26-map-200-tables"_s);
        map->setCurrent(20);
        takePictures(fixture.window, u"27-map-200-near"_s);
    }

    void legendOfTheMap()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        connectTo(fixture,
                  profileOf(fixture.createPair(), u"Workstation"_s, core::Environment::Local));
        fixture.window.showPage(MainWindow::Page::Map);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<MapView>("mapView")->picture() != nullptr, kPatience);
        QTest::mouseClick(fixture.find<QToolButton>("mapLegendButton"), Qt::LeftButton);
        auto* frame = fixture.find<QFrame>("legendFrame");
        QVERIFY(frame != nullptr);
        takePictures(*frame, u"28-map-legend"_s);
    }

    void legend()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        fixture.window.showPage(MainWindow::Page::Revisions);
        QTest::mouseClick(fixture.find<QToolButton>("legendButton"), Qt::LeftButton);
        auto* frame = fixture.find<QFrame>("legendFrame");
        QVERIFY(frame != nullptr);
        takePictures(*frame, u"23-legend"_s);
        frame->close();
    }

    void dialogs()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        for (const char* id : {"file.connect", "tools.settings", "help.shortcuts", "help.about"}) {
            triggerAction(fixture, QString::fromLatin1(id));
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget() != nullptr, kPatience);
            QWidget* dialog = QApplication::activeModalWidget();
            takePictures(*dialog, u"20-"_s + QString::fromLatin1(id));
            dialog->close();
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        }
    }

    void dialogsOfAConnection()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        fixture.settings().setVerifiesAfterRun(false);
        connectTo(fixture,
                  profileOf(fixture.createPair(), u"Workstation"_s, core::Environment::Local));
        planAndRun(fixture);
        const auto isFilled = [] { // once what it looks for was found
            const auto lists = QApplication::activeModalWidget()->findChildren<QTreeView*>();
            return std::all_of(lists.cbegin(), lists.cend(), [](const QTreeView* list) {
                return !list->isVisible() || list->model()->rowCount() > 0;
            });
        };
        const QStringList ids{u"revision.new"_s, u"tools.recognise"_s, u"help.selfTest"_s,
                              u"tools.backups"_s};
        for (const QString& id : ids) {
            triggerAction(fixture, id);
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget() != nullptr, kPatience);
            if (id == u"tools.recognise"_s || id == u"help.selfTest"_s)
                QTRY_VERIFY_WITH_TIMEOUT(isFilled(), kPatience);
            QWidget* dialog = QApplication::activeModalWidget();
            takePictures(*dialog, u"39-"_s + id);
            dialog->close();
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        }
    }

    void whatAsksForAName()
    {
        test::ProjectFolder folder({kAuth.text()});
        folder.add(kAuth.text(), {u"001"_s, {}, u"CREATE TABLE users (id int);"_s, {}, {}, {}});
        folder.add(kAuth.text(), {u"007"_s,
                                  u"001"_s,
                                  u"CREATE TABLE moods (id int);"_s,
                                  u"DROP TABLE moods;"_s,
                                  {},
                                  {}});
        test::TestServer& server = test::TestServer::shared();
        const QString database = server.createDatabase(kAuth.text());
        WindowFixture fixture;
        fixture.settings().setVerifiesAfterRun(false);
        open(fixture, folder.path());
        connectTo(fixture, profileOf({{kAuth, server.parameters(database)}}, u"Workstation"_s,
                                     core::Environment::Staging));
        planAndRun(fixture);
        triggerAction(fixture, u"revision.reset"_s);
        takeConfirmation(fixture, u"reset"_s);
        triggerAction(fixture, u"tools.backups"_s);
        auto* backups = fixture.find<QDialog>("backupsDialog");
        QTest::mouseClick(backups->findChild<QPushButton*>(u"backUpNowButton"_s), Qt::LeftButton);
        auto* restore = backups->findChild<QPushButton*>(u"restoreButton"_s);
        auto* list = backups->findChild<QTreeWidget*>(u"backupsView"_s);
        // Another test may have made one since, in the same folder.
        const auto ours = [&] { return list->findItems(database, Qt::MatchExactly, 1); };
        QTRY_VERIFY_WITH_TIMEOUT(!ours().isEmpty() && restore->isEnabled(), kPatience);
        list->setCurrentItem(ours().constFirst());
        backups->findChild<QLineEdit*>(u"restoreNameEdit"_s)->setText(database);
        QTest::mouseClick(restore, Qt::LeftButton);
        takeConfirmation(fixture, u"replace"_s);
        takePictures(*backups, u"42-backups"_s);
    }

    void whatPutsALostRevisionBack()
    {
        test::ProjectFolder folder({kAuth.text()});
        folder.add(kAuth.text(), {u"001"_s, {}, u"CREATE TABLE users (id int);"_s, {}, {}, {}});
        const QString database = test::TestServer::shared().createDatabase(kAuth.text());
        const auto profile = profileOf({{kAuth, test::TestServer::shared().parameters(database)}},
                                       u"Workstation"_s, core::Environment::Staging);
        folder.add(kAuth.text(), {u"007"_s,
                                  u"001"_s,
                                  u"CREATE TABLE moods (id int);"_s,
                                  u"DROP TABLE moods;"_s,
                                  {},
                                  {}});
        {
            WindowFixture before;
            before.settings().setVerifiesAfterRun(false);
            open(before, folder.path());
            connectTo(before, profile);
            planAndRun(before);
        }
        QVERIFY(QFile::remove(folder.revisionPath(kAuth.text(), u"007"_s)));
        WindowFixture fixture;
        open(fixture, folder.path());
        connectTo(fixture, profile);
        triggerAction(fixture, u"revision.rescue"_s);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QDialog>("rescueDialog") != nullptr, kPatience);
        auto* rescue = fixture.find<QDialog>("rescueDialog");
        takePictures(*rescue, u"42-rescue"_s);
        QTest::mouseClick(rescue->findChild<QPushButton*>(u"rescueDowngradeButton"_s),
                          Qt::LeftButton);
        takeConfirmation(fixture, u"rescue-downgrade"_s);
        rescue->close();
    }

    void messages()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        QWidget* window = &fixture.window;
        const auto takeMessage = [](const QString& name) {
            QWidget* box = QApplication::activeModalWidget();
            QVERIFY(box != nullptr);
            takePictures(*box, u"40-"_s + name);
            box->close();
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        };
        askToUnlock(u"Live site"_s, window, [] {});
        takeMessage(u"unlock"_s);
        askToStopAndClose(core::Environment::Staging, window, [] {});
        takeMessage(u"close-during-run"_s);
        const core::ServerIdentity meant{{}, u"10.0.0.7:5432"_s, u"socrates_specs"_s, u"16384"_s};
        const core::ServerIdentity now{{}, u"10.0.0.9:5432"_s, u"socrates_specs"_s, u"24576"_s};
        askToAcceptServer(core::Environment::Production,
                          core::changedServerError(kSpecs, meant, now),
                          MigrationFlow::tr("Upgrade Anyway"), window, [] {});
        takeMessage(u"accept-server"_s);
        core::OtherSession theirs;
        theirs.pid = 4711;
        theirs.user = u"olga"_s;
        theirs.host = u"10.0.0.7"_s;
        theirs.application = u"psql"_s;
        theirs.since = u"09:30:12"_s;
        for (const auto signal : {core::BackendSignal::Cancel, core::BackendSignal::Terminate}) {
            askToEndTheirs(core::Environment::Local, theirs, signal, window, [] {});
            takeMessage(signal == core::BackendSignal::Cancel ? u"cancel-theirs"_s
                                                              : u"terminate-theirs"_s);
        }
    }

    void help()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        triggerAction(fixture, u"help.contents"_s);
        QWidget* help = nullptr;
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget* window : windows) {
            if (window->objectName() == "helpWindow"_L1)
                help = window;
        }
        QVERIFY(help != nullptr);
        takePictures(*help, u"41-help"_s);
        help->close();
    }

    void unreachable()
    {
        WindowFixture fixture;
        open(fixture, WindowFixture::planProject());
        auto pair = fixture.createPair();
        pair[kSpecs].setValue(u"port"_s, u"1"_s);
        connectTo(fixture, profileOf(pair, u"Workstation"_s, core::Environment::Local));
        takePictures(fixture.window, u"16-unreachable"_s);
    }
};

SOCRATES_GUI_TEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
