// SPDX-License-Identifier: MIT
#include "core/report/reports.h"

#include "core/report/wording.h"
#include "core/schema/mend.h"

#include <QJsonDocument>

#include <algorithm>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;

QString verdictText(const DatabaseVerification& verification)
{
    if (verification.error)
        return u"could not be verified: "_s + verification.error->summary;
    if (verification.isOk())
        return u"as expected"_s;
    const auto differences = verification.comparison.differences().size();
    if (differences > 0)
        return counted(differences, u"difference"_s);
    return counted(uncheckedCount(verification), u"checklist item missing"_s,
                   u"checklist items missing"_s);
}

/// The section of a database: its name, the verdict, and where and when it was found.
DocumentSection sectionOf(const DatabaseVerification& verification)
{
    DocumentSection section{.heading = verification.name.text()};
    section.facts << std::pair(u"Result"_s, verdictText(verification));
    if (verification.error)
        return section;
    const auto add = [&section](const QString& label, const QString& value) {
        if (!value.isEmpty())
            section.facts << std::pair(label, value);
    };
    add(u"Server"_s, placeText(verification.status));
    add(u"PostgreSQL"_s, verification.status.server.versionText);
    add(u"Revision"_s, verification.revision.isEmpty() ? u"base"_s : joined(verification.revision));
    add(u"Pending"_s, joined(verification.status.pending));
    add(u"Checks"_s, QString::number(verification.comparison.lines.size()));
    add(u"Expected schema"_s, verification.expectedOrigin);
    add(u"Not compared"_s, verification.comparison.notCompared.join(u", "_s));
    if (verification.verifiedAt.isValid())
        add(u"Verified at"_s, verification.verifiedAt.toString(Qt::ISODate));
    return section;
}

/// What an outcome without a difference says, so that an empty report does not look like none.
void addIfEmpty(DocumentSection& section, const DatabaseVerification& verification,
                const QString& sentence)
{
    if (!verification.error && section.tables.isEmpty())
        section.notes << sentence;
}

void addDifferences(DocumentSection& section, const DatabaseVerification& verification,
                    bool withOrigin)
{
    DocumentTable table{
        u"Differences"_s, {u"Kind"_s, u"Object"_s, u"Expected"_s, u"Found"_s, u"Note"_s}, {}};
    if (withOrigin)
        table.columns << u"Origin"_s;
    for (const ComparisonLine& line : verification.comparison.differences()) {
        QStringList row{outcomeText(line.outcome), objectText(line), line.expected, line.found,
                        line.hint};
        if (withOrigin)
            row << verification.attribution.text(line);
        table.rows << row;
    }
    if (!table.rows.isEmpty())
        section.tables << table;
    addIfEmpty(section, verification, u"No difference."_s);
}

void addChecklist(DocumentSection& section, const DatabaseVerification& verification)
{
    for (const TickedItem& item : verification.checklist) {
        QString evidence = item.evidence;
        if (item.isPending)
            evidence += evidence.isEmpty() ? u"comes with a pending revision"_s
                                           : u"; comes with a pending revision"_s;
        section.ticks << DocumentTick{item.item.text, item.ok, evidence};
    }
}

DocumentSection verificationSection(const DatabaseVerification& verification)
{
    DocumentSection section = sectionOf(verification);
    addDifferences(section, verification, false);
    DocumentSection checklist{.heading = u"Checklist"_s};
    addChecklist(checklist, verification);
    if (!checklist.ticks.isEmpty())
        section.sections << checklist;
    DocumentSection rights{.heading = u"Ownership and rights"_s};
    for (const QString& problem : verification.rightsProblems)
        rights.notes << u"Problem: "_s + problem;
    rights.notes << verification.ownership;
    if (!rights.notes.isEmpty())
        section.sections << rights;
    return section;
}

DocumentSection driftSection(const DatabaseVerification& verification)
{
    DocumentSection section = sectionOf(verification);
    addDifferences(section, verification, true);
    section.notes << redundantIndexes(verification.found);
    QStringList statements;
    for (const MendStatement& mend :
         mendStatements(verification.expected, verification.found, verification.comparison)) {
        if (mend.destroysData)
            statements << u"-- this destroys data: "_s + mend.object;
        statements << (mend.sql.isEmpty() ? u"-- %1: %2"_s.arg(mend.object, mend.note)
                                          : mend.sql + u';');
    }
    if (!statements.isEmpty()) {
        section.sections << DocumentSection{
            .heading = u"SQL that would mend it"_s,
            .notes = {u"For review, and for a revision of its own; it was not run."_s},
            .sql = statements.join(u'\n')};
    }
    return section;
}

QString kindWord(Kind kind)
{
    QString word = kindText(kind);
    word.replace(u'_', u' ');
    return word;
}

QString originOf(const DatabaseVerification& verification, const SchemaObject& object)
{
    return verification.attribution.text(
        Schema::Key{object.kind, object.schema, object.table, object.name});
}

