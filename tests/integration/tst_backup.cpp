// SPDX-License-Identifier: MIT
#include "core/postgres/backup.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

class TestBackup : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void whatIsInItComesBack();
    void replacesOnlyWhenToldAndKeepsTheOld();
    void somebodyConnectedStopsAReplacement();
    void aBrokenFileChangesNothing();
    void aFailedDumpLeavesNoFile();
    void saysWhichPgDumpIsMissing();

private:
    Backup make();
    QString databases() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    std::unique_ptr<Connection> m_beside;
};

void TestBackup::init()
{
    TestServer& server = TestServer::shared();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = server.createDatabase(u"Kept \"x\" é"_s);
    server.run(m_database, {u"CREATE TABLE t (id int PRIMARY KEY, x text)"_s,
                            u"INSERT INTO t VALUES (1, 'ελληνικά')"_s});
    m_beside = server.connect();
}

Backup TestBackup::make()
{
    const auto connection = TestServer::shared().connect(m_database);
    Backup what;
    what.name = u"app"_s;
    what.revisions = {u"002"_s};
    const auto backup = backups::make(*connection, what, m_folder->path());
    if (!backup)
        qFatal("%s", qPrintable(backup.error().text()));
    return *backup;
}

QString TestBackup::databases() const
{
    return TestServer::shared().value(
        u"postgres"_s,
        u"SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database WHERE datname NOT LIKE 'template%'"_s);
}

void TestBackup::whatIsInItComesBack()
{
    const Backup backup = make();
    QCOMPARE(backup.database, m_database);
    QVERIFY(backup.size > 0);
#ifdef Q_OS_UNIX
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(backup.file) & others));
#endif
    make();
    const QList<Backup> all = backups::list(m_folder->path());
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).revisions, QStringList{u"002"_s});
    QCOMPARE(all.at(0).database, m_database);
    const QString name = m_database + u" back"_s;
    const auto kept = backups::restore(*m_beside, backup.file, name, false);
    QVERIFY2(kept.has_value(), qPrintable(kept ? QString() : kept.error().text()));
    QVERIFY(kept->isEmpty());
    QCOMPARE(TestServer::shared().value(name, u"SELECT x FROM t"_s), u"ελληνικά"_s);
}

void TestBackup::replacesOnlyWhenToldAndKeepsTheOld()
{
    const Backup backup = make();
    TestServer& server = TestServer::shared();
    server.run(m_database, {u"DROP TABLE t"_s, u"CREATE TABLE later (id int)"_s});
    const QString before = databases();
    const auto refused = backups::restore(*m_beside, backup.file, m_database, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"backup.exists"_s);
    QCOMPARE(databases(), before);
    const auto kept = backups::restore(*m_beside, backup.file, m_database, true);
    QVERIFY2(kept.has_value(), qPrintable(kept ? QString() : kept.error().text()));
    QCOMPARE(server.value(m_database, u"SELECT to_regclass('later') IS NULL"_s), u"t"_s);
    QCOMPARE(server.value(*kept, u"SELECT to_regclass('later') IS NULL"_s), u"f"_s);
}

void TestBackup::somebodyConnectedStopsAReplacement()
{
    const Backup backup = make();
    const auto somebody = TestServer::shared().connect(m_database);
    const QString before = databases();
    const auto refused = backups::restore(*m_beside, backup.file, m_database, true);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"backup.in_use"_s);
    QCOMPARE(databases(), before);
}

void TestBackup::aBrokenFileChangesNothing()
{
    const Backup backup = make();
    QFile file(backup.file);
    QVERIFY(file.resize(file.size() * 2 / 3));
    const QString before = databases();
    const auto refused = backups::restore(*m_beside, backup.file, u"nowhere"_s, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"backup.failed"_s);
    QCOMPARE(databases(), before);
}

void TestBackup::aFailedDumpLeavesNoFile()
{
    TestServer& server = TestServer::shared();
    server.run(
        m_database,
        {u"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'weak') THEN CREATE ROLE weak LOGIN PASSWORD 'weak secret'; END IF; END $$"_s});
    ConnectionParameters parameters = server.parameters(m_database);
    parameters.setValue(u"user"_s, u"weak"_s);
    parameters.setPassword(u"weak secret"_s);
    const auto connection = Connection::open(parameters);
    QVERIFY(connection.has_value());
    const auto refused = backups::make(**connection, {}, m_folder->path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"backup.failed"_s);
    QVERIFY(refused.error().detail.contains("permission denied"_L1));
    QVERIFY(QDir(m_folder->path()).isEmpty());

    CancelToken token;
    token.cancel();
    const auto mine = server.connect(m_database);
    const auto stopped = backups::make(*mine, {}, m_folder->path(), token);
    QVERIFY(stopped.has_value() || stopped.error().code == "stopped.cancelled"_L1);
}

void TestBackup::saysWhichPgDumpIsMissing()
{
    const auto missing = backups::programsFor(99);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"backup.no_program"_s);
    QVERIFY(missing.error().summary.contains("pg_dump 99"_L1));
    QVERIFY(missing.error().hint.contains("postgresql-client-99"_L1));
}

SOCRATES_TEST_MAIN(TestBackup)
#include "tst_backup.moc"
