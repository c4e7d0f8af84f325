// SPDX-License-Identifier: MIT
#include "core/postgres/provisioner.h"

#include "core/base/texts.h"
#include "core/postgres/alembictable.h"
#include "core/postgres/connection.h"

#include <QThread>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 63; // bytes; PostgreSQL cuts longer ones without an error
constexpr int attempts = 6;

Error usageError(const QString& summary, const QString& hint = {}, const DatabaseName& name = {})
{
    return Error{
        .code = u"usage.provision"_s, .summary = summary, .hint = hint, .database = name.text()};
}

/// Whether somebody else made the same thing at the same time: a role or type, a database, a table,
/// or a catalog's row of one of them.
bool isLostRace(const Error& error)
{
    static const QStringList states{u"42710"_s, u"42P04"_s, u"42P07"_s, u"23505"_s};
    return states.contains(error.sqlState);
}

/// The SCRAM secret of a password, as libpq's \password makes it: so the server's log and
/// pg_stat_statements never see the password itself. Null when libpq cannot.
QString scramSecret(const QString& password)
{
    // The hash needs a PGconn only to leave its error message in; this one is not connected.
    const std::unique_ptr<PGconn, decltype(&PQfinish)> idle(PQconnectStart("no_such_option=1"),
                                                            &PQfinish);
    char* secret =
        PQencryptPasswordConn(idle.get(), password.toUtf8().constData(), "", "scram-sha-256");
    const QString result = QString::fromLatin1(secret);
    PQfreemem(secret);
    return result;
}

/// The addresses of a connection as "host:port", everything on this machine being one host.
QStringList addresses(const ConnectionParameters& parameters)
{
    const QString hosts =
        parameters.host().isEmpty() ? parameters.value(u"hostaddr"_s) : parameters.host();
    const QStringList names = hosts.split(u',');
    const QStringList ports = parameters.port().split(u',');
    QStringList result;
    for (qsizetype i = 0; i < names.size(); ++i) {
        ConnectionParameters one;
        one.setValue(u"host"_s, names.at(i));
        const QString port = ports.size() == 1 ? ports.first() : ports.value(i);
        result << (one.isLocal() ? Texts::tr("this machine") : names.at(i).toLower()) + u':' +
                      (port.isEmpty() ? u"5432"_s : port);
    }
    return result;
}

bool isSameServer(const ConnectionParameters& a, const ConnectionParameters& b)
{
    if (!a.value(u"service"_s).isEmpty() || !b.value(u"service"_s).isEmpty())
        return true; // the service file is libpq's to read
    const QStringList others = addresses(b);
    const QStringList own = addresses(a);
    return std::any_of(own.cbegin(), own.cend(),
                       [&](const QString& one) { return others.contains(one); });
}

/// What one database of the request is called and whose it is, once defaults are applied.
struct Target
{
    DatabaseName name;
    QString database;
    QString user;
    QString password;
    QString owner;
};

class Provisioning
{
public:
    explicit Provisioning(const ProvisionRequest& request) : m_request(request) {}

    Result<QList<ProvisionAction>> run();

private:
    Result<QList<Target>> targets(const QString& adminUser) const;
    Result<void> connectAdmin();
    Result<void> makeRoles(const QList<Target>& targets);
    Result<void> makeRole(const QString& role, const QString& attributes, const QString& secret);
    Result<void> makeMember(const QString& role, const QString& member);
    Result<void> makeDatabase(const Target& target);
    Result<void> grantInside(const Target& target);
    Result<void> grantToApplication(Connection& connection, const Target& target);
    Result<void> grantExisting(Connection& connection, const Target& target);
    Result<void> makeVersionTable(Connection& connection, const Target& target);
    Result<void> protectVersionTable(Connection& connection, const Target& target);

    /// True when the query's single value is true.
    static Result<bool> ask(Connection& connection, const QString& sql,
                            const QStringList& parameters = {});
    /// Runs `sql` unless `isThere`, and notes what was done. `shown` replaces the SQL in the note.
    Result<void> ensure(Connection& connection, bool isThere, const QString& text,
                        const QString& sql, const QString& shown = {});

