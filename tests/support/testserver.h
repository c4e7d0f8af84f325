// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_WIN
#include <QTcpSocket>
#endif

namespace socrates::test {

/// A TCP port of loopback that nobody listens on at this moment.
int freePort();

/// A real PostgreSQL of the test's own on a free loopback port, thrown away at the end. Started
/// by root it runs as "postgres" (or "nobody"), since PostgreSQL refuses to run as root.
/// The one safety taken out is fsync. On Windows the server is one of
/// tests/support/serverkeeper.py, which runs on Linux beside Wine: many times as fast.
class TestServer
{
public:
    /// The process's server, started on first use. Ends the process with a message when there is
    /// no PostgreSQL: a skipped test would look like a passed one.
    static TestServer& shared();

    explicit TestServer(const QStringList& settings = {});
    /// A hot standby that follows `primary` by streaming.
    static std::unique_ptr<TestServer> standbyOf(const TestServer& primary);
    ~TestServer();

    int port() const { return m_port; }
    static QString password();
    /// Superuser "postgres" on the given database.
    core::ConnectionParameters
    parameters(const QString& database = QStringLiteral("postgres")) const;
    QString uri(const QString& database = QStringLiteral("postgres")) const;

    /// A new, empty database with a unique name that starts with `prefix`.
    QString createDatabase(const QString& prefix, const QString& owner = {});
    std::unique_ptr<core::Connection> connect(const QString& database = QStringLiteral("postgres"));
    /// Runs statements, one each, and ends the process with the error when one fails.
    void run(const QString& database, const QStringList& statements);
    /// The single value of a query.
    QString value(const QString& database, const QString& sql);

    void start();
    void stop();
    /// SIGKILL to the postmaster; start() then recovers.
    void kill();

    /// Whether PostgreSQL's programs are there; on Windows SOCRATES_TEST_PG_BIN says where.
    static bool hasPrograms();
    /// Gives a folder, with what is in it, to the user that the servers run as.
    static void handOver(const QString& folder);
    /// Folder of initdb, pg_ctl, postgres, and of the others where they came along.
    static QString programs();
    /// What pg_dump writes: the server's own, a newer one, or that of SOCRATES_TEST_PG_DUMP. Ends
    /// the process with a message where there is none.
    static QString dump(const QStringList& arguments);
    /// Where its pg_dump is; empty where there is none of this server's version or newer.
    static QString dumpProgram();
    /// Runs a program to its end and returns its standard output; ends the process on failure.
    static QString runProgram(const QString& program, const QStringList& arguments,
                              const QStringList& environment = {});

private:
    struct Empty
    {};
    explicit TestServer(Empty); ///< no data yet
    [[noreturn]] static void die(const QString& message);
#ifdef Q_OS_WIN
    /// Has the keeper do something to this server; its answer.
    QString ask(const QString& what, const QStringList& arguments = {});
    QTcpSocket m_keeper;
#else
    void runAsService(const QString& program, const QStringList& arguments) const;
    void prepare(QProcess& process) const;
    QTemporaryDir m_folder;
    QStringList m_settings;
    QProcess m_process;
#endif
    int m_port = 0;
    int m_databases = 0;
};

} // namespace socrates::test
