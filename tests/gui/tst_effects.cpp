// SPDX-License-Identifier: MIT
#include "app/widgets/effects.h"
#include "tests/support/guitestmain.h"

using namespace Qt::StringLiterals;
using namespace socrates;
using Risk = core::StatementTraits::Risk;

class TestEffects : public QObject
{
    Q_OBJECT

private slots:
    void locksOnOwnTables_data();
    void locksOnOwnTables();
};

void TestEffects::locksOnOwnTables_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<bool>("transactional");
    QTest::addColumn<bool>("locks");
    const QString create = u"CREATE TABLE users (id int)"_s;
    const QString index = u"CREATE INDEX i ON Users (id)"_s;
    QTest::newRow("own") << QStringList{create, index} << true << false;
    QTest::newRow("own, altered") << QStringList{create,
                                                 u"ALTER TABLE ONLY users ADD CHECK (id > 0)"_s}
                                  << true << false;
    QTest::newRow("own, quoted") << QStringList{u"CREATE TABLE \"Us ers\" (id int)"_s,
                                                u"CREATE INDEX ON \"Us ers\" (id)"_s}
                                 << true << false;
    QTest::newRow("other") << QStringList{create, u"CREATE INDEX i ON orders (id)"_s} << true
                           << true;
    QTest::newRow("of another schema")
        << QStringList{u"CREATE TABLE old.users (id int)"_s, index} << true << true;
    QTest::newRow("quoted is another name")
        << QStringList{create, u"CREATE INDEX i ON \"Users\" (id)"_s} << true << true;
    QTest::newRow("may exist before")
        << QStringList{u"CREATE TABLE IF NOT EXISTS users (id int)"_s, index} << true << true;
    QTest::newRow("created afterwards") << QStringList{index, create} << true << true;
    QTest::newRow("outside a transaction") << QStringList{create, index} << false << true;
}

void TestEffects::locksOnOwnTables()
{
    QFETCH(QStringList, statements);
    QFETCH(bool, transactional);
    core::Section section;
    section.transactional = transactional;
    for (const QString& statement : statements)
        section.statements << core::Statement{.text = statement};
    QTEST(ui::risksOf(section).contains(Risk::LocksTable), "locks");
}

SOCRATES_GUI_TEST_MAIN(TestEffects)
#include "tst_effects.moc"
