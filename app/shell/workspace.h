// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/changedfiles.h"
#include "core/engine/lossforecast.h"
#include "core/engine/pairrecovery.h"
#include "core/engine/rehearse.h"
#include "core/engine/runner.h"
#include "core/engine/verification.h"
#include "core/postgres/connectionprofile.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace socrates::ui {

class RunRelay;

/// The open project, the connected databases and what was last learnt of them. Lives on the GUI
/// thread; everything that blocks runs elsewhere and comes back as a signal. Results that belong
/// to a project or a connection which is no longer the current one are dropped.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    std::shared_ptr<const core::Project> project() const { return m_project; }
    const core::ConnectionProfile& profile() const { return m_profile; }
    bool isConnected() const { return !m_sessions.isEmpty(); }
    bool isRunning() const { return m_isRunning; }
    bool isVerifying() const { return m_isVerifying; }
    bool isRefreshing() const { return m_refreshing > 0; }
    /// False in production until unlocked for this sitting.
    bool isWritable() const;
    void setUnlocked(bool unlocked);

    /// In project order, those known.
    QList<core::DatabaseStatus> statuses() const;
    const QMap<core::DatabaseName, core::DatabaseStatus>& statusMap() const { return m_statuses; }
    const QList<core::DatabaseVerification>& verifications() const { return m_verifications; }
    int pendingCount() const;
    const QMap<core::DatabaseName, core::SessionPtr>& sessions() const { return m_sessions; }
    /// Where this saved connection led when it last succeeded.
    core::KnownServers knownServers() const;
    void rememberServers(const core::KnownServers& seen);
    /// Somebody said that the server where this database is now is the right one.
    void acceptServer(const core::DatabaseName& database);

    void openProject(const QString& folder);
    /// The same folder again, after a file of it changed; connections stay.
    void reloadProject();
    /// Drops the connections there are. `passwords` are used where the parameters carry none.
    void connectTo(const core::ConnectionProfile& profile,
                   const QMap<core::DatabaseName, QString>& passwords);
    void disconnectAll();
    void refresh();
    /// Reads the statuses afresh, then plans.
    void plan(core::Direction direction, const QList<core::TargetSpec>& targets);
    void run(const core::Plan& plan, core::RunOptions options);
    /// Tries the plan and rolls it back. `copyServer` is called where blocking does no harm when it
    /// is to be tried on copies.
    using CopyServer = std::function<core::Result<core::ConnectionParameters>()>;
    void rehearse(const core::Plan& plan, core::RehearsalOptions options,
                  const CopyServer& copyServer);
    /// Looks in the record for what is to become of halves that the statuses show; quick when there
    /// are none.
    void findHalves();
    void endHalf(const core::OrphanedHalf& orphan, core::HalfEnd end);
    void stopAfterStep();
    /// Ends what another session does, or the session, from a connection of its own.
    void endTheirs(const QString& database, const core::OtherSession& session,
                   core::BackendSignal signal);
    /// A quiet look at the version rows: when somebody else, plain Alembic included, moved them,
    /// everything is read again. Does nothing while anything else is under way.
    void lookForMoves();
    void cancelStatement();
    /// An applied file that was changed: what was applied is written back and the project read
    /// again, or the file is kept and that is logged.
    void restoreFile(const core::DatabaseName& database, const core::RevisionId& revision);
    void acceptFile(const core::DatabaseName& database, const core::RevisionId& revision);
    void verify();
    void readLogs();
    /// What every database looks like at each revision: from its server where it is connected, else
    /// from what the project carries.
    void readHistories();
    /// What the plan's downgrades would delete now.
    void forecastLosses(const core::Plan& plan);
    /// Writes the rows that would be lost to CSV files; `lossesExported` tells how it went.
    void exportLosses(const core::LossForecast& forecast, const QString& folder);
    void setExpectedSource(core::ExpectedSchemaSource source);
    const core::ExpectedSchemaSource& expectedSource() const { return m_expected; }

signals:
    /// The problem with that file is settled; `kept`: the file that holds what was there.
    void fileSettled(const socrates::core::RevisionId& revision, const QString& kept);
    void projectOpened();
    void projectFailed(const socrates::core::Errors& errors);
    void connectionChanged(); ///< connected, disconnected, another profile, (un)locked
    /// A server that starts up or recovers is tried again in a moment.
    void serverAwaited(const socrates::core::DatabaseName& database);
    void serverAccepted(const socrates::core::DatabaseStatus& status);
    void refreshStarted();
    void statusChanged(const socrates::core::DatabaseStatus& status);
    void refreshFinished();
    void planned(const socrates::core::Plan& plan);
    void planFailed(const socrates::core::Error& error);
    void lossesForecast(const socrates::core::Plan& plan,
                        const QList<socrates::core::LossForecast>& forecasts);
    void lossesExported(const QList<socrates::core::ExportedRows>& exported);
    void exportFailed(const socrates::core::Error& error);
    void runStarted(const socrates::core::Plan& plan);
    void stepStarted(int step);
    void statementFinished(int step, int statement, const QString& tag, qint64 ms);
    void noticeArrived(int step, const socrates::core::Notice& notice);
    void stepRetried(int step, const socrates::core::Error& reason, int pauseMs);
    void stepFinished(int step, const socrates::core::StepOutcome& outcome);
    void runFinished(const socrates::core::Plan& plan, const socrates::core::RunReport& report);
    void rehearsalStarted(const socrates::core::Plan& plan);
    void rehearsalFinished(const socrates::core::Plan& plan,
                           const socrates::core::Rehearsal& rehearsal);
    void halvesFound(const QList<socrates::core::OrphanedHalf>& halves);
    void halfNotEnded(const socrates::core::Error& error);
    void lockSituationChanged(int step, const socrates::core::LockSituation& situation);
    void commitDelayed(int step, int ms);
    void endTheirsFailed(const socrates::core::Error& error);
    void movedElsewhere(const socrates::core::DatabaseName& database, const QStringList& rows);
    void verifyStarted();
    void verified(const QList<socrates::core::DatabaseVerification>& verifications);
    void historyRead(const socrates::core::DatabaseName& database,
                     const socrates::core::SchemaHistory& history);
    void historyMissing(const socrates::core::Error& error);
    void logRead(const socrates::core::DatabaseName& database,
                 const QList<socrates::core::LogEntry>& entries);

private:
    void settleFile(const core::DatabaseName& database, const core::RevisionId& revision,
                    core::FileWayOut way);
    void readProjectAgain();
    void applyStatus(const core::DatabaseStatus& status);
    void releaseSessions();
    RunRelay* makeRelay();
    QList<core::SessionPtr> sessionsInOrder() const;

    std::shared_ptr<const core::Project> m_project;
    core::ConnectionProfile m_profile;
    QMap<core::DatabaseName, core::SessionPtr> m_sessions;
    QMap<core::DatabaseName, core::DatabaseStatus> m_statuses;
    QList<core::DatabaseVerification> m_verifications;
    core::ExpectedSchemaSource m_expected;
    core::CancelToken m_runToken;
    core::CancelToken m_historyToken;  ///< of the schemas at every revision, for the map
    std::unique_ptr<RunRelay> m_relay; ///< of the run under way, or of the last one
    bool m_isUnlocked = false;
    bool m_isRunning = false;
    bool m_isVerifying = false;
    int m_refreshing = 0;
    int m_looking = 0; ///< databases that lookForMoves() has not heard from
    /// Raised whenever project or connection change: what was started before is then stale.
    quint64 m_generation = 0;
    quint64 m_planGeneration = 0;
    QThreadPool m_pool;
};

} // namespace socrates::ui
