// SPDX-License-Identifier: MIT
#include "core/sql/lexer.h"
#include "core/sql/splitter.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <pg_query.h>

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// PostgreSQL's own parser on the same script: the statements, trimmed as ours are.
QStringList parserSplit(const QByteArray& script)
{
    const PgQuerySplitResult result = pg_query_split_with_parser(script.constData());
    QStringList texts;
    if (result.error != nullptr)
        qFatal("%s: %s", script.constData(), result.error->message);
    for (int i = 0; i < result.n_stmts; ++i) {
        const QString text = QString::fromUtf8(
            script.mid(result.stmts[i]->stmt_location, result.stmts[i]->stmt_len));
        qsizetype begin = -1;
        qsizetype end = 0;
        for (const Token& token : tokenize(text)) {
            if (token.kind == Token::Kind::Whitespace || token.kind == Token::Kind::Comment)
                continue;
            begin = begin < 0 ? token.offset : begin;
            end = token.end();
        }
        texts << text.mid(begin, end - begin);
    }
    pg_query_free_split_result(result);
    return texts;
}

} // namespace

class TestSplitter : public QObject
{
    Q_OBJECT
private slots:
    void sameAsPostgreSql_data();
    void sameAsPostgreSql();
    void generatedScripts_data();
    void generatedScripts();
    void places();
    void errorPositions();
    void brokenScripts();
};

void TestSplitter::sameAsPostgreSql_data()
{
    QTest::addColumn<QByteArray>("script");
    const QByteArray scripts[] = {
        "SELECT 1; SELECT 2",
        "SELECT 1;;; ; SELECT 2;",
        "-- only; a remark\nSELECT 1; -- after; it\n/* ; */ SELECT 2;",
        "/* a /* nested; */ ; */ SELECT 1; SELECT 2",
        "SELECT 'a;b', 'it''s; ', E'a\\';b', U&'\\0041;' ; SELECT \"a;b\" FROM \"x\"\"y;\"",
        "SELECT E'a'\n  'b\\';c'; SELECT 2",
        "SELECT 'a\\'; SELECT 'b'",
        "SELECT $$a;b$$, $t$ $$ ; $t$, $a1$;$a1$; SELECT a$b$ FROM t; SELECT 3",
        "DO $$ BEGIN PERFORM 1; PERFORM 2; END $$; SELECT 1",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT "
        "3",
        "CREATE OR REPLACE FUNCTION f(i int) RETURNS int LANGUAGE sql BEGIN ATOMIC\n"
        "  SELECT CASE WHEN i > 1 THEN 1 ELSE CASE i WHEN 0 THEN 2 END END; END; SELECT 3",
        "CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (1); END; SELECT 1",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1 AS \"end\"; END; "
        "SELECT 1",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC END; SELECT 1",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1; SELECT 1",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); SELECT 2); SELECT 1",
        "BEGIN; SELECT 1; END; SELECT 2",
        "SELECT 1 AS begin, 2 AS atomic; SELECT 3",
        "SELECT a - -1, b/*x*/*2, '{}'::jsonb ? 'a' FROM t WHERE a <> 1; SELECT $1",
        "CREATE TABLE größe (\"ä;\" text DEFAULT 'ü😀;'); SELECT 1",
        "SELECT 1.5e-3, .5, 1. , 0.1; SELECT a[1:2]",
        "SELECT N'x;', B'101', X'1F'; SELECT 'a'\n'b' FROM t",
    };
    int index = 0;
    for (const QByteArray& script : scripts)
        QTest::addRow("%02d", ++index) << script;
}

void TestSplitter::sameAsPostgreSql()
{
    QFETCH(QByteArray, script);
    const QString text = QString::fromUtf8(script);
    QStringList ours;
    QString reassembled;
    for (const Statement& statement : splitStatements(text)) {
        ours << statement.text;
        reassembled += statement.text + u';';
    }
    QCOMPARE(ours, parserSplit(script));
    QStringList again;
    for (const Statement& statement : splitStatements(reassembled))
        again << statement.text;
    QCOMPARE(again, ours);
}

