// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

#include <libpq-fe.h>

/// What libpq and the server say when something fails, as errors of this program. Private to
/// Connection: the only header that shows libpq's own types.
namespace socrates::core {

/// Text of the server or of libpq; null: empty.
QString fromServer(const char* text);
/// A field of an error or notice, PG_DIAG_..., or empty.
QString resultField(const PGresult* result, int code);

/// conn.auth, conn.refused, ...: why a connection could not be made. `isHostSilent`: a host was
/// given up before, which libpq's message does not know.
Error connectError(PGconn* conn, const ConnectionParameters& parameters, bool isHostSilent);
/// conn.lost.
Error lostError(PGconn* conn);
/// sql.failed with the SQLSTATE and all that the server said; conn.lost where that was its last.
Error resultError(PGconn* conn, const PGresult* result);
/// sql.failed: a statement with a NUL character.
Error nulError();
/// stopped.cancelled.
Error stoppedError();
/// conn.timeout.
Error timeoutError(const ConnectionParameters& parameters);
/// conn.unsupported: what speaks PostgreSQL's protocol and does not undo a schema change by a
/// rollback, where it says so when it greets (an unknown one is found out by the first run,
/// ServerGuard), and PostgreSQL before version 13.
std::optional<Error> unsupportedServer(PGconn* conn, const ServerInfo& server);

} // namespace socrates::core
