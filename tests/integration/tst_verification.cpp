// SPDX-License-Identifier: MIT
#include "core/engine/verification.h"
#include "tests/support/projectfixture.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kAuth(u"socrates_auth"_s);
const DatabaseName kSpecs(u"socrates_specs"_s);

DatabaseVerification verify(const QString& database, const DatabaseName& name,
                            const QString& user = {})
{
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    ConnectionParameters parameters = TestServer::shared().parameters(database);
    if (!user.isEmpty()) {
        parameters.setValue(u"user"_s, user);
        parameters.setPassword(u"x"_s);
    }
    const auto connection = Connection::open(parameters);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().text()));
    static const Project project = planProject();
    DatabaseVerification result =
        verifyDatabase(**connection, project, name, ExpectedSchemaSource(options), {},
                       VerificationDetail::WithAttribution);
    if ((*connection)->isInTransaction())
        qFatal("a transaction was left open");
    return result;
}

QStringList differences(const DatabaseVerification& verification)
{
    if (verification.error)
        return {verification.error->text()};
    QStringList result;
    for (const ComparisonLine& line : verification.comparison.differences())
        result << outcomeText(line.outcome) + u' ' + kindText(line.kind) + u' ' +
                      (line.table.isEmpty() ? line.name : line.table + u'.' + line.name);
    return result;
}

} // namespace

class TestVerification : public QObject
{
    Q_OBJECT
private slots:
    void trueAtHead();
    void trueBelowHead();
    void emptyDatabaseIsTrueAtBase();
    void headWithoutTablesIsAFailure();
    void findsEachDifference_data();
    void findsEachDifference();
    void unknownRowsCompareAtHead();
    void tablesWithoutVersionTable();
    void saysWhoOwnsWhatAndWhoMayUseIt();
    void tableOwnersComeFromTheSql();
    void allDatabasesAtOnce();
};

void TestVerification::trueAtHead()
{
    const auto auth = verify(databaseAt(kAuth, {u"002"_s}), kAuth);
    QCOMPARE(differences(auth), QStringList());
    QVERIFY(auth.isOk());
    QCOMPARE(auth.revision, QList<RevisionId>{RevisionId(u"002"_s)});
    QCOMPARE(auth.expectedOrigin, u"recorded in the project"_s);
    QCOMPARE(auth.attribution.text(Schema::Key{SchemaObject::Kind::Column, u"public"_s,
                                               u"refresh_tokens"_s, u"token"_s}),
             u"introduced by 002"_s);
    QVERIFY(!auth.checklist.isEmpty());
    QVERIFY(auth.verifiedAt.isValid());
    const auto specs = verify(databaseAt(kSpecs, {u"004"_s}), kSpecs);
    QCOMPARE(differences(specs), QStringList());
    QVERIFY(specs.isOk());
}

void TestVerification::trueBelowHead()
{
    const auto auth = verify(databaseAt(kAuth, {u"001"_s}), kAuth);
    QCOMPARE(differences(auth), QStringList());
    int pending = 0;
    for (const TickedItem& item : auth.checklist) {
        QCOMPARE(item.isPending, item.item.table == u"refresh_tokens"_s);
        pending += item.isPending;
    }
    QVERIFY(pending > 0);
    QVERIFY(auth.isOk());
}

void TestVerification::emptyDatabaseIsTrueAtBase()
{
    const auto auth = verify(TestServer::shared().createDatabase(u"empty"_s), kAuth);
    QCOMPARE(differences(auth), QStringList());
    for (const TickedItem& item : auth.checklist)
        QVERIFY2(item.isPending, qPrintable(item.item.text));
    QVERIFY(auth.isOk());
}

void TestVerification::headWithoutTablesIsAFailure()
{
    const auto auth =
        verify(databaseAt(kAuth, {}, {u"INSERT INTO alembic_version VALUES ('002')"_s}), kAuth);
    QCOMPARE(differences(auth),
             (QStringList{u"missing table refresh_tokens"_s, u"missing table users"_s}));
    QVERIFY(!auth.isOk());
}

void TestVerification::findsEachDifference_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char* name, const QString& statement, const QStringList& lines) {
        QTest::newRow(name) << statement << lines;
    };
    row("missing index", u"DROP INDEX idx_users_status"_s,
        {u"missing index users.idx_users_status"_s});
    row("missing table", u"DROP TABLE refresh_tokens"_s, {u"missing table refresh_tokens"_s});
    row("different default", u"ALTER TABLE users ALTER role SET DEFAULT 'admin'"_s,
        {u"different column users.role"_s});
    row("extra column", u"ALTER TABLE users ADD phone text"_s, {u"extra column users.phone"_s});
    row("extra table", u"CREATE TABLE notes (c int)"_s, {u"extra table notes"_s});
    row("misplaced table", u"CREATE TABLE projects (c int)"_s, {u"misplaced table projects"_s});
    row("nullability", u"ALTER TABLE users ALTER email DROP NOT NULL"_s,
        {u"different column users.email"_s});
    row("on delete",
        u"ALTER TABLE refresh_tokens DROP CONSTRAINT fk_refresh_tokens_user_id, "
        "ADD CONSTRAINT fk_refresh_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id)"_s,
        {u"different foreign_key refresh_tokens.fk_refresh_tokens_user_id"_s});
    row("invalid index",
        u"UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'idx_users_email'::regclass"_s,
        {u"different index users.idx_users_email"_s});
    row("unique", u"ALTER TABLE users DROP CONSTRAINT users_email_key"_s,
        {u"missing unique users.users_email_key"_s, u"missing index users.users_email_key"_s});
}

