// SPDX-License-Identifier: MIT
#include "core/sql/lexer.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Kind = Token::Kind;

/// One letter per token, so that a row reads like the text it describes.
QChar letterOf(const Token& token)
{
    switch (token.kind) {
    case Kind::Word:
        return u'w';
    case Kind::QuotedIdentifier:
        return u'q';
    case Kind::String:
        return u's';
    case Kind::Number:
        return u'n';
    case Kind::Parameter:
        return u'p';
    case Kind::Semicolon:
        return u';';
    case Kind::Symbol:
        return u'.';
    case Kind::Comment:
        return u'c';
    case Kind::Whitespace:
        return u'_';
    case Kind::Backslash:
        return u'\\';
    }
    return u'?';
}

} // namespace

class TestLexer : public QObject
{
    Q_OBJECT
private slots:
    void tokens_data();
    void tokens();
    void sameMeaning_data();
    void sameMeaning();
    void otherMeaning_data();
    void otherMeaning();
    void sameExact_data();
    void sameExact();
    void otherExact_data();
    void otherExact();
    void hashesAreSha256();
};

void TestLexer::tokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kinds"); ///< '!' behind a token that never ends
    const auto row = [](const QString& text, const QString& kinds) {
        QTest::newRow(qPrintable(text.isEmpty() ? u"empty"_s : text)) << text << kinds;
    };
    row(u""_s, u""_s);
    row(u" \t\r\n\f\v"_s, u"_"_s);
    row(u"select a1_$ , größe"_s, u"w_w_._w"_s);
    row(u"\"a b\"\"c\".d"_s, u"q.w"_s);
    row(u"U&\"d\\0061\" u&'x' u & x"_s, u"q_s_w_._w"_s);
    row(u"'a''b' 'c\\' e"_s, u"s_s_w"_s);
    row(u"E'a\\'b' e'\\\\' E 'x'"_s, u"s_s_w_s"_s);
    row(u"E'a'\n  -- why\n 'b\\'c' d"_s, u"s_w"_s);
    row(u"E'a' 'b\\' c"_s, u"s_s_w"_s);
    row(u"B'1' b'0' X'f' x'F' N'n' n'n'"_s, u"s_s_s_s_s_s"_s);
    row(u"$$a;'b$$ $t$ $$ $t$ $t1$x$t1$"_s, u"s_s_s"_s);
    row(u"$ä$x$ä$"_s, u"s"_s);
    row(u"a$b$c$d$"_s, u"w"_s);
    row(u"$1 $12+$"_s, u"p_p.."_s);
    row(u"$1a$"_s, u"pw"_s);
    row(u"1 1.5 .5 1. 1e5 1.5e-3 1e+5 1_000 0x1F 0b1 0o7"_s, u"n_n_n_n_n_n_n_n_n_n_n"_s);
    row(u"1..10"_s, u"n..n"_s);
    row(u"a-1"_s, u"w.n"_s);
    row(u"a--b\nc"_s, u"wc_w"_s);
    row(u"a+--b\r\nc"_s, u"w.c_w"_s);
    row(u"/* a /* b */ c */d"_s, u"cw"_s);
    row(u"/**/a*/b"_s, u"cw..w"_s);
    row(u"a;;b"_s, u"w;;w"_s);
    row(u"(a[1])::int := $1 => '{}' ?| @>"_s, u".w.n....w_.._p_.._s_.._.."_s);
    row(u"\\i file"_s, u"\\w_w"_s);
    row(u"'never"_s, u"s!"_s);
    row(u"E'never\\'"_s, u"s!"_s);
    row(u"E'never\\"_s, u"s!"_s);
    row(u"\"never"_s, u"q!"_s);
    row(u"U&'never"_s, u"s!"_s);
    row(u"$a$never$b$"_s, u"s!"_s);
    row(u"/* never /* */"_s, u"c!"_s);
    row(u"-- at the end"_s, u"c"_s);
}

void TestLexer::tokens()
{
    QFETCH(QString, text);
    QFETCH(QString, kinds);
    QString found;
    QString joined;
    for (const Token& token : tokenize(text)) {
        QCOMPARE(token.offset, joined.size());
        QVERIFY(token.length > 0);
        QCOMPARE(token.end(), token.offset + token.length);
        joined += text.mid(token.offset, token.length);
        found += letterOf(token);
        if (!token.isTerminated)
            found += u'!';
    }
    QCOMPARE(found, kinds);
    QCOMPARE(joined, text);
}

void TestLexer::sameMeaning_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char* name, const QString& a, const QString& b) {
        QTest::newRow(name) << a << b;
    };
    row("blanks", u"SELECT a,b FROM t;"_s, u"  SELECT a , b\n\tFROM  t ;\n\n"_s);
    row("line ends", u"SELECT a\nFROM t;\n"_s, u"SELECT a\r\nFROM t;\r\n"_s);
    row("line ends in a literal", u"SELECT 'a\nb', $$c\nd$$"_s, u"SELECT 'a\r\nb', $$c\r\nd$$"_s);
    row("comments", u"SELECT a FROM t"_s, u"-- why\nSELECT a /* b */ FROM t -- c"_s);
    row("comment for a blank", u"SELECT a"_s, u"SELECT/* x */a"_s);
    row("case of words", u"CREATE TABLE Users (Id INT)"_s, u"create table users (id int)"_s);
    row("brackets apart", u"CREATE TABLE t (a varchar(5));"_s,
        u"CREATE TABLE t (\n  a varchar ( 5 )\n) ;"_s);
    row("brackets and commas", u"VALUES ((1),(2))"_s, u"VALUES ( ( 1 ) , ( 2 ) )"_s);
    row("a sign behind an operator", u"SELECT a=-1"_s, u"SELECT a = -1"_s);
    row("two signs", u"SELECT a- -1"_s, u"SELECT a - - 1"_s);
    row("cast", u"SELECT '{}'::jsonb->>'a'"_s, u"SELECT '{}' :: jsonb ->> 'a'"_s);
    row("star", u"SELECT t.*,count(*)FROM t"_s, u"SELECT t . * , count ( * ) FROM t"_s);
    row("arrays", u"SELECT a[1:2][3]"_s, u"SELECT a [ 1 : 2 ] [ 3 ]"_s);
    row("nothing", u""_s, u" \n-- x\n"_s);
}

