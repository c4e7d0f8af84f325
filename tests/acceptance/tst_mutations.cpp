// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"
#include "tests/support/schemafixtures.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

/// "different column stock.items.counted", as mutations.txt writes it.
QString lineText(const ComparisonLine& line)
{
    QStringList names;
    for (const QString& name :
         {line.schema == "public"_L1 ? QString() : line.schema, line.table, line.name}) {
        if (!name.isEmpty() && !(name == line.schema && line.kind == SchemaObject::Kind::Schema))
            names << name;
    }
    if (line.kind == SchemaObject::Kind::Schema)
        names = {line.name};
    // A schema's comment and grants name it already.
    if (line.name.startsWith("schema "_L1))
        names = {line.name};
    return outcomeText(line.outcome) + u' ' + kindText(line.kind) + u' ' + names.join(u'.');
}

QStringList lineTexts(const Comparison& comparison)
{
    QStringList result;
    for (const ComparisonLine& line : comparison.differences())
        result << lineText(line) + u": "_s + line.expected.simplified() + u" / "_s +
                      line.found.simplified();
    return result;
}

} // namespace

/// Seeded faults: each single change of a schema is found, named, and taken back by the SQL that
/// mends it.
class TestMutations : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void isFoundNamedAndMended_data();
    void isFoundNamedAndMended();
    void thereAreEnough();
    void ownersAreNoNoise();

private:
    QMap<QString, QString> m_databases; ///< by the schema's name
    QMap<QString, Schema> m_expected;
};

void TestMutations::initTestCase()
{
    makeFixtureRoles();
    for (const QString& name : schemaFixtures()) {
        m_databases[name] = databaseOfFixture(name);
        const auto connection = TestServer::shared().connect(m_databases[name]);
        const auto schema = readCatalog(*connection, {.maker = u"postgres"_s});
        QVERIFY2(schema, schema ? "" : qPrintable(schema.error().text()));
        m_expected[name] = *schema;
    }
}

void TestMutations::isFoundNamedAndMended_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("change");
    int number = 0;
    for (const QString& line : fixtureText(u"mutations.txt"_s).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QString change = line.section(u" | "_s, 2);
        QTest::addRow("%d %s", ++number, qPrintable(change))
            << line.section(u" | "_s, 0, 0) << line.section(u" | "_s, 1, 1) << change;
    }
}

void TestMutations::isFoundNamedAndMended()
{
    QFETCH(QString, schema);
    QFETCH(QString, named);
    QFETCH(QString, change);
    const bool isByHand = schema.endsWith(u'!');
    schema.remove(u'!');
    const auto connection = TestServer::shared().connect(m_databases.value(schema));
    QVERIFY(connection->query(u"BEGIN"_s));
    for (const QString& statement : statementsOf(change)) {
        const auto done = connection->query(statement);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().text()));
    }
    const Schema& expected = m_expected[schema];
    const auto found = readCatalog(*connection);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().text()));
    const Comparison comparison = compareSchemas(expected, *found);
    const QStringList lines = lineTexts(comparison);
    QVERIFY2(std::any_of(lines.begin(), lines.end(),
                         [&](const QString& line) { return line.startsWith(named + u": "_s); }),
             qPrintable(lines.join(u'\n')));

    QStringList script;
    QStringList notes;
    for (const MendStatement& statement : mendStatements(expected, *found, comparison))
        (statement.note.isEmpty() ? script : notes)
            << (statement.note.isEmpty() ? statement.sql
                                         : statement.object + u": "_s + statement.note);
    QVERIFY2(notes.isEmpty() != isByHand, qPrintable(notes.join(u'\n') + script.join(u";\n"_s)));
    if (isByHand)
        return;
    for (const QString& statement : std::as_const(script)) {
        const auto done = connection->query(statement);
        QVERIFY2(done, qPrintable((done ? QString() : done.error().text()) + u'\n' + statement +
                                  u"\nof\n"_s + script.join(u";\n"_s)));
    }
    const auto mended = readCatalog(*connection);
    QVERIFY2(mended, qPrintable(mended ? QString() : mended.error().text()));
    const Comparison after = compareSchemas(expected, *mended);
    QVERIFY2(after.isEqual(),
             qPrintable(lineTexts(after).join(u'\n') + u"\nafter\n"_s + script.join(u";\n"_s)));
}

void TestMutations::thereAreEnough()
{
    qsizetype count = 0;
    for (const QString& line : fixtureText(u"mutations.txt"_s).split(u'\n', Qt::SkipEmptyParts))
        count += line.startsWith(u'#') ? 0 : 1;
    QVERIFY(count >= 200);
}

void TestMutations::ownersAreNoNoise()
{
    // The same schema in the hands of another role, with what that role's hosting grants.
    TestServer& server = TestServer::shared();
    const QString database = server.createDatabase(u"shop"_s, u"app_owner"_s);
    server.run(database,
               QStringList{u"SET ROLE app_owner"_s} + statementsOf(fixtureText(u"shop.sql"_s)) +
                   QStringList{u"GRANT ALL ON ALL TABLES IN SCHEMA public TO pg_monitor"_s});
    const auto connection = server.connect(database);
    const auto found = readCatalog(*connection);
    QVERIFY(found);
    ComparisonRules rules;
    rules.onlyWhereExpected = {SchemaObject::Kind::Grant, SchemaObject::Kind::EventTrigger};
    const Comparison comparison = compareSchemas(m_expected[u"shop"_s], *found, rules);
    // Also where a revision grants something to others.
    QStringList lines;
    for (const ComparisonLine& line : comparison.differences())
        lines << lineText(line);
    QCOMPARE(lines, QStringList());
    QVERIFY2(
        comparison.notCompared.join(u'|').contains(u"objects with grants that no revision sets"_s),
        qPrintable(comparison.notCompared.join(u'|')));
}

SOCRATES_TEST_MAIN(TestMutations)
#include "tst_mutations.moc"
