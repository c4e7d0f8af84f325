// SPDX-License-Identifier: MIT
#include "app/revisions/revisionspage.h"

#include "app/revisions/databasepane.h"
#include "app/revisions/legend.h"
#include "app/revisions/requiresoverlay.h"
#include "app/revisions/revisiondetails.h"
#include "app/revisions/revisionmodel.h"
#include "app/theme/icons.h"
#include "app/widgets/emptystate.h"

#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::DatabaseName;
using core::Revision;
using core::RevisionId;

namespace {

/// Below this width two panes cannot show their columns, so they become tabs.
constexpr int kNarrow = 1000;

/// What takes the focus by Tab in the window of `widget`, in its order.
QList<QWidget*> tabStops(const QWidget* widget)
{
    QList<QWidget*> stops;
    const QWidget* window = widget->window();
    for (QWidget* next = window->nextInFocusChain(); next != window;
         next = next->nextInFocusChain()) {
        const bool takesTab = (next->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (takesTab && next->focusProxy() == nullptr)
            stops << next;
    }
    return stops;
}

/// Tab goes through `part`, which was made later, before it comes to `next`.
void tabBefore(const QWidget* next, const QWidget* part)
{
    QWidget* last = nullptr;
    bool isThere = false;
    QList<QWidget*> inside;
    const QList<QWidget*> stops = tabStops(next);
    for (QWidget* widget : stops) {
        isThere = isThere || widget == next || next->isAncestorOf(widget);
        if (part->isAncestorOf(widget))
            inside << widget;
        else if (!isThere)
            last = widget;
    }
    for (QWidget* widget : std::as_const(inside)) {
        if (last != nullptr)
            QWidget::setTabOrder(last, widget);
        last = widget;
    }
}

} // namespace

RevisionsPage::RevisionsPage(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState)
    , m_vertical(new QSplitter(Qt::Vertical))
    , m_paneStack(new QStackedWidget)
    , m_sideBySide(new QSplitter(Qt::Horizontal))
    , m_tabs(new QTabWidget)
    , m_overlay(nullptr)
    , m_details(new RevisionDetails)
{
    setObjectName(u"revisionsPage"_s);
    m_empty->setContents(u"folder"_s,
                         tr("No project is open. A project is a folder with socrates.json."),
                         tr("Open Project…"));
    connect(m_empty, &EmptyState::activated, this, &RevisionsPage::openProjectRequested);
    m_tabs->setObjectName(u"databaseTabs"_s);
    m_tabs->setAccessibleName(tr("Databases"));
    m_tabs->setDocumentMode(true);
    m_sideBySide->setObjectName(u"panesSplitter"_s);
    m_sideBySide->setChildrenCollapsible(false);
    m_paneStack->addWidget(m_sideBySide);
    m_paneStack->addWidget(m_tabs);
    m_vertical->setObjectName(u"detailsSplitter"_s);
    m_vertical->addWidget(m_paneStack);
    m_vertical->addWidget(m_details);
    m_vertical->setStretchFactor(0, 3);
    m_vertical->setStretchFactor(1, 2);
    m_vertical->setChildrenCollapsible(false);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_vertical);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_overlay = new RequiresOverlay(m_paneStack, [this] {
        QList<RequiresOverlay::Edge> edges;
        if (m_isTabbed || !m_project)
            return edges;
        for (const DatabasePane* pane : std::as_const(m_panes)) {
            for (const core::RevisionPtr& revision : m_project->graph(pane->name()).revisions()) {
                for (const Revision::Requirement& requirement : revision->requirements) {
                    const DatabasePane* other = this->pane(requirement.database);
                    if (other == nullptr)
                        continue;
                    const QRect from = other->globalRowRect(requirement.revision);
                    const QRect to = pane->globalRowRect(revision->id);
                    if (!from.isValid() || !to.isValid())
                        continue;
                    const int row = other->model()->rowOf(requirement.revision);
                    const auto* lanes =
                        static_cast<const LaneRow*>(other->model()
                                                        ->index(row, 0)
                                                        .data(RevisionModel::LanesRole)
                                                        .value<const void*>());
                    const bool selected = pane->selectedRevision() == revision->id;
                    edges << RequiresOverlay::Edge{from, to, lanes->lane, selected};
                }
            }
        }
        return edges;
    });
}

