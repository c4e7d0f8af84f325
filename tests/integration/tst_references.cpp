// SPDX-License-Identifier: MIT
#include "core/engine/keyorder.h"
#include "core/engine/references.h"
#include "core/report/json.h"
#include "core/report/wording.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QJsonObject>

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;
using Outcome = ReferenceCheck::Outcome;

namespace {

const DatabaseName kHere(u"here"_s);
const DatabaseName kThere(u"there"_s);

/// Two databases of a project in which rows.k names keys.k, made by the statements given.
class Pair
{
public:
    Pair(const QStringList& here, const QStringList& there, const QString& encoding = {})
        : m_folder({u"here"_s, u"there"_s})
    {
        m_folder.add(u"here"_s, {.id = u"h1"_s,
                                 .up = u"SELECT 1;"_s,
                                 .header = u"references: rows.k -> there.keys.k\n"_s});
        m_folder.add(u"there"_s, {.id = u"t1"_s, .up = u"SELECT 1;"_s});
        TestServer& server = TestServer::shared();
        hereDatabase = server.createDatabase(u"here"_s);
        if (encoding.isEmpty()) {
            thereDatabase = server.createDatabase(u"there"_s);
        } else {
            thereDatabase = u"there_"_s + encoding.toLower();
            server.run(u"postgres"_s, {u"CREATE DATABASE %1 ENCODING '%2' LOCALE 'C' "
                                       "TEMPLATE template0"_s.arg(thereDatabase, encoding)});
        }
        const QString version = u"CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, "
                                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"_s;
        server.run(hereDatabase,
                   QStringList{version, u"INSERT INTO alembic_version VALUES ('h1')"_s} + here);
        server.run(thereDatabase,
                   QStringList{version, u"INSERT INTO alembic_version VALUES ('t1')"_s} + there);
        sessions.insert(kHere, sessionTo(kHere, hereDatabase));
        sessions.insert(kThere, sessionTo(kThere, thereDatabase));
    }

    ReferenceCheck types() const
    {
        const QList<ReferenceCheck> checks = checkReferenceTypes(m_folder.load(), sessions);
        return checks.size() == 1 ? checks.first() : ReferenceCheck();
    }
    ReferenceCheck rows(const CancelToken& token = {}, const ReferenceProgress& told = {}) const
    {
        ReferenceCheck check = types();
        checkReferenceRows(check, sessions, token, told);
        return check;
    }

    static SessionPtr sessionTo(const DatabaseName& name, const QString& database)
    {
        return std::make_shared<Session>(name, TestServer::shared().parameters(database));
    }

    QString hereDatabase, thereDatabase;
    QMap<DatabaseName, SessionPtr> sessions;

private:
    ProjectFolder m_folder;
};

QString saidOf(const ReferenceCheck& check)
{
    return report::referenceSentence(check) + (check.error ? check.error->text() : QString());
}

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT
private slots:
    void findsOrphansOfEveryType_data();
    void findsOrphansOfEveryType();
    void typesThatDiffer_data();
    void typesThatDiffer();
    void agreesWithTheServer_data();
    void agreesWithTheServer();
    void encodingsAndLocalesDoNotMatter();
    void whatIsNotThereYet();
    void policiesDoNotMakeOrphans();
    void cancelEndsAWaitingScan();
    void writesNothing();
};

