// SPDX-License-Identifier: MIT
// Files that changed after they were applied, and what earlier runs left behind.
#include "core/engine/changedfiles.h"
#include "core/engine/runner.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::ProjectFolder;
using socrates::test::TestServer;

namespace {

const DatabaseName kOne(u"one"_s);

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A database at 001 of two revisions.
struct Bench
{
    ProjectFolder folder{{u"one"_s}};
    QString database = TestServer::shared().createDatabase(u"one"_s);
    SessionPtr session = std::make_shared<Session>(kOne, TestServer::shared().parameters(database));
    QString file;

    Bench()
    {
        folder.add(u"one"_s, {u"001"_s,
                              {},
                              u"CREATE TABLE a (id int);\n-- a comment\n"
                              "CREATE TABLE b (id int);"_s,
                              u"DROP TABLE b;\nDROP TABLE a;"_s});
        folder.add(u"one"_s, {u"002"_s, u"001"_s, u"CREATE TABLE c (id int);"_s, {}});
        file = folder.revisionPath(u"one"_s, u"001"_s);
        upgrade(u"001"_s);
    }
    void edit(const QByteArray& before, const QByteArray& after) const
    {
        QByteArray bytes = contentOf(file);
        QFile target(file);
        if (!bytes.contains(before) || !target.open(QIODevice::WriteOnly))
            std::abort();
        target.write(bytes.replace(before, after));
    }
    DatabaseStatus status() const { return readStatuses(folder.load(), {{kOne, session}}).first(); }
    Result<Plan> plan(const QString& target = u"head"_s) const
    {
        const Project project = folder.load();
        return makePlan(project, readStatuses(project, {{kOne, session}}), Direction::Upgrade,
                        {TargetSpec{kOne, target}});
    }
    void upgrade(const QString& target) const
    {
        const Project project = folder.load();
        const auto planned = makePlan(project, readStatuses(project, {{kOne, session}}),
                                      Direction::Upgrade, {TargetSpec{kOne, target}});
        runPlan(project, *planned, {{kOne, session}}, {}, {});
    }
    QList<FileChange> changes() const
    {
        const Project project = folder.load();
        return session
            ->submit([&](Connection& c) {
                return readFileChanges(c, project, *readStatus(c, project, kOne));
            })
            .result()
            .value();
    }
};

} // namespace

class tst_ChangedFiles : public QObject
{
    Q_OBJECT

private slots:
    void nothingChanged()
    {
        const Bench bench;
        QVERIFY(bench.status().changedFiles.isEmpty());
        QVERIFY(bench.plan());
    }

    void aCommentIsCosmetic()
    {
        const Bench bench;
        bench.edit("-- a comment", "-- another comment");
        const auto changed = bench.status().changedFiles;
        QCOMPARE(changed.size(), 1);
        QVERIFY(!changed.first().isMeaningful);
        QVERIFY(bench.plan());
    }

    void nothingRunsOnTopOfAMeaningfulChange()
    {
        const Bench bench;
        bench.edit("CREATE TABLE b (id int)", "CREATE TABLE b (id bigint)");
        QVERIFY(bench.status().changedFiles.first().isMeaningful);
        const auto plan = bench.plan();
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, u"version.changed"_s);
        QCOMPARE(exitCodeOf(plan.error()), ExitCode::Failed);
        QCOMPARE(plan.error().where.file, bench.file);
        const QString diff = bench.changes().first().diff();
        QVERIFY2(diff.contains("\n-CREATE TABLE b (id int);\n+CREATE TABLE b (id bigint);"_L1),
                 qPrintable(diff));
        QVERIFY(diff.contains(" CREATE TABLE a (id int);"_L1));
    }

    void restored_data()
    {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
    }
    void restored()
    {
        QFETCH(const QByteArray, lineEnd);
        const Bench bench;
        bench.edit("\n", lineEnd);
        QVERIFY(bench.status().changedFiles.isEmpty());
        const QByteArray before = contentOf(bench.file);
        bench.edit("CREATE TABLE b (id int)", "CREATE TABLE x ();" + lineEnd + "CREATE TABLE b ()");
        const QByteArray changed = contentOf(bench.file);
        const auto kept = restoreFile(bench.changes().first());
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().text()));
        QCOMPARE(contentOf(bench.file), before);
        QCOMPARE(contentOf(*kept), changed);
        QVERIFY(bench.status().changedFiles.isEmpty());
        QVERIFY(bench.plan());
    }

    void aKeptFileIsNeverWrittenOver()
    {
        const Bench bench;
        bench.edit("CREATE TABLE b (id int)", "CREATE TABLE b ()");
        QVERIFY(restoreFile(bench.changes().first()));
        bench.edit("CREATE TABLE b (id int)", "CREATE TABLE b (x int)");
        const QByteArray changed = contentOf(bench.file);
        QCOMPARE(restoreFile(bench.changes().first()).error().code, u"project.restore"_s);
        QCOMPARE(contentOf(bench.file), changed);
    }

    void accepted()
    {
        const Bench bench;
        bench.edit("CREATE TABLE b (id int)", "CREATE TABLE b (id bigint)");
        const FileChange change = bench.changes().first();
        const DatabaseStatus status = bench.status();
        const auto done =
            bench.session
                ->submit([&](Connection& c) { return acceptChange(c, change, status, {}, {}); })
                .result();
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        QVERIFY(bench.status().changedFiles.isEmpty());
        QVERIFY(bench.plan());
        QCOMPARE(TestServer::shared().value(
                     bench.database, u"SELECT event || ' ' || revision FROM "
                                     "socrates_admin.migration_log ORDER BY id DESC LIMIT 1"_s),
                 u"accept 001"_s);
        bench.edit("id bigint", "id text");
        QCOMPARE(bench.plan().error().code, u"version.changed"_s);
    }

    void anInterruptedStepAndItsIndexAreTold()
    {
        ProjectFolder folder({u"one"_s});
        const QString database = TestServer::shared().createDatabase(u"one"_s);
        ProjectFolder::Draft draft{u"001"_s,
                                   {},
                                   u"CREATE TABLE a AS SELECT 1 AS id FROM generate_series(1, 2);\n"
                                   "CREATE UNIQUE INDEX CONCURRENTLY a_id ON a (id);"_s,
                                   u"DROP TABLE a;"_s};
        draft.upOptions = u"transaction:false"_s;
        folder.add(u"one"_s, draft);
        const Project project = folder.load();
        const auto session =
            std::make_shared<Session>(kOne, TestServer::shared().parameters(database));
        const auto plan = makePlan(project, readStatuses(project, {{kOne, session}}),
                                   Direction::Upgrade, {TargetSpec{kOne, u"head"_s}});
        runPlan(project, *plan, {{kOne, session}}, {}, {});
        // Another program, another day.
        const auto later =
            std::make_shared<Session>(kOne, TestServer::shared().parameters(database));
        const QString told = readStatuses(project, {{kOne, later}}).first().warnings.join(u'\n');
        QVERIFY2(told.contains("upgrade of 001 was interrupted after statement 1"_L1),
                 qPrintable(told));
        QVERIFY2(told.contains("DROP INDEX CONCURRENTLY a_id;"_L1), qPrintable(told));
    }
};

SOCRATES_TEST_MAIN(tst_ChangedFiles)
#include "tst_changedfiles.moc"
