// SPDX-License-Identifier: MIT
#include "core/engine/runner.h"
#include "tests/support/plantedoperators.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QProcess>
#include <QTemporaryFile>

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::ProjectFolder;
using socrates::test::TestServer;

namespace {

/// Real databases for a project, one per name, and sessions on them.
struct Bench
{
    Project project;
    QMap<DatabaseName, QString> names; ///< as the server knows them
    QMap<DatabaseName, SessionPtr> sessions;

    explicit Bench(Project p, const QString& role = {}) : project(std::move(p))
    {
        for (const ProjectDatabase& database : project.databases()) {
            const QString name = TestServer::shared().createDatabase(database.name.text());
            names.insert(database.name, name);
            sessions.insert(database.name,
                            std::make_shared<Session>(database.name,
                                                      TestServer::shared().parameters(name), role));
        }
    }
    QString server(const QString& name) const { return names.value(DatabaseName(name)); }
    Result<Plan> plan(Direction direction, const QStringList& targets) const
    {
        QList<TargetSpec> specs;
        for (const QString& target : targets)
            specs << TargetSpec::parse(target, project);
        return makePlan(project, readStatuses(project, sessions), direction, specs);
    }
    RunReport run(Direction direction, const QStringList& targets, RunObserver* observer = nullptr,
                  const CancelToken& token = {}, RunOptions options = {}) const
    {
        const auto planned = plan(direction, targets);
        if (!planned) {
            std::fprintf(stderr, "%s\n", qPrintable(planned.error().text()));
            std::abort();
        }
        return runPlan(project, *planned, sessions, options, token, observer);
    }
    RunReport upgrade(const QString& target = u"head"_s) const
    {
        return run(Direction::Upgrade, {target});
    }
    QString value(const QString& name, const QString& sql) const
    {
        return TestServer::shared().value(server(name), sql);
    }
    QString rows(const QString& name) const
    {
        return value(
            name,
            u"SELECT string_agg(version_num, ',' ORDER BY version_num) FROM alembic_version"_s);
    }
    QString tables(const QString& name) const
    {
        return value(
            name,
            u"SELECT string_agg(tablename, ',' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'"_s);
    }
};

QList<StepState> states(const RunReport& report)
{
    QList<StepState> result;
    for (const StepOutcome& outcome : report.steps)
        result << outcome.state;
    return result;
}

/// Runs a function once when the given statement of the given step is done.
class At final : public RunObserver
{
public:
    At(int step, int statement, std::function<void()> action)
        : m_step(step), m_statement(statement), m_action(std::move(action))
    {}
    void statementFinished(int step, int statement, const QString&, qint64) override
    {
        if (step == m_step && statement == m_statement && m_action)
            std::exchange(m_action, {})();
    }
    void stepRetried(int, const Error& reason, int) override { retries << reason.code; }
    void noticeArrived(int, const Notice& notice) override { notices << notice.message; }
    QStringList retries;
    QStringList notices;

private:
    int m_step;
    int m_statement;
    std::function<void()> m_action;
};

ProjectFolder twoSteps()
{
    ProjectFolder folder({u"one"_s});
    folder.add(u"one"_s,
               {u"001"_s, {}, u"CREATE TABLE a (id int PRIMARY KEY);"_s, u"DROP TABLE a;"_s});
    folder.add(u"one"_s,
               {u"002"_s, u"001"_s, u"CREATE TABLE b (id int);\nCREATE INDEX b_id ON b (id);"_s,
                u"DROP TABLE b;"_s});
    return folder;
}

} // namespace

