// SPDX-License-Identifier: MIT
#include "core/report/reports.h"

#include "core/base/texts.h"
#include "core/report/wording.h"
#include "core/schema/mend.h"
#include "core/schema/objectwords.h"

#include <QJsonDocument>

#include <algorithm>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// A fact's or a column's, which JSON keeps in English and lupdate must see.
QString label(const char* text)
{
    return QString::fromLatin1(text);
}

QStringList labels(std::initializer_list<const char*> texts)
{
    QStringList result;
    for (const char* text : texts)
        result << label(text);
    return result;
}

using Kind = SchemaObject::Kind;

QString verdictText(const DatabaseVerification& verification)
{
    if (verification.error)
        return Texts::tr("could not be verified: %1").arg(verification.error->summary);
    if (verification.isOk())
        return Texts::tr("as expected");
    const auto differences = verification.comparison.differences().size();
    if (differences > 0)
        return Texts::tr("%n difference(s)", nullptr, int(differences));
    return Texts::tr("%n checklist item(s) missing", nullptr, uncheckedCount(verification));
}

/// The section of a database: its name, the verdict, and where and when it was found.
DocumentSection sectionOf(const DatabaseVerification& verification)
{
    DocumentSection section{.heading = verification.name.text()};
    section.facts << std::pair(label(QT_TRANSLATE_NOOP("Core", "Result")),
                               verdictText(verification));
    if (verification.error)
        return section;
    const auto add = [&section](const QString& label, const QString& value) {
        if (!value.isEmpty())
            section.facts << std::pair(label, value);
    };
    add(label(QT_TRANSLATE_NOOP("Core", "Server")), placeText(verification.status));
    add(label(QT_TRANSLATE_NOOP("Core", "PostgreSQL")), verification.status.server.versionText);
    add(label(QT_TRANSLATE_NOOP("Core", "Revision")),
        verification.revision.isEmpty() ? u"base"_s : joined(verification.revision));
    add(label(QT_TRANSLATE_NOOP("Core", "Pending")), joined(verification.status.pending));
    add(label(QT_TRANSLATE_NOOP("Core", "Checks")),
        QString::number(verification.comparison.lines.size()));
    add(label(QT_TRANSLATE_NOOP("Core", "Expected schema")), verification.expectedOrigin);
    add(label(QT_TRANSLATE_NOOP("Core", "Not compared")),
        notComparedWords(verification.comparison.notCompared).join(u", "_s));
    if (verification.verifiedAt.isValid())
        add(label(QT_TRANSLATE_NOOP("Core", "Verified at")),
            verification.verifiedAt.toString(Qt::ISODate));
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
        Texts::tr("Differences"),
        labels({QT_TRANSLATE_NOOP("Core", "Kind"), QT_TRANSLATE_NOOP("Core", "Object"),
                QT_TRANSLATE_NOOP("Core", "Expected"), QT_TRANSLATE_NOOP("Core", "Found"),
                QT_TRANSLATE_NOOP("Core", "Note")}),
        {},
        true};
    if (withOrigin)
        table.columns << label(QT_TRANSLATE_NOOP("Core", "Origin"));
    for (const ComparisonLine& line : verification.comparison.differences()) {
        QStringList row{outcomeText(line.outcome), objectText(line), line.expected, line.found,
                        line.hint};
        if (withOrigin)
            row << verification.attribution.text(line);
        table.rows << row;
    }
    if (!table.rows.isEmpty())
        section.tables << table;
    addIfEmpty(section, verification, Texts::tr("No difference."));
}

void addChecklist(DocumentSection& section, const DatabaseVerification& verification)
{
    for (const TickedItem& item : verification.checklist) {
        QString evidence = item.evidence;
        if (item.isPending)
            evidence = evidence.isEmpty()
                           ? Texts::tr("comes with a pending revision")
                           : clauses({evidence, Texts::tr("comes with a pending revision")});
        section.ticks << DocumentTick{item.item.text, item.ok, evidence};
    }
}

