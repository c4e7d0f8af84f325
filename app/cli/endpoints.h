// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/output.h"
#include "core/postgres/serveridentity.h"
#include "core/postgres/session.h"
#include "core/revisions/project.h"

namespace socrates::cli {

/// How to reach one database of the project, and as which role to work there.
struct Endpoint
{
    core::ConnectionParameters parameters;
    QString role;
    core::ServerIdentity lastSeen = {}; ///< of a saved connection: where it led before
};

using Endpoints = QMap<core::DatabaseName, Endpoint>;
using Sessions = QMap<core::DatabaseName, core::SessionPtr>;

/// The databases that the command line names, by whichever of CONTRACT.md's ways: --url,
/// --env-file, --from-env, --profile or --private. Exactly one way must be used.
/// Passwords from --password-file and the keychain are filled in. Starts the private server.
core::ResultOrErrors<Endpoints> resolveEndpoints(const CommandLine& line,
                                                 const core::Project& project, Output& output);

/// Whether the line names connections at all, for commands that can do without.
bool isConnectionGiven(const CommandLine& line);

/// One session per database; a server that is waited for is told. Somebody at a terminal is asked
/// for the passwords that a server wants.
Sessions openSessions(Endpoints& endpoints, const core::Project& project, Output& output);

/// The project's databases that were not given, in project order.
QStringList absentDatabases(const core::Project& project, const Endpoints& endpoints);

} // namespace socrates::cli
