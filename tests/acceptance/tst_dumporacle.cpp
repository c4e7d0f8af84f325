// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"
#include "tests/support/schemafixtures.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QRegularExpression>

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
            QStringList lines;
            for (const ComparisonLine& line : comparison.differences())
                lines << outcomeText(line.outcome) + u' ' + objectText(line) + u": "_s +
                             line.expected + u" / "_s + line.found;
            QVERIFY2(comparison.isEqual() == isDumpEqual,
                     qPrintable(states.at(a).changes.join(u"; "_s) + u"\nand\n"_s +
                                states.at(b).changes.join(u"; "_s) + u"\nwe say\n"_s +
                                lines.join(u'\n') + u"\npg_dump says\n"_s +
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

SOCRATES_TEST_MAIN(TestDumpOracle)
#include "tst_dumporacle.moc"
