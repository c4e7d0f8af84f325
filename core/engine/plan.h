// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"

namespace socrates::core {

/// A target as typed: "socrates_auth@002", "head", "auth@head", "+1".
struct TargetSpec
{
    DatabaseName database; ///< empty: every connected database
    QString target;        ///< Alembic's grammar

    /// Splits off a database's name; a branch label stays with the target.
    static TargetSpec parse(const QString& text, const Project& project);
};

struct PlannedStep
{
    DatabaseName database;
    LineageStep step;
    /// Steps of other databases (indexes into Plan::steps) that must be committed before.
    QList<int> waitsFor;
};

/// What a run will do: decided before anything runs, shown to the person, then run as shown.
struct Plan
{
    Direction direction = Direction::Upgrade;
    QList<PlannedStep>
        steps; ///< in the order shown; databases run in parallel where waitsFor allows
    QList<DatabaseStatus> databases; ///< as they were when planned, project order
    /// Asked-for targets that change nothing, as sentences.
    QStringList remarks;

    bool isEmpty() const { return steps.isEmpty(); }
    QList<DatabaseName> touchedDatabases() const;
};

/// Plans `upgrade` or `downgrade`. Several targets are allowed, one per database at most.
/// Refuses: unknown or foreign version rows (version.unknown, version.foreign), a suspicious
/// version table (version.suspicious), a standby (conn.standby), a `requires` that is absent or
/// would be broken (usage.requires), Alembic's target errors (usage.target), an irreversible
/// revision (usage.irreversible).
Result<Plan> makePlan(const Project& project, const QList<DatabaseStatus>& statuses,
                      Direction direction, const QList<TargetSpec>& targets);

} // namespace socrates::core
