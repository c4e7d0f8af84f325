// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// The project that came with the program whose executable is in `programFolder`: installed beside
/// it, in its bundle, or, for a program in its build folder, the one of the source tree around it.
/// Empty: none.
QString installedProjectFolder(const QString& programFolder);

/// The project folder by CONTRACT.md's rule: `given` (--project), else the current folder if it
/// holds socrates.json, else ./migrations if that does, else the installed one. Empty: none.
QString findProjectFolder(const QString& given, const QString& programFolder);

} // namespace socrates::core
