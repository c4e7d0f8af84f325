// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/databasestatus.h"
#include "core/engine/lane.h"
#include "core/engine/serverguard.h"

namespace socrates::core {

/// What the record says about a half that is prepared (preparedhalf.h).
enum class HalfDecision {
    Commit,   ///< the deciding database has the run's log rows
    RollBack, ///< it has none, and nobody works there any more
    Running,  ///< somebody still works there: wait
    Unknown,  ///< the deciding database cannot be asked
};

struct OrphanedHalf
{
    DatabaseName database;
    PreparedHalf half;
    HalfDecision decision = HalfDecision::Unknown;
    QString reason; ///< one sentence in plain words
};

enum class HalfEnd { Commit, RollBack };

/// "system identifier.database oid", empty when the server does not tell.
QString identityOf(const DatabaseStatus& status);

/// Every prepared half that the statuses show, with what the record says. Blocks.
QList<OrphanedHalf> findOrphanedHalves(const QMap<DatabaseName, SessionPtr>& sessions,
                                       const QList<DatabaseStatus>& statuses);

/// COMMIT PREPARED or ROLLBACK PREPARED, over a connection of its own, tried for a minute while
/// the server restarts. A half that is no longer there has been ended before: fine.
Result<void> endPrepared(const ConnectionParameters& parameters, const QString& role,
                         const QString& gid, HalfEnd end, const RunOptions& options,
                         const LaneCoordinator& coordinator);
/// The same once, by the session of the database, when that leads where it did (`known`).
/// Errors: server.changed, sql.*.
Result<void> endHalf(Session& session, const PreparedHalf& half, HalfEnd end,
                     const KnownServers& known);

} // namespace socrates::core
