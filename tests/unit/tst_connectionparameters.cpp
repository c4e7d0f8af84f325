// SPDX-License-Identifier: MIT
#include "core/postgres/connectionparameters.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;

class TestConnectionParameters : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void everyCharacterInEveryField_data();
    void everyCharacterInEveryField();
    void roundTrips_data();
    void roundTrips();
    void withholdsSecrets();
    void isLocal_data();
    void isLocal();
    void displayText_data();
    void displayText();
    void ambientVariablesHaveNoInfluence();
};

void TestConnectionParameters::reads_data()
{
    using Values = QMap<QString, QString>;
    QTest::addColumn<QString>("uri");
    QTest::addColumn<Values>("expected");
    const Values full{{u"host"_s, u"h"_s},
                      {u"port"_s, u"5433"_s},
                      {u"user"_s, u"u"_s},
                      {u"password"_s, u"p"_s},
                      {u"dbname"_s, u"d"_s}};
    const auto with = [&](const QString& key, const QString& value) {
        Values result = full;
        result.insert(key, value);
        return result;
    };
    QTest::newRow("full") << u"postgresql://u:p@h:5433/d"_s << full;
    QTest::newRow("short scheme") << u"postgres://u:p@h:5433/d"_s << full;
    QTest::newRow("SQLAlchemy") << u"postgresql+psycopg2://u:p@h:5433/d"_s << full;
    QTest::newRow("asyncpg") << u"postgresql+asyncpg://u:p@h:5433/d"_s << full;
    QTest::newRow("upper case scheme") << u"PostgreSQL://u:p@h:5433/d"_s << full;
    QTest::newRow("white space") << u" \n postgresql://u:p@h:5433/d\r\n"_s << full;
    QTest::newRow("quotes") << u"\"postgresql://u:p@h:5433/d\""_s << full;
    QTest::newRow("key=value") << u"host=h port=5433 user=u password=p dbname=d"_s << full;
    QTest::newRow("key=value quoted")
        << u"host=h port=5433 user=u password='it\\'s a \\\\' dbname=d"_s
        << with(u"password"_s, u"it's a \\"_s);
    QTest::newRow("percent") << u"postgresql://u:%40%2F%25%3A%23@h:5433/d"_s
                             << with(u"password"_s, u"@/%:#"_s);
    QTest::newRow("raw @ in the password")
        << u"postgresql://u:p@ss@h:5433/d"_s << with(u"password"_s, u"p@ss"_s);
    QTest::newRow("raw @@ at its end")
        << u"postgresql://u:p@@h:5433/d"_s << with(u"password"_s, u"p@"_s);
    QTest::newRow("raw # : ? &") << u"postgresql://u:a#b:c?d&e@h:5433/d"_s
                                 << with(u"password"_s, u"a#b:c?d&e"_s);
    QTest::newRow("plus is no space")
        << u"postgresql://u:a+b@h:5433/d"_s << with(u"password"_s, u"a+b"_s);
    QTest::newRow("unicode") << u"postgresql://u:pä😀@h:5433/d"_s << with(u"password"_s, u"pä😀"_s);
    QTest::newRow("sslmode") << u"postgresql://u:p@h:5433/d?sslmode=verify-full"_s
                             << with(u"sslmode"_s, u"verify-full"_s);
    QTest::newRow("@ in the query") << u"postgresql://u:p@h:5433/d?application_name=a@b"_s
                                    << with(u"application_name"_s, u"a@b"_s);
    QTest::newRow("@ in a query without path")
        << u"postgresql://u:p@h:5433?application_name=a@b&dbname=d"_s
        << with(u"application_name"_s, u"a@b"_s);
    QTest::newRow("service") << u"postgresql:///?service=main"_s
                             << Values{{u"service"_s, u"main"_s}};
    QTest::newRow("IPv6") << u"postgresql://[2001:db8::1]:5433/d"_s
                          << Values{{u"host"_s, u"2001:db8::1"_s},
                                    {u"port"_s, u"5433"_s},
                                    {u"dbname"_s, u"d"_s}};
    QTest::newRow("socket") << u"postgresql://%2Fvar%2Frun%2Fpostgresql/d"_s
                            << Values{{u"host"_s, u"/var/run/postgresql"_s}, {u"dbname"_s, u"d"_s}};
    QTest::newRow("several hosts") << u"postgresql://a:1,b:2/d?target_session_attrs=read-write"_s
                                   << Values{{u"host"_s, u"a,b"_s},
                                             {u"port"_s, u"1,2"_s},
                                             {u"dbname"_s, u"d"_s},
                                             {u"target_session_attrs"_s, u"read-write"_s}};
    QTest::newRow("several hosts, no port")
        << u"postgresql://a,b,c/d"_s << Values{{u"host"_s, u"a,b,c"_s}, {u"dbname"_s, u"d"_s}};
    QTest::newRow("nothing") << u"postgresql://"_s << Values{};
}

