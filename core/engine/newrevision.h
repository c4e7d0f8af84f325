// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/rehearse.h"
#include "core/revisions/revisiondraft.h"
#include "core/revisions/revisionlint.h"
#include "core/schema/undoproof.h"

namespace socrates::core {

/// What a draft runs that nobody has written yet: a statement that does nothing.
QString blankSection();

/// SQL of both directions, and what could not be put into SQL.
struct DerivedSql
{
    QString up;
    QString down;
    QStringList notes;
};

/// What makes one schema into another, and back: of the differences that `toFrom` names, a
/// comparison of `to` as expected with `from` as found.
DerivedSql sqlBetween(const Schema& from, const Schema& to, const Comparison& toFrom);

/// What the database has beyond its head revision, as SQL. It must stand at the head.
/// Errors: usage.target when it does not, usage.no_drift when there is nothing, and those of
/// ExpectedSchemaSource.
Result<DerivedSql> sqlFromDrift(const Project& project, const DatabaseName& database,
                                const ExpectedSchemaSource& source, Connection& connection);

/// The downgrade of a draft, from the schemas before and after its upgrade in a replay.
/// Errors: project.draft.down when they are the same or a part cannot be undone by SQL, sql.failed
/// when the upgrade fails, and those of ExpectedSchemaSource.
Result<QString> derivedDowngrade(const Project& project, const RevisionDraft& draft,
                                 const ExpectedSchemaSource& source, Connection& connection);

/// What was looked at before a draft is written.
struct DraftCheck
{
    enum class Kind { Read, Lint, Rehearse, Prove };
    enum class State { Passed, Failed, NotDone };
    Kind kind = Kind::Read;
    State state = State::NotDone;
    QString text;        ///< one sentence
    QStringList details; ///< findings, errors, leftovers
};

QString checkText(DraftCheck::Kind kind);

struct DraftReport
{
    QList<DraftCheck> checks;
    QList<LintFinding> findings; ///< files and lines as they will be
    Errors errors;               ///< of reading it

    /// Nothing failed. What could not be done is no failure.
    bool isGood() const;
};

struct DraftOptions
{
    QMap<DatabaseName, SessionPtr> sessions; ///< where to rehearse and prove; may be empty
    bool rehearses = true;
    RehearsalOptions rehearsal;
    UndoProver::Options prover;
    CancelToken token;
    std::function<void(const DraftCheck&)> progress; ///< on the caller's thread, check by check
};

/// The checks that need no database: it can be read, and lint.
DraftReport lookAtDraft(const Project& project, const RevisionDraft& draft);

/// All of them, in order, ending with the first that makes the others pointless. Writes nothing to
/// the project and changes nothing in the databases. Blocks: call it on a worker thread.
DraftReport checkDraft(const Project& project, const RevisionDraft& draft,
                       const DraftOptions& options);

} // namespace socrates::core
