// SPDX-License-Identifier: MIT
#include "core/base/redaction.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

QString redacted(const QString& text)
{
    // The password of a URL may hold '@' when it was pasted unencoded, so it runs to the last '@'
    // before white space.
    static const QRegularExpression url(uR"((postgres(?:ql)?(?:\+\w+)?://[^\s:/@]*):[^\s]*@)"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pair(
        uR"(\b((?:ssl)?password\s*=\s*)('(?:[^'\\]|\\.)*'|"[^"]*"|[^\s&]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString result = text;
    result.replace(url, u"\\1:***@"_s);
    result.replace(pair, u"\\1***"_s);
    return result;
}

} // namespace socrates::core
