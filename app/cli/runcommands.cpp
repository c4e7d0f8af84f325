// SPDX-License-Identifier: MIT
// plan, upgrade, downgrade.
#include "app/cli/backups.h"
#include "app/cli/losses.h"
#include "app/cli/serverchecks.h"
#include "app/cli/verifying.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"

#include <QJsonArray>

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// What every document of a run has, also when nothing could be planned.
QJsonObject emptyRun(const QList<DatabaseStatus>& statuses)
{
    Plan plan;
    plan.databases = statuses;
    return report::runDocument(plan, {});
}

} // namespace

QList<TargetSpec> targetsOf(const Request& request)
{
    QList<TargetSpec> result;
    for (const QString& text : request.line.arguments())
        result << TargetSpec::parse(text, request.project);
    if (result.isEmpty())
        result << TargetSpec{{}, u"head"_s};
    return result;
}

void addContext(QJsonObject& document, const Request& request, const Databases& databases)
{
    document.insert(u"project"_s, request.project.folder());
    document.insert(u"absent"_s, QJsonArray::fromStringList(databases.absent));
}

tl::expected<Plan, ExitCode> planFor(Request& request, const Databases& databases,
                                     Direction direction, const QList<TargetSpec>& targets)
{
    const QList<DatabaseStatus> statuses = readStatuses(request.project, databases.sessions);
    QJsonObject document = emptyRun(statuses);
    addContext(document, request, databases);
    Errors errors;
    for (const DatabaseStatus& status : statuses) {
        if (status.error)
            errors << *status.error;
    }
    if (!errors.isEmpty()) {
        printHeading(request, databases.absent);
        for (const DatabaseStatus& status : statuses) {
            if (!status.error)
                request.output.text(u'\n' + report::statusText(status));
        }
        request.output.failed(errors, document);
        return tl::unexpected(exitCodeOf(statuses));
    }
    Result<Plan> plan = makePlan(request.project, statuses, direction, targets);
    if (plan)
        return *plan;
    printHeading(request, databases.absent);
    return tl::unexpected(request.output.failed(plan.error(), document));
}

