// SPDX-License-Identifier: MIT
#include "core/revisions/revisionfile.h"
#include "tests/support/testmain.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

const QString kPath = u"/project/a/002_second.sql"_s;

QByteArray file(const QByteArray& extraHeader, const QByteArray& up, const QByteArray& down)
{
    return "-- socrates-migration: 1\n-- revision: 002\n-- down_revision: 001\n-- database: a\n" +
           extraHeader + up + down;
}

QByteArray withHeader(const QByteArray& lines)
{
    return file(lines, "-- migrate:up\nSELECT 1;\n", "-- migrate:down\nSELECT 2;\n");
}

/// The statements stand on line 6.
QByteArray withUp(const QByteArray& sql, const QByteArray& marker = "-- migrate:up\n")
{
    return file({}, marker + sql, "\n-- migrate:down\nSELECT 2;\n");
}

} // namespace

class TestRevisionFile : public QObject
{
    Q_OBJECT
private slots:
    void everyKey();
    void placesAndHashes();
    void irreversible();
    void lineEnds();
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void allFaultsTogether();
};

void TestRevisionFile::everyKey()
{
    const auto revision = parseRevisionFile(
        "-- A remark without a colon\n"
        "-- socrates-migration: 1\n--revision:002\n-- down_revision: 001, 001b\n"
        "-- database: a\n-- branch_labels: x, y\n-- depends_on: 0f, z\n"
        "-- requires: b@010, c@011\n-- references: t.c -> b.u.id\n-- references: t.d -> c.v.id\n"
        "-- title: One: two\n-- create_date: 2025-11-05\n-- phase: 2\n-- lock_timeout: 5s\n"
        "-- x-owner: me\n\n"
        "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON t (c);\n"
        "-- migrate:down\nDROP INDEX i;\n",
        kPath);
    QVERIFY2(revision, revision ? "" : qPrintable(revision.error().first().text()));
    QCOMPARE(revision->id, RevisionId(u"002"_s));
    QCOMPARE(revision->downRevisions,
             (QList<RevisionId>{RevisionId(u"001"_s), RevisionId(u"001b"_s)}));
    QCOMPARE(revision->branchLabels, QStringList({u"x"_s, u"y"_s}));
    QCOMPARE(revision->dependsOn, QStringList({u"0f"_s, u"z"_s}));
    QCOMPARE(revision->requirements.size(), 2);
    QCOMPARE(revision->requirements.at(1).revision, RevisionId(u"011"_s));
    QCOMPARE(revision->references.size(), 2);
    QCOMPARE(revision->references.at(1).table, u"t"_s);
    QCOMPARE(revision->references.at(1).column, u"d"_s);
    QCOMPARE(revision->references.at(1).line, 10);
    QCOMPARE(revision->title, u"One: two"_s);
    QCOMPARE(revision->createDate, u"2025-11-05"_s);
    QCOMPARE(revision->phase, 2);
    QCOMPARE(revision->lockTimeout, u"5s"_s);
    QCOMPARE(revision->extra.value(u"x-owner"_s), u"me"_s);
    QVERIFY(!revision->up.transactional);
    QVERIFY(revision->down.transactional);
    QVERIFY(revision->isReversible());
    QCOMPARE(revision->keyLocation(u"title"_s).line, 11);
}

void TestRevisionFile::placesAndHashes()
{
    const auto revision = parseRevisionFile(
        withUp("CREATE TABLE t (i int);\n  -- remark\n  CREATE INDEX i ON t (i);\n"), kPath);
    QVERIFY(revision.has_value());
    QCOMPARE(revision->up.firstLine, 6);
    QCOMPARE(revision->up.statements.size(), 2);
    QCOMPARE(revision->up.statements.at(0).line, 6);
    QCOMPARE(revision->up.statements.at(1).line, 8);
    QCOMPARE(revision->up.statements.at(1).column, 3);
    const auto edited = parseRevisionFile(
        withUp("CREATE TABLE t\n  (i int); -- other\nCREATE INDEX i ON t (i);"), kPath);
    QVERIFY(edited.has_value());
    QCOMPARE(edited->up.meaningHash(), revision->up.meaningHash());
    QVERIFY(edited->up.exactHash() != revision->up.exactHash());
}

void TestRevisionFile::irreversible()
{
    for (const QByteArray& down : {QByteArray(), QByteArray("-- migrate:down\n")}) {
        const auto revision = parseRevisionFile(
            file("-- irreversible: data is merged\n", "-- migrate:up\nSELECT 1;\n", down), kPath);
        QVERIFY2(revision, revision ? "" : qPrintable(revision.error().first().text()));
        QVERIFY(!revision->isReversible());
        QVERIFY(revision->down.statements.isEmpty());
    }
}

void TestRevisionFile::lineEnds()
{
    const QByteArray unix = withUp("SELECT 'a\nb';\nSELECT 2;\n");
    const auto reference = parseRevisionFile(unix, kPath);
    for (QByteArray variant : {QByteArray(unix).replace("\n", "\r\n"),
                               QByteArray(unix).replace("\n", "\r"), "\xEF\xBB\xBF" + unix}) {
        const auto revision = parseRevisionFile(variant, kPath);
        QVERIFY(revision.has_value());
        QCOMPARE(revision->up.sql, reference->up.sql);
        QCOMPARE(revision->up.exactHash(), reference->up.exactHash());
        QCOMPARE(revision->up.statements.last().line, reference->up.statements.last().line);
    }
}

