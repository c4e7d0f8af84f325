// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace socrates::core {

/// The text of a project file: UTF-8 with or without BOM, line ends made LF. Anything else (UTF-16
/// or UTF-32, NUL characters, invalid UTF-8, more than kMaxRevisionFileBytes) is an error with the
/// line where it was seen.
Result<QString> decodeProjectText(const QByteArray& bytes, const QString& filePath);

/// Reads a file of a project whose canonical folder is `root`: a regular file that, all symbolic
/// links followed, lies inside the root.
Result<QString> readProjectText(const QString& filePath, const QString& root);

/// Whether the canonical path is `root` or lies below it.
bool isInsideFolder(const QString& canonicalPath, const QString& root);

} // namespace socrates::core
