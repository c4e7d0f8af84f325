// SPDX-License-Identifier: MIT
#include "core/postgres/connectiondoctor.h"

#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/postgres/networkprobe.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Id = DoctorStage::Id;
using State = DoctorStage::State;
using Fix = DoctorStage::Fix;

constexpr int probeTimeoutMs = 5000;
constexpr int signInTimeoutMs = 10000;

QString titleOf(Id id)
{
    switch (id) {
    case Id::NameResolved:
        return Texts::tr("Name resolved");
    case Id::PortReachable:
        return Texts::tr("Port reachable");
    case Id::Encrypted:
        return Texts::tr("Encrypted");
    case Id::SignedIn:
        return Texts::tr("Signed in");
    case Id::DatabaseExists:
        return Texts::tr("Database exists");
    case Id::MayCreateTables:
        return Texts::tr("May create tables");
    case Id::VersionTableFound:
        return Texts::tr("Version table found");
    case Id::ServerVersion:
        return Texts::tr("Server version");
    case Id::PrimaryOrStandby:
        return Texts::tr("Primary or standby");
    }
    Q_UNREACHABLE();
}

/// One host of the connection with its port.
struct Host
{
    QString name;
    QString port;
    bool isSocket() const { return networkprobe::isSocketFolder(name); }
    QString text() const { return isSocket() ? name + u"/.s.PGSQL."_s + port : name + u':' + port; }
};

QList<Host> hostsOf(const ConnectionParameters& parameters)
{
    const QString address = parameters.value(u"hostaddr"_s);
    const QString all = address.isEmpty() ? parameters.host() : address;
    const QStringList names = all.split(u',');
    const QStringList ports = parameters.port().split(u',');
    QList<Host> result;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString port = ports.size() == 1 ? ports.first() : ports.value(i);
        result << Host{names.at(i).isEmpty() ? networkprobe::defaultHost() : names.at(i),
                       port.isEmpty() ? u"5432"_s : port};
    }
    return result;
}

class Examination
{
public:
    Examination(const ConnectionParameters& parameters, const QString& role,
                const CancelToken& token, const std::function<void(const DoctorStage&)>& onStage)
        : m_parameters(parameters), m_role(role), m_token(token), m_onStage(onStage)
    {}

    DoctorReport run();

private:
    bool resolve();
    bool reach();
    bool signIn();
    void judgeFailedSignIn(const Error& error);
    bool connectElsewhere(const Error& error);
    void judgeEncryption();
    bool examineRights();
    bool examineVersionTable();
    void examineServer();

    bool isStopped() const { return m_token.isStopRequested(); }
    void decide(Id id, State state, const QString& finding, const QString& hint = {},
                Fix fix = Fix::None);
    bool decideFailed(Id id, const Error& error, Fix fix = Fix::None);

    const ConnectionParameters& m_parameters;
    const QString& m_role;
    const CancelToken& m_token;
    const std::function<void(const DoctorStage&)>& m_onStage;
    DoctorReport m_report;
    bool m_hasService = false;
    QList<Host> m_hosts;
    std::unique_ptr<Connection> m_connection;
};

void Examination::decide(Id id, State state, const QString& finding, const QString& hint, Fix fix)
{
    const DoctorStage stage{.id = id,
                            .state = state,
                            .title = titleOf(id),
                            .finding = finding,
                            .hint = hint,
                            .fix = fix};
    m_report.stages << stage;
    if (m_onStage)
        m_onStage(stage);
}

bool Examination::decideFailed(Id id, const Error& error, Fix fix)
{
    const QString finding =
        error.detail.isEmpty() ? error.summary : error.summary + u' ' + error.detail;
    decide(id, State::Failed, finding, error.hint, fix);
    return false;
}

bool Examination::resolve()
{
    if (m_hasService) {
        decide(Id::NameResolved, State::Passed,
               Texts::tr("The service file names the server (service %1).")
                   .arg(m_parameters.value(u"service"_s)));
        return true;
    }
    QStringList found;
    QStringList failed;
    for (const Host& host : m_hosts) {
        if (isStopped())
            return false;
        if (host.isSocket()) {
            found << Texts::tr("%1 is a socket folder on this machine").arg(host.name);
            continue;
        }
        const QStringList addresses = networkprobe::addressesOf(host.name);
        if (addresses.isEmpty())
            failed << host.name;
        else if (addresses.first() == host.name)
            found << Texts::tr("%1 is an address").arg(host.name);
        else
            found << Texts::tr("%1 is %2").arg(host.name, addresses.join(u", "_s));
    }
    const QString hint =
        Texts::tr("Check the spelling, and whether the name needs a VPN or a domain behind it.");
    if (found.isEmpty()) {
        decide(Id::NameResolved, State::Failed,
               Texts::tr("No address is known for %1.").arg(failed.join(u", "_s)), hint,
               m_parameters.isLocal() ? Fix::StartPrivateServer : Fix::None);
        return false;
    }
    if (failed.isEmpty())
        decide(Id::NameResolved, State::Passed, clauses(found) + u'.');
    else
        decide(
            Id::NameResolved, State::Warning,
            Texts::tr("%1. No address is known for %2.").arg(clauses(found), failed.join(u", "_s)),
            hint);
    return true;
}

