// SPDX-License-Identifier: MIT
#include "core/report/document.h"

#include "core/base/redaction.h"
#include "core/base/texts.h"

#include <QJsonArray>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

/// The rules of redacted() are many and the texts of a schema too; most hold nothing of the kind.
QString clean(const QString& text)
{
    const bool isSuspect = text.contains("password"_L1, Qt::CaseInsensitive) ||
                           text.contains("postgres"_L1, Qt::CaseInsensitive);
    return isSuspect ? core::redacted(text) : text;
}

void cleanFacts(DocumentFacts& facts)
{
    for (auto& [label, value] : facts)
        value = clean(value);
}

void cleanSections(QList<DocumentSection>& sections)
{
    for (DocumentSection& section : sections) {
        section.heading = clean(section.heading);
        cleanFacts(section.facts);
        for (DocumentTable& table : section.tables) {
            for (QStringList& row : table.rows) {
                for (QString& text : row)
                    text = clean(text);
            }
        }
        for (DocumentTick& tick : section.ticks) {
            tick.text = clean(tick.text);
            tick.evidence = clean(tick.evidence);
        }
        for (QString& note : section.notes)
            note = clean(note);
        section.sql = clean(section.sql);
        cleanSections(section.sections);
    }
}

QJsonObject factsJson(const DocumentFacts& facts)
{
    QJsonObject result;
    for (const auto& [label, value] : facts)
        result.insert(label, value);
    return result;
}

QJsonArray sectionsJson(const QList<DocumentSection>& sections);

QJsonObject tableJson(const DocumentTable& table)
{
    QJsonArray rows;
    for (const QStringList& cells : table.rows) {
        QJsonObject row;
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            row.insert(table.columns.at(i), cells.value(i));
        rows << row;
    }
    return {{u"heading"_s, table.heading},
            {u"columns"_s, QJsonArray::fromStringList(table.columns)},
            {u"rows"_s, rows}};
}

QJsonObject sectionJson(const DocumentSection& section)
{
    QJsonObject result{{u"heading"_s, section.heading}, {u"facts"_s, factsJson(section.facts)}};
    QJsonArray tables;
    for (const DocumentTable& table : section.tables)
        tables << tableJson(table);
    QJsonArray ticks;
    for (const DocumentTick& tick : section.ticks)
        ticks << QJsonObject{
            {u"text"_s, tick.text}, {u"ok"_s, tick.isDone}, {u"evidence"_s, tick.evidence}};
    result.insert(u"tables"_s, tables);
    result.insert(u"checklist"_s, ticks);
    result.insert(u"notes"_s, QJsonArray::fromStringList(section.notes));
    result.insert(u"sql"_s, section.sql);
    result.insert(u"sections"_s, sectionsJson(section.sections));
    return result;
}

QJsonArray sectionsJson(const QList<DocumentSection>& sections)
{
    QJsonArray result;
    for (const DocumentSection& section : sections)
        result << sectionJson(section);
    return result;
}

} // namespace

QString labelText(const QString& label)
{
    return Texts::tr(label.toUtf8().constData());
}

QStringList cellTexts(const DocumentTable& table, QStringList row)
{
    if (table.beginsWithWord && !row.isEmpty())
        row.first() = labelText(row.first());
    return row;
}

Document redacted(Document document)
{
    cleanFacts(document.facts);
    cleanSections(document.sections);
    return document;
}

QJsonObject toJson(const Document& document)
{
    return {{u"report"_s, document.kind},
            {u"title"_s, document.title},
            {u"facts"_s, factsJson(document.facts)},
            {u"sections"_s, sectionsJson(document.sections)}};
}

} // namespace socrates::core::report
