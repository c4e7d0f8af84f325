// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/revisions/revisiongraph.h"

#include <memory>

namespace socrates::core {

/// A database as socrates.json names it.
struct ProjectDatabase
{
    DatabaseName name;
    QString purpose;
    QString branchLabel;
    QString folder;      ///< relative to the project folder; defaults to the name
    QString urlVariable; ///< "DATABASE_URL_AUTH"; may be empty
    RevisionGraph graph;
};

/// Tables that a later phase will bring.
struct PlannedPhase
{
    int phase = 0;
    DatabaseName database; ///< empty: the plan does not say where
    QStringList tables;
};

/// A project folder, read whole and strictly: either everything in it is right, or nothing runs
/// and every fault is reported with file and line. A value; reading it again is a new value.
class Project
{
public:
    /// `folder` holds socrates.json. Database folders are not recursed into; a path that leads
    /// outside the project folder is an error.
    static ResultOrErrors<Project> load(const QString& folder);

    const QString& folder() const { return m_folder; }
    /// In the order of upgrades.
    const QList<ProjectDatabase>& databases() const { return m_databases; }
    const ProjectDatabase* database(const DatabaseName& name) const;
    const RevisionGraph& graph(const DatabaseName& name) const;
    const QList<PlannedPhase>& planned() const { return m_planned; }
    /// "database.schema.object" with * and ?: never reported as extra.
    const QStringList& ignorePatterns() const { return m_ignore; }
    bool isIgnored(const DatabaseName& database, const QString& schema,
                   const QString& object) const;
    /// Which database's revisions make a table; of those that only one of them makes. Read from the
    /// files when first asked for.
    const QMap<QString, DatabaseName>& tableOwners() const;
    /// Text of CHECKLIST.md; empty when there is none.
    const QString& checklistText() const { return m_checklist; }
    QString checklistPath() const;
    /// Folder of carried expected schemas ("expected/" in the project); need not exist.
    QString expectedFolder() const;

private:
    QString m_folder;
    QList<ProjectDatabase> m_databases;
    QList<PlannedPhase> m_planned;
    QStringList m_ignore;
    QString m_checklist;
    struct Owners; ///< shared by copies, which have the same files
    std::shared_ptr<Owners> m_owners;
};

} // namespace socrates::core
