// SPDX-License-Identifier: MIT
#include "core/revisions/revisionfile.h"
#include "core/revisions/revisionlint.h"
#include "tests/support/projectfolder.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

// What the revision before has made, in every test.
constexpr auto kBefore = R"(CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE old (id bigint PRIMARY KEY, name varchar(20), price numeric(8,2), note text, m mood);
CREATE INDEX old_name ON old (name);
CREATE TABLE parent (id bigint PRIMARY KEY);
)";

Revision revisionOf(const QString& id, const QString& up, const QString& down,
                    const QString& options = {}, const QString& header = {})
{
    const QString text = u"-- socrates-migration: 1\n-- revision: %1\n-- down_revision:\n"
                         "-- database: d\n%2-- migrate:up%3\n%4\n-- migrate:down\n%5\n"_s.arg(
                             id, header, options, up, down);
    const ResultOrErrors<Revision> revision = parseRevisionText(text, u"/p/"_s + id + u"_x.sql"_s);
    if (!revision)
        qFatal("%s", qPrintable(revision.error().first().text()));
    return *revision;
}

LintReport lint(const Revision& revision)
{
    RevisionLinter linter;
    linter.read(revisionOf(u"001"_s, QLatin1StringView(kBefore),
                           u"DROP TABLE parent; DROP TABLE old; DROP TYPE mood"_s));
    linter.read(revision);
    return linter.report();
}

QStringList rulesIn(const LintReport& report)
{
    QStringList rules;
    for (const LintFinding& finding : report.findings)
        rules << finding.rule;
    return rules;
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT
private slots:
    void upgrade_data();
    void upgrade();
    void undo_data();
    void undo();
    void placesAndTexts();
    void ignoring_data();
    void ignoring();
    void everyRuleIsSeen();
    void anUnknownGrammarIsNoFinding();
    void theProjectIsClean();

private:
    QSet<QString> m_seen; ///< rules that some test saw at work
};

