// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <functional>

namespace socrates::ui {

/// Program and arguments that open `where` at its line; empty: none is known, and the desktop
/// decides. `command` is the person's own, with {file}, {line} and {column} in it; where it is
/// empty, the first of the usual editors that `find` knows the path of (QStandardPaths does).
QStringList editorArguments(const QString& command, const core::SourceLocation& where,
                            const std::function<QString(const QString&)>& find);

/// Opens a file in an editor. The error tells which program would not start.
core::Result<void> openInEditor(const QString& command, const core::SourceLocation& where);

} // namespace socrates::ui
