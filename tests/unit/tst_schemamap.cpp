// SPDX-License-Identifier: MIT
#include "core/revisions/projectorder.h"
#include "core/schema/constraintcolumns.h"
#include "core/schema/schemamap.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using Kind = SchemaObject::Kind;

namespace {

const DatabaseName kOne(u"one"_s);

Schema shop()
{
    Schema schema;
    schema.add({Kind::Table, u"public"_s, {}, u"customers"_s, u"table"_s, {}, 0});
    schema.add({Kind::Column, u"public"_s, u"customers"_s, u"id"_s, u"bigint not null"_s, {}, 1});
    schema.add(
        {Kind::PrimaryKey, u"public"_s, u"customers"_s, u"pk"_s, u"PRIMARY KEY (id)"_s, {}, 0});
    schema.add({Kind::Table, u"sales"_s, {}, u"orders"_s, u"table"_s, {}, 0});
    schema.add({Kind::Column, u"sales"_s, u"orders"_s, u"customer id"_s, u"bigint"_s, {}, 1});
    schema.add({Kind::ForeignKey,
                u"sales"_s,
                u"orders"_s,
                u"fk"_s,
                u"FOREIGN KEY (\"customer id\") REFERENCES customers(id)"_s,
                {},
                0});
    return schema;
}

} // namespace

class TestSchemaMap : public QObject
{
    Q_OBJECT
private slots:
    void readsColumnsOfConstraints_data();
    void readsColumnsOfConstraints();
    void shortensTypes_data();
    void shortensTypes();
    void followsForeignKeysAcrossSchemas();
    void aStepMarksWhatItDoes();
    void viewsReadFromTablesAndViews();
    void aViewInThePlaceOfATableDiffers();
    void stepsComeAfterWhatTheyRequire();
};

void TestSchemaMap::readsColumnsOfConstraints_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("other");
    QTest::newRow("primary key") << u"PRIMARY KEY (id)"_s << u"id"_s << u"."_s;
    QTest::newRow("several") << u"UNIQUE (a, \"b c\", d)"_s << u"a|b c|d"_s << u"."_s;
    QTest::newRow("quoted") << u"UNIQUE (\"a,\"\"b)\")"_s << u"a,\"b)"_s << u"."_s;
    QTest::newRow("foreign key")
        << u"FOREIGN KEY (a, b) REFERENCES s.\"T t\"(x, y) ON DELETE CASCADE"_s << u"a|b"_s
        << u"s.T t"_s;
    QTest::newRow("index") << u"unique btree (lower(email), tenant DESC)"_s << u"tenant"_s
                           << u"."_s;
    QTest::newRow("nothing") << QString() << QString() << u"."_s;
    QTest::newRow("cut off") << u"FOREIGN KEY (a) REFERENCES"_s << u"a"_s << u"."_s;
}

void TestSchemaMap::readsColumnsOfConstraints()
{
    QFETCH(QString, definition);
    const ConstraintColumns read = constraintColumns(definition);
    QTEST(read.columns.join(u'|'), "columns");
    QTEST(read.otherSchema + u'.' + read.otherTable, "other");
}

void TestSchemaMap::shortensTypes_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("type");
    QTest::newRow("plain") << u"uuid not null default gen_random_uuid()"_s << u"uuid"_s;
    QTest::newRow("varchar") << u"character varying(255) not null"_s << u"varchar(255)"_s;
    QTest::newRow("array") << u"character varying(20)[]"_s << u"varchar(20)[]"_s;
    QTest::newRow("timestamptz") << u"timestamp(3) with time zone"_s << u"timestamptz(3)"_s;
    QTest::newRow("timestamp") << u"timestamp without time zone not null default now()"_s
                               << u"timestamp"_s;
    QTest::newRow("identity") << u"bigint not null generated always as identity"_s << u"bigint"_s;
    QTest::newRow("collation") << u"text collate \"C\""_s << u"text"_s;
}

void TestSchemaMap::shortensTypes()
{
    QFETCH(QString, definition);
    QTEST(columnType(definition), "type");
}

void TestSchemaMap::followsForeignKeysAcrossSchemas()
{
    socrates::test::ProjectFolder folder({u"one"_s});
    MapSource source;
    source.database = kOne;
    source.shown = shop();
    const SchemaMap map = schemaMap(folder.load(), {source});
    QCOMPARE(map.tables.size(), 2);
    QCOMPARE(map.tables.at(1).title(), u"sales.orders"_s);
    QVERIFY(map.tables.at(1).columns.at(0).isForeignKey);
    QVERIFY(map.tables.at(0).columns.at(0).isPrimaryKey);
    QCOMPARE(map.links.size(), 1);
    QCOMPARE(map.links.at(0).from, 1);
    QCOMPARE(map.links.at(0).to, 0);
    QCOMPARE(map.links.at(0).fromColumn, 0);
}

