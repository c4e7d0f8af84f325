// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"

#include <atomic>
#include <functional>

namespace socrates::core {

/// A private PostgreSQL for people who have none: a cluster under the user's data folder, on a
/// free loopback port, SCRAM with a random password that only its user can read. Never touches a
/// server it did not make: before anything is signalled, a sign-in with that password must have
/// reached a server on this very data folder. Started by root it drops to a service user.
/// The server outlives the program that started it, so that the desktop and the command line share
/// one. Blocking calls; two processes may call them at once.
///
/// In the folder: data (the cluster), password (0600), port, server.log, lock.
class LocalServer
{
public:
    /// PostgreSQL's programs of one installation.
    struct Programs
    {
        QString folder;
        int major = 0;
        QString version;
    };

    /// `folder` empty: the environment's SOCRATES_PRIVATE_SERVER_DIR, else the user's own
    /// (GenericDataLocation/socrates-admin/private-server), for root
    /// /var/lib/socrates-admin/private-server.
    explicit LocalServer(QString folder = {});

    /// Beside the program, usual install folders, PATH; newest major first. Only versions that
    /// this program supports (13 and newer).
    static QList<Programs> findPrograms();

    /// The same for pg_dump and pg_restore, which also come without a server.
    static QList<Programs> findDumpPrograms();

    /// What a person can do on this system when findPrograms() finds none.
    static QString adviceWithoutPrograms();

    enum class State { NotCreated, Stopped, Running, WrongMajor };
    State state() const;
    QString folder() const { return m_folder; }
    int dataMajor() const; ///< PG_VERSION of the cluster, 0 when there is none

    /// Creates the cluster when there is none, then starts it when it does not run.
    /// Errors: server.no_programs, server.wrong_major, server.create_failed, server.start_failed,
    /// server.folder, server.not_ours.
    Result<void> ensureRunning(const std::function<void(const QString&)>& progress = {});
    /// Fast shutdown. No error when it does not run. Errors: server.stop_failed, server.not_ours.
    Result<void> stop();

    /// For the end of a program: stops the server when it was this object that started it and
    /// nobody else is connected. Another window or a command may be using it by then.
    Result<void> stopIfUnused();

    /// The superuser of the running server, for the given database; password included.
    /// Errors: server.not_running, server.folder.
    Result<ConnectionParameters>
    adminParameters(const QString& database = QStringLiteral("postgres")) const;

private:
    QString m_folder;
    std::atomic<bool> m_wasStartedHere = false; ///< set on whichever thread started it
};

} // namespace socrates::core
