// SPDX-License-Identifier: MIT
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

RevisionPtr revision(const QString& id, const QString& sql, const QString& title = {})
{
    Revision result;
    result.id = RevisionId(id);
    result.title = title;
    result.filePath = u"/project/"_s + id + u".sql"_s;
    result.up.sql = sql;
    result.up.statements = splitStatements(sql);
    result.down.sql = u"DROP TABLE users;"_s;
    result.down.statements = splitStatements(result.down.sql);
    return std::make_shared<Revision>(result);
}

DatabaseStatus status()
{
    DatabaseStatus result;
    result.name = DatabaseName(u"socrates_auth"_s);
    result.server = {u"127.0.0.1"_s, u"5432"_s, u"auth_prod"_s, u"me"_s, 150018,
                     u"15.18"_s,     42,        false};
    result.versionTable.exists = true;
    result.versionTable.rows = {u"001"_s, u"dead"_s};
    result.current = {RevisionId(u"001"_s)};
    result.unknownRows = {u"dead"_s};
    result.heads = {RevisionId(u"002"_s)};
    result.pending = {RevisionId(u"002"_s)};
    return result;
}

Plan plan()
{
    Plan result;
    result.databases = {status()};
    LineageStep first;
    first.revision = revision(
        u"001"_s, u"CREATE TABLE users (id int);\nCREATE UNIQUE INDEX idx ON users (id);\n"_s,
        u"Create users"_s);
    LineageStep second;
    second.revision = revision(u"002"_s, u"SELECT 1;"_s);
    result.steps = {{DatabaseName(u"socrates_auth"_s), first, {}},
                    {DatabaseName(u"socrates_specs"_s), second, {0}}};
    return result;
}

ComparisonLine line(ComparisonLine::Outcome outcome, SchemaObject::Kind kind, const QString& table,
                    const QString& name, const QString& expected = {}, const QString& found = {},
                    const QString& hint = {})
{
    return {outcome, kind, u"public"_s, table, name, expected, found, hint};
}

DatabaseVerification verification()
{
    using Outcome = ComparisonLine::Outcome;
    using Kind = SchemaObject::Kind;
    DatabaseVerification result;
    result.name = DatabaseName(u"socrates_auth"_s);
    result.status = status();
    result.revision = {RevisionId(u"002"_s)};
    result.comparison.lines = {
        line(Outcome::Match, Kind::Table, {}, u"users"_s),
        line(Outcome::Different, Kind::Column, u"users"_s, u"email"_s, u"text not null"_s,
             u"text\n null"_s),
        line(Outcome::Missing, Kind::PrimaryKey, u"users"_s, u"users_pkey"_s, u"btree (id)"_s),
        line(Outcome::Extra, Kind::Index, u"users"_s, u"idx_<odd>|"_s, {}, u"btree (email)"_s),
        line(Outcome::Misplaced, Kind::Table, {}, u"projects"_s, {}, {},
             u"belongs to socrates_specs"_s),
    };
    result.comparison.notCompared = {u"1 event trigger"_s};
    result.checklist = {{{DatabaseName(u"socrates_auth"_s),
                          ChecklistItem::Kind::Table,
                          u"users"_s,
                          {},
                          u"users"_s,
                          3},
                         true,
                         u"table public.users"_s},
                        {{DatabaseName(u"socrates_auth"_s),
                          ChecklistItem::Kind::Table,
                          u"tokens"_s,
                          {},
                          u"tokens"_s,
                          4},
                         false,
                         u"no such table"_s}};
    return result;
}

QStringList keys(const QJsonValue& value)
{
    return value.toObject().keys();
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT
private slots:
    void spellsOutWhatATerminalWouldObey();
    void statusKeys();
    void unreachableStatusHasTheSameKeys();
    void runKeysAndWords();
    void planTellsSqlAndWhatItCreates();
    void verificationKeys();
    void everyDifferenceIsOneLine();
    void errorShowsTheLineWithACaret();
    void errorKeys();
    void oneCauseIsToldOnce();
    void rolledBackSaysWhereItStands();
    void describesATable();
};