void TestLint::upgrade_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("options");
    const auto row = [](const char* sql, const char* rules = "", const char* options = "") {
        QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(rules)
                           << QString::fromLatin1(options);
    };
    constexpr auto kAlone = " transaction:false";
    row("CREATE INDEX i ON old (note)", "index-blocks-writes");
    row("CREATE INDEX i ON Public.OLD (note)", "index-blocks-writes");
    row("CREATE INDEX i ON \"OLD\".old (note)", "index-blocks-writes"); // unknown: in use
    row("CREATE INDEX CONCURRENTLY i ON old (note)", "", kAlone);
    row("CREATE TABLE t (a int); CREATE INDEX i ON t (a)");
    row("CREATE TABLE t AS SELECT 1 AS a; CREATE INDEX i ON t (a)");
    row("CREATE TABLE t (a int); ALTER TABLE t RENAME TO u; CREATE INDEX i ON u (a)");
    row("CREATE TABLE IF NOT EXISTS t (a int); CREATE INDEX i ON t (a)",
        "if-not-exists index-blocks-writes");
    row("ALTER TABLE old ADD UNIQUE (note)", "key-blocks-table");
    row("ALTER TABLE old ADD COLUMN c int UNIQUE", "key-blocks-table");
    row("ALTER TABLE old ADD CONSTRAINT u UNIQUE USING INDEX i");
    row("ALTER TABLE old ADD CONSTRAINT c CHECK (id > 0)", "constraint-reads-table");
    row("ALTER TABLE old ADD CONSTRAINT c CHECK (id > 0) NOT VALID");
    row("ALTER TABLE old ADD CONSTRAINT c CHECK (id > 0) NOT VALID; ALTER TABLE old VALIDATE "
        "CONSTRAINT c",
        "constraint-reads-table");
    row("ALTER TABLE old ADD CONSTRAINT c CHECK (id > 0) NOT VALID; ALTER TABLE old VALIDATE "
        "CONSTRAINT c",
        "", kAlone);
    row("ALTER TABLE old ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES parent",
        "constraint-reads-table");
    row("ALTER TABLE old ADD COLUMN p bigint REFERENCES parent");
    row("CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES parent");
    row("ALTER TABLE old ALTER name SET NOT NULL", "not-null-reads-table");
    row("ALTER TABLE old ADD CONSTRAINT c CHECK (name IS NOT NULL) NOT VALID; ALTER TABLE old "
        "VALIDATE CONSTRAINT c; ALTER TABLE old ALTER name SET NOT NULL",
        "", kAlone);
    row("ALTER TABLE old ADD COLUMN c int NOT NULL", "not-null-without-default");
    row("ALTER TABLE old ADD COLUMN c int NOT NULL DEFAULT NULL", "not-null-without-default");
    row("ALTER TABLE old ADD COLUMN c int NOT NULL DEFAULT 0");
    row("ALTER TABLE old ADD COLUMN c timestamptz NOT NULL DEFAULT now()");
    row("ALTER TABLE old ADD COLUMN c uuid DEFAULT gen_random_uuid()", "column-rewrites-table");
    row("ALTER TABLE old ADD COLUMN c text DEFAULT md5(random()::text)", "column-rewrites-table");
    row("ALTER TABLE old ADD COLUMN c bigserial", "column-rewrites-table");
    row("ALTER TABLE old ADD COLUMN c int GENERATED ALWAYS AS IDENTITY", "column-rewrites-table");
    row("ALTER TABLE old ADD COLUMN c numeric GENERATED ALWAYS AS (price * 2) STORED",
        "column-rewrites-table");
    row("ALTER TABLE old ALTER id TYPE text", "type-rewrites-table");
    row("ALTER TABLE old ALTER name TYPE varchar(50)");
    row("ALTER TABLE old ALTER name TYPE text");
    row("ALTER TABLE old ALTER note TYPE varchar");
    row("ALTER TABLE old ALTER name TYPE varchar(10)", "type-rewrites-table");
    row("ALTER TABLE old ALTER name TYPE text USING upper(name)", "type-rewrites-table");
    row("ALTER TABLE old ALTER price TYPE numeric(10,2)");
    row("ALTER TABLE old ALTER price TYPE numeric(10,3)", "type-rewrites-table");
    row("DROP TABLE old", "drops-data");
    row("DROP TABLE old, parent CASCADE", "drops-data drops-data drop-cascade");
    row("CREATE TABLE t (a int); DROP TABLE t");
    row("ALTER TABLE old DROP COLUMN note", "drops-data");
    row("TRUNCATE old", "drops-data");
    row("DROP SCHEMA s", "drops-data");
    row("DROP TYPE mood CASCADE", "drop-cascade");
    row("DROP VIEW v");
    row("ALTER TABLE old RENAME TO older", "rename");
    row("ALTER TABLE old RENAME COLUMN note TO remark", "rename");
    row("CREATE TABLE t (a int); ALTER TABLE t RENAME COLUMN a TO b");
    row("ALTER INDEX old_name RENAME TO old_names");
    row("UPDATE old SET note = ''", "updates-every-row");
    row("UPDATE old SET note = '' WHERE note IS NULL");
    row("DELETE FROM old", "updates-every-row");
    row("ALTER TYPE mood ADD VALUE 'glad'; UPDATE old SET m = 'glad' WHERE id = 1",
        "enum-value-used");
    row("ALTER TYPE mood ADD VALUE 'glad'; INSERT INTO old (m) VALUES ('glad')", "enum-value-used");
    row("ALTER TYPE mood ADD VALUE 'glad'; INSERT INTO old (m) VALUES ('sad')");
    row("ALTER TYPE mood ADD VALUE 'glad'; INSERT INTO old (m) VALUES ('glad')", "", kAlone);
    row("CREATE TYPE e AS ENUM (); ALTER TYPE e ADD VALUE 'x'; SELECT 'x'::e");
    row("ALTER TABLE old ADD COLUMN j json", "json-column");
    row("ALTER TABLE old ADD COLUMN j jsonb");
    row("CREATE TABLE t (a int, j json)", "json-column");
    row("CREATE TABLE t (a int UNIQUE); CREATE INDEX i ON t (a)", "redundant-index");
    row("CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX k ON t (a, b)",
        "redundant-index");
    row("CREATE TABLE t (a int, b int); CREATE INDEX i ON t (b); CREATE INDEX k ON t (a, b)");
    row("CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a); CREATE INDEX k ON t (a) WHERE a > "
        "0");
    row("CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a); CREATE INDEX k ON t (a, "
        "b)");
    row("CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE INDEX k ON t (a DESC)");
    row("CREATE INDEX CONCURRENTLY i ON old (name)", "redundant-index", kAlone);
    row("SET search_path = x", "search-path");
    row("SET LOCAL search_path = x", "search-path");
    row("SET lock_timeout = '1s'", "set-outlives-revision");
    row("SET LOCAL lock_timeout = '1s'");
    row("SET lock_timeout = '1s'", "", kAlone);
    row("CREATE TABLE a23456789012345678901234567890123456789012345678901234567890123 (x int)");
    row("CREATE TABLE a234567890123456789012345678901234567890123456789012345678901234 (x int)",
        "identifier-too-long");
    // 32 letters, 64 bytes.
    QTest::newRow("bytes, not letters")
        << u"CREATE TABLE \"%1\" (x int)"_s.arg(QString(32, QChar(0x3b1)))
        << u"identifier-too-long"_s << QString();
    row("DO $$ BEGIN DROP TABLE old; END $$");
}

