// SPDX-License-Identifier: MIT
#include "core/schema/aspects.h"
#include "core/schema/mend.h"
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

/// A table t or function f() of an owner, with these grants; or tables' default privileges.
Schema granted(Kind kind, const QString& owner, const QString& grants)
{
    Schema schema;
    SchemaObject subject = object(kind, {}, kind == Kind::Table ? u"t"_s : u"f()"_s, u"same"_s);
    subject.owner = owner;
    schema.add(subject);
    if (kind == Kind::DefaultGrant)
        schema = Schema();
    if (!grants.isEmpty())
        schema.add(kind == Kind::DefaultGrant
                       ? SchemaObject{kind, {}, {}, u"tables"_s, grants, {}, 0}
                       : aspectOf(Kind::Grant, subject, grants));
    return schema;
}

ComparisonRules onlyWhereExpected()
{
    ComparisonRules rules;
    rules.onlyWhereExpected = kindsOfHostings();
    return rules;
}

/// Without the quotes of names.
QStringList statements(const Schema& expected, const Schema& found,
                       const ComparisonRules& rules = {})
{
    QStringList result;
    const auto mends = mendStatements(expected, found, compareSchemas(expected, found, rules));
    for (const MendStatement& mend : mends)
        result << (mend.sql.isEmpty() ? u"-- "_s + mend.note : QString(mend.sql).remove(u'"'));
    return result;
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
    void grantsOfOthersAreLeftOut_data();
    void grantsOfOthersAreLeftOut();
    void rolesThatRevisionsNameAreTheProjects_data();
    void rolesThatRevisionsNameAreTheProjects();
    void grantsToAnOwnerAreNoDifference_data();
    void grantsToAnOwnerAreNoDifference();
    void mendingLeavesGrantsThatWereNotCompared();
    void publicIsAsItsServerMakesIt();
    void sequencesAreFoundByName();
    void mendingKnowsVariadicAggregates();
    void statisticsHaveASchemaOfTheirOwn();
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

void TestComparison::grantsOfOthersAreLeftOut_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QStringList>("mends");
    QTest::addColumn<QStringList>("notCompared");
    const QStringList one{u"1 object with grants that no revision sets"_s};
    QTest::newRow("default privileges")
        << Kind::Table << u"app: SELECT"_s << u"anon: DELETE, SELECT; app: SELECT"_s
        << QStringList() << one;
    QTest::newRow("default privileges, and one is missing")
        << Kind::Table << u"app: SELECT"_s << u"anon: DELETE"_s
        << QStringList{u"GRANT SELECT ON TABLE t TO app"_s} << one;
    QTest::newRow("default privileges, and one is too many")
        << Kind::Table << u"app: SELECT"_s << u"PUBLIC: SELECT; anon: DELETE; app: SELECT, UPDATE"_s
        << QStringList{u"REVOKE UPDATE ON TABLE t FROM app"_s} << one;
    QTest::newRow("nothing expected")
        << Kind::Table << QString() << u"anon: DELETE"_s << QStringList() << one;
    QTest::newRow("revoked from everybody")
        << Kind::Function << nothingGranted() << u"anon: EXECUTE"_s << QStringList() << one;
    QTest::newRow("not revoked from everybody")
        << Kind::Function << nothingGranted() << u"PUBLIC: EXECUTE; anon: EXECUTE"_s
        << QStringList{u"REVOKE EXECUTE ON ROUTINE f() FROM PUBLIC"_s} << one;
    QTest::newRow("the usual") << Kind::Function << nothingGranted() << QString()
                               << QStringList{u"REVOKE EXECUTE ON ROUTINE f() FROM PUBLIC"_s}
                               << QStringList();
    QTest::newRow("defaults that a hosting sets, and one is missing")
        << Kind::DefaultGrant << u"app: SELECT"_s << u"anon: DELETE"_s
        << QStringList{u"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app"_s}
        << QStringList{u"1 default privilege that no revision sets"_s};
    QTest::newRow("only defaults that a hosting sets")
        << Kind::DefaultGrant << QString() << u"anon: DELETE"_s << QStringList()
        << QStringList{u"1 default privilege that no revision sets"_s};
    QTest::newRow("only what is named")
        << Kind::Table << u"app: SELECT"_s << u"app: SELECT"_s << QStringList() << QStringList();
}

