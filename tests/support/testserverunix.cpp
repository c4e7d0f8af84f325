// SPDX-License-Identifier: MIT
#include "tests/support/testserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace socrates::test {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

const passwd* serviceUser()
{
    const passwd* user = ::getpwnam("postgres");
    return user != nullptr ? user : ::getpwnam("nobody");
}

} // namespace

bool TestServer::hasPrograms()
{
    return true;
}

QString TestServer::programs()
{
    const QByteArray given = qgetenv("SOCRATES_TEST_PG_BIN");
    if (!given.isEmpty())
        return QString::fromLocal8Bit(given);
    const QDir root(u"/usr/lib/postgresql"_s);
    const QStringList majors = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    int best = 0;
    for (const QString& major : majors) {
        if (QFile::exists(root.filePath(major + u"/bin/initdb"_s)))
            best = qMax(best, major.toInt());
    }
    if (best == 0)
        die(u"no PostgreSQL server programs; install postgresql"_s);
    return root.filePath(QString::number(best) + u"/bin"_s);
}

void TestServer::prepare(QProcess& process) const
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    if (::geteuid() == 0) {
        const passwd* user = serviceUser();
        const uid_t uid = user->pw_uid;
        const gid_t gid = user->pw_gid;
        process.setChildProcessModifier([uid, gid] {
            if (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0)
                ::_exit(98);
            ::prctl(PR_SET_PDEATHSIG, SIGINT);
        });
    } else {
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGINT); });
    }
}

void TestServer::runAsService(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    prepare(process);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, password());
    process.setProcessEnvironment(environment);
    process.start(programs() + u'/' + program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        die(program + u": "_s + QString::fromUtf8(process.readAll()));
}

std::unique_ptr<TestServer> TestServer::standbyOf(const TestServer& primary)
{
    std::unique_ptr<TestServer> standby(new TestServer(Empty()));
    standby->runAsService(u"pg_basebackup"_s,
                          {u"-D"_s, standby->m_folder.filePath(u"data"_s), u"-h"_s, u"127.0.0.1"_s,
                           u"-p"_s, QString::number(primary.port()), u"-U"_s, u"postgres"_s,
                           u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s, u"-R"_s, u"--no-sync"_s});
    standby->start();
    return standby;
}

void TestServer::handOver(const QString& folder)
{
    if (::geteuid() != 0)
        return;
    const passwd* user = serviceUser();
    QStringList paths{folder};
    const QDir content(folder);
    for (const QString& name : content.entryList(QDir::Files))
        paths << content.filePath(name);
    for (const QString& path : std::as_const(paths)) {
        if (::chown(QFile::encodeName(path).constData(), user->pw_uid, user->pw_gid) != 0)
            die(u"chown failed"_s);
    }
}

TestServer::TestServer(const QStringList& settings) : TestServer(Empty())
{
    m_settings = settings;
    runAsService(u"initdb"_s,
                 {u"-D"_s, m_folder.filePath(u"data"_s), u"-U"_s, u"postgres"_s, u"--pwfile"_s,
                  m_folder.filePath(u"password"_s), u"-A"_s, u"scram-sha-256"_s, u"-E"_s, u"UTF8"_s,
                  u"--locale=C.UTF-8"_s, u"--no-sync"_s});
    start();
}

TestServer::TestServer(Empty)
{
    clearAmbientEnvironment();
    if (!m_folder.isValid())
        die(u"no temporary folder"_s);
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly))
        die(file.errorString());
    file.write(password().toUtf8() + '\n');
    file.close();
    handOver(m_folder.path());
}

TestServer::~TestServer()
{
    stop();
}

void TestServer::start()
{
    if (m_port == 0)
        m_port = freePort();
    prepare(m_process);
    QStringList arguments{u"-D"_s, m_folder.filePath(u"data"_s),
                          u"-p"_s, QString::number(m_port),
                          u"-c"_s, u"listen_addresses=127.0.0.1"_s,
                          u"-c"_s, u"unix_socket_directories="_s,
                          u"-c"_s, u"fsync=off"_s,
                          u"-c"_s, u"max_connections=60"_s};
    for (const QString& setting : m_settings)
        arguments << u"-c"_s << setting;
    m_process.setStandardOutputFile(m_folder.filePath(u"server.log"_s), QIODevice::Append);
    const auto lastWords = [this] {
        QFile log(m_folder.filePath(u"server.log"_s));
        return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
    };
    QElapsedTimer clock;
    clock.start();
    qsizetype read = 0; // of the log, by earlier tries
    m_process.start(programs() + u"/postgres"_s, arguments);
    while (clock.elapsed() < 60000) {
        if (Connection::open(parameters(), 2000))
            return;
        if (!m_process.waitForFinished(50))
            continue;
        // After kill() the server's children live on for a moment, and hold its memory.
        const QString words = lastWords();
        if (!words.mid(read).contains("pre-existing shared memory block"_L1))
            break;
        read = words.size();
        m_process.start(programs() + u"/postgres"_s, arguments);
    }
    die(u"the server did not start: "_s + lastWords());
}

void TestServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_process.processId()), SIGINT); // fast shutdown
    if (!m_process.waitForFinished(30000))
        kill();
}

void TestServer::kill()
{
    ::kill(pid_t(m_process.processId()), SIGKILL);
    m_process.waitForFinished(10000);
}

} // namespace socrates::test
