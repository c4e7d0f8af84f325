// SPDX-License-Identifier: MIT
#include "core/postgres/envfile.h"

#include "core/base/texts.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maximumSize = 1024 * 1024;

/// An error of one line. It never quotes the line: values are passwords more often than not.
Error lineError(const QString& filePath, int line, const QString& summary, const QString& hint = {})
{
    return Error{.code = u"usage.env_file"_s,
                 .summary = summary,
                 .hint = hint,
                 .where = {.file = filePath, .line = line}};
}

Result<QString> decoded(const QByteArray& bytes, const QString& filePath)
{
    QStringConverter::Encoding encoding =
        QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    if (encoding == QStringConverter::Utf8 && bytes.contains('\0'))
        return fail(lineError(filePath, 0,
                              Texts::tr("The file holds NUL bytes: it is not a text in UTF-8."),
                              Texts::tr("Save it as UTF-8, or as UTF-16 with a byte order mark.")));
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (!decoder.hasError())
        return text;
    const QString hint = Texts::tr("Save it as UTF-8.");
    if (encoding != QStringConverter::Utf8)
        return fail(lineError(filePath, 0, Texts::tr("The file's text cannot be decoded."), hint));
    int line = 0;
    for (const QByteArray& one : bytes.split('\n')) {
        ++line;
        QStringDecoder lineDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString ignored = lineDecoder(one);
        if (lineDecoder.hasError())
            break;
    }
    return fail(lineError(filePath, line, Texts::tr("The file is not a text in UTF-8."), hint));
}

/// The escapes that python-dotenv, which reads the same file for the application, knows. Others
/// stay as they are: a backslash in a Windows path is meant.
QString unescaped(QChar character, QChar quote)
{
    if (character == u'\\' || character == quote)
        return character;
    if (quote == u'"') {
        switch (character.unicode()) {
        case u'n':
            return u"\n"_s;
        case u'r':
            return u"\r"_s;
        case u't':
            return u"\t"_s;
        case u'\'':
            return u"'"_s;
        default:
            break;
        }
    }
    return QString(u'\\') + character;
}

/// The value of a quoted text that begins at `text`'s first character; nothing when the quote does
/// not end, or something other than a comment follows it.
Result<QString> quotedValue(const QString& text, const QString& filePath, int line)
{
    const QChar quote = text.front();
    QString value;
    qsizetype i = 1;
    for (; i < text.size() && text.at(i) != quote; ++i) {
        if (text.at(i) == u'\\' && i + 1 < text.size())
            value += unescaped(text.at(++i), quote);
        else
            value += text.at(i);
    }
    if (i >= text.size())
        return fail(lineError(filePath, line, Texts::tr("A quote is opened and not closed."),
                              Texts::tr("A quoted value ends on its own line; a quote inside is "
                                        "written with a backslash.")));
    const QString after = text.sliced(i + 1).trimmed();
    if (!after.isEmpty() && !after.startsWith(u'#'))
        return fail(lineError(
            filePath, line, Texts::tr("There is text after the closing quote."),
            Texts::tr(
                "Only a comment may follow it; a quote inside is written with a backslash.")));
    return value;
}

/// The value up to a comment, which needs white space before its # ("a#b" is all value).
QString plainValue(const QString& text)
{
    static const QRegularExpression comment(u"(?:^|\\s+)#.*$"_s);
    return QString(text).remove(comment).trimmed();
}

Result<EnvFile::Variable> variableOf(const QString& content, const QString& filePath, int line)
{
    static const QRegularExpression assignment(
        u"^(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=(.*)$"_s);
    const QRegularExpressionMatch match = assignment.match(content);
    if (!match.hasMatch())
        return fail(lineError(
            filePath, line, Texts::tr("This line is not of the form NAME=value."),
            Texts::tr("A name has letters, digits and underscores; a comment begins with #.")));
    EnvFile::Variable variable{.name = match.captured(1), .value = {}, .line = line};
    const QString raw = match.captured(2);
    const QString text = raw.trimmed();
    if (text.startsWith(u'"') || text.startsWith(u'\'')) {
        const Result<QString> value = quotedValue(text, filePath, line);
        if (!value)
            return fail(value.error());
        variable.value = *value;
    } else {
        // "NAME=#x" is a value, "NAME= # x" an empty one with a comment.
        variable.value = raw.startsWith(u'#') ? u'#' + plainValue(raw.sliced(1)) : plainValue(raw);
    }
    return variable;
}

} // namespace

ResultOrErrors<EnvFile> EnvFile::parse(const QByteArray& bytes, const QString& filePath)
{
    const Result<QString> text = decoded(bytes, filePath);
    if (!text)
        return tl::unexpected(Errors{text.error()});

    static const QRegularExpression lineEnd(u"\r\n|\n|\r"_s);
    EnvFile result;
    Errors errors;
    int line = 0;
    for (const QString& one : text->split(lineEnd)) {
        ++line;
        const QString content = one.trimmed();
        if (content.isEmpty() || content.startsWith(u'#'))
            continue;
        if (content.contains(QChar(0))) {
            errors << lineError(filePath, line, Texts::tr("The line holds a NUL character."));
            continue;
        }
        if (const Result<Variable> variable = variableOf(content, filePath, line))
            result.m_variables << *variable;
        else
            errors << variable.error();
    }
    if (!errors.isEmpty())
        return tl::unexpected(errors);
    return result;
}

ResultOrErrors<EnvFile> EnvFile::load(const QString& filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Errors{Error{.code = u"usage.env_file"_s,
                                           .summary = Texts::tr("The file cannot be read."),
                                           .detail = file.errorString(),
                                           .where = {.file = filePath}}});
    const QByteArray bytes = file.read(maximumSize + 1);
    if (bytes.size() > maximumSize)
        return tl::unexpected(Errors{lineError(
            filePath, 0, Texts::tr("The file is larger than 1 MiB: this is no .env file."))});
    return parse(bytes, filePath);
}

const EnvFile::Variable* EnvFile::find(const QString& name) const
{
    for (auto it = m_variables.crbegin(); it != m_variables.crend(); ++it) {
        if (it->name == name)
            return &*it;
    }
    return nullptr;
}

} // namespace socrates::core