/// A table or view: its columns in their order, then what belongs to it.
DocumentSection tableSection(const DatabaseVerification& verification, const SchemaObject& table)
{
    const bool isPublic = table.schema == "public"_L1;
    DocumentSection section{.heading = kindWord(table.kind) + u' ' +
                                       (isPublic ? table.name : table.schema + u'.' + table.name)};
    section.facts << std::pair(u"Origin"_s, originOf(verification, table));
    if (!table.owner.isEmpty())
        section.facts << std::pair(u"Owner"_s, table.owner);
    if (!table.definition.isEmpty() && table.definition != kindText(table.kind))
        section.facts << std::pair(u"Definition"_s, table.definition);
    QList<SchemaObject> objects = verification.found.objectsOf(table.schema, table.name);
    std::stable_sort(
        objects.begin(), objects.end(),
        [](const SchemaObject& a, const SchemaObject& b) { return a.position < b.position; });
    DocumentTable columns{{}, {u"Column"_s, u"Definition"_s, u"Origin"_s}, {}};
    DocumentTable others{{}, {u"Kind"_s, u"Name"_s, u"Definition"_s, u"Origin"_s}, {}};
    for (const SchemaObject& object : objects) {
        const QString origin = originOf(verification, object);
        if (object.kind == Kind::Column)
            columns.rows << QStringList{object.name, object.definition, origin};
        else
            others.rows << QStringList{kindWord(object.kind), object.name, object.definition,
                                       origin};
    }
    for (const DocumentTable& one : {columns, others}) {
        if (!one.rows.isEmpty())
            section.tables << one;
    }
    return section;
}

DocumentSection schemaSection(const DatabaseVerification& verification)
{
    DocumentSection section = sectionOf(verification);
    DocumentTable others{
        u"Other objects"_s, {u"Kind"_s, u"Name"_s, u"Definition"_s, u"Origin"_s}, {}};
    for (const SchemaObject& object : verification.found.objects()) {
        const bool isRelation = object.kind == Kind::Table || object.kind == Kind::View ||
                                object.kind == Kind::MaterializedView;
        if (isRelation) {
            section.sections << tableSection(verification, object);
        } else if (object.table.isEmpty()) {
            const QString name = object.schema.isEmpty() || object.schema == "public"_L1
                                     ? object.name
                                     : object.schema + u'.' + object.name;
            others.rows << QStringList{kindWord(object.kind), name, object.definition,
                                       originOf(verification, object)};
        }
    }
    if (!others.rows.isEmpty())
        section.tables << others;
    if (section.sections.isEmpty())
        addIfEmpty(section, verification, u"Nothing is in this database."_s);
    return section;
}

DocumentSection checklistSection(const DatabaseVerification& verification)
{
    DocumentSection section = sectionOf(verification);
    addChecklist(section, verification);
    if (section.ticks.isEmpty() && !verification.error)
        section.notes << u"The checklist has no item of this database."_s;
    return section;
}

DocumentSection referencesSection(const QList<ReferenceCheck>& references)
{
    DocumentTable table{{}, {u"Reference"_s, u"Declared by"_s, u"Result"_s}, {}};
    for (const ReferenceCheck& check : references) {
        table.rows << QStringList{check.declared.text(), check.declared.revision.text(),
                                  referenceSentence(check)};
    }
    return {.heading = u"References to other databases"_s, .tables = {table}};
}

QString titleOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Verification:
        return u"Verification"_s;
    case ReportKind::Drift:
        return u"Drift"_s;
    case ReportKind::Schema:
        return u"Schema reference"_s;
    case ReportKind::Checklist:
        return u"Checklist with evidence"_s;
    }
    return {};
}

DocumentSection sectionOf(ReportKind kind, const DatabaseVerification& verification)
{
    switch (kind) {
    case ReportKind::Verification:
        return verificationSection(verification);
    case ReportKind::Drift:
        return driftSection(verification);
    case ReportKind::Schema:
        return schemaSection(verification);
    case ReportKind::Checklist:
        return checklistSection(verification);
    }
    return {};
}

} // namespace

QString reportKindText(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Verification:
        return u"verification"_s;
    case ReportKind::Drift:
        return u"drift"_s;
    case ReportKind::Schema:
        return u"schema"_s;
    case ReportKind::Checklist:
        return u"checklist"_s;
    }
    return {};
}

std::optional<ReportKind> reportKindFromText(const QString& text)
{
    for (const ReportKind kind : allReportKinds) {
        if (reportKindText(kind) == text)
            return kind;
    }
    return std::nullopt;
}

std::optional<ReportFormat> reportFormatFromText(const QString& text)
{
    if (text == "html"_L1 || text == "htm"_L1)
        return ReportFormat::Html;
    if (text == "md"_L1 || text == "markdown"_L1)
        return ReportFormat::Markdown;
    if (text == "json"_L1)
        return ReportFormat::Json;
    return std::nullopt;
}

QByteArray formatted(const Document& document, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Html:
        return toHtml(document).toUtf8();
    case ReportFormat::Markdown:
        return toMarkdown(document).toUtf8();
    case ReportFormat::Json:
        return QJsonDocument(toJson(document)).toJson();
    }
    return {};
}

Document makeReport(ReportKind kind, const ReportSource& source)
{
    Document document{.kind = reportKindText(kind), .title = titleOf(kind)};
    document.facts << std::pair(u"Project"_s, source.project)
                   << std::pair(u"Made at"_s, source.madeAt.toUTC().toString(Qt::ISODate))
                   << std::pair(u"Program"_s, u"Socrates Admin " SOCRATES_VERSION ""_s);
    for (const DatabaseVerification& verification : source.verifications)
        document.sections << sectionOf(kind, verification);
    if (kind == ReportKind::Verification && !source.references.isEmpty())
        document.sections << referencesSection(source.references);
    return redacted(std::move(document));
}

} // namespace socrates::core::report
