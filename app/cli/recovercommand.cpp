// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"
#include "app/cli/serverchecks.h"
#include "core/engine/pairrecovery.h"
#include "core/report/json.h"

#include <QJsonArray>

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QString decisionText(HalfDecision decision)
{
    switch (decision) {
    case HalfDecision::Commit:
        return u"commit"_s;
    case HalfDecision::RollBack:
        return u"roll_back"_s;
    case HalfDecision::Running:
        return u"running"_s;
    case HalfDecision::Unknown:
        return u"unknown"_s;
    }
    return {};
}

/// What is to be done with a half: what the record says, and only where it cannot be read what
/// the person says.
std::optional<HalfEnd> endOf(const Request& request, const OrphanedHalf& orphan)
{
    if (request.line.has(u"list"_s))
        return std::nullopt;
    switch (orphan.decision) {
    case HalfDecision::Commit:
        return HalfEnd::Commit;
    case HalfDecision::RollBack:
        return HalfEnd::RollBack;
    case HalfDecision::Running:
        return std::nullopt;
    case HalfDecision::Unknown:
        break;
    }
    if (request.line.has(u"commit"_s))
        return HalfEnd::Commit;
    if (request.line.has(u"rollback"_s))
        return HalfEnd::RollBack;
    return std::nullopt;
}

/// Ends one half and tells it. The code that it deserves.
ExitCode settle(Request& request, const Databases& databases, const OrphanedHalf& orphan,
                QJsonArray& told)
{
    const std::optional<HalfEnd> end = endOf(request, orphan);
    ExitCode code = ExitCode::Done;
    QString done = u"left"_s;
    QString sentence;
    QJsonValue problem;
    if (end) {
        const auto ended = endHalf(*databases.sessions.value(orphan.database), orphan.half, *end,
                                   knownServers(request, databases.endpoints));
        if (ended) {
            done = *end == HalfEnd::Commit ? u"committed"_s : u"rolled_back"_s;
            sentence = *end == HalfEnd::Commit ? u"Committed."_s : u"Rolled back."_s;
        } else {
            Error error = ended.error();
            error.database = orphan.database.text();
            problem = report::errorJson(error);
            sentence = error.text();
            code = ExitCode::Failed;
        }
    } else if (!request.line.has(u"list"_s)) {
        const bool isRunning = orphan.decision == HalfDecision::Running;
        sentence =
            isRunning
                ? u"Left as it is: try again when they are done."_s
                : u"Left as it is. When %1 can be asked, run this again with its connection; when it is gone for good, decide with --commit or --rollback."_s
                      .arg(orphan.half.decider.text());
        code = isRunning ? ExitCode::Busy : ExitCode::Failed;
    }
    request.output.text(u"\n%1: prepared %2, would be at %3\n  %4\n  %5"_s.arg(
        orphan.database.text(), orphan.half.preparedAt.toString(Qt::ISODate),
        orphan.half.rowsAfter.isEmpty() ? u"base"_s : orphan.half.rowsAfter, orphan.reason,
        sentence));
    told << QJsonObject{{u"database"_s, orphan.database.text()},
                        {u"gid"_s, orphan.half.gid},
                        {u"run_id"_s, orphan.half.runId},
                        {u"record"_s, decisionText(orphan.decision)},
                        {u"reason"_s, orphan.reason},
                        {u"done"_s, done},
                        {u"error"_s, problem}};
    return code;
}

} // namespace

ExitCode recoverCommand(Request& request)
{
    if (request.line.has(u"commit"_s) && request.line.has(u"rollback"_s))
        return request.output.failed(Error{.code = u"usage.option"_s,
                                           .summary = u"Give --commit or --rollback, not both."_s});
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const QList<DatabaseStatus> before = readStatuses(request.project, databases->sessions);
    const auto error = firstError(before);
    const bool isAnyThere = std::any_of(before.cbegin(), before.cend(),
                                        [](const DatabaseStatus& each) { return !each.error; });
    if (error && !isAnyThere)
        return request.output.failed(*error, report::statusDocument(before));
    printHeading(request, databases->absent);
    // The others may hold a half all the same, and it may be ended by hand.
    for (const DatabaseStatus& status : before) {
        if (status.error)
            request.output.text(
                u"\n%1 cannot be asked: %2"_s.arg(status.name.text(), status.error->text()));
    }
    const QList<OrphanedHalf> orphans = findOrphanedHalves(databases->sessions, before);
    if (orphans.isEmpty() && error)
        return request.output.failed(*error, report::statusDocument(before));
    if (orphans.isEmpty())
        request.output.text(u"\nNothing to recover: no half of a run is prepared."_s);
    QJsonArray told;
    ExitCode code = ExitCode::Done;
    for (const OrphanedHalf& orphan : orphans) {
        const ExitCode one = settle(request, *databases, orphan, told);
        code = code == ExitCode::Done ? one : code;
    }
    QJsonObject document =
        report::statusDocument(readStatuses(request.project, databases->sessions));
    document.insert(u"halves"_s, told);
    document.insert(u"project"_s, request.project.folder());
    request.output.document(document);
    return code;
}

} // namespace socrates::cli
