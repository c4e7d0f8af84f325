// SPDX-License-Identifier: MIT
// The reports of real databases, read back from each format: all of the content, in its order, and
// nothing besides.
#include "core/engine/verification.h"
#include "core/report/reports.h"
#include "tests/support/guitestmain.h"
#include "tests/support/projectfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::core::report;
using namespace socrates::test;

namespace {

/// The words of a text; what formats put between them (colons, boxes, brackets) is none.
QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(uR"([^\p{L}\p{N}_]+)"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

/// The document's words as a reader meets them, walked through piece by piece.
class Walk
{
public:
    explicit Walk(const Document& document)
    {
        take({document.title});
        takeFacts(document.facts);
        takeSections(document.sections);
    }

    QStringList words;

private:
    void take(const QStringList& texts)
    {
        for (const QString& text : texts)
            words << wordsOf(text);
    }

    void takeFacts(const DocumentFacts& facts)
    {
        for (const auto& [label, value] : facts)
            take({labelText(label), value});
    }

    void takeSections(const QList<DocumentSection>& sections)
    {
        for (const DocumentSection& section : sections) {
            take({section.heading});
            takeFacts(section.facts);
            for (const DocumentTable& table : section.tables) {
                take({table.heading});
                for (const QString& column : table.columns)
                    take({labelText(column)});
                for (const QStringList& row : table.rows)
                    take(cellTexts(table, row));
            }
            for (const DocumentTick& tick : section.ticks)
                take({tick.text, tick.evidence});
            take(section.notes);
            take({section.sql});
            takeSections(section.sections);
        }
    }
};

QStringList wordsOfHtml(const QString& html)
{
    QTextDocument document;
    document.setHtml(html);
    return wordsOf(document.toPlainText());
}

QStringList wordsOfMarkdown(const QString& markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown);
    return wordsOf(document.toPlainText());
}

QList<DocumentSection> sectionsFrom(const QJsonArray& sections);

QStringList textsFrom(const QJsonValue& array)
{
    QStringList texts;
    for (const QJsonArray values = array.toArray(); const QJsonValue& value : values)
        texts << value.toString();
    return texts;
}

DocumentFacts factsFrom(const QJsonValue& value)
{
    DocumentFacts facts;
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        facts << std::pair(it.key(), it.value().toString());
    return facts;
}

DocumentSection sectionFrom(const QJsonObject& json)
{
    DocumentSection section{.heading = json.value("heading"_L1).toString(),
                            .facts = factsFrom(json.value("facts"_L1)),
                            .notes = textsFrom(json.value("notes"_L1)),
                            .sql = json.value("sql"_L1).toString(),
                            .sections = sectionsFrom(json.value("sections"_L1).toArray())};
    for (const QJsonArray tables = json.value("tables"_L1).toArray();
         const QJsonValue& one : tables) {
        DocumentTable table{one["heading"_L1].toString(), textsFrom(one["columns"_L1]), {}};
        for (const QJsonArray rows = one["rows"_L1].toArray(); const QJsonValue& row : rows) {
            QStringList cells;
            for (const QString& column : std::as_const(table.columns))
                cells << row[column].toString();
            table.rows << cells;
        }
        section.tables << table;
    }
    for (const QJsonArray ticks = json.value("checklist"_L1).toArray();
         const QJsonValue& one : ticks)
        section.ticks << DocumentTick{one["text"_L1].toString(), one["ok"_L1].toBool(),
                                      one["evidence"_L1].toString()};
    return section;
}

QList<DocumentSection> sectionsFrom(const QJsonArray& sections)
{
    QList<DocumentSection> result;
    for (const QJsonValue& section : sections)
        result << sectionFrom(section.toObject());
    return result;
}

/// JSON has its members in another order, so what it says is sorted.
QStringList wordsOfJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return Walk({.kind = object.value("report"_L1).toString(),
                 .title = object.value("title"_L1).toString(),
                 .facts = factsFrom(object.value("facts"_L1)),
                 .sections = sectionsFrom(object.value("sections"_L1).toArray())})
        .words;
}

