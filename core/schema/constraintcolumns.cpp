// SPDX-License-Identifier: MIT
#include "core/schema/constraintcolumns.h"

#include "core/sql/lexer.h"

#include <array>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

struct Piece
{
    QString text;
    bool isName = false;
};

QList<Piece> pieces(const QString& definition)
{
    QList<Piece> result;
    for (const Token& token : tokenize(definition)) {
        const QString text = definition.mid(token.offset, token.length);
        if (token.kind == Token::Kind::Whitespace || token.kind == Token::Kind::Comment)
            continue;
        if (token.kind == Token::Kind::QuotedIdentifier)
            result << Piece{text.mid(1, text.size() - 2).replace(u"\"\""_s, u"\""_s), true};
        else
            result << Piece{text, token.kind == Token::Kind::Word};
    }
    return result;
}

/// The names in the parentheses that open at or after `at`, which moves behind them. What is more
/// than a name (an expression) is none.
QStringList namesInParentheses(const QList<Piece>& all, qsizetype& at)
{
    QStringList names;
    while (at < all.size() && all.at(at).text != "("_L1)
        ++at;
    int depth = 0;
    bool isFirst = false;
    for (; at < all.size(); ++at) {
        const Piece& piece = all.at(at);
        if (piece.text == "("_L1 && !piece.isName) {
            // A name before it was a function's.
            if (depth == 1 && !isFirst && !names.isEmpty())
                names.removeLast();
            isFirst = ++depth == 1;
        } else if (piece.text == ")"_L1 && !piece.isName) {
            if (--depth == 0) {
                ++at;
                break;
            }
        } else if (piece.text == ","_L1) {
            isFirst = depth == 1;
        } else if (isFirst) {
            if (piece.isName)
                names << piece.text;
            isFirst = false;
        }
    }
    return names;
}

/// Where the type ends: at the first of these words.
constexpr std::array kTypeEnds{
    " not null"_L1, " default "_L1, " generated "_L1,  " collate "_L1,
    " storage "_L1, " with ("_L1,   " statistics "_L1, " compression "_L1,
};

} // namespace

ConstraintColumns constraintColumns(const QString& definition)
{
    const QList<Piece> all = pieces(definition);
    ConstraintColumns result;
    qsizetype at = 0;
    result.columns = namesInParentheses(all, at);
    if (at >= all.size() || all.at(at).text != "REFERENCES"_L1)
        return result;
    if (++at >= all.size())
        return result;
    result.otherTable = all.at(at++).text;
    if (at + 1 < all.size() && all.at(at).text == "."_L1) {
        result.otherSchema = result.otherTable;
        result.otherTable = all.at(at + 1).text;
        at += 2;
    }
    result.otherColumns = namesInParentheses(all, at);
    return result;
}

QString columnType(const QString& definition)
{
    QString type = definition;
    for (const QLatin1StringView end : kTypeEnds) {
        const qsizetype found = type.indexOf(end);
        if (found > 0)
            type.truncate(found);
    }
    const auto shorten = [&type](QLatin1StringView full, QLatin1StringView common) {
        if (type.startsWith(full))
            type.replace(0, full.size(), common);
    };
    shorten("character varying"_L1, "varchar"_L1);
    shorten("character("_L1, "char("_L1);
    shorten("double precision"_L1, "float8"_L1);
    for (const QLatin1StringView base : {"timestamp"_L1, "time"_L1}) {
        if (!type.startsWith(base))
            continue;
        if (type.contains(" with time zone"_L1))
            type.remove(" with time zone"_L1).insert(base.size(), "tz"_L1);
        type.remove(" without time zone"_L1);
        break;
    }
    return type;
}

} // namespace socrates::core
