// SPDX-License-Identifier: MIT
#include "app/runs/activitypage.h"

#include "app/runs/activityexport.h"
#include "app/runs/activitymodel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/eventlabel.h"
#include "app/widgets/fitting.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/sqlview.h"
#include "app/widgets/timetext.h"
#include "core/base/redaction.h"
#include "core/postgres/diagnostics.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QString factsText(const ActivityModel::Row& row)
{
    const LogEntry& entry = row.entry;
    const auto rows = [](const QStringList& ids) {
        return ids.isEmpty() ? ActivityPage::tr("base") : ids.join(u", "_s);
    };
    QStringList lines;
    lines << u"<b>%1</b>"_s.arg(
        ActivityPage::tr("%1: revision %2 in %3")
            .arg(eventLabel(entry), entry.revision.text(), row.database.text())
            .toHtmlEscaped());
    lines << ActivityPage::tr("From %1 to %2, %3, took %4")
                 .arg(rows(entry.rowsBefore), rows(entry.rowsAfter), longTimeText(entry.startedAt),
                      durationText(entry.durationMs))
                 .toHtmlEscaped();
    lines << ActivityPage::tr("By %1 (database user %2) on %3, program %4")
                 .arg(entry.osUser, entry.databaseUser, entry.clientHost, entry.programVersion)
                 .toHtmlEscaped();
    if (!entry.message.isEmpty()) {
        const QString state = entry.sqlState.isEmpty() ? QString() : entry.sqlState + u": "_s;
        lines << (state + redacted(entry.message)).toHtmlEscaped().replace(u'\n', u"<br>"_s);
        if (!entry.sqlState.isEmpty())
            lines << ActivityPage::tr("What to do: %1")
                         .arg(core::hintForSqlState(entry.sqlState))
                         .toHtmlEscaped();
    }
    return lines.join(u"<br>"_s);
}

} // namespace

ActivityPage::ActivityPage(QWidget* parent)
    : QWidget(parent)
    , m_model(new ActivityModel(this))
    , m_filter(new ActivityFilter(this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_message(new InlineMessage)
    , m_table(new QTreeView)
{
    setObjectName(u"activityPage"_s);
    m_filter->setSourceModel(m_model);
    m_table->setObjectName(u"activityTable"_s);
    m_table->setAccessibleName(tr("Log of all runs"));
    m_table->setModel(m_filter);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ActivityModel::TimeColumn, Qt::DescendingOrder);
    const int letter = fontMetrics().averageCharWidth();
    // With the arrow of the sorted column.
    fitColumn(m_table, ActivityModel::TimeColumn, timeTextWidth(fontMetrics()) + letter * 5);
    fitColumn(m_table, ActivityModel::DatabaseColumn, letter * 18);
    fitColumn(m_table, ActivityModel::EventColumn, allEventLabels(), true);
    fitColumn(m_table, ActivityModel::RevisionColumn, letter * 8);
    fitColumn(m_table, ActivityModel::DurationColumn, letter * 10);
    fitColumn(m_table, ActivityModel::UserColumn, letter * 24);
    m_table->header()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ActivityPage::showCurrent);

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"activitySplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(createDetail());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_empty->setObjectName(u"activityEmptyState"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_unavailable.isEmpty())
            emit refreshRequested();
        else
            emit connectRequested();
    });

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(createBar());
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    showState();
}