void RevisionsPage::setProject(std::shared_ptr<const core::Project> project)
{
    m_project = std::move(project);
    m_statuses.clear();
    m_logs.clear();
    m_lint = {};
    buildPanes();
    m_stack->setCurrentWidget(m_project ? static_cast<QWidget*>(m_vertical) : m_empty);
    updateDetails();
}

void RevisionsPage::buildPanes()
{
    qDeleteAll(m_panes);
    m_panes.clear();
    m_active = nullptr;
    if (!m_project)
        return;
    const QList<core::ProjectDatabase>& databases = m_project->databases();
    for (const core::ProjectDatabase& database : databases) {
        QList<core::PlannedPhase> planned;
        for (const core::PlannedPhase& phase : m_project->planned()) {
            // A phase whose database nobody has decided is shown once, with the last one.
            if (phase.database == database.name ||
                (phase.database.isEmpty() && database.name == databases.last().name))
                planned << phase;
        }
        addPane(database, planned);
    }
    m_active = m_panes.value(0);
    if (m_active != nullptr)
        m_active->setSelectsByItself(true);
    m_isTabbed = false;
    m_paneStack->setCurrentWidget(m_sideBySide);
    for (DatabasePane* pane : std::as_const(m_panes)) {
        m_sideBySide->addWidget(pane);
        tabBefore(m_details, pane);
    }
    arrange();
    m_overlay->raise();
}

void RevisionsPage::addPane(const core::ProjectDatabase& database,
                            QList<core::PlannedPhase> planned)
{
    auto* pane = new DatabasePane(database.name, this);
    pane->setLineage(database, planned);
    connect(pane, &DatabasePane::selectionChanged, this, [this, pane] { select(pane); });
    connect(pane, &DatabasePane::entered, this, [this, pane] {
        if (pane != m_active)
            select(pane);
    });
    connect(pane, &DatabasePane::layoutChanged, m_overlay, [this] { m_overlay->update(); });
    connect(pane, &DatabasePane::recogniseRequested, this,
            [this, name = pane->name()] { emit recogniseRequested(name); });
    connect(pane, &DatabasePane::newRevisionRequested, this, [this, pane] {
        select(pane); // it is for its database
        emit newRevisionRequested();
    });
    connect(pane, &DatabasePane::clearFilterRequested, this, &RevisionsPage::clearFilterRequested);
    connect(pane, &DatabasePane::retryRequested, this, &RevisionsPage::refreshRequested);
    connect(pane, &DatabasePane::legendRequested, this,
            [this, pane] { showLegend(this, pane->mapToGlobal(QPoint(pane->width() / 2, 30))); });
    connect(pane, &DatabasePane::menuRequested, this,
            [this, pane](const RevisionId& revision, const QPoint& place) {
                showMenu(pane, revision, place);
            });
    m_panes << pane;
}

void RevisionsPage::setStatus(const core::DatabaseStatus& status)
{
    DatabasePane* target = pane(status.name);
    if (target == nullptr)
        return;
    m_statuses.insert(status.name, status);
    target->setStatus(status);
    if (target == m_active)
        updateDetails();
    m_overlay->update();
}

void RevisionsPage::clearStatuses()
{
    m_statuses.clear();
    m_logs.clear();
    for (DatabasePane* pane : std::as_const(m_panes))
        pane->setStatus(std::nullopt);
    updateDetails();
}

