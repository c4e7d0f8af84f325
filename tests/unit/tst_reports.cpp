// SPDX-License-Identifier: MIT
#include "core/report/reports.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::core::report;
using Kind = SchemaObject::Kind;

namespace {

const DatabaseName kAuth(u"socrates_auth"_s);

SchemaObject object(Kind kind, const QString& table, const QString& name,
                    const QString& definition = {}, int position = 0)
{
    return {kind, u"public"_s, table, name, definition, u"owner"_s, position};
}

Schema expectedSchema()
{
    Schema schema;
    schema.add(object(Kind::Table, {}, u"users"_s));
    schema.add(object(Kind::Column, u"users"_s, u"id"_s, u"uuid not null"_s, 1));
    schema.add(
        object(Kind::Column, u"users"_s, u"e<m>ail|x"_s, u"text default '*a_b* & `c`'"_s, 2));
    schema.add(object(Kind::PrimaryKey, u"users"_s, u"users_pkey"_s, u"PRIMARY KEY (id)"_s));
    schema.add(
        object(Kind::Check, u"users"_s, u"users_email_check"_s, u"CHECK (id IS NOT NULL)"_s));
    schema.add(object(Kind::Enum, {}, u"mood"_s, u"'glad', 'sad'"_s));
    return schema;
}

/// One table, one index missing and one column different, made by revisions 001 and 002.
ReportSource source()
{
    DatabaseVerification one;
    one.name = kAuth;
    one.status.name = kAuth;
    one.status.server = {u"127.0.0.1"_s, u"5432"_s, u"auth_prod"_s, u"me"_s, 150018, u"15.18"_s};
    one.revision = {RevisionId(u"002"_s)};
    one.expected = expectedSchema();
    one.expected.add(object(Kind::Index, u"users"_s, u"idx_users_id"_s, u"btree (id)"_s));
    one.found = expectedSchema();
    one.found.add(object(Kind::Column, u"users"_s, u"id"_s, u"uuid null"_s, 1));
    one.comparison = compareSchemas(one.expected, one.found);
    SchemaHistory history;
    const auto step = [&history](const char* id, const Schema& schema) {
        auto revision = std::make_shared<Revision>();
        revision->id = RevisionId(QString::fromLatin1(id));
        history.steps << SchemaAtRevision{revision, {revision->id}, schema};
    };
    step("001", expectedSchema());
    step("002", one.expected);
    one.attribution = Attribution(history);
    one.checklist = {{{kAuth, ChecklistItem::Kind::Table, u"users"_s, {}, u"users"_s, 3},
                      true,
                      u"table public.users"_s},
                     {{kAuth, ChecklistItem::Kind::Table, u"tokens"_s, {}, u"tokens"_s, 4},
                      false,
                      u"no such table"_s}};
    one.ownership = {u"owner owns 1 table"_s};
    one.rightsProblems = {u"app may not read users"_s};
    ReferenceCheck check;
    check.declared = {DatabaseName(u"socrates_specs"_s),
                      RevisionId(u"003"_s),
                      {u"projects"_s, u"user_id"_s, kAuth, u"users"_s, u"id"_s, 7},
                      {}};
    check.from.presence = check.to.presence = ReferenceSide::Presence::There;
    check.from.type = check.to.type = u"uuid"_s;
    check.from.table = u"projects"_s;
    check.to.table = u"users"_s;
    check.orphans = Orphans{3, 2, {u"aa"_s, u"bb"_s}};
    return {u"/project"_s, QDateTime::fromSecsSinceEpoch(0, Qt::UTC), {one}, {check}};
}

void collect(const QList<DocumentSection>& sections, QStringList& texts)
{
    const auto take = [&texts](const DocumentFacts& facts) {
        for (const auto& [label, value] : facts)
            texts << label << value;
    };
    for (const DocumentSection& section : sections) {
        texts << section.heading << section.notes << section.sql;
        take(section.facts);
        for (const DocumentTable& table : section.tables) {
            texts << table.heading << table.columns;
            for (const QStringList& row : table.rows)
                texts << row;
        }
        for (const DocumentTick& tick : section.ticks)
            texts << tick.text << tick.evidence;
        collect(section.sections, texts);
    }
}

/// Every word of the document.
QStringList textsOf(const Document& document)
{
    QStringList texts{document.title};
    for (const auto& [label, value] : document.facts)
        texts << label << value;
    collect(document.sections, texts);
    texts.removeAll(QString());
    return texts;
}

void collect(const QJsonValue& value, QStringList& texts)
{
    if (value.isString())
        texts << value.toString();
    for (const QJsonValue& item : value.toArray())
        collect(item, texts);
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        texts << it.key();
        collect(it.value(), texts);
    }
}