QWidget* ActivityPage::createBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout;
    m_filterEdit = new QLineEdit;
    m_filterEdit->setObjectName(u"activityFilterEdit"_s);
    m_filterEdit->setAccessibleName(tr("Filter the log"));
    m_filterEdit->setPlaceholderText(tr("Filter by database, revision, person or message"));
    m_filterEdit->setClearButtonEnabled(true);
    m_failuresOnly = new QCheckBox(tr("Failures only"));
    m_failuresOnly->setObjectName(u"failuresOnlyCheckBox"_s);
    m_countLabel = new QLabel;
    m_countLabel->setObjectName(u"activityCountLabel"_s);
    m_refreshButton = new QPushButton(tr("Refresh"));
    m_refreshButton->setObjectName(u"refreshActivityButton"_s);
    m_exportButton = new QPushButton(tr("Export…"));
    m_exportButton->setObjectName(u"exportActivityButton"_s);
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"activityProgressBar"_s);
    m_progress->setAccessibleName(tr("Reading the log"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    row->addWidget(m_filterEdit, 1);
    row->addWidget(m_failuresOnly);
    row->addWidget(m_countLabel);
    row->addWidget(m_refreshButton);
    row->addWidget(m_exportButton);
    auto* layout = new QVBoxLayout(bar);
    layout->setContentsMargins({});
    layout->addLayout(row);
    layout->addWidget(m_progress);
    connect(m_filterEdit, &QLineEdit::textChanged, this, &ActivityPage::applyFilter);
    connect(m_failuresOnly, &QCheckBox::toggled, this, &ActivityPage::applyFilter);
    connect(m_refreshButton, &QPushButton::clicked, this, &ActivityPage::refreshRequested);
    connect(m_exportButton, &QPushButton::clicked, this, &ActivityPage::askAndExport);
    return bar;
}

QWidget* ActivityPage::createDetail()
{
    auto* detail = new QWidget;
    m_facts = new QLabel;
    m_facts->setObjectName(u"activityFactsLabel"_s);
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sql = new SqlView;
    m_sql->setObjectName(u"activitySqlView"_s);
    m_sql->setAccessibleName(tr("SQL as it was run"));
    auto* layout = new QVBoxLayout(detail);
    layout->setContentsMargins({});
    layout->addWidget(m_facts);
    layout->addWidget(m_sql, 1);
    return detail;
}

void ActivityPage::setEntries(const DatabaseName& database, const QList<LogEntry>& entries)
{
    m_model->setEntries(database, entries);
    showState();
}

void ActivityPage::clear()
{
    m_model->clear();
    showState();
}

void ActivityPage::setBusy(bool busy)
{
    m_busy = busy;
    showState();
}

void ActivityPage::setUnavailable(const QString& reason)
{
    m_unavailable = reason;
    showState();
}

void ActivityPage::exportTo(const QString& filePath)
{
    QList<ActivityModel::Row> rows; // as filtered and sorted
    for (int row = 0; row < m_filter->rowCount(); ++row)
        rows.append(m_model->rows().at(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    const Result<void> done = exportActivity(filePath, rows);
    if (done)
        m_message->hide();
    else
        m_message->showMessage(InlineMessage::Kind::Error, done.error().summary,
                               done.error().detail);
}

void ActivityPage::askAndExport()
{
    auto* dialog = new QFileDialog(this, tr("Export the Log"), QString(),
                                   tr("Comma-separated values (*.csv);;JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"activity.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPage::exportTo);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(u"json"_s) ? u"json"_s : u"csv"_s);
    });
    dialog->open();
}

void ActivityPage::applyFilter()
{
    m_filter->setText(m_filterEdit->text().trimmed());
    m_filter->setFailuresOnly(m_failuresOnly->isChecked());
    showState();
}

void ActivityPage::showState()
{
    const bool hasEntries = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(hasEntries ? 1 : 0);
    m_progress->setVisible(m_busy);
    m_refreshButton->setEnabled(!m_busy && m_unavailable.isEmpty());
    m_exportButton->setEnabled(hasEntries);
    if (!m_unavailable.isEmpty())
        m_empty->setContents(u"activity"_s, m_unavailable, tr("Connect Databases…"));
    else if (m_busy)
        m_empty->setContents(u"activity"_s, tr("Reading the log…"));
    else
        m_empty->setContents(u"activity"_s, tr("Nothing has been run here yet"), tr("Refresh"));
    m_countLabel->setText(tr("%1 of %2").arg(m_filter->rowCount()).arg(m_model->rowCount()));
    m_countLabel->setVisible(hasEntries);
    if (hasEntries && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_filter->index(0, 0));
    showCurrent();
}

void ActivityPage::showCurrent()
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    if (!index.isValid()) {
        m_facts->clear();
        m_sql->setSql({});
        return;
    }
    const ActivityModel::Row& row = m_model->rows().at(index.row());
    m_facts->setText(factsText(row));
    m_sql->setSql(redacted(row.entry.sql));
}

} // namespace socrates::ui