void RevisionsPage::setBusyText(const DatabaseName& database, const QString& text)
{
    if (DatabasePane* target = pane(database))
        target->setBusyText(text);
}

void RevisionsPage::setRunState(const DatabaseName& database, const RevisionId& revision,
                                std::optional<RevisionState> state)
{
    DatabasePane* target = pane(database);
    if (target == nullptr)
        return;
    target->model()->setRunState(revision, state);
    target->setBusyText(state == RevisionState::Running ? tr("running %1…").arg(revision.text())
                                                        : QString());
    if (target == m_active && target->selectedRevision() == revision)
        updateDetails();
}

void RevisionsPage::setLog(const DatabaseName& database, const QList<core::LogEntry>& entries)
{
    m_logs.insert(database, entries);
    if (m_active != nullptr && m_active->name() == database)
        updateDetails();
}

void RevisionsPage::setProofs(const DatabaseName& database, const QList<core::UndoProof>& proofs)
{
    DatabasePane* target = pane(database);
    if (target == nullptr)
        return;
    target->setProofs(proofs);
    if (target == m_active)
        updateDetails();
}

void RevisionsPage::setLint(const core::LintReport& report)
{
    m_lint = report;
    updateDetails();
}

void RevisionsPage::setFilter(const QString& text)
{
    for (DatabasePane* pane : std::as_const(m_panes))
        pane->setFilter(text);
}

DatabasePane* RevisionsPage::pane(const DatabaseName& database) const
{
    for (DatabasePane* pane : m_panes) {
        if (pane->name() == database)
            return pane;
    }
    return nullptr;
}

void RevisionsPage::focusPane(int index)
{
    if (index < 0 || index >= m_panes.size())
        return;
    DatabasePane* pane = m_panes.at(index);
    if (m_isTabbed)
        m_tabs->setCurrentWidget(pane);
    pane->focusRows(Qt::ShortcutFocusReason);
    select(pane);
}

void RevisionsPage::focusNextPane(int step)
{
    const auto count = int(m_panes.size());
    if (count > 0)
        focusPane((int(m_panes.indexOf(m_active)) + step + count) % count);
}

