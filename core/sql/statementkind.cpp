// SPDX-License-Identifier: MIT
#include "core/sql/statementkind.h"

#include "core/base/texts.h"
#include "core/sql/phrases.h"

#include <QSet>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

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
        // DROP OWNED BY r, CREATE SCHEMA AUTHORIZATION r
        if ((kind == "OWNED"_L1 && words.key(at) == u"BY") ||
            (kind == "SCHEMA"_L1 && words.key(at) == u"AUTHORIZATION"))
            ++at;
        // CREATE INDEX ON t: the server chooses the name. Others have none of their own.
        static const QSet<QString> notNames{u"ON"_s, u"FOR"_s, u"IN"_s};
        if (kind != "SYSTEM"_L1 && !notNames.contains(words.key(at)))
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
    if (verbs.contains(words.key(0)) || words.startsWith("PREPARE TRANSACTION"_L1) ||
        words.startsWith("SET SESSION CHARACTERISTICS"_L1))
        return true;
    const bool isScoped = words.key(1) == u"LOCAL" || words.key(1) == u"SESSION";
    return words.key(0) == u"SET" && words.key(isScoped ? 2 : 1) == u"TRANSACTION";
}

bool isCopyWithDataChannel(const Phrases& words)
{
    if (words.key(0) != u"COPY")
        return false;
    // COPY t (columns) or COPY (query): what stands in parentheses is not the command's.
    qsizetype at = words.nameEnd(1);
    at = words.behindParentheses(at);
    return (words.key(at) == u"FROM" || words.key(at) == u"TO") &&
           (words.key(at + 1) == u"STDIN" || words.key(at + 1) == u"STDOUT");
}

// REINDEX [(options)] KIND [CONCURRENTLY] name
bool isWideReindex(const Phrases& words)
{
    static const QSet<QString> kinds{u"DATABASE"_s, u"SCHEMA"_s, u"SYSTEM"_s};
    return words.has("CONCURRENTLY"_L1) || kinds.contains(words.key(words.behindParentheses(1)));
}

bool isOff(const Phrases& words, QLatin1StringView option)
{
    const qsizetype at = words.find(option);
    if (at < 0 || words.key(at + 1) != u"=")
        return false;
    const QString value = words.key(at + 2).isEmpty() ? words.stringAt(at + 2).toString().toUpper()
                                                      : words.key(at + 2);
    return value == u"FALSE" || value == u"OFF" || value == u"NO";
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
    if (starts("REINDEX"_L1))
        return isWideReindex(words);
    if (starts("CLUSTER"_L1)) { // without a table: all of them
        const qsizetype at = words.key(1) == u"VERBOSE" ? 2 : words.behindParentheses(1);
        return at >= words.size();
    }
    if (starts("ALTER DATABASE"_L1))
        return words.matches(words.nameEnd(2), "SET TABLESPACE"_L1);
    if (starts("CREATE SUBSCRIPTION"_L1))
        return !isOff(words, "CREATE_SLOT"_L1) && !isOff(words, "CONNECT"_L1);
    if (starts("ALTER SUBSCRIPTION"_L1)) {
        const qsizetype at = words.nameEnd(2);
        if (words.matches(at, "REFRESH PUBLICATION"_L1))
            return true;
        return words.key(at + 1) == u"PUBLICATION" && !isOff(words, "REFRESH"_L1);
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
    static const QSet<QString> before{u"TABLE"_s, u"ONLY"_s, u"IF"_s, u"NOT"_s, u"EXISTS"_s};
    while (before.contains(words.key(at)))
        ++at;
    return words.objectAt(at) == kVersionTable;
}

// Wherever it stands: in a WITH, in a BEGIN ATOMIC body, in a DO block.
bool writesVersionTable(const Phrases& words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        for (const QLatin1StringView phrase :
             {"INTO"_L1, "UPDATE"_L1, "DELETE FROM"_L1, "RENAME TO"_L1, "TRUNCATE"_L1,
              "CREATE TABLE"_L1, "ALTER TABLE"_L1, "DROP TABLE"_L1}) {
            if (words.matches(i, phrase) && isVersionTableAt(words, i + phrase.count(u' ') + 1))
                return true;
        }
    }
    return false;
}

