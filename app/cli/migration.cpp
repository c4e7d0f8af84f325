// SPDX-License-Identifier: MIT
#include "app/cli/migration.h"

#include "app/cli/progress.h"
#include "app/cli/terminal.h"
#include "app/cli/verifying.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// More rounds than any honest race needs; somebody who keeps moving the rows is "busy".
constexpr int maximumRounds = 10;

bool isLostRace(const RunReport& report)
{
    return report.firstError && (report.firstError->code == "busy.moved"_L1 ||
                                 report.firstError->code == "busy.migrating"_L1 ||
                                 report.firstError->code == "version.moved_after"_L1);
}

bool isSameStep(const PlannedStep& a, const PlannedStep& b)
{
    return a.database == b.database && a.step.revision->id == b.step.revision->id;
}

/// Adds a later round to what is told: outcomes of steps known already, and new steps.
void addRound(Migration& all, const Plan& plan, const RunReport& report)
{
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const PlannedStep& step = plan.steps.at(i);
        const auto known =
            std::find_if(all.plan.steps.begin(), all.plan.steps.end(),
                         [&step](const PlannedStep& other) { return isSameStep(step, other); });
        if (known != all.plan.steps.end()) {
            all.report.steps[known - all.plan.steps.begin()] = report.steps.value(i);
        } else {
            all.plan.steps << PlannedStep{step.database, step.step, {}};
            all.report.steps << report.steps.value(i);
        }
    }
    all.report.result = report.result;
    all.report.firstError = report.firstError;
    all.report.protocol = report.protocol;
    all.report.verifications = report.verifications;
    all.report.after = report.after;
}

/// Somebody else did what was left: its steps are skipped, and the run is what we did of it.
void settle(Migration& all, const Plan& rest)
{
    bool isAnyApplied = false;
    for (StepOutcome& outcome : all.report.steps) {
        if (outcome.state != StepState::Applied)
            outcome = StepOutcome{StepState::Skipped, 0, std::nullopt};
        isAnyApplied = isAnyApplied || outcome.state == StepState::Applied;
    }
    all.report.result = isAnyApplied ? RunResult::Applied : RunResult::Nothing;
    all.report.firstError.reset();
    all.report.after = rest.databases;
}

} // namespace

Migration runMigration(Request& request, const Databases& databases, const Plan& plan,
                       const QList<TargetSpec>& targets, const RunOptions& options)
{
    CancelToken token;
    const auto isOver = std::make_shared<std::atomic<bool>>(false);
    request.interrupts.emplace(
        [token, isOver, &output = request.output](int count) mutable {
            if (*isOver) {
                output.message(u"The run has ended; only its report is left. A third Ctrl-C "
                               "gives that up."_s);
            } else if (count == 1) {
                output.message(u"Stopping after the step under way; once more cancels it."_s);
                token.stopAfterStep();
            } else {
                output.message(u"Cancelling the statement under way."_s);
                token.cancel();
            }
        },
        terminal::Interrupts::Afterwards::Ignored);
    const auto runRound = [&](const Plan& part) {
        Progress progress(part, request.output);
        return runPlan(request.project, part, databases.sessions, options, token, &progress);
    };
    Migration all{plan, runRound(plan)};
    for (int round = 1; round < maximumRounds && isLostRace(all.report) && !token.isStopRequested();
         ++round) {
        const QList<DatabaseStatus> statuses = readStatuses(request.project, databases.sessions);
        if (firstError(statuses))
            break;
        const Result<Plan> rest = makePlan(request.project, statuses, plan.direction, targets);
        if (!rest) {
            all.report.firstError = rest.error();
            break;
        }
        if (rest->isEmpty())
            settle(all, *rest);
        else if (all.report.firstError->code == "busy.migrating"_L1)
            break; // the runner has waited its time
        else
            addRound(all, *rest, runRound(*rest));
    }
    *isOver = true;
    request.interrupts->countAnew();
    return all;
}

ExitCode exitCodeOf(const RunReport& report)
{
    switch (report.result) {
    case RunResult::Applied:
    case RunResult::Nothing:
        return report.firstError ? ExitCode::Failed : ExitCode::Done;
    case RunResult::Stopped:
        return ExitCode::Stopped;
    case RunResult::Unknown:
        return ExitCode::Failed;
    case RunResult::RolledBack:
        break;
    }
    if (report.firstError && report.firstError->code == "schema.verification_failed"_L1)
        return ExitCode::Differs;
    const ExitCode code =
        report.firstError ? core::exitCodeOf(*report.firstError) : ExitCode::Failed;
    // A fault of a file or of the schema that shows while it runs is a run that failed.
    return code == ExitCode::Usage || code == ExitCode::Differs || code == ExitCode::Done
               ? ExitCode::Failed
               : code;
}

Result<RunOptions> runOptions(const CommandLine& line)
{
    RunOptions options;
    const QList<std::pair<QString, int*>> durations{
        {u"lock-timeout"_s, &options.lockTimeoutMs},
        {u"statement-timeout"_s, &options.statementTimeoutMs},
        {u"commit-timeout"_s, &options.commitTimeoutMs}};
    for (const auto& [name, field] : durations) {
        if (!line.has(name))
            continue;
        const Result<int> duration = parseDuration(line.value(name), name);
        if (!duration)
            return fail(duration.error());
        *field = *duration;
    }
    if (line.has(u"mode"_s)) {
        const QStringList words{u"each"_s, u"all"_s, u"both"_s};
        const qsizetype mode = words.indexOf(line.value(u"mode"_s));
        if (mode < 0)
            return fail(Error{.code = u"usage.value"_s,
                              .summary = u"'%1' is no mode."_s.arg(line.value(u"mode"_s)),
                              .hint = u"Give --mode each, --mode all or --mode both."_s});
        options.mode = TransactionMode(mode);
    }
    options.expected = expectedSource();
    return options;
}

} // namespace socrates::cli
