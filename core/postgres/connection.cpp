// SPDX-License-Identifier: MIT
#include "core/postgres/connection.h"

#include "core/base/redaction.h"
#include "core/base/texts.h"
#include "core/postgres/diagnostics.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QtEndian>

#include <libpq-fe.h>

#include <chrono>
#include <clocale>
#include <future>
#include <mutex>
#include <thread>
#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOldestServer = 130000;
/// How often a wait looks at its cancel token.
constexpr int kTokenLookMs = 50;
/// After a cancel the answer comes at once, or never.
constexpr int kCancelPatienceMs = 5000;

using ResultPtr = std::unique_ptr<PGresult, decltype(&PQclear)>;

ResultPtr nextResult(PGconn* conn)
{
    return {PQgetResult(conn), &PQclear};
}

QString fromServer(const char* text)
{
    return text == nullptr ? QString() : QString::fromUtf8(text);
}

QString field(const PGresult* result, int code)
{
    return fromServer(PQresultErrorField(result, code));
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

struct ConnectFailure
{
    QLatin1StringView marker; ///< in libpq's own message, or the SQLSTATE
    QLatin1StringView code;
    const char* summary;
    const char* hint;
};

/// By SQLSTATE first; libpq's own texts where no server was heard.
constexpr ConnectFailure kConnectFailures[] = {
    {"28P01"_L1, "conn.auth"_L1, QT_TRANSLATE_NOOP("Core", "The password was not accepted."),
     QT_TRANSLATE_NOOP("Core", "Check the user and the password; both are case-sensitive.")},
    {"28000"_L1, "conn.auth"_L1,
     QT_TRANSLATE_NOOP("Core", "The server does not let this user in from here."),
     QT_TRANSLATE_NOOP("Core", "The server's pg_hba.conf decides who may sign in from where, and "
                               "whether TLS is demanded.")},
    {"3D000"_L1, "conn.no_database"_L1,
     QT_TRANSLATE_NOOP("Core", "The database does not exist on this server."),
     QT_TRANSLATE_NOOP("Core", "Create it (socrates-migrate provision, or Create Database in the "
                               "connection test), or correct its name.")},
    {"53300"_L1, "conn.too_many"_L1,
     QT_TRANSLATE_NOOP("Core", "The server has no free connection."),
     QT_TRANSLATE_NOOP("Core", "Close other programs that use it, or raise max_connections.")},
    {"57P03"_L1, "conn.starting"_L1,
     QT_TRANSLATE_NOOP("Core", "The server is starting up, shutting down or recovering."),
     QT_TRANSLATE_NOOP("Core", "Try again in a moment.")},
    {"no password supplied"_L1, "conn.no_password"_L1,
     QT_TRANSLATE_NOOP("Core", "The server wants a password and none was given."),
     QT_TRANSLATE_NOOP("Core", "Give the password in the URI, with --password-file, or in the "
                               "connection's password field.")},
    // Before the hosts that do not answer: of several, a standby that does says more.
    {"read-only"_L1, "conn.read_only"_L1,
     QT_TRANSLATE_NOOP("Core", "No server that can be written to was found."),
     QT_TRANSLATE_NOOP("Core", "All hosts given are standbys or read-only.")},
    {"hot standby"_L1, "conn.read_only"_L1,
     QT_TRANSLATE_NOOP("Core", "No server of the wanted kind was found."),
     QT_TRANSLATE_NOOP("Core",
                       "target_session_attrs asks for a primary and only a standby answered.")},
    {"could not translate host name"_L1, "conn.host_unknown"_L1,
     QT_TRANSLATE_NOOP("Core", "The host name is not known."),
     QT_TRANSLATE_NOOP("Core",
                       "Check the spelling of the host, and that the network (VPN) is there.")},
    {"Connection refused"_L1, "conn.refused"_L1,
     QT_TRANSLATE_NOOP("Core", "Nothing answers at this address."),
     QT_TRANSLATE_NOOP("Core",
                       "Start PostgreSQL, or correct host and port. Its usual port is 5432.")},
    {"No such file or directory"_L1, "conn.refused"_L1,
     QT_TRANSLATE_NOOP("Core", "Nothing answers at this socket."),
     QT_TRANSLATE_NOOP("Core", "Start PostgreSQL, or give the folder of its socket as host.")},
    {"certificate"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP("Core", "The server's certificate was not accepted."),
     QT_TRANSLATE_NOOP("Core",
                       "Give the right root certificate (sslrootcert), or correct the host name.")},
    {"SSL"_L1, "conn.tls"_L1, QT_TRANSLATE_NOOP("Core", "No encrypted connection could be made."),
     QT_TRANSLATE_NOOP("Core", "Ask the server's administrator for TLS, or choose another sslmode "
                               "if the network can be trusted.")},
    {"invalid connection option"_L1, "usage.url"_L1,
     QT_TRANSLATE_NOOP("Core", "The connection has an option that libpq does not know."), ""},
};

/// What libpq and OpenSSL say of certificates, the more exact text first. A server that misses one
/// says so under 28000, which has other meanings.
constexpr ConnectFailure kCertificateFailures[] = {
    {"requires a valid client certificate"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP("Core", "The server wants a certificate of the client's."),
     QT_TRANSLATE_NOOP("Core", "Give a client certificate and its key (sslcert, sslkey).")},
    {"certificate authentication failed"_L1, "conn.auth"_L1,
     QT_TRANSLATE_NOOP("Core", "The client certificate is for another user."),
     QT_TRANSLATE_NOOP("Core",
                       "Its common name must be the user's name, unless pg_ident.conf maps it.")},
    {"alert unknown ca"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP("Core", "The server does not trust the client certificate."),
     QT_TRANSLATE_NOOP(
         "Core", "Give one that was signed by an authority the server knows (its ssl_ca_file).")},
    {"does not match host name"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP("Core", "The server's certificate is for another name."),
     QT_TRANSLATE_NOOP("Core", "Write the host as the certificate names it. If it is right, "
                               "another server answers here.")},
    {"certificate verify failed"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP(
         "Core", "The server's certificate comes from an authority that is not trusted here."),
     QT_TRANSLATE_NOOP("Core",
                       "Give the root certificate of the authority that signed it (sslrootcert).")},
    {"root certificate file"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP("Core", "The root certificate cannot be read."),
     QT_TRANSLATE_NOOP(
         "Core",
         "Give the file of the authority that signed the server's certificate (sslrootcert).")},
    {"private key file"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP("Core", "The key of the client certificate cannot be used."),
     QT_TRANSLATE_NOOP(
         "Core",
         "It must belong to the certificate, and nobody but its owner may read it (chmod 600).")},
    {"certificate file"_L1, "conn.tls"_L1,
     QT_TRANSLATE_NOOP("Core", "The client certificate cannot be read."),
     QT_TRANSLATE_NOOP("Core", "Check the path of sslcert; the file is in PEM format.")},
};

/// Whether one of several hosts is down, starting or stopping, in libpq's words or the server's.
bool saysNobodyAnswers(const QString& message)
{
    return message.contains("Connection refused"_L1) ||
           message.contains("No such file or directory"_L1) || message.contains("timeout"_L1) ||
           message.contains("closed the connection unexpectedly"_L1) ||
           message.contains("57P03"_L1);
}

/// `isHostSilent`: one was given up before, which libpq's message does not know.
Error connectError(PGconn* conn, const ConnectionParameters& parameters, bool isHostSilent)
{
    const QString message = redacted(fromServer(PQerrorMessage(conn)).trimmed());
    // With PQERRORS_VERBOSE the server's part reads "FATAL:  28P01: text".
    // A code holds a digit; the severity, which the server may translate, does not.
    static const QRegularExpression state(uR"(\S:\s+(?=[A-Z]*[0-9])([0-9A-Z]{5}): )"_s);
    Error error;
    error.code = u"conn.failed"_s;
    error.summary = Texts::tr("The connection could not be made.");
    auto matches = state.globalMatch(message);
    while (matches.hasNext())
        error.sqlState = matches.next().captured(1);
    if (PQconnectionNeedsPassword(conn) != 0)
        error.sqlState.clear(); // "no password supplied" below says it better than 28P01
    const auto* certificate =
        std::find_if(std::begin(kCertificateFailures), std::end(kCertificateFailures),
                     [&](const ConnectFailure& failure) {
                         return (error.sqlState.isEmpty() || error.sqlState == "28000"_L1) &&
                                message.contains(failure.marker);
                     });
    const auto* other = std::find_if(std::begin(kConnectFailures), std::end(kConnectFailures),
                                     [&](const ConnectFailure& failure) {
                                         return error.sqlState.isEmpty()
                                                    ? message.contains(failure.marker)
                                                    : error.sqlState == failure.marker;
                                     });
    const auto* known = certificate != std::end(kCertificateFailures) ? certificate
                        : other != std::end(kConnectFailures)         ? other
                                                                      : nullptr;
    if (known != nullptr) {
        error.code = known->code;
        error.summary = Texts::tr(known->summary);
        error.hint = *known->hint == 0 ? QString() : Texts::tr(known->hint);
    }
    if (error.code == "conn.read_only"_L1 && (isHostSilent || saysNobodyAnswers(message))) {
        error.code = u"conn.no_primary"_s;
        error.hint =
            Texts::tr("Of the hosts given some are standbys, and others do not answer. When a "
                      "failover is under way, a new primary is there in a moment; else start the "
                      "primary.");
    }
    if (error.hint.isEmpty() && !error.sqlState.isEmpty())
        error.hint = hintForSqlState(error.sqlState);
    QString detail = message;
    detail.remove(QRegularExpression(uR"(\n\s*LOCATION:[^\n]*)"_s));
    error.detail = parameters.displayText() + u": "_s + detail;
    return error;
}

Error lostError(PGconn* conn)
{
    Error error;
    error.code = u"conn.lost"_s;
    error.summary = Texts::tr("The connection to the server was lost.");
    error.detail = redacted(fromServer(PQerrorMessage(conn)).trimmed());
    error.hint = Texts::tr("The server was stopped, restarted or cannot be reached any more. What "
                           "was not committed is rolled back: when it answers again, start the "
                           "same once more.");
    return error;
}

Error resultError(PGconn* conn, const PGresult* result)
{
    // A FATAL message ("terminating connection due to administrator command") arrives before the
    // end of the connection itself is seen.
    const QString severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (PQstatus(conn) == CONNECTION_BAD || severity == "FATAL"_L1 || severity == "PANIC"_L1) {
        Error error = lostError(conn);
        error.sqlState = field(result, PG_DIAG_SQLSTATE);
        return error;
    }
    Error error;
    error.code = u"sql.failed"_s;
    error.sqlState = field(result, PG_DIAG_SQLSTATE);
    error.summary = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (error.summary.isEmpty())
        error.summary = fromServer(PQresultErrorMessage(result)).trimmed();
    error.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    const QString serverHint = field(result, PG_DIAG_MESSAGE_HINT);
    error.hint = error.sqlState.isEmpty() ? QString() : hintForSqlState(error.sqlState);
    if (!serverHint.isEmpty())
        error.hint = error.hint.isEmpty() ? serverHint : serverHint + u' ' + error.hint;
    error.statementPosition = field(result, PG_DIAG_STATEMENT_POSITION).toInt();
    QStringList technical;
    const auto note = [&technical, result](int code, QLatin1StringView name) {
        const QString value = field(result, code);
        if (!value.isEmpty())
            technical << name + ": "_L1 + value;
    };
    note(PG_DIAG_SCHEMA_NAME, "schema"_L1);
    note(PG_DIAG_TABLE_NAME, "table"_L1);
    note(PG_DIAG_COLUMN_NAME, "column"_L1);
    note(PG_DIAG_DATATYPE_NAME, "type"_L1);
    note(PG_DIAG_CONSTRAINT_NAME, "constraint"_L1);
    note(PG_DIAG_INTERNAL_QUERY, "internal query"_L1);
    note(PG_DIAG_CONTEXT, "context"_L1);
    error.technical = technical.join(u'\n');
    return error;
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

Error nulError()
{
    Error error;
    error.code = u"sql.failed"_s;
    error.summary = Texts::tr(
        "The statement contains a NUL character, at which the server would stop reading.");
    error.hint = Texts::tr("Remove it from the file.");
    return error;
}

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

Error stoppedError()
{
    Error error;
    error.code = u"stopped.cancelled"_s;
    error.summary = Texts::tr("Stopped.");
    return error;
}

Error timeoutError(const ConnectionParameters& parameters)
{
    Error error;
    error.code = u"conn.timeout"_s;
    error.summary = Texts::tr("The server did not answer in time.");
    error.detail = parameters.displayText();
    error.hint = Texts::tr("Check host and port, and that no firewall stands between; a server "
                           "that is there refuses at once.");
    return error;
}

/// What speaks PostgreSQL's protocol and does not undo a schema change by a rollback, where it
/// says so when it greets; an unknown one is found out by the first run (ServerGuard).
std::optional<Error> unsupported(PGconn* conn, const ServerInfo& server)
{
    Error error;
    error.code = u"conn.unsupported"_s;
    QString engine;
    if (PQparameterStatus(conn, "crdb_version") != nullptr)
        engine = u"CockroachDB"_s;
    else if (fromServer(PQparameterStatus(conn, "server_version")).contains("-YB-"_L1))
        engine = u"YugabyteDB"_s;
    if (!engine.isEmpty()) {
        error.summary = Texts::tr("This is %1, not PostgreSQL.").arg(engine);
        error.detail =
            Texts::tr("There a schema change is not undone by a rollback, so a revision that "
                      "fails could leave half of itself.");
        error.hint = Texts::tr("Connect to a PostgreSQL server.");
        return error;
    }
    if (server.versionNumber >= kOldestServer)
        return std::nullopt;
    error.summary = Texts::tr("PostgreSQL %1 is too old: version 13 or newer is needed.")
                        .arg(server.versionText);
    error.detail = Texts::tr("gen_random_uuid(), which the first revision uses, is part of "
                             "PostgreSQL since version 13.");
    error.hint = Texts::tr("Upgrade the server.");
    return error;
}

void collectNotice(void* target, const PGresult* result)
{
    Notice notice;
    notice.severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    notice.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    notice.sqlState = field(result, PG_DIAG_SQLSTATE);
    notice.function = field(result, PG_DIAG_SOURCE_FUNCTION);
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
    std::future<void> cancelDelivered; ///< of the cancel under way
    /// A loss was told. libpq itself calls a connection good until it has read its end, and what a
    /// pipeline left unread would be taken for the answers of the next one.
    bool isLost = false;

    /// Asks the server to end what it does. PQcancel blocks in a broken network: not on our thread.
    void cancelElsewhere()
    {
        std::promise<void> delivered;
        cancelDelivered = delivered.get_future();
        std::thread([canceller = StatementCanceller(cancelHandle),
                     done = std::move(delivered)]() mutable {
            static_cast<void>(canceller.cancel()); // unheard, the second deadline ends the wait
            done.set_value();
        }).detach();
    }

    /// A cancel that is still on its way when what it was for has ended would hit the next
    /// statement: the server signals twice (to the process and to its group), and an answer may
    /// overtake the second.
    void awaitCancel()
    {
        if (cancelDelivered.valid())
            std::exchange(cancelDelivered, {})
                .wait_for(std::chrono::milliseconds(kCancelPatienceMs));
    }

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
        if (const auto error = unsupported(raw, server))
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
    d->awaitCancel();
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
                d->awaitCancel();
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
    d->awaitCancel();
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
