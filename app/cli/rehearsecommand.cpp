// SPDX-License-Identifier: MIT
#include "app/cli/migration.h"
#include "app/cli/progress.h"
#include "app/cli/serverchecks.h"
#include "app/cli/terminal.h"
#include "app/cli/verifying.h"
#include "core/engine/rehearse.h"
#include "core/postgres/localserver.h"
#include "core/report/json.h"
#include "core/report/rehearsal.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

Result<RehearsalOptions> rehearsalOptions(Request& request)
{
    RehearsalOptions options;
    const CommandLine& line = request.line;
    for (const auto& [name, field] : {std::pair(u"lock-timeout"_s, &options.lockTimeoutMs),
                                      std::pair(u"cap"_s, &options.capMs)}) {
        if (!line.has(name))
            continue;
        const Result<int> duration = parseDuration(line.value(name), name);
        if (!duration)
            return fail(duration.error());
        *field = *duration;
    }
    if (line.has(u"on-copy"_s)) {
        options.place = RehearsalPlace::Copies;
        LocalServer server;
        const Result<void> running =
            server.ensureRunning([&](const QString& text) { request.output.message(text); });
        if (!running)
            return fail(running.error());
        const Result<ConnectionParameters> admin = server.adminParameters();
        if (!admin)
            return fail(admin.error());
        options.copyServer = *admin;
    }
    options.expected = expectedSource();
    return options;
}

ExitCode exitCodeOf(const Rehearsal& rehearsal)
{
    switch (rehearsal.result) {
    case RehearsalResult::WouldSucceed:
    case RehearsalResult::Nothing:
        return ExitCode::Done;
    case RehearsalResult::WouldDiffer:
        return ExitCode::Differs;
    case RehearsalResult::Busy:
        return ExitCode::Busy;
    case RehearsalResult::Stopped:
        return ExitCode::Stopped;
    case RehearsalResult::WouldFail:
        break;
    }
    return rehearsal.firstError->isKind("conn"_L1) ? ExitCode::CannotConnect : ExitCode::Failed;
}

} // namespace

ExitCode rehearseCommand(Request& request)
{
    const Direction direction =
        request.line.has(u"downgrade"_s) ? Direction::Downgrade : Direction::Upgrade;
    if (direction == Direction::Downgrade && request.line.arguments().isEmpty()) {
        return request.output.failed(
            Error{.code = u"usage.arguments"_s,
                  .summary = u"rehearse --downgrade needs a target."_s,
                  .hint = u"Write: socrates-migrate rehearse --downgrade -1"_s});
    }
    const Result<RehearsalOptions> options = rehearsalOptions(request);
    if (!options)
        return request.output.failed(options.error());
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const auto plan = planFor(request, *databases, direction, targetsOf(request));
    if (!plan)
        return plan.error();
    // Rolled back or not: locks on a database that is meant by nobody are in somebody's way.
    const auto wrong = wrongServer(*plan, knownServers(request, databases->endpoints));
    if (wrong && options->place == RehearsalPlace::RealDatabases &&
        !request.line.has(u"accept-server"_s))
        return request.output.failed(*wrong, report::planDocument(*plan));
    CancelToken token;
    const terminal::Interrupts interrupts([token, &request](int) mutable {
        request.output.message(u"Stopping; everything is rolled back."_s);
        token.cancel();
    });
    Progress progress(*plan, request.output);
    const Rehearsal rehearsal =
        rehearsePlan(request.project, *plan, databases->sessions, *options, token, &progress);
    request.output.progress({});
    printHeading(request, databases->absent);
    request.output.text(u'\n' + report::rehearsalText(*plan, rehearsal));
    QJsonObject document = report::rehearsalDocument(*plan, rehearsal);
    addContext(document, request, *databases);
    request.output.document(document);
    return exitCodeOf(rehearsal);
}

} // namespace socrates::cli
