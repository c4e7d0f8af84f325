// SPDX-License-Identifier: MIT
#include "core/engine/runner.h"
#include "core/base/safeguard.h"

#include "core/base/osuser.h"
#include "core/base/texts.h"
#include "core/engine/heldrun.h"
#include "core/engine/primaries.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// How long the fresh look at the end waits for a server that restarts.
constexpr int kFreshLookMs = 60000;

/// What the lanes share. All state is behind one mutex; observers are called outside it.
class RunState final : public LaneCoordinator
{
public:
    RunState(const Plan& plan, int lockTimeoutMs, CancelToken token, RunObserver* observer)
        : m_plan(plan)
        , m_outcomes(plan.steps.size())
        , m_token(std::move(token))
        , m_observer(observer)
        , m_watch([this](const LockSituation& situation) { situationChanged(situation); },
                  lockTimeoutMs)
    {}

    LockWatch& watch() { return m_watch; }

    void started(int step) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_currentSteps.insert(m_plan.steps.at(step).database.text(), step);
        }
        if (m_observer != nullptr)
            m_observer->stepStarted(step);
    }
    void statementDone(int step, int statement, const QString& tag, qint64 ms) override
    {
        if (m_observer != nullptr)
            m_observer->statementFinished(step, statement, tag, ms);
    }
    void notices(int step, const QList<Notice>& notices) override
    {
        for (const Notice& notice : notices) {
            if (m_observer != nullptr)
                m_observer->noticeArrived(step, notice);
        }
    }
    void retrying(int step, const Error& reason, int pauseMs) override
    {
        if (m_observer != nullptr)
            m_observer->stepRetried(step, reason, pauseMs);
    }
    void commitDelayed(int step, int ms) override
    {
        if (m_observer != nullptr)
            m_observer->commitDelayed(step, ms);
    }
    QList<OtherSession> takeBlockers(const DatabaseName& database) override
    {
        return m_watch.takeBlockers(database.text());
    }
    void finished(int step, const StepOutcome& outcome) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_outcomes[step] = outcome;
            if (outcome.state == StepState::Failed) {
                m_hasFailed = true;
                if (!m_firstError)
                    m_firstError = outcome.error;
            }
        }
        m_changed.notify_all();
        if (m_observer != nullptr)
            m_observer->stepFinished(step, outcome);
    }
    bool waitFor(const QList<int>& steps) override
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            const auto isThere = [this](int step) {
                return m_outcomes.at(step).state == StepState::Applied ||
                       m_outcomes.at(step).state == StepState::Skipped;
            };
            if (std::all_of(steps.cbegin(), steps.cend(), isThere))
                return true;
            if (m_hasFailed || m_token.isStopRequested())
                return false;
            if (std::any_of(steps.cbegin(), steps.cend(),
                            [this](int step) { return m_endedLaneSteps.contains(step); }))
                return false;
            m_changed.wait_for(lock, std::chrono::milliseconds(50)); // the token has no signal
        }
    }
    bool mayStart() const override
    {
        const std::lock_guard lock(m_mutex);
        return !m_hasFailed && !m_token.isStopRequested();
    }
    bool isCancelled() const override { return m_token.isCancelled(); }
    void protocolChosen(const CommitProtocol& protocol) override
    {
        if (m_observer != nullptr)
            m_observer->protocolChosen(protocol);
    }
    void pairMoment(PairMoment moment) override
    {
        if (m_observer != nullptr)
            m_observer->pairMoment(moment);
    }

    /// A lane is over: whoever still waits for one of its steps waits in vain.
    void laneEnded(const QList<int>& steps)
    {
        {
            const std::lock_guard lock(m_mutex);
            for (const int step : steps)
                m_endedLaneSteps.insert(step);
        }
        m_changed.notify_all();
    }
    void failLane(const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        m_hasFailed = true;
        if (!m_firstError)
            m_firstError = error;
    }

    const QList<StepOutcome>& outcomes() const { return m_outcomes; }
    const std::optional<Error>& firstError() const { return m_firstError; }

