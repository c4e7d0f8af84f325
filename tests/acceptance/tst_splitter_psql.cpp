// SPDX-License-Identifier: MIT
// The splitter beside psql itself: generated scripts, and what psql sends of them to a server that
// only listens. SOCRATES_SPLIT_SCRIPTS says how many; SOCRATES_SPLIT_SEED where it begins.
#include "core/sql/lexer.h"
#include "core/sql/splitter.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;

namespace {

/// Speaks just enough of the protocol for psql, and keeps each query of one session.
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
            ::listen(m_socket, 1) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            qFatal("cannot listen");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~Listener()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        if (m_thread.joinable())
            m_thread.join();
        ::close(m_socket);
    }
    int port() const { return m_port; }
    QStringList queries()
    {
        m_thread.join();
        return m_queries;
    }

private:
    static QByteArray message(char kind, const QByteArray& body)
    {
        const quint32 length = qToBigEndian(quint32(body.size() + 4));
        return kind + QByteArray(reinterpret_cast<const char*>(&length), 4) + body;
    }
    static QByteArray parameter(const QByteArray& name, const QByteArray& value)
    {
        return message('S', name + '\0' + value + '\0');
    }
    static QByteArray read(int client, qsizetype size)
    {
        QByteArray bytes(size, '\0');
        qsizetype have = 0;
        while (have < size) {
            const auto count = ::recv(client, bytes.data() + have, size_t(size - have), 0);
            if (count <= 0)
                return {};
            have += count;
        }
        return bytes;
    }
    static qsizetype lengthOf(const QByteArray& bytes)
    {
        return qsizetype(qFromBigEndian<quint32>(bytes.constData())) - 4;
    }
    void serve()
    {
        const int client = ::accept(m_socket, nullptr, nullptr);
        if (client < 0)
            return;
        const auto send = [client](const QByteArray& bytes) {
            static_cast<void>(
                ::send(client, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL));
        };
        const QByteArray ready = message('Z', "I");
        static_cast<void>(read(client, lengthOf(read(client, 4))));
        send(message('R', QByteArray(4, '\0')) + parameter("server_version", "15.0") +
             parameter("standard_conforming_strings", "on") + parameter("client_encoding", "UTF8") +
             ready);
        while (true) {
            const QByteArray head = read(client, 5);
            if (head.isEmpty())
                break;
            const QByteArray body = read(client, lengthOf(head.mid(1)));
            if (head.front() == 'Q') {
                m_queries << QString::fromUtf8(body.chopped(1));
                send(message('C', QByteArray("DO\0", 3)) + ready);
            }
        }
        ::close(client);
    }

    int m_socket = -1;
    int m_port = 0;
    std::thread m_thread;
    QStringList m_queries;
};

/// Scripts made of everything that can hide a semicolon. Nothing that psql itself acts upon: no
/// backslash outside a string, no colon that could name a variable.
class Scripts
{
public:
    explicit Scripts(quint32 seed) : m_random(seed) {}

    QString next()
    {
        QString script;
        const int statements = 1 + below(25);
        for (int i = 0; i < statements; ++i) {
            script += blank() + (below(8) == 0 ? definition() : statement(0));
            script += below(12) == 0 ? u" ; ; "_s : u";"_s;
        }
        return script + (below(2) == 0 ? blank() : u"SELECT 1"_s);
    }

private:
    int below(int count) { return int(m_random.bounded(count)); }
    QString one(const QStringList& texts) { return texts.at(below(int(texts.size()))); }

    QString blank()
    {
        return one({u" "_s, u"\n"_s, u"\t"_s, u"\r\n"_s, u" -- it's; a \"comment\" $$\n"_s,
                    u"/* ; ' \" $$ -- */"_s, u"/* a /* nested; */ one' */ "_s, u"/**/ "_s,
                    u"--\n"_s, u"/* -- \n ; */\n"_s});
    }

    QString string()
    {
        const QString inside = one({u";"_s, u"a;b"_s, u"--"_s, u"/*"_s, u"*/"_s, u"$$"_s, u"\""_s,
                                    u"''"_s, u"\n;\n"_s, u"ä;€"_s, u"$a$"_s, u""_s});
        switch (below(9)) {
        // A word behind: psql reads by lines and does not see that such a string goes on in the
        // next one, which the server does.
        case 0:
            return u"E'\\\\;\\'"_s + inside + u"' x"_s;
        case 1:
            return u"e'\\'"_s + inside + u"\\\\' x"_s;
        case 2:
            return u"U&'"_s + inside + u"'"_s;
        case 3:
            return u"$$"_s + (inside == "$$"_L1 ? u";"_s : inside) + u"'$$"_s;
        case 4:
            return u"$body$ $$;$$ $bod$ "_s + inside + u" $body$"_s;
        case 5:
            return u"'a;'\n  '"_s + inside + u"'"_s;
        case 6:
            return one({u"B'01'"_s, u"x'1F'"_s, u"N';'"_s, u"'\\'"_s});
        case 7:
            return u"\""_s + (inside == "\""_L1 ? u";"_s : inside) + u"\"\";\""_s;
        default:
            return u"'"_s + inside + u"'"_s;
        }
    }

