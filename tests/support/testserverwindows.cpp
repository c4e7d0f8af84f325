// SPDX-License-Identifier: MIT
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace socrates::test {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

constexpr int kPatienceMs = 120000;

} // namespace

/// A line each way. The keeper throws the server away when the connection ends.
QString TestServer::ask(const QString& what, const QStringList& arguments)
{
    const QJsonObject request{{u"do"_s, what},
                              {u"arguments"_s, QJsonArray::fromStringList(arguments)}};
    m_keeper.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (!m_keeper.canReadLine()) {
        if (!m_keeper.waitForReadyRead(kPatienceMs))
            die(u"the keeper does not answer: "_s + m_keeper.errorString());
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_keeper.readLine()).object();
    if (const QString error = answer.value(u"error"_s).toString(); !error.isEmpty())
        die(error);
    return answer.value(u"result"_s).toString();
}

TestServer::TestServer(const QStringList& settings) : TestServer(Empty())
{
    m_port = ask(u"create"_s, QStringList{password()} + settings).toInt();
    start();
}

TestServer::TestServer(Empty)
{
    clearAmbientEnvironment();
    m_keeper.connectToHost(u"127.0.0.1"_s,
                           quint16(qEnvironmentVariableIntValue("SOCRATES_TEST_KEEPER")));
    if (!m_keeper.waitForConnected(kPatienceMs))
        die(u"SOCRATES_TEST_KEEPER is not the port of tests/support/serverkeeper.py"_s);
}

std::unique_ptr<TestServer> TestServer::standbyOf(const TestServer& primary)
{
    std::unique_ptr<TestServer> standby(new TestServer(Empty()));
    standby->m_port =
        standby->ask(u"standby"_s, {password(), QString::number(primary.port())}).toInt();
    standby->start();
    return standby;
}

TestServer::~TestServer() = default;

void TestServer::start()
{
    ask(u"start"_s);
    if (const auto connection = Connection::open(parameters(), 10000); !connection)
        die(connection.error().text());
}

void TestServer::stop()
{
    ask(u"stop"_s);
}

void TestServer::kill()
{
    ask(u"kill"_s);
}

bool TestServer::hasPrograms()
{
    return qEnvironmentVariableIsSet("SOCRATES_TEST_PG_BIN");
}

QString TestServer::programs()
{
    if (!hasPrograms())
        die(u"SOCRATES_TEST_PG_BIN does not say where PostgreSQL's programs are"_s);
    return qEnvironmentVariable("SOCRATES_TEST_PG_BIN");
}

} // namespace socrates::test
