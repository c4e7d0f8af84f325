// SPDX-License-Identifier: MIT
#include "core/sql/statementkind.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Risk = StatementTraits::Risk;

/// "LRDN": locks, rewrites, drops, not transactional.
QString risksOf(const StatementTraits& traits)
{
    QString result;
    for (const Risk risk : traits.risks)
        result += u"LRDN"_s.at(int(risk));
    return result;
}

} // namespace

class TestStatementKind : public QObject
{
    Q_OBJECT
private slots:
    void verbAndObject_data();
    void verbAndObject();
    void risks_data();
    void risks();
    void noTransaction_data();
    void noTransaction();
    void refused_data();
    void refused();
    void riskTexts();
    void brokenTexts_data();
    void brokenTexts();
};

void TestStatementKind::verbAndObject_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("object");
    const auto row = [](const char* sql, const QString& verb, const QString& object) {
        QTest::newRow(sql) << verb << object;
    };
    row("CREATE TABLE users (id int)", u"CREATE TABLE"_s, u"users"_s);
    row("create table if not exists Public.Users (id int);", u"CREATE TABLE"_s, u"users"_s);
    row("-- why\nCREATE /* x */ UNLOGGED TABLE t ()", u"CREATE TABLE"_s, u"t"_s);
    row("CREATE GLOBAL TEMPORARY TABLE t ()", u"CREATE TABLE"_s, u"t"_s);
    row("CREATE TABLE \"My \"\"Table\"\"\".\"It.s\" ()", u"CREATE TABLE"_s, u"It.s"_s);
    row("CREATE INDEX i ON t (a)", u"CREATE INDEX"_s, u"i"_s);
    row("CREATE INDEX ON t (a)", u"CREATE INDEX"_s, u""_s);
    row("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)", u"CREATE UNIQUE INDEX"_s,
        u"i"_s);
    row("CREATE INDEX CONCURRENTLY ON t (a)", u"CREATE INDEX"_s, u""_s);
    row("DROP INDEX CONCURRENTLY IF EXISTS s.i", u"DROP INDEX"_s, u"i"_s);
    row("DROP TABLE IF EXISTS a, b CASCADE", u"DROP TABLE"_s, u"a"_s);
    row("ALTER TABLE IF EXISTS ONLY s.t ADD COLUMN a int", u"ALTER TABLE"_s, u"t"_s);
    row("CREATE OR REPLACE FUNCTION s.f(int) RETURNS int AS $$ $$", u"CREATE FUNCTION"_s, u"f"_s);
    row("CREATE OR REPLACE VIEW v AS SELECT 1", u"CREATE VIEW"_s, u"v"_s);
    row("CREATE MATERIALIZED VIEW v AS SELECT 1", u"CREATE MATERIALIZED VIEW"_s, u"v"_s);
    row("REFRESH MATERIALIZED VIEW CONCURRENTLY v", u"REFRESH MATERIALIZED VIEW"_s, u"v"_s);
    row("CREATE TYPE mood AS ENUM ('a')", u"CREATE TYPE"_s, u"mood"_s);
    row("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\"", u"CREATE EXTENSION"_s, u"uuid-ossp"_s);
    row("CREATE CONSTRAINT TRIGGER g AFTER INSERT ON t", u"CREATE CONSTRAINT TRIGGER"_s, u"g"_s);
    row("CREATE EVENT TRIGGER g ON ddl_command_end", u"CREATE EVENT TRIGGER"_s, u"g"_s);
    row("CREATE SCHEMA AUTHORIZATION joe", u"CREATE SCHEMA"_s, u"joe"_s);
    row("CREATE STATISTICS ON a, b FROM t", u"CREATE STATISTICS"_s, u""_s);
    row("CREATE USER MAPPING FOR joe SERVER s", u"CREATE USER MAPPING"_s, u""_s);
    row("ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO r",
        u"ALTER DEFAULT PRIVILEGES"_s, u""_s);
    row("ALTER SYSTEM SET work_mem = '1MB'", u"ALTER SYSTEM"_s, u""_s);
    row("DROP OWNED BY joe", u"DROP OWNED"_s, u"joe"_s);
    row("COMMENT ON TABLE s.t IS 'x'", u"COMMENT ON TABLE"_s, u"t"_s);
    row("COMMENT ON COLUMN t.c IS 'x'", u"COMMENT ON COLUMN"_s, u"c"_s);
    row("INSERT INTO s.t VALUES (1)", u"INSERT INTO"_s, u"t"_s);
    row("DELETE FROM ONLY t WHERE a", u"DELETE FROM"_s, u"t"_s);
    row("MERGE INTO t USING u ON a WHEN MATCHED THEN DO NOTHING", u"MERGE INTO"_s, u"t"_s);
    row("UPDATE ONLY t SET a = 1", u"UPDATE"_s, u"t"_s);
    row("TRUNCATE TABLE ONLY t", u"TRUNCATE"_s, u"t"_s);
    row("LOCK TABLE t IN SHARE MODE", u"LOCK"_s, u"t"_s);
    row("COPY t (a, b) FROM '/f'", u"COPY"_s, u"t"_s);
    row("COPY (SELECT 1) TO '/f'", u"COPY"_s, u""_s);
    row("SELECT 1", u"SELECT"_s, u""_s);
    row("GRANT SELECT ON t TO r", u"GRANT"_s, u""_s);
    row("CREATE TABLE GRÖSSE ()", u"CREATE TABLE"_s, u"grÖsse"_s); // the server folds ASCII only
    row("", u""_s, u""_s);
}

