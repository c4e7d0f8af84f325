// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/connection.h"

namespace socrates::core {

/// Which database of which server a connection led to, to be known again the next time.
struct ServerIdentity
{
    QString
        systemIdentifier; ///< of the whole server, kept by its standbys; empty: may not be asked
    QString address;      ///< "10.0.0.7:5432" as the server sees itself; empty: a socket
    QString database;     ///< as the server knows it
    QString databaseOid;

    bool isKnown() const { return !database.isEmpty(); }
    /// Whether this is the same database. One that was dropped and made again on the same server
    /// is, where the server says who it is; else only its number and the address can tell.
    bool isSameAs(const ServerIdentity& other) const
    {
        if (database != other.database)
            return false;
        if (!systemIdentifier.isEmpty() && !other.systemIdentifier.isEmpty())
            return systemIdentifier == other.systemIdentifier;
        return address == other.address && databaseOid == other.databaseOid;
    }
    /// Whether this is a database of the same server, whichever.
    bool isOnSameServer(const ServerIdentity& other) const
    {
        if (!systemIdentifier.isEmpty() && !other.systemIdentifier.isEmpty())
            return systemIdentifier == other.systemIdentifier;
        return address == other.address;
    }
    /// "auth (server 7312..., at 10.0.0.7:5432)", for people.
    QString text() const;
    bool operator==(const ServerIdentity&) const = default;
};

/// Asks the server which database of which server this is.
Result<ServerIdentity> readServerIdentity(Connection& connection);

/// server.changed: the connection of `name` leads to `now` instead of `seen`.
Error changedServerError(const DatabaseName& name, const ServerIdentity& seen,
                         const ServerIdentity& now);

/// server.changed unless this is a connection to any database of the server that was `seen`;
/// nothing is asked when none was.
Result<void> checkSameServer(Connection& connection, const DatabaseName& name,
                             const ServerIdentity& seen);

} // namespace socrates::core