void TestSchemaMap::aStepMarksWhatItDoes()
{
    socrates::test::ProjectFolder folder({u"one"_s});
    MapSource source;
    source.database = kOne;
    source.isStep = true;
    source.before = shop();
    source.shown = shop();
    source.shown.remove({Kind::ForeignKey, u"sales"_s, u"orders"_s, u"fk"_s});
    source.shown.remove({Kind::Column, u"sales"_s, u"orders"_s, u"customer id"_s});
    source.shown.remove({Kind::Table, u"sales"_s, {}, u"orders"_s});
    source.shown.add({Kind::Column, u"public"_s, u"customers"_s, u"name"_s, u"text"_s, {}, 2});
    source.differences = compareSchemas(source.before, source.shown).differences();
    const SchemaMap map = schemaMap(folder.load(), {source});
    QCOMPARE(map.tables.at(0).mark, MapMark::Changed);
    QCOMPARE(map.tables.at(0).columns.at(0).mark, MapMark::None);
    QCOMPARE(map.tables.at(0).columns.at(1).mark, MapMark::Created);
    QCOMPARE(map.tables.at(1).mark, MapMark::Dropped);
    QCOMPARE(map.tables.at(1).columns.size(), 1); // what it had is seen going
    QCOMPARE(map.links.at(0).mark, MapMark::Dropped);
}

void TestSchemaMap::viewsReadFromTablesAndViews()
{
    socrates::test::ProjectFolder folder({u"one"_s});
    MapSource source;
    source.database = kOne;
    source.shown = shop();
    source.shown.add({Kind::View,
                      u"public"_s,
                      {},
                      u"big"_s,
                      u"SELECT c.id FROM (customers c JOIN sales.orders o ON (true));"_s,
                      {},
                      0});
    // A WITH query of a table's name is not that table, but may read from it.
    source.shown.add({Kind::View,
                      u"public"_s,
                      {},
                      u"own"_s,
                      u"WITH RECURSIVE customers(id) AS ( SELECT 1 UNION ALL SELECT customers.id "
                      "FROM customers), orders AS MATERIALIZED ( SELECT 1 AS id) SELECT orders.id "
                      "FROM orders, customers;"_s,
                      {},
                      0});
    source.shown.add({Kind::View,
                      u"public"_s,
                      {},
                      u"twice"_s,
                      u"WITH customers AS ( SELECT customers_1.id FROM customers customers_1) "
                      "SELECT customers.id FROM (customers JOIN sales.orders ON (true)), orders;"_s,
                      {},
                      0});
    source.shown.add({Kind::Column, u"public"_s, u"big"_s, u"id"_s, u"bigint"_s, {}, 1});
    source.before = source.shown;
    source.before.add(
        {Kind::MaterializedView, u"sales"_s, {}, u"kept"_s, u"SELECT big.id FROM big;"_s, {}, 0});
    source.differences = compareSchemas(source.before, source.shown).differences();
    const SchemaMap map = schemaMap(folder.load(), {source});
    QStringList tables;
    for (const MapTable& table : map.tables)
        tables << (table.title() + u' ' + table.kindText()).trimmed();
    QCOMPARE(tables, (QStringList{u"big view"_s, u"customers"_s, u"own view"_s, u"twice view"_s,
                                  u"sales.kept materialized view"_s, u"sales.orders"_s}));
    QCOMPARE(map.tables.at(0).columns.size(), 1);
    QCOMPARE(map.tables.at(4).mark, MapMark::Missing);
    QStringList links;
    for (const MapLink& link : map.links)
        links << map.tables.at(link.from).name + (link.isReading ? u" reads "_s : u" names "_s) +
                     map.tables.at(link.to).name +
                     (link.mark == MapMark::Missing ? u"!"_s : QString());
    links.sort();
    QCOMPARE(links, (QStringList{u"big reads customers"_s, u"big reads orders"_s,
                                 u"kept reads big!"_s, u"orders names customers"_s,
                                 u"twice reads customers"_s, u"twice reads orders"_s}));
}

void TestSchemaMap::aViewInThePlaceOfATableDiffers()
{
    socrates::test::ProjectFolder folder({u"one"_s});
    MapSource source;
    source.database = kOne;
    source.before = shop();
    source.shown.add({Kind::View, u"public"_s, {}, u"customers"_s, u"SELECT 1 AS id;"_s, {}, 0});
    source.shown.add({Kind::Column, u"public"_s, u"customers"_s, u"id"_s, u"integer"_s, {}, 1});
    source.differences = compareSchemas(source.before, source.shown).differences();
    const SchemaMap map = schemaMap(folder.load(), {source});
    QCOMPARE(map.tables.size(), 2);
    QCOMPARE(map.tables.at(0).kind, Kind::View);
    QCOMPARE(map.tables.at(0).mark, MapMark::Different);
    QCOMPARE(map.tables.at(0).columns.size(), 1);
    QCOMPARE(map.tables.at(1).mark, MapMark::Missing);
}

void TestSchemaMap::stepsComeAfterWhatTheyRequire()
{
    socrates::test::ProjectFolder folder({u"one"_s, u"two"_s});
    folder.add(u"one"_s, {u"a1"_s, {}, u"SELECT 1;"_s, {}, {}, {}});
    folder.add(u"one"_s, {u"a2"_s, u"a1"_s, u"SELECT 1;"_s, {}, u"requires: two@b1\n"_s, {}});
    folder.add(u"two"_s, {u"b1"_s, {}, u"SELECT 1;"_s, {}, u"requires: one@a1\n"_s, {}});
    QStringList order;
    const Project project = folder.load();
    for (const ProjectStep& step : projectOrder(project))
        order << step.revision->id.text();
    QCOMPARE(order, (QStringList{u"a1"_s, u"b1"_s, u"a2"_s}));
}

SOCRATES_TEST_MAIN(TestSchemaMap)
#include "tst_schemamap.moc"
