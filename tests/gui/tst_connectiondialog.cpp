// SPDX-License-Identifier: MIT
#include "app/connections/connectiondialog.h"
#include "app/connections/databasefields.h"
#include "app/connections/doctorview.h"
#include "app/connections/envwriter.h"
#include "app/connections/provisiondialog.h"
#include "tests/support/guitestmain.h"
#include "tests/support/testserver.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;
using namespace socrates::test;

namespace {

const DatabaseName auth(u"socrates_auth"_s);
const DatabaseName specs(u"socrates_specs"_s);

QLineEdit* edit(const QWidget& dialog, const DatabaseName& database, const QString& name)
{
    auto* box = dialog.findChild<QWidget*>(database.text() + u"GroupBox"_s);
    return box->findChild<QLineEdit*>(name);
}

QByteArray encoded(const QString& text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

} // namespace

class ConnectionDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void startsWithUsefulDefaults();
    void enterFillsInAndThenConnects();
    void readsTexts_data();
    void readsTexts();
    void dropsFiles_data();
    void dropsFiles();
    void refusesNonsense();
    void keepsAdvancedKeywords();
    void differingServersUntickSameServer();
    void remoteHostsAreVerified();
    void everyCharacterSurvives();
    void pasteIsTakenAtOnce();
    void lockedKeychainIsNotEmpty();
    void namesAreAccessible();
    void doctor_data();
    void doctor();
    void closingWhileTesting();
    void noOtherConnectionIsReplaced();
    void envFilesKeepTheirLines();
    void provisions();
    void provisionFails();

private:
    Project m_project;
};

void ConnectionDialogTest::initTestCase()
{
    auto project = Project::load(u"" SOCRATES_SOURCE_DIR "/migrations"_s);
    QVERIFY(project);
    m_project = *project;
}

void ConnectionDialogTest::startsWithUsefulDefaults()
{
    ConnectionDialog dialog(m_project);
    const ConnectionProfile profile = dialog.profile();
    QCOMPARE(profile.databases.keys(), (QList{auth, specs}));
    QCOMPARE(profile.databases[specs].parameters.databaseName(), u"socrates_specs"_s);
    QCOMPARE(profile.databases[specs].parameters.host(), u"localhost"_s);
    QCOMPARE(profile.environment, Environment::Local);
    QVERIFY(!profile.name.isEmpty());
    QVERIFY(dialog.findChild<QCheckBox*>(u"sameServerCheckBox"_s)->isChecked());
    QVERIFY(!edit(dialog, specs, u"hostEdit"_s)->isEnabled());
    // Typing in the first column is typing in all.
    edit(dialog, auth, u"hostEdit"_s)->clear();
    QTest::keyClicks(edit(dialog, auth, u"hostEdit"_s), u"127.0.0.1"_s);
    QCOMPARE(dialog.profile().databases[specs].parameters.host(), u"127.0.0.1"_s);
    QCOMPARE(dialog.profile().databases[specs].parameters.databaseName(), u"socrates_specs"_s);
}

