// SPDX-License-Identifier: MIT
#include "core/base/redaction.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;

class TestRedaction : public QObject
{
    Q_OBJECT
private slots:
    void hidden_data();
    void hidden();
    void kept_data();
    void kept();
    void twiceIsOnce_data() { hidden_data(); }
    void twiceIsOnce();
};

void TestRedaction::hidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& text, const QString& expected) {
        QTest::newRow(name) << text << expected;
    };

    row("url", u"postgresql://u:secret@h:5432/d"_s, u"postgresql://u:***@h:5432/d"_s);
    row("short scheme", u"postgres://u:secret@h/d"_s, u"postgres://u:***@h/d"_s);
    row("capitals", u"PostgreSQL://u:secret@h/d"_s, u"PostgreSQL://u:***@h/d"_s);
    row("driver", u"postgresql+psycopg2://u:secret@h/d"_s, u"postgresql+psycopg2://u:***@h/d"_s);
    row("no user", u"postgresql://:secret@h/d"_s, u"postgresql://:***@h/d"_s);
    row("empty password", u"postgresql://u:@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("@ in it", u"postgresql://u:sec@ret@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("/ and ? in it", u"postgresql://u:sec/r?et@h/d"_s, u"postgresql://u:***@h/d"_s);
    row(": and # in it", u"postgresql://u:s:e#cret@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("= in it", u"postgresql://u:a=secret@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("blank in it", u"postgresql://u:sec ret@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("blank and @ in it", u"postgresql://u:s ec@ret@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("digits only", u"postgresql://u:12345@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("digits and /", u"postgresql://u:12/45@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("percent", u"postgresql://u:sec%40ret@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("umlaut", u"postgresql://u:geheimß😀@h/d"_s, u"postgresql://u:***@h/d"_s);
    row("IPv6", u"postgresql://u:secret@[::1]:5432/d"_s, u"postgresql://u:***@[::1]:5432/d"_s);
    row("cut off", u"cannot read postgresql://u:secret"_s, u"cannot read postgresql://u:***@"_s);
    row("no host", u"postgresql://u:secret/d"_s, u"postgresql://u:***@/d"_s);

    row("two urls in a line", u"postgresql://a:x1@h/d and postgresql://b:x2@i/e"_s,
        u"postgresql://a:***@h/d and postgresql://b:***@i/e"_s);
    row("two urls, no blank", u"postgresql://a:x1@h/d,postgresql://b:x2@i/e"_s,
        u"postgresql://a:***@h/d,postgresql://b:***@i/e"_s);
    row("three lines",
        u"A=postgresql://a:x@1@h/d\nB=postgres://b:x2@i/e\nC=postgresql://c:x3@i/e\n"_s,
        u"A=postgresql://a:***@h/d\nB=postgres://b:***@i/e\nC=postgresql://c:***@i/e\n"_s);
    row("env file", u"DATABASE_URL_AUTH=postgresql://u:se@cret@h/d\n"_s,
        u"DATABASE_URL_AUTH=postgresql://u:***@h/d\n"_s);
    row("env file, quoted", u"export DATABASE_URL=\"postgresql+asyncpg://u:secret@h/d\""_s,
        u"export DATABASE_URL=\"postgresql+asyncpg://u:***@h/d\""_s);
    row("command line", u"--url socrates_auth=postgresql://u:secret@h/d --json"_s,
        u"--url socrates_auth=postgresql://u:***@h/d --json"_s);

    row("query", u"postgresql://h/d?user=u&password=secret&sslmode=require"_s,
        u"postgresql://h/d?user=u&password=***&sslmode=require"_s);
    row("query, @ in it", u"postgresql://h:5432/d?password=a@b"_s,
        u"postgresql://h:5432/d?password=***"_s);
    row("query, both", u"postgresql://u:one@h/d?password=two"_s,
        u"postgresql://u:***@h/d?password=***"_s);
    row("query, sslpassword", u"postgresql://h/d?sslpassword=secret&a=b"_s,
        u"postgresql://h/d?sslpassword=***&a=b"_s);

    row("pair", u"host=h password=secret dbname=d"_s, u"host=h password=*** dbname=d"_s);
    row("pair, & in it", u"host=h password=se&cret dbname=d"_s, u"host=h password=*** dbname=d"_s);
    row("pair, capitals", u"PASSWORD=secret"_s, u"PASSWORD=***"_s);
    row("pair, spaced", u"password = secret user = u"_s, u"password = *** user = u"_s);
    row("pair, quoted", u"password='se cret' dbname=d"_s, u"password=*** dbname=d"_s);
    row("pair, quote in quotes", uR"(password='se\'c ret' dbname=d)"_s, u"password=*** dbname=d"_s);
    row("pair, backslash in quotes", uR"(password='se\\' dbname=d)"_s, u"password=*** dbname=d"_s);
    row("pair, double quotes", u"password=\"se cret\" dbname=d"_s, u"password=*** dbname=d"_s);
    row("pair, never closed", u"password='se cret dbname=d"_s, u"password=***"_s);
    row("pair, sslpassword", u"sslpassword='key secret' sslkey=k"_s, u"sslpassword=*** sslkey=k"_s);
    row("pair, two", u"password=one sslpassword=two"_s, u"password=*** sslpassword=***"_s);
    row("PGPASSWORD", u"PGPASSWORD=secret psql -h h"_s, u"PGPASSWORD=*** psql -h h"_s);
    row("DB_PASSWORD", u"DB_USER=u\nDB_PASSWORD=secret\nDB_NAME=d"_s,
        u"DB_USER=u\nDB_PASSWORD=***\nDB_NAME=d"_s);
    row("json", uR"({"user": "u", "password": "se\"c ret", "x": 1})"_s,
        uR"({"user": "u", "password": "***", "x": 1})"_s);
    row("sql", u"CREATE ROLE r LOGIN PASSWORD 'secret' VALID UNTIL 'infinity'"_s,
        u"CREATE ROLE r LOGIN PASSWORD '***' VALID UNTIL 'infinity'"_s);
    row("sql, quotes in it", u"ALTER USER r PASSWORD 'it''s' CREATEDB"_s,
        u"ALTER USER r PASSWORD '***' CREATEDB"_s);
    row("sql, escapes", uR"(ALTER USER r WITH PASSWORD E'it\'s' CREATEDB)"_s,
        u"ALTER USER r WITH PASSWORD '***' CREATEDB"_s);
    row("mixed", u"postgresql://u:p@ss@h/d\nhost=h password=two\nPASSWORD 'three'"_s,
        u"postgresql://u:***@h/d\nhost=h password=***\nPASSWORD '***'"_s);
}

