// SPDX-License-Identifier: MIT
#include "app/verification/verificationpage.h"

#include "app/theme/statusshape.h"
#include "app/verification/checklistmodel.h"
#include "app/verification/verificationdetails.h"
#include "app/verification/verificationmodel.h"
#include "app/widgets/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Outcome = ComparisonLine::Outcome;
constexpr std::array allOutcomes{Outcome::Match, Outcome::Missing, Outcome::Extra,
                                 Outcome::Different, Outcome::Misplaced};

QListWidgetItem* addFinding(QListWidget* list, StatusShape shape, StatusRole role,
                            const QString& text)
{
    auto* item = new QListWidgetItem(statusIcon(shape, role), text, list);
    item->setToolTip(text);
    return item;
}

QListWidget* createFindings(const QString& name, const QString& accessibleName)
{
    auto* list = new QListWidget;
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setWordWrap(true);
    list->setFrameShape(QFrame::NoFrame);
    return list;
}

} // namespace

VerificationPage::VerificationPage(QWidget* parent)
    : QWidget(parent)
    , m_model(new VerificationModel(this))
    , m_filter(new VerificationFilter(this))
    , m_checklist(new ChecklistModel(this))
    , m_stack(new QStackedWidget)
{
    setObjectName(u"verificationPage"_s);
    m_filter->setSourceModel(m_model);

    auto* result = new QWidget;
    auto* resultLayout = new QVBoxLayout(result);
    resultLayout->setContentsMargins({});
    resultLayout->addWidget(createChips());
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"verificationSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createTree());
    splitter->addWidget(createSide());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({760, 360});
    resultLayout->addWidget(splitter, 1);

    m_empty = new EmptyState;
    m_empty->setObjectName(u"verificationEmptyState"_s);
    connect(m_empty, &EmptyState::activated, this, &VerificationPage::verifyRequested);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(result);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(createHeader());
    layout->addWidget(m_stack, 1);
    showResult();
}

