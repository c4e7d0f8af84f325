// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace socrates::core {

/// What a constraint's or an index's canonical definition says of columns.
struct ConstraintColumns
{
    QStringList columns; ///< names without quotes; expressions are left out
    /// Of a foreign key; the schema is empty where the definition names none.
    QString otherSchema, otherTable;
    QStringList otherColumns;
};

/// Reads "PRIMARY KEY (id)", "FOREIGN KEY (a, b) REFERENCES s.t(x, y) ON DELETE CASCADE",
/// "UNIQUE (email)", "unique btree (email)".
ConstraintColumns constraintColumns(const QString& definition);

/// The type at the beginning of a column's definition, with the short names that people use.
QString columnType(const QString& definition);

} // namespace socrates::core
