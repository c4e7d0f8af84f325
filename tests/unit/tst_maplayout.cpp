// SPDX-License-Identifier: MIT
#include "core/report/maplayout.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

MapTable table(const QString& database, const QString& name, int columns)
{
    MapTable result;
    result.database = DatabaseName(database);
    result.schema = u"public"_s;
    result.name = name;
    for (int i = 0; i < columns; ++i) {
        MapColumn column;
        column.name = u"column_%1"_s.arg(i);
        column.type = u"integer"_s;
        column.isPrimaryKey = i == 0;
        result.columns << column;
    }
    return result;
}

MapLink link(int from, int to, int fromColumn = 1, bool crosses = false)
{
    MapLink result;
    result.from = from;
    result.to = to;
    result.fromColumn = fromColumn;
    result.toColumn = 0;
    result.crossesDatabases = crosses;
    return result;
}

/// `count` tables in two databases, each of which refers to some before it, by a fixed rule.
SchemaMap bigMap(int count)
{
    SchemaMap map;
    map.databases = {{DatabaseName(u"one"_s), {}}, {DatabaseName(u"two"_s), {}}};
    for (int i = 0; i < count; ++i)
        map.tables << table(i < count * 2 / 3 ? u"one"_s : u"two"_s, u"table_%1"_s.arg(i),
                            3 + i * 7 % 11);
    for (int i = 1; i < count; ++i) {
        const int other = i * 13 % i;
        for (const int to : {other, i / 5, i % 9 == 0 ? i : -1}) {
            if (to >= 0 && i % 4 != 0)
                map.links << link(i, to, 1 + i % 2,
                                  map.tables.at(i).database != map.tables.at(to).database);
        }
    }
    return map;
}

/// What is wrong with a layout, one sentence each.
QStringList faults(const SchemaMap& map, const MapLayout& layout)
{
    QStringList found;
    for (int i = 0; i < layout.tables.size(); ++i) {
        const QRectF& box = layout.tables.at(i).box;
        int frame = 0;
        while (map.databases.at(frame).name != map.tables.at(i).database)
            ++frame;
        if (!layout.frames.at(frame).contains(box))
            found << map.tables.at(i).name + u" is outside its database"_s;
        for (int j = 0; j < i; ++j) {
            if (box.intersects(layout.tables.at(j).box))
                found << map.tables.at(i).name + u" lies on "_s + map.tables.at(j).name;
        }
    }
    for (int i = 0; i < layout.links.size(); ++i) {
        const MapLayout::Link& way = layout.links.at(i);
        for (qsizetype k = 1; k < way.points.size(); ++k) {
            const QPointF a = way.points.at(k - 1);
            const QPointF b = way.points.at(k);
            if (a.x() != b.x() && a.y() != b.y())
                found << u"line %1 is slanted"_s.arg(i);
            const QRectF segment = QRectF(a, b).normalized().adjusted(-0.01, -0.01, 0.01, 0.01);
            for (const MapLayout::Table& other : layout.tables) {
                if (segment.intersects(other.box.adjusted(0.1, 0.1, -0.1, -0.1)))
                    found << u"line %1 runs through a table"_s.arg(i);
            }
            if (!layout.bounds.contains(a))
                found << u"line %1 leaves the picture"_s.arg(i);
        }
    }
    return found;
}

} // namespace

class TestMapLayout : public QObject
{
    Q_OBJECT
private slots:
    void nothingLiesOnAnything_data();
    void nothingLiesOnAnything();
    void isTheSameEachTime();
    void referencedStandsLeft();
    void circlesEnd();
    void detailDecidesTheRows();
    void emptyDatabasesHaveAFrame();
};

void TestMapLayout::nothingLiesOnAnything_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<MapDetail>("detail");
    for (const int count : {0, 1, 4, 37, 200, 900}) {
        QTest::addRow("%d all", count) << count << MapDetail::AllColumns;
        QTest::addRow("%d names", count) << count << MapDetail::NamesOnly;
    }
}

void TestMapLayout::nothingLiesOnAnything()
{
    QFETCH(int, count);
    QFETCH(MapDetail, detail);
    const SchemaMap map = bigMap(count);
    const MapLayout layout = layoutMap(map, detail);
    QCOMPARE(layout.tables.size(), count);
    QCOMPARE(layout.links.size(), map.links.size());
    QCOMPARE(faults(map, layout).mid(0, 5).join(u'\n'), QString());
    // Neither a thread nor a tower.
    if (count >= 37) {
        const qreal shape = layout.bounds.width() / layout.bounds.height();
        QVERIFY2(shape > 0.5 && shape < 3.5, qPrintable(QString::number(shape)));
    }
}