class tst_Runner : public QObject
{
    Q_OBJECT

private slots:
    void thePlanOnBothDatabases()
    {
        const Bench bench(socrates::test::shippedProject());
        const RunReport report = bench.upgrade();
        QVERIFY2(!report.firstError,
                 report.firstError ? qPrintable(report.firstError->text()) : "");
        QCOMPARE(report.result, RunResult::Applied);
        QCOMPARE(bench.tables(u"socrates_auth"_s), u"alembic_version,refresh_tokens,users"_s);
        QCOMPARE(bench.tables(u"socrates_specs"_s), u"alembic_version,projects,sessions"_s);
        QCOMPARE(bench.rows(u"socrates_auth"_s), u"002"_s);
        QCOMPARE(bench.rows(u"socrates_specs"_s), u"004"_s);
        QCOMPARE(
            bench.value(
                u"socrates_auth"_s,
                u"SELECT string_agg(revision || event, ',' ORDER BY id) FROM socrates_admin.migration_log"_s),
            u"001upgrade,002upgrade"_s);
        QCOMPARE(bench.value(
                     u"socrates_auth"_s,
                     u"SELECT count(*) FROM socrates_admin.migration_log WHERE sql LIKE '%CREATE "
                     "TABLE%' AND down_sql LIKE '%DROP TABLE%' AND duration_ms >= 0 AND "
                     "exact_hash <> '' AND os_user <> ''"_s),
                 u"2"_s);

        QCOMPARE(bench.upgrade().result, RunResult::Nothing);

        const RunReport down = bench.run(Direction::Downgrade, {u"base"_s});
        QCOMPARE(down.result, RunResult::Applied);
        QCOMPARE(bench.tables(u"socrates_auth"_s), u"alembic_version"_s);
        QCOMPARE(bench.tables(u"socrates_specs"_s), u"alembic_version"_s);
        QVERIFY(bench.rows(u"socrates_auth"_s).isEmpty());
    }

    void aFailureNamesItsPlaceAndChangesNothing()
    {
        ProjectFolder folder = twoSteps();
        folder.add(u"one"_s,
                   {u"003"_s, u"002"_s,
                    u"CREATE TABLE c (id int);\n\nINSERT INTO c\n  SELECT nope FROM a;"_s});
        const Bench bench(folder.load());
        const RunReport report = bench.upgrade();
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(states(report),
                 (QList{StepState::Applied, StepState::Applied, StepState::Failed}));
        QVERIFY(report.firstError);
        QCOMPARE(report.firstError->revision, u"003"_s);
        QCOMPARE(report.firstError->sqlState, u"42703"_s);
        QCOMPARE(report.firstError->where.file, folder.revisionPath(u"one"_s, u"003"_s));
        QCOMPARE(report.firstError->where.line,
                 10); // header 4, blank, marker, then line 4 of the section
        QCOMPARE(report.firstError->where.column, 10);
        QCOMPARE(bench.rows(u"one"_s), u"002"_s);
        QCOMPARE(bench.tables(u"one"_s), u"a,alembic_version,b"_s);
        QCOMPARE(report.after.first().current, QList{RevisionId(u"002"_s)});
        QCOMPARE(bench.value(u"one"_s, u"SELECT event || direction || revision || sqlstate FROM "
                                       u"socrates_admin.migration_log "
                                       "ORDER BY id DESC LIMIT 1"_s),
                 u"failureupgrade00342703"_s);
    }

    void theVeryFirstStepFailing()
    {
        ProjectFolder folder({u"one"_s});
        folder.add(u"one"_s, {u"001"_s, {}, u"CREATE TABLE a (id nosuchtype);"_s});
        const Bench bench(folder.load());
        QCOMPARE(bench.upgrade().result, RunResult::RolledBack);
        QVERIFY(bench.tables(u"one"_s).isEmpty());
        QCOMPARE(bench.value(u"one"_s, u"SELECT count(*) FROM socrates_admin.migration_log"_s),
                 u"1"_s);
    }

    void aDeferredConstraintFailsAtCommit()
    {
        // The COMMIT travels with the next step: its failure must be told of the right step.
        ProjectFolder folder({u"one"_s});
        folder.add(u"one"_s, {u"001"_s,
                              {},
                              u"CREATE TABLE a (id int PRIMARY KEY, r int REFERENCES a DEFERRABLE "
                              u"INITIALLY DEFERRED);\n"
                              "INSERT INTO a VALUES (1, 7);"_s});
        folder.add(u"one"_s, {u"002"_s, u"001"_s, u"CREATE TABLE b (id int);"_s});
        const Bench bench(folder.load());
        const RunReport report = bench.upgrade();
        QCOMPARE(states(report), (QList{StepState::Failed, StepState::NotRun}));
        QCOMPARE(report.firstError->revision, u"001"_s);
        QCOMPARE(report.firstError->sqlState, u"23503"_s);
        QVERIFY(bench.tables(u"one"_s).isEmpty());
    }