void ReportTest::statusKeys()
{
    const QJsonObject document = report::statusDocument({status()});
    const QJsonObject json = document.value(u"databases"_s).toArray().at(0).toObject();
    for (const QString& key :
         {u"name"_s, u"server"_s, u"database"_s, u"server_version"_s, u"version_rows"_s,
          u"current"_s, u"head"_s, u"pending"_s, u"unknown"_s, u"error"_s})
        QVERIFY2(json.contains(key), qPrintable(key));
    QCOMPARE(json.value(u"name"_s), u"socrates_auth"_s);
    QCOMPARE(json.value(u"server"_s), u"127.0.0.1:5432"_s);
    QCOMPARE(json.value(u"database"_s), u"auth_prod"_s);
    QCOMPARE(json.value(u"version_rows"_s), (QJsonArray{u"001"_s, u"dead"_s}));
    QCOMPARE(json.value(u"current"_s), u"001"_s);
    QCOMPARE(json.value(u"head"_s), u"002"_s);
    QCOMPARE(json.value(u"pending"_s), (QJsonArray{u"002"_s}));
    QCOMPARE(json.value(u"unknown"_s), (QJsonArray{u"dead"_s}));
    QVERIFY(json.value(u"error"_s).isNull());
    const QString text = report::statusText(status());
    QVERIFY(text.contains(u"127.0.0.1:5432/auth_prod"_s));
    QVERIFY(text.contains(u"dead (no file of this project has it)"_s));
}

void ReportTest::unreachableStatusHasTheSameKeys()
{
    DatabaseStatus broken;
    broken.name = DatabaseName(u"socrates_auth"_s);
    broken.error = Error{.code = u"conn.refused"_s, .summary = u"Nothing answers."_s};
    const QJsonObject json = report::statusJson(broken);
    QCOMPARE(json.value(u"error"_s).toObject().value(u"code"_s), u"conn.refused"_s);
    for (const QString& key :
         {u"server"_s, u"version_rows"_s, u"current"_s, u"head"_s, u"pending"_s, u"unknown"_s})
        QVERIFY2(json.contains(key), qPrintable(key));
    QVERIFY(report::statusText(broken).contains(u"Nothing answers."_s));
}

void ReportTest::runKeysAndWords()
{
    RunReport run;
    run.result = RunResult::RolledBack;
    run.steps = {{StepState::Applied, 12, std::nullopt},
                 {StepState::Failed, 3,
                  Error{.code = u"sql.failed"_s, .summary = u"no"_s, .sqlState = u"42601"_s}}};
    run.after = {status()};
    const QJsonObject json = report::runDocument(plan(), run);
    QCOMPARE(json.value(u"result"_s), u"rolled_back"_s);
    const QJsonObject step = json.value(u"steps"_s).toArray().at(0).toObject();
    QCOMPARE(step.value(u"database"_s), u"socrates_auth"_s);
    QCOMPARE(step.value(u"revision"_s), u"001"_s);
    QCOMPARE(step.value(u"direction"_s), u"upgrade"_s);
    QCOMPARE(step.value(u"state"_s), u"applied"_s);
    QCOMPARE(step.value(u"ms"_s), 12);
    QVERIFY(step.value(u"error"_s).isNull());
    const QJsonObject failed = json.value(u"steps"_s).toArray().at(1).toObject();
    QCOMPARE(failed.value(u"state"_s), u"failed"_s);
    QCOMPARE(failed.value(u"error"_s).toObject().value(u"sqlstate"_s), u"42601"_s);
    QCOMPARE(keys(json.value(u"databases"_s).toArray().at(0)), report::statusJson(status()).keys());
    QCOMPARE(report::runResultText(RunResult::Applied), u"applied"_s);
    QCOMPARE(report::runResultText(RunResult::Nothing), u"nothing"_s);
    QCOMPARE(report::runResultText(RunResult::Stopped), u"stopped"_s);
    QCOMPARE(report::runResultText(RunResult::Unknown), u"unknown"_s);
    QCOMPARE(report::stepStateText(StepState::NotRun), u"not_run"_s);
    QCOMPARE(report::stepStateText(StepState::Skipped), u"skipped"_s);
}

