// SPDX-License-Identifier: MIT
#include "app/shell/migrationflow.h"

#include "app/revisions/databasepane.h"
#include "app/revisions/revisionmodel.h"
#include "app/revisions/revisionspage.h"
#include "app/runs/backupchoice.h"
#include "app/runs/planpage.h"
#include "app/runs/plantext.h"
#include "app/runs/runpanel.h"
#include "app/shell/backupflow.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/windowdialogs.h"
#include "app/widgets/appsettings.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/effects.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileDialog>
#include <QLocale>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::DatabaseName;
using core::Direction;
using core::Plan;
using core::RevisionId;
using core::TargetSpec;

namespace {

/// "socrates_specs", in production "socrates_specs@db.example.com": as the server knows it.
QString nameToType(const core::DatabaseStatus& status, bool production)
{
    return production ? status.server.database + u'@' + status.server.host : status.server.database;
}

QString lossOf(const core::Loss& loss)
{
    const QString count = loss.count < 0 ? MigrationFlow::tr("an unknown number of")
                          : loss.isEstimate
                              ? MigrationFlow::tr("about %1").arg(QLocale().toString(loss.count))
                              : QLocale().toString(loss.count);
    if (loss.kind == core::Loss::Kind::Column)
        return (loss.count == 1 ? MigrationFlow::tr("%1 value of %2")
                                : MigrationFlow::tr("%1 values of %2"))
            .arg(count, loss.tableText() + u'.' + loss.column);
    const QString atMost =
        loss.kind == core::Loss::Kind::Rows ? MigrationFlow::tr("at most %1").arg(count) : count;
    if (loss.count == 1)
        return MigrationFlow::tr("%1 row of %2").arg(atMost, loss.tableText());
    return MigrationFlow::tr("%1 %2", "42 users").arg(atMost, loss.tableText().replace(u'_', u' '));
}

/// "42 users and 97 refresh tokens will be deleted from ...".
QString consequence(const core::DatabaseStatus& status, const core::LossForecast& forecast)
{
    const QString where =
        MigrationFlow::tr("%1 on %2").arg(status.server.database, status.server.serverText());
    if (forecast.error)
        return MigrationFlow::tr("What this deletes from %1 could not be found out: %2")
            .arg(where, forecast.error->summary);
    QStringList parts;
    for (const core::Loss& loss : forecast.losses)
        parts << lossOf(loss);
    if (parts.isEmpty())
        return forecast.uncounted.isEmpty()
                   ? MigrationFlow::tr("This changes %1; no rows are deleted.").arg(where)
                   : MigrationFlow::tr(
                         "This changes %1. No deletion of rows could be counted, but not "
                         "all of it can be: a rehearsal measures it.")
                         .arg(where);
    const QString last = parts.takeLast();
    const QString all =
        parts.isEmpty() ? last : MigrationFlow::tr("%1 and %2").arg(parts.join(u", "_s), last);
    return MigrationFlow::tr("%1 will be deleted from %2.").arg(all, where);
}

QString exportedText(const QList<core::ExportedRows>& exported)
{
    QStringList files;
    for (const core::ExportedRows& one : exported)
        files << MigrationFlow::tr("%1 (%2 rows)")
                     .arg(QDir::toNativeSeparators(one.file), QLocale().toString(one.rows));
    return MigrationFlow::tr("Exported: %1").arg(files.join(u", "_s));
}

/// Whether an applied revision of `other` requires a revision where `status` now is.
bool isNeededBy(const core::DatabaseStatus& status, const core::ProjectDatabase& other,
                const core::DatabaseStatus& otherStatus)
{
    for (const core::RevisionPtr& revision : other.graph.revisions()) {
        if (!otherStatus.applied.contains(revision->id))
            continue;
        for (const core::Revision::Requirement& requirement : revision->requirements) {
            if (requirement.database == status.name &&
                status.current.contains(requirement.revision))
                return true;
        }
    }
    return false;
}

} // namespace

