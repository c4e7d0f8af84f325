// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace socrates::cli {

/// The whole command line: parses, reads the project, runs the command. Returns the exit code.
/// `arguments` is without the program's name, `programFolder` holds the executable.
int run(const QStringList& arguments, const QString& programFolder);

} // namespace socrates::cli
