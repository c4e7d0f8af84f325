// SPDX-License-Identifier: MIT
// A run that would write into the wrong database, or on a server that undoes nothing, stops before.
#include "core/engine/runner.h"
#include "tests/support/projectfixture.h"
#include "tests/support/relay.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::databaseAt;
using socrates::test::planProject;
using socrates::test::Relay;
using socrates::test::TestServer;

namespace {

const DatabaseName auth(u"socrates_auth"_s);
const DatabaseName specs(u"socrates_specs"_s);
const QString specsTables = u"CREATE TABLE projects (id int)"_s;

/// Everything to its head in one database, connected as `auth`.
RunReport upgradeAuth(const ConnectionParameters& parameters, const RunOptions& options = {})
{
    const Project project = planProject();
    const QMap<DatabaseName, SessionPtr> sessions{
        {auth, std::make_shared<Session>(auth, parameters)}};
    const auto plan =
        makePlan(project, readStatuses(project, sessions), Direction::Upgrade, {{auth, u"head"_s}});
    if (!plan)
        qFatal("no plan: %s", qPrintable(plan.error().text()));
    return runPlan(project, *plan, sessions, options, {});
}

RunReport upgradeAuth(const QString& database, const RunOptions& options = {})
{
    return upgradeAuth(TestServer::shared().parameters(database), options);
}

QString tables(const QString& database)
{
    return TestServer::shared().value(
        database,
        u"SELECT string_agg(n.nspname || '.' || c.relname, ' ' ORDER BY 1) FROM pg_class c "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' "
        "AND n.nspname IN ('public', 'socrates_admin')"_s);
}

ServerIdentity identityOf(const QString& database)
{
    const auto connection = TestServer::shared().connect(database);
    const auto status = readStatus(*connection, planProject(), auth);
    if (!status)
        qFatal("no status: %s", qPrintable(status.error().text()));
    return serverIdentity(*status);
}

} // namespace

