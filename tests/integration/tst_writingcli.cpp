// SPDX-License-Identifier: MIT
// What socrates-migrate does with revisions as files: lint, new, rescue; and reset.
#include "tests/support/cliprogram.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace socrates::test;
using socrates::core::Project;

namespace {

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A project of one database that exists, with two revisions.
struct Place
{
    ProjectFolder folder{{u"app"_s}};
    QString database = TestServer::shared().createDatabase(u"app"_s);

    Place()
    {
        folder.add(u"app"_s, {u"001"_s,
                              {},
                              u"CREATE TABLE users (id int PRIMARY KEY);"_s,
                              u"DROP TABLE users;"_s,
                              {},
                              {}});
        folder.add(u"app"_s, {u"002"_s,
                              u"001"_s,
                              u"ALTER TABLE users ADD COLUMN name text;"_s,
                              u"ALTER TABLE users DROP COLUMN name;"_s,
                              {},
                              {}});
    }
    /// With the project, and the database connected.
    Ran connected(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runMigrate(QStringList{u"--project"_s, folder.path(), u"--url"_s,
                                      u"app="_s + TestServer::shared().uri(database)} +
                              arguments,
                          input);
    }
    Ran alone(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runMigrate(QStringList{u"--project"_s, folder.path()} + arguments, input);
    }
    QStringList files() const
    {
        return QDir(folder.path() + u"/app"_s).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    void sql(const QStringList& statements) const
    {
        TestServer::shared().run(database, statements);
    }
    QString value(const QString& query) const
    {
        return TestServer::shared().value(database, query);
    }
};

} // namespace

class TestWritingCli : public QObject
{
    Q_OBJECT
private slots:
    void lintNamesRulePlaceAndCure();
    void newWritesTheNextRevision();
    void newRefusesWhatLintFinds();
    void newDerivesAndProvesTheDowngrade();
    void newFromDrift();
    void newWantsOneHead();
    void compareMakesARevision();
    void rescueFindsWhatGitRemembers();
    void rescueUndoesByTheLog();
    void resetEmptiesAndLeavesTheSchema();
    void resetIsRefusedWhereItIsNeeded();
};

void TestWritingCli::lintNamesRulePlaceAndCure()
{
    ProjectFolder folder({u"a"_s, u"b"_s});
    folder.add(u"a"_s, {u"001"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s, {}, {}});
    folder.add(u"b"_s, {u"002"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s, {}, {}});
    folder.add(u"b"_s,
               {u"003"_s, u"002"_s, u"DROP TABLE t;"_s, u"CREATE TABLE t (id int);"_s, {}, {}});
    const QStringList project{u"--project"_s, folder.path()};
    const Ran all = runMigrate(project + QStringList{u"lint"_s});
    QVERIFY2(all.code == 3, qPrintable(all.all()));
    QVERIFY2(all.out.contains("b/003_step.sql:7:1: drops-data"_L1), qPrintable(all.out));
    QVERIFY(all.out.contains("What to do: "_L1));
    QVERIFY(all.out.contains("\n1 finding."_L1));

    const Ran json = runMigrate(project + QStringList{u"lint"_s, u"--json"_s});
    const QJsonObject finding = json.json().value("findings"_L1).toArray().at(0).toObject();
    QCOMPARE(finding.value("rule"_L1), u"drops-data"_s);
    QCOMPARE(finding.value("revision"_L1), u"003"_s);
    QCOMPARE(finding.value("line"_L1), 7);
    QCOMPARE(json.json().value("ok"_L1), false);

    for (const QString& argument : {u"001"_s, u"a@head"_s}) {
        const Ran one = runMigrate(project + QStringList{u"lint"_s, argument});
        QVERIFY2(one.code == 0, qPrintable(one.all()));
        QVERIFY(one.out.contains("Nothing found."_L1));
    }
    QCOMPARE(runMigrate(project + QStringList{u"lint"_s, u"009"_s}).code, 2);
    const Ran help = runMigrate({u"lint"_s, u"--help"_s});
    QVERIFY(help.out.contains("down-leaves"_L1));
}

void TestWritingCli::newWritesTheNextRevision()
{
    const Place place;
    const Ran ran = place.alone({u"new"_s, u"Ein schönes   Ding!"_s, u"--json"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    const QJsonObject json = ran.json();
    QCOMPARE(json.value("revision"_L1), u"003"_s);
    QCOMPARE(json.value("saved"_L1), true);
    const QString path = json.value("file"_L1).toString();
    QVERIFY2(path.endsWith("/app/003_ein_schones_ding.sql"_L1), qPrintable(path));
    const QString text = textOf(path);
    QVERIFY2(text.startsWith(u"-- socrates-migration: 1\n-- revision: 003\n-- down_revision: 002\n"
                             "-- database: app\n-- title: Ein schönes Ding!\n-- create_date: 20"_s),
             qPrintable(text));
    // The project can be read with it, and nothing else was left behind.
    QCOMPARE(
        place.folder.load().graph(socrates::core::DatabaseName(u"app"_s)).heads().first().text(),
        u"003"_s);
    QCOMPARE(place.files().size(), 3);
    // Another of the same name is never written over.
    const Ran again = place.alone({u"new"_s, u"Ein schönes Ding!"_s, u"--id"_s, u"003"_s});
    QVERIFY2(again.code != 0, qPrintable(again.all()));
    QCOMPARE(textOf(path), text);
    QCOMPARE(place.alone({u"new"_s, u"  "_s}).code, 2);
    const Ran greek = place.alone({u"new"_s, u"Τελευταία σύνδεση / Größe\r\n"_s, u"--json"_s});
    QVERIFY2(greek.json().value("file"_L1).toString().endsWith(
                 "/app/004_teleytaia_syndesi_grosse.sql"_L1),
             qPrintable(greek.all()));
    // Where ids are moments, the next one is this moment.
    ProjectFolder stamps({u"app"_s});
    stamps.add(u"app"_s, {u"20240101120000"_s, {}, u"SELECT 1;"_s, {}, {}, {}});
    const QString id = runMigrate({u"--project"_s, stamps.path(), u"new"_s, u"Now"_s, u"--json"_s})
                           .json()
                           .value("revision"_L1)
                           .toString();
    QVERIFY2(id.size() == 14 && id > "20250000000000"_L1, qPrintable(id));
}

void TestWritingCli::newRefusesWhatLintFinds()
{
    const Place place;
    const QStringList arguments{u"new"_s, u"drop"_s,           u"--up"_s,
                                u"-"_s,   u"--irreversible"_s, u"gone"_s};
    const Ran refused = place.alone(arguments, "DROP TABLE users");
    QVERIFY2(refused.code == 3, qPrintable(refused.all()));
    QVERIFY(refused.out.contains("drops-data"_L1));
    QVERIFY(refused.out.contains("Not written."_L1));
    QCOMPARE(place.files().size(), 2);
    const Ran broken = place.alone(arguments, "BEGIN; DROP TABLE users");
    QVERIFY2(broken.code == 2, qPrintable(broken.all()));
    QVERIFY2(broken.err.contains(place.folder.path() + u"/app/003_drop.sql:10:1"_s),
             qPrintable(broken.err));
    const Ran forced = place.alone(arguments + QStringList{u"--no-check"_s}, "DROP TABLE users");
    QVERIFY2(forced.code == 0, qPrintable(forced.all()));
    QCOMPARE(place.files().size(), 3);
}

void TestWritingCli::newDerivesAndProvesTheDowngrade()
{
    const Place place;
    const Ran ran = place.connected({u"new"_s, u"notes"_s, u"--up"_s, u"-"_s, u"--json"_s},
                                    "CREATE TABLE notes (id int PRIMARY KEY, body text);\nCREATE "
                                    "INDEX notes_body ON notes (body);");
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QStringList states;
    for (const QJsonValue& check : ran.json().value("checks"_L1).toArray())
        states << check["check"_L1].toString() + u' ' + check["state"_L1].toString();
    QCOMPARE(states, (QStringList{u"read passed"_s, u"lint passed"_s, u"rehearse passed"_s,
                                  u"prove passed"_s}));
    QVERIFY(ran.json().value("text"_L1).toString().contains("DROP TABLE"_L1));
    // The database itself saw nothing of it.
    QCOMPARE(place.value(u"SELECT count(*) FROM pg_class WHERE relname IN ('notes', 'users')"_s),
             u"0"_s);
    QCOMPARE(place.connected({u"upgrade"_s}).code, 0);
    // A downgrade that leaves something is seen by trying it.
    const Ran bad = place.connected(
        {u"new"_s, u"bad"_s, u"--up"_s, u"-"_s, u"--down"_s, place.folder.path() + u"/down.sql"_s});
    QCOMPARE(bad.code, 2);
    QFile down(place.folder.path() + u"/down.sql"_s);
    QVERIFY(down.open(QIODevice::WriteOnly));
    down.write("DO $$ BEGIN NULL; END $$");
    down.close();
    const Ran leaving =
        place.connected({u"new"_s, u"bad"_s, u"--up"_s, u"-"_s, u"--down"_s, down.fileName()},
                        "CREATE TABLE b (i int)");
    QVERIFY2(leaving.code == 3, qPrintable(leaving.all()));
    QVERIFY2(leaving.out.contains("table b is left behind"_L1), qPrintable(leaving.out));
}

void TestWritingCli::newFromDrift()
{
    const Place place;
    QCOMPARE(place.connected({u"new"_s, u"x"_s, u"--from"_s, u"drift"_s}).code, 2); // not at head
    QCOMPARE(place.connected({u"upgrade"_s}).code, 0);
    // What a hosting gives is no drift.
    place.sql({u"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor"_s,
               u"GRANT SELECT ON users TO pg_monitor"_s});
    const Ran none = place.connected({u"new"_s, u"x"_s, u"--from"_s, u"drift"_s});
    QVERIFY2(none.code == 2 && none.err.contains("nothing to take over"_L1),
             qPrintable(none.all()));
    place.sql({u"ALTER TABLE users ADD COLUMN age int"_s});
    const Ran ran = place.connected({u"new"_s, u"Made by hand"_s, u"--from"_s, u"drift"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QVERIFY(ran.out.contains("stamp app@003"_L1));
    const QString text = textOf(place.folder.path() + u"/app/003_made_by_hand.sql"_s);
    QVERIFY2(text.contains("ADD COLUMN"_L1) && text.contains("DROP COLUMN"_L1), qPrintable(text));
    QVERIFY2(!text.contains("GRANT"_L1) && !text.contains("REVOKE"_L1), qPrintable(text));
    // With it the database is what its revisions say.
    QCOMPARE(place.connected({u"stamp"_s, u"003"_s}).code, 0);
    QCOMPARE(place.connected({u"verify"_s}).code, 0);
}

void TestWritingCli::newWantsOneHead()
{
    Place place;
    place.folder.add(u"app"_s, {u"010"_s, u"001"_s, u"SELECT 1;"_s, u"SELECT 1;"_s, {}, {}});
    const Ran two = place.alone({u"new"_s, u"x"_s});
    QVERIFY2(two.code == 2 && two.err.contains("several heads"_L1), qPrintable(two.all()));
    const Ran merge =
        place.alone({u"new"_s, u"Join"_s, u"--down-revision"_s, u"heads"_s, u"--json"_s});
    QVERIFY2(merge.code == 0, qPrintable(merge.all()));
    QCOMPARE(merge.json().value("revision"_L1), u"011"_s);
    QCOMPARE(merge.json().value("down_revision"_L1).toArray().size(), 2);
}

void TestWritingCli::compareMakesARevision()
{
    const Place place;
    QCOMPARE(place.connected({u"upgrade"_s}).code, 0);
    place.sql({u"CREATE TYPE mood AS ENUM ('sad', 'glad')"_s});
    const Ran wrong =
        place.connected({u"compare"_s, u"app@head"_s, u"app"_s, u"--new-revision"_s, u"t"_s});
    QCOMPARE(wrong.code, 2);
    const Ran ran =
        place.connected({u"compare"_s, u"app"_s, u"app@head"_s, u"--new-revision"_s, u"Moods"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QVERIFY(textOf(place.folder.path() + u"/app/003_moods.sql"_s).contains("CREATE TYPE"_L1));
}

void TestWritingCli::rescueFindsWhatGitRemembers()
{
#ifdef Q_OS_WIN
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("Wine has no git.");
#endif
    Place place;
    QVERIFY2(place.connected({u"rescue"_s, u"002"_s}).err.contains("is not lost"_L1), "known");
    const auto git = [&place](const QStringList& arguments) {
        TestServer::runProgram(u"git"_s, QStringList{u"-C"_s, place.folder.path(), u"-c"_s,
                                                     u"user.name=Ann Other"_s, u"-c"_s,
                                                     u"user.email=ann@example.org"_s} +
                                             arguments);
    };
    git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    git({u"add"_s, u"."_s});
    git({u"commit"_s, u"-qm"_s, u"first"_s});
    git({u"checkout"_s, u"-qb"_s, u"feature/mood"_s});
    place.folder.add(
        u"app"_s,
        {u"007"_s, u"002"_s, u"CREATE TABLE moods (id int);"_s, u"DROP TABLE moods;"_s, {}, {}});
    const QString lost = textOf(place.folder.revisionPath(u"app"_s, u"007"_s));
    git({u"add"_s, u"."_s});
    git({u"commit"_s, u"-qm"_s, u"Moods"_s});
    QCOMPARE(place.connected({u"upgrade"_s}).code, 0);
    git({u"checkout"_s, u"-q"_s, u"main"_s});
    QVERIFY(!QFile::exists(place.folder.revisionPath(u"app"_s, u"007"_s)));
    QCOMPARE(place.connected({u"upgrade"_s}).code, 1);

    const Ran found = place.connected({u"rescue"_s, u"007"_s});
    QVERIFY2(found.code == 0, qPrintable(found.all()));
    QVERIFY2(found.out.contains("git: app/007_step.sql, on feature/mood"_L1),
             qPrintable(found.out));
    QVERIFY(found.out.contains("by Ann Other"_L1) && found.out.contains(": Moods"_L1));
    QVERIFY(found.out.contains("exactly what was applied to app"_L1));
    QVERIFY(!QFile::exists(place.folder.revisionPath(u"app"_s, u"007"_s)));
    QVERIFY(place.connected({u"rescue"_s, u"008"_s}).code == 1);

    const Ran restored = place.connected({u"rescue"_s, u"007"_s, u"--restore"_s, u"--json"_s});
    QVERIFY2(restored.code == 0, qPrintable(restored.all()));
    QCOMPARE(textOf(place.folder.revisionPath(u"app"_s, u"007"_s)), lost);
    QCOMPARE(place.connected({u"status"_s, u"--check"_s}).code, 0);
}

void TestWritingCli::rescueUndoesByTheLog()
{
    Place place;
    place.folder.add(
        u"app"_s,
        {u"007"_s, u"002"_s, u"CREATE TABLE moods (id int);"_s, u"DROP TABLE moods;"_s, {}, {}});
    QCOMPARE(place.connected({u"upgrade"_s}).code, 0);
    QVERIFY(QFile::remove(place.folder.revisionPath(u"app"_s, u"007"_s)));
    const Ran found = place.connected({u"rescue"_s, u"007"_s});
    QVERIFY2(found.code == 0 && found.out.contains("log of app: applied"_L1),
             qPrintable(found.all()));
    const QStringList downgrade{u"rescue"_s, u"007"_s, u"--downgrade"_s};
    const Ran unconfirmed = place.connected(downgrade);
    QVERIFY2(unconfirmed.code == 2 && unconfirmed.err.contains("--yes-destroy-data"_L1),
             qPrintable(unconfirmed.all()));
    const Ran done =
        place.connected(downgrade + QStringList{u"--yes-destroy-data"_s, place.database});
    QVERIFY2(done.code == 0, qPrintable(done.all()));
    QCOMPARE(place.value(u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    QCOMPARE(place.value(u"SELECT count(*) FROM pg_class WHERE relname = 'moods'"_s), u"0"_s);
    QCOMPARE(place.connected({u"verify"_s}).code, 0);
}

void TestWritingCli::resetEmptiesAndLeavesTheSchema()
{
    const Place place;
    QCOMPARE(place.connected({u"upgrade"_s}).code, 0);
    const QString role = u"r_"_s + place.database;
    place.sql(
        {u"CREATE ROLE "_s + role,
         u"ALTER SCHEMA public OWNER TO "_s + role,
         u"GRANT USAGE, CREATE ON SCHEMA public TO PUBLIC"_s,
         u"COMMENT ON SCHEMA public IS 'ours'"_s,
         u"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC"_s,
         u"CREATE EXTENSION citext"_s,
         u"CREATE TYPE mood AS ENUM ('a')"_s,
         u"CREATE TYPE pair AS (a int, b mood)"_s,
         u"CREATE DOMAIN d AS int"_s,
         u"CREATE TYPE span AS RANGE (subtype = int)"_s,
         u"CREATE TABLE \"My Table\" (id int GENERATED ALWAYS AS IDENTITY, c citext, m mood, s serial)"_s,
         u"CREATE TABLE parts (id int) PARTITION BY RANGE (id)"_s,
         u"CREATE TABLE part1 PARTITION OF parts FOR VALUES FROM (1) TO (2)"_s,
         u"CREATE VIEW v AS SELECT * FROM users"_s,
         u"CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a"_s,
         u"CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1'"_s,
         u"CREATE PROCEDURE p() LANGUAGE sql AS ''"_s,
         u"CREATE AGGREGATE agg(int) (SFUNC = int4pl, STYPE = int)"_s,
         u"CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)"_s,
         u"CREATE COLLATION coll FROM \"C\""_s,
         u"CREATE STATISTICS st ON id, name FROM users"_s,
         u"CREATE SEQUENCE q"_s,
         u"CREATE TEXT SEARCH CONFIGURATION cfg (COPY = simple)"_s,
         u"CREATE SCHEMA other"_s,
         u"CREATE TABLE other.kept (id int REFERENCES users)"_s,
         u"CREATE VIEW other.seen AS SELECT id FROM users"_s});
    const QString schemaNow =
        u"SELECT nspowner::regrole || nspacl::text || obj_description(oid) || "
        "(SELECT string_agg(defaclacl::text, '') FROM pg_default_acl) || oid "
        "FROM pg_namespace WHERE nspname = 'public'"_s;
    const QString before = place.value(schemaNow);

    const Ran asked = place.connected({u"reset"_s, u"app"_s});
    QVERIFY2(asked.code == 2, qPrintable(asked.all()));
    QVERIFY(asked.err.contains("table \"My Table\""_L1) &&
            asked.err.contains("Extensions stay: citext"_L1));
    // A CASCADE takes these without a word.
    QVERIFY2(asked.err.contains("view other.seen"_L1) &&
                 asked.err.contains("table constraint kept_id_fkey on other.kept"_L1),
             qPrintable(asked.err));
    for (const QString& part : {u"function public.span"_s, u"RI_Constraint"_s, u"view column"_s})
        QVERIFY2(!asked.err.contains(part), qPrintable(asked.err));
    QVERIFY(asked.err.contains("keep what does not stand on this one: other"_L1));
    QCOMPARE(place.value(u"SELECT count(*) FROM users"_s), u"0"_s);

    const Ran done =
        place.connected({u"reset"_s, u"app"_s, u"--yes-destroy-data"_s, place.database});
    QVERIFY2(done.code == 0, qPrintable(done.all()));
    QCOMPARE(place.value(schemaNow), before);
    QCOMPARE(
        place.value(u"SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"_s),
        u"0"_s);
    QCOMPARE(place.value(
                 u"SELECT count(*) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND "
                 "proname IN ('f', 'p', 'agg', 'span')"_s),
             u"0"_s);
    QCOMPARE(place.value(u"SELECT count(*) FROM pg_extension WHERE extname = 'citext'"_s), u"1"_s);
    QCOMPARE(place.value(u"SELECT count(*) FROM other.kept"_s), u"0"_s);
    QCOMPARE(place.value(
                 u"SELECT event || revision || rows_before::text FROM socrates_admin.migration_log "
                 "ORDER BY id DESC LIMIT 1"_s),
             u"downgradebase{002}"_s);
    // From here everything begins anew (other.kept is then extra, so not exit code 0).
    QCOMPARE(place.connected({u"upgrade"_s}).code, 3);
    QCOMPARE(place.value(u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    place.sql({u"ALTER SCHEMA public OWNER TO postgres"_s, u"DROP OWNED BY "_s + role,
               u"DROP ROLE "_s + role});
}

void TestWritingCli::resetIsRefusedWhereItIsNeeded()
{
    ProjectFolder folder({u"a"_s, u"b"_s});
    folder.add(u"a"_s, {u"001"_s, {}, u"CREATE TABLE t (id int);"_s, u"DROP TABLE t;"_s, {}, {}});
    folder.add(u"b"_s, {u"002"_s,
                        {},
                        u"CREATE TABLE t (id int);"_s,
                        u"DROP TABLE t;"_s,
                        u"requires: a@001"_s,
                        {}});
    TestServer& server = TestServer::shared();
    const QString a = server.createDatabase(u"a"_s);
    const QString b = server.createDatabase(u"b"_s);
    const QStringList both{u"--project"_s,          folder.path(), u"--url"_s,
                           u"a="_s + server.uri(a), u"--url"_s,    u"b="_s + server.uri(b)};
    QCOMPARE(runMigrate(both + QStringList{u"upgrade"_s}).code, 0);
    const Ran refused =
        runMigrate(both + QStringList{u"reset"_s, u"a"_s, u"--yes-destroy-data"_s, a});
    QVERIFY2(refused.code == 2 && refused.err.contains("requires a@001"_L1),
             qPrintable(refused.all()));
    QCOMPARE(server.value(a, u"SELECT count(*) FROM t"_s), u"0"_s);
    QCOMPARE(runMigrate(both + QStringList{u"reset"_s, u"c"_s}).code, 2);
    const Ran done =
        runMigrate(both + QStringList{u"reset"_s, u"a"_s, u"b"_s, u"--yes-destroy-data"_s, a,
                                      u"--yes-destroy-data"_s, b});
    QVERIFY2(done.code == 0, qPrintable(done.all()));
}

SOCRATES_TEST_MAIN(TestWritingCli)
#include "tst_writingcli.moc"
