// SPDX-License-Identifier: MIT
// The real socrates-migrate: rehearse, the modes of a run, and what an interrupted one leaves.
#include "core/base/error.h"
#include "tests/support/cliprogram.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

#ifndef Q_OS_WIN
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::CliProgram;
using socrates::test::ProjectFolder;
using socrates::test::Ran;
using socrates::test::TestServer;

namespace {

/// A pair whose second database requires the first, and the program pointed at it.
struct Pair
{
    TestServer server{QStringList{u"max_prepared_transactions=10"_s}};
    ProjectFolder folder{QStringList{u"one"_s, u"two"_s}};
    QString one = server.createDatabase(u"one"_s);
    QString two = server.createDatabase(u"two"_s);
    CliProgram program{QStringList{u"--project"_s, folder.path(), u"--url"_s,
                                   u"one="_s + server.uri(one), u"--url"_s,
                                   u"two="_s + server.uri(two)}};

    explicit Pair(const QString& last = u"CREATE TABLE b (id int);"_s,
                  const QString& upOptions = {})
    {
        folder.add(u"one"_s, {u"001"_s, {}, u"CREATE TABLE a (id int);"_s, u"DROP TABLE a;"_s});
        folder.add(u"two"_s, {u"101"_s,
                              {},
                              last,
                              u"DROP TABLE IF EXISTS b;"_s,
                              u"requires: one@001\n"_s,
                              upOptions});
    }
    QString tables(const QString& database)
    {
        return server.value(database,
                            u"SELECT coalesce(string_agg(tablename, ',' ORDER BY "
                            "tablename), '') FROM pg_tables WHERE schemaname = 'public'"_s);
    }
    QString prepared()
    {
        return server.value(u"postgres"_s, u"SELECT count(*) FROM pg_prepared_xacts"_s);
    }
    /// Every COMMIT and PREPARE of this database waits for a standby that is not there.
    void holdBack(const QString& database)
    {
        const QString other = database == one ? two : one;
        server.run(u"postgres"_s, {u"ALTER DATABASE %1 SET synchronous_commit = local"_s.arg(other),
                                   u"ALTER DATABASE postgres SET synchronous_commit = local"_s});
        server.run(u"postgres"_s, {u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s,
                                   u"SELECT pg_reload_conf()"_s});
    }
    void letGo()
    {
        server.run(u"postgres"_s, {u"ALTER SYSTEM RESET synchronous_standby_names"_s,
                                   u"SELECT pg_reload_conf()"_s});
    }
    QString waiting()
    {
        return server.value(
            u"postgres"_s, u"SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"_s);
    }
    QString sessions()
    {
        return server.value(u"postgres"_s, u"SELECT count(*) FROM pg_stat_activity WHERE datname "
                                           "IN ('%1', '%2')"_s.arg(one, two));
    }
};

/// A step outside transactions that drops one index and makes another.
struct IndexDrop
{
    Pair pair{u"CREATE TABLE b (id int); CREATE INDEX b_old ON b (id);"_s};

    IndexDrop()
    {
        if (const Ran ran = pair.program.run({u"upgrade"_s}); ran.code != 0)
            qFatal("%s", qPrintable(ran.all()));
        pair.folder.add(
            u"two"_s,
            {u"102"_s, u"101"_s,
             u"DROP INDEX CONCURRENTLY b_old; CREATE INDEX CONCURRENTLY b_new ON b (id);"_s,
             u"DROP INDEX b_new; CREATE INDEX b_old ON b (id);"_s, QString(),
             u"transaction:false"_s});
    }
    QString indexes()
    {
        return pair.server.value(
            pair.two, u"SELECT string_agg(indexname, ',') FROM pg_indexes WHERE tablename = 'b'"_s);
    }
    /// Whoever drops an index CONCURRENTLY waits for its end.
    std::unique_ptr<Connection> readerOfTheTable() { return inTransaction(u"SELECT * FROM b"_s); }
    Ran refusedByAReader()
    {
        const auto reader = readerOfTheTable();
        return pair.program.run({u"upgrade"_s, u"--lock-timeout"_s, u"50ms"_s});
    }
    /// An upgrade whose backend meets `function` (of its pid) when the index is gone and the log
    /// does not say so yet.
    Ran endedInItsNote(const QString& function)
    {
        auto reader = readerOfTheTable();
        QProcess process;
        pair.program.start(process, {u"upgrade"_s, u"--lock-timeout"_s, u"10min"_s, u"--json"_s});
        if (!waits(u"DROP INDEX"_s))
            qFatal("nobody drops the index");
        auto writer = inTransaction(u"SELECT id FROM socrates_admin.migration_log "
                                    "ORDER BY id DESC LIMIT 1 FOR UPDATE"_s);
        reader.reset();
        if (!waits(u"UPDATE socrates_admin"_s))
            qFatal("nobody notes that it is done");
        pair.server.run(pair.two,
                        {u"SELECT "_s + function + u"(pid) FROM pg_stat_activity WHERE "_s +
                         isWaiting(u"UPDATE socrates_admin"_s)});
        writer.reset();
        return CliProgram::finish(process);
    }

private:
    std::unique_ptr<Connection> inTransaction(const QString& sql)
    {
        auto connection = pair.server.connect(pair.two);
        if (!connection->query(u"BEGIN"_s) || !connection->query(sql))
            qFatal("no transaction");
        return connection;
    }
    static QString isWaiting(const QString& start)
    {
        return u"wait_event_type = 'Lock' AND starts_with(query, '%1')"_s.arg(start);
    }
    bool waits(const QString& start)
    {
        return QTest::qWaitFor(
            [&] {
                return pair.server.value(pair.two,
                                         u"SELECT count(*) FROM pg_stat_activity WHERE "_s +
                                             isWaiting(start)) == u"1"_s;
            },
            60000);
    }
};

QJsonObject step(const Ran& ran, int index)
{
    return ran.json().value(u"steps"_s).toArray().at(index).toObject();
}

} // namespace

class CliModesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyModeReachesTheHeads_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("protocol");
        QTest::newRow("each") << u"each"_s << u"one_database"_s;
        QTest::newRow("all") << u"all"_s << u"one_database"_s;
        QTest::newRow("both") << u"both"_s << u"two_phase"_s;
    }
    void everyModeReachesTheHeads()
    {
        QFETCH(QString, mode);
        QFETCH(QString, protocol);
        Pair pair;
        const Ran ran = pair.program.run({u"upgrade"_s, u"--mode"_s, mode, u"--json"_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.all()));
        QCOMPARE(ran.json().value(u"commit_protocol"_s).toString(), protocol);
        QCOMPARE(pair.tables(pair.one), u"a,alembic_version"_s);
        QCOMPARE(pair.tables(pair.two), u"alembic_version,b"_s);
        const Ran back =
            pair.program.run({u"downgrade"_s, u"base"_s, u"--mode"_s, mode, u"--yes-destroy-data"_s,
                              pair.one, u"--yes-destroy-data"_s, pair.two});
        QVERIFY2(back.code == 0, qPrintable(back.all()));
        QCOMPARE(pair.tables(pair.one), u"alembic_version"_s);
    }

    void aStatementIsDoneAlthoughItsNoteFailed()
    {
        IndexDrop drop;
        const Ran ran = drop.endedInItsNote(u"pg_cancel_backend"_s);
        QVERIFY2(ran.code == 1, qPrintable(ran.all()));
        const QJsonObject error = ran.json().value(u"error"_s).toObject();
        QVERIFY2(
            error.value(u"hint"_s).toString().startsWith(u"The statement was done and stays"_s),
            qPrintable(ran.all()));
        const Ran again = drop.pair.program.run({u"upgrade"_s});
        QVERIFY2(again.code == 0, qPrintable(again.all()));
        QCOMPARE(drop.indexes(), u"b_new"_s);
    }

    /// A refusal of an earlier try must not stand for what became of a later one.
    void aStatementThatWasCutOffAfterARefusalIsLookedUp_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("somebody was in the way") << true;
        QTest::newRow("there was no such index") << false;
    }
    void aStatementThatWasCutOffAfterARefusalIsLookedUp()
    {
        QFETCH(bool, isThere);
        IndexDrop drop;
        if (isThere) {
            const Ran refused = drop.refusedByAReader();
            QVERIFY2(refused.code == 5, qPrintable(refused.all()));
        } else {
            drop.pair.server.run(drop.pair.two, {u"DROP INDEX b_old"_s});
            QCOMPARE(drop.pair.program.run({u"upgrade"_s}).code, 1);
            drop.pair.server.run(drop.pair.two, {u"CREATE INDEX b_old ON b (id)"_s});
        }
        const Ran lost = drop.endedInItsNote(u"pg_terminate_backend"_s);
        QVERIFY2(lost.code == 1, qPrintable(lost.all()));
        const Ran again = drop.pair.program.run({u"upgrade"_s});
        QVERIFY2(again.code == 0, qPrintable(again.all()));
        QCOMPARE(drop.indexes(), u"b_new"_s);
    }

    void whatAStepOutsideTransactionsDidIsNotCalledNothing()
    {
        IndexDrop drop;
        const Ran refused = drop.refusedByAReader();
        QVERIFY2(refused.out.contains(u"Failed inside 102, which is no transaction"_s),
                 qPrintable(refused.all()));
        QVERIFY2(!refused.all().contains(u"othing was changed"_s), qPrintable(refused.all()));
        // As the message says, whoever wants to may drop the invalid index by hand.
        drop.pair.server.run(drop.pair.two, {u"DROP INDEX b_old"_s});
        const Ran again = drop.pair.program.run({u"upgrade"_s});
        QVERIFY2(again.code == 0, qPrintable(again.all()));
        QCOMPARE(drop.indexes(), u"b_new"_s);
    }

    void aModeThatIsNotPossibleIsRefusedWithItsReason()
    {
        Pair pair(u"VACUUM;"_s, u"transaction:false"_s);
        const Ran ran = pair.program.run({u"upgrade"_s, u"--mode"_s, u"both"_s, u"--json"_s});
        QCOMPARE(ran.code, 2);
        const QJsonObject error = ran.json().value(u"error"_s).toObject();
        QCOMPARE(error.value(u"code"_s).toString(), u"usage.mode"_s);
        QCOMPARE(error.value(u"file"_s).toString(), pair.folder.revisionPath(u"two"_s, u"101"_s));
        QCOMPARE(pair.tables(pair.one), QString());
        QCOMPARE(pair.program.run({u"upgrade"_s, u"--mode"_s, u"most"_s}).code, 2);
    }

    void whatFailsInOneIsInNeither()
    {
        Pair pair;
        pair.server.run(pair.two, {u"CREATE TABLE b (id int)"_s});
        const Ran ran = pair.program.run({u"upgrade"_s, u"--mode"_s, u"both"_s});
        QVERIFY2(ran.code == 1, qPrintable(ran.all()));
        QCOMPARE(pair.tables(pair.one), QString());
        const Ran nothing = pair.program.run({u"recover"_s});
        QCOMPARE(nothing.code, 0);
        QVERIFY(nothing.out.contains(u"Nothing to recover"));
    }

    /// The program is killed where a run on both databases can leave a half. What holds the moment
    /// still is the server: PREPARE, or the deciding COMMIT, waits for a standby.
    void killedBetweenPrepareAndTheEnd_data()
    {
        QTest::addColumn<bool>("isDecided");
        QTest::newRow("before the decision") << false;
        QTest::newRow("after the decision") << true;
    }
    void killedBetweenPrepareAndTheEnd()
    {
        QFETCH(bool, isDecided);
        Pair pair;
        // What it compares with is known then, so that nothing but the run itself waits.
        QCOMPARE(pair.program.run({u"rehearse"_s}).code, 0);
        pair.holdBack(isDecided ? pair.one : pair.two);
        QProcess process;
        pair.program.start(process, {u"upgrade"_s, u"--mode"_s, u"both"_s});
        QTRY_COMPARE_WITH_TIMEOUT(pair.waiting(), u"1"_s, 60000);
        process.kill();
        CliProgram::finish(process);
        pair.letGo();
        QTRY_COMPARE_WITH_TIMEOUT(pair.sessions(), u"0"_s, 60000);
        QCOMPARE(pair.prepared(), u"1"_s);

        const Ran refused = pair.program.run({u"upgrade"_s});
        QVERIFY2(refused.code == 5, qPrintable(refused.all()));
        QVERIFY2(refused.err.contains(u"recover"), qPrintable(refused.all()));
        const Ran listed = pair.program.run({u"recover"_s, u"--list"_s, u"--json"_s});
        const QJsonObject half = listed.json().value(u"halves"_s).toArray().at(0).toObject();
        QCOMPARE(half.value(u"record"_s).toString(), isDecided ? u"commit"_s : u"roll_back"_s);
        QCOMPARE(pair.prepared(), u"1"_s);
        const Ran recovered = pair.program.run({u"recover"_s});
        QVERIFY2(recovered.code == 0, qPrintable(recovered.all()));
        QCOMPARE(pair.prepared(), u"0"_s);
        QCOMPARE(pair.tables(pair.one), isDecided ? u"a,alembic_version"_s : QString());
        QCOMPARE(pair.tables(pair.two), isDecided ? u"alembic_version,b"_s : QString());
        const Ran again = pair.program.run({u"upgrade"_s, u"--mode"_s, u"both"_s});
        QVERIFY2(again.code == 0, qPrintable(again.all()));
        QCOMPARE(pair.tables(pair.two), u"alembic_version,b"_s);
    }

    void aRehearsalWouldSucceedAndChangesNothing()
    {
        Pair pair;
        const Ran ran = pair.program.run({u"rehearse"_s, u"--json"_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.all()));
        const QJsonObject document = ran.json();
        QCOMPARE(document.value(u"result"_s).toString(), u"would_succeed"_s);
        QCOMPARE(document.value(u"complete"_s).toBool(), true);
        QCOMPARE(step(ran, 1).value(u"state"_s).toString(), u"rehearsed"_s);
        const QJsonObject schema = document.value(u"schemas"_s).toArray().at(0).toObject();
        QCOMPARE(schema.value(u"creates"_s).toArray().at(0).toObject().value(u"name"_s).toString(),
                 u"a"_s);
        QCOMPARE(pair.tables(pair.one), QString());
        const Ran text = pair.program.run({u"rehearse"_s});
        QVERIFY2(text.out.contains(u"Would succeed in "), qPrintable(text.all()));
        QVERIFY2(text.out.contains(u"creates table b"), qPrintable(text.all()));
    }

    void aRehearsalWouldFailAtItsLine()
    {
        Pair pair;
        pair.server.run(pair.two, {u"CREATE TABLE b (id int)"_s});
        const Ran ran = pair.program.run({u"rehearse"_s, u"--json"_s});
        QVERIFY2(ran.code == 1, qPrintable(ran.all()));
        QCOMPARE(ran.json().value(u"result"_s).toString(), u"would_fail"_s);
        const QJsonObject error = step(ran, 1).value(u"error"_s).toObject();
        QCOMPARE(error.value(u"sqlstate"_s).toString(), u"42P07"_s);
        QCOMPARE(error.value(u"line"_s).toInt(), 8);
        QCOMPARE(pair.tables(pair.one), QString());
    }

    void aRehearsalFindsADifference()
    {
        Pair pair;
        pair.server.run(pair.one, {u"CREATE TABLE stray (id int)"_s});
        const Ran ran = pair.program.run({u"rehearse"_s});
        QVERIFY2(ran.code == 3, qPrintable(ran.all()));
        QVERIFY2(ran.out.contains(u"stray"), qPrintable(ran.all()));
    }

    void aRehearsalWaitsForNobodyLong()
    {
        Pair pair(u"CREATE TABLE b (id int);\nALTER TABLE held ADD COLUMN x int;"_s);
        pair.server.run(pair.two, {u"CREATE TABLE held (id int)"_s});
        const auto other = pair.server.connect(pair.two);
        QVERIFY(other->query(u"BEGIN"_s) && other->query(u"SELECT * FROM held"_s));
        const Ran busy = pair.program.run({u"rehearse"_s, u"--lock-timeout"_s, u"200ms"_s});
        QVERIFY2(busy.code == 5, qPrintable(busy.all()));
        const Ran capped = pair.program.run(
            {u"rehearse"_s, u"--lock-timeout"_s, u"1min"_s, u"--cap"_s, u"500ms"_s});
        QVERIFY2(capped.code == 6, qPrintable(capped.all()));
        QVERIFY2(capped.err.contains(u"cap of 0.5 s") || capped.out.contains(u"cap of 0.5 s"),
                 qPrintable(capped.all()));
#ifndef Q_OS_WIN // where Ctrl+C is no signal that another process can send
        QProcess process;
        pair.program.start(process, {u"rehearse"_s, u"--lock-timeout"_s, u"1min"_s});
        QTRY_COMPARE_WITH_TIMEOUT(
            pair.server.value(pair.two, u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s),
            u"1"_s, 60000);
        ::kill(pid_t(process.processId()), SIGINT);
        const Ran stopped = CliProgram::finish(process);
        QVERIFY2(stopped.code == 6, qPrintable(stopped.all()));
#endif
        QCOMPARE(pair.tables(pair.one), QString());
    }

    void aRehearsalOnCopiesTriesWhatCannotBeRolledBack()
    {
        Pair pair(u"VACUUM;"_s, u"transaction:false"_s);
        const Ran here = pair.program.run({u"rehearse"_s, u"--json"_s});
        QVERIFY2(here.code == 0, qPrintable(here.all()));
        QCOMPARE(here.json().value(u"complete"_s).toBool(), false);
        QVERIFY(step(here, 1).value(u"reason"_s).toString().startsWith("VACUUM (line "_L1));
        const Ran copied = pair.program.run({u"rehearse"_s, u"--on-copy"_s, u"--json"_s});
        const Ran stopped = pair.program.run({u"server"_s, u"stop"_s});
        QVERIFY2(copied.code == 0, qPrintable(copied.all()));
        QCOMPARE(copied.json().value(u"complete"_s).toBool(), true);
        QCOMPARE(copied.json().value(u"place"_s).toString(), u"copy"_s);
        QVERIFY2(stopped.code == 0, qPrintable(stopped.all()));
        QCOMPARE(pair.tables(pair.one), QString());
    }
};

SOCRATES_TEST_MAIN(CliModesTest)
#include "tst_climodes.moc"
