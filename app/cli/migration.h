// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/databases.h"
#include "core/engine/runner.h"

namespace socrates::cli {

/// A plan and how it ended, over all rounds of one command.
struct Migration
{
    core::Plan plan;
    core::RunReport report;
};

/// The targets as given; head when none is.
QList<core::TargetSpec> targetsOf(const Request& request);

/// A plan, or the exit code after everything about why there is none has been told.
tl::expected<core::Plan, core::ExitCode> planFor(Request& request, const Databases& databases,
                                                 core::Direction direction,
                                                 const QList<core::TargetSpec>& targets);

/// Which project it was, and which of its databases were not given.
void addContext(QJsonObject& document, const Request& request, const Databases& databases);

/// Runs a plan with progress and Ctrl-C. When somebody else migrates at the same time, looks and
/// plans again: nothing left to do is then success (CONTRACT.md, "Losing a race"). Sets
/// `request.interrupts`.
Migration runMigration(Request& request, const Databases& databases, const core::Plan& plan,
                       const QList<core::TargetSpec>& targets, const core::RunOptions& options);

/// Plans a downgrade to these targets, wants its confirmation, runs it and reports.
core::ExitCode downgradeTo(Request& request, const Databases& databases,
                           const QList<core::TargetSpec>& targets);

/// What CONTRACT.md gives for how a run ended, before any verification.
core::ExitCode exitCodeOf(const core::RunReport& report);

/// --lock-timeout and --statement-timeout.
core::Result<core::RunOptions> runOptions(const CommandLine& line);

} // namespace socrates::cli
