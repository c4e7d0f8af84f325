// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

#include <QDateTime>

namespace socrates::core {

/// Who owns what in a database, and what the user who signed in may not do with it. (A schema made
/// by postgres that the application may not touch is the commonest surprise.)
struct Ownership
{
    QStringList sentences; ///< "socrates owns refresh_tokens, users"
    QStringList problems;  ///< "app may not read or write users: it belongs to postgres"
    QDateTime serverTime;  ///< UTC
};

/// One round trip, read-only. The rights asked about are those of the user in the URI, not of a
/// role set afterwards: that user is the one the application signs in as.
Result<Ownership> readOwnership(Connection& connection);

} // namespace socrates::core
