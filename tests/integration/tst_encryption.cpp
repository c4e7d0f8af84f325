// SPDX-License-Identifier: MIT
// What a host that asks for TLS may rely on: nothing secret leaves on a link that is not that.
#include "core/engine/databasestatus.h"
#include "tests/support/certificates.h"
#include "tests/support/projectfixture.h"
#include "tests/support/testmain.h"

#include <QDir>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::planProject;
using socrates::test::TestServer;

namespace {

const QString secret = u"hunter2"_s;

/// A server, or whoever stands where it should: has no TLS, asks for the password in the clear, and
/// keeps what it hears of one connection after another.
class Listener
{
public:
    Listener()
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(m_socket, 4) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            qFatal("cannot listen");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { listen(); });
    }
    ~Listener() { static_cast<void>(heard()); }
    int port() const { return m_port; }
    /// Everything, once nobody can come any more.
    QByteArray heard()
    {
        if (m_thread.joinable()) {
            ::shutdown(m_socket, SHUT_RDWR);
            m_thread.join();
            ::close(m_socket);
        }
        return m_heard;
    }

private:
    void listen()
    {
        for (int client; (client = ::accept(m_socket, nullptr, nullptr)) >= 0; ::close(client)) {
            std::array<char, 4096> buffer{};
            for (qsizetype count; (count = ::recv(client, buffer.data(), buffer.size(), 0)) > 0;) {
                const QByteArray bytes(buffer.data(), count);
                m_heard += bytes;
                const QByteArray answer = count == 8 ? QByteArray("N") // about encryption
                                          : bytes.startsWith('p')
                                              ? QByteArray()
                                              : QByteArray("R\0\0\0\x08\0\0\0\x03", 9);
                if (answer.isEmpty() ||
                    ::send(client, answer.constData(), size_t(answer.size()), MSG_NOSIGNAL) < 0)
                    break;
            }
        }
    }

    int m_socket = -1;
    int m_port = 0;
    std::thread m_thread;
    QByteArray m_heard;
};

} // namespace

class tst_Encryption : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_certificates.addAuthority(u"ca"_s);
        m_certificates.addAuthority(u"other"_s);
        m_certificates.add(u"server"_s, u"db.example.org"_s, u"ca"_s);
        // The server reads its key as the user it runs as, who must own it.
        TestServer::handOver(m_certificates.folder());
        m_server = std::make_unique<TestServer>(
            QStringList{u"ssl=on"_s, u"ssl_cert_file="_s + m_certificates.path(u"server.crt"_s),
                        u"ssl_key_file="_s + m_certificates.path(u"server.key"_s)});
    }

    void nothingSecretLeaves_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isHeard");
        // The control: without a wish, whoever asks is told. The listener can hear.
        QTest::newRow("no wish") << u"sslmode"_s << u"prefer"_s << true;
        for (const QString& mode : {u"require"_s, u"verify-ca"_s, u"verify-full"_s})
            QTest::newRow(qPrintable(mode)) << u"sslmode"_s << mode << false;
        QTest::newRow("channel_binding") << u"channel_binding"_s << u"require"_s << false;
    }
    void nothingSecretLeaves()
    {
        QFETCH(QString, keyword);
        QFETCH(QString, value);
        QFETCH(bool, isHeard);
        Listener listener;
        ConnectionParameters parameters = m_server->parameters();
        parameters.setValue(u"port"_s, QString::number(listener.port()));
        parameters.setPassword(secret);
        parameters.setValue(keyword, value);
        if (value.startsWith("verify"_L1))
            parameters.setValue(u"sslrootcert"_s, m_certificates.path(u"ca.crt"_s));
        const auto connection = Connection::open(parameters);
        QVERIFY(!connection);
        QCOMPARE(listener.heard().contains(secret.toUtf8()), isHeard);
        QVERIFY2(!connection.error().text().contains(secret),
                 qPrintable(connection.error().text()));
    }

    void theCertificateCounts_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("code"); ///< empty: connected
        QTest::newRow("the right one")
            << u"verify-full"_s << u"db.example.org"_s << u"ca"_s << QString();
        QTest::newRow("another name")
            << u"verify-full"_s << u"evil.example.org"_s << u"ca"_s << u"conn.tls"_s;
        QTest::newRow("another authority")
            << u"verify-full"_s << u"db.example.org"_s << u"other"_s << u"conn.tls"_s;
        QTest::newRow("name unasked")
            << u"verify-ca"_s << u"evil.example.org"_s << u"ca"_s << QString();
    }
    void theCertificateCounts()
    {
        QFETCH(QString, mode);
        QFETCH(QString, host);
        QFETCH(QString, authority);
        QFETCH(QString, code);
        ConnectionParameters parameters = m_server->parameters();
        parameters.setValue(u"host"_s, host);
        parameters.setValue(u"hostaddr"_s, u"127.0.0.1"_s);
        parameters.setValue(u"sslmode"_s, mode);
        parameters.setValue(u"channel_binding"_s, u"require"_s);
        parameters.setValue(u"sslrootcert"_s, m_certificates.path(authority + u".crt"_s));
        const auto connection = Connection::open(parameters);
        QCOMPARE(connection ? QString() : connection.error().code, code);
        if (connection)
            QVERIFY((*connection)->server().isEncrypted);
    }

    /// What is weaker than it could be is said, for a server that is elsewhere.
    void weakLinksAreSaid_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<bool>("isEncrypted");
        QTest::addColumn<QString>("said"); ///< a part of it
        const auto row = [](const QString& uri, bool isEncrypted, const QString& said) {
            QTest::newRow(qPrintable(uri + (isEncrypted ? u" TLS"_s : u" plain"_s)))
                << uri << isEncrypted << said;
        };
        row(u"postgresql://db.example.org/d"_s, false, u"not encrypted"_s);
        row(u"postgresql://db.example.org/d"_s, true, u"right server was not checked"_s);
        row(u"postgresql://db.example.org/d?sslmode=verify-ca"_s, true, u"for this name"_s);
        row(u"postgresql://db.example.org/d?sslmode=verify-full"_s, true, {});
        row(u"postgresql://localhost/d"_s, false, {});
        row(u"postgresql:///d"_s, false, {});
    }
    void weakLinksAreSaid()
    {
        QFETCH(QString, uri);
        QFETCH(bool, isEncrypted);
        QFETCH(QString, said);
        ServerInfo server;
        server.host = u"db.example.org"_s;
        server.isEncrypted = isEncrypted;
        const QString text = server.weakness(*ConnectionParameters::fromUri(uri));
        QCOMPARE(text.isEmpty(), said.isEmpty());
        QVERIFY2(text.contains(said), qPrintable(text));
    }

private:
    socrates::test::Certificates m_certificates;
    std::unique_ptr<TestServer> m_server;
};

SOCRATES_TEST_MAIN(tst_Encryption)
#include "tst_encryption.moc"
