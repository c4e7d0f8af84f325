// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::cli {

/// The project folder by CONTRACT.md's rule: `given` (--project), else the current folder if it
/// holds socrates.json, else ./migrations if that does, else the one installed with the program
/// (or, for a program in its build folder, the one of the source tree around it). Empty: none.
QString findProjectFolder(const QString& given, const QString& programFolder);

} // namespace socrates::cli
