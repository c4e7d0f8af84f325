// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/names.h"
#include "core/postgres/connection.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace socrates::core {

/// Owns the connection to one database and the one thread that uses it. Jobs run in the order
/// they were submitted; the connection is opened by the first and again when it was lost. All
/// public methods may be called from any thread and none of them waits, except the destructor (it
/// cancels and joins).
class Session
{
public:
    Session(DatabaseName name, ConnectionParameters parameters, QString role = {});
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const DatabaseName& name() const { return m_name; }
    const ConnectionParameters& parameters() const { return m_parameters; }
    const QString& role() const { return m_role; }

    /// Runs `job(Connection&)`, which returns a Result<T>, on the session's thread. When the
    /// connection cannot be opened the future holds that error, naming the database. Never use
    /// QFuture::cancel on it: use a CancelToken of the job, and cancelStatement().
    template <class Job>
    auto submit(Job job) -> QFuture<std::invoke_result_t<Job, Connection&>>
    {
        using R = std::invoke_result_t<Job, Connection&>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        enqueue([promise, job = std::move(job)](Result<Connection*> connection) mutable {
            if (connection)
                promise->addResult(job(**connection));
            else
                promise->addResult(R(tl::unexpect, connection.error()));
            promise->finish();
        });
        return future;
    }

    /// A server that starts up or recovers (57P03) is waited for, a minute at most. `handler` hears
    /// of each pause, on the session's thread. To be set before the first job.
    using WaitHandler = std::function<void(const Error& reason, int pauseMs)>;
    void setWaitHandler(WaitHandler handler) { m_waitHandler = std::move(handler); }

    /// Cancels the statement that runs now, on the server, from a helper thread.
    void cancelStatement();

private:
    void enqueue(std::function<void(Result<Connection*>)> job);
    void run();
    Result<std::unique_ptr<Connection>> openPatiently();

    DatabaseName m_name;
    ConnectionParameters m_parameters;
    QString m_role;
    WaitHandler m_waitHandler;
    struct Private;
    std::unique_ptr<Private> d;
};

using SessionPtr = std::shared_ptr<Session>;

} // namespace socrates::core
