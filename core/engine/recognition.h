// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

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

    /// A way out. Nothing of it is ever run unasked.
    struct Offer
    {
        QString title;   ///< "stamp 002", "create what is missing, then stamp 002"
        QStringList sql; ///< whole, in order, without semicolons; empty: `advice` says why
        QString advice;  ///< what to do instead, or what to type
        bool destroysData = false;
    };

    DatabaseName name;
    std::optional<Error> error; ///< set: could not be looked at
    DatabaseStatus status;
    Verdict verdict = Verdict::Empty;
    QList<RevisionId> revision;                ///< what the tables say; empty: base
    Comparison comparison;                     ///< with that revision; misplaced tables included
    QMap<DatabaseName, QStringList> misplaced; ///< tables by the database they belong to
    QString sentence; ///< "002 but index users.idx_users_status is missing"
    QList<Offer> offers;

    /// Whether tables and version rows tell the same, and nothing is misplaced.
    bool isTrue() const;
};

/// "empty", "exact", "stamped_otherwise", "near", "foreign".
QString verdictText(Recognition::Verdict verdict);

/// Read-only; replays as ExpectedSchemaSource does.
Recognition recognise(Connection& connection, const Project& project, const DatabaseName& database,
                      const ExpectedSchemaSource& source, const QString& role = {});

} // namespace socrates::core