void ConnectionDialogTest::enterFillsInAndThenConnects()
{
    ConnectionDialog dialog(m_project);
    dialog.show();
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    auto* paste = dialog.findChild<QLineEdit*>(u"pasteConnectionEdit"_s);
    QTest::keyClicks(paste, u"postgresql://maria@db.example.com/socrates_auth"_s);
    QTest::keyClick(paste, Qt::Key_Return);
    QCOMPARE(edit(dialog, auth, u"hostEdit"_s)->text(), u"db.example.com"_s);
    QVERIFY(accepted.isEmpty());
    QTest::keyClick(paste, Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
}

void ConnectionDialogTest::readsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("authUrl");
    QTest::addColumn<QString>("specsUrl");
    QTest::newRow("one URL by name") << u"postgresql://u:p@h:1/socrates_specs"_s
                                     << u"u:p@h:1/socrates_auth"_s << u"u:p@h:1/socrates_specs"_s;
    QTest::newRow("one URL by label") << u"postgresql://u:p@h:1/auth_prod"_s
                                      << u"u:p@h:1/auth_prod"_s << u"u:p@h:1/socrates_specs"_s;
    QTest::newRow("a server") << u"postgres://u:p@h:1/postgres"_s << u"u:p@h:1/socrates_auth"_s
                              << u"u:p@h:1/socrates_specs"_s;
    QTest::newRow("SQLAlchemy's") << u"postgresql+psycopg2://u:p%40x@h:1/socrates_auth"_s
                                  << u"u:p@x@h:1/socrates_auth"_s << u"u:p@x@h:1/socrates_specs"_s;
    QTest::newRow("key words") << u"host=h port=1 user=u password='p q' dbname=socrates_auth"_s
                               << u"u:p q@h:1/socrates_auth"_s << u"u:p q@h:1/socrates_specs"_s;
    QTest::newRow("two URLs")
        << u"postgresql://a:b@h1:1/socrates_auth\npostgresql://c:d@h2:2/socrates_specs"_s
        << u"a:b@h1:1/socrates_auth"_s << u"c:d@h2:2/socrates_specs"_s;
    QTest::newRow("env") << u"# x\nDATABASE_URL_AUTH=postgresql://a:b@h1:1/one\n"
                            "export DATABASE_URL_SPECS='postgresql://c:d@h2:2/two'\nOTHER=1\n"_s
                         << u"a:b@h1:1/one"_s << u"c:d@h2:2/two"_s;
    QTest::newRow("env, other name") << u"DATABASE_URL=postgresql://a:b@h1:1/socrates_auth\n"_s
                                     << u"a:b@h1:1/socrates_auth"_s << u"a:b@h1:1/socrates_specs"_s;
    QTest::newRow("alembic.ini") << u"[alembic]\nscript_location = alembic\n"
                                    "sqlalchemy.url = postgresql://a:100%%25@h1:1/socrates_auth\n"_s
                                 << u"a:100%@h1:1/socrates_auth"_s
                                 << u"a:100%@h1:1/socrates_specs"_s;
    QTest::newRow("alembic.ini, multidb")
        << u"[auth]\nsqlalchemy.url = postgresql://a:b@h1:1/one\n[specs]\nsqlalchemy.url = postgresql://c:d@h2:2/two\n"_s
        << u"a:b@h1:1/one"_s << u"c:d@h2:2/two"_s;
}

namespace {

QString shortText(const ConnectionDialog& dialog, const DatabaseName& database)
{
    const ConnectionParameters parameters = dialog.profile().databases[database].parameters;
    return u"%1:%2@%3:%4/%5"_s.arg(parameters.user(), dialog.passwords().value(database),
                                   parameters.host(), parameters.port(), parameters.databaseName());
}

} // namespace

void ConnectionDialogTest::readsTexts()
{
    QFETCH(QString, text);
    ConnectionDialog dialog(m_project);
    dialog.importText(text);
    QTEST(shortText(dialog, auth), "authUrl");
    QTEST(shortText(dialog, specs), "specsUrl");
    QVERIFY(!dialog.profile().databases[auth].parameters.hasPassword());
}

void ConnectionDialogTest::dropsFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"DATABASE_URL_AUTH=postgresql://a:pässwörd@h1:1/one\r\n"
                         "DATABASE_URL_SPECS=postgresql://a:pässwörd@h1:1/two\r\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with mark") << encoded(text, QStringConverter::Utf8);
    QTest::newRow("UTF-16 LE") << encoded(text, QStringConverter::Utf16LE);
    QTest::newRow("UTF-16 BE") << encoded(text, QStringConverter::Utf16BE);
}

void ConnectionDialogTest::dropsFiles()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(u".env"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    ConnectionDialog dialog(m_project);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &drop);
    QCOMPARE(shortText(dialog, auth), u"a:pässwörd@h1:1/one"_s);
    QCOMPARE(shortText(dialog, specs), u"a:pässwörd@h1:1/two"_s);
    QVERIFY(!edit(dialog, auth, u"hostEdit"_s)->accessibleDescription().isEmpty());
    QTest::keyClicks(edit(dialog, auth, u"hostEdit"_s), u"x"_s);
    QVERIFY(edit(dialog, auth, u"hostEdit"_s)->accessibleDescription().isEmpty());
}

