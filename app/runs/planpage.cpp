// SPDX-License-Identifier: MIT
#include "app/runs/planpage.h"

#include "app/runs/backupchoice.h"
#include "app/runs/modechooser.h"
#include "app/runs/plantargets.h"
#include "app/runs/plantext.h"
#include "app/theme/icons.h"
#include "app/widgets/chip.h"
#include "app/widgets/effects.h"
#include "app/widgets/fitting.h"
#include "app/widgets/inlinemessage.h"
#include "app/widgets/sqlview.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::Direction;
using core::PlannedStep;
using core::StatementTraits;
using core::TransactionMode;

namespace {

enum StepColumn {
    NumberColumn,
    DatabaseColumn,
    RevisionColumn,
    TitleColumn,
    StatementsColumn,
    RisksColumn
};

StatusRole roleOf(StatementTraits::Risk risk)
{
    return risk == StatementTraits::Risk::DropsData ? StatusRole::Failed : StatusRole::Warning;
}

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

/// Rows whose risks decide on the columns of a plan of thousands: about those that are shown.
constexpr qsizetype kLookedAt = 20;

/// What a title and a risk are cut to at most.
constexpr int kLeastLetters = 13;

/// A step of the plan. Its risks are read from the SQL when the row is first shown: to read those
/// of thousands of steps would hold the window.
class StepItem final : public QTreeWidgetItem
{
public:
    StepItem(const QStringList& texts, const PlannedStep& step)
        : QTreeWidgetItem(texts), m_section(step.step.revision, &sectionOf(step))
    {}

    QVariant data(int column, int role) const override
    {
        if (column != RisksColumn || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
            return QTreeWidgetItem::data(column, role);
        if (m_risks.isNull()) {
            QStringList texts;
            const QList<StatementTraits::Risk> risks = risksOf(*m_section);
            for (const StatementTraits::Risk risk : risks)
                texts << sentenceCase(core::riskText(risk));
            m_risks = texts.isEmpty() ? u""_s : texts.join(u", "_s);
        }
        return m_risks;
    }

private:
    std::shared_ptr<const core::Section> m_section; ///< kept by its revision
    mutable QString m_risks;                        ///< null: not read yet
};

} // namespace

PlanPage::PlanPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_targets(new PlanTargets(this))
    , m_message(new InlineMessage(this))
    , m_steps(new QTreeWidget(this))
    , m_room(new SharedRoom(m_steps, fontMetrics().averageCharWidth() * kLeastLetters))
    , m_chips(new QWidget(this))
    , m_chipsLayout(new QHBoxLayout(m_chips))
    , m_tabs(new QTabWidget(this))
    , m_sql(new SqlView(this))
    , m_after(new QTextBrowser(this))
    , m_mode(new ModeChooser(this))
    , m_backup(new BackupChoice(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_rehearseCopies(new QPushButton(tr("Rehearse on Copies"), this))
    , m_rehearse(new QPushButton(icon(u"play"_s), tr("Rehearse"), this))
    , m_run(new QPushButton(this))
{
    setObjectName(u"planPage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->addWidget(buildHeader());
    column->addWidget(m_message);
    column->addWidget(buildBody(), 1);
    column->addWidget(m_mode);
    column->addWidget(m_backup);
    column->addWidget(buildButtons());
    m_message->setClosable(false);
    connect(m_targets, &PlanTargets::changed, this, &PlanPage::targetsChanged);
    connect(m_mode, &ModeChooser::modeChosen, this, [this](TransactionMode mode) {
        showStep(m_steps->indexOfTopLevelItem(m_steps->currentItem()));
        emit modeChosen(mode);
    });
}

QWidget* PlanPage::buildHeader()
{
    auto* header = new QWidget(this);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    QFont large = m_title->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);
    m_title->setObjectName(u"planTitleLabel"_s);
    m_summary->setObjectName(u"planSummaryLabel"_s);
    m_summary->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_targets);
    return header;
}

QWidget* PlanPage::buildBody()
{
    m_steps->setObjectName(u"planStepsView"_s);
    m_steps->setAccessibleName(tr("Steps of the plan, in order"));
    m_steps->setRootIsDecorated(false);
    m_steps->setUniformRowHeights(true);
    m_steps->setAlternatingRowColors(true);
    m_steps->header()->setResizeContentsPrecision(100);
    m_steps->setHeaderLabels(
        {tr("Step"), tr("Database"), tr("Rev"), tr("Title"), tr("Statements"), tr("Risks")});
    m_steps->header()->setStretchLastSection(false);
    // Both give way in a small window, as far as they still say something; their tool tips say the
    // rest.
    m_room->setColumns({TitleColumn, RisksColumn});
    for (const int column : {NumberColumn, DatabaseColumn, RevisionColumn, StatementsColumn})
        m_steps->resizeColumnToContents(column);
    m_chipsLayout->setContentsMargins(0, 0, 0, 0);
    m_sql->setObjectName(u"planSqlView"_s);
    m_sql->setAccessibleName(tr("SQL of the selected step"));
    m_after->setObjectName(u"planAfterBrowser"_s);
    m_after->setAccessibleName(tr("What will exist after the run"));
    m_tabs->setObjectName(u"planTabs"_s);
    m_tabs->setAccessibleName(tr("The selected step"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_sql, tr("SQL"));
    m_tabs->addTab(m_after, tr("Afterwards"));
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chips);
    column->addWidget(m_tabs, 1);
    // With a parent from the first: what changes its window comes last in the order of Tab.
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"planSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_steps);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({720, 480});
    connect(m_steps, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        showStep(item != nullptr ? m_steps->indexOfTopLevelItem(item) : -1);
    });
    return splitter;
}

QWidget* PlanPage::buildButtons()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_back->setObjectName(u"planBackButton"_s);
    m_run->setObjectName(u"planRunButton"_s);
    m_run->setDefault(true);
    m_rehearse->setObjectName(u"planRehearseButton"_s);
    m_rehearseCopies->setObjectName(u"planRehearseCopiesButton"_s);
    m_rehearseCopies->setToolTip(
        tr("Runs the steps on copies of the structure, without rows, on your private server"));
    layout->addWidget(m_back);
    layout->addStretch();
    layout->addWidget(m_rehearseCopies);
    layout->addWidget(m_rehearse);
    layout->addWidget(m_run);
    connect(m_rehearse, &QPushButton::clicked, this,
            [this] { emit rehearsalRequested(m_plan, false); });
    connect(m_rehearseCopies, &QPushButton::clicked, this,
            [this] { emit rehearsalRequested(m_plan, true); });
    connect(m_back, &QPushButton::clicked, this, &PlanPage::closed);
    connect(m_run, &QPushButton::clicked, this, [this] { emit runRequested(m_plan); });
    return row;
}