void TestRevisionFile::accepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << withUp("SELECT 1;\n");
    QTest::newRow("no semicolon at the end") << withUp("SELECT 1");
    QTest::newRow("transaction:true") << withUp("SELECT 1;\n", "-- migrate:up transaction:true\n");
    QTest::newRow("COMMIT in a body") << withUp("DO $$ BEGIN PERFORM 1; END $$;\n");
    QTest::newRow("backslash in a string") << withUp("SELECT E'\\n', 'a\\';\n");
    QTest::newRow("reads the version table") << withUp("SELECT * FROM alembic_version;\n");
    QTest::newRow("COPY from a file") << withUp("COPY t FROM '/srv/data.csv';\n");
    QTest::newRow("a psql command in a remark") << withUp("-- \\dt\nSELECT 1;\n");
    QTest::newRow("text beyond ASCII") << withUp("COMMENT ON TABLE t IS 'Größe 😀';\n");
    QTest::newRow("32 characters")
        << QByteArray("-- socrates-migration: 1\n-- revision: " + QByteArray(32, 'a') +
                      "\n-- down_revision:\n-- database: a\n-- migrate:up\nSELECT 1;\n"
                      "-- migrate:down\nSELECT 1;\n");
}

void TestRevisionFile::accepted()
{
    QFETCH(QByteArray, bytes);
    const auto revision = parseRevisionFile(bytes, kPath);
    QVERIFY2(revision, revision ? "" : qPrintable(revision.error().first().text()));
}

