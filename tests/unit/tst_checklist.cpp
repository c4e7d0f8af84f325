// SPDX-License-Identifier: MIT
#include "core/engine/checklist.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

const QList<DatabaseName> kDatabases{DatabaseName(u"a"_s), DatabaseName(u"b"_s)};

SchemaObject object(SchemaObject::Kind kind, const QString& table, const QString& name)
{
    SchemaObject result;
    result.kind = kind;
    result.schema = u"public"_s;
    result.table = table;
    result.name = name;
    result.definition = u"uuid"_s;
    result.owner = u"owner1"_s;
    return result;
}

} // namespace

class TestChecklist : public QObject
{
    Q_OBJECT
private slots:
    void theShippedChecklist();
    void refused_data();
    void refused();
    void ticksAndExports();
};

void TestChecklist::theShippedChecklist()
{
    QFile file(QStringLiteral(SOCRATES_SOURCE_DIR) + u"/migrations/CHECKLIST.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto items =
        parseChecklist(QString::fromUtf8(file.readAll()), file.fileName(),
                       {DatabaseName(u"socrates_auth"_s), DatabaseName(u"socrates_specs"_s)});
    QVERIFY2(items, items ? "" : qPrintable(items.error().first().text()));
    // 3 tables each (alembic_version among them), 9 + 6 and 9 + 8 columns.
    QCOMPARE(items->size(), 3 + 9 + 6 + 3 + 9 + 8);
    QCOMPARE(items->at(2).table, u"alembic_version"_s);
    QCOMPARE(items->at(4).text, u"users: email"_s);
    QCOMPARE(items->last().text, u"sessions: updated_at"_s);
    QCOMPARE(items->last().database, DatabaseName(u"socrates_specs"_s));
}

void TestChecklist::refused_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<int>("line");
    QTest::newRow("unknown database") << u"\n### Database: zz\n"_s << 2;
    QTest::newRow("columns of no table")
        << u"### Database: a\n**Expected columns:**\n- id\n"_s << 2;
    QTest::newRow("second list without a table")
        << u"### Database: a\n```\n\\d t\n```\n**Expected columns:**\n- id\n\n**Expected "
           u"columns:**\n- id\n"_s
        << 8;
    QTest::newRow("outside a database") << u"**Expected tables:**\n- [x] t\n"_s << 1;
    QTest::newRow("a box without a list") << u"### Database: a\n- [x] t\n"_s << 2;
    QTest::newRow("empty list") << u"### Database: a\n**Expected tables:**\n"_s << 2;
    QTest::newRow("unknown list") << u"### Database: a\n**Expected views:**\n- v\n"_s << 2;
    QTest::newRow("unknown box") << u"### Database: a\n**Expected tables:**\n- [?] t\n"_s << 3;
    QTest::newRow("no box") << u"### Database: a\n**Expected tables:**\n- t\n"_s << 3;
    QTest::newRow("twice") << u"### Database: a\n**Expected tables:**\n- [x] t\n- [x] t\n"_s << 4;
    QTest::newRow("two words") << u"### Database: a\n**Expected tables:**\n- [x] t and u\n"_s << 3;
}

void TestChecklist::refused()
{
    QFETCH(QString, markdown);
    QFETCH(int, line);
    const auto items = parseChecklist(markdown, u"/p/CHECKLIST.md"_s, kDatabases);
    QVERIFY(!items);
    QCOMPARE(items.error().first().where.line, line);
    QCOMPARE(items.error().first().where.file, u"/p/CHECKLIST.md"_s);
    QVERIFY(items.error().first().isKind("project"_L1));
    QVERIFY(!items.error().first().hint.isEmpty());
}

void TestChecklist::ticksAndExports()
{
    const auto items = parseChecklist(
        u"### Database: a\n**Expected tables:**\n- [x] t\n- [x] gone\n- [ ] later\n"
        u"- [x] alembic_version (by Alembic)\n```\npsql -c \"\\d t\"\n```\n**Expected columns:**\n"
        u"- id, email\n### Database: b\n**Expected tables:**\n- [x] t\n"_s,
        u"f"_s, kDatabases);
    QVERIFY2(items, items ? "" : qPrintable(items.error().first().text()));
    Schema schema;
    schema.add(object(SchemaObject::Kind::Table, {}, u"t"_s));
    schema.add(object(SchemaObject::Kind::Column, u"t"_s, u"id"_s));
    const auto ticked = tickChecklist(*items, DatabaseName(u"a"_s), schema, true);
    QStringList shown;
    for (const TickedItem& item : ticked)
        shown << item.item.text + (item.ok ? u" yes "_s : u" no "_s) + item.evidence;
    QCOMPARE(shown,
             QStringList({u"t yes table public.t, owner owner1"_s, u"gone no no such table"_s,
                          u"alembic_version yes table alembic_version"_s, u"t: id yes uuid"_s,
                          u"t: email no no such column"_s}));
    QVERIFY(!tickChecklist(*items, DatabaseName(u"a"_s), schema, false).at(2).ok);

    const QString exported = checklistMarkdown(ticked, u"Verification"_s);
    QVERIFY(exported.contains(u"- [x] t (table public.t, owner owner1)"_s));
    QVERIFY(exported.contains(u"- [ ] email (no such column)"_s));
    // What is exported is a checklist again.
    const auto again = parseChecklist(exported, u"f"_s, kDatabases);
    QVERIFY2(again, again ? "" : qPrintable(again.error().first().text()));
    QCOMPARE(again->size(), 3);
}

SOCRATES_TEST_MAIN(TestChecklist)
#include "tst_checklist.moc"
