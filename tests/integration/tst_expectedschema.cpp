// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "core/schema/expectedfile.h"
#include "core/schema/expectedschema.h"
#include "core/schema/replay.h"
#include "core/schema/schemacache.h"
#include "tests/support/projectfixture.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kApp(u"app"_s);

QList<RevisionId> ids(const QStringList& texts)
{
    QList<RevisionId> result;
    for (const QString& text : texts)
        result << RevisionId(text);
    return result;
}

/// Replay only, nothing carried or cached.
ExpectedSchemaSource::Options replayOnly()
{
    ExpectedSchemaSource::Options options;
    options.useCarried = false;
    options.useCache = false;
    return options;
}

ExpectedSchemaSource::Answer expect(const ExpectedSchemaSource& source, const Project& project,
                                    const DatabaseName& name, const QStringList& rows,
                                    Connection& target)
{
    auto answer = source.expectedAt(project, name, ids(rows), target);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().text()));
    return *answer;
}

QStringList names(const Schema& schema)
{
    QStringList result;
    for (const SchemaObject& object : schema.objects())
        result << kindText(object.kind) + u' ' + object.name;
    return result;
}

int replayDatabases()
{
    return TestServer::shared()
        .value(u"postgres"_s,
               u"SELECT count(*) FROM pg_database WHERE datname LIKE 'socrates_replay_%'"_s)
        .toInt();
}

} // namespace

class TestExpectedSchema : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyPlaceGivesTheSame_data();
    void everyPlaceGivesTheSame();
    void nothingAppliedIsAnEmptySchema();
    void noPlaceNamesThemAll();
    void anotherVersionIsTheLastResort();
    void cacheIsUsedAndDamageIgnored();
    void carriedFilesAreTrue();
    void carriedKeepsOtherVersionsAndBranches();
    void failingSqlNamesFileAndLine();
    void nonTransactionalSectionsRunAlone();
    void replayLeavesTheTargetAsItWas();
    void leftBehindDatabasesAreDropped();
    void screensTheThrowAwaySchema_data();
    void screensTheThrowAwaySchema();

private:
    QTemporaryDir m_folder;
    QString m_database;
    std::unique_ptr<Connection> m_admin;

    /// Signed in as a role that may create schemas in the database, but no databases.
    std::unique_ptr<Connection> connectAs(const QString& role);
};

void TestExpectedSchema::initTestCase()
{
    TestServer& server = TestServer::shared();
    m_database = server.createDatabase(u"target"_s);
    server.run(m_database,
               {u"CREATE ROLE weak LOGIN PASSWORD 'x'"_s, u"CREATE ROLE maker LOGIN PASSWORD 'x'"_s,
                u"GRANT CREATE ON DATABASE %1 TO maker"_s.arg(m_database)});
    m_admin = server.connect(m_database);
}

std::unique_ptr<Connection> TestExpectedSchema::connectAs(const QString& role)
{
    ConnectionParameters parameters = TestServer::shared().parameters(m_database);
    parameters.setValue(u"user"_s, role);
    parameters.setPassword(u"x"_s);
    auto connection = Connection::open(parameters);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().text()));
    return std::move(*connection);
}

void TestExpectedSchema::everyPlaceGivesTheSame_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("carried");
    QTest::addColumn<bool>("privateServer");
    QTest::addColumn<QString>("origin");
    QTest::newRow("carried") << u"weak"_s << true << false << u"recorded in the project"_s;
    QTest::newRow("private server")
        << u"weak"_s << false << true << u"replayed in the private server"_s;
    QTest::newRow("temporary database")
        << u"postgres"_s << false << false << u"replayed in a temporary database on the server"_s;
    QTest::newRow("throw-away schema")
        << u"maker"_s << false << false << u"replayed in a throw-away schema of the database"_s;
}

