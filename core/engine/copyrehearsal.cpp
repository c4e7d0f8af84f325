// SPDX-License-Identifier: MIT
#include "core/engine/copyrehearsal.h"

#include "core/base/texts.h"
#include "core/engine/heldtransaction.h"
#include "core/schema/catalogreader.h"

#include <QElapsedTimer>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

CopyRehearsal::CopyRehearsal(const Project& project, const Plan& plan,
                             const QMap<DatabaseName, SessionPtr>& sessions,
                             const RehearsalOptions& options, RehearsalCoordinator& coordinator)
    : m_project(project)
    , m_plan(plan)
    , m_sessions(sessions)
    , m_options(options)
    , m_coordinator(coordinator)
    , m_runId(newLogToken())
{
    m_runOptions.lockAttempts = 1;
    m_runOptions.osUser = options.osUser;
    m_runOptions.expected = options.expected;
}

Rehearsal CopyRehearsal::run()
{
    Rehearsal rehearsal;
    rehearsal.steps.resize(m_plan.steps.size());
    if (const auto done = attempt(rehearsal); !done) {
        const bool isStop =
            done.error().sqlState == "57014"_L1 || done.error().code == "stopped.cancelled"_L1;
        rehearsal.firstError =
            isStop && m_coordinator.isCancelled() ? m_coordinator.stopError() : done.error();
    }
    m_coordinator.forgetCancellers();
    for (const CopyPtr& copy : m_copies)
        rehearsal.databases << copy->result;
    m_copies.clear();
    return rehearsal;
}

Result<void> CopyRehearsal::attempt(Rehearsal& rehearsal)
{
    if (!m_options.copyServer)
        return fail(Error{.code = u"server.not_running"_s,
                          .summary = Texts::tr("There is no private server to make a copy on."),
                          .hint = Texts::tr("Start it, or rehearse on the real databases.")});
    auto admin = Connection::open(*m_options.copyServer);
    if (!admin)
        return fail(admin.error());
    m_admin = std::move(*admin);
    m_coordinator.startCap();
    for (const DatabaseName& name : m_plan.touchedDatabases()) {
        auto copy = make(*m_admin, name);
        if (!copy)
            return fail(copy.error());
        m_copies.push_back(std::move(*copy));
    }
    for (int step = 0; step < m_plan.steps.size(); ++step) {
        if (!m_coordinator.mayStart())
            return fail(m_coordinator.stopError());
        const DatabaseName& name = m_plan.steps.at(step).database;
        const CopyPtr& copy =
            *std::find_if(m_copies.cbegin(), m_copies.cend(),
                          [&](const CopyPtr& candidate) { return candidate->result.name == name; });
        m_coordinator.started(step);
        RehearsedStep& outcome = rehearsal.steps[step];
        if (const auto done = runStep(*copy, step, outcome); !done) {
            outcome.state = RehearsedStep::State::Failed;
            outcome.error = done.error();
            m_coordinator.finished(step, {StepState::Failed, 0, done.error()});
            return done;
        }
        outcome.state = RehearsedStep::State::Rehearsed;
        copy->rowsAfter = m_plan.steps.at(step).step.rowsAfter;
        rehearsal.ms += outcome.ms;
        m_coordinator.finished(step, {StepState::Applied, outcome.ms, std::nullopt});
    }
    for (const CopyPtr& copy : m_copies) {
        if (const auto verified = verify(*copy); !verified)
            return verified;
    }
    return {};
}

Result<CopyRehearsal::CopyPtr> CopyRehearsal::make(Connection& admin, const DatabaseName& name)
{
    auto database = TemporaryDatabase::create(admin);
    if (!database)
        return fail(database.error());
    auto copy = std::make_unique<Copy>();
    copy->result.name = name;
    copy->database = std::move(*database);
    Connection& connection = copy->database->connection();
    copy->parameters = connection.parameters();
    m_coordinator.addCanceller(connection.canceller());
    DatabaseStatus& status =
        *std::find_if(m_plan.databases.begin(), m_plan.databases.end(),
                      [&](const DatabaseStatus& candidate) { return candidate.name == name; });
    if (const auto filled = fill(connection, status, *copy); !filled)
        return fail(filled.error());
    const int realMajor = status.server.major();
    auto own = readStatus(connection, m_project, name);
    if (!own)
        return fail(own.error());
    status = std::move(*own);
    auto before = readCatalog(connection);
    if (!before)
        return fail(before.error());
    copy->result.before = std::move(*before);
    copy->result.after = copy->result.before;
    copy->result.copiedBy += differenceFromReal(name, copy->result.before);
    if (connection.server().major() != realMajor)
        copy->result.copiedBy +=
            u' ' + Texts::tr("The copy is on PostgreSQL %1, the real one on %2.")
                       .arg(connection.server().major())
                       .arg(realMajor);
    return copy;
}

