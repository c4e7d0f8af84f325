// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"
#include "app/cli/serverchecks.h"
#include "core/engine/changedfiles.h"
#include "core/report/json.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// What was done about a change: nothing, or one of the two ways out.
enum class WayOut { None, Restore, Accept };

struct Told
{
    DatabaseName database;
    FileChange change;
    QString done; ///< "", "accepted", or the file that keeps what was there
};

Result<QList<Told>> look(Connection& connection, const Project& project, const SessionPtr& session,
                         const QString& wanted, WayOut way, const KnownServers& known)
{
    const auto status = readStatus(connection, project, session->name(), session->role());
    if (!status)
        return fail(status.error());
    const auto changes = readFileChanges(connection, project, *status);
    if (!changes)
        return fail(changes.error());
    QList<Told> told;
    for (const FileChange& change : *changes) {
        if (!wanted.isEmpty() && change.revision->id.text() != wanted)
            continue;
        Told one{session->name(), change, {}};
        if (way == WayOut::Restore) {
            const auto kept = restoreFile(change);
            if (!kept)
                return fail(kept.error());
            one.done = u"restored; the changed file is kept as %1"_s.arg(*kept);
        } else if (way == WayOut::Accept) {
            const auto accepted = acceptChange(connection, change, *status, session->role(), known);
            if (!accepted)
                return fail(accepted.error());
            one.done = u"accepted as it is now"_s;
        }
        told << one;
    }
    return told;
}

QJsonObject toJson(const Told& told)
{
    return {{u"database"_s, told.database.text()},
            {u"revision"_s, told.change.revision->id.text()},
            {u"file"_s, told.change.revision->filePath},
            {u"meaningful"_s, told.change.change.isMeaningful},
            {u"diff"_s, told.change.diff()},
            {u"done"_s, told.done}};
}

void print(Request& request, const Told& told)
{
    const Revision& revision = *told.change.revision;
    request.output.text(u"\n%1 %2: %3\n  %4"_s.arg(
        told.database.text(), revision.id.text(),
        told.change.change.isMeaningful ? u"the file does not say what was applied"_s
                                        : u"only comments, blanks or the case of words differ"_s,
        revision.filePath));
    request.output.sql(told.change.diff());
    if (!told.done.isEmpty())
        request.output.text(u"  "_s + told.done);
}

} // namespace

ExitCode changedCommand(Request& request)
{
    const QString wanted = request.line.arguments().value(0);
    const bool restores = request.line.has(u"restore"_s);
    const bool accepts = request.line.has(u"accept"_s);
    if ((restores || accepts) && (wanted.isEmpty() || restores == accepts)) {
        return request.output.failed(
            Error{.code = u"usage.arguments"_s,
                  .summary = u"--restore or --accept is for one revision at a time."_s,
                  .hint = u"Write: socrates-migrate changed ID --restore"_s});
    }
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const KnownServers known = knownServers(request, databases->endpoints);
    const WayOut way = restores ? WayOut::Restore : accepts ? WayOut::Accept : WayOut::None;
    printHeading(request, databases->absent);
    QJsonArray document;
    ExitCode code = ExitCode::Done;
    for (const SessionPtr& session : databases->sessions) {
        const auto told =
            session
                ->submit([&](Connection& connection) {
                    return look(connection, request.project, session, wanted, way, known);
                })
                .result();
        if (!told)
            return request.output.failed(told.error());
        for (const Told& one : *told) {
            print(request, one);
            document << toJson(one);
            if (one.change.change.isMeaningful && way == WayOut::None)
                code = ExitCode::Differs;
        }
    }
    if (document.isEmpty() && way != WayOut::None) {
        return request.output.failed(notChangedError(RevisionId(wanted)));
    }
    if (document.isEmpty())
        request.output.text(u"\nNo file of an applied revision was changed."_s);
    request.output.document({{u"changed"_s, document}});
    return code;
}

} // namespace socrates::cli
