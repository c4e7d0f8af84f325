// SPDX-License-Identifier: MIT
#include "app/shell/workspace.h"

#include "app/shell/runrelay.h"
#include "app/widgets/onfinished.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::DatabaseName;
using core::DatabaseStatus;
using core::DatabaseVerification;
using core::Result;

namespace {

using SharedProject = std::shared_ptr<const core::Project>;

QFuture<Result<DatabaseStatus>> readStatusOf(const core::SessionPtr& session,
                                             const SharedProject& project)
{
    return session->submit(
        [project, name = session->name(), role = session->role()](core::Connection& connection) {
            return core::readStatus(connection, *project, name, role, core::StatusDetail::WithLog);
        });
}

DatabaseStatus statusOf(const DatabaseName& name, const Result<DatabaseStatus>& result)
{
    if (result)
        return *result;
    DatabaseStatus status;
    status.name = name;
    status.error = result.error();
    return status;
}

/// What changed in the file that stands in the way, where that is why there is no plan.
void addDifference(core::Error& error, const core::Project& project,
                   const QMap<DatabaseName, core::SessionPtr>& sessions,
                   const QList<DatabaseStatus>& statuses)
{
    const DatabaseName database(error.database);
    const core::SessionPtr session = sessions.value(database);
    if (error.code != "version.changed"_L1 || !session)
        return;
    const auto status = std::find_if(
        statuses.cbegin(), statuses.cend(),
        [&database](const DatabaseStatus& candidate) { return candidate.name == database; });
    const auto changes = session
                             ->submit([&project, &status](core::Connection& connection) {
                                 return core::readFileChanges(connection, project, *status);
                             })
                             .result();
    if (!changes)
        return;
    for (const core::FileChange& change : *changes) {
        if (change.revision->id.text() == error.revision)
            error.statement = change.diff();
    }
}

} // namespace

Workspace::Workspace(QObject* parent) : QObject(parent) {}

Workspace::~Workspace()
{
    m_runToken.cancel();
    m_historyToken.cancel();
    for (const core::SessionPtr& session : std::as_const(m_sessions))
        session->cancelStatement();
    releaseSessions();
    m_pool.waitForDone();
}

bool Workspace::isWritable() const
{
    return isConnected() &&
           (m_profile.environment != core::Environment::Production || m_isUnlocked);
}

void Workspace::setUnlocked(bool unlocked)
{
    m_isUnlocked = unlocked;
    emit connectionChanged();
}

QList<DatabaseStatus> Workspace::statuses() const
{
    QList<DatabaseStatus> result;
    if (!m_project)
        return result;
    for (const core::ProjectDatabase& database : m_project->databases()) {
        const auto status = m_statuses.constFind(database.name);
        if (status != m_statuses.constEnd())
            result << *status;
    }
    return result;
}

int Workspace::pendingCount() const
{
    int count = 0;
    for (const DatabaseStatus& status : m_statuses)
        count += int(status.pending.size());
    return count;
}

core::KnownServers Workspace::knownServers() const
{
    core::KnownServers known;
    for (auto it = m_profile.databases.cbegin(); it != m_profile.databases.cend(); ++it) {
        if (it->lastSeen.isKnown())
            known.insert(it.key(), it->lastSeen);
    }
    return known;
}

void Workspace::acceptServer(const DatabaseName& database)
{
    emit serverAccepted(m_statuses.value(database));
}

void Workspace::rememberServers(const core::KnownServers& seen)
{
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        if (m_profile.databases.contains(it.key()))
            m_profile.databases[it.key()].lastSeen = *it;
    }
}

QList<core::SessionPtr> Workspace::sessionsInOrder() const
{
    QList<core::SessionPtr> result;
    for (const core::ProjectDatabase& database : m_project->databases()) {
        if (const core::SessionPtr session = m_sessions.value(database.name))
            result << session;
    }
    return result;
}

void Workspace::openProject(const QString& folder)
{
    const quint64 generation = ++m_generation;
    const auto future = runOn(m_pool, [folder]() -> core::ResultOrErrors<SharedProject> {
        auto project = core::Project::load(folder);
        if (!project)
            return tl::unexpected(project.error());
        return std::make_shared<const core::Project>(std::move(*project));
    });
    onFinished(future, this, [this, generation](const core::ResultOrErrors<SharedProject>& result) {
        if (generation != m_generation)
            return;
        if (!result) {
            emit projectFailed(result.error());
            return;
        }
        disconnectAll();
        m_project = *result;
        emit projectOpened();
    });
}