class tst_WrongServer : public QObject
{
    Q_OBJECT

private slots:
    void theOtherDatabase_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QStringList>("then");
        QTest::addColumn<QString>("summary");
        QTest::newRow("nothing of ours")
            << QStringList() << QStringList{specsTables, u"CREATE TABLE sessions (id int)"_s}
            << u"This looks like socrates_specs, not socrates_auth: tables projects and sessions are there."_s;
        QTest::newRow("both mixed")
            << QStringList{u"001"_s} << QStringList{specsTables}
            << u"socrates_auth is mixed up with socrates_specs: table projects is there."_s;
    }
    void theOtherDatabase()
    {
        QFETCH(QStringList, rows);
        QFETCH(QStringList, then);
        QFETCH(QString, summary);
        const QString database = databaseAt(auth, rows, then);
        const QString before = tables(database);
        const RunReport report = upgradeAuth(database);
        QVERIFY(report.firstError);
        QCOMPARE(report.firstError->code, u"server.other_tables"_s);
        QCOMPARE(report.firstError->summary, summary);
        QCOMPARE(exitCodeOf(*report.firstError), ExitCode::Failed);
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(tables(database), before);

        RunOptions options;
        options.acceptsServer = true;
        const RunReport accepted = upgradeAuth(database, options);
        QVERIFY2(!accepted.firstError, qPrintable(accepted.firstError.value_or(Error()).text()));
        QCOMPARE(accepted.result, RunResult::Applied);
    }

    /// Tables of no project, of both projects, ignored ones, or in a schema that no plain name
    /// reaches.
    void whatIsNobodysIsLeftAlone()
    {
        const QString database =
            databaseAt(auth, {},
                       {u"CREATE TABLE invoices (id int)"_s, u"CREATE SCHEMA other"_s,
                        u"CREATE TABLE other.projects (id int)"_s,
                        u"CREATE VIEW sessions AS SELECT 1 AS one"_s});
        QCOMPARE(upgradeAuth(database).result, RunResult::Applied);
    }

    void theServerSeenBefore()
    {
        const QString database = databaseAt(auth, {u"001"_s});
        RunOptions options;
        options.knownServers.insert(auth, identityOf(database));
        options.knownServers[auth].databaseOid = u"1"_s; // dropped and made again: the same
        options.knownServers[auth].systemIdentifier += u'0';
        const QString before = tables(database);
        const RunReport stopped = upgradeAuth(database, options);
        QVERIFY(stopped.firstError);
        QCOMPARE(stopped.firstError->code, u"server.changed"_s);
        QVERIFY2(stopped.firstError->detail.contains(database),
                 qPrintable(stopped.firstError->text()));
        QCOMPARE(tables(database), before);

        options.knownServers[auth].systemIdentifier.chop(1);
        QCOMPARE(upgradeAuth(database, options).result, RunResult::Applied);
    }

    void anotherDatabaseOfTheSameServer()
    {
        const QString database = databaseAt(auth, {});
        RunOptions options;
        options.knownServers.insert(auth, identityOf(databaseAt(auth, {})));
        const RunReport stopped = upgradeAuth(database, options);
        QVERIFY(stopped.firstError);
        QCOMPARE(stopped.firstError->code, u"server.changed"_s);
    }

    void whereTheServerDoesNotSayWhoItIs()
    {
        const ServerIdentity seen{{}, u"10.0.0.7:5432"_s, u"auth"_s, u"16384"_s};
        QVERIFY(seen.isSameAs(seen));
        ServerIdentity now = seen;
        now.systemIdentifier = u"73"_s; // may be asked by now
        QVERIFY(seen.isSameAs(now));
        now.address = u"10.0.0.8:5432"_s;
        QVERIFY(!seen.isSameAs(now));
        now = seen;
        now.databaseOid = u"16385"_s;
        QVERIFY(!seen.isSameAs(now));
    }

    /// The role that migrates trusts a version table of its own, of the owner of the database and
    /// of a superuser, and no other.
    void aVersionTableOfSomebodyElse()
    {
        TestServer& server = TestServer::shared();
        const QString database = databaseAt(auth, {});
        server.run(
            database,
            {u"DROP TABLE alembic_version"_s, u"DROP ROLE IF EXISTS migrator"_s,
             u"DROP ROLE IF EXISTS planter"_s, u"CREATE ROLE migrator LOGIN PASSWORD 'm'"_s,
             u"CREATE ROLE planter"_s, u"GRANT CREATE ON SCHEMA public TO planter, migrator"_s,
             createVersionTableSql(u"public"_s), u"GRANT ALL ON alembic_version TO migrator"_s});
        ConnectionParameters parameters = server.parameters(database);
        parameters.setValue(u"user"_s, u"migrator"_s);
        parameters.setPassword(u"m"_s);
        const auto look = [&parameters] {
            const auto connection = Connection::open(parameters);
            return readStatus(**connection, planProject(), auth);
        };
        QVERIFY(look()); // a superuser's
        server.run(database, {u"ALTER TABLE alembic_version OWNER TO planter"_s});
        const auto planted = look();
        QVERIFY(!planted);
        QCOMPARE(planted.error().code, u"version.suspicious"_s);
        QVERIFY(planted.error().summary.contains(u"belongs to planter"_s));
        // A superuser is a member of everything in has_role()'s eyes, and trusts no more for it.
        const auto superuser = server.connect(database);
        const auto seen = readStatus(*superuser, planProject(), auth);
        QVERIFY(!seen);
        QCOMPARE(seen.error().code, u"version.suspicious"_s);
        QVERIFY(readStatus(*superuser, planProject(), auth, u"planter"_s)); // who was told so
        server.run(database, {u"CREATE ROLE keepers"_s, u"GRANT planter TO keepers"_s,
                              u"GRANT keepers TO migrator"_s});
        QVERIFY(look());
        server.run(database, {u"DROP OWNED BY migrator, planter"_s,
                              u"DROP ROLE migrator, planter, keepers"_s});
    }

    /// A log that somebody else made, or put something into, is neither read nor written: each of
    /// these would raise, were it touched.
    void aPlantedLog_data()
    {
        QTest::addColumn<QStringList>("plant");
        QTest::addColumn<QString>("suspicion");
        const QString raises =
            u"CREATE FUNCTION raises() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE 'touched'; END $$"_s;
        const QString log = u"socrates_admin.migration_log"_s;
        const QStringList ours{u"CREATE SCHEMA socrates_admin"_s, createLogItems().at(1).sql};
        QTest::newRow("schema of somebody else")
            << QStringList{u"CREATE SCHEMA socrates_admin AUTHORIZATION planter"_s}
            << u"the schema socrates_admin belongs to planter"_s;
        QTest::newRow("table of somebody else")
            << ours + QStringList{u"ALTER TABLE %1 OWNER TO planter"_s.arg(log)}
            << u"migration_log belongs to planter"_s;
        QTest::newRow("view")
            << QStringList{ours.first(), raises,
                           u"CREATE VIEW %1 AS SELECT raises() AS id, '001' AS revision"_s.arg(log)}
            << u"migration_log is not an ordinary table"_s;
        QTest::newRow("trigger")
            << ours + QStringList{u"CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                  "BEGIN RAISE 'touched'; END $$"_s,
                                  u"CREATE TRIGGER trap BEFORE INSERT ON %1 FOR EACH ROW EXECUTE "
                                  "FUNCTION trap()"_s.arg(log)}
            << u"migration_log has a trigger"_s;
        QTest::newRow("rule")
            << ours +
                   QStringList{
                       raises,
                       u"CREATE RULE trap AS ON INSERT TO %1 DO ALSO SELECT raises()"_s.arg(log)}
            << u"migration_log has a rule"_s;
        QTest::newRow("row-level security")
            << ours + QStringList{raises,
                                  u"CREATE POLICY trap ON %1 USING (raises() = 1)"_s.arg(log),
                                  u"ALTER TABLE %1 FORCE ROW LEVEL SECURITY"_s.arg(log),
                                  u"ALTER TABLE %1 ENABLE ROW LEVEL SECURITY"_s.arg(log)}
            << u"migration_log has row-level security"_s;
    }
    void aPlantedLog()
    {
        QFETCH(QStringList, plant);
        QFETCH(QString, suspicion);
        TestServer& server = TestServer::shared();
        const QString database =
            databaseAt(auth, {u"001"_s}, {u"DROP SCHEMA IF EXISTS socrates_admin CASCADE"_s});
        server.run(database, {u"DROP ROLE IF EXISTS planter"_s, u"CREATE ROLE planter"_s});
        server.run(database, plant);
        const QString before = tables(database);
        const auto connection = server.connect(database);
        const auto status = readStatus(*connection, planProject(), auth, {}, StatusDetail::WithLog);
        QVERIFY2(status, qPrintable(status ? QString() : status.error().text()));
        QCOMPARE(status->log.suspicion, suspicion);
        QVERIFY(!status->log.isUsable());
        QVERIFY(status->warnings.join(u' ').contains(suspicion));
        const auto log = readLog(*connection, {});
        QVERIFY(log && log->isEmpty());
        // The run does without.
        const RunReport report = upgradeAuth(database);
        QVERIFY2(!report.firstError, qPrintable(report.firstError.value_or(Error()).text()));
        QCOMPARE(report.result, RunResult::Applied);
        QCOMPARE(tables(database).contains(u"migration_log"_s),
                 before.contains(u"migration_log"_s));
        if (before.contains(u"migration_log"_s))
            QCOMPARE(server.value(database, u"SELECT count(*) FROM socrates_admin.migration_log"_s),
                     u"0"_s);
        server.run(database, {u"DROP OWNED BY planter CASCADE"_s, u"DROP ROLE planter"_s});
    }

    /// Somebody rewrites the version table: the look ends, and says who.
    void aLookBehindALockEnds()
    {
        const QString database = databaseAt(auth, {u"001"_s});
        const auto holder = TestServer::shared().connect(database);
        QVERIFY(holder->query(u"BEGIN"_s));
        QVERIFY(holder->query(u"LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE"_s));
        const auto connection = TestServer::shared().connect(database);
        const auto status = readStatus(*connection, planProject(), auth);
        QVERIFY(!status);
        QCOMPARE(status.error().code, u"busy.lock"_s);
        QCOMPARE(exitCodeOf(status.error()), ExitCode::Busy);
        QVERIFY2(status.error().detail.contains(u"process %1"_s.arg(holder->server().backendPid)),
                 qPrintable(status.error().text()));
        const auto table = readVersionTable(*connection, {});
        QVERIFY(!table);
        QCOMPARE(table.error().sqlState, u"55P03"_s);
        QVERIFY(holder->query(u"ROLLBACK"_s));
        QVERIFY(readStatus(*connection, planProject(), auth));
        // Nor does a verification wait for a table that somebody works on.
        QVERIFY(holder->query(u"BEGIN"_s));
        QVERIFY(holder->query(u"LOCK TABLE users IN ACCESS EXCLUSIVE MODE"_s));
        const auto verified = verifyDatabase(*connection, planProject(), auth, {}, {});
        QVERIFY(verified.error);
        QCOMPARE(verified.error->code, u"busy.lock"_s);
        QVERIFY2(
            verified.error->summary.startsWith(u"users is locked"_s) &&
                verified.error->detail.contains(u"process %1"_s.arg(holder->server().backendPid)),
            qPrintable(verified.error->text()));
    }

    /// Between the plan and the run the name leads to another server.
    void theServerMovesUnderThePlan_data()
    {
        QTest::addColumn<TransactionMode>("mode");
        QTest::newRow("each") << TransactionMode::EachStep;
        QTest::newRow("all") << TransactionMode::AllInOne;
    }
    void theServerMovesUnderThePlan()
    {
        QFETCH(TransactionMode, mode);
        const Project project = planProject();
        const QString planned = databaseAt(auth, {});
        const QString other = databaseAt(auth, {});
        const QString untouched = tables(other);
        const QMap<DatabaseName, SessionPtr> before{
            {auth, std::make_shared<Session>(auth, TestServer::shared().parameters(planned))}};
        const QMap<DatabaseName, SessionPtr> after{
            {auth, std::make_shared<Session>(auth, TestServer::shared().parameters(other))}};
        const auto plan = makePlan(project, readStatuses(project, before), Direction::Upgrade,
                                   {{auth, u"head"_s}});
        QVERIFY(plan);
        RunOptions options;
        options.mode = mode;
        const RunReport report = runPlan(project, *plan, after, options, {});
        QVERIFY(report.firstError);
        QCOMPARE(report.firstError->code, u"server.changed"_s);
        QCOMPARE(tables(other), untouched);
    }

    /// A server on which ROLLBACK TO keeps what was made, made of a real one by a relay.
    void anEngineThatUndoesNothing_data()
    {
        QTest::addColumn<TransactionMode>("mode");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("each") << TransactionMode::EachStep << QStringList();
        QTest::newRow("all") << TransactionMode::AllInOne << QStringList();
        QTest::newRow("migrated by others") << TransactionMode::EachStep << QStringList{u"001"_s};
    }
    void anEngineThatUndoesNothing()
    {
        QFETCH(TransactionMode, mode);
        QFETCH(QStringList, rows);
        const QString database = databaseAt(auth, rows);
        const QString before = tables(database);
        const Relay relay(TestServer::shared().port(), {{"ROLLBACK TO SAVEPOINT socrates_probe",
                                                         "RELEASE SAVEPOINT socrates_probe"}});
        ConnectionParameters parameters = TestServer::shared().parameters(database);
        parameters.setValue(u"port"_s, QString::number(relay.port()));
        RunOptions options;
        options.mode = mode;
        const RunReport report = upgradeAuth(parameters, options);
        QVERIFY(report.firstError);
        QCOMPARE(report.firstError->code, u"server.no_rollback"_s);
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(tables(database), before);
        QCOMPARE(upgradeAuth(database).result, RunResult::Applied); // without the relay
    }

    void anEngineThatSaysWhatItIs()
    {
        TestServer& server = TestServer::shared();
        const QByteArray version =
            server.value(u"postgres"_s, u"SHOW server_version"_s).left(9).toUtf8();
        const Relay yugabyte(server.port(), {{QByteArray("server_version\0", 15) + version,
                                              QByteArray("server_version\0", 15) + "15.2-YB-2"}});
        ConnectionParameters parameters = server.parameters();
        parameters.setValue(u"port"_s, QString::number(yugabyte.port()));
        const auto connection = Connection::open(parameters);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"conn.unsupported"_s);
        QVERIFY2(connection.error().summary.contains(u"YugabyteDB"_s),
                 qPrintable(connection.error().text()));
    }
};

SOCRATES_TEST_MAIN(tst_WrongServer)
#include "tst_wrongserver.moc"
