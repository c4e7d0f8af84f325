// SPDX-License-Identifier: MIT
#include "app/shell/editor.h"
#include "app/shell/workspace.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/guitestmain.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::TestServer;
using test::WindowFixture;

namespace {

constexpr int kPatience = 120000; ///< for things that end by themselves
const QString kPassword = u"näw'c@mer/%1#"_s;

} // namespace

/// The way of somebody who has an empty server, an administrator's login and nothing else.
class TestNewcomer : public QObject
{
    Q_OBJECT

    static void click(QWidget* button)
    {
        QVERIFY(button != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled() && button->isVisible(), kPatience);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    static void fill(QWidget* place, const char* name, const QString& text)
    {
        auto* edit = place->findChild<QLineEdit*>(QString::fromLatin1(name));
        QVERIFY2(edit != nullptr, name);
        // Pasted, since a password may hold what no key types.
        QGuiApplication::clipboard()->setText(text);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    }

    static QWidget* dialog(WindowFixture& fixture, const char* name)
    {
        const auto isOpen = [&] {
            auto* found = fixture.find<QDialog>(name);
            return found != nullptr && found->isVisible();
        };
        return QTest::qWaitFor(isOpen, kPatience) ? fixture.find<QDialog>(name) : nullptr;
    }

    /// The connection of a line NAME=URL.
    static core::ConnectionParameters connectionOf(const QString& text, const QString& variable)
    {
        const QStringList lines = text.split(u'\n');
        for (const QString& line : lines) {
            if (line.startsWith(variable + u'='))
                return core::ConnectionParameters::fromUri(line.section(u'=', 1).trimmed())
                    .value_or(core::ConnectionParameters());
        }
        return {};
    }

    /// What was made is offered as lines to copy and to write into a .env that holds more.
    static void takeTheResult(QWidget* creating, const QString& folder)
    {
        QClipboard* clipboard = QGuiApplication::clipboard();
        auto* copy = creating->findChild<QPushButton*>(u"copyEnvButton"_s);
        click(copy);
        // No password leaves the dialog unasked.
        QCOMPARE(connectionOf(clipboard->text(), u"DATABASE_URL_AUTH"_s).databaseName(),
                 u"socrates_auth_first"_s);
        QCOMPARE(connectionOf(clipboard->text(), u"DATABASE_URL_SPECS"_s).databaseName(),
                 u"socrates_specs_first"_s);
        for (const char* variable : {"DATABASE_URL_AUTH", "DATABASE_URL_SPECS"})
            QVERIFY(!connectionOf(clipboard->text(), QString::fromLatin1(variable)).hasPassword());
        click(creating->findChild<QCheckBox*>(u"withPasswordsCheckBox"_s));
        click(copy);
        const QString copied = clipboard->text();
        QCOMPARE(connectionOf(copied, u"DATABASE_URL_AUTH"_s).password(), kPassword);

        const QString path = folder + u"/.env"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("APP_NAME=shop\nDATABASE_URL_AUTH=old\n");
        file.close();
        click(creating->findChild<QPushButton*>(u"writeEnvButton"_s));
        auto* choosing = creating->findChild<QFileDialog*>();
        QVERIFY(choosing != nullptr);
        fill(choosing, "fileNameEdit", path);
        click(choosing->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save));
        QTRY_VERIFY(creating->findChild<QFileDialog*>() == nullptr);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString written = QString::fromUtf8(file.readAll());
        QVERIFY2(written.startsWith(u"APP_NAME=shop\nDATABASE_URL_AUTH=postgresql://"_s),
                 qPrintable(written.section(u'@', 0, 0)));
        for (const char* variable : {"DATABASE_URL_AUTH", "DATABASE_URL_SPECS"}) {
            const auto parameters = connectionOf(written, QString::fromLatin1(variable));
            QCOMPARE(parameters, connectionOf(copied, QString::fromLatin1(variable)));
            const auto connection = core::Connection::open(parameters);
            QVERIFY2(connection.has_value(),
                     connection ? "" : qPrintable(connection.error().text()));
        }
    }

