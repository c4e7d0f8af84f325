// SPDX-License-Identifier: MIT
#include "core/sql/statementkind.h"

#include "core/sql/lexer.h"

#include <QSet>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// A statement as words and symbols, comments and white space gone. Key words in upper case.
struct Item
{
    QString key;  ///< upper-case word, or the symbol; empty for strings and quoted identifiers
    QString name; ///< as an identifier: folded or unquoted; empty for what cannot be one
    QStringView text;
};

QString identifierOf(const Token& token, QStringView text)
{
    if (token.kind == Token::Kind::Word)
        return text.toString().toLower();
    if (token.kind != Token::Kind::QuotedIdentifier || text.size() < 2 || text.front() != u'"')
        return {};
    return text.mid(1, text.size() - 2).toString().replace("\"\""_L1, "\""_L1);
}

QList<Item> itemsOf(QStringView sql, bool& hasBackslash)
{
    QList<Item> items;
    for (const Token& token : tokenize(sql)) {
        const QStringView text = sql.mid(token.offset, token.length);
        switch (token.kind) {
        case Token::Kind::Whitespace:
        case Token::Kind::Comment:
            break;
        case Token::Kind::Backslash:
            hasBackslash = true;
            break;
        case Token::Kind::Word:
            items.append({text.toString().toUpper(), identifierOf(token, text), text});
            break;
        case Token::Kind::QuotedIdentifier:
            items.append({{}, identifierOf(token, text), text});
            break;
        case Token::Kind::Symbol:
        case Token::Kind::Semicolon:
            items.append({text.toString(), {}, text});
            break;
        default:
            items.append({{}, {}, text});
        }
    }
    return items;
}

/// What the statement's words say, looked up by phrase.
class Phrases
{
public:
    explicit Phrases(const QList<Item>& items) : m_items(items) {}

    qsizetype size() const { return m_items.size(); }
    const QString& key(qsizetype index) const
    {
        static const QString none;
        return index >= 0 && index < m_items.size() ? m_items[index].key : none;
    }
    QString name(qsizetype index) const
    {
        return index >= 0 && index < m_items.size() ? m_items[index].name : QString();
    }
    QStringView text(qsizetype index) const { return m_items[index].text; }

    bool matches(qsizetype index, QLatin1StringView phrase) const
    {
        for (const QLatin1StringView word : phrase.tokenize(" "_L1)) {
            if (key(index++) != word)
                return false;
        }
        return true;
    }
    bool startsWith(QLatin1StringView phrase) const { return matches(0, phrase); }
    qsizetype find(QLatin1StringView phrase, qsizetype from = 0) const
    {
        for (qsizetype i = from; i < size(); ++i) {
            if (matches(i, phrase))
                return i;
        }
        return -1;
    }
    bool has(QLatin1StringView phrase) const { return find(phrase) >= 0; }
    /// One of the words stands anywhere.
    bool hasAny(std::initializer_list<QLatin1StringView> phrases) const
    {
        return std::any_of(phrases.begin(), phrases.end(), [&](auto p) { return has(p); });
    }

    /// Last part of the possibly qualified name at `index`.
    QString objectAt(qsizetype index) const
    {
        QString result = name(index);
        while (!result.isEmpty() && key(index + 1) == u"." && !name(index + 2).isEmpty()) {
            index += 2;
            result = name(index);
        }
        return result;
    }

private:
    const QList<Item>& m_items;
};

const QLatin1StringView kObjectKinds[] = {
    "UNIQUE INDEX"_L1,
    "INDEX"_L1,
    "TABLE"_L1,
    "MATERIALIZED VIEW"_L1,
    "RECURSIVE VIEW"_L1,
    "VIEW"_L1,
    "FOREIGN TABLE"_L1,
    "FOREIGN DATA WRAPPER"_L1,
    "EVENT TRIGGER"_L1,
    "CONSTRAINT TRIGGER"_L1,
    "TRIGGER"_L1,
    "TEXT SEARCH CONFIGURATION"_L1,
    "TEXT SEARCH DICTIONARY"_L1,
    "TEXT SEARCH PARSER"_L1,
    "TEXT SEARCH TEMPLATE"_L1,
    "ACCESS METHOD"_L1,
    "USER MAPPING"_L1,
    "OPERATOR CLASS"_L1,
    "OPERATOR FAMILY"_L1,
    "OPERATOR"_L1,
    "DEFAULT PRIVILEGES"_L1,
    "LARGE OBJECT"_L1,
    "SEQUENCE"_L1,
    "SCHEMA"_L1,
    "DATABASE"_L1,
    "TABLESPACE"_L1,
    "TYPE"_L1,
    "DOMAIN"_L1,
    "FUNCTION"_L1,
    "PROCEDURE"_L1,
    "ROUTINE"_L1,
    "AGGREGATE"_L1,
    "EXTENSION"_L1,
    "POLICY"_L1,
    "RULE"_L1,
    "ROLE"_L1,
    "USER"_L1,
    "GROUP"_L1,
    "SERVER"_L1,
    "PUBLICATION"_L1,
    "SUBSCRIPTION"_L1,
    "STATISTICS"_L1,
    "COLLATION"_L1,
    "CONVERSION"_L1,
    "CAST"_L1,
    "TRANSFORM"_L1,
    "LANGUAGE"_L1,
    "SYSTEM"_L1,
    "COLUMN"_L1,
    "CONSTRAINT"_L1,
    "OWNED"_L1,
};

