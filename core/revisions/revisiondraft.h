// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"

#include <QTemporaryDir>

namespace socrates::core {

/// A revision that is being written: what its file will say.
struct RevisionDraft
{
    DatabaseName database;
    RevisionId id;
    QList<RevisionId> downRevisions;
    QString title;
    QString createDate;       ///< "2025-12-01"
    QStringList requirements; ///< "socrates_auth@002"
    QString irreversibleReason;
    QString up;
    QString down;
    bool transactional = true;
    /// A file that was written before, with its name: then the fields above say nothing of it.
    QString verbatim;
    QString verbatimName;

    /// "005_remember_last_sign_in.sql".
    QString fileName() const;
    /// The whole file, in the shape of the shipped ones.
    QString text() const;
};

/// The next free id: one more than the largest number among all databases, as wide as that; the
/// present time (UTC) where ids are time stamps; a random one where they are no numbers, as Alembic
/// makes them.
RevisionId nextRevisionId(const Project& project);

/// A draft on the head of the database, without any SQL. Errors: usage.target for an unknown
/// database and for several heads, of which `down` must then name one (or all, to merge them).
Result<RevisionDraft> draftOn(const Project& project, const DatabaseName& database,
                              const QStringList& down = {});

/// The project as it would be with the draft in it, in a folder of its own: checked as any project
/// is, and good for lint, rehearsal and proof before anything is written.
class DraftProject
{
public:
    /// Errors name the file and line that the draft would have in the real project.
    static ResultOrErrors<DraftProject> make(const Project& project, const RevisionDraft& draft);

    const Project& project() const { return m_project; }
    RevisionPtr revision() const { return m_revision; }

private:
    std::shared_ptr<QTemporaryDir> m_folder;
    Project m_project;
    RevisionPtr m_revision;
};

/// Where the draft is to be written.
QString draftPath(const Project& project, const RevisionDraft& draft);

/// Writes the file, wholly or not at all, and never over another. Its path.
/// Errors: project.draft.exists, project.draft.write.
Result<QString> saveDraft(const Project& project, const RevisionDraft& draft);

} // namespace socrates::core
