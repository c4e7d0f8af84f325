// SPDX-License-Identifier: MIT
#include "core/engine/pairrecovery.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <future>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::ProjectFolder;
using socrates::test::TestServer;

namespace {

/// Two databases, the second requires the first.
ProjectFolder twoDatabases(const QString& lastStatement = u"CREATE TABLE b (id int);"_s)
{
    ProjectFolder folder({u"one"_s, u"two"_s});
    folder.add(u"one"_s, {u"001"_s, {}, u"CREATE TABLE a (id int);"_s, u"DROP TABLE a;"_s});
    folder.add(
        u"two"_s,
        {u"101"_s, {}, lastStatement, u"DROP TABLE IF EXISTS b;"_s, u"-- requires: one@001\n"_s});
    return folder;
}

struct Bench
{
    TestServer server;
    Project project;
    QMap<QString, QString> names;
    QMap<DatabaseName, SessionPtr> sessions;
    int commitTimeoutMs = 20000;

    explicit Bench(Project p, int prepared = 10)
        : server({u"max_prepared_transactions=%1"_s.arg(prepared)}), project(std::move(p))
    {
        for (const ProjectDatabase& database : project.databases())
            names.insert(database.name.text(), server.createDatabase(database.name.text()));
        connectAnew();
    }
    /// As the next start of the program would.
    void connectAnew()
    {
        for (const ProjectDatabase& database : project.databases()) {
            const QString name = names.value(database.name.text());
            sessions.insert(database.name,
                            std::make_shared<Session>(database.name, server.parameters(name)));
        }
    }
    Result<Plan> plan() const
    {
        return makePlan(project, readStatuses(project, sessions), Direction::Upgrade,
                        {{{}, u"head"_s}});
    }
    RunReport run(TransactionMode mode, RunObserver* observer = nullptr,
                  const CancelToken& token = {}) const
    {
        const auto planned = plan();
        if (!planned) {
            std::fprintf(stderr, "%s\n", qPrintable(planned.error().text()));
            std::abort();
        }
        RunOptions options;
        options.mode = mode;
        options.lockAttempts = 1;
        options.commitTimeoutMs = commitTimeoutMs;
        return runPlan(project, *planned, sessions, options, token, observer);
    }
    QString tables(const QString& name)
    {
        return server.value(
            names.value(name),
            u"SELECT coalesce(string_agg(tablename, ',' ORDER BY tablename), '') FROM pg_tables "
            "WHERE schemaname = 'public'"_s);
    }
    QString log(const QString& name)
    {
        return server.value(
            names.value(name),
            u"SELECT string_agg(revision || event, ',' ORDER BY id) FROM socrates_admin.migration_log"_s);
    }
    QString prepared()
    {
        return server.value(u"postgres"_s, u"SELECT count(*) FROM pg_prepared_xacts"_s);
    }
    QList<OrphanedHalf> orphans() const
    {
        return findOrphanedHalves(sessions, readStatuses(project, sessions));
    }
};

/// Does something at one moment of a run on both databases.
class AtMoment final : public RunObserver
{
public:
    AtMoment(PairMoment moment, std::function<void()> action)
        : m_moment(moment), m_action(std::move(action))
    {}
    void pairMoment(PairMoment moment) override
    {
        if (moment == m_moment && m_action)
            std::exchange(m_action, {})();
    }

private:
    PairMoment m_moment;
    std::function<void()> m_action;
};

QString text(const RunReport& report)
{
    return report.firstError ? report.firstError->code + u' ' + report.firstError->text()
                             : QString();
}

} // namespace

