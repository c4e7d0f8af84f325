// SPDX-License-Identifier: MIT
#include "core/engine/blockers.h"

#include "core/base/texts.h"
#include "core/engine/lane.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLookEveryMs = 300;
constexpr int kLooksInAWait = 4; ///< at least, where waiting is short
constexpr int kShortestPauseMs = 20;
/// A look that the server does not answer is given up: it only informs.
constexpr int kLookPatienceMs = 3000;
constexpr auto kProgramPrefix = "socrates-admin "_L1;

/// What sessionFrom() reads, of pg_stat_activity AS a. Most of it is NULL for a role that may not
/// look into other people's sessions.
constexpr auto kSessionColumns =
    "a.pid, coalesce(a.usename, ''), "
    "coalesce(host(a.client_addr), CASE WHEN a.client_port = -1 THEN 'this machine' END, ''), "
    "coalesce(a.application_name, ''), "
    "coalesce(to_char(coalesce(a.xact_start, a.state_change, a.backend_start), 'HH24:MI:SS'), ''), "
    "coalesce(left(a.query, 500), ''), coalesce(a.backend_start::text, ''), "
    "(SELECT me.rolsuper FROM pg_roles me WHERE me.rolname = current_user) OR "
    "(NOT coalesce((SELECT r.rolsuper FROM pg_roles r WHERE r.oid = a.usesysid), true) AND "
    "(pg_has_role(a.usesysid, 'MEMBER') OR pg_has_role('pg_signal_backend', 'MEMBER')))"_L1;

OtherSession sessionFrom(const QStringList& row, qsizetype first)
{
    OtherSession session;
    session.pid = row.at(first).toInt();
    session.user = row.at(first + 1);
    session.host = row.at(first + 2);
    session.application = row.at(first + 3);
    session.since = row.at(first + 4);
    session.query = row.at(first + 5).simplified();
    session.started = row.at(first + 6);
    session.maySignal = row.at(first + 7) == "t"_L1;
    return session;
}

} // namespace

QString OtherSession::revision() const
{
    const QString rest =
        application.startsWith(kProgramPrefix) ? application.section(u' ', 2) : QString();
    return rest.section(u' ', -1);
}

QString OtherSession::text() const
{
    if (pid == 0)
        return Texts::tr("a prepared transaction (see pg_prepared_xacts)");
    const QString who = user.isEmpty() ? Texts::tr("somebody") : user;
    QStringList parts{host.isEmpty() ? who : Texts::tr("%1 from %2").arg(who, host)};
    if (!application.isEmpty() && !revision().isEmpty())
        parts << Texts::tr("%1 (revision %2)").arg(application, revision());
    else if (!application.isEmpty())
        parts << application;
    parts << Texts::tr("process %1").arg(pid);
    if (!since.isEmpty())
        parts << Texts::tr("since %1").arg(since);
    return parts.join(u", "_s);
}

QString LockSituation::text() const
{
    QStringList parts;
    QStringList names;
    for (const OtherSession& blocker : blockers)
        names << blocker.text();
    if (!names.isEmpty())
        parts << Texts::tr("waiting for a lock held by %1").arg(clauses(names));
    if (waitsForStandby)
        parts << Texts::tr("the COMMIT waits for a synchronous standby to confirm it");
    if (!queue.isEmpty())
        parts << Texts::tr("%n behind us in the queue: %1", nullptr, int(queue.size()))
                     .arg(queue.first().text());
    return clauses(parts);
}

Result<LockSituation> readLockSituation(Connection& connection, int pid)
{
    const QString columns = kSessionColumns;
    const PipelineItem item{
        u"SELECT 'blocker', "_s + columns +
            u" FROM pg_stat_activity a WHERE a.pid = ANY (pg_blocking_pids($1)) "
            "UNION ALL SELECT 'queue', "_s +
            columns +
            u" FROM pg_stat_activity a WHERE a.pid <> $1 "
            "AND a.pid IN (SELECT l.pid FROM pg_locks l WHERE NOT l.granted) "
            "AND $1 = ANY (pg_blocking_pids(a.pid)) "
            "UNION ALL SELECT 'prepared', 0, '', '', '', '', '', '', false "
            "WHERE 0 = ANY (pg_blocking_pids($1)) "
            "UNION ALL SELECT 'standby', 0, '', '', '', '', '', '', false "
            "FROM pg_stat_activity a WHERE a.pid = $1 AND a.wait_event = 'SyncRep'"_s,
        {QString::number(pid)},
        false,
        kLookPatienceMs,
        {}};
    LockSituation situation;
    const auto done = connection.pipeline({item}, [&](qsizetype, const Rows& rows) -> Result<void> {
        for (const QStringList& row : rows.rows) {
            if (row.first() == "standby"_L1)
                situation.waitsForStandby = true;
            else if (row.first() == "queue"_L1)
                situation.queue << sessionFrom(row, 1);
            else
                situation.blockers << sessionFrom(row, 1);
        }
        return {};
    });
    if (!done)
        return fail(done.error().error);
    return situation;
}

Result<void> signalBackend(Connection& connection, const OtherSession& session,
                           BackendSignal signal)
{
    const auto function =
        signal == BackendSignal::Cancel ? "pg_cancel_backend"_L1 : "pg_terminate_backend"_L1;
    const auto done = connection.query(
        u"SELECT "_s + function +
            u"(a.pid) FROM pg_stat_activity a WHERE a.pid = $1 AND a.backend_start::text = $2"_s,
        {QString::number(session.pid), session.started});
    Error error;
    if (!done) {
        error = done.error();
        if (error.sqlState == "42501"_L1) {
            error.code = u"run.no_right"_s;
            error.hint = Texts::tr("Ask %1 to let go, or a member of pg_signal_backend to help.")
                             .arg(session.user);
        }
        return fail(error);
    }
    if (!done->isEmpty() && done->at(0, 0) == "t"_L1)
        return {};
    error.code = u"run.session_gone"_s;
    error.summary = Texts::tr("Process %1 is not there any more.").arg(session.pid);
    return fail(error);
}

