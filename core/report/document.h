// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace socrates::core::report {

/// A report as a value: what it says, and nothing of how it looks. Every format is written from
/// this alone, so all of them say the same.
struct DocumentTable
{
    QString heading;
    QStringList columns;         ///< labels
    QList<QStringList> rows;     ///< as many cells as there are columns
    bool beginsWithWord = false; ///< the first column's cells are words, English as labels are
};

/// An item of a checklist.
struct DocumentTick
{
    QString text;
    bool isDone = false;
    QString evidence;
};

/// Label and value, in order. Labels, and those of columns, are JSON's keys, so they are English
/// here; labelText() says them to a reader.
using DocumentFacts = QList<std::pair<QString, QString>>;

struct DocumentSection
{
    QString heading;
    DocumentFacts facts;
    QList<DocumentTable> tables;
    QList<DocumentTick> ticks;
    QStringList notes;
    QString sql;
    QList<DocumentSection> sections; ///< one level below
};

struct Document
{
    QString kind; ///< "verification", "drift", ...: of the JSON, and of file names
    QString title;
    DocumentFacts facts;
    QList<DocumentSection> sections;
};

/// A label in the reader's language.
QString labelText(const QString& label);
/// A row's cells in the reader's language.
QStringList cellTexts(const DocumentTable& table, QStringList row);

/// With every password replaced, in all its texts.
Document redacted(Document document);

/// A page for a browser follows its light or dark scheme and brings rules for printing. Qt's text
/// documents, from which the desktop prints, want plain rules and attributes.
enum class HtmlFor { Browser, TextDocument };
/// One file that refers to nothing outside; everything is escaped, and no script can run in it.
QString toHtml(const Document& document, HtmlFor reader = HtmlFor::Browser);
QString toMarkdown(const Document& document);
/// {"report", "title", "facts": {label: value}, "sections": [{"heading", "facts", "tables":
/// [{"heading", "rows": [{column: cell}]}], "checklist": [{"text", "ok", "evidence"}], "notes",
/// "sql", "sections"}]}
QJsonObject toJson(const Document& document);

} // namespace socrates::core::report
