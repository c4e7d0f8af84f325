// SPDX-License-Identifier: MIT
#include "core/engine/recognition.h"
#include "tests/support/projectfixture.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

Recognition look(const QString& database, const DatabaseName& name)
{
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const auto connection = TestServer::shared().connect(database);
    Recognition result = recognise(*connection, planProject(), name, ExpectedSchemaSource(options));
    if (result.error)
        qFatal("%s", qPrintable(result.error->text()));
    return result;
}

/// The up sections of one database, without its version table.
QStringList tablesOf(const DatabaseName& name)
{
    const Project project = planProject();
    QStringList result;
    for (const RevisionPtr& revision : project.graph(name).revisions()) {
        for (const Statement& statement : revision->up.statements)
            result << statement.text;
    }
    return result;
}

const QString kNoRow = u"DROP TABLE alembic_version"_s;

} // namespace

class TestRecognition : public QObject
{
    Q_OBJECT
private slots:
    void names_data();
    void names();
    void offersMakeItTrue_data();
    void offersMakeItTrue();
    void wholePlanInOneDatabase();
    void misplacedTablesWithRowsStay();
    void emptyAndTrueOfferNothing();
    void whatIsIgnoredIsNotNothing();
};

void TestRecognition::names_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("then");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& rows, const QStringList& then,
                        const QString& sentence) {
        QTest::newRow(name) << rows << then << sentence;
    };
    row("head", {u"002"_s}, {}, u"exactly 002"_s);
    row("no version row", {u"002"_s}, {kNoRow}, u"exactly 002"_s);
    row("older", {u"001"_s}, {kNoRow}, u"exactly 001"_s);
    row("empty", {}, {kNoRow}, u"empty"_s);
    row("unknown row", {u"002"_s}, {u"UPDATE alembic_version SET version_num = 'dead'"_s},
        u"exactly 002; its version row dead is in no file"_s);
    row("wrong row", {u"001"_s}, {u"UPDATE alembic_version SET version_num = '002'"_s},
        u"002 by its version row, 001 by its tables"_s);
    row("row and no tables", {}, {u"INSERT INTO alembic_version VALUES ('002')"_s},
        u"002 by its version row, base by its tables"_s);
    row("missing index", {u"002"_s}, {kNoRow, u"DROP INDEX idx_users_status"_s},
        u"002 but index users.idx_users_status is missing; no version row says so"_s);
    row("hand-mended", {u"002"_s}, {u"ALTER TABLE users ADD phone text"_s},
        u"002 but column users.phone is extra"_s);
    row("hand-mended otherwise", {u"002"_s},
        {u"ALTER TABLE users ALTER status TYPE text"_s, u"DROP INDEX idx_users_email"_s},
        u"002 but column users.status is different and index users.idx_users_email is missing"_s);
    row("half-done", {u"002"_s},
        {u"UPDATE alembic_version SET version_num = '001'"_s,
         u"DROP INDEX idx_refresh_tokens_token, idx_refresh_tokens_user_id"_s},
        u"002 but index refresh_tokens.idx_refresh_tokens_token is missing and index "
        "refresh_tokens.idx_refresh_tokens_user_id is missing; its version row says 001"_s);
    row("stamped wrongly, and hand-mended", {u"001"_s},
        {u"UPDATE alembic_version SET version_num = '002'"_s,
         u"ALTER TABLE users ADD phone text"_s},
        u"001 but column users.phone is extra; its version row says 002"_s);
    row("contaminated", {u"002"_s},
        {u"CREATE TABLE projects (id uuid)"_s, u"CREATE VIEW all_users AS SELECT id FROM users"_s},
        u"002 but view all_users is extra; both plans mixed: projects belongs to socrates_specs"_s);
    row("empty, with what a hosting sets", {},
        {kNoRow, u"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO pg_monitor"_s,
         u"GRANT USAGE ON SCHEMA public TO pg_monitor"_s},
        u"empty"_s);
    row("another project", {}, {kNoRow, u"CREATE TABLE notes (c int)"_s},
        u"nothing of this lineage is in it: table notes is extra; no version row says so"_s);
}

void TestRecognition::names()
{
    QFETCH(QStringList, rows);
    QFETCH(QStringList, then);
    const Recognition recognition = look(databaseAt(kAuth, rows, then), kAuth);
    QTEST(recognition.sentence, "sentence");
}