void TestReferences::findsOrphansOfEveryType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("here"); // values with orphans among them
    QTest::addColumn<QString>("there");
    QTest::addColumn<QStringList>("sample");
    const auto row = [](const char* type, const char* here, const char* there,
                        const QStringList& sample) {
        QTest::newRow(type) << QString::fromLatin1(type) << QString::fromUtf8(here)
                            << QString::fromUtf8(there) << sample;
    };
    row("uuid",
        "('ffffffff-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002'), "
        "('80000000-0000-0000-0000-000000000003')",
        "('80000000-0000-0000-0000-000000000003')",
        {u"00000000-0000-0000-0000-000000000002"_s, u"ffffffff-0000-0000-0000-000000000001"_s});
    row("integer", "(-5), (3), (2147483647), (-2147483648), (0)", "(0), (-5), (7)",
        {u"-2147483648"_s, u"3"_s, u"2147483647"_s});
    row("bigint", "(9223372036854775807), (-9223372036854775808), (1)", "(1)",
        {u"-9223372036854775808"_s, u"9223372036854775807"_s});
    row("smallint", "(-32768), (1)", "(1)", {u"-32768"_s});
    row("numeric", "(10), (9), (-10.5), (-9), (0.10), (0.1), (1e30), ('NaN'), (0), (100.0), (0.09)",
        "(10.00), (0.100), (100), (0.0)",
        {u"-10.5"_s, u"-9"_s, u"0.09"_s, u"9"_s, u"1000000000000000000000000000000"_s, u"NaN"_s});
    row("text", "('b'), ('B'), ('é'), ('z'), (''), ('a''b'), ('日本'), ('ab'), ('a')",
        "('b'), ('a'), ('z')", {u""_s, u"B"_s, u"a'b"_s, u"ab"_s, u"é"_s, u"日本"_s});
    row("varchar(20)", "('x'), ('y')", "('x')", {u"y"_s});
    row("char(5)", "('x'), ('y')", "('x')", {u"y"_s});
    row("date", "('2020-01-02'), ('0044-03-15 BC')", "('2020-01-02')", {u"0044-03-15 BC"_s});
    row("boolean", "(true), (false)", "(true)", {u"false"_s});
}

void TestReferences::findsOrphansOfEveryType()
{
    QFETCH(QString, type);
    QFETCH(QString, here);
    QFETCH(QString, there);
    const Pair pair(
        {u"CREATE TABLE rows (k %1)"_s.arg(type), u"INSERT INTO rows VALUES %1"_s.arg(here),
         u"INSERT INTO rows SELECT k FROM rows"_s, // each twice
         u"INSERT INTO rows VALUES (NULL)"_s},
        {u"CREATE TABLE keys (k %1)"_s.arg(type), u"INSERT INTO keys VALUES %1"_s.arg(there),
         u"INSERT INTO keys VALUES (NULL)"_s});
    const ReferenceCheck check = pair.rows();
    QVERIFY2(check.orphans, qPrintable(saidOf(check)));
    QTEST(check.orphans->sample, "sample");
    QCOMPARE(check.outcome(), Outcome::HasOrphans);
    QVERIFY(check.isFault());
    QCOMPARE(check.orphans->keys, check.orphans->sample.size());
}

void TestReferences::typesThatDiffer_data()
{
    QTest::addColumn<QStringList>("here");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& here, const QStringList& there,
                        const QString& sentence) {
        QTest::newRow(name) << here << there << sentence;
    };
    row("length", {u"CREATE TABLE rows (k varchar(20))"_s},
        {u"CREATE TABLE keys (k varchar(36))"_s},
        u"types differ: rows.k character varying(20) here, keys.k character varying(36) there; "
        "every row has its partner"_s);
    row("width", {u"CREATE TABLE rows (k integer)"_s, u"INSERT INTO rows VALUES (-1), (2)"_s},
        {u"CREATE TABLE keys (k bigint)"_s, u"INSERT INTO keys VALUES (-1)"_s},
        u"types differ: rows.k integer here, keys.k bigint there; 1 row of rows without partner in "
        "keys: 2"_s);
    row("kind", {u"CREATE TABLE rows (k text)"_s}, {u"CREATE TABLE keys (k uuid)"_s},
        u"types differ: rows.k text here, keys.k uuid there; their rows cannot be compared"_s);
    row("a domain over the same type",
        {u"CREATE DOMAIN short AS varchar(20)"_s, u"CREATE DOMAIN shorter AS short"_s,
         u"CREATE TABLE rows (k shorter)"_s},
        {u"CREATE TABLE keys (k varchar(20))"_s},
        u"complete: types equal (character varying(20)), and each of 0 rows has its partner"_s);
    row("a domain over another length",
        {u"CREATE DOMAIN short AS varchar(20)"_s, u"CREATE TABLE rows (k short)"_s},
        {u"CREATE TABLE keys (k varchar(21))"_s},
        u"types differ: rows.k short (character varying(20)) here, keys.k character varying(21) "
        "there; every row has its partner"_s);
    row("enums of other labels",
        {u"CREATE TYPE mood AS ENUM ('a', 'b')"_s, u"CREATE TABLE rows (k mood)"_s},
        {u"CREATE TYPE mood AS ENUM ('a', 'c')"_s, u"CREATE TABLE keys (k mood)"_s},
        u"types differ: rows.k mood (mood ('a', 'b')) here, keys.k mood (mood ('a', 'c')) there; "
        "every row has its partner"_s);
}

