// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/lane.h"

#include <atomic>
#include <mutex>

namespace socrates::core {

/// What a rehearsal and its transactions tell each other, its cap, and who can stop it.
class RehearsalCoordinator final : public LaneCoordinator
{
public:
    /// `capMs`: for how long locks are held at most; `lockTimeoutMs`: for how long they are waited
    /// for.
    RehearsalCoordinator(CancelToken token, RunObserver* observer, int capMs, int lockTimeoutMs);

    void started(int step) override;
    void statementDone(int step, int statement, const QString& tag, qint64 ms) override;
    void notices(int step, const QList<Notice>& notices) override;
    void retrying(int step, const Error& reason, int pauseMs) override;
    void finished(int step, const StepOutcome& outcome) override;
    void commitDelayed(int step, int ms) override;
    QList<OtherSession> takeBlockers(const DatabaseName& database) override;
    bool waitFor(const QList<int>& /*steps*/) override { return true; }
    bool mayStart() const override { return !isCancelled(); }
    bool isCancelled() const override { return m_token.isStopRequested() || isCapped(); }

    /// From now on locks are held.
    void startCap();
    bool isCapped() const;
    /// The error of a stop, whoever wished it.
    Error stopError() const;

    /// How the last step that a Lane ran ended.
    const StepOutcome& lastOutcome() const { return m_lastOutcome; }

    void watch(const DatabaseStatus& status, const Connection& connection);
    void forget(const DatabaseName& database) { m_watch.forget(database.text()); }
    void addCanceller(StatementCanceller canceller);
    /// What is done from now on is for putting back, and not to be cancelled.
    void forgetCancellers();
    /// From any thread.
    void cancelStatements();

private:
    CancelToken m_token;
    RunObserver* m_observer;
    int m_capMs;
    std::atomic<qint64> m_deadline = 0; ///< milliseconds of the steady clock; 0: none
    std::atomic<int> m_step = -1;
    StepOutcome m_lastOutcome;
    std::mutex m_mutex;
    QList<StatementCanceller> m_cancellers;
    LockWatch m_watch; ///< last: its thread ends before what it uses
};

} // namespace socrates::core
