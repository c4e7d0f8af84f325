// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>

namespace socrates::core {

/// Asks a job to stop. Copies share one state; every method may be called from any thread.
class CancelToken
{
public:
    CancelToken() : m_state(std::make_shared<std::atomic<int>>(0)) {}

    /// Finish the step under way, start no other.
    void stopAfterStep() { raiseTo(1); }
    /// Stop as soon as possible: the statement under way is cancelled on the server.
    void cancel() { raiseTo(2); }

    bool isStopRequested() const { return *m_state >= 1; }
    bool isCancelled() const { return *m_state >= 2; }

private:
    void raiseTo(int level)
    {
        int seen = *m_state;
        while (seen < level && !m_state->compare_exchange_weak(seen, level)) {
        }
    }

    std::shared_ptr<std::atomic<int>> m_state;
};

} // namespace socrates::core
