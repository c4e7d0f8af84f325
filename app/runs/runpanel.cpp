// SPDX-License-Identifier: MIT
#include "app/runs/runpanel.h"

#include "app/runs/plantext.h"
#include "app/runs/rehearsalfindings.h"
#include "app/runs/runoutcome.h"
#include "app/theme/icons.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/fitting.h"
#include "app/widgets/inlinemessage.h"
#include "core/base/texts.h"
#include "core/report/rehearsal.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using core::StepState;

namespace {

enum RunColumn { WhatColumn, StateColumn, TimeColumn };

QString firstLine(const QString& statement)
{
    return statement.section(u'\n', 0, 0).trimmed();
}

QString msText(qint64 ms)
{
    return RunPanel::tr("%1 ms").arg(QLocale().toString(ms));
}

} // namespace

RunPanel::RunPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_elapsed(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(icon(u"stop"_s), tr("Stop After This Step"), this))
    , m_cancel(new QPushButton(icon(u"cancel"_s), tr("Cancel Statement"), this))
    , m_blocked(new InlineMessage(this))
    , m_result(new InlineMessage(this))
    , m_tree(new QTreeWidget(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout(this))
{
    setObjectName(u"runPanel"_s);
    m_title->setObjectName(u"runTitleLabel"_s);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setObjectName(u"runProgressBar"_s);
    m_progress->setAccessibleName(tr("Statements run"));
    m_stop->setObjectName(u"stopRunButton"_s);
    m_cancel->setObjectName(u"cancelStatementButton"_s);
    m_stop->setToolTip(tr("Finish the step under way, start no other"));
    m_cancel->setToolTip(tr("Cancel on the server; its transaction is rolled back"));
    m_blocked->setClosable(false);
    m_blocked->setObjectName(u"blockedMessage"_s);
    m_result->setClosable(false);
    m_result->setObjectName(u"runResultMessage"_s);
    m_tree->setObjectName(u"runView"_s);
    m_tree->setAccessibleName(tr("Steps and statements of the run"));
    m_tree->setHeaderLabels({tr("Step"), tr("State"), tr("Time")});
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    fitColumn(m_tree, StateColumn, allStepTexts());
    auto* row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_elapsed);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addWidget(m_cancel);
    m_empty->setObjectName(u"noRunState"_s);
    m_empty->setContents(u"play"_s, tr("Nothing has been run in this sitting"), tr("Upgrade…"));
    connect(m_empty, &EmptyState::activated, this, &RunPanel::upgradeRequested);
    auto* run = new QWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(run);
    auto* column = new QVBoxLayout(run);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(row);
    column->addWidget(m_blocked);
    column->addWidget(m_result);
    column->addWidget(m_tree, 1);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &RunPanel::updateElapsed);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_title->setText(tr("Stopping after the step under way…"));
        emit stopRequested();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_title->setText(tr("Cancelling the statement under way…"));
        emit cancelRequested();
    });
    setFocusProxy(m_empty);
    setRunning(false);
}

void RunPanel::startRun(const core::Plan& plan)
{
    m_isRehearsal = false;
    m_cancel->setText(tr("Cancel Statement"));
    fillSteps(plan);
    m_title->setText(plan.direction == core::Direction::Upgrade ? tr("Upgrading…")
                                                                : tr("Downgrading…"));
}

void RunPanel::startRehearsal(const core::Plan& plan)
{
    m_isRehearsal = true;
    m_cancel->setText(tr("Stop Rehearsal"));
    fillSteps(plan);
    m_stop->hide(); // whatever stops it, all of it is rolled back
    m_title->setText(tr("Rehearsing; nothing of it stays…"));
}

void RunPanel::fillSteps(const core::Plan& plan)
{
    m_stack->setCurrentIndex(1);
    setFocusProxy(m_tree);
    m_plan = plan;
    m_done = 0;
    m_total = 0;
    m_tree->clear();
    m_blocked->hide();
    m_result->hide();
    QList<QTreeWidgetItem*> items;
    for (int index = 0; index < plan.steps.size(); ++index) {
        m_total += int(sectionOf(plan.steps.at(index)).statements.size());
        auto* item =
            new QTreeWidgetItem({tr("%1. %2").arg(index + 1).arg(stepTitle(plan.steps.at(index))),
                                 stepText(StepWord::Waiting)});
        item->setIcon(WhatColumn, stateIcon(RevisionState::Pending));
        items << item;
    }
    // At once: a long plan must not make the view lay itself out once a step.
    m_tree->addTopLevelItems(items);
    m_progress->setRange(0, qMax(1, m_total));
    m_progress->setValue(0);
    m_progress->setFormat(tr("%v of %m statements"));
    // Room for the longest text that it will show, and not more.
    m_progress->setFixedWidth(fontMetrics().horizontalAdvance(
        tr("%1 of %2 statements").arg(m_total).arg(m_total) + u"000000"_s));
    m_clock.start();
    setRunning(true);
    updateElapsed();
    emit progressChanged(0, m_total);
}