DocumentSection verificationSection(const DatabaseVerification& verification)
{
    DocumentSection section = sectionOf(verification);
    addDifferences(section, verification, false);
    DocumentSection checklist{.heading = Texts::tr("Checklist")};
    addChecklist(checklist, verification);
    if (!checklist.ticks.isEmpty())
        section.sections << checklist;
    DocumentSection rights{.heading = Texts::tr("Ownership and rights")};
    for (const QString& problem : verification.rightsProblems)
        rights.notes << Texts::tr("Problem: %1").arg(problem);
    rights.notes << verification.ownership;
    if (!rights.notes.isEmpty())
        section.sections << rights;
    return section;
}

/// Whose the tables of another database are, and how they could leave.
void addMisplaced(DocumentSection& section, const DatabaseVerification& verification)
{
    DocumentSection misplaced{.heading = Texts::tr("Misplaced tables")};
    for (const ComparisonLine& line : verification.comparison.lines) {
        if (line.outcome == ComparisonLine::Outcome::Misplaced)
            misplaced.notes << Texts::tr("%1 belongs to %2, whose revisions make it; none of %3 "
                                         "does.")
                                   .arg(objectText(line), line.rightful, verification.name.text());
    }
    if (misplaced.notes.isEmpty())
        return;
    const MisplacedRemoval& removal = verification.misplaced;
    const QString command = u"socrates-migrate recognise"_s;
    if (!removal.obstacle.isEmpty())
        misplaced.notes << removal.obstacle;
    if (!removal.filled.isEmpty())
        misplaced.notes
            << Texts::tr("%1 writes their rows to CSV files.").arg(command + u" --csv-dir DIR"_s);
    QStringList statements;
    for (const QString& sql : removal.sql)
        statements << sql + u';';
    if (!statements.isEmpty())
        misplaced.notes << Texts::tr("They are empty, so this would remove them; it was not run. "
                                     "%1 does it, after it has looked once more.")
                               .arg(command + u" --apply "_s + verification.name.text() +
                                    u"@remove-misplaced"_s);
    misplaced.sql = statements.join(u'\n');
    section.sections << misplaced;
}

DocumentSection driftSection(const DatabaseVerification& verification)
{
    DocumentSection section = sectionOf(verification);
    addDifferences(section, verification, true);
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
            .heading = Texts::tr("SQL that would mend it"),
            .notes = {Texts::tr("For review, and for a revision of its own; it was not run.")},
            .sql = statements.join(u'\n')};
    }
    addMisplaced(section, verification);
    if (const QStringList hints = redundantIndexes(verification.found); !hints.isEmpty())
        section.sections << DocumentSection{.heading = Texts::tr("Hints, which are no faults"),
                                            .notes = hints};
    return section;
}

/// The English word, for a column of words.
QString kindCell(Kind kind)
{
    return kindText(kind).replace(u'_', u' ');
}

QString originOf(const DatabaseVerification& verification, const SchemaObject& object)
{
    return verification.attribution.text(keyOf(object));
}

/// For rows of kindCell(), a name, a definition and an origin.
DocumentTable tableOfObjects(const QString& heading)
{
    return {heading,
            labels({QT_TRANSLATE_NOOP("Core", "Kind"), QT_TRANSLATE_NOOP("Core", "Name"),
                    QT_TRANSLATE_NOOP("Core", "Definition"), QT_TRANSLATE_NOOP("Core", "Origin")}),
            {},
            true};
}

