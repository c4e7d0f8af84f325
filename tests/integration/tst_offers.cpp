// SPDX-License-Identifier: MIT
// What recognise() offers, carried out.
#include "core/engine/recognition.h"
#include "tests/support/projectfixture.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

const DatabaseName kAuth(u"socrates_auth"_s);
const QString kNoRow = u"DROP TABLE alembic_version"_s;

TestServer& server()
{
    return TestServer::shared();
}

/// A database of the plan's at 002, with some statements after that, and what is recognised in it.
struct Place
{
    explicit Place(const QStringList& then, const QStringList& rows = {u"002"_s})
        : database(databaseAt(kAuth, rows, then))
        , session(kAuth, server().parameters(database))
        , seen(look())
    {}

    Recognition look()
    {
        const auto looked = session
                                .submit([this](Connection& connection) -> Result<Recognition> {
                                    return recognise(connection, project, kAuth, source);
                                })
                                .result();
        if (!looked || looked->error)
            qFatal("%s", qPrintable(looked ? looked->error->text() : looked.error().text()));
        return *looked;
    }
    Result<Recognition> apply(const QString& offer, const RunOptions& options = {})
    {
        return applyOffer(project, session, seen, offer, source, options);
    }
    QString value(const QString& sql) const { return server().value(database, sql); }
    /// How many rows the log holds; none when there is no log.
    QString logged() const
    {
        return value(
            u"SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'socrates_admin' AND c.relname = 'migration_log'"_s);
    }

    Project project = planProject();
    ExpectedSchemaSource source = [] {
        ExpectedSchemaSource::Options options;
        options.useCache = false;
        return ExpectedSchemaSource(options);
    }();
    QString database;
    Session session;
    Recognition seen;
};

QStringList idsOf(const Recognition& recognition)
{
    QStringList result;
    for (const Recognition::Offer& offer : recognition.offers)
        result << offer.id;
    return result;
}

} // namespace

class TestOffers : public QObject
{
    Q_OBJECT
private slots:
    void offersAreCarriedOut_data();
    void offersAreCarriedOut();
    void stampLeavesWhatIsExtra();
    void nothingOursMeansAnotherConnection();
    void whatStandsOnMisplacedTables();
    void tablesThatFilledMeanwhileStay();
    void anythingElseIsNotCommitted();
    void rowsMovedMeanwhile();
    void somebodyElseMigrates();
    void anotherServerThanBefore();
    void cutsAreTold();
    void whatCannotBeDoneIsRefused();
};

void TestOffers::offersAreCarriedOut_data()
{
    QTest::addColumn<QStringList>("then");
    QTest::addColumn<QStringList>("offers");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& then, const QStringList& offers,
                        const QString& sentence) {
        QTest::newRow(name) << then << offers << offers.last() << sentence;
    };
    const QString exact = u"exactly 002"_s;
    row("no version table", {kNoRow}, {u"stamp"_s}, exact);
    row("unknown row", {u"UPDATE alembic_version SET version_num = 'dead'"_s}, {u"stamp"_s}, exact);
    row("two rows", {u"INSERT INTO alembic_version VALUES ('001')"_s}, {u"stamp"_s}, exact);
    row("missing index", {kNoRow, u"DROP INDEX idx_users_status"_s}, {u"mend"_s}, exact);
    row("missing index, row right", {u"DROP INDEX idx_users_status"_s}, {u"mend"_s}, exact);
    row("a default", {u"ALTER TABLE users ALTER role SET DEFAULT 'x'"_s}, {u"mend"_s}, exact);
    row("renamed",
        {u"ALTER TABLE refresh_tokens RENAME TO tokens"_s,
         u"ALTER TABLE tokens RENAME user_id TO owner"_s,
         u"ALTER INDEX idx_refresh_tokens_user_id RENAME TO by_owner"_s,
         u"ALTER TABLE users RENAME CONSTRAINT users_pkey TO pk"_s,
         u"ALTER TABLE users RENAME hashed_password TO secret"_s,
         u"COMMENT ON COLUMN users.secret IS NULL"_s},
        {u"mend"_s}, exact);
    row("misplaced", {u"CREATE TABLE projects (c int)"_s}, {u"remove-misplaced"_s}, exact);
    row("misplaced, standing on each other",
        {u"CREATE TABLE projects (c int PRIMARY KEY)"_s,
         u"CREATE TABLE sessions (p int REFERENCES projects)"_s},
        {u"remove-misplaced"_s}, exact);
    row("extra", {u"CREATE TABLE notes (c int)"_s, u"INSERT INTO notes VALUES (1), (2)"_s},
        {u"make-exact"_s}, exact);
    row("extra and missing", {kNoRow, u"ALTER TABLE users ADD phone text, DROP status"_s},
        {u"mend"_s, u"make-exact"_s}, exact);
}