// Words between CREATE and the kind of object, or between the kind and the name.
bool isFiller(const QString& key)
{
    static const QSet<QString> fillers{u"OR"_s,      u"REPLACE"_s,   u"GLOBAL"_s,       u"LOCAL"_s,
                                       u"TEMP"_s,    u"TEMPORARY"_s, u"UNLOGGED"_s,     u"IF"_s,
                                       u"NOT"_s,     u"EXISTS"_s,    u"CONCURRENTLY"_s, u"ONLY"_s,
                                       u"TRUSTED"_s, u"PROCEDURAL"_s};
    return fillers.contains(key);
}

/// verb and object of "CREATE [fillers] KIND [fillers] name" and its like.
void readObjectStatement(const Phrases& words, qsizetype at, StatementTraits& traits)
{
    while (isFiller(words.key(at)))
        ++at;
    for (const QLatin1StringView kind : kObjectKinds) {
        if (!words.matches(at, kind))
            continue;
        traits.verb += u' ' + kind;
        at += std::count(kind.begin(), kind.end(), ' ') + 1;
        while (isFiller(words.key(at)))
            ++at;
        // CREATE INDEX ON t: the server chooses the name.
        if (!kind.endsWith("INDEX"_L1) || words.key(at) != u"ON")
            traits.object = words.objectAt(at);
        return;
    }
}

void readVerb(const Phrases& words, StatementTraits& traits)
{
    traits.verb = words.key(0);
    qsizetype at = 1;
    if (traits.verb == u"CREATE" || traits.verb == u"ALTER" || traits.verb == u"DROP") {
        readObjectStatement(words, at, traits);
    } else if (traits.verb == u"COMMENT" && words.key(1) == u"ON") {
        traits.verb = u"COMMENT ON"_s;
        readObjectStatement(words, 2, traits);
    } else if (traits.verb == u"REFRESH") {
        readObjectStatement(words, at, traits);
    } else if (traits.verb == u"INSERT" || traits.verb == u"DELETE" || traits.verb == u"MERGE") {
        traits.verb += u' ' + words.key(at);
        at += words.key(at + 1) == u"ONLY" ? 2 : 1;
        traits.object = words.objectAt(at);
    } else if (traits.verb == u"UPDATE" || traits.verb == u"TRUNCATE" || traits.verb == u"LOCK" ||
               traits.verb == u"COPY") {
        while (words.key(at) == u"TABLE" || words.key(at) == u"ONLY")
            ++at;
        traits.object = words.objectAt(at);
    }
}

bool isTransactionControl(const Phrases& words)
{
    static const QSet<QString> verbs{u"BEGIN"_s,    u"START"_s, u"COMMIT"_s,    u"END"_s,
                                     u"ROLLBACK"_s, u"ABORT"_s, u"SAVEPOINT"_s, u"RELEASE"_s};
    return verbs.contains(words.key(0)) || words.startsWith("PREPARE TRANSACTION"_L1) ||
           words.startsWith("SET TRANSACTION"_L1) ||
           words.startsWith("SET SESSION CHARACTERISTICS"_L1);
}

bool isCopyWithDataChannel(const Phrases& words)
{
    return words.key(0) == u"COPY" &&
           words.hasAny({"FROM STDIN"_L1, "FROM STDOUT"_L1, "TO STDOUT"_L1, "TO STDIN"_L1});
}