void TestComparison::grantsOfOthersAreLeftOut()
{
    QFETCH(Kind, kind);
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QFETCH(QStringList, mends);
    QFETCH(QStringList, notCompared);
    const Schema left = granted(kind, {}, expected);
    const Schema right = granted(kind, u"postgres"_s, found);
    const Comparison comparison = compareSchemas(left, right, onlyWhereExpected());
    QCOMPARE(comparison.isEqual(), mends.isEmpty());
    QCOMPARE(comparison.notCompared, notCompared);
    QCOMPARE(statements(left, right, onlyWhereExpected()), mends);
    // Between two live databases all that is there is meant.
    QCOMPARE(compareSchemas(left, right).isEqual(), expected == found);
}

void TestComparison::rolesThatRevisionsNameAreTheProjects_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("defaults");
    QTest::addColumn<QStringList>("mends");
    QTest::addColumn<int>("leftOut");
    QTest::newRow("granted by hand") << QString() << u"app: DELETE"_s << QString()
                                     << QStringList{u"REVOKE DELETE ON TABLE t FROM app"_s} << 0;
    QTest::newRow("beside a hosting's") << QString() << u"anon: DELETE; app: DELETE"_s << QString()
                                        << QStringList{u"REVOKE DELETE ON TABLE t FROM app"_s} << 1;
    QTest::newRow("beside what is expected")
        << u"ro: SELECT"_s << u"app: DELETE; ro: SELECT"_s << QString()
        << QStringList{u"REVOKE DELETE ON TABLE t FROM app"_s} << 0;
    QTest::newRow("by default privileges")
        << QString() << u"app: DELETE"_s << u"app: DELETE, SELECT"_s << QStringList() << 1;
    QTest::newRow("beside what is expected, by default privileges")
        << u"ro: SELECT"_s << u"app: DELETE; ro: SELECT"_s << u"app: DELETE, SELECT"_s
        << QStringList() << 1;
    QTest::newRow("more than default privileges")
        << QString() << u"app: DELETE, SELECT"_s << u"app: SELECT"_s
        << QStringList{u"REVOKE DELETE ON TABLE t FROM app"_s} << 1;
    QTest::newRow("of a role that no revision names")
        << QString() << u"anon: DELETE"_s << QString() << QStringList() << 1;
}

void TestComparison::rolesThatRevisionsNameAreTheProjects()
{
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QFETCH(QString, defaults);
    QFETCH(QStringList, mends);
    QFETCH(int, leftOut);
    Schema left = granted(Kind::Table, {}, expected);
    Schema right = granted(Kind::Table, {}, found);
    const SchemaObject other = object(Kind::Table, {}, u"u"_s, u"same"_s);
    for (Schema* schema : {&left, &right}) {
        schema->add(other);
        schema->add(aspectOf(Kind::Grant, other, u"app: SELECT"_s));
    }
    if (!defaults.isEmpty())
        right.add({Kind::DefaultGrant, {}, {}, u"tables"_s, defaults, {}, 0});
    const Comparison comparison = compareSchemas(left, right, onlyWhereExpected());
    QCOMPARE(statements(left, right, onlyWhereExpected()), mends);
    QCOMPARE(comparison.isEqual(), mends.isEmpty());
    QCOMPARE(comparison.notCompared.filter(u"with grants"_s).size(), leftOut);
}

void TestComparison::grantsToAnOwnerAreNoDifference_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::newRow("granted to the owner of the other side")
        << Kind::Table << u"ro: SELECT"_s << u"app: SELECT, UPDATE; ro: SELECT"_s;
    QTest::newRow("nothing else granted") << Kind::Table << QString() << u"app: SELECT"_s;
    QTest::newRow("taken from everybody else")
        << Kind::Function << nothingGranted() << u"app: EXECUTE"_s;
    QTest::newRow("beside what everybody has")
        << Kind::Function << QString() << u"PUBLIC: EXECUTE; app: EXECUTE"_s;
}

void TestComparison::grantsToAnOwnerAreNoDifference()
{
    QFETCH(Kind, kind);
    QFETCH(QString, expected);
    QFETCH(QString, found);
    const Schema left = granted(kind, u"app"_s, expected);
    const Schema right = granted(kind, u"postgres"_s, found);
    QCOMPARE(texts(compareSchemas(left, right).differences()), QStringList());
    QCOMPARE(texts(compareSchemas(right, left).differences()), QStringList());
    // A column's owner is its table's.
    if (kind != Kind::Table)
        return;
    Schema withColumn = right;
    const SchemaObject column = object(Kind::Column, u"t"_s, u"id"_s, u"integer"_s, 1);
    withColumn.add(column);
    withColumn.add(aspectOf(Kind::Grant, column, u"app: SELECT"_s));
    Schema owned = left;
    owned.add(column);
    QCOMPARE(texts(compareSchemas(withColumn, owned).differences()), QStringList());
}