private:
    void situationChanged(const LockSituation& situation)
    {
        int step = -1;
        {
            const std::lock_guard lock(m_mutex);
            step = m_currentSteps.value(situation.database, -1);
        }
        if (m_observer != nullptr && step >= 0)
            m_observer->lockSituationChanged(step, situation);
    }

    const Plan& m_plan;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QMap<QString, int> m_currentSteps; ///< per database, the last one started
    QList<StepOutcome> m_outcomes;
    QSet<int> m_endedLaneSteps;
    std::optional<Error> m_firstError;
    bool m_hasFailed = false;
    CancelToken m_token;
    RunObserver* m_observer;
    LockWatch m_watch; ///< last: its thread ends before what it uses
};

bool isReachable(const QList<DatabaseStatus>& statuses)
{
    return std::none_of(statuses.cbegin(), statuses.cend(), [](const DatabaseStatus& status) {
        return status.error && status.error->isKind("conn"_L1);
    });
}

/// A cancel that was meant for the run may arrive when the run is over, and hit the look instead.
bool isHitByCancel(const QList<DatabaseStatus>& statuses)
{
    return std::any_of(statuses.cbegin(), statuses.cend(), [](const DatabaseStatus& status) {
        return status.error && status.error->sqlState == "57014"_L1;
    });
}

/// A server that was just killed refuses for a moment; after a lost connection it is worth waiting.
QList<DatabaseStatus> freshLook(const Project& project,
                                const QMap<DatabaseName, SessionPtr>& sessions, bool isPatient,
                                const CancelToken& token)
{
    const QDeadlineTimer deadline(isPatient ? kFreshLookMs : 0);
    constexpr int kMostLateCancels = 3;
    QList<DatabaseStatus> statuses = readStatuses(project, sessions);
    for (int i = 0; i < kMostLateCancels && token.isCancelled() && isHitByCancel(statuses); ++i)
        statuses = readStatuses(project, sessions);
    while (!isReachable(statuses) && !deadline.hasExpired() && !token.isCancelled()) {
        QThread::msleep(500);
        statuses = readStatuses(project, sessions);
    }
    return statuses;
}

/// Success is what the fresh look shows: a database whose rows are not where its last applied step
/// left them was moved by somebody else.
std::optional<Error> contradiction(const Plan& plan, const QList<StepOutcome>& outcomes,
                                   const QList<DatabaseStatus>& statuses)
{
    for (const DatabaseStatus& status : statuses) {
        if (status.error)
            continue;
        for (qsizetype i = plan.steps.size() - 1; i >= 0; --i) {
            const PlannedStep& step = plan.steps.at(i);
            if (step.database != status.name || outcomes.at(i).state != StepState::Applied)
                continue;
            const QStringList expected = idTexts(step.step.rowsAfter);
            if (status.versionTable.rows == expected)
                break;
            Error error;
            error.code = u"version.moved_after"_s;
            error.database = status.name.text();
            error.summary = Texts::tr("After the run the version table of %1 holds %2, not %3.")
                                .arg(status.name.text(), status.versionTable.rows.join(u", "_s),
                                     expected.join(u", "_s));
            error.hint = Texts::tr("Somebody else changed it since. Verify the schema.");
            return error;
        }
    }
    return std::nullopt;
}

RunResult resultOf(const QList<StepOutcome>& outcomes, const std::optional<Error>& firstError)
{
    bool isAnyApplied = false;
    for (const StepOutcome& outcome : outcomes) {
        if (outcome.error && outcome.error->code == "run.outcome_unknown"_L1)
            return RunResult::Unknown;
        isAnyApplied = isAnyApplied || outcome.state == StepState::Applied;
    }
    if (firstError)
        return firstError->isKind("stopped"_L1) ? RunResult::Stopped : RunResult::RolledBack;
    const bool isAllDone =
        std::none_of(outcomes.cbegin(), outcomes.cend(),
                     [](const StepOutcome& outcome) { return outcome.state == StepState::NotRun; });
    if (!isAllDone)
        return RunResult::Stopped;
    return isAnyApplied ? RunResult::Applied : RunResult::Nothing;
}

