// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/databases.h"
#include "core/engine/serverguard.h"

namespace socrates::cli {

/// Where the saved connection led before, and is still to lead for anything that writes; empty for
/// connections that are not saved, and with --accept-server.
core::KnownServers knownServers(const Request& request, const Endpoints& endpoints);

/// Remembers, for a saved connection, where a command that did what it should has led: what was
/// not known, and with --accept-server what is another one now.
void rememberServers(Request& request, const Databases& databases,
                     const QList<core::DatabaseStatus>& statuses);

} // namespace socrates::cli
