// SPDX-License-Identifier: MIT
#include "core/engine/sequencevalues.h"
#include "core/schema/aspects.h"
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"
#include "tests/support/schemafixtures.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const QStringList kRich{
    u"CREATE SCHEMA \"My S\""_s,
    u"CREATE TYPE mood AS ENUM ('sad', 'it''s')"_s,
    u"CREATE DOMAIN positive AS int CHECK (VALUE > 0)"_s,
    u"CREATE TABLE users (id serial PRIMARY KEY, email varchar(255) NOT NULL UNIQUE,"
    " mood mood DEFAULT 'sad', amount numeric(10,2) DEFAULT 0 NOT NULL, p positive, n int DEFAULT 3)"_s,
    u"CREATE TABLE \"My S\".\"T t\" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
    " \"user\" int REFERENCES users ON DELETE CASCADE, twice int GENERATED ALWAYS AS (1 + 1) "
    "STORED,"
    " CONSTRAINT k CHECK (\"user\" > 0))"_s,
    u"CREATE INDEX idx_email ON users (email)"_s,
    u"CREATE UNIQUE INDEX part ON users (lower(email) DESC) WHERE amount > 3"_s,
    u"CREATE VIEW rich AS SELECT id, email FROM users WHERE amount > 9"_s,
    u"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"_s,
    u"CREATE TRIGGER g BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()"_s,
    u"CREATE POLICY own ON users FOR SELECT USING (id > 0)"_s,
    u"CREATE TABLE parted (d date) PARTITION BY RANGE (d)"_s,
    u"CREATE SEQUENCE counter START 5 CYCLE"_s};

Schema schemaOf(const QString& database)
{
    const auto connection = TestServer::shared().connect(database);
    auto schema = readCatalog(*connection);
    if (!schema)
        qFatal("%s", qPrintable(schema.error().text()));
    return *schema;
}

QString lines(const Comparison& comparison)
{
    QStringList result;
    for (const ComparisonLine& line : comparison.differences())
        result << outcomeText(line.outcome) + u' ' + kindText(line.kind) + u' ' + line.table +
                      u'.' + line.name + u": "_s + line.expected + u" / "_s + line.found;
    return result.join(u'\n');
}

} // namespace

class TestMend : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { makeFixtureRoles(); }
    void appliedItLeavesNoDifference_data();
    void appliedItLeavesNoDifference();
    void whatItDoesNotSpeakOfStays_data();
    void whatItDoesNotSpeakOfStays();
    void saysWhatItCannotWrite_data();
    void saysWhatItCannotWrite();
    void rolesThatAreNotThereAreNamed();
    void sequencesAreNotSetBack_data();
    void sequencesAreNotSetBack();
    void whatMayNotBeReadIsNotChanged();
    void identitiesStartWhereTheyShould();
    void newSequencesRepeatNoNumberOfTheRows_data();
    void newSequencesRepeatNoNumberOfTheRows();
    void defaultsOfTheMakerAreWhoeverRunsTheRevisions_data();
    void defaultsOfTheMakerAreWhoeverRunsTheRevisions();
    void sequencesAreReadUnderABoundedLock();
    void identitiesOfRenamedTablesMayBeBounded();
    void grantsOnASequenceOfAColumnChangeOnly();
    void conversionsThatCutAreToldAsLoss();
    void oneLineKnowsWhatIsGivenByDefault();
    void newLabelsAreUsedOnceTheyAreCommitted();
    void viewsThatNameEachOtherAreNoMaze();
    void pointsOutRedundantIndexes();
};

void TestMend::appliedItLeavesNoDifference_data()
{
    QTest::addColumn<QStringList>("mutations");
    const auto row = [](const char* name, const QStringList& statements) {
        QTest::newRow(name) << statements;
    };
    row("index", {u"DROP INDEX idx_email"_s});
    row("partial index", {u"DROP INDEX part"_s, u"CREATE UNIQUE INDEX part ON users (email)"_s});
    row("extra index", {u"CREATE INDEX x ON users (mood)"_s});
    row("unique", {u"ALTER TABLE users DROP CONSTRAINT users_email_key"_s});
    row("type", {u"ALTER TABLE users ALTER mood TYPE text"_s});
    row("type with a default", {u"ALTER TABLE users ALTER n TYPE bigint"_s});
    row("default", {u"ALTER TABLE users ALTER amount SET DEFAULT 7"_s});
    row("no default", {u"ALTER TABLE users ALTER mood DROP DEFAULT"_s});
    row("nullability", {u"ALTER TABLE users ALTER email DROP NOT NULL"_s});
    row("not null", {u"ALTER TABLE users ALTER p SET NOT NULL"_s});
    row("extra column", {u"ALTER TABLE users ADD phone text UNIQUE"_s});
    row("missing column", {u"ALTER TABLE users DROP p"_s});
    row("foreign key",
        {u"ALTER TABLE \"My S\".\"T t\" DROP CONSTRAINT \"T t_user_fkey\","
         " ADD CONSTRAINT \"T t_user_fkey\" FOREIGN KEY (\"user\") REFERENCES users"_s});
    row("check", {u"ALTER TABLE \"My S\".\"T t\" DROP CONSTRAINT k"_s});
    row("view", {u"CREATE OR REPLACE VIEW rich AS SELECT id, email FROM users"_s});
    row("function",
        {u"CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"_s});
    row("trigger", {u"DROP TRIGGER g ON users"_s});
    row("policy", {u"DROP POLICY own ON users"_s, u"CREATE POLICY own ON users USING (true)"_s});
    row("sequence", {u"DROP SEQUENCE counter"_s, u"CREATE SEQUENCE other"_s});
    row("extra everything",
        {u"CREATE SCHEMA s"_s, u"CREATE TYPE s.e AS ENUM ('a')"_s,
         u"CREATE TABLE s.t (e s.e, i serial PRIMARY KEY)"_s,
         u"CREATE TABLE u (i int REFERENCES s.t)"_s, u"CREATE VIEW s.v AS SELECT e FROM s.t"_s,
         u"CREATE FUNCTION s.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'"_s});
    row("a table", {u"DROP TABLE \"My S\".\"T t\""_s});
    row("a whole schema", {u"DROP SCHEMA \"My S\" CASCADE"_s});
    row("everything", {u"DROP SCHEMA public CASCADE"_s, u"DROP SCHEMA \"My S\" CASCADE"_s,
                       u"CREATE SCHEMA public"_s});
}

