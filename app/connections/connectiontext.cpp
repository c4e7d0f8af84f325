// SPDX-License-Identifier: MIT
#include "app/connections/connectiontext.h"

#include "app/theme/texts.h"
#include "core/postgres/envfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// More is no list of connections.
constexpr qint64 kMostBytes = 1024 * 1024;

/// A URL and what the text around it says about the database it is for.
struct FoundUrl
{
    QString url;
    QString label; ///< variable or section; may be empty
    int line = 0;
};

bool looksLikeUrl(const QString& text)
{
    static const QRegularExpression scheme(u"^\\s*[\"']?postgres(ql)?(\\+\\w+)?://"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return scheme.match(text).hasMatch();
}

bool looksLikeKeywords(const QString& text)
{
    static const QRegularExpression pair(
        u"^\\s*(host|hostaddr|port|dbname|user|password|sslmode|service)\\s*="_s);
    return !text.trimmed().contains(u'\n') && pair.match(text).hasMatch();
}

bool looksLikeIni(const QString& text)
{
    static const QRegularExpression sign(u"^\\s*(\\[[^\\]\\n]+\\]|sqlalchemy\\.url\\s*[=:])"_s,
                                         QRegularExpression::MultilineOption);
    return sign.match(text).hasMatch();
}

/// alembic.ini: sqlalchemy.url of each section. Python's ConfigParser writes a percent sign as %%.
QList<FoundUrl> urlsOfIni(const QString& text)
{
    static const QRegularExpression section(u"^\\[([^\\]]+)\\]"_s);
    static const QRegularExpression url(u"^sqlalchemy\\.url\\s*[=:]\\s*(.*?)\\s*$"_s);
    QList<FoundUrl> result;
    QString name;
    int number = 0;
    for (const QString& line : text.split(u'\n')) {
        ++number;
        if (const auto match = section.match(line); match.hasMatch())
            name = match.captured(1);
        else if (const auto found = url.match(line);
                 found.hasMatch() && !found.captured(1).isEmpty())
            result.append({found.captured(1).replace(u"%%"_s, u"%"_s), name, number});
    }
    return result;
}

/// The variables that the project names; when there is none of them, every variable that holds a
/// URL.
QList<FoundUrl> urlsOfEnv(const EnvFile& file, const QList<DatabaseSlot>& databases)
{
    QList<FoundUrl> result;
    for (const DatabaseSlot& slot : databases) {
        const EnvFile::Variable* variable =
            slot.urlVariable.isEmpty() ? nullptr : file.find(slot.urlVariable);
        if (variable && !variable->value.isEmpty())
            result.append({variable->value, slot.name.text(), variable->line});
    }
    if (!result.isEmpty())
        return result;
    for (const EnvFile::Variable& variable : file.variables()) {
        if (looksLikeUrl(variable.value))
            result.append({variable.value, variable.name, variable.line});
    }
    return result;
}

/// The database of the project that a URL is for: by the label it was found under, or by its own
/// name.
const DatabaseSlot* slotFor(const QString& label, const ConnectionParameters& parameters,
                            const QList<DatabaseSlot>& databases)
{
    if (databases.size() == 1)
        return &databases.constFirst();
    for (const DatabaseSlot& slot : databases) {
        if (label == slot.name.text() || parameters.databaseName() == slot.name.text())
            return &slot;
    }
    const auto mentions = [](const QString& text, const QString& word) {
        static const QRegularExpression separator(u"[^A-Za-z0-9]+"_s);
        return !word.isEmpty() && text.split(separator).contains(word, Qt::CaseInsensitive);
    };
    for (const QString& text : {label, parameters.databaseName()}) {
        for (const DatabaseSlot& slot : databases) {
            if (mentions(text, slot.branchLabel))
                return &slot;
        }
    }
    return nullptr;
}

Result<FoundConnections> assigned(const QList<FoundUrl>& urls, const QString& filePath,
                                  const QList<DatabaseSlot>& databases)
{
    FoundConnections result;
    for (const FoundUrl& found : urls) {
        Result<ConnectionParameters> parameters = ConnectionParameters::fromUri(found.url);
        if (!parameters) {
            Error error = parameters.error();
            error.where = {filePath, filePath.isEmpty() ? 0 : found.line, 0};
            return fail(error);
        }
        if (const DatabaseSlot* slot = slotFor(found.label, *parameters, databases))
            result.databases.insert(slot->name, *parameters);
        else if (!result.server)
            result.server = *parameters;
    }
    if (!result.isEmpty())
        return result;
    QStringList variables;
    for (const DatabaseSlot& slot : databases) {
        if (!slot.urlVariable.isEmpty())
            variables << slot.urlVariable;
    }
    Error error;
    error.code = u"usage.connections"_s;
    error.summary = tr("No connection was found in it");
    error.hint = variables.isEmpty()
                     ? tr("A URL looks like postgresql://user@host:5432/database.")
                     : tr("Expected is a URL like postgresql://user@host:5432/database, or "
                          "a file that sets %1.")
                           .arg(variables.join(u", "_s));
    error.where.file = filePath;
    return fail(error);
}

Result<FoundConnections> read(const QByteArray& bytes, const QString& text, const QString& filePath,
                              const QList<DatabaseSlot>& databases)
{
    if (looksLikeKeywords(text))
        return assigned({{text.trimmed(), {}, 1}}, filePath, databases);
    if (looksLikeUrl(text)) {
        QList<FoundUrl> urls;
        int number = 0;
        for (const QString& line : text.split(u'\n')) {
            ++number;
            if (!line.trimmed().isEmpty())
                urls.append({line.trimmed(), {}, number});
        }
        return assigned(urls, filePath, databases);
    }
    if (looksLikeIni(text))
        return assigned(urlsOfIni(text), filePath, databases);
    if (!text.contains(u'='))
        return assigned({}, filePath, databases);
    const ResultOrErrors<EnvFile> file = EnvFile::parse(bytes, filePath);
    if (!file)
        return fail(file.error().constFirst());
    return assigned(urlsOfEnv(*file, databases), filePath, databases);
}

} // namespace

QList<DatabaseSlot> slotsOf(const Project& project)
{
    QList<DatabaseSlot> result;
    for (const ProjectDatabase& database : project.databases())
        result.append(
            {database.name, database.branchLabel, database.urlVariable, database.purpose});
    return result;
}

Result<FoundConnections> readConnectionText(const QString& text,
                                            const QList<DatabaseSlot>& databases)
{
    if (text.size() > kMostBytes)
        return assigned({}, {}, databases);
    return read(text.toUtf8(), text, {}, databases);
}

Result<FoundConnections> readConnectionFile(const QString& filePath,
                                            const QList<DatabaseSlot>& databases)
{
    const auto refused = [&filePath](const QString& detail) {
        Error error;
        error.code = u"usage.connections"_s;
        error.summary = tr("The file cannot be read");
        error.detail = detail;
        error.where.file = filePath;
        return fail(error);
    };
    // A pipe would be waited for, and a device has no end.
    const QFileInfo info(filePath);
    if (info.exists() && !info.isFile())
        return refused(tr("It is no ordinary file."));
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return refused(file.errorString());
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return refused(tr("It is too large for a .env file."));
    QStringDecoder decode(
        QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    QString text = decode(bytes);
    text.remove(u'\r');
    return read(bytes, text, filePath, databases);
}

} // namespace socrates::ui