void TestConnectionParameters::reads()
{
    QFETCH(QString, uri);
    using Values = QMap<QString, QString>;
    QFETCH(Values, expected);
    const auto result = ConnectionParameters::fromUri(uri);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QCOMPARE(result->values(), expected);
}

void TestConnectionParameters::refuses_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("inHint");
    QTest::newRow("empty") << u"  "_s << u"postgresql://"_s;
    QTest::newRow("words") << u"hunter2"_s << u"postgresql://"_s;
    QTest::newRow("another scheme") << u"mysql://u:hunter2@h/d"_s << u"postgresql://"_s;
    QTest::newRow("JDBC") << u"jdbc:postgresql://h/d?password=hunter2"_s << u"postgresql://"_s;
    QTest::newRow("raw / in the password") << u"postgresql://u:hunter2/x@h/d"_s << u"%2F"_s;
    QTest::newRow("raw @ and / in the password") << u"postgresql://u:hunter2@x/y@h/d"_s << u"%40"_s;
    QTest::newRow("raw % in the password") << u"postgresql://u:hunter2%zz@h/d"_s << u"%25"_s;
    QTest::newRow("raw % at its end") << u"postgresql://u:hunter2%@h/d"_s << u"%25"_s;
    QTest::newRow("@ and ? in the password") << u"postgresql://u:pass@x?hunter2@h/d"_s << u"%3F"_s;
    QTest::newRow("@, ? and = in the password")
        << u"postgresql://u:pass@x?hunter2=x@h/d"_s << u"%3F"_s;
    QTest::newRow("unquoted space") << u"host=h password=my hunter2"_s << u"single quotes"_s;
    QTest::newRow("unterminated quote") << u"host=h password='hunter2"_s << u"single quotes"_s;
    QTest::newRow("unknown key") << u"host=h hunter2=x"_s << u"key words"_s;
    QTest::newRow("unknown parameter") << u"postgresql://h/d?nonsense=1"_s << u"key words"_s;
    QTest::newRow("%00") << u"postgresql://u:hunter2%00@h/d"_s << u"%25"_s;
    QTest::newRow("not UTF-8") << u"postgresql://u:hunter2%E4@h/d"_s << u"%C3%A4"_s;
    QTest::newRow("open bracket") << u"postgresql://[::1/d"_s << u"[::1]"_s;
    QTest::newRow("NUL") << u"postgresql://u:hunter2"_s + QChar(0) + u"@h/d"_s << u"%25"_s;
}

void TestConnectionParameters::refuses()
{
    QFETCH(QString, uri);
    QFETCH(QString, inHint);
    const auto result = ConnectionParameters::fromUri(uri);
    QVERIFY(!result);
    const Error& error = result.error();
    QCOMPARE(error.code, u"usage.url"_s);
    QVERIFY(!error.summary.isEmpty());
    QVERIFY2(error.hint.contains(inHint), qPrintable(error.text()));
    for (const QString& text :
         {error.summary, error.detail, error.hint, error.technical, error.statement})
        QVERIFY2(!text.contains(u"hunter2"_s), qPrintable(text));
}

