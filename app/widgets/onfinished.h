// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace socrates::ui {

/// Calls `handler(result)` on the guard's thread when the future has its result. Nothing is called
/// once the guard is gone, nor for a future that ended without a result.
template <class T, class Handler>
void onFinished(const QFuture<T>& future, QObject* guard, Handler handler)
{
    auto* watcher = new QFutureWatcher<T>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> done = watcher->future();
                         if (done.resultCount() > 0)
                             handler(done.result());
                     });
    watcher->setFuture(future);
}

/// For jobs that outlive who started them; to be called on the window's thread. Never Qt's global
/// pool: Qt paints gradients on that one, scroll bars among them, and the window's thread waits for
/// it. A job there that waits for a server would hold the window.
QThreadPool& jobThreads();

/// Runs `job` on a thread of the pool; its result comes as a future.
template <class Job>
auto runOn(QThreadPool& pool, Job job) -> QFuture<std::invoke_result_t<Job>>
{
    using T = std::invoke_result_t<Job>;
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const QFuture<T> future = promise->future();
    pool.start([promise, job = std::move(job)]() mutable {
        promise->addResult(job());
        promise->finish();
    });
    return future;
}

} // namespace socrates::ui
