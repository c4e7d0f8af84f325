// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/plan.h"
#include "core/schema/expectedschema.h"

namespace socrates::core {

/// Something that a downgrade would delete, with how much of it there is now.
struct Loss
{
    enum class Kind {
        Table,  ///< the table is dropped: its rows
        Column, ///< the column is dropped: its values that are not null
        Rows,   ///< a statement deletes rows of a table that stays: at most all there are
    };
    Kind kind = Kind::Table;
    QString schema, table;
    QString column;          ///< of Kind::Column
    qint64 count = -1;       ///< -1: could not be counted
    bool isEstimate = false; ///< the planner's: exact would have taken too long
    QString reason;          ///< "004", "004: DELETE FROM users", "cascades from users"

    /// "users", "billing.invoices" where that is not the main schema.
    QString tableText() const;
};

/// What a plan's downgrades delete in one database, by its content at this moment.
struct LossForecast
{
    DatabaseName name;
    QString database;           ///< as the server knows it
    std::optional<Error> error; ///< set: nothing can be said
    QList<Loss> losses;
    /// What else stands on what goes: "view active_users goes too", "foreign key ... goes too".
    QStringList dependents;

    /// What the downgrade runs that may change rows and cannot be counted beforehand, a sentence
    /// each; a rehearsal measures it.
    QStringList uncounted;

    bool isEmpty() const { return losses.isEmpty() && dependents.isEmpty() && uncounted.isEmpty(); }
};

/// "42 users", "1 row of users", "about 3000000 users", "97 values of users.note", "an unknown
/// number of users".
QString lossText(const Loss& loss);
/// "42 users and 97 refresh tokens will be deleted." or "No rows will be deleted."
QString forecastText(const LossForecast& forecast);

/// From the difference between the schemas at the plan's beginning and end, and counts asked from
/// the server: short, read-only, each with a time-out of its own. Renamed tables and columns are no
/// loss. Errors: as ExpectedSchemaSource::expectedAt, conn.*.
Result<LossForecast> forecastLoss(Connection& connection, const Project& project, const Plan& plan,
                                  const DatabaseName& database, const ExpectedSchemaSource& source,
                                  const QString& role = {});

/// Every database that the plan touches, in project order. Blocks.
QList<LossForecast> forecastLosses(const Project& project, const Plan& plan,
                                   const QMap<DatabaseName, SessionPtr>& sessions,
                                   const ExpectedSchemaSource& source);

struct ExportedRows
{
    QString file;
    qint64 rows = 0;
};

/// Writes what would be lost to CSV files in `folder`, one for each table, by the server's own
/// COPY: UTF-8, a header line, empty text quoted and NULL not. A file appears when it is whole; one
/// that is there already is never overwritten. Errors: export.failed, sql.failed,
/// stopped.cancelled.
Result<QList<ExportedRows>> exportLosses(Connection& connection, const LossForecast& forecast,
                                         const QString& folder, const QString& role = {},
                                         const CancelToken& token = {});

} // namespace socrates::core
