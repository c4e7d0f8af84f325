// SPDX-License-Identifier: MIT
#include "app/revisions/databasepane.h"

#include "app/revisions/panewords.h"
#include "app/revisions/revisiondelegate.h"
#include "app/revisions/revisionmodel.h"
#include "app/revisions/undotext.h"
#include "app/theme/icons.h"
#include "app/widgets/chip.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fitting.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/timetext.h"

#include <QAction>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::RevisionId;

namespace {

/// Fewer letters of a title do not tell revisions apart.
constexpr int kTitleLetters = 20;

QStringList stateWords()
{
    QStringList words;
    const QList<RevisionState> states = allRevisionStates();
    for (const RevisionState state : states)
        words << stateText(state);
    return words;
}

} // namespace

DatabasePane::DatabasePane(const core::DatabaseName& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_title(new QLabel(name.text(), this))
    , m_server(new ElidedLabel(this))
    , m_badge(new Chip(this))
    , m_legend(new QToolButton(this))
    , m_message(new InlineMessage(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView)
    , m_model(new RevisionModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_delegate(new RevisionDelegate(this))
{
    setObjectName(name.text() + u"Pane"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_server->setObjectName(u"serverLabel"_s);
    m_server->setForegroundRole(QPalette::PlaceholderText);
    m_badge->setObjectName(u"badgeChip"_s);
    m_legend->setIcon(icon(u"help"_s));
    m_legend->setAutoRaise(true);
    m_legend->setObjectName(u"legendButton"_s);
    m_legend->setToolTip(tr("What the shapes mean"));
    m_legend->setAccessibleName(tr("Legend of the graph"));
    m_message->setClosable(false);
    auto* header = new QHBoxLayout;
    header->addWidget(m_title);
    header->addWidget(m_badge);
    header->addStretch();
    header->addWidget(m_legend);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 2);
    column->setSpacing(3);
    column->addLayout(header);
    column->addWidget(m_server);
    column->addWidget(m_message);
    m_stack->addWidget(m_view);
    column->addWidget(m_stack, 1);
    buildView();
    connect(m_legend, &QToolButton::clicked, this, &DatabasePane::legendRequested);
    updateBadge();
    updateServerLine();
}

void DatabasePane::buildView()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(u"revisionsView"_s);
    m_view->setAccessibleName(tr("Revisions of %1").arg(m_name.text()));
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(m_delegate);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setMinimumSectionSize(24);
    const int letter = fontMetrics().averageCharWidth();
    header->setSectionResizeMode(RevisionModel::TitleColumn, QHeaderView::Stretch);
    fitColumn(m_view, RevisionModel::RevisionColumn, letter * 7);
    fitColumn(m_view, RevisionModel::StateColumn, stateWords());
    fitColumn(m_view, RevisionModel::UndoColumn, undoWidth(fontMetrics()) + letter * 2);
    fitColumn(m_view, RevisionModel::AppliedColumn, timeTextWidth(fontMetrics()) + letter * 2);
    fitColumn(m_view, RevisionModel::ByColumn, letter * 10);
    fitColumn(m_view, RevisionModel::DurationColumn, letter * 8);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit selectionChanged(selectedRevision()); });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &DatabasePane::layoutChanged);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, &DatabasePane::layoutChanged);
    connect(header, &QHeaderView::sectionResized, this, &DatabasePane::layoutChanged);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](QPoint place) {
        if (m_view->indexAt(place).isValid())
            emit menuRequested(selectedRevision(), m_view->viewport()->mapToGlobal(place));
    });
}

void DatabasePane::setLineage(const core::ProjectDatabase& database,
                              const QList<core::PlannedPhase>& planned)
{
    m_purpose = database.purpose;
    m_revisions = int(database.graph.revisions().size());
    m_isFirstStatus = true;
    m_status.reset();
    m_model->setLineage(database, planned);
    const QFontMetrics metrics = m_view->fontMetrics();
    const int lanes = qMin(m_model->lanes(), 12);
    m_view->header()->resizeSection(RevisionModel::GraphColumn,
                                    RevisionDelegate::laneCenter(lanes, metrics));
    fitColumns();
    updateEmpty();
    updateBadge();
    updateServerLine();
}