void TestMend::appliedItLeavesNoDifference()
{
    QFETCH(QStringList, mutations);
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, kRich);
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, kRich + mutations);
    const Schema expected = schemaOf(right);
    const Schema found = schemaOf(wrong);
    const Comparison before = compareSchemas(expected, found);
    QVERIFY(!before.isEqual());
    QStringList script;
    for (const MendStatement& statement : mendStatements(expected, found, before)) {
        QVERIFY2(statement.note.isEmpty(), qPrintable(statement.object + statement.note));
        script << statement.sql;
    }
    const auto connection = server.connect(wrong);
    for (const QString& sql : script) {
        const auto done = connection->query(sql);
        QVERIFY2(done, qPrintable(sql + u'\n' + (done ? QString() : done.error().text())));
    }
    const Comparison after = compareSchemas(expected, schemaOf(wrong));
    QVERIFY2(after.isEqual(), qPrintable(lines(after) + u"\n\n"_s + script.join(u";\n"_s)));
}

/// Of a live database that holds more than the revisions made: what is missing and different is
/// mended, what is extra is left alone.
void TestMend::whatItDoesNotSpeakOfStays_data()
{
    QTest::addColumn<QString>("common");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<bool>("isExact");
    const auto row = [](const char* name, const char* common, const char* expected,
                        const char* found, bool isExact = false) {
        QTest::newRow(name) << QString::fromLatin1(common) << QString::fromLatin1(expected)
                            << QString::fromLatin1(found) << isExact;
    };
    row("views, policies, triggers and rules on a column that changes its type",
        "CREATE TABLE other (id int, email text)",
        "CREATE TABLE users (id int PRIMARY KEY, email varchar(50));"
        "CREATE VIEW v AS SELECT id, email FROM users",
        "CREATE TABLE users (id int PRIMARY KEY, email varchar(40));"
        "CREATE VIEW v AS SELECT id, email FROM users; GRANT SELECT ON v TO app_reader;"
        "ALTER VIEW v OWNER TO app_owner; COMMENT ON VIEW v IS 'of all';"
        "CREATE VIEW extra AS SELECT email FROM users; GRANT SELECT (email) ON extra TO app_writer;"
        "CREATE VIEW innocent AS SELECT 'users' AS users, email FROM other;"
        "CREATE VIEW on_extra AS SELECT email FROM extra; ALTER VIEW on_extra OWNER TO app_owner;"
        "ALTER TABLE users ENABLE ROW LEVEL SECURITY;"
        "CREATE POLICY pp ON users FOR SELECT USING (email <> 'x'); COMMENT ON POLICY pp ON users "
        "IS 'p';"
        "CREATE POLICY far ON other USING (EXISTS (SELECT FROM users u WHERE u.email = "
        "other.email));"
        "CREATE RULE r AS ON DELETE TO users WHERE old.email = 'root' DO INSTEAD NOTHING;"
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
        "CREATE TRIGGER aud BEFORE UPDATE ON users FOR EACH ROW"
        " WHEN (old.email IS DISTINCT FROM new.email) EXECUTE FUNCTION f()");
    row("a materialized view with all that is set on it", "",
        "CREATE TABLE t (id int, s varchar(20))",
        "CREATE TABLE t (id int, s varchar(10));"
        "CREATE MATERIALIZED VIEW mv AS SELECT id, s FROM t; CREATE UNIQUE INDEX mvi ON mv (id);"
        "GRANT SELECT ON mv TO app_reader; COMMENT ON INDEX mvi IS 'i'; COMMENT ON COLUMN mv.s IS "
        "'s';"
        "ALTER MATERIALIZED VIEW mv OWNER TO app_owner; ALTER MATERIALIZED VIEW mv ALTER id SET "
        "STATISTICS 99;"
        "ALTER MATERIALIZED VIEW mv CLUSTER ON mvi; CREATE STATISTICS st ON id, s FROM mv;"
        "CREATE SCHEMA far; CREATE STATISTICS far.st ON id, s FROM mv;"
        "COMMENT ON STATISTICS far.st IS 'far'");
    row("a view with another column", "CREATE TABLE t (id int, v int)",
        "CREATE VIEW w AS SELECT id, v FROM t; GRANT SELECT ON w TO app_reader",
        "CREATE VIEW w AS SELECT v FROM t; GRANT SELECT ON w TO app_reader;"
        "ALTER VIEW w OWNER TO app_owner;"
        "CREATE VIEW x AS SELECT v FROM w; GRANT SELECT ON x TO app_reader");
    row("a view with a column more is replaced", "CREATE TABLE t (id int, v int)",
        "CREATE VIEW w AS SELECT v, id FROM t",
        "CREATE VIEW w AS SELECT v FROM t; GRANT SELECT ON w TO app_reader;"
        "ALTER VIEW w ALTER v SET DEFAULT 3;"
        "CREATE FUNCTION rows_of() RETURNS SETOF w LANGUAGE sql AS 'SELECT * FROM w'");
    row("a function whose argument has another name", "",
        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';"
        "REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int) TO "
        "app_reader;"
        "CREATE TABLE t (id int, n int DEFAULT f(2))",
        "CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';"
        "REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int) TO "
        "app_reader;"
        "ALTER FUNCTION f(int) OWNER TO app_owner; COMMENT ON FUNCTION f(int) IS 'mine';"
        "CREATE TABLE t (id int, n int DEFAULT f(2));"
        "CREATE VIEW v AS SELECT f(id) AS f FROM t; GRANT SELECT ON v TO app_reader;"
        "CREATE POLICY p ON t USING (f(id) > 0);"
        "ALTER TABLE t ADD CONSTRAINT c CHECK (f(n) < 9); CREATE INDEX i ON t (f(n));"
        "ALTER TABLE t ADD g int GENERATED ALWAYS AS (f(n)) STORED; CREATE INDEX gi ON t (g)");
    row("what hangs on a computed column", "",
        "CREATE TABLE t (a int PRIMARY KEY, g int GENERATED ALWAYS AS (a + 2) STORED)",
        "CREATE TABLE t (a int PRIMARY KEY, g int GENERATED ALWAYS AS (a + 1) STORED);"
        "CREATE UNIQUE INDEX gi ON t (g); COMMENT ON INDEX gi IS 'unique';"
        "ALTER TABLE t ADD CONSTRAINT gc CHECK (g > 0); ALTER TABLE t ADD CONSTRAINT gu UNIQUE (g);"
        "CREATE TABLE r (g int REFERENCES t (g)); COMMENT ON COLUMN t.g IS 'sum';"
        "GRANT SELECT (g) ON t TO app_reader; CREATE STATISTICS gs ON a, g FROM t;"
        "CREATE SCHEMA far; CREATE STATISTICS far.gs ON a, g FROM t");
    row("a computed column beside a foreign key to a column of its name",
        "CREATE TABLE o (id int PRIMARY KEY, total int UNIQUE)",
        "CREATE TABLE t (a int, total int GENERATED ALWAYS AS (a + 1) STORED, r int REFERENCES o "
        "(total))",
        "CREATE TABLE t (a int, total int GENERATED ALWAYS AS (a + 2) STORED, r int REFERENCES o "
        "(total))");
    row("foreign keys to a key that is made again", "",
        "CREATE TABLE t (a int, b int, CONSTRAINT k UNIQUE (a) DEFERRABLE, PRIMARY KEY (b))",
        "CREATE TABLE t (a int, b int, CONSTRAINT k UNIQUE (a), PRIMARY KEY (b));"
        "CREATE SCHEMA s; CREATE TABLE s.t (a int UNIQUE);"
        "CREATE TABLE r (a int CONSTRAINT near REFERENCES s.t (a)); COMMENT ON CONSTRAINT near ON "
        "r IS 'x'");
    row("privileges on columns, where that on the table is revoked",
        "CREATE TABLE t (id int, v int); GRANT SELECT (id) ON t TO app_reader",
        "GRANT INSERT ON t TO app_reader",
        "GRANT SELECT, INSERT ON t TO app_reader; GRANT UPDATE (id) ON t TO app_writer", true);
    row("default privileges that are missing, other and too many",
        "CREATE SCHEMA s; CREATE TABLE t (id int)",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT, UPDATE ON TABLES TO app_reader;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
        "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO app_writer WITH GRANT OPTION;"
        "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO app_writer",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT, DELETE ON TABLES TO app_reader;"
        "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT USAGE ON TYPES TO app_reader;"
        "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO app_writer;"
        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        true);
    row("default privileges beside the hosting's", "",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app_reader",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO app_writer;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT ALL ON FUNCTIONS TO app_writer");
    row("default privileges of a schema that goes", "", "CREATE TABLE t (id int)",
        "CREATE SCHEMA s; ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO "
        "app_reader",
        true);
    row("what is made anew has no more by default than it had", "",
        "CREATE TABLE t (id int, v int); CREATE VIEW x AS SELECT id, v FROM t;"
        "CREATE VIEW y AS SELECT id, v FROM t",
        "CREATE TABLE t (id int, v smallint); CREATE VIEW x AS SELECT id, v FROM t;"
        "CREATE VIEW y AS SELECT id, v FROM t; GRANT SELECT ON y TO app_owner;"
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO app_writer");
    row("what is missing has no more by default than it is to have", "",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
        "CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (id int);"
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app_reader",
        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app_reader, "
        "app_writer");
    row("indexes of partitions of partitions",
        "CREATE TABLE z (k int, r text) PARTITION BY RANGE (k);"
        "CREATE TABLE a PARTITION OF z FOR VALUES FROM (1) TO (9) PARTITION BY LIST (r);"
        "CREATE TABLE a_eu PARTITION OF a FOR VALUES IN ('eu')",
        "CREATE INDEX i ON z (k, r DESC)", "COMMENT ON TABLE z IS 'x'");
    row("a trigger that is switched off on a partition of a partition",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
        "CREATE TABLE z (k int, r text) PARTITION BY RANGE (k);"
        "CREATE TABLE a PARTITION OF z FOR VALUES FROM (1) TO (9) PARTITION BY LIST (r);"
        "CREATE TABLE a_eu PARTITION OF a FOR VALUES IN ('eu')",
        "CREATE TRIGGER g AFTER INSERT ON z FOR EACH ROW EXECUTE FUNCTION f();"
        "ALTER TABLE a_eu DISABLE TRIGGER g",
        "COMMENT ON TABLE z IS 'x'");
    row("partitions of a table with an identity", "",
        "CREATE TABLE z (id bigint GENERATED ALWAYS AS IDENTITY, k int) PARTITION BY LIST (k);"
        "CREATE TABLE a PARTITION OF z FOR VALUES IN (1); CREATE TABLE b PARTITION OF z FOR "
        "VALUES IN (2)",
        "CREATE TABLE z (id bigint GENERATED ALWAYS AS IDENTITY, k int) PARTITION BY LIST (k);"
        "CREATE TABLE a (id bigint NOT NULL, k int)");
    row("defaults that heirs have of their own", "CREATE TABLE a (n int DEFAULT 1, v text)",
        "CREATE TABLE b (m int) INHERITS (a); ALTER TABLE b ALTER n SET DEFAULT 2;"
        "CREATE TABLE c (m int) INHERITS (b); ALTER TABLE c ALTER n DROP DEFAULT, ALTER v SET "
        "DEFAULT 'x'",
        "COMMENT ON TABLE a IS 'x'");
    row("a table of a type, with more than the type says", "CREATE TYPE y AS (a int, b text)",
        "CREATE TABLE t OF y (a WITH OPTIONS DEFAULT 4 NOT NULL, PRIMARY KEY (a));"
        "CREATE TABLE u OF y",
        "COMMENT ON TYPE y IS 'x'");
    row("a privilege that was passed on", "CREATE TABLE t (id int)",
        "GRANT SELECT ON t TO app_writer; GRANT SELECT ON t TO app_reader",
        "GRANT SELECT ON t TO app_owner, app_writer WITH GRANT OPTION; SET ROLE app_owner;"
        "GRANT SELECT ON t TO app_reader; RESET ROLE",
        true);
    row("a privilege that another one passed on", "CREATE TABLE t (id int)",
        "GRANT SELECT ON t TO app_owner WITH GRANT OPTION",
        "GRANT SELECT ON t TO app_owner WITH GRANT OPTION; SET ROLE app_owner;"
        "GRANT SELECT ON t TO app_reader; RESET ROLE",
        true);
    row("functions that need what is made with them", "CREATE TABLE t (id int)",
        "ALTER TABLE t ADD v int;"
        "CREATE FUNCTION z() RETURNS bigint LANGUAGE sql AS 'SELECT sum(v) FROM t';"
        "CREATE FUNCTION a() RETURNS bigint LANGUAGE sql AS 'SELECT z()';"
        "CREATE VIEW w AS SELECT a() AS a",
        "CREATE VIEW x AS SELECT id FROM t");
    row("a function in the place of an aggregate", "",
        "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE AGGREGATE f(int) (sfunc = int4pl, stype = int)", true);
    row("a function with a parenthesis in its name", "",
        "CREATE FUNCTION \"f(x\"(int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
        "COMMENT ON FUNCTION \"f(x\"(int) IS 'odd'",
        "CREATE FUNCTION \"f(x\"(int) RETURNS int LANGUAGE sql AS 'SELECT 2'");
    row("texts with lines of a revision's file", "",
        "CREATE TABLE t (id int); COMMENT ON TABLE t IS E'a\n-- migrate:down\n\\ it''s';"
        "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS"
        " E'BEGIN\n--migrate: up\r\nRETURN ''\\\\n''; END';"
        "CREATE FUNCTION g() RETURNS text LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION g() RETURNS text LANGUAGE sql AS 'SELECT 2'");
    row("tables of one name in two schemas",
        "CREATE SCHEMA s; CREATE TABLE s.p (id int, CONSTRAINT c CHECK (id > 0))",
        "CREATE TABLE p (id int); CREATE TABLE q (x int, CONSTRAINT c CHECK (x > 0)) INHERITS (p)",
        "CREATE TABLE p (id int); CREATE TABLE q (x int) INHERITS (p)");
    if (TestServer::shared().connect(u"postgres"_s)->server().versionNumber >= 140000)
        row("a column that a function was parsed with", "", "CREATE TABLE t (id int)",
            "CREATE TABLE t (id int, v int); CREATE FUNCTION f() RETURNS bigint LANGUAGE sql"
            " BEGIN ATOMIC SELECT sum(v) FROM t; END",
            true);
    row("what hangs on a computed column of partitions", "",
        "CREATE TABLE p (a int, g int GENERATED ALWAYS AS (a + 2) STORED) PARTITION BY LIST (a);"
        "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
        "CREATE TABLE p (a int, g int GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY LIST (a);"
        "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX pi ON p (g);"
        "CREATE INDEX own ON p1 (g); CREATE VIEW v AS SELECT g FROM p1; COMMENT ON COLUMN p1.g IS "
        "'g';"
        "ALTER TABLE p1 ADD CONSTRAINT c CHECK (g > 0)");
    row("the type under a computed column of partitions", "",
        "CREATE TABLE p (k int, a int, g int GENERATED ALWAYS AS (a + 2) STORED) PARTITION BY LIST "
        "(k);"
        "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
        "CREATE TABLE p (k int, a smallint, g int GENERATED ALWAYS AS (a + 2) STORED)"
        " PARTITION BY LIST (k);"
        "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX own ON p1 (g)");
    row("a default of a partition's own", "",
        "CREATE TABLE z (k int, a int DEFAULT 1) PARTITION BY LIST (k);"
        "CREATE TABLE p1 PARTITION OF z FOR VALUES IN (1); ALTER TABLE p1 ALTER a SET DEFAULT 7;"
        "CREATE TABLE p2 PARTITION OF z FOR VALUES IN (2); ALTER TABLE p2 ALTER a SET DEFAULT 8",
        "CREATE TABLE z (k int, a int DEFAULT 3) PARTITION BY LIST (k);"
        "CREATE TABLE p1 PARTITION OF z FOR VALUES IN (1); ALTER TABLE p1 ALTER a SET DEFAULT 7;"
        "CREATE TABLE p2 PARTITION OF z FOR VALUES IN (2)");
    row("a table that was renamed is made with the name of its sequence",
        "CREATE TABLE also (id int NOT NULL, v int)",
        "CREATE TABLE old (id int GENERATED ALWAYS AS IDENTITY); ALTER TABLE old RENAME TO new;"
        "ALTER TABLE also ALTER id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME numbers)",
        "COMMENT ON TABLE also IS 'x'", true);
    row("a domain of a name that another schema's column holds in an array",
        "CREATE SCHEMA s1; CREATE SCHEMA s2; CREATE DOMAIN s2.d AS int; CREATE TABLE t (v s2.d[])",
        "CREATE DOMAIN s1.d AS int CHECK (VALUE > 0)", "CREATE DOMAIN s1.d AS int");
    row("the sequence of a table that was renamed", "",
        "CREATE TABLE new (id int GENERATED ALWAYS AS IDENTITY)",
        "CREATE TABLE old (id int GENERATED ALWAYS AS IDENTITY); ALTER TABLE old RENAME TO new;"
        "COMMENT ON TABLE new IS 'x'",
        true);
}

void TestMend::whatItDoesNotSpeakOfStays()
{
    QFETCH(QString, common);
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QFETCH(bool, isExact);
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, statementsOf(common) + statementsOf(expected));
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, statementsOf(common) + statementsOf(found));
    const Schema wanted = schemaOf(right);
    const Schema before = schemaOf(wrong);
    ComparisonRules rules;
    if (!isExact)
        rules.onlyWhereExpected = kindsOfHostings();
    const auto isLeft = [isExact](const ComparisonLine& line) {
        return line.outcome == ComparisonLine::Outcome::Match ||
               (!isExact && line.outcome == ComparisonLine::Outcome::Extra);
    };
    Comparison asked = compareSchemas(wanted, before, rules);
    asked.lines.removeIf(isLeft);
    QVERIFY(!asked.lines.isEmpty());

    QStringList script{u"BEGIN"_s};
    for (const MendStatement& statement : mendStatements(wanted, before, asked)) {
        QVERIFY2(statement.note.isEmpty(), qPrintable(statement.object + statement.note));
        static const QRegularExpression section(u"^-- ?migrate:"_s,
                                                QRegularExpression::MultilineOption);
        QVERIFY2(!section.match(statement.sql).hasMatch(), qPrintable(statement.sql));
        script << statement.sql;
    }
    const auto connection = server.connect(wrong);
    for (const QString& sql : script << u"COMMIT"_s) {
        const auto done = connection->query(sql);
        QVERIFY2(done, qPrintable((done ? QString() : done.error().text()) + u"\nof\n"_s +
                                  script.join(u";\n"_s)));
    }

    const Schema after = schemaOf(wrong);
    Comparison missed = compareSchemas(wanted, after, rules);
    missed.lines.removeIf(isLeft);
    QVERIFY2(missed.lines.isEmpty(), qPrintable(lines(missed) + script.join(u";\n"_s)));
    const auto isAsked = [&asked](const ComparisonLine& line) {
        return line.outcome == ComparisonLine::Outcome::Match ||
               std::any_of(asked.lines.begin(), asked.lines.end(),
                           [&](const ComparisonLine& other) {
                               return objectText(line) == objectText(other);
                           });
    };
    Comparison changed = compareSchemas(before, after);
    changed.lines.removeIf(isAsked);
    QVERIFY2(changed.lines.isEmpty(), qPrintable(lines(changed) + script.join(u";\n"_s)));
    for (const SchemaObject& object : before.objects()) {
        const auto* same = after.find({object.kind, object.schema, object.table, object.name});
        QVERIFY2(same == nullptr || same->owner == object.owner,
                 qPrintable(object.name + script.join(u";\n"_s)));
    }
}

