// SPDX-License-Identifier: MIT
#include "app/shell/storeddowngrade.h"

#include "app/revisions/rescuedialog.h"
#include "app/shell/environmentstrip.h"
#include "app/shell/workspace.h"
#include "app/widgets/appsettings.h"
#include "app/widgets/confirmbyname.h"
#include "app/widgets/onfinished.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Result;

StoredDowngrade::StoredDowngrade(Workspace& workspace, AppSettings& settings, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_settings(settings)
{}

StoredDowngrade::~StoredDowngrade()
{
    m_pool.waitForDone();
}

void StoredDowngrade::begin(RescueDialog* dialog, const core::Rescue::Stored& stored)
{
    dialog->showBusy(tr("Planning, and counting what this deletes…"));
    const auto future =
        runOn(m_pool,
              [project = m_workspace.project(), sessions = m_workspace.sessions(),
               source = m_workspace.expectedSource(),
               draft = core::draftFromLog(stored)]() -> Result<Prepared> {
                  const auto copy = core::DraftProject::make(*project, draft);
                  if (!copy)
                      return core::fail(copy.error().first());
                  Prepared prepared;
                  prepared.project = std::make_shared<core::DraftProject>(*copy);
                  const QString target = draft.downRevisions.isEmpty()
                                             ? u"base"_s
                                             : draft.downRevisions.first().text();
                  const auto plan = core::makePlan(
                      copy->project(), core::readStatuses(copy->project(), sessions),
                      core::Direction::Downgrade, {core::TargetSpec{draft.database, target}});
                  if (!plan)
                      return core::fail(plan.error());
                  prepared.plan = *plan;
                  for (const core::LossForecast& forecast :
                       core::forecastLosses(copy->project(), *plan, sessions, source)) {
                      if (forecast.name == draft.database)
                          prepared.forecast = forecast;
                  }
                  return prepared;
              });
    onFinished(future, dialog, [this, dialog](const Result<Prepared>& prepared) {
        if (prepared)
            confirm(dialog, *prepared);
        else
            dialog->showError(prepared.error());
    });
}

void StoredDowngrade::confirm(RescueDialog* dialog, const Prepared& prepared)
{
    dialog->showBusy({});
    const core::Environment environment = m_workspace.profile().environment;
    const bool production = environment == core::Environment::Production;
    const core::DatabaseName name = prepared.forecast.name;
    const core::ServerInfo server = m_workspace.statusMap().value(name).server;
    ConfirmByName::Request request;
    QStringList revisions;
    for (const core::PlannedStep& step : prepared.plan.steps) {
        revisions << step.step.revision->id.text();
        for (const core::Statement& statement : step.step.revision->down.statements)
            request.objects << statement.text.simplified();
    }
    request.title = tr("Downgrade %1").arg(name.text());
    request.consequence = prepared.forecast.error
                              ? tr("What this deletes could not be found out: %1")
                                    .arg(prepared.forecast.error->summary)
                              : core::forecastText(prepared.forecast);
    request.objects << prepared.forecast.dependents << prepared.forecast.uncounted;
    request.name = production ? server.database + u'@' + server.host : server.database;
    request.actionText = tr("Downgrade %1").arg(revisions.join(u", "_s));
    request.environment = core::environmentText(environment);
    request.environmentIcon = environmentIcon(environment);
    request.environmentRole = environmentRole(environment);
    request.asksForBackup = production;
    auto* question = new ConfirmByName(request, dialog);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this,
            [this, dialog = QPointer<RescueDialog>(dialog), prepared] {
                if (dialog)
                    run(dialog, prepared);
            });
    question->open();
}

void StoredDowngrade::run(RescueDialog* dialog, const Prepared& prepared)
{
    dialog->showBusy(tr("Running the downgrade…"));
    core::RunOptions options;
    options.lockTimeoutMs = m_settings.lockTimeoutMs();
    options.statementTimeoutMs = m_settings.statementTimeoutMs();
    options.knownServers = m_workspace.knownServers();
    const auto future = runOn(m_pool, [prepared, sessions = m_workspace.sessions(), options] {
        return core::runPlan(prepared.project->project(), prepared.plan, sessions, options, {});
    });
    onFinished(future, this,
               [this, dialog = QPointer<RescueDialog>(dialog)](const core::RunReport& report) {
                   m_workspace.refresh();
                   if (!dialog)
                       return;
                   if (report.firstError)
                       dialog->showError(*report.firstError);
                   else
                       dialog->accept();
               });
}

} // namespace socrates::ui
