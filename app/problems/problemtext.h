// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

namespace socrates::ui {

/// The text with what may be rows of the database taken out: PostgreSQL's "Key (email)=(...)",
/// "Failing row contains (...)" and quoted input values.
QString withoutRowValues(const QString& text);

/// The line at fault and, below it, a caret under its column; empty when there is no line to show.
/// Reads the file where the error names one that exists; else the statement's first line is shown.
QString sqlWithCaret(const core::Error& error);

/// The caret's own part, for a known line: `column` counts from 1 in characters; 0 gives no caret.
QString lineWithCaret(const QString& line, int column);

/// The problem as Markdown for a ticket or a chat. Passwords never; row values only when wanted.
QString problemMarkdown(const core::Error& error, bool withRowValues);

} // namespace socrates::ui