void TestMend::saysWhatItCannotWrite_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("said");
    QTest::newRow("a label too many, which rows may hold")
        << u"CREATE TYPE e AS ENUM ('a')"_s << u"CREATE TYPE e AS ENUM ('a', 'b')"_s
        << u"('a', 'b')"_s;
    QTest::newRow("a label of another name, or another one in its place")
        << u"CREATE TYPE e AS ENUM ('new', 'deleted')"_s
        << u"CREATE TYPE e AS ENUM ('new', 'refunded')"_s
        << u"RENAME VALUE 'refunded' TO 'deleted'"_s;
    QTest::newRow("a table whose index has the name of one that stays")
        << u"CREATE TABLE t (id int CONSTRAINT k PRIMARY KEY)"_s
        << u"CREATE TABLE u (id int CONSTRAINT k PRIMARY KEY)"_s << u"k is taken"_s;
    QTest::newRow("a view that something reads from")
        << u"CREATE TABLE t (id int)"_s
        << u"CREATE VIEW t AS SELECT 1 AS id; CREATE VIEW v AS SELECT id FROM t"_s
        << u"t is taken"_s;
    QTest::newRow("a domain within a row within a column")
        << u"CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TYPE y AS (a d[]);"
           "CREATE TABLE t (v y)"_s
        << u"CREATE DOMAIN d AS int; CREATE TYPE y AS (a d[]); CREATE TABLE t (v y)"_s
        << u"while column t.v holds it"_s;
    QTest::newRow("a domain within a row of a table within a column")
        << u"CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE a (v d); CREATE TABLE b (x a)"_s
        << u"CREATE DOMAIN d AS int; CREATE TABLE a (v d); CREATE TABLE b (x a)"_s
        << u"while column b.x holds it"_s;
    QTest::newRow("a domain within a materialized view")
        << u"CREATE DOMAIN d AS int CHECK (VALUE > 0);"
           "CREATE MATERIALIZED VIEW m AS SELECT ARRAY[1::d] AS x"_s
        << u"CREATE DOMAIN d AS int; CREATE MATERIALIZED VIEW m AS SELECT ARRAY[1::d] AS x"_s
        << u"while column m.x holds it"_s;
    QTest::newRow("a function that another one was parsed with")
        << u"CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'"_s
        << u"CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
           "CREATE DOMAIN d AS int CHECK (f(VALUE) > 0)"_s
        << u"domain d"_s;
}