QWidget* VerificationPage::createHeader()
{
    auto* header = new QWidget;
    m_headlineIcon = new QLabel;
    m_headlineIcon->setObjectName(u"verificationHeadlineIconLabel"_s);
    m_headline = new QLabel;
    m_headline->setObjectName(u"verificationHeadlineLabel"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setBold(true);
    m_headline->setFont(font);
    m_stampLabel = new QLabel;
    m_stampLabel->setObjectName(u"verificationStampLabel"_s);
    m_stampLabel->setWordWrap(true);
    m_stampLabel->setForegroundRole(QPalette::PlaceholderText);
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"verificationProgressBar"_s);
    m_progress->setAccessibleName(tr("Verification in progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->hide();
    m_verifyButton = new QPushButton(tr("Verify"));
    m_verifyButton->setObjectName(u"verifyButton"_s);
    m_verifyButton->setToolTip(
        tr("Compare both databases with what they should hold. Changes nothing."));
    m_exportButton = new QPushButton(tr("Export Report..."));
    m_exportButton->setObjectName(u"exportVerificationButton"_s);
    connect(m_verifyButton, &QPushButton::clicked, this, &VerificationPage::verifyRequested);
    connect(m_exportButton, &QPushButton::clicked, this, &VerificationPage::exportRequested);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_headline);
    texts->addWidget(m_stampLabel);
    auto* row = new QHBoxLayout;
    row->addWidget(m_headlineIcon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_verifyButton, 0, Qt::AlignTop);
    row->addWidget(m_exportButton, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(header);
    layout->setContentsMargins({});
    layout->addLayout(row);
    layout->addWidget(m_progress);
    return header;
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
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(VerificationModel::ObjectColumn, 215);
    m_tree->header()->resizeSection(VerificationModel::ExpectedColumn, 165);
    m_tree->header()->resizeSection(VerificationModel::FoundColumn, 165);
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

QWidget* VerificationPage::createSide()
{
    auto* checklistView = new QTreeView;
    checklistView->setObjectName(u"checklistTree"_s);
    checklistView->setAccessibleName(tr("The plan's checklist"));
    checklistView->setModel(m_checklist);
    checklistView->setRootIsDecorated(false);
    checklistView->setUniformRowHeights(true);
    checklistView->setFrameShape(QFrame::NoFrame);
    checklistView->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    checklistView->header()->setSectionResizeMode(ChecklistModel::EvidenceColumn,
                                                  QHeaderView::Stretch);
    m_checklistLabel = new QLabel;
    m_checklistLabel->setObjectName(u"checklistLabel"_s);
    m_checklistLabel->setWordWrap(true);
    auto* checklist = new QWidget;
    auto* checklistLayout = new QVBoxLayout(checklist);
    checklistLayout->setContentsMargins(4, 4, 4, 4);
    checklistLayout->addWidget(m_checklistLabel);
    checklistLayout->addWidget(checklistView, 1);

    m_rights = createFindings(u"rightsList"_s, tr("Ownership and rights"));
    m_notCompared = createFindings(u"notComparedList"_s, tr("Not compared"));
    m_side = new QTabWidget;
    m_side->setObjectName(u"verificationSideTabs"_s);
    m_side->setAccessibleName(tr("Checklist and findings"));
    m_side->addTab(checklist, tr("Checklist"));
    m_side->addTab(m_rights, tr("Ownership"));
    m_side->addTab(m_notCompared, tr("Not Compared"));
    return m_side;
}

void VerificationPage::setVerifications(const QList<DatabaseVerification>& verifications)
{
    m_model->setVerifications(verifications);
    m_checklist->setVerifications(verifications);
    fillFindings();
    expandDifferences();
    showResult();
}

void VerificationPage::setProject(const Project& project)
{
    m_project = project;
    showCurrent();
}

/// The first revision whose SQL names the object (and its table): where the object comes from, as
/// far as a text can tell.
RevisionId VerificationPage::firstNaming(const DatabaseName& database,
                                         const ComparisonLine* line) const
{
    const ProjectDatabase* owner = m_project.database(database);
    if (line == nullptr || owner == nullptr)
        return {};
    const auto names = [](const QString& sql, const QString& name) {
        const QRegularExpression word(u"(?<!\\w)"_s + QRegularExpression::escape(name) +
                                      u"(?!\\w)"_s);
        return name.isEmpty() || sql.contains(word);
    };
    for (const RevisionPtr& revision : owner->graph.revisions()) {
        if (names(revision->up.sql, line->table) && names(revision->up.sql, line->name))
            return revision->id;
    }
    return {};
}

void VerificationPage::setBusy(bool busy, const QString& what)
{
    m_busy = busy;
    m_busyText = what.isEmpty() ? tr("Verifying...") : what;
    m_progress->setVisible(busy);
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

void VerificationPage::applyChips()
{
    QSet<int> outcomes;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->isChecked())
            outcomes.insert(int(allOutcomes.at(size_t(i))));
    }
    m_filter->setOutcomes(outcomes);
    m_filter->setText(m_filterEdit->text().trimmed());
    const bool filtered = !outcomes.isEmpty() || !m_filterEdit->text().trimmed().isEmpty();
    if (filtered)
        m_tree->expandAll();
    m_nothingShown->setVisible(filtered && m_filter->rowCount() == 0);
}

void VerificationPage::showResult()
{
    const bool hasResult = !m_model->verifications().isEmpty();
    m_stack->setCurrentIndex(hasResult ? 1 : 0);
    m_verifyButton->setVisible(hasResult);
    m_exportButton->setVisible(hasResult);
    m_verifyButton->setEnabled(!m_busy && m_unavailable.isEmpty());
    m_exportButton->setEnabled(!m_busy);
    m_empty->setContents(
        u"verify"_s,
        m_busy ? tr("Reading the catalogs...")
        : m_unavailable.isEmpty()
            ? tr("Nothing has been verified yet.\nEvery table, column, index and constraint "
                 "will be compared with what the revisions make. Nothing is changed.")
            : m_unavailable,
        m_busy || !m_unavailable.isEmpty() ? QString() : tr("Verify"));
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const Outcome outcome = allOutcomes.at(size_t(i));
        const QString text = tr("%1 %2").arg(outcomeLabel(outcome)).arg(m_model->count(outcome));
        m_chips.at(i)->setText(text);
        m_chips.at(i)->setAccessibleName(tr("Show only: %1").arg(text));
    }
    showHeadline();
    m_stampLabel->setText(stamp());
    m_stampLabel->setVisible(hasResult);
    m_checklistLabel->setText(m_checklist->rowCount() == 0
                                  ? tr("The project has no checklist.")
                                  : tr("%1 of %2 items of the plan's checklist are there")
                                        .arg(m_checklist->tickedCount())
                                        .arg(m_checklist->rowCount()));
    showCurrent();
}

void VerificationPage::showHeadline()
{
    const bool hasResult = !m_model->verifications().isEmpty();
    const bool isOk =
        hasResult && std::all_of(m_model->verifications().begin(), m_model->verifications().end(),
                                 [](const DatabaseVerification& v) { return v.isOk(); });
    const QIcon icon = !hasResult || m_busy
                           ? QIcon()
                           : statusIcon(isOk ? StatusShape::Check : StatusShape::Exclamation,
                                        isOk ? StatusRole::Applied : StatusRole::Warning);
    m_headlineIcon->setPixmap(icon.pixmap(QSize(22, 22), devicePixelRatioF()));
    m_headlineIcon->setVisible(!icon.isNull());
    m_headline->setText(m_busy ? m_busyText : hasResult ? sentence() : QString());
    m_headline->setVisible(hasResult || m_busy);
}

void VerificationPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_headlineIcon != nullptr)
        showHeadline();
}