void TestLint::upgrade()
{
    QFETCH(QString, sql);
    QFETCH(QString, rules);
    QFETCH(QString, options);
    // DO makes that nothing is said of undoing, which has a test of its own.
    const LintReport report = lint(revisionOf(u"002"_s, sql, u"DO ''"_s, options));
    QStringList found = rulesIn(report);
    QStringList wanted = rules.split(u' ', Qt::SkipEmptyParts);
    m_seen += QSet<QString>(found.begin(), found.end());
    found.sort();
    wanted.sort();
    QCOMPARE(found, wanted);
    QVERIFY(report.unread.isEmpty());
}

void TestLint::undo_data()
{
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("down");
    QTest::addColumn<QStringList>("findings");
    const auto row = [](const char* up, const char* down, const QStringList& findings = {}) {
        QTest::newRow(qPrintable(QString::fromLatin1(up) + u" / "_s + QString::fromLatin1(down)))
            << QString::fromLatin1(up) << QString::fromLatin1(down) << findings;
    };
    row("CREATE TABLE t (a int); CREATE INDEX i ON t (a)", "DROP TABLE t");
    row("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a e)", "DROP TABLE t",
        {u"down-leaves type e"_s});
    row("ALTER TABLE old ADD COLUMN c int", "SELECT 1", {u"down-leaves column old.c"_s});
    row("ALTER TABLE old ADD COLUMN c int", "ALTER TABLE old DROP COLUMN c");
    row("ALTER TABLE old ADD COLUMN c int", "ALTER TABLE old DROP COLUMN d",
        {u"down-leaves column old.c"_s, u"down-drops-more column old.d"_s});
    row("CREATE VIEW v AS SELECT 1", "DROP TABLE parent",
        {u"down-leaves view v"_s, u"down-drops-more table parent"_s});
    row("CREATE OR REPLACE VIEW v AS SELECT 1", "SELECT 1");
    row("CREATE EXTENSION IF NOT EXISTS citext", "SELECT 1");
    row("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "DROP FUNCTION f()");
    row("CREATE TABLE t (a int); CREATE TABLE u (a int)", "DROP TABLE u, t");
    row("CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE TYPE s.e AS ENUM ()",
        "DROP SCHEMA s CASCADE", {u"drop-cascade s"_s});
    row("CREATE TABLE t (a int); DROP TABLE t", "SELECT 1");
    row("CREATE SEQUENCE q; CREATE TABLE t (a int DEFAULT nextval('q')); ALTER SEQUENCE q OWNED BY "
        "t.a",
        "DROP TABLE t");
    row("CREATE TRIGGER g BEFORE INSERT ON old EXECUTE FUNCTION f()", "DROP TRIGGER g ON old");
    row("CREATE TRIGGER g BEFORE INSERT ON old EXECUTE FUNCTION f()", "SELECT 1",
        {u"down-leaves trigger old.g"_s});
    row("ALTER TABLE old ADD CONSTRAINT c CHECK (id > 0) NOT VALID",
        "ALTER TABLE old DROP CONSTRAINT c");
    row("CREATE TABLE t (a int); ALTER TABLE t RENAME TO u", "DROP TABLE u");
    row("CREATE TABLE t (a int)", "DO 'x'");
    row("CREATE TABLE t (a int)", "DROP TABLE IF EXISTS public.t");
    row("CREATE TABLE t (a int)", "DROP TABLE s.t",
        {u"down-leaves table t"_s, u"down-drops-more table s.t"_s});
}

void TestLint::undo()
{
    QFETCH(QString, up);
    QFETCH(QString, down);
    QFETCH(QStringList, findings);
    QStringList found;
    for (const LintFinding& finding : lint(revisionOf(u"002"_s, up, down)).findings) {
        m_seen.insert(finding.rule);
        for (const QString& kind :
             {u"table "_s, u"type "_s, u"column "_s, u"view "_s, u"trigger "_s}) {
            if (const qsizetype at = finding.why.indexOf(kind); at >= 0) {
                found << finding.rule + u' ' +
                             finding.why.mid(at).section(QRegularExpression(u"[, ]"_s), 0, 1);
                break;
            }
        }
        if (finding.rule == "drop-cascade"_L1)
            found << u"drop-cascade s"_s;
        QCOMPARE(finding.isOfDowngrade,
                 finding.rule == "down-drops-more"_L1 || finding.rule == "drop-cascade"_L1);
    }
    QCOMPARE(found, findings);
}

void TestLint::placesAndTexts()
{
    const LintReport report = lint(revisionOf(
        u"002"_s,
        u"\n/* Αα */ CREATE TABLE t (a int);\nALTER TABLE old\n  ADD COLUMN c int NOT NULL"_s,
        u"ALTER TABLE old DROP c; DROP TABLE t"_s));
    QCOMPARE(report.findings.size(), 1);
    const LintFinding finding = report.findings.first();
    QCOMPARE(finding.where.text(), u"/p/002_x.sql:9:14"_s);
    QCOMPARE(finding.revision, RevisionId(u"002"_s));
    QCOMPARE(finding.why,
             u"The column c is NOT NULL and has no default: it cannot be added once old "
             "has a row."_s);
    QVERIFY(!finding.cure.isEmpty());
    QCOMPARE(report.of(DatabaseName(u"d"_s), RevisionId(u"002"_s)).size(), 1);
    QVERIFY(report.of(DatabaseName(u"d"_s), RevisionId(u"001"_s)).isEmpty());
    for (const QString& id : lintRuleIds())
        QVERIFY2(!lintRule(id).why.isEmpty() && !lintRule(id).cure.isEmpty(), qPrintable(id));
}

void TestLint::ignoring_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("rules");
    const auto row = [](const char* name, const char* header, const char* sql, const char* rules) {
        QTest::newRow(name) << QString::fromLatin1(header) << QString::fromLatin1(sql)
                            << QString::fromLatin1(rules);
    };
    row("header", "-- lint:ignore drops-data nobody reads it\n", "DROP TABLE old", "");
    row("above", "", "-- lint:ignore drops-data nobody reads it\nDROP TABLE old", "");
    row("behind", "", "DROP TABLE old; -- lint:ignore drops-data nobody reads it", "");
    row("the next only", "", "-- lint:ignore drops-data why\nDROP TABLE old;\nDROP TABLE parent",
        "drops-data");
    row("no reason", "", "-- lint:ignore drops-data\nDROP TABLE old",
        "ignore-without-reason drops-data");
    row("no rule", "-- lint:ignore\n", "SELECT 1", "ignore-unknown");
    row("unknown rule", "-- lint:ignore drop-data why\n", "SELECT 1", "ignore-unknown");
    row("unused", "", "-- lint:ignore drops-data why\nSELECT 1", "ignore-unused");
    row("not itself", "-- lint:ignore ignore-unused why\n-- lint:ignore drops-data why\n",
        "SELECT 1", "ignore-unknown ignore-unused");
    row("in a string", "", "SELECT '\n-- lint:ignore drops-data why\n'; DROP TABLE old",
        "drops-data");
}