void TestMend::saysWhatItCannotWrite()
{
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QFETCH(QString, said);
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, statementsOf(expected));
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, statementsOf(found));
    const Schema wanted = schemaOf(right);
    const Schema there = schemaOf(wrong);
    Comparison comparison = compareSchemas(wanted, there);
    comparison.lines.removeIf(
        [](const ComparisonLine& line) { return line.outcome == ComparisonLine::Outcome::Extra; });
    const auto statements = mendStatements(wanted, there, comparison);
    QCOMPARE(statements.size(), 1);
    QVERIFY(statements.first().sql.isEmpty());
    QVERIFY2(statements.first().note.contains(said), qPrintable(statements.first().note));
}

void TestMend::rolesThatAreNotThereAreNamed()
{
    // As where the revisions were replayed on another server than the one that is mended.
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(right, {u"CREATE ROLE \"not here\""_s});
    const QStringList common{u"CREATE TABLE t (id int)"_s, u"CREATE TABLE u (id int)"_s,
                             u"CREATE POLICY p ON u TO app_reader USING (id > 0)"_s};
    server.run(right, common);
    server.run(
        right,
        {u"GRANT SELECT ON t TO app_reader, \"not here\""_s,
         u"CREATE POLICY q ON t TO app_reader, \"not here\" USING (id > 0)"_s,
         u"DROP POLICY p ON u"_s, u"CREATE POLICY p ON u TO \"not here\""_s,
         u"CREATE VIEW v AS SELECT 1 AS n"_s, u"ALTER VIEW v OWNER TO \"not here\""_s,
         u"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO \"not here\""_s,
         u"ALTER DEFAULT PRIVILEGES FOR ROLE \"not here\" GRANT SELECT ON TABLES TO app_reader"_s});
    server.run(wrong, common);
    const auto connection = server.connect(right);
    const auto expected = readCatalog(*connection, {.maker = u"postgres"_s});
    QVERIFY(expected);
    server.run(right, {u"DROP OWNED BY \"not here\""_s, u"DROP ROLE \"not here\""_s});
    const Schema found = schemaOf(wrong);
    QStringList notes;
    QStringList script;
    for (const MendStatement& statement :
         mendStatements(*expected, found, compareSchemas(*expected, found)))
        (statement.note.isEmpty() ? script : notes)
            << (statement.note.isEmpty() ? statement.sql : statement.object);
    notes.sort();
    QCOMPARE(notes.join(u", "_s),
             u"default privileges on tables, default privileges on tables of not here, "
             "grants on table t, owner of view v, policy t.q, policy u.p"_s);
    server.run(wrong, script);
    QVERIFY2(script.contains(u"GRANT SELECT ON TABLE \"t\" TO app_reader"_s),
             qPrintable(script.join(u'\n')));
    QCOMPARE(mendStatements(*expected, found, compareSchemas(*expected, found)).first().note,
             u"there is no role not here on this server; create it first: CREATE ROLE "
             "\"not here\""_s);
}

