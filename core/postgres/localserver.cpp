// SPDX-License-Identifier: MIT
#include "core/postgres/localserver.h"

#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/postgres/loopback.h"
#include "core/postgres/serverprocess.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QThread>

#include <filesystem>
#include <system_error>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int initTimeoutMs = 180000;
constexpr int startTimeoutMs = 90000;
constexpr int signInTimeoutMs = 10000;
constexpr qint64 largestLog = 8 * 1024 * 1024;

tl::unexpected<Error> serverError(const char* code, const QString& summary,
                                  const QString& hint = {}, const QString& detail = {})
{
    return fail(Error{
        .code = QString::fromLatin1(code), .summary = summary, .detail = detail, .hint = hint});
}

QString defaultFolder()
{
    if (const QString given = qEnvironmentVariable("SOCRATES_PRIVATE_SERVER_DIR"); !given.isEmpty())
        return given;
    // Not AppLocalDataLocation: the desktop and the command line are two applications.
    const QString below = u"/socrates-admin/private-server"_s;
    if (serverprocess::isRoot())
        return u"/var/lib"_s + below;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + below;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString randomPassword()
{
    static const QString alphabet = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"_s;
    QString result;
    for (int i = 0; i < 32; ++i)
        result += alphabet.at(QRandomGenerator::system()->bounded(int(alphabet.size())));
    return result;
}

/// By what the system says of both: on Windows a server answers with the short name of its folder
/// when that was what it was started with.
bool isSameFolder(const QString& one, const QString& other)
{
    std::error_code failure;
    return std::filesystem::equivalent(QFileInfo(one).filesystemFilePath(),
                                       QFileInfo(other).filesystemFilePath(), failure);
}

/// Loopback only, and no socket files, whose path may not be longer than 107 bytes. Replaying a
/// large schema in one transaction needs many locks.
QString serverOptions(int port)
{
    return u"-p %1 -c listen_addresses=127.0.0.1 -c unix_socket_directories= "
           "-c password_encryption=scram-sha-256 -c logging_collector=off -c max_connections=60 "
           "-c max_prepared_transactions=10 -c max_locks_per_transaction=512"_s.arg(port);
}

/// The private server's folder on disk: what is in it, and what of it is running. All that
/// LocalServer does is said in terms of this.
class Cluster
{
public:
    explicit Cluster(QString folder) : m_folder(std::move(folder)) {}

    QString data() const { return m_folder + u"/data"_s; }
    QString passwordFile() const { return m_folder + u"/password"_s; }
    QString portFile() const { return m_folder + u"/port"_s; }
    QString log() const { return m_folder + u"/server.log"_s; }
    QString lockFile() const { return m_folder + u"/lock"_s; }
    QString pidFile() const { return data() + u"/postmaster.pid"_s; }

    bool exists() const { return major() > 0; }
    int major() const { return contents(data() + u"/PG_VERSION"_s).trimmed().toInt(); }

    ConnectionParameters parameters(int port, const QString& database) const;
    /// The port that postmaster.pid states; 0 when there is no such file.
    int statedPort() const { return pidLine(3).toInt(); }
    /// Is a server of ours running? False when none runs; server.not_ours when another answers.
    Result<bool> isRunning() const;
    /// Removes a postmaster.pid whose process is certainly another program's by now.
    void removeStalePidFile() const;

    Result<void> create(const LocalServer::Programs& programs) const;
    Result<void> start(const LocalServer::Programs& programs) const;
    Result<void> stop(const LocalServer::Programs& programs) const;

private:
    QByteArray pidLine(int index) const
    {
        return contents(pidFile()).split('\n').value(index).trimmed();
    }
    Result<void> startOn(const LocalServer::Programs& programs, int port) const;
    QString logTail() const;

    QString m_folder;
};

ConnectionParameters Cluster::parameters(int port, const QString& database) const
{
    ConnectionParameters result;
    result.setValue(u"host"_s, u"127.0.0.1"_s);
    result.setValue(u"port"_s, QString::number(port));
    result.setValue(u"dbname"_s, database);
    result.setValue(u"user"_s, u"postgres"_s);
    result.setPassword(QString::fromLatin1(contents(passwordFile()).trimmed()));
    // It has neither; asking for them costs a round trip each.
    result.setValue(u"sslmode"_s, u"disable"_s);
    result.setValue(u"gssencmode"_s, u"disable"_s);
    return result;
}

Result<bool> Cluster::isRunning() const
{
    QDeadlineTimer patience(startTimeoutMs);
    while (true) {
        const int port = statedPort();
        if (port == 0 || !exists())
            return false;
        const auto connection = Connection::open(parameters(port, u"postgres"_s), signInTimeoutMs);
        if (connection) {
            const auto folder = (*connection)->query(u"SHOW data_directory"_s);
            if (folder && isSameFolder(folder->at(0, 0), data()))
                return true;
            return serverError(
                "server.not_ours",
                Texts::tr("The server on port %1 is not the private one.").arg(port),
                Texts::tr(
                    "Nothing was done to it. Stop it, or remove %1 if no server uses that folder.")
                    .arg(pidFile()));
        }
        const QString& code = connection.error().code;
        if (code == "conn.starting"_L1 && !patience.hasExpired()) {
            QThread::msleep(100);
            continue;
        }
        // A left-over file: nothing answers there, or another server that does not know our
        // password has taken the port since. Starting finds out which.
        return false;
    }
}

void Cluster::removeStalePidFile() const
{
#ifdef Q_OS_LINUX
    // PostgreSQL clears the file itself unless a process has that number. After a restart of the
    // machine or container that may be anything; a server of ours works in its data folder. Or the
    // server ended and nobody asked how: in a container whose first process does not care for
    // orphans that stays so.
    const QString process = u"/proc/"_s + QString::fromLatin1(pidLine(0));
    const QString folder = QFileInfo(process + u"/cwd"_s).symLinkTarget();
    const QByteArray state = contents(process + u"/stat"_s);
    const bool hasEnded = state.mid(state.lastIndexOf(')')).startsWith(") Z");
    if (hasEnded || (!folder.isEmpty() && folder != QFileInfo(data()).canonicalFilePath()))
        QFile::remove(pidFile());
#endif
}

QString Cluster::logTail() const
{
    const QList<QByteArray> lines = contents(log()).trimmed().split('\n');
    return QString::fromUtf8(lines.sliced(qMax<qsizetype>(0, lines.size() - 12)).join('\n'));
}

/// initdb works in a folder beside, which is renamed when it is whole: a creation that was
/// interrupted leaves nothing that looks like a cluster.
Result<void> Cluster::create(const LocalServer::Programs& programs) const
{
    const QString fresh = m_folder + u"/data.new"_s;
    QDir(fresh).removeRecursively();
    if (!serverprocess::writePrivateFile(passwordFile(), randomPassword().toLatin1() + '\n'))
        return serverError(
            "server.folder",
            Texts::tr("The private server's folder cannot be written: %1.").arg(m_folder));

    QStringList arguments{u"-D"_s,
                          serverprocess::pathArgument(fresh),
                          u"-U"_s,
                          u"postgres"_s,
                          u"--pwfile"_s,
                          serverprocess::pathArgument(passwordFile()),
                          u"-A"_s,
                          u"scram-sha-256"_s,
                          u"-E"_s,
                          u"UTF8"_s,
                          u"--lc-messages=C"_s};
#ifdef Q_OS_LINUX
    QStringList localised = arguments;
    localised << u"--locale=C.UTF-8"_s;
    serverprocess::Outcome outcome =
        serverprocess::run(programs.folder + u"/initdb"_s, localised, m_folder, initTimeoutMs);
    if (outcome.exitCode == 1) { // a system without that locale
        QDir(fresh).removeRecursively();
        outcome = serverprocess::run(programs.folder + u"/initdb"_s, arguments << u"--no-locale"_s,
                                     m_folder, initTimeoutMs);
    }
#else
    const serverprocess::Outcome outcome = serverprocess::run(
        programs.folder + u"/initdb"_s, arguments << u"--no-locale"_s, m_folder, initTimeoutMs);
#endif
    if (!outcome.isOk())
        return serverError(
            "server.create_failed",
            Texts::tr("The private server could not be created in %1.").arg(m_folder),
            Texts::tr(
                "The folder must be writable, and every folder above it passable, for the user the "
                "server runs as; SOCRATES_PRIVATE_SERVER_DIR names another one."),
            outcome.output);

    if (!QDir().rename(fresh, data()))
        return serverError(
            "server.create_failed",
            Texts::tr("The private server's folder cannot be put in place: %1.").arg(data()));
    return {};
}

Result<void> Cluster::startOn(const LocalServer::Programs& programs, int port) const
{
    if (QFileInfo(log()).size() > largestLog)
        QFile::remove(log());
    const serverprocess::Outcome outcome =
        serverprocess::run(programs.folder + u"/pg_ctl"_s,
                           {u"start"_s, u"-D"_s, serverprocess::pathArgument(data()), u"-l"_s,
                            serverprocess::pathArgument(log()), u"-w"_s, u"-t"_s, u"60"_s, u"-o"_s,
                            serverOptions(port)},
                           m_folder, startTimeoutMs);
    // pg_ctl may have given up on a server that still recovers from a crash.
    if (!outcome.isOk() && !isRunning().value_or(false))
        return serverError("server.start_failed", Texts::tr("The private server did not start."),
                           Texts::tr("The last lines of its log tell why: %1").arg(log()),
                           outcome.output + u'\n' + logTail());
    if (!serverprocess::writePrivateFile(portFile(), QByteArray::number(port) + '\n'))
        return serverError(
            "server.folder",
            Texts::tr("The private server's folder cannot be written: %1.").arg(m_folder));
    const Result<bool> isUp = isRunning();
    if (!isUp)
        return fail(isUp.error());
    if (!*isUp)
        return serverError(
            "server.start_failed",
            Texts::tr("The private server started and does not accept its own password."),
            Texts::tr("Was %1 or the server's pg_hba.conf changed?").arg(passwordFile()),
            logTail());
    return {};
}

Result<void> Cluster::start(const LocalServer::Programs& programs) const
{
    removeStalePidFile();
    int port = contents(portFile()).trimmed().toInt();
    // Somebody may take the port between looking and starting, and the children of a killed server
    // hold its data for a moment longer.
    Result<void> result;
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (port <= 0 || !loopback::isPortFree(port))
            port = loopback::freePort();
        result = startOn(programs, port);
        if (result || result.error().code != "server.start_failed"_L1)
            return result;
        QThread::msleep(300UL << attempt);
    }
    return result;
}