void RevisionsPage::focusDetails()
{
    m_details->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void RevisionsPage::selectRevision(const DatabaseName& database, const RevisionId& revision)
{
    DatabasePane* target = pane(database);
    if (target == nullptr)
        return;
    focusPane(int(m_panes.indexOf(target)));
    target->selectRevision(revision);
}

void RevisionsPage::select(DatabasePane* pane)
{
    m_active = pane;
    for (DatabasePane* each : std::as_const(m_panes))
        each->setActive(each == pane);
    highlightRelated();
    updateDetails();
    m_overlay->update();
    emit selectionChanged();
}

/// In the other panes: what the selection requires, and what requires it.
void RevisionsPage::highlightRelated()
{
    if (m_active == nullptr || !m_project)
        return;
    const RevisionId selected = m_active->selectedRevision();
    QMap<DatabaseName, QSet<RevisionId>> related;
    if (const auto revision = m_project->graph(m_active->name()).revision(selected)) {
        for (const Revision::Requirement& requirement : revision->requirements)
            related[requirement.database].insert(requirement.revision);
    }
    for (const DatabasePane* other : std::as_const(m_panes)) {
        if (other == m_active)
            continue;
        for (const core::RevisionPtr& revision : m_project->graph(other->name()).revisions()) {
            for (const Revision::Requirement& requirement : revision->requirements) {
                if (requirement.database == m_active->name() && requirement.revision == selected)
                    related[other->name()].insert(revision->id);
            }
        }
    }
    for (DatabasePane* pane : std::as_const(m_panes))
        pane->model()->setHighlighted(pane == m_active ? QSet<RevisionId>()
                                                       : related.value(pane->name()));
}

void RevisionsPage::updateDetails()
{
    const int row = m_active != nullptr ? m_active->selectedRow() : -1;
    if (row < 0) {
        m_details->clear();
        return;
    }
    const RevisionModel* model = m_active->model();
    const QString title = model->index(row, RevisionModel::TitleColumn).data().toString();
    if (model->kindOf(row) == RevisionModel::RowKind::Planned) {
        m_details->showText(title,
                            {tr("The plan announces these tables for a later phase. There is no "
                                "revision file for them yet, so nothing can be applied.")});
        return;
    }
    if (model->kindOf(row) == RevisionModel::RowKind::Missing) {
        m_details->showText(
            m_active->selectedRevision().text(),
            {title, tr("The version table holds this revision, but the project has no file for "
                       "it. It is kept as it is, and nothing is upgraded until that is cleared up: "
                       "open the project that has the file, look for it with Revision, Find "
                       "Missing Revision, or stamp the database.")});
        return;
    }
    const auto status = m_statuses.constFind(m_active->name());
    const bool known = status != m_statuses.constEnd() && !status->error;
    m_details->showRevision(model->revisionAt(row), stateText(model->stateAt(row)),
                            known ? std::optional(*status) : std::nullopt,
                            m_logs.value(m_active->name()),
                            model->proofOf(model->revisionAt(row)->id));
    m_details->showLint(m_lint.of(m_active->name(), m_active->selectedRevision()));
}

void RevisionsPage::showMenu(DatabasePane* pane, const RevisionId& revision, const QPoint& place)
{
    const int row = pane->selectedRow();
    if (row >= 0 && pane->model()->kindOf(row) == RevisionModel::RowKind::Missing) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(icon(u"search"_s), tr("Find %1…").arg(revision.text()), this,
                        &RevisionsPage::rescueRequested);
        menu->addAction(icon(u"database"_s), tr("Recognise…"), this,
                        [this, name = pane->name()] { emit recogniseRequested(name); });
        menu->popup(place);
        return;
    }
    if (!m_project || !m_project->graph(pane->name()).contains(revision) ||
        !m_statuses.contains(pane->name()))
        return;
    const bool applied = m_statuses.value(pane->name()).applied.contains(revision);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const DatabaseName database = pane->name();
    if (!applied) {
        menu->addAction(
            icon(u"upgrade"_s), tr("Upgrade to %1…").arg(revision.text()), this,
            [this, database, revision] { emit upgradeToRequested(database, revision); });
    } else {
        menu->addAction(
            icon(u"downgrade"_s), tr("Downgrade to %1…").arg(revision.text()), this,
            [this, database, revision] { emit downgradeToRequested(database, revision); });
        menu->addAction(icon(u"downgrade"_s),
                        tr("Undo %1 and What Stands on It…").arg(revision.text()), this,
                        [this, database, revision] { emit undoFromRequested(database, revision); });
    }
    menu->addSeparator();
    QAction* prove =
        menu->addAction(icon(u"verify"_s), tr("Prove Undo of %1").arg(revision.text()), this,
                        [this, database, revision] { emit proveRequested(database, revision); });
    prove->setEnabled(m_project->graph(database).revision(revision)->isReversible());
    menu->popup(place);
}

void RevisionsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RevisionsPage::arrange()
{
    const bool tabbed = width() < kNarrow && m_panes.size() > 1;
    if (tabbed != m_isTabbed) {
        m_isTabbed = tabbed;
        for (DatabasePane* pane : std::as_const(m_panes)) {
            if (tabbed) {
                m_tabs->addTab(pane, pane->name().text());
            } else {
                m_sideBySide->addWidget(pane);
                pane->show();
            }
        }
        if (tabbed && m_active != nullptr)
            m_tabs->setCurrentWidget(m_active);
        m_paneStack->setCurrentWidget(tabbed ? static_cast<QWidget*>(m_tabs) : m_sideBySide);
        m_overlay->raise();
    }
    m_overlay->update();
}

} // namespace socrates::ui