void TestExpectedSchema::everyPlaceGivesTheSame()
{
    QFETCH(QString, role);
    QFETCH(bool, carried);
    QFETCH(bool, privateServer);
    TestServer& server = TestServer::shared();
    const Project project = planProject();
    ExpectedSchemaSource::Options options = replayOnly();
    options.useCarried = carried;
    if (privateServer)
        options.replayServer = server.parameters();
    const ExpectedSchemaSource source(options);
    const auto target = role == u"postgres"_s ? server.connect(m_database) : connectAs(role);
    for (const ProjectDatabase& database : project.databases()) {
        for (const RevisionPtr& revision : database.graph.revisions()) {
            const QStringList rows{revision->id.text()};
            const auto answer = expect(source, project, database.name, rows, *target);
            QTEST(answer.origin, "origin");

            const QString real = server.createDatabase(u"real"_s);
            applyRevisions(server, real, project, database.name, rows);
            const auto connection = server.connect(real);
            const auto found = readCatalog(*connection);
            QVERIFY(found.has_value());
            QCOMPARE(names(answer.schema), names(*found));
            QCOMPARE(fingerprint(answer.schema), fingerprint(*found));
        }
    }
    QCOMPARE(replayDatabases(), 0);
}

void TestExpectedSchema::nothingAppliedIsAnEmptySchema()
{
    const auto weak = connectAs(u"weak"_s);
    const ExpectedSchemaSource source(replayOnly());
    QVERIFY(expect(source, planProject(), kAuth, {}, *weak).schema.isEmpty());
    QVERIFY(expect(source, planProject(), kAuth, {u"unknown"_s}, *weak).schema.isEmpty());
}

void TestExpectedSchema::noPlaceNamesThemAll()
{
    const auto weak = connectAs(u"weak"_s);
    ExpectedSchemaSource::Options options;
    options.cacheFolder = m_folder.filePath(u"empty"_s);
    const Project project =
        writeProject(m_folder.filePath(u"noplace"_s), {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s}});
    const auto answer =
        ExpectedSchemaSource(options).expectedAt(project, kApp, ids({u"1"_s}), *weak);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"schema.no_replay"_s);
    for (const QString& place :
         {u"recorded in the project: "_s, u"cache: "_s, u"the private server: there is none"_s,
          u"a temporary database on the server: the role weak may not create databases"_s,
          u"a throw-away schema of the database: the role weak may not create a schema"_s})
        QVERIFY2(answer.error().detail.contains(place),
                 qPrintable(place + u"\n"_s + answer.error().detail));
}

void TestExpectedSchema::anotherVersionIsTheLastResort()
{
    const QString folder = m_folder.filePath(u"other"_s);
    const Project project = writeProject(folder, {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s}});
    Schema schema;
    schema.add({SchemaObject::Kind::Table, u"public"_s, {}, u"t"_s, u"table"_s, {}, 0});
    ExpectedFile file;
    file.setEntries(99, {{ids({u"1"_s}), upHash(project.graph(kApp).revisions()), schema}});
    QVERIFY(file.save(folder + u"/expected/app.json"_s, kApp));
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const ExpectedSchemaSource source(options);

    const auto weak = connectAs(u"weak"_s);
    const auto answer = expect(source, project, kApp, {u"1"_s}, *weak);
    QCOMPARE(answer.schema, schema);
    QVERIFY2(answer.origin.startsWith(u"recorded in the project for PostgreSQL 99"_s),
             qPrintable(answer.origin));
    QVERIFY(expect(source, project, kApp, {u"1"_s}, *m_admin).origin.startsWith(u"replayed"_s));
}