MigrationFlow::MigrationFlow(Workspace& workspace, AppSettings& settings, RevisionsPage& revisions,
                             PlanPage& plan, RunPanel& run, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_revisions(revisions)
    , m_planPage(plan)
    , m_runPanel(run)
    , m_window(window)
{
    connect(&revisions, &RevisionsPage::upgradeToRequested, this, &MigrationFlow::planUpgradeTo);
    connect(&revisions, &RevisionsPage::downgradeToRequested, this,
            &MigrationFlow::planDowngradeTo);
    connect(&revisions, &RevisionsPage::undoFromRequested, this, &MigrationFlow::planUndoFrom);
    connect(&plan, &PlanPage::closed, this, &MigrationFlow::planPageDone);
    connect(&plan, &PlanPage::targetsChanged, this,
            [this] { m_workspace.plan(m_planPage.direction(), m_planPage.targets()); });
    connect(&plan, &PlanPage::runRequested, this, [this](const Plan& wanted) {
        m_skipsBackup = false;
        start(wanted);
    });
    connect(&workspace, &Workspace::planned, &plan, &PlanPage::showPlan);
    connect(&workspace, &Workspace::planned, this, [this](const Plan& made) {
        if (std::exchange(m_runsNextPlan, false) && !made.isEmpty())
            start(made);
    });
    connect(&workspace, &Workspace::planFailed, &plan, &PlanPage::showError);
    connect(&workspace, &Workspace::planFailed, this, [this] { m_runsNextPlan = false; });
    connect(&workspace, &Workspace::lossesForecast, this,
            [this](const Plan& counted, const QList<core::LossForecast>& forecasts) {
                confirmNext(counted, forecasts, counted.touchedDatabases());
            });
    followRun();
    followRehearsal();
}

void MigrationFlow::followRun()
{
    connect(&m_workspace, &Workspace::runStarted, this, [this](const Plan& plan) {
        m_running = plan;
        m_runPanel.startRun(plan);
    });
    connect(&m_workspace, &Workspace::stepStarted, this, [this](int step) {
        m_runPanel.startStep(step);
        showStep(step, RevisionState::Running);
    });
    connect(&m_workspace, &Workspace::statementFinished, &m_runPanel, &RunPanel::finishStatement);
    connect(&m_workspace, &Workspace::noticeArrived, &m_runPanel, &RunPanel::addNotice);
    connect(&m_workspace, &Workspace::stepRetried, &m_runPanel, &RunPanel::addRetry);
    connect(&m_workspace, &Workspace::stepFinished, this,
            [this](int step, const core::StepOutcome& outcome) {
                m_runPanel.finishStep(step, outcome);
                const bool up = m_running.direction == Direction::Upgrade;
                if (outcome.state == core::StepState::Failed)
                    showStep(step, RevisionState::Failed);
                else if (outcome.state == core::StepState::Applied)
                    showStep(step, up ? RevisionState::Applied : RevisionState::Pending);
                else
                    showStep(step, std::nullopt);
            });
    connect(&m_workspace, &Workspace::runFinished, this,
            [this](const Plan& plan, const core::RunReport& report) {
                m_runPanel.finishRun(plan, report);
                emit runEnded(report);
                const bool done = report.result == core::RunResult::Applied ||
                                  report.result == core::RunResult::Nothing;
                if (done && m_settings.verifiesAfterRun())
                    m_workspace.verify();
            });
    connect(&m_workspace, &Workspace::lockSituationChanged, &m_runPanel, &RunPanel::showLocks);
    connect(&m_workspace, &Workspace::commitDelayed, &m_runPanel, &RunPanel::addLateCommit);
    connect(&m_runPanel, &RunPanel::endTheirsRequested, this,
            [this](const core::OtherSession& session, core::BackendSignal signal,
                   const QString& database) {
                askToEndTheirs(m_workspace.profile().environment, session, signal, m_window,
                               [this, session, signal, database] {
                                   m_workspace.endTheirs(database, session, signal);
                               });
            });
    connect(&m_runPanel, &RunPanel::stopRequested, &m_workspace, &Workspace::stopAfterStep);
    connect(&m_runPanel, &RunPanel::cancelRequested, &m_workspace, &Workspace::cancelStatement);
}

void MigrationFlow::followRehearsal()
{
    connect(&m_planPage, &PlanPage::modeChosen, this,
            [this](core::TransactionMode mode) { m_settings.setState(modeKey(), int(mode)); });
    connect(&m_planPage, &PlanPage::rehearsalRequested, this,
            [this](const Plan& plan, bool onCopies) {
                core::RehearsalOptions options;
                if (onCopies)
                    options.place = core::RehearsalPlace::Copies;
                const auto rehearse = [this, plan, options] {
                    m_workspace.rehearse(plan, options, m_copyServer);
                };
                if (onCopies)
                    rehearse();
                else
                    onRightServer(plan, rehearse, rehearse);
            });
    connect(&m_workspace, &Workspace::rehearsalStarted, this, [this](const Plan& plan) {
        m_isRehearsing = true;
        m_running = plan;
        m_runPanel.startRehearsal(plan);
        updateLock();
    });
    connect(&m_workspace, &Workspace::rehearsalFinished, this,
            [this](const Plan& plan, const core::Rehearsal& rehearsal) {
                m_isRehearsing = false;
                m_runPanel.finishRehearsal(plan, rehearsal);
                updateLock();
                emit rehearsalEnded(rehearsal);
            });
}

QString MigrationFlow::modeKey() const
{
    const QByteArray folder = m_workspace.project()->folder().toUtf8();
    return u"plan.mode."_s +
           QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha1).toHex());
}

