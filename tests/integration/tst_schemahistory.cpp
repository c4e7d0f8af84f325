// SPDX-License-Identifier: MIT
#include "core/schema/attribution.h"
#include "core/schema/expectedschema.h"
#include "tests/support/projectfixture.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kApp(u"app"_s);

SchemaHistory historyOf(const ExpectedSchemaSource& source, const Project& project,
                        Connection& target)
{
    auto history = source.history(project, kApp, target);
    if (!history)
        qFatal("%s", qPrintable(history.error().text()));
    return *history;
}

/// Five revisions that make, change, drop and make again.
Project livelyProject(const QString& folder)
{
    return writeProject(
        folder,
        {{u"1"_s, {}, u"CREATE TABLE users (id serial PRIMARY KEY, email text);"_s},
         {u"2"_s, u"1"_s, u"CREATE INDEX i ON users (email); CREATE TYPE mood AS ENUM ('a');"_s},
         {u"3"_s, u"2"_s, u"ALTER TABLE users ALTER email SET NOT NULL; DROP INDEX i;"_s},
         {u"4"_s, u"3"_s, u"CREATE SCHEMA \"My S\"; CREATE TABLE \"My S\".\"T\" (c int);"_s},
         {u"5"_s, u"4"_s,
          u"CREATE INDEX i ON users (email, id); ALTER TABLE users DROP email;"_s}});
}

} // namespace

class TestSchemaHistory : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyStepIsWhatExpectedAtSays();
    void readingsLeaveNothingBehind();
    void aFailureAmongReadingsNamesItsPlace();
    void secondTimeNeedsNoReplay();
    void nobodyWaitsForOneThatIsNotWanted();
    void branchesStandAlone();
    void weakRoleGetsItRevisionByRevision();
    void carriedIsUsed();
    void attributesEveryLife();
    void twoHundredRevisions();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_admin;
    ExpectedSchemaSource::Options m_options;
};

void TestSchemaHistory::initTestCase()
{
    TestServer& server = TestServer::shared();
    m_admin = server.connect(server.createDatabase(u"target"_s));
    m_options.useCarried = false;
    m_options.useCache = false;
}

void TestSchemaHistory::everyStepIsWhatExpectedAtSays()
{
    const Project project = livelyProject(m_folder.filePath(u"steps"_s));
    const ExpectedSchemaSource source(m_options);
    const SchemaHistory history = historyOf(source, project, *m_admin);
    QCOMPARE(history.steps.size(), 5);
    QVERIFY(history.alone.isEmpty());
    for (const SchemaAtRevision& step : history.steps) {
        const auto answer = source.expectedAt(project, kApp, step.rows, *m_admin);
        QVERIFY(answer.has_value());
        QCOMPARE(fingerprint(step.schema), fingerprint(answer->schema));
        QCOMPARE(history.at(step.rows), &step.schema);
    }
    QVERIFY(history.at({})->isEmpty());
    QVERIFY(history.at({RevisionId(u"9"_s)}) == nullptr);
}

/// The settings that a reading needs would give the next revision another date, and another
/// hour; and one that runs outside transactions stands among those that do not.
void TestSchemaHistory::readingsLeaveNothingBehind()
{
    const Project project = writeProject(
        m_folder.filePath(u"settings"_s),
        {{u"1"_s, {}, u"CREATE TABLE t (c int); SET TimeZone TO 'Asia/Tokyo'"_s},
         {u"2"_s, u"1"_s, u"CREATE INDEX CONCURRENTLY i ON t (c);"_s, false},
         {u"3"_s, u"2"_s,
          u"CREATE TABLE dates (d date DEFAULT '01/02/2020', t timestamptz DEFAULT '2020-01-01 "
          "00:00')"_s},
         {u"4"_s, u"3"_s, u"CREATE INDEX CONCURRENTLY j ON dates (d);"_s, false}});
    const ExpectedSchemaSource source(m_options);
    const SchemaHistory history = historyOf(source, project, *m_admin);
    QCOMPARE(history.steps.size(), 4);
    for (const SchemaAtRevision& step : history.steps) {
        const auto answer = source.expectedAt(project, kApp, step.rows, *m_admin);
        QVERIFY(answer.has_value());
        QCOMPARE(step.schema, answer->schema);
    }
    const auto column = [&](const QString& name) {
        return history.steps.last()
            .schema.find({SchemaObject::Kind::Column, u"public"_s, u"dates"_s, name})
            ->definition;
    };
    QCOMPARE(column(u"d"_s), u"date default '2020-01-02'::date"_s);
    QVERIFY2(column(u"t"_s).contains("'2019-12-31 15:00:00+00'"_L1), qPrintable(column(u"t"_s)));
}