/// What a reader of the Markdown sees.
QString unescaped(QString markdown)
{
    static const QRegularExpression escape(uR"(\\([\\`*<&\[\]|~_]))"_s);
    return markdown.replace(escape, u"\\1"_s);
}

void addKinds()
{
    QTest::addColumn<int>("kind");
    for (const ReportKind kind : allReportKinds)
        QTest::newRow(qPrintable(reportKindText(kind))) << int(kind);
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT
private slots:
    void allFormatsSayTheSame_data() { addKinds(); }
    void allFormatsSayTheSame();
    void holdWhatTheyAreFor();
    void misplacedTablesSayHowTheyLeave();
    void nothingOfAReportIsMarkup_data() { addKinds(); }
    void nothingOfAReportIsMarkup();
    void noFormatHoldsAPassword_data() { addKinds(); }
    void noFormatHoldsAPassword();
    void namesRoundTrip();
};

void TestReports::allFormatsSayTheSame()
{
    QFETCH(int, kind);
    const Document document = makeReport(ReportKind(kind), source());
    const QString html = QString::fromUtf8(formatted(document, ReportFormat::Html));
    const QString paper = toHtml(document, HtmlFor::TextDocument);
    const QString markdown =
        unescaped(QString::fromUtf8(formatted(document, ReportFormat::Markdown)));
    QStringList json;
    collect(QJsonDocument::fromJson(formatted(document, ReportFormat::Json)).object(), json);
    const QStringList texts = textsOf(document);
    QVERIFY(texts.size() > 10);
    for (const QString& text : texts) {
        QVERIFY2(html.contains(text.toHtmlEscaped()), qPrintable(text));
        QVERIFY2(paper.contains(text.toHtmlEscaped()), qPrintable(text));
        QVERIFY2(markdown.contains(text), qPrintable(text));
        QVERIFY2(json.contains(text), qPrintable(text));
    }
}

void TestReports::holdWhatTheyAreFor()
{
    const auto markdown = [](ReportKind kind) {
        return unescaped(toMarkdown(makeReport(kind, source())));
    };
    const QString verification = markdown(ReportKind::Verification);
    QVERIFY(verification.contains(u"| missing | index users.idx_users_id | btree (id) |"_s));
    QVERIFY(verification.contains(u"- [x] users (table public.users)"_s));
    QVERIFY(verification.contains(u"- [ ] tokens (no such table)"_s));
    QVERIFY(verification.contains(u"socrates_specs.projects.user_id -> socrates_auth.users.id"_s));
    QVERIFY(verification.contains(
        u"3 rows of projects without partner in users (2 different keys): aa, bb"_s));
    QVERIFY(verification.contains(u"Problem: app may not read users"_s));

    // On a telephone the cells stand alone, and say whose they are.
    const QString html = toHtml(makeReport(ReportKind::Verification, source()), HtmlFor::Browser);
    QVERIFY(html.contains(u"<td data-label=\"Expected\">btree (id)</td>"_s));

    const QString drift = markdown(ReportKind::Drift);
    QVERIFY(drift.contains(
        u"| missing | index users.idx_users_id | btree (id) |  |  | introduced by 002 |"_s));
    QVERIFY(drift.contains(uR"(CREATE INDEX "idx_users_id" ON "users" USING btree (id);)"_s));
    QVERIFY(drift.contains(uR"(ALTER TABLE "users" ALTER COLUMN "id" SET NOT NULL;)"_s));

    const QString schema = markdown(ReportKind::Schema);
    QVERIFY(schema.contains(u"### table users"_s));
    QVERIFY(schema.contains(u"| id | uuid null | introduced by 001 |"_s));
    QVERIFY(
        schema.contains(u"| primary key | users_pkey | PRIMARY KEY (id) | introduced by 001 |"_s));
    QVERIFY(schema.contains(u"| enum | mood | 'glad', 'sad' | introduced by 001 |"_s));

    const QString checklist = markdown(ReportKind::Checklist);
    QVERIFY(checklist.contains(u"- [x] users (table public.users)"_s));
    QVERIFY(!checklist.contains(u"idx_users_id"_s));
}

