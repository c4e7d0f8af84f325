// SPDX-License-Identifier: MIT
// Other people on the same server: locks, a standby that never confirms.
#include "tests/support/enginebench.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::Bench;
using socrates::test::kOne;
using socrates::test::ProjectFolder;
using socrates::test::TestServer;
using socrates::test::twoSteps;

namespace {

/// Notes what a run says of others, and does something when first blocked.
class Watcher final : public RunObserver
{
public:
    explicit Watcher(std::function<void(const LockSituation&)> onBlocked = {})
        : m_onBlocked(std::move(onBlocked))
    {}
    void lockSituationChanged(int, const LockSituation& situation) override
    {
        seen << situation;
        if (!situation.blockers.isEmpty() && m_onBlocked)
            std::exchange(m_onBlocked, {})(situation);
    }
    void commitDelayed(int step, int) override { delayed << step; }
    QList<LockSituation> seen;
    QList<int> delayed;

private:
    std::function<void(const LockSituation&)> m_onBlocked;
};

std::unique_ptr<Connection> holderOf(const Bench& bench, const QString& table)
{
    auto holder = TestServer::shared().connect(bench.database);
    if (!holder->query(u"BEGIN"_s) || !holder->query(u"LOCK TABLE "_s + table))
        std::abort();
    return holder;
}

} // namespace

class tst_Contention : public QObject
{
    Q_OBJECT

private slots:
    void whoBlocksIsShownWhileWaiting()
    {
        const Bench bench(twoSteps().load());
        QCOMPARE(bench.run(u"001"_s).result, RunResult::Applied);
        const auto holder = holderOf(bench, u"a"_s);
        Watcher watcher(
            [&holder](const LockSituation&) { static_cast<void>(holder->query(u"ROLLBACK"_s)); });
        RunOptions options;
        options.lockTimeoutMs = 60000;
        QCOMPARE(bench.run(u"head"_s, options, &watcher).result, RunResult::Applied);
        QVERIFY(!watcher.seen.isEmpty());
        const OtherSession blocker = watcher.seen.first().blockers.first();
        QCOMPARE(blocker.pid, holder->server().backendPid);
        QCOMPARE(blocker.user, u"postgres"_s);
        QVERIFY(blocker.maySignal);
        QVERIFY(blocker.query.contains("LOCK TABLE"_L1));
    }

    void whoBlockedIsNamedAtTheEnd()
    {
        const Bench bench(twoSteps().load());
        QCOMPARE(bench.run(u"001"_s).result, RunResult::Applied);
        const auto holder = holderOf(bench, u"a"_s);
        RunOptions options;
        options.lockTimeoutMs = 3000;
        options.lockAttempts = 1;
        const RunReport report = bench.run(u"head"_s, options);
        QCOMPARE(report.firstError->code, u"busy.lock"_s);
        QCOMPARE(exitCodeOf(*report.firstError), ExitCode::Busy);
        QVERIFY2(report.firstError->detail.contains(QString::number(holder->server().backendPid)),
                 qPrintable(report.firstError->text()));
        QCOMPARE(report.after.first().current, QList{RevisionId(u"001"_s)});
    }

    void whoStandsInTheWayCanBeEnded_data()
    {
        QTest::addColumn<bool>("terminates");
        QTest::newRow("cancel") << false;
        QTest::newRow("terminate") << true;
    }
    void whoStandsInTheWayCanBeEnded()
    {
        QFETCH(const bool, terminates);
        const Bench bench(twoSteps().load());
        QCOMPARE(bench.run(u"001"_s).result, RunResult::Applied);
        auto holder = holderOf(bench, u"a"_s);
        std::thread sleeper([&] { static_cast<void>(holder->query(u"SELECT pg_sleep(600)"_s)); });
        const auto helper = TestServer::shared().connect(bench.database);
        Result<void> ended;
        Watcher watcher([&](const LockSituation& situation) {
            ended = signalBackend(*helper, situation.blockers.first(),
                                  terminates ? BackendSignal::Terminate : BackendSignal::Cancel);
        });
        RunOptions options;
        options.lockTimeoutMs = 60000;
        const RunReport report = bench.run(u"head"_s, options, &watcher);
        sleeper.join();
        QVERIFY(ended);
        QCOMPARE(report.result, RunResult::Applied);
        OtherSession gone = watcher.seen.first().blockers.first();
        gone.started = u"another time"_s; // the number was given to somebody else
        QCOMPARE(signalBackend(*helper, gone, BackendSignal::Cancel).error().code,
                 u"run.session_gone"_s);
    }

    void endingTheirsNeedsTheRight()
    {
        const Bench bench(twoSteps().load());
        const auto holder = TestServer::shared().connect(bench.database);
        QVERIFY(holder->query(u"CREATE ROLE nobody_special LOGIN PASSWORD 'x'"_s));
        QVERIFY(holder->query(u"BEGIN"_s));
        QVERIFY(holder->query(u"CREATE TABLE b ()"_s));
        QVERIFY(holder->query(u"LOCK TABLE b"_s));
        const auto other = TestServer::shared().connect(bench.database);
        QVERIFY(other->query(u"SET ROLE nobody_special"_s));
        const auto seen = other->query(
            u"SELECT backend_start::text FROM pg_stat_activity WHERE pid = pg_backend_pid()"_s);
        QVERIFY(seen);
        OtherSession theirs;
        theirs.pid = holder->server().backendPid;
        theirs.started = TestServer::shared().value(
            bench.database,
            u"SELECT backend_start::text FROM pg_stat_activity WHERE pid = %1"_s.arg(theirs.pid));
        const auto ended = signalBackend(*other, theirs, BackendSignal::Terminate);
        QVERIFY(!ended);
        QVERIFY(holder->isAlive());
    }