Result<void> Cluster::stop(const LocalServer::Programs& programs) const
{
    const serverprocess::Outcome outcome =
        serverprocess::run(programs.folder + u"/pg_ctl"_s,
                           {u"stop"_s, u"-D"_s, serverprocess::pathArgument(data()), u"-m"_s,
                            u"fast"_s, u"-w"_s, u"-t"_s, u"60"_s},
                           m_folder, startTimeoutMs);
    if (!outcome.isOk())
        return serverError("server.stop_failed", Texts::tr("The private server did not stop."), {},
                           outcome.output);
    return {};
}

/// The programs that fit the data; any, newest first, when there are no data yet.
Result<LocalServer::Programs> fittingPrograms(const Cluster& cluster)
{
    const QList<LocalServer::Programs> all = LocalServer::findPrograms();
    const int major = cluster.major();
    for (const LocalServer::Programs& programs : all) {
        if (major == 0 || programs.major == major)
            return programs;
    }
    if (major == 0)
        return serverError(
            "server.no_programs",
            Texts::tr("No PostgreSQL server programs (version 13 or newer) were found."),
            LocalServer::adviceWithoutPrograms() + u' ' +
                Texts::tr("Databases elsewhere need none."));
    QStringList found;
    for (const LocalServer::Programs& programs : all)
        found << programs.version;
    const QString install =
        found.isEmpty()
            ? LocalServer::adviceWithoutPrograms() + u' ' +
                  Texts::tr("It has to be PostgreSQL %1.").arg(major)
            : Texts::tr("Install the server programs of PostgreSQL %1 beside the others.")
                  .arg(major);
    return serverError(
        "server.wrong_major",
        Texts::tr("The private server's data were written by PostgreSQL %1, and its programs are "
                  "not there any more.")
            .arg(major),
        install + u' ' +
            Texts::tr("Or, to begin with an empty server, move the folder %1 away; the data stay "
                      "in it.")
                .arg(cluster.data()),
        found.isEmpty() ? Texts::tr("No server programs were found.")
                        : Texts::tr("Found: PostgreSQL %1.").arg(found.join(u", "_s)));
}

