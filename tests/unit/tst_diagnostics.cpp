// SPDX-License-Identifier: MIT
#include "core/postgres/diagnostics.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace socrates::core;

class TestDiagnostics : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeOfPostgresHasItsNameAndAHint();
    void importantCodes_data();
    void importantCodes();
    void unknownCodes();
};

void TestDiagnostics::everyCodeOfPostgresHasItsNameAndAHint()
{
    // The server's own list, where its package is installed; else the codes with hints of their
    // own.
    QFile list(u"/usr/share/postgresql/15/errcodes.txt"_s);
    QMap<QString, QStringList> names;
    if (list.open(QIODevice::ReadOnly)) {
        static const QRegularExpression line(u"^([0-9A-Z]{5})\\s+[SWE]\\s+\\S+\\s+(\\S+)$"_s);
        while (!list.atEnd()) {
            const auto match = line.match(QString::fromLatin1(list.readLine()).trimmed());
            if (match.hasMatch())
                names[match.captured(1)] << match.captured(2);
        }
        QVERIFY(names.size() > 200);
    }
    const QString unknownHint = hintForSqlState(u"ZZ999"_s);
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        QVERIFY2(it->contains(conditionName(it.key())),
                 qPrintable(it.key() + u' ' + conditionName(it.key())));
        QVERIFY2(!hintForSqlState(it.key()).isEmpty(), qPrintable(it.key()));
        QVERIFY2(hintForSqlState(it.key()) != unknownHint, qPrintable(it.key()));
    }
    const QStringList hinted = hintedSqlStates();
    QVERIFY(hinted.size() > 60);
    QCOMPARE(QSet<QString>(hinted.cbegin(), hinted.cend()).size(), hinted.size());
    for (const QString& code : hinted)
        QVERIFY2(!conditionName(code).isEmpty(),
                 qPrintable(code)); // no hint for a code that is none
}

void TestDiagnostics::importantCodes_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("42P07") << u"stamp only after verifying"_s;
    QTest::newRow("42501") << u"GRANT "_s;
    QTest::newRow("55P03") << u"Busy"_s;
    QTest::newRow("57014") << u"rolled back"_s;
    QTest::newRow("53100") << u"disk is full"_s;
    QTest::newRow("25006") << u"primary"_s;
    QTest::newRow("25P02") << u"first error"_s;
    QTest::newRow("25001") << u"transaction:false"_s;
    QTest::newRow("3D000") << u"create it"_s;
    QTest::newRow("28P01") << u"password is wrong"_s;
    QTest::newRow("28000") << u"pg_hba.conf"_s;
    QTest::newRow("22001") << u"longer than 32"_s;
    QTest::newRow("55P04") << u"Split the revision"_s;
    QTest::newRow("42883") << u"gen_random_uuid()"_s;
    QTest::newRow("57P01") << u"Connect again"_s;
    QTest::newRow("57P03") << u"try again"_s;
    QTest::newRow("53300") << u"max_connections"_s;
    QTest::newRow("23505") << u"duplicates"_s;
    QTest::newRow("53200") << u"max_locks_per_transaction"_s;
}

void TestDiagnostics::importantCodes()
{
    QFETCH(QString, says);
    const QString code = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(hintedSqlStates().contains(code));
    QVERIFY2(hintForSqlState(code).contains(says), qPrintable(hintForSqlState(code)));
}

void TestDiagnostics::unknownCodes()
{
    QVERIFY(!hintForSqlState(u"ZZ999"_s).isEmpty());
    QCOMPARE(hintForSqlState(u"42ZZZ"_s), hintForSqlState(u"42000"_s)); // by its class
    QCOMPARE(hintForSqlState(QString()), QString());
    QCOMPARE(conditionName(u"ZZ999"_s), QString());
    QCOMPARE(conditionName(u"23505"_s), u"unique_violation"_s);
}

SOCRATES_TEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
