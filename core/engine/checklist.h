// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/revisions/project.h"
#include "core/schema/schema.h"

namespace socrates::core {

/// The plan's Verification Checklist, parsed from its own Markdown. In it [x] means "expected".
struct ChecklistItem
{
    enum class Kind { Table, Column };
    DatabaseName database;
    Kind kind = Kind::Table;
    QString table;
    QString column;
    QString text; ///< "users", "users: email"
    int line = 0;
};

struct TickedItem
{
    ChecklistItem item;
    bool ok = false;
    QString evidence;       ///< "table public.users, owner socrates" / "no such table"
    bool isPending = false; ///< not there yet, and a pending revision will make it
};

/// Errors name file and line: an unknown database, a column list without its table, ...
ResultOrErrors<QList<ChecklistItem>> parseChecklist(const QString& markdown,
                                                    const QString& filePath,
                                                    const QList<DatabaseName>& databases);

/// Ticks the items of one database. `versionTableExists` answers for alembic_version, which a
/// Schema leaves out. `notYet`: tables that pending revisions will create; they stay unticked
/// with that evidence.
QList<TickedItem> tickChecklist(const QList<ChecklistItem>& items, const DatabaseName& database,
                                const Schema& found, bool versionTableExists);

/// The same Markdown with [x] and [ ] as found, and the evidence.
QString checklistMarkdown(const QList<TickedItem>& items, const QString& heading);

} // namespace socrates::core
