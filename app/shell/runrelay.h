// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/runner.h"

#include <QObject>

namespace socrates::ui {

/// Carries what a run says from the sessions' threads to the window's: its methods are called
/// there, its signals arrive here, queued.
class RunRelay final : public QObject, public core::RunObserver
{
    Q_OBJECT
public:
    void stepStarted(int step) override { emit started(step); }
    void statementFinished(int step, int statement, const QString& tag, qint64 ms) override
    {
        emit statementDone(step, statement, tag, ms);
    }
    void noticeArrived(int step, const core::Notice& notice) override
    {
        emit noticed(step, notice);
    }
    void stepRetried(int step, const core::Error& reason, int pauseMs) override
    {
        emit retried(step, reason, pauseMs);
    }
    void lockSituationChanged(int step, const core::LockSituation& situation) override
    {
        emit lockChanged(step, situation);
    }
    void commitDelayed(int step, int ms) override { emit commitLate(step, ms); }
    void stepFinished(int step, const core::StepOutcome& outcome) override
    {
        emit finished(step, outcome);
    }

signals:
    void started(int step);
    void statementDone(int step, int statement, const QString& tag, qint64 ms);
    void noticed(int step, const socrates::core::Notice& notice);
    void retried(int step, const socrates::core::Error& reason, int pauseMs);
    void lockChanged(int step, const socrates::core::LockSituation& situation);
    void commitLate(int step, int ms);
    void finished(int step, const socrates::core::StepOutcome& outcome);
};

} // namespace socrates::ui