void Workspace::reloadProject()
{
    if (!m_project || m_isRunning)
        return;
    const quint64 generation = ++m_generation;
    m_refreshing = 0;
    const auto future =
        runOn(m_pool, [folder = m_project->folder()] { return core::Project::load(folder); });
    onFinished(future, this, [this, generation](const core::ResultOrErrors<core::Project>& result) {
        if (generation != m_generation)
            return;
        if (!result) {
            emit projectFailed(result.error());
            return;
        }
        m_project = std::make_shared<const core::Project>(*result);
        m_statuses.clear();
        m_verifications.clear();
        m_isVerifying = false;
        m_looking = 0;
        emit projectOpened();
        refresh();
    });
}

void Workspace::connectTo(const core::ConnectionProfile& profile,
                          const QMap<DatabaseName, QString>& passwords)
{
    disconnectAll();
    if (!m_project)
        return;
    m_profile = profile;
    for (const core::ProjectDatabase& database : m_project->databases()) {
        const auto entry = profile.databases.constFind(database.name);
        if (entry == profile.databases.constEnd())
            continue;
        core::ConnectionParameters parameters = entry->parameters;
        const QString password = passwords.value(database.name);
        if (!password.isEmpty())
            parameters.setPassword(password);
        auto session = std::make_shared<core::Session>(database.name, parameters, entry->role);
        session->setWaitHandler([this, name = database.name](const core::Error&, int) {
            QMetaObject::invokeMethod(
                this, [this, name] { emit serverAwaited(name); }, Qt::QueuedConnection);
        });
        m_sessions.insert(database.name, session);
    }
    emit connectionChanged();
    refresh();
}

void Workspace::disconnectAll()
{
    ++m_generation;
    releaseSessions();
    m_statuses.clear();
    m_verifications.clear();
    m_profile = {};
    m_isUnlocked = false;
    m_isVerifying = false;
    m_refreshing = 0;
    m_looking = 0;
    emit connectionChanged();
}

/// A session's end joins its thread, which may be waiting for a server: not here.
void Workspace::releaseSessions()
{
    if (m_sessions.isEmpty())
        return;
    m_pool.start([sessions = std::exchange(m_sessions, {})]() mutable { sessions.clear(); });
}

void Workspace::refresh()
{
    if (!isConnected() || m_isRunning || m_refreshing > 0)
        return;
    const quint64 generation = m_generation;
    const QList<core::SessionPtr> sessions = sessionsInOrder();
    m_refreshing = int(sessions.size());
    emit refreshStarted();
    for (const core::SessionPtr& session : sessions) {
        onFinished(
            readStatusOf(session, m_project), this,
            [this, generation, name = session->name()](const Result<DatabaseStatus>& result) {
                if (generation != m_generation)
                    return;
                applyStatus(statusOf(name, result));
                if (--m_refreshing == 0) {
                    emit refreshFinished();
                    readLogs();
                }
            });
    }
}

void Workspace::applyStatus(const DatabaseStatus& status)
{
    DatabaseStatus shown = status;
    if (const auto changed = core::changedServer(status, knownServers()); !status.error && changed)
        shown.warnings.prepend(changed->summary);
    m_statuses.insert(status.name, shown);
    emit statusChanged(shown);
}

void Workspace::plan(core::Direction direction, const QList<core::TargetSpec>& targets)
{
    if (!isConnected() || m_isRunning)
        return;
    const quint64 generation = m_generation;
    const quint64 planGeneration = ++m_planGeneration;
    const auto future =
        runOn(m_pool, [project = m_project, sessions = m_sessions, direction, targets] {
            const QList<DatabaseStatus> statuses =
                core::readStatuses(*project, sessions, core::StatusDetail::WithLog);
            auto plan = core::makePlan(*project, statuses, direction, targets);
            if (!plan)
                addDifference(plan.error(), *project, sessions, statuses);
            return std::pair(statuses, std::move(plan));
        });
    using Answer = std::pair<QList<DatabaseStatus>, Result<core::Plan>>;
    onFinished(future, this, [this, generation, planGeneration](const Answer& answer) {
        if (generation != m_generation || planGeneration != m_planGeneration)
            return;
        for (const DatabaseStatus& status : answer.first)
            applyStatus(status);
        if (answer.second)
            emit planned(*answer.second);
        else
            emit planFailed(answer.second.error());
    });
}

