// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

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
    /// "auth (server 7312..., at 10.0.0.7:5432)", for people.
    QString text() const;
    bool operator==(const ServerIdentity&) const = default;
};

} // namespace socrates::core
