// SPDX-License-Identifier: MIT
#include "core/sql/splitter.h"

#include "core/sql/lexer.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// Line and column (code points) while walking forward through a text.
struct Cursor
{
    int line = 1;
    int column = 1;

    void advance(QStringView text)
    {
        for (const QChar c : text) {
            if (c == u'\n') {
                ++line;
                column = 1;
            } else if (!c.isLowSurrogate()) {
                ++column;
            }
        }
    }
};

/// Knows, token by token, whether a semicolon would end the statement.
class StatementState
{
public:
    void add(const Token& token, QStringView text)
    {
        ++m_count;
        if (token.kind == Token::Kind::Word)
            addWord(text);
        else if (token.kind == Token::Kind::Symbol && text == u'(')
            ++m_parentheses;
        else if (token.kind == Token::Kind::Symbol && text == u')' && m_parentheses > 0)
            --m_parentheses;
        m_last = token.kind == Token::Kind::Word ? text : QStringView();
        m_afterSemicolon = token.kind == Token::Kind::Semicolon;
    }

    bool endsAtSemicolon() const { return m_parentheses == 0 && !m_inBody; }

private:
    static bool is(QStringView word, QLatin1StringView keyword)
    {
        return word.compare(keyword, Qt::CaseInsensitive) == 0;
    }

    void addWord(QStringView word)
    {
        // CREATE [OR REPLACE] FUNCTION | PROCEDURE
        if (m_count == 1)
            m_isCreate = is(word, "create"_L1);
        else if (m_isCreate && (m_count == 2 || m_count == 4) &&
                 (is(word, "function"_L1) || is(word, "procedure"_L1)))
            m_isRoutine = true;

        if (m_isRoutine && !m_inBody && is(word, "atomic"_L1) && is(m_last, "begin"_L1)) {
            m_inBody = true;
        } else if (m_inBody && is(word, "end"_L1) &&
                   (m_afterSemicolon || is(m_last, "atomic"_L1))) {
            // In a body every statement ends with a semicolon, so the END of a CASE (or a column
            // called "end") never follows one, and the END of the body always does.
            m_inBody = false;
        }
    }

    int m_count = 0;
    int m_parentheses = 0;
    bool m_isCreate = false;
    bool m_isRoutine = false;
    bool m_inBody = false;
    bool m_afterSemicolon = false;
    QStringView m_last;
};

} // namespace

Statement::Place Statement::placeOf(int position) const
{
    qsizetype units = 0;
    for (int left = position - 1; left > 0 && units < text.size(); --left)
        units += text.at(units).isHighSurrogate() && units + 1 < text.size() ? 2 : 1;
    Cursor cursor{line, column};
    cursor.advance(QStringView(text).first(units));
    return {cursor.line, cursor.column};
}

QList<Statement> splitStatements(QStringView sql, int firstLine)
{
    QList<Statement> statements;
    Cursor cursor{firstLine, 1};
    qsizetype cursorOffset = 0;
    qsizetype begin = -1;
    qsizetype end = 0;
    StatementState state;

    const auto finish = [&] {
        if (begin >= 0) {
            cursor.advance(sql.mid(cursorOffset, begin - cursorOffset));
            cursorOffset = begin;
            statements.append({sql.mid(begin, end - begin).toString(), cursor.line, cursor.column});
        }
        begin = -1;
        state = {};
    };
    for (const Token& token : tokenize(sql)) {
        if (token.kind == Token::Kind::Whitespace || token.kind == Token::Kind::Comment)
            continue;
        if (token.kind == Token::Kind::Semicolon && state.endsAtSemicolon()) {
            finish();
            continue;
        }
        if (begin < 0)
            begin = token.offset;
        end = token.end();
        state.add(token, sql.mid(token.offset, token.length));
    }
    finish();
    return statements;
}

} // namespace socrates::core
