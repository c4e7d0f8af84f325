// SPDX-License-Identifier: MIT
#pragma once

#include "app/runs/stepword.h"
#include "app/theme/revisionstate.h"
#include "core/engine/rehearse.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace socrates::ui {

class EmptyState;
class InlineMessage;

/// A run as it happens and how it ended: steps, statements with their times, notices, progress by
/// statements, Stop and Cancel.
class RunPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RunPanel(QWidget* parent = nullptr);

    void startRun(const core::Plan& plan);
    /// The same for a rehearsal; its steps come by the same methods.
    void startRehearsal(const core::Plan& plan);
    void finishRehearsal(const core::Plan& plan, const core::Rehearsal& rehearsal);
    void startStep(int step);
    void finishStatement(int step, int statement, const QString& tag, qint64 ms);
    void addNotice(int step, const core::Notice& notice);
    void addRetry(int step, const core::Error& reason, int pauseMs);
    /// Who stands in the way, with the choices there are: wait, give up, end what they do.
    void showLocks(int step, const core::LockSituation& situation);
    void addLateCommit(int step, int ms);
    void finishStep(int step, const core::StepOutcome& outcome);
    void finishRun(const core::Plan& plan, const core::RunReport& report);
    /// One sentence on how the last run ended.
    QString resultText() const { return m_resultText; }
    int statementsDone() const { return m_done; }
    int statementsTotal() const { return m_total; }

signals:
    /// There was no run yet, and somebody wants one.
    void upgradeRequested();
    void stopRequested();
    void cancelRequested();
    void endTheirsRequested(const socrates::core::OtherSession& session,
                            socrates::core::BackendSignal signal, const QString& database);
    void progressChanged(int done, int total);

private:
    void setStepState(int step, StepWord word, RevisionState state);
    void updateElapsed();
    void setRunning(bool running);
    void fillSteps(const core::Plan& plan);
    void addTheirsButton(const QString& text, const core::OtherSession& session,
                         core::BackendSignal signal, const QString& database);

    core::Plan m_plan;
    QString m_resultText;
    bool m_isRehearsal = false;
    int m_done = 0;
    int m_total = 0;
    QElapsedTimer m_clock;
    QTimer m_tick;
    QLabel* m_title;
    QLabel* m_elapsed;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_cancel;
    InlineMessage* m_blocked;
    InlineMessage* m_result;
    QTreeWidget* m_tree;
    EmptyState* m_empty; ///< before the first run
    QStackedLayout* m_stack;
};

} // namespace socrates::ui
