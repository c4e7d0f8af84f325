// SPDX-License-Identifier: MIT
#include "core/postgres/serveridentity.h"

#include "core/base/texts.h"

#include <QStringList>

namespace socrates::core {

using namespace Qt::StringLiterals;

QString ServerIdentity::text() const
{
    QStringList parts;
    if (!systemIdentifier.isEmpty())
        parts << Texts::tr("server number %1").arg(systemIdentifier);
    if (!address.isEmpty())
        parts << Texts::tr("at %1").arg(address);
    return parts.isEmpty() ? database : u"%1 (%2)"_s.arg(database, parts.join(u", "_s));
}

Result<ServerIdentity> readServerIdentity(Connection& connection)
{
    const auto found = connection.query(
        u"SELECT coalesce(pg_catalog.host(pg_catalog.inet_server_addr()) || ':' || "
        "pg_catalog.inet_server_port()::text, ''), datname, oid FROM pg_catalog.pg_database "
        "WHERE datname = pg_catalog.current_database()"_s);
    if (!found)
        return fail(found.error());
    ServerIdentity identity{{}, found->at(0, 0), found->at(0, 1), found->at(0, 2)};
    const auto number =
        connection.query(u"SELECT system_identifier FROM pg_catalog.pg_control_system()"_s);
    if (number)
        identity.systemIdentifier = number->at(0, 0);
    else if (number.error().sqlState != "42501"_L1) // anything but a refused right
        return fail(number.error());
    return identity;
}

Error changedServerError(const DatabaseName& name, const ServerIdentity& seen,
                         const ServerIdentity& now)
{
    Error error;
    error.code = u"server.changed"_s;
    error.database = name.text();
    error.summary = Texts::tr("%1 is not on the server where this saved connection led before.")
                        .arg(name.text());
    error.detail = Texts::tr("Before: %1. Now: %2. Nothing was run.").arg(seen.text(), now.text());
    error.hint = Texts::tr(
        "Check host, port and database of the connection. When the server was moved or replaced on "
        "purpose, --accept-server runs all the same and remembers the new one.");
    return error;
}

Result<void> checkSameServer(Connection& connection, const DatabaseName& name,
                             const ServerIdentity& seen)
{
    if (!seen.isKnown())
        return {};
    const auto now = readServerIdentity(connection);
    if (!now)
        return fail(now.error());
    return seen.isOnSameServer(*now) ? Result<void>() : fail(changedServerError(name, seen, *now));
}

} // namespace socrates::core
