// SPDX-License-Identifier: MIT
#include "core/postgres/connection.h"
#include "core/postgres/localserver.h"
#include "core/postgres/loopback.h"
#include "core/postgres/sockets.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#ifndef Q_OS_WIN
#include <csignal>
#include <sys/wait.h>
#endif
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool replaceContents(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(bytes) == bytes.size();
}

#ifndef Q_OS_WIN
/// A process that has ended keeps its number until somebody asks how it ended, which in a container
/// may be nobody.
bool hasEnded(qint64 pid)
{
    const QByteArray state = contents(u"/proc/%1/stat"_s.arg(pid));
    return ::kill(pid_t(pid), 0) != 0 || state.mid(state.lastIndexOf(')')).startsWith(") Z");
}
#endif

/// The process is dead when this returns, and had no time to clean up.
void killProcess(qint64 pid)
{
#ifdef Q_OS_WIN
    const HANDLE process = ::OpenProcess(PROCESS_TERMINATE | SYNCHRONIZE, FALSE, DWORD(pid));
    QVERIFY(process != nullptr);
    QVERIFY(::TerminateProcess(process, 1));
    QCOMPARE(::WaitForSingleObject(process, 10000), DWORD(WAIT_OBJECT_0));
    ::CloseHandle(process);
#else
    QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(pid), 10000);
#endif
}

/// Holds a loopback port as a stranger's server would.
class Squatter
{
public:
    explicit Squatter(int port) : m_socket(AF_INET, SOCK_STREAM)
    {
        const int on = 1;
        ::setsockopt(m_socket.handle(), SOL_SOCKET, SO_REUSEADDR,
                     reinterpret_cast<const char*>(&on), sizeof on);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(quint16(port));
        m_listens =
            ::bind(m_socket.handle(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
            ::listen(m_socket.handle(), 1) == 0;
    }
    bool listens() const { return m_listens; }

private:
    sockets::Socket m_socket;
    bool m_listens = false;
};

} // namespace

class TestLocalServer : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;

    QString errorText(const Result<void>& result)
    {
        return result ? QString() : result.error().text();
    }
    QString pidFile() const { return m_folder + u"/data/postmaster.pid"_s; }
    qint64 pid() const { return contents(pidFile()).split('\n').value(0).toLongLong(); }
    QString value(const LocalServer& server, const QString& sql)
    {
        const auto parameters = server.adminParameters();
        if (!parameters)
            return parameters.error().text();
        const auto connection = Connection::open(*parameters);
        if (!connection)
            return connection.error().text();
        const auto rows = (*connection)->query(sql);
        if (!rows)
            return rows.error().text();
        return rows->isEmpty() ? QString() : rows->at(0, 0);
    }

private slots:
    void initTestCase();
    void cleanupTestCase();
    void programsAreFound();
    void createsAndStarts();
    void passwordIsItsUsersOnly();
    void listensOnLoopbackOnly();
    void secondCallFindsItRunning();
    void dataStayBetweenStarts();
    void whoStartedItStopsIt();
    void killedServerStartsAgain();
    void stalePidOfAnotherProcessIsNoHindrance();
    void numberThatNobodyTookBackIsNoHindrance();
    void takenPortIsChosenAnew();
    void strangersServerIsNotTouched();
    void twoAtOnce();
    void wrongMajorIsSaid();
    void interruptedCreationLeavesNothing();
    void folderFromTheEnvironment();
};

void TestLocalServer::initTestCase()
{
    clearAmbientEnvironment();
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    // The service user must be able to pass.
    QFile::setPermissions(m_home->path(), QFile::Permissions(0x7055));
    m_folder =
        m_home->filePath(u"ιδιωτικός διακομιστής"_s); // of which no code page has all letters
}