void TestRedaction::hidden()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(redacted(text), expected);
}

void TestRedaction::twiceIsOnce()
{
    QFETCH(QString, expected);
    QCOMPARE(redacted(expected), expected);
}

void TestRedaction::kept_data()
{
    QTest::addColumn<QString>("text");
    int index = 0;
    for (const QString& text : {
             u""_s,
             u"postgresql://u@h:5432/d"_s,
             u"postgresql://h:5432/d"_s,
             u"postgresql://h1:5432,h2:5433/d?target_session_attrs=read-write"_s,
             u"postgresql://[::1]:5432/d"_s,
             u"postgresql://localhost:5432"_s,
             u"postgresql://localhost:5432 refused; mail admin@example.org"_s,
             u"\"postgresql://localhost:5432\""_s,
             u"postgresql:///d?host=/var/run"_s,
             u"host=h passfile=/home/u/.pgpass dbname=d"_s,
             u"postgresql://h/d?passfile=/home/u/.pgpass"_s,
             u"PGPASSFILE=/home/u/.pgpass"_s,
             u"password authentication failed for user \"u\""_s,
             u"no password supplied"_s,
             u"ALTER TABLE users ADD COLUMN hashed_password varchar(255) NOT NULL"_s,
             u"ALTER ROLE r PASSWORD NULL"_s,
             u"--password-file FILE"_s,
         })
        QTest::addRow("%02d", ++index) << text;
}

void TestRedaction::kept()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

SOCRATES_TEST_MAIN(TestRedaction)
#include "tst_redaction.moc"
