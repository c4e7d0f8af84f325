// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/postgres/session.h"
#include "core/revisions/project.h"

#include <QMap>

#include <functional>
#include <optional>

namespace socrates::core {

/// A `references:` header of the project: rows here name rows there, with no foreign key possible.
struct DeclaredReference
{
    DatabaseName database; ///< whose revision declares it
    RevisionId revision;
    Revision::Reference reference;
    SourceLocation where;

    /// "socrates_specs.projects.user_id -> socrates_auth.users.id"
    QString text() const;
};

/// In the order of databases and revisions; one that a later revision repeats is there once.
QList<DeclaredReference> declaredReferences(const Project& project);

/// One of the two columns, as its database has it.
struct ReferenceSide
{
    enum class Presence {
        NotConnected, ///< the database was not given
        NotYet,       ///< a pending revision will make it
        NotThere, ///< no pending revision can be waited for; verification tells whether it should
        There,
    };
    DatabaseName database;
    QString table, column;
    Presence presence = Presence::NotConnected;
    QString schema;
    QString declaredType;      ///< "email_address", which may be a domain
    QString type;              ///< what that comes down to, with its length: "varchar(255)"
    QString baseType;          ///< PostgreSQL's own name for it: "uuid", "int4"
    qint64 estimatedRows = -1; ///< by the server's statistics; -1: it has none

    /// "users.id uuid", "users.email email_address (varchar(255))"
    QString text() const;
};

/// Keys that have no partner.
struct Orphans
{
    static constexpr qsizetype kSampleSize = 20;
    qint64 rows = 0;
    qint64 keys = 0;    ///< different ones
    QStringList sample; ///< the first kSampleSize keys, in key order
};

/// What was found out about one reference.
struct ReferenceCheck
{
    enum class Outcome {
        Complete,     ///< types equal, and every row has its partner
        TypesEqual,   ///< the rows were not looked at
        HasOrphans,   ///< rows without a partner
        TypesDiffer,  ///< rows may have been checked all the same, or not
        NotYet,       ///< one side is still to be made
        NotThere,     ///< one side is gone, or never was
        NotConnected, ///< one database was not given
        Failed,       ///< `error` says why; stopped.* when it was stopped
    };
    DeclaredReference declared;
    ReferenceSide from, to;
    std::optional<Error> error;
    std::optional<Orphans> orphans; ///< set once all rows were read
    qint64 rowsFrom = 0, rowsTo = 0;

    Outcome outcome() const;
    bool areTypesEqual() const;
    /// Types that can be ordered alike on both servers, so that rows can be compared.
    bool canCompareRows() const;
    /// Orphans or types that differ: exit code 3.
    bool isFault() const;
};

/// Both columns of every declared reference, read at once from all connected databases, each in one
/// read-only transaction; no rows. Blocks: not for the GUI thread.
QList<ReferenceCheck> checkReferenceTypes(const Project& project,
                                          const QMap<DatabaseName, SessionPtr>& sessions);

/// Rows of both sides read so far; called on the thread of checkReferenceRows, not often.
using ReferenceProgress = std::function<void(qint64 rowsFrom, qint64 rowsTo)>;

/// Reads both columns in key order, each in one read-only transaction on a connection of its own,
/// and counts the rows of `from` that have no partner in `to`; nulls name nobody. Holds a few
/// blocks of each side, however many rows there are. `from` is looked at first, so that a row made
/// meanwhile together with its partner is no orphan. Does nothing where canCompareRows() is false.
/// Blocks.
void checkReferenceRows(ReferenceCheck& check, const QMap<DatabaseName, SessionPtr>& sessions,
                        const CancelToken& token = {}, const ReferenceProgress& progress = {});

} // namespace socrates::core