// Reading it is nobody's harm; writing it, or changing what it is, would break the bookkeeping.
bool touchesVersionTable(const Phrases& words, const StatementTraits& traits)
{
    if (writesVersionTable(words))
        return true;
    static const QSet<QString> anywhere{
        u"TRUNCATE"_s,    u"DROP TABLE"_s,    u"CREATE TRIGGER"_s, u"CREATE CONSTRAINT TRIGGER"_s,
        u"CREATE RULE"_s, u"CREATE POLICY"_s, u"DROP TRIGGER"_s,   u"DROP RULE"_s,
        u"DROP POLICY"_s};
    if (anywhere.contains(traits.verb)) {
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

using Range = Phrases::Range;

/// What the commas of ALTER TABLE t (or ALTER TYPE t) set apart.
QList<Range> alterActions(const Phrases& words)
{
    qsizetype at = 2;
    while (isFiller(words.key(at)))
        ++at;
    at = words.nameEnd(at);
    return words.listFrom(words.key(at) == u"*" ? at + 1 : at);
}

/// The item behind ADD, ALTER or DROP [COLUMN] [IF [NOT] EXISTS].
qsizetype columnAt(const Phrases& words, Range action)
{
    qsizetype at = action.begin + 1;
    if (words.key(at) == u"COLUMN")
        ++at;
    while (words.key(at) == u"IF" || words.key(at) == u"NOT" || words.key(at) == u"EXISTS")
        ++at;
    return at;
}

bool dropsColumn(const Phrases& words, Range action)
{
    return words.key(action.begin) == u"DROP" && words.key(action.begin + 1) != u"CONSTRAINT";
}

bool addsComputedColumn(const Phrases& words, Range action)
{
    static const QSet<QString> constraints{u"CONSTRAINT"_s, u"PRIMARY"_s, u"UNIQUE"_s,
                                           u"FOREIGN"_s,    u"CHECK"_s,   u"EXCLUDE"_s};
    if (words.key(action.begin) != u"ADD" || constraints.contains(words.key(action.begin + 1)))
        return false;
    static const QSet<QString> serials{u"SERIAL"_s,  u"BIGSERIAL"_s, u"SMALLSERIAL"_s,
                                       u"SERIAL4"_s, u"SERIAL8"_s,   u"SERIAL2"_s};
    // A volatile default is computed for every row that is there.
    return serials.contains(words.key(columnAt(words, action) + 1)) ||
           words.hasAny({"GEN_RANDOM_UUID ("_L1, "UUID_GENERATE_V1 ("_L1, "UUID_GENERATE_V1MC ("_L1,
                         "UUID_GENERATE_V4 ("_L1, "UUIDV4 ("_L1, "UUIDV7 ("_L1, "RANDOM ("_L1,
                         "CLOCK_TIMESTAMP ("_L1, "TIMEOFDAY ("_L1, "NEXTVAL ("_L1, ") STORED"_L1,
                         "AS IDENTITY"_L1},
                        action);
}

bool rewritesTable(const Phrases& words, Range action)
{
    if (words.key(action.begin) == u"ALTER") {
        const qsizetype at = columnAt(words, action) + 1;
        return words.matches(at, "TYPE"_L1) || words.matches(at, "SET DATA TYPE"_L1) ||
               words.matches(at, "SET EXPRESSION"_L1);
    }
    return words.has("SET TABLESPACE"_L1, action) || words.matches(action.begin, "SET LOGGED"_L1) ||
           words.matches(action.begin, "SET UNLOGGED"_L1) ||
           words.matches(action.begin, "SET ACCESS METHOD"_L1) || addsComputedColumn(words, action);
}

// These take SHARE UPDATE EXCLUSIVE, beside which reading and writing go on.
bool leavesTableOpen(const Phrases& words, Range action)
{
    for (const QLatin1StringView phrase : {"VALIDATE CONSTRAINT"_L1, "CLUSTER ON"_L1,
                                           "SET WITHOUT CLUSTER"_L1, "SET ("_L1, "RESET ("_L1}) {
        if (words.matches(action.begin, phrase))
            return true;
    }
    if (words.key(action.begin) == u"ALTER") {
        const qsizetype at = columnAt(words, action) + 1;
        return words.matches(at, "SET STATISTICS"_L1) || words.matches(at, "SET ("_L1) ||
               words.matches(at, "RESET ("_L1);
    }
    return words.matches(action.begin, "DETACH PARTITION"_L1) &&
           words.has("CONCURRENTLY"_L1, action);
}

/// Whether any of the statement's actions answers the question.
template <class Question>
bool anyAction(const Phrases& words, Question question)
{
    const QList<Range> actions = alterActions(words);
    return std::any_of(actions.begin(), actions.end(),
                       [&](Range action) { return question(words, action); });
}

bool dropsData(const Phrases& words, const StatementTraits& traits)
{
    static const QSet<QString> verbs{u"DROP TABLE"_s,    u"DROP SCHEMA"_s,    u"DROP DATABASE"_s,
                                     u"TRUNCATE"_s,      u"DELETE FROM"_s,    u"DROP OWNED"_s,
                                     u"DROP SEQUENCE"_s, u"DROP TABLESPACE"_s};
    if (verbs.contains(traits.verb) || (words.key(0) == u"WITH" && words.has("DELETE FROM"_L1)) ||
        words.has("THEN DELETE"_L1))
        return true;
    if (traits.verb == u"ALTER TABLE" || traits.verb == u"ALTER TYPE")
        return anyAction(words, dropsColumn);
    // What hangs on the object goes with it, columns included.
    return words.key(0) == u"DROP" && words.key(words.size() - 1) == u"CASCADE" &&
           (traits.verb == u"DROP TYPE" || traits.verb == u"DROP DOMAIN" ||
            traits.verb == u"DROP EXTENSION");
}

bool isVacuumFull(const Phrases& words)
{
    return words.key(0) == u"VACUUM" && words.has("FULL"_L1) &&
           !words.hasAny({"FULL FALSE"_L1, "FULL OFF"_L1});
}

bool rewritesTable(const Phrases& words, const StatementTraits& traits)
{
    if (traits.verb == u"CLUSTER" || isVacuumFull(words))
        return true;
    if (traits.verb == u"REFRESH MATERIALIZED VIEW")
        return !words.has("CONCURRENTLY"_L1);
    return traits.verb == u"ALTER TABLE" &&
           anyAction(words, [](const Phrases& w, Range a) { return rewritesTable(w, a); });
}

bool locksTable(const Phrases& words, const StatementTraits& traits)
{
    static const QSet<QString> unlessConcurrent{u"CREATE INDEX"_s, u"CREATE UNIQUE INDEX"_s,
                                                u"DROP INDEX"_s, u"REINDEX"_s,
                                                u"REFRESH MATERIALIZED VIEW"_s};
    if (unlessConcurrent.contains(traits.verb))
        return !words.has("CONCURRENTLY"_L1);
    static const QSet<QString> always{
        u"LOCK"_s,         u"TRUNCATE"_s,       u"CLUSTER"_s,
        u"DROP TABLE"_s,   u"CREATE TRIGGER"_s, u"CREATE CONSTRAINT TRIGGER"_s,
        u"DROP TRIGGER"_s, u"ALTER TRIGGER"_s,  u"CREATE RULE"_s,
        u"DROP RULE"_s,    u"ALTER RULE"_s,     u"CREATE POLICY"_s,
        u"DROP POLICY"_s,  u"ALTER POLICY"_s};
    if (always.contains(traits.verb) || isVacuumFull(words))
        return true;
    return traits.verb == u"ALTER TABLE" &&
           anyAction(words, [](const Phrases& w, Range a) { return !leavesTableOpen(w, a); });
}

// The body of DO is a program of its own; what it does counts as much.
void addBody(const Phrases& words, StatementTraits& traits, bool& dropsData)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QStringView text = words.stringAt(i);
        if (text.isEmpty())
            continue;
        const Phrases body(text);
        traits.touchesVersionTable = traits.touchesVersionTable || writesVersionTable(body);
        dropsData = dropsData || body.hasAny({"DROP TABLE"_L1, "DROP SCHEMA"_L1, "DROP COLUMN"_L1,
                                              "TRUNCATE"_L1, "DELETE FROM"_L1});
    }
}

} // namespace

