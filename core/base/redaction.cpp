// SPDX-License-Identifier: MIT
#include "core/base/redaction.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

QString redacted(const QString& text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString replacement;
    };
    const auto rule = [](const QString& pattern, const QString& replacement) {
        return Rule{QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                                    QRegularExpression::MultilineOption),
                    replacement};
    };
    // Pairs come before URLs: the '@' in ...?password=a@b is no end of a URL's user and password.
    static const Rule rules[] = {
        // In a URL's query a value ends at '&'; elsewhere, as libpq reads it, at white space.
        rule(uR"(([?&](?:ssl)?password=)[^\s&]*)"_s, u"\\1***"_s),
        rule(
            uR"((?<![?&])(\b\w*password\s*=\s*)(?:'(?:[^'\\]|\\.)*(?:'|\z)|"[^"]*(?:"|\z)|[^\s'"]\S*))"_s,
            u"\\1***"_s),
        rule(uR"re(("\w*password"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|\z))re"_s, u"\\1\"***\""_s),
        // CREATE ROLE ... PASSWORD 'secret'
        rule(uR"((\bpassword\s+)E?'(?:[^'\\]|\\.|'')*(?:'|\z))"_s, u"\\1'***'"_s),
        // A password that was pasted unencoded may hold '@', so it runs to the last one before
        // white space or the next URL.
        rule(
            uR"((\bpostgres(?:ql)?(?:\+\w+)?://[^\s:/@\[]*):(?:(?!postgres(?:ql)?(?:\+\w+)?://)\S)*@)"_s,
            u"\\1:***@"_s),
        // It may even hold white space, or end without an '@'; digits alone are a port.
        rule(
            uR"((\bpostgres(?:ql)?(?:\+\w+)?://[^\s:/@\[]*):(?!\*\*\*@|\d*(?:[/?,;.\s'")]|$))(?:[^\n]*@|[^\s/?]*))"_s,
            u"\\1:***@"_s),
    };
    QString result = text;
    for (const Rule& one : rules)
        result.replace(one.pattern, one.replacement);
    return result;
}

} // namespace socrates::core
