// SPDX-License-Identifier: MIT
#include "core/postgres/connection.h"
#include "core/sql/statementkind.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;

/// What the statement's text says of transactions, beside what the server says of the statement.
class TestNoTransaction : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void sameAsServer_data();
    void sameAsServer();

private:
    std::unique_ptr<Connection> m_connection;
};

void TestNoTransaction::initTestCase()
{
    m_connection = TestServer::shared().connect(u"postgres"_s);
    for (const QString& sql :
         {u"CREATE TABLE t (a int)"_s, u"CREATE TABLE list (a int) PARTITION BY LIST (a)"_s,
          u"CREATE TABLE p PARTITION OF list FOR VALUES IN (1)"_s, u"CREATE INDEX i ON t (a)"_s,
          u"CREATE MATERIALIZED VIEW v AS SELECT 1 AS a"_s, u"CREATE UNIQUE INDEX ON v (a)"_s})
        QVERIFY(m_connection->query(sql));
}

void TestNoTransaction::sameAsServer_data()
{
    QTest::addColumn<bool>("unused");
    for (const char* sql : {"CREATE INDEX CONCURRENTLY ON t (a)",
                            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS j ON t (a)",
                            "CREATE INDEX ON t (a)",
                            "CREATE INDEX \"concurrently\" ON t (a)",
                            "DROP INDEX CONCURRENTLY i",
                            "DROP INDEX i",
                            "REINDEX INDEX CONCURRENTLY i",
                            "REINDEX (CONCURRENTLY) TABLE t",
                            "REINDEX TABLE t",
                            "REINDEX (VERBOSE FALSE) INDEX i",
                            "REINDEX SCHEMA public",
                            "REINDEX DATABASE postgres",
                            "REINDEX SYSTEM postgres",
                            "VACUUM",
                            "VACUUM FULL t",
                            "ANALYZE t",
                            "CLUSTER",
                            "CLUSTER t USING i",
                            "CREATE DATABASE other",
                            "DROP DATABASE IF EXISTS other",
                            "ALTER DATABASE postgres SET TABLESPACE pg_default",
                            "ALTER DATABASE postgres SET work_mem = '4MB'",
                            "CREATE TABLESPACE s LOCATION '/nowhere'",
                            "DROP TABLESPACE s",
                            "ALTER SYSTEM SET work_mem = '4MB'",
                            "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p",
                            "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p "
                            "WITH (connect = false, slot_name = NONE)",
                            "ALTER TABLE list DETACH PARTITION p CONCURRENTLY",
                            "ALTER TABLE list DETACH PARTITION p",
                            "DISCARD ALL",
                            "DISCARD PLANS",
                            "CHECKPOINT",
                            "LISTEN x",
                            "CREATE ROLE r",
                            "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                            "TRUNCATE t"})
        QTest::newRow(sql) << false;
}

void TestNoTransaction::sameAsServer()
{
    const QString sql = QString::fromUtf8(QTest::currentDataTag());
    QVERIFY(m_connection->query(u"BEGIN"_s));
    const auto rows = m_connection->query(sql);
    QVERIFY(m_connection->query(u"ROLLBACK"_s));
    const bool isRefused = !rows && rows.error().sqlState == "25001"_L1;
    QVERIFY2(rows || isRefused, rows ? "" : qPrintable(rows.error().text()));
    QCOMPARE(traitsOf(sql).needsNoTransaction, isRefused);
}

SOCRATES_TEST_MAIN(TestNoTransaction)
#include "tst_notransaction.moc"
