// SPDX-License-Identifier: MIT
#include "core/engine/recognition.h"
#include "tests/support/projectfixture.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

Recognition look(const QString& database, const DatabaseName& name)
{
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const auto connection = TestServer::shared().connect(database);
    Recognition result = recognise(*connection, planProject(), name, ExpectedSchemaSource(options));
    if (result.error)
        qFatal("%s", qPrintable(result.error->text()));
    return result;
}

/// The up sections of one database, without its version table.
QStringList tablesOf(const DatabaseName& name)
{
    const Project project = planProject();
    QStringList result;
    for (const RevisionPtr& revision : project.graph(name).revisions()) {
        for (const Statement& statement : revision->up.statements)
            result << statement.text;
    }
    return result;
}

const QString kNoRow = u"DROP TABLE alembic_version"_s;

} // namespace

class TestRecognition : public QObject
{
    Q_OBJECT
private slots:
    void names_data();
    void names();
    void namesWhatPeopleHave_data();
    void namesWhatPeopleHave();
    void anotherMainSchema();
    void doubtsAreNotTrue();
    void aClosedSchemaIsSaid();
    void offersMakeItTrue_data();
    void offersMakeItTrue();
    void wholePlanInOneDatabase();
    void misplacedTablesWithRowsStay();
    void emptyAndTrueOfferNothing();
    void whatIsIgnoredIsNotNothing();
};

void TestRecognition::names_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("then");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& rows, const QStringList& then,
                        const QString& sentence) {
        QTest::newRow(name) << rows << then << sentence;
    };
    row("head", {u"002"_s}, {}, u"exactly 002"_s);
    row("no version row", {u"002"_s}, {kNoRow}, u"exactly 002; no version row says so"_s);
    row("older", {u"001"_s}, {kNoRow}, u"exactly 001; no version row says so"_s);
    row("empty", {}, {kNoRow}, u"empty"_s);
    row("unknown row", {u"002"_s}, {u"UPDATE alembic_version SET version_num = 'dead'"_s},
        u"exactly 002; its version row dead is in no file"_s);
    row("wrong row", {u"001"_s}, {u"UPDATE alembic_version SET version_num = '002'"_s},
        u"002 by its version row, 001 by its tables"_s);
    row("row and no tables", {}, {u"INSERT INTO alembic_version VALUES ('002')"_s},
        u"002 by its version row, base by its tables"_s);
    row("missing index", {u"002"_s}, {kNoRow, u"DROP INDEX idx_users_status"_s},
        u"002 but index users.idx_users_status is missing; no version row says so"_s);
    row("hand-mended", {u"002"_s}, {u"ALTER TABLE users ADD phone text"_s},
        u"002 but column users.phone is extra"_s);
    row("hand-mended otherwise", {u"002"_s},
        {u"ALTER TABLE users ALTER status TYPE text"_s, u"DROP INDEX idx_users_email"_s},
        u"002 but column users.status is different: text instead of character varying(20) and "
        "index users.idx_users_email is missing"_s);
    row("half-done", {u"002"_s},
        {u"UPDATE alembic_version SET version_num = '001'"_s,
         u"DROP INDEX idx_refresh_tokens_token, idx_refresh_tokens_user_id"_s},
        u"002 but index refresh_tokens.idx_refresh_tokens_token is missing and index "
        "refresh_tokens.idx_refresh_tokens_user_id is missing; its version row says 001"_s);
    row("stamped wrongly, and hand-mended", {u"001"_s},
        {u"UPDATE alembic_version SET version_num = '002'"_s,
         u"ALTER TABLE users ADD phone text"_s},
        u"001 but column users.phone is extra; its version row says 002"_s);
    row("contaminated", {u"002"_s},
        {u"CREATE TABLE projects (id uuid)"_s, u"CREATE VIEW all_users AS SELECT id FROM users"_s},
        u"002 but view all_users is extra; both plans mixed: projects belongs to socrates_specs"_s);
    row("empty, with what a hosting sets", {},
        {kNoRow, u"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO pg_monitor"_s,
         u"GRANT USAGE ON SCHEMA public TO pg_monitor"_s},
        u"empty"_s);
    row("another project", {}, {kNoRow, u"CREATE TABLE notes (c int)"_s},
        u"nothing of this lineage is in it: table notes is extra"_s);
}

