// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"
#include "tests/support/testserver.h"

namespace socrates::test {

/// The plan's own project, as the repository carries it. Ends the process when it cannot be read.
core::Project planProject();
core::Project loadProject(const QString& folder);

/// One revision of a made-up project.
struct RevisionText
{
    QString id;
    QString down; ///< down_revision
    QString up;
    bool transactional = true;
};

/// Writes a project with one database called "app" and loads it.
core::Project writeProject(const QString& folder, const QList<RevisionText>& revisions);

/// Runs the up sections of everything that is applied at `rows` and writes the version rows, by
/// plain statements: nothing of the engine takes part.
void applyRevisions(TestServer& server, const QString& database, const core::Project& project,
                    const core::DatabaseName& name, const QStringList& rows);

/// A database of the plan's at these rows, with some statements after that; its name.
QString databaseAt(const core::DatabaseName& name, const QStringList& rows,
                   const QStringList& then = {});

} // namespace socrates::test