    void stampNamesWhoMigrates()
    {
        const Bench bench(twoSteps().load());
        const auto holder = TestServer::shared().connect(bench.database);
        QVERIFY(holder->query(u"BEGIN"_s));
        QVERIFY(
            holder->query(u"SELECT set_config('application_name', $1, true), "
                          "pg_advisory_xact_lock($2)"_s,
                          {programName(u"olga b"_s, u"001"_s), QString::number(kAdvisoryLockKey)}));
        const auto stamped = stampDatabase(bench.project, *bench.session, u"head"_s, false);
        QCOMPARE(stamped.error().code, u"busy.migrating"_s);
        const QString detail = stamped.error().detail;
        for (const QString& part :
             {u"postgres from 127.0.0.1"_s, u"socrates-admin olga_b 001"_s, u"(revision 001)"_s,
              u"process %1"_s.arg(holder->server().backendPid), u", since "_s})
            QVERIFY2(detail.contains(part), qPrintable(detail));
    }

    void aStandbyThatNeverConfirms()
    {
        TestServer server;
        const Bench bench(twoSteps().load(), server);
        server.run(u"postgres"_s, {u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s,
                                   u"SELECT pg_reload_conf()"_s});
        Watcher watcher;
        RunOptions options;
        options.commitTimeoutMs = 1500;
        const RunReport report = bench.run(u"head"_s, options, &watcher);
        QCOMPARE(report.result, RunResult::Applied);
        QCOMPARE(watcher.delayed, (QList{0, 1}));
        for (const StepOutcome& outcome : report.steps) {
            QCOMPARE(outcome.state, StepState::Applied);
            QVERIFY(outcome.isUnconfirmedByStandby);
        }
        QVERIFY(std::any_of(watcher.seen.cbegin(), watcher.seen.cend(),
                            [](const LockSituation& s) { return s.waitsForStandby; }));
        QCOMPARE(report.after.first().current, QList{RevisionId(u"002"_s)});
    }

    /// The note of a failure is committed too, and must not wait for ever either.
    void aFailureIsNotedWithoutItsStandby()
    {
        TestServer server;
        ProjectFolder folder({u"one"_s});
        folder.add(u"one"_s, {u"001"_s, {}, u"SELECT 1/0;"_s, u"SELECT 1;"_s});
        const Bench bench(folder.load(), server);
        server.run(u"postgres"_s, {u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s,
                                   u"SELECT pg_reload_conf()"_s});
        RunOptions options;
        options.commitTimeoutMs = 1500;
        const RunReport report = bench.run(u"head"_s, options);
        QCOMPARE(report.result, RunResult::RolledBack);
        QCOMPARE(report.firstError->sqlState, u"22012"_s);
        QCOMPARE(
            server.value(bench.database, u"SELECT count(*) FROM socrates_admin.migration_log"_s),
            u"1"_s);
    }

    /// Nor do the notes between the statements of a step that no transaction holds. The first one
    /// commits something; the second one does not, and the server lets it run alone only.
    void aStepWithoutTransactionIsNotedWithoutItsStandby()
    {
        TestServer server;
        ProjectFolder folder({u"one"_s});
        folder.add(u"one"_s, {u"001"_s,
                              {},
                              u"CREATE TABLE a (id int);\nVACUUM pg_class;"_s,
                              u"DROP TABLE a;"_s,
                              {},
                              u"transaction:false"_s});
        const Bench bench(folder.load(), server);
        server.run(u"postgres"_s, {u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s,
                                   u"SELECT pg_reload_conf()"_s});
        RunOptions options;
        options.commitTimeoutMs = 500;
        const RunReport report = bench.run(u"head"_s, options);
        QVERIFY2(!report.firstError, qPrintable(report.firstError.value_or(Error()).text()));
        QCOMPARE(report.result, RunResult::Applied);
    }

    /// Nor does a statement that the server commits by itself: the COMMIT that follows it waits for
    /// the standby in its place, and says that none confirmed.
    void aStatementCommitsByItselfWithoutItsStandby()
    {
        TestServer server;
        ProjectFolder folder({u"one"_s});
        folder.add(u"one"_s, {u"001"_s,
                              {},
                              u"CREATE TABLE a (id int);\n"
                              "CREATE INDEX CONCURRENTLY a_id ON a (id);"_s,
                              u"DROP TABLE a;"_s,
                              {},
                              u"transaction:false"_s});
        const Bench bench(folder.load(), server);
        server.run(u"postgres"_s, {u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s,
                                   u"SELECT pg_reload_conf()"_s});
        RunOptions options;
        options.commitTimeoutMs = 500;
        const RunReport report = bench.run(u"head"_s, options);
        QVERIFY2(!report.firstError, qPrintable(report.firstError.value_or(Error()).text()));
        QCOMPARE(report.result, RunResult::Applied);
        QVERIFY(report.steps.constFirst().isUnconfirmedByStandby);
        QCOMPARE(
            server.value(bench.database,
                         u"SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass"_s),
            u"t"_s);
    }
};

SOCRATES_TEST_MAIN(tst_Contention)
#include "tst_contention.moc"