void TestMend::sequencesAreNotSetBack_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("note"); ///< empty: it is mended
    QTest::addColumn<QString>("next"); ///< what it gives afterwards
    QTest::newRow("a last value above the maximum")
        << u"CREATE SEQUENCE s MAXVALUE 100"_s << u"CREATE SEQUENCE s; SELECT setval('s', 500)"_s
        << u"its last value 500 is not between 1 and 100"_s << u"501"_s;
    QTest::newRow("a last value below the minimum")
        << u"CREATE SEQUENCE s MINVALUE 100"_s << u"CREATE SEQUENCE s; SELECT setval('s', 50)"_s
        << u"its last value 50 is not between 100 and "_s << u"51"_s;
    QTest::newRow("a value that was set and not given yet")
        << u"CREATE SEQUENCE s MAXVALUE 100"_s
        << u"CREATE SEQUENCE s; SELECT setval('s', 500, false)"_s
        << u"its last value 500 is not between 1 and 100"_s << u"500"_s;
    QTest::newRow("one that gave no number")
        << u"CREATE SEQUENCE s MINVALUE 100"_s << u"CREATE SEQUENCE s"_s << QString() << u"100"_s;
    QTest::newRow("one that stands within")
        << u"CREATE SEQUENCE s MAXVALUE 100 START 7"_s
        << u"CREATE SEQUENCE s; SELECT setval('s', 50)"_s << QString() << u"51"_s;
    QTest::newRow("the other way")
        << u"CREATE SEQUENCE s"_s << u"CREATE SEQUENCE s MAXVALUE 100; SELECT setval('s', 50)"_s
        << QString() << u"51"_s;
    QTest::newRow("a smaller type")
        << u"CREATE SEQUENCE s AS smallint"_s << u"CREATE SEQUENCE s; SELECT setval('s', 40000)"_s
        << u"not between 1 and 32767"_s << u"40001"_s;
}

