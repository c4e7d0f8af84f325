// SPDX-License-Identifier: MIT
#include "core/engine/heldrehearsal.h"

#include "core/base/texts.h"
#include "core/postgres/networksettings.h"
#include "core/schema/catalogreader.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// The server's clocks are only there for when this program dies in the middle.
constexpr int kServerMarginMs = 5000;

RunOptions runOptionsOf(const RehearsalOptions& options)
{
    RunOptions result;
    result.lockTimeoutMs = options.lockTimeoutMs;
    result.heedsLockTimeoutOfRevision = false;
    result.lockAttempts = 1;
    result.statementTimeoutMs = options.capMs > 0 ? options.capMs + kServerMarginMs : 0;
    result.idleTimeoutMs = result.statementTimeoutMs;
    result.osUser = options.osUser;
    result.expected = options.expected;
    return result;
}

/// The schema as it is, in a snapshot of its own that waits for nobody long.
Result<Schema> readSchema(Connection& connection, const QString& mainSchema, int lockTimeoutMs)
{
    const auto begun = connection.pipeline(
        {{u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s, {}},
         networkSettings(connection),
         {u"SELECT set_config('lock_timeout', $1, true)"_s, {QString::number(lockTimeoutMs)}}});
    if (!begun)
        return fail(begun.error().error);
    auto schema = readCatalog(connection, {{}, {}, mainSchema});
    if (const auto ended = connection.query(u"ROLLBACK"_s); !ended && schema)
        return fail(ended.error());
    return schema;
}

/// The labels that ALTER TYPE ... ADD VALUE adds.
QStringList addedEnumValues(const Section& section)
{
    static const QRegularExpression adds(
        uR"(\bALTER\s+TYPE\b.*\bADD\s+VALUE\s+(?:IF\s+NOT\s+EXISTS\s+)?'((?:[^']|'')*)')"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    QStringList labels;
    for (const Statement& statement : section.statements) {
        const auto match = adds.match(statement.text);
        if (match.hasMatch())
            labels << match.captured(1);
    }
    return labels;
}

} // namespace

HeldRehearsal::HeldRehearsal(const Project& project, const Plan& plan,
                             const QMap<DatabaseName, SessionPtr>& sessions,
                             const RehearsalOptions& options, RehearsalCoordinator& coordinator)
    : m_project(project)
    , m_plan(plan)
    , m_sessions(sessions)
    , m_options(options)
    , m_coordinator(coordinator)
    , m_runOptions(runOptionsOf(options))
    , m_runId(newLogToken())
{}

Rehearsal HeldRehearsal::run()
{
    while (true) {
        m_obstacles = rehearsalObstacles(m_plan, m_foundOnTry);
        Rehearsal rehearsal;
        rehearsal.steps.resize(m_plan.steps.size());
        for (int i = 0; i < m_obstacles.size(); ++i) {
            if (!m_obstacles.at(i).isEmpty()) {
                rehearsal.steps[i].state = RehearsedStep::State::CannotBeRehearsed;
                rehearsal.steps[i].reason = m_obstacles.at(i);
            }
        }
        const auto obstacles = m_foundOnTry.size();
        const auto done = attempt(rehearsal);
        end(rehearsal);
        // What could not be rehearsed is known now: once more without it.
        if (m_foundOnTry.size() > obstacles)
            continue;
        if (!done)
            rehearsal.firstError = done.error();
        return rehearsal;
    }
}

Result<void> HeldRehearsal::attempt(Rehearsal& rehearsal)
{
    for (const DatabaseName& name : m_plan.touchedDatabases()) {
        auto held = open(name);
        if (!held)
            return fail(judged(name, held.error()));
        if (*held)
            m_held.push_back(std::move(*held));
    }
    QElapsedTimer open;
    open.start();
    m_coordinator.startCap();
    const auto done = [&]() -> Result<void> {
        for (const HeldPtr& held : m_held) {
            if (!m_coordinator.mayStart())
                return fail(m_coordinator.stopError());
            if (const auto begun = begin(*held); !begun)
                return fail(judged(held->result.name, begun.error()));
        }
        if (const auto ran = runSteps(rehearsal); !ran)
            return ran;
        for (const HeldPtr& held : m_held) {
            if (const auto verified = verify(*held); !verified)
                return fail(judged(held->result.name, verified.error()));
        }
        return {};
    }();
    m_coordinator.forgetCancellers();
    for (const HeldPtr& held : m_held) {
        held->transaction->rollBack();
        m_coordinator.forget(held->result.name);
    }
    rehearsal.openMs = open.elapsed();
    return done;
}

