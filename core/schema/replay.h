// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"
#include "core/revisions/revision.h"
#include "core/schema/schema.h"

#include <functional>
#include <memory>

namespace socrates::core {

/// Runs the up sections of revisions, a transaction each, in few round trips. Errors: sql.failed
/// with file and line.
Result<void> replayRevisions(Connection& connection, const QList<RevisionPtr>& revisions);

/// Is given what the revision of that index has led to. An error ends the replay, not at once.
using SchemaTaker = std::function<Result<void>(qsizetype index, Schema schema)>;

/// The same, and reads (as readReplayed does) what each revision leads to that is wanted. Readings
/// travel with the statements of the revisions, so the server goes on while an answer is taken in.
/// The connection is not good for anything else afterwards.
Result<void> replayAndRead(Connection& connection, const QList<RevisionPtr>& revisions,
                           const std::function<bool(qsizetype)>& isWanted, const SchemaTaker& take);

/// What replays made of a database that had nothing, with the owners that they set.
Result<Schema> readReplayed(Connection& connection);

/// Runs the down section of one revision, as replayRevisions runs what is up.
Result<void> replayDown(Connection& connection, const RevisionPtr& revision);

/// A database that exists for one replay: made from template0, dropped at the end, whatever
/// happened. Uses `admin` (outside a transaction) to make and drop it.
class TemporaryDatabase
{
public:
    /// Also drops what crashed runs of the same role left behind more than an hour ago. Errors say
    /// why the role may not make one.
    static Result<std::unique_ptr<TemporaryDatabase>> create(Connection& admin);
    ~TemporaryDatabase();
    TemporaryDatabase(const TemporaryDatabase&) = delete;
    TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;

    Connection& connection() { return *m_connection; }

private:
    TemporaryDatabase(Connection& admin, QString name) : m_admin(admin), m_name(std::move(name)) {}
    Connection& m_admin;
    QString m_name;
    std::unique_ptr<Connection> m_connection;
};

/// Why these sections may not run in a throw-away schema of a database in use; empty when they
/// may: every statement makes or changes plain objects under unqualified names, or touches the
/// rows of such. `schemas` are the names of the database's schemas.
QString whyNotInThrowAwaySchema(const QList<RevisionPtr>& revisions, const QStringList& schemas);

/// Replays in a throw-away schema of a transaction that is rolled back. Screens first.
Result<Schema> replayInThrowAwaySchema(Connection& connection, const QList<RevisionPtr>& revisions);

} // namespace socrates::core