void Workspace::restoreFile(const DatabaseName& database, const core::RevisionId& revision)
{
    settleFile(database, revision, core::FileWayOut::Restore);
}

void Workspace::acceptFile(const DatabaseName& database, const core::RevisionId& revision)
{
    settleFile(database, revision, core::FileWayOut::Accept);
}

void Workspace::settleFile(const DatabaseName& database, const core::RevisionId& revision,
                           core::FileWayOut way)
{
    const core::SessionPtr session = m_sessions.value(database);
    const bool mayWrite = way == core::FileWayOut::Restore || isWritable();
    if (!session || m_isRunning || !mayWrite)
        return;
    const quint64 generation = m_generation;
    const auto future = session->submit([project = m_project, database, revision, way,
                                         role = session->role(),
                                         known = knownServers()](core::Connection& connection) {
        return core::settleFileChange(connection, *project, database, revision, way, role, known);
    });
    onFinished(future, this, [this, generation, revision, way](const Result<QString>& settled) {
        if (generation != m_generation)
            return;
        if (!settled) {
            emit planFailed(settled.error());
            return;
        }
        if (way == core::FileWayOut::Restore)
            readProjectAgain();
        else
            refresh();
        emit fileSettled(revision, *settled);
    });
}

/// The same folder, and then the same connections with the passwords that they have.
void Workspace::readProjectAgain()
{
    core::ConnectionProfile profile = m_profile;
    for (const core::SessionPtr& session : std::as_const(m_sessions))
        profile.databases[session->name()].parameters = session->parameters();
    openProject(m_project->folder());
    const quint64 opened = m_generation + 1; // what stood open is closed once
    connect(
        this, &Workspace::projectOpened, this,
        [this, profile, opened] {
            if (m_generation == opened)
                connectTo(profile, {});
        },
        Qt::SingleShotConnection);
}

void Workspace::forecastLosses(const core::Plan& plan)
{
    const quint64 generation = m_generation;
    const auto future =
        runOn(m_pool, [project = m_project, sessions = m_sessions, source = m_expected, plan] {
            return core::forecastLosses(*project, plan, sessions, source);
        });
    onFinished(future, this, [this, generation, plan](const QList<core::LossForecast>& forecasts) {
        if (generation == m_generation)
            emit lossesForecast(plan, forecasts);
    });
}

void Workspace::exportLosses(const core::LossForecast& forecast, const QString& folder)
{
    const core::SessionPtr session = m_sessions.value(forecast.name);
    if (!session)
        return;
    const auto future =
        session->submit([forecast, folder, role = session->role()](core::Connection& connection) {
            return core::exportLosses(connection, forecast, folder, role);
        });
    onFinished(future, this, [this](const Result<QList<core::ExportedRows>>& exported) {
        if (exported)
            emit lossesExported(*exported);
        else
            emit exportFailed(exported.error());
    });
}

/// What a run says, on this thread. For one run; the relay of the one before may be telling its end
/// at this very moment.
RunRelay* Workspace::makeRelay()
{
    if (m_relay)
        m_relay.release()->deleteLater();
    m_relay = std::make_unique<RunRelay>();
    RunRelay* relay = m_relay.get();
    connect(relay, &RunRelay::started, this, &Workspace::stepStarted);
    connect(relay, &RunRelay::statementDone, this, &Workspace::statementFinished);
    connect(relay, &RunRelay::noticed, this, &Workspace::noticeArrived);
    connect(relay, &RunRelay::retried, this, &Workspace::stepRetried);
    connect(relay, &RunRelay::finished, this, &Workspace::stepFinished);
    connect(relay, &RunRelay::lockChanged, this, &Workspace::lockSituationChanged);
    connect(relay, &RunRelay::commitLate, this, &Workspace::commitDelayed);
    return relay;
}