    const ProvisionRequest& m_request;
    std::unique_ptr<Connection> m_admin;
    bool m_isSuperuser = false;
    QList<ProvisionAction> m_actions;
};

Result<void> Provisioning::connectAdmin()
{
    ConnectionParameters parameters = m_request.admin;
    auto connection = Connection::open(parameters);
    // An admin login rarely has a database of its own name.
    for (const QString& database : {u"postgres"_s, u"template1"_s}) {
        if (connection || connection.error().code != "conn.no_database"_L1)
            break;
        parameters.setValue(u"dbname"_s, database);
        connection = Connection::open(parameters);
    }
    if (!connection)
        return fail(connection.error());
    m_admin = std::move(*connection);
    for (auto it = m_request.lastSeen.cbegin(); it != m_request.lastSeen.cend(); ++it) {
        if (const auto isRight = checkSameServer(*m_admin, it.key(), *it); !isRight)
            return isRight;
    }
    const Result<bool> isSuperuser =
        ask(*m_admin, u"SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user"_s);
    if (!isSuperuser)
        return fail(isSuperuser.error());
    m_isSuperuser = *isSuperuser;
    return {};
}

Result<QList<Target>> Provisioning::targets(const QString& adminUser) const
{
    const QList<DatabaseName> order =
        m_request.order.isEmpty() ? m_request.databases.keys() : m_request.order;
    QList<Target> result;
    for (const DatabaseName& name : order) {
        const auto found = m_request.databases.constFind(name);
        if (found == m_request.databases.cend())
            continue;
        Target target{.name = name,
                      .database = found->databaseName(),
                      .user = found->user(),
                      .password = found->password(),
                      .owner = {}};
        if (target.user.isEmpty())
            target.user = adminUser;
        if (target.database.isEmpty())
            target.database = target.user; // as libpq has it
        target.owner = m_request.ownerRole.isEmpty() ? target.user : m_request.ownerRole;
        for (const QString& text :
             {target.database, target.user, target.owner, m_request.applicationRole}) {
            if (text.toUtf8().size() > longestName)
                return fail(
                    usageError(Texts::tr("The name \"%1\" is longer than 63 bytes.").arg(text),
                               Texts::tr("Shorten it."), name));
        }
        if (!isSameServer(*found, m_request.admin))
            return fail(usageError(
                Texts::tr("%1 is on another server than the admin login: %2, and %3.")
                    .arg(name.text(), found->displayText(), m_request.admin.displayText()),
                Texts::tr(
                    "Provision one server at a time; if both are the same one, write its host and "
                    "port alike in both."),
                name));
        result << target;
    }
    return result;
}

Result<bool> Provisioning::ask(Connection& connection, const QString& sql,
                               const QStringList& parameters)
{
    QList<std::optional<QString>> values;
    for (const QString& one : parameters)
        values << one;
    const auto rows = connection.query(sql, values);
    if (!rows)
        return fail(rows.error());
    return !rows->isEmpty() && rows->at(0, 0) == "t"_L1;
}

Result<void> Provisioning::ensure(Connection& connection, bool isThere, const QString& text,
                                  const QString& sql, const QString& shown)
{
    using State = ProvisionAction::State;
    if (isThere) {
        m_actions << ProvisionAction{.state = State::AlreadyThere, .text = text, .sql = {}};
        return {};
    }
    for (int attempt = 1;; ++attempt) {
        const auto result = connection.query(sql);
        if (result) {
            m_actions << ProvisionAction{
                .state = State::Created, .text = text, .sql = shown.isEmpty() ? sql : shown};
            return {};
        }
        Error error = result.error();
        if (isLostRace(error)) {
            m_actions << ProvisionAction{.state = State::AlreadyThere, .text = text, .sql = {}};
            return {};
        }
        // "tuple concurrently updated" by another GRANT; the template is being copied.
        static const QStringList passing{u"XX000"_s, u"55006"_s, u"40001"_s};
        if (passing.contains(error.sqlState) && attempt < attempts) {
            QThread::msleep(50UL * ulong(attempt));
            continue;
        }
        error.statement = shown.isEmpty() ? sql : shown;
        if (error.sqlState == "42501"_L1)
            error.hint = Texts::tr(
                "The admin login needs CREATEROLE to make roles and CREATEDB to make databases, "
                "and must "
                "own, or belong to the owner of, what it grants. A superuser has all of it.");
        return fail(error);
    }
}