void TestSchemaHistory::aFailureAmongReadingsNamesItsPlace()
{
    const Project project = writeProject(m_folder.filePath(u"failing"_s),
                                         {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s},
                                          {u"2"_s, u"1"_s, u"SELECT 1;\nDROP TABLE missing;"_s},
                                          {u"3"_s, u"2"_s, u"CREATE TABLE u (c int);"_s}});
    const auto history = ExpectedSchemaSource(m_options).history(project, kApp, *m_admin);
    QVERIFY(!history);
    QCOMPARE(history.error().code, u"sql.failed"_s);
    QCOMPARE(history.error().revision, u"2"_s);
    QVERIFY(history.error().where.file.endsWith(".sql"_L1));
    QCOMPARE(history.error().statement, u"DROP TABLE missing"_s);
}

void TestSchemaHistory::secondTimeNeedsNoReplay()
{
    const Project project = livelyProject(m_folder.filePath(u"cached"_s));
    ExpectedSchemaSource::Options options = m_options;
    options.useCache = true;
    options.cacheFolder = m_folder.filePath(u"cache"_s);
    const ExpectedSchemaSource source(options);
    const SchemaHistory first = historyOf(source, project, *m_admin);
    QCOMPARE(first.origin, u"replayed in a temporary database on the server"_s);
    const SchemaHistory second = historyOf(source, project, *m_admin);
    QCOMPARE(second.origin, u"replayed earlier on this computer"_s);
    for (qsizetype i = 0; i < first.steps.size(); ++i) {
        QCOMPARE(second.steps.at(i).rows, first.steps.at(i).rows);
        QCOMPARE(fingerprint(second.steps.at(i).schema), fingerprint(first.steps.at(i).schema));
    }
    // A revision that reads otherwise is replayed again.
    const Project other =
        writeProject(m_folder.filePath(u"cached2"_s), {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s}});
    QCOMPARE(historyOf(source, other, *m_admin).origin,
             u"replayed in a temporary database on the server"_s);
}

void TestSchemaHistory::nobodyWaitsForOneThatIsNotWanted()
{
    const Project project = livelyProject(m_folder.filePath(u"stopped"_s));
    const QString others = u"SELECT count(*) FROM pg_database"_s;
    const QString before = m_admin->query(others)->at(0, 0);
    CancelToken token;
    const ExpectedSchemaSource source = ExpectedSchemaSource(m_options).stoppedBy(token);
    token.cancel();
    const auto history = source.history(project, kApp, *m_admin);
    QVERIFY(!history);
    QCOMPARE(history.error().code, u"stopped.cancelled"_s);
    QCOMPARE(m_admin->query(others)->at(0, 0), before); // what it replayed in is gone
}

void TestSchemaHistory::branchesStandAlone()
{
    const Project project = writeProject(m_folder.filePath(u"branches"_s),
                                         {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s},
                                          {u"2a"_s, u"1"_s, u"CREATE TABLE a (c int);"_s},
                                          {u"2b"_s, u"1"_s, u"CREATE TABLE b (c int);"_s}});
    const SchemaHistory history = historyOf(ExpectedSchemaSource(m_options), project, *m_admin);
    QCOMPARE(history.steps.size(), 3);
    QCOMPARE(history.alone.size(), 1);
    const auto tables = [&](const QStringList& rows) {
        QList<RevisionId> ids;
        for (const QString& row : rows)
            ids << RevisionId(row);
        QStringList result;
        for (const SchemaObject& table : history.at(ids)->tables())
            result << table.name;
        return result;
    };
    QCOMPARE(tables({u"2b"_s}), (QStringList{u"b"_s, u"t"_s}));
    QCOMPARE(tables({u"2a"_s}), (QStringList{u"a"_s, u"t"_s}));
    QCOMPARE(tables({u"2b"_s, u"2a"_s}), (QStringList{u"a"_s, u"b"_s, u"t"_s}));
}