/// As people meet them: mended by hand, restored into the wrong place, other people's.
void TestRecognition::namesWhatPeopleHave_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("then");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& rows, const QStringList& then,
                        const QString& sentence) {
        QTest::newRow(name) << rows << then << sentence;
    };
    row("renamed by hand", {u"002"_s},
        {u"ALTER INDEX idx_users_email RENAME TO users_email_idx"_s,
         u"ALTER TABLE refresh_tokens RENAME CONSTRAINT fk_refresh_tokens_user_id TO fk"_s,
         u"ALTER TABLE users RENAME hashed_password TO password_hash"_s},
        u"002 but foreign key refresh_tokens.fk_refresh_tokens_user_id is named fk, column "
        "users.hashed_password is named password_hash and index users.idx_users_email is named "
        "users_email_idx"_s);
    row("a table renamed by hand", {u"002"_s}, {u"ALTER TABLE refresh_tokens RENAME TO tokens"_s},
        u"002 but table refresh_tokens is named tokens"_s);
    row("another table in its place", {u"002"_s},
        {u"ALTER TABLE refresh_tokens RENAME TO tokens_old"_s,
         u"CREATE TABLE refresh_tokens (id uuid DEFAULT gen_random_uuid() NOT NULL, n int)"_s},
        u"001 but table refresh_tokens is not the one that 002 makes and table tokens_old is "
        "extra; its version row says 002"_s);
    row("another users in its place", {u"001"_s},
        {u"ALTER TABLE users RENAME TO users_old"_s,
         u"CREATE TABLE users (id uuid DEFAULT gen_random_uuid() NOT NULL, email varchar(255) NOT "
         "NULL, hashed_password varchar(255) NOT NULL, is_active boolean DEFAULT true NOT NULL, "
         "is_verified boolean DEFAULT false NOT NULL, status varchar(20) DEFAULT 'active' NOT "
         "NULL, role varchar(20) DEFAULT 'user' NOT NULL, created_at timestamp DEFAULT now() NOT "
         "NULL)"_s},
        u"001 but column users.updated_at is missing, primary key users.users_pkey is missing, "
        "unique users.users_email_key is missing and 4 more differences; table users_old holds "
        "what users should, and users is another one"_s);
    row("a view in place of a table", {u"002"_s},
        {u"ALTER TABLE refresh_tokens RENAME TO data"_s,
         u"CREATE VIEW refresh_tokens AS SELECT * FROM data"_s},
        u"001 but view refresh_tokens has the name of a table that 002 makes and table data is "
        "extra; its version row says 002"_s);
    row("another table of that name", {u"001"_s},
        {u"CREATE TABLE refresh_tokens (id serial PRIMARY KEY, usr int)"_s},
        u"001 but table refresh_tokens is not the one that 002 makes"_s);
    row("in another schema, the row in public", {u"002"_s},
        {u"CREATE SCHEMA auth"_s, u"ALTER TABLE users SET SCHEMA auth"_s,
         u"ALTER TABLE refresh_tokens SET SCHEMA auth"_s},
        u"exactly 002 in the schema auth; this connection does not look there: with "
        "options=-csearch_path=auth it would"_s);
    row("a table in another schema", {u"002"_s},
        {u"CREATE SCHEMA auth"_s, u"ALTER TABLE refresh_tokens SET SCHEMA auth"_s},
        u"001 but table auth.refresh_tokens is in another schema than 002 makes it in and schema "
        "auth is extra; its version row says 002"_s);
    row("copies for safety", {u"002"_s},
        {u"INSERT INTO alembic_version VALUES ('001')"_s,
         u"CREATE TABLE users_backup AS SELECT * FROM users"_s, u"CREATE SCHEMA backup"_s,
         u"CREATE TABLE backup.users (LIKE users INCLUDING ALL)"_s},
        u"002 but schema backup is extra, table backup.users is extra and table users_backup is "
        "extra; its version rows say 001 and 002"_s);
    row("partitioned by hand", {u"001"_s},
        {u"ALTER TABLE users RENAME TO gone"_s,
         u"CREATE TABLE users (LIKE gone INCLUDING DEFAULTS) PARTITION BY HASH (id)"_s,
         u"DROP TABLE gone"_s, u"ALTER TABLE users ADD PRIMARY KEY (id)"_s,
         u"CREATE INDEX idx_users_email ON users (email)"_s,
         u"CREATE INDEX idx_users_is_active ON users (is_active)"_s,
         u"CREATE INDEX idx_users_status ON users (status)"_s},
        u"001 but table users is different: with partition by HASH (id) and unique "
        "users.users_email_key is missing"_s);
    row("a key not valid", {u"002"_s},
        {u"ALTER TABLE refresh_tokens DROP CONSTRAINT fk_refresh_tokens_user_id"_s,
         u"ALTER TABLE refresh_tokens ADD CONSTRAINT fk_refresh_tokens_user_id FOREIGN KEY "
         "(user_id) REFERENCES users (id) ON DELETE CASCADE NOT VALID"_s},
        u"002 but foreign key refresh_tokens.fk_refresh_tokens_user_id is different: with NOT "
        "VALID"_s);
    row("a row with blanks", {u"002"_s}, {u"UPDATE alembic_version SET version_num = ' 002 '"_s},
        u"exactly 002; its version row \" 002 \" is in no file"_s);
    row("a version table that is a view", {u"002"_s},
        {u"ALTER TABLE alembic_version RENAME TO versions"_s,
         u"CREATE VIEW alembic_version AS SELECT * FROM versions"_s},
        u"002 but view alembic_version is extra and table versions is extra; its version table is "
        "not one to trust and was not read: alembic_version is not an ordinary table"_s);
    row("Rails", {},
        {kNoRow, u"CREATE TABLE schema_migrations (version varchar PRIMARY KEY)"_s,
         u"CREATE TABLE ar_internal_metadata (key varchar PRIMARY KEY, value varchar)"_s,
         u"CREATE TABLE users (id bigserial PRIMARY KEY, email varchar NOT NULL, role int)"_s,
         u"CREATE TABLE posts (id bigserial PRIMARY KEY, author_id bigint REFERENCES users)"_s},
        u"nothing of this lineage is in it: table users is not the one that 001 makes, table "
        "ar_internal_metadata is extra, table posts is extra and 1 more difference; the table "
        "ar_internal_metadata tells that Ruby on Rails migrates this database"_s);
    row("another project of Alembic's", {},
        {u"INSERT INTO alembic_version VALUES ('8a1b2c3d4e5f')"_s,
         u"CREATE TYPE mood AS ENUM ('sad', 'happy')"_s,
         u"CREATE TABLE events (at date, m mood) PARTITION BY RANGE (at)"_s,
         u"CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO "
         "('2025-01-01')"_s,
         u"CREATE VIEW happy AS SELECT * FROM events WHERE m = 'happy'"_s},
        u"nothing of this lineage is in it: enum mood is extra, table events is extra, table "
        "events_1 is extra and 1 more difference; its version row 8a1b2c3d4e5f is in no file"_s);
    row("a log that is something else", {u"002"_s},
        {u"CREATE SCHEMA socrates_admin"_s, u"CREATE TABLE socrates_admin.migration_log (x int)"_s},
        u"exactly 002"_s);
    row("no schema public", {}, {kNoRow, u"DROP SCHEMA public"_s}, u"empty"_s);
}

