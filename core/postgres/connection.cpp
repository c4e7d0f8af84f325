// SPDX-License-Identifier: MIT
#include "core/postgres/connection.h"

#include "core/base/texts.h"
#include "core/postgres/cancelsunderway.h"
#include "core/postgres/connectionerrors.h"

#include <QDeadlineTimer>
#include <QtEndian>

#include <libpq-fe.h>

#include <clocale>
#include <mutex>
#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// How often a wait looks at its cancel token.
constexpr int kTokenLookMs = 50;
/// After a cancel the answer comes at once, or never.
constexpr int kCancelPatienceMs = 5000;

using ResultPtr = std::unique_ptr<PGresult, decltype(&PQclear)>;

ResultPtr nextResult(PGconn* conn)
{
    return {PQgetResult(conn), &PQclear};
}

/// Waits until the socket is ready or `ms` have passed. True: ready.
bool waitForSocket(int socket, bool forRead, bool forWrite, int ms)
{
    if (socket < 0)
        return true; // libpq knows more: let it look
#ifdef Q_OS_WIN
    WSAPOLLFD descriptor{};
    descriptor.fd = static_cast<SOCKET>(socket);
    descriptor.events = SHORT((forRead ? POLLRDNORM : 0) | (forWrite ? POLLWRNORM : 0));
    return WSAPoll(&descriptor, 1, ms) != 0;
#else
    pollfd descriptor{};
    descriptor.fd = socket;
    descriptor.events = short((forRead ? POLLIN : 0) | (forWrite ? POLLOUT : 0));
    return ::poll(&descriptor, 1, ms) != 0;
#endif
}

/// libpq's own messages are recognised by their English text, so they must not be translated.
void keepMessagesUntranslated()
{
#ifdef LC_MESSAGES
    static std::once_flag once;
    std::call_once(once, [] { std::setlocale(LC_MESSAGES, "C"); });
#endif
}

Rows toRows(const PGresult* result)
{
    Rows rows;
    rows.commandTag = fromServer(PQcmdStatus(const_cast<PGresult*>(result)));
    const int columns = PQnfields(result);
    const int count = PQntuples(result);
    rows.columns.reserve(columns);
    for (int column = 0; column < columns; ++column)
        rows.columns << fromServer(PQfname(result, column));
    rows.rows.reserve(count);
    for (int row = 0; row < count; ++row) {
        QStringList values;
        values.reserve(columns);
        for (int column = 0; column < columns; ++column) {
            if (PQgetisnull(result, row, column) != 0)
                values << QString();
            else if (const int length = PQgetlength(result, row, column); length > 0)
                values << QString::fromUtf8(PQgetvalue(result, row, column), length);
            else
                values << u""_s; // empty, not NULL
        }
        rows.rows << std::move(values);
    }
    return rows;
}

/// The C strings of a statement's parameters, valid as long as the object lives.
class ParameterArray
{
public:
    explicit ParameterArray(const QList<std::optional<QString>>& parameters)
    {
        m_texts.reserve(parameters.size());
        for (const auto& parameter : parameters)
            m_texts << (parameter ? parameter->toUtf8() : QByteArray());
        for (qsizetype i = 0; i < parameters.size(); ++i)
            m_pointers << (parameters.at(i) ? m_texts.at(i).constData() : nullptr);
    }
    int count() const { return int(m_pointers.size()); }
    const char* const* data() const { return m_pointers.constData(); }

private:
    QList<QByteArray> m_texts;
    QList<const char*> m_pointers;
};

