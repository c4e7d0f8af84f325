// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/plan.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTabWidget;
class QTextBrowser;
class QTreeWidget;

namespace socrates::ui {

class InlineMessage;
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
    /// `reason` says why the run button is not to be had; empty: it is.
    void setLocked(const QString& reason);
    core::Direction direction() const { return m_direction; }
    /// As chosen now: one per database that is to change.
    QList<core::TargetSpec> targets() const;

signals:
    void targetsChanged();
    void runRequested(const socrates::core::Plan& plan);
    void closed();

private:
    QWidget* buildHeader();
    QWidget* buildBody();
    QWidget* buildButtons();
    void addTargetBox(const core::ProjectDatabase& database, const core::DatabaseStatus& status,
                      const QString& chosen);
    void showStep(int step);
    void updateButton();

    core::Direction m_direction = core::Direction::Upgrade;
    core::Plan m_plan;
    QString m_lockedReason;
    QLabel* m_title;
    QLabel* m_summary;
    QWidget* m_targets;
    QHBoxLayout* m_targetsLayout;
    QMap<core::DatabaseName, QComboBox*> m_boxes;
    InlineMessage* m_message;
    QTreeWidget* m_steps;
    QWidget* m_chips;
    QHBoxLayout* m_chipsLayout;
    SqlView* m_sql;
    QTextBrowser* m_after;
    QTabWidget* m_tabs;
    QPushButton* m_back;
    QPushButton* m_run;
};

} // namespace socrates::ui
