// SPDX-License-Identifier: MIT
#pragma once

#include "app/shell/workspace.h"
#include "app/theme/revisionstate.h"

#include <functional>

class QWidget;

namespace socrates::ui {

class AppSettings;
class BackupFlow;
class ConfirmByName;
class PlanPage;
class RevisionsPage;
class RunPanel;

/// From a wish to a verified result: plan, consent, run, proof. Owns no widget; moves values
/// between the workspace and the pages.
class MigrationFlow final : public QObject
{
    Q_OBJECT
public:
    MigrationFlow(Workspace& workspace, AppSettings& settings, RevisionsPage& revisions,
                  PlanPage& plan, RunPanel& run, QWidget* window);

    /// Everything to its heads.
    void planUpgrade();
    /// The same and runs it without another question, where one has been answered already: for
    /// databases created in this sitting. In production the plan waits for its button.
    void upgradeAtOnce();
    /// One database by one step.
    void planDowngrade();
    /// What the last run was to do: what it left undone.
    void planAgain();
    void planUpgradeTo(const core::DatabaseName& database, const core::RevisionId& revision);
    void planDowngradeTo(const core::DatabaseName& database, const core::RevisionId& revision);
    void planUndoFrom(const core::DatabaseName& database, const core::RevisionId& revision);
    /// Where copies for a rehearsal are made.
    void setCopyServer(Workspace::CopyServer server) { m_copyServer = std::move(server); }
    /// Makes the backups that are wanted before a run.
    void setBackups(BackupFlow* backups);
    /// To be called when the connection or its lock changes.
    void updateLock();

signals:
    void planPageRequested();
    void planPageDone();
    /// A run ended; `ok` when it did all it should.
    void runEnded(const socrates::core::RunReport& report);
    void rehearsalEnded(const socrates::core::Rehearsal& rehearsal);

private:
    void begin(core::Direction direction, const QList<core::TargetSpec>& targets);
    void start(const core::Plan& plan);
    /// Goes on at once, or asks first where the servers are not those that the profile knows.
    void onRightServer(const core::Plan& plan, const std::function<void()>& isRight,
                       const std::function<void()>& isAccepted);
    void confirm(const core::Plan& plan);
    /// Backs up first where that is wanted.
    void run(const core::Plan& plan);
    void backUp(const core::Plan& plan);
    void abandonBackup();
    void runNow(const core::Plan& plan);
    bool isProduction() const;
    void confirmNext(const core::Plan& plan, const QList<core::LossForecast>& forecasts,
                     QList<core::DatabaseName> left);
    void chooseExport(ConfirmByName* dialog, const core::LossForecast& forecast);
    void followRun();
    void followRehearsal();
    core::RunOptions runOptions() const;
    /// The setting that keeps a project's choice of how its steps share transactions.
    QString modeKey() const;
    void showStep(int step, std::optional<RevisionState> state);

    Workspace& m_workspace;
    AppSettings& m_settings;
    RevisionsPage& m_revisions;
    PlanPage& m_planPage;
    RunPanel& m_runPanel;
    QWidget* m_window;
    core::Plan m_running;
    Workspace::CopyServer m_copyServer;
    bool m_isRehearsing = false;
    bool m_acceptsServer = false; ///< somebody said that the plan's server is the right one
    bool m_runsNextPlan = false;
    BackupFlow* m_backups = nullptr;
    /// Goes without a backup this once.
    bool m_skipsBackup = false;
    quint64 m_backupNumber = 0; ///< of the backup that a run waits for, or waited for
};

} // namespace socrates::ui
