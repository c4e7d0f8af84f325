// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/postgres/connection.h"
#include "core/revisions/project.h"
#include "core/schema/schemahistory.h"

#include <functional>

namespace socrates::core {

/// Derives what a database must look like at a set of version rows, by replay (DESIGN, decision 4).
/// Looks, in this order: the project's carried expected/, the cache of earlier replays, then
/// replays on the private server when its major version fits, in a temporary database on the
/// target, or in a throw-away schema of a rolled-back transaction on the target.
class ExpectedSchemaSource
{
public:
    struct Options
    {
        QString cacheFolder; ///< empty: QStandardPaths::CacheLocation/expected
        bool useCarried = true;
        bool useCache = true;
        /// Superuser of a server that may be used for replay (the private server), if there is one.
        std::optional<ConnectionParameters> replayServer;
    };
    ExpectedSchemaSource() = default;
    explicit ExpectedSchemaSource(Options options) : m_options(std::move(options)) {}

    /// The same source, which tells `handler` of every connection that it replays on, so that a
    /// replay can be cancelled like the rest of what it is asked for.
    using ReplayHandler = std::function<void(const StatementCanceller&)>;
    ExpectedSchemaSource cancelledBy(ReplayHandler handler) const
    {
        ExpectedSchemaSource source = *this;
        source.m_onReplay = std::move(handler);
        return source;
    }

    /// The same source, whose history() ends with stopped.cancelled once the token is cancelled:
    /// the schema at each of a thousand revisions takes a while that nobody may wait for any more.
    ExpectedSchemaSource stoppedBy(const CancelToken& token) const
    {
        ExpectedSchemaSource source = *this;
        source.m_token = token;
        return source;
    }

    struct Answer
    {
        Schema schema;
        QString
            origin; ///< "recorded in the project", "cache", "replayed in a temporary database", ...
    };
    /// `target`: connection to the database in question, outside a transaction; used for its
    /// version and, as the last resort, for replay. Errors: schema.no_replay with every place
    /// tried and why not, sql.failed with file and line when an up section fails to replay.
    Result<Answer> expectedAt(const Project& project, const DatabaseName& database,
                              const QList<RevisionId>& rows, Connection& target) const;

    /// The schema at every revision of the lineage, from one replay at most, looked for in the same
    /// places. Errors as expectedAt.
    Result<SchemaHistory> history(const Project& project, const DatabaseName& database,
                                  Connection& target) const;

    /// Replays every revision on the given server and writes expected/<database>.json for its
    /// major version, keeping other versions' results. Returns the files written.
    static Result<QStringList> record(const Project& project, Connection& server);

private:
    std::optional<SchemaHistory> knownHistory(const Project& project, const DatabaseName& database,
                                              int major) const;
    Result<SchemaHistory> replayedHistory(const Project& project, const DatabaseName& database,
                                          Connection& target) const;

    Options m_options;
    ReplayHandler m_onReplay;
    CancelToken m_token;
};

} // namespace socrates::core