    void requiresOrdersTheDatabases()
    {
        ProjectFolder folder({u"late"_s, u"early"_s});
        folder.add(u"late"_s, {u"L1"_s,
                               {},
                               u"CREATE TABLE l (id int);"_s,
                               u"DROP TABLE l;"_s,
                               u"requires: early@E2\n"_s});
        folder.add(u"early"_s, {u"E1"_s, {}, u"CREATE TABLE e (id int);"_s, u"DROP TABLE e;"_s});
        folder.add(u"early"_s, {u"E2"_s, u"E1"_s, u"SELECT pg_sleep(0.2);"_s});
        const Bench bench(folder.load());
        const auto plan = bench.plan(Direction::Upgrade, {u"head"_s});
        QVERIFY(plan);
        QCOMPARE(plan->steps.last().step.revision->id, RevisionId(u"L1"_s));
        QCOMPARE(plan->steps.last().waitsFor, QList<int>{1});
        QCOMPARE(bench.upgrade().result, RunResult::Applied);

        const auto below = bench.plan(Direction::Downgrade, {u"early@E1"_s});
        QVERIFY(!below);
        QCOMPARE(below.error().code, u"usage.requires"_s);
        const RunReport both = bench.run(Direction::Downgrade, {u"base"_s});
        QCOMPARE(both.result, RunResult::Applied);
    }

    void aFailedRequirementKeepsTheOtherBack()
    {
        ProjectFolder folder({u"late"_s, u"early"_s});
        folder.add(u"late"_s,
                   {u"L1"_s, {}, u"CREATE TABLE l (id int);"_s, {}, u"requires: early@E1\n"_s});
        folder.add(u"early"_s, {u"E1"_s, {}, u"SELECT 1/0;"_s});
        const Bench bench(folder.load());
        const RunReport report = bench.upgrade();
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(report.firstError->revision, u"E1"_s);
        QVERIFY(bench.tables(u"late"_s).isEmpty());
    }