/// Holds the folder against other processes of ours.
Result<void> lockFolder(QLockFile& lock, const QString& folder)
{
    if (!serverprocess::makePrivateFolder(folder))
        return serverError("server.folder",
                           Texts::tr("The private server's folder cannot be made: %1.").arg(folder),
                           Texts::tr("SOCRATES_PRIVATE_SERVER_DIR names another one."));
    lock.setStaleLockTime(
        0); // making a cluster on a slow disk may take long; a dead holder is still noticed
    if (!lock.tryLock(initTimeoutMs + startTimeoutMs))
        return serverError(
            "server.folder",
            Texts::tr("The private server's folder is locked or cannot be written: %1.")
                .arg(folder),
            Texts::tr("Another program may be starting it at this moment."));
    return {};
}

} // namespace

LocalServer::LocalServer(QString folder)
    : m_folder(QDir::cleanPath(folder.isEmpty() ? defaultFolder() : folder))
{}

int LocalServer::dataMajor() const
{
    return Cluster(m_folder).major();
}

LocalServer::State LocalServer::state() const
{
    const Cluster cluster(m_folder);
    if (!cluster.exists())
        return State::NotCreated;
    if (cluster.isRunning().value_or(false))
        return State::Running;
    return fittingPrograms(cluster) ? State::Stopped : State::WrongMajor;
}