bool isGood(ExecStatusType status)
{
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

/// Hosts of a multi-host connection are given in lists; this drops the first `count` of each.
void dropHosts(ConnectionParameters& parameters, qsizetype count)
{
    for (const QString& key : {u"host"_s, u"hostaddr"_s, u"port"_s}) {
        QStringList list = parameters.value(key).split(u',');
        if (list.size() <= 1)
            continue; // one port serves all hosts
        list.remove(0, qMin(count, list.size() - 1));
        parameters.setValue(key, list.join(u','));
    }
}

qsizetype hostCount(const ConnectionParameters& parameters)
{
    return qMax(parameters.host().split(u',').size(),
                parameters.value(u"hostaddr"_s).split(u',').size());
}

using ConnPtr = std::unique_ptr<PGconn, decltype(&PQfinish)>;

ConnPtr startConnect(const ConnectionParameters& parameters)
{
    // Later entries win in libpq, so the person's own come last. The keep-alive values find a dead
    // network within about 25 seconds; tcp_user_timeout (Linux) covers data under way.
    QMap<QString, QString> values{
        {u"fallback_application_name"_s, u"socrates-admin " SOCRATES_VERSION ""_s},
        {u"keepalives_idle"_s, u"10"_s},
        {u"keepalives_interval"_s, u"5"_s},
        {u"keepalives_count"_s, u"3"_s},
        {u"tcp_user_timeout"_s, u"20000"_s},
    };
    values.insert(parameters.values());
    values.insert(u"client_encoding"_s, u"UTF8"_s);
    QList<QByteArray> texts;
    texts.reserve(values.size() * 2);
    QList<const char*> keys;
    QList<const char*> contents;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        texts << it.key().toUtf8();
        keys << texts.constLast().constData();
        texts << it.value().toUtf8();
        contents << texts.constLast().constData();
    }
    keys << nullptr;
    contents << nullptr;
    return {PQconnectStartParams(keys.constData(), contents.constData(), 0), &PQfinish};
}

enum class ConnectEnd { Connected, Failed, TimedOut, Cancelled };

ConnectEnd finishConnect(PGconn* conn, QDeadlineTimer deadline, const CancelToken& token)
{
    PQsetErrorVerbosity(conn, PQERRORS_VERBOSE); // brings the SQLSTATE of a refused sign-in
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (true) {
        if (token.isCancelled())
            return ConnectEnd::Cancelled;
        if (deadline.hasExpired())
            return ConnectEnd::TimedOut;
        const int wait = int(qMin<qint64>(kTokenLookMs, qMax<qint64>(1, deadline.remainingTime())));
        if (!waitForSocket(PQsocket(conn), state == PGRES_POLLING_READING,
                           state == PGRES_POLLING_WRITING, wait))
            continue;
        state = PQconnectPoll(conn);
        if (state == PGRES_POLLING_OK)
            return ConnectEnd::Connected;
        if (state == PGRES_POLLING_FAILED)
            return ConnectEnd::Failed;
    }
}

void collectNotice(void* target, const PGresult* result)
{
    Notice notice;
    notice.severity = resultField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    notice.message = resultField(result, PG_DIAG_MESSAGE_PRIMARY);
    notice.sqlState = resultField(result, PG_DIAG_SQLSTATE);
    notice.function = resultField(result, PG_DIAG_SOURCE_FUNCTION);
    static_cast<QList<Notice>*>(target)->append(notice);
}

} // namespace

qint64 Rows::affected() const
{
    bool isNumber = false;
    const qint64 count = commandTag.mid(commandTag.lastIndexOf(u' ') + 1).toLongLong(&isNumber);
    return isNumber ? count : -1;
}

QString ServerInfo::weakness(const ConnectionParameters& parameters) const
{
    if (parameters.isLocal())
        return {};
    if (!isEncrypted)
        return Texts::tr("The link to %1 is not encrypted: what is sent can be read on the way.")
            .arg(host);
    const QString mode = parameters.value(u"sslmode"_s);
    const bool isLeftToService = mode.isEmpty() && !parameters.value(u"service"_s).isEmpty();
    if (mode == "verify-full"_L1 || isLeftToService)
        return {};
    return mode == "verify-ca"_L1 ? Texts::tr("The link to %1 is encrypted; that its certificate "
                                              "is for this name was not checked.")
                                        .arg(host)
                                  : Texts::tr("The link to %1 is encrypted; that it is the right "
                                              "server was not checked (sslmode=verify-full does).")
                                        .arg(host);
}

struct Connection::Private
{
    ConnPtr conn{nullptr, &PQfinish};
    QList<Notice> notices;
    std::shared_ptr<void> cancelHandle;
    CancelsUnderWay cancels;
    /// A loss was told. libpq itself calls a connection good until it has read its end, and what a
    /// pipeline left unread would be taken for the answers of the next one.
    bool isLost = false;

    /// Asks the server to end what it does.
    void cancelElsewhere() { cancels.send(StatementCanceller(cancelHandle)); }

