// SPDX-License-Identifier: MIT
#include "core/engine/rescue.h"

#include "core/base/texts.h"
#include "core/revisions/revisionfile.h"

#include <QFileInfo>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The newest upgrade to the revision that the log has with its SQL.
Result<std::optional<LogEntry>> storedUpgrade(Connection& connection, const QString& role,
                                              const RevisionId& revision)
{
    const Result<QList<LogEntry>> log = readLog(connection, role);
    if (!log)
        return fail(log.error());
    for (const LogEntry& entry : *log) {
        if (entry.revision == revision && entry.event == LogEntry::Event::Upgrade &&
            !entry.sql.isEmpty())
            return entry;
    }
    return std::nullopt;
}

} // namespace

int Rescue::appliedAs(const RememberedFile& file) const
{
    const ResultOrErrors<Revision> revision = parseRevisionText(file.text, file.path);
    if (!revision)
        return -1;
    for (int i = 0; i < stored.size(); ++i) {
        if (stored.at(i).entry.exactHash == revision->up.exactHash())
            return i;
    }
    return -1;
}

Rescue lookForRevision(const Project& project, const RevisionId& revision,
                       const QMap<DatabaseName, SessionPtr>& sessions, const CancelToken& token)
{
    Rescue rescue;
    rescue.revision = revision;
    Result<QList<RememberedFile>> files = findInGit(project.folder(), revision, token);
    if (files)
        rescue.files = std::move(*files);
    else
        rescue.gitError = files.error();
    for (const ProjectDatabase& database : project.databases()) {
        const SessionPtr session = sessions.value(database.name);
        if (!session)
            continue;
        const auto entry = session
                               ->submit([&](Connection& connection) {
                                   return storedUpgrade(connection, session->role(), revision);
                               })
                               .result();
        if (!entry)
            rescue.logErrors << entry.error();
        else if (*entry)
            rescue.stored << Rescue::Stored{database.name, **entry};
    }
    return rescue;
}

Result<RevisionDraft> draftFromGit(const Project& project, const RememberedFile& file)
{
    const ResultOrErrors<Revision> revision = parseRevisionText(file.text, file.path);
    if (!revision)
        return fail(revision.error().first());
    if (project.database(revision->database) == nullptr) {
        return fail(
            Error{.code = u"project.database"_s,
                  .summary = Texts::tr("The file is for %1, which this project does not have.")
                                 .arg(revision->database.text()),
                  .where = {file.path, revision->keyLines.value(u"database"_s), 0}});
    }
    RevisionDraft draft;
    draft.database = revision->database;
    draft.id = revision->id;
    draft.downRevisions = revision->downRevisions;
    draft.title = revision->title;
    draft.verbatim = file.text;
    draft.verbatimName = QFileInfo(file.path).fileName();
    return draft;
}

RevisionDraft draftFromLog(const Rescue::Stored& stored)
{
    RevisionDraft draft;
    draft.database = stored.database;
    draft.id = stored.entry.revision;
    for (const QString& row : stored.entry.rowsBefore)
        draft.downRevisions << RevisionId(row);
    draft.title = u"Restored from the log of %1"_s.arg(stored.database.text());
    draft.createDate = stored.entry.startedAt.date().toString(Qt::ISODate);
    draft.up = stored.entry.sql;
    draft.down = stored.entry.downSql;
    if (draft.down.trimmed().isEmpty())
        draft.irreversibleReason = u"the log holds no downgrade"_s;
    return draft;
}

Result<RevisionDraft> bestDraft(const Project& project, const Rescue& rescue)
{
    for (const RememberedFile& file : rescue.files) {
        if (rescue.appliedAs(file) >= 0)
            return draftFromGit(project, file);
    }
    if (!rescue.stored.isEmpty())
        return draftFromLog(rescue.stored.first());
    if (!rescue.files.isEmpty())
        return draftFromGit(project, rescue.files.first());
    return fail(
        Error{.code = u"version.lost"_s,
              .summary = Texts::tr("Nothing is left of revision %1: neither git nor a log has it.")
                             .arg(rescue.revision.text()),
              .hint = Texts::tr("Ask whoever migrated the database, or see with recognise which "
                                "revision its tables are and stamp that.")});
}

} // namespace socrates::core