Result<void> LocalServer::ensureRunning(const std::function<void(const QString&)>& progress)
{
    const Cluster cluster(m_folder);
    const auto say = [&](const QString& text) {
        if (progress)
            progress(text);
    };
    if (const Result<bool> isRunning = cluster.isRunning(); isRunning && *isRunning)
        return {};
    QLockFile lock(cluster.lockFile());
    if (const Result<void> locked = lockFolder(lock, m_folder); !locked)
        return locked;
    // Another process may have started it while this one waited.
    const Result<bool> isRunning = cluster.isRunning();
    if (!isRunning)
        return fail(isRunning.error());
    if (*isRunning)
        return {};
    const Result<Programs> programs = fittingPrograms(cluster);
    if (!programs)
        return fail(programs.error());
    if (!cluster.exists()) {
        say(Texts::tr("Creating a private PostgreSQL %1 in %2").arg(programs->version, m_folder));
        if (const Result<void> created = cluster.create(*programs); !created)
            return created;
    }
    say(Texts::tr("Starting the private PostgreSQL %1").arg(programs->version));
    const Result<void> started = cluster.start(*programs);
    m_wasStartedHere = started.has_value();
    return started;
}

Result<void> LocalServer::stopIfUnused()
{
    if (!m_wasStartedHere)
        return {};
    const auto admin = adminParameters();
    if (!admin)
        return fail(admin.error());
    {
        const auto connection = Connection::open(*admin);
        if (!connection)
            return fail(connection.error());
        const auto others =
            (*connection)
                ->query(u"SELECT count(*) FROM pg_stat_activity "
                        "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"_s);
        if (!others)
            return fail(others.error());
        if (others->at(0, 0) != "0"_L1)
            return {};
    }
    m_wasStartedHere = false;
    return stop();
}

Result<void> LocalServer::stop()
{
    const Cluster cluster(m_folder);
    if (const Result<bool> isRunning = cluster.isRunning(); !isRunning || !*isRunning)
        return isRunning ? Result<void>() : fail(isRunning.error());
    QLockFile lock(cluster.lockFile());
    if (const Result<void> locked = lockFolder(lock, m_folder); !locked)
        return locked;
    const Result<bool> isRunning = cluster.isRunning();
    if (!isRunning)
        return fail(isRunning.error());
    if (!*isRunning)
        return {};
    const Result<Programs> programs = fittingPrograms(cluster);
    return programs ? cluster.stop(*programs) : fail(programs.error());
}

Result<ConnectionParameters> LocalServer::adminParameters(const QString& database) const
{
    const Cluster cluster(m_folder);
    const int port = cluster.statedPort();
    if (port == 0)
        return serverError("server.not_running", Texts::tr("The private server does not run."),
                           Texts::tr("Start it first."));
    const ConnectionParameters result = cluster.parameters(port, database);
    if (!result.hasPassword())
        return serverError("server.folder",
                           Texts::tr("The private server's password cannot be read: %1.")
                               .arg(cluster.passwordFile()));
    return result;
}

} // namespace socrates::core
