// SPDX-License-Identifier: MIT
#include "core/postgres/connection.h"
#include "core/postgres/connectiondoctor.h"
#include "core/postgres/loopback.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;
using Id = DoctorStage::Id;
using State = DoctorStage::State;
using Fix = DoctorStage::Fix;

class TestConnectionDoctor : public QObject
{
    Q_OBJECT

private:
    TestServer& m_server = TestServer::shared();
    QString m_database;

    /// The states in order: + passed, ! warning, x failed, - skipped.
    static QString states(const DoctorReport& report)
    {
        QString result;
        for (const DoctorStage& stage : report.stages)
            result += stage.state == State::Passed    ? u'+'
                      : stage.state == State::Warning ? u'!'
                      : stage.state == State::Failed  ? u'x'
                                                      : u'-';
        return result;
    }
    static QString text(const DoctorReport& report)
    {
        QString result;
        for (const DoctorStage& stage : report.stages)
            result += stage.title + u": "_s + stage.finding + u" / "_s + stage.hint + u'\n';
        return result;
    }
    static const DoctorStage& stage(const DoctorReport& report, Id id)
    {
        return report.stages.at(int(id));
    }

private slots:
    void initTestCase();
    void allIsWell();
    void failures_data();
    void failures();
    void roleWithoutRights();
    void versionRows();
    void severalHosts();
    void stagesAreToldAsTheyComeAndCancelled();
};

void TestConnectionDoctor::initTestCase()
{
    m_database = m_server.createDatabase(u"doctor"_s);
    m_server.run(m_database, {u"CREATE ROLE visitor LOGIN PASSWORD 'v'"_s, u"CREATE ROLE owners"_s,
                              u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s});
}

void TestConnectionDoctor::allIsWell()
{
    const DoctorReport report = diagnoseConnection(m_server.parameters(m_database));
    QVERIFY2(states(report) == "+++++++++"_L1, qPrintable(text(report)));
    QVERIFY(report.isHealthy());
    for (qsizetype i = 0; i < report.stages.size(); ++i) {
        QCOMPARE(int(report.stages.at(i).id), int(i));
        QVERIFY(!report.stages.at(i).title.isEmpty());
        QVERIFY(!report.stages.at(i).finding.isEmpty());
    }
}

void TestConnectionDoctor::failures_data()
{
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<Fix>("fix");
    const QString closed = QString::number(loopback::freePort());
    QTest::newRow("unknown name") << u"host"_s << u"no-such-host.invalid"_s << u"x--------"_s
                                  << Fix::None;
    QTest::newRow("closed port") << u"port"_s << closed << u"+x-------"_s
                                 << Fix::StartPrivateServer;
    QTest::newRow("no such socket")
        << u"host"_s << u"/nonexistent"_s << u"+x-------"_s << Fix::StartPrivateServer;
    QTest::newRow("TLS that the server has not")
        << u"sslmode"_s << u"require"_s << u"++x------"_s << Fix::None;
    QTest::newRow("wrong password")
        << u"password"_s << u"canary-secret"_s << u"+++x-----"_s << Fix::EditUser;
    QTest::newRow("no password") << u"password"_s << QString() << u"+++x-----"_s << Fix::EditUser;
    QTest::newRow("unknown user") << u"user"_s << u"stranger"_s << u"+++x-----"_s << Fix::EditUser;
    QTest::newRow("missing database")
        << u"dbname"_s << u"no such \"db\""_s << u"++++x----"_s << Fix::CreateDatabase;
}

void TestConnectionDoctor::failures()
{
    QFETCH(QString, keyword);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    QFETCH(Fix, fix);
    ConnectionParameters parameters = m_server.parameters(m_database);
    parameters.setValue(keyword, value);
    const DoctorReport report = diagnoseConnection(parameters);
    QVERIFY2(states(report) == expected, qPrintable(states(report) + u'\n' + text(report)));
    QVERIFY(!report.isHealthy());
    const DoctorStage& failed = report.stages.at(expected.indexOf(u'x'));
    QVERIFY2(!failed.hint.isEmpty(), qPrintable(text(report)));
    QCOMPARE(failed.fix, fix);
    QVERIFY(!text(report).contains(TestServer::password()));
    QVERIFY(!text(report).contains(u"canary-secret"_s));
}

