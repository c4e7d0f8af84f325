// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/comparison.h"

namespace socrates::core {

/// An object that is there under another name than it should have: a table with its columns, a
/// column that kept its place, a constraint or an index of the same table.
struct Rename
{
    Schema::Key found; ///< as it is there; `table` by its right name already
    QString name;      ///< that it should have

    Schema::Key expected() const { return {found.kind, found.schema, found.table, name}; }
};

/// Only what can hardly be anything else: the same definition, of which each side has no second
/// one; of a table the same columns, most of them by name, and a constraint or index by name; of a
/// column the same place, before others, where nothing can be added. The columns and checks that
/// partitions and heirs share are left out, and what has a name that is taken. Tables come first,
/// then columns.
QList<Rename> renamesBetween(const Schema& expected, const Schema& found,
                             const ComparisonRules& rules);

/// The schema as it would be with the right names. Views keep the columns' old names.
Schema renamed(const Schema& schema, const QList<Rename>& renames);

/// Those that a comparison tells: the missing object and the extra one are both among its lines.
QList<Rename> renamesIn(const Comparison& comparison);
/// Whether the line is one of the two of a rename.
bool isRenamed(const ComparisonLine& line, const QList<Rename>& renames);

QString renameSql(const Rename& rename);

} // namespace socrates::core