void Workspace::run(const core::Plan& plan, core::RunOptions options)
{
    if (m_isRunning || !isWritable() || plan.isEmpty())
        return;
    m_isRunning = true;
    m_runToken = core::CancelToken();
    options.expected = m_expected;
    RunRelay* relay = makeRelay();
    emit runStarted(plan);
    const auto future = runOn(m_pool, [project = m_project, plan, sessions = m_sessions, options,
                                       token = m_runToken, observer = relay] {
        return core::runPlan(*project, plan, sessions, options, token, observer);
    });
    onFinished(future, this, [this, plan, relay](const core::RunReport& report) {
        relay->afterAll(this, [this, plan, report] {
            m_isRunning = false;
            // The report's own look leaves the log out, which the panes show. First, so that it
            // does not wait behind a verification.
            refresh();
            emit runFinished(plan, report);
        });
    });
}

void Workspace::endTheirs(const QString& database, const core::OtherSession& session,
                          core::BackendSignal signal)
{
    const core::SessionPtr ours = m_sessions.value(DatabaseName(database));
    if (!ours || !isWritable())
        return;
    const auto future =
        runOn(m_pool, [parameters = ours->parameters(), session, signal]() -> Result<void> {
            const auto connection = core::Connection::open(parameters);
            if (!connection)
                return core::fail(connection.error());
            return core::signalBackend(**connection, session, signal);
        });
    onFinished(future, this, [this](const Result<void>& ended) {
        if (!ended)
            emit endTheirsFailed(ended.error());
    });
}

void Workspace::lookForMoves()
{
    if (!isConnected() || m_isRunning || m_isVerifying || m_refreshing > 0 || m_looking > 0)
        return;
    const quint64 generation = m_generation;
    for (const core::SessionPtr& session : sessionsInOrder()) {
        const auto known = m_statuses.constFind(session->name());
        if (known == m_statuses.constEnd() || known->error)
            continue;
        ++m_looking;
        const auto future = session->submit([role = session->role()](core::Connection& connection) {
            return core::readVersionTable(connection, role);
        });
        onFinished(
            future, this,
            [this, generation, name = session->name()](const Result<core::VersionTable>& table) {
                if (generation != m_generation)
                    return;
                --m_looking;
                // A run that began meanwhile moves the rows itself, and looks afterwards.
                if (m_isRunning || m_refreshing > 0)
                    return;
                if (!table) {
                    refresh(); // which tells what is wrong
                } else if (table->rows != m_statuses.value(name).versionTable.rows) {
                    emit movedElsewhere(name, table->rows);
                    refresh();
                }
            });
    }
}

void Workspace::stopAfterStep()
{
    m_runToken.stopAfterStep();
}

void Workspace::cancelStatement()
{
    m_runToken.cancel();
    for (const core::SessionPtr& session : std::as_const(m_sessions))
        session->cancelStatement();
}

void Workspace::verify()
{
    if (!isConnected() || m_isRunning || m_isVerifying)
        return;
    m_isVerifying = true;
    emit verifyStarted();
    const quint64 generation = m_generation;
    const auto future =
        runOn(m_pool, [project = m_project, sessions = m_sessions, source = m_expected] {
            return core::verifyDatabases(*project, sessions, source,
                                         core::VerificationDetail::WithAttribution);
        });
    onFinished(future, this, [this, generation](const QList<DatabaseVerification>& verifications) {
        if (generation != m_generation)
            return;
        m_isVerifying = false;
        m_verifications = verifications;
        emit verified(verifications);
    });
}

void Workspace::readLogs()
{
    const quint64 generation = m_generation;
    for (const core::SessionPtr& session : std::as_const(m_sessions)) {
        const auto status = m_statuses.constFind(session->name());
        if (status == m_statuses.constEnd() || status->error)
            continue;
        const auto future = session->submit([role = session->role()](core::Connection& connection) {
            return core::readLog(connection, role, 5000);
        });
        onFinished(future, this,
                   [this, generation,
                    name = session->name()](const Result<QList<core::LogEntry>>& entries) {
                       if (generation == m_generation && entries)
                           emit logRead(name, *entries);
                   });
    }
}

void Workspace::setExpectedSource(core::ExpectedSchemaSource source)
{
    m_expected = std::move(source);
}

} // namespace socrates::ui