void TestConnectionDoctor::roleWithoutRights()
{
    ConnectionParameters visitor = m_server.parameters(m_database);
    visitor.setValue(u"user"_s, u"visitor"_s);
    visitor.setPassword(u"v"_s);
    DoctorReport report = diagnoseConnection(visitor);
    QVERIFY2(states(report) == "+++++x---"_L1, qPrintable(text(report)));
    QVERIFY(stage(report, Id::MayCreateTables)
                .hint.contains(u"GRANT USAGE, CREATE ON SCHEMA public TO \"visitor\""_s));

    report = diagnoseConnection(visitor, u"owners"_s);
    QVERIFY2(states(report) == "+++++x---"_L1, qPrintable(text(report)));
    QVERIFY(stage(report, Id::MayCreateTables).hint.contains(u"GRANT \"owners\" TO \"visitor\""_s));

    // As the role, not as the user.
    m_server.run(m_database,
                 {u"GRANT owners TO visitor"_s, u"GRANT CREATE ON SCHEMA public TO owners"_s});
    report = diagnoseConnection(visitor, u"owners"_s);
    QVERIFY2(states(report) == "+++++!+++"_L1, qPrintable(text(report)));
    m_server.run(m_database, {u"GRANT CREATE ON DATABASE "_s + m_database + u" TO owners"_s});
    report = diagnoseConnection(visitor, u"owners"_s);
    QVERIFY2(states(report) == "+++++++++"_L1, qPrintable(text(report)));
}

void TestConnectionDoctor::versionRows()
{
    const QString database = m_server.createDatabase(u"versions"_s);
    const auto finding = [&] {
        return stage(diagnoseConnection(m_server.parameters(database)), Id::VersionTableFound)
            .finding;
    };
    QVERIFY(finding().contains(u"No version table"_s));
    m_server.run(database,
                 {u"CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)"_s});
    QVERIFY(finding().contains(u"empty"_s));
    m_server.run(database, {u"INSERT INTO alembic_version VALUES ('002')"_s});
    QVERIFY(finding().contains(u"revision 002"_s));
    m_server.run(database, {u"INSERT INTO alembic_version VALUES ('004')"_s});
    QVERIFY(finding().contains(u"2 rows: 002, 004"_s));
}

void TestConnectionDoctor::severalHosts()
{
    ConnectionParameters parameters = m_server.parameters(m_database);
    parameters.setValue(u"host"_s, u"127.0.0.1,127.0.0.1"_s);
    parameters.setValue(u"port"_s, QString::number(loopback::freePort()) + u',' +
                                       QString::number(m_server.port()));
    const DoctorReport report = diagnoseConnection(parameters);
    QVERIFY2(states(report) == "+!+++++++"_L1, qPrintable(text(report)));
    QVERIFY(report.isHealthy());
    QVERIFY(stage(report, Id::PortReachable).finding.contains(u"Nothing listens"_s));
}

void TestConnectionDoctor::stagesAreToldAsTheyComeAndCancelled()
{
    CancelToken token;
    QList<Id> told;
    const DoctorReport report =
        diagnoseConnection(m_server.parameters(m_database), {}, token, [&](const DoctorStage& one) {
            told << one.id;
            if (one.id == Id::PortReachable)
                token.cancel();
        });
    QCOMPARE(told.size(), 9);
    QVERIFY2(states(report) == "++-------"_L1, qPrintable(text(report)));
}

SOCRATES_TEST_MAIN(TestConnectionDoctor)
#include "tst_connectiondoctor.moc"
