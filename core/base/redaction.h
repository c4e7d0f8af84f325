// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core {

/// The text with every password in it replaced by ***: of database URLs
/// ("postgresql://user:***@host"), of "password=..." pairs (DB_PASSWORD, PGPASSWORD and sslpassword
/// too), of JSON and of SQL's PASSWORD '...'. For logs, reports, the clipboard and the terminal.
/// Rather too much than too little.
QString redacted(const QString& text);

} // namespace socrates::core