core::RunOptions MigrationFlow::runOptions() const
{
    core::RunOptions options;
    options.mode = m_planPage.mode();
    options.lockTimeoutMs = m_settings.lockTimeoutMs();
    options.statementTimeoutMs = m_settings.statementTimeoutMs();
    return options;
}

/// What is only rehearsed leaves the history as it is.
void MigrationFlow::showStep(int step, std::optional<RevisionState> state)
{
    if (m_isRehearsing)
        return;
    const core::PlannedStep& planned = m_running.steps.at(step);
    m_revisions.setRunState(planned.database, planned.step.revision->id, state);
}

void MigrationFlow::planUpgrade()
{
    QList<TargetSpec> targets;
    const QList<core::DatabaseStatus> statuses = m_workspace.statuses();
    for (const core::DatabaseStatus& status : statuses) {
        const bool several = m_workspace.project()->graph(status.name).heads().size() > 1;
        targets << TargetSpec{status.name, several ? u"heads"_s : u"head"_s};
    }
    begin(Direction::Upgrade, targets);
}

void MigrationFlow::upgradeAtOnce()
{
    m_runsNextPlan = m_workspace.isWritable() &&
                     m_workspace.profile().environment != core::Environment::Production;
    planUpgrade();
}

/// One step; the plan page offers to go further. The active database, unless another one stands
/// on where it is: then the last one that has something to undo.
void MigrationFlow::planDowngrade()
{
    const QMap<DatabaseName, core::DatabaseStatus>& statuses = m_workspace.statusMap();
    const auto project = m_workspace.project();
    DatabaseName chosen;
    if (const DatabasePane* pane = m_revisions.activePane())
        chosen = pane->name();
    for (const core::ProjectDatabase& database : project->databases()) {
        const core::DatabaseStatus status = statuses.value(database.name);
        const bool chosenIsFree = !statuses.value(chosen).applied.isEmpty() &&
                                  !isNeededBy(statuses.value(chosen), database, status);
        if (!status.current.isEmpty() && !chosenIsFree)
            chosen = database.name;
    }
    const core::DatabaseStatus status = statuses.value(chosen);
    if (!status.current.isEmpty())
        planUndoFrom(chosen, status.current.first());
}

void MigrationFlow::planAgain()
{
    if (m_running.direction == Direction::Downgrade)
        planDowngrade();
    else
        planUpgrade();
}

void MigrationFlow::planUpgradeTo(const DatabaseName& database, const RevisionId& revision)
{
    begin(Direction::Upgrade, {TargetSpec{database, revision.text()}});
}

void MigrationFlow::planDowngradeTo(const DatabaseName& database, const RevisionId& revision)
{
    begin(Direction::Downgrade, {TargetSpec{database, revision.text()}});
}