namespace {

ExitCode tellNothingToDo(Request& request, const Databases& databases, const Plan& plan)
{
    printHeading(request, databases.absent);
    for (const DatabaseStatus& status : plan.databases)
        request.output.text(u'\n' + report::statusText(status));
    request.output.text(u'\n' + report::planText(plan, false));
    QJsonObject document = report::runDocument(plan, {});
    addContext(document, request, databases);
    request.output.document(document);
    rememberServers(request, databases, plan.databases);
    return ExitCode::Done;
}

QList<DatabaseVerification> verifyTouched(const Request& request, const Databases& databases,
                                          const Plan& plan)
{
    Sessions touched;
    for (const DatabaseName& name : plan.touchedDatabases())
        touched.insert(name, databases.sessions.value(name));
    return verifyDatabases(request.project, touched, expectedSource());
}

ExitCode runAndReport(Request& request, const Databases& databases, const Plan& plan,
                      const QList<TargetSpec>& targets, const RunOptions& options,
                      const QJsonObject& prelude)
{
    const Migration migration = runMigration(request, databases, plan, targets, options);
    ExitCode code = exitCodeOf(migration.report);
    printHeading(request, databases.absent);
    request.output.text(u'\n' + report::runText(migration.plan, migration.report));
    QJsonObject document = report::runDocument(migration.plan, migration.report);
    if (code == ExitCode::Done && plan.direction == Direction::Upgrade) {
        const QList<DatabaseVerification> verifications =
            verifyTouched(request, databases, migration.plan);
        printVerifications(request, verifications);
        document.insert(u"verification"_s,
                        report::verificationDocument(verifications).value(u"databases"_s));
        code = exitCodeOf(verifications);
    } else if (!migration.report.verifications.isEmpty()) {
        printVerifications(request, migration.report.verifications);
        document.insert(
            u"verification"_s,
            report::verificationDocument(migration.report.verifications).value(u"databases"_s));
    }
    addContext(document, request, databases);
    for (auto it = prelude.begin(); it != prelude.end(); ++it)
        document.insert(it.key(), it.value());
    request.output.document(document);
    if (code == ExitCode::Done)
        rememberServers(request, databases, migration.plan.databases);
    return code;
}

/// The names that --yes-destroy-data has to give for this plan, and does not.
QStringList unconfirmed(const Request& request, const Plan& plan)
{
    QStringList result;
    const QStringList confirmed = request.line.values(u"yes-destroy-data"_s);
    const QList<DatabaseName> touched = plan.touchedDatabases();
    for (const DatabaseStatus& status : plan.databases) {
        if (touched.contains(status.name) && !confirmed.contains(status.server.database))
            result << status.server.database;
    }
    return result;
}

ExitCode refuseUnconfirmed(Request& request, const Databases& databases, const Plan& plan,
                           const QStringList& missing, const QList<LossForecast>& losses)
{
    printHeading(request, databases.absent);
    request.output.message(report::planText(plan, false));
    request.output.message(lossesText(losses));
    QStringList wanted;
    for (const QString& name : missing)
        wanted << u"--yes-destroy-data "_s + name;
    QJsonObject document = report::planDocument(plan);
    document.insert(u"losses"_s, lossesJson(losses));
    addContext(document, request, databases);
    return request.output.failed(
        Error{
            .code = u"usage.confirmation"_s,
            .summary =
                u"This downgrade destroys data in %1, and that is not confirmed. Nothing was run."_s
                    .arg(missing.join(u" and "_s)),
            .hint = u"Add to the same command: %1"_s.arg(wanted.join(u' '))},
        document);
}

QList<DatabaseStatus> touchedStatuses(const Plan& plan)
{
    const QList<DatabaseName> touched = plan.touchedDatabases();
    QList<DatabaseStatus> result;
    std::copy_if(
        plan.databases.begin(), plan.databases.end(), std::back_inserter(result),
        [&touched](const DatabaseStatus& status) { return touched.contains(status.name); });
    return result;
}

ExitCode migrate(Request& request, const Databases& databases, Direction direction,
                 const QList<TargetSpec>& targets)
{
    Result<RunOptions> options = runOptions(request.line);
    if (!options)
        return request.output.failed(options.error());
    const auto plan = planFor(request, databases, direction, targets);
    if (!plan)
        return plan.error();
    if (plan->isEmpty())
        return tellNothingToDo(request, databases, *plan);
    options->knownServers = knownServers(request, databases.endpoints);
    options->acceptsServer = request.line.has(u"accept-server"_s);
    const auto wrong = wrongServer(*plan, options->knownServers);
    if (wrong && !options->acceptsServer)
        return request.output.failed(*wrong, report::planDocument(*plan));
    if (const auto obstacle = transactionModeObstacle(*plan, options->mode))
        return request.output.failed(*obstacle, report::planDocument(*plan));
    QJsonObject prelude;
    if (direction == Direction::Downgrade) {
        const QList<LossForecast> losses = forecastOf(request, databases, *plan);
        const QStringList missing = unconfirmed(request, *plan);
        if (!missing.isEmpty())
            return refuseUnconfirmed(request, databases, *plan, missing, losses);
        request.output.text(lossesText(losses));
        prelude.insert(u"losses"_s, lossesJson(losses));
        if (const auto exported = exportWanted(request, databases, losses, prelude); !exported)
            return request.output.failed(exported.error(), prelude);
    }
    if (request.line.has(u"backup"_s)) {
        QJsonArray made;
        const auto backedUp = backUp(request, databases, touchedStatuses(*plan), made);
        prelude.insert(u"backups"_s, made);
        if (!backedUp)
            return request.output.failed(backedUp.error(), prelude);
    }
    return runAndReport(request, databases, *plan, targets, *options, prelude);
}

ExitCode migrate(Request& request, Direction direction)
{
    // What is wrong with the request is told before anything is asked or connected.
    if (const Result<RunOptions> options = runOptions(request.line); !options)
        return request.output.failed(options.error());
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    return migrate(request, *databases, direction, targetsOf(request));
}

} // namespace

ExitCode downgradeTo(Request& request, const Databases& databases, const QList<TargetSpec>& targets)
{
    return migrate(request, databases, Direction::Downgrade, targets);
}

ExitCode planCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const Direction direction =
        request.line.has(u"downgrade"_s) ? Direction::Downgrade : Direction::Upgrade;
    if (direction == Direction::Downgrade && request.line.arguments().isEmpty()) {
        return request.output.failed(
            Error{.code = u"usage.arguments"_s,
                  .summary = u"plan --downgrade needs a target."_s,
                  .hint = u"Write: socrates-migrate plan --downgrade -1"_s});
    }
    const auto plan = planFor(request, *databases, direction, targetsOf(request));
    if (!plan)
        return plan.error();
    printHeading(request, databases->absent);
    for (const DatabaseStatus& status : plan->databases) {
        request.output.text(u"%1 (%2) is at %3"_s.arg(status.name.text(), report::placeText(status),
                                                      positionText(status.current)));
    }
    request.output.sql(u'\n' + report::planText(*plan, true));
    QJsonObject document = report::planDocument(*plan);
    addContext(document, request, *databases);
    request.output.document(document);
    return ExitCode::Done;
}

ExitCode upgradeCommand(Request& request)
{
    return migrate(request, Direction::Upgrade);
}

ExitCode downgradeCommand(Request& request)
{
    return migrate(request, Direction::Downgrade);
}

} // namespace socrates::cli
