// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What packages of Unix bring for the command line, made from its table of commands so that it
/// knows each command and option. Used while building, not by the program.
namespace socrates::cli {

/// The whole completion script for a shell.
QString bashCompletion();
QString zshCompletion();

/// `page`, a manual in man's macros, with its lines `.\" COMMANDS` and `.\" OPTIONS` replaced by
/// what these are, and @VERSION@ by the program's.
QString completedManual(const QString& page);

} // namespace socrates::cli
