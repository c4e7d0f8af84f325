// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/schema.h"

#include <QSet>

#include <utility>

namespace socrates::core {

// Definitions taken apart as the catalog reader put them together, and names as SQL wants them.

/// "users", "\"My S\".users": without the schema where that is public.
QString qualifiedName(const QString& schema, const QString& name);
/// Functions are named with their argument types, which need no quotes.
QString routineName(const QString& schema, const QString& signature);
/// "f" of "f(integer, text)"; the name itself may hold a parenthesis.
QString bareRoutineName(const QString& signature);
/// Schema and name of a name as the server writes it, quoted where needed; without a schema it is
/// one of public.
std::pair<QString, QString> nameParts(const QString& written);
/// Schema and name of the table that a statistics object's definition names.
std::pair<QString, QString> statisticsTarget(const QString& definition);
/// Whether a name as the server writes it is this one.
bool isNameOf(const QString& written, const QString& schema, const QString& name);
/// How COMMENT ON, ALTER ... OWNER and DROP name an object: "INDEX idx", "TRIGGER t ON users".
QString objectReference(const Schema::Key& key);

/// The pieces between commas that stand in no parentheses or quotes.
QStringList splitAtCommas(const QString& text);
/// Whether a name stands in the text as a word, quoted or not.
bool mentions(const QString& text, const QString& name);
/// All words of a text, as they stand there and folded as unquoted names are. For asking often what
/// `mentions` tells once; a name that is more than one word is not found by it.
QSet<QString> wordsIn(const QString& text);

/// The same statement with no line that a revision's file would take for the start of a section
/// ("-- migrate:down" in a comment's text or a function's body): such a literal is written on one
/// line.
QString withoutSectionLines(const QString& sql);

struct ColumnParts
{
    QString type; ///< with its collation
    bool isNotNull = false;
    QString generated;   ///< "generated always as identity", "generated always as (...) stored"
    QString fallback;    ///< of DEFAULT
    QString storage;     ///< "external"; empty: the type's own
    QString options;     ///< "n_distinct=5"
    QString statistics;  ///< "500"
    QString compression; ///< "lz4"

    static ColumnParts parse(QString definition);
    bool isIdentity() const { return generated.endsWith(QLatin1StringView("as identity")); }
    /// As in CREATE TABLE.
    QString clause() const;
};

struct TableParts
{
    bool isUnlogged = false;
    QString ofType;
    QString parent;      ///< of a partition, as the server names it
    QString bound;       ///< "FOR VALUES FROM (1) TO (9)"
    QStringList parents; ///< of INHERITS
    QString partitionBy;
    QString method;  ///< access method, where it is not heap
    QString options; ///< "fillfactor=70"
    bool hasRowSecurity = false;
    bool isRowSecurityForced = false;
    QString replicaIdentity; ///< "full", "nothing"

    static TableParts parse(QString definition);
};

struct IndexParts
{
    bool isUnique = false;
    QString rest; ///< from the access method on, WHERE included
    bool isInvalid = false;
    bool isClustered = false;
    bool isReplicaIdentity = false;
    QString parent;     ///< of a partition's index, as the server names it
    QString statistics; ///< "2 500"
    QString options;    ///< of WITH, which is part of `rest` too

    static IndexParts parse(QString definition);
    /// What makes it another index, options aside.
    QString structure() const;
};

struct DomainParts
{
    QString type; ///< with its collation
    bool isNotNull = false;
    QString fallback;
    QMap<QString, QString> constraints; ///< by quoted name

    static DomainParts parse(const QString& definition);
};

/// A trigger or rule: its statement, and how it is switched.
struct SwitchedParts
{
    QString statement;
    QString state; ///< "disabled", "enabled replica", "enabled always"; empty: enabled

    static SwitchedParts parse(const QString& definition);
    /// "DISABLE", "ENABLE REPLICA", "ENABLE".
    QString word() const;
};

} // namespace socrates::core