/// The applied revisions, and the version rows that say so.
Result<void> CopyRehearsal::fill(Connection& connection, const DatabaseStatus& status, Copy& copy)
{
    QList<RevisionPtr> applied;
    for (const RevisionPtr& revision : m_project.graph(status.name).revisions()) {
        if (status.applied.contains(revision->id))
            applied << revision;
    }
    if (const auto replayed = replayRevisions(connection, applied); !replayed)
        return replayed;
    QList<PipelineItem> items;
    if (status.versionTable.exists) {
        VersionTable table;
        table.schema = u"public"_s;
        items << PipelineItem{createVersionTableSql(table.schema), {}};
        for (const QString& row : status.versionTable.rows)
            items << versionChangeItem(table, {{}, RevisionId(row)});
    }
    if (const auto written = connection.pipeline(items); !written)
        return fail(written.error().error);
    copy.result.copiedBy =
        Texts::tr("The structure of %1 was made anew by its %n applied revision(s), without rows.",
                  nullptr, int(applied.size()))
            .arg(status.name.text());
    return {};
}

QString CopyRehearsal::differenceFromReal(const DatabaseName& name, const Schema& copied) const
{
    const SessionPtr session = m_sessions.value(name);
    if (!session)
        return {};
    const auto real =
        session->submit([](Connection& connection) { return readCatalog(connection); }).result();
    if (!real)
        return {};
    const auto differences =
        compareSchemas(copied, *real, comparisonRules(m_project, name)).differences().size();
    if (differences == 0)
        return {};
    return u' ' + Texts::tr("The real database differs from that in %n object(s), which the copy "
                            "does not show.",
                            nullptr, int(differences));
}

Result<std::unique_ptr<Connection>> CopyRehearsal::connect(const Copy& copy)
{
    auto connection = Connection::open(copy.parameters);
    if (connection)
        m_coordinator.addCanceller((*connection)->canceller());
    return connection;
}

Result<void> CopyRehearsal::runStep(Copy& copy, int step, RehearsedStep& outcome)
{
    auto connection = connect(copy);
    if (!connection)
        return fail(connection.error());
    const auto status = readStatus(**connection, m_project, copy.result.name);
    if (!status)
        return fail(status.error());
    if (m_plan.steps.at(step).step.section().transactional) {
        StepContext context{m_plan, copy.result.name, (*connection)->server(),
                            {},     m_runId,          m_runOptions};
        return runInTransaction(std::move(*connection), *status, std::move(context), step, outcome);
    }
    QElapsedTimer clock;
    clock.start();
    Lane(**connection, m_plan, *status, {}, m_runId, m_runOptions, m_coordinator).run({step});
    outcome.ms = clock.elapsed();
    const StepOutcome& ended = m_coordinator.lastOutcome();
    if (ended.state == StepState::Failed && ended.error)
        return fail(*ended.error);
    return {};
}

Result<void> CopyRehearsal::runInTransaction(std::unique_ptr<Connection> opened,
                                             const DatabaseStatus& status, StepContext context,
                                             int step, RehearsedStep& outcome)
{
    Connection& connection = *opened;
    HeldTransaction transaction(std::move(opened), m_plan, status, std::move(context),
                                m_coordinator);
    if (const auto begun = transaction.begin(step); !begun)
        return begun;
    LockMeter meter;
    if (const auto started = meter.start(connection); !started)
        return started;
    QElapsedTimer clock;
    clock.start();
    auto done = transaction.runStep(step);
    if (done)
        done = transaction.checkConstraints();
    outcome.ms = clock.elapsed();
    if (!done)
        return done;
    const auto reading = meter.read(connection, {}, {});
    if (!reading)
        return fail(reading.error());
    outcome.locks = reading->locks;
    outcome.rewrites = reading->rewrites;
    outcome.rows = reading->rows;
    outcome.isMeasured = true;
    return transaction.commit();
}

Result<void> CopyRehearsal::verify(Copy& copy)
{
    auto connection = connect(copy);
    if (!connection)
        return fail(connection.error());
    const auto expected = expectedStateAt(**connection, m_project, copy.result.name, copy.rowsAfter,
                                          m_options.expected);
    auto after = readCatalog(**connection);
    if (!after)
        return fail(after.error());
    copy.result.after = std::move(*after);
    copy.result.changes = compareSchemas(copy.result.before, copy.result.after);
    if (!expected)
        return fail(expected.error());
    const auto status = readStatus(**connection, m_project, copy.result.name);
    if (!status)
        return fail(status.error());
    copy.result.verification = verifyOpenTransaction(**connection, m_project, *status, *expected);
    if (copy.result.verification->error)
        return fail(*copy.result.verification->error);
    if (copy.result.verification->isOk())
        return {};
    return fail(
        Error{.code = u"schema.verification_failed"_s,
              .summary =
                  Texts::tr("%1 would not be what its revisions say.").arg(copy.result.name.text()),
              .hint = Texts::tr("The differences are listed."),
              .database = copy.result.name.text()});
}

} // namespace socrates::core
