// SPDX-License-Identifier: MIT
#include "app/shell/projectlint.h"

#include "app/revisions/revisionspage.h"
#include "app/runs/planpage.h"
#include "app/shell/workspace.h"
#include "app/widgets/onfinished.h"

namespace socrates::ui {

ProjectLint::ProjectLint(const Workspace& workspace, RevisionsPage& revisions, PlanPage& plan,
                         QObject* parent)
    : QObject(parent), m_workspace(workspace), m_revisions(revisions), m_plan(plan)
{
    m_pool.setMaxThreadCount(1);
    connect(&workspace, &Workspace::projectOpened, this, &ProjectLint::start);
}

ProjectLint::~ProjectLint()
{
    m_pool.waitForDone();
}

void ProjectLint::start()
{
    const auto project = m_workspace.project();
    const auto future = runOn(m_pool, [project] { return core::lintProject(*project); });
    onFinished(future, this, [this, project](const core::LintReport& report) {
        if (project != m_workspace.project())
            return;
        m_revisions.setLint(report);
        m_plan.setLint(report);
        emit finished();
    });
}

} // namespace socrates::ui
