// SPDX-License-Identifier: MIT
#include "app/shell/runrelay.h"

#include <QElapsedTimer>
#include <QMutexLocker>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace socrates::ui {

namespace {

/// Of each turn of the event loop; with the painting that follows a turn stays under 50 ms.
constexpr int kTurnMs = 12;

} // namespace

void RunRelay::afterAll(QObject* guard, std::function<void()> then)
{
    say([guard = QPointer<QObject>(guard), then = std::move(then)] {
        if (guard != nullptr)
            then();
    });
}

void RunRelay::say(std::function<void()> what)
{
    const QMutexLocker lock(&m_mutex);
    m_said.enqueue(std::move(what));
    if (!std::exchange(m_isTelling, true))
        QMetaObject::invokeMethod(this, &RunRelay::tell, Qt::QueuedConnection);
}

/// Empty: there is nothing left to tell.
std::function<void()> RunRelay::take()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_said.isEmpty())
        return m_said.dequeue();
    m_isTelling = false;
    return {};
}

void RunRelay::tell()
{
    QElapsedTimer turn;
    turn.start();
    while (turn.elapsed() < kTurnMs) {
        const auto what = take();
        if (!what)
            return;
        what();
    }
    QTimer::singleShot(0, this, &RunRelay::tell);
}

} // namespace socrates::ui