bool Examination::reach()
{
    if (m_hasService) {
        decide(Id::PortReachable, State::Passed,
               Texts::tr("Left to libpq, which reads the service file."));
        return true;
    }
    QStringList answering;
    QStringList silent;
    for (const Host& host : m_hosts) {
        if (isStopped())
            return false;
        const networkprobe::Answer answer =
            networkprobe::reach(host.name, host.port, probeTimeoutMs, m_token);
        switch (answer) {
        case networkprobe::Answer::Accepted:
            answering << Texts::tr("%1 answers").arg(host.text());
            break;
        case networkprobe::Answer::Refused:
            silent << Texts::tr("Nothing listens on %1").arg(host.text());
            break;
        case networkprobe::Answer::Silent:
            silent << Texts::tr("%1 gave no answer within %2 s")
                          .arg(host.text())
                          .arg(probeTimeoutMs / 1000);
            break;
        case networkprobe::Answer::Unreachable:
            silent << Texts::tr("%1 cannot be reached").arg(host.text());
            break;
        }
    }
    if (isStopped())
        return false;
    if (answering.isEmpty()) {
        const bool isLocal = m_parameters.isLocal();
        decide(
            Id::PortReachable, State::Failed, clauses(silent) + u'.',
            isLocal
                ? Texts::tr("Start PostgreSQL on this machine (its service), check the "
                            "port, or use a private server.")
                : Texts::tr("Check the port, that PostgreSQL runs there and listens on the network "
                            "(listen_addresses), "
                            "and that no firewall is in between."),
            isLocal ? Fix::StartPrivateServer : Fix::None);
        return false;
    }
    if (silent.isEmpty())
        decide(Id::PortReachable, State::Passed, clauses(answering) + u'.');
    else
        decide(Id::PortReachable, State::Warning, clauses(answering + silent) + u'.',
               Texts::tr("The connection works as long as one host answers."));
    return true;
}

/// Which stage a failed sign-in belongs to: encryption comes before the password.
void Examination::judgeFailedSignIn(const Error& error)
{
    if (error.code == "conn.tls"_L1) {
        decideFailed(Id::Encrypted, error);
        return;
    }
    // TLS comes first on the wire, so an answer about the user means that encryption is no
    // obstacle.
    decide(Id::Encrypted, State::Passed, Texts::tr("TLS as far as sslmode asks for it."));
    if (error.code == "conn.unsupported"_L1) {
        decide(Id::SignedIn, State::Passed, Texts::tr("Signed in as %1.").arg(m_parameters.user()));
        decide(Id::DatabaseExists, State::Passed,
               Texts::tr("The database %1 is there.").arg(m_parameters.databaseName()));
        decide(Id::MayCreateTables, State::Skipped, {});
        decide(Id::VersionTableFound, State::Skipped, {});
        decideFailed(Id::ServerVersion, error);
        return;
    }
    if (error.code == "conn.read_only"_L1 || error.code == "conn.no_primary"_L1) {
        decide(Id::SignedIn, State::Failed, error.summary, error.hint);
        return;
    }
    const bool concernsUser = error.code == "conn.auth"_L1 || error.code == "conn.no_password"_L1;
    decideFailed(Id::SignedIn, error, concernsUser ? Fix::EditUser : Fix::None);
}

/// The database is missing: the user may be right all the same, which the databases that every
/// server has can tell.
bool Examination::connectElsewhere(const Error& error)
{
    for (const QString& database : {u"postgres"_s, u"template1"_s}) {
        ConnectionParameters parameters = m_parameters;
        parameters.setValue(u"dbname"_s, database);
        auto connection = Connection::open(parameters, signInTimeoutMs, m_token);
        if (connection) {
            m_connection = std::move(*connection);
            break;
        }
    }
    if (m_connection)
        judgeEncryption();
    else
        decide(Id::Encrypted, State::Passed, Texts::tr("TLS as far as sslmode asks for it."));
    // The server looks for the database only after the password was accepted.
    decide(Id::SignedIn, State::Passed,
           Texts::tr("The user %1 and the password are accepted.")
               .arg(m_connection ? m_connection->server().user : m_parameters.user()));
    const QString name =
        m_parameters.databaseName().isEmpty() ? m_parameters.user() : m_parameters.databaseName();
    decide(Id::DatabaseExists, State::Failed,
           Texts::tr("There is no database \"%1\" on this server.").arg(name), error.hint,
           Fix::CreateDatabase);
    return false;
}