QString VerificationPage::sentence() const
{
    int checks = 0;
    QStringList failed;
    QList<ComparisonLine> differences;
    for (const DatabaseVerification& verification : m_model->verifications()) {
        checks += int(verification.comparison.lines.size());
        differences += verification.comparison.differences();
        if (verification.error)
            failed << tr("%1 could not be verified").arg(verification.name.text());
    }
    QStringList parts;
    if (differences.size() == 1) {
        const ComparisonLine& only = differences.constFirst();
        parts << tr("1 %1 %2: %3", "outcome kind: name")
                     .arg(outcomeLabel(only.outcome).toLower(), kindLabel(only.kind).toLower(),
                          only.name);
    } else {
        for (const Outcome outcome : allOutcomes) {
            if (outcome != Outcome::Match && m_model->count(outcome) > 0)
                parts << tr("%1 %2", "number outcome")
                             .arg(m_model->count(outcome))
                             .arg(outcomeLabel(outcome).toLower());
        }
    }
    parts << failed;
    if (parts.isEmpty()) {
        return checks == 0 ? tr("Nothing expected and nothing found")
                           : tr("All %n checks match", nullptr, checks);
    }
    return tr("%1 of %2 checks match – %3")
        .arg(m_model->count(Outcome::Match))
        .arg(checks)
        .arg(parts.join(u", "_s));
}

QString VerificationPage::stamp() const
{
    QStringList lines;
    for (const DatabaseVerification& verification : m_model->verifications()) {
        if (verification.error) {
            lines << tr("%1: %2").arg(verification.name.text(), verification.error->summary);
            continue;
        }
        QStringList revisions;
        for (const RevisionId& id : verification.revision)
            revisions << id.text();
        const ServerInfo& server = verification.status.server;
        lines << tr("%1: %2/%3 at %4, compared %5 (%6)")
                     .arg(verification.name.text(), server.serverText(), server.database,
                          revisions.isEmpty() ? tr("base") : revisions.join(u", "_s),
                          QLocale().toString(verification.verifiedAt.toLocalTime(),
                                             QLocale::ShortFormat),
                          verification.expectedOrigin);
    }
    return lines.join(u'\n');
}

void VerificationPage::fillFindings()
{
    m_rights->clear();
    m_notCompared->clear();
    int problems = 0;
    for (const DatabaseVerification& verification : m_model->verifications()) {
        const QString name = verification.name.text();
        for (const QString& problem : verification.rightsProblems) {
            ++problems;
            addFinding(m_rights, StatusShape::Exclamation, StatusRole::Warning,
                       tr("%1: %2").arg(name, problem));
        }
        for (const QString& owner : verification.ownership)
            addFinding(m_rights, StatusShape::Check, StatusRole::Applied,
                       tr("%1: %2").arg(name, owner));
        for (const QString& item : verification.comparison.notCompared)
            addFinding(m_notCompared, StatusShape::Dash, StatusRole::Neutral,
                       tr("%1: %2").arg(name, item));
    }
    if (m_rights->count() == 0)
        addFinding(m_rights, StatusShape::Dash, StatusRole::Neutral, tr("No finding"));
    if (m_notCompared->count() == 0)
        addFinding(m_notCompared, StatusShape::Check, StatusRole::Applied,
                   tr("Everything was compared"));
    m_side->setTabText(1, problems > 0 ? tr("Ownership (%1)").arg(problems) : tr("Ownership"));
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
                    firstNaming(verification->name, m_model->line(index)));
}

} // namespace socrates::ui