void TestStatementKind::verbAndObject()
{
    QFETCH(QString, verb);
    QFETCH(QString, object);
    const StatementTraits traits = traitsOf(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(traits.verb, verb);
    QCOMPARE(traits.object, object);
}

void TestStatementKind::risks_data()
{
    QTest::addColumn<QString>("risks");
    const auto row = [](const QString& risks, std::initializer_list<const char*> statements) {
        for (const char* sql : statements)
            QTest::newRow(sql) << risks;
    };
    row(u""_s, {"CREATE TABLE t (id serial PRIMARY KEY, a uuid DEFAULT gen_random_uuid())",
                "CREATE VIEW v AS SELECT 1",
                "CREATE TYPE e AS ENUM ('a')",
                "INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "SELECT 'DROP TABLE t; VACUUM FULL'",
                "SELECT \"DROP\", 1",
                "-- DROP TABLE t\nSELECT 1",
                "ANALYZE t",
                "CHECKPOINT",
                "LISTEN x",
                "CREATE ROLE r",
                "LOAD 'x'",
                "ALTER TYPE e ADD VALUE 'b'",
                "COMMENT ON TABLE t IS 'x'",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "ALTER TABLE t VALIDATE CONSTRAINT c",
                "ALTER TABLE t ALTER COLUMN a SET STATISTICS 100",
                "ALTER TABLE t SET (fillfactor = 70)",
                "ALTER TABLE t ALTER a SET (n_distinct = 5)",
                "ALTER TABLE t CLUSTER ON i",
                "ALTER TABLE t VALIDATE CONSTRAINT c, ALTER a SET STATISTICS 1",
                "DROP TYPE e",
                "DROP VIEW v",
                "DROP FUNCTION f(int)",
                "DO $$ BEGIN PERFORM 1; END $$",
                "CREATE TABLE truncate_log (concurrently_done bool)"});
    row(u"L"_s, {"CREATE INDEX i ON t (a)",
                 "CREATE UNIQUE INDEX i ON t (a)",
                 "DROP INDEX i",
                 "REINDEX TABLE t",
                 "LOCK TABLE t",
                 "CREATE TRIGGER g BEFORE INSERT ON t EXECUTE FUNCTION f()",
                 "DROP TRIGGER g ON t",
                 "CREATE RULE r AS ON INSERT TO t DO NOTHING",
                 "CREATE POLICY p ON t USING (true)",
                 "ALTER POLICY p ON t USING (true)",
                 "ALTER TABLE t ADD COLUMN a int",
                 "ALTER TABLE t ADD COLUMN a timestamp DEFAULT now()",
                 "ALTER TABLE t ADD CONSTRAINT c CHECK (a > random())",
                 "ALTER TABLE t DROP CONSTRAINT c",
                 "ALTER TABLE t ALTER a DROP DEFAULT",
                 "ALTER TABLE t ALTER COLUMN a DROP NOT NULL",
                 "ALTER TABLE t ALTER a DROP IDENTITY, ALTER b DROP EXPRESSION",
                 "ALTER TABLE t ALTER COLUMN a SET DEFAULT gen_random_uuid()",
                 "ALTER TABLE t ALTER id ADD GENERATED BY DEFAULT AS IDENTITY",
                 "ALTER TABLE t ALTER a SET DEFAULT 1, ADD COLUMN type text",
                 "ALTER TABLE t ADD COLUMN random int",
                 "ALTER TABLE t ADD serial text",
                 "ALTER TABLE t ADD COLUMN stored bool",
                 "ALTER TABLE t RENAME TO u",
                 "ALTER TABLE t RENAME COLUMN type TO kind",
                 "ALTER TABLE t VALIDATE CONSTRAINT c, ADD COLUMN a int",
                 "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                 "ALTER TABLE t ATTACH PARTITION p DEFAULT",
                 "ALTER TABLE t DETACH PARTITION p",
                 "ALTER TABLE t ADD a numeric(10, 2), ADD b int"});
    row(u"LR"_s,
        {"ALTER TABLE t ALTER COLUMN a TYPE bigint", "ALTER TABLE t ALTER a SET DATA TYPE bigint",
         "ALTER TABLE ONLY s.\"t\" ADD b int, ALTER \"a\" TYPE text USING a::text",
         "ALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid()",
         "ALTER TABLE t ADD COLUMN IF NOT EXISTS a float DEFAULT random()",
         "ALTER TABLE t ADD a timestamptz DEFAULT pg_catalog.clock_timestamp()",
         "ALTER TABLE t ADD a int DEFAULT nextval('s')", "ALTER TABLE t ADD a bigserial",
         "ALTER TABLE t ADD a int GENERATED ALWAYS AS (b * 2) STORED",
         "ALTER TABLE t ADD a int GENERATED ALWAYS AS IDENTITY",
         "ALTER TABLE t ALTER a SET EXPRESSION AS (b * 3)", "ALTER TABLE t SET TABLESPACE s",
         "ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b", "ALTER TABLE t SET LOGGED",
         "ALTER TABLE t SET UNLOGGED", "ALTER TABLE t SET ACCESS METHOD heap", "CLUSTER t USING i",
         "REFRESH MATERIALIZED VIEW v"});
    row(u"LD"_s,
        {"DROP TABLE t", "DROP TABLE IF EXISTS s.t CASCADE", "TRUNCATE t", "TRUNCATE TABLE a, b",
         "ALTER TABLE t DROP COLUMN a", "ALTER TABLE t DROP a",
         "ALTER TABLE t DROP IF EXISTS \"a\"", "ALTER TABLE t ALTER a DROP DEFAULT, DROP COLUMN b",
         "ALTER TABLE t DROP expression"});
    row(u"LRD"_s, {"ALTER TABLE t ALTER a TYPE text, DROP b"});
    row(u"D"_s,
        {"DELETE FROM t", "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x",
         "MERGE INTO t USING u ON a WHEN MATCHED THEN DELETE", "DROP SCHEMA s", "DROP SEQUENCE s",
         "DROP OWNED BY r", "DROP TYPE e CASCADE", "DROP DOMAIN d CASCADE",
         "DROP EXTENSION x CASCADE", "ALTER TYPE t DROP ATTRIBUTE a",
         "DO $b$ BEGIN DELETE FROM t; END $b$", "DO LANGUAGE plpgsql 'BEGIN DROP TABLE t; END'"});
    row(u"N"_s,
        {"CREATE INDEX CONCURRENTLY i ON t (a)", "DROP INDEX CONCURRENTLY i", "VACUUM t",
         "REINDEX INDEX CONCURRENTLY i", "REINDEX (CONCURRENTLY) TABLE t", "CREATE DATABASE d",
         "ALTER TABLE t DETACH PARTITION p CONCURRENTLY", "VACUUM (FULL FALSE) t"});
    row(u"LRN"_s, {"VACUUM FULL t", "VACUUM (FULL, ANALYZE) t", "CLUSTER"});
    row(u"DN"_s, {"DROP DATABASE d", "DROP TABLESPACE s"});
    row(u"LN"_s, {"REINDEX DATABASE d"});
}

void TestStatementKind::risks()
{
    QFETCH(QString, risks);
    QCOMPARE(risksOf(traitsOf(QString::fromUtf8(QTest::currentDataTag()))), risks);
}

void TestStatementKind::noTransaction_data()
{
    QTest::addColumn<bool>("needed");
    const auto row = [](bool needed, std::initializer_list<const char*> statements) {
        for (const char* sql : statements)
            QTest::newRow(sql) << needed;
    };
    row(true, {"CREATE INDEX CONCURRENTLY ON t (a)",
               "create unique index concurrently if not exists i on t (a)",
               "CREATE /* x */ INDEX -- y\n CONCURRENTLY i ON t (a);",
               "DROP INDEX CONCURRENTLY IF EXISTS i",
               "REINDEX INDEX CONCURRENTLY i",
               "REINDEX TABLE CONCURRENTLY t",
               "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
               "REINDEX DATABASE d",
               "REINDEX SCHEMA s",
               "REINDEX SYSTEM d",
               "REINDEX (VERBOSE) DATABASE d",
               "VACUUM",
               "VACUUM FULL",
               "VACUUM (ANALYZE) t",
               "CLUSTER",
               "CLUSTER;",
               "CLUSTER VERBOSE",
               "CLUSTER (VERBOSE)",
               "CREATE DATABASE d",
               "DROP DATABASE IF EXISTS d",
               "ALTER DATABASE d SET TABLESPACE s",
               "ALTER DATABASE \"d\" SET TABLESPACE s",
               "CREATE TABLESPACE s LOCATION '/x'",
               "DROP TABLESPACE s",
               "ALTER SYSTEM SET work_mem = '1MB'",
               "ALTER SYSTEM RESET ALL",
               "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
               "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (create_slot = true)",
               "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
               "ALTER SUBSCRIPTION s SET PUBLICATION p",
               "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
               "ALTER TABLE IF EXISTS s.t DETACH PARTITION s.p CONCURRENTLY",
               "DISCARD ALL"});
    row(false,
        {"CREATE INDEX i ON t (a)",
         "CREATE INDEX \"concurrently\" ON t (a)",
         "CREATE TABLE t (vacuum int)",
         "SELECT 'VACUUM'",
         "REINDEX TABLE t",
         "REINDEX TABLE public.schema",
         "REINDEX INDEX database",
         "REINDEX (VERBOSE) INDEX i",
         "CLUSTER t",
         "CLUSTER VERBOSE t USING i",
         "CLUSTER (VERBOSE) t",
         "ALTER DATABASE d SET work_mem = '1MB'",
         "ALTER DATABASE d OWNER TO r",
         "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (create_slot = false)",
         "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (create_slot = 'off')",
         "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (slot_name = x, connect=false)",
         "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)",
         "ALTER SUBSCRIPTION s DISABLE",
         "ALTER TABLE t DETACH PARTITION p",
         "ALTER TABLESPACE s OWNER TO r",
         "DISCARD PLANS",
         "ANALYZE",
         "CHECKPOINT",
         "LISTEN x",
         "CREATE ROLE r",
         "LOAD 'x'",
         "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
         "TRUNCATE t",
         "ALTER TYPE e ADD VALUE 'x'",
         "DO $$ BEGIN EXECUTE 'VACUUM'; END $$"});
}

void TestStatementKind::noTransaction()
{
    QFETCH(bool, needed);
    const StatementTraits traits = traitsOf(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(traits.needsNoTransaction, needed);
    QCOMPARE(traits.risks.contains(Risk::NotTransactional), needed);
}

void TestStatementKind::refused_data()
{
    QTest::addColumn<QString>("flags"); ///< t transaction, c copy, p psql, v version table
    const auto row = [](const QString& flags, std::initializer_list<const char*> statements) {
        for (const char* sql : statements)
            QTest::newRow(sql) << flags;
    };
    row(u"t"_s, {"BEGIN",
                 "begin isolation level serializable",
                 "START TRANSACTION",
                 "COMMIT",
                 "COMMIT;",
                 "COMMIT AND CHAIN",
                 "COMMIT PREPARED 'x'",
                 "END",
                 "ROLLBACK",
                 "ROLLBACK TO SAVEPOINT a",
                 "ROLLBACK PREPARED 'x'",
                 "ABORT",
                 "SAVEPOINT a",
                 "RELEASE a",
                 "RELEASE SAVEPOINT a",
                 "PREPARE TRANSACTION 'x'",
                 "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                 "SET LOCAL TRANSACTION READ ONLY",
                 "SET SESSION TRANSACTION READ ONLY",
                 "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
                 "/* x */ -- y\nCOMMIT"});
    row(u"c"_s, {"COPY t FROM STDIN", "copy s.t (a, b) from stdin with (format csv)",
                 "COPY t TO STDOUT", "COPY (SELECT 1) TO STDOUT", "COPY t FROM STDIN WITH CSV"});
    row(u"p"_s, {"\\i file", "\\copy t from 'x'", "SELECT 1 \\g", "\\set x 1"});
    row(u"v"_s, {"INSERT INTO alembic_version VALUES ('1')",
                 "insert into Public.ALEMBIC_VERSION values ('1')",
                 "UPDATE alembic_version SET version_num = '1'",
                 "UPDATE ONLY \"alembic_version\" SET version_num = '1'",
                 "DELETE FROM alembic_version",
                 "DELETE FROM ONLY alembic_version",
                 "TRUNCATE alembic_version",
                 "TRUNCATE a, alembic_version",
                 "DROP TABLE alembic_version",
                 "DROP TABLE IF EXISTS a, public.alembic_version",
                 "CREATE TABLE IF NOT EXISTS alembic_version (version_num text)",
                 "ALTER TABLE alembic_version ALTER version_num TYPE varchar(64)",
                 "ALTER TABLE x RENAME TO alembic_version",
                 "COPY alembic_version FROM '/f'",
                 "SELECT '1' INTO alembic_version",
                 "WITH x AS (DELETE FROM alembic_version RETURNING *) SELECT 1",
                 "MERGE INTO alembic_version USING x ON true WHEN MATCHED THEN DO NOTHING",
                 "CREATE TRIGGER g AFTER INSERT ON alembic_version EXECUTE FUNCTION f()",
                 "CREATE RULE r AS ON INSERT TO alembic_version DO NOTHING",
                 "DROP TRIGGER g ON alembic_version",
                 "CREATE VIEW alembic_version AS SELECT 1",
                 "DO $$ BEGIN UPDATE alembic_version SET version_num = '1'; END $$",
                 "DO $x$ BEGIN DROP TABLE IF EXISTS alembic_version; END $x$",
                 "DO 'BEGIN TRUNCATE alembic_version; END'"});
    row(u""_s, {"SELECT * FROM alembic_version",
                "COPY alembic_version TO '/f'",
                "INSERT INTO log SELECT version_num FROM alembic_version",
                "GRANT SELECT ON alembic_version TO r",
                "INSERT INTO t VALUES ('alembic_version')",
                "UPDATE alembic_versions SET a = 1",
                "COMMENT ON TABLE alembic_version IS 'x'",
                "ALTER TABLE t ADD COLUMN alembic_version text",
                "SELECT 1 FROM t FOR UPDATE",
                "DO $$ BEGIN PERFORM 1 FROM alembic_version; END $$",
                "COPY t FROM '/f'",
                "COPY t FROM PROGRAM 'x'",
                "COPY (SELECT a FROM stdin) TO '/f'",
                "COPY stdin FROM '/f'",
                "SELECT 'COMMIT'",
                "SELECT E'\\\\i'",
                "PREPARE p AS SELECT 1",
                "SET CONSTRAINTS ALL DEFERRED",
                "SET LOCAL lock_timeout = '1s'",
                "SET SESSION work_mem = '1MB'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END",
                "DO $$ BEGIN NULL; END $$",
                "CREATE TABLE t (\"begin\" int, \"end\" int)"});
}

void TestStatementKind::refused()
{
    QFETCH(QString, flags);
    const StatementTraits traits = traitsOf(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(traits.isTransactionControl, flags == u"t");
    QCOMPARE(traits.isCopyFromStdin, flags == u"c");
    QCOMPARE(traits.isPsqlCommand, flags == u"p");
    QCOMPARE(traits.touchesVersionTable, flags == u"v");
}

void TestStatementKind::riskTexts()
{
    QCOMPARE(riskText(Risk::LocksTable), u"locks table"_s);
    QCOMPARE(riskText(Risk::RewritesTable), u"rewrites table"_s);
    QCOMPARE(riskText(Risk::DropsData), u"drops data"_s);
    QCOMPARE(riskText(Risk::NotTransactional), u"not transactional"_s);
}

// What a file may hold by mistake is told as an error elsewhere; here it must do no harm.
void TestStatementKind::brokenTexts_data()
{
    QTest::addColumn<bool>("unused");
    for (const char* sql : {"DO $a$x",
                            "DO $a$",
                            "DO $$",
                            "DO '",
                            "DO E'",
                            "DO $1",
                            "CREATE",
                            "DROP",
                            "ALTER TABLE",
                            "ALTER TABLE t",
                            "ALTER TABLE t (",
                            "ALTER TABLE t ADD",
                            "ALTER TABLE t,,",
                            "COPY",
                            "COPY (",
                            "REINDEX",
                            "REINDEX (",
                            "CLUSTER (",
                            "CREATE INDEX",
                            "UPDATE",
                            ";",
                            "\"",
                            ")",
                            ".",
                            "CREATE SUBSCRIPTION s WITH (create_slot",
                            "COMMENT",
                            "ALTER DATABASE"})
        QTest::newRow(sql);
}

void TestStatementKind::brokenTexts()
{
    const StatementTraits traits = traitsOf(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!traits.touchesVersionTable);
    QVERIFY(!traits.isPsqlCommand);
}

SOCRATES_TEST_MAIN(TestStatementKind)
#include "tst_statementkind.moc"