void TestLocalServer::cleanupTestCase()
{
    const QString error = errorText(LocalServer(m_folder).stop());
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestLocalServer::programsAreFound()
{
    const QList<LocalServer::Programs> all = LocalServer::findPrograms();
    QVERIFY(!all.isEmpty());
    for (qsizetype i = 0; i < all.size(); ++i) {
        QVERIFY(all.at(i).major >= 13);
        QVERIFY2(all.at(i).version.startsWith(QString::number(all.at(i).major)),
                 qPrintable(all.at(i).version));
        QVERIFY(!QDir(all.at(i).folder)
                     .entryList({u"initdb*"_s}, QDir::Files | QDir::Executable)
                     .isEmpty());
        QVERIFY(i == 0 || all.at(i - 1).major >= all.at(i).major);
    }
}

void TestLocalServer::createsAndStarts()
{
    LocalServer server(m_folder);
    QCOMPARE(server.state(), LocalServer::State::NotCreated);
    QCOMPARE(server.dataMajor(), 0);
    QCOMPARE(server.adminParameters().error().code, u"server.not_running"_s);
    QStringList said;
    const QString error =
        errorText(server.ensureRunning([&](const QString& text) { said << text; }));
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(server.state(), LocalServer::State::Running);
    QCOMPARE(said.size(), 2);
    QCOMPARE(server.dataMajor(), LocalServer::findPrograms().first().major);
    QCOMPARE(value(server, u"SELECT 1"_s), u"1"_s);
    QCOMPARE(value(server, u"SHOW fsync"_s), u"on"_s);
    QCOMPARE(value(server, u"SHOW server_encoding"_s), u"UTF8"_s);
    QCOMPARE(value(server, u"SHOW max_prepared_transactions"_s), u"10"_s);
}

void TestLocalServer::passwordIsItsUsersOnly()
{
    const QFileInfo password(m_folder + u"/password"_s);
    QCOMPARE(contents(password.filePath()).trimmed().size(), 32);
#ifdef Q_OS_UNIX // a user's own folders are nobody else's on Windows
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(password.permissions() & others));
    QVERIFY(!(QFileInfo(m_folder).permissions() & others));
#endif
    // It is demanded, too.
    ConnectionParameters wrong = *LocalServer(m_folder).adminParameters();
    wrong.setPassword(u"wrong"_s);
    const auto refused = Connection::open(wrong);
    QVERIFY(!refused);
    QVERIFY2(refused.error().code == "conn.auth"_L1, qPrintable(refused.error().text()));
    QVERIFY(
        !contents(m_folder + u"/server.log"_s).contains(contents(password.filePath()).trimmed()));
}

void TestLocalServer::listensOnLoopbackOnly()
{
    const LocalServer server(m_folder);
    QCOMPARE(value(server, u"SHOW listen_addresses"_s), u"127.0.0.1"_s);
    QCOMPARE(value(server, u"SHOW unix_socket_directories"_s), QString());
}

void TestLocalServer::secondCallFindsItRunning()
{
    const qint64 before = pid();
    QStringList said;
    LocalServer server(m_folder);
    QVERIFY(server.ensureRunning([&](const QString& text) { said << text; }));
    QCOMPARE(said, QStringList());
    QCOMPARE(pid(), before);
}

void TestLocalServer::dataStayBetweenStarts()
{
    LocalServer server(m_folder);
    QVERIFY(!value(server, u"CREATE TABLE kept AS SELECT 42 AS answer"_s).contains(u"SQLSTATE"_s));
    const QByteArray port = contents(m_folder + u"/port"_s);
    QVERIFY(server.stop());
    QCOMPARE(server.state(), LocalServer::State::Stopped);
    QVERIFY(server.stop()); // again: nothing to do
    QVERIFY(server.ensureRunning());
    QCOMPARE(value(server, u"SELECT answer FROM kept"_s), u"42"_s);
    QCOMPARE(contents(m_folder + u"/port"_s), port);
}

void TestLocalServer::whoStartedItStopsIt()
{
    LocalServer starter(m_folder);
    QVERIFY(starter.stop());
    QVERIFY(starter.ensureRunning());
    LocalServer visitor(m_folder);
    QVERIFY(visitor.ensureRunning());
    QVERIFY(visitor.stopIfUnused());
    QCOMPARE(starter.state(), LocalServer::State::Running);
    {
        const auto somebody = Connection::open(*starter.adminParameters());
        QVERIFY(somebody);
        QVERIFY(starter.stopIfUnused());
        QCOMPARE(starter.state(), LocalServer::State::Running);
        QVERIFY((*somebody)->query(u"SELECT 1"_s));
    }
    // The server may need a moment to see that the connection above is gone.
    QTRY_VERIFY(starter.stopIfUnused() && starter.state() == LocalServer::State::Stopped);
    QVERIFY(starter.ensureRunning());
}

void TestLocalServer::killedServerStartsAgain()
{
    LocalServer server(m_folder);
    const qint64 killed = pid();
    QVERIFY(killed > 1);
    killProcess(killed);
    QVERIFY(QFile::exists(pidFile()));
    QCOMPARE(server.state(), LocalServer::State::Stopped);
    QVERIFY(server.stop()); // nothing to do, and nothing is signalled
    const QString error = errorText(server.ensureRunning());
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QVERIFY(pid() != killed);
    QCOMPARE(value(server, u"SELECT answer FROM kept"_s), u"42"_s);
}

void TestLocalServer::stalePidOfAnotherProcessIsNoHindrance()
{
    LocalServer server(m_folder);
    const qint64 killed = pid();
    QByteArray stale = contents(pidFile());
    killProcess(killed);
    // The number now belongs to a living process that is no server: this test.
    stale.replace(0, stale.indexOf('\n'), QByteArray::number(QCoreApplication::applicationPid()));
    QVERIFY(replaceContents(pidFile(), stale));
    QVERIFY(server.stop());
    const QString error = errorText(server.ensureRunning());
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(value(server, u"SELECT answer FROM kept"_s), u"42"_s);
}