Result<void> Provisioning::makeRole(const QString& role, const QString& attributes,
                                    const QString& secret)
{
    const Result<bool> isThere = ask(
        *m_admin, u"SELECT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = $1)"_s, {role});
    if (!isThere)
        return fail(isThere.error());
    const QString sql = u"CREATE ROLE %1 %2"_s.arg(Connection::identifier(role), attributes);
    const QString text =
        Texts::tr("role %1 (%2)")
            .arg(role, attributes == "LOGIN"_L1
                           ? (secret.isEmpty() ? Texts::tr("may sign in, no password")
                                               : Texts::tr("may sign in"))
                           : Texts::tr("owns, may not sign in"));
    if (*isThere)
        return ensure(*m_admin, true, Texts::tr("role %1").arg(role), {});
    if (secret.isEmpty())
        return ensure(*m_admin, false, text, sql);
    return ensure(*m_admin, false, text, sql + u" PASSWORD "_s + Connection::literal(secret),
                  sql + u" PASSWORD '***'"_s);
}

Result<void> Provisioning::makeMember(const QString& role, const QString& member)
{
    if (role == member)
        return {};
    // From PostgreSQL 16 on a membership may come without the right to SET ROLE.
    const QString right = m_admin->server().major() >= 16 ? u"SET"_s : u"MEMBER"_s;
    const Result<bool> isMember =
        ask(*m_admin, u"SELECT pg_catalog.pg_has_role($1::name, $2::name, '%1')"_s.arg(right),
            {member, role});
    if (!isMember)
        return fail(isMember.error());
    return ensure(
        *m_admin, *isMember, Texts::tr("%1 may act as %2").arg(member, role),
        u"GRANT %1 TO %2"_s.arg(Connection::identifier(role), Connection::identifier(member)));
}

Result<void> Provisioning::makeRoles(const QList<Target>& targets)
{
    const QString admin = m_admin->server().user;
    QStringList done{admin};
    for (const Target& target : targets) {
        if (done.contains(target.user))
            continue;
        done << target.user;
        QString secret;
        if (!target.password.isEmpty()) {
            secret = scramSecret(target.password);
            if (secret.isEmpty())
                return fail(
                    usageError(Texts::tr("The password of %1 cannot be made into a SCRAM secret.")
                                   .arg(target.user),
                               {}, target.name));
        }
        if (const auto made = makeRole(target.user, u"LOGIN"_s, secret); !made)
            return made;
    }
    for (const QString& role : {m_request.ownerRole, m_request.applicationRole}) {
        if (role.isEmpty() || done.contains(role))
            continue;
        done << role;
        if (const auto made = makeRole(role, u"NOLOGIN"_s, {}); !made)
            return made;
    }
    QStringList members;
    for (const Target& target : targets) {
        if (!members.contains(target.user)) {
            members << target.user;
            if (const auto made = makeMember(target.owner, target.user); !made)
                return made;
        }
        // CREATE DATABASE ... OWNER needs it, unless a superuser asks.
        if (!m_isSuperuser && !members.contains(target.owner + u'\n' + admin)) {
            members << target.owner + u'\n' + admin;
            if (const auto made = makeMember(target.owner, admin); !made)
                return made;
        }
    }
    return {};
}

