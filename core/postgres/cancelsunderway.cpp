// SPDX-License-Identifier: MIT
#include "core/postgres/cancelsunderway.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace socrates::core {

namespace {

constexpr std::chrono::seconds kPatience{5};

} // namespace

struct CancelsUnderWay::Count
{
    std::mutex mutex;
    std::condition_variable hasArrived;
    int value = 0;
};

CancelsUnderWay::CancelsUnderWay() : m_count(std::make_shared<Count>()) {}

void CancelsUnderWay::send(const StatementCanceller& canceller)
{
    {
        const std::lock_guard lock(m_count->mutex);
        ++m_count->value;
    }
    std::thread([canceller, count = m_count] {
        static_cast<void>(canceller.cancel()); // unheard, whoever waits for the answer gives up
        {
            const std::lock_guard lock(count->mutex);
            --count->value;
        }
        count->hasArrived.notify_all();
    }).detach();
}

void CancelsUnderWay::await()
{
    std::unique_lock lock(m_count->mutex);
    m_count->hasArrived.wait_for(lock, kPatience, [this] { return m_count->value == 0; });
}

} // namespace socrates::core
