// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

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
    void appliedItLeavesNoDifference_data();
    void appliedItLeavesNoDifference();
    void saysWhatItCannotWrite();
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
    row("a label of an enum", {u"ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'"_s});
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

void TestMend::saysWhatItCannotWrite()
{
    TestServer& server = TestServer::shared();
    const QString right = server.createDatabase(u"right"_s);
    server.run(right, {u"CREATE TYPE e AS ENUM ('a')"_s});
    const QString wrong = server.createDatabase(u"wrong"_s);
    server.run(wrong, {u"CREATE TYPE e AS ENUM ('a', 'b')"_s}); // rows may hold it
    const Schema expected = schemaOf(right);
    const Schema found = schemaOf(wrong);
    const auto statements = mendStatements(expected, found, compareSchemas(expected, found));
    QCOMPARE(statements.size(), 1);
    QVERIFY(statements.first().sql.isEmpty());
    QVERIFY(statements.first().note.contains(u"('a', 'b')"_s));
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