void RunPanel::startStep(int step)
{
    setStepState(step, StepWord::Running, RevisionState::Running);
    if (QTreeWidgetItem* item = m_tree->topLevelItem(step)) {
        m_tree->scrollToItem(item);
        m_title->setText(tr("Running step %1 of %2: %3")
                             .arg(step + 1)
                             .arg(m_plan.steps.size())
                             .arg(stepTitle(m_plan.steps.at(step))));
    }
}

void RunPanel::finishStatement(int step, int statement, const QString& tag, qint64 ms)
{
    QTreeWidgetItem* parent = m_tree->topLevelItem(step);
    const auto& statements = sectionOf(m_plan.steps.at(step)).statements;
    if (parent == nullptr || statement < 0 || statement >= statements.size())
        return;
    auto* item =
        new QTreeWidgetItem(parent, {firstLine(statements.at(statement).text), tag, msText(ms)});
    item->setToolTip(WhatColumn, statements.at(statement).text);
    ++m_done;
    m_progress->setValue(m_done);
    emit progressChanged(m_done, m_total);
}

void RunPanel::addNotice(int step, const core::Notice& notice)
{
    QTreeWidgetItem* parent = m_tree->topLevelItem(step);
    if (parent == nullptr)
        return;
    auto* item = new QTreeWidgetItem(parent, {notice.message, notice.severity});
    item->setIcon(WhatColumn, icon(u"info"_s, StatusRole::Pending));
    parent->setExpanded(true);
}

void RunPanel::addRetry(int step, const core::Error& reason, int pauseMs)
{
    QTreeWidgetItem* parent = m_tree->topLevelItem(step);
    if (parent == nullptr)
        return;
    auto* item = new QTreeWidgetItem(parent, {reason.summary, stepText(StepWord::TriedAgain),
                                              tr("after %1").arg(msText(pauseMs))});
    item->setIcon(WhatColumn, icon(u"warning"_s, StatusRole::Warning));
    item->setToolTip(WhatColumn, reason.text());
    // The statements of this step start over.
    const int again = parent->childCount() - 1;
    m_done = qMax(0, m_done - again);
    m_progress->setValue(m_done);
    parent->setExpanded(true);
}

void RunPanel::showLocks(int step, const core::LockSituation& situation)
{
    if (situation.isQuiet() || step < 0 || step >= m_plan.steps.size()) {
        m_blocked->hide();
        return;
    }
    QString hint;
    if (!situation.queue.isEmpty())
        hint = tr("Behind us in the queue: %1").arg(situation.queue.first().text());
    if (situation.blockers.isEmpty()) {
        m_blocked->showMessage(
            InlineMessage::Kind::Warning,
            situation.waitsForStandby
                ? tr("%1: the COMMIT waits for a synchronous standby.").arg(situation.database)
                : tr("%1: others wait for this step.").arg(situation.database),
            hint);
        return;
    }
    const core::OtherSession& blocker = situation.blockers.first();
    if (!blocker.query.isEmpty())
        hint.prepend(tr("Newest: %1").arg(blocker.query) + (hint.isEmpty() ? QString() : u"\n"_s));
    m_blocked->showMessage(InlineMessage::Kind::Warning,
                           tr("%1 waits for %2.").arg(situation.database, blocker.text()), hint);
    QAction* giveUp = m_blocked->addButton(tr("Give Up"));
    giveUp->setObjectName(u"giveUpAction"_s);
    connect(giveUp, &QAction::triggered, m_cancel, &QPushButton::click);
    if (!blocker.maySignal || blocker.pid == 0)
        return;
    addTheirsButton(tr("Cancel Theirs…"), blocker, core::BackendSignal::Cancel, situation.database);
    addTheirsButton(tr("Terminate Theirs…"), blocker, core::BackendSignal::Terminate,
                    situation.database);
}

void RunPanel::addTheirsButton(const QString& text, const core::OtherSession& session,
                               core::BackendSignal signal, const QString& database)
{
    QAction* action = m_blocked->addButton(text);
    action->setObjectName(signal == core::BackendSignal::Cancel ? u"cancelTheirsAction"_s
                                                                : u"terminateTheirsAction"_s);
    connect(action, &QAction::triggered, this, [this, session, signal, database] {
        emit endTheirsRequested(session, signal, database);
    });
}

