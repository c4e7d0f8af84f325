// SPDX-License-Identifier: MIT
// Servers that are not simply there: standbys, several hosts in one connection, one that starts up.
#include "core/engine/primaries.h"
#include "core/engine/runner.h"
#include "core/report/text.h"
#include "tests/support/projectfixture.h"
#include "tests/support/relay.h"
#include "tests/support/testmain.h"

#include <QThread>

#include <future>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::freePort;
using socrates::test::planProject;
using socrates::test::Relay;
using socrates::test::TestServer;

namespace {

const DatabaseName auth(u"socrates_auth"_s);

/// The servers in this order, as one connection.
ConnectionParameters severalHosts(const QString& database, const QList<int>& ports)
{
    ConnectionParameters parameters = TestServer::shared().parameters(database);
    QStringList hosts;
    QStringList numbers;
    for (const int port : ports) {
        hosts << u"127.0.0.1"_s;
        numbers << QString::number(port);
    }
    parameters.setValue(u"host"_s, hosts.join(u','));
    parameters.setValue(u"port"_s, numbers.join(u','));
    return parameters;
}

QMap<DatabaseName, SessionPtr> sessionOf(const ConnectionParameters& parameters)
{
    return {{auth, std::make_shared<Session>(auth, parameters)}};
}

Result<Plan> planOn(const QMap<DatabaseName, SessionPtr>& sessions)
{
    const Project project = planProject();
    return makePlan(project, readStatuses(project, sessions), Direction::Upgrade,
                    {{auth, u"head"_s}});
}

} // namespace

