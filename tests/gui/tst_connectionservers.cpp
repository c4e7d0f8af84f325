// SPDX-License-Identifier: MIT
// The connection dialog against servers that ask for more than a password: TLS with certificates,
// several hosts of which one is a standby, and libpq's service file.
#include "app/connections/connectiondialog.h"
#include "app/connections/doctorview.h"
#include "tests/support/certificates.h"
#include "tests/support/guitestmain.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::ui;
using namespace socrates::test;

namespace {

constexpr int kPatience = 60000;
const DatabaseName kAuth(u"socrates_auth"_s);

/// What a person does in the dialog, for the first database of the plan.
class Person
{
public:
    explicit Person(const Project& project) : dialog(project) { dialog.show(); }

    void type(const QString& field, const QString& text)
    {
        auto* edit = box()->findChild<QLineEdit*>(field);
        QVERIFY2(edit != nullptr && edit->isEnabled(), qPrintable(field));
        edit->selectAll();
        edit->insert(text); // as pasted: QTest's keys know only ASCII
    }

    void choose(const QString& mode)
    {
        auto* tls = box()->findChild<QComboBox*>(u"tlsModeComboBox"_s);
        tls->setCurrentIndex(tls->findData(mode));
        emit tls->activated(tls->currentIndex());
    }

    void paste(const QString& text)
    {
        auto* edit = dialog.findChild<QLineEdit*>(u"pasteConnectionEdit"_s);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(dialog.isVisible()); // it is looked at before anything is connected
    }

    /// Presses Test All and waits for its end.
    QList<DoctorStage> test()
    {
        QSignalSpy finished(&dialog, &ConnectionDialog::testFinished);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"testAllButton"_s), Qt::LeftButton);
        if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, kPatience))
            return {};
        return dialog.findChild<DoctorView*>(kAuth.text() + u"DoctorView"_s)->stages();
    }

    ConnectionDialog dialog;

private:
    QWidget* box() { return dialog.findChild<QWidget*>(kAuth.text() + u"GroupBox"_s); }
};

DoctorStage stageOf(const QList<DoctorStage>& stages, DoctorStage::Id id)
{
    const auto it = std::find_if(stages.begin(), stages.end(),
                                 [id](const DoctorStage& stage) { return stage.id == id; });
    return it == stages.end() ? DoctorStage{} : *it;
}

bool isHealthy(const QList<DoctorStage>& stages)
{
    return !stages.isEmpty() && DoctorReport{stages}.isHealthy();
}

} // namespace

class TestConnectionServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto project = Project::load(u"" SOCRATES_SOURCE_DIR "/migrations"_s);
        QVERIFY(project);
        m_project = *project;
        m_server.addAuthority(u"ca"_s);
        m_server.addAuthority(u"other"_s);
        m_server.add(u"server"_s, u"localhost"_s, u"ca"_s);
        // The client's own, in a folder that stays the client's.
        m_client.addAuthority(u"clients"_s);
        m_client.addAuthority(u"strangers"_s);
        m_client.add(u"maria"_s, u"maria"_s, u"clients"_s);
        m_client.add(u"stranger"_s, u"maria"_s, u"strangers"_s);
        m_client.add(u"readable"_s, u"maria"_s, u"clients"_s);
        QVERIFY(QFile::setPermissions(m_client.path(u"readable.key"_s),
                                      QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(QFile::copy(m_client.path(u"clients.crt"_s), m_server.path(u"clients.crt"_s)));
        QFile rules(m_server.path(u"pg_hba.conf"_s));
        QVERIFY(rules.open(QIODevice::WriteOnly));
        rules.write("hostssl all maria all cert\nhost all all all scram-sha-256\n");
        rules.close();
        // The server reads its key as the user it runs as, who must own it.
        TestServer::handOver(m_server.folder());
        m_tls = std::make_unique<TestServer>(
            QStringList{u"ssl=on"_s, u"ssl_cert_file="_s + m_server.path(u"server.crt"_s),
                        u"ssl_key_file="_s + m_server.path(u"server.key"_s),
                        u"ssl_ca_file="_s + m_server.path(u"clients.crt"_s),
                        u"hba_file="_s + m_server.path(u"pg_hba.conf"_s)});
        m_tls->run(u"postgres"_s, {u"CREATE ROLE maria LOGIN SUPERUSER"_s});
        m_database = m_tls->createDatabase(u"socrates_auth"_s);
    }
    void init() { failOnWarnings(); }

    void certificates_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("authority");   ///< root certificate
        QTest::addColumn<QString>("certificate"); ///< of the client
        QTest::addColumn<QString>("said");        ///< by the stage of TLS; empty: all is well
        const QString postgres = u"postgres"_s;
        const QString maria = u"maria"_s;
        const QString localhost = u"localhost"_s;
        QTest::newRow("own authority")
            << localhost << postgres << u"ca"_s << QString() << QString();
        QTest::newRow("another authority") << localhost << postgres << u"other"_s << QString()
                                           << u"comes from an authority that is not trusted"_s;
        QTest::newRow("another name")
            << u"127.0.0.1"_s << postgres << u"ca"_s << QString() << u"is for another name"_s;
        QTest::newRow("no such file") << localhost << postgres << u"nowhere"_s << QString()
                                      << u"root certificate cannot be read"_s;
        QTest::newRow("client certificate")
            << localhost << maria << u"ca"_s << u"maria"_s << QString();
        QTest::newRow("no client certificate") << localhost << maria << u"ca"_s << QString()
                                               << u"wants a certificate of the client's"_s;
        QTest::newRow("a stranger's") << localhost << maria << u"ca"_s << u"stranger"_s
                                      << u"does not trust the client certificate"_s;
        QTest::newRow("a key that all may read")
            << localhost << maria << u"ca"_s << u"readable"_s << u"key of the client certificate"_s;
    }
    void certificates()
    {
        QFETCH(QString, host);
        QFETCH(QString, user);
        QFETCH(QString, authority);
        QFETCH(QString, certificate);
        QFETCH(QString, said);
        Person person(m_project);
        person.type(u"hostEdit"_s, host);
        person.type(u"portEdit"_s, QString::number(m_tls->port()));
        person.type(u"databaseEdit"_s, m_database);
        person.type(u"userEdit"_s, user);
        if (user == "postgres"_L1)
            person.type(u"passwordEdit"_s, TestServer::password());
        person.choose(u"verify-full"_s);
        person.type(u"rootCertificateEdit"_s, m_server.path(authority + u".crt"_s));
        if (!certificate.isEmpty()) {
            person.type(u"clientCertificateEdit"_s, m_client.path(certificate + u".crt"_s));
            person.type(u"clientKeyEdit"_s, m_client.path(certificate + u".key"_s));
        }
        const QList<DoctorStage> stages = person.test();
        const DoctorStage encrypted = stageOf(stages, DoctorStage::Id::Encrypted);
        if (said.isEmpty()) {
            QVERIFY2(isHealthy(stages), qPrintable(encrypted.finding));
            QVERIFY2(encrypted.finding.contains(u"verified"_s), qPrintable(encrypted.finding));
            return;
        }
        QCOMPARE(encrypted.state, DoctorStage::State::Failed);
        QVERIFY2(encrypted.finding.contains(said), qPrintable(encrypted.finding));
        QVERIFY(!encrypted.hint.isEmpty());
        QVERIFY(!encrypted.finding.contains(TestServer::password()));
    }

    /// TLS is asked for where there is none.
    void noTls()
    {
        Person person(m_project);
        person.type(u"hostEdit"_s, u"localhost"_s);
        person.type(u"portEdit"_s, QString::number(TestServer::shared().port()));
        person.type(u"passwordEdit"_s, TestServer::password());
        person.choose(u"require"_s);
        const DoctorStage encrypted = stageOf(person.test(), DoctorStage::Id::Encrypted);
        QCOMPARE(encrypted.state, DoctorStage::State::Failed);
        QVERIFY2(encrypted.finding.contains(u"No encrypted connection"_s),
                 qPrintable(encrypted.finding));
    }

    /// What the fields of certificates hold is kept with the connection, and read back.
    void certificatesAreKept()
    {
        Person person(m_project);
        person.paste(u"postgresql://maria@db.example.org/socrates_auth?sslmode=verify-full"
                     "&sslrootcert=/a/ca.crt&sslcert=/a/maria.crt&sslkey=/a/maria.key"_s);
        const ConnectionProfile profile = person.dialog.profile();
        ConnectionDialog again(m_project);
        again.setProfile(profile, {});
        const ConnectionParameters kept = again.profile().databases[kAuth].parameters;
        QCOMPARE(kept.value(u"sslrootcert"_s), u"/a/ca.crt"_s);
        QCOMPARE(kept.value(u"sslcert"_s), u"/a/maria.crt"_s);
        QCOMPARE(kept.value(u"sslkey"_s), u"/a/maria.key"_s);
    }

    void severalHosts()
    {
        TestServer primary;
        const QString database = primary.createDatabase(u"socrates_auth"_s);
        const auto standby = TestServer::standbyOf(primary);
        Person person(m_project);
        person.paste(u"postgresql://postgres@127.0.0.1:%1,127.0.0.1:%2/%3"
                     "?target_session_attrs=read-write"_s.arg(standby->port())
                         .arg(primary.port())
                         .arg(database));
        person.type(u"passwordEdit"_s, TestServer::password());
        QList<DoctorStage> stages = person.test();
        QVERIFY(isHealthy(stages));
        const DoctorStage role = stageOf(stages, DoctorStage::Id::PrimaryOrStandby);
        QVERIFY2(role.finding.contains(u"127.0.0.1:%1 is a primary"_s.arg(primary.port())),
                 qPrintable(role.finding));

        // Without the wish, the first that answers is taken: the standby, which is said.
        person.type(u"advancedEdit"_s, u"target_session_attrs=any"_s);
        stages = person.test();
        const DoctorStage taken = stageOf(stages, DoctorStage::Id::PrimaryOrStandby);
        QVERIFY(taken.state != DoctorStage::State::Passed);
        QVERIFY2(taken.finding.contains(u"standby"_s), qPrintable(taken.finding));

        // One of the two is enough, and the other is named.
        person.type(u"advancedEdit"_s, u"target_session_attrs=read-write"_s);
        standby->stop();
        stages = person.test();
        QVERIFY(isHealthy(stages));
        const DoctorStage port = stageOf(stages, DoctorStage::Id::PortReachable);
        QCOMPARE(port.state, DoctorStage::State::Warning);
        QVERIFY2(port.finding.contains(QString::number(standby->port())), qPrintable(port.finding));
    }

    /// ~/.pg_service.conf names the server; what the dialog leaves empty is the file's.
    void serviceFile()
    {
        QTemporaryDir home;
        QFile file(home.filePath(u".pg_service.conf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(u"[plan]\nhost=localhost\nport=%1\nuser=postgres\nsslmode=verify-full\n"
                   "sslrootcert=%2\n"_s.arg(m_tls->port())
                       .arg(m_server.path(u"ca.crt"_s))
                       .toUtf8());
        file.close();
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", home.path().toUtf8());
        Person person(m_project);
        person.paste(u"service=plan dbname=%1"_s.arg(m_database));
        person.type(u"databaseEdit"_s, m_database);
        person.type(u"passwordEdit"_s, TestServer::password());
        const QList<DoctorStage> stages = person.test();
        const ConnectionParameters kept = person.dialog.profile().databases[kAuth].parameters;
        qputenv("HOME", before);
        const DoctorStage name = stageOf(stages, DoctorStage::Id::NameResolved);
        QVERIFY2(name.finding.contains(u"service plan"_s), qPrintable(name.finding));
        const DoctorStage encrypted = stageOf(stages, DoctorStage::Id::Encrypted);
        QVERIFY2(encrypted.finding.contains(u"verified"_s), qPrintable(encrypted.finding));
        QVERIFY(isHealthy(stages));
        QCOMPARE(kept.value(u"service"_s), u"plan"_s);
        QVERIFY(kept.host().isEmpty() && kept.port().isEmpty());
        QVERIFY(kept.value(u"sslmode"_s).isEmpty());
    }

private:
    Project m_project;
    Certificates m_server;
    Certificates m_client;
    std::unique_ptr<TestServer> m_tls;
    QString m_database;
};

SOCRATES_GUI_TEST_MAIN(TestConnectionServers)
#include "tst_connectionservers.moc"
