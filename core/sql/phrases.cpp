// SPDX-License-Identifier: MIT
#include "core/sql/phrases.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

// As the server folds in UTF-8: the letters of ASCII only.
QString folded(QStringView word, char16_t first, char16_t last, int distance)
{
    QString result = word.toString();
    for (QChar& c : result) {
        if (c >= first && c <= last)
            c = QChar(char16_t(c.unicode() + distance));
    }
    return result;
}

QString upperCase(QStringView word)
{
    return folded(word, u'a', u'z', 'A' - 'a');
}

QString lowerCase(QStringView word)
{
    return folded(word, u'A', u'Z', 'a' - 'A');
}

} // namespace

Phrases::Phrases(QStringView text)
{
    const QList<Token> tokens = tokenize(text);
    m_items.reserve(tokens.size());
    for (const Token& token : tokens) {
        const QStringView part = text.mid(token.offset, token.length);
        switch (token.kind) {
        case Token::Kind::Whitespace:
        case Token::Kind::Comment:
            break;
        case Token::Kind::Backslash:
            m_hasBackslash = true;
            break;
        case Token::Kind::Word:
            m_items.append({upperCase(part), part, token.kind});
            break;
        case Token::Kind::Symbol:
        case Token::Kind::Semicolon:
            m_items.append({part.toString(), part, token.kind});
            break;
        default:
            m_items.append({{}, part, token.kind});
        }
    }
    while (!m_items.isEmpty() && m_items.constLast().kind == Token::Kind::Semicolon)
        m_items.removeLast();
}

const QString& Phrases::key(qsizetype index) const
{
    static const QString none;
    return index >= 0 && index < m_items.size() ? m_items[index].key : none;
}

QString Phrases::name(qsizetype index) const
{
    if (index < 0 || index >= m_items.size())
        return {};
    const QStringView text = m_items[index].text;
    if (m_items[index].kind == Token::Kind::Word)
        return lowerCase(text);
    if (m_items[index].kind != Token::Kind::QuotedIdentifier || text.size() < 2 ||
        text.front() != u'"')
        return {};
    return text.mid(1, text.size() - 2).toString().replace("\"\""_L1, "\""_L1);
}

qsizetype Phrases::nameEnd(qsizetype index) const
{
    if (name(index).isEmpty())
        return index;
    while (key(index + 1) == u"." && !name(index + 2).isEmpty())
        index += 2;
    return index + 1;
}

QString Phrases::objectAt(qsizetype index) const
{
    const qsizetype end = nameEnd(index);
    return end > index ? name(end - 1) : QString();
}

QStringView Phrases::stringAt(qsizetype index) const
{
    if (index < 0 || index >= m_items.size() || m_items[index].kind != Token::Kind::String)
        return {};
    const QStringView text = m_items[index].text;
    const qsizetype quote = text.indexOf(u'\'');
    const qsizetype tag = text.front() == u'$' ? text.indexOf(u'$', 1) + 1 : quote + 1;
    const qsizetype closing = text.front() == u'$' ? tag : 1;
    // A string that never ends has no closing tag.
    return text.mid(tag, qMax<qsizetype>(0, text.size() - tag - closing));
}

bool Phrases::matches(qsizetype index, QLatin1StringView phrase) const
{
    // Asked some fifty times per statement: no lists, no copies.
    qsizetype begin = 0;
    while (begin < phrase.size()) {
        qsizetype end = begin;
        while (end < phrase.size() && phrase[end] != QLatin1Char(' '))
            ++end;
        if (key(index++) != phrase.mid(begin, end - begin))
            return false;
        begin = end + 1;
    }
    return true;
}

qsizetype Phrases::find(QLatin1StringView phrase, qsizetype from) const
{
    for (qsizetype i = from; i < size(); ++i) {
        if (matches(i, phrase))
            return i;
    }
    return -1;
}

bool Phrases::has(QLatin1StringView phrase, Range range) const
{
    const qsizetype found = find(phrase, range.begin);
    return found >= 0 && found < range.end;
}

bool Phrases::hasAny(std::initializer_list<QLatin1StringView> phrases) const
{
    return hasAny(phrases, all());
}

bool Phrases::hasAny(std::initializer_list<QLatin1StringView> phrases, Range range) const
{
    return std::any_of(phrases.begin(), phrases.end(), [&](auto p) { return has(p, range); });
}

qsizetype Phrases::behindParentheses(qsizetype index) const
{
    int depth = 0;
    for (qsizetype i = index; i < size(); ++i) {
        if (key(i) == u"(")
            ++depth;
        else if (key(i) == u")")
            --depth;
        if (depth <= 0)
            return i == index ? index : i + 1;
    }
    return depth > 0 ? size() : index;
}

QList<Phrases::Range> Phrases::listFrom(qsizetype index) const
{
    QList<Range> result;
    Range current{index, index};
    while (current.end < size()) {
        if (key(current.end) == u",") {
            result << current;
            current = {current.end + 1, current.end + 1};
            continue;
        }
        const qsizetype behind = behindParentheses(current.end);
        current.end = behind > current.end ? behind : current.end + 1;
    }
    if (current.end > current.begin)
        result << current;
    return result;
}

} // namespace socrates::core
