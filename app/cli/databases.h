// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "core/engine/databasestatus.h"

namespace socrates::cli {

/// The databases a command works on.
struct Databases
{
    Endpoints endpoints;
    Sessions sessions;
    QStringList absent; ///< of the project, and not given
};

/// Resolves the connection options and opens the sessions (which connect when first used).
core::ResultOrErrors<Databases> openDatabases(Request& request);

/// "Project: /folder", and which databases are absent: the head of every human output.
void printHeading(Request& request, const QStringList& absent = {});

/// The first error among the statuses, in project order.
std::optional<core::Error> firstError(const QList<core::DatabaseStatus>& statuses);

/// Done, or what the worst failure to read a status deserves: 4 before everything else.
core::ExitCode exitCodeOf(const QList<core::DatabaseStatus>& statuses);

} // namespace socrates::cli
