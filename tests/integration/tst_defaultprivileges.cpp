// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "core/schema/expectedschema.h"
#include "core/schema/mend.h"
#include "tests/support/projectfixture.h"
#include "tests/support/projectfolder.h"
#include "tests/support/schemafixtures.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kApp(u"app"_s);
const QString kNobody;

std::unique_ptr<Connection> loginTo(const QString& database, const QString& role)
{
    ConnectionParameters parameters = TestServer::shared().parameters(database);
    parameters.setValue(u"user"_s, role);
    auto connection = Connection::open(parameters);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().text()));
    return std::move(*connection);
}

void runOn(Connection& connection, const QStringList& statements)
{
    for (const QString& statement : statements) {
        if (const auto done = connection.query(statement); !done)
            qFatal("%s: %s", qPrintable(statement), qPrintable(done.error().text()));
    }
}

QString lines(const Comparison& comparison)
{
    QStringList result;
    for (const ComparisonLine& line : comparison.differences())
        result << outcomeText(line.outcome) + u' ' + objectText(line) + u": "_s + line.expected +
                      u" / "_s + line.found;
    return result.join(u'\n');
}

/// What the comparison says it cannot tell.
QStringList unknown(const Comparison& comparison)
{
    return comparison.notCompared.filter(u"default privileges on"_s);
}

/// Who the default privileges of a revision are of, and whom its tables are given to.
struct Case
{
    QString named;     ///< FOR ROLE; nobody: whoever runs it
    QString replayer;  ///< login
    QString login;     ///< of the run
    QString role;      ///< SET ROLE of the run, or nobody
    QStringList given; ///< tables that the revision gives to keeper
};

} // namespace

Q_DECLARE_METATYPE(Case)

/// Default privileges are of a role each, and the role that replays the revisions is hardly ever
/// the one that runs them.
class TestDefaultPrivileges : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void areFoundWhoeverReplays_data();
    void areFoundWhoeverReplays();

    void areToldApartWhereBothAreSaid_data();
    void areToldApartWhereBothAreSaid();
    void areNotComparedWhereADoHidesThem();

private:
    Comparison compare(const QString& revision, const QString& replayer, const QString& login,
                       const QStringList& then = {});

    QTemporaryDir m_folder;
};

void TestDefaultPrivileges::initTestCase()
{
    TestServer& server = TestServer::shared();
    // Before the others: where each owns one table, the older role is not the one that runs.
    server.run(u"postgres"_s, {u"CREATE ROLE keeper"_s});
    for (const QString& role : {u"owner"_s, u"deployer"_s})
        server.run(u"postgres"_s, {u"CREATE ROLE %1 LOGIN CREATEDB PASSWORD %2"_s.arg(
                                      role, Connection::literal(TestServer::password()))});
    server.run(u"postgres"_s, {u"CREATE ROLE reader"_s, u"GRANT owner TO deployer"_s,
                               u"GRANT keeper TO owner, deployer"_s});
}

void TestDefaultPrivileges::areFoundWhoeverReplays_data()
{
    QTest::addColumn<Case>("c");
    for (const QString& named : {kNobody, u"owner"_s, u"postgres"_s}) {
        for (const QString& replayer : {u"postgres"_s, u"owner"_s, u"deployer"_s}) {
            if (named == "postgres"_L1 && replayer != "postgres"_L1)
                continue; // may not
            for (const auto& [login, role] :
                 {std::pair(u"postgres"_s, kNobody), std::pair(u"owner"_s, kNobody),
                  std::pair(u"deployer"_s, kNobody), std::pair(u"deployer"_s, u"owner"_s),
                  std::pair(u"postgres"_s, u"owner"_s)}) {
                if (named == "postgres"_L1 && (login != "postgres"_L1 || !role.isEmpty()))
                    continue;
                for (const QStringList& given :
                     {QStringList(), QStringList{u"a"_s}, QStringList{u"a"_s, u"b"_s}}) {
                    if (!given.isEmpty() && replayer != "postgres"_L1)
                        continue; // keeper may make nothing in public

                    QTest::addRow("of %s, replayed by %s, run by %s as %s, %lld given away",
                                  qPrintable(named), qPrintable(replayer), qPrintable(login),
                                  qPrintable(role), static_cast<long long>(given.size()))
                        << Case{named, replayer, login, role, given};
                }
            }
        }
    }
}