void RunPanel::addLateCommit(int step, int ms)
{
    QTreeWidgetItem* parent = m_tree->topLevelItem(step);
    if (parent == nullptr)
        return;
    auto* item = new QTreeWidgetItem(
        parent, {tr("The server has not confirmed COMMIT; what became of the step is looked up"),
                 stepText(StepWord::Waiting), msText(ms)});
    item->setIcon(WhatColumn, icon(u"warning"_s, StatusRole::Warning));
    parent->setExpanded(true);
}

void RunPanel::finishStep(int step, const core::StepOutcome& outcome)
{
    QTreeWidgetItem* item = m_tree->topLevelItem(step);
    if (item == nullptr)
        return;
    switch (outcome.state) {
    case StepState::Applied:
        setStepState(step,
                     m_isRehearsal                                  ? StepWord::WouldSucceed
                     : m_plan.direction == core::Direction::Upgrade ? StepWord::Applied
                                                                    : StepWord::Downgraded,
                     RevisionState::Applied);
        item->setText(TimeColumn, msText(outcome.ms));
        break;
    case StepState::Skipped:
        setStepState(step, StepWord::DoneByOther, RevisionState::Adopted);
        break;
    case StepState::Failed: {
        setStepState(step,
                     m_isRehearsal                                        ? StepWord::WouldFail
                     : m_plan.steps.at(step).step.section().transactional ? StepWord::RolledBack
                                                                          : StepWord::PartWay,
                     RevisionState::Failed);
        item->setText(TimeColumn, msText(outcome.ms));
        if (outcome.error) {
            auto* reason =
                new QTreeWidgetItem(item, {outcome.error->summary, outcome.error->sqlState});
            reason->setIcon(WhatColumn, icon(u"error"_s, StatusRole::Failed));
            reason->setToolTip(WhatColumn, outcome.error->text());
        }
        item->setExpanded(true);
        break;
    }
    case StepState::NotRun:
        setStepState(step, StepWord::NotRun, RevisionState::Unknown);
        break;
    }
}

void RunPanel::finishRun(const core::Plan& plan, const core::RunReport& report)
{
    for (int index = 0; index < report.steps.size(); ++index) {
        if (report.steps.at(index).state == StepState::NotRun)
            finishStep(index, report.steps.at(index));
    }
    QStringList stands;
    for (const core::DatabaseStatus& status : report.after)
        stands << standText(status);
    QString hint = stands.isEmpty() ? QString() : core::clauses(stands) + u'.';
    if (report.firstError)
        hint.prepend(report.firstError->summary + u'\n');
    const auto isUnconfirmed = [](const core::StepOutcome& step) {
        return step.isUnconfirmedByStandby;
    };
    if (std::any_of(report.steps.cbegin(), report.steps.cend(), isUnconfirmed))
        hint.prepend(tr("Applied here, not yet safe on a standby: the server stopped waiting for "
                        "its synchronous standby.") +
                     u'\n');
    m_blocked->hide();
    m_resultText = runOutcome(plan, report);
    m_result->showMessage(runKind(report.result), m_resultText, hint);
    m_title->setText(tr("Run finished"));
    setRunning(false);
    updateElapsed();
}

void RunPanel::finishRehearsal(const core::Plan& plan, const core::Rehearsal& rehearsal)
{
    addRehearsalFindings(*m_tree, plan, rehearsal);
    m_blocked->hide();
    m_resultText = core::report::rehearsalHeadline(rehearsal);
    m_result->showMessage(rehearsalKind(rehearsal), m_resultText, rehearsalHint(rehearsal));
    m_title->setText(tr("Rehearsal finished"));
    setRunning(false);
    updateElapsed();
}

void RunPanel::setStepState(int step, StepWord word, RevisionState state)
{
    if (QTreeWidgetItem* item = m_tree->topLevelItem(step)) {
        item->setText(StateColumn, stepText(word));
        item->setIcon(WhatColumn, stateIcon(state));
    }
}

void RunPanel::updateElapsed()
{
    const qint64 ms = m_clock.isValid() ? m_clock.elapsed() : 0;
    m_elapsed->setText(ms < 10000 ? tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1))
                                  : tr("%1 s").arg(ms / 1000));
}

void RunPanel::setRunning(bool running)
{
    m_stop->setEnabled(running);
    m_cancel->setEnabled(running);
    m_stop->setVisible(running);
    m_cancel->setVisible(running);
    m_progress->setVisible(running);
    if (running)
        m_tick.start();
    else
        m_tick.stop();
}

} // namespace socrates::ui
