// SPDX-License-Identifier: MIT
#include "app/verification/verificationpage.h"

#include "app/verification/referencesview.h"
#include "app/verification/verificationdetails.h"
#include "app/verification/verificationfilter.h"
#include "app/verification/verificationheader.h"
#include "app/verification/verificationmodel.h"
#include "app/verification/verificationside.h"
#include "app/verification/verificationwords.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fitting.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Outcome = ComparisonLine::Outcome;

/// As long as what a row's result says is in most rows.
QStringList resultWords()
{
    QStringList words{VerificationModel::tr("%1 of %2 match").arg(999).arg(999)};
    for (const Outcome outcome : allOutcomes)
        words << outcomeLabel(outcome);
    return words;
}

constexpr int kMostOpened = 300; ///< matches of a filter that are opened down to the line

} // namespace

VerificationPage::VerificationPage(QWidget* parent)
    : QWidget(parent)
    , m_model(new VerificationModel(this))
    , m_filter(new VerificationFilter(m_model, this))
    , m_header(new VerificationHeader)
    , m_side(new VerificationSide)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"verificationPage"_s);

    auto* result = new QWidget;
    auto* resultLayout = new QVBoxLayout(result);
    resultLayout->setContentsMargins({});
    resultLayout->addWidget(createChips());
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"verificationSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createTree());
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({740, 440});
    resultLayout->addWidget(splitter, 1);

    m_empty = new EmptyState;
    m_empty->setObjectName(u"verificationEmptyState"_s);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_unavailable.isEmpty())
            emit verifyRequested();
        else
            emit connectRequested();
    });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(result);
    connect(m_header, &VerificationHeader::verifyRequested, this,
            &VerificationPage::verifyRequested);
    connect(m_header, &VerificationHeader::exportRequested, this,
            &VerificationPage::exportRequested);

    connect(m_side->references(), &ReferencesView::checkRowsRequested, this,
            &VerificationPage::checkRowsRequested);
    connect(m_side->references(), &ReferencesView::cancelRequested, this,
            &VerificationPage::cancelRowsRequested);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    showResult();
}

QWidget* VerificationPage::createChips()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    auto* show = new QLabel(tr("Show:"));
    layout->addWidget(show);
    for (const Outcome outcome : allOutcomes) {
        auto* chip = new QToolButton;
        chip->setObjectName(outcomeText(outcome) + u"ChipButton"_s);
        chip->setCheckable(true);
        chip->setIcon(outcomeIcon(outcome));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(chip, &QToolButton::toggled, this, &VerificationPage::applyChips);
        layout->addWidget(chip);
        m_chips.append(chip);
    }
    m_filterEdit = new QLineEdit;
    m_filterEdit->setObjectName(u"verificationFilterEdit"_s);
    m_filterEdit->setAccessibleName(tr("Filter objects"));
    m_filterEdit->setPlaceholderText(tr("Filter by table, object or definition"));
    m_filterEdit->setClearButtonEnabled(true);
    connect(m_filterEdit, &QLineEdit::textChanged, this, &VerificationPage::applyChips);
    layout->addStretch(1);
    layout->addWidget(m_filterEdit, 2);
    return bar;
}

QWidget* VerificationPage::createTree()
{
    m_tree = new QTreeView;
    m_tree->setObjectName(u"verificationTree"_s);
    m_tree->setAccessibleName(tr("Objects with expected and found definitions"));
    m_tree->setModel(m_filter);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    // The result is what is looked for: it stays in sight, and the definitions share the rest.
    QHeaderView* header = m_tree->header();
    const int letter = fontMetrics().averageCharWidth();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(VerificationModel::ExpectedColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(VerificationModel::FoundColumn, QHeaderView::Stretch);
    fitColumn(m_tree, VerificationModel::ObjectColumn, m_tree->indentation() * 4 + letter * 19);
    fitColumn(m_tree, VerificationModel::ResultColumn, resultWords(), true);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &VerificationPage::showCurrent);
    m_nothingShown = new QLabel(tr("Nothing matches the filter."));
    m_nothingShown->setObjectName(u"nothingShownLabel"_s);
    m_nothingShown->setAlignment(Qt::AlignCenter);
    m_nothingShown->hide();
    m_details = new VerificationDetails;
    connect(m_details, &VerificationDetails::revisionLinkActivated, this,
            &VerificationPage::revisionLinkActivated);
    auto* top = new QWidget;
    auto* topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins({});
    topLayout->addWidget(m_tree, 1);
    topLayout->addWidget(m_nothingShown);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"verificationDetailsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(top);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({360, 170});
    return splitter;
}

void VerificationPage::setVerifications(const QList<DatabaseVerification>& verifications)
{
    m_model->setVerifications(verifications);
    m_side->setVerifications(verifications);
    expandDifferences();
    showResult();
}

void VerificationPage::setReferences(const QList<ReferenceCheck>& references, bool isReadingRows)
{
    m_side->setReferences(references);
    m_side->references()->setBusy(isReadingRows);
}

void VerificationPage::setReferenceProgress(int reference, qint64 rowsFrom, qint64 rowsTo)
{
    m_side->references()->setProgress(reference, rowsFrom, rowsTo);
}

