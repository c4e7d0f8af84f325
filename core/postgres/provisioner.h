// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"
#include "core/postgres/serveridentity.h"

#include <QMap>

namespace socrates::core {

/// From an empty server to databases that exist and belong to the right role. Everything that is
/// there already is left as it is, so it may be repeated.
struct ProvisionRequest
{
    ConnectionParameters admin;                         ///< may create databases and roles
    QMap<DatabaseName, ConnectionParameters> databases; ///< what shall be reachable afterwards
    QList<DatabaseName> order;
    /// Where saved connections led before: nothing is made on another server.
    QMap<DatabaseName, ServerIdentity> lastSeen;
    QString ownerRole; ///< owns the databases; created NOLOGIN when missing; empty: the URI's user
    QString applicationRole; ///< gets CONNECT, USAGE and table rights, on an existing
                             ///< alembic_version to read only; empty: none
};

struct ProvisionAction
{
    enum class State { Created, AlreadyThere };
    State state;
    QString text; ///< "database socrates_auth, owned by socrates_owner"
    QString sql;  ///< what was run, password redacted; empty when already there
};

/// Creates missing login roles (with the URI's password, sent as a SCRAM secret), the owner role,
/// databases (UTF8), and rights. Databases named by the URIs' dbname. Two may run at once: what the
/// other one made is "already there". What was made before an error stays. Blocks.
/// Errors: usage.provision (a URI of another server than the admin's, a name over 63 bytes),
/// conn.*, server.changed, sql.failed.
Result<QList<ProvisionAction>> provision(const ProvisionRequest& request);

} // namespace socrates::core