class tst_TransactionModes : public QObject
{
    Q_OBJECT

private slots:
    void eachModeReachesTheSame_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("prepared");
        QTest::addColumn<int>("protocol");
        using Kind = CommitProtocol::Kind;
        QTest::newRow("all") << int(TransactionMode::AllInOne) << 10 << int(Kind::OneDatabase);
        QTest::newRow("both") << int(TransactionMode::BothOrNeither) << 10 << int(Kind::TwoPhase);
        QTest::newRow("narrow") << int(TransactionMode::BothOrNeither) << 0
                                << int(Kind::NarrowWindow);
    }
    void eachModeReachesTheSame()
    {
        QFETCH(int, mode);
        QFETCH(int, prepared);
        QFETCH(int, protocol);
        Bench bench(socrates::test::shippedProject(), prepared);
        const RunReport report = bench.run(TransactionMode(mode));
        QVERIFY2(!report.firstError, qPrintable(text(report)));
        QCOMPARE(report.result, RunResult::Applied);
        QCOMPARE(int(report.protocol.kind), protocol);
        QCOMPARE(report.protocol.obstacle.contains(u"max_prepared_transactions"_s), prepared == 0);
        QCOMPARE(report.verifications.size(), 2);
        QVERIFY(report.verifications.at(0).isOk() && report.verifications.at(1).isOk());
        QCOMPARE(bench.tables(u"socrates_auth"_s), u"alembic_version,refresh_tokens,users"_s);
        QCOMPARE(bench.tables(u"socrates_specs"_s), u"alembic_version,projects,sessions"_s);
        QCOMPARE(bench.log(u"socrates_auth"_s), u"001upgrade,002upgrade"_s);
        QCOMPARE(bench.prepared(), u"0"_s);
    }

    void whatFailsInOneLeavesBothUntouched()
    {
        const ProjectFolder folder = twoDatabases(u"CREATE TABLE b (id nonsense);"_s);
        Bench bench(folder.load());
        // What cannot be replayed is found before anything is run.
        const RunReport report = bench.run(TransactionMode::BothOrNeither);
        QCOMPARE(report.result, RunResult::RolledBack);
        QVERIFY2(report.firstError->where.isValid(), qPrintable(text(report)));
        QCOMPARE(bench.tables(u"one"_s), QString());
        QCOMPARE(bench.tables(u"two"_s), QString());
    }

    void aFailureInTheSecondRollsBackTheFirstAndIsLogged()
    {
        const ProjectFolder folder = twoDatabases();
        Bench bench(folder.load());
        bench.server.run(bench.names.value(u"two"_s), {u"CREATE TABLE b (id int)"_s});
        const RunReport report = bench.run(TransactionMode::BothOrNeither);
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(report.firstError->sqlState, u"42P07"_s);
        QCOMPARE(report.steps.at(0).state, StepState::NotRun);
        QCOMPARE(report.steps.at(1).state, StepState::Failed);
        QCOMPARE(bench.tables(u"one"_s), QString());
        QCOMPARE(bench.log(u"two"_s), u"101failure"_s);
        QCOMPARE(bench.prepared(), u"0"_s);
    }

    void aDifferenceIsFoundBeforeCommit_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("all") << int(TransactionMode::AllInOne);
        QTest::newRow("both") << int(TransactionMode::BothOrNeither);
    }
    void aDifferenceIsFoundBeforeCommit()
    {
        QFETCH(int, mode);
        const ProjectFolder folder = twoDatabases();
        Bench bench(folder.load());
        bench.server.run(bench.names.value(u"one"_s), {u"CREATE TABLE stray (id int)"_s});
        const RunReport report = bench.run(TransactionMode(mode));
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(report.firstError->code, u"schema.verification_failed"_s);
        QVERIFY(!report.verifications.constFirst().isOk());
        QCOMPARE(bench.tables(u"one"_s), u"stray"_s);
        QCOMPARE(bench.tables(u"two"_s), QString());
        QCOMPARE(bench.log(u"one"_s), u"001failure"_s);
    }

    void aStepOutsideATransactionIsRefusedFirst()
    {
        ProjectFolder folder({u"one"_s});
        folder.add(u"one"_s, {u"001"_s, {}, u"VACUUM;"_s, {}, {}, u"transaction:false"_s});
        Bench bench(folder.load());
        const auto planned = bench.plan();
        QVERIFY(planned.has_value());
        const auto obstacle = transactionModeObstacle(*planned, TransactionMode::AllInOne);
        QVERIFY(obstacle.has_value());
        QCOMPARE(obstacle->code, u"usage.mode"_s);
        QVERIFY(!transactionModeObstacle(*planned, TransactionMode::EachStep));
        QCOMPARE(bench.run(TransactionMode::AllInOne).firstError->code, u"usage.mode"_s);
    }

    void temporaryObjectsTakeTheNarrowWindow()
    {
        const ProjectFolder folder =
            twoDatabases(u"CREATE TEMP TABLE t (id int);\nCREATE TABLE b (id int);"_s);
        Bench bench(folder.load());
        const RunReport report = bench.run(TransactionMode::BothOrNeither);
        QVERIFY2(!report.firstError, qPrintable(text(report)));
        QCOMPARE(report.protocol.kind, CommitProtocol::Kind::NarrowWindow);
        QVERIFY(report.protocol.obstacle.contains(u"temporary"_s));
    }

    void stopBeforeTheEndChangesNothing()
    {
        const ProjectFolder folder = twoDatabases();
        Bench bench(folder.load());
        CancelToken token;
        class Stop final : public RunObserver
        {
        public:
            explicit Stop(CancelToken token) : m_token(std::move(token)) {}
            void statementFinished(int, int, const QString&, qint64) override
            {
                m_token.stopAfterStep();
            }

        private:
            CancelToken m_token;
        } stop(token);
        const RunReport report = bench.run(TransactionMode::BothOrNeither, &stop, token);
        QCOMPARE(report.result, RunResult::Stopped);
        QCOMPARE(bench.tables(u"one"_s), QString());
    }

    /// The deciding half's connection dies before its COMMIT: both are rolled back, at once.
    void theDecisionIsLostBeforeItIsMade()
    {
        const ProjectFolder folder = twoDatabases();
        Bench bench(folder.load());
        AtMoment observer(PairMoment::Prepared, [&bench] {
            bench.server.value(u"postgres"_s,
                               u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                               "WHERE datname = '%1' AND state LIKE 'idle in transaction%'"_s.arg(
                                   bench.names.value(u"one"_s)));
        });
        const RunReport report = bench.run(TransactionMode::BothOrNeither, &observer);
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(report.firstError->code, u"run.connection_lost"_s);
        QCOMPARE(bench.prepared(), u"0"_s);
        QCOMPARE(bench.tables(u"one"_s), QString());
        QCOMPARE(bench.tables(u"two"_s), QString());
    }

    /// No synchronous standby confirms anything: neither PREPARE TRANSACTION nor either COMMIT
    /// waits for ever.
    void bothWithoutTheirStandby()
    {
        const ProjectFolder folder = twoDatabases();
        Bench bench(folder.load());
        bench.server.run(u"postgres"_s, {u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s,
                                         u"SELECT pg_reload_conf()"_s});
        bench.commitTimeoutMs = 500;
        const RunReport report = bench.run(TransactionMode::BothOrNeither);
        QVERIFY2(!report.firstError, qPrintable(text(report)));
        QCOMPARE(report.result, RunResult::Applied);
        QCOMPARE(report.protocol.kind, CommitProtocol::Kind::TwoPhase);
        QCOMPARE(bench.prepared(), u"0"_s);
        QCOMPARE(bench.tables(u"two"_s), u"alembic_version,b"_s);
    }

    /// The server dies at the moment given, and the program with it (it looks no further).
    void anOrphanedHalfIsRecovered_data()
    {
        QTest::addColumn<int>("moment");
        QTest::addColumn<int>("decision");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
        QTest::newRow("before the decision")
            << int(PairMoment::Prepared) << int(HalfDecision::RollBack) << QString() << QString();
        QTest::newRow("after the decision") << int(PairMoment::Decided) << int(HalfDecision::Commit)
                                            << u"a,alembic_version"_s << u"alembic_version,b"_s;
    }
    void anOrphanedHalfIsRecovered()
    {
        QFETCH(int, moment);
        QFETCH(int, decision);
        QFETCH(QString, one);
        QFETCH(QString, two);
        const ProjectFolder folder = twoDatabases();
        Bench bench(folder.load());
        CancelToken token;
        // The server belongs to this thread, so the run goes on another.
        std::promise<void> reached;
        std::promise<void> killed;
        AtMoment observer(PairMoment(moment), [&] {
            reached.set_value();
            killed.get_future().wait();
        });
        auto running = std::async(std::launch::async, [&] {
            return bench.run(TransactionMode::BothOrNeither, &observer, token);
        });
        reached.get_future().wait();
        bench.server.kill();
        token.cancel();
        killed.set_value();
        const RunReport report = running.get();
        QVERIFY(report.firstError.has_value());
        bench.server.start();
        bench.connectAnew();

        QCOMPARE(bench.prepared(), u"1"_s);
        const auto refused = bench.plan();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"busy.prepared_half"_s);
        const QList<OrphanedHalf> orphans = bench.orphans();
        QCOMPARE(orphans.size(), 1);
        QCOMPARE(orphans.constFirst().database, DatabaseName(u"two"_s));
        QCOMPARE(orphans.constFirst().half.rowsAfter, u"101"_s);
        QCOMPARE(int(orphans.constFirst().decision), decision);
        const auto end = [&](const KnownServers& known) {
            return endHalf(
                *bench.sessions.value(DatabaseName(u"two"_s)), orphans.constFirst().half,
                decision == int(HalfDecision::Commit) ? HalfEnd::Commit : HalfEnd::RollBack, known);
        };
        // Not where the saved connection did not lead before.
        const auto elsewhere =
            end({{DatabaseName(u"two"_s), {u"1"_s, {}, bench.names.value(u"two"_s), {}}}});
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().code, u"server.changed"_s);
        QCOMPARE(bench.prepared(), u"1"_s);
        const auto ended = end({});
        QVERIFY2(ended.has_value(), ended ? "" : qPrintable(ended.error().text()));
        QCOMPARE(bench.prepared(), u"0"_s);
        QCOMPARE(bench.tables(u"one"_s), one);
        QCOMPARE(bench.tables(u"two"_s), two);
        const RunReport again = bench.run(TransactionMode::BothOrNeither);
        QVERIFY2(!again.firstError, qPrintable(text(again)));
        QCOMPARE(bench.tables(u"two"_s), u"alembic_version,b"_s);
    }

    void theWrongDatabaseDecidesNothing()
    {
        const ProjectFolder folder = twoDatabases();
        Bench bench(folder.load());
        const QString gid =
            PreparedHalf::makeGid(newLogToken(), u"1.1"_s, DatabaseName(u"one"_s), u"101"_s);
        bench.server.run(bench.names.value(u"two"_s), {u"BEGIN"_s, u"CREATE TABLE b (id int)"_s,
                                                       u"PREPARE TRANSACTION '%1'"_s.arg(gid)});
        const QList<OrphanedHalf> orphans = bench.orphans();
        QCOMPARE(orphans.size(), 1);
        QCOMPARE(orphans.constFirst().decision, HalfDecision::Unknown);
        bench.server.run(bench.names.value(u"two"_s), {u"ROLLBACK PREPARED '%1'"_s.arg(gid)});
    }
};

SOCRATES_TEST_MAIN(tst_TransactionModes)
#include "tst_transactionmodes.moc"
