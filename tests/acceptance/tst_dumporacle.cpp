// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"
#include "tests/support/mutations.h"
#include "tests/support/schemafixtures.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

/// What pg_dump says of a schema, without what says nothing of it: statements in sorted order, the
/// columns of a table too, since their order is a hint and no difference here.
QStringList dumpOf(const QString& database)
{
    const QString dump =
        TestServer::dump({u"--schema-only"_s, u"-d"_s, TestServer::shared().uri(database)});
    static const QRegularExpression noise(
        uR"(^(--.*|\\.*|SET .*|SELECT pg_catalog\.set_config.*|COMMENT ON EXTENSION .*|\s*)$)"_s);
    QStringList lines;
    for (const QString& line : dump.split(u'\n')) {
        if (!noise.match(line).hasMatch())
            lines << line;
    }
    QStringList statements;
    for (const QString& statement : statementsOf(lines.join(u'\n'))) {
        QStringList parts = statement.split(u'\n');
        if (statement.startsWith("CREATE TABLE"_L1) || statement.startsWith("CREATE UNLOGGED"_L1)) {
            for (QString& part : parts) {
                if (part.endsWith(u','))
                    part.chop(1);
            }
            parts.sort();
        }
        statements << parts.join(u'\n');
    }
    statements.sort();
    return statements;
}

/// Where there is no pg_dump for this server: what the catalogs hold of the database, for copies of
/// one template, whose objects have the same numbers. What is granted by default is written out.
QStringList catalogsOf(const QString& database)
{
    const auto connection = TestServer::shared().connect(database);
    const auto tables = connection->query(
        u"SELECT c.relname, a.attname FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = "
        u"c.oid "
        "AND a.attname IN ('relacl', 'proacl', 'typacl', 'nspacl') WHERE c.relnamespace = 11 AND "
        "c.relkind = 'r' AND NOT c.relisshared AND c.relname !~ "
        "'^pg_(statistic|statistic_ext_data|depend|largeobject.*|init_privs|publication.*|"
        "subscription.*)$'"_s);
    if (!tables)
        qFatal("%s", qPrintable(tables.error().text()));
    static const QHash<QString, QString> usual{
        {u"relacl"_s,
         u"acldefault(CASE relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r' END, relowner)"_s},
        {u"proacl"_s, u"acldefault('f', proowner)"_s},
        {u"typacl"_s, u"acldefault('T', typowner)"_s},
        {u"nspacl"_s, u"acldefault('n', nspowner)"_s}};
    QStringList result;
    for (const QStringList& table : tables->rows) {
        const QString grants =
            table.at(1).isEmpty()
                ? u"''"_s
                : u"(SELECT string_agg(g::text, ' ' ORDER BY g::text) FROM unnest(coalesce(%1, %2)) g)"_s
                      .arg(table.at(1), usual.value(table.at(1)));
        const auto rows = connection->query(
            u"SELECT '%1 ' || (to_jsonb(t) - ARRAY['relacl', 'proacl', 'typacl', 'nspacl', "
            "'relfilenode', 'relpages', 'reltuples', 'relallvisible', 'relallfrozen', "
            "'relfrozenxid', 'relminmxid', 'relhasrules', 'relhastriggers', 'relhassubclass', "
            "'reltoastrelid', 'indcheckxmin'])::text || coalesce(%2, '') FROM %1 t"_s.arg(
                table.first(), grants));
        if (!rows)
            qFatal("%s", qPrintable(rows.error().text()));
        for (const QStringList& row : rows->rows)
            result << row.first();
    }
    const auto owned =
        connection->query(u"SELECT d::text FROM pg_depend d WHERE d.deptype = 'a' AND "
                          "d.classid = 'pg_class'::regclass"_s);
    if (!owned)
        qFatal("%s", qPrintable(owned.error().text()));
    for (const QStringList& row : owned->rows)
        result << row.first();
    result.sort();
    return result;
}

bool hasDump()
{
    static const bool isThere = !TestServer::dumpProgram().isEmpty();
    return isThere;
}

Schema schemaOf(const QString& database)
{
    const auto connection = TestServer::shared().connect(database);
    auto schema = readCatalog(*connection, {.maker = u"postgres"_s}); // pg_dump tells owners
    if (!schema)
        qFatal("%s", qPrintable(schema.error().text()));
    return *schema;
}

QString copyOf(const QString& database)
{
    static int number = 0;
    const QString copy = u"%1_state_%2"_s.arg(database).arg(++number);
    TestServer::shared().run(u"postgres"_s,
                             {u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(copy, database)});
    return copy;
}

