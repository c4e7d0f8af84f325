// SPDX-License-Identifier: MIT
#include "core/credentials/credentialstore.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TemporaryFolder;

namespace {

/// Which keyring the inner run is to find; the outer run has none.
constexpr const char* caseVariable = "SOCRATES_TEST_KEYRING";
const QString secret = u"pä'ss \"wörd\" \\ @%:/\n😀"_s;

} // namespace

/// Runs in a session of its own, started by TestCredentials below: the test calls the store from a
/// thread that runs no event loop, as the command line does.
class TestInSession : public QObject
{
    Q_OBJECT

private:
    KeychainCredentialStore m_store;
    const QByteArray m_case = qgetenv(caseVariable);

private slots:
    void initTestCase() { QVERIFY(!m_case.isEmpty()); }
    void answers();
};

void TestInSession::answers()
{
    if (m_case == "unlocked") {
        QCOMPARE(m_store.read(u"never"_s, false).value(), std::nullopt);
        QVERIFY(m_store.write(u"socrates-admin/a/b"_s, secret));
        QVERIFY(m_store.write(u"socrates-admin/a/c"_s, u"other"_s));
        QCOMPARE(m_store.read(u"socrates-admin/a/b"_s, true).value(),
                 std::optional<QString>(secret));
        QVERIFY(m_store.write(u"socrates-admin/a/c"_s, QString()));
        QCOMPARE(m_store.read(u"socrates-admin/a/c"_s, true).value().value_or(u"none"_s),
                 QString());
        QVERIFY(m_store.remove(u"socrates-admin/a/c"_s));
        QVERIFY(m_store.remove(u"socrates-admin/a/c"_s));
        QCOMPARE(m_store.read(u"socrates-admin/a/c"_s, false).value(), std::nullopt);
        // A key without the program's prefix gets it, and so is the same entry.
        QCOMPARE(m_store.read(u"a/b"_s, true).value(), std::optional<QString>(secret));
    } else if (m_case == "locked") {
        const auto expected = m_store.read(u"socrates-admin/a/b"_s, true);
        QVERIFY(!expected);
        QCOMPARE(expected.error().code, u"credentials.locked"_s);
        QCOMPARE(m_store.read(u"socrates-admin/a/x"_s, false).value(), std::nullopt);
        const auto written = m_store.write(u"socrates-admin/a/b"_s, u"new"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"credentials.locked"_s);
    } else if (m_case == "kept") {
        QCOMPARE(m_store.read(u"socrates-admin/a/b"_s, true).value(),
                 std::optional<QString>(secret));
    } else {
        const auto written = m_store.write(u"socrates-admin/a/b"_s, secret);
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"credentials.unavailable"_s);
        QVERIFY(!written.error().text().contains(secret));
        const auto read = m_store.read(u"socrates-admin/a/b"_s, true);
        QVERIFY(!read);
        QCOMPARE(read.error().code, u"credentials.unavailable"_s);
    }
}

class TestCredentials : public QObject
{
    Q_OBJECT

private:
    const TemporaryFolder m_home{new QTemporaryDir};

private slots:
    void memory();
    void keyring_data();
    void keyring();
    void nothingInPlainText();
};

void TestCredentials::memory()
{
    MemoryCredentialStore store;
    QCOMPARE(store.read(u"a"_s, false).value(), std::nullopt);
    QVERIFY(store.write(u"a"_s, secret));
    QCOMPARE(store.read(u"a"_s, true).value(), std::optional<QString>(secret));
    QVERIFY(store.remove(u"a"_s));
    QVERIFY(store.remove(u"a"_s));
    QCOMPARE(store.read(u"a"_s, false).value(), std::nullopt);
}

void TestCredentials::keyring_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("unlockedWith");
    QTest::newRow("an unlocked keyring keeps any secret") << u"unlocked"_s << u"right"_s;
    QTest::newRow("a locked keyring is not an empty one") << u"locked"_s << u"wrong"_s;
    QTest::newRow("what was kept is there in the next session") << u"kept"_s << u"right"_s;
    QTest::newRow("no session bus") << u"none"_s << QString();
}

void TestCredentials::keyring()
{
    QFETCH(QString, which);
    QFETCH(QString, unlockedWith);
    const TemporaryFolder runtime{new QTemporaryDir};
    QFile::setPermissions(runtime->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(caseVariable), which);
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, runtime->path());
    for (const QString& name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s,
          u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CURRENT_DESKTOP"_s, u"KDE_FULL_SESSION"_s})
        environment.remove(name);

    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString self = QCoreApplication::applicationFilePath();
    if (unlockedWith.isEmpty()) {
        process.start(self, QStringList());
    } else {
        const QString script = u"printf '%s\\n' \"$1\" | gnome-keyring-daemon --unlock "
                               u"--components=secrets --daemonize "
                               "> /dev/null 2>&1 && exec \"$2\""_s;
        process.start(u"dbus-run-session"_s,
                      {u"--"_s, u"sh"_s, u"-c"_s, script, u"sh"_s, unlockedWith, self});
    }
    QVERIFY2(process.waitForFinished(120000), qPrintable(process.errorString()));
    QVERIFY2(process.exitCode() == 0, process.readAll().constData());
}

void TestCredentials::nothingInPlainText()
{
    QDir home(m_home->path());
    const QString keyrings = home.filePath(u".local/share/keyrings"_s);
    const QStringList files = QDir(keyrings).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(keyrings + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(secret.toUtf8()));
    }
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(caseVariable)) {
        TestInSession test;
        return QTest::qExec(&test, argc, argv);
    }
    qputenv("QT_FATAL_WARNINGS", "1");
    TestCredentials test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_credentials.moc"