    /// Reads what has arrived and sends what waits; false when the connection is gone.
    bool exchange(const QDeadlineTimer& deadline)
    {
        const int unsent = PQflush(conn.get());
        if (unsent < 0)
            return false;
        if (!PQisBusy(conn.get()))
            return true;
        const qint64 left = deadline.isForever() ? 1000 : deadline.remainingTime();
        waitForSocket(PQsocket(conn.get()), true, unsent == 1,
                      int(qBound(qint64(1), left, qint64(1000))));
        return PQconsumeInput(conn.get()) == 1;
    }
};

Connection::Connection() : d(std::make_unique<Private>()) {}
Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionParameters& parameters,
                                                     int timeoutMs, const CancelToken& token)
{
    keepMessagesUntranslated();
    ConnectionParameters remaining = parameters;
    const int stated = parameters.value(u"connect_timeout"_s).toInt();
    const int perHostMs = stated > 0 ? stated * 1000 : timeoutMs;
    for (bool isHostSilent = false;; isHostSilent = true) {
        ConnPtr conn = startConnect(remaining);
        if (!conn || PQstatus(conn.get()) == CONNECTION_BAD)
            return fail(connectError(conn.get(), parameters, isHostSilent));
        switch (finishConnect(conn.get(), QDeadlineTimer(perHostMs), token)) {
        case ConnectEnd::Cancelled:
            return fail(stoppedError());
        case ConnectEnd::Failed:
            return fail(connectError(conn.get(), parameters, isHostSilent));
        case ConnectEnd::TimedOut:
            // libpq applies connect_timeout per host only in its blocking call, which cannot be
            // cancelled; so a silent first host is skipped here.
            if (hostCount(remaining) <= 1)
                return fail(timeoutError(parameters));
            dropHosts(remaining, 1);
            continue;
        case ConnectEnd::Connected:
            break;
        }
        std::unique_ptr<Connection> connection(new Connection);
        PGconn* raw = conn.get();
        connection->d->conn = std::move(conn);
        connection->d->cancelHandle = std::shared_ptr<void>(
            PQgetCancel(raw), [](void* handle) { PQfreeCancel(static_cast<PGcancel*>(handle)); });
        PQsetNoticeReceiver(raw, &collectNotice, &connection->d->notices);
        connection->m_parameters = parameters;
        ServerInfo& server = connection->m_server;
        server.host = fromServer(PQhost(raw));
        server.port = fromServer(PQport(raw));
        server.database = fromServer(PQdb(raw));
        server.user = fromServer(PQuser(raw));
        server.versionNumber = PQserverVersion(raw);
        server.versionText =
            fromServer(PQparameterStatus(raw, "server_version")).section(u' ', 0, 0);
        server.backendPid = PQbackendPID(raw);
        server.isEncrypted = PQsslInUse(raw) != 0;
        if (const auto error = unsupportedServer(raw, server))
            return fail(*error);
        return connection;
    }
}

bool Connection::isAlive() const
{
    if (d->isLost)
        return false;
    // Two looks: the first takes in a FATAL message that is waiting, the second sees the end.
    if (PQtransactionStatus(d->conn.get()) != PQTRANS_ACTIVE) {
        if (waitForSocket(PQsocket(d->conn.get()), true, false, 0)) {
            PQconsumeInput(d->conn.get());
            PQconsumeInput(d->conn.get());
        }
    }
    return PQstatus(d->conn.get()) == CONNECTION_OK;
}