/// Null when no step of the database can be rehearsed.
Result<HeldRehearsal::HeldPtr> HeldRehearsal::open(const DatabaseName& name)
{
    auto held = std::make_unique<Held>();
    QList<RevisionId> rows;
    for (int i = 0; i < m_plan.steps.size(); ++i) {
        if (m_plan.steps.at(i).database != name || !m_obstacles.at(i).isEmpty())
            continue;
        held->firstStep = held->firstStep < 0 ? i : held->firstStep;
        rows = m_plan.steps.at(i).step.rowsAfter;
    }
    if (held->firstStep < 0)
        return HeldPtr();
    if (!m_coordinator.mayStart())
        return fail(m_coordinator.stopError());
    const SessionPtr session = m_sessions.value(name);
    auto opened = Connection::open(session->parameters());
    if (!opened)
        return fail(opened.error());
    Connection& connection = **opened;
    m_coordinator.addCanceller(connection.canceller());
    const DatabaseStatus& status =
        *std::find_if(m_plan.databases.cbegin(), m_plan.databases.cend(),
                      [&](const DatabaseStatus& candidate) { return candidate.name == name; });
    // A revision that cannot be replayed is still tried: the real database tells more about it.
    held->expected =
        expectedStateAt(connection, m_project, name, rows,
                        m_options.expected.cancelledBy([this](const StatementCanceller& replay) {
                            m_coordinator.addCanceller(replay);
                        }));
    if (!m_coordinator.mayStart())
        return fail(m_coordinator.stopError());
    held->mainSchema = status.versionTable.schema;
    held->result.name = name;
    auto before = readSchema(connection, held->mainSchema, m_options.lockTimeoutMs);
    if (!before)
        return fail(before.error());
    held->result.before = std::move(*before);
    held->result.after = held->result.before;
    if (const auto started = held->sequences.start(connection); !started)
        return fail(started.error());
    m_coordinator.watch(status, connection);
    StepContext context{m_plan, name, connection.server(), session->role(), m_runId, m_runOptions};
    held->transaction = std::make_unique<HeldTransaction>(std::move(*opened), m_plan, status,
                                                          std::move(context), m_coordinator);
    return held;
}

Result<void> HeldRehearsal::begin(Held& held)
{
    if (const auto begun = held.transaction->begin(held.firstStep); !begun)
        return begun;
    Connection& connection = held.transaction->connection();
    if (const auto safe = held.sequences.protectLog(connection); !safe)
        return safe;
    return held.meter.start(connection);
}

Result<void> HeldRehearsal::runSteps(Rehearsal& rehearsal)
{
    for (int step = 0; step < m_plan.steps.size(); ++step) {
        const DatabaseName& name = m_plan.steps.at(step).database;
        const auto held = std::find_if(m_held.cbegin(), m_held.cend(), [&](const HeldPtr& held) {
            return held->result.name == name;
        });
        if (held == m_held.cend() || !m_obstacles.at(step).isEmpty())
            continue;
        if (!m_coordinator.mayStart())
            return fail(m_coordinator.stopError());
        m_coordinator.started(step);
        RehearsedStep& outcome = rehearsal.steps[step];
        if (const auto done = runStep(**held, step, outcome); !done) {
            const Error error = judged(name, done.error());
            if (cutsAt(step, error))
                return fail(error);
            outcome.state = RehearsedStep::State::Failed;
            outcome.error = error;
            m_coordinator.finished(step, {StepState::Failed, 0, error});
            return fail(error);
        }
        outcome.state = RehearsedStep::State::Rehearsed;
        rehearsal.ms += outcome.ms;
        m_coordinator.finished(step, {StepState::Applied, outcome.ms, std::nullopt});
    }
    return {};
}