void TestSplitter::generatedScripts_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/// Scripts put together at random from what makes splitting hard; PostgreSQL's parser is asked what
/// they are.
void TestSplitter::generatedScripts()
{
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    const auto pick = [&random](const QByteArrayList& from) {
        return from.at(random.bounded(int(from.size())));
    };
    const QByteArrayList blanks{
        " ", "\n", "\t\r\n", "/* ; */", "/* a /* ; ' */ $$ */", "-- ; ' $$ \"\n", " /**/ "};
    const QByteArrayList values{"'a;b'",          "'it''s;'",    "E'\\';'", "E'\\\\'",     "$$;'$$",
                                "$a$ $$;$b$ $a$", "B'101'",      "X'1F'",   "U&'\\0041;'", "N';'",
                                "1.5e-3",         "'a'\n  ';b'", "'\\'",    "\"q;\"\"\"",  "'ü😀;'",
                                "E'a'\n '\\';'",  "(SELECT 1)",  "- -1",    "a$1$",        "1"};
    const QByteArrayList shapes{"SELECT%1@%2",
                                "INSERT%1INTO t VALUES%1(@,%2@)",
                                "DELETE FROM%1t WHERE%1a =%2@",
                                "CREATE FUNCTION f() RETURNS int%1LANGUAGE sql%2BEGIN "
                                "ATOMIC%1SELECT @;%2SELECT CASE WHEN true "
                                "THEN%1@ END;%1END",
                                "CREATE RULE r AS ON INSERT TO t DO ALSO%1(SELECT @;%2SELECT 2)",
                                "DO%1$x$ BEGIN ; END $x$",
                                "BEGIN",
                                "COMMIT",
                                ""};
    for (int round = 0; round < 50; ++round) {
        QByteArray script;
        for (int i = 0; i < random.bounded(1, 8); ++i) {
            QByteArray statement = pick(shapes);
            for (const char* place : {"%1", "%2"}) {
                for (qsizetype at = statement.indexOf(place); at >= 0;
                     at = statement.indexOf(place))
                    statement.replace(at, 2, ' ' + pick(blanks) + ' ');
            }
            for (qsizetype at = statement.indexOf('@'); at >= 0; at = statement.indexOf('@'))
                statement.replace(at, 1, pick(values));
            script += pick(blanks) + statement + pick(blanks) + ';';
        }
        QStringList ours;
        for (const Statement& statement : splitStatements(QString::fromUtf8(script)))
            ours << statement.text;
        const QStringList theirs = parserSplit(script);
        if (ours != theirs)
            qWarning("%s", script.constData());
        QCOMPARE(ours, theirs);
    }
}

void TestSplitter::places()
{
    const auto statements =
        splitStatements(u"-- remark\n  SELECT 1; /* 😀 */ SELECT\n2;\n\n\tSELECT 3"_s, 10);
    QCOMPARE(statements.size(), 3);
    QCOMPARE(statements.at(0).line, 11);
    QCOMPARE(statements.at(0).column, 3);
    QCOMPARE(statements.at(1).line, 11);
    QCOMPARE(statements.at(1).column, 21); // the emoji is one character
    QCOMPARE(statements.at(2).line, 14);
    QCOMPARE(statements.at(2).column, 2);
}

void TestSplitter::errorPositions()
{
    const auto statements = splitStatements(u"  SELECT '😀',\n   nosuch;"_s, 5);
    QCOMPARE(statements.size(), 1);
    const Statement::Place start = statements.first().placeOf(1);
    QCOMPARE(start.line, 5);
    QCOMPARE(start.column, 3);
    const Statement::Place behindEmoji = statements.first().placeOf(11); // the comma
    QCOMPARE(behindEmoji.line, 5);
    QCOMPARE(behindEmoji.column, 13);
    const Statement::Place nextLine = statements.first().placeOf(16);
    QCOMPARE(nextLine.line, 6);
    QCOMPARE(nextLine.column, 4);
}

void TestSplitter::brokenScripts()
{
    QCOMPARE(splitStatements(u""_s).size(), 0);
    QCOMPARE(splitStatements(u" ;-- x\n;"_s).size(), 0);
    QCOMPARE(splitStatements(u"select 1; selec 2; select 3"_s).size(), 3);
    QCOMPARE(splitStatements(u"select ); select 2"_s).size(), 2);
    QCOMPARE(splitStatements(u"select 'a; select 2"_s).size(), 1);
    for (const QString& text : {u"E'\\"_s, u"$"_s, u"$a"_s, u"/*"_s, u"U&"_s, u"\\"_s, u"'"_s}) {
        QString joined;
        for (const Token& token : tokenize(text))
            joined += text.mid(token.offset, token.length);
        QCOMPARE(joined, text);
    }
}

SOCRATES_TEST_MAIN(TestSplitter)
#include "tst_splitter.moc"