class tst_Hosts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_standby = TestServer::standbyOf(TestServer::shared()); }
    void cleanupTestCase() { m_standby.reset(); }

    void aStandbyIsRefusedByName()
    {
        const QString database = streamed();
        const auto sessions = sessionOf(m_standby->parameters(database));
        const auto plan = planOn(sessions);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, u"version.standby"_s);
        QVERIFY2(
            plan.error().summary.contains(u"127.0.0.1:%1 is a standby"_s.arg(m_standby->port())),
            qPrintable(plan.error().text()));
        // Looking is allowed, and what is looked at is the same server.
        const auto there = readStatuses(planProject(), sessions);
        const auto here =
            readStatuses(planProject(), sessionOf(TestServer::shared().parameters(database)));
        QVERIFY(!there.first().error && there.first().isStandby && !here.first().isStandby);
        QVERIFY(serverIdentity(there.first()).isSameAs(serverIdentity(here.first())));
    }

    /// The one that can be written to is found wherever it stands, and shown.
    void severalHosts_data()
    {
        QTest::addColumn<QList<int>>("ports");
        const int primary = TestServer::shared().port();
        QTest::newRow("standby first") << QList<int>{m_standby->port(), primary};
        QTest::newRow("primary first") << QList<int>{primary, m_standby->port()};
        QTest::newRow("nobody first") << QList<int>{freePort(), m_standby->port(), primary};
    }
    void severalHosts()
    {
        QFETCH(QList<int>, ports);
        ConnectionParameters parameters = ::severalHosts(streamed(), ports);
        parameters.setValue(u"target_session_attrs"_s, u"read-write"_s);
        QCOMPARE(*ConnectionParameters::fromUri(parameters.toUri(true)), parameters);
        const auto sessions = sessionOf(parameters);
        const auto plan = planOn(sessions);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().text()));
        const RunReport report = runPlan(planProject(), *plan, sessions, {}, {});
        QCOMPARE(report.result, RunResult::Applied);
        const QString reached = u"127.0.0.1:%1"_s.arg(TestServer::shared().port());
        QCOMPARE(report.after.first().server.serverText(), reached);
        QVERIFY2(report::statusText(report.after.first()).contains(reached),
                 qPrintable(report::statusText(report.after.first())));
    }

    void onlyStandbysAreThere()
    {
        ConnectionParameters parameters =
            ::severalHosts(streamed(), {m_standby->port(), m_standby->port()});
        parameters.setValue(u"target_session_attrs"_s, u"read-write"_s);
        const auto connection = Connection::open(parameters);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"conn.read_only"_s);
    }

    /// One host is gone, and may have been the primary.
    void theOtherHostIsGone()
    {
        ConnectionParameters parameters =
            ::severalHosts(streamed(), {freePort(), m_standby->port()});
        parameters.setValue(u"target_session_attrs"_s, u"read-write"_s);
        const auto connection = Connection::open(parameters);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"conn.no_primary"_s);
        QCOMPARE(exitCodeOf(connection.error()), ExitCode::CannotConnect);
        // So it is waited for.
        std::promise<QString> waits;
        Session session(auth, parameters);
        session.setWaitHandler([&, isTold = false](const Error& reason, int) mutable {
            if (!std::exchange(isTold, true))
                waits.set_value(reason.code);
        });
        const auto answer = session.submit([](Connection& c) { return c.query(u"SELECT 1"_s); });
        QCOMPARE(waits.get_future().get(), u"conn.no_primary"_s);
    }

    /// A failover did not stop the old primary: nothing is written to either.
    void twoPrimaries()
    {
        TestServer other;
        TestServer& shared = TestServer::shared();
        const QString database = streamed();
        const auto refused = checkPrimaries(
            auth, ::severalHosts(u"postgres"_s, {shared.port(), m_standby->port(), other.port()}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"server.two_primaries"_s);
        for (const int port : {shared.port(), other.port()})
            QVERIFY(refused.error().summary.contains(u"127.0.0.1:%1"_s.arg(port)));
        // Two names of one server, one host alone, and a primary with its standby are as they ought
        // to be.
        QVERIFY(checkPrimaries(auth, ::severalHosts(database, {shared.port(), shared.port()})));
        QVERIFY(checkPrimaries(auth, shared.parameters(database)));
        QVERIFY(checkPrimaries(auth, ::severalHosts(database, {shared.port(), m_standby->port()})));

        const auto sessions =
            sessionOf(::severalHosts(u"postgres"_s, {shared.port(), other.port()}));
        const auto plan = planOn(sessions);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().text()));
        const RunReport report = runPlan(planProject(), *plan, sessions, {}, {});
        QVERIFY(report.firstError);
        QCOMPARE(report.firstError->code, u"server.two_primaries"_s);
        QCOMPARE(shared.value(u"postgres"_s, u"SELECT to_regclass('alembic_version') IS NULL"_s),
                 u"t"_s);
    }

    void aServerThatStartsIsWaitedFor()
    {
        const Relay relay(TestServer::shared().port(), {}, 2);
        ConnectionParameters parameters = TestServer::shared().parameters();
        parameters.setValue(u"port"_s, QString::number(relay.port()));
        Session session(auth, parameters);
        std::mutex mutex;
        QStringList heard;
        session.setWaitHandler([&](const Error& reason, int) {
            const std::lock_guard lock(mutex);
            heard << reason.code + u' ' + reason.sqlState;
        });
        const auto answer =
            session.submit([](Connection& c) { return c.query(u"SELECT 1"_s); }).result();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        QCOMPARE(heard, QStringList(2, u"conn.starting 57P03"_s));
    }

    /// Somebody gives up waiting.
    void theWaitEndsWithTheSession()
    {
        const Relay relay(TestServer::shared().port(), {}, 1000);
        ConnectionParameters parameters = TestServer::shared().parameters();
        parameters.setValue(u"port"_s, QString::number(relay.port()));
        std::promise<void> waits;
        auto session = std::make_unique<Session>(auth, parameters);
        session->setWaitHandler([&, isTold = false](const Error&, int) mutable {
            if (!std::exchange(isTold, true))
                waits.set_value();
        });
        const auto answer = session->submit([](Connection& c) { return c.query(u"SELECT 1"_s); });
        waits.get_future().wait();
        session.reset();
        QVERIFY(!answer.result());
    }

private:
    /// A new database, once the standby has it.
    QString streamed()
    {
        TestServer& primary = TestServer::shared();
        const QString name = primary.createDatabase(u"socrates_auth"_s);
        const QString written = primary.value(u"postgres"_s, u"SELECT pg_current_wal_lsn()"_s);
        const QString isThere = u"SELECT pg_last_wal_replay_lsn() >= '%1'::pg_lsn"_s.arg(written);
        const auto connection = m_standby->connect();
        while (connection->query(isThere)->at(0, 0) != u"t"_s)
            QThread::msleep(20);
        return name;
    }

    std::unique_ptr<TestServer> m_standby;
};

SOCRATES_TEST_MAIN(tst_Hosts)
#include "tst_hosts.moc"