void TestLocalServer::numberThatNobodyTookBackIsNoHindrance()
{
#ifdef Q_OS_LINUX
    LocalServer server(m_folder);
    QByteArray stale = contents(pidFile());
    killProcess(pid());
    const pid_t ended = ::fork();
    if (ended == 0)
        ::_exit(0);
    QTRY_VERIFY(hasEnded(ended));
    stale.replace(0, stale.indexOf('\n'), QByteArray::number(qint64(ended)));
    QVERIFY(replaceContents(pidFile(), stale));
    const QString error = errorText(server.ensureRunning());
    ::waitpid(ended, nullptr, 0);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(value(server, u"SELECT answer FROM kept"_s), u"42"_s);
#else
    QSKIP("A process that has ended keeps its number on Linux.");
#endif
}

void TestLocalServer::takenPortIsChosenAnew()
{
    LocalServer server(m_folder);
    QVERIFY(server.stop());
    const int port = contents(m_folder + u"/port"_s).trimmed().toInt();
    const Squatter squatter(port);
    QVERIFY(squatter.listens());
    QVERIFY(!loopback::isPortFree(port));
    const QString error = errorText(server.ensureRunning());
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QVERIFY(server.adminParameters()->port().toInt() != port);
    QCOMPARE(value(server, u"SELECT answer FROM kept"_s), u"42"_s);
}

/// A copied folder names the port of the original: the password fits, the data folder does not.
void TestLocalServer::strangersServerIsNotTouched()
{
    const QString copy = m_home->filePath(u"copy"_s);
    QVERIFY(QDir().mkpath(copy + u"/data"_s));
    for (const QString& name :
         {u"password"_s, u"port"_s, u"data/PG_VERSION"_s, u"data/postmaster.pid"_s})
        QVERIFY(QFile::copy(m_folder + u'/' + name, copy + u'/' + name));
    const qint64 before = pid();
    LocalServer server(copy);
    const Result<void> stopped = server.stop();
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, u"server.not_ours"_s);
    QVERIFY(server.state() != LocalServer::State::Running);
    QCOMPARE(server.ensureRunning().error().code, u"server.not_ours"_s);
    QCOMPARE(LocalServer(m_folder).state(), LocalServer::State::Running);
    QCOMPARE(pid(), before);
}

void TestLocalServer::twoAtOnce()
{
    QVERIFY(LocalServer(m_folder).stop());
    QStringList errors{u"did not run"_s, u"did not run"_s};
    std::thread one([&] { errors[0] = errorText(LocalServer(m_folder).ensureRunning()); });
    std::thread two([&] { errors[1] = errorText(LocalServer(m_folder).ensureRunning()); });
    one.join();
    two.join();
    QCOMPARE(errors, QStringList({QString(), QString()}));
    QCOMPARE(value(LocalServer(m_folder), u"SELECT answer FROM kept"_s), u"42"_s);
}

void TestLocalServer::wrongMajorIsSaid()
{
    LocalServer server(m_folder);
    QVERIFY(server.stop());
    const QString file = m_folder + u"/data/PG_VERSION"_s;
    const QByteArray real = contents(file);
    QVERIFY(replaceContents(file, "9\n"));
    QCOMPARE(server.state(), LocalServer::State::WrongMajor);
    const Result<void> result = server.ensureRunning();
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"server.wrong_major"_s);
    QVERIFY(result.error().summary.contains(u"PostgreSQL 9"_s));
    QVERIFY(result.error().hint.contains(server.folder()));
    QVERIFY(replaceContents(file, real));
    QVERIFY(server.ensureRunning());
    QCOMPARE(value(server, u"SELECT answer FROM kept"_s), u"42"_s);
}

void TestLocalServer::interruptedCreationLeavesNothing()
{
    const QString folder = m_home->filePath(u"interrupted"_s);
    QVERIFY(QDir().mkpath(folder + u"/data.new/base"_s));
    QVERIFY(replaceContents(folder + u"/data.new/PG_VERSION"_s, "15\n"));
    LocalServer server(folder);
    QCOMPARE(server.state(), LocalServer::State::NotCreated);
    const QString error = errorText(server.ensureRunning());
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(value(server, u"SELECT 1"_s), u"1"_s);
    QVERIFY(server.stop());
}

void TestLocalServer::folderFromTheEnvironment()
{
    qputenv("SOCRATES_PRIVATE_SERVER_DIR", "/somewhere/else");
    QCOMPARE(LocalServer().folder(), u"/somewhere/else"_s);
    qunsetenv("SOCRATES_PRIVATE_SERVER_DIR");
    QVERIFY(LocalServer().folder().endsWith(u"socrates-admin/private-server"_s));
}

SOCRATES_TEST_MAIN(TestLocalServer)
#include "tst_localserver.moc"