void TestSchemaHistory::weakRoleGetsItRevisionByRevision()
{
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"weak"_s);
    server.run(database, {u"CREATE ROLE maker LOGIN PASSWORD 'x'"_s,
                          u"GRANT CREATE ON DATABASE %1 TO maker"_s.arg(database)});
    ConnectionParameters parameters = server.parameters(database);
    parameters.setValue(u"user"_s, u"maker"_s);
    parameters.setPassword(u"x"_s);
    const auto maker = Connection::open(parameters);
    QVERIFY(maker.has_value());
    const Project project = writeProject(m_folder.filePath(u"weak"_s),
                                         {{u"1"_s, {}, u"CREATE TABLE t (c int);"_s},
                                          {u"2"_s, u"1"_s, u"ALTER TABLE t ADD d int;"_s}});
    const SchemaHistory history = historyOf(ExpectedSchemaSource(m_options), project, **maker);
    QCOMPARE(history.origin, u"replayed in a throw-away schema of the database"_s);
    QCOMPARE(history.steps.at(0).schema.objects().size(), 2);
    QCOMPARE(history.steps.at(1).schema.objects().size(), 3);
}

void TestSchemaHistory::carriedIsUsed()
{
    const Project project = livelyProject(m_folder.filePath(u"carried"_s));
    QVERIFY(ExpectedSchemaSource::record(project, *m_admin).has_value());
    ExpectedSchemaSource::Options options = m_options;
    options.useCarried = true;
    const SchemaHistory carried = historyOf(ExpectedSchemaSource(options), project, *m_admin);
    QCOMPARE(carried.origin, u"recorded in the project"_s);
    const SchemaHistory replayed = historyOf(ExpectedSchemaSource(m_options), project, *m_admin);
    for (qsizetype i = 0; i < replayed.steps.size(); ++i)
        QCOMPARE(fingerprint(carried.steps.at(i).schema), fingerprint(replayed.steps.at(i).schema));
}

void TestSchemaHistory::attributesEveryLife()
{
    using Kind = SchemaObject::Kind;
    const Project project = livelyProject(m_folder.filePath(u"attributed"_s));
    const Attribution attribution(historyOf(ExpectedSchemaSource(m_options), project, *m_admin));
    const auto text = [&](Kind kind, const QString& table, const QString& name,
                          const QString& schema = u"public"_s) {
        return attribution.text(Schema::Key{kind, schema, table, name});
    };
    QCOMPARE(text(Kind::Table, {}, u"users"_s), u"introduced by 1"_s);
    QCOMPARE(text(Kind::Column, u"users"_s, u"id"_s), u"introduced by 1"_s);
    QCOMPARE(text(Kind::Column, u"users"_s, u"email"_s),
             u"introduced by 1, changed by 3, dropped by 5"_s);
    QCOMPARE(text(Kind::Index, u"users"_s, u"users_pkey"_s), u"introduced by 1"_s);
    // Dropped by 3 and made anew by 5, which also drops it with its column.
    QCOMPARE(text(Kind::Index, u"users"_s, u"i"_s), u"introduced by 2, dropped by 3"_s);
    QCOMPARE(text(Kind::Enum, {}, u"mood"_s), u"introduced by 2"_s);
    QCOMPARE(text(Kind::Table, {}, u"T"_s, u"My S"_s), u"introduced by 4"_s);
    QCOMPARE(text(Kind::Sequence, u"users"_s, u"users_id_seq"_s), u"introduced by 1"_s);
    QCOMPARE(text(Kind::Sequence, {}, u"users_id_seq"_s), u"introduced by 1"_s);
    QCOMPARE(text(Kind::Table, {}, u"notes"_s), u"by no revision"_s);
}

void TestSchemaHistory::twoHundredRevisions()
{
    QList<RevisionText> revisions;
    for (int i = 1; i <= 200; ++i) {
        revisions << RevisionText{
            QString::number(i), i > 1 ? QString::number(i - 1) : QString(),
            u"CREATE TABLE t%1 (id serial PRIMARY KEY, a text NOT NULL, b int DEFAULT 3, c date);\n"
            "CREATE INDEX ON t%1 (a); ALTER TABLE t%1 ADD CHECK (b > 0);"_s.arg(i)};
    }
    const Project project = writeProject(m_folder.filePath(u"many"_s), revisions);
    const ExpectedSchemaSource source(m_options);
    const SchemaHistory history = historyOf(source, project, *m_admin);
    QCOMPARE(history.steps.size(), 200);
    QCOMPARE(history.steps.at(99).schema.tables().size(), 100);
    QCOMPARE(Attribution(history).text(
                 Schema::Key{SchemaObject::Kind::Column, u"public"_s, u"t137"_s, u"b"_s}),
             u"introduced by 137"_s);
}

SOCRATES_TEST_MAIN(TestSchemaHistory)
#include "tst_schemahistory.moc"