    QString word()
    {
        return one({u"SELECT"_s, u"x"_s, u"begin"_s, u"END"_s, u"case"_s, u"a$b"_s, u"a$$"_s,
                    u"été"_s, u"_1"_s, u"atomic"_s, u"function"_s, u"12"_s, u"1.5e-3"_s, u"$1"_s,
                    u"create"_s, u"e"_s, u"u"_s, u"x1"_s, u"copy"_s});
    }

    QString statement(int depth)
    {
        QString text = one({u"SELECT"_s, u"INSERT"_s, u"x"_s, u"WITH"_s, u"UPDATE"_s});
        const int parts = 1 + below(8);
        for (int i = 0; i < parts; ++i) {
            text += blank();
            switch (below(6)) {
            case 0:
                text += string();
                break;
            case 1:
                text +=
                    one({u"+"_s, u"-"_s, u"*"_s, u"<="_s, u"::int"_s, u"@#%"_s, u"|| "_s, u"/ "_s,
                         u", "_s, u"."_s, u"~!"_s, u"+/*;*/"_s, u"*--;\n"_s, u"[1]"_s});
                break;
            case 2:
                if (depth < 3) {
                    text += u"("_s + statement(depth + 1) +
                            (below(3) == 0 ? u"; "_s + statement(depth + 1) : QString()) + u")"_s;
                    break;
                }
                [[fallthrough]];
            default:
                text += word();
            }
        }
        return text;
    }

    QString definition()
    {
        const QString head =
            one({u"CREATE FUNCTION f() RETURNS int"_s, u"create or replace procedure p()"_s,
                 u"CREATE OR REPLACE /* ; */ FUNCTION f() RETURNS int LANGUAGE sql"_s});
        switch (below(3)) {
        case 0:
            return head + blank() + u"AS $f$ BEGIN; ' END; $f$"_s;
        case 1:
            return head + blank() + u"AS 'BEGIN; END;' LANGUAGE plpgsql"_s;
        default:
            return head + blank() + u"BEGIN ATOMIC"_s + blank() +
                   u"SELECT CASE WHEN true THEN 1 END; SELECT "_s + string() + u";"_s + blank() +
                   u"END"_s;
        }
    }

    QRandomGenerator m_random;
};

/// What counts of a statement: neither comments nor blanks, nor the semicolon that psql sends too.
QString essence(const QString& sql)
{
    QStringList result;
    for (const Token& token : tokenize(sql)) {
        if (token.kind != Token::Kind::Comment && token.kind != Token::Kind::Whitespace)
            result << sql.mid(token.offset, token.length);
    }
    if (!result.isEmpty() && result.last() == ";"_L1)
        result.removeLast();
    return result.join(u' ');
}

int number(const char* variable, int otherwise)
{
    return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : otherwise;
}

} // namespace

class tst_SplitterPsql : public QObject
{
    Q_OBJECT

private slots:
    void theSameStatements()
    {
        const QTemporaryDir folder;
        const int first = number("SOCRATES_SPLIT_SEED", 1);
        const int count = number("SOCRATES_SPLIT_SCRIPTS", 60);
        qsizetype statements = 0;
        for (int seed = first; seed < first + count; ++seed) {
            const QString script = Scripts(quint32(seed)).next();
            const QString path = folder.filePath(u"script.sql"_s);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(script.toUtf8());
            file.close();
            Listener listener;
            TestServer::runProgram(
                TestServer::programs() + u"/psql"_s,
                {u"-X"_s, u"-q"_s, u"-f"_s, path,
                 u"host=127.0.0.1 port=%1 user=u dbname=d sslmode=disable gssencmode=disable"_s.arg(
                     listener.port())});
            QStringList theirs;
            for (const QString& query : listener.queries())
                theirs << essence(query);
            theirs.removeAll(QString());
            QStringList ours;
            for (const Statement& statement : splitStatements(script))
                ours << essence(statement.text);
            for (qsizetype i = 0; i < qMax(ours.size(), theirs.size()); ++i)
                if (ours.value(i) != theirs.value(i)) {
                    qsizetype at = 0;
                    while (at < ours.value(i).size() &&
                           ours.value(i).at(at) == theirs.value(i).mid(at, 1))
                        ++at;
                    QFAIL(qPrintable(
                        u"seed %1, statement %2, from %3\n--- ours\n%4\n--- psql\n%5"_s.arg(
                            QString::number(seed), QString::number(i + 1), QString::number(at),
                            ours.value(i).mid(qMax<qsizetype>(0, at - 60), 200),
                            theirs.value(i).mid(qMax<qsizetype>(0, at - 60), 200))));
                }
            statements += ours.size();
        }
        qInfo("%d scripts, %lld statements", count, qlonglong(statements));
        QVERIFY(statements >= count);
    }
};

SOCRATES_TEST_MAIN(tst_SplitterPsql)
#include "tst_splitter_psql.moc"
