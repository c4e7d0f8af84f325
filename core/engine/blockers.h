// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

#include <QMap>

#include <memory>

namespace socrates::core {

/// Another session of the server, as far as this role may see it.
struct OtherSession
{
    int pid = 0; ///< 0: a prepared transaction, which no process holds
    QString user;
    QString host; ///< "this machine" for a socket; empty where this role may not see it
    QString application;
    QString since;   ///< of its transaction, the server's clock; empty where it may not be seen
    QString query;   ///< its newest statement
    QString started; ///< tells a process from a later one of the same number
    bool maySignal = false; ///< this role may cancel or terminate it

    /// The revision it runs, when it is another copy of this program.
    QString revision() const;
    /// "olga from 10.0.0.7, psql, process 4711, since 09:30:12".
    QString text() const;
    bool operator==(const OtherSession&) const = default;
};

/// What one of our sessions waits for, and who waits for it.
struct LockSituation
{
    QString database;
    QList<OtherSession> blockers;
    QList<OtherSession> queue;
    bool waitsForStandby = false; ///< in COMMIT, for a synchronous standby to confirm

    bool isQuiet() const { return blockers.isEmpty() && queue.isEmpty() && !waitsForStandby; }
    /// One line: who stands in the way, and how many stand behind us.
    QString text() const;
    bool operator==(const LockSituation&) const = default;
};

/// Who blocks the server process `pid`, and who queues behind it. Ask on another connection.
Result<LockSituation> readLockSituation(Connection& connection, int pid);

enum class BackendSignal { Cancel, Terminate };
/// pg_cancel_backend or pg_terminate_backend, provided that the session is still the one shown.
/// Errors: run.no_right, run.session_gone, and those of a query.
Result<void> signalBackend(Connection& connection, const OtherSession& session,
                           BackendSignal signal);

/// The application_name of a session that migrates.
QString programName(const QString& osUser, const QString& revision);

/// busy.migrating, naming who holds the advisory lock of this database.
Error migratingError(Connection& connection, const QString& database);

/// busy.lock: `table` cannot even be read, naming who locked it. Empty: whichever table it is.
Error lockedTableError(Connection& connection, const QString& table = {});

/// Looks, on connections of its own and on a thread of its own, at what the sessions of a run wait
/// for. It connects only when a run takes longer than a moment.
class LockWatch
{
public:
    /// Called on the watch's thread whenever the situation of a database changes.
    using Handler = std::function<void(const LockSituation&)>;

    /// `lockTimeoutMs`: how long the statements wait for a lock, so that it looks before they give
    /// up; 0: for as long as it takes.
    LockWatch(Handler handler, int lockTimeoutMs);
    ~LockWatch();
    LockWatch(const LockWatch&) = delete;
    LockWatch& operator=(const LockWatch&) = delete;

    /// Thread-safe. `database`: the project's name.
    void watch(const QString& database, const ConnectionParameters& parameters, int pid);
    void forget(const QString& database);
    /// Who was last seen blocking since the last call.
    QList<OtherSession> takeBlockers(const QString& database);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace socrates::core