void MigrationFlow::planUndoFrom(const DatabaseName& database, const RevisionId& revision)
{
    const core::RevisionPtr found = m_workspace.project()->graph(database).revision(revision);
    if (!found)
        return;
    const QString target =
        found->downRevisions.isEmpty() ? u"base"_s : found->downRevisions.first().text();
    begin(Direction::Downgrade, {TargetSpec{database, target}});
}

void MigrationFlow::begin(Direction direction, const QList<TargetSpec>& targets)
{
    if (!m_workspace.isConnected() || m_workspace.isRunning())
        return;
    updateLock();
    abandonBackup();
    m_planPage.setMode(core::TransactionMode(m_settings.state(modeKey()).toInt()));
    m_planPage.backup().begin(isProduction() || m_settings.state(u"plan.backup"_s).toBool(),
                              core::backups::defaultFolder());
    m_planPage.begin(direction, m_workspace.project(), m_workspace.statuses(), targets);
    emit planPageRequested();
    m_workspace.plan(direction, targets);
}

void MigrationFlow::updateLock()
{
    QString reason;
    if (!m_workspace.isConnected())
        reason = tr("Not connected");
    else if (m_workspace.isRunning())
        reason = tr("Wait until what runs now has ended");
    else if (!m_workspace.isWritable())
        reason = tr("Production is read-only until it is unlocked");
    const bool mayCopy = m_workspace.isConnected() && !m_workspace.isRunning();
    m_planPage.setLocked(reason, mayCopy);
}

void MigrationFlow::start(const Plan& plan)
{
    m_acceptsServer = false;
    onRightServer(
        plan, [this, plan] { confirm(plan); },
        [this, plan] {
            m_acceptsServer = true;
            confirm(plan);
        });
}

void MigrationFlow::onRightServer(const Plan& plan, const std::function<void()>& isRight,
                                  const std::function<void()>& isAccepted)
{
    if (const auto wrong = core::wrongServer(plan, m_workspace.knownServers()))
        askToAcceptServer(m_workspace.profile().environment, *wrong,
                          plan.direction == Direction::Upgrade ? tr("Upgrade Anyway")
                                                               : tr("Downgrade Anyway"),
                          m_window, isAccepted);
    else
        isRight();
}

void MigrationFlow::confirm(const Plan& plan)
{
    if (plan.direction == Direction::Downgrade)
        m_workspace.forecastLosses(plan);
    else
        run(plan);
}

bool MigrationFlow::isProduction() const
{
    return m_workspace.profile().environment == core::Environment::Production;
}

void MigrationFlow::setBackups(BackupFlow* backups)
{
    m_backups = backups;
    connect(&m_planPage, &PlanPage::runWithoutBackupRequested, this, [this](const Plan& plan) {
        m_skipsBackup = true;
        start(plan);
    });
    BackupChoice* choice = &m_planPage.backup();
    // Production asks anew each time, so that nobody has unticked it for good.
    connect(choice, &BackupChoice::chosen, this, [this](bool isWanted) {
        if (!isProduction())
            m_settings.setState(u"plan.backup"_s, isWanted);
    });
    connect(choice, &BackupChoice::stopRequested, m_backups, &BackupFlow::stop);
    connect(&m_planPage, &PlanPage::closed, this, &MigrationFlow::abandonBackup);
    connect(&m_workspace, &Workspace::connectionChanged, this, &MigrationFlow::abandonBackup);
    connect(&m_workspace, &Workspace::planned, this, [this](const Plan& plan) {
        m_backups->findObstacle(plan.touchedDatabases(),
                                [this](const std::optional<core::Error>& obstacle) {
                                    m_planPage.backup().setObstacle(obstacle);
                                });
    });
}

/// The run that waits for it is not wanted any more.
void MigrationFlow::abandonBackup()
{
    if (m_backups == nullptr || !m_planPage.backup().isRunning())
        return;
    ++m_backupNumber;
    m_backups->stop();
    m_planPage.backup().showEnd({});
    m_planPage.updateButton();
}

void MigrationFlow::run(const Plan& plan)
{
    const bool isSkipped = std::exchange(m_skipsBackup, false);
    if (m_backups != nullptr && m_planPage.backup().isWanted() && !isSkipped)
        backUp(plan);
    else
        runNow(plan);
}

