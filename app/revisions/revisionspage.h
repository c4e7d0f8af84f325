// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/revisionstate.h"
#include "core/engine/databasestatus.h"
#include "core/revisions/revisionlint.h"
#include "core/schema/undoproof.h"

#include <QWidget>

#include <memory>

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace socrates::ui {

class DatabasePane;
class EmptyState;
class RequiresOverlay;
class RevisionDetails;

/// Both databases (or however many the project has) side by side, a tab pair when narrow, and the
/// selected revision's details below.
class RevisionsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RevisionsPage(QWidget* parent = nullptr);

    /// Null: no project is open.
    void setProject(std::shared_ptr<const core::Project> project);
    void setStatus(const core::DatabaseStatus& status);
    void clearStatuses();
    void setBusyText(const core::DatabaseName& database, const QString& text);
    void setRunState(const core::DatabaseName& database, const core::RevisionId& revision,
                     std::optional<RevisionState> state);
    void setLog(const core::DatabaseName& database, const QList<core::LogEntry>& entries);
    void setProofs(const core::DatabaseName& database, const QList<core::UndoProof>& proofs);
    void setLint(const core::LintReport& report);
    void setFilter(const QString& text);

    DatabasePane* pane(const core::DatabaseName& database) const;
    QList<DatabasePane*> panes() const { return m_panes; }
    /// The pane of the selection, else the first; null without a project.
    DatabasePane* activePane() const { return m_active; }
    void focusPane(int index);
    /// The pane `step` after the active one, going round.
    void focusNextPane(int step);
    void focusDetails();
    void selectRevision(const core::DatabaseName& database, const core::RevisionId& revision);
    bool isTabbed() const { return m_isTabbed; }

signals:
    void openProjectRequested();
    void refreshRequested();
    /// Where to upgrade or downgrade to, from the context menu.
    void upgradeToRequested(core::DatabaseName database, core::RevisionId revision);
    void downgradeToRequested(core::DatabaseName database, core::RevisionId revision);
    void undoFromRequested(core::DatabaseName database, core::RevisionId revision);
    void proveRequested(core::DatabaseName database, core::RevisionId revision);
    /// A row that the project has no file for is to be found again.
    void rescueRequested();
    void newRevisionRequested();
    void clearFilterRequested();
    /// What is in a database is not what its version row says.
    void recogniseRequested(const core::DatabaseName& database);
    void selectionChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPanes();
    void addPane(const core::ProjectDatabase& database, QList<core::PlannedPhase> planned);
    void arrange();
    void select(DatabasePane* pane);
    void highlightRelated();
    void updateDetails();
    void showMenu(DatabasePane* pane, const core::RevisionId& revision, const QPoint& place);

    std::shared_ptr<const core::Project> m_project;
    QMap<core::DatabaseName, core::DatabaseStatus> m_statuses;
    QMap<core::DatabaseName, QList<core::LogEntry>> m_logs;
    core::LintReport m_lint;
    QList<DatabasePane*> m_panes;
    DatabasePane* m_active = nullptr;
    bool m_isTabbed = false;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_vertical;
    QStackedWidget* m_paneStack;
    QSplitter* m_sideBySide;
    QTabWidget* m_tabs;
    RequiresOverlay* m_overlay;
    RevisionDetails* m_details;
};

} // namespace socrates::ui