    /// The owner owns and cannot sign in, the login may become it, the application may work with
    /// rows and change nothing else.
    static void checkRights(const QString& database, const QString& table)
    {
        const auto yes = [&](const QString& condition) {
            const QString answer =
                TestServer::shared().value(database, u"SELECT ("_s + condition + u")::text"_s);
            QVERIFY2(answer == "true"_L1, qPrintable(database + u": "_s + condition));
        };
        yes(u"(SELECT pg_get_userbyid(datdba) FROM pg_database "
            "WHERE datname = current_database()) = 'newcomer_owner'"_s);
        yes(u"NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'newcomer_owner')"_s);
        yes(u"pg_has_role('newcomer', 'newcomer_owner', 'MEMBER')"_s);
        yes(u"NOT (SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles "
            "WHERE rolname = 'newcomer')"_s);
        yes(u"(SELECT bool_and(tableowner = 'newcomer_owner') FROM pg_tables "
            "WHERE schemaname = 'public')"_s);
        for (const char* right : {"SELECT", "INSERT", "UPDATE", "DELETE"})
            yes(u"has_table_privilege('newcomer_app', '%1', '%2')"_s.arg(
                table, QString::fromLatin1(right)));
        yes(u"NOT has_schema_privilege('newcomer_app', 'public', 'CREATE')"_s);
        yes(u"NOT pg_has_role('newcomer_app', 'newcomer_owner', 'MEMBER')"_s);
        for (const char* right : {"INSERT", "UPDATE", "DELETE", "TRUNCATE"})
            yes(u"NOT has_table_privilege('newcomer_app', 'alembic_version', '%1')"_s.arg(
                QString::fromLatin1(right)));
    }

    static QString focusedName()
    {
        const QWidget* focus = QApplication::focusWidget();
        return focus != nullptr ? focus->objectName() : QString();
    }

