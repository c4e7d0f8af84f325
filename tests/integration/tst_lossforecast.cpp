// SPDX-License-Identifier: MIT
#include "core/engine/lossforecast.h"
#include "tests/support/projectfixture.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kApp(u"app"_s);

QStringList told(const LossForecast& forecast)
{
    QStringList result;
    for (const Loss& loss : forecast.losses)
        result << lossText(loss) + (loss.reason.isEmpty() ? QString() : u" <- "_s + loss.reason);
    return result + forecast.dependents;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

} // namespace

class TestLossForecast : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void tablesAndColumns();
    void renamedIsNoLoss();
    void deletionsCascade();
    void dependentsAreNamed();
    void whatCannotBeCountedIsSaid();
    void lockedAndHiddenAreEstimated();
    void csvKeepsEveryValue();
    void exportOverwritesNothing();

private:
    void add(const QString& id, const QString& down, const QString& up, const QString& downSql);
    void run(const QStringList& statements);
    LossForecast forecast(const QString& target);

    std::unique_ptr<ProjectFolder> m_folder;
    QString m_database;
    std::unique_ptr<Connection> m_connection;
};

void TestLossForecast::init()
{
    m_folder = std::make_unique<ProjectFolder>(QStringList{kApp.text()});
    m_database = TestServer::shared().createDatabase(u"app"_s);
    m_connection = TestServer::shared().connect(m_database);
}

void TestLossForecast::add(const QString& id, const QString& down, const QString& up,
                           const QString& downSql)
{
    m_folder->add(kApp.text(), {id, down, up, downSql, {}, {}});
}

void TestLossForecast::run(const QStringList& statements)
{
    const Project project = m_folder->load();
    QStringList heads;
    for (const RevisionId& head : project.graph(kApp).heads())
        heads << head.text();
    applyRevisions(TestServer::shared(), m_database, project, kApp, heads);
    TestServer::shared().run(m_database, statements);
}

LossForecast TestLossForecast::forecast(const QString& target)
{
    const Project project = m_folder->load();
    const auto status = readStatus(*m_connection, project, kApp);
    if (!status)
        qFatal("%s", qPrintable(status.error().text()));
    const auto plan = makePlan(project, {*status}, Direction::Downgrade, {{kApp, target}});
    if (!plan)
        qFatal("%s", qPrintable(plan.error().text()));
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const auto result =
        forecastLoss(*m_connection, project, *plan, kApp, ExpectedSchemaSource(options));
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *result;
}

void TestLossForecast::tablesAndColumns()
{
    add(u"1"_s, {}, u"CREATE TABLE users (id int, email text);"_s, u"DROP TABLE users;"_s);
    add(u"2"_s, u"1"_s, u"CREATE TABLE refresh_tokens (id int); ALTER TABLE users ADD note text;"_s,
        u"DROP TABLE refresh_tokens; ALTER TABLE users DROP note;"_s);
    run({u"INSERT INTO users SELECT i, 'e', CASE WHEN i < 4 THEN 'n' END FROM generate_series(1, 42) i"_s,
         u"INSERT INTO refresh_tokens SELECT generate_series(1, 97)"_s});
    QCOMPARE(forecastText(forecast(u"1"_s)),
             u"97 refresh tokens and 3 values of users.note will be deleted."_s);
    QCOMPARE(forecastText(forecast(u"base"_s)),
             u"97 refresh tokens and 42 users will be deleted."_s);
}

void TestLossForecast::renamedIsNoLoss()
{
    add(u"1"_s, {}, u"CREATE TABLE a (x int);"_s, u"DROP TABLE a;"_s);
    add(u"2"_s, u"1"_s, u"ALTER TABLE a RENAME TO b; ALTER TABLE b RENAME COLUMN x TO \"Y\";"_s,
        u"ALTER TABLE b RENAME \"Y\" TO x; ALTER TABLE b RENAME TO a;"_s);
    run({u"INSERT INTO b VALUES (1)"_s});
    QCOMPARE(forecastText(forecast(u"1"_s)), u"No rows will be deleted."_s);
}

void TestLossForecast::deletionsCascade()
{
    add(u"1"_s, {},
        u"CREATE TABLE kinds (id int PRIMARY KEY);"
        "CREATE TABLE things (id int PRIMARY KEY, kind int REFERENCES kinds ON DELETE CASCADE);"
        "CREATE TABLE others (kind int REFERENCES kinds);"_s,
        u"SELECT 1;"_s);
    add(u"2"_s, u"1"_s, u"INSERT INTO kinds VALUES (1);"_s, u"DELETE FROM kinds WHERE id = 1;"_s);
    run({u"INSERT INTO things SELECT i, 1 FROM generate_series(1, 5) i"_s});
    QCOMPARE(told(forecast(u"1"_s)),
             (QStringList{u"at most 1 row of kinds <- 2: DELETE FROM kinds WHERE id = 1"_s,
                          u"at most 5 things <- cascades from kinds"_s}));
}