bool Connection::isInTransaction() const
{
    const auto status = PQtransactionStatus(d->conn.get());
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

bool Connection::isInFailedTransaction() const
{
    return PQtransactionStatus(d->conn.get()) == PQTRANS_INERROR;
}

Result<Rows> Connection::query(const QString& sql, const QList<std::optional<QString>>& parameters)
{
    if (sql.contains(QChar::Null))
        return fail(nulError());
    PGconn* conn = d->conn.get();
    const ParameterArray values(parameters);
    if (PQsendQueryParams(conn, sql.toUtf8().constData(), values.count(), nullptr, values.data(),
                          nullptr, nullptr, 0) == 0)
        return fail(lostError(conn));
    std::optional<Error> failure;
    Rows rows;
    while (ResultPtr result = nextResult(conn)) {
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
            // Nothing here feeds or drains a COPY; end it, or the connection would wait for ever.
            if (status == PGRES_COPY_IN)
                PQputCopyEnd(conn, "COPY FROM STDIN is not possible here");
            char* buffer = nullptr;
            while (status == PGRES_COPY_OUT && PQgetCopyData(conn, &buffer, 0) > 0)
                PQfreemem(buffer);
            Error error;
            error.code = u"sql.failed"_s;
            error.summary = Texts::tr("COPY with STDIN or STDOUT is not possible in a revision.");
            error.hint = Texts::tr("Write the rows as INSERT statements.");
            error.statement = sql;
            if (!failure)
                failure = error;
        } else if (isGood(status)) {
            rows = toRows(result.get());
        } else if (!failure) {
            failure = resultError(conn, result.get());
            failure->statement = sql;
        }
        if (PQstatus(conn) == CONNECTION_BAD)
            break;
    }
    d->cancels.await();
    if (failure) {
        d->isLost = d->isLost || failure->code == "conn.lost"_L1;
        return fail(*failure);
    }
    if (PQstatus(conn) == CONNECTION_BAD)
        return fail(lostError(conn));
    return rows;
}

namespace {

QDeadlineTimer patienceFor(const QList<PipelineItem>& items, qsizetype item)
{
    const int ms = item < items.size() ? items.at(item).patienceMs : 0;
    return ms > 0 ? QDeadlineTimer(ms) : QDeadlineTimer(QDeadlineTimer::Forever);
}

} // namespace

tl::expected<void, Connection::PipelineFailure>
Connection::pipeline(const QList<PipelineItem>& items, const ItemHandler& handler)
{
    PGconn* conn = d->conn.get();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).sql.contains(QChar::Null))
            return tl::unexpected(PipelineFailure{nulError(), i});
    }
    // Non-blocking: with a long script the server's answers must be read while it is still being
    // sent, or both sides would wait for each other.
    PQsetnonblocking(conn, 1);
    if (PQenterPipelineMode(conn) == 0)
        return tl::unexpected(PipelineFailure{lostError(conn), 0});
    bool isSent = true;
    for (const PipelineItem& item : items) {
        // The server keeps answers back until it is asked for them: those before must be here, or
        // our clock would never come to run for this one.
        if (item.patienceMs > 0)
            isSent = isSent && PQsendFlushRequest(conn) == 1;
        const ParameterArray values(item.parameters);
        isSent = isSent && PQsendQueryParams(conn, item.sql.toUtf8().constData(), values.count(),
                                             nullptr, values.data(), nullptr, nullptr, 0) == 1;
        if (item.isLive)
            isSent = isSent && PQsendFlushRequest(conn) == 1;
    }
    isSent = isSent && PQpipelineSync(conn) == 1;

    std::optional<PipelineFailure> failure;
    qsizetype current = 0;
    bool isSynced = false;
    bool isCancelled = false;
    bool isGivenUp = false; ///< an answer never came
    QDeadlineTimer patience = patienceFor(items, 0);
    while (isSent && !isSynced) {
        if (!d->exchange(patience)) {
            isSent = false;
            break;
        }
        if (PQisBusy(conn)) {
            if (!patience.hasExpired())
                continue;
            if (isCancelled) {
                isGivenUp = true;
                isSent = false;
                break;
            }
            if (items.at(current).onLate)
                items.at(current).onLate();
            d->cancelElsewhere();
            isCancelled = true;
            patience = QDeadlineTimer(kCancelPatienceMs);
            continue;
        }
        const ResultPtr result = nextResult(conn);
        if (!result) { // the end of one item's results
            if (std::exchange(isCancelled, false))
                d->cancels.await();
            ++current;
            patience = patienceFor(items, current);
            continue;
        }
        switch (const ExecStatusType status = PQresultStatus(result.get())) {
        case PGRES_PIPELINE_SYNC:
            isSynced = true;
            break;
        case PGRES_PIPELINE_ABORTED:
            break; // the first failure said why
        default:
            if (failure)
                break;
            if (!isGood(status)) {
                failure = PipelineFailure{resultError(conn, result.get()), current};
                failure->error.statement = items.value(current).sql;
            } else if (handler) {
                if (auto judged = handler(current, toRows(result.get())); !judged)
                    failure = PipelineFailure{judged.error(), current};
            }
        }
        if (PQstatus(conn) == CONNECTION_BAD || (failure && failure->error.code == "conn.lost"_L1))
            isSent = false;
    }
    if (isSent)
        PQexitPipelineMode(conn);
    PQsetnonblocking(conn, 0);
    if (!isSent) {
        d->isLost = true;
        // A loss outranks what a handler or a result said: the outcome is what must be found out.
        Error lost = lostError(conn);
        if (failure && failure->error.code == "conn.lost"_L1)
            lost = failure->error;
        if (isGivenUp)
            lost.summary = Texts::tr("The server no longer answers; the connection was given up.");
        return tl::unexpected(PipelineFailure{lost, current});
    }
    if (failure)
        return tl::unexpected(*failure);
    return {};
}

