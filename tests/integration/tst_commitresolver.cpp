// SPDX-License-Identifier: MIT
#include "core/engine/commitresolver.h"
#include "core/engine/lane.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;

class tst_CommitResolver : public QObject
{
    Q_OBJECT

private slots:
    void theRowOfAStepIsItsToken()
    {
        const QString database = TestServer::shared().createDatabase(u"one"_s);
        const auto connection = TestServer::shared().connect(database);
        const auto outcomeOf = [&database](const QString& token) {
            return findCommitOutcome(TestServer::shared().parameters(database), {}, token, {},
                                     [] { return false; });
        };
        LogEntry entry = newLogEntry(LogEntry::Event::Upgrade, u"somebody"_s);
        entry.runId = newLogToken();
        entry.token = newLogToken();
        entry.revision = RevisionId(u"001"_s);
        QVERIFY(connection->pipeline(createLogItems()));
        QCOMPARE(outcomeOf(entry.token), CommitOutcome::RolledBack);
        QVERIFY(connection->pipeline({insertLogItem(entry)}));
        QCOMPARE(outcomeOf(entry.token), CommitOutcome::Committed);

        // A transaction:false step has its row from the start.
        entry.token = newLogToken();
        entry.event = LogEntry::Event::Failure;
        entry.message = u"interrupted"_s;
        QVERIFY(connection->pipeline({insertLogItem(entry)}));
        QCOMPARE(outcomeOf(entry.token), CommitOutcome::RolledBack);
        QVERIFY(connection->pipeline(
            {finishProgressItem(entry.token, LogEntry::Event::Upgrade, {u"001"_s})}));
        QCOMPARE(outcomeOf(entry.token), CommitOutcome::Committed);
    }

    void theOldTransactionMustHaveEnded()
    {
        const QString database = TestServer::shared().createDatabase(u"one"_s);
        const auto holder = TestServer::shared().connect(database);
        QVERIFY(
            holder->query(u"SELECT pg_advisory_lock($1)"_s, {QString::number(kAdvisoryLockKey)}));
        int looks = 0;
        const CommitOutcome outcome =
            findCommitOutcome(TestServer::shared().parameters(database), {}, newLogToken(), {},
                              [&looks] { return ++looks > 2; });
        QCOMPARE(outcome, CommitOutcome::Unknown);
    }
};

SOCRATES_TEST_MAIN(tst_CommitResolver)
#include "tst_commitresolver.moc"
