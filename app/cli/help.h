// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::cli {

/// `--help`: how a command line is built, all commands and options, and first steps.
QString generalHelp();
/// `COMMAND --help`.
QString commandHelp(const QString& command);

} // namespace socrates::cli