StatementTraits traitsOf(QStringView statement)
{
    StatementTraits traits;
    const Phrases words(statement);
    readVerb(words, traits);
    traits.isPsqlCommand = words.hasBackslash();
    traits.isTransactionControl = isTransactionControl(words);
    traits.isCopyFromStdin = isCopyWithDataChannel(words);
    traits.needsNoTransaction = needsNoTransaction(words);
    // Most statements do not so much as name it.
    const bool namesVersionTable = statement.contains(kVersionTable, Qt::CaseInsensitive);
    traits.touchesVersionTable = namesVersionTable && touchesVersionTable(words, traits);
    bool losesData = dropsData(words, traits);
    if (words.key(0) == u"DO")
        addBody(words, traits, losesData);
    if (locksTable(words, traits))
        traits.risks << StatementTraits::Risk::LocksTable;
    if (rewritesTable(words, traits))
        traits.risks << StatementTraits::Risk::RewritesTable;
    if (losesData)
        traits.risks << StatementTraits::Risk::DropsData;
    if (traits.needsNoTransaction)
        traits.risks << StatementTraits::Risk::NotTransactional;
    return traits;
}

QString riskText(StatementTraits::Risk risk)
{
    switch (risk) {
    case StatementTraits::Risk::LocksTable:
        return Texts::tr("locks table");
    case StatementTraits::Risk::RewritesTable:
        return Texts::tr("rewrites table");
    case StatementTraits::Risk::DropsData:
        return Texts::tr("drops data");
    case StatementTraits::Risk::NotTransactional:
        return Texts::tr("not transactional");
    }
    return {};
}

} // namespace socrates::core