Result<void> Provisioning::makeDatabase(const Target& target)
{
    const auto rows = m_admin->query(
        u"SELECT pg_catalog.pg_get_userbyid(datdba), pg_catalog.pg_encoding_to_char(encoding) "
        "FROM pg_catalog.pg_database WHERE datname = $1"_s,
        {target.database});
    if (!rows)
        return fail(rows.error());
    if (!rows->isEmpty())
        return ensure(*m_admin, true,
                      Texts::tr("database %1, owned by %2, encoding %3")
                          .arg(target.database, rows->at(0, 0), rows->at(0, 1)),
                      {});
    const QString sql = u"CREATE DATABASE %1 OWNER %2 ENCODING 'UTF8' TEMPLATE template0"_s.arg(
        Connection::identifier(target.database), Connection::identifier(target.owner));
    const QString text =
        Texts::tr("database %1, owned by %2, encoding UTF8").arg(target.database, target.owner);
    const Result<void> made = ensure(*m_admin, false, text, sql);
    // A server whose locale belongs to another encoding: only the C locale fits them all.
    if (!made && made.error().sqlState == "22023"_L1)
        return ensure(*m_admin, false, text, sql + u" LC_COLLATE 'C' LC_CTYPE 'C'"_s);
    return made;
}

Result<void> Provisioning::grantInside(const Target& target)
{
    ConnectionParameters parameters = m_admin->parameters();
    parameters.setValue(u"dbname"_s, target.database);
    const auto opened = Connection::open(parameters);
    if (!opened)
        return fail(opened.error());
    Connection& connection = **opened;

    const Result<bool> mayConnect =
        ask(connection, u"SELECT pg_catalog.has_database_privilege($1::name, $2, 'CONNECT')"_s,
            {target.user, target.database});
    if (!mayConnect)
        return fail(mayConnect.error());
    if (!*mayConnect) {
        const auto granted = ensure(
            connection, false, Texts::tr("%1 may connect to %2").arg(target.user, target.database),
            u"GRANT CONNECT ON DATABASE %1 TO %2"_s.arg(Connection::identifier(target.database),
                                                        Connection::identifier(target.user)));
        if (!granted)
            return granted;
    }
    // A database that was there already may belong to another role; from PostgreSQL 15 on only its
    // owner may create in public.
    const auto schema =
        connection.query(u"SELECT pg_catalog.has_schema_privilege($1::name, oid, 'CREATE') "
                         "AND pg_catalog.has_schema_privilege($1::name, oid, 'USAGE') "
                         "FROM pg_catalog.pg_namespace WHERE nspname = 'public'"_s,
                         {target.owner});
    if (!schema)
        return fail(schema.error());
    if (!schema->isEmpty() && schema->at(0, 0) != "t"_L1) {
        const auto granted = ensure(
            connection, false,
            Texts::tr("%1 may create in schema public of %2").arg(target.owner, target.database),
            u"GRANT USAGE, CREATE ON SCHEMA public TO %1"_s.arg(
                Connection::identifier(target.owner)));
        if (!granted)
            return granted;
    }
    if (m_request.applicationRole.isEmpty() || schema->isEmpty())
        return {};
    return grantToApplication(connection, target);
}

