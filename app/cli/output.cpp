// SPDX-License-Identifier: MIT
#include "app/cli/output.h"

#include "app/cli/terminal.h"
#include "core/base/redaction.h"
#include "core/report/json.h"
#include "core/report/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QJsonValue safeValue(const QJsonValue& value)
{
    if (value.isString())
        return safe(value.toString());
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue& item : value.toArray())
            result << safeValue(item);
        return result;
    }
    if (value.isObject()) {
        QJsonObject result = value.toObject();
        for (auto it = result.begin(); it != result.end(); ++it) {
            if (it.key() != "sql"_L1) // the project's own text, which has to stay true
                it.value() = safeValue(it.value());
        }
        return result;
    }
    return value;
}

/// Red, green or yellow for the word a line begins with.
QString coloured(const QString& line)
{
    struct Colour
    {
        QLatin1StringView word;
        QLatin1StringView code;
    };
    static constexpr Colour colours[] = {
        {"missing "_L1, "31"_L1},    {"extra "_L1, "31"_L1},   {"different "_L1, "31"_L1},
        {"misplaced "_L1, "31"_L1},  {"failed "_L1, "31"_L1},  {"[ ]"_L1, "31"_L1},
        {"applied "_L1, "32"_L1},    {"[x]"_L1, "32"_L1},      {"passed "_L1, "32"_L1},
        {"unknown "_L1, "33"_L1},    {"warning "_L1, "33"_L1}, {"skipped "_L1, "33"_L1},
        {"What to do:"_L1, "36"_L1}, {"ok "_L1, "32"_L1},      {"FAILED "_L1, "31"_L1},
    };
    const QString trimmed = line.trimmed() + u' ';
    for (const Colour& colour : colours) {
        if (!trimmed.startsWith(colour.word))
            continue;
        const qsizetype at = line.indexOf(trimmed.at(0));
        const qsizetype length = QString(colour.word).trimmed().size();
        return line.left(at) + u"\x1b["_s + colour.code + u'm' + line.mid(at, length) +
               u"\x1b[0m"_s + line.mid(at + length);
    }
    return line;
}

} // namespace

QString safe(const QString& text)
{
    if (!text.contains("://"_L1) && !text.contains("password"_L1, Qt::CaseInsensitive))
        return text;
    return redacted(text);
}

Output::Output(bool isJson, bool mayColour) : m_isJson(isJson)
{
    const bool isColourWanted = mayColour && !qEnvironmentVariableIsSet("NO_COLOR");
    m_isOutputColoured = isColourWanted && terminal::isOutputTerminal();
    m_isErrorColoured = isColourWanted && terminal::isErrorTerminal();
    m_hasProgress = terminal::isErrorTerminal() && !isJson;
}

void Output::write(FILE* stream, const QString& text, bool isColoured)
{
    const std::lock_guard lock(m_mutex);
    if (m_isProgressShown) {
        std::fputs("\r\x1b[K", stderr);
        m_isProgressShown = false;
    }
    QString result = text;
    if (isColoured) {
        QStringList lines = text.split(u'\n');
        for (QString& line : lines)
            line = coloured(line);
        result = lines.join(u'\n');
    }
    const QByteArray bytes = result.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

void Output::text(const QString& text)
{
    if (!m_isJson)
        write(stdout, report::printable(safe(text)), m_isOutputColoured);
}

void Output::sql(const QString& text)
{
    if (!m_isJson)
        write(stdout, terminal::isOutputTerminal() ? report::printable(text) : text, false);
}

void Output::message(const QString& text)
{
    write(stderr, report::printable(safe(text)), m_isErrorColoured);
}

void Output::document(const QJsonObject& document)
{
    if (!m_isJson)
        return;
    QByteArray bytes =
        QJsonDocument(safeValue(document).toObject()).toJson(QJsonDocument::Indented);
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    write(stdout, QString::fromUtf8(bytes), false);
}

ExitCode Output::failed(const Errors& errors, const QJsonObject& more)
{
    QJsonArray array;
    for (const Error& error : errors) {
        message(report::errorText(error));
        array << report::errorJson(error);
    }
    QJsonObject json = more;
    json.insert(u"error"_s, array.first());
    json.insert(u"errors"_s, array);
    document(json);
    return exitCodeOf(errors.first());
}

void Output::progress(const QString& line)
{
    if (!m_hasProgress)
        return;
    const std::lock_guard lock(m_mutex);
    const QByteArray bytes = report::printable(safe(line)).toUtf8();
    std::fprintf(stderr, "\r\x1b[K%s", bytes.constData());
    std::fflush(stderr);
    m_isProgressShown = !line.isEmpty();
}

} // namespace socrates::cli
