// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/endpoints.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/revisions/project.h"

#include <optional>

namespace socrates::cli {

/// What a command is given: the line, where to print, and the project, read and found right
/// (empty for a command that wants none).
struct Request
{
    const CommandLine& line;
    Output& output;
    core::Project project;
    /// Of a run, from its start to the end of the program: Ctrl-C must not take the report of what
    /// was done, nor its exit code.
    std::optional<terminal::Interrupts> interrupts = {};
};

struct Command
{
    CommandSpec spec;
    QString summary; ///< one line, for the list of commands
    QString details; ///< what --help COMMAND teaches, with examples
    bool needsProject = true;
    core::ExitCode (*run)(Request&) = nullptr;
};

/// Every command, in the order of the help.
const QList<Command>& commands();
/// The options and commands, for CommandLine::parse.
Grammar grammar();

// Handlers, one file per group.
core::ExitCode statusCommand(Request& request);
core::ExitCode historyCommand(Request& request);
core::ExitCode headsCommand(Request& request);
core::ExitCode showCommand(Request& request);
core::ExitCode lintCommand(Request& request);
core::ExitCode newCommand(Request& request);
core::ExitCode rescueCommand(Request& request);
core::ExitCode resetCommand(Request& request);
core::ExitCode sqlCommand(Request& request);
core::ExitCode planCommand(Request& request);
core::ExitCode rehearseCommand(Request& request);
core::ExitCode upgradeCommand(Request& request);
core::ExitCode downgradeCommand(Request& request);
core::ExitCode lossCommand(Request& request);
core::ExitCode backupCommand(Request& request);
core::ExitCode backupsCommand(Request& request);
core::ExitCode restoreCommand(Request& request);
core::ExitCode recoverCommand(Request& request);
core::ExitCode stampCommand(Request& request);
core::ExitCode verifyCommand(Request& request);
core::ExitCode referencesCommand(Request& request);
core::ExitCode reportCommand(Request& request);
core::ExitCode recogniseCommand(Request& request);
core::ExitCode compareCommand(Request& request);
core::ExitCode proveCommand(Request& request);
core::ExitCode expectedCommand(Request& request);
core::ExitCode changedCommand(Request& request);
core::ExitCode provisionCommand(Request& request);
core::ExitCode doctorCommand(Request& request);
core::ExitCode serverCommand(Request& request);

} // namespace socrates::cli
