// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/revision.h"
#include "core/sql/statementkind.h"

namespace socrates::ui {

/// What one statement does, as far as its text tells.
struct Effect
{
    QString verb;   ///< "CREATE TABLE"
    QString object; ///< "users"; may be empty
    int line = 0;   ///< in the file
};

/// One per statement, in order.
QList<Effect> effectsOf(const core::Section& section);
/// "table users", "index idx_users_email": the objects that `verb` ("CREATE", "DROP") touches.
QStringList objectsOf(const core::Section& section, QLatin1StringView verb);
/// Names of the tables that the section drops.
QStringList droppedTables(const core::Section& section);
/// Every risk of the section once, locks on tables that the section itself creates left out;
/// NotTransactional when it runs outside a transaction.
QList<core::StatementTraits::Risk> risksOf(const core::Section& section);

} // namespace socrates::ui
