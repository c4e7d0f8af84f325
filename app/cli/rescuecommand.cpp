// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"
#include "app/cli/migration.h"
#include "core/engine/rescue.h"
#include "core/report/wording.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QJsonObject fileJson(const Rescue& rescue, const RememberedFile& file)
{
    const int applied = rescue.appliedAs(file);
    return {{u"path"_s, file.path},
            {u"commit"_s, file.commit},
            {u"author"_s, file.author},
            {u"date"_s, file.date.toString(Qt::ISODate)},
            {u"subject"_s, file.subject},
            {u"branches"_s, QJsonArray::fromStringList(file.branches)},
            {u"applied_to"_s, applied < 0 ? QString() : rescue.stored.at(applied).database.text()},
            {u"sql"_s, file.text}};
}

QJsonObject storedJson(const Rescue::Stored& stored)
{
    return {{u"database"_s, stored.database.text()},
            {u"applied_at"_s, stored.entry.startedAt.toString(Qt::ISODate)},
            {u"by"_s, stored.entry.osUser},
            {u"has_downgrade"_s, !stored.entry.downSql.trimmed().isEmpty()},
            {u"rows_before"_s, QJsonArray::fromStringList(stored.entry.rowsBefore)}};
}

void print(Request& request, const Rescue& rescue)
{
    Output& output = request.output;
    for (const RememberedFile& file : rescue.files) {
        const QString branches = file.branches.isEmpty() ? u"on no branch any more"_s
                                                         : u"on "_s + file.branches.join(u", "_s);
        output.text(u"\ngit: %1, %2\n  commit %3 by %4, %5: %6"_s.arg(
            file.path, branches, file.commit.left(10), file.author, file.date.toString(Qt::ISODate),
            file.subject));
        if (const int applied = rescue.appliedAs(file); applied >= 0)
            output.text(u"  exactly what was applied to "_s +
                        rescue.stored.at(applied).database.text());
        output.sql(file.text);
    }
    if (rescue.files.isEmpty()) {
        output.text(u"\ngit: "_s +
                    (rescue.gitError ? rescue.gitError->text() : u"no commit has a file of it"_s));
    }
    for (const Rescue::Stored& stored : rescue.stored) {
        output.text(u"\nlog of %1: applied %2 by %3, %4"_s.arg(
            stored.database.text(), stored.entry.startedAt.toString(Qt::ISODate),
            stored.entry.osUser.isEmpty() ? stored.entry.databaseUser : stored.entry.osUser,
            stored.entry.downSql.trimmed().isEmpty() ? u"without a downgrade"_s
                                                     : u"with its downgrade"_s));
        if (rescue.files.isEmpty())
            output.sql(stored.entry.sql);
    }
    for (const Error& error : rescue.logErrors)
        output.text(u"\nlog of %1: %2"_s.arg(error.database, error.summary));
}

/// Downgrades by the revision as it was applied, in a copy of the project that has it.
ExitCode downgradeBy(Request& request, const Databases& databases, const RevisionDraft& draft)
{
    const auto copy = DraftProject::make(request.project, draft);
    if (!copy)
        return request.output.failed(copy.error());
    request.project = copy->project();
    const QString target =
        draft.downRevisions.isEmpty() ? u"base"_s : draft.downRevisions.first().text();
    return downgradeTo(request, databases, {TargetSpec{draft.database, target}});
}

} // namespace

ExitCode rescueCommand(Request& request)
{
    const bool downgrades = request.line.has(u"downgrade"_s);
    Databases databases;
    if (isConnectionGiven(request.line)) {
        ResultOrErrors<Databases> opened = openDatabases(request);
        if (!opened)
            return request.output.failed(opened.error());
        databases = std::move(*opened);
    }
    const RevisionId revision(request.line.arguments().first());
    for (const ProjectDatabase& database : request.project.databases()) {
        if (const RevisionPtr known = database.graph.revision(revision)) {
            return request.output.failed(Error{
                .code = u"usage.target"_s,
                .summary = u"Revision %1 is not lost: %2"_s.arg(revision.text(), known->filePath),
                .hint = u"See it with: socrates-migrate show "_s + revision.text()});
        }
    }
    const Rescue rescue = lookForRevision(request.project, revision, databases.sessions);
    const Result<RevisionDraft> draft = bestDraft(request.project, rescue);
    if (downgrades) {
        const Result<RevisionDraft> stored =
            rescue.stored.isEmpty() ? draft
                                    : Result<RevisionDraft>(draftFromLog(rescue.stored.first()));
        return stored ? downgradeBy(request, databases, *stored)
                      : request.output.failed(stored.error());
    }
    printHeading(request, databases.absent);
    QJsonArray files;
    for (const RememberedFile& file : rescue.files)
        files << fileJson(rescue, file);
    QJsonArray stored;
    for (const Rescue::Stored& each : rescue.stored)
        stored << storedJson(each);
    QJsonObject document{{u"project"_s, request.project.folder()},
                         {u"revision"_s, revision.text()},
                         {u"files"_s, files},
                         {u"stored"_s, stored},
                         {u"restored"_s, QString()}};
    print(request, rescue);
    if (!draft)
        return request.output.failed(draft.error(), document);
    if (!request.line.has(u"restore"_s)) {
        request.output.text(
            u"\nWhat to do: --restore puts it back into the project; --downgrade undoes "
            u"it with the SQL that was\nstored when it was applied."_s);
        request.output.document(document);
        return ExitCode::Done;
    }
    if (const auto copy = DraftProject::make(request.project, *draft); !copy)
        return request.output.failed(copy.error(), document);
    const Result<QString> path = saveDraft(request.project, *draft);
    if (!path)
        return request.output.failed(path.error(), document);
    request.output.text(u"\nRestored: "_s + *path);
    document.insert(u"restored"_s, *path);
    request.output.document(document);
    return ExitCode::Done;
}

} // namespace socrates::cli
