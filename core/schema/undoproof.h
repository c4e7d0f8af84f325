// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/postgres/connection.h"
#include "core/revisions/project.h"
#include "core/schema/comparison.h"

#include <functional>
#include <optional>

namespace socrates::core {

/// Whether the downgrade of one revision takes back what its upgrade did.
struct UndoProof
{
    enum class Verdict {
        Proven,          ///< up, down, and the schema is what it was
        LeavesSomething, ///< `leftover` says what
        Irreversible,    ///< its header says so: nothing was tried
        Failed,          ///< a statement failed: `error`
    };
    DatabaseName database;
    RevisionPtr revision;
    Verdict verdict = Verdict::Proven;
    /// Extra: it survives the downgrade. Missing: the downgrade took what was there before.
    /// Different: `expected` is how it was before.
    QList<ComparisonLine> leftover;
    std::optional<Error> error;
    bool isFromCache = false;
};

/// "proven", "leaves_something", "irreversible", "failed".
QString verdictText(UndoProof::Verdict verdict);

/// One leftover in words: "enum mood is left behind", "column users.note is gone",
/// "column users.email: was \"text not null\", is \"text\"".
QString leftoverText(const ComparisonLine& line);

/// Proves downgrades in databases of its own (DESIGN, decision 4): on the private server where its
/// major version fits, else in temporary databases on the target's server. The target's own
/// database is never looked into. The only rows there are those that revisions themselves bring:
/// that these are what they were is proven too, and nothing of anybody else's.
class UndoProver
{
public:
    struct Options
    {
        QString cacheFolder; ///< empty: the user's own cache folder
        bool useCache = true;
        /// Superuser of a server that may be used for replay, if there is one.
        std::optional<ConnectionParameters> replayServer;
    };
    UndoProver() = default;
    explicit UndoProver(Options options) : m_options(std::move(options)) {}

    using Progress = std::function<void(const UndoProof&)>;
    /// The revisions asked for, in the lineage's order; `ids` empty: all of them. A revision whose
    /// upgrade fails is the last one that is answered for: nothing stands on it.
    /// Errors: schema.no_replay, stopped.cancelled, conn.*.
    Result<QList<UndoProof>> prove(const Project& project, const DatabaseName& database,
                                   const QList<RevisionId>& ids, Connection& target,
                                   const CancelToken& token = {},
                                   const Progress& progress = {}) const;

    /// What earlier runs on this computer proved of the same SQL on the same major version.
    QList<UndoProof> known(const Project& project, const DatabaseName& database, int major) const;

private:
    Options m_options;
};

} // namespace socrates::core