QString programName(const QString& osUser, const QString& revision)
{
    QString who = osUser;
    who.replace(u' ', u'_'); // the words are counted when it is read
    // PostgreSQL keeps 63 bytes; the revision matters more than the end of a long user name.
    return kProgramPrefix + who.left(qMax<qsizetype>(8, 46 - revision.size())) + u' ' + revision;
}

Error migratingError(Connection& connection, const QString& database)
{
    Error error;
    error.code = u"busy.migrating"_s;
    error.database = database;
    error.summary = Texts::tr("Somebody else is migrating %1.").arg(database);
    error.hint = Texts::tr("Wait until they are done and try again.");
    const auto holder =
        connection.query(u"SELECT "_s + kSessionColumns +
                             uR"( FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (l.classid::bigint << 32) + l.objid::bigint = $1)"_s,
                         {QString::number(kAdvisoryLockKey)});
    if (holder && !holder->isEmpty())
        error.detail = sessionFrom(holder->rows.constFirst(), 0).text();
    return error;
}

Error lockedTableError(Connection& connection, const QString& table)
{
    Error error;
    error.code = u"busy.lock"_s;
    error.sqlState = u"55P03"_s;
    error.hint = Texts::tr("Wait until they are done and try again, or end their session.");
    QString name = table;
    const auto holders = connection.query(
        u"SELECT l.relation::regclass::text, "_s + kSessionColumns +
            u" FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.granted "
            "AND l.mode = 'AccessExclusiveLock' AND l.locktype = 'relation' "
            "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
            "AND CASE $1 WHEN '' THEN l.relation >= 16384::oid ELSE l.relation = "
            "to_regclass($1)::oid END "
            "AND a.pid <> pg_backend_pid() ORDER BY a.xact_start, 1"_s,
        {table});
    if (holders && !holders->isEmpty()) {
        name = holders->at(0, 0);
        error.detail = Texts::tr("The lock is held by %1.")
                           .arg(sessionFrom(holders->rows.constFirst(), 1).text());
    }
    error.summary =
        name.isEmpty()
            ? Texts::tr("Something in this database is locked, so that it cannot even be read.")
            : Texts::tr("%1 is locked, so that it cannot even be read.").arg(name);
    return error;
}

struct LockWatch::Private
{
    struct Target
    {
        ConnectionParameters parameters;
        int pid = 0;
        LockSituation seen;
        QList<OtherSession> blockers; ///< the last ones, for whoever asks after the wait is over
    };
    std::mutex mutex;
    std::condition_variable wake;
    QMap<QString, Target> targets;
    bool isEnding = false;
    CancelToken connecting;
    Handler handler;
    std::chrono::milliseconds pause;
    std::thread thread;

    void run();
    void look(const QString& database, Connection& connection, int pid);
};

void LockWatch::Private::run()
{
    std::map<QString, std::unique_ptr<Connection>> connections;
    while (true) {
        QMap<QString, Target> now;
        {
            std::unique_lock lock(mutex);
            if (wake.wait_for(lock, pause, [this] { return isEnding; }))
                return;
            now = targets;
        }
        for (auto it = now.cbegin(); it != now.cend(); ++it) {
            auto& connection = connections[it.key()];
            if (!connection || !connection->isAlive()) {
                auto opened = Connection::open(it->parameters, 3000, connecting);
                if (!opened)
                    continue; // it only informs: the run itself tells what is wrong
                connection = std::move(*opened);
            }
            look(it.key(), *connection, it->pid);
        }
    }
}

void LockWatch::Private::look(const QString& database, Connection& connection, int pid)
{
    auto situation = readLockSituation(connection, pid);
    if (!situation)
        return;
    situation->database = database;
    {
        const std::lock_guard lock(mutex);
        const auto target = targets.find(database);
        if (target == targets.end() || target->pid != pid)
            return;
        if (!situation->blockers.isEmpty())
            target->blockers = situation->blockers;
        if (target->seen == *situation || (target->seen.isQuiet() && situation->isQuiet()))
            return;
        target->seen = *situation;
    }
    handler(*situation);
}

LockWatch::LockWatch(Handler handler, int lockTimeoutMs) : d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
    d->pause = std::chrono::milliseconds(
        lockTimeoutMs > 0 ? qBound(kShortestPauseMs, lockTimeoutMs / kLooksInAWait, kLookEveryMs)
                          : kLookEveryMs);
    d->thread = std::thread([this] { d->run(); });
}

LockWatch::~LockWatch()
{
    {
        const std::lock_guard lock(d->mutex);
        d->isEnding = true;
    }
    d->connecting.cancel();
    d->wake.notify_all();
    d->thread.join();
}

void LockWatch::watch(const QString& database, const ConnectionParameters& parameters, int pid)
{
    const std::lock_guard lock(d->mutex);
    Private::Target target;
    target.parameters = parameters;
    target.pid = pid;
    d->targets.insert(database, target);
}

void LockWatch::forget(const QString& database)
{
    const std::lock_guard lock(d->mutex);
    d->targets.remove(database);
}

QList<OtherSession> LockWatch::takeBlockers(const QString& database)
{
    const std::lock_guard lock(d->mutex);
    const auto target = d->targets.find(database);
    return target == d->targets.end() ? QList<OtherSession>() : std::exchange(target->blockers, {});
}

} // namespace socrates::core