Result<qint64> Connection::copyOut(const QString& sql, const CopySink& sink)
{
    if (sql.contains(QChar::Null))
        return fail(nulError());
    PGconn* conn = d->conn.get();
    if (PQsendQuery(conn, sql.toUtf8().constData()) == 0)
        return fail(lostError(conn));
    std::optional<Error> failure;
    qint64 rows = -1;
    while (const ResultPtr result = nextResult(conn)) {
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_COPY_OUT) {
            char* buffer = nullptr;
            int size = 0;
            while ((size = PQgetCopyData(conn, &buffer, 0)) > 0) {
                const std::unique_ptr<char, decltype(&PQfreemem)> piece(buffer, &PQfreemem);
                if (failure)
                    continue; // what the server still sends must be taken
                if (const auto taken = sink(buffer, size); !taken) {
                    failure = taken.error();
                    d->cancelElsewhere();
                }
            }
        } else if (isGood(status)) {
            rows = toRows(result.get()).affected();
        } else if (!failure) {
            failure = resultError(conn, result.get());
            failure->statement = sql;
        }
        if (PQstatus(conn) == CONNECTION_BAD)
            break;
    }
    d->cancels.await();
    if (failure) {
        d->isLost = d->isLost || failure->code == "conn.lost"_L1;
        return fail(*failure);
    }
    if (PQstatus(conn) == CONNECTION_BAD)
        return fail(lostError(conn));
    return rows;
}

QList<Notice> Connection::takeNotices()
{
    return std::exchange(d->notices, {});
}

StatementCanceller Connection::canceller() const
{
    return StatementCanceller(d->cancelHandle);
}

Result<void> StatementCanceller::cancel() const
{
    char buffer[256] = {};
    if (m_handle && PQcancel(static_cast<PGcancel*>(m_handle.get()), buffer, sizeof buffer) == 1)
        return {};
    Error error;
    error.code = u"conn.failed"_s;
    error.summary = Texts::tr("The running statement could not be cancelled.");
    error.detail = fromServer(buffer).trimmed();
    return fail(error);
}

QString Connection::identifier(const QString& name)
{
    QString quoted = name;
    quoted.replace(u'"', u"\"\""_s);
    return u'"' + quoted + u'"';
}

QString Connection::literal(const QString& value)
{
    QString quoted = value;
    quoted.replace(u'\'', u"''"_s);
    if (!quoted.contains(u'\\'))
        return u'\'' + quoted + u'\'';
    quoted.replace(u'\\',
                   u"\\\\"_s); // E'' means the same whatever standard_conforming_strings says
    return u"E'"_s + quoted + u'\'';
}

QString Connection::arrayLiteral(const QStringList& values)
{
    QStringList quoted;
    for (QString value : values)
        quoted << u'"' + value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
    return u'{' + quoted.join(u',') + u'}';
}

void clearAmbientEnvironment()
{
    // These first: a service named in the environment would be read by PQconndefaults itself.
    for (const char* name : {"PGSERVICE", "PGSERVICEFILE", "PGSYSCONFDIR", "PGLOCALEDIR",
                             "PGDATESTYLE", "PGTZ", "PGGEQO", "PGREALM"})
        qunsetenv(name);
    struct OptionsDeleter
    {
        void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
    };
    const std::unique_ptr<PQconninfoOption, OptionsDeleter> options(PQconndefaults());
    for (const PQconninfoOption* option = options.get();
         option != nullptr && option->keyword != nullptr; ++option) {
        if (option->envvar != nullptr)
            qunsetenv(option->envvar);
    }
}

} // namespace socrates::core