void TestReferences::typesThatDiffer()
{
    QFETCH(QStringList, here);
    QFETCH(QStringList, there);
    QFETCH(QString, sentence);
    const Pair pair(here, there);
    const ReferenceCheck check = pair.rows();
    QCOMPARE(saidOf(check), sentence);
    QCOMPARE(check.isFault(), sentence.startsWith("types differ"_L1));
}

void TestReferences::agreesWithTheServer_data()
{
    QTest::addColumn<QString>("key"); // of a number i
    QTest::newRow("uuid") << u"md5(i::text)::uuid"_s;
    QTest::newRow("bigint") << u"(hashtextextended(i::text, 0))"_s;
    QTest::newRow("numeric") << u"(hashtext(i::text)::numeric / 1000)"_s;
    QTest::newRow("text") << u"(substr(md5(i::text), 1, 1 + i % 9) || chr(33 + i % 400) || i)"_s;
}

/// Many blocks of rows, and the server's own answer beside ours.
void TestReferences::agreesWithTheServer()
{
    QFETCH(QString, key);
    const QString type = u"CREATE TABLE %1 AS SELECT "_s + key +
                         u" AS k FROM generate_series(1, 60000) i WHERE %2"_s;
    const Pair pair({type.arg(u"rows"_s, u"i % 3 <> 0"_s)}, {type.arg(u"keys"_s, u"i % 7 <> 0"_s)});
    qint64 told = 0;
    const ReferenceCheck check = pair.rows({}, [&told](qint64 from, qint64) { told = from; });
    QVERIFY2(check.orphans, qPrintable(saidOf(check)));
    QCOMPARE(check.rowsFrom, 40000);
    QCOMPARE(told, 40000);
    TestServer& server = TestServer::shared();
    server.run(pair.hereDatabase, {type.arg(u"keys"_s, u"i % 7 <> 0"_s)});
    const QString expected =
        server.value(pair.hereDatabase, u"SELECT count(*) FROM rows r WHERE NOT EXISTS "
                                        "(SELECT FROM keys WHERE keys.k = r.k)"_s);
    QCOMPARE(QString::number(check.orphans->rows), expected);
    QCOMPARE(check.orphans->sample.size(), Orphans::kSampleSize);
}

void TestReferences::encodingsAndLocalesDoNotMatter()
{
    // In LATIN9 the euro sign is one byte, below letters that come before it in UTF-8.
    const Pair pair(
        {u"CREATE TABLE rows (k text)"_s, u"INSERT INTO rows VALUES ('€'), ('ÿ'), ('é'), ('z')"_s},
        {u"CREATE TABLE keys (k text)"_s, u"INSERT INTO keys VALUES ('€'), ('é'), ('z')"_s},
        u"LATIN9"_s);
    const ReferenceCheck check = pair.rows();
    QVERIFY2(check.orphans, qPrintable(saidOf(check)));
    QCOMPARE(check.orphans->sample, QStringList{u"ÿ"_s});
}

