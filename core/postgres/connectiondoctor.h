// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/postgres/connectionparameters.h"

#include <functional>
#include <optional>

namespace socrates::core {

/// The staged connection test: each stage in plain words, the first red one with what to do.
struct DoctorStage
{
    enum class Id {
        NameResolved,
        PortReachable,
        Encrypted,
        SignedIn,
        DatabaseExists,
        MayCreateTables,
        VersionTableFound,
        ServerVersion,
        PrimaryOrStandby
    };
    enum class State { Passed, Warning, Failed, Skipped };
    enum class Fix { None, CreateDatabase, EditUser, UnlockKeyring, StartPrivateServer };
    Id id;
    State state = State::Skipped;
    QString title;   ///< "Port reachable"
    QString finding; ///< "127.0.0.1:5432 answers" / "Nothing listens on 127.0.0.1:5432"
    QString hint;
    Fix fix = Fix::None;
};

struct DoctorReport
{
    QList<DoctorStage> stages; ///< always all, in order
    bool isHealthy() const;    ///< no stage failed
};

/// Blocks (up to the time-out of each stage); run it off the GUI thread. `onStage` is called on
/// the calling thread as each stage is decided.
DoctorReport diagnoseConnection(const ConnectionParameters& parameters, const QString& role = {},
                                const CancelToken& token = {},
                                const std::function<void(const DoctorStage&)>& onStage = {});

} // namespace socrates::core