void TestConnectionParameters::everyCharacterInEveryField_data()
{
    QTest::addColumn<QString>("keyword");
    for (const char* keyword : {"user", "password", "dbname", "host", "application_name", "options",
                                "sslrootcert", "service"})
        QTest::newRow(keyword) << QString::fromLatin1(keyword);
}

void TestConnectionParameters::everyCharacterInEveryField()
{
    QFETCH(QString, keyword);
    QList<uint> characters;
    for (uint code = 1; code < 0x250; ++code)
        characters << code;
    characters << 0x20AC << 0x3042 << 0xFEFF << 0xFFFD << 0x1F600 << 0x10FFFF;
    for (const uint code : characters) {
        if (keyword == "host"_L1 && code == ',')
            continue; // libpq's own separator of hosts
        const QString one = QString::fromUcs4(reinterpret_cast<const char32_t*>(&code), 1);
        for (const QString& value : {one, u"a"_s + one + u"b"_s, one + one}) {
            ConnectionParameters parameters;
            parameters.setValue(u"host"_s, u"h"_s);
            parameters.setValue(u"user"_s, u"u"_s);
            parameters.setValue(u"dbname"_s, u"d"_s);
            parameters.setValue(keyword, value);
            const auto back = ConnectionParameters::fromUri(parameters.toUri(true));
            QVERIFY2(back, qPrintable(parameters.toUri(true)));
            QCOMPARE(back->values(), parameters.values());
        }
    }
}

void TestConnectionParameters::roundTrips_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("uri");
    QTest::newRow("one") << u"h"_s << u"1"_s << u"postgresql://u@h:1/d"_s;
    QTest::newRow("IPv6") << u"::1"_s << u"1"_s << u"postgresql://u@[::1]:1/d"_s;
    QTest::newRow("IPv6 with zone")
        << u"fe80::1%eth0"_s << QString() << u"postgresql://u@[fe80::1%25eth0]/d"_s;
    QTest::newRow("two") << u"a,::1"_s << u"1,2"_s << u"postgresql://u@a:1,[::1]:2/d"_s;
    QTest::newRow("two, one port")
        << u"a,b"_s << u"1"_s << u"postgresql://u@/d?host=a%2Cb&port=1"_s;
    QTest::newRow("two, no port") << u"a,b"_s << QString() << u"postgresql://u@a,b/d"_s;
    QTest::newRow("two, second port") << u"a,b"_s << u",2"_s << u"postgresql://u@a,b:2/d"_s;
    QTest::newRow("an empty host")
        << u"a,"_s << u"1,2"_s << u"postgresql://u@/d?host=a%2C&port=1%2C2"_s;
    QTest::newRow("socket") << u"/tmp"_s << u"5"_s << u"postgresql://u@%2Ftmp:5/d"_s;
    QTest::newRow("a host with signs")
        << u"a:b@c#d"_s << u"1"_s << u"postgresql://u@a%3Ab%40c%23d:1/d"_s;
    QTest::newRow("an address with a zone")
        << u"fe80::1%eth0"_s << QString() << u"postgresql://u@[fe80::1%25eth0]/d"_s;
    QTest::newRow("brackets in a name") << u"[x]"_s << QString() << u"postgresql://u@%5Bx%5D/d"_s;
    QTest::newRow("port alone") << QString() << u"5"_s << u"postgresql://u@/d?port=5"_s;
    QTest::newRow("port that is none") << u"h"_s << u"x"_s << u"postgresql://u@/d?host=h&port=x"_s;
}

void TestConnectionParameters::roundTrips()
{
    QFETCH(QString, host);
    QFETCH(QString, port);
    QFETCH(QString, uri);
    ConnectionParameters parameters;
    parameters.setValue(u"host"_s, host);
    parameters.setValue(u"port"_s, port);
    parameters.setValue(u"user"_s, u"u"_s);
    parameters.setValue(u"dbname"_s, u"d"_s);
    QCOMPARE(parameters.toUri(true), uri);
    QCOMPARE(ConnectionParameters::fromUri(uri)->values(), parameters.values());
}