// PostgreSQL answers these with 25001 inside a transaction block.
bool needsNoTransaction(const Phrases& words)
{
    const auto starts = [&](auto... phrases) { return (words.startsWith(phrases) || ...); };
    if (starts("VACUUM"_L1, "CREATE DATABASE"_L1, "DROP DATABASE"_L1, "CREATE TABLESPACE"_L1,
               "DROP TABLESPACE"_L1, "ALTER SYSTEM"_L1, "DISCARD ALL"_L1))
        return true;
    if (starts("CREATE INDEX CONCURRENTLY"_L1, "CREATE UNIQUE INDEX CONCURRENTLY"_L1,
               "DROP INDEX CONCURRENTLY"_L1))
        return true;
    if (starts("REINDEX"_L1)) {
        return words.hasAny({"CONCURRENTLY"_L1, "DATABASE"_L1, "SCHEMA"_L1, "SYSTEM"_L1});
    }
    if (starts("CLUSTER"_L1)) // without a table: all of them
        return words.size() == 1 || (words.key(1) == u"VERBOSE" && words.size() == 2) ||
               (words.key(1) == u"(" && words.key(words.size() - 1) == u")");
    if (starts("ALTER DATABASE"_L1))
        return words.has("SET TABLESPACE"_L1);
    if (starts("CREATE SUBSCRIPTION"_L1)) {
        for (const QLatin1StringView option : {"CREATE_SLOT = FALSE"_L1, "CONNECT = FALSE"_L1}) {
            if (words.has(option))
                return false;
        }
        return true;
    }
    if (starts("ALTER TABLE"_L1)) {
        const qsizetype detach = words.find("DETACH PARTITION"_L1);
        return detach >= 0 && words.find("CONCURRENTLY"_L1, detach) >= 0;
    }
    return false;
}

constexpr auto kVersionTable = "alembic_version"_L1;

bool isVersionTableAt(const Phrases& words, qsizetype at)
{
    while (words.key(at) == u"TABLE" || words.key(at) == u"ONLY")
        ++at;
    return words.objectAt(at) == kVersionTable;
}

// Reading it is nobody's harm; writing it, or changing what it is, would break the bookkeeping.
bool touchesVersionTable(const Phrases& words, const StatementTraits& traits)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if ((words.matches(i, "INSERT INTO"_L1) || words.matches(i, "DELETE FROM"_L1) ||
             words.matches(i, "MERGE INTO"_L1) || words.matches(i, "RENAME TO"_L1)) &&
            isVersionTableAt(words, i + 2))
            return true;
        if (words.key(i) == u"UPDATE" && isVersionTableAt(words, i + 1))
            return true;
    }
    static const QSet<QString> wholeObject{u"TRUNCATE"_s,       u"DROP TABLE"_s,
                                           u"CREATE TRIGGER"_s, u"CREATE CONSTRAINT TRIGGER"_s,
                                           u"CREATE RULE"_s,    u"CREATE POLICY"_s};
    if (wholeObject.contains(traits.verb)) {
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (words.name(i) == kVersionTable)
                return true;
        }
    }
    const bool isCopyIn = words.key(0) == u"COPY" && words.has("FROM"_L1);
    return traits.object == kVersionTable &&
           (isCopyIn || traits.verb.startsWith("CREATE "_L1) ||
            traits.verb.startsWith("ALTER "_L1) || traits.verb.startsWith("DROP "_L1));
}

bool dropsColumn(const Phrases& words)
{
    static const QSet<QString> harmless{u"CONSTRAINT"_s, u"DEFAULT"_s, u"NOT"_s, u"EXPRESSION"_s,
                                        u"IDENTITY"_s};
    for (qsizetype i = words.find("DROP"_L1); i >= 0; i = words.find("DROP"_L1, i + 1)) {
        if (!harmless.contains(words.key(i + 1)))
            return true;
    }
    return false;
}

bool dropsData(const Phrases& words, const StatementTraits& traits)
{
    static const QSet<QString> verbs{u"DROP TABLE"_s,    u"DROP SCHEMA"_s,    u"DROP DATABASE"_s,
                                     u"TRUNCATE"_s,      u"DELETE FROM"_s,    u"DROP OWNED"_s,
                                     u"DROP SEQUENCE"_s, u"DROP TABLESPACE"_s};
    if (verbs.contains(traits.verb) || (words.key(0) == u"WITH" && words.has("DELETE FROM"_L1)))
        return true;
    if (traits.verb == u"ALTER TABLE" || traits.verb == u"ALTER TYPE")
        return dropsColumn(words);
    // What hangs on the object goes with it, columns included.
    return words.key(0) == u"DROP" && words.key(words.size() - 1) == u"CASCADE" &&
           (traits.verb == u"DROP TYPE" || traits.verb == u"DROP DOMAIN" ||
            traits.verb == u"DROP EXTENSION");
}

