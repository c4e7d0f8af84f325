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
    bool destroysData = false; ///< drops a table or a column
    int phase = 0;             ///< what others stand on is made first and dropped last
};

/// What makes `found` into `expected`, in an order that PostgreSQL accepts. Misplaced tables are
/// left alone. Made from the definitions; nothing is ever run by this.
QList<MendStatement> mendStatements(const Schema& expected, const Schema& found,
                                    const Comparison& comparison);

/// Indexes that another one of the same table makes needless ("idx_users_email" beside
/// "users_email_key"), a sentence each. Hints, not faults.
QStringList redundantIndexes(const Schema& schema);

} // namespace socrates::core