Result<void> Provisioning::grantToApplication(Connection& connection, const Target& target)
{
    const QString role = m_request.applicationRole;
    const QString quoted = Connection::identifier(role);
    struct Right
    {
        QString check; ///< $1 role, $2 database, $3 owner
        QString text;
        QString sql;
    };
    const QString defaults =
        u"SELECT (SELECT count(DISTINCT a.privilege_type) FROM pg_catalog.pg_default_acl d, "
        "pg_catalog.aclexplode(d.defaclacl) a WHERE d.defaclrole = $3::regrole::oid "
        "AND d.defaclnamespace = 'public'::regnamespace::oid AND d.defaclobjtype = '%1' "
        "AND a.grantee = $1::regrole::oid AND a.privilege_type IN (%2)) = %3 AND $2 <> ''"_s;
    const QString future =
        u"ALTER DEFAULT PRIVILEGES FOR ROLE %1 IN SCHEMA public GRANT %2 TO %3"_s;
    const QString owner = Connection::identifier(target.owner);
    const Right rights[] = {
        {u"SELECT pg_catalog.has_database_privilege($1::regrole, $2, 'CONNECT') AND $3 <> ''"_s,
         Texts::tr("%1 may connect to %2").arg(role, target.database),
         u"GRANT CONNECT ON DATABASE %1 TO %2"_s.arg(Connection::identifier(target.database),
                                                     quoted)},
        {u"SELECT pg_catalog.has_schema_privilege($1::regrole, 'public', 'USAGE') AND $2 <> '' AND $3 <> ''"_s,
         Texts::tr("%1 may use schema public of %2").arg(role, target.database),
         u"GRANT USAGE ON SCHEMA public TO %1"_s.arg(quoted)},
        {defaults.arg(u"r"_s, u"'SELECT', 'INSERT', 'UPDATE', 'DELETE'"_s, u"4"_s),
         Texts::tr("%1 may read and write the tables that %2 will create in %3")
             .arg(role, target.owner, target.database),
         future.arg(owner, u"SELECT, INSERT, UPDATE, DELETE ON TABLES"_s, quoted)},
        {defaults.arg(u"S"_s, u"'USAGE', 'SELECT'"_s, u"2"_s),
         Texts::tr("%1 may use the sequences that %2 will create in %3")
             .arg(role, target.owner, target.database),
         future.arg(owner, u"USAGE, SELECT ON SEQUENCES"_s, quoted)},
    };
    for (const Right& right : rights) {
        // regrole reads its text as SQL, so the names go in quoted.
        const Result<bool> isThere = ask(connection, right.check, {quoted, target.database, owner});
        if (!isThere)
            return fail(isThere.error());
        if (const auto granted = ensure(connection, *isThere, right.text, right.sql); !granted)
            return granted;
    }
    if (const auto granted = grantExisting(connection, target); !granted)
        return granted;
    return protectVersionTable(connection, target);
}

/// Tables and sequences that the owner had made before the application role came.
Result<void> Provisioning::grantExisting(Connection& connection, const Target& target)
{
    const QString role = Connection::identifier(m_request.applicationRole);
    // The version table is the migrations' own; an application may read it.
    const QString kinds[][4] = {
        {u"'r', 'p', 'v', 'm', 'f'"_s, u"<>"_s, u"table"_s, u"SELECT, INSERT, UPDATE, DELETE"_s},
        {u"'r'"_s, u"="_s, u"table"_s, u"SELECT"_s},
        {u"'S'"_s, u"<>"_s, u"sequence"_s, u"USAGE, SELECT"_s},
    };
    for (const auto& [relkinds, isVersionTable, kind, privileges] : kinds) {
        const auto rows = connection.query(
            u"SELECT pg_catalog.quote_ident(c.relname) FROM pg_catalog.pg_class c "
            "WHERE c.relnamespace = 'public'::regnamespace::oid AND c.relkind IN (%1) AND "
            "c.relowner = "
            "$2::regrole::oid AND c.relname %4 'alembic_version' "
            "AND EXISTS (SELECT FROM pg_catalog.unnest(string_to_array('%3', ', ')) p "
            "WHERE NOT pg_catalog.has_%2_privilege($1::regrole, c.oid, p)) ORDER BY 1"_s.arg(
                relkinds, kind, privileges, isVersionTable),
            {role, Connection::identifier(target.owner)});
        if (!rows)
            return fail(rows.error());
        QStringList names;
        for (const QStringList& row : rows->rows)
            names << u"public."_s + row.first();
        if (names.isEmpty())
            continue;
        const QString on = kind == "table"_L1 ? QString() : u"SEQUENCE "_s;
        const auto granted =
            ensure(connection, false,
                   (kind == "table"_L1 ? Texts::tr("%1 may use %n existing table(s) of %2", nullptr,
                                                   int(names.size()))
                                       : Texts::tr("%1 may use %n existing sequence(s) of %2",
                                                   nullptr, int(names.size())))
                       .arg(m_request.applicationRole, target.database),
                   u"GRANT %1 ON %2%3 TO %4"_s.arg(privileges, on, names.join(u", "_s), role));
        if (!granted)
            return granted;
    }
    return {};
}