void TestExpectedSchema::cacheIsUsedAndDamageIgnored()
{
    ExpectedSchemaSource::Options options;
    options.useCarried = false;
    options.cacheFolder = m_folder.filePath(u"cache"_s);
    const ExpectedSchemaSource source(options);
    const Project project = planProject();
    const auto first = expect(source, project, kAuth, {u"002"_s}, *m_admin);
    QVERIFY(first.origin.startsWith(u"replayed in"_s));
    const auto weak = connectAs(u"weak"_s);
    const auto second = expect(source, project, kAuth, {u"002"_s}, *weak);
    QCOMPARE(second.origin, u"replayed earlier on this computer"_s);
    QCOMPARE(fingerprint(second.schema), fingerprint(first.schema));
    QCOMPARE(second.schema.notCompared, first.schema.notCompared);

    const SchemaCache cache(options.cacheFolder);
    const QString hash = upHash(project.graph(kAuth).revisions());
    QFile file(cache.filePath(hash, m_admin->server().major()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    for (const qsizetype at : {qsizetype(0), qsizetype(30), whole.size() - 1}) {
        QByteArray damaged = whole;
        damaged[at] = char(damaged.at(at) ^ 1);
        for (const QByteArray& bytes : {damaged, whole.left(at), QByteArray()}) {
            QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size() &&
                    file.flush());
            QVERIFY(!cache.load(hash, m_admin->server().major()));
        }
    }
    QVERIFY(!cache.load(hash, 13));
    QVERIFY(
        expect(source, project, kAuth, {u"002"_s}, *m_admin).origin.startsWith(u"replayed in"_s));
}

/// The repository's migrations/expected/ is what a replay gives today. With
/// SOCRATES_WRITE_EXPECTED set the files are made anew instead (as "socrates-migrate expected").
void TestExpectedSchema::carriedFilesAreTrue()
{
    const Project carried = planProject();
    if (qEnvironmentVariableIsSet("SOCRATES_WRITE_EXPECTED"))
        QVERIFY(ExpectedSchemaSource::record(carried, *m_admin));

    const QString copy = m_folder.filePath(u"copy"_s);
    for (const QString& path : {u"socrates.json"_s, u"CHECKLIST.md"_s}) {
        QVERIFY(QDir().mkpath(copy));
        QVERIFY(QFile::copy(carried.folder() + u'/' + path, copy + u'/' + path));
    }
    for (const ProjectDatabase& database : carried.databases()) {
        QVERIFY(QDir().mkpath(copy + u'/' + database.folder));
        for (const RevisionPtr& revision : database.graph.revisions())
            QVERIFY(QFile::copy(revision->filePath, copy + u'/' + database.folder + u'/' +
                                                        QFileInfo(revision->filePath).fileName()));
    }
    const Project project = loadProject(copy);
    const auto written = ExpectedSchemaSource::record(project, *m_admin);
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    QCOMPARE(written->size(), 2);
    const int major = m_admin->server().major();
    for (const ProjectDatabase& database : project.databases()) {
        const auto fresh =
            ExpectedFile::load(project.expectedFolder() + u'/' + database.name.text() + u".json"_s);
        const auto kept =
            ExpectedFile::load(carried.expectedFolder() + u'/' + database.name.text() + u".json"_s);
        QVERIFY(fresh && kept);
        if (!kept->majors().contains(major))
            continue; // carried for other versions only
        for (const RevisionPtr& revision : database.graph.revisions()) {
            const QString hash = upHash(revisionsAt(database.graph, {revision->id}));
            const auto left = fresh->find(major, hash);
            const auto right = kept->find(major, hash);
            QVERIFY(left && right && *left);
            QVERIFY2(right->has_value(),
                     qPrintable(u"make migrations/expected anew: "_s + revision->id.text()));
            QCOMPARE(**right, **left);
            QVERIFY(!(*left)->isEmpty());
        }
    }
    QCOMPARE(replayDatabases(), 0);
}

void TestExpectedSchema::carriedKeepsOtherVersionsAndBranches()
{
    const QString folder = m_folder.filePath(u"branches"_s);
    const Project project =
        writeProject(folder, {{u"1"_s, {}, u"CREATE TABLE a (c int, d int);"_s},
                              {u"2"_s, u"1"_s, u"ALTER TABLE a DROP c;"_s},
                              {u"3"_s, u"1"_s, u"CREATE TABLE b (c int);"_s},
                              {u"4"_s, u"2, 3"_s, u"CREATE TABLE z (c int);"_s}});
    const QString path = folder + u"/expected/app.json"_s;
    ExpectedFile other;
    Schema schema;
    schema.add({SchemaObject::Kind::Table, u"public"_s, {}, u"old"_s, u"table"_s, {}, 0});
    other.setEntries(99, {{ids({u"1"_s}), u"hash"_s, schema}});
    QVERIFY(other.save(path, kApp));
    QVERIFY(ExpectedSchemaSource::record(project, *m_admin));
    const auto file = ExpectedFile::load(path);
    QVERIFY(file);
    QCOMPARE(**file->find(99, u"hash"_s), schema);

    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const auto weak = connectAs(u"weak"_s);
    const QHash<QString, QStringList> expected{
        {u"1"_s, {u"table a"_s, u"column c"_s, u"column d"_s}},
        {u"2"_s, {u"table a"_s, u"column d"_s}},
        {u"3"_s, {u"table a"_s, u"table b"_s, u"column c"_s, u"column d"_s, u"column c"_s}},
        {u"2,3"_s, {u"table a"_s, u"table b"_s, u"column d"_s, u"column c"_s}},
        {u"4"_s,
         {u"table a"_s, u"table b"_s, u"table z"_s, u"column d"_s, u"column c"_s, u"column c"_s}}};
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        const auto answer =
            expect(ExpectedSchemaSource(options), project, kApp, it.key().split(u','), *weak);
        QCOMPARE(answer.origin, u"recorded in the project"_s);
        QCOMPARE(names(answer.schema), it.value());
    }
}

