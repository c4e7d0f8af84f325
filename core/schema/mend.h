// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/comparison.h"

namespace socrates::core {

/// One statement that takes a difference away.
struct MendStatement
{
    QString object;            ///< "index users.idx_users_status"
    QString sql;               ///< without the semicolon; empty: see `note`
    QString note;              ///< why no statement can be offered
    bool destroysData = false; ///< drops a table or a column, or see `narrowedTo`
    int phase = 0;             ///< what others stand on is made first and dropped last
    QString narrowedTo;        ///< the type into which not all that a column holds may fit
};

struct MendOptions
{
    /// Give what is dropped and made again back to its owner. Not wanted in a revision, whose
    /// objects belong to whoever runs it.
    bool keepsOwners = true;
};

/// What takes the comparison's differences out of `found`, in an order that PostgreSQL accepts.
/// What the comparison does not call missing, extra or different is there afterwards as it was
/// found, with its grants, comment and owner, also where it must be dropped on the way. What only
/// has another name is renamed, if both its lines are in the comparison. Misplaced
/// tables are left alone. Where `found` has the facts of its server, what these forbid is left out
/// with a note, since it would end all of it: a role that is not there, a bound of a sequence that
/// has passed it. Made from the definitions; nothing is ever run by this.
QList<MendStatement> mendStatements(const Schema& expected, const Schema& found,
                                    const Comparison& comparison, const MendOptions& options = {});

/// One line of the comparison on its own, for the SQL of it; of what has another name than it
/// should, both. What the server gives by default, which bears on what is made, stays known.
Comparison onlyLine(const Comparison& whole, const ComparisonLine& line);

/// Indexes that another one of the same table makes needless ("idx_users_email" beside
/// "users_email_key"), a sentence each. Hints, not faults.
QStringList redundantIndexes(const Schema& schema);

} // namespace socrates::core