void TestMend::sequencesAreNotSetBack()
{
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QFETCH(QString, note);
    QFETCH(QString, next);
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, statementsOf(expected));
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, statementsOf(found));
    const auto connection = server.connect(wrong);
    const Schema wanted = schemaOf(right);
    auto there = readCatalog(*connection);
    QVERIFY(there);
    const Comparison comparison = compareSchemas(wanted, *there);
    const auto read = readSequenceValues(*connection, comparison, *there);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
    const auto statements = mendStatements(wanted, *there, comparison);
    QCOMPARE(statements.size(), 1);
    QVERIFY2(statements.first().note.contains(note), qPrintable(statements.first().note));
    QCOMPARE(statements.first().sql.isEmpty(), !note.isEmpty());
    if (note.isEmpty())
        server.run(wrong, {statements.first().sql});
    QCOMPARE(compareSchemas(wanted, schemaOf(wrong)).isEqual(), note.isEmpty());
    QCOMPARE(connection->query(u"SELECT nextval('s')"_s)->at(0, 0), next);
}

void TestMend::identitiesStartWhereTheyShould()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(
        right,
        {u"CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (START 100 MINVALUE 100), v int)"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    const Schema expected = schemaOf(right);
    const Schema found = schemaOf(wrong);
    for (const MendStatement& statement :
         mendStatements(expected, found, compareSchemas(expected, found)))
        server.run(wrong, {statement.sql});
    QVERIFY(compareSchemas(expected, schemaOf(wrong)).isEqual());
    const auto connection = server.connect(wrong);
    QCOMPARE(connection->query(u"INSERT INTO t (v) VALUES (1) RETURNING id"_s)->at(0, 0), u"100"_s);
}

void TestMend::newSequencesRepeatNoNumberOfTheRows_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("first"); ///< of the rows, once it is mended
    QTest::addColumn<QString>("next");  ///< what the next row gets
    const QString rows = u"; INSERT INTO t (v) SELECT n FROM generate_series(1, 3) n"_s;
    const QString plain = u"CREATE TABLE t (v int)"_s + rows;
    const QString filled = u"CREATE TABLE t (v int, id %1 NOT NULL);"
                           "INSERT INTO t SELECT n, n * 10 FROM generate_series(1, 3) n"_s;
    QTest::newRow("an identity that starts elsewhere")
        << u"CREATE TABLE t (v int, id int GENERATED ALWAYS AS IDENTITY (START 100))"_s << plain
        << u"100"_s << u"103"_s;
    QTest::newRow("an identity that must not be less")
        << u"CREATE TABLE t (v int, id int GENERATED ALWAYS AS IDENTITY (START 100 MINVALUE 100))"_s
        << plain << u"100"_s << u"103"_s;
    QTest::newRow("an identity in steps, kept ready")
        << u"CREATE TABLE t (v int, id bigint GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME "
           u"numbers"
           " INCREMENT 10 CACHE 20))"_s
        << plain << u"1"_s << u"201"_s;
    QTest::newRow("an identity with an end")
        << u"CREATE TABLE t (v int, id int GENERATED ALWAYS AS IDENTITY (MAXVALUE 50))"_s << plain
        << u"1"_s << u"4"_s;
    QTest::newRow("an identity backwards")
        << u"CREATE TABLE t (v int, id smallint GENERATED ALWAYS AS IDENTITY (INCREMENT -1))"_s
        << plain << u"-1"_s << u"-4"_s;
    QTest::newRow("an identity whose sequence is of another type")
        << u"CREATE TABLE t (v int, id smallint GENERATED ALWAYS AS IDENTITY);"
           "ALTER SEQUENCE t_id_seq AS bigint MAXVALUE 70000"_s
        << plain << u"1"_s << u"4"_s;
    QTest::newRow("a column becomes an identity")
        << u"CREATE TABLE t (v int, id int GENERATED BY DEFAULT AS IDENTITY)"_s
        << filled.arg(u"int"_s) << u"10"_s << u"31"_s;
    QTest::newRow("a column becomes an identity that starts above its rows")
        << u"CREATE TABLE t (v int, id int GENERATED BY DEFAULT AS IDENTITY (START 500))"_s
        << filled.arg(u"bigint"_s) << u"10"_s << u"500"_s;
    QTest::newRow("the sequence of a serial column")
        << u"CREATE TABLE t (v int, id serial)"_s << filled.arg(u"int"_s) << u"10"_s << u"31"_s;
    QTest::newRow("a sequence that nobody owns")
        << u"CREATE SEQUENCE \"it's\"; CREATE TABLE u (n int DEFAULT nextval('\"it''s\"'));"
           "CREATE TABLE t (v int, id int NOT NULL DEFAULT nextval('\"it''s\"'))"_s
        << filled.arg(u"int"_s) + u"; CREATE TABLE u (n int); INSERT INTO u VALUES (7)"_s << u"10"_s
        << u"31"_s;
    QTest::newRow("a serial column is added")
        << u"CREATE TABLE t (v int, id serial)"_s << plain << u"1"_s << u"4"_s;
}

