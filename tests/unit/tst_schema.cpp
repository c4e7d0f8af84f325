// SPDX-License-Identifier: MIT
#include "core/schema/schema.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using Kind = SchemaObject::Kind;

namespace {

Schema sample()
{
    Schema schema;
    schema.add({Kind::Index, u"public"_s, u"users"_s, u"idx"_s, u"btree (email)"_s, {}, 0});
    schema.add({Kind::Column, u"public"_s, u"users"_s, u"id"_s, u"uuid not null"_s, {}, 1});
    schema.add({Kind::Column, u"public"_s, u"users"_s, u"email \"ä\"\n"_s, u"text"_s, {}, 2});
    schema.add({Kind::Table, u"public"_s, {}, u"users"_s, u"table"_s, {}, 0});
    schema.add({Kind::Enum, u"s"_s, {}, u"mood"_s, u"('a', 'b')"_s, {}, 0});
    schema.notCompared = QStringList{u"1 rule"_s};
    return schema;
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT
private slots:
    void kindsHaveTexts();
    void keepsKeyOrder();
    void survivesJson();
    void refusesDamagedJson_data();
    void refusesDamagedJson();
    void listsWhatBelongsToATable();
    void fingerprintSeesWhatIsCompared_data();
    void fingerprintSeesWhatIsCompared();
    void fingerprintIgnoresOwners();
};

void TestSchema::kindsHaveTexts()
{
    for (int kind = 0; kind <= int(SchemaObject::kLastKind); ++kind)
        QCOMPARE(kindFromText(kindText(Kind(kind))), std::optional(Kind(kind)));
    QCOMPARE(kindText(Kind::PrimaryKey), u"primary_key"_s);
    QCOMPARE(kindText(Kind::ForeignKey), u"foreign_key"_s);
    QCOMPARE(kindFromText(u"nothing"_s), std::nullopt);
}

void TestSchema::keepsKeyOrder()
{
    QStringList names;
    const Schema schema = sample();
    for (const SchemaObject& object : schema.objects())
        names << object.name;
    QCOMPARE(names, (QStringList{u"users"_s, u"email \"ä\"\n"_s, u"id"_s, u"idx"_s, u"mood"_s}));
}

void TestSchema::survivesJson()
{
    const QByteArray bytes = QJsonDocument(sample().toJson()).toJson();
    const auto read = Schema::fromJson(QJsonDocument::fromJson(bytes).object(), u"x.json"_s);
    QVERIFY(read.has_value());
    QCOMPARE(*read, sample());
    QCOMPARE(read->notCompared, sample().notCompared);
}

void TestSchema::refusesDamagedJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("other format") << QByteArray(R"({"format": 2, "objects": []})");
    QTest::newRow("no objects") << QByteArray(R"({"format": 1})");
    QTest::newRow("unknown kind") << QByteArray(
        R"({"format": 1, "objects": [["x", "s", "", "n", "d"]]})");
    QTest::newRow("too short") << QByteArray(
        R"({"format": 1, "objects": [["table", "s", "", "n"]]})");
    QTest::newRow("a number") << QByteArray(
        R"({"format": 1, "objects": [["table", "s", "", 3, "d"]]})");
    QTest::newRow("no list") << QByteArray(R"({"format": 1, "objects": [7]})");
}

void TestSchema::refusesDamagedJson()
{
    QFETCH(QByteArray, json);
    const auto read = Schema::fromJson(QJsonDocument::fromJson(json).object(), u"x.json"_s);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, u"project.expected"_s);
    QCOMPARE(read.error().where.file, u"x.json"_s);
}

void TestSchema::listsWhatBelongsToATable()
{
    QStringList names;
    for (const SchemaObject& object : sample().objectsOf(u"public"_s, u"users"_s))
        names << object.name;
    QCOMPARE(names, (QStringList{u"id"_s, u"email \"ä\"\n"_s, u"idx"_s}));
    QCOMPARE(sample().tables().size(), 1);
    QCOMPARE(sample().tables().first().name, u"users"_s);
}

void TestSchema::fingerprintSeesWhatIsCompared_data()
{
    QTest::addColumn<SchemaObject>("changed");
    QTest::newRow("definition") << SchemaObject{Kind::Enum, u"s"_s, {}, u"mood"_s,
                                                u"('a')"_s, {},     0};
    QTest::newRow("another") << SchemaObject{Kind::Enum,      u"s"_s, {}, u"mood2"_s,
                                             u"('a', 'b')"_s, {},     0};
    QTest::newRow("kind") << SchemaObject{Kind::Domain,    u"s"_s, {}, u"mood"_s,
                                          u"('a', 'b')"_s, {},     0};
}

void TestSchema::fingerprintSeesWhatIsCompared()
{
    QFETCH(SchemaObject, changed);
    Schema schema = sample();
    schema.add(changed);
    QVERIFY(fingerprint(schema) != fingerprint(sample()));
    QCOMPARE(fingerprint(sample()).size(), 64);
}

void TestSchema::fingerprintIgnoresOwners()
{
    Schema schema = sample();
    schema.add({Kind::Table, u"public"_s, {}, u"users"_s, u"table"_s, u"somebody"_s, 0});
    schema.notCompared.clear();
    QCOMPARE(fingerprint(schema), fingerprint(sample()));
}

SOCRATES_TEST_MAIN(TestSchema)
#include "tst_schema.moc"
