// SPDX-License-Identifier: MIT
#include "core/schema/vieworder.h"

#include "core/sql/lexer.h"

#include <array>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

/// Words that end a list of tables.
constexpr std::array kEnds{"WHERE"_L1,  "GROUP"_L1, "HAVING"_L1,   "ORDER"_L1,     "LIMIT"_L1,
                           "OFFSET"_L1, "UNION"_L1, "EXCEPT"_L1,   "INTERSECT"_L1, "WINDOW"_L1,
                           "FETCH"_L1,  "FOR"_L1,   "RETURNING"_L1};

/// Walks over the tokens of a query with what is known of each parenthesis that is open.
class RelationFinder
{
public:
    explicit RelationFinder(const QString& query)
    {
        for (const Token& token : tokenize(query)) {
            if (token.kind != Token::Kind::Whitespace && token.kind != Token::Kind::Comment)
                m_tokens << std::pair(token.kind, query.mid(token.offset, token.length));
        }
    }

    QSet<RelationName> find()
    {
        for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
            const auto& [kind, text] = m_tokens.at(m_at);
            if (kind == Token::Kind::Symbol)
                takeSymbol(text);
            else if (kind == Token::Kind::Word && takeWord(text))
                continue;
            else if (kind == Token::Kind::Word || kind == Token::Kind::QuotedIdentifier)
                takeName();
        }
        return m_found;
    }

private:
    struct Level
    {
        bool isQuery = false;    ///< SELECT was seen: its FROM names tables, that of extract() none
        bool isInList = false;   ///< between FROM and what ends it
        bool isExpected = false; ///< a table is named next
        bool isWith = false;     ///< WITH queries are named
        bool isRecursive = false;
        QString named;         ///< the WITH query that stands in this parenthesis
        QSet<QString> queries; ///< names of WITH queries that can be read from
    };

    void takeSymbol(const QString& text)
    {
        Level& level = m_levels.last();
        if (text == "("_L1) {
            const bool isJoin = level.isExpected;
            level.isExpected = false;
            Level inner{.isInList = isJoin, .isExpected = isJoin};
            if (m_at == m_bodyAt)
                inner.named = m_bodyOf;
            m_levels << inner;
        } else if (text == ")"_L1 && m_levels.size() > 1) {
            const QString named = m_levels.takeLast().named;
            if (!named.isEmpty())
                m_levels.last().queries.insert(named);
        } else if (text == ","_L1) {
            level.isExpected = level.isInList;
        }
    }

    /// Whether it was a key word.
    bool takeWord(const QString& text)
    {
        Level& level = m_levels.last();
        const QString word = text.toUpper();
        if (word == "SELECT"_L1) {
            level.isQuery = true;
            level.isInList = level.isExpected = level.isWith = false;
        } else if (word == "WITH"_L1 && !level.isQuery)
            level.isWith = true;
        else if (word == "RECURSIVE"_L1 && level.isWith)
            level.isRecursive = true;
        else if (word == "FROM"_L1 && level.isQuery)
            level.isInList = level.isExpected = true;
        else if (word == "JOIN"_L1 && level.isInList)
            level.isExpected = true;
        else if (level.isInList && std::find(kEnds.begin(), kEnds.end(), word) != kEnds.end())
            level.isInList = level.isExpected = false;
        else
            return level.isExpected && (word == "ONLY"_L1 || word == "LATERAL"_L1);
        return true;
    }

    void takeName()
    {
        Level& level = m_levels.last();
        if (level.isWith)
            takeQueryName();
        if (!level.isExpected)
            return;
        level.isExpected = false;
        QString schema = u"public"_s;
        QString name = nameAt(m_at);
        const bool isQualified = symbolAt(m_at + 1) == "."_L1;
        if (isQualified) {
            schema = name;
            m_at += 2;
            name = nameAt(m_at);
        }
        const bool isRelation = symbolAt(m_at + 1) != "("_L1; // a function's rows otherwise
        const bool isOfQuery =
            !isQualified && std::any_of(m_levels.cbegin(), m_levels.cend(), [&](const Level& each) {
                return each.queries.contains(name);
            });
        if (isRelation && !isOfQuery)
            m_found.insert({schema, name});
    }

    /// "name (columns) AS NOT MATERIALIZED (": it names the query there once that is over, and a
    /// recursive one within it, too.
    void takeQueryName()
    {
        qsizetype at = m_at + 1;
        if (symbolAt(at) == "("_L1) {
            while (at < m_tokens.size() && symbolAt(at) != ")"_L1)
                ++at;
            ++at;
        }
        bool isNamed = false;
        for (; at < m_tokens.size() && m_tokens.at(at).first == Token::Kind::Word; ++at) {
            const QString word = m_tokens.at(at).second.toUpper();
            if (word == "AS"_L1)
                isNamed = true;
            else if (word != "NOT"_L1 && word != "MATERIALIZED"_L1)
                return;
        }
        if (!isNamed || symbolAt(at) != "("_L1)
            return;
        m_bodyAt = at;
        m_bodyOf = nameAt(m_at);
        if (m_levels.last().isRecursive)
            m_levels.last().queries.insert(m_bodyOf);
    }

    QString nameAt(qsizetype at) const
    {
        if (at >= m_tokens.size())
            return {};
        const auto& [kind, text] = m_tokens.at(at);
        return kind == Token::Kind::QuotedIdentifier
                   ? text.mid(1, text.size() - 2).replace(u"\"\""_s, u"\""_s)
                   : text;
    }
    QString symbolAt(qsizetype at) const
    {
        return at < m_tokens.size() && m_tokens.at(at).first == Token::Kind::Symbol
                   ? m_tokens.at(at).second
                   : QString();
    }

    QList<std::pair<Token::Kind, QString>> m_tokens;
    QList<Level> m_levels{Level()};
    QSet<RelationName> m_found;
    qsizetype m_at = 0;
    qsizetype m_bodyAt = -1; ///< where the parenthesis of the WITH query opens that was named last
    QString m_bodyOf;
};

} // namespace

QSet<RelationName> relationsIn(const QString& query)
{
    return RelationFinder(query).find();
}

ViewOrder::ViewOrder(const Schema& schema)
{
    for (const Kind kind : {Kind::View, Kind::MaterializedView}) {
        for (const SchemaObject& view : schema.ofKind(kind)) {
            const QSet<RelationName> relations = relationsIn(view.definition);
            for (const RelationName& relation : relations) {
                if (relation != RelationName(view.schema, view.name))
                    m_users[relation] << keyOf(view);
            }
            m_nodes.insert({view.schema, view.name}, {relations});
        }
    }
}

int ViewOrder::depthOf(const Schema::Key& view) const
{
    const auto node = m_nodes.constFind({view.schema, view.name});
    return node == m_nodes.cend() ? 0 : depthOf(*node);
}

int ViewOrder::depthOf(const Node& node) const
{
    if (node.depth >= 0 || node.isBeingAsked)
        return qMax(0, node.depth);
    node.isBeingAsked = true;
    int depth = 0;
    for (const RelationName& relation : node.relations) {
        const auto under = m_nodes.constFind(relation);
        if (under != m_nodes.cend() && &*under != &node)
            depth = qMax(depth, 1 + depthOf(*under));
    }
    node.depth = depth;
    return depth;
}

QSet<RelationName> ViewOrder::relationsOf(const Schema::Key& view) const
{
    return m_nodes.value({view.schema, view.name}).relations;
}

} // namespace socrates::core
