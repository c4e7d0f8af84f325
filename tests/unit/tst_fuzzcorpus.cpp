// SPDX-License-Identifier: MIT
#include "tests/fuzz/targets.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using socrates::test::FuzzTarget;

/// What the fuzzer found, and what it begins with, and a few changes of each.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT
private slots:
    void holds_data();
    void holds();
};

void TestFuzzCorpus::holds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    const QDir root(QStringLiteral(SOCRATES_SOURCE_DIR) + u"/tests/data/fuzz"_s);
    for (const QString& name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir folder(root.filePath(name));
        for (const QString& file : folder.entryList(QDir::Files))
            QTest::addRow("%s/%s", qPrintable(name), qPrintable(file))
                << folder.filePath(file) << name.toUtf8();
    }
    const QDir migrations(QStringLiteral(SOCRATES_SOURCE_DIR) + u"/migrations"_s);
    for (const char* path : {"socrates_auth/001_create_users_table.sql",
                             "socrates_specs/003_create_projects_table.sql"})
        QTest::addRow("revision/%s", path)
            << migrations.filePath(QString::fromLatin1(path)) << QByteArray("revision");
}

void TestFuzzCorpus::holds()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    const FuzzTarget run = socrates::test::fuzzTarget(target);
    QVERIFY(run != nullptr);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    run(bytes);
    QRandomGenerator random(7);
    for (int i = 0; i < 200 && !bytes.isEmpty(); ++i) {
        QByteArray changed = bytes;
        const qsizetype at = random.bounded(int(changed.size()));
        if (i % 3 == 0)
            changed[at] = "';\"$/*-\\\n\0E(:="[random.bounded(14)];
        else if (i % 3 == 1)
            changed.remove(at, random.bounded(1, 8));
        else
            changed.insert(at, bytes.mid(random.bounded(int(bytes.size())), 8));
        run(changed);
    }
}

SOCRATES_TEST_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