void ConnectionDialogTest::refusesNonsense()
{
    ConnectionDialog dialog(m_project);
    const ConnectionProfile before = dialog.profile();
    for (const QString& text :
         {u"hello"_s, u"postgresql://u:geheim@h:1/x?nonsense=geheim"_s, u"A=1\nB=2"_s}) {
        dialog.importText(text);
        QCOMPARE(shortText(dialog, auth), u"postgres:@localhost:5432/socrates_auth"_s);
        const auto labels = dialog.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QVERIFY2(!label->text().contains(u"geheim"_s), qPrintable(label->text()));
        QVERIFY(!dialog.findChild<QLabel*>(u"messageTextLabel"_s)->text().isEmpty());
    }
    QCOMPARE(dialog.profile().databases[auth].parameters, before.databases[auth].parameters);
}

void ConnectionDialogTest::keepsAdvancedKeywords()
{
    ConnectionDialog dialog(m_project);
    dialog.importText(u"postgresql://u@h1:1,h2:2/socrates_auth?target_session_attrs=read-write"
                      "&options=-c%20geqo%3Doff"_s);
    const ConnectionParameters parameters = dialog.profile().databases[auth].parameters;
    QCOMPARE(parameters.host(), u"h1,h2"_s);
    QCOMPARE(parameters.port(), u"1,2"_s);
    QCOMPARE(parameters.value(u"target_session_attrs"_s), u"read-write"_s);
    QCOMPARE(parameters.value(u"options"_s), u"-c geqo=off"_s);
    auto* connectButton = dialog.findChild<QPushButton*>(u"connectButton"_s);
    QVERIFY(connectButton->isEnabled());
    edit(dialog, auth, u"advancedEdit"_s)->setText(u"no_such_word=1"_s);
    QVERIFY(!connectButton->isEnabled());
    edit(dialog, auth, u"advancedEdit"_s)->setText(u"host=elsewhere"_s);
    QVERIFY(!connectButton->isEnabled());
    edit(dialog, auth, u"advancedEdit"_s)->clear();
    QVERIFY(connectButton->isEnabled());
}

void ConnectionDialogTest::differingServersUntickSameServer()
{
    ConnectionDialog dialog(m_project);
    dialog.importText(
        u"postgresql://a:b@h1:1/socrates_auth\npostgresql://c:d@h2:2/socrates_specs"_s);
    auto* same = dialog.findChild<QCheckBox*>(u"sameServerCheckBox"_s);
    QVERIFY(!same->isChecked());
    QVERIFY(edit(dialog, specs, u"hostEdit"_s)->isEnabled());
    same->click();
    QCOMPARE(shortText(dialog, specs), u"a:b@h1:1/socrates_specs"_s);
}

void ConnectionDialogTest::remoteHostsAreVerified()
{
    ConnectionDialog dialog(m_project);
    const auto mode = [&dialog] {
        return dialog.profile().databases[auth].parameters.value(u"sslmode"_s);
    };
    auto* warning = dialog.findChild<QWidget*>(u"socrates_authGroupBox"_s)
                        ->findChild<QLabel*>(u"tlsWarningLabel"_s);
    QCOMPARE(mode(), u"prefer"_s);
    QVERIFY(warning->isHidden());
    edit(dialog, auth, u"hostEdit"_s)->setText(u"db.example.com"_s);
    QCOMPARE(mode(), u"verify-full"_s);
    QVERIFY(warning->isHidden());
    // A URI means what libpq says, and the weaker state is seen.
    dialog.importText(u"postgresql://u@db.example.com/socrates_auth"_s);
    QCOMPARE(mode(), u"prefer"_s);
    QVERIFY(!warning->isHidden());
}

