// SPDX-License-Identifier: MIT
#include "core/postgres/session.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;

class tst_Connection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { TestServer::shared(); }

    void refusals_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("wrong password") << u"password"_s << u"wrong"_s << u"conn.auth"_s;
        QTest::newRow("no password") << u"password"_s << QString() << u"conn.no_password"_s;
        QTest::newRow("no such user") << u"user"_s << u"nobody here"_s << u"conn.auth"_s;
        QTest::newRow("no such database") << u"dbname"_s << u"nowhere"_s << u"conn.no_database"_s;
        QTest::newRow("nothing listens") << u"port"_s << u"1"_s << u"conn.refused"_s;
        QTest::newRow("no such host")
            << u"host"_s << u"no-such-host.invalid"_s << u"conn.host_unknown"_s;
#ifndef Q_OS_WIN // whose servers listen to no socket in a folder
        QTest::newRow("no such socket") << u"host"_s << u"/no/such/folder"_s << u"conn.refused"_s;
#endif
        QTest::newRow("TLS wanted, none there") << u"sslmode"_s << u"require"_s << u"conn.tls"_s;
        QTest::newRow("standby wanted")
            << u"target_session_attrs"_s << u"standby"_s << u"conn.read_only"_s;
    }
    void refusals()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, code);
        ConnectionParameters parameters = TestServer::shared().parameters();
        parameters.setValue(u"passfile"_s, u"/dev/null"_s);
        parameters.setValue(key, value);
        const auto connection = Connection::open(parameters);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, code);
        QVERIFY(!connection.error().summary.isEmpty());
        QVERIFY(!connection.error().hint.isEmpty());
        QVERIFY(!connection.error().text().contains(TestServer::password()));
        QVERIFY(!connection.error().text().contains(u"LOCATION"_s));
    }

    void aDeadFirstHostIsPassedOver()
    {
        ConnectionParameters parameters = TestServer::shared().parameters();
        parameters.setValue(u"host"_s, u"127.0.0.1,127.0.0.1"_s);
        parameters.setValue(u"port"_s, u"1,"_s + QString::number(TestServer::shared().port()));
        parameters.setValue(u"target_session_attrs"_s, u"read-write"_s);
        const auto connection = Connection::open(parameters);
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().text()));
        QCOMPARE((*connection)->server().port, QString::number(TestServer::shared().port()));
    }

    void ambientVariablesHaveNoInfluence()
    {
        qputenv("PGOPTIONS", "-c search_path=evil");
        qputenv("PGHOST", "/nowhere");
        qputenv("PGSERVICE", "nonesuch");
        clearAmbientEnvironment();
        QVERIFY(qgetenv("PGOPTIONS").isNull());
        const auto connection = TestServer::shared().connect();
        QCOMPARE(connection->query(u"SHOW search_path"_s)->at(0, 0), u"\"$user\", public"_s);
    }

    void valuesKeepNullAndEmptyApart()
    {
        const auto connection = TestServer::shared().connect();
        const auto rows = connection->query(u"SELECT NULL::text, '', $1::text, $2::text"_s,
                                            {std::nullopt, u"ä€😀"_s});
        QVERIFY(rows);
        QVERIFY(rows->at(0, 0).isNull());
        QVERIFY(!rows->at(0, 1).isNull() && rows->at(0, 1).isEmpty());
        QVERIFY(rows->at(0, 2).isNull());
        QCOMPARE(rows->at(0, 3), u"ä€😀"_s);
    }

    void anErrorCarriesAllFields()
    {
        const auto connection = TestServer::shared().connect();
        QVERIFY(
            connection->query(u"CREATE TEMP TABLE t (a int CONSTRAINT positive CHECK (a > 0))"_s));
        const auto refused = connection->query(u"INSERT INTO t VALUES (-1)"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().sqlState, u"23514"_s);
        QVERIFY(refused.error().technical.contains(u"constraint: positive"_s));
        const auto wrong = connection->query(u"SELECT 'ünï', nope"_s);
        QCOMPARE(wrong.error().sqlState, u"42703"_s);
        QCOMPARE(wrong.error().statementPosition, 15); // code points, not bytes
        QVERIFY(connection->isAlive());
    }

    void oneStatementOnly()
    {
        // The fault of the simple protocol: "a; b" reported as done when b failed.
        const auto connection = TestServer::shared().connect();
        const auto two = connection->query(u"SELECT 1; SELECT 1/0"_s);
        QVERIFY(!two);
        QCOMPARE(two.error().sqlState, u"42601"_s);
    }

    void aNulIsRefusedNotCut()
    {
        const auto connection = TestServer::shared().connect();
        QString sql = u"SELECT 1"_s;
        sql += QChar::Null;
        sql += u"; DROP TABLE x"_s;
        QVERIFY(!connection->query(sql));
        const auto failed = connection->pipeline({{sql, {}}});
        QVERIFY(!failed);
        QVERIFY(connection->query(u"SELECT 1"_s));
    }

    void copyEndsWithAnError_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("in") << u"COPY pg_temp.c FROM STDIN"_s;
        QTest::newRow("out") << u"COPY (SELECT generate_series(1, 5)) TO STDOUT"_s;
    }
    void copyEndsWithAnError()
    {
        QFETCH(QString, sql);
        const auto connection = TestServer::shared().connect();
        QVERIFY(connection->query(u"CREATE TEMP TABLE c (a text)"_s));
        QVERIFY(!connection->query(sql));
        QCOMPARE(connection->query(u"SELECT 1"_s)->at(0, 0), u"1"_s);
    }

    void pipelineStopsAtTheFirstFailure()
    {
        const auto connection = TestServer::shared().connect();
        QStringList seen;
        const auto outcome = connection->pipeline(
            {{u"SELECT 'a'"_s, {}}, {u"SELECT 1/0"_s, {}, true}, {u"SELECT 'c'"_s, {}}},
            [&seen](qsizetype, const Rows& rows) -> Result<void> {
                seen << rows.at(0, 0);
                return {};
            });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().item, 1);
        QCOMPARE(outcome.error().error.sqlState, u"22012"_s);
        QCOMPARE(outcome.error().error.statement, u"SELECT 1/0"_s);
        QCOMPARE(seen, QStringList{u"a"_s});
        QCOMPARE(connection->query(u"SELECT 2"_s)->at(0, 0), u"2"_s);
    }

    void pipelineKeepsAnExplicitTransactionOpen()
    {
        const auto connection = TestServer::shared().connect();
        QVERIFY(connection->pipeline({{u"BEGIN"_s, {}}, {u"CREATE TEMP TABLE p (a int)"_s, {}}}));
        QVERIFY(connection->isInTransaction());
        QVERIFY(!connection->isInFailedTransaction());
        QVERIFY(!connection->pipeline({{u"SELECT 1/0"_s, {}}, {u"COMMIT"_s, {}}}));
        QVERIFY(connection->isInFailedTransaction());
        QVERIFY(connection->query(u"ROLLBACK"_s));
        QVERIFY(!connection->isInTransaction());
    }

    void aLongPipelineDoesNotBlockItself()
    {
        // Both directions carry more than the sockets buffer.
        const auto connection = TestServer::shared().connect();
        const QString big(100'000, u'x');
        QList<PipelineItem> items;
        for (int i = 0; i < 60; ++i)
            items << PipelineItem{u"SELECT $1::text"_s, {big}};
        qsizetype bytes = 0;
        QVERIFY(connection->pipeline(items, [&bytes](qsizetype, const Rows& rows) -> Result<void> {
            bytes += rows.at(0, 0).size();
            return {};
        }));
        QCOMPARE(bytes, 60 * 100'000);
    }

    void noticesAreKept()
    {
        const auto connection = TestServer::shared().connect();
        QVERIFY(connection->query(u"DO $$ BEGIN RAISE WARNING 'look %', 1; END $$"_s));
        const QList<Notice> notices = connection->takeNotices();
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices.first().severity, u"WARNING"_s);
        QCOMPARE(notices.first().message, u"look 1"_s);
        QVERIFY(connection->takeNotices().isEmpty());
    }

    void aRunningStatementIsCancelled()
    {
        const auto connection = TestServer::shared().connect();
        const auto other = TestServer::shared().connect();
        const StatementCanceller canceller = connection->canceller();
        const QString pid = QString::number(connection->server().backendPid);
        std::thread helper([&] {
            // Not before the server runs it: a cancel that comes too early is lost.
            while (
                other
                    ->query(
                        u"SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'"_s,
                        {pid})
                    ->isEmpty())
                std::this_thread::yield();
            QVERIFY(canceller.cancel());
        });
        const auto rows = connection->query(u"SELECT pg_sleep(600)"_s);
        helper.join();
        QVERIFY(!rows);
        QCOMPARE(rows.error().sqlState, u"57014"_s);
    }

    /// What our clock cancels may end by itself just then; its cancel must not hit what follows.
    void aLateCancelHitsNothingElse()
    {
        const auto connection = TestServer::shared().connect();
        for (int round = 0; round < 100; ++round) {
            PipelineItem item{u"SELECT pg_sleep(0.01)"_s, {}};
            item.patienceMs = 10 + round % 4;
            if (const auto done = connection->pipeline({item}); !done)
                QCOMPARE(done.error().error.sqlState, u"57014"_s);
            const auto next = connection->query(u"SELECT pg_sleep(0.02)"_s);
            QVERIFY2(next, next ? "" : qPrintable(next.error().text()));
        }
    }

    void aLateCancelHitsNoLaterJob()
    {
        Session session(DatabaseName(u"app"_s), TestServer::shared().parameters(u"postgres"_s));
        const auto sleeping = [](Connection& connection) {
            return connection.query(u"SELECT pg_sleep(0.01)"_s);
        };
        for (int round = 0; round < 100; ++round) {
            auto meant = session.submit(sleeping);
            session.cancelStatement();
            const auto next = session.submit(sleeping);
            meant.waitForFinished();
            const auto rows = next.result();
            QVERIFY2(rows, rows ? "" : qPrintable(rows.error().text()));
        }
    }

    void aTerminatedConnectionIsCalledLost()
    {
        const auto connection = TestServer::shared().connect();
        TestServer::shared().run(u"postgres"_s, {u"SELECT pg_terminate_backend(%1, 10000)"_s.arg(
                                                    connection->server().backendPid)});
        QVERIFY(!connection->isAlive());
        const auto rows = connection->query(u"SELECT 1"_s);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, u"conn.lost"_s);
    }

    void quotingHoldsAnyText()
    {
        const auto connection = TestServer::shared().connect();
        for (const QString& text :
             {u"x\"; DROP TABLE victim; --"_s, u"it's"_s, u"back\\slash\\'"_s, u"ä.B c"_s}) {
            const auto rows = connection->query(
                u"SELECT %1 AS %2"_s.arg(Connection::literal(text), Connection::identifier(text)));
            QVERIFY(rows);
            QCOMPARE(rows->at(0, 0), text);
            QCOMPARE(rows->columns.first(), text);
        }
    }
};

SOCRATES_TEST_MAIN(tst_Connection)
#include "tst_connection.moc"