void TestExpectedSchema::failingSqlNamesFileAndLine()
{
    const Project project =
        writeProject(m_folder.filePath(u"wrong"_s),
                     {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s},
                      {u"2"_s, u"1"_s, u"SELECT 1;\n  ALTER TABLE t\n    ADD d nonsense;"_s}});
    const auto answer =
        ExpectedSchemaSource(replayOnly()).expectedAt(project, kApp, ids({u"2"_s}), *m_admin);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"sql.failed"_s);
    QCOMPARE(answer.error().sqlState, u"42704"_s);
    QCOMPARE(answer.error().revision, u"2"_s);
    QVERIFY(answer.error().where.file.endsWith(u"/2.sql"_s));
    QCOMPARE(answer.error().where.line, 9);
    QCOMPARE(answer.error().where.column, 11);
    QCOMPARE(replayDatabases(), 0);
}

void TestExpectedSchema::nonTransactionalSectionsRunAlone()
{
    const Project project = writeProject(
        m_folder.filePath(u"concurrent"_s),
        {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s},
         {u"2"_s, u"1"_s,
          u"CREATE INDEX CONCURRENTLY i ON t (c);\nCREATE INDEX CONCURRENTLY j ON t (c);"_s, false},
         {u"3"_s, u"2"_s, u"CREATE TYPE e AS ENUM ('a');"_s},
         {u"4"_s, u"3"_s, u"ALTER TYPE e ADD VALUE 'b';"_s},
         {u"5"_s, u"4"_s, u"ALTER TABLE t ADD d e DEFAULT 'b';"_s}});
    const auto answer =
        expect(ExpectedSchemaSource(replayOnly()), project, kApp, {u"5"_s}, *m_admin);
    QCOMPARE(names(answer.schema), (QStringList{u"table t"_s, u"column c"_s, u"column d"_s,
                                                u"index i"_s, u"index j"_s, u"enum e"_s}));
    QVERIFY(!ExpectedSchemaSource(replayOnly())
                 .expectedAt(project, kApp, ids({u"5"_s}), *connectAs(u"maker"_s)));
}

