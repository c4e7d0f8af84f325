// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace socrates::core {

/// A token of PostgreSQL's lexical structure (documentation, "Lexical Structure").
struct Token
{
    enum class Kind {
        Word,             ///< unquoted identifier or key word
        QuotedIdentifier, ///< "..." or U&"..."
        String,           ///< '...', E'...', U&'...', B'...', X'...', N'...', $tag$...$tag$
        Number,
        Parameter, ///< $1
        Semicolon,
        Symbol,  ///< any operator or punctuation character
        Comment, ///< -- to the end of line, or nested /* */
        Whitespace,
        Backslash, ///< a psql meta-command would start here; SQL has no such token
    };
    Kind kind = Kind::Whitespace;
    qsizetype offset = 0; ///< UTF-16 units from the start of the text
    qsizetype length = 0;
    bool isTerminated = true; ///< false: a string, quoted identifier or comment that never ends

    qsizetype end() const { return offset + length; }
};

/// All tokens of a text, gap-free: concatenated they are the text. Never fails; what is not SQL
/// comes back as Symbol or Backslash and is for the server to judge.
QList<Token> tokenize(QStringView sql);

/// SHA-256 in hex over the text with LF line ends and without blanks and lines at the end. What
/// stands inside a literal counts to the last blank.
QString exactHash(QStringView sql);
/// SHA-256 in hex over the tokens without comments and white space, unquoted words folded: equal
/// for cosmetic edits. Texts with the same exact hash have the same meaning hash.
QString meaningHash(QStringView sql);

} // namespace socrates::core
