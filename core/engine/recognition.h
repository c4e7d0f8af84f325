// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/lossforecast.h"
#include "core/engine/runner.h"

namespace socrates::core {

/// Which revision a database really is, judged by what is in it and not by its version row.
struct Recognition
{
    enum class Verdict {
        Empty,   ///< no object and no version row
        Exact,   ///< exactly `revision`, and the version rows say so
        Stamped, ///< exactly `revision`, and the version rows say something else, or nothing
        Near,    ///< `revision` but for `comparison`
        Foreign, ///< nothing of this lineage is in it
    };

    /// A way out. Nothing of it is ever run unasked; applyOffer() does it.
    struct Offer
    {
        QString id;      ///< "stamp", "mend", "make-exact", "remove-misplaced": stable
        QString title;   ///< "stamp 002", "create what is missing, then stamp 002"
        QStringList sql; ///< whole, in order, without semicolons; empty: `obstacle` says why
        QString advice;  ///< what it leaves alone, or what it takes for granted
        /// Why it is only shown and cannot be carried out; empty: it can.
        QString obstacle;
        bool destroysData = false;
        QStringList losses;    ///< what is destroyed, with numbers: "table notes with 3 rows"
        QStringList rowsAfter; ///< of the version table
        /// What may differ afterwards; anything else is a reason not to commit.
        QList<ComparisonLine::Outcome> leaves;

        bool isApplicable() const { return obstacle.isEmpty(); }
    };

    DatabaseName name;
    std::optional<Error> error; ///< set: could not be looked at
    DatabaseStatus status;
    Verdict verdict = Verdict::Empty;
    QList<RevisionId> revision; ///< what the tables say; empty: base
    Comparison comparison;      ///< with that revision; misplaced tables included
    Schema expected;            ///< of that revision
    Schema found;
    /// The schema in which its tables are although the connection does not look there; empty: none.
    QString elsewhere;
    QMap<DatabaseName, QStringList> misplaced; ///< tables by the database they belong to
    QString sentence; ///< "002 but index users.idx_users_status is missing"
    QList<Offer> offers;

    /// Whether tables and version rows tell the same, and nothing is misplaced.
    bool isTrue() const;
    /// Nothing: there is no such offer.
    const Offer* offer(const QString& id) const;
    /// The misplaced tables as something to be exported before they go.
    LossForecast misplacedRows() const;
};

/// "empty", "exact", "stamped_otherwise", "near", "foreign".
QString verdictText(Recognition::Verdict verdict);

/// Read-only; replays as ExpectedSchemaSource does.
Recognition recognise(Connection& connection, const Project& project, const DatabaseName& database,
                      const ExpectedSchemaSource& source, const QString& role = {});

/// The ways out of what was recognised, the likeliest first; asks the connection how many rows are
/// at stake. For recognise().
Result<QList<Recognition::Offer>> offersFor(Connection& connection, const Recognition& recognition);

/// Carries out an offer, exactly the SQL that it shows, in one transaction: the server asserted,
/// the advisory lock taken, version rows as they were seen, tables that must be empty looked at
/// once more, the result compared with what the revision says, logged, and only then committed.
/// Answers what a fresh look recognises. Blocks. Errors: usage.offer (none of this name, or not to
/// be carried out), server.changed, busy.*, schema.not_empty, schema.verification_failed,
/// sql.failed, conn.*.
Result<Recognition> applyOffer(const Project& project, Session& session, const Recognition& seen,
                               const QString& offerId, const ExpectedSchemaSource& source,
                               const RunOptions& options = {});

} // namespace socrates::core