void TestDefaultPrivileges::areFoundWhoeverReplays()
{
    QFETCH(Case, c);
    TestServer& server = TestServer::shared();
    QStringList revision{u"CREATE TABLE a (n int)"_s, u"CREATE TABLE b (n int)"_s,
                         u"ALTER DEFAULT PRIVILEGES %1GRANT SELECT ON TABLES TO reader"_s.arg(
                             c.named.isEmpty() ? QString() : u"FOR ROLE %1 "_s.arg(c.named))};
    for (const QString& table : c.given)
        revision << u"ALTER TABLE %1 OWNER TO keeper"_s.arg(table);
    const Project project =
        writeProject(m_folder.filePath(QString::fromLatin1(QTest::currentDataTag())),
                     {{u"1"_s, {}, revision.join(u";\n"_s) + u';'}});
    ExpectedSchemaSource::Options options;
    options.useCarried = options.useCache = false;
    const auto replayer = loginTo(u"postgres"_s, c.replayer);
    const auto expected =
        ExpectedSchemaSource(options).expectedAt(project, kApp, {RevisionId(u"1"_s)}, *replayer);
    QVERIFY2(expected, expected ? "" : qPrintable(expected.error().text()));

    const QString database = server.createDatabase(u"live"_s);
    server.run(database, {u"GRANT ALL ON SCHEMA public TO owner, deployer, keeper"_s});
    const auto runner = loginTo(database, c.login);
    if (!c.role.isEmpty())
        runOn(*runner, {u"SET ROLE "_s + c.role});
    runOn(*runner, QStringList{u"CREATE TABLE alembic_version (version_num text)"_s} + revision);
    const auto found = readCatalog(*runner);
    QVERIFY(found);
    ComparisonRules rules;
    rules.onlyWhereExpected = {SchemaObject::Kind::Grant};
    const Comparison comparison = compareSchemas(expected->schema, *found, rules);
    QVERIFY2(comparison.isEqual(), qPrintable(lines(comparison)));

    // And are missed where they are not there.
    const QString runs = c.role.isEmpty() ? c.login : c.role;
    server.run(database,
               {u"ALTER DEFAULT PRIVILEGES FOR ROLE %1 REVOKE SELECT ON TABLES FROM reader"_s.arg(
                   c.named.isEmpty() ? runs : c.named)});
    const auto without = readCatalog(*runner);
    QVERIFY(without);
    const Comparison missing = compareSchemas(expected->schema, *without, rules);
    QCOMPARE(missing.differences().size(), 1);
    for (const MendStatement& statement : mendStatements(expected->schema, *without, missing))
        runOn(*runner, {statement.sql});
    const auto mended = readCatalog(*runner);
    QVERIFY(mended);
    const Comparison after = compareSchemas(expected->schema, *mended, rules);
    QVERIFY2(after.isEqual(), qPrintable(lines(after)));
}

/// What the revision leads to, replayed by one role, with what another one makes of it.
Comparison TestDefaultPrivileges::compare(const QString& revision, const QString& replayer,
                                          const QString& login, const QStringList& then)
{
    static int number = 0;
    TestServer& server = TestServer::shared();
    const Project project =
        writeProject(m_folder.filePath(u"p%1"_s.arg(++number)), {{u"1"_s, {}, revision + u";"_s}});
    ExpectedSchemaSource::Options options;
    options.useCarried = options.useCache = false;
    const auto expected = ExpectedSchemaSource(options).expectedAt(
        project, kApp, {RevisionId(u"1"_s)}, *loginTo(u"postgres"_s, replayer));
    if (!expected)
        qFatal("%s", qPrintable(expected.error().text()));
    const QString database = server.createDatabase(u"live"_s);
    server.run(database, {u"GRANT ALL ON SCHEMA public TO owner, deployer"_s});
    const auto runner = loginTo(database, login);
    runOn(*runner, QStringList{u"CREATE TABLE alembic_version (version_num text)"_s} +
                       statementsOf(revision));
    server.run(database, then);
    const auto found = readCatalog(*runner);
    if (!found)
        qFatal("%s", qPrintable(found.error().text()));
    ComparisonRules rules;
    rules.onlyWhereExpected = {SchemaObject::Kind::Grant};
    return compareSchemas(expected->schema, *found, rules);
}

