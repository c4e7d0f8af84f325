// SPDX-License-Identifier: MIT
// The window opened a second time, with a real Secret Service that keeps its passwords.
#include "app/connections/connectiondialog.h"
#include "app/shell/appcontext.h"
#include "app/shell/connectionflow.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspace.h"
#include "tests/support/guitestmain.h"
#include "tests/support/testserver.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace socrates;
using namespace socrates::ui;
using core::DatabaseName;
using test::TestServer;

namespace {

constexpr int kPatience = 60000;
/// What the run inside a session with a keyring is to see; the run outside has none.
constexpr const char* kCase = "SOCRATES_TEST_KEYRING";
constexpr const char* kConnections = "SOCRATES_TEST_CONNECTIONS";
constexpr const char* kFolder = "SOCRATES_TEST_FOLDER";

/// A window on the settings and profiles of one folder, as main() makes it.
class Sitting
{
public:
    Sitting()
        : m_folder(qEnvironmentVariable(kFolder))
        , m_settings(m_folder.filePath(u"settings.ini"_s))
        , m_profiles(m_folder.filePath(u"profiles.json"_s))
        , m_theme(*qApp)
        , m_context{m_settings,
                    m_profiles,
                    std::make_shared<core::KeychainCredentialStore>(),
                    std::make_shared<core::LocalServer>(m_folder.filePath(u"server"_s)),
                    m_clock,
                    m_theme}
        , window(m_context)
    {
        window.show();
        window.connections().openProject(u"" SOCRATES_SOURCE_DIR "/migrations"_s);
    }

    bool hasProject()
    {
        return QTest::qWaitFor([this] { return window.workspace().project() != nullptr; },
                               kPatience);
    }
    /// Both databases answered, without an error.
    bool isConnected()
    {
        Workspace& workspace = window.workspace();
        if (!QTest::qWaitFor(
                [&] { return workspace.statuses().size() == 2 && !workspace.isRefreshing(); },
                kPatience))
            return false;
        for (const core::DatabaseStatus& status : workspace.statuses()) {
            if (status.error) {
                qInfo("%s", qPrintable(status.error->text()));
                return false;
            }
        }
        return true;
    }
    ConnectionDialog* dialog() { return window.findChild<ConnectionDialog*>(); }

private:
    QDir m_folder;
    AppSettings m_settings;
    core::ProfileStore m_profiles;
    core::Clock m_clock;
    Theme m_theme;
    AppContext m_context;

public:
    MainWindow window;
};

} // namespace

/// Runs in a session of its own, started by TestKeyringRestart below.
class TestInSession : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void sees()
    {
        const QByteArray which = qgetenv(kCase);
        if (which == "first")
            first();
        else if (which == "again")
            again();
        else
            locked();
    }

private:
    /// Connects once with the passwords, and lets the keychain keep them.
    void first()
    {
        Sitting sitting;
        QVERIFY(sitting.hasProject());
        QVERIFY(!sitting.window.connections().reconnect()); // nothing is known yet
        sitting.window.connections().editConnection({}, qEnvironmentVariable(kConnections));
        QTRY_VERIFY_WITH_TIMEOUT(sitting.dialog() != nullptr, kPatience);
        QVERIFY(sitting.dialog()->findChild<QCheckBox*>(u"savePasswordsCheckBox"_s)->isChecked());
        sitting.dialog()->findChild<QPushButton*>(u"connectButton"_s)->click();
        QVERIFY(sitting.isConnected());
        sitting.window.close();
    }

    /// The next start asks for nothing.
    void again()
    {
        for (int start = 0; start < 2; ++start) {
            Sitting sitting;
            QVERIFY(sitting.hasProject());
            QVERIFY(sitting.window.connections().reconnect());
            QVERIFY(sitting.isConnected());
            QVERIFY(sitting.dialog() == nullptr);
            sitting.window.close();
        }
    }

    /// The passwords are there and cannot be read: the dialog says so and offers to unlock, and
    /// nobody signs in without.
    void locked()
    {
        Sitting sitting;
        QVERIFY(sitting.hasProject());
        QVERIFY(sitting.window.connections().reconnect());
        QTRY_VERIFY_WITH_TIMEOUT(sitting.dialog() != nullptr, kPatience);
        QVERIFY(sitting.dialog()->findChild<QAction*>(u"unlockKeyringAction"_s) != nullptr);
        QVERIFY(!sitting.window.workspace().isConnected());
        // Accepted as it is, the profile still knows that a password is kept.
        for (const auto& entry : sitting.dialog()->profile().databases)
            QVERIFY(entry.hasStoredPassword);
    }
};

class TestKeyringRestart : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void restarts_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("unlockedWith");
        QTest::newRow("passwords are kept") << u"first"_s << u"right"_s;
        QTest::newRow("the next session connects without asking") << u"again"_s << u"right"_s;
        QTest::newRow("a locked keyring is not an empty one") << u"locked"_s << u"wrong"_s;
        QTest::newRow("and connects again once it is unlocked") << u"again"_s << u"right"_s;
    }
    void restarts()
    {
        QFETCH(QString, which);
        QFETCH(QString, unlockedWith);
        if (m_connections.isEmpty()) {
            TestServer& server = TestServer::shared();
            for (const QString& name : {u"socrates_auth"_s, u"socrates_specs"_s})
                m_connections += u"DATABASE_URL_%1=%2\n"_s.arg(
                    name.section(u'_', 1).toUpper(),
                    server.parameters(server.createDatabase(name)).toUri(true));
        }
        QTemporaryDir runtime;
        QVERIFY(QFile::setPermissions(runtime.path(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kCase), which);
        environment.insert(QString::fromLatin1(kConnections), m_connections);
        environment.insert(QString::fromLatin1(kFolder), m_home.path());
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
        for (const QString& name :
             {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s,
              u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CURRENT_DESKTOP"_s, u"KDE_FULL_SESSION"_s})
            environment.remove(name);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QString script = u"printf '%s\\n' \"$1\" | gnome-keyring-daemon --unlock "
                               u"--components=secrets --daemonize "
                               "> /dev/null 2>&1 && exec \"$2\""_s;
        process.start(u"dbus-run-session"_s,
                      {u"--"_s, u"sh"_s, u"-c"_s, script, u"sh"_s, unlockedWith,
                       QCoreApplication::applicationFilePath()});
        QVERIFY2(process.waitForFinished(3 * kPatience), qPrintable(process.errorString()));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

private:
    QTemporaryDir m_home;
    QString m_connections;
};

int main(int argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const QApplication application(argc, argv);
    const core::EnglishPlurals plurals;
    if (qEnvironmentVariableIsSet(kCase)) {
        TestInSession test;
        return QTest::qExec(&test, argc, argv);
    }
    TestKeyringRestart test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keyringrestart.moc"
