// SPDX-License-Identifier: MIT
#include "core/sql/lexer.h"

#include <QCryptographicHash>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

bool isSpace(QChar c)
{
    const char16_t u = c.unicode();
    return u == u' ' || (u >= u'\t' && u <= u'\r');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// PostgreSQL takes every character above ASCII for a letter (scan.l, ident_start).
bool isWordStart(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || u == u'_' || u >= 0x80;
}

bool isWordPart(QChar c)
{
    return isWordStart(c) || isDigit(c) || c == u'$';
}

/// Walks over a text; each method expects the position at the first character of its token and
/// leaves it behind the last one.
class Scanner
{
public:
    explicit Scanner(QStringView sql) : m_sql(sql) {}

    bool atEnd() const { return m_pos >= m_sql.size(); }

    Token next()
    {
        Token token;
        token.offset = m_pos;
        token.kind = scan(token.isTerminated);
        token.length = m_pos - token.offset;
        return token;
    }

private:
    QChar at(qsizetype offset = 0) const
    {
        return m_pos + offset < m_sql.size() ? m_sql[m_pos + offset] : QChar();
    }

    Token::Kind scan(bool& isTerminated)
    {
        const QChar c = at();
        if (isSpace(c)) {
            while (!atEnd() && isSpace(at()))
                ++m_pos;
            return Token::Kind::Whitespace;
        }
        if (c == u'-' && at(1) == u'-') {
            while (!atEnd() && at() != u'\n' && at() != u'\r')
                ++m_pos;
            return Token::Kind::Comment;
        }
        if (c == u'/' && at(1) == u'*') {
            isTerminated = blockComment();
            return Token::Kind::Comment;
        }
        if (c == u'\'') {
            isTerminated = quoted(u'\'', false);
            return Token::Kind::String;
        }
        if (c == u'"') {
            isTerminated = quoted(u'"', false);
            return Token::Kind::QuotedIdentifier;
        }
        if (c == u'$')
            return dollar(isTerminated);
        if (isWordStart(c))
            return word(isTerminated);
        if (isDigit(c) || (c == u'.' && isDigit(at(1)))) {
            number();
            return Token::Kind::Number;
        }
        ++m_pos;
        if (c == u';')
            return Token::Kind::Semicolon;
        return c == u'\\' ? Token::Kind::Backslash : Token::Kind::Symbol;
    }

    bool blockComment()
    {
        int depth = 0;
        while (!atEnd()) {
            if (at() == u'/' && at(1) == u'*') {
                ++depth;
                m_pos += 2;
            } else if (at() == u'*' && at(1) == u'/') {
                m_pos += 2;
                if (--depth == 0)
                    return true;
            } else {
                ++m_pos;
            }
        }
        return false;
    }

    bool quoted(QChar quote, bool backslashEscapes)
    {
        ++m_pos;
        while (!atEnd()) {
            const QChar c = at();
            if (backslashEscapes && c == u'\\') {
                m_pos += 2;
            } else if (c != quote) {
                ++m_pos;
            } else if (at(1) == quote) {
                m_pos += 2;
            } else {
                ++m_pos;
                if (!backslashEscapes || !skipToContinuation())
                    return true;
            }
        }
        m_pos = qMin(m_pos, m_sql.size());
        return false;
    }

    // E'a' <line break> 'b\'c' is one literal, and its second part still knows backslashes.
    bool skipToContinuation()
    {
        qsizetype pos = m_pos;
        bool lineBreak = false;
        while (pos < m_sql.size()) {
            if (isSpace(m_sql[pos])) {
                lineBreak = lineBreak || m_sql[pos] == u'\n' || m_sql[pos] == u'\r';
                ++pos;
            } else if (lineBreak && m_sql.mid(pos, 2) == "--"_L1) {
                while (pos < m_sql.size() && m_sql[pos] != u'\n' && m_sql[pos] != u'\r')
                    ++pos;
            } else {
                break;
            }
        }
        if (!lineBreak || pos >= m_sql.size() || m_sql[pos] != u'\'')
            return false;
        m_pos = pos + 1;
        return true;
    }

    Token::Kind dollar(bool& isTerminated)
    {
        if (isDigit(at(1))) {
            ++m_pos;
            while (isDigit(at()))
                ++m_pos;
            return Token::Kind::Parameter;
        }
        qsizetype end = m_pos + 1;
        while (end < m_sql.size() && (isWordStart(m_sql[end]) || isDigit(m_sql[end])))
            ++end;
        if (end >= m_sql.size() || m_sql[end] != u'$') {
            ++m_pos;
            return Token::Kind::Symbol;
        }
        const QStringView tag = m_sql.mid(m_pos, end + 1 - m_pos);
        const qsizetype close = m_sql.indexOf(tag, end + 1);
        isTerminated = close >= 0;
        m_pos = isTerminated ? close + tag.size() : m_sql.size();
        return Token::Kind::String;
    }

    Token::Kind word(bool& isTerminated)
    {
        const char16_t first = at().toLower().unicode();
        if (at(1) == u'\'' && (first == u'e' || first == u'b' || first == u'x' || first == u'n')) {
            ++m_pos;
            isTerminated = quoted(u'\'', first == u'e');
            return Token::Kind::String;
        }
        if (first == u'u' && at(1) == u'&' && (at(2) == u'\'' || at(2) == u'"')) {
            m_pos += 2;
            const QChar quote = at();
            isTerminated = quoted(quote, false);
            return quote == u'"' ? Token::Kind::QuotedIdentifier : Token::Kind::String;
        }
        while (!atEnd() && isWordPart(at()))
            ++m_pos;
        return Token::Kind::Word;
    }

    void number()
    {
        const bool isRadix = at() == u'0' && QStringView(u"xXoObB").contains(at(1));
        while (!atEnd()) {
            const QChar c = at();
            if (isDigit(c) || (isRadix && isWordStart(c)) || (c == u'_' && isDigit(at(1)))) {
                ++m_pos;
            } else if (c == u'.' && at(1) != u'.' && !isRadix) { // 1..10 is a range
                ++m_pos;
            } else if ((c == u'e' || c == u'E') &&
                       (isDigit(at(1)) || ((at(1) == u'+' || at(1) == u'-') && isDigit(at(2))))) {
                m_pos += 2;
            } else {
                break;
            }
        }
    }

    QStringView m_sql;
    qsizetype m_pos = 0;
};

QString sha256(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

QList<Token> tokenize(QStringView sql)
{
    QList<Token> tokens;
    tokens.reserve(sql.size() / 4);
    Scanner scanner(sql);
    while (!scanner.atEnd())
        tokens.append(scanner.next());
    return tokens;
}

QString exactHash(QStringView sql)
{
    QByteArray bytes;
    bytes.reserve(sql.size());
    qsizetype pendingLines = 0;
    QString text = sql.toString();
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    for (QStringView line : QStringView(text).split(u'\n')) {
        while (!line.isEmpty() && isSpace(line.back()))
            line.chop(1);
        if (line.isEmpty()) {
            ++pendingLines;
            continue;
        }
        bytes.append(pendingLines, '\n');
        bytes.append(line.toUtf8()).append('\n');
        pendingLines = 0;
    }
    return sha256(bytes);
}

QString meaningHash(QStringView sql)
{
    QByteArray bytes;
    bytes.reserve(sql.size());
    Token::Kind previous = Token::Kind::Whitespace;
    for (const Token& token : tokenize(sql)) {
        if (token.kind != Token::Kind::Whitespace && token.kind != Token::Kind::Comment) {
            // "< =" is not "<=": symbols that touch stay together, all else is set apart.
            if (token.kind != Token::Kind::Symbol || previous != Token::Kind::Symbol)
                bytes.append('\x1f');
            bytes.append(sql.mid(token.offset, token.length).toUtf8());
        }
        previous = token.kind;
    }
    return sha256(bytes);
}

} // namespace socrates::core