void TestMend::newSequencesRepeatNoNumberOfTheRows()
{
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QFETCH(QString, first);
    QFETCH(QString, next);
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, statementsOf(expected));
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, statementsOf(found));
    const Schema wanted = schemaOf(right);
    const Schema there = schemaOf(wrong);
    for (const MendStatement& statement :
         mendStatements(wanted, there, compareSchemas(wanted, there))) {
        QVERIFY2(statement.note.isEmpty(), qPrintable(statement.note));
        server.run(wrong, {statement.sql});
    }
    const Comparison after = compareSchemas(wanted, schemaOf(wrong));
    QVERIFY2(after.isEqual(), qPrintable(lines(after)));
    const auto connection = server.connect(wrong);
    QCOMPARE(connection->query(u"SELECT id FROM t ORDER BY v LIMIT 1"_s)->at(0, 0), first);
    QCOMPARE(connection->query(u"INSERT INTO t (v) VALUES (4) RETURNING id"_s)->at(0, 0), next);
    QCOMPARE(connection->query(u"SELECT count(*) = count(DISTINCT id) FROM t"_s)->at(0, 0), u"t"_s);
}

void TestMend::defaultsOfTheMakerAreWhoeverRunsTheRevisions_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QString>("live"); ///< empty: the revision, too
    QTest::addColumn<bool>("isEqual");
    const QString named = u"ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA public GRANT "
                          "SELECT ON TABLES TO app_reader"_s;
    QTest::newRow("of the role by name") << named << QString() << true;
    QTest::newRow("without a name")
        << u"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app_reader"_s << QString() << true;
    QTest::newRow("some of them by name")
        << named + u"; ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT INSERT ON TABLES TO "
                   "app_reader, pg_monitor"_s
        << QString() << true;
    QTest::newRow("what everybody has is taken away by name")
        << u"ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"_s
        << QString() << true;
    QTest::newRow("not there") << named << u"SELECT 1"_s << false;
}

void TestMend::defaultsOfTheMakerAreWhoeverRunsTheRevisions()
{
    // Replayed by another role; the version table is another's than the role's that runs them.
    QFETCH(QString, revision);
    QFETCH(QString, live);
    QFETCH(bool, isEqual);
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    const QString wrong = server.createDatabase(u"wrong"_s, u"app_owner"_s);
    const QStringList made = statementsOf(u"CREATE TABLE a (n int); CREATE TABLE b (n int)"_s);
    server.run(right, made + statementsOf(revision));
    server.run(wrong, {u"CREATE TABLE alembic_version (version_num text)"_s});
    server.run(wrong, QStringList{u"SET ROLE app_owner"_s} + made +
                          statementsOf(live.isEmpty() ? revision : live));
    const auto connection = server.connect(right);
    const auto expected = readCatalog(*connection, {.maker = u"postgres"_s});
    QVERIFY(expected);
    const Schema found = schemaOf(wrong);
    QCOMPARE(found.server->maker, u"app_owner"_s);
    ComparisonRules rules;
    rules.onlyWhereExpected = {SchemaObject::Kind::Grant};
    const Comparison comparison = compareSchemas(*expected, found, rules);
    QVERIFY2(comparison.isEqual() == isEqual, qPrintable(lines(comparison)));
    const Comparison turned = compareSchemas(found, *expected, rules);
    QVERIFY2(turned.isEqual() == isEqual, qPrintable(lines(turned)));
    for (const MendStatement& statement : mendStatements(*expected, found, comparison))
        server.run(wrong, {statement.sql});
    const Comparison after = compareSchemas(*expected, schemaOf(wrong), rules);
    QVERIFY2(after.isEqual(), qPrintable(lines(after)));
}

void TestMend::sequencesAreReadUnderABoundedLock()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, {u"CREATE SEQUENCE s MAXVALUE 100"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, {u"CREATE SEQUENCE s"_s});
    const auto connection = server.connect(wrong);
    auto found = readCatalog(*connection);
    QVERIFY(found);
    const Comparison comparison = compareSchemas(schemaOf(right), *found);
    const auto holder = server.connect(wrong);
    QVERIFY(holder->query(u"BEGIN"_s));
    QVERIFY(holder->query(u"ALTER SEQUENCE s RENAME TO r"_s));
    const auto read = readSequenceValues(*connection, comparison, *found);
    QVERIFY(!read);
    QCOMPARE(read.error().sqlState, u"55P03"_s);
    QVERIFY(!found->server->sequenceValues);
    QVERIFY(holder->query(u"ROLLBACK"_s));
    // And leaves no transaction open.
    QVERIFY(readSequenceValues(*connection, comparison, *found));
    QCOMPARE(found->server->sequenceValues->size(), 1);
    QVERIFY(connection->query(u"VACUUM"_s));
}

void TestMend::identitiesOfRenamedTablesMayBeBounded()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, {u"CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (MAXVALUE 100))"_s,
                       u"CREATE SEQUENCE s MAXVALUE 100"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, {u"CREATE TABLE old (id int GENERATED ALWAYS AS IDENTITY)"_s,
                       u"ALTER TABLE old RENAME TO t"_s, u"CREATE SEQUENCE s"_s});
    const auto connection = server.connect(wrong);
    auto found = readCatalog(*connection);
    QVERIFY(found);
    const Schema expected = schemaOf(right);
    const Comparison comparison = compareSchemas(expected, *found);
    QVERIFY(readSequenceValues(*connection, comparison, *found));
    for (const MendStatement& statement : mendStatements(expected, *found, comparison)) {
        QVERIFY2(statement.note.isEmpty(), qPrintable(statement.note));
        server.run(wrong, {statement.sql});
    }
    const Comparison after = compareSchemas(expected, schemaOf(wrong));
    QVERIFY2(after.isEqual(), qPrintable(lines(after)));
}