void TestMapLayout::isTheSameEachTime()
{
    const SchemaMap map = bigMap(120);
    const MapLayout first = layoutMap(map, MapDetail::KeysOnly);
    const MapLayout second = layoutMap(map, MapDetail::KeysOnly);
    for (int i = 0; i < first.tables.size(); ++i)
        QCOMPARE(first.tables.at(i).box, second.tables.at(i).box);
    for (int i = 0; i < first.links.size(); ++i)
        QCOMPARE(first.links.at(i).points, second.links.at(i).points);
}

void TestMapLayout::referencedStandsLeft()
{
    SchemaMap map;
    map.databases = {{DatabaseName(u"auth"_s), {}}, {DatabaseName(u"specs"_s), {}}};
    map.tables = {table(u"auth"_s, u"refresh_tokens"_s, 4), table(u"auth"_s, u"users"_s, 6),
                  table(u"specs"_s, u"projects"_s, 5), table(u"specs"_s, u"sessions"_s, 5)};
    map.links = {link(0, 1), link(3, 2), link(2, 1, 2, true)};
    const MapLayout layout = layoutMap(map, MapDetail::AllColumns);
    const auto left = [&](int i) { return layout.tables.at(i).box.left(); };
    QVERIFY(left(1) < left(0));
    QVERIFY(left(0) < left(2));
    QVERIFY(left(2) < left(3));
    // A line ends at its columns' rows.
    const QList<QPointF>& way = layout.links.at(0).points;
    const qreal row = layout.metrics.rowHeight;
    QCOMPARE(way.constFirst().y(),
             layout.tables.at(0).box.top() + layout.headerHeight() + 1.5 * row);
    QCOMPARE(way.constLast().y(),
             layout.tables.at(1).box.top() + layout.headerHeight() + 0.5 * row);
    QCOMPARE(way.constLast().x(), layout.tables.at(1).box.right());
}

void TestMapLayout::circlesEnd()
{
    SchemaMap map;
    map.databases = {{DatabaseName(u"one"_s), {}}};
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        map.tables << table(u"one"_s, name, 3);
    map.links = {link(0, 1), link(1, 2), link(2, 0), link(3, 3), link(0, 2, 2), link(2, 0, 2)};
    const MapLayout layout = layoutMap(map, MapDetail::AllColumns);
    QCOMPARE(faults(map, layout).join(u'\n'), QString());
}

void TestMapLayout::detailDecidesTheRows()
{
    SchemaMap map;
    map.databases = {{DatabaseName(u"one"_s), {}}};
    map.tables = {table(u"one"_s, u"a"_s, 9)};
    map.tables[0].columns[4].mark = MapMark::Different;
    map.tables[0].notes = {{u"index a_idx"_s, MapMark::Missing}};
    QCOMPARE(layoutMap(map, MapDetail::AllColumns).tables.at(0).columns.size(), 9);
    const MapLayout keys = layoutMap(map, MapDetail::KeysOnly);
    QCOMPARE(keys.tables.at(0).columns, (QList<int>{0, 4})); // what differs is never left out
    QCOMPARE(keys.tables.at(0).notes, 1);
    const MapLayout names = layoutMap(map, MapDetail::NamesOnly);
    QVERIFY(names.tables.at(0).columns.isEmpty());
    QCOMPARE(names.tables.at(0).box.height(), names.headerHeight());
}

void TestMapLayout::emptyDatabasesHaveAFrame()
{
    SchemaMap map;
    map.databases = {{DatabaseName(u"one"_s), {}}, {DatabaseName(u"two"_s), {}}};
    map.tables = {table(u"two"_s, u"a"_s, 2)};
    const MapLayout layout = layoutMap(map, MapDetail::AllColumns);
    QVERIFY(!layout.frames.at(0).isEmpty());
    QVERIFY(layout.frames.at(1).contains(layout.tables.at(0).box));
    QVERIFY(!layout.frames.at(0).intersects(layout.frames.at(1)));
}

SOCRATES_TEST_MAIN(TestMapLayout)
#include "tst_maplayout.moc"