    /// Presses Tab until a control has the focus; false when Tab never gets there.
    static bool tabTo(const QString& name)
    {
        for (int presses = 0; presses < 100; ++presses) {
            QWidget* focus = QApplication::focusWidget();
            if (focus == nullptr)
                return false;
            if (focus->objectName() == name)
                return true;
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        return false;
    }

private slots:
    void init() { socrates::test::failOnWarnings(); }

    void fromAnEmptyServerToAVerifiedPair()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        window.resize(1366, 768);
        window.show();
        window.connections().openProject(WindowFixture::planProject()); // as the program does
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
        click(fixture.find<QPushButton>("setUpServerButton"));
        QWidget* creating = dialog(fixture, "provisionDialog");
        QVERIFY(creating != nullptr);
        auto* goOn = creating->findChild<QPushButton*>(u"useConnectionsButton"_s);
        auto* create = creating->findChild<QPushButton*>(u"createButton"_s);
        QVERIFY(!goOn->isEnabled());
        QVERIFY(create->isDefault());

        const core::ConnectionParameters admin = TestServer::shared().parameters();
        auto* login = creating->findChild<QWidget*>(u"adminGroupBox"_s);
        fill(login, "hostEdit", admin.value(u"host"_s));
        fill(login, "portEdit", admin.value(u"port"_s));
        fill(login, "userEdit", admin.user());
        fill(login, "passwordEdit", admin.password());
        for (const char* database : {"socrates_auth", "socrates_specs"}) {
            const QByteArray name(database);
            fill(creating, (name + "NameEdit").constData(),
                 QString::fromLatin1(name) + u"_first"_s);
            fill(creating, (name + "UserEdit").constData(), u"newcomer"_s);
            fill(creating, (name + "PasswordEdit").constData(), kPassword);
        }
        QVERIFY(creating->findChild<QCheckBox*>(u"keepPasswordsCheckBox"_s)->isChecked());
        fill(creating, "ownerRoleEdit", u"newcomer_owner"_s);
        fill(creating, "applicationRoleEdit", u"newcomer_app"_s);
        click(create);
        auto* name = creating->findChild<QLineEdit*>(u"socrates_authNameEdit"_s);
        QVERIFY(!name->isEnabled()); // what is being made is what was asked for
        QTRY_VERIFY_WITH_TIMEOUT(goOn->isEnabled(), kPatience);
        QVERIFY(goOn->isDefault() && goOn->hasFocus());
        auto* done = creating->findChild<QListWidget*>(u"provisionActionsList"_s);
        QVERIFY(done->count() >= 4);
        takeTheResult(creating, fixture.folder());
        // Fields that say something else than what was made: nothing goes on with that.
        fill(creating, "socrates_authNameEdit", u"another"_s);
        QVERIFY(!goOn->isEnabled());
        fill(creating, "socrates_authNameEdit", u"socrates_auth_first"_s);
        click(create);
        QTRY_VERIFY_WITH_TIMEOUT(goOn->isEnabled(), kPatience);
        QVERIFY(done->item(0)->text().startsWith(u"Already there"_s));
        click(goOn);

        QTRY_COMPARE_WITH_TIMEOUT(window.page(), MainWindow::Page::Verification, kPatience);
        QCOMPARE(window.workspace().pendingCount(), 0);
        const auto& verifications = window.workspace().verifications();
        QCOMPARE(verifications.size(), 2);
        for (const core::DatabaseVerification& verification : verifications) {
            QVERIFY(verification.isOk());
            QVERIFY(!verification.checklist.isEmpty());
            for (const core::TickedItem& item : verification.checklist)
                QVERIFY2(item.ok && !item.isPending, qPrintable(item.item.text));
            QVERIFY2(verification.rightsProblems.isEmpty(),
                     qPrintable(verification.rightsProblems.join(u'\n')));
            QCOMPARE(window.workspace().profile().databases.value(verification.name).role,
                     u"newcomer_owner"_s);
        }
        const QList<core::ConnectionProfile> kept = window.connections().recents();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().name, u"Local"_s);
        for (const core::ConnectionProfile::Entry& entry : kept.first().databases)
            QVERIFY(entry.hasStoredPassword);
        checkRights(u"socrates_auth_first"_s, u"users"_s);
        checkRights(u"socrates_specs_first"_s, u"projects"_s);
    }

    /// From a saved connection to others that are created: what was kept for the former is not
    /// claimed for the latter, or each start would miss a password that nobody kept.
    void aPasswordThatIsNotKeptIsNotClaimed()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        window.show();
        window.connections().openProject(WindowFixture::planProject());
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
        core::ConnectionProfile former;
        former.name = u"Former"_s;
        const core::ConnectionParameters admin = TestServer::shared().parameters();
        for (const char* database : {"socrates_auth", "socrates_specs"}) {
            const QString name = QString::fromLatin1(database);
            core::ConnectionParameters parameters = admin;
            parameters.setPassword({});
            parameters.setValue(u"user"_s, u"unkept"_s);
            parameters.setValue(u"dbname"_s, name + u"_unkept"_s);
            former.databases[core::DatabaseName(name)] = {parameters, {}, true};
        }
        window.connections().connectProfile(former); // asks for what the keychain has not
        QWidget* connecting = dialog(fixture, "connectionDialog");
        QVERIFY(connecting != nullptr);
        click(connecting->findChild<QPushButton*>(u"createDatabasesButton"_s));
        QWidget* creating = dialog(fixture, "provisionDialog");
        QVERIFY(creating != nullptr);
        auto* login = creating->findChild<QWidget*>(u"adminGroupBox"_s);
        fill(login, "userEdit", admin.user());
        fill(login, "passwordEdit", admin.password());
        fill(creating, "socrates_authPasswordEdit", kPassword);
        fill(creating, "socrates_specsPasswordEdit", kPassword);
        click(creating->findChild<QCheckBox*>(u"keepPasswordsCheckBox"_s));
        click(creating->findChild<QPushButton*>(u"createButton"_s));
        click(creating->findChild<QPushButton*>(u"useConnectionsButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(window.page(), MainWindow::Page::Verification, kPatience);
        const QList<core::ConnectionProfile> kept = window.connections().recents();
        QCOMPARE(kept.size(), 1);
        for (const core::ConnectionProfile::Entry& entry : kept.first().databases) {
            QCOMPARE(entry.parameters.user(), u"unkept"_s);
            QVERIFY(!entry.hasStoredPassword);
        }
    }

    /// The same with no mouse: the focus is moved by Tab, buttons are pressed by Enter.
    void byTheKeyboardAlone()
    {
        WindowFixture fixture;
        MainWindow& window = fixture.window;
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.connections().openProject(WindowFixture::planProject());
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().project() != nullptr, kPatience);
        // The first useful control has the focus.
        QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"connectDatabasesButton"_s, kPatience);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(dialog(fixture, "connectionDialog") != nullptr);
        QVERIFY(tabTo(u"createDatabasesButton"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QWidget* creating = dialog(fixture, "provisionDialog");
        QVERIFY(creating != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(creating));
        const core::ConnectionParameters admin = TestServer::shared().parameters();
        for (const auto& [name, text] : std::initializer_list<std::pair<QString, QString>>{
                 {u"hostEdit"_s, admin.value(u"host"_s)},
                 {u"portEdit"_s, admin.value(u"port"_s)},
                 {u"userEdit"_s, admin.user()},
                 {u"passwordEdit"_s, admin.password()},
                 {u"socrates_authNameEdit"_s, u"socrates_auth_keys"_s},
                 {u"socrates_specsNameEdit"_s, u"socrates_specs_keys"_s}}) {
            QVERIFY2(tabTo(name), qPrintable(name));
            QGuiApplication::clipboard()->setText(text);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        }
        auto* goOn = creating->findChild<QPushButton*>(u"useConnectionsButton"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the default: Create
        QTRY_VERIFY_WITH_TIMEOUT(goOn->isEnabled(), kPatience);
        QVERIFY(tabTo(u"useConnectionsButton"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(window.page(), MainWindow::Page::Verification, kPatience);
        QCOMPARE(window.workspace().pendingCount(), 0);
        for (const core::DatabaseVerification& each : window.workspace().verifications())
            QVERIFY(each.isOk());
    }

    void anEditorIsToldTheLine_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("installed");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none known") << QString() << QString() << QStringList();
        QTest::newRow("a usual one")
            << QString() << u"kate"_s
            << QStringList{u"/usr/bin/kate"_s, u"--line"_s, u"7"_s,
                           u"--column"_s,      u"3"_s,      u"/a b/{line}.sql"_s};
        QTest::newRow("own") << u"\"/opt/my editor/e\" +{line} {file}"_s << u"kate"_s
                             << QStringList{u"/opt/my editor/e"_s, u"+7"_s, u"/a b/{line}.sql"_s};
        QTest::newRow("without a place for the file")
            << u"vi"_s << QString() << QStringList{u"vi"_s, u"/a b/{line}.sql"_s};
    }

    void anEditorIsToldTheLine()
    {
        QFETCH(QString, command);
        QFETCH(QString, installed);
        QFETCH(QStringList, arguments);
        const core::SourceLocation where{u"/a b/{line}.sql"_s, 7, 3};
        const auto find = [&](const QString& name) {
            return name == installed ? u"/usr/bin/"_s + name : QString();
        };
        QCOMPARE(editorArguments(command, where, find), arguments);
    }

    void anEditorThatIsNotThereIsNamed()
    {
        const auto opened = openInEditor(u"/nowhere/editor {file}"_s, {u"/x.sql"_s, 1, 1});
        QVERIFY(!opened);
        QVERIFY(opened.error().summary.contains(u"/nowhere/editor"_s));
    }
};

SOCRATES_GUI_TEST_MAIN(TestNewcomer)
#include "tst_newcomer.moc"
