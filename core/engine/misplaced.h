// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/postgres/connection.h"
#include "core/schema/comparison.h"

namespace socrates::core {

/// How tables of another database's plan could leave this one. They go only while they are empty:
/// with rows, only somebody who knows can say.
struct MisplacedRemoval
{
    QStringList sql;    ///< in order, without semicolons; empty: see `obstacle`
    QStringList empty;  ///< "table projects, which is empty"
    QStringList filled; ///< "table projects with 3 rows"
    QString obstacle;   ///< why there is no SQL; empty: there is
    bool isAny() const { return !sql.isEmpty() || !obstacle.isEmpty(); }
};

/// Read-only; counts rows up to a bound. `comparison` is that of `database` with what is expected.
Result<MisplacedRemoval> misplacedRemoval(Connection& connection, const DatabaseName& database,
                                          const Comparison& comparison);

/// How many rows a table or a query in parentheses has, one more than kCountedRows at most. Rows
/// that a policy hides count: rather an error than too few.
inline constexpr int kCountedRows = 100000;
Result<qint64> boundedCount(Connection& connection, const QString& from);

/// "table notes with 3 rows", "column users.phone, which holds nothing".
QString lossText(const ComparisonLine& line, qint64 count);
/// The table or view of the line, or that it belongs to, with its schema and quoted.
QString tableText(const ComparisonLine& line);

} // namespace socrates::core