void ConnectionDialogTest::everyCharacterSurvives()
{
    const QString nasty = uR"( a'b"c\d@e%f/g:h?i#j&k=l;m ä€🔑 )"_s;
    ConnectionDialog dialog(m_project);
    edit(dialog, auth, u"passwordEdit"_s)->setText(nasty);
    edit(dialog, auth, u"userEdit"_s)->setText(nasty);
    edit(dialog, auth, u"databaseEdit"_s)->setText(nasty);
    QCOMPARE(dialog.passwords()[auth], nasty);
    const ConnectionProfile profile = dialog.profile();
    ConnectionDialog again(m_project);
    again.setProfile(profile, dialog.passwords());
    QCOMPARE(again.profile().databases[auth].parameters.user(), nasty);
    QCOMPARE(again.profile().databases[auth].parameters.databaseName(), nasty);
    QCOMPARE(again.passwords()[auth], nasty);
}

void ConnectionDialogTest::pasteIsTakenAtOnce()
{
    ConnectionDialog dialog(m_project);
    QGuiApplication::clipboard()->setText(u"DATABASE_URL_AUTH=postgresql://a:b@h1:1/one\n"
                                          "DATABASE_URL_SPECS=postgresql://c:d@h2:2/two\n"_s);
    auto* paste = dialog.findChild<QLineEdit*>(u"pasteConnectionEdit"_s);
    QTest::keySequence(paste, QKeySequence::Paste);
    QCOMPARE(shortText(dialog, specs), u"c:d@h2:2/two"_s);
    QVERIFY(paste->text().isEmpty()); // it held a password
    // The password is hidden until it is asked for.
    auto* password = edit(dialog, auth, u"passwordEdit"_s);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    password->parentWidget()->findChild<QToolButton*>(u"showPasswordButton"_s)->click();
    QCOMPARE(password->echoMode(), QLineEdit::Normal);
}

void ConnectionDialogTest::lockedKeychainIsNotEmpty()
{
    ConnectionProfile profile;
    profile.name = u"Saved"_s;
    profile.databases[auth].parameters.setValue(u"host"_s, u"localhost"_s);
    profile.databases[auth].hasStoredPassword = true;
    ConnectionDialog dialog(m_project);
    dialog.setProfile(profile, {});
    QVERIFY(dialog.profile().databases[auth].hasStoredPassword);
    QVERIFY(dialog.passwords().isEmpty());
    QVERIFY(!dialog.profile().databases.contains(specs)); // it was absent, and stays so
    dialog.setKeychainAvailable(false);
    QVERIFY(!dialog.savePasswords());
    edit(dialog, auth, u"passwordEdit"_s)->setText(u"new"_s);
    QVERIFY(!dialog.profile().databases[auth].hasStoredPassword);
}

void ConnectionDialogTest::namesAreAccessible()
{
    ConnectionDialog connection(m_project);
    ProvisionDialog provision(m_project);
    for (const QDialog* dialog : std::initializer_list<const QDialog*>{&connection, &provision}) {
        for (const QLineEdit* field : dialog->findChildren<QLineEdit*>())
            QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
        for (const QComboBox* field : dialog->findChildren<QComboBox*>())
            QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    }
}

void ConnectionDialogTest::doctor_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("failedStage");
    QTest::newRow("right") << u"right"_s << -1;
    QTest::newRow("wrong password") << u"password"_s << int(DoctorStage::Id::SignedIn);
    QTest::newRow("no database") << u"database"_s << int(DoctorStage::Id::DatabaseExists);
    QTest::newRow("port closed") << u"port"_s << int(DoctorStage::Id::PortReachable);
}