void TestMend::grantsOnASequenceOfAColumnChangeOnly()
{
    TestServer& server = TestServer::shared();
    const QStringList common{u"ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO pg_monitor"_s,
                             u"CREATE TABLE t (id serial)"_s,
                             u"REVOKE SELECT ON t_id_seq FROM pg_monitor"_s,
                             u"GRANT SELECT ON t_id_seq TO app_reader"_s};
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, common + QStringList{u"GRANT USAGE ON t_id_seq TO app_reader"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, common);
    const Schema expected = schemaOf(right);
    const Schema found = schemaOf(wrong);
    QStringList script;
    for (const MendStatement& statement :
         mendStatements(expected, found, compareSchemas(expected, found)))
        script << statement.sql;
    QCOMPARE(script.join(u'\n'), u"GRANT USAGE ON SEQUENCE \"t_id_seq\" TO app_reader"_s);
}

void TestMend::conversionsThatCutAreToldAsLoss()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, {u"CREATE TABLE t (a varchar(3), b varchar(9), c text, d bigint, e int,"
                       " f double precision, g date, h varchar COLLATE \"C\", i numeric(4,1))"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong,
               {u"CREATE TABLE t (a varchar(9), b varchar(3), c varchar(3), d int, e numeric,"
                " f real, g timestamp, h varchar, i numeric(5,2))"_s});
    const Schema expected = schemaOf(right);
    const Schema found = schemaOf(wrong);
    QStringList cut;
    for (const MendStatement& statement :
         mendStatements(expected, found, compareSchemas(expected, found))) {
        QCOMPARE(statement.destroysData, !statement.narrowedTo.isEmpty());
        if (statement.destroysData)
            cut << statement.object + u" to "_s + statement.narrowedTo;
    }
    QCOMPARE(cut.join(u", "_s), u"column t.a to character varying(3), column t.e to integer, "
                                "column t.g to date, column t.i to numeric(4,1)"_s);
}

void TestMend::oneLineKnowsWhatIsGivenByDefault()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, {u"CREATE TABLE t (id int)"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, {u"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor"_s});
    const Schema expected = schemaOf(right);
    const Comparison comparison = compareSchemas(expected, schemaOf(wrong));
    const auto line =
        std::find_if(comparison.lines.cbegin(), comparison.lines.cend(),
                     [](const auto& each) { return each.kind == SchemaObject::Kind::Table; });
    QVERIFY(line != comparison.lines.cend());
    for (const MendStatement& statement :
         mendStatements(expected, schemaOf(wrong), onlyLine(comparison, *line)))
        server.run(wrong, {statement.sql});
    const Comparison after = compareSchemas(expected, schemaOf(wrong));
    QCOMPARE(lines(after).count(u'\n'), 0);
    QVERIFY2(lines(after).startsWith(u"extra default_privileges"_s), qPrintable(lines(after)));
}

void TestMend::whatMayNotBeReadIsNotChanged()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, {u"CREATE SEQUENCE s MAXVALUE 100"_s, u"CREATE SEQUENCE wider"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, {u"CREATE SEQUENCE s"_s, u"CREATE SEQUENCE wider MAXVALUE 100"_s});
    const auto connection = server.connect(wrong);
    QVERIFY(connection->query(u"SET ROLE app_reader"_s));
    auto found = readCatalog(*connection);
    QVERIFY(found);
    const Schema expected = schemaOf(right);
    const Comparison comparison = compareSchemas(expected, *found);
    QVERIFY(readSequenceValues(*connection, comparison, *found));
    const auto statements = mendStatements(expected, *found, comparison);
    QCOMPARE(statements.size(), 2);
    QVERIFY2(statements.first().note.startsWith(u"this role may not read its last value"_s),
             qPrintable(statements.first().note));
    QVERIFY(statements.last().sql.startsWith(u"ALTER SEQUENCE \"wider\""_s));
}

void TestMend::newLabelsAreUsedOnceTheyAreCommitted()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, {u"CREATE TYPE e AS ENUM ('a', 'b')"_s,
                       u"CREATE TABLE t (v e DEFAULT 'b', n text)"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong,
               {u"CREATE TYPE e AS ENUM ('a')"_s, u"CREATE TABLE t (v e DEFAULT 'a', n int)"_s});
    const Schema expected = schemaOf(right);
    QStringList notes;
    for (int time = 0; time < 2; ++time) {
        const Schema found = schemaOf(wrong);
        QStringList script{u"BEGIN"_s};
        for (const MendStatement& statement :
             mendStatements(expected, found, compareSchemas(expected, found)))
            (statement.note.isEmpty() ? script : notes)
                << (statement.note.isEmpty() ? statement.sql : statement.note);
        QCOMPARE(notes.size(), 1); // of the first time
        server.run(wrong, script << u"COMMIT"_s);
    }
    QVERIFY2(notes.first().contains(u"new label 'b'"_s), qPrintable(notes.first()));
    const Comparison after = compareSchemas(expected, schemaOf(wrong));
    QVERIFY2(after.isEqual(), qPrintable(lines(after)));
}

void TestMend::viewsThatNameEachOtherAreNoMaze()
{
    // Columns with the names of the other views: as words, each seems to stand on all others.
    TestServer& server = TestServer::shared();
    QStringList names;
    for (int number = 0; number < 24; ++number)
        names << u"v%1"_s.arg(number);
    QStringList sql{u"CREATE TABLE base (x int, %1 int)"_s.arg(names.join(u" int, "_s))};
    for (const QString& name : std::as_const(names)) {
        QStringList columns = names;
        columns.removeAll(name);
        sql << u"CREATE VIEW %1 AS SELECT %2 FROM base"_s.arg(name, columns.join(u", "_s));
    }
    const QString right = server.createDatabase(u"right"_s);
    server.run(right,
               sql + QStringList{u"DROP VIEW v3"_s, u"CREATE VIEW v3 AS SELECT x FROM base"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, sql);
    const Schema expected = schemaOf(right);
    const Schema found = schemaOf(wrong);
    QStringList written;
    for (const MendStatement& statement :
         mendStatements(expected, found, compareSchemas(expected, found)))
        written << statement.sql;
    QCOMPARE(written.size(), 3);
    QCOMPARE(written.first(), u"DROP VIEW \"v3\""_s);
    QCOMPARE(written.last(), u"ALTER VIEW \"v3\" OWNER TO \"postgres\""_s);
}

void TestMend::pointsOutRedundantIndexes()
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"hints"_s);
    server.run(database, kRich);
    QCOMPARE(
        redundantIndexes(schemaOf(database)),
        QStringList{
            u"index users.idx_email repeats users_email_key, which PostgreSQL uses as well"_s});
}

SOCRATES_TEST_MAIN(TestMend)
#include "tst_mend.moc"