void TestConnectionParameters::withholdsSecrets()
{
    const auto parameters = ConnectionParameters::fromUri(
        u"postgresql://u:hunter2@h/d?sslpassword=hunter2&sslmode=require"_s);
    QVERIFY(parameters);
    QCOMPARE(parameters->toUri(false), u"postgresql://u@h/d?sslmode=require"_s);
    QVERIFY(!parameters->displayText().contains(u"hunter2"_s));
    QVERIFY(parameters->hasPassword());
    ConnectionParameters alone;
    alone.setPassword(u"hunter2"_s);
    QCOMPARE(ConnectionParameters::fromUri(alone.toUri(true))->password(), u"hunter2"_s);
    alone.setPassword({});
    QVERIFY(!alone.hasPassword());
}

void TestConnectionParameters::isLocal_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("expected");
    QTest::newRow("no host") << u"postgresql:///d"_s << true;
    QTest::newRow("localhost") << u"postgresql://LocalHost/d"_s << true;
    QTest::newRow("127") << u"postgresql://127.0.1.1/d"_s << true;
    QTest::newRow("::1") << u"postgresql://[::1]/d"_s << true;
    QTest::newRow("long ::1") << u"postgresql://[0:0:0:0:0:0:0:1]/d"_s << true;
    QTest::newRow("socket") << u"postgresql://%2Ftmp/d"_s << true;
    QTest::newRow("name") << u"postgresql://db/d"_s << false;
    QTest::newRow("disguised") << u"postgresql://localhost.example.org/d"_s << false;
    QTest::newRow("127 disguised") << u"postgresql://127.0.0.1.example.org/d"_s << false;
    QTest::newRow("one of two") << u"postgresql://localhost,db/d"_s << false;
    QTest::newRow("hostaddr wins") << u"postgresql://localhost/d?hostaddr=10.0.0.1"_s << false;
    QTest::newRow("service") << u"postgresql:///?service=x"_s << false;
}

void TestConnectionParameters::isLocal()
{
    QFETCH(QString, uri);
    QTEST(ConnectionParameters::fromUri(uri)->isLocal(), "expected");
}

void TestConnectionParameters::displayText_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("expected");
    QTest::newRow("full") << u"postgresql://u:p@h:1/d"_s << u"u@h:1/d"_s;
    QTest::newRow("defaults") << u"postgresql://h"_s << u"h:5432"_s;
    QTest::newRow("IPv6") << u"postgresql://u@[::1]:1/d"_s << u"u@[::1]:1/d"_s;
    QTest::newRow("two") << u"postgresql://u@a:1,b:2/d"_s << u"u@a:1,b:2/d"_s;
    QTest::newRow("no host") << u"postgresql://u@/d"_s << u"u@[local]:5432/d"_s;
    QTest::newRow("service") << u"postgresql:///d?service=main"_s << u"service main/d"_s;
}

void TestConnectionParameters::displayText()
{
    QFETCH(QString, uri);
    QTEST(ConnectionParameters::fromUri(uri)->displayText(), "expected");
}

void TestConnectionParameters::ambientVariablesHaveNoInfluence()
{
    qputenv("PGHOST", "evil");
    qputenv("PGPASSWORD", "evil");
    qputenv("PGSERVICE", "evil");
    const auto parameters = ConnectionParameters::fromUri(u"postgresql://u@/d"_s);
    QVERIFY(parameters);
    QCOMPARE(parameters->values(),
             (QMap<QString, QString>{{u"user"_s, u"u"_s}, {u"dbname"_s, u"d"_s}}));
    for (const char* name : {"PGHOST", "PGPASSWORD", "PGSERVICE"})
        qunsetenv(name);
}

SOCRATES_TEST_MAIN(TestConnectionParameters)
#include "tst_connectionparameters.moc"
