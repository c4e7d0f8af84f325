// SPDX-License-Identifier: MIT
#include "app/connections/envwriter.h"

#include "core/base/filereplacement.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringEncoder>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

QString envLines(const EnvVariables& variables)
{
    QString result;
    for (const auto& [name, value] : variables)
        result += name + u'=' + value + u'\n';
    return result;
}

QByteArray withEnvVariables(const QByteArray& bytes, const EnvVariables& variables)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    const QStringConverter::Encoding encoding = marked.value_or(QStringConverter::Utf8);
    QStringDecoder decode(encoding, QStringConverter::Flag::Stateless);
    QString text = decode(bytes);
    const QString lineEnd = text.contains(u"\r\n"_s) ? u"\r\n"_s : u"\n"_s;
    for (const auto& [name, value] : variables) {
        const QRegularExpression line(u"^([ \\t]*(?:export[ \\t]+)?"_s +
                                          QRegularExpression::escape(name) +
                                          u"[ \\t]*=)[^\\r\\n]*"_s,
                                      QRegularExpression::MultilineOption);
        if (text.contains(line)) {
            // Not QString::replace with a pattern: the value may hold "\1".
            QRegularExpressionMatch match;
            qsizetype from = 0;
            while ((from = text.indexOf(line, from, &match)) >= 0) {
                const QString replacement = match.captured(1) + value;
                text.replace(from, match.capturedLength(), replacement);
                from += replacement.size();
            }
        } else {
            if (!text.isEmpty() && !text.endsWith(u'\n'))
                text += lineEnd;
            text += name + u'=' + value + lineEnd;
        }
    }
    QStringEncoder encode(encoding, marked ? QStringConverter::Flag::WriteBom
                                           : QStringConverter::Flag::Default);
    return encode(text);
}

Result<void> writeEnvFile(const QString& filePath, const EnvVariables& variables)
{
    QByteArray bytes;
    QFile old(filePath);
    const bool exists = old.exists();
    bool ok = !exists || old.open(QIODevice::ReadOnly);
    if (exists && ok) {
        bytes = old.readAll();
        ok = old.error() == QFileDevice::NoError;
    }
    QString reason = old.errorString();
    old.close(); // Windows replaces no file that is open
    if (ok) {
        bytes = withEnvVariables(bytes, variables);
        std::optional<QFileDevice::Permissions> permissions;
        if (!exists)
            permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        const auto replaced = core::replaceFile(filePath, bytes, permissions);
        ok = replaced.has_value();
        reason = ok ? QString() : replaced.error();
    }
    if (ok)
        return {};
    Error error;
    error.code = u"usage.file"_s;
    error.summary = QCoreApplication::translate("socrates::ui::ProvisionDialog",
                                                "The file could not be written");
    error.detail = reason;
    error.where.file = filePath;
    return fail(error);
}

} // namespace socrates::ui