void TestOffers::offersAreCarriedOut()
{
    QFETCH(QStringList, then);
    QFETCH(QString, chosen);
    Place place(then);
    QTEST(idsOf(place.seen), "offers");
    const QStringList rowsBefore = place.seen.status.versionTable.rows;
    const auto after = place.apply(chosen);
    QVERIFY2(after, after ? "" : qPrintable(after.error().text()));
    QTEST(after->sentence, "sentence");
    QVERIFY(after->isTrue());
    QCOMPARE(place.value(u"SELECT event || ' ' || revision || ' ' || rows_before::text || ' ' || "
                         "rows_after::text FROM socrates_admin.migration_log"_s),
             u"stamp 002 %1 {002}"_s.arg(u'{' + rowsBefore.join(u',') + u'}'));
    QVERIFY(place.value(u"SELECT message FROM socrates_admin.migration_log"_s)
                .startsWith(u"recognise: "_s));
}

void TestOffers::stampLeavesWhatIsExtra()
{
    Place place({kNoRow, u"CREATE TABLE notes (c int)"_s, u"INSERT INTO notes VALUES (7)"_s});
    QCOMPARE(idsOf(place.seen), (QStringList{u"stamp"_s, u"make-exact"_s}));
    QCOMPARE(place.seen.offer(u"stamp"_s)->advice, u"Left alone: table notes."_s);
    QVERIFY(!place.seen.offer(u"stamp"_s)->destroysData);
    QVERIFY(place.seen.offer(u"make-exact"_s)->destroysData);
    const QStringList losses = place.seen.offer(u"make-exact"_s)->losses;
    QVERIFY2(losses.size() == 1 && losses.first().startsWith(u"table notes with 1 row"_s),
             qPrintable(losses.join(u'\n')));
    QVERIFY(place.apply(u"stamp"_s));
    QCOMPARE(place.value(u"SELECT c FROM notes"_s), u"7"_s);
    QCOMPARE(place.value(u"SELECT version_num FROM alembic_version"_s), u"002"_s);
}

/// The other database's tables alone: somebody mixed the connections up.
void TestOffers::nothingOursMeansAnotherConnection()
{
    Place place(
        {u"INSERT INTO alembic_version VALUES ('004')"_s, u"CREATE TABLE projects (c int)"_s}, {});
    QCOMPARE(idsOf(place.seen), QStringList{u"remove-misplaced"_s});
    QVERIFY2(place.seen.offers.first().obstacle.contains(u"looks like socrates_specs itself"_s),
             qPrintable(place.seen.offers.first().obstacle));
    QCOMPARE(place.seen.sentence.section(u';', 0, 0),
             u"nothing of this lineage is in it: it looks like socrates_specs"_s);
    QVERIFY(!place.apply(u"remove-misplaced"_s));
    QCOMPARE(place.value(u"SELECT count(*) FROM projects"_s), u"0"_s);
}