void TestDefaultPrivileges::areToldApartWhereBothAreSaid_data()
{
    QTest::addColumn<QString>("revision");
    QTest::newRow("others") << u"ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT SELECT ON TABLES TO "
                               "reader; ALTER DEFAULT PRIVILEGES GRANT INSERT, UPDATE ON TABLES TO "
                               "keeper WITH GRANT OPTION"_s;
    QTest::newRow("the same")
        << u"ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO reader; ALTER "
           "DEFAULT PRIVILEGES FOR ROLE owner GRANT SELECT ON TABLES TO reader"_s;
    QTest::newRow("schemas") << u"ALTER DEFAULT PRIVILEGES FOR USER owner IN SCHEMA public GRANT "
                                "USAGE ON SEQUENCES TO reader; ALTER DEFAULT PRIVILEGES GRANT "
                                "EXECUTE ON ROUTINES TO reader"_s;
    QTest::newRow("taken back")
        << u"ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT ALL ON TABLES TO "
           "reader; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "
           "keeper; ALTER DEFAULT PRIVILEGES FOR ROLE owner REVOKE DELETE, "
           "TRUNCATE ON TABLES FROM reader"_s;
    QTest::newRow("everybody's")
        << u"ALTER DEFAULT PRIVILEGES FOR ROLE owner REVOKE EXECUTE ON "
           "FUNCTIONS FROM PUBLIC; ALTER DEFAULT PRIVILEGES GRANT USAGE ON "
           "TYPES TO reader"_s;
    QTest::newRow("in one")
        << u"ALTER DEFAULT PRIVILEGES FOR ROLE owner, CURRENT_USER GRANT SELECT "
           "ON TABLES TO reader"_s;
}

void TestDefaultPrivileges::areToldApartWhereBothAreSaid()
{
    QFETCH(QString, revision);
    const QString tables = u"CREATE TABLE a (n int); CREATE TABLE b (n int); "_s + revision;
    for (const QString& replayer : {u"owner"_s, u"postgres"_s}) {
        for (const QString& login : {u"owner"_s, u"postgres"_s}) {
            const Comparison comparison = compare(tables, replayer, login);
            QVERIFY2(comparison.isEqual(),
                     qPrintable(replayer + u' ' + login + u'\n' + lines(comparison)));
            QCOMPARE(unknown(comparison), QStringList());
            const Comparison without =
                compare(tables, replayer, login, {u"DROP OWNED BY reader"_s});
            QVERIFY2(!without.isEqual(), qPrintable(replayer + u' ' + login));
        }
    }
}

void TestDefaultPrivileges::areNotComparedWhereADoHidesThem()
{
    const QString hidden = u"CREATE TABLE a (n int); DO $$BEGIN EXECUTE 'ALTER DEFAULT PRIVILEGES "
                           "FOR ROLE owner GRANT SELECT ON TABLES TO reader'; END$$"_s;
    const Comparison byAnother = compare(hidden, u"postgres"_s, u"deployer"_s);
    QVERIFY2(byAnother.isEqual(), qPrintable(lines(byAnother)));
    QCOMPARE(unknown(byAnother), QStringList());
    const Comparison byItself = compare(hidden, u"owner"_s, u"postgres"_s);
    QCOMPARE(unknown(byItself),
             QStringList{
                 u"default privileges on tables, which the revisions do not say whose they are"_s});
    const auto differences = byItself.differences();
    QVERIFY2(std::none_of(differences.begin(), differences.end(),
                          [](const ComparisonLine& line) {
                              return line.outcome != ComparisonLine::Outcome::Extra;
                          }),
             qPrintable(lines(byItself)));
}

SOCRATES_TEST_MAIN(TestDefaultPrivileges)
#include "tst_defaultprivileges.moc"
