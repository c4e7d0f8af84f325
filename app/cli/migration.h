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

/// Runs a plan with progress and Ctrl-C. When somebody else migrates at the same time, looks and
/// plans again: nothing left to do is then success (CONTRACT.md, "Losing a race").
Migration runMigration(Request& request, const Databases& databases, const core::Plan& plan,
                       const QList<core::TargetSpec>& targets, const core::RunOptions& options);

/// What CONTRACT.md gives for how a run ended, before any verification.
core::ExitCode exitCodeOf(const core::RunReport& report);

/// --lock-timeout and --statement-timeout.
core::Result<core::RunOptions> runOptions(const CommandLine& line);

} // namespace socrates::cli
