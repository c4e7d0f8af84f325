// SPDX-License-Identifier: MIT
#include "tests/support/testserver.h"

#include "core/postgres/backup.h"
#include "core/postgres/loopback.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace socrates::test {

using namespace Qt::StringLiterals;
using namespace socrates::core;

void TestServer::die(const QString& message)
{
    std::fprintf(stderr, "TestServer: %s\n", qPrintable(message));
    std::_Exit(99);
}

int freePort()
{
    return loopback::freePort();
}

TestServer& TestServer::shared()
{
    static TestServer server;
    return server;
}

QString TestServer::password()
{
    return u"it's a pässword@with %things"_s;
}

ConnectionParameters TestServer::parameters(const QString& database) const
{
    ConnectionParameters result;
    result.setValue(u"host"_s, u"127.0.0.1"_s);
    result.setValue(u"port"_s, QString::number(m_port));
    result.setValue(u"dbname"_s, database);
    result.setValue(u"user"_s, u"postgres"_s);
    result.setPassword(password());
    return result;
}

QString TestServer::uri(const QString& database) const
{
    return parameters(database).toUri(true);
}

std::unique_ptr<Connection> TestServer::connect(const QString& database)
{
    auto connection = Connection::open(parameters(database));
    if (!connection)
        die(connection.error().text());
    return std::move(*connection);
}

void TestServer::run(const QString& database, const QStringList& statements)
{
    const auto connection = connect(database);
    for (const QString& statement : statements) {
        const auto rows = connection->query(statement);
        if (!rows)
            die(statement + u": "_s + rows.error().text());
    }
}

QString TestServer::value(const QString& database, const QString& sql)
{
    const auto rows = connect(database)->query(sql);
    if (!rows)
        die(sql + u": "_s + rows.error().text());
    return rows->isEmpty() ? QString() : rows->at(0, 0);
}

QString TestServer::createDatabase(const QString& prefix, const QString& owner)
{
    const QString name = prefix + u'_' + QString::number(QCoreApplication::applicationPid()) +
                         u'_' + QString::number(++m_databases);
    QString sql = u"CREATE DATABASE "_s + Connection::identifier(name) + u" TEMPLATE template0"_s;
    if (!owner.isEmpty())
        sql += u" OWNER "_s + Connection::identifier(owner);
    run(u"postgres"_s, {sql});
    return name;
}

QString TestServer::dumpProgram()
{
    if (const QString given = qEnvironmentVariable("SOCRATES_TEST_PG_DUMP"); !given.isEmpty())
        return given;
    const QString own = QStandardPaths::findExecutable(u"pg_dump"_s, {programs()});
    if (!own.isEmpty())
        return own;
    const auto folder = backups::programsFor(shared().connect()->server().major());
    return folder ? *folder + u"/pg_dump"_s : QString();
}

QString TestServer::dump(const QStringList& arguments)
{
    const QString program = dumpProgram();
    if (program.isEmpty())
        die(u"there is no pg_dump of this version; SOCRATES_TEST_PG_DUMP says where one is"_s);
    return runProgram(program, arguments);
}

QString TestServer::runProgram(const QString& program, const QStringList& arguments,
                               const QStringList& environment)
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString& assignment : environment)
        variables.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    process.setProcessEnvironment(variables);
    process.start(program, arguments);
    if (!process.waitForStarted())
        die(program + u": "_s + process.errorString());
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        die(program + u' ' + arguments.join(u' ') + u": "_s +
            QString::fromUtf8(process.readAllStandardError()));
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace socrates::test