void TestRecognition::namesWhatPeopleHave()
{
    names();
}

/// All in the schema where the version table is, as Alembic's version_table_schema has it: that
/// schema is no difference, let alone one to be dropped.
void TestRecognition::anotherMainSchema()
{
    const QString database = TestServer::shared().createDatabase(u"app"_s);
    TestServer::shared().run(
        database, QStringList{u"CREATE SCHEMA auth"_s, u"SET search_path TO auth"_s} +
                      tablesOf(kAuth) +
                      QStringList{u"CREATE TABLE alembic_version (version_num varchar(32) PRIMARY "
                                  "KEY)"_s,
                                  u"INSERT INTO alembic_version VALUES ('002')"_s,
                                  u"ALTER DATABASE %1 SET search_path TO auth"_s.arg(database)});
    const Recognition recognition = look(database, kAuth);
    QCOMPARE(recognition.sentence, u"exactly 002"_s);
    QVERIFY(recognition.isTrue());
}

/// Without the right to the schema neither the tables nor the version row are seen as they are.
void TestRecognition::aClosedSchemaIsSaid()
{
    TestServer& server = TestServer::shared();
    server.run(u"postgres"_s, {u"CREATE ROLE stranger LOGIN PASSWORD %1"_s.arg(
                                  Connection::literal(TestServer::password()))});
    ConnectionParameters parameters = server.parameters(
        databaseAt(kAuth, {u"002"_s}, {u"REVOKE ALL ON SCHEMA public FROM PUBLIC"_s}));
    parameters.setValue(u"user"_s, u"stranger"_s);
    const auto connection = Connection::open(parameters);
    QVERIFY(connection);
    const Recognition recognition = recognise(
        **connection, planProject(), kAuth, ExpectedSchemaSource(ExpectedSchemaSource::Options()));
    QVERIFY(recognition.error);
    QCOMPARE(recognition.error->summary,
             u"stranger may not use the schema public, so it sees neither the version table nor "
             "the tables as they are."_s);
}

/// What is told elsewhere, or by a version table that is not trusted, is never called true.
void TestRecognition::doubtsAreNotTrue()
{
    const Recognition elsewhere =
        look(databaseAt(kAuth, {u"002"_s},
                        {u"CREATE SCHEMA auth"_s, u"ALTER TABLE users SET SCHEMA auth"_s,
                         u"ALTER TABLE refresh_tokens SET SCHEMA auth"_s}),
             kAuth);
    QVERIFY(!elsewhere.isTrue());
    QVERIFY(elsewhere.offers.isEmpty());
    const Recognition doubtful = look(
        databaseAt(kAuth, {}, {u"ALTER TABLE alembic_version ENABLE ROW LEVEL SECURITY"_s}), kAuth);
    QVERIFY(!doubtful.isTrue());
}