void TestReferences::whatIsNotThereYet()
{
    Pair pair({u"CREATE TABLE rows (k uuid)"_s}, {});
    QCOMPARE(saidOf(pair.rows()),
             u"not there: keys.k of there; verify says whether it should be"_s);
    TestServer::shared().run(pair.thereDatabase, {u"DELETE FROM alembic_version"_s});
    const ReferenceCheck planned = pair.rows();
    QCOMPARE(saidOf(planned), u"not there yet: a pending revision makes keys.k of there"_s);
    QVERIFY(!planned.isFault());
    pair.sessions.remove(kThere);
    QCOMPARE(saidOf(pair.rows()), u"not checked: there is not connected"_s);
    QVERIFY(!pair.rows().isFault());
}

/// Rows that this user may not see are not missing: it is an error, not an orphan.
void TestReferences::policiesDoNotMakeOrphans()
{
    Pair pair({u"CREATE TABLE rows (k integer)"_s, u"INSERT INTO rows VALUES (1)"_s},
              {u"CREATE TABLE keys (k integer)"_s, u"INSERT INTO keys VALUES (1)"_s,
               u"CREATE ROLE looker LOGIN PASSWORD 'x'"_s, u"GRANT SELECT ON keys TO looker"_s,
               u"GRANT SELECT ON alembic_version TO looker"_s,
               u"ALTER TABLE keys ENABLE ROW LEVEL SECURITY"_s});
    ConnectionParameters parameters = TestServer::shared().parameters(pair.thereDatabase);
    parameters.setValue(u"user"_s, u"looker"_s);
    parameters.setPassword(u"x"_s);
    pair.sessions[kThere] = std::make_shared<Session>(kThere, parameters);
    const ReferenceCheck check = pair.rows();
    QVERIFY(check.error);
    QCOMPARE(check.error->sqlState, u"42501"_s);
    QCOMPARE(check.error->database, u"there"_s);
    QVERIFY(!check.orphans);
}

/// Somebody holds the table: the scan waits, and a cancel ends it and leaves nothing behind.
void TestReferences::cancelEndsAWaitingScan()
{
    const Pair pair({u"CREATE TABLE rows (k integer)"_s, u"INSERT INTO rows VALUES (1)"_s},
                    {u"CREATE TABLE keys (k integer)"_s});
    ReferenceCheck check = pair.types();
    TestServer& server = TestServer::shared();
    const auto holder = server.connect(pair.thereDatabase);
    QVERIFY(holder->query(u"BEGIN"_s) && holder->query(u"LOCK TABLE keys"_s));
    CancelToken token;
    std::thread scan([&] { checkReferenceRows(check, pair.sessions, token); });
    const QString waiting = u"SELECT count(*) FROM pg_stat_activity WHERE datname = '%1' AND "
                            "wait_event_type = 'Lock'"_s.arg(pair.thereDatabase);
    while (server.value(u"postgres"_s, waiting) != "1"_L1) {
    }
    token.cancel();
    scan.join();
    QVERIFY(check.error);
    QCOMPARE(check.error->code, u"stopped.cancelled"_s);
    QVERIFY(!check.orphans);
    while (server.value(u"postgres"_s, waiting) != "0"_L1) {
    }
}

void TestReferences::writesNothing()
{
    const Pair pair({u"CREATE TABLE rows (k integer)"_s, u"INSERT INTO rows VALUES (1), (2)"_s},
                    {u"CREATE TABLE keys (k integer)"_s, u"INSERT INTO keys VALUES (1)"_s});
    TestServer& server = TestServer::shared();
    for (const QString& database : {pair.hereDatabase, pair.thereDatabase}) {
        server.run(database,
                   {u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(database)});
    }
    const ReferenceCheck check = pair.rows();
    QVERIFY2(check.orphans, qPrintable(saidOf(check)));
    QCOMPARE(check.orphans->rows, 1);
    const QJsonObject json = report::referencesJson({check}).first().toObject();
    QCOMPARE(json.value(u"result"_s).toString(), u"orphans"_s);
    QCOMPARE(json.value(u"orphan_rows"_s).toInt(), 1);
    QCOMPARE(json.value(u"reference"_s).toString(), u"here.rows.k -> there.keys.k"_s);
}

SOCRATES_TEST_MAIN(TestReferences)
#include "tst_references.moc"