QString firstDifference(const QStringList& expected, const QStringList& found)
{
    qsizetype at = 0;
    while (at < expected.size() && at < found.size() && expected.at(at) == found.at(at))
        ++at;
    return u"at word %1 of %2 and %3: %4\nis\n%5"_s.arg(
        QString::number(at), QString::number(expected.size()), QString::number(found.size()),
        expected.mid(qMax(0, at - 5), 15).join(u' '), found.mid(qMax(0, at - 5), 15).join(u' '));
}

} // namespace

class TestReportFormats : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void allFormatsHoldTheSame_data();
    void allFormatsHoldTheSame();

private:
    ReportSource m_source;
};

/// One database with something of everything, and one as it should be.
void TestReportFormats::initTestCase()
{
    TestServer& server = TestServer::shared();
    const Project project = planProject();
    const DatabaseName auth(u"socrates_auth"_s);
    const DatabaseName specs(u"socrates_specs"_s);
    const QString mixed = databaseAt(
        auth, {u"001"_s},
        {u"CREATE TABLE projects (c int)"_s, u"DROP INDEX idx_users_status"_s,
         u"ALTER TABLE users ALTER status SET DEFAULT '| <b>*bold*</b> `x` _y_ & \\ [z](u)'"_s,
         u"ALTER TABLE users RENAME hashed_password TO secret"_s,
         u"CREATE TABLE \"Odd | <name>\" (\"a & b\" text DEFAULT E'two\\nlines', c_1 int)"_s,
         u"CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$\n  SELECT '```'\n$$"_s,
         u"CREATE VIEW v AS SELECT id, email FROM users WHERE email <> '# no heading'"_s});
    const QString right = databaseAt(specs, {u"004"_s});
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    const ExpectedSchemaSource source(options);
    for (const auto& [name, database] : {std::pair(auth, mixed), std::pair(specs, right)}) {
        const auto connection = server.connect(database);
        m_source.verifications << verifyDatabase(*connection, project, name, source, {},
                                                 VerificationDetail::WithAttribution);
        QVERIFY(!m_source.verifications.last().error);
    }
    QVERIFY(!m_source.verifications.first().misplaced.sql.isEmpty());
    ReferenceCheck check;
    check.declared = {specs,
                      RevisionId(u"003"_s),
                      {u"projects"_s, u"user_id"_s, auth, u"users"_s, u"id"_s, 7},
                      {}};
    check.from.presence = check.to.presence = ReferenceSide::Presence::There;
    check.orphans = Orphans{3, 2, {u"aa"_s, u"bb"_s}};
    m_source.references << check;
    m_source.project = project.folder();
    m_source.madeAt = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
}

void TestReportFormats::allFormatsHoldTheSame_data()
{
    QTest::addColumn<int>("kind");
    for (const ReportKind kind : allReportKinds)
        QTest::newRow(qPrintable(reportKindText(kind))) << int(kind);
}

void TestReportFormats::allFormatsHoldTheSame()
{
    QFETCH(int, kind);
    const Document document = makeReport(ReportKind(kind), m_source);
    QStringList words = Walk(document).words;
    QVERIFY(words.size() > 100);
    const QStringList html =
        wordsOfHtml(QString::fromUtf8(formatted(document, ReportFormat::Html)));
    QVERIFY2(html == words, qPrintable(u"HTML "_s + firstDifference(words, html)));
    // What is painted on the pages of a PDF.
    const QStringList paper = wordsOfHtml(toHtml(document, HtmlFor::TextDocument));
    QVERIFY2(paper == words, qPrintable(u"PDF "_s + firstDifference(words, paper)));
    const QStringList markdown =
        wordsOfMarkdown(QString::fromUtf8(formatted(document, ReportFormat::Markdown)));
    QVERIFY2(markdown == words, qPrintable(u"Markdown "_s + firstDifference(words, markdown)));
    QStringList json = wordsOfJson(formatted(document, ReportFormat::Json));
    json.sort();
    words.sort();
    QVERIFY2(json == words, qPrintable(u"JSON "_s + firstDifference(words, json)));
}

SOCRATES_GUI_TEST_MAIN(TestReportFormats)
#include "tst_reportformats.moc"