void TestVerification::findsEachDifference()
{
    QFETCH(QString, statement);
    const auto auth = verify(databaseAt(kAuth, {u"002"_s}, {statement}), kAuth);
    QTEST(differences(auth), "lines");
    QVERIFY(!auth.isOk());
    if (statement.contains(u"TABLE projects"_s))
        QCOMPARE(auth.comparison.differences().first().hint, u"belongs to socrates_specs"_s);
}

void TestVerification::unknownRowsCompareAtHead()
{
    const QString database =
        databaseAt(kAuth, {u"002"_s}, {u"UPDATE alembic_version SET version_num = 'deadbeef'"_s});
    const auto auth = verify(database, kAuth);
    QCOMPARE(auth.status.unknownRows, QStringList{u"deadbeef"_s});
    QCOMPARE(auth.revision, QList<RevisionId>{RevisionId(u"002"_s)});
    QCOMPARE(differences(auth), QStringList());
}

void TestVerification::tablesWithoutVersionTable()
{
    const auto auth =
        verify(databaseAt(kAuth, {u"002"_s}, {u"DROP TABLE alembic_version"_s}), kAuth);
    QCOMPARE(differences(auth),
             (QStringList{u"extra table refresh_tokens"_s, u"extra table users"_s}));
    QVERIFY(!auth.isOk());
}

void TestVerification::saysWhoOwnsWhatAndWhoMayUseIt()
{
    const QString database =
        databaseAt(kAuth, {u"002"_s},
                   {u"CREATE ROLE app LOGIN PASSWORD 'x'"_s, u"CREATE ROLE keeper"_s,
                    u"ALTER TABLE refresh_tokens OWNER TO keeper"_s,
                    u"GRANT SELECT ON users, alembic_version TO app"_s, u"CREATE SCHEMA closed"_s,
                    u"CREATE TABLE closed.c (i int)"_s});
    const auto own = verify(database, kAuth);
    QVERIFY2(own.ownership.contains(u"keeper owns refresh_tokens"_s),
             qPrintable(own.ownership.join(u'\n')));
    QVERIFY2(own.ownership.contains(u"postgres owns closed.c, alembic_version, users"_s),
             qPrintable(own.ownership.join(u'\n')));
    QCOMPARE(own.rightsProblems, QStringList());
    const auto app = verify(database, kAuth, u"app"_s);
    QCOMPARE(app.rightsProblems,
             (QStringList{u"app may not use the schema closed, where the tables of postgres are"_s,
                          u"app may not read or write refresh_tokens: it belongs to keeper"_s,
                          u"app may not write alembic_version, users: they belong to postgres"_s}));
    QCOMPARE(differences(app), (QStringList{u"extra schema closed"_s, u"extra table c"_s}));
}

void TestVerification::tableOwnersComeFromTheSql()
{
    const QMap<QString, DatabaseName> expected{{u"users"_s, kAuth},
                                               {u"refresh_tokens"_s, kAuth},
                                               {u"projects"_s, kSpecs},
                                               {u"sessions"_s, kSpecs}};
    QCOMPARE(planProject().tableOwners(), expected);
    QTemporaryDir folder;
    const Project project = writeProject(
        folder.path(),
        {{u"1"_s,
          {},
          u"CREATE TABLE IF NOT EXISTS public.\"A b\" (c int);\nCREATE UNLOGGED TABLE U (c int);\n"
          "CREATE TABLE old (c int);\nALTER TABLE ONLY old RENAME TO fresh;\n"
          "ALTER TABLE old RENAME c TO d;\nCREATE INDEX i ON old (c);"_s}});
    QCOMPARE(project.tableOwners().keys(), (QStringList{u"A b"_s, u"fresh"_s, u"old"_s, u"u"_s}));
}

void TestVerification::allDatabasesAtOnce()
{
    TestServer& server = TestServer::shared();
    const Project project = planProject();
    QMap<DatabaseName, SessionPtr> sessions;
    sessions.insert(kSpecs, std::make_shared<Session>(
                                kSpecs, server.parameters(databaseAt(kSpecs, {u"003"_s}))));
    sessions.insert(kAuth,
                    std::make_shared<Session>(kAuth, server.parameters(u"no_such_database"_s)));
    const auto results = verifyDatabases(project, sessions, ExpectedSchemaSource());
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.at(0).name, kAuth);
    QVERIFY(results.at(0).error.has_value());
    QVERIFY(!results.at(0).isOk());
    QCOMPARE(results.at(1).name, kSpecs);
    QVERIFY(results.at(1).isOk());
}

SOCRATES_TEST_MAIN(TestVerification)
#include "tst_verification.moc"