/// PostgreSQL would refuse to drop them, so it is said before.
void TestOffers::whatStandsOnMisplacedTables()
{
    const Place place({u"CREATE TABLE projects (c int PRIMARY KEY)"_s,
                       u"CREATE TABLE sessions (p int REFERENCES projects)"_s,
                       u"ALTER TABLE users ADD last int REFERENCES projects"_s,
                       u"CREATE VIEW titles AS SELECT c FROM projects"_s,
                       u"CREATE FUNCTION f() RETURNS SETOF sessions LANGUAGE sql AS 'SELECT * FROM "
                       "sessions'"_s});
    const Recognition::Offer* offer = place.seen.offer(u"remove-misplaced"_s);
    QVERIFY(offer != nullptr && !offer->isApplicable());
    QVERIFY2(offer->obstacle.contains(
                 u"constraint users_last_fkey on table users, function f(), view titles"_s),
             qPrintable(offer->obstacle));
}

void TestOffers::tablesThatFilledMeanwhileStay()
{
    Place place({u"CREATE TABLE projects (c int)"_s});
    server().run(place.database, {u"INSERT INTO projects VALUES (1)"_s});
    const auto applied = place.apply(u"remove-misplaced"_s);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, u"schema.not_empty"_s);
    QCOMPARE(place.value(u"SELECT count(*) FROM projects"_s), u"1"_s);
    QCOMPARE(place.logged(), u"0"_s);
    const Recognition now = place.look();
    QVERIFY(now.offers.first().obstacle.startsWith(u"There are rows: table projects with 1 row"_s));
    QCOMPARE(now.misplacedRows().losses.size(), 1);
}

void TestOffers::anythingElseIsNotCommitted()
{
    Place place({kNoRow});
    server().run(place.database, {u"DROP INDEX idx_users_status"_s});
    const auto applied = place.apply(u"stamp"_s);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, u"schema.verification_failed"_s);
    QCOMPARE(applied.error().detail, u"index users.idx_users_status is missing"_s);
    QCOMPARE(place.value(u"SELECT to_regclass('alembic_version') IS NULL"_s), u"t"_s);
    QCOMPARE(place.logged(), u"0"_s);
}

void TestOffers::rowsMovedMeanwhile()
{
    Place place({u"UPDATE alembic_version SET version_num = 'dead'"_s});
    server().run(place.database, {u"UPDATE alembic_version SET version_num = '001'"_s});
    const auto applied = place.apply(u"stamp"_s);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, u"busy.moved"_s);
    QCOMPARE(place.value(u"SELECT version_num FROM alembic_version"_s), u"001"_s);
}

void TestOffers::somebodyElseMigrates()
{
    Place place({kNoRow});
    const auto other = server().connect(place.database);
    // Their lock is let go with their connection.
    QVERIFY(other->query(u"SELECT pg_advisory_lock(23484895976318061)"_s));
    const auto applied = place.apply(u"stamp"_s);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, u"busy.migrating"_s);
}

void TestOffers::anotherServerThanBefore()
{
    Place place({kNoRow});
    RunOptions options;
    ServerIdentity other = serverIdentity(place.seen.status);
    other.databaseOid = u"1"_s;
    other.database = u"elsewhere"_s;
    options.knownServers.insert(kAuth, other);
    const auto refused = place.apply(u"stamp"_s, options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"server.changed"_s);
    options.acceptsServer = true;
    QVERIFY(place.apply(u"stamp"_s, options));
}

/// An explicit conversion cuts what is too long, and says nothing.
void TestOffers::cutsAreTold()
{
    Place place({u"ALTER TABLE users ALTER role TYPE text"_s});
    QCOMPARE(idsOf(place.seen), QStringList{u"mend"_s});
    const Recognition::Offer& offer = place.seen.offers.first();
    QVERIFY(offer.destroysData);
    QCOMPARE(offer.losses.size(), 1);
    QVERIFY2(offer.losses.first().startsWith(
                 u"what of column users.role does not fit into character varying"_s),
             qPrintable(offer.losses.first()));
}

void TestOffers::whatCannotBeDoneIsRefused()
{
    Place place({kNoRow});
    const auto applied = place.apply(u"make-exact"_s);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, u"usage.offer"_s);
}

SOCRATES_TEST_MAIN(TestOffers)
#include "tst_offers.moc"