void TestRecognition::offersMakeItTrue_data()
{
    QTest::addColumn<QStringList>("then");
    QTest::addColumn<QString>("title");
    QTest::newRow("stamp") << QStringList{kNoRow} << u"stamp 002"_s;
    QTest::newRow("stamp over an unknown row")
        << QStringList{u"UPDATE alembic_version SET version_num = 'dead'"_s} << u"stamp 002"_s;
    QTest::newRow("create the index, then stamp")
        << QStringList{kNoRow, u"DROP INDEX idx_users_status"_s}
        << u"create what is missing, then stamp 002"_s;
    QTest::newRow("remove misplaced tables")
        << QStringList{u"CREATE TABLE projects (c int)"_s} << u"remove the misplaced tables"_s;
}

void TestRecognition::offersMakeItTrue()
{
    QFETCH(QStringList, then);
    const QString database = databaseAt(kAuth, {u"002"_s}, then);
    const Recognition before = look(database, kAuth);
    QVERIFY(!before.isTrue());
    QCOMPARE(before.offers.size(), 1);
    QTEST(before.offers.first().title, "title");
    TestServer::shared().run(database, before.offers.first().sql);
    const Recognition after = look(database, kAuth);
    QVERIFY2(after.isTrue(), qPrintable(after.sentence));
    QCOMPARE(after.sentence, u"exactly 002"_s);
}

void TestRecognition::wholePlanInOneDatabase()
{
    const QString database = databaseAt(
        kAuth, {u"002"_s},
        tablesOf(kSpecs) + QStringList{u"UPDATE alembic_version SET version_num = '004'"_s});
    const Recognition auth = look(database, kAuth);
    QCOMPARE(auth.sentence, u"exactly 002; its version row 004 belongs to socrates_specs; both "
                            "plans mixed: projects and sessions belong to socrates_specs"_s);
    QCOMPARE(auth.offers.size(), 2);
    QVERIFY(!auth.isTrue());
    const Recognition specs = look(database, kSpecs);
    QCOMPARE(specs.sentence, u"exactly 004; both plans mixed: refresh_tokens and users belong to "
                             "socrates_auth"_s);
    TestServer::shared().run(database, auth.offers.at(0).sql + auth.offers.at(1).sql);
    QVERIFY(look(database, kAuth).isTrue());
}

void TestRecognition::misplacedTablesWithRowsStay()
{
    const Recognition recognition =
        look(databaseAt(kAuth, {u"002"_s},
                        {u"CREATE TABLE projects (c int)"_s, u"INSERT INTO projects VALUES (1)"_s}),
             kAuth);
    QCOMPARE(recognition.offers.size(), 1);
    QVERIFY(recognition.offers.first().sql.isEmpty());
    QVERIFY(recognition.offers.first().obstacle.startsWith(
        u"There are rows: table projects with 1 row"_s));
}

void TestRecognition::emptyAndTrueOfferNothing()
{
    const Recognition empty = look(TestServer::shared().createDatabase(u"empty"_s), kAuth);
    QVERIFY(empty.isTrue());
    QVERIFY(empty.offers.isEmpty());
    QVERIFY(look(databaseAt(kAuth, {u"002"_s}), kAuth).offers.isEmpty());
}

void TestRecognition::whatIsIgnoredIsNotNothing()
{
    ProjectFolder folder({u"app"_s});
    folder.add(u"app"_s, {u"001"_s, {}, u"CREATE TABLE users (id int);"_s, {}, {}, {}});
    folder.write(u"socrates.json"_s,
                 R"({"databases": [{"name": "app"}], "ignore": ["app.public.tmp_*"]})");
    const Project project = folder.load();
    const QString database = TestServer::shared().createDatabase(u"app"_s);
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const auto connection = TestServer::shared().connect(database);
    const auto verdict = [&] {
        return recognise(*connection, project, DatabaseName(u"app"_s),
                         ExpectedSchemaSource(options))
            .verdict;
    };
    QCOMPARE(verdict(), Recognition::Verdict::Empty);
    TestServer::shared().run(database, {u"CREATE TABLE tmp_a (id int)"_s});
    QCOMPARE(verdict(), Recognition::Verdict::Exact);
}

SOCRATES_TEST_MAIN(TestRecognition)
#include "tst_recognition.moc"
