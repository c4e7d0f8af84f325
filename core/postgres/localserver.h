// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"

#include <functional>

namespace socrates::core {

/// A private PostgreSQL for people who have none: a cluster under the user's data folder, on a
/// free loopback port, SCRAM with a random password that only its user can read. Never touches a
/// server it did not make. Started by root it drops to a service user. Blocking calls.
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

    /// `folder` empty: the user's own (AppLocalDataLocation/private-server, or where the service
    /// user may write when root).
    explicit LocalServer(QString folder = {});

    /// Beside the program, usual install folders, PATH; newest major first.
    static QList<Programs> findPrograms();

    enum class State { NotCreated, Stopped, Running, WrongMajor };
    State state() const;
    QString folder() const { return m_folder; }
    int dataMajor() const; ///< PG_VERSION of the cluster, 0 when there is none

    /// Creates the cluster when there is none, then starts it when it does not run.
    /// Errors: server.no_programs, server.wrong_major, server.start_failed, ...
    Result<void> ensureRunning(const std::function<void(const QString&)>& progress = {});
    Result<void> stop();

    /// The superuser of the running server, for the given database; password included.
    Result<ConnectionParameters>
    adminParameters(const QString& database = QStringLiteral("postgres")) const;

private:
    QString m_folder;
};

} // namespace socrates::core