void TestLossForecast::dependentsAreNamed()
{
    add(u"1"_s, {}, u"CREATE TABLE users (id int PRIMARY KEY);"_s, u"DROP TABLE users CASCADE;"_s);
    run({u"CREATE VIEW seen AS SELECT id FROM users"_s,
         u"CREATE TABLE theirs (u int CONSTRAINT to_users REFERENCES users)"_s});
    QCOMPARE(told(forecast(u"base"_s)),
             (QStringList{u"0 users"_s, u"foreign key to_users of theirs stands on users"_s,
                          u"view seen stands on users"_s}));
}

void TestLossForecast::whatCannotBeCountedIsSaid()
{
    add(u"1"_s, {},
        u"CREATE TABLE t (id int, name text);"
        "CREATE FUNCTION sweep() RETURNS void LANGUAGE sql AS 'DELETE FROM t';"_s,
        u"SELECT 1;"_s);
    add(u"2"_s, u"1"_s, u"SELECT 1;"_s,
        u"SELECT sweep(); DO $$ BEGIN DELETE FROM t; END $$; UPDATE t SET id = 2;"
        "ALTER TABLE t ALTER COLUMN name TYPE varchar(3); SELECT setval('s', 1), count(*) FROM t;"_s);
    run({});
    const LossForecast told = forecast(u"1"_s);
    QCOMPARE(told.uncounted.size(), 4);
    QVERIFY(told.uncounted.at(0).contains(u"runs a function"_s) &&
            told.uncounted.at(0).contains(u"sweep()"_s));
    QVERIFY(told.uncounted.at(1).contains(u"DO block"_s));
    QVERIFY(told.uncounted.at(2).contains(u"UPDATE t"_s));
    QVERIFY(told.uncounted.at(3).contains(u"converts the values"_s));
    QCOMPARE(forecastText(told), u"As far as can be counted, no rows will be deleted."_s);
}

void TestLossForecast::lockedAndHiddenAreEstimated()
{
    add(u"1"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s);
    run({u"INSERT INTO t SELECT generate_series(1, 1000)"_s, u"ANALYZE t"_s});
    const auto holder = TestServer::shared().connect(m_database);
    QVERIFY(holder->query(u"BEGIN"_s));
    QVERIFY(holder->query(u"LOCK TABLE t"_s));
    QCOMPARE(told(forecast(u"base"_s)), QStringList{u"about 1000 t"_s});
    QVERIFY(!m_connection->isInTransaction());
}

void TestLossForecast::csvKeepsEveryValue()
{
    add(u"1"_s, {}, u"CREATE TABLE \"Όνομα, x\" (id int, \"a \"\"b\"\"\" text);"_s,
        u"DROP TABLE \"Όνομα, x\";"_s);
    run({u"INSERT INTO \"Όνομα, x\" VALUES (1, NULL), (2, ''), (3, E'two\\nlines, \"quoted\"'), (4, 'ελληνικά')"_s,
         u"INSERT INTO \"Όνομα, x\" SELECT i, repeat('x', 1000) FROM generate_series(5, 20004) i"_s});
    QTemporaryDir folder;
    const auto exported = exportLosses(*m_connection, forecast(u"base"_s), folder.path());
    QVERIFY2(exported.has_value(), qPrintable(exported ? QString() : exported.error().text()));
    QCOMPARE(exported->size(), 1);
    QCOMPARE(exported->first().rows, 20004);
    const QByteArray csv = contents(exported->first().file);
    QVERIFY(csv.startsWith(
        "id,\"a \"\"b\"\"\"\n1,\n2,\"\"\n3,\"two\nlines, \"\"quoted\"\"\"\n4,ελληνικά\n"));
    // What psql would read back, PostgreSQL reads back.
    QCOMPARE(csv.count('\n'), 20006);
    QVERIFY(!m_connection->isInTransaction());
    QVERIFY(m_connection->query(u"SELECT 1"_s));
}

void TestLossForecast::exportOverwritesNothing()
{
    add(u"1"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s);
    run({u"INSERT INTO t VALUES (1)"_s});
    QTemporaryDir folder;
    const LossForecast what = forecast(u"base"_s);
    QVERIFY(exportLosses(*m_connection, what, folder.path()));
    TestServer::shared().run(m_database, {u"DELETE FROM t"_s});
    const auto again = exportLosses(*m_connection, what, folder.path());
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"export.failed"_s);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);

    CancelToken token;
    token.cancel();
    QTemporaryDir other;
    const auto stopped = exportLosses(*m_connection, what, other.path(), {}, token);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, u"stopped.cancelled"_s);
    QVERIFY(QDir(other.path()).isEmpty());
    QVERIFY(m_connection->query(u"SELECT 1"_s));
}

SOCRATES_TEST_MAIN(TestLossForecast)
#include "tst_lossforecast.moc"