void ReportTest::planTellsSqlAndWhatItCreates()
{
    const QJsonObject json = report::planDocument(plan());
    const QJsonObject step = json.value(u"steps"_s).toArray().at(0).toObject();
    QVERIFY(step.value(u"sql"_s).toString().startsWith(u"CREATE TABLE users"_s));
    QVERIFY(step.value(u"creates"_s).toArray().contains(u"table users"_s));
    QCOMPARE(step.value(u"state"_s), u"not_run"_s);
    const QString text = report::planText(plan(), true);
    QVERIFY(text.contains(u"CREATE UNIQUE INDEX idx ON users (id);"_s));
    QVERIFY(text.contains(u"after socrates_auth 001"_s));
    QVERIFY(text.indexOf(u"socrates_auth 001"_s) < text.indexOf(u"socrates_specs 002"_s));
    QVERIFY(!report::planText(plan(), false).contains(u"CREATE UNIQUE INDEX"_s));
}

void ReportTest::verificationKeys()
{
    const QJsonObject json = report::verificationDocument({verification()})
                                 .value(u"databases"_s)
                                 .toArray()
                                 .at(0)
                                 .toObject();
    QCOMPARE(json.value(u"ok"_s), false);
    QCOMPARE(json.value(u"revision"_s), u"002"_s);
    QCOMPARE(json.value(u"checks"_s), 5);
    QCOMPARE(json.value(u"not_compared"_s), (QJsonArray{u"1 event trigger"_s}));
    const QJsonArray differences = json.value(u"differences"_s).toArray();
    QCOMPARE(differences.size(), 4);
    const QJsonObject missing = differences.at(1).toObject();
    QCOMPARE(missing.value(u"kind"_s), u"missing"_s);
    QCOMPARE(missing.value(u"object"_s), u"primary_key"_s);
    QCOMPARE(missing.value(u"table"_s), u"users"_s);
    QCOMPARE(missing.value(u"name"_s), u"users_pkey"_s);
    QCOMPARE(missing.value(u"expected"_s), u"btree (id)"_s);
    QVERIFY(missing.contains(u"found"_s) && missing.contains(u"hint"_s));
    const QJsonObject item = json.value(u"checklist"_s).toArray().at(1).toObject();
    QCOMPARE(item.value(u"text"_s), u"tokens"_s);
    QCOMPARE(item.value(u"ok"_s), false);
}

void ReportTest::everyDifferenceIsOneLine()
{
    const QStringList lines = report::verificationText(verification()).split(u'\n');
    const auto lineWith = [&lines](const QString& word) {
        const QStringList found = lines.filter(QRegularExpression(u"^\\s*%1\\b"_s.arg(word)));
        return found.size() == 1 ? found.first() : QString();
    };
    QVERIFY(lineWith(u"missing"_s).contains(u"primary key users.users_pkey"_s));
    QVERIFY(lineWith(u"extra"_s).contains(u"index users.idx_<odd>|"_s));
    QVERIFY(lineWith(u"different"_s)
                .contains(u"column users.email: expected text not null; found text null"_s));
    QVERIFY(lineWith(u"misplaced"_s).contains(u"table projects (belongs to socrates_specs)"_s));
    QVERIFY(lines.contains(u"  [x] users"_s));
}

void ReportTest::errorShowsTheLineWithACaret()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"001.sql"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-- first\n\tSELECT 'ä', nonsense;\r\n");
    file.close();
    Error error{.code = u"sql.failed"_s,
                .summary = u"column \"nonsense\" does not exist"_s,
                .hint = u"Look again."_s,
                .database = u"socrates_auth"_s,
                .revision = u"001"_s,
                .where = {path, 2, 14},
                .sqlState = u"42703"_s};
    const QStringList lines = report::errorText(error).split(u'\n');
    QVERIFY(lines.at(0).startsWith(path + u":2:14: socrates_auth, revision 001: column"_s));
    QCOMPARE(lines.at(1), u"     2 | \tSELECT 'ä', nonsense;"_s);
    QCOMPARE(lines.at(2), u"       | \t            ^"_s);
    QVERIFY(lines.at(3).startsWith(u"SQLSTATE 42703 (undefined_column)"_s));
    QCOMPARE(lines.last(), u"What to do: Look again."_s);
}