void TestExpectedSchema::replayLeavesTheTargetAsItWas()
{
    TestServer& server = TestServer::shared();
    const Project project = planProject();
    const auto maker = connectAs(u"maker"_s);
    expect(ExpectedSchemaSource(replayOnly()), project, kAuth, {u"002"_s}, *maker);
    QVERIFY(!maker->isInTransaction());
    QCOMPARE(maker->query(u"SHOW search_path"_s)->at(0, 0), u"\"$user\", public"_s);
    QCOMPARE(server.value(m_database,
                          u"SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'socrates%'"_s),
             u"0"_s);
    QVERIFY(readCatalog(*m_admin)->isEmpty());
}

void TestExpectedSchema::leftBehindDatabasesAreDropped()
{
    TestServer& server = TestServer::shared();
    const QString fresh = u"socrates_replay_%1_1_1"_s.arg(QDateTime::currentSecsSinceEpoch());
    const QStringList kept{fresh, u"socrates_replay_1500000000_1_x"_s,
                           u"my_socrates_replay_1500000000_1_1"_s};
    for (const QString& name : kept + QStringList{u"socrates_replay_1500000000_1_1"_s})
        server.run(u"postgres"_s, {u"CREATE DATABASE "_s + name});
    QVERIFY(TemporaryDatabase::create(*m_admin));
    const auto rows = m_admin->query(
        u"SELECT datname FROM pg_database WHERE datname LIKE '%socrates_replay%' ORDER BY 1"_s);
    QCOMPARE(rows->size(), kept.size());
    for (const QString& name : kept)
        server.run(u"postgres"_s, {u"DROP DATABASE "_s + name});
}

void TestExpectedSchema::screensTheThrowAwaySchema_data()
{
    QTest::addColumn<QString>("up");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char* name, const QString& up, bool isAllowed) {
        QTest::newRow(name) << up << isAllowed;
    };
    row("table", u"CREATE TABLE t (c int DEFAULT 3);"_s, true);
    row("index", u"CREATE UNIQUE INDEX i ON t (c);"_s, true);
    row("rows", u"INSERT INTO t VALUES (1); UPDATE t AS x SET c = x.c + 1;"_s, true);
    row("function", u"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"_s, true);
    row("qualified", u"CREATE TABLE public.t (c int);"_s, false);
    row("quoted and qualified", u"CREATE TABLE \"public\" . t (c int);"_s, false);
    row("in a string", u"CREATE TABLE t (c int DEFAULT nextval('public.s'));"_s, false);
    row("in a body",
        u"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT c FROM public.t$$;"_s, false);
    row("concurrently", u"CREATE INDEX CONCURRENTLY i ON t (c);"_s, false);
    row("extension", u"CREATE EXTENSION hstore;"_s, false);
    row("schema", u"CREATE SCHEMA s;"_s, false);
    row("role", u"CREATE ROLE r;"_s, false);
    row("block", u"DO $$BEGIN END$$;"_s, false);
    row("kills", u"INSERT INTO t SELECT pg_terminate_backend(1)::int;"_s, false);
    row("language", u"CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'x';"_s, false);
    row("setting", u"SET work_mem = '1MB';"_s, false);
    row("query", u"SELECT 1;"_s, false);
    row("too much", u"CREATE TABLE t (c int);"_s.repeated(600), false);
}

void TestExpectedSchema::screensTheThrowAwaySchema()
{
    QFETCH(QString, up);
    QFETCH(bool, isAllowed);
    Revision revision;
    revision.up.statements = splitStatements(up);
    const QString reason = whyNotInThrowAwaySchema({std::make_shared<const Revision>(revision)},
                                                   {u"public"_s, u"pg_catalog"_s});
    QVERIFY2(reason.isEmpty() == isAllowed, qPrintable(reason));
}

SOCRATES_TEST_MAIN(TestExpectedSchema)
#include "tst_expectedschema.moc"