/// Runs the statements of one change, or nothing of it where another change is in its way.
bool tryChange(const QString& database, const QString& change)
{
    const auto connection = TestServer::shared().connect(database);
    bool isDone = bool(connection->query(u"BEGIN"_s));
    for (const QString& statement : statementsOf(change))
        isDone = isDone && connection->query(statement);
    return bool(connection->query(isDone ? u"COMMIT"_s : u"ROLLBACK"_s)) && isDone;
}

QStringList changesOf(const QString& fixture)
{
    QStringList result;
    for (const QString& line : fixtureText(u"mutations.txt"_s).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(fixture + u" |"_s) || line.startsWith(fixture + u"! |"_s))
            result << line.section(u" | "_s, 2);
    }
    return result;
}

QString onlyIn(const QStringList& a, const QStringList& b)
{
    QStringList result;
    for (const QString& statement : a) {
        if (!b.contains(statement))
            result << statement;
    }
    return result.join(u'\n');
}

QString lineTexts(const Comparison& comparison)
{
    QStringList lines;
    for (const ComparisonLine& line : comparison.differences())
        lines << outcomeText(line.outcome) + u' ' + objectText(line) + u": "_s + line.expected +
                     u" / "_s + line.found;
    return lines.join(u'\n');
}

/// Mends, unless a part of it is to be done by hand; what differs then, or was refused.
QStringList whatMendingMisses(const QString& database, const Schema& expected, const Schema& found,
                              const Comparison& comparison, const QString& change)
{
    QStringList script;
    for (const MendStatement& statement : mendStatements(expected, found, comparison)) {
        if (!statement.note.isEmpty())
            return {};
        script << statement.sql;
    }
    const QString about = change + u"\nmended by\n"_s + script.join(u";\n"_s) + u'\n';
    const auto connection = TestServer::shared().connect(database);
    for (const QString& statement : std::as_const(script)) {
        if (const auto ran = connection->query(statement); !ran)
            return {about + u"refused\n"_s + statement + u'\n' + ran.error().text()};
    }
    const Comparison after = compareSchemas(expected, schemaOf(database));
    return after.isEqual() ? QStringList() : QStringList{about + u"leaves\n"_s + lineTexts(after)};
}

} // namespace

/// The comparison reports a difference exactly where pg_dump writes another schema.
class TestDumpOracle : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { makeFixtureRoles(); }
    void differsWherePgDumpDoes_data() { addFixtures(); }
    void differsWherePgDumpDoes();
    void isMendedForPgDumpToo_data() { addFixtures(); }
    void isMendedForPgDumpToo();
    void everyChangeIsSeenAndMended_data();
    void everyChangeIsSeenAndMended();

private:
    static void addFixtures()
    {
        QTest::addColumn<QString>("fixture");
        for (const QString& fixture : schemaFixtures())
            QTest::newRow(qPrintable(fixture)) << fixture;
    }
};

void TestDumpOracle::differsWherePgDumpDoes()
{
    QFETCH(QString, fixture);
    if (!hasDump())
        QSKIP("no pg_dump for this server");
    struct State
    {
        QStringList changes;
        Schema schema;
        QStringList dump;
    };
    const QString base = databaseOfFixture(fixture);
    const QStringList changes = changesOf(fixture);
    QRandomGenerator random(20251125);
    // The second one was made by other ways of the same end.
    QList<State> states{{{}, schemaOf(base), dumpOf(base)}};
    const QString same = databaseOfFixture(fixture);
    TestServer::shared().run(same, {u"CREATE TABLE passing (id serial PRIMARY KEY, c text)"_s,
                                    u"COMMENT ON TABLE passing IS 'x'"_s,
                                    u"CREATE INDEX ON passing (c)"_s, u"DROP TABLE passing"_s,
                                    u"GRANT CREATE ON SCHEMA public TO app_reader"_s,
                                    u"REVOKE CREATE ON SCHEMA public FROM app_reader"_s});
    states << State{{}, schemaOf(same), dumpOf(same)};
    constexpr int kStates = 12;
    while (states.size() < kStates) {
        const QString database = copyOf(base);
        State state;
        for (int count = 1 + int(random.bounded(2)); count > 0; --count) {
            const QString change = changes.at(random.bounded(int(changes.size())));
            if (tryChange(database, change))
                state.changes << change;
        }
        state.schema = schemaOf(database);
        state.dump = dumpOf(database);
        states << state;
    }
    int equal = 0;
    for (qsizetype a = 0; a < states.size(); ++a) {
        for (qsizetype b = a + 1; b < states.size(); ++b) {
            const Comparison comparison = compareSchemas(states.at(a).schema, states.at(b).schema);
            const bool isDumpEqual = states.at(a).dump == states.at(b).dump;
            equal += isDumpEqual;
            QVERIFY2(comparison.isEqual() == isDumpEqual,
                     qPrintable(states.at(a).changes.join(u"; "_s) + u"\nand\n"_s +
                                states.at(b).changes.join(u"; "_s) + u"\nwe say\n"_s +
                                lineTexts(comparison) + u"\npg_dump says\n"_s +
                                onlyIn(states.at(a).dump, states.at(b).dump) + u"\nagainst\n"_s +
                                onlyIn(states.at(b).dump, states.at(a).dump)));
        }
    }
    QVERIFY(equal >= 1);
    QVERIFY(equal < 12);
}

