// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace socrates::core {

/// Whether a folder holds what makes it a project, be it right or wrong.
bool isProjectFolder(const QString& folder);

inline constexpr qsizetype kMaxRevisionFiles = 10'000;

/// Reads socrates.json, CHECKLIST.md and the revisions of a project folder, and collects every
/// fault of all of them.
class ProjectReader
{
public:
    explicit ProjectReader(const QString& folder);

    /// False when there are errors.
    bool read();

    QString folder() const { return m_root; }
    Errors takeErrors() { return std::move(m_errors); }

    QList<ProjectDatabase> databases;
    QList<PlannedPhase> planned;
    QStringList ignore;
    QString checklist;

private:
    void readProjectFile();
    void readDatabases(const QJsonValue& value);
    void readDatabase(const QJsonObject& object, int index);
    void checkName(const ProjectDatabase& database);
    void readPlanned(const QJsonValue& value);
    void readPhase(const QJsonObject& object);
    void readIgnore(const QJsonValue& value);

    void readRevisions(ProjectDatabase& database);
    QString canonicalDatabaseFolder(const ProjectDatabase& database);
    /// Notes what is wrong with the file, or takes over its revision.
    RevisionPtr take(ResultOrErrors<Revision>& revision, const ProjectDatabase& database);
    void checkRequirements();
    void checkRequirement(const Revision& revision, const Revision::Requirement& requirement);
    void checkRequirementCycles();

    void error(const QString& code, const SourceLocation& where, const QString& summary,
               const QString& hint, const QString& database = {});
    void jsonError(const QString& quoted, int occurrence, const QString& summary,
                   const QString& hint);
    void checkKeys(const QJsonObject& object, const QStringList& known);
    QString textOf(const QJsonObject& object, const QString& key);
    QStringList textsOf(const QJsonValue& value, const QString& key);
    const ProjectDatabase* find(const DatabaseName& name) const;
    QString namesOfDatabases() const;

    QString m_root; ///< canonical
    QString m_json;
    QString m_jsonPath;
    QSet<QString> m_folders;     ///< canonical folders of the databases so far
    QSet<DatabaseName> m_unread; ///< databases whose graph could not be built
    Errors m_errors;
};

} // namespace socrates::core
