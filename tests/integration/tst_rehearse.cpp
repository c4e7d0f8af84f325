// SPDX-License-Identifier: MIT
#include "core/engine/lane.h"
#include "core/engine/rehearse.h"
#include "core/report/rehearsal.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::ProjectFolder;
using socrates::test::TestServer;

namespace {

using State = RehearsedStep::State;

struct Bench
{
    TestServer& server = TestServer::shared();
    Project project;
    QMap<QString, QString> names;
    QMap<DatabaseName, SessionPtr> sessions;

    explicit Bench(Project p) : project(std::move(p))
    {
        for (const ProjectDatabase& database : project.databases()) {
            const QString name = server.createDatabase(database.name.text());
            names.insert(database.name.text(), name);
            sessions.insert(database.name,
                            std::make_shared<Session>(database.name, server.parameters(name)));
        }
    }
    Plan plan(Direction direction = Direction::Upgrade, const QString& target = u"head"_s) const
    {
        const auto planned = makePlan(project, readStatuses(project, sessions), direction,
                                      {TargetSpec::parse(target, project)});
        if (!planned)
            qFatal("%s", qPrintable(planned.error().text()));
        return *planned;
    }
    void upgrade(const QString& target) const
    {
        const RunReport report =
            runPlan(project, plan(Direction::Upgrade, target), sessions, {}, {});
        if (report.firstError)
            qFatal("%s", qPrintable(report.firstError->text()));
    }
    /// The rehearsal, and a check that it left every database as it was, to the last number of a
    /// sequence and the last row.
    Rehearsal rehearse(const Plan& planned, RehearsalOptions options = {},
                       const CancelToken& token = {}, RunObserver* observer = nullptr)
    {
        const QStringList before = dumps();
        const Rehearsal rehearsal =
            rehearsePlan(project, planned, sessions, options, token, observer);
        if (dumps() != before)
            qFatal("the rehearsal left something behind");
        for (const RehearsedDatabase& database : rehearsal.databases) {
            if (!database.leftBehind.isEmpty())
                qFatal("%s", qPrintable(database.leftBehind.join(u'\n')));
        }
        return rehearsal;
    }
    Rehearsal rehearse() { return rehearse(plan()); }

    QStringList dumps()
    {
        QStringList result;
        for (const QString& name : names) {
            const QString uri = server.uri(name);
            QStringList lines = TestServer::dump({uri}).split(u'\n');
            // Newer versions write a random word.
            lines.removeIf([](const QString& line) { return line.contains("restrict "_L1); });
            result << lines.join(u'\n');
        }
        return result;
    }
};

/// One database, "app".
class Folder : public ProjectFolder
{
public:
    explicit Folder(const QStringList& ups) : ProjectFolder({u"app"_s})
    {
        for (int i = 0; i < ups.size(); ++i) {
            const QString id = QString::number(i + 1).rightJustified(3, u'0');
            const QString parent = i == 0 ? QString() : QString::number(i).rightJustified(3, u'0');
            const bool isOutside = ups.at(i).contains("CONCURRENTLY"_L1);
            add(u"app"_s,
                {id, parent, ups.at(i), {}, {}, isOutside ? u"transaction:false"_s : u""_s});
        }
    }
};

QString text(const Rehearsal& rehearsal)
{
    return rehearsal.firstError ? rehearsal.firstError->code + u' ' + rehearsal.firstError->text()
                                : QString();
}

QString locksOf(const RehearsedStep& step)
{
    QStringList result;
    for (const MeasuredLock& lock : step.locks)
        result << lock.relation.kind + u' ' + lock.relation.text() + u' ' +
                      lockModeText(lock.mode) +
                      (lock.heldSince.isEmpty() ? QString() : u" since "_s + lock.heldSince);
    return result.join(u"; "_s);
}

const QString kUsers = u"CREATE TABLE users (id serial PRIMARY KEY, age int);"_s;

} // namespace

