// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

#include <QMap>
#include <QSet>

namespace socrates::core {

/// The table-level lock modes of PostgreSQL, weakest first.
enum class LockMode {
    AccessShare,
    RowShare,
    RowExclusive,
    ShareUpdateExclusive,
    Share,
    ShareRowExclusive,
    Exclusive,
    AccessExclusive,
};

/// As pg_locks writes it ("AccessExclusiveLock"); and the key words of LOCK TABLE.
std::optional<LockMode> lockModeFrom(const QString& pgName);
QString lockModeText(LockMode mode); ///< "ACCESS EXCLUSIVE"
/// "Nobody else can read or write it until this step has ended."
QString lockEffect(LockMode mode);

/// A table, index, sequence or view that others can see.
struct RelationName
{
    QString kind;   ///< "table", "index", "sequence", "view", "materialized_view"
    QString schema; ///< "public"
    QString name;
    QString text() const; ///< with its schema where that is not public
    bool operator==(const RelationName&) const = default;
};

/// The strongest lock that a step was seen to hold on a relation that was there before.
struct MeasuredLock
{
    RelationName relation;
    LockMode mode = LockMode::AccessShare;
    /// The earlier step of the same transaction that took it already; empty: this one did.
    QString heldSince;
};

/// A relation whose storage was replaced: every row was written anew.
struct MeasuredRewrite
{
    RelationName relation;
    qint64 bytes = 0; ///< of the new storage
};

/// What a step did to the rows of a table that was there before, its functions, triggers and
/// cascades included. Rows that went with their table, or by TRUNCATE, are not among them.
struct MeasuredRows
{
    RelationName relation;
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 deleted = 0;
};

/// Measures, inside a transaction, what its statements lock and rewrite: the locks from pg_locks,
/// the rewrites from the file nodes of the relations that were there before. What the transaction
/// itself made is left out, since nobody else can see it, and so is the program's own bookkeeping.
class LockMeter
{
public:
    /// Before the first step, when the transaction is open. Two round trips.
    Result<void> start(Connection& connection);
    /// Forgets what was locked or rewritten since the last look: it was no step's doing.
    Result<void> disregard(Connection& connection);
    struct Reading
    {
        QList<MeasuredLock> locks; ///< strongest first
        QList<MeasuredRewrite> rewrites;
        QList<MeasuredRows> rows;
    };
    /// After a step. `sql`: its text, which tells what it needs of what is locked already. Two
    /// round trips.
    Result<Reading> read(Connection& connection, const QString& revision, const QString& sql);

private:
    struct Relation
    {
        RelationName name;
        QString fileNode;
        QString table; ///< oid of the table of an index
    };
    struct Held
    {
        LockMode mode = LockMode::AccessShare;
        QString since;
    };
    Result<QMap<QString, LockMode>> note(Connection& connection, Reading* reading);

    /// The rows that were changed since the last look, by the server's own count.
    Result<QList<MeasuredRows>> noteRows(Connection& connection);

    QMap<QString, Relation> m_relations; ///< by oid
    QMap<QString, MeasuredRows> m_rows;  ///< by oid; since the transaction began
    QMap<QString, Held> m_held;          ///< by oid
};

} // namespace socrates::core