Result<void> HeldRehearsal::runStep(Held& held, int step, RehearsedStep& outcome)
{
    Connection& connection = held.transaction->connection();
    const LineageStep& lineage = m_plan.steps.at(step).step;
    const auto isProtected = held.sequences.protect(connection, lineage.section().sql);
    if (!isProtected)
        return fail(held.transaction->context().locate(step, -1, isProtected.error()));
    if (*isProtected) {
        if (const auto forgotten = held.meter.disregard(connection); !forgotten)
            return forgotten;
    }
    QElapsedTimer clock;
    clock.start();
    auto done = held.transaction->runStep(step);
    if (done)
        done = held.transaction->checkConstraints();
    outcome.ms = clock.elapsed();
    if (!done)
        return done;
    const auto reading =
        held.meter.read(connection, lineage.revision->id.text(), lineage.section().sql);
    if (!reading)
        return fail(reading.error());
    outcome.locks = reading->locks;
    outcome.rewrites = reading->rewrites;
    outcome.rows = reading->rows;
    outcome.isMeasured = true;
    return {};
}

Result<void> HeldRehearsal::verify(Held& held)
{
    if (!m_coordinator.mayStart())
        return fail(m_coordinator.stopError());
    if (!held.expected) {
        // What it would change can be shown all the same.
        auto after = readCatalog(held.transaction->connection(), {{}, {}, held.mainSchema});
        if (!after)
            return fail(after.error());
        held.result.after = std::move(*after);
        held.result.changes = compareSchemas(held.result.before, held.result.after);
        return fail(held.expected.error());
    }
    held.result.verification.emplace();
    const auto verified =
        held.transaction->verify(m_project, *held.expected, *held.result.verification);
    if (!held.result.verification->error) {
        held.result.after = held.result.verification->found;
        held.result.changes = compareSchemas(held.result.before, held.result.after);
    }
    return verified;
}

void HeldRehearsal::end(Rehearsal& rehearsal)
{
    for (const HeldPtr& held : m_held) {
        Connection& connection = held->transaction->connection();
        // A cancel that was under way may still arrive.
        auto now = readSchema(connection, held->mainSchema, m_options.lockTimeoutMs);
        if (!now && now.error().sqlState == "57014"_L1)
            now = readSchema(connection, held->mainSchema, m_options.lockTimeoutMs);
        held->result.leftBehind = held->sequences.moved(connection);
        if (now && !compareSchemas(held->result.before, *now).isEqual())
            held->result.leftBehind << Texts::tr("The schema of %1 is not as it was before: "
                                                 "somebody else changed it meanwhile.")
                                           .arg(held->result.name.text());
        rehearsal.databases << held->result;
    }
    m_held.clear();
}

Error HeldRehearsal::judged(const DatabaseName& database, Error error) const
{
    const bool isStop = error.sqlState == "57014"_L1 || error.code == "stopped.cancelled"_L1;
    if (isStop && m_coordinator.isCancelled())
        return m_coordinator.stopError();
    if (error.database.isEmpty())
        error.database = database.text();
    if (isContention(error.sqlState))
        error.code = u"busy.lock"_s;
    if (error.code == "busy.lock"_L1) {
        QStringList holders;
        for (const OtherSession& holder : m_coordinator.takeBlockers(database))
            holders << holder.text();
        if (!holders.isEmpty())
            error.detail = Texts::tr("The lock is held by %1.").arg(clauses(holders));
    }
    return error;
}

/// A new value of an enum can be used once it is committed, which here it never is: a step that
/// uses what an earlier one adds would succeed in a real run.
bool HeldRehearsal::cutsAt(int step, const Error& error)
{
    if (error.sqlState != "55P04"_L1)
        return false;
    const PlannedStep& failed = m_plan.steps.at(step);
    const QStringList own = addedEnumValues(failed.step.section());
    for (int earlier = 0; earlier < step; ++earlier) {
        const PlannedStep& other = m_plan.steps.at(earlier);
        if (other.database != failed.database)
            continue;
        const QStringList values = addedEnumValues(other.step.section());
        const bool isUsed = std::any_of(values.cbegin(), values.cend(), [&](const QString& value) {
            return error.statement.contains(u'\'' + value + u'\'');
        });
        if (isUsed || (own.isEmpty() && !values.isEmpty())) {
            m_foundOnTry.insert(
                step,
                Texts::tr(
                    "Line %1 uses a value that %2 adds to an enum, which can be used only when "
                    "that is committed.")
                    .arg(error.where.line)
                    .arg(other.step.revision->id.text()));
            return true;
        }
    }
    return false;
}

} // namespace socrates::core