void ReportTest::errorKeys()
{
    const QJsonObject json = report::errorJson({.code = u"sql.failed"_s,
                                                .summary = u"s"_s,
                                                .where = {u"f.sql"_s, 3, 0},
                                                .sqlState = u"42601"_s});
    for (const QString& key : {u"code"_s, u"summary"_s, u"detail"_s, u"hint"_s, u"sqlstate"_s,
                               u"file"_s, u"line"_s, u"column"_s, u"database"_s})
        QVERIFY2(json.contains(key), qPrintable(key));
    QCOMPARE(json.value(u"line"_s), 3);
    QVERIFY(json.value(u"column"_s).isNull());
}

void ReportTest::oneCauseIsToldOnce()
{
    RunReport run;
    run.result = RunResult::RolledBack;
    const Error error{.code = u"sql.failed"_s, .summary = u"relation exists"_s};
    run.steps = {{StepState::Failed, 1, error}, {}};
    run.firstError = error;
    QCOMPARE(report::runText(plan(), run).count(u"relation exists"_s), 1);
}

void ReportTest::rolledBackSaysWhereItStands()
{
    RunReport run;
    run.result = RunResult::RolledBack;
    run.steps = {{StepState::Failed, 1, Error{.summary = u"no"_s}}, {}};
    DatabaseStatus after = status();
    after.versionTable.rows = {u"001"_s};
    run.after = {after};
    const QString text = report::runText(plan(), run);
    QVERIFY(text.contains(u"nothing was changed"_s));
    QVERIFY(text.contains(u"socrates_auth (127.0.0.1:5432/auth_prod) is at 001"_s));
    QVERIFY(text.contains(u"not run"_s));
}

void ReportTest::describesATable()
{
    using Kind = SchemaObject::Kind;
    Schema schema;
    schema.add({Kind::Table, u"public"_s, {}, u"users"_s, {}, {}, 0});
    schema.add({Kind::Column,
                u"public"_s,
                u"users"_s,
                u"id"_s,
                u"uuid not null default gen_random_uuid()"_s,
                {},
                1});
    schema.add(
        {Kind::Column, u"public"_s, u"users"_s, u"email"_s, u"character varying(255)"_s, {}, 2});
    schema.add(
        {Kind::Index, u"public"_s, u"users"_s, u"idx_users_email"_s, u"btree (email)"_s, {}, 0});
    const QStringList lines = report::describeTable(schema, u"public"_s, u"users"_s).split(u'\n');
    QVERIFY(lines.at(0).contains(u"Table \"public.users\""_s));
    QVERIFY(lines.at(1).contains(u"Column"_s));
    QCOMPARE(lines.at(3).simplified(), u"id | uuid | not null | gen_random_uuid()"_s);
    QCOMPARE(lines.at(4).simplified(), u"email | character varying(255) | |"_s);
    QVERIFY(lines.contains(u"Indexes:"_s));
    QVERIFY(lines.last().contains(u"\"idx_users_email\" btree (email)"_s));
}

void ReportTest::spellsOutWhatATerminalWouldObey()
{
    using report::printable;
    QCOMPARE(printable(u"plain Ελλάδα 'ß' 😀\n\tnext\r\n"_s), u"plain Ελλάδα 'ß' 😀\n\tnext\r\n"_s);
    QCOMPARE(printable(u"a\x1b[31mb\rc\x7f\x9b\b"_s), u"a\\x1b[31mb\\x0dc\\x7f\\x9b\\x08"_s);
    QCOMPARE(printable(u"\u202e\u2066\u2069\u200f\u061c\u2028"_s),
             u"\\u202e\\u2066\\u2069\\u200f\\u061c\\u2028"_s);
    // Not what joins letters of a script or an emoji.
    QCOMPARE(printable(u"\u200d\u200c"_s), u"\u200d\u200c"_s);
}

SOCRATES_TEST_MAIN(ReportTest)
#include "tst_report.moc"