void Examination::judgeEncryption()
{
    const QString mode = m_parameters.value(u"sslmode"_s);
    const bool isVerified = mode == "verify-full"_L1 || mode == "verify-ca"_L1;
    if (m_connection->server().isEncrypted && (isVerified || m_parameters.isLocal()))
        decide(Id::Encrypted, State::Passed,
               isVerified ? Texts::tr("TLS, and the server's certificate was verified.")
                          : u"TLS."_s);
    else if (m_connection->server().isEncrypted && m_hasService && mode.isEmpty())
        decide(Id::Encrypted, State::Passed,
               Texts::tr("TLS, verified as far as the service file asks for it (sslmode)."));
    else if (m_connection->server().isEncrypted)
        decide(Id::Encrypted, State::Warning,
               Texts::tr("TLS, but the server's certificate is not verified."),
               Texts::tr("Set sslmode to verify-full with the root certificate (sslrootcert), "
                         "so that nobody can pose as the server."));
    else if (m_parameters.isLocal())
        decide(Id::Encrypted, State::Passed,
               Texts::tr("Not encrypted, and it need not be: the server is on this machine."));
    else
        decide(Id::Encrypted, State::Warning,
               Texts::tr("Not encrypted: passwords and data can be read on the way."),
               Texts::tr("Ask for TLS on the server and set sslmode to verify-full."));
}

bool Examination::signIn()
{
    auto connection = Connection::open(m_parameters, signInTimeoutMs, m_token);
    if (isStopped())
        return false;
    if (!connection && connection.error().code == "conn.no_database"_L1)
        return connectElsewhere(connection.error());
    if (!connection) {
        judgeFailedSignIn(connection.error());
        return false;
    }
    m_connection = std::move(*connection);
    judgeEncryption();
    decide(Id::SignedIn, State::Passed,
           Texts::tr("Signed in as %1.").arg(m_connection->server().user));
    decide(Id::DatabaseExists, State::Passed,
           Texts::tr("The database %1 is there.").arg(m_connection->server().database));
    return true;
}

bool Examination::examineRights()
{
    const QString acting = m_role.isEmpty() ? m_connection->server().user : m_role;
    if (!m_role.isEmpty()) {
        const auto set = m_connection->query(u"SET ROLE "_s + Connection::identifier(m_role));
        if (!set) {
            Error error = set.error();
            error.summary =
                Texts::tr("%1 may not act as %2.").arg(m_connection->server().user, m_role);
            error.hint = Texts::tr("Let an administrator run: GRANT %1 TO %2")
                             .arg(Connection::identifier(m_role),
                                  Connection::identifier(m_connection->server().user));
            return decideFailed(Id::MayCreateTables, error, Fix::EditUser);
        }
    }
    const auto rows = m_connection->query(
        u"SELECT n.oid IS NOT NULL, coalesce(pg_catalog.has_schema_privilege(n.oid, 'CREATE') AND "
        "pg_catalog.has_schema_privilege(n.oid, 'USAGE'), false), "
        "pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE'), "
        "EXISTS (SELECT FROM pg_catalog.aclexplode(n.nspacl) a WHERE a.grantee = 0::oid AND "
        "a.privilege_type = 'CREATE') "
        "FROM (SELECT 1) one LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = 'public'"_s);
    if (!rows)
        return decideFailed(Id::MayCreateTables, rows.error());
    const auto is = [&](int column) { return rows->at(0, column) == "t"_L1; };
    const QString role = Connection::identifier(acting);
    const QString database = Connection::identifier(m_connection->server().database);
    if (!is(0)) {
        decide(Id::MayCreateTables, State::Failed, Texts::tr("The database has no schema public."),
               Texts::tr("Let the database's owner run: CREATE SCHEMA public"));
        return false;
    }
    if (!is(1)) {
        decide(Id::MayCreateTables, State::Failed,
               Texts::tr("%1 may not create tables in schema public.").arg(acting),
               Texts::tr("Let the database's owner or an administrator run: GRANT USAGE, "
                         "CREATE ON SCHEMA public TO %1")
                   .arg(role),
               Fix::EditUser);
        return false;
    }
    if (!is(2))
        decide(Id::MayCreateTables, State::Warning,
               Texts::tr("%1 may create tables, but no schema: the log of migrations (schema "
                         "socrates_admin) cannot be kept.")
                   .arg(acting),
               Texts::tr("Let the database's owner run: GRANT CREATE ON DATABASE %1 TO %2")
                   .arg(database, role));
    else if (is(3))
        decide(Id::MayCreateTables, State::Warning,
               Texts::tr("%1 may create tables, and so may everybody who can sign in.").arg(acting),
               Texts::tr("Let an administrator run: REVOKE CREATE ON SCHEMA public FROM "
                         "PUBLIC (PostgreSQL 15 and newer begin so)."));
    else
        decide(Id::MayCreateTables, State::Passed,
               Texts::tr("%1 may create tables in schema public.").arg(acting));
    return true;
}