void MigrationFlow::backUp(const Plan& plan)
{
    BackupChoice* choice = &m_planPage.backup();
    const quint64 number = ++m_backupNumber;
    choice->showProgress(tr("Backing up…"));
    m_planPage.updateButton();
    m_backups->backUp(
        plan.touchedDatabases(),
        [this, choice, number](const QString& text) {
            if (number == m_backupNumber)
                choice->showProgress(text);
        },
        [this, choice, number, plan](const core::Result<QList<core::Backup>>& made) {
            if (number != m_backupNumber)
                return; // the page was left, or the connection: what was made stays in the list
            QStringList files;
            for (const core::Backup& backup : made.value_or(QList<core::Backup>()))
                files << tr("%1 (%2)").arg(QDir::toNativeSeparators(backup.file),
                                           QLocale().formattedDataSize(backup.size));
            choice->showEnd(made ? tr("Backed up: %1").arg(files.join(u", "_s)) : QString());
            m_planPage.updateButton();
            if (made)
                runNow(plan);
            else
                m_planPage.showBackupFailure(made.error());
        });
}

void MigrationFlow::runNow(const Plan& plan)
{
    core::RunOptions options = runOptions();
    options.knownServers = m_workspace.knownServers();
    options.acceptsServer = m_acceptsServer;
    m_workspace.run(plan, options);
}

/// One typed name for each database that the downgrade touches.
void MigrationFlow::confirmNext(const Plan& plan, const QList<core::LossForecast>& forecasts,
                                QList<DatabaseName> left)
{
    if (left.isEmpty()) {
        run(plan);
        return;
    }
    const DatabaseName database = left.takeFirst();
    const core::DatabaseStatus status = m_workspace.statusMap().value(database);
    const bool production = isProduction();
    ConfirmByName::Request request;
    core::LossForecast mine;
    for (const core::LossForecast& forecast : forecasts) {
        if (forecast.name == database)
            mine = forecast;
    }
    QStringList revisions;
    for (const core::PlannedStep& step : plan.steps) {
        if (step.database != database)
            continue;
        revisions << step.step.revision->id.text();
        request.objects << objectsOf(step.step.revision->down, "DROP"_L1);
    }
    request.objects << mine.dependents << mine.uncounted;
    request.offersExport = std::any_of(mine.losses.cbegin(), mine.losses.cend(),
                                       [](const core::Loss& loss) { return loss.count != 0; });
    request.title = tr("Downgrade %1").arg(database.text());
    request.consequence = consequence(status, mine);
    request.name = nameToType(status, production);
    request.actionText = tr("Downgrade %1").arg(revisions.join(u", "_s));
    request.environment = core::environmentText(m_workspace.profile().environment);
    request.environmentIcon = environmentIcon(m_workspace.profile().environment);
    request.environmentRole = environmentRole(m_workspace.profile().environment);
    // Where one is about to be made, the question is answered.
    request.asksForBackup = production && !m_planPage.backup().isWanted();
    auto* dialog = new ConfirmByName(request, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, plan, forecasts, left] { confirmNext(plan, forecasts, left); });
    connect(dialog, &ConfirmByName::exportRequested, this,
            [this, dialog, mine] { chooseExport(dialog, mine); });
    connect(&m_workspace, &Workspace::lossesExported, dialog,
            [dialog](const QList<core::ExportedRows>& exported) {
                dialog->showExport(exportedText(exported));
            });
    connect(&m_workspace, &Workspace::exportFailed, dialog, [dialog](const core::Error& error) {
        dialog->showExport(error.summary + u' ' + error.detail);
    });
    dialog->open();
}

void MigrationFlow::chooseExport(ConfirmByName* dialog, const core::LossForecast& forecast)
{
    auto* chooser = new QFileDialog(dialog, tr("Folder for the CSV Files"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(u"exportRowsDialog"_s);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, dialog, forecast](const QString& folder) {
                dialog->showExport(tr("Exporting the rows…"));
                m_workspace.exportLosses(forecast, folder);
            });
    chooser->open();
}

} // namespace socrates::ui