class tst_Rehearse : public QObject
{
    Q_OBJECT

private slots:
    void everythingPendingWouldSucceed()
    {
        Bench bench(socrates::test::shippedProject());
        const Plan plan = bench.plan();
        const Rehearsal rehearsal = bench.rehearse(plan);
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        QCOMPARE(rehearsal.result, RehearsalResult::WouldSucceed);
        QVERIFY(rehearsal.isComplete());
        QCOMPARE(rehearsal.databases.size(), 2);
        for (const RehearsedDatabase& database : rehearsal.databases)
            QVERIFY(database.verification && database.verification->isOk());
        QVERIFY(rehearsal.databases.constFirst().before.isEmpty());
        QVERIFY(report::changeSentences(rehearsal.databases.constFirst().changes)
                    .contains(u"creates table users"_s));
        QVERIFY(report::rehearsalHeadline(rehearsal).startsWith("Would succeed in "_L1));
        QCOMPARE(bench.plan().steps.size(), plan.steps.size());
    }

    void locksAndRewritesAreMeasured()
    {
        const Folder folder({kUsers, u"ALTER TABLE users ALTER COLUMN age TYPE bigint;"_s,
                             u"CREATE INDEX idx_users_age ON users (age);"_s,
                             u"CREATE TABLE other (id int);"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        const Rehearsal rehearsal = bench.rehearse();
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        QCOMPARE(rehearsal.steps.size(), 3);
        QCOMPARE(locksOf(rehearsal.steps.at(0)).section(u';', 0, 0),
                 u"table users ACCESS EXCLUSIVE"_s);
        QCOMPARE(rehearsal.steps.at(0).rewrites.size(), 1);
        QCOMPARE(rehearsal.steps.at(0).rewrites.constFirst().relation.text(), u"users"_s);
        QCOMPARE(locksOf(rehearsal.steps.at(1)), u"table users ACCESS EXCLUSIVE since 002"_s);
        QVERIFY(rehearsal.steps.at(1).rewrites.isEmpty());
        QCOMPARE(locksOf(rehearsal.steps.at(2)), QString());
        const Comparison& changes = rehearsal.databases.constFirst().changes;
        QCOMPARE(changes.count(ComparisonLine::Outcome::Different), 1);
        QVERIFY(report::changeSentences(changes).join(u' ').contains(
            u"changes column users.age: from integer to bigint"_s));
    }

    /// What functions, blocks and cascades do cannot be read from the SQL.
    void rowsAreCountedWhoeverChangesThem()
    {
        const Folder folder(
            {u"CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (b int REFERENCES t ON DELETE "
             "CASCADE); INSERT INTO t SELECT generate_series(1, 5); INSERT INTO u VALUES (1);"_s,
             u"DO $$ BEGIN DELETE FROM t WHERE a < 3; UPDATE t SET a = 9 WHERE a = 5; END $$;"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        const Rehearsal rehearsal = bench.rehearse();
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        const QList<MeasuredRows>& rows = rehearsal.steps.constFirst().rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).relation.text(), u"t"_s);
        QCOMPARE(rows.at(0).deleted, 2);
        QCOMPARE(rows.at(0).updated, 1);
        QCOMPARE(rows.at(1).relation.text(), u"u"_s);
        QCOMPARE(rows.at(1).deleted, 1);
        QVERIFY(report::stepFindings(rehearsal.steps.constFirst())
                    .join(u' ')
                    .contains(u"deletes 2 row"_s));
    }

    void theTrueErrorHasItsLine()
    {
        const Folder folder({kUsers,
                             u"ALTER TABLE users ADD COLUMN name text;\n"
                             "ALTER TABLE users ADD CONSTRAINT grown CHECK (age > 18);"_s,
                             u"DROP TABLE users;"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        // No replay knows of this row.
        bench.server.run(bench.names.value(u"app"_s), {u"INSERT INTO users (age) VALUES (3)"_s});
        const Rehearsal rehearsal = bench.rehearse();
        QCOMPARE(rehearsal.result, RehearsalResult::WouldFail);
        QCOMPARE(rehearsal.steps.at(0).state, State::Failed);
        QCOMPARE(rehearsal.steps.at(0).error->sqlState, u"23514"_s);
        QCOMPARE(rehearsal.steps.at(0).error->where.file, folder.revisionPath(u"app"_s, u"002"_s));
        QCOMPARE(rehearsal.steps.at(0).error->where.line, 8);
        QCOMPARE(rehearsal.steps.at(1).state, State::NotReached);
    }

    void aDifferenceIsFoundInside()
    {
        const Folder folder({kUsers});
        Bench bench(folder.load());
        bench.server.run(bench.names.value(u"app"_s), {u"CREATE TABLE stray (id int)"_s});
        const Rehearsal rehearsal = bench.rehearse();
        QCOMPARE(rehearsal.result, RehearsalResult::WouldDiffer);
        QCOMPARE(rehearsal.steps.constFirst().state, State::Rehearsed);
        QVERIFY(!rehearsal.databases.constFirst().verification->isOk());
    }

    void aDowngradeIsRehearsedToo()
    {
        Bench bench(socrates::test::shippedProject());
        bench.upgrade(u"head"_s);
        const Rehearsal rehearsal = bench.rehearse(bench.plan(Direction::Downgrade, u"base"_s));
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        QVERIFY(report::changeSentences(rehearsal.databases.constLast().changes)
                    .contains(u"drops table users"_s));
    }

    /// A roll-back takes no numbers back; the rehearsal does (see Bench::rehearse).
    void sequencesStayWhereTheyAre()
    {
        const Folder folder({kUsers, u"INSERT INTO users (age) VALUES (1), (2);"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        const Rehearsal rehearsal = bench.rehearse();
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        QCOMPARE(locksOf(rehearsal.steps.constFirst()), u"table users ROW EXCLUSIVE"_s);
        bench.upgrade(u"head"_s);
        QCOMPARE(bench.server.value(bench.names.value(u"app"_s),
                                    u"SELECT string_agg(id::text, ',') FROM users"_s),
                 u"1,2"_s);
    }

    void whatCannotBeRehearsedIsSaid()
    {
        const Folder folder(
            {kUsers, u"CREATE INDEX CONCURRENTLY idx ON users (age);"_s, u"DROP INDEX idx;"_s});
        Bench bench(folder.load());
        const Rehearsal rehearsal = bench.rehearse();
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        QCOMPARE(rehearsal.result, RehearsalResult::WouldSucceed);
        QVERIFY(!rehearsal.isComplete());
        QCOMPARE(rehearsal.steps.at(0).state, State::Rehearsed);
        QCOMPARE(rehearsal.steps.at(1).state, State::CannotBeRehearsed);
        QVERIFY(rehearsal.steps.at(1).reason.startsWith("CREATE INDEX CONCURRENTLY (line "_L1));
        QCOMPARE(rehearsal.steps.at(2).reason, u"It comes after 002, which cannot be rehearsed."_s);
        QVERIFY(rehearsal.databases.constFirst().verification->isOk());
    }

    void aNewEnumValueCannotBeUsedYet()
    {
        const Folder folder({u"CREATE TYPE mood AS ENUM ('ok');"_s, u"CREATE TABLE t (m mood);"_s,
                             u"ALTER TYPE mood ADD VALUE 'sad';"_s,
                             u"ALTER TABLE t ALTER COLUMN m SET DEFAULT 'sad';"_s});
        Bench bench(folder.load());
        bench.upgrade(u"002"_s);
        const Rehearsal rehearsal = bench.rehearse();
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        QCOMPARE(rehearsal.steps.at(0).state, State::Rehearsed);
        QCOMPARE(rehearsal.steps.at(1).state, State::CannotBeRehearsed);
        QVERIFY2(rehearsal.steps.at(1).reason.contains(u"003"_s),
                 qPrintable(rehearsal.steps.at(1).reason));
    }

    void lastingEffectsAreNotTried()
    {
        const Folder folder({u"SELECT pg_reload_conf();"_s});
        Bench bench(folder.load());
        const Rehearsal rehearsal = bench.rehearse();
        QCOMPARE(rehearsal.steps.constFirst().state, State::CannotBeRehearsed);
        QVERIFY(rehearsal.databases.isEmpty());
    }

    void aHeldLockIsBusyAndNamesItsHolder()
    {
        const Folder folder({kUsers, u"ALTER TABLE users ADD COLUMN name text;"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        const auto other = bench.server.connect(bench.names.value(u"app"_s));
        QVERIFY(other->query(u"BEGIN"_s) && other->query(u"SELECT * FROM users"_s));
        RehearsalOptions options;
        options.lockTimeoutMs = 1500;
        const Rehearsal rehearsal = bench.rehearse(bench.plan(), options);
        QCOMPARE(rehearsal.result, RehearsalResult::Busy);
        QCOMPARE(rehearsal.firstError->code, u"busy.lock"_s);
        QVERIFY2(rehearsal.firstError->detail.contains(QString::number(other->server().backendPid)),
                 qPrintable(text(rehearsal)));
    }

    void aSecondOperatorIsBusy()
    {
        const Folder folder({kUsers});
        Bench bench(folder.load());
        const auto other = bench.server.connect(bench.names.value(u"app"_s));
        QVERIFY(other->query(u"BEGIN"_s) && other->query(takeAdvisoryLock()));
        const Rehearsal rehearsal = bench.rehearse();
        QCOMPARE(rehearsal.result, RehearsalResult::Busy);
        QCOMPARE(rehearsal.firstError->code, u"busy.migrating"_s);
    }

    void theCapEndsIt()
    {
        const Folder folder({kUsers, u"SELECT pg_advisory_xact_lock(4711);"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        const auto other = bench.server.connect(bench.names.value(u"app"_s));
        QVERIFY(other->query(u"SELECT pg_advisory_lock(4711)"_s));
        RehearsalOptions options;
        options.lockTimeoutMs = 60000;
        options.capMs = 300;
        const Rehearsal rehearsal = bench.rehearse(bench.plan(), options);
        QCOMPARE(rehearsal.result, RehearsalResult::Stopped);
        QCOMPARE(rehearsal.firstError->code, u"stopped.cap"_s);
    }

    void aCancelEndsIt()
    {
        const Folder folder({kUsers, u"SELECT pg_advisory_xact_lock(4711);"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        class Cancel final : public RunObserver
        {
        public:
            CancelToken token;
            void stepStarted(int) override { token.cancel(); }
        } cancel;
        const auto other = bench.server.connect(bench.names.value(u"app"_s));
        QVERIFY(other->query(u"SELECT pg_advisory_lock(4711)"_s));
        RehearsalOptions options;
        options.lockTimeoutMs = 60000;
        const Rehearsal rehearsal = bench.rehearse(bench.plan(), options, cancel.token, &cancel);
        QCOMPARE(rehearsal.result, RehearsalResult::Stopped);
        QCOMPARE(rehearsal.firstError->code, u"stopped.cancelled"_s);
    }

    void aCopyTriesEverything()
    {
        const Folder folder({kUsers, u"ALTER TABLE users ALTER COLUMN age TYPE bigint;"_s,
                             u"CREATE INDEX CONCURRENTLY idx ON users (age);"_s,
                             u"DROP INDEX idx;"_s});
        Bench bench(folder.load());
        bench.upgrade(u"001"_s);
        RehearsalOptions options;
        options.place = RehearsalPlace::Copies;
        options.copyServer = bench.server.parameters(u"postgres"_s);
        const Rehearsal rehearsal = bench.rehearse(bench.plan(), options);
        QVERIFY2(!rehearsal.firstError, qPrintable(text(rehearsal)));
        QVERIFY(rehearsal.isComplete());
        QVERIFY(locksOf(rehearsal.steps.at(0)).startsWith("table users ACCESS EXCLUSIVE"_L1));
        QCOMPARE(rehearsal.steps.at(0).rewrites.size(), 1);
        QVERIFY(!rehearsal.steps.at(1).isMeasured);
        const RehearsedDatabase& database = rehearsal.databases.constFirst();
        QVERIFY(database.verification->isOk());
        QVERIFY(database.copiedBy.contains(u"1 applied revision"_s));
        QCOMPARE(bench.server.value(u"postgres"_s, u"SELECT count(*) FROM pg_database "
                                                   "WHERE datname LIKE 'socrates_replay_%'"_s),
                 u"0"_s);
    }
};

SOCRATES_TEST_MAIN(tst_Rehearse)
#include "tst_rehearse.moc"
