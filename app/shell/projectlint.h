// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThreadPool>

namespace socrates::ui {

class PlanPage;
class RevisionsPage;
class Workspace;

/// Lints a project when it is opened, beside the window, and hands what was found to the pages that
/// show it.
class ProjectLint final : public QObject
{
    Q_OBJECT
public:
    ProjectLint(const Workspace& workspace, RevisionsPage& revisions, PlanPage& plan,
                QObject* parent);
    ~ProjectLint() override;

signals:
    void finished();

private:
    void start();

    const Workspace& m_workspace;
    RevisionsPage& m_revisions;
    PlanPage& m_plan;
    QThreadPool m_pool;
};

} // namespace socrates::ui
