// SPDX-License-Identifier: MIT
#pragma once

#include "core/sql/lexer.h"

#include <QString>
#include <QStringView>

#include <initializer_list>

namespace socrates::core {

/// The words and symbols of a text, comments and white space gone, looked up by phrase. Key words
/// in phrases are written in upper case, one space between words and symbols: "ALTER TABLE (".
class Phrases
{
public:
    /// Items [begin, end) of the statement.
    struct Range
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    /// `text` must outlive the object.
    explicit Phrases(QStringView text);

    qsizetype size() const { return m_items.size(); }
    Range all() const { return {0, size()}; }
    bool hasBackslash() const { return m_hasBackslash; }

    /// Upper-case word, or the symbol; empty for strings, numbers, quoted identifiers, and beyond
    /// the ends.
    const QString& key(qsizetype index) const;
    /// The item as an identifier: folded or unquoted; empty for what cannot be one.
    QString name(qsizetype index) const;
    /// Last part of the possibly qualified name at `index`; nameEnd is the item behind it.
    QString objectAt(qsizetype index) const;
    qsizetype nameEnd(qsizetype index) const;
    /// The value of a string constant, dollar-quoted or not; empty for anything else. Escapes stay.
    QStringView stringAt(qsizetype index) const;

    bool matches(qsizetype index, QLatin1StringView phrase) const;
    bool startsWith(QLatin1StringView phrase) const { return matches(0, phrase); }
    qsizetype find(QLatin1StringView phrase, qsizetype from = 0) const;
    bool has(QLatin1StringView phrase) const { return find(phrase) >= 0; }
    bool has(QLatin1StringView phrase, Range range) const;
    bool hasAny(std::initializer_list<QLatin1StringView> phrases) const;
    bool hasAny(std::initializer_list<QLatin1StringView> phrases, Range range) const;

    /// The first item behind the parenthesis that opens at `index`, or `index` when none does.
    qsizetype behindParentheses(qsizetype index) const;
    /// What commas outside parentheses set apart, from `index` to the end.
    QList<Range> listFrom(qsizetype index) const;

private:
    struct Item
    {
        QString key;
        QStringView text;
        Token::Kind kind;
    };
    QList<Item> m_items;
    bool m_hasBackslash = false;
};

} // namespace socrates::core
