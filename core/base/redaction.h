// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// The text with the password of every database URL ("postgresql://user:***@host") and of every
/// "password=..." pair replaced by ***. For logs, reports, the clipboard and the terminal.
QString redacted(const QString& text);

} // namespace socrates::core
