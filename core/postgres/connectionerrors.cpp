// SPDX-License-Identifier: MIT
#include "core/postgres/connectionerrors.h"

#include "core/base/redaction.h"
#include "core/base/texts.h"
#include "core/postgres/diagnostics.h"

#include <QRegularExpression>

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOldestServer = 130000;

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

} // namespace

QString fromServer(const char* text)
{
    return text == nullptr ? QString() : QString::fromUtf8(text);
}

QString resultField(const PGresult* result, int code)
{
    return fromServer(PQresultErrorField(result, code));
}

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
    const QString severity = resultField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (PQstatus(conn) == CONNECTION_BAD || severity == "FATAL"_L1 || severity == "PANIC"_L1) {
        Error error = lostError(conn);
        error.sqlState = resultField(result, PG_DIAG_SQLSTATE);
        return error;
    }
    Error error;
    error.code = u"sql.failed"_s;
    error.sqlState = resultField(result, PG_DIAG_SQLSTATE);
    error.summary = resultField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (error.summary.isEmpty())
        error.summary = fromServer(PQresultErrorMessage(result)).trimmed();
    error.detail = resultField(result, PG_DIAG_MESSAGE_DETAIL);
    const QString serverHint = resultField(result, PG_DIAG_MESSAGE_HINT);
    error.hint = error.sqlState.isEmpty() ? QString() : hintForSqlState(error.sqlState);
    if (!serverHint.isEmpty())
        error.hint = error.hint.isEmpty() ? serverHint : serverHint + u' ' + error.hint;
    error.statementPosition = resultField(result, PG_DIAG_STATEMENT_POSITION).toInt();
    QStringList technical;
    const auto note = [&technical, result](int code, QLatin1StringView name) {
        const QString value = resultField(result, code);
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

Error nulError()
{
    Error error;
    error.code = u"sql.failed"_s;
    error.summary = Texts::tr(
        "The statement contains a NUL character, at which the server would stop reading.");
    error.hint = Texts::tr("Remove it from the file.");
    return error;
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

std::optional<Error> unsupportedServer(PGconn* conn, const ServerInfo& server)
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

} // namespace socrates::core