/// Each step its own transaction, the databases side by side.
void runLanes(const Plan& plan, const QMap<DatabaseName, SessionPtr>& sessions,
              const RunOptions& options, const QString& runId, const CancelToken& token,
              RunState& state)
{
    QMap<DatabaseName, QList<int>> lanes;
    for (int i = 0; i < plan.steps.size(); ++i)
        lanes[plan.steps.at(i).database] << i;
    QList<QFuture<Result<void>>> running;
    for (auto lane = lanes.cbegin(); lane != lanes.cend(); ++lane) {
        const SessionPtr session = sessions.value(lane.key());
        const auto status =
            std::find_if(plan.databases.cbegin(), plan.databases.cend(),
                         [&](const DatabaseStatus& s) { return s.name == lane.key(); });
        running << session->submit([&, steps = lane.value(), status,
                                    role = session->role()](Connection& c) -> Result<void> {
            // Behind a pooler the process number that the connection was told is not the server's.
            if (!status->isPooled)
                state.watch().watch(status->name.text(), c.parameters(), c.server().backendPid);
            Lane(c, plan, *status, role, runId, options, state).run(steps);
            state.watch().forget(status->name.text());
            state.laneEnded(steps);
            return {};
        });
    }
    // Waits for the lanes. A lane that never got a connection must be noticed while others still
    // wait for its steps; a cancel is repeated, since it may arrive between two statements.
    int looks = 0;
    while (!running.isEmpty()) {
        running.removeIf([&state](const QFuture<Result<void>>& lane) {
            if (!lane.isFinished())
                return false;
            if (const auto result = lane.result(); !result)
                state.failLane(result.error());
            return true;
        });
        if (token.isCancelled() && looks++ % 400 == 0) {
            for (const DatabaseName& name : lanes.keys())
                sessions.value(name)->cancelStatement();
        }
        QThread::usleep(500);
    }
}

/// The modes that hold transactions open, on a thread of their own so that this one can cancel.
void runHeld(const Project& project, const Plan& plan,
             const QMap<DatabaseName, SessionPtr>& sessions, const RunOptions& options,
             const CancelToken& token, RunState& state, RunReport& report)
{
    HeldRun run(project, plan, sessions, options, report.runId, state);
    auto working = std::async(std::launch::async, [&run] { return run.run(); });
    while (working.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready) {
        if (token.isCancelled())
            run.cancelStatements(); // repeated: it may arrive between two statements
    }
    if (const auto error = working.get())
        state.failLane(*error);
    report.protocol = run.protocol();
    report.verifications = run.verifications();
}

/// The first database whose connection leads to two primaries.
std::optional<Error> twoPrimaries(const Plan& plan, const QMap<DatabaseName, SessionPtr>& sessions,
                                  const CancelToken& token)
{
    for (const DatabaseName& name : plan.touchedDatabases()) {
        const SessionPtr session = sessions.value(name);
        if (!session)
            continue;
        if (const auto one = checkPrimaries(name, session->parameters(), token); !one)
            return one.error();
    }
    return std::nullopt;
}

} // namespace

RunReport runPlan(const Project& project, const Plan& plan,
                  const QMap<DatabaseName, SessionPtr>& sessions, const RunOptions& givenOptions,
                  const CancelToken& token, RunObserver* observer)
{
    RunOptions options = givenOptions;
    if (options.osUser.isEmpty())
        options.osUser = currentOsUser();
    RunReport report;
    report.runId = newLogToken();
    RunState state(plan, options.lockTimeoutMs, token, observer);
    auto obstacle = options.acceptsServer ? std::nullopt : wrongServer(plan, options.knownServers);
    if (!obstacle)
        obstacle = twoPrimaries(plan, sessions, token);
    if (obstacle) {
        report.steps = state.outcomes();
        report.after = plan.databases;
        report.firstError = obstacle;
        report.result = RunResult::RolledBack;
        return report;
    }

    if (options.mode == TransactionMode::EachStep)
        runLanes(plan, sessions, options, report.runId, token, state);
    else
        runHeld(project, plan, sessions, options, token, state, report);
    report.steps = state.outcomes();
    report.firstError = state.firstError();
    const bool hasLost =
        report.firstError && (report.firstError->code == "run.connection_lost"_L1 ||
                              report.firstError->code == "run.outcome_unknown"_L1);
    report.result = resultOf(report.steps, report.firstError);
    report.after = plan.isEmpty() || !isSafeguardOn("fresh-look")
                       ? plan.databases
                       : freshLook(project, sessions, hasLost, token);
    if (!report.firstError && isSafeguardOn("fresh-look"))
        report.firstError = contradiction(plan, report.steps, report.after);
    return report;
}

} // namespace socrates::core