/// Made here, empty, rather than by the first upgrade, which would give the application the rights
/// on tables to come. Where the login may not act as the owner, the upgrade makes it after all.
Result<void> Provisioning::makeVersionTable(Connection& connection, const Target& target)
{
    const Result<bool> isThere =
        ask(connection,
            u"SELECT EXISTS (SELECT FROM pg_catalog.pg_class "
            "WHERE relname = 'alembic_version' AND relkind IN ('r', 'p', 'v', 'm', 'f'))"_s);
    if (!isThere)
        return fail(isThere.error());
    if (*isThere)
        return {};
    const QString role = Connection::identifier(m_request.applicationRole);
    const QStringList statements{
        u"BEGIN"_s,
        u"SET LOCAL ROLE "_s + Connection::identifier(target.owner),
        createVersionTableSql(u"public"_s),
        u"REVOKE ALL ON public.alembic_version FROM "_s + role,
        u"GRANT SELECT ON public.alembic_version TO "_s + role,
        u"COMMIT"_s,
    };
    for (const QString& sql : statements) {
        const auto result = connection.query(sql);
        if (result)
            continue;
        Error error = result.error();
        if (const auto ended = connection.query(u"ROLLBACK"_s); !ended)
            return fail(ended.error());
        if (isLostRace(error) || error.sqlState == "42501"_L1)
            return {};
        error.statement = sql;
        return fail(error);
    }
    m_actions << ProvisionAction{
        .state = ProvisionAction::State::Created,
        .text = Texts::tr("alembic_version of %1, empty, which %2 may only read")
                    .arg(target.database, m_request.applicationRole),
        .sql = statements.join(u";\n"_s)};
    return {};
}

/// The rights on tables to come cover alembic_version too, and an application that writes there
/// breaks the bookkeeping of the migrations. Reading it stays allowed.
Result<void> Provisioning::protectVersionTable(Connection& connection, const Target& target)
{
    if (m_request.applicationRole == target.owner)
        return {};
    if (const auto made = makeVersionTable(connection, target); !made)
        return made;
    const QString role = Connection::identifier(m_request.applicationRole);
    const Result<bool> mayWrite =
        ask(connection,
            u"SELECT EXISTS (SELECT FROM pg_catalog.pg_class c, pg_catalog.aclexplode(c.relacl) a "
            "WHERE c.relnamespace = 'public'::regnamespace::oid AND c.relname = 'alembic_version' "
            "AND c.relowner = $2::regrole::oid AND a.grantee = $1::regrole::oid "
            "AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'))"_s,
            {role, Connection::identifier(target.owner)});
    if (!mayWrite)
        return fail(mayWrite.error());
    if (!*mayWrite)
        return {};
    return ensure(
        connection, false,
        Texts::tr("%1 may only read alembic_version of %2")
            .arg(m_request.applicationRole, target.database),
        u"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON public.alembic_version FROM %1"_s.arg(role));
}

Result<QList<ProvisionAction>> Provisioning::run()
{
    // What can be refused without the server is refused before anything is made.
    if (const auto checked = targets(m_request.admin.user()); !checked)
        return fail(checked.error());
    if (const auto connected = connectAdmin(); !connected)
        return fail(connected.error());
    const auto all = targets(m_admin->server().user);
    if (!all)
        return fail(all.error());
    if (const auto made = makeRoles(*all); !made)
        return fail(made.error());
    for (const Target& target : *all) {
        Result<void> made = makeDatabase(target);
        if (made)
            made = grantInside(target);
        if (!made) {
            Error error = made.error();
            error.database = target.name.text();
            return fail(error);
        }
    }
    return m_actions;
}

} // namespace

Result<QList<ProvisionAction>> provision(const ProvisionRequest& request)
{
    return Provisioning(request).run();
}

} // namespace socrates::core
