// SPDX-License-Identifier: MIT
#include "core/postgres/session.h"

#include "core/postgres/cancelsunderway.h"

#include <QDeadlineTimer>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace socrates::core {

namespace {

constexpr int kConnectMs = 15000;
/// How long a server that starts up or recovers, or a new primary, is waited for.
constexpr int kStartPatienceMs = 60000;
constexpr int kFirstPauseMs = 500;
constexpr int kLongestPauseMs = 5000;
/// How often a pause looks whether the session is to end.
constexpr int kTokenLookMs = 50;

Error endingError()
{
    Error error;
    error.code = QStringLiteral("stopped.closed");
    error.summary = QStringLiteral("The connection was closed before this could run.");
    return error;
}

} // namespace

struct Session::Private
{
    std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable idle; ///< isWorking became false
    std::deque<std::function<void(Result<Connection*>)>> jobs;
    bool isEnding = false;
    bool isWorking = false;       ///< a job runs now, so that there may be a statement to cancel
    CancelToken connecting;       ///< ends a connect under way when the session is destroyed
    StatementCanceller canceller; ///< of the connection in use
    CancelsUnderWay cancels;
    std::thread thread;
};

Session::Session(DatabaseName name, ConnectionParameters parameters, QString role)
    : m_name(std::move(name))
    , m_parameters(std::move(parameters))
    , m_role(std::move(role))
    , d(std::make_unique<Private>())
{
    d->thread = std::thread([this] { run(); });
}

Session::~Session()
{
    StatementCanceller canceller;
    {
        std::unique_lock lock(d->mutex);
        d->isEnding = true;
        // A cancel opens a connection of its own: not for a session that has nothing to do, nor
        // for one whose last result was taken a moment ago.
        if (!d->idle.wait_for(lock, std::chrono::milliseconds(20),
                              [this] { return !d->isWorking; }))
            canceller = d->canceller;
    }
    d->connecting.cancel();
    d->wake.notify_all();
    if (canceller.isValid())
        static_cast<void>(canceller.cancel()); // nothing to cancel is fine
    d->thread.join();
}

void Session::cancelStatement()
{
    const std::lock_guard lock(d->mutex);
    if (d->isWorking && d->canceller.isValid())
        d->cancels.send(d->canceller);
}

void Session::enqueue(std::function<void(Result<Connection*>)> job)
{
    {
        const std::lock_guard lock(d->mutex);
        d->jobs.push_back(std::move(job));
    }
    d->wake.notify_one();
}

Result<std::unique_ptr<Connection>> Session::openPatiently()
{
    const QDeadlineTimer deadline(kStartPatienceMs);
    for (int pauseMs = kFirstPauseMs;; pauseMs = qMin(pauseMs * 2, kLongestPauseMs)) {
        auto opened = Connection::open(m_parameters, kConnectMs, d->connecting);
        const bool isStarting =
            !opened && (opened.error().code == QLatin1String("conn.starting") ||
                        opened.error().code == QLatin1String("conn.no_primary"));
        if (!isStarting || deadline.remainingTime() < pauseMs)
            return opened;
        if (m_waitHandler)
            m_waitHandler(opened.error(), pauseMs);
        const QDeadlineTimer pause(pauseMs);
        while (!pause.hasExpired()) {
            if (d->connecting.isCancelled())
                return opened;
            std::this_thread::sleep_for(std::chrono::milliseconds(kTokenLookMs));
        }
    }
}

void Session::run()
{
    std::unique_ptr<Connection> connection;
    while (true) {
        std::function<void(Result<Connection*>)> job;
        {
            std::unique_lock lock(d->mutex);
            d->isWorking = false;
            d->idle.notify_all();
            d->wake.wait(lock, [this] { return d->isEnding || !d->jobs.empty(); });
            if (d->jobs.empty())
                return; // ending, and every promise has been kept
            job = std::move(d->jobs.front());
            d->jobs.pop_front();
            d->isWorking = true;
            if (d->isEnding) {
                lock.unlock();
                job(fail(endingError()));
                continue;
            }
        }
        if (connection && !connection->isAlive())
            connection.reset();
        if (!connection) {
            auto opened = openPatiently();
            if (!opened) {
                Error error = opened.error();
                error.database = m_name.text();
                job(fail(error));
                continue;
            }
            connection = std::move(*opened);
            const std::lock_guard lock(d->mutex);
            d->canceller = connection->canceller();
        }
        d->cancels.await(); // they are not for what comes next
        job(connection.get());
    }
}

} // namespace socrates::core
