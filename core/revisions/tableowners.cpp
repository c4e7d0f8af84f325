// SPDX-License-Identifier: MIT
#include "core/revisions/tableowners.h"

#include "core/sql/lexer.h"

#include <QSet>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The words and names of a statement, names without their quotes, symbols as they are.
struct Lexeme
{
    QString text;
    bool isWord = false;
    bool is(QLatin1StringView word) const
    {
        return isWord && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

QList<Lexeme> lexemes(const QString& sql)
{
    QList<Lexeme> result;
    for (const Token& token : tokenize(sql)) {
        const QString text = sql.mid(token.offset, token.length);
        switch (token.kind) {
        case Token::Kind::Word:
            result << Lexeme{text.toLower(), true};
            break;
        case Token::Kind::QuotedIdentifier:
            result << Lexeme{text.mid(1, text.size() - 2).replace(u"\"\""_s, u"\""_s), false};
            break;
        case Token::Kind::Whitespace:
        case Token::Kind::Comment:
            break;
        default:
            result << Lexeme{text, false};
        }
    }
    return result;
}

/// The unqualified name that begins at `at`, past IF [NOT] EXISTS and ONLY.
QString nameAt(const QList<Lexeme>& words, qsizetype at)
{
    while (at < words.size() && (words.at(at).is("if"_L1) || words.at(at).is("not"_L1) ||
                                 words.at(at).is("exists"_L1) || words.at(at).is("only"_L1)))
        ++at;
    while (at + 2 < words.size() && words.at(at + 1).text == "."_L1)
        at += 2;
    return at < words.size() ? words.at(at).text : QString();
}

/// The table that a statement makes, by CREATE TABLE or ALTER TABLE ... RENAME TO; else empty.
QString tableMadeBy(const QString& sql)
{
    // The name of a table comes first; what it holds may be long.
    constexpr qsizetype kEnough = 1000;
    const bool isMaking = sql.startsWith("create"_L1, Qt::CaseInsensitive);
    if (!isMaking && !sql.startsWith("alter"_L1, Qt::CaseInsensitive))
        return {};
    const QList<Lexeme> words = lexemes(isMaking ? sql.left(kEnough) : sql);
    qsizetype at = 1;
    if (words.size() < 3)
        return {};
    if (words.first().is("create"_L1)) {
        if (words.at(at).is("unlogged"_L1) || words.at(at).is("foreign"_L1))
            ++at;
        return words.at(at).is("table"_L1) ? nameAt(words, at + 1) : QString();
    }
    if (!words.first().is("alter"_L1) || !words.at(1).is("table"_L1))
        return {};
    for (; at + 2 < words.size(); ++at) {
        if (words.at(at).is("rename"_L1) && words.at(at + 1).is("to"_L1))
            return words.at(at + 2).text;
    }
    return {};
}

QSet<QString> tablesOf(const RevisionGraph& graph)
{
    QSet<QString> tables;
    for (const RevisionPtr& revision : graph.revisions())
        tables += tablesMadeBy(*revision);
    return tables;
}

} // namespace

QSet<QString> tablesMadeBy(const Revision& revision)
{
    QSet<QString> tables;
    for (const Statement& statement : revision.up.statements) {
        const QString table = tableMadeBy(statement.text);
        if (!table.isEmpty())
            tables.insert(table);
    }
    return tables;
}

QMap<QString, DatabaseName> tableOwners(const QList<ProjectDatabase>& databases)
{
    QMap<QString, DatabaseName> owners;
    QSet<QString> ambiguous;
    for (const ProjectDatabase& database : databases) {
        for (const QString& table : tablesOf(database.graph)) {
            if (owners.contains(table))
                ambiguous.insert(table); // in several databases: it is at home in each
            owners.insert(table, database.name);
        }
    }
    for (const QString& table : std::as_const(ambiguous))
        owners.remove(table);
    return owners;
}

} // namespace socrates::core
