// SPDX-License-Identifier: MIT
#include "core/sql/lexer.h"

#include <QCryptographicHash>

#include <algorithm>

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
        // The second dot of 1..10 begins no number.
        const bool isRange = m_pos > 0 && m_sql[m_pos - 1] == u'.';
        if (isDigit(c) || (c == u'.' && isDigit(at(1)) && !isRange)) {
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

void normalizeLineEnds(QString& text)
{
    if (text.contains(u'\r'))
        text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

void appendTrimmedLines(QString& target, QStringView lines)
{
    for (const QChar c : lines) {
        while (c == u'\n' && !target.isEmpty() && target.back() != u'\n' && isSpace(target.back()))
            target.chop(1);
        target += c;
    }
    while (!target.isEmpty() && target.back() != u'\n' && isSpace(target.back()))
        target.chop(1);
}

// PostgreSQL folds unquoted words; in UTF-8 only the letters of ASCII.
QByteArray foldedWord(QStringView word)
{
    QByteArray bytes = word.toUtf8();
    for (char& c : bytes) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return bytes;
}

/// How many symbols from tokens[first] on PostgreSQL reads as one operator (scan.l): "< =" is not
/// "<=", but "=-1" is "= -1", and parentheses and commas always stand alone.
qsizetype operatorLength(QStringView text, const QList<Token>& tokens, qsizetype first)
{
    constexpr QStringView operatorCharacters = u"~!@#^&|`?+-*/%<>=";
    constexpr QStringView anyEnd = u"~!@#^&|`?%";
    const qsizetype begin = tokens.at(first).offset;
    const QStringView pair = text.mid(begin, 2);
    const auto isSymbol = [&](qsizetype index) {
        return index < tokens.size() && tokens.at(index).kind == Token::Kind::Symbol;
    };
    if (isSymbol(first + 1) && (pair == u"::" || pair == u":=" || pair == u".."))
        return 2;
    qsizetype length = 0;
    while (isSymbol(first + length) && operatorCharacters.contains(text.at(begin + length)))
        ++length;
    // A + or - at the end belongs to the number behind it, unless the operator could not be SQL's.
    const auto isOpen = [&](QStringView op) {
        return std::any_of(op.begin(), op.end(), [&](QChar c) { return anyEnd.contains(c); });
    };
    while (length > 1 &&
           (text.at(begin + length - 1) == u'+' || text.at(begin + length - 1) == u'-') &&
           !isOpen(text.mid(begin, length - 1)))
        --length;
    return qMax<qsizetype>(length, 1);
}

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
    QString text = sql.toString();
    normalizeLineEnds(text);
    // Blanks at the end of a line are noise between tokens and data inside a literal.
    QString kept;
    kept.reserve(text.size());
    for (const Token& token : tokenize(text)) {
        const QStringView part = QStringView(text).mid(token.offset, token.length);
        if (token.kind == Token::Kind::Whitespace) {
            kept += QString(part.count(u'\n'), u'\n');
            kept += part.mid(part.lastIndexOf(u'\n') + 1);
        } else if (token.kind == Token::Kind::Comment) {
            appendTrimmedLines(kept, part);
        } else {
            kept += part;
        }
    }
    while (!kept.isEmpty() && isSpace(kept.back()))
        kept.chop(1);
    return sha256(kept.toUtf8());
}

QString meaningHash(QStringView sql)
{
    QString text = sql.toString();
    normalizeLineEnds(text);
    QByteArray bytes;
    bytes.reserve(text.size());
    const QList<Token> tokens = tokenize(text);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens.at(i);
        if (token.kind == Token::Kind::Whitespace || token.kind == Token::Kind::Comment)
            continue;
        QStringView part = QStringView(text).mid(token.offset, token.length);
        if (token.kind == Token::Kind::Symbol) {
            const qsizetype length = operatorLength(QStringView(text), tokens, i);
            part = QStringView(text).mid(token.offset, length);
            i += length - 1;
        }
        bytes.append('\x1f');
        bytes.append(token.kind == Token::Kind::Word ? foldedWord(part) : part.toUtf8());
    }
    return sha256(bytes);
}

} // namespace socrates::core
