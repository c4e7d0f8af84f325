// SPDX-License-Identifier: MIT
#include "core/schema/undoproof.h"
#include "tests/support/projectfixture.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kApp(u"app"_s);

/// "1 proven", "2 leaves_something: enum mood is left behind".
QStringList told(const QList<UndoProof>& proofs)
{
    QStringList result;
    for (const UndoProof& proof : proofs) {
        QStringList parts;
        for (const ComparisonLine& line : proof.leftover)
            parts << leftoverText(line);
        if (proof.error)
            parts << u"line %1"_s.arg(proof.error->where.line);
        result << u"%1 %2"_s.arg(proof.revision->id.text(), verdictText(proof.verdict)) +
                      (parts.isEmpty() ? QString() : u": "_s + parts.join(u"; "_s));
    }
    return result;
}

} // namespace

class TestUndoProof : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void thePlanIsProven();
    void saysWhatIsLeftOver();
    void rowsOfRevisionsAreLookedAt();
    void failuresNameTheLine();
    void anUpgradeThatFailsEndsIt();
    void outsideTransactions();
    void onlyTheAskedAndWhatTheyStandOn();
    void secondTimeIsKnown();
    void whatOnlyTheTargetHasIsProvenThere();
    void stops();

private:
    QList<UndoProof> prove(const Project& project, const QList<RevisionId>& ids = {});

    std::unique_ptr<QTemporaryDir> m_cache;
    std::unique_ptr<Connection> m_target;
    UndoProver m_prover;
};

void TestUndoProof::init()
{
    TestServer& server = TestServer::shared();
    m_target = server.connect(server.createDatabase(u"target"_s));
    m_cache = std::make_unique<QTemporaryDir>();
    m_prover = UndoProver({.cacheFolder = m_cache->path(), .replayServer = {}});
}

QList<UndoProof> TestUndoProof::prove(const Project& project, const QList<RevisionId>& ids)
{
    auto proofs = m_prover.prove(project, kApp, ids, *m_target);
    if (!proofs)
        qFatal("%s", qPrintable(proofs.error().text()));
    // Nothing of it in the database that was asked about, and nothing left beside it.
    const auto left = m_target->query(
        u"SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace) + (SELECT count(*) FROM pg_database WHERE datname LIKE 'socrates\\_replay%')"_s);
    if (!left || left->at(0, 0) != "0"_L1)
        qFatal("something was left behind");
    return *proofs;
}

void TestUndoProof::thePlanIsProven()
{
    const Project project = planProject();
    for (const ProjectDatabase& database : project.databases()) {
        const auto proofs = m_prover.prove(project, database.name, {}, *m_target);
        QVERIFY(proofs.has_value());
        QCOMPARE(proofs->size(), database.graph.revisions().size());
        for (const UndoProof& proof : *proofs)
            QCOMPARE(verdictText(proof.verdict), u"proven"_s);
    }
}

void TestUndoProof::saysWhatIsLeftOver()
{
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s,
               {u"1"_s,
                {},
                u"CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (id int, email text NOT NULL);"_s,
                u"DROP TABLE t;"_s,
                {},
                {}});
    folder.add(u"app"_s, {u"2"_s,
                          u"1"_s,
                          u"ALTER TABLE t ALTER id SET DEFAULT 1; CREATE INDEX i ON t (email);"_s,
                          u"SELECT 1;"_s,
                          {},
                          {}});
    folder.add(u"app"_s, {u"3"_s,
                          u"2"_s,
                          u"ALTER TABLE t ADD note text;"_s,
                          u"ALTER TABLE t DROP note, ALTER email DROP NOT NULL; DROP INDEX i;"_s,
                          {},
                          {}});
    folder.add(u"app"_s,
               {u"4"_s, u"3"_s, u"TRUNCATE t;"_s, {}, u"irreversible: rows are gone\n"_s, {}});
    folder.add(u"app"_s,
               {u"5"_s, u"4"_s, u"ALTER TABLE t ADD x int;"_s, u"ALTER TABLE t DROP x;"_s, {}, {}});
    QCOMPARE(
        told(prove(folder.load())),
        (QStringList{
            u"1 leaves_something: enum mood is left behind"_s,
            u"2 leaves_something: column t.id was \"integer\" and is \"integer default 1\"; index t.i is left behind"_s,
            u"3 leaves_something: column t.email was \"text not null\" and is \"text\"; index t.i is gone that was there before"_s,
            u"4 irreversible"_s, u"5 proven"_s}));
}

void TestUndoProof::rowsOfRevisionsAreLookedAt()
{
    ProjectFolder folder({kApp.text()});
    const auto add = [&folder](const QString& id, const QString& down, const QString& up,
                               const QString& undo) {
        folder.add(kApp.text(), {id, down, up, undo, {}, {}});
    };
    add(u"1"_s, {},
        u"CREATE TABLE kinds (id int, name text); INSERT INTO kinds VALUES (1, 'a'), (2, 'b');"_s,
        u"DROP TABLE kinds;"_s);
    add(u"2"_s, u"1"_s, u"INSERT INTO kinds VALUES (3, 'c');"_s,
        u"DELETE FROM kinds WHERE id = 3;"_s);
    add(u"3"_s, u"2"_s, u"INSERT INTO kinds VALUES (4, 'd');"_s, u"DELETE FROM kinds;"_s);
    add(u"4"_s, u"3"_s, u"UPDATE kinds SET name = upper(name);"_s, u"SELECT 1;"_s);
    QCOMPARE(told(prove(folder.load())),
             (QStringList{u"1 proven"_s, u"2 proven"_s,
                          u"3 leaves_something: table kinds was \"3 rows\" and is \"0 rows\""_s,
                          u"4 leaves_something: table kinds was \"4 rows\" and is \"4 rows with "
                          u"other values\""_s}));
}