void TestRevisionFile::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const QByteArray& bytes, const QString& code, int line) {
        QTest::newRow(name) << bytes << u"project."_s + code << line;
    };
    const QString identifier = u"header.identifier"_s;
    const auto withId = [](const QByteArray& id) {
        return "-- socrates-migration: 1\n-- revision: " + id +
               "\n-- down_revision:\n-- database: a\n-- migrate:up\nSELECT 1;\n"
               "-- migrate:down\nSELECT 1;\n";
    };
    row("unknown key", withHeader("-- colour: red\n"), u"header.unknown-key"_s, 5);
    row("key twice", withHeader("-- title: a\n-- title: b\n"), u"header.repeated-key"_s, 6);
    row("misspelled marker", withHeader("-- migrate : up\n"), u"header.unknown-key"_s, 5);
    row("SQL before the first section", withHeader("SELECT 1;\n"), u"header.sql"_s, 5);
    row("format 2", withUp("SELECT 1;").replace("migration: 1", "migration: 2"),
        u"header.version"_s, 1);
    row("no revision", withUp("SELECT 1;").replace("-- revision: 002\n", ""),
        u"header.missing-key"_s, 1);
    row("empty revision", withUp("SELECT 1;").replace("revision: 002\n", "revision:\n"),
        u"header.value"_s, 2);
    row("no down_revision", withUp("SELECT 1;").replace("-- down_revision: 001\n", ""),
        u"header.missing-key"_s, 1);
    row("no database", withUp("SELECT 1;").replace("-- database: a\n", ""), u"header.missing-key"_s,
        1);
    row("33 characters", withId(QByteArray(33, 'a')), identifier, 2);
    for (const char* id : {"a@b", "a-b", "a+b", "a:b", "a b", "head", "heads", "base"})
        row(id, withId(id), identifier, 2);
    row("file name says otherwise", withId("003"), u"header.file-name"_s, 2);
    row("numeric but shorter", withId("2"), u"header.file-name"_s, 2);
    row("parent twice", withUp("SELECT 1;").replace("down_revision: 001", "down_revision: 1, 1"),
        u"header.value"_s, 3);
    row("phase a word", withHeader("-- phase: two\n"), u"header.value"_s, 5);
    row("lock_timeout a word", withHeader("-- lock_timeout: soon\n"), u"header.value"_s, 5);
    row("requires without revision", withHeader("-- requires: b\n"), u"header.value"_s, 5);
    row("references without arrow", withHeader("-- references: a.b b.c.d\n"), u"header.value"_s, 5);
    row("irreversible without reason", withHeader("-- irreversible:\n"), u"header.value"_s, 5);
    row("label with @", withHeader("-- branch_labels: a@b\n"), identifier, 5);

    row("no up", file({}, {}, "-- migrate:down\nSELECT 1;\n"), u"section.missing"_s, 7);
    row("no down", file({}, "-- migrate:up\nSELECT 1;\n", {}), u"section.missing"_s, 7);
    row("empty up", withUp("-- nothing\n"), u"section.empty"_s, 5);
    row("empty down", file({}, "-- migrate:up\nSELECT 1;\n", "-- migrate:down\n"),
        u"section.empty"_s, 7);
    row("down first", file({}, "-- migrate:down\nSELECT 1;\n", "-- migrate:up\nSELECT 1;\n"),
        u"section.order"_s, 7);
    row("up twice", withUp("SELECT 1;\n-- migrate:up\nSELECT 2;"), u"section.repeated"_s, 7);
    row("unknown section", withUp("SELECT 1;\n-- migrate:sideways\n"), u"section.unknown"_s, 7);
    row("upper case", withUp("SELECT 1;", "-- migrate:UP\n"), u"section.unknown"_s, 5);
    row("unknown option", withUp("SELECT 1;", "-- migrate:up transaction:no\n"),
        u"section.option"_s, 5);

    const QString control = u"sql.transaction-control"_s;
    for (const char* sql :
         {"BEGIN", "COMMIT", "ROLLBACK TO a", "START TRANSACTION", "SAVEPOINT s", "END", "ABORT",
          "PREPARE TRANSACTION 'x'", "/* a */ commit", "RELEASE s", "SET TRANSACTION READ ONLY"})
        row(sql, withUp("SELECT 1;\n" + QByteArray(sql) + ";\n"), control, 7);
    row("psql command", withUp("SELECT 1;\n\\i other.sql\n"), u"sql.psql"_s, 7);
    row("COPY FROM STDIN", withUp("COPY t (a) FROM STDIN;\n"), u"sql.copy"_s, 6);
    row("COPY TO STDOUT", withUp("COPY (SELECT 1) TO stdout;\n"), u"sql.copy"_s, 6);
    row("version table", withUp("UPDATE public.alembic_version SET version_num = 'x';\n"),
        u"sql.version-table"_s, 6);
    row("CONCURRENTLY in a transaction", withUp("CREATE INDEX CONCURRENTLY i ON t (a);\n"),
        u"sql.needs-no-transaction"_s, 6);
    row("VACUUM in a transaction", withUp("VACUUM t;\n"), u"sql.needs-no-transaction"_s, 6);
    row("unterminated string", withUp("SELECT 1;\nSELECT 'a;\n"), u"sql.unterminated"_s, 7);
    row("unterminated identifier", withUp("SELECT \"a;\n"), u"sql.unterminated"_s, 6);
    row("unterminated comment", withUp("SELECT 1; /* a /* b */\n"), u"sql.unterminated"_s, 6);
    row("unterminated dollar string", withUp("DO $x$ BEGIN END $y$;\n"), u"sql.unterminated"_s, 6);

    const QString encoding = u"file.encoding"_s;
    row("NUL", withUp("SELECT 1;\nSELECT 2" + QByteArray(1, '\0') + ";\n"), encoding, 7);
    row("Latin-1", withUp("SELECT 'caf\xE9';\n"), encoding, 6);
    row("half a character", withUp("SELECT 1; -- \xC3\n"), encoding, 6);
    row("a surrogate", withUp("SELECT 1; -- \xED\xA0\x80\n"), encoding, 6);
    const QString text = QString::fromUtf8(withUp("SELECT 1;\n"));
    for (const auto& [name, format] : {std::pair("UTF-16LE", QStringConverter::Utf16LE),
                                       std::pair("UTF-16BE", QStringConverter::Utf16BE),
                                       std::pair("UTF-32LE", QStringConverter::Utf32LE),
                                       std::pair("UTF-32BE", QStringConverter::Utf32BE)}) {
        QStringEncoder plain(format);
        row(name, plain(text), encoding, 1);
        QStringEncoder marked(format, QStringConverter::Flag::WriteBom);
        row(qPrintable(QString::fromLatin1(name) + u" with BOM"_s), marked(text), encoding, 1);
    }
    row("over-large", withUp("SELECT 1;") + QByteArray(kMaxRevisionFileBytes, '\n'),
        u"file.too-large"_s, 0);
}

void TestRevisionFile::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto revision = parseRevisionFile(bytes, kPath);
    QVERIFY(!revision);
    QStringList told;
    bool found = false;
    for (const Error& error : revision.error()) {
        told << error.code + u' ' + error.text();
        QCOMPARE(error.where.file, kPath);
        QVERIFY(!error.hint.isEmpty());
        found = found || (error.code == code && error.where.line == line);
    }
    QVERIFY2(found, qPrintable(told.join(u'\n')));
    QVERIFY2(told.size() <= 2, qPrintable(told.join(u'\n')));
}

void TestRevisionFile::allFaultsTogether()
{
    const auto revision = parseRevisionFile(
        "-- socrates-migration: 1\n-- revision: a-b\n-- down_revision:\n-- colour: red\n"
        "-- migrate:up fast:true\nBEGIN;\nCOPY t FROM STDIN;\n\\dt\n",
        kPath);
    QVERIFY(!revision);
    QStringList codes;
    for (const Error& error : revision.error())
        codes << error.code.mid(8);
    codes.sort();
    QCOMPARE(codes, QStringList({u"header.identifier"_s, u"header.missing-key"_s,
                                 u"header.unknown-key"_s, u"section.missing"_s, u"section.option"_s,
                                 u"sql.copy"_s, u"sql.psql"_s, u"sql.transaction-control"_s}));
}

SOCRATES_TEST_MAIN(TestRevisionFile)
#include "tst_revisionfile.moc"