void VerificationPage::setProject(const Project& project)
{
    m_project = project;
    showCurrent();
}

/// From the schema at each revision, if it is known; else the first revision whose SQL names the
/// object (and its table), as far as a text can tell.
VerificationDetails::Origin VerificationPage::originOf(const DatabaseVerification& verification,
                                                       const ComparisonLine* line) const
{
    const ProjectDatabase* owner = m_project.database(verification.name);
    if (line == nullptr || owner == nullptr)
        return {};
    const Schema::Key key{line->kind, line->schema, line->table, line->name};
    if (const ObjectOrigin* origin = verification.attribution.find(key))
        return {origin->introduced, origin->text()};
    const auto names = [](const QString& sql, const QString& name) {
        const QRegularExpression word(u"(?<!\\w)"_s + QRegularExpression::escape(name) +
                                      u"(?!\\w)"_s);
        return name.isEmpty() || sql.contains(word);
    };
    for (const RevisionPtr& revision : owner->graph.revisions()) {
        if (names(revision->up.sql, line->table) && names(revision->up.sql, line->name))
            return {revision->id,
                    tr("Revision %1 is the first to name it").arg(revision->id.text())};
    }
    return {};
}

void VerificationPage::setBusy(bool busy, const QString& what)
{
    m_busy = busy;
    m_busyText = what.isEmpty() ? tr("Verifying…") : what;
    showResult();
}

void VerificationPage::setUnavailable(const QString& reason)
{
    m_unavailable = reason;
    showResult();
}

void VerificationPage::setFilterText(const QString& text)
{
    m_filterEdit->setText(text);
}

void VerificationPage::selectTable(const DatabaseName& database, const QString& schema,
                                   const QString& table)
{
    for (int top = 0; top < m_model->rowCount(); ++top) {
        const QModelIndex above = m_model->index(top, 0);
        if (m_model->verification(above)->name != database)
            continue;
        const QModelIndex index = m_model->indexOf(above, schema, table);
        if (!index.isValid())
            continue;
        for (QToolButton* chip : std::as_const(m_chips))
            chip->setChecked(false);
        m_filterEdit->clear();
        m_tree->setCurrentIndex(m_filter->mapFromSource(index));
        m_tree->setFocus();
        return;
    }
}

void VerificationPage::applyChips()
{
    QSet<int> outcomes;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->isChecked())
            outcomes.insert(int(allOutcomes.at(size_t(i))));
    }
    m_filter->setFilter(outcomes, m_filterEdit->text().trimmed());
    const bool filtered = m_filter->isFiltering();
    // Thousands of matches are no answer to look at, and to open them all holds the window.
    if (filtered && m_filter->matchCount() <= kMostOpened)
        m_tree->expandAll();
    m_nothingShown->setVisible(filtered && m_filter->matchCount() == 0);
}

void VerificationPage::showResult()
{
    const bool hasResult = !m_model->verifications().isEmpty();
    m_stack->setCurrentIndex(hasResult ? 1 : 0);
    m_empty->setContents(
        u"verify"_s,
        m_busy ? tr("Reading the catalogs…")
        : m_unavailable.isEmpty()
            ? tr("Nothing has been verified yet.\nEvery table, column, index and constraint "
                 "will be compared with what the revisions make. Nothing is changed.")
            : m_unavailable,
        m_busy                    ? QString()
        : m_unavailable.isEmpty() ? tr("Verify")
                                  : tr("Connect Databases…"));
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const Outcome outcome = allOutcomes.at(size_t(i));
        const QString text = tr("%1 %2").arg(outcomeLabel(outcome)).arg(m_model->count(outcome));
        m_chips.at(i)->setText(text);
        m_chips.at(i)->setAccessibleName(tr("Show only: %1").arg(text));
    }
    m_header->setResult(m_model->verifications(), m_busy ? m_busyText : QString(),
                        m_unavailable.isEmpty());
    showCurrent();
}

/// Databases are open, and whatever differs is in sight with all that is above it.
void VerificationPage::expandDifferences()
{
    m_tree->expandToDepth(0);
    QList<QModelIndex> open;
    for (int row = 0; row < m_model->rowCount(); ++row)
        open.append(m_model->index(row, 0));
    while (!open.isEmpty()) {
        const QModelIndex index = open.takeLast();
        const int outcome = index.data(VerificationModel::OutcomeRole).toInt();
        if (outcome > int(Outcome::Match)) {
            for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
                m_tree->expand(m_filter->mapFromSource(above));
        }
        if (index.data(VerificationModel::DifferencesRole).toInt() == 0)
            continue;
        for (int row = 0; row < m_model->rowCount(index); ++row)
            open.append(m_model->index(row, 0, index));
    }
}

void VerificationPage::showCurrent()
{
    const QModelIndex index = m_filter->mapToSource(m_tree->currentIndex())
                                  .siblingAtColumn(VerificationModel::ObjectColumn);
    const DatabaseVerification* verification = m_model->verification(index);
    if (!verification) {
        m_details->clear();
        return;
    }
    m_details->show(*verification, m_model->line(index),
                    index.data(VerificationModel::SchemaRole).toString(),
                    index.data(VerificationModel::TableRole).toString(),
                    originOf(*verification, m_model->line(index)));
}

} // namespace socrates::ui
