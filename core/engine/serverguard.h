// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/plan.h"
#include "core/postgres/serveridentity.h"

namespace socrates::core {

/// The servers that were seen when the same saved connection last succeeded.
using KnownServers = QMap<DatabaseName, ServerIdentity>;

/// What to remember of a database that was looked at.
ServerIdentity serverIdentity(const DatabaseStatus& status);

/// server.changed: the connection leads elsewhere than it did.
std::optional<Error> changedServer(const DatabaseStatus& status, const KnownServers& known);
/// The same, asked on the connection that is about to write.
Result<void> checkServer(Connection& connection, const DatabaseName& name,
                         const KnownServers& known);
/// Why nothing must be written where this status was read: it is not the server that was seen
/// before (server.changed), or tables of another database of the project are there
/// (server.other_tables).
std::optional<Error> wrongServer(const DatabaseStatus& status, const KnownServers& known);
/// The same for all that the plan touches, the first in its order.
std::optional<Error> wrongServer(const Plan& plan, const KnownServers& known);

/// Asks the server itself, inside the first transaction of a run and at no round trip of its own:
/// that the connection leads where it was looked, and, on a database where nothing of ours was
/// ever run, that a schema change is undone by a rollback.
class ServerGuard
{
public:
    explicit ServerGuard(const DatabaseStatus& status) : m_status(status) {}

    /// After BEGIN and the settings, before anything is made. An open transaction is assumed.
    void appendTo(QList<PipelineItem>& items);
    /// Only the first of the two.
    void appendIdentityTo(QList<PipelineItem>& items);
    /// What it means that an item of the pipeline failed; nothing when it is none of the guard's.
    std::optional<Error> meaningOf(qsizetype item, const Error& reason) const;
    /// Removes what the probe left on a server that undoes nothing. After the rollback.
    void cleanUp(Connection& connection) const;

private:
    const DatabaseStatus& m_status;
    qsizetype m_identity = -1;
    qsizetype m_probe = -1;  ///< the first of the probe's items
    qsizetype m_stands = -1; ///< the one that fails when the trial change stands
    qsizetype m_end = -1;    ///< behind the last one
    QString m_drop;
};

} // namespace socrates::core
