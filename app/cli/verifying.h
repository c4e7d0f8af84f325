// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/databases.h"
#include "core/engine/references.h"
#include "core/engine/verification.h"

namespace socrates::cli {

/// Superuser of this user's private server, while it runs.
std::optional<core::ConnectionParameters> runningPrivateServer();

/// Where expected schemas come from: also this user's private server, while it runs.
core::ExpectedSchemaSource expectedSource();

/// 0 when all is as expected, 3 when something differs, 4 when a database cannot be reached, 1 when
/// one could not be verified for another reason.
core::ExitCode exitCodeOf(const QList<core::DatabaseVerification>& verifications);

/// Both sides of every reference; with their rows too, showing progress, until Ctrl-C.
QList<core::ReferenceCheck> checkReferences(Request& request, const Databases& databases,
                                            bool withRows);

/// 3 when rows have no partner or types differ; what kept a check from its end decides before that.
core::ExitCode exitCodeOf(const QList<core::ReferenceCheck>& checks);

/// Prints each verification.
void printVerifications(Request& request, const QList<core::DatabaseVerification>& verifications);

} // namespace socrates::cli