void PlanPage::begin(Direction direction, std::shared_ptr<const core::Project> project,
                     const QList<core::DatabaseStatus>& statuses,
                     const QList<core::TargetSpec>& targets)
{
    m_direction = direction;
    m_plan = {};
    m_title->setText(direction == Direction::Upgrade ? tr("Upgrade plan") : tr("Downgrade plan"));
    m_summary->setText(tr("Reading where the databases stand…"));
    m_message->hide();
    m_steps->clear();
    showStep(-1);
    m_targets->begin(direction, *project, statuses, targets);
    // They are made later than all else, and Tab goes to them before the steps.
    const auto boxes = m_targets->findChildren<QComboBox*>();
    for (QComboBox* box : boxes)
        setTabOrder(m_steps->previousInFocusChain(), box);
    updateButton();
}

QList<core::TargetSpec> PlanPage::targets() const
{
    return m_targets->targets();
}

void PlanPage::showPlan(const core::Plan& plan)
{
    m_plan = plan;
    m_steps->clear();
    m_message->hide();
    if (plan.isEmpty()) {
        m_summary->setText(tr("Nothing to do."));
        m_message->showMessage(InlineMessage::Kind::Success,
                               plan.remarks.isEmpty()
                                   ? tr("Nothing to do: the databases are at their targets.")
                                   : plan.remarks.join(u' '));
    } else {
        m_summary->setText(planSummary(plan));
        if (!plan.remarks.isEmpty())
            m_message->showMessage(InlineMessage::Kind::Information, plan.remarks.join(u' '));
    }
    QList<QTreeWidgetItem*> items;
    items.reserve(plan.steps.size());
    for (int index = 0; index < plan.steps.size(); ++index) {
        const PlannedStep& step = plan.steps.at(index);
        auto* item =
            new StepItem(QStringList{QString::number(index + 1), step.database.text(),
                                     step.step.revision->id.text(), step.step.revision->title,
                                     QString::number(sectionOf(step).statements.size())},
                         step);
        item->setTextAlignment(StatementsColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(NumberColumn, QSize(0, fontMetrics().height() + 8));
        item->setToolTip(TitleColumn, step.step.revision->title);
        items << item;
    }
    // At once: a long plan must not make the view lay itself out once a step.
    m_steps->addTopLevelItems(items);
    m_mode->setPlan(plan);
    for (const int column : {NumberColumn, DatabaseColumn, RevisionColumn, StatementsColumn})
        m_steps->resizeColumnToContents(column);
    // The titles get the room of risks that there are none of, as far as the first steps tell.
    const bool hasRisks =
        std::any_of(items.cbegin(), items.cbegin() + qMin(items.size(), kLookedAt),
                    [](const QTreeWidgetItem* item) { return !item->text(RisksColumn).isEmpty(); });
    m_room->setColumns(hasRisks ? QList<int>{TitleColumn, RisksColumn} : QList<int>{TitleColumn});
    if (!hasRisks)
        m_steps->resizeColumnToContents(RisksColumn);
    if (!plan.isEmpty())
        m_steps->setCurrentItem(m_steps->topLevelItem(0));
    else
        showStep(-1);
    updateButton();
    if (m_run->isEnabled())
        m_run->setFocus();
}

void PlanPage::showError(const core::Error& error)
{
    m_plan = {};
    m_steps->clear();
    m_summary->setText(tr("There is no plan."));
    m_message->showMessage(InlineMessage::Kind::Error, error.summary,
                           error.detail.isEmpty() ? error.hint : error.detail + u'\n' + error.hint);
    showStep(-1);
    updateButton();
}

void PlanPage::showBackupFailure(const core::Error& error)
{
    QStringList why{error.summary, error.detail, error.hint};
    why.removeAll(QString());
    m_message->showMessage(InlineMessage::Kind::Error,
                           tr("There is no backup, so nothing was run."), why.join(u'\n'));
    connect(m_message->addButton(tr("Try Again")), &QAction::triggered, this,
            [this] { emit runRequested(m_plan); });
    connect(m_message->addButton(tr("Run Without a Backup")), &QAction::triggered, this,
            [this] { emit runWithoutBackupRequested(m_plan); });
    updateButton();
}

void PlanPage::setLocked(const QString& reason, bool copies)
{
    m_lockedReason = reason;
    m_mayCopy = reason.isEmpty() || copies;
    updateButton();
}

TransactionMode PlanPage::mode() const
{
    return m_mode->mode();
}

void PlanPage::setMode(TransactionMode mode)
{
    m_mode->setMode(mode);
}

void PlanPage::showStep(int step)
{
    while (QLayoutItem* item = m_chipsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_tabs->setVisible(step >= 0);
    if (step < 0) {
        m_sql->setSql({});
        m_after->clear();
        return;
    }
    const PlannedStep& planned = m_plan.steps.at(step);
    const core::Section& section = sectionOf(planned);
    m_chipsLayout->addWidget(
        new Chip(section.transactional ? tr("One transaction") : tr("No transaction"),
                 section.transactional ? StatusRole::Applied : StatusRole::Warning));
    const QList<StatementTraits::Risk> risks = risksOf(section);
    for (const StatementTraits::Risk risk : risks) {
        if (risk != StatementTraits::Risk::NotTransactional)
            m_chipsLayout->addWidget(new Chip(sentenceCase(core::riskText(risk)), roleOf(risk)));
    }
    addLintChip(planned);
    m_chipsLayout->addStretch();
    m_sql->setSql(section.sql, section.firstLine);
    const bool up = planned.step.direction == Direction::Upgrade;
    const QStringList objects = objectsOf(section, up ? "CREATE"_L1 : "DROP"_L1);
    QString html =
        u"<h4>"_s + (up ? tr("This step creates") : tr("This step removes")) + u"</h4><ul>"_s;
    for (const QString& object : objects)
        html += u"<li>"_s + object.toHtmlEscaped() + u"</li>"_s;
    if (objects.isEmpty())
        html += u"<li>"_s + tr("nothing that can be told from its text") + u"</li>"_s;
    html += u"</ul><p>"_s +
            tr("Afterwards %1 is at %2.")
                .arg(planned.database.text(), rowsText(planned.step.rowsAfter))
                .toHtmlEscaped() +
            u"</p><h4>"_s + tr("If it fails") + u"</h4><p>"_s +
            failureText(m_plan, step, mode()).toHtmlEscaped() + u"</p>"_s;
    m_after->setHtml(html);
}

void PlanPage::addLintChip(const PlannedStep& planned)
{
    QStringList texts;
    for (const core::LintFinding& finding :
         m_lint.of(planned.database, planned.step.revision->id)) {
        if (finding.isOfDowngrade == (planned.step.direction == Direction::Downgrade))
            texts << tr("Line %1, %2: %3").arg(finding.where.line).arg(finding.rule, finding.why);
    }
    if (texts.isEmpty())
        return;
    auto* chip = new Chip(tr("Lint: %1").arg(texts.size()), StatusRole::Warning);
    chip->setObjectName(u"lintChip"_s);
    chip->setToolTip(texts.join(u"\n\n"_s));
    m_chipsLayout->addWidget(chip);
}

void PlanPage::updateButton()
{
    m_run->setText(m_plan.isEmpty() ? (m_direction == Direction::Upgrade ? tr("Apply Migrations")
                                                                         : tr("Downgrade…"))
                                    : planActionText(m_plan));
    m_backup->setVisible(!m_plan.isEmpty());
    m_run->setEnabled(!m_plan.isEmpty() && m_lockedReason.isEmpty() && !m_backup->isRunning());
    m_run->setToolTip(m_lockedReason);
    m_rehearse->setEnabled(m_run->isEnabled());
    m_rehearse->setToolTip(
        m_lockedReason.isEmpty()
            ? tr("Runs the steps for real, measures what they lock, and rolls all of it back")
            : m_lockedReason);
    m_rehearseCopies->setEnabled(!m_plan.isEmpty() && m_mayCopy);
    m_run->setIcon(icon(m_direction == Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s));
}

} // namespace socrates::ui
