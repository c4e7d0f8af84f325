// SPDX-License-Identifier: MIT
#include "app/problems/problemtext.h"

#include "app/theme/texts.h"
#include "core/base/redaction.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// A revision file is a few kilobytes; a file beyond this is not opened for one line.
constexpr qint64 maximumFileSize = 4 * 1024 * 1024;

QString lineOfFile(const SourceLocation& where)
{
    const QFileInfo info(where.file);
    if (where.line <= 0 || !info.isFile() || info.size() > maximumFileSize)
        return {};
    QFile file(where.file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll())
        .section(u'\n', where.line - 1, where.line - 1)
        .remove(u'\r');
}

/// The fence is longer than any run of backticks in the text.
QString fenced(const QString& text)
{
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + u'\n' + text + u'\n' + fence;
}

} // namespace

QString withoutRowValues(const QString& text)
{
    static const QRegularExpression key(u"(Key \\([^\\n]*?\\)=)\\([^\\n]*\\)"_s);
    static const QRegularExpression row(
        u"((?:Failing row contains|Partition key of the failing row contains) )\\([^\\n]*\\)"_s);
    static const QRegularExpression input(
        u"((?:invalid input|out of range|malformed)[^\\n]*?: )\"[^\\n]*\""_s);
    QString result = text;
    result.replace(key, u"\\1(...)"_s);
    result.replace(row, u"\\1(...)"_s);
    result.replace(input, u"\\1\"...\""_s);
    return result;
}

QString lineWithCaret(const QString& line, int column)
{
    if (column <= 0)
        return line;
    // Characters are code points, as PostgreSQL counts them; tabs stay, so that the caret is below.
    QString indent;
    int seen = 1;
    for (qsizetype i = 0; i < line.size() && seen < column; ++i) {
        if (line.at(i).isLowSurrogate())
            continue;
        indent += line.at(i) == u'\t' ? u'\t' : u' ';
        ++seen;
    }
    return line + u'\n' + indent + u'^';
}

QString sqlWithCaret(const Error& error)
{
    if (error.code == "version.changed"_L1 && !error.statement.isEmpty())
        return redacted(error.statement); // the whole difference
    const QString line = lineOfFile(error.where);
    if (!line.isEmpty())
        return redacted(lineWithCaret(line, error.where.column));
    const QString statement = error.statement.trimmed();
    const qsizetype end = statement.indexOf(u'\n');
    return redacted(end < 0 ? statement : statement.left(end) + u" ..."_s);
}

QString problemMarkdown(const Error& error, bool withRowValues)
{
    const auto safe = [withRowValues](const QString& text) {
        return redacted(withRowValues ? text : withoutRowValues(text));
    };
    QStringList facts;
    const auto fact = [&facts](const QString& label, const QString& value) {
        if (!value.isEmpty())
            facts << u"- %1: %2"_s.arg(label, value);
    };
    fact(tr("Database"), safe(error.database));
    fact(tr("Revision"), error.revision);
    // The file's name says enough; its folder may name a person.
    SourceLocation place = error.where;
    place.file = QFileInfo(place.file).fileName();
    fact(tr("Where"), place.text());
    fact(tr("Why"), safe(error.detail));
    fact(tr("What to do"), safe(error.hint));
    fact(tr("Code"), error.code);
    fact(u"SQLSTATE"_s, error.sqlState);
    fact(tr("Technical details"), safe(error.technical));
    QString result = u"**%1**\n\n%2\n"_s.arg(safe(error.summary), facts.join(u'\n'));
    const QString sql =
        error.statement.trimmed().isEmpty() ? sqlWithCaret(error) : error.statement.trimmed();
    if (!sql.isEmpty())
        result += u'\n' + fenced(safe(sql)) + u'\n';
    return result;
}

} // namespace socrates::ui
