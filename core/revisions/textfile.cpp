// SPDX-License-Identifier: MIT
#include "core/revisions/textfile.h"

#include "core/base/texts.h"
#include "core/revisions/revisionfile.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

Error fileError(const QString& code, const QString& filePath, int line, const QString& summary,
                const QString& hint)
{
    Error error;
    error.code = u"project."_s + code;
    error.summary = summary;
    error.hint = hint;
    error.where = {filePath, line, 0};
    return error;
}

Error notUtf8(const QString& filePath, int line, const QString& summary)
{
    return fileError(u"file.encoding"_s, filePath, line, summary,
                     Texts::tr("Save the file as UTF-8."));
}

int lineOfByte(const QByteArray& bytes, qsizetype offset)
{
    return 1 + int(QByteArrayView(bytes).first(offset).count('\n'));
}

// Where text of the ASCII range was written in 16 or 32 bits, every other byte at least is zero.
bool looksWide(const QByteArray& bytes)
{
    const QByteArrayView start = QByteArrayView(bytes).first(qMin<qsizetype>(bytes.size(), 4096));
    return start.size() >= 4 && start.count('\0') * 3 >= start.size();
}

int lineOfInvalidUtf8(const QByteArray& bytes)
{
    int line = 1;
    for (const QByteArray& part : bytes.split('\n')) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString ignored = decoder(part);
        if (decoder.hasError())
            return line;
        ++line;
    }
    return line - 1;
}

} // namespace

Result<QString> decodeProjectText(const QByteArray& bytes, const QString& filePath)
{
    if (bytes.size() > kMaxRevisionFileBytes) {
        return fail(fileError(
            u"file.too-large"_s, filePath, 0,
            Texts::tr("The file is larger than %1 MiB.").arg(kMaxRevisionFileBytes / (1024 * 1024)),
            Texts::tr("Split it, or load bulk data by other means.")));
    }
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") ||
        bytes.startsWith(QByteArrayView("\x00\x00\xFE\xFF", 4)) || looksWide(bytes))
        return fail(notUtf8(filePath, 1, Texts::tr("The file is UTF-16 or UTF-32.")));
    const qsizetype nul = bytes.indexOf('\0');
    if (nul >= 0) {
        return fail(
            notUtf8(filePath, lineOfByte(bytes, nul),
                    Texts::tr("The file holds a NUL character, at which the server would stop "
                              "reading.")));
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return fail(
            notUtf8(filePath, lineOfInvalidUtf8(bytes), Texts::tr("The file is not UTF-8.")));
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (text.contains(u'\r'))
        text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return text;
}

bool isInsideFolder(const QString& canonicalPath, const QString& root)
{
    return canonicalPath == root ||
           canonicalPath.startsWith(root.endsWith(u'/') ? root : root + u'/');
}

Result<QString> readProjectText(const QString& filePath, const QString& root)
{
    const QFileInfo info(filePath);
    if (info.isSymLink()) {
        const QString canonical = info.canonicalFilePath();
        if (canonical.isEmpty()) {
            return fail(fileError(u"file.unreadable"_s, filePath, 0,
                                  Texts::tr("The file is a link that leads nowhere."),
                                  Texts::tr("Remove it, or put the file itself there.")));
        }
        if (!isInsideFolder(canonical, root)) {
            return fail(
                fileError(u"path.outside"_s, filePath, 0,
                          Texts::tr("The file is a link that leads outside the project folder."),
                          Texts::tr("Put the file itself into the folder.")));
        }
    }
    // A pipe or a device would make the reader wait for ever.
    if (!info.isFile()) {
        return fail(fileError(u"file.unreadable"_s, filePath, 0,
                              Texts::tr("This is not a regular file."),
                              Texts::tr("Remove it, or put the file itself there.")));
    }
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error =
            fileError(u"file.unreadable"_s, filePath, 0, Texts::tr("The file cannot be read."),
                      Texts::tr("Check the rights to the file."));
        error.detail = file.errorString();
        return fail(error);
    }
    return decodeProjectText(file.read(kMaxRevisionFileBytes + 1), filePath);
}

} // namespace socrates::core