void ConnectionDialogTest::doctor()
{
    QFETCH(QString, what);
    QFETCH(int, failedStage);
    TestServer& server = TestServer::shared();
    ConnectionParameters parameters = server.parameters(server.createDatabase(u"doctor"_s));
    if (what == "password"_L1)
        parameters.setPassword(u"wrong"_s);
    else if (what == "database"_L1)
        parameters.setValue(u"dbname"_s, u"no_such_database"_s);
    else if (what == "port"_L1)
        parameters.setValue(u"port"_s, u"1"_s);
    ConnectionProfile profile;
    profile.databases[auth].parameters = parameters;
    ConnectionDialog dialog(m_project);
    dialog.setProfile(profile, {{auth, parameters.password()}});
    dialog.show();
    QSignalSpy finished(&dialog, &ConnectionDialog::testFinished);
    QSignalSpy create(&dialog, &ConnectionDialog::createDatabaseRequested);
    auto* test = dialog.findChild<QPushButton*>(u"testAllButton"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QVERIFY(!test->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QVERIFY(test->isEnabled());
    auto* view = dialog.findChild<DoctorView*>(u"socrates_authDoctorView"_s);
    QCOMPARE(view->stages().size(), 9);
    int failed = -1;
    for (const DoctorStage& stage : view->stages()) {
        if (stage.state == DoctorStage::State::Failed && failed < 0)
            failed = int(stage.id);
    }
    QCOMPARE(failed, failedStage);
    if (what == "database"_L1) {
        auto* fix = view->findChild<QPushButton*>(u"fixButton"_s);
        QVERIFY(fix);
        QCOMPARE(fix->visibleRegion().boundingRect(), fix->rect()); // the dialog has grown to it
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(create.size(), 1);
        QCOMPARE(create.at(0).at(0).value<DatabaseName>(), auth);
    }
}

void ConnectionDialogTest::closingWhileTesting()
{
    ConnectionProfile profile;
    profile.databases[auth].parameters = TestServer::shared().parameters();
    auto dialog = std::make_unique<ConnectionDialog>(m_project);
    dialog->setProfile(profile, {});
    dialog->testAll();
    dialog.reset(); // the worker must not touch it any more
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}

void ConnectionDialogTest::envFilesKeepTheirLines()
{
    const EnvVariables variables{{u"DATABASE_URL_AUTH"_s, u"postgresql://u:%5C1@h/a"_s},
                                 {u"NEW"_s, u"1"_s}};
    const QString before = u"# comment\r\nexport DATABASE_URL_AUTH=old\r\nOTHER='x y'\r\n"_s;
    const QString after =
        u"# comment\r\nexport DATABASE_URL_AUTH=postgresql://u:%5C1@h/a\r\nOTHER='x y'\r\nNEW=1\r\n"_s;
    QCOMPARE(withEnvVariables(before.toUtf8(), variables), after.toUtf8());
    QCOMPARE(withEnvVariables(encoded(before, QStringConverter::Utf16LE), variables),
             encoded(after, QStringConverter::Utf16LE));
    QCOMPARE(withEnvVariables({}, {{u"A"_s, u"\\1"_s}}), QByteArray("A=\\1\n"));
    QTemporaryDir folder;
    const QString path = folder.filePath(u".env"_s);
    QVERIFY(writeEnvFile(path, variables));
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
#endif
    QVERIFY(!writeEnvFile(folder.filePath(u"missing/.env"_s), variables));
}

void ConnectionDialogTest::noOtherConnectionIsReplaced()
{
    ConnectionProfile kept;
    kept.name = u"Local"_s;
    kept.databases[auth].parameters = TestServer::shared().parameters(u"kept"_s);
    ConnectionDialog dialog(m_project);
    dialog.setProfile({}, {});
    dialog.setKept({kept});
    dialog.show();
    QCOMPARE(dialog.profile().name, u"Local 2"_s);
    auto* name = dialog.findChild<QLineEdit*>(u"profileNameEdit"_s);
    name->setText(u"Local"_s);
    auto* connectButton = dialog.findChild<QPushButton*>(u"connectButton"_s);
    QTest::mouseClick(connectButton, Qt::LeftButton);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<QLabel*>(u"messageTextLabel"_s)->text().contains(u"\"Local\""_s));
    QSignalSpy creating(&dialog, &ConnectionDialog::createDatabaseRequested);
    QTest::mouseClick(dialog.findChild<QPushButton*>(u"createDatabasesButton"_s), Qt::LeftButton);
    QCOMPARE(creating.size(), 0);
    name->setText(u"Mine"_s);
    QTest::mouseClick(connectButton, Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));

    // The connection itself, edited, keeps its name wherever it leads.
    ConnectionDialog edited(m_project);
    edited.setProfile(kept, {});
    edited.setKept({kept});
    edited.show();
    edited.importText(u"postgresql://u@127.0.0.1:1/socrates_auth"_s);
    QTest::mouseClick(edited.findChild<QPushButton*>(u"connectButton"_s), Qt::LeftButton);
    QCOMPARE(edited.result(), int(QDialog::Accepted));
}