void TestLint::ignoring()
{
    QFETCH(QString, header);
    QFETCH(QString, sql);
    QFETCH(QString, rules);
    const LintReport report = lint(revisionOf(u"002"_s, sql, u"DO ''"_s, {}, header));
    const QStringList found = rulesIn(report);
    m_seen += QSet<QString>(found.begin(), found.end());
    QCOMPARE(found.join(u' '), rules);
    if (rules.isEmpty())
        QCOMPARE(report.ignored, 1);
}

void TestLint::everyRuleIsSeen()
{
    QStringList unseen;
    for (const QString& id : lintRuleIds()) {
        if (!m_seen.contains(id))
            unseen << id;
    }
    QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u", "_s)));
}

void TestLint::anUnknownGrammarIsNoFinding()
{
    const LintReport report = lint(revisionOf(
        u"002"_s, // PostgreSQL 18's
        u"ALTER TABLE old ADD x int GENERATED ALWAYS AS (1) VIRTUAL;\nSELECT 1"_s, u"SELECT 1"_s));
    QVERIFY(report.findings.isEmpty());
    QCOMPARE(report.unread.size(), 1);
    QCOMPARE(report.unread.first().where.line, 6);
}

void TestLint::theProjectIsClean()
{
    const LintReport report = lintProject(shippedProject());
    for (const LintFinding& finding : report.findings)
        qInfo("%s %s: %s", qPrintable(finding.where.text()), qPrintable(finding.rule),
              qPrintable(finding.why));
    QVERIFY(report.findings.isEmpty());
    QVERIFY(report.unread.isEmpty());
    QCOMPARE(report.ignored, 2);
}

SOCRATES_TEST_MAIN(TestLint)
#include "tst_lint.moc"
