// SPDX-License-Identifier: MIT
#include "core/schema/comparison.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

namespace {

SchemaObject object(Kind kind, const QString& table, const QString& name, const QString& definition,
                    int position = 0)
{
    return {kind, u"public"_s, table, name, definition, {}, position};
}

/// A table with two columns, a primary key, an index and a sequence of its own.
void addTable(Schema& schema, const QString& name)
{
    schema.add(object(Kind::Table, {}, name, u"table"_s));
    schema.add(object(Kind::Column, name, u"zid"_s, u"integer not null"_s, 1));
    schema.add(object(Kind::Column, name, u"email"_s, u"text"_s, 2));
    schema.add(object(Kind::PrimaryKey, name, name + u"_pkey"_s, u"PRIMARY KEY (zid)"_s));
    schema.add(object(Kind::Index, name, name + u"_pkey"_s, u"unique btree (zid)"_s));
    schema.add(
        object(Kind::Sequence, name, name + u"_seq"_s, u"integer owned by %1.zid"_s.arg(name)));
}

Schema schemaOf(const QStringList& tables)
{
    Schema schema;
    for (const QString& table : tables)
        addTable(schema, table);
    return schema;
}

QStringList texts(const QList<ComparisonLine>& lines)
{
    QStringList result;
    for (const ComparisonLine& line : lines)
        result << outcomeText(line.outcome) + u' ' + kindText(line.kind) + u' ' +
                      (line.table.isEmpty() ? line.name : line.table + u'.' + line.name);
    return result;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT
private slots:
    void equalSchemasMatchInAReadableOrder();
    void aWholeTableIsOneLine();
    void namesWhatDiffers_data();
    void namesWhatDiffers();
    void extraTableOfAnotherDatabaseIsMisplaced();
    void expectedTableIsNeverMisplaced();
    void ignoredExtrasAreNotReported();
    void ignoringHidesNoMissingTable();
    void anotherColumnOrderIsAHint();
    void tableReplacedByAViewIsBoth();
    void sequenceOfAnotherOwnerIsDifferent();
    void typesStandAlone();
    void invalidIndexHasAHint();
};

void TestComparison::equalSchemasMatchInAReadableOrder()
{
    Schema schema = schemaOf({u"b"_s, u"a"_s});
    schema.notCompared = QStringList{u"2 rules"_s};
    const Comparison comparison = compareSchemas(schema, schema);
    QVERIFY(comparison.isEqual());
    QVERIFY(comparison.differences().isEmpty());
    QCOMPARE(comparison.notCompared, schema.notCompared);
    QCOMPARE(texts(comparison.lines),
             (QStringList{u"match table a"_s, u"match column a.zid"_s, u"match column a.email"_s,
                          u"match primary_key a.a_pkey"_s, u"match index a.a_pkey"_s,
                          u"match sequence a.a_seq"_s, u"match table b"_s, u"match column b.zid"_s,
                          u"match column b.email"_s, u"match primary_key b.b_pkey"_s,
                          u"match index b.b_pkey"_s, u"match sequence b.b_seq"_s}));
}

void TestComparison::aWholeTableIsOneLine()
{
    const Comparison missing = compareSchemas(schemaOf({u"a"_s, u"b"_s}), schemaOf({u"a"_s}));
    QCOMPARE(texts(missing.differences()), QStringList{u"missing table b"_s});
    QVERIFY(!missing.isEqual());
    const Comparison extra = compareSchemas(schemaOf({u"a"_s}), schemaOf({u"a"_s, u"b"_s}));
    QCOMPARE(texts(extra.differences()), QStringList{u"extra table b"_s});
    QCOMPARE(extra.differences().first().expected, QString());
    QCOMPARE(extra.differences().first().found, u"table"_s);
}

void TestComparison::namesWhatDiffers_data()
{
    QTest::addColumn<SchemaObject>("changed");
    QTest::addColumn<QString>("line");
    QTest::newRow("column type") << object(Kind::Column, u"a"_s, u"email"_s, u"integer"_s, 2)
                                 << u"different column a.email"_s;
    QTest::newRow("extra column") << object(Kind::Column, u"a"_s, u"phone"_s, u"text"_s, 3)
                                  << u"extra column a.phone"_s;
    QTest::newRow("extra index") << object(Kind::Index, u"a"_s, u"i"_s, u"btree (email)"_s)
                                 << u"extra index a.i"_s;
    QTest::newRow("table options")
        << object(Kind::Table, {}, u"a"_s, u"unlogged table"_s) << u"different table a"_s;
    QTest::newRow("key") << object(Kind::PrimaryKey, u"a"_s, u"a_pkey"_s, u"PRIMARY KEY (email)"_s)
                         << u"different primary_key a.a_pkey"_s;
}

void TestComparison::namesWhatDiffers()
{
    QFETCH(SchemaObject, changed);
    QFETCH(QString, line);
    const Schema expected = schemaOf({u"a"_s, u"b"_s});
    Schema found = expected;
    found.add(changed);
    const Comparison comparison = compareSchemas(expected, found);
    QCOMPARE(texts(comparison.differences()), QStringList{line});
    QCOMPARE(comparison.differences().first().found, changed.definition);
    if (line.startsWith(u"extra"_s))
        QCOMPARE(texts(compareSchemas(found, expected).differences()),
                 QStringList{u"missing"_s + line.mid(5)});
}

void TestComparison::extraTableOfAnotherDatabaseIsMisplaced()
{
    ComparisonRules rules;
    rules.rightfulDatabase = [](const QString& schema, const QString& table) {
        return schema == u"public"_s && table == u"projects"_s ? u"socrates_specs"_s : QString();
    };
    const Comparison comparison =
        compareSchemas(schemaOf({u"a"_s}), schemaOf({u"a"_s, u"projects"_s, u"other"_s}), rules);
    QCOMPARE(texts(comparison.differences()),
             (QStringList{u"extra table other"_s, u"misplaced table projects"_s}));
    QCOMPARE(comparison.differences().last().hint, u"belongs to socrates_specs"_s);
}

void TestComparison::expectedTableIsNeverMisplaced()
{
    ComparisonRules rules;
    rules.rightfulDatabase = [](const QString&, const QString&) { return u"socrates_specs"_s; };
    QVERIFY(compareSchemas(schemaOf({u"a"_s}), schemaOf({u"a"_s}), rules).isEqual());
    QCOMPARE(texts(compareSchemas(schemaOf({u"a"_s}), {}, rules).differences()),
             QStringList{u"missing table a"_s});
}

void TestComparison::ignoredExtrasAreNotReported()
{
    ComparisonRules rules;
    rules.isIgnored = [](const QString&, const QString& name) {
        return name.startsWith(u"tmp_"_s);
    };
    Schema found = schemaOf({u"a"_s, u"tmp_x"_s});
    found.add(object(Kind::Index, u"a"_s, u"tmp_i"_s, u"btree (email)"_s));
    found.add(object(Kind::Enum, {}, u"tmp_e"_s, u"()"_s));
    found.add(object(Kind::Function, {}, u"f()"_s, u"function"_s));
    QCOMPARE(texts(compareSchemas(schemaOf({u"a"_s}), found, rules).differences()),
             QStringList{u"extra function f()"_s});
}

void TestComparison::ignoringHidesNoMissingTable()
{
    ComparisonRules rules;
    rules.isIgnored = [](const QString&, const QString&) { return true; };
    QCOMPARE(texts(compareSchemas(schemaOf({u"a"_s}), {}, rules).differences()),
             QStringList{u"missing table a"_s});
}

void TestComparison::anotherColumnOrderIsAHint()
{
    const Schema expected = schemaOf({u"a"_s});
    Schema found = expected;
    found.add(object(Kind::Column, u"a"_s, u"zid"_s, u"integer not null"_s, 2));
    found.add(object(Kind::Column, u"a"_s, u"email"_s, u"text"_s, 1));
    const Comparison comparison = compareSchemas(expected, found);
    QVERIFY(comparison.isEqual());
    QVERIFY(comparison.lines.first().hint.contains(u"order"_s));
    // A column that was dropped in between leaves the order of the others as it was.
    found = expected;
    found.add(object(Kind::Column, u"a"_s, u"email"_s, u"text"_s, 7));
    QVERIFY(compareSchemas(expected, found).lines.first().hint.isEmpty());
}

void TestComparison::tableReplacedByAViewIsBoth()
{
    Schema found;
    found.add(object(Kind::View, {}, u"a"_s, u"SELECT 1"_s));
    QCOMPARE(texts(compareSchemas(schemaOf({u"a"_s}), found).differences()),
             (QStringList{u"missing table a"_s, u"extra view a"_s}));
}

void TestComparison::sequenceOfAnotherOwnerIsDifferent()
{
    const Schema expected = schemaOf({u"a"_s, u"b"_s});
    Schema found = expected;
    found.remove({Kind::Sequence, u"public"_s, u"a"_s, u"a_seq"_s});
    found.add(object(Kind::Sequence, {}, u"a_seq"_s, u"integer"_s));
    QCOMPARE(texts(compareSchemas(expected, found).differences()),
             QStringList{u"different sequence a.a_seq"_s});
}

void TestComparison::typesStandAlone()
{
    Schema expected = schemaOf({u"a"_s});
    expected.add(object(Kind::Enum, {}, u"a"_s, u"('x')"_s));
    const Comparison comparison = compareSchemas(expected, {});
    QCOMPARE(texts(comparison.differences()),
             (QStringList{u"missing enum a"_s, u"missing table a"_s}));
}

void TestComparison::invalidIndexHasAHint()
{
    const Schema expected = schemaOf({u"a"_s});
    Schema found = expected;
    found.add(object(Kind::Index, u"a"_s, u"a_pkey"_s, u"unique btree (zid) INVALID"_s));
    const QList<ComparisonLine> lines = compareSchemas(expected, found).differences();
    QCOMPARE(texts(lines), QStringList{u"different index a.a_pkey"_s});
    QVERIFY(!lines.first().hint.isEmpty());
}

SOCRATES_TEST_MAIN(TestComparison)
#include "tst_comparison.moc"
