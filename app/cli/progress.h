// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/output.h"
#include "core/engine/runner.h"

#include <QSet>

#include <mutex>

namespace socrates::cli {

/// Shows a run on the terminal while it goes on. Called on the sessions' threads.
class Progress final : public core::RunObserver
{
public:
    Progress(const core::Plan& plan, Output& output) : m_plan(plan), m_output(output) {}
    ~Progress() override { m_output.progress({}); }

    void stepStarted(int step) override;
    void statementFinished(int step, int statement, const QString& tag, qint64 ms) override;
    void noticeArrived(int step, const core::Notice& notice) override;
    void stepRetried(int step, const core::Error& reason, int pauseMs) override;
    void lockSituationChanged(int step, const core::LockSituation& situation) override;
    void commitDelayed(int step, int ms) override;
    void stepFinished(int step, const core::StepOutcome& outcome) override;
    void protocolChosen(const core::CommitProtocol& protocol) override;

private:
    QString stepName(int step) const;

    const core::Plan& m_plan;
    Output& m_output;
    std::mutex m_mutex;
    int m_finished = 0;
    QSet<int> m_gaveUp; ///< steps whose wait for a lock was given up, for another try
};

} // namespace socrates::cli
