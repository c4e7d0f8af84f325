// SPDX-License-Identifier: MIT
#include "core/base/filereplacement.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;

class TestFileReplacement : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

private slots:
    void allOfItIsThere()
    {
        const QString path = m_folder.filePath(u"whole.txt"_s);
        QVERIFY(replaceFile(path, "much of it"));
        QVERIFY(replaceFile(path, "less"));
        QCOMPARE(contents(path), QByteArray("less"));
    }

    void theOldOneStaysAfterAFailure()
    {
        const QString path = m_folder.filePath(u"no/such/folder.txt"_s);
        const auto replaced = replaceFile(path, "text");
        QVERIFY(!replaced);
        QVERIFY(!replaced.error().isEmpty());
        // A folder cannot be replaced by a file.
        const QString folder = m_folder.filePath(u"folder"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(!replaceFile(folder, "text"));
        QVERIFY(QFileInfo(folder).isDir());
        QCOMPARE(QDir(m_folder.path()).entryList({u"folder*"_s}, QDir::Files), QStringList());
    }

    void permissions()
    {
#ifdef Q_OS_WIN
        QSKIP("On this system the folder says who may read what is in it.");
#endif
        const QString path = m_folder.filePath(u"private.txt"_s);
        QVERIFY(replaceFile(path, "a", QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(!(QFile::permissions(path) & QFileDevice::WriteOther));
        QVERIFY(replaceFile(path, "b"));
        QVERIFY(!(QFile::permissions(path) & QFileDevice::WriteOther));
    }

    /// Windows replaces nothing that anybody reads at that moment.
    void aReaderIsWaitedFor()
    {
        const QString path = m_folder.filePath(u"read.txt"_s);
        QVERIFY(replaceFile(path, "old"));
        QFile reader(path);
        QVERIFY(reader.open(QIODevice::ReadOnly));
        std::thread letsGo([&reader] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            reader.close();
        });
        const auto replaced = replaceFile(path, "new");
        letsGo.join();
        QVERIFY2(replaced, qPrintable(replaced ? QString() : replaced.error()));
        QCOMPARE(contents(path), QByteArray("new"));
    }
};

SOCRATES_TEST_MAIN(TestFileReplacement)
#include "tst_filereplacement.moc"
