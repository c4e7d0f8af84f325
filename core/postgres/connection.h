// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"
#include "core/postgres/connectionparameters.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace socrates::core {

/// A row set in text form. SQL NULL is a null QString.
class Rows
{
public:
    QStringList columns;
    QList<QStringList> rows;
    QString commandTag; ///< "INSERT 0 1", "CREATE TABLE", ...

    qsizetype size() const { return rows.size(); }
    bool isEmpty() const { return rows.isEmpty(); }
    const QString& at(qsizetype row, qsizetype column) const { return rows.at(row).at(column); }
    /// The rows a command touched, from its tag; -1 when the tag carries no number.
    qint64 affected() const;
};

/// A NOTICE or WARNING of the server.
struct Notice
{
    QString severity; ///< NOTICE, WARNING, ... (not localised)
    QString message;
    QString sqlState;
    QString function; ///< of the server's source that said it; not localised, unlike the message

    /// A COMMIT that no longer waits for its synchronous standby: done here, not yet safe there.
    bool isUnconfirmedByStandby() const
    {
        return function == QLatin1StringView("SyncRepWaitForLSN");
    }
};

/// What the server said of itself when the connection was made.
struct ServerInfo
{
    QString host; ///< as libpq connected: name, address or socket folder
    QString port;
    QString database; ///< as the server knows it
    QString user;
    int versionNumber = 0; ///< 150018
    QString versionText;   ///< "15.18"
    int backendPid = 0;
    bool isEncrypted = false;

    int major() const { return versionNumber / 10000; }
    QString serverText() const { return host + u':' + port; }
    /// Who could listen on the way; empty where nobody can, or the server is on this machine.
    QString weakness(const ConnectionParameters& parameters) const;
};

/// Cancels what a connection is running, from any thread. PQcancel blocks, so never call it on
/// the GUI thread; Session does it on a helper thread.
class StatementCanceller
{
public:
    StatementCanceller() = default;
    explicit StatementCanceller(std::shared_ptr<void> handle) : m_handle(std::move(handle)) {}
    Result<void> cancel() const;
    bool isValid() const { return m_handle != nullptr; }

private:
    std::shared_ptr<void> m_handle;
};

/// One statement of a pipeline.
struct PipelineItem
{
    QString sql;
    QList<std::optional<QString>> parameters; ///< $1..$n in text form
    bool isLive = false; ///< its result is wanted the moment it is there, not with the next batch
    /// How long its answer may take by our own clock, which no server time-out replaces for COMMIT.
    /// Then `onLate` is called and the server asked to stop waiting; without an answer even then
    /// the connection is given up (conn.lost). 0: as long as it takes.
    int patienceMs = 0;
    std::function<void()> onLate = {};
};

/// One connection to one database. Not thread-safe: one thread at a time, except canceller().
/// The only file that calls libpq to run SQL. Ambient PG* variables have no influence: call
/// clearAmbientEnvironment() first thing in main().
class Connection
{
public:
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Connects within `timeoutMs` (per call, all hosts together), looking at `token` meanwhile.
    /// Errors: conn.refused, conn.timeout, conn.host_unknown, conn.auth, conn.no_password,
    /// conn.no_database, conn.too_many, conn.starting, conn.read_only,
    /// conn.no_primary (of several hosts some are standbys and others do not answer), conn.tls,
    /// conn.unsupported (a server below 13), conn.failed, stopped.cancelled. The application_name
    /// is the program's.
    static Result<std::unique_ptr<Connection>> open(const ConnectionParameters& parameters,
                                                    int timeoutMs = 15000,
                                                    const CancelToken& token = {});

    const ServerInfo& server() const { return m_server; }
    const ConnectionParameters& parameters() const { return m_parameters; }
    /// False once the connection is known to be gone. After any failure look here first.
    bool isAlive() const;
    bool isInTransaction() const;       ///< INTRANS or INERROR
    bool isInFailedTransaction() const; ///< INERROR

    /// Runs one statement (extended protocol, so exactly one). Errors: sql.failed with all fields,
    /// conn.lost.
    Result<Rows> query(const QString& sql, const QList<std::optional<QString>>& parameters = {});

    Result<Rows> query(const PipelineItem& item) { return query(item.sql, item.parameters); }

    /// Called for every finished item, in order, as its result arrives. Return an error to judge
    /// a result as wrong: it is reported as the pipeline's error; what was sent is still drained.
    using ItemHandler = std::function<Result<void>(qsizetype index, const Rows& rows)>;
    /// Sends all items in one pipeline with one Sync at its end: one round trip. After the first
    /// failing item the server skips the rest. Outside an explicit BEGIN the items are one implicit
    /// transaction.
    struct PipelineFailure
    {
        Error error;
        qsizetype item = -1;
    };
    tl::expected<void, PipelineFailure> pipeline(const QList<PipelineItem>& items,
                                                 const ItemHandler& handler = {});

    /// Runs one `COPY ... TO STDOUT` and hands over what arrives, piece by piece, as it arrives:
    /// nothing of it is kept. A sink that answers with an error ends the copy with that error.
    /// Returns how many rows the server says it copied. Errors: as query.
    using CopySink = std::function<Result<void>(const char* bytes, qsizetype size)>;
    Result<qint64> copyOut(const QString& sql, const CopySink& sink);

    /// Notices since the last call, oldest first.
    QList<Notice> takeNotices();
    StatementCanceller canceller() const;

    /// Quotes an identifier or a literal for use in SQL text.
    static QString identifier(const QString& name);
    static QString literal(const QString& value);
    /// PostgreSQL's text form of a text[] value, to be bound or quoted as a literal.
    static QString arrayLiteral(const QStringList& values);

private:
    Connection();
    struct Private;
    std::unique_ptr<Private> d;
    ServerInfo m_server;
    ConnectionParameters m_parameters;
};

/// Removes every PG* variable of libpq from this process's environment (DESIGN, decision 11).
void clearAmbientEnvironment();

} // namespace socrates::core