void ConnectionDialogTest::provisions()
{
    TestServer& server = TestServer::shared();
    ProvisionDialog dialog(m_project);
    dialog.setAdmin(server.parameters());
    ConnectionParameters wanted;
    wanted.setValue(u"dbname"_s, u"provisioned_auth"_s);
    wanted.setValue(u"user"_s, u"socrates_login"_s);
    wanted.setPassword(u"p@ss/w%rd 'x"_s);
    dialog.setDatabases({{auth, wanted}});
    dialog.findChild<QLineEdit*>(u"socrates_specsNameEdit"_s)->setText(u"provisioned_specs"_s);
    dialog.show();
    QSignalSpy finished(&dialog, &ProvisionDialog::finishedRun);
    QSignalSpy provisioned(&dialog, &ProvisionDialog::provisioned);
    auto* create = dialog.findChild<QPushButton*>(u"createButton"_s);
    QTest::mouseClick(create, Qt::LeftButton);
    QVERIFY(!create->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QVERIFY2(finished.at(0).at(0).toBool(),
             qPrintable(dialog.findChild<QLabel*>(u"messageTextLabel"_s)->text()));
    QCOMPARE(provisioned.size(), 1);
    QVERIFY(dialog.findChild<QListWidget*>(u"provisionActionsList"_s)->count() > 0);
    auto* lines = dialog.findChild<QPlainTextEdit*>(u"envLinesEdit"_s);
    QVERIFY(lines->toPlainText().startsWith(u"DATABASE_URL_AUTH=postgresql://socrates_login@"_s));
    QVERIFY(lines->toPlainText().contains(u"\nDATABASE_URL_SPECS="_s));
    dialog.findChild<QCheckBox*>(u"withPasswordsCheckBox"_s)->click();
    const QString url = lines->toPlainText().section(u'\n', 0, 0).section(u'=', 1);
    const auto parameters = ConnectionParameters::fromUri(url);
    QVERIFY(parameters);
    QCOMPARE(parameters->password(), wanted.password());
    const auto connection = Connection::open(*parameters);
    QVERIFY2(connection.has_value(), connection ? "" : qPrintable(connection.error().text()));
    QSignalSpy chosen(&dialog, &ProvisionDialog::connectionsChosen);
    QTest::mouseClick(dialog.findChild<QPushButton*>(u"useConnectionsButton"_s), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void ConnectionDialogTest::provisionFails()
{
    ConnectionParameters admin = TestServer::shared().parameters();
    admin.setPassword(u"geheim"_s);
    ProvisionDialog dialog(m_project);
    dialog.setAdmin(admin);
    QSignalSpy finished(&dialog, &ProvisionDialog::finishedRun);
    dialog.run();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QVERIFY(!finished.at(0).at(0).toBool());
    const QString text = dialog.findChild<QLabel*>(u"messageTextLabel"_s)->text();
    QVERIFY(!text.isEmpty() && !text.contains(u"geheim"_s));
    QVERIFY(!dialog.findChild<QPushButton*>(u"useConnectionsButton"_s)->isEnabled());
    QVERIFY(dialog.findChild<QPushButton*>(u"createButton"_s)->isDefault());
    QVERIFY(dialog.findChild<QPushButton*>(u"createButton"_s)->isEnabled());
}

SOCRATES_GUI_TEST_MAIN(ConnectionDialogTest)
#include "tst_connectiondialog.moc"