    void anAbsentRequirementIsRefused()
    {
        ProjectFolder folder({u"late"_s, u"early"_s});
        folder.add(u"late"_s,
                   {u"L1"_s, {}, u"CREATE TABLE l (id int);"_s, {}, u"requires: early@E1\n"_s});
        folder.add(u"early"_s, {u"E1"_s, {}, u"SELECT 1;"_s});
        Bench bench(folder.load());
        bench.sessions.remove(DatabaseName(u"early"_s));
        const auto plan = bench.plan(Direction::Upgrade, {u"head"_s});
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, u"usage.requires"_s);
        QCOMPARE(plan.error().where.line, 5);
    }

    void versionRowsStopARun_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown") << u"dead"_s << u"version.unknown"_s;
        QTest::newRow("the other database's") << u"004"_s << u"version.foreign"_s;
    }
    void versionRowsStopARun()
    {
        QFETCH(QString, row);
        QFETCH(QString, code);
        const Bench bench(socrates::test::shippedProject());
        TestServer::shared().run(bench.server(u"socrates_auth"_s),
                                 {createVersionTableSql(u"public"_s),
                                  u"INSERT INTO alembic_version VALUES ('%1')"_s.arg(row)});
        const auto plan = bench.plan(Direction::Upgrade, {u"head"_s});
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, code);
        QVERIFY(
            plan.error().summary.contains(u"Can't locate revision identified by '%1'"_s.arg(row)));
        QCOMPARE(bench.rows(u"socrates_auth"_s), row);
    }

    void aPlantedVersionTableIsNotTouched_data()
    {
        QTest::addColumn<QStringList>("sql");
        const QString table = createVersionTableSql(u"public"_s);
        QTest::newRow("view") << QStringList{
            u"CREATE VIEW alembic_version AS SELECT '001'::varchar(32) AS version_num"_s};
        QTest::newRow("trigger") << QStringList{
            table,
            u"CREATE FUNCTION evil() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"_s,
            u"CREATE TRIGGER t BEFORE INSERT ON alembic_version FOR EACH ROW EXECUTE FUNCTION evil()"_s};
        QTest::newRow("rule") << QStringList{
            table, u"CREATE RULE r AS ON INSERT TO alembic_version DO NOTHING"_s};
        QTest::newRow("row-level security")
            << QStringList{table, u"ALTER TABLE alembic_version ENABLE ROW LEVEL SECURITY"_s};
    }
    void aPlantedVersionTableIsNotTouched()
    {
        QFETCH(QStringList, sql);
        const Bench bench(twoSteps().load());
        TestServer::shared().run(bench.server(u"one"_s), sql);
        const auto plan = bench.plan(Direction::Upgrade, {u"head"_s});
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, u"version.suspicious"_s);
    }

    void aSecondOperatorIsTold()
    {
        const Bench bench(twoSteps().load());
        const auto plan = bench.plan(Direction::Upgrade, {u"head"_s});
        const auto holder = TestServer::shared().connect(bench.server(u"one"_s));
        QVERIFY(holder->query(u"BEGIN"_s));
        QVERIFY(holder->query(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(0x536F637241646D)));
        At observer(-1, -1, {});
        const RunReport report = runPlan(bench.project, *plan, bench.sessions, {}, {}, &observer);
        QCOMPARE(report.firstError->code, u"busy.migrating"_s);
        QVERIFY(report.firstError->detail.contains(QString::number(holder->server().backendPid)));
        QCOMPARE(observer.retries, QStringList(2, u"busy.migrating"_s));
        QVERIFY(bench.tables(u"one"_s).isEmpty());
    }

    void losingARaceIsNoFailure()
    {
        const Bench bench(twoSteps().load());
        const auto plan = bench.plan(Direction::Upgrade, {u"head"_s});
        QCOMPARE(bench.upgrade().result, RunResult::Applied);
        const RunReport late = runPlan(bench.project, *plan, bench.sessions, {}, {});
        QCOMPARE(late.result, RunResult::Nothing);
        QCOMPARE(states(late), (QList{StepState::Skipped, StepState::Skipped}));
        QCOMPARE(bench.rows(u"one"_s), u"002"_s);
    }

    void rowsThatMovedElsewhereStopTheRun()
    {
        const Bench bench(twoSteps().load());
        const auto plan = bench.plan(Direction::Upgrade, {u"head"_s});
        TestServer::shared().run(
            bench.server(u"one"_s),
            {createVersionTableSql(u"public"_s), u"INSERT INTO alembic_version VALUES ('zzz')"_s});
        const RunReport report = runPlan(bench.project, *plan, bench.sessions, {}, {});
        QCOMPARE(report.firstError->code, u"busy.moved"_s);
        QCOMPARE(bench.rows(u"one"_s), u"zzz"_s);
        QCOMPARE(bench.tables(u"one"_s), u"alembic_version"_s);
    }

    void aHeldLockIsRetriedThenNamed()
    {
        ProjectFolder folder = twoSteps();
        folder.add(u"one"_s, {u"003"_s,
                              u"002"_s,
                              u"ALTER TABLE a ADD COLUMN x int;"_s,
                              {},
                              u"lock_timeout: 50ms\n"_s});
        const Bench bench(folder.load());
        QCOMPARE(bench.upgrade(u"002"_s).result, RunResult::Applied);
        const auto reader = TestServer::shared().connect(bench.server(u"one"_s));
        QVERIFY(reader->query(u"BEGIN"_s));
        QVERIFY(reader->query(u"SELECT * FROM a"_s));
        At observer(-1, -1, {});
        const RunReport report = bench.run(Direction::Upgrade, {u"head"_s}, &observer);
        QCOMPARE(report.firstError->code, u"busy.lock"_s);
        QCOMPARE(report.firstError->sqlState, u"55P03"_s);
        QCOMPARE(observer.retries.size(), 2);
        QCOMPARE(bench.rows(u"one"_s), u"002"_s);
    }

    void aLostConnectionIsToldTruly()
    {
        const Bench bench(twoSteps().load());
        At observer(1, 0, [&bench] {
            TestServer::shared().run(
                bench.server(u"one"_s),
                {u"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = "
                 "current_database() AND pid <> pg_backend_pid()"_s});
        });
        const RunReport report = bench.run(Direction::Upgrade, {u"head"_s}, &observer);
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(report.firstError->code, u"run.connection_lost"_s);
        QCOMPARE(states(report), (QList{StepState::Applied, StepState::Failed}));
        QCOMPARE(report.after.first().current, QList{RevisionId(u"001"_s)});
        QCOMPARE(bench.upgrade().result, RunResult::Applied);
    }

    void stopAfterStepKeepsWhatIsDone()
    {
        const Bench bench(twoSteps().load());
        CancelToken token;
        At observer(0, 0, [&token] { token.stopAfterStep(); });
        const RunReport report = bench.run(Direction::Upgrade, {u"head"_s}, &observer, token);
        QCOMPARE(report.result, RunResult::Stopped);
        QCOMPARE(states(report), (QList{StepState::Applied, StepState::NotRun}));
        QCOMPARE(bench.rows(u"one"_s), u"001"_s);
    }

    void cancelEndsTheStatement()
    {
        ProjectFolder folder = twoSteps();
        folder.add(u"one"_s,
                   {u"003"_s, u"002"_s, u"CREATE TABLE c (id int);\nSELECT pg_sleep(600);"_s});
        const Bench bench(folder.load());
        CancelToken token;
        At observer(2, 0, [&token] { token.cancel(); });
        const RunReport report = bench.run(Direction::Upgrade, {u"head"_s}, &observer, token);
        QCOMPARE(report.result, RunResult::Stopped);
        QCOMPARE(report.firstError->code, u"stopped.cancelled"_s);
        QCOMPARE(bench.rows(u"one"_s), u"002"_s);
        QCOMPARE(bench.tables(u"one"_s), u"a,alembic_version,b"_s);
    }

    void aTransactionEndedFromWithinIsCaught()
    {
        // What the reader refuses in files can still hide in a procedure.
        ProjectFolder folder({u"one"_s});
        folder.add(
            u"one"_s,
            {u"001"_s,
             {},
             u"CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;\nCALL p();"_s});
        const Bench bench(folder.load());
        const RunReport report = bench.upgrade();
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(report.firstError->sqlState, u"2D000"_s);
        QVERIFY(bench.tables(u"one"_s).isEmpty());
    }

    void objectsBelongToTheRole()
    {
        TestServer::shared().run(u"postgres"_s, {u"CREATE ROLE \"the owner\" NOLOGIN"_s});
        const Bench bench(twoSteps().load(), u"the owner"_s);
        TestServer::shared().run(
            bench.server(u"one"_s),
            {u"ALTER SCHEMA public OWNER TO \"the owner\""_s,
             u"GRANT CREATE ON DATABASE %1 TO \"the owner\""_s.arg(bench.server(u"one"_s))});
        QCOMPARE(bench.upgrade().result, RunResult::Applied);
        QCOMPARE(
            bench.value(
                u"one"_s,
                u"SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('public', 'socrates_admin')"_s),
            u"the owner"_s);
    }

    void withoutTheRightToALogItStillWorks()
    {
        TestServer::shared().run(u"postgres"_s, {u"CREATE ROLE modest NOLOGIN"_s});
        const Bench bench(twoSteps().load(), u"modest"_s);
        TestServer::shared().run(bench.server(u"one"_s),
                                 {u"GRANT CREATE ON SCHEMA public TO modest"_s});
        QCOMPARE(bench.upgrade().result, RunResult::Applied);
        QCOMPARE(bench.rows(u"one"_s), u"002"_s);
        QCOMPARE(
            bench.value(u"one"_s,
                        u"SELECT count(*) FROM pg_namespace WHERE nspname = 'socrates_admin'"_s),
            u"0"_s);
    }

    void roleDefaultsChangeNothing()
    {
        const Bench bench(twoSteps().load());
        const QString database = bench.server(u"one"_s);
        TestServer::shared().run(
            database,
            {u"CREATE SCHEMA evil"_s, u"ALTER DATABASE %1 SET search_path = evil"_s.arg(database),
             u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(database),
             u"ALTER DATABASE %1 SET default_transaction_isolation = 'repeatable read'"_s.arg(
                 database)});
        QCOMPARE(bench.upgrade().result, RunResult::Applied);
        QCOMPARE(bench.tables(u"one"_s), u"a,alembic_version,b"_s);
    }

    void statementByStatementResumes()
    {
        ProjectFolder folder({u"one"_s});
        folder.add(u"one"_s, {u"001"_s,
                              {},
                              u"CREATE TABLE a (id int);\nINSERT INTO a VALUES (1), (1);"_s,
                              u"DROP TABLE a;"_s});
        folder.add(
            u"one"_s,
            {u"002"_s,
             u"001"_s,
             u"CREATE INDEX CONCURRENTLY a_id ON a (id);\nCREATE UNIQUE INDEX CONCURRENTLY a_u ON a (id);"_s,
             u"DROP INDEX a_u; DROP INDEX a_id;"_s,
             {},
             u"transaction:false"_s});
        const Bench bench(folder.load());
        const RunReport first = bench.upgrade();
        QCOMPARE(first.result, RunResult::RolledBack);
        QCOMPARE(first.firstError->sqlState, u"23505"_s);
        QVERIFY(first.firstError->hint.contains(u"1 of its 2 statements"_s));
        QVERIFY(first.firstError->hint.contains(u"a_u"_s)); // the invalid index
        QCOMPARE(bench.rows(u"one"_s), u"001"_s);
        TestServer::shared().run(bench.server(u"one"_s), {u"DROP INDEX a_u"_s, u"DELETE FROM a"_s});
        const RunReport second = bench.upgrade();
        QVERIFY2(!second.firstError,
                 second.firstError ? qPrintable(second.firstError->text()) : "");
        QCOMPARE(bench.rows(u"one"_s), u"002"_s);
        QCOMPARE(
            bench.value(
                u"one"_s,
                u"SELECT string_agg(event, ',' ORDER BY id) FROM socrates_admin.migration_log"_s),
            u"upgrade,failure,upgrade"_s);
    }

    void stampMovesTheRowAlone()
    {
        const Bench bench(twoSteps().load());
        const SessionPtr session = bench.sessions.value(DatabaseName(u"one"_s));
        auto status = stampDatabase(bench.project, *session, u"head"_s, false);
        QVERIFY2(status, status ? "" : qPrintable(status.error().text()));
        QCOMPARE(bench.rows(u"one"_s), u"002"_s);
        QCOMPARE(bench.tables(u"one"_s), u"alembic_version"_s);
        TestServer::shared().run(bench.server(u"one"_s),
                                 {u"UPDATE alembic_version SET version_num = 'dead'"_s});
        QCOMPARE(stampDatabase(bench.project, *session, u"001"_s, false).error().code,
                 u"version.unknown"_s);
        QVERIFY(stampDatabase(bench.project, *session, u"001"_s, true));
        QCOMPARE(bench.rows(u"one"_s), u"001"_s);
    }

    void theOfflineScriptDoesTheSame()
    {
        if (!TestServer::hasPrograms())
            QSKIP("psql does not run on this system.");
        const Bench bench(socrates::test::shippedProject());
        for (const ProjectDatabase& database : bench.project.databases()) {
            const auto script = offlineScript(bench.project, database.name, u"head"_s);
            QVERIFY2(script, script ? "" : qPrintable(script.error().text()));
            // Nor does it call what somebody planted.
            TestServer::shared().run(bench.names.value(database.name),
                                     {socrates::test::plantedOperatorsSql(u"public"_s)});
            QTemporaryFile file;
            QVERIFY(file.open());
            file.write(script->toUtf8());
            file.close();
            const QStringList arguments{u"-q"_s, u"-f"_s, file.fileName(),
                                        TestServer::shared().uri(bench.names.value(database.name))};
            TestServer::runProgram(TestServer::programs() + u"/psql"_s, arguments);
            // A second time it is guarded: the rows are not where it starts.
            QProcess again;
            again.start(TestServer::programs() + u"/psql"_s, arguments);
            QVERIFY(again.waitForFinished());
            QCOMPARE(again.exitCode(), 3);
        }
        for (const DatabaseStatus& status : readStatuses(bench.project, bench.sessions))
            QVERIFY(status.isAtHead());
        const auto down =
            offlineScript(bench.project, DatabaseName(u"socrates_auth"_s), u"002:base"_s);
        QVERIFY(down);
        QVERIFY(down->contains(u"DROP TABLE"_s));
    }
};

SOCRATES_TEST_MAIN(tst_Runner)
#include "tst_runner.moc"