void TestLexer::sameMeaning()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(meaningHash(a), meaningHash(b));
}

void TestLexer::otherMeaning_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char* name, const QString& a, const QString& b) {
        QTest::newRow(name) << a << b;
    };
    row("blank in a literal", u"SELECT 'a b'"_s, u"SELECT 'a  b'"_s);
    row("blank at a literal's line end", u"SELECT 'a\nb'"_s, u"SELECT 'a \nb'"_s);
    row("blank in a body", u"DO $$ x $$"_s, u"DO $$ x  $$"_s);
    row("comment in a literal", u"SELECT 'a--b'"_s, u"SELECT 'a--c'"_s);
    row("comment in a body", u"DO $$ -- a\n $$"_s, u"DO $$ -- b\n $$"_s);
    row("blank in a quoted name", u"SELECT \"a b\""_s, u"SELECT \"ab\""_s);
    row("case in a literal", u"SELECT 'a'"_s, u"SELECT 'A'"_s);
    row("case in a quoted name", u"SELECT \"a\""_s, u"SELECT \"A\""_s);
    row("case beyond ASCII", u"SELECT ä"_s, u"SELECT Ä"_s);
    row("quoted or not", u"SELECT a"_s, u"SELECT \"a\""_s);
    row("words joined", u"SELECT a b"_s, u"SELECT ab"_s);
    row("operators joined", u"SELECT a < = b"_s, u"SELECT a <= b"_s);
    row("operators apart", u"SELECT a @- 1"_s, u"SELECT a @ - 1"_s);
    row("order", u"SELECT a, b"_s, u"SELECT b, a"_s);
    row("split", u"SELECT a; b"_s, u"SELECT a b"_s);
    row("literals joined", u"SELECT 'a' 'b'"_s, u"SELECT 'ab'"_s);
    row("number", u"SELECT 1"_s, u"SELECT 10"_s);
    row("statement commented out", u"SELECT 1; SELECT 2;"_s, u"SELECT 1; -- SELECT 2;"_s);
}

void TestLexer::otherMeaning()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(meaningHash(a) != meaningHash(b));
    QVERIFY(exactHash(a) != exactHash(b)); // equal exact hashes promise equal meaning
}

void TestLexer::sameExact_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char* name, const QString& a, const QString& b) {
        QTest::newRow(name) << a << b;
    };
    row("CRLF", u"SELECT a\nFROM t;\n"_s, u"SELECT a\r\nFROM t;\r\n"_s);
    row("old Mac", u"SELECT a\nFROM t;\n"_s, u"SELECT a\rFROM t;\r"_s);
    row("CRLF in a literal", u"SELECT 'a\nb'"_s, u"SELECT 'a\r\nb'"_s);
    row("blanks at line ends", u"SELECT a\n\nFROM t;"_s, u"SELECT a \t\n  \nFROM t; "_s);
    row("blanks behind comments", u"-- a\n/* b\nc */\nSELECT a"_s,
        u"-- a \n/* b \nc */ \nSELECT a"_s);
    row("lines at the end", u"SELECT a;"_s, u"SELECT a;\n\n \n"_s);
    row("nothing", u""_s, u" \r\n\r\n"_s);
}

void TestLexer::sameExact()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(exactHash(a), exactHash(b));
    QCOMPARE(meaningHash(a), meaningHash(b));
}

void TestLexer::otherExact_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char* name, const QString& a, const QString& b) {
        QTest::newRow(name) << a << b;
    };
    row("comment", u"SELECT a -- b"_s, u"SELECT a -- c"_s);
    row("indentation", u"SELECT a\n FROM t"_s, u"SELECT a\n  FROM t"_s);
    row("blank line", u"SELECT a\nFROM t"_s, u"SELECT a\n\nFROM t"_s);
    row("blank line first", u"SELECT a"_s, u"\nSELECT a"_s);
    row("case", u"SELECT a"_s, u"select a"_s);
}

void TestLexer::otherExact()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(exactHash(a) != exactHash(b));
    QCOMPARE(meaningHash(a), meaningHash(b));
}

void TestLexer::hashesAreSha256()
{
    // sha256sum of nothing, of "SELECT 1;" and of the same words set apart.
    QCOMPARE(exactHash(u""_s),
             u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
    QCOMPARE(exactHash(u"SELECT 1;\n"_s),
             u"17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a"_s);
    QCOMPARE(meaningHash(u"SELECT 1;\n"_s),
             u"b394127c51360da0e031c75627e8d30247ebcd70db78c2e1e4007d9cf1bb2ec5"_s);
}

SOCRATES_TEST_MAIN(TestLexer)
#include "tst_lexer.moc"