void DatabasePane::setStatus(const std::optional<core::DatabaseStatus>& status)
{
    m_status = status;
    m_isStatusFresh = true;
    m_busyText.clear();
    m_model->setStatus(status && !status->error ? status : std::nullopt);
    if (status && status->error) {
        m_message->showMessage(InlineMessage::Kind::Error, status->error->summary,
                               status->error->hint);
        connect(m_message->addButton(tr("Retry")), &QAction::triggered, this,
                &DatabasePane::retryRequested);
    } else if (status && !status->unknownRows.isEmpty()) {
        m_message->showMessage(
            InlineMessage::Kind::Warning,
            tr("The version table names %1, which no file of this database has.")
                .arg(status->unknownRows.join(u", "_s)),
            tr("Nothing is upgraded until the file is there or the row is stamped."));
    } else if (status && !status->versionTable.suspicion.isEmpty()) {
        m_message->showMessage(InlineMessage::Kind::Warning, status->versionTable.suspicion);
    } else if (status && !status->warnings.isEmpty()) {
        m_message->showMessage(InlineMessage::Kind::Warning, status->warnings.join(u'\n'));
    } else {
        m_message->hide();
    }
    const bool isContradicting =
        status && !status->error &&
        (!status->unknownRows.isEmpty() || status->isUntracked() || !status->otherTables.isEmpty());
    if (isContradicting) {
        QAction* recognise = m_message->addButton(tr("Recognise…"));
        recognise->setToolTip(
            tr("Finds out which revision the tables are, and offers what puts it right"));
        connect(recognise, &QAction::triggered, this, &DatabasePane::recogniseRequested);
    }
    if (m_isFirstStatus && status && m_model->currentRow() >= 0) {
        m_isFirstStatus = false;
        const QModelIndex current =
            m_proxy->mapFromSource(m_model->index(m_model->currentRow(), 0));
        if (!m_view->currentIndex().isValid() && m_selectsByItself)
            m_view->setCurrentIndex(current);
        m_view->scrollTo(current, QAbstractItemView::PositionAtCenter);
    }
    updateEmpty(); // an unknown version row is a row, too
    updateBadge();
    updateServerLine();
}

void DatabasePane::setProofs(const QList<core::UndoProof>& proofs)
{
    m_model->setProofs(proofs);
    fitColumns(); // the column that shows them may come or go
}

void DatabasePane::setBusyText(const QString& text)
{
    m_busyText = text;
    m_isStatusFresh = m_isStatusFresh && text.isEmpty();
    updateBadge();
}

void DatabasePane::setFilter(const QString& text)
{
    m_delegate->setLinesVisible(text.isEmpty());
    m_proxy->setFilterFixedString(text);
    updateEmpty();
    m_view->viewport()->update();
    emit layoutChanged();
}

void DatabasePane::updateEmpty()
{
    const bool isEmpty = m_proxy->rowCount() == 0;
    if (!isEmpty && m_empty == nullptr)
        return;
    if (m_empty == nullptr) {
        m_empty = new EmptyState;
        m_empty->setObjectName(u"noRevisionsState"_s);
        m_stack->addWidget(m_empty);
        connect(m_empty, &EmptyState::activated, this, [this] {
            if (m_model->rowCount() == 0)
                emit newRevisionRequested();
            else
                emit clearFilterRequested();
        });
    }
    if (m_model->rowCount() == 0)
        m_empty->setContents(u"revisions"_s,
                             tr("The folder of %1 has no revision yet.").arg(m_name.text()),
                             tr("New Revision…"));
    else
        m_empty->setContents(u"search"_s,
                             tr("No revision of %1 matches the filter.").arg(m_name.text()),
                             tr("Clear Filter"));
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_view);
}

void DatabasePane::setActive(bool active)
{
    m_delegate->setActive(active);
    m_view->viewport()->update();
}

void DatabasePane::focusRows(Qt::FocusReason reason)
{
    m_stack->currentWidget()->setFocus(reason);
}