void TestUndoProof::failuresNameTheLine()
{
    ProjectFolder folder({u"app"_s});
    folder.add(
        u"app"_s,
        {u"1"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;\nDROP TABLE u;"_s, {}, {}});
    folder.add(u"app"_s,
               {u"2"_s, u"1"_s, u"CREATE TABLE u (id int);"_s, u"DROP TABLE u;"_s, {}, {}});
    const QList<UndoProof> proofs = prove(folder.load());
    QCOMPARE(proofs.size(), 2);
    QCOMPARE(verdictText(proofs.at(0).verdict), u"failed"_s);
    QCOMPARE(proofs.at(0).error->where.file, folder.revisionPath(u"app"_s, u"1"_s));
    QCOMPARE(proofs.at(0).error->where.line, proofs.at(0).revision->down.statements.at(1).line);
    QCOMPARE(verdictText(proofs.at(1).verdict), u"proven"_s);
}

void TestUndoProof::anUpgradeThatFailsEndsIt()
{
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s, {u"1"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s, {}, {}});
    folder.add(u"app"_s, {u"2"_s, u"1"_s, u"CREATE TABEL u ();"_s, u"SELECT 1;"_s, {}, {}});
    folder.add(u"app"_s, {u"3"_s, u"2"_s, u"SELECT 1;"_s, u"SELECT 1;"_s, {}, {}});
    const QList<UndoProof> proofs = prove(folder.load());
    QCOMPARE(proofs.size(), 2);
    QCOMPARE(verdictText(proofs.at(1).verdict), u"failed"_s);
    QVERIFY(proofs.at(1).error->where.isValid());
}

void TestUndoProof::outsideTransactions()
{
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s, {u"1"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s, {}, {}});
    folder.add(u"app"_s, {u"2"_s,
                          u"1"_s,
                          u"CREATE INDEX CONCURRENTLY i ON t (id);"_s,
                          u"DROP INDEX i;"_s,
                          {},
                          u"transaction:false"_s});
    QCOMPARE(told(prove(folder.load())), (QStringList{u"1 proven"_s, u"2 proven"_s}));
}

void TestUndoProof::onlyTheAskedAndWhatTheyStandOn()
{
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s, {u"1"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s, {}, {}});
    folder.add(u"app"_s, {u"2"_s, u"1"_s, u"CREATE TABEL u ();"_s, u"SELECT 1;"_s, {}, {}});
    folder.add(u"app"_s,
               {u"3"_s, u"1"_s, u"ALTER TABLE t ADD x int;"_s, u"ALTER TABLE t DROP x;"_s, {}, {}});
    QCOMPARE(told(prove(folder.load(), {RevisionId(u"3"_s)})), QStringList{u"3 proven"_s});
}

void TestUndoProof::secondTimeIsKnown()
{
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s, {u"1"_s, {}, u"CREATE TYPE m AS ENUM ('a');"_s, u"SELECT 1;"_s, {}, {}});
    const int major = m_target->server().major();
    QVERIFY(m_prover.known(folder.load(), kApp, major).isEmpty());
    const QStringList first = told(prove(folder.load()));
    QCOMPARE(told(m_prover.known(folder.load(), kApp, major)), first);
    QVERIFY(prove(folder.load()).at(0).isFromCache);
    folder.add(u"app"_s,
               {u"1"_s, {}, u"CREATE TYPE m AS ENUM ('a');"_s, u"DROP TYPE m;"_s, {}, {}});
    QVERIFY(m_prover.known(folder.load(), kApp, major).isEmpty());
    QCOMPARE(told(prove(folder.load())), QStringList{u"1 proven"_s});
}

void TestUndoProof::whatOnlyTheTargetHasIsProvenThere()
{
    // Another server stands for this one as a role that may not do what the revision does.
    TestServer& server = TestServer::shared();
    server.run(u"postgres"_s, {u"CREATE ROLE elsewhere LOGIN CREATEDB PASSWORD 'x'"_s});
    ConnectionParameters other = server.parameters(u"postgres"_s);
    other.setValue(u"user"_s, u"elsewhere"_s);
    other.setPassword(u"x"_s);
    m_prover = UndoProver({.cacheFolder = m_cache->path(), .replayServer = other});
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s, {u"1"_s,
                          {},
                          u"CREATE TABLE t (i int);\nALTER TABLE t OWNER TO pg_monitor;"_s,
                          u"DROP TABLE t;"_s,
                          {},
                          {}});
    folder.add(u"app"_s,
               {u"2"_s, u"1"_s, u"CREATE TABLE u (i int);"_s, u"DROP TABLE u;"_s, {}, {}});
    folder.add(u"app"_s, {u"3"_s, u"2"_s, u"nonsense;"_s, u"SELECT 1;"_s, {}, {}});
    QCOMPARE(told(prove(folder.load())),
             (QStringList{u"1 proven"_s, u"2 proven"_s, u"3 failed: line 7"_s}));
}

void TestUndoProof::stops()
{
    CancelToken token;
    token.cancel();
    const Project project = planProject();
    const auto proofs =
        m_prover.prove(project, project.databases().first().name, {}, *m_target, token);
    QVERIFY(!proofs);
    QCOMPARE(proofs.error().code, u"stopped.cancelled"_s);
}

SOCRATES_TEST_MAIN(TestUndoProof)
#include "tst_undoproof.moc"