void TestRecognition::names()
{
    QFETCH(QStringList, rows);
    QFETCH(QStringList, then);
    const Recognition recognition = look(databaseAt(kAuth, rows, then), kAuth);
    QTEST(recognition.sentence, "sentence");
}

void TestRecognition::offersMakeItTrue_data()
{
    QTest::addColumn<QStringList>("then");
    QTest::addColumn<QString>("title");
    QTest::newRow("stamp") << QStringList{kNoRow} << u"stamp 002"_s;
    QTest::newRow("stamp over an unknown row")
        << QStringList{u"UPDATE alembic_version SET version_num = 'dead'"_s} << u"stamp 002"_s;
    QTest::newRow("create the index, then stamp")
        << QStringList{kNoRow, u"DROP INDEX idx_users_status"_s}
        << u"create what is missing, then stamp 002"_s;
    QTest::newRow("remove misplaced tables")
        << QStringList{u"CREATE TABLE projects (c int)"_s} << u"remove the misplaced tables"_s;
}

void TestRecognition::offersMakeItTrue()
{
    QFETCH(QStringList, then);
    const QString database = databaseAt(kAuth, {u"002"_s}, then);
    const Recognition before = look(database, kAuth);
    QVERIFY(!before.isTrue());
    QCOMPARE(before.offers.size(), 1);
    QTEST(before.offers.first().title, "title");
    TestServer::shared().run(database, before.offers.first().sql);
    const Recognition after = look(database, kAuth);
    QVERIFY2(after.isTrue(), qPrintable(after.sentence));
    QCOMPARE(after.sentence, u"exactly 002"_s);
}

void TestRecognition::wholePlanInOneDatabase()
{
    const QString database = databaseAt(
        kAuth, {u"002"_s},
        tablesOf(kSpecs) + QStringList{u"UPDATE alembic_version SET version_num = '004'"_s});
    const Recognition auth = look(database, kAuth);
    QCOMPARE(auth.sentence, u"exactly 002; its version row 004 belongs to socrates_specs; both "
                            "plans mixed: projects and sessions belong to socrates_specs"_s);
    QCOMPARE(auth.offers.size(), 2);
    QVERIFY(!auth.isTrue());
    const Recognition specs = look(database, kSpecs);
    QCOMPARE(specs.sentence, u"exactly 004; both plans mixed: refresh_tokens and users belong to "
                             "socrates_auth"_s);
    TestServer::shared().run(database, auth.offers.at(0).sql + auth.offers.at(1).sql);
    QVERIFY(look(database, kAuth).isTrue());
}

void TestRecognition::misplacedTablesWithRowsStay()
{
    const Recognition recognition =
        look(databaseAt(kAuth, {u"002"_s},
                        {u"CREATE TABLE projects (c int)"_s, u"INSERT INTO projects VALUES (1)"_s}),
             kAuth);
    QCOMPARE(recognition.offers.size(), 1);
    QVERIFY(recognition.offers.first().sql.isEmpty());
    QVERIFY(recognition.offers.first().obstacle.startsWith(
        u"There are rows: table projects with 1 row"_s));
}

void TestRecognition::emptyAndTrueOfferNothing()
{
    const Recognition empty = look(TestServer::shared().createDatabase(u"empty"_s), kAuth);
    QVERIFY(empty.isTrue());
    QVERIFY(empty.offers.isEmpty());
    QVERIFY(look(databaseAt(kAuth, {u"002"_s}), kAuth).offers.isEmpty());
}

void TestRecognition::whatIsIgnoredIsNotNothing()
{
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s, {u"001"_s, {}, u"CREATE TABLE users (id int);"_s, {}, {}, {}});
    folder.write(u"socrates.json"_s,
                 R"({"databases": [{"name": "app"}], "ignore": ["app.public.tmp_*"]})");
    const Project project = folder.load();
    const QString database = TestServer::shared().createDatabase(u"app"_s);
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const auto connection = TestServer::shared().connect(database);
    const auto verdict = [&] {
        return recognise(*connection, project, DatabaseName(u"app"_s),
                         ExpectedSchemaSource(options))
            .verdict;
    };
    QCOMPARE(verdict(), Recognition::Verdict::Empty);
    TestServer::shared().run(database, {u"CREATE TABLE tmp_a (id int)"_s});
    QCOMPARE(verdict(), Recognition::Verdict::Exact);
}

SOCRATES_TEST_MAIN(TestRecognition)
#include "tst_recognition.moc"