void TestComparison::mendingLeavesGrantsThatWereNotCompared()
{
    const Schema expected = granted(Kind::Table, u"app"_s, u"ro: SELECT"_s);
    const Schema found = granted(Kind::Table, u"postgres"_s, u"app: SELECT, UPDATE"_s);
    QCOMPARE(statements(expected, found), QStringList{u"GRANT SELECT ON TABLE t TO ro"_s});
    QCOMPARE(statements(found, expected), QStringList{u"REVOKE SELECT ON TABLE t FROM ro"_s});
}

void TestComparison::publicIsAsItsServerMakesIt()
{
    const SchemaObject subject{Kind::Schema, u"public"_s, {}, u"public"_s, u"schema"_s, {}, 0};
    for (const int major : {13, 14, 15, 18}) {
        Schema untouched;
        untouched.serverMajor = major;
        const bool isOld = major < 15;
        Schema changed = untouched;
        changed.add(aspectOf(Kind::Grant, subject,
                             isOld ? u"PUBLIC: USAGE"_s : u"PUBLIC: CREATE, USAGE"_s));
        const QString taken = u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s;
        const QString given = u"GRANT CREATE ON SCHEMA public TO PUBLIC"_s;
        QCOMPARE(statements(changed, untouched), QStringList{isOld ? taken : given});
        QCOMPARE(statements(untouched, changed), QStringList{isOld ? given : taken});
        // A file does not say of which version it is.
        Schema recorded = changed;
        recorded.serverMajor = 0;
        QCOMPARE(statements(recorded, untouched), QStringList{isOld ? taken : given});
    }
}

void TestComparison::sequencesAreFoundByName()
{
    Schema schema = schemaOf({u"a"_s});
    const SchemaObject* owned = schema.findSequence(u"public"_s, u"a_seq"_s);
    QVERIFY(owned != nullptr);
    QCOMPARE(owned->table, u"a"_s);
    const SchemaObject grants = aspectOf(Kind::Grant, *owned, u"app: USAGE"_s);
    QCOMPARE(subjectIn(schema, grants), owned);
    QVERIFY(schema.findSequence(u"other"_s, u"a_seq"_s) == nullptr);
    // Given to another table it is still the one of that name.
    schema.remove({Kind::Sequence, u"public"_s, u"a"_s, u"a_seq"_s});
    QVERIFY(subjectIn(schema, grants) == nullptr);
    schema.add(object(Kind::Sequence, {}, u"a_seq"_s, u"integer"_s));
    QVERIFY(subjectIn(schema, grants) != nullptr);
}

void TestComparison::mendingKnowsVariadicAggregates()
{
    Schema plain;
    plain.add(object(Kind::Aggregate, {}, u"a(text, integer[])"_s, u"(sfunc = n)"_s));
    Schema variadic;
    variadic.add(object(Kind::Aggregate, {}, u"a(text, integer[])"_s, u"(sfunc = n) variadic"_s));
    const QString dropped = u"DROP AGGREGATE a(text, integer[])"_s;
    QCOMPARE(
        statements(variadic, plain),
        (QStringList{dropped,
                     u"CREATE OR REPLACE AGGREGATE a(text, VARIADIC integer[]) (sfunc = n)"_s}));
    QCOMPARE(
        statements(plain, variadic),
        (QStringList{dropped, u"CREATE OR REPLACE AGGREGATE a(text, integer[]) (sfunc = n)"_s}));
}

void TestComparison::statisticsHaveASchemaOfTheirOwn()
{
    Schema expected = schemaOf({u"a"_s});
    expected.add(object(Kind::Statistics, u"a"_s, u"st"_s, u"(ndistinct) ON zid, email FROM a"_s));
    Schema found = expected;
    found.add({Kind::Statistics, u"s2"_s, {}, u"st"_s, u"(mcv) ON zid, email FROM a"_s, {}, 0});
    QCOMPARE(texts(compareSchemas(expected, found).differences()),
             QStringList{u"extra statistics st"_s});
    QCOMPARE(statements(expected, found), QStringList{u"DROP STATISTICS s2.st"_s});
    QCOMPARE(statements(found, expected),
             QStringList{u"CREATE STATISTICS s2.st (mcv) ON zid, email FROM a"_s});
}

SOCRATES_TEST_MAIN(TestComparison)
#include "tst_comparison.moc"