/// However the keys came here (Tab, F6, Alt+1), there is a row to go on from.
bool DatabasePane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::FocusIn &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::MouseFocusReason) {
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_proxy->index(0, 0));
        emit entered();
    }
    return QWidget::eventFilter(watched, event);
}

void DatabasePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

/// Where there is no room for all columns and a title that can be read, those go first that the
/// details show as well. Nothing is said of undoing before anything was proved.
void DatabasePane::fitColumns()
{
    const QHeaderView* header = m_view->header();
    int room = m_view->width() - fontMetrics().averageCharWidth() * kTitleLetters;
    for (const int column :
         {RevisionModel::GraphColumn, RevisionModel::RevisionColumn, RevisionModel::StateColumn,
          RevisionModel::UndoColumn, RevisionModel::AppliedColumn, RevisionModel::ByColumn,
          RevisionModel::DurationColumn}) {
        const bool canGo = column >= RevisionModel::UndoColumn;
        // A hidden section is of no width; what it had is what it would take.
        const int width =
            header->isSectionHidden(column) ? m_widths.value(column) : header->sectionSize(column);
        m_widths.insert(column, width);
        if (column == RevisionModel::UndoColumn && !m_model->hasProofs()) {
            m_view->setColumnHidden(column, true);
            continue;
        }
        room -= width;
        m_view->setColumnHidden(column, canGo && room < 0);
    }
}

int DatabasePane::visibleRows() const
{
    return m_proxy->rowCount();
}

int DatabasePane::selectedRow() const
{
    const QModelIndex current = m_proxy->mapToSource(m_view->currentIndex());
    return current.isValid() ? current.row() : -1;
}

RevisionId DatabasePane::selectedRevision() const
{
    const int row = selectedRow();
    return row < 0
               ? RevisionId()
               : RevisionId(m_model->index(row, 0).data(RevisionModel::RevisionIdRole).toString());
}

void DatabasePane::selectRevision(const RevisionId& revision)
{
    const int row = m_model->rowOf(revision);
    if (row < 0)
        return;
    const QModelIndex index = m_proxy->mapFromSource(m_model->index(row, 0));
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void DatabasePane::clearSelection()
{
    m_view->selectionModel()->clear();
}

QRect DatabasePane::globalRowRect(const RevisionId& revision) const
{
    const int row = m_model->rowOf(revision);
    if (row < 0 || !isVisible())
        return {};
    const QModelIndex index =
        m_proxy->mapFromSource(m_model->index(row, RevisionModel::GraphColumn));
    const QRect cell = index.isValid() ? m_view->visualRect(index) : QRect();
    if (!cell.isValid() || !m_view->viewport()->rect().contains(cell.center()))
        return {};
    return {m_view->viewport()->mapToGlobal(cell.topLeft()),
            QSize(m_view->viewport()->width(), cell.height())};
}

QString DatabasePane::badgeText() const
{
    return m_badge->text();
}

QByteArray DatabasePane::columnState() const
{
    return m_view->header()->saveState();
}

void DatabasePane::restoreColumns(const QByteArray& state)
{
    // The graph is as wide as its lanes, not as it once was.
    QHeaderView* header = m_view->header();
    const int graph = header->sectionSize(RevisionModel::GraphColumn);
    if (header->restoreState(state)) {
        header->resizeSection(RevisionModel::GraphColumn, graph);
        fitColumns();
    }
}

void DatabasePane::updateBadge()
{
    if (!m_busyText.isEmpty()) {
        m_badge->setContents(m_busyText, StatusRole::Pending);
    } else if (!m_status) {
        m_badge->setContents(tr("not connected"), StatusRole::Neutral);
    } else {
        const Badge badge = badgeOf(*m_status, m_isStatusFresh, *m_model, m_revisions);
        m_badge->setContents(badge.text, badge.role);
    }
}

void DatabasePane::updateServerLine()
{
    const bool isReached = m_status && !m_status->error;
    m_server->setText(isReached ? serverLine(*m_status) : m_purpose);
    m_server->setToolTip(isReached ? m_server->text() + u'\n' + m_purpose : m_purpose);
}

} // namespace socrates::ui
