// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/checklist.h"
#include "core/engine/databasestatus.h"
#include "core/engine/misplaced.h"
#include "core/schema/attribution.h"
#include "core/schema/comparison.h"
#include "core/schema/expectedschema.h"

namespace socrates::core {

/// Proof of what is in one database: the checklist ticked and every object compared with the
/// schema expected at the revision where the database is.
struct DatabaseVerification
{
    DatabaseName name;
    std::optional<Error> error; ///< set: could not be verified
    DatabaseStatus status;
    QList<RevisionId> revision; ///< where it was compared; head when the rows are unknown
    Comparison comparison;
    QString expectedOrigin;
    QList<TickedItem> checklist; ///< items that pending revisions will make are marked `isPending`
    /// Who owns what, and whether the connection's user can use it: one sentence per finding.
    QStringList ownership;
    QStringList rightsProblems; ///< "app may not read users: it belongs to postgres"
    QDateTime verifiedAt;       ///< server's clock, UTC
    Schema found;
    Schema expected;
    /// How tables of another database's plan could leave this one; with attribution only.
    MisplacedRemoval misplaced;
    /// Which revisions made what is expected; empty unless asked for and found out.
    Attribution attribution;

    /// No difference and no unticked checklist item that should be there at this revision.
    bool isOk() const;
};

/// The attribution wants the schema at every revision, which may take a replay of all of them.
enum class VerificationDetail { Plain, WithAttribution };

/// Read-only (replay happens elsewhere, see ExpectedSchemaSource).
DatabaseVerification verifyDatabase(Connection& connection, const Project& project,
                                    const DatabaseName& database,
                                    const ExpectedSchemaSource& source, const QString& role = {},
                                    VerificationDetail detail = VerificationDetail::Plain);

/// What a transaction must have made of a database before it may be committed. Derived before the
/// transaction begins, since a replay may need a connection outside of one.
struct ExpectedState
{
    QList<RevisionId> rows;
    Schema schema;
    QString origin;
    Schema head; ///< tells a checklist item that is pending from one that is missing
};
Result<ExpectedState> expectedStateAt(Connection& connection, const Project& project,
                                      const DatabaseName& database, const QList<RevisionId>& rows,
                                      const ExpectedSchemaSource& source);
/// The same proof inside an open transaction, of its uncommitted work. `before`: where the
/// database stood when the transaction began.
DatabaseVerification verifyOpenTransaction(Connection& connection, const Project& project,
                                           const DatabaseStatus& before,
                                           const ExpectedState& expected);

/// All sessions at once, in project order. Blocks.
QList<DatabaseVerification> verifyDatabases(const Project& project,
                                            const QMap<DatabaseName, SessionPtr>& sessions,
                                            const ExpectedSchemaSource& source,
                                            VerificationDetail detail = VerificationDetail::Plain);

/// What is ignored in this database, and which tables belong to another one. `project` must
/// outlive it.
ComparisonRules comparisonRules(const Project& project, const DatabaseName& database);

/// The same schema with the objects of public in another schema, which is there itself: where the
/// version table lives, there a run creates what it names without a schema.
Schema inSchema(const Schema& schema, const QString& name);

} // namespace socrates::core