/// Whose they are, and what recognise offers: the SQL while they are empty, else how to export.
void TestReports::misplacedTablesSayHowTheyLeave()
{
    ReportSource misplaced = source();
    DatabaseVerification& one = misplaced.verifications.first();
    one.found.add(object(Kind::Table, {}, u"projects"_s));
    ComparisonRules rules;
    rules.rightfulDatabase = [](const QString&, const QString& table) {
        return table == "projects"_L1 ? u"socrates_specs"_s : QString();
    };
    one.comparison = compareSchemas(one.expected, one.found, rules);
    one.misplaced = {{u"DROP TABLE projects"_s}, {u"table projects, which is empty"_s}, {}, {}};
    const QString empty = unescaped(toMarkdown(makeReport(ReportKind::Drift, misplaced)));
    QVERIFY(empty.contains(u"- table projects belongs to socrates_specs, whose revisions make it; "
                           "none of socrates_auth does."_s));
    QVERIFY(empty.contains(u"DROP TABLE projects;"_s));
    QVERIFY(empty.contains(u"recognise --apply socrates_auth@remove-misplaced"_s));
    QVERIFY(!empty.contains(u"--csv-dir"_s));

    one.misplaced = {{}, {}, {u"table projects with 3 rows"_s}, u"There are rows."_s};
    const QString filled = unescaped(toMarkdown(makeReport(ReportKind::Drift, misplaced)));
    QVERIFY(filled.contains(u"- There are rows."_s));
    QVERIFY(filled.contains(u"recognise --csv-dir DIR"_s));
    QVERIFY(!filled.contains(u"DROP TABLE"_s) && !filled.contains(u"--apply"_s));
}

void TestReports::nothingOfAReportIsMarkup()
{
    QFETCH(int, kind);
    ReportSource hostile = source();
    hostile.project = u"<script>alert(1)</script>"_s;
    hostile.verifications.first().checklist.first().evidence = u"</li><img src=x onerror=y>"_s;
    const Document document = makeReport(ReportKind(kind), hostile);
    for (const HtmlFor reader : {HtmlFor::Browser, HtmlFor::TextDocument}) {
        const QString html = toHtml(document, reader);
        QVERIFY(!html.contains(u"<script"_s) && !html.contains(u"<img"_s));
        QVERIFY(!html.contains(u"<m>"_s));
        QVERIFY(!html.contains(u"http:"_s) && !html.contains(u"https:"_s));
    }
    const QString markdown = toMarkdown(document);
    QVERIFY(markdown.contains(u"\\<script>"_s));
    static const QRegularExpression unescapedTag(u"(?<!\\\\)<\\w"_s);
    QVERIFY(!markdown.contains(unescapedTag));
}

void TestReports::noFormatHoldsAPassword()
{
    QFETCH(int, kind);
    const QString secret = u"hunter2"_s;
    ReportSource leaky = source();
    leaky.project = u"postgresql://me:%1@db/x"_s.arg(secret);
    DatabaseVerification& one = leaky.verifications.first();
    one.found.add(object(Kind::Column, u"users"_s, u"dsn"_s,
                         u"text default 'postgresql://me:%1@db/x'::text"_s.arg(secret), 3));
    one.found.add(
        object(Kind::Function, {}, u"f()"_s, u"ALTER ROLE x PASSWORD '%1'"_s.arg(secret)));
    one.comparison = compareSchemas(one.expected, one.found);
    one.comparison.lines.first().hint = u"password=%1"_s.arg(secret);
    one.expectedOrigin = u"postgresql://me:%1@db/x"_s.arg(secret);
    one.checklist.first().evidence = u"password=%1"_s.arg(secret);
    one.ownership << u"password='%1'"_s.arg(secret);
    leaky.references.first().orphans->sample = {u"postgresql://a:%1@b"_s.arg(secret)};
    DatabaseVerification broken;
    broken.name = DatabaseName(u"socrates_specs"_s);
    broken.error = Error{.code = u"conn.auth"_s, .summary = u"password=%1 refused"_s.arg(secret)};
    leaky.verifications << broken;
    const Document document = makeReport(ReportKind(kind), leaky);
    for (const ReportFormat format :
         {ReportFormat::Html, ReportFormat::Markdown, ReportFormat::Json}) {
        const QByteArray bytes = formatted(document, format);
        QVERIFY(bytes.contains("socrates_specs"));
        QVERIFY2(!bytes.contains(secret.toUtf8()), bytes.constData());
    }
    QVERIFY(!toHtml(document, HtmlFor::TextDocument).contains(secret));
}

void TestReports::namesRoundTrip()
{
    for (const ReportKind kind : allReportKinds)
        QCOMPARE(reportKindFromText(reportKindText(kind)), kind);
    QVERIFY(!reportKindFromText(u"pdf"_s));
    QVERIFY(!reportFormatFromText(u"pdf"_s));
}

SOCRATES_TEST_MAIN(TestReports)
#include "tst_reports.moc"
