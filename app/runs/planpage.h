// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runner.h"
#include "core/revisions/revisionlint.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTabWidget;
class QTextBrowser;
class QTreeWidget;

namespace socrates::ui {

class BackupChoice;
class InlineMessage;
class ModeChooser;
class PlanTargets;
class SharedRoom;
class SqlView;

/// What a run will do, before it does it: targets, ordered steps, SQL, risks, what will exist and
/// what remains after a failure. The page is the confirmation of an upgrade.
class PlanPage final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPage(QWidget* parent = nullptr);

    /// Fills the choice of targets; the plan itself comes by showPlan().
    void begin(core::Direction direction, std::shared_ptr<const core::Project> project,
               const QList<core::DatabaseStatus>& statuses, const QList<core::TargetSpec>& targets);
    void showPlan(const core::Plan& plan);
    void showError(const core::Error& error);
    /// `reason` says why the databases may not be worked on now; empty: they may. `copies`: a
    /// rehearsal on copies may run all the same.
    void setLocked(const QString& reason, bool copies = false);
    /// The mode that is wished for; where the plan does not allow it, each step is on its own.
    void setMode(core::TransactionMode mode);
    core::TransactionMode mode() const;
    /// Counted beside the risks of each step.
    void setLint(const core::LintReport& report) { m_lint = report; }
    /// Whether and how a backup is made before the run.
    BackupChoice& backup() { return *m_backup; }
    /// The backup before the run failed: nothing was run, and what now is for the person to say.
    void showBackupFailure(const core::Error& error);
    /// When something has begun or ended that keeps the plan from being run.
    void updateButton();
    core::Direction direction() const { return m_direction; }
    /// As chosen now: one per database that is to change.
    QList<core::TargetSpec> targets() const;

signals:
    void targetsChanged();
    void runRequested(const socrates::core::Plan& plan);
    void rehearsalRequested(const socrates::core::Plan& plan, bool onCopies);
    /// The plan that is shown, though its backup failed.
    void runWithoutBackupRequested(const socrates::core::Plan& plan);
    void modeChosen(socrates::core::TransactionMode mode);
    void closed();

private:
    QWidget* buildHeader();
    QWidget* buildBody();
    QWidget* buildButtons();
    void showStep(int step);
    void addLintChip(const core::PlannedStep& planned);
    core::Direction m_direction = core::Direction::Upgrade;
    core::Plan m_plan;
    core::LintReport m_lint;
    QString m_lockedReason;
    bool m_mayCopy = true;
    QLabel* m_title;
    QLabel* m_summary;
    PlanTargets* m_targets;
    InlineMessage* m_message;
    QTreeWidget* m_steps;
    SharedRoom* m_room;
    QWidget* m_chips;
    QHBoxLayout* m_chipsLayout;
    QTabWidget* m_tabs;
    SqlView* m_sql;
    QTextBrowser* m_after;
    ModeChooser* m_mode;
    BackupChoice* m_backup;
    QPushButton* m_back;
    QPushButton* m_rehearseCopies;
    QPushButton* m_rehearse;
    QPushButton* m_run;
};

} // namespace socrates::ui
