// SPDX-License-Identifier: MIT
#include "core/engine/pairrecovery.h"

#include "core/base/texts.h"
#include "core/engine/stepcontext.h"

#include <QDeadlineTimer>
#include <QThread>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTryMs = 60000;
constexpr unsigned long kPauseMs = 500;

Result<void> endOn(Connection& connection, const QString& role, const QString& gid, HalfEnd end,
                   const RunOptions& options)
{
    const auto there =
        connection.query(u"SELECT owner FROM pg_prepared_xacts WHERE gid = $1"_s, {gid});
    if (!there)
        return fail(there.error());
    if (there->isEmpty())
        return {};
    // Only the role that prepared it may end it.
    if (!role.isEmpty()) {
        if (const auto set = connection.query(u"SET ROLE "_s + Connection::identifier(role)); !set)
            return fail(set.error());
    }
    const QString verb = end == HalfEnd::Commit ? u"COMMIT PREPARED "_s : u"ROLLBACK PREPARED "_s;
    PipelineItem item = commitItem(options); // it may wait for a standby, and is bounded
    item.sql = verb + Connection::literal(gid);
    const auto ended = connection.pipeline({item});
    if (!role.isEmpty())
        static_cast<void>(connection.query(u"RESET ROLE"_s));
    // Somebody else ended it in between (42704).
    if (!ended && ended.error().error.sqlState != "42704"_L1)
        return fail(ended.error().error);
    return {};
}

OrphanedHalf judged(OrphanedHalf orphan, HalfDecision decision, const QString& reason)
{
    orphan.decision = decision;
    orphan.reason = reason;
    return orphan;
}

Result<OrphanedHalf> askDecider(Connection& connection, const QString& role,
                                const OrphanedHalf& orphan)
{
    const QString decider = orphan.half.decider.text();
    const auto lock = connection.query(u"SELECT pg_try_advisory_xact_lock($1)"_s,
                                       {QString::number(kAdvisoryLockKey)});
    if (!lock)
        return fail(lock.error());
    if (lock->at(0, 0) != "t"_L1)
        return judged(
            orphan, HalfDecision::Running,
            Texts::tr("Somebody is working on %1 at this moment; it may be the run itself.")
                .arg(decider));
    const auto access = connection.query(logAccessQuery(role));
    if (!access)
        return fail(access.error());
    const LogAccess log = logAccessFrom(*access);
    if (log.exists && !log.canRead)
        return judged(
            orphan, HalfDecision::Unknown,
            Texts::tr("The log of %1, where the decision is, may not be read.").arg(decider));
    bool isDecided = false;
    if (log.exists) {
        const auto rows =
            connection.query(u"SELECT count(*) FROM socrates_admin.migration_log "
                             "WHERE run_id = $1::uuid AND event IN ('upgrade', 'downgrade')"_s,
                             {orphan.half.runId});
        if (!rows)
            return fail(rows.error());
        isDecided = rows->at(0, 0) != "0"_L1;
    }
    return isDecided
               ? judged(
                     orphan, HalfDecision::Commit,
                     Texts::tr(
                         "%1 has committed its half of this run, so this one is to be committed.")
                         .arg(decider))
               : judged(orphan, HalfDecision::RollBack,
                        Texts::tr("%1 has not committed its half of this run, so this one is to be "
                                  "rolled back.")
                            .arg(decider));
}

/// The database where the decision is recorded is not among those that can be asked.
QString whyNotAsked(const PreparedHalf& half, const QList<DatabaseStatus>& statuses)
{
    const QString decider = half.decider.text();
    for (const DatabaseStatus& status : statuses) {
        if (status.name != half.decider)
            continue;
        return status.error
                   ? Texts::tr("Whether it is to be committed is recorded in %1, which cannot be "
                               "asked now: %2")
                         .arg(decider, status.error->summary)
                   : Texts::tr("Whether it is to be committed is recorded in %1, but the database "
                               "that is connected as that is another one than then.")
                         .arg(decider);
    }
    return Texts::tr("Whether it is to be committed is recorded in %1, which is not connected.")
        .arg(decider);
}

} // namespace

QString identityOf(const DatabaseStatus& status)
{
    return status.systemIdentifier.isEmpty() || status.databaseOid.isEmpty()
               ? QString()
               : status.systemIdentifier + u'.' + status.databaseOid;
}

QList<OrphanedHalf> findOrphanedHalves(const QMap<DatabaseName, SessionPtr>& sessions,
                                       const QList<DatabaseStatus>& statuses)
{
    QList<OrphanedHalf> orphans;
    for (const DatabaseStatus& status : statuses) {
        for (const PreparedHalf& half : status.preparedHalves) {
            OrphanedHalf orphan{status.name, half, {}, {}};
            const auto decider = std::find_if(
                statuses.cbegin(), statuses.cend(), [&half](const DatabaseStatus& candidate) {
                    return !candidate.error && identityOf(candidate) == half.deciderIdentity;
                });
            if (decider == statuses.cend() || !sessions.contains(decider->name)) {
                orphans << judged(orphan, HalfDecision::Unknown, whyNotAsked(half, statuses));
                continue;
            }
            const SessionPtr session = sessions.value(decider->name);
            const Result<OrphanedHalf> answer =
                session
                    ->submit([orphan, role = session->role()](Connection& connection) {
                        return askDecider(connection, role, orphan);
                    })
                    .result();
            orphans << (answer ? *answer
                               : judged(orphan, HalfDecision::Unknown, answer.error().summary));
        }
    }
    return orphans;
}

Result<void> endPrepared(const ConnectionParameters& parameters, const QString& role,
                         const QString& gid, HalfEnd end, const RunOptions& options,
                         const LaneCoordinator& coordinator)
{
    const QDeadlineTimer deadline(kTryMs);
    while (true) {
        const auto connection = Connection::open(parameters, 5000);
        const auto ended =
            connection ? endOn(**connection, role, gid, end, options) : fail(connection.error());
        if (ended || deadline.hasExpired() || coordinator.isCancelled())
            return ended;
        QThread::msleep(kPauseMs);
    }
}

Result<void> endHalf(Session& session, const PreparedHalf& half, HalfEnd end,
                     const KnownServers& known)
{
    return session
        .submit([&](Connection& connection) -> Result<void> {
            if (const auto right = checkServer(connection, session.name(), known); !right)
                return right;
            return endOn(connection, session.role(), half.gid, end, {});
        })
        .result();
}

} // namespace socrates::core
