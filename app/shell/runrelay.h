// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runner.h"

#include <QMutex>
#include <QObject>
#include <QQueue>

#include <functional>

namespace socrates::ui {

/// Carries what a run says from the sessions' threads to the window's: its methods are called
/// there, its signals are emitted here, in the same order. A run may say thousands of things in a
/// moment; they are told for a few milliseconds in each turn of the event loop, so that the window
/// answers and paints in between.
class RunRelay final : public QObject, public core::RunObserver
{
    Q_OBJECT
public:
    void stepStarted(int step) override
    {
        say([this, step] { emit started(step); });
    }
    void statementFinished(int step, int statement, const QString& tag, qint64 ms) override
    {
        say([this, step, statement, tag, ms] { emit statementDone(step, statement, tag, ms); });
    }
    void noticeArrived(int step, const core::Notice& notice) override
    {
        say([this, step, notice] { emit noticed(step, notice); });
    }
    void stepRetried(int step, const core::Error& reason, int pauseMs) override
    {
        say([this, step, reason, pauseMs] { emit retried(step, reason, pauseMs); });
    }
    void lockSituationChanged(int step, const core::LockSituation& situation) override
    {
        say([this, step, situation] { emit lockChanged(step, situation); });
    }
    void commitDelayed(int step, int ms) override
    {
        say([this, step, ms] { emit commitLate(step, ms); });
    }
    void stepFinished(int step, const core::StepOutcome& outcome) override
    {
        say([this, step, outcome] { emit finished(step, outcome); });
    }

    /// Does something on the window's thread once all that was said before has been told; nothing
    /// when `guard` is gone by then.
    void afterAll(QObject* guard, std::function<void()> then);

signals:
    void started(int step);
    void statementDone(int step, int statement, const QString& tag, qint64 ms);
    void noticed(int step, const socrates::core::Notice& notice);
    void retried(int step, const socrates::core::Error& reason, int pauseMs);
    void lockChanged(int step, const socrates::core::LockSituation& situation);
    void commitLate(int step, int ms);
    void finished(int step, const socrates::core::StepOutcome& outcome);

private:
    void say(std::function<void()> what);
    std::function<void()> take();
    void tell();

    QMutex m_mutex;
    QQueue<std::function<void()>> m_said; ///< under the mutex
    bool m_isTelling = false;             ///< under the mutex: tell() will be called
};

} // namespace socrates::ui
