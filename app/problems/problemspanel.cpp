// SPDX-License-Identifier: MIT
#include "app/problems/problemspanel.h"

#include "app/problems/problemcard.h"
#include "app/problems/problemsmodel.h"
#include "app/widgets/emptystate.h"

#include <QAction>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

ProblemsPanel::ProblemsPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ProblemsModel(this))
    , m_stack(new QStackedWidget)
    , m_list(new QTreeView)
    , m_card(new ProblemCard)
{
    setObjectName(u"problemsPanel"_s);
    m_list->setObjectName(u"problemsList"_s);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ProblemsModel::SummaryColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ProblemsModel::DatabaseColumn,
                                           QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ProblemsModel::RevisionColumn,
                                           QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ProblemsModel::CodeColumn,
                                           QHeaderView::ResizeToContents);
    auto* copyAction = new QAction(tr("Copy Problem"), m_list);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(copyAction);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"problemCardScrollArea"_s);
    scroll->setAccessibleName(tr("Selected problem"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_card);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"problemsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({440, 660});

    auto* empty = new EmptyState;
    empty->setObjectName(u"noProblemsState"_s);
    empty->setContents(u"ok"_s, tr("No problems"));
    m_stack->addWidget(empty);
    m_stack->addWidget(splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);

    connect(copyAction, &QAction::triggered, m_card, &ProblemCard::copy);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProblemsPanel::showCurrent);
    connect(m_card, &ProblemCard::revisionRequested, this, &ProblemsPanel::revisionRequested);
    connect(m_card, &ProblemCard::retryRequested, this, &ProblemsPanel::retryRequested);
    connect(m_card, &ProblemCard::recogniseRequested, this, &ProblemsPanel::recogniseRequested);
    connect(m_card, &ProblemCard::fileRequested, this, &ProblemsPanel::fileRequested);
    connect(m_card, &ProblemCard::fileRestoreRequested, this, &ProblemsPanel::fileRestoreRequested);
    connect(m_card, &ProblemCard::fileAcceptRequested, this, &ProblemsPanel::fileAcceptRequested);
    setFocusProxy(m_list);
    showCurrent();
}

int ProblemsPanel::count() const
{
    return m_model->rowCount();
}

void ProblemsPanel::setProblems(const QList<Error>& problems)
{
    m_model->setProblems(problems);
    listChanged();
    select(0);
}

void ProblemsPanel::addProblem(const Error& problem)
{
    m_model->append(problem);
    listChanged();
    select(count() - 1);
}

void ProblemsPanel::clear()
{
    setProblems({});
}

void ProblemsPanel::next()
{
    if (count() > 0)
        select((m_list->currentIndex().row() + 1) % count());
}

void ProblemsPanel::previous()
{
    if (count() > 0)
        select((m_list->currentIndex().row() + count() - 1) % count());
}

void ProblemsPanel::select(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    showCurrent();
}

void ProblemsPanel::showCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    m_card->setProblem(index.isValid() ? std::optional(m_model->problems().at(index.row()))
                                       : std::nullopt);
}

void ProblemsPanel::listChanged()
{
    m_stack->setCurrentIndex(count() > 0 ? 1 : 0);
    emit countChanged(count());
}

} // namespace socrates::ui