bool addsComputedColumn(const Phrases& words)
{
    return words.has("ADD"_L1) &&
           words.hasAny({"GEN_RANDOM_UUID"_L1, "UUID_GENERATE_V4"_L1, "UUIDV7"_L1, "UUIDV4"_L1,
                         "RANDOM"_L1, "CLOCK_TIMESTAMP"_L1, "NEXTVAL"_L1, "SERIAL"_L1,
                         "BIGSERIAL"_L1, "SMALLSERIAL"_L1, "STORED"_L1, "AS IDENTITY"_L1});
}

bool rewritesTable(const Phrases& words, const StatementTraits& traits)
{
    if (traits.verb == u"CLUSTER" || traits.verb == u"REFRESH MATERIALIZED VIEW")
        return true;
    if (traits.verb == u"VACUUM")
        return words.has("FULL"_L1);
    if (traits.verb != u"ALTER TABLE")
        return false;
    const qsizetype alter = words.find("ALTER"_L1, 1);
    return (alter >= 0 && words.find("TYPE"_L1, alter) >= 0) ||
           words.hasAny(
               {"SET TABLESPACE"_L1, "SET LOGGED"_L1, "SET UNLOGGED"_L1, "SET ACCESS METHOD"_L1}) ||
           addsComputedColumn(words);
}

bool locksTable(const Phrases& words, const StatementTraits& traits)
{
    const bool concurrently = words.has("CONCURRENTLY"_L1);
    static const QSet<QString> unlessConcurrent{u"CREATE INDEX"_s, u"CREATE UNIQUE INDEX"_s,
                                                u"DROP INDEX"_s, u"REINDEX"_s,
                                                u"REFRESH MATERIALIZED VIEW"_s};
    if (unlessConcurrent.contains(traits.verb))
        return !concurrently;
    static const QSet<QString> always{
        u"LOCK"_s,          u"TRUNCATE"_s,       u"CLUSTER"_s,
        u"DROP TABLE"_s,    u"CREATE TRIGGER"_s, u"CREATE CONSTRAINT TRIGGER"_s,
        u"DROP TRIGGER"_s,  u"CREATE RULE"_s,    u"DROP RULE"_s,
        u"CREATE POLICY"_s, u"DROP POLICY"_s};
    if (always.contains(traits.verb))
        return true;
    if (traits.verb == u"VACUUM")
        return words.has("FULL"_L1);
    // These two take SHARE UPDATE EXCLUSIVE, beside which reading and writing go on.
    return traits.verb == u"ALTER TABLE" && !concurrently &&
           !words.hasAny({"VALIDATE CONSTRAINT"_L1, "SET STATISTICS"_L1});
}

} // namespace

StatementTraits traitsOf(QStringView statement)
{
    StatementTraits traits;
    const QList<Item> items = itemsOf(statement, traits.isPsqlCommand);
    const Phrases words(items);
    readVerb(words, traits);
    traits.isTransactionControl = isTransactionControl(words);
    traits.isCopyFromStdin = isCopyWithDataChannel(words);
    traits.needsNoTransaction = needsNoTransaction(words);
    traits.touchesVersionTable = touchesVersionTable(words, traits);
    if (words.key(0) == u"DO") {
        // The body is a program of its own; what it writes counts as much.
        for (const Item& item : items) {
            if (!item.text.startsWith(u'$'))
                continue;
            const qsizetype tag = item.text.indexOf(u'$', 1) + 1;
            bool ignored = false;
            const QList<Item> body = itemsOf(item.text.mid(tag).chopped(tag), ignored);
            traits.touchesVersionTable =
                traits.touchesVersionTable || touchesVersionTable(Phrases(body), {});
        }
    }
    if (locksTable(words, traits))
        traits.risks << StatementTraits::Risk::LocksTable;
    if (rewritesTable(words, traits))
        traits.risks << StatementTraits::Risk::RewritesTable;
    if (dropsData(words, traits))
        traits.risks << StatementTraits::Risk::DropsData;
    if (traits.needsNoTransaction)
        traits.risks << StatementTraits::Risk::NotTransactional;
    return traits;
}

QString riskText(StatementTraits::Risk risk)
{
    switch (risk) {
    case StatementTraits::Risk::LocksTable:
        return u"locks table"_s;
    case StatementTraits::Risk::RewritesTable:
        return u"rewrites table"_s;
    case StatementTraits::Risk::DropsData:
        return u"drops data"_s;
    case StatementTraits::Risk::NotTransactional:
        return u"not transactional"_s;
    }
    return {};
}

} // namespace socrates::core