void TestDumpOracle::isMendedForPgDumpToo()
{
    QFETCH(QString, fixture);
    if (!hasDump())
        QSKIP("no pg_dump for this server");
    const QString base = databaseOfFixture(fixture);
    const Schema expected = schemaOf(base);
    const QStringList dump = dumpOf(base);
    const QStringList changes = changesOf(fixture);
    QRandomGenerator random(20251126);
    int mended = 0;
    while (mended < 6) {
        const QString change = changes.at(random.bounded(int(changes.size())));
        const QString database = copyOf(base);
        if (!tryChange(database, change))
            continue;
        const Schema found = schemaOf(database);
        QStringList script;
        bool isWhole = true;
        for (const MendStatement& statement :
             mendStatements(expected, found, compareSchemas(expected, found))) {
            isWhole = isWhole && statement.note.isEmpty();
            script << statement.sql;
        }
        if (!isWhole)
            continue;
        TestServer::shared().run(database, script);
        const QStringList after = dumpOf(database);
        QVERIFY2(after == dump,
                 qPrintable(change + u"\nmended by\n"_s + script.join(u";\n"_s) + u"\nis\n"_s +
                            onlyIn(after, dump) + u"\nnot\n"_s + onlyIn(dump, after)));
        ++mended;
    }
}

void TestDumpOracle::everyChangeIsSeenAndMended_data()
{
    QTest::addColumn<QString>("fixture");
    for (const QString& fixture : biggerFixtures() + schemaFixtures())
        QTest::newRow(qPrintable(fixture)) << fixture;
}

/// Changes drawn by lot, each by itself: SOCRATES_TEST_MUTATIONS says how many of each schema.
void TestDumpOracle::everyChangeIsSeenAndMended()
{
    QFETCH(QString, fixture);
    const int wanted = qMax(12, qEnvironmentVariableIntValue("SOCRATES_TEST_MUTATIONS"));
    const QString base = databaseOfFixture(fixture);
    const Schema expected = schemaOf(base);
    const auto oracle = hasDump() ? dumpOf : catalogsOf;
    const QStringList dump = oracle(base);
    QStringList changes = mutationsOf(expected);
    std::shuffle(changes.begin(), changes.end(), QRandomGenerator(20251127));
    int done = 0;
    QStringList wrong;
    for (const QString& change : std::as_const(changes)) {
        if (done == wanted)
            break;
        const QString database = copyOf(base);
        if (tryChange(database, change)) {
            ++done;
            const Schema found = schemaOf(database);
            const Comparison comparison = compareSchemas(expected, found);
            const QStringList changed = oracle(database);
            // What is made anew has another number, though it may be the same.
            const bool isMadeAnew =
                !hasDump() && (change.contains(u';') || change.contains(" TYPE "_L1));
            if (comparison.isEqual() != (changed == dump) && !(isMadeAnew && comparison.isEqual()))
                wrong << change + u": "_s + lineTexts(comparison) + u"\nthe oracle says\n"_s +
                             onlyIn(changed, dump) + u"\nnot\n"_s + onlyIn(dump, changed);
            wrong << whatMendingMisses(database, expected, found, comparison, change);
        }
        TestServer::shared().run(u"postgres"_s, {u"DROP DATABASE "_s + database});
    }
    QCOMPARE(done, wanted);
    for (const QString& each : std::as_const(wrong))
        qInfo("%s\n", qPrintable(each));
    QCOMPARE(wrong.size(), 0);
}

SOCRATES_TEST_MAIN(TestDumpOracle)
#include "tst_dumporacle.moc"