bool Examination::examineVersionTable()
{
    const auto table = m_connection->query(
        u"SELECT pg_catalog.to_regclass('public.alembic_version') IS NOT NULL"_s);
    if (!table)
        return decideFailed(Id::VersionTableFound, table.error());
    if (table->at(0, 0) != "t"_L1) {
        decide(Id::VersionTableFound, State::Passed,
               Texts::tr(
                   "No version table yet: nothing was migrated here. The first upgrade makes it."));
        return true;
    }
    const auto rows =
        m_connection->query(u"SELECT version_num FROM public.alembic_version ORDER BY 1"_s);
    if (!rows) {
        Error error = rows.error();
        error.summary = Texts::tr("The version table cannot be read.");
        return decideFailed(Id::VersionTableFound, error);
    }
    QStringList versions;
    for (const QStringList& row : rows->rows)
        versions << row.first();
    decide(Id::VersionTableFound, State::Passed,
           versions.isEmpty() ? Texts::tr("The version table is there and empty: at base.")
           : versions.size() == 1
               ? Texts::tr("The version table is there, at revision %1.").arg(versions.first())
               : Texts::tr("The version table is there with %1 rows: %2.")
                     .arg(versions.size())
                     .arg(versions.join(u", "_s)));
    return true;
}

void Examination::examineServer()
{
    const ServerInfo& server = m_connection->server();
    if (server.major() < 13)
        decide(Id::ServerVersion, State::Failed,
               Texts::tr("PostgreSQL %1 is too old.").arg(server.versionText),
               Texts::tr("Version 13 or newer is needed."));
    else
        decide(Id::ServerVersion, State::Passed,
               Texts::tr("PostgreSQL %1.").arg(server.versionText));

    const auto rows = m_connection->query(
        u"SELECT pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('default_transaction_read_only')"_s);
    if (!rows) {
        decideFailed(Id::PrimaryOrStandby, rows.error());
        return;
    }
    const QString place = server.serverText();
    if (rows->at(0, 0) == "t"_L1)
        decide(Id::PrimaryOrStandby, State::Warning,
               Texts::tr("%1 is a standby: it can be looked at, not migrated.").arg(place),
               Texts::tr(
                   "Give all hosts, and target_session_attrs=read-write, to reach the primary."));
    else if (rows->at(0, 1) == "on"_L1)
        decide(Id::PrimaryOrStandby, State::Warning,
               Texts::tr("%1 is a primary, but sessions begin read-only.").arg(place),
               Texts::tr("default_transaction_read_only is on for this role, database or server."));
    else
        decide(Id::PrimaryOrStandby, State::Passed, Texts::tr("%1 is a primary.").arg(place));
}

DoctorReport Examination::run()
{
    m_hasService = m_parameters.host().isEmpty() && m_parameters.value(u"hostaddr"_s).isEmpty() &&
                   !m_parameters.value(u"service"_s).isEmpty();
    m_hosts = hostsOf(m_parameters);
    if (resolve() && reach() && signIn() && examineRights() && examineVersionTable())
        examineServer();
    // What no stage was reached for is told as skipped, so that all are always there, in order.
    for (int id = int(m_report.stages.size()); id <= int(Id::PrimaryOrStandby); ++id)
        decide(Id(id), State::Skipped,
               isStopped() ? Texts::tr("Stopped.") : Texts::tr("Not looked at."));
    return m_report;
}

} // namespace

bool DoctorReport::isHealthy() const
{
    return std::none_of(stages.cbegin(), stages.cend(), [](const DoctorStage& stage) {
        return stage.state == DoctorStage::State::Failed;
    });
}

DoctorReport diagnoseConnection(const ConnectionParameters& parameters, const QString& role,
                                const CancelToken& token,
                                const std::function<void(const DoctorStage&)>& onStage)
{
    return Examination(parameters, role, token, onStage).run();
}

} // namespace socrates::core