/// A table or view: its columns in their order, then what belongs to it.
DocumentSection tableSection(const DatabaseVerification& verification, const SchemaObject& table)
{
    const bool isPublic = table.schema == "public"_L1;
    DocumentSection section{.heading = kindWord(table.kind) + u' ' +
                                       (isPublic ? table.name : table.schema + u'.' + table.name)};
    section.facts << std::pair(label(QT_TRANSLATE_NOOP("Core", "Origin")),
                               originOf(verification, table));
    if (!table.owner.isEmpty())
        section.facts << std::pair(label(QT_TRANSLATE_NOOP("Core", "Owner")), table.owner);
    if (!table.definition.isEmpty() && table.definition != kindText(table.kind))
        section.facts << std::pair(label(QT_TRANSLATE_NOOP("Core", "Definition")),
                                   table.definition);
    QList<SchemaObject> objects = verification.found.objectsOf(table.schema, table.name);
    std::stable_sort(
        objects.begin(), objects.end(),
        [](const SchemaObject& a, const SchemaObject& b) { return a.position < b.position; });
    DocumentTable columns{
        {},
        labels({QT_TRANSLATE_NOOP("Core", "Column"), QT_TRANSLATE_NOOP("Core", "Definition"),
                QT_TRANSLATE_NOOP("Core", "Origin")}),
        {}};
    DocumentTable others = tableOfObjects({});
    for (const SchemaObject& object : objects) {
        const QString origin = originOf(verification, object);
        if (object.kind == Kind::Column)
            columns.rows << QStringList{object.name, object.definition, origin};
        else
            others.rows << QStringList{kindCell(object.kind), object.name, object.definition,
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
    DocumentTable others = tableOfObjects(Texts::tr("Other objects"));
    for (const SchemaObject& object : verification.found.objects()) {
        const bool isRelation = object.kind == Kind::Table || object.kind == Kind::View ||
                                object.kind == Kind::MaterializedView;
        if (isRelation) {
            section.sections << tableSection(verification, object);
        } else if (object.table.isEmpty()) {
            const QString name = object.schema.isEmpty() || object.schema == "public"_L1
                                     ? object.name
                                     : object.schema + u'.' + object.name;
            others.rows << QStringList{kindCell(object.kind), name, object.definition,
                                       originOf(verification, object)};
        }
    }
    if (!others.rows.isEmpty())
        section.tables << others;
    if (section.sections.isEmpty())
        addIfEmpty(section, verification, Texts::tr("Nothing is in this database."));
    return section;
}

DocumentSection checklistSection(const DatabaseVerification& verification)
{
    DocumentSection section = sectionOf(verification);
    addChecklist(section, verification);
    if (section.ticks.isEmpty() && !verification.error)
        section.notes << Texts::tr("The checklist has no item of this database.");
    return section;
}

DocumentSection referencesSection(const QList<ReferenceCheck>& references)
{
    DocumentTable table{
        {},
        labels({QT_TRANSLATE_NOOP("Core", "Reference"), QT_TRANSLATE_NOOP("Core", "Declared by"),
                QT_TRANSLATE_NOOP("Core", "Result")}),
        {}};
    for (const ReferenceCheck& check : references) {
        table.rows << QStringList{check.declared.text(), check.declared.revision.text(),
                                  referenceSentence(check)};
    }
    return {.heading = Texts::tr("References to other databases"), .tables = {table}};
}

QString titleOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Verification:
        return Texts::tr("Verification");
    case ReportKind::Drift:
        return Texts::tr("Drift");
    case ReportKind::Schema:
        return Texts::tr("Schema reference");
    case ReportKind::Checklist:
        return Texts::tr("Checklist with evidence");
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
    document.facts << std::pair(label(QT_TRANSLATE_NOOP("Core", "Project")), source.project)
                   << std::pair(label(QT_TRANSLATE_NOOP("Core", "Made at")),
                                source.madeAt.toUTC().toString(Qt::ISODate))
                   << std::pair(label(QT_TRANSLATE_NOOP("Core", "Program")),
                                u"Socrates Admin " SOCRATES_VERSION ""_s);
    for (const DatabaseVerification& verification : source.verifications)
        document.sections << sectionOf(kind, verification);
    if (kind == ReportKind::Verification && !source.references.isEmpty())
        document.sections << referencesSection(source.references);
    return redacted(std::move(document));
}

} // namespace socrates::core::report
