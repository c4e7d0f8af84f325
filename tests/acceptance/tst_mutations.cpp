// SPDX-License-Identifier: MIT
#include "core/schema/aspects.h"
#include "core/schema/catalogreader.h"
#include "core/schema/mend.h"
#include "core/schema/renames.h"
#include "tests/support/schemafixtures.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>

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

/// What a database may hold beside what its revisions made: on every table a view, a view on that,
/// a trigger, a policy and a check, each with an owner or grants of its own.
const QString kBesides = uR"(DO $do$
DECLARE t record;
BEGIN
  CREATE FUNCTION x_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  FOR t IN SELECT c.oid::regclass::text AS name, n.nspname, c.relname, c.relkind, c.relispartition,
      (SELECT quote_ident(a.attname) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum DESC LIMIT 1) AS col
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
   ORDER BY 1
  LOOP
    EXECUTE format('CREATE VIEW %I.%I AS SELECT * FROM %s', t.nspname, 'x_' || t.relname, t.name);
    EXECUTE format('CREATE VIEW %1$I.%2$I AS SELECT * FROM %1$I.%3$I', t.nspname, 'y_' || t.relname, 'x_' || t.relname);
    EXECUTE format('GRANT SELECT ON %I.%I TO app_writer', t.nspname, 'x_' || t.relname);
    EXECUTE format('ALTER VIEW %I.%I OWNER TO app_owner', t.nspname, 'y_' || t.relname);
    EXECUTE format('COMMENT ON VIEW %I.%I IS %L', t.nspname, 'y_' || t.relname, t.name);
    EXECUTE format('CREATE POLICY x_policy ON %s USING (%s IS NOT NULL)', t.name, t.col);
    IF NOT t.relispartition THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF %s ON %s FOR EACH ROW'
                     ' EXECUTE FUNCTION public.x_trigger()', 'x_' || t.relname, t.col, t.name);
    END IF;
    IF t.relkind = 'r' THEN
      EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%s IS NOT NULL OR true) NO INHERIT', t.name, 'x_' || t.relname, t.col);
    END IF;
  END LOOP;
END $do$)"_s;

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
    void isMendedAroundWhatIsThereBesides_data() { isFoundNamedAndMended_data(); }
    void isMendedAroundWhatIsThereBesides();
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

void TestMutations::isMendedAroundWhatIsThereBesides()
{
    QFETCH(QString, schema);
    QFETCH(QString, change);
    if (schema.endsWith(u'!'))
        return;
    const auto connection = TestServer::shared().connect(m_databases.value(schema));
    const QStringList statements = QStringList{u"BEGIN"_s} << statementsOf(change) << kBesides;
    for (const QString& statement : statements) {
        const auto done = connection->query(statement);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().text()));
    }
    // What is only named otherwise is one object, told by two lines.
    const auto isLeft = [](const ComparisonLine& line) {
        return line.outcome == ComparisonLine::Outcome::Match ||
               (line.outcome == ComparisonLine::Outcome::Extra && line.otherName.isEmpty());
    };
    const Schema& expected = m_expected[schema];
    const auto before = readCatalog(*connection);
    QVERIFY(before);
    Comparison asked = compareSchemas(expected, *before);
    asked.lines.removeIf(isLeft);
    QStringList script;
    for (const MendStatement& statement : mendStatements(expected, *before, asked)) {
        // A table that was renamed keeps the names of its keys.
        if (statement.note.contains(u"is taken by"_s))
            return;
        QVERIFY2(statement.note.isEmpty(), qPrintable(statement.object + statement.note));
        script << statement.sql;
    }
    for (const QString& statement : std::as_const(script)) {
        const auto done = connection->query(statement);
        QVERIFY2(done, qPrintable((done ? QString() : done.error().text()) + u'\n' + statement +
                                  u"\nof\n"_s + script.join(u";\n"_s)));
    }
    const auto after = readCatalog(*connection);
    QVERIFY(after);
    Comparison missed = compareSchemas(expected, *after);
    missed.lines.removeIf(isLeft);
    QVERIFY2(missed.lines.isEmpty(),
             qPrintable(lineTexts(missed).join(u'\n') + u"\nafter\n"_s + script.join(u";\n"_s)));
    const QList<Rename> renames = renamesIn(asked);
    const Schema there = renamed(*before, renames);
    for (const SchemaObject& object : there.objects()) {
        static const QRegularExpression besides(u"(^|[ .])[xy]_"_s);
        // The columns of a view follow from those of the table.
        if (object.kind == SchemaObject::Kind::Column ||
            !besides.match(object.table + u' ' + object.name).hasMatch())
            continue;
        const auto* same = after->find({object.kind, object.schema, object.table, object.name});
        // A view goes on reading what is named otherwise now, and its text says so.
        const bool readsRenamed =
            isView(object.kind) &&
            std::any_of(renames.begin(), renames.end(), [&](const Rename& rename) {
                return object.definition.contains(rename.found.name) ||
                       object.definition.contains(rename.name);
            });
        const bool isItself = same != nullptr && same->owner == object.owner &&
                              (readsRenamed || same->definition == object.definition);
        QVERIFY2(isItself,
                 qPrintable(object.table + u'.' + object.name + u'\n' + object.definition +
                            u"\nis\n"_s + (same != nullptr ? same->definition : QString()) +
                            u"\nafter\n"_s + script.join(u";\n"_s)));
    }
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
    rules.onlyWhereExpected = kindsOfHostings();
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
