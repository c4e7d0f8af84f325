// SPDX-License-Identifier: MIT
#include "core/postgres/envfile.h"
#include "tests/support/testmain.h"

#include <QStringEncoder>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace socrates::core;

class TestEnvFile : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void faults_data();
    void faults();
    void encodings_data();
    void encodings();
    void lastOneWins();
    void allFaultsTogether();
    void loads();
};

void TestEnvFile::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const QString& expected) {
        QTest::newRow(name) << QByteArray(text) << expected;
    };
    row("plain", "X=abc", u"abc"_s);
    row("empty", "X=", u""_s);
    row("spaces around", "  X =  abc  ", u"abc"_s);
    row("export", "export X=abc", u"abc"_s);
    row("equals signs", "X=postgresql://h/d?a=b&c==", u"postgresql://h/d?a=b&c=="_s);
    row("comment", "X=abc # note", u"abc"_s);
    row("hash inside", "X=a#b", u"a#b"_s);
    row("hash first", "X=#b # note", u"#b"_s);
    row("only a comment", "X= # note", u""_s);
    row("single quotes", "X='a b # \"c\" $d'", u"a b # \"c\" $d"_s);
    row("single quotes escaped", "X='it\\'s \\\\ \\n'", u"it's \\ \\n"_s);
    row("double quotes", "X=\"a b # 'c'\"", u"a b # 'c'"_s);
    row("double quotes escaped", "X=\"\\\"a\\\\ \\n\\t\\r\\q\"", u"\"a\\ \n\t\r\\q"_s);
    row("quoted with comment", "X='a' # note", u"a"_s);
    row("quotes inside", "X=a'b\"c", u"a'b\"c"_s);
    row("backslash plain", "X=C:\\new", u"C:\\new"_s);
    row("crlf", "A=1\r\nX=abc\r\nB=2\r\n", u"abc"_s);
    row("cr", "A=1\rX=abc\r", u"abc"_s);
    row("comments and blanks", "\n# X=no\n\n  # X=no\nX=abc\n", u"abc"_s);
    row("not interpolated", "X=${HOME}", u"${HOME}"_s);
    row("utf-8", "X=p\xc3\xa4ss", u"päss"_s);
}

void TestEnvFile::values()
{
    QFETCH(QByteArray, text);
    const auto file = EnvFile::parse(text, u".env"_s);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().first().text()));
    QVERIFY(file->find(u"X"_s) != nullptr);
    QTEST(file->find(u"X"_s)->value, "expected");
    QVERIFY(file->find(u"Y"_s) == nullptr);
}

void TestEnvFile::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("no equals sign") << QByteArray("A=1\nhunter2\n") << 2;
    QTest::newRow("bad name") << QByteArray("\n\n1X=hunter2") << 3;
    QTest::newRow("no name") << QByteArray("=hunter2") << 1;
    QTest::newRow("unclosed double quote") << QByteArray("X=\"hunter2\nY=1\"") << 1;
    QTest::newRow("unclosed single quote") << QByteArray("A=1\r\nX='hunter2") << 2;
    QTest::newRow("text after the quote") << QByteArray("X='a'hunter2") << 1;
    QTest::newRow("not UTF-8") << QByteArray("A=1\nX=hunter2\xe4\n") << 2;
    QTest::newRow("NUL") << QByteArray("X=hunter2\0", 10) << 0;
}

void TestEnvFile::faults()
{
    QFETCH(QByteArray, text);
    const auto file = EnvFile::parse(text, u"some/.env"_s);
    QVERIFY(!file);
    const Error& error = file.error().first();
    QCOMPARE(error.code, u"usage.env_file"_s);
    QCOMPARE(error.where.file, u"some/.env"_s);
    QTEST(error.where.line, "line");
    QVERIFY(!error.text().contains(u"hunter2"_s));
}

void TestEnvFile::encodings_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::addColumn<bool>("mark");
    QTest::newRow("UTF-8") << QStringConverter::Utf8 << false;
    QTest::newRow("UTF-8 with mark") << QStringConverter::Utf8 << true;
    QTest::newRow("UTF-16 little-endian") << QStringConverter::Utf16LE << true;
    QTest::newRow("UTF-16 big-endian") << QStringConverter::Utf16BE << true;
}

void TestEnvFile::encodings()
{
    QFETCH(QStringConverter::Encoding, encoding);
    QFETCH(bool, mark);
    QStringEncoder encoder(encoding,
                           mark ? QStringEncoder::Flag::WriteBom : QStringEncoder::Flag::Default);
    const QByteArray bytes = encoder(u"DATABASE_URL_AUTH=pä😀\r\nB=2\r\n"_s);
    const auto file = EnvFile::parse(bytes, u".env"_s);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().first().text()));
    QCOMPARE(file->variables().size(), 2);
    QCOMPARE(file->variables().first().name, u"DATABASE_URL_AUTH"_s);
    QCOMPARE(file->variables().first().value, u"pä😀"_s);
    QCOMPARE(file->variables().last().line, 2);
}

void TestEnvFile::lastOneWins()
{
    const auto file = EnvFile::parse("X=1\nX=2\n", u".env"_s);
    QVERIFY(file);
    QCOMPARE(file->variables().size(), 2);
    QCOMPARE(file->find(u"X"_s)->value, u"2"_s);
    QCOMPARE(file->find(u"X"_s)->line, 2);
}

void TestEnvFile::allFaultsTogether()
{
    const auto file = EnvFile::parse("one\nX=1\ntwo\n", u".env"_s);
    QVERIFY(!file);
    QCOMPARE(file.error().size(), 2);
    QCOMPARE(file.error().last().where.line, 3);
}

void TestEnvFile::loads()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u".env"_s);
    QCOMPARE(EnvFile::load(path).error().first().code, u"usage.env_file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("X=1\n");
    file.close();
    QCOMPARE(EnvFile::load(path)->find(u"X"_s)->value, u"1"_s);
    QVERIFY(file.resize(2 * 1024 * 1024));
    QVERIFY(!EnvFile::load(path));
}

SOCRATES_TEST_MAIN(TestEnvFile)
#include "tst_envfile.moc"
