// SPDX-License-Identifier: MIT
#include "core/postgres/connection.h"
#include "core/postgres/provisioner.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <array>
#include <thread>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;

namespace {

const QString nasty = u"it's \"quoted\"; DROP ROLE x -- ü %"_s;

} // namespace

class TestProvisioner : public QObject
{
    Q_OBJECT

private:
    TestServer& m_server = TestServer::shared();

    ConnectionParameters uri(const QString& database, const QString& user,
                             const QString& password) const
    {
        ConnectionParameters result = m_server.parameters(database);
        result.setValue(u"user"_s, user);
        result.setPassword(password);
        return result;
    }
    ProvisionRequest request(const QString& suffix) const
    {
        ProvisionRequest result;
        result.admin = m_server.parameters();
        result.ownerRole = u"owner_"_s + suffix;
        result.applicationRole = u"app_"_s + suffix;
        const QString user = u"user_"_s + suffix;
        result.databases = {
            {DatabaseName(u"socrates_auth"_s), uri(u"auth_"_s + suffix, user, u"pä ss'word"_s)},
            {DatabaseName(u"socrates_specs"_s), uri(u"specs_"_s + suffix, user, u"pä ss'word"_s)},
        };
        result.order = result.databases.keys();
        return result;
    }
    static QStringList created(const QList<ProvisionAction>& actions)
    {
        QStringList result;
        for (const ProvisionAction& action : actions) {
            if (action.state == ProvisionAction::State::Created)
                result << action.text;
        }
        return result;
    }

private slots:
    void fromNothingToUsable();
    void repeatedDoesNothing();
    void passwordIsNowhereInTheActions();
    void anyNameWorks();
    void existingIsLeftAsItIs();
    void existingTablesAreGranted();
    void versionTableIsOnlyRead();
    void ownerKeepsItsVersionTable();
    void ordinaryAdmin();
    void adminWithoutRights();
    void manyAtOnce();
    void anotherServerIsRefused();
    void tooLongNameIsRefused();
};

void TestProvisioner::fromNothingToUsable()
{
    const ProvisionRequest wanted = request(u"one"_s);
    const auto actions = provision(wanted);
    QVERIFY2(actions, qPrintable(actions ? QString() : actions.error().text()));
    QVERIFY(created(*actions).contains(u"database auth_one, owned by owner_one, encoding UTF8"_s));

    // The URI's user signs in with the URI's password and works as the owner.
    const auto user = Connection::open(wanted.databases.value(DatabaseName(u"socrates_auth"_s)));
    QVERIFY2(user, qPrintable(user ? QString() : user.error().text()));
    for (const QString& sql :
         {u"SET ROLE owner_one"_s, u"CREATE TABLE t (id serial PRIMARY KEY, x int)"_s,
          u"CREATE SCHEMA socrates_admin"_s}) {
        const auto rows = (*user)->query(sql);
        QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().text()));
    }
    QCOMPARE(
        m_server.value(u"auth_one"_s,
                       u"SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relname = 't'"_s),
        u"owner_one"_s);
    // The application role may use, and not change, what the owner made.
    m_server.run(u"auth_one"_s, {u"GRANT app_one TO user_one"_s});
    for (const QString& sql :
         {u"RESET ROLE"_s, u"SET ROLE app_one"_s, u"INSERT INTO t (x) VALUES (1)"_s,
          u"UPDATE t SET x = 2"_s, u"DELETE FROM t"_s}) {
        const auto rows = (*user)->query(sql);
        QVERIFY2(rows, qPrintable(sql + (rows ? QString() : rows.error().text())));
    }
    QCOMPARE((*user)->query(u"DROP TABLE t"_s).error().sqlState, u"42501"_s);
    QCOMPARE(m_server.value(u"postgres"_s,
                            u"SELECT rolcanlogin FROM pg_roles WHERE rolname = 'owner_one'"_s),
             u"f"_s);
    QCOMPARE(m_server.value(
                 u"postgres"_s,
                 u"SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = 'user_one'"_s),
             u"f"_s);
}

void TestProvisioner::repeatedDoesNothing()
{
    const auto actions = provision(request(u"one"_s));
    QVERIFY(actions);
    QCOMPARE(created(*actions), QStringList());
    QVERIFY(!actions->isEmpty());
    for (const ProvisionAction& action : *actions)
        QCOMPARE(action.sql, QString());
}

void TestProvisioner::passwordIsNowhereInTheActions()
{
    const auto actions = provision(request(u"secret"_s));
    QVERIFY(actions);
    int masked = 0;
    for (const ProvisionAction& action : *actions) {
        QVERIFY(!action.sql.contains(u"pä ss"_s));
        QVERIFY(!action.sql.contains(u"SCRAM"_s));
        QVERIFY(!action.text.contains(u"pä ss"_s));
        masked += action.sql.contains(u"PASSWORD '***'"_s) ? 1 : 0;
    }
    QCOMPARE(masked, 1);
    const QString stored = m_server.value(
        u"postgres"_s, u"SELECT rolpassword FROM pg_authid WHERE rolname = 'user_secret'"_s);
    QVERIFY2(stored.startsWith(u"SCRAM-SHA-256$"_s), qPrintable(stored));
}

void TestProvisioner::anyNameWorks()
{
    ProvisionRequest wanted;
    wanted.admin = m_server.parameters();
    wanted.ownerRole = u"o "_s + nasty;
    wanted.applicationRole = u"a "_s + nasty;
    const DatabaseName name(u"x"_s);
    wanted.databases = {{name, uri(u"d "_s + nasty, u"u "_s + nasty, nasty)}};
    const auto actions = provision(wanted);
    QVERIFY2(actions, qPrintable(actions ? QString() : actions.error().text()));
    const auto user = Connection::open(wanted.databases.value(name));
    QVERIFY2(user, qPrintable(user ? QString() : user.error().text()));
    QCOMPARE((*user)->query(u"SELECT current_database(), current_user"_s)->rows,
             QList<QStringList>({{u"d "_s + nasty, u"u "_s + nasty}}));
    QVERIFY((*user)->query(u"SET ROLE "_s + Connection::identifier(wanted.ownerRole)));
    QVERIFY((*user)->query(u"CREATE TABLE \"T 'x'\" (id serial)"_s));
    const auto again = provision(wanted);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
    QCOMPARE(created(*again), QStringList());
}

void TestProvisioner::existingIsLeftAsItIs()
{
    m_server.run(u"postgres"_s,
                 {u"CREATE ROLE user_old LOGIN PASSWORD 'old'"_s, u"CREATE ROLE somebody"_s,
                  u"CREATE DATABASE auth_old OWNER somebody"_s});
    const ProvisionRequest wanted = request(u"old"_s);
    const auto actions = provision(wanted);
    QVERIFY2(actions, qPrintable(actions ? QString() : actions.error().text()));
    QVERIFY(!created(*actions).contains(u"role user_old"_s));
    QCOMPARE(m_server.value(
                 u"postgres"_s,
                 u"SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'auth_old'"_s),
             u"somebody"_s);
    QVERIFY(Connection::open(uri(u"auth_old"_s, u"user_old"_s, u"old"_s)));
    // The owner role may create there all the same, since that was asked for.
    QCOMPARE(m_server.value(u"auth_old"_s,
                            u"SELECT has_schema_privilege('owner_old', 'public', 'CREATE')"_s),
             u"t"_s);
}

void TestProvisioner::existingTablesAreGranted()
{
    ProvisionRequest wanted = request(u"tables"_s);
    wanted.applicationRole.clear();
    QVERIFY(provision(wanted));
    const auto connection = m_server.connect(u"auth_tables"_s);
    QVERIFY(connection->query(u"SET ROLE owner_tables"_s));
    QVERIFY(connection->query(u"CREATE TABLE \"Before\" (id serial)"_s));
    QVERIFY(connection->query(u"CREATE TABLE alembic_version (version_num text)"_s));
    wanted.applicationRole = u"app_tables"_s;
    const auto actions = provision(wanted);
    QVERIFY2(actions, qPrintable(actions ? QString() : actions.error().text()));
    QCOMPARE(m_server.value(
                 u"auth_tables"_s,
                 u"SELECT has_table_privilege('app_tables', '\"Before\"', 'SELECT, DELETE') AND "
                 "has_sequence_privilege('app_tables', '\"Before_id_seq\"', 'USAGE')"_s),
             u"t"_s);
    QCOMPARE(
        m_server.value(u"auth_tables"_s,
                       u"SELECT has_table_privilege('app_tables', 'alembic_version', 'SELECT')"_s),
        u"t"_s);
    QCOMPARE(
        m_server.value(
            u"auth_tables"_s,
            u"SELECT has_table_privilege('app_tables', 'alembic_version', 'INSERT, UPDATE')"_s),
        u"f"_s);
    QCOMPARE(created(*provision(wanted)), QStringList());
}

void TestProvisioner::versionTableIsOnlyRead()
{
    const ProvisionRequest wanted = request(u"version"_s);
    const auto first = provision(wanted);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().text()));
    QVERIFY(created(*first).contains(
        u"alembic_version of auth_version, empty, which app_version may only read"_s));
    const auto may = [&](const QString& table, const QString& right) {
        return m_server.value(u"auth_version"_s,
                              u"SELECT has_table_privilege('app_version', '%1', '%2')"_s.arg(
                                  table, right)) == "t"_L1;
    };
    const auto onlyReads = [&] {
        QVERIFY(may(u"alembic_version"_s, u"SELECT"_s));
        for (const QString& right : {u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"TRUNCATE"_s})
            QVERIFY2(!may(u"alembic_version"_s, right), qPrintable(right));
    };
    onlyReads();
    QCOMPARE(m_server.value(u"auth_version"_s, u"SELECT pg_get_userbyid(relowner) FROM pg_class "
                                               "WHERE oid = 'public.alembic_version'::regclass"_s),
             u"owner_version"_s);
    QCOMPARE(created(*provision(wanted)), QStringList());

    // As a first upgrade makes it, so with the rights that tables to come get.
    const auto connection = m_server.connect(u"auth_version"_s);
    for (const QString& sql :
         {u"SET ROLE owner_version"_s, u"DROP TABLE alembic_version"_s,
          u"CREATE TABLE alembic_version (version_num text)"_s, u"CREATE TABLE t (id int)"_s})
        QVERIFY(connection->query(sql));
    QVERIFY(may(u"alembic_version"_s, u"INSERT"_s));

    const auto actions = provision(wanted);
    QVERIFY2(actions, qPrintable(actions ? QString() : actions.error().text()));
    QCOMPARE(created(*actions),
             QStringList{u"app_version may only read alembic_version of auth_version"_s});
    onlyReads();
    QVERIFY(may(u"t"_s, u"INSERT"_s));
    QCOMPARE(created(*provision(wanted)), QStringList());
}

void TestProvisioner::ownerKeepsItsVersionTable()
{
    ProvisionRequest wanted = request(u"same"_s);
    wanted.applicationRole = wanted.ownerRole;
    QVERIFY(provision(wanted));
    const auto connection = m_server.connect(u"auth_same"_s);
    for (const QString& sql :
         {u"SET ROLE owner_same"_s, u"CREATE TABLE alembic_version (version_num text)"_s})
        QVERIFY(connection->query(sql));
    QVERIFY(provision(wanted));
    QVERIFY(connection->query(u"INSERT INTO alembic_version VALUES ('001')"_s));
}

void TestProvisioner::ordinaryAdmin()
{
    m_server.run(u"postgres"_s, {u"CREATE ROLE maker LOGIN CREATEROLE CREATEDB PASSWORD 'm'"_s});
    ProvisionRequest wanted = request(u"made"_s);
    wanted.admin = uri(u"postgres"_s, u"maker"_s, u"m"_s);
    const auto actions = provision(wanted);
    QVERIFY2(actions, qPrintable(actions ? QString() : actions.error().text()));
    QVERIFY(Connection::open(wanted.databases.first()));
    QCOMPARE(created(*provision(wanted)), QStringList());
}

void TestProvisioner::adminWithoutRights()
{
    m_server.run(u"postgres"_s, {u"CREATE ROLE nobody_much LOGIN PASSWORD 'n'"_s});
    ProvisionRequest wanted = request(u"never"_s);
    wanted.admin = uri(u"postgres"_s, u"nobody_much"_s, u"n"_s);
    const auto actions = provision(wanted);
    QVERIFY(!actions);
    QCOMPARE(actions.error().sqlState, u"42501"_s);
    QVERIFY(actions.error().hint.contains(u"CREATEROLE"_s));
    QVERIFY(!actions.error().statement.contains(u"SCRAM"_s));
    QVERIFY(!actions.error().text().contains(u"pä ss"_s));
}

void TestProvisioner::manyAtOnce()
{
    std::array<QString, 4> errors;
    std::vector<std::thread> threads;
    for (QString& error : errors) {
        threads.emplace_back([this, &error] {
            const auto actions = provision(request(u"race"_s));
            error = actions ? QString() : actions.error().text();
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const QString& error : errors)
        QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(created(*provision(request(u"race"_s))), QStringList());
}

void TestProvisioner::anotherServerIsRefused()
{
    ProvisionRequest wanted = request(u"elsewhere"_s);
    wanted.databases.first().setValue(u"host"_s, u"db.example.org"_s);
    const auto actions = provision(wanted);
    QVERIFY(!actions);
    QCOMPARE(actions.error().code, u"usage.provision"_s);
    QVERIFY(!actions.error().text().contains(u"pä ss"_s));
    QCOMPARE(m_server.value(u"postgres"_s,
                            u"SELECT count(*) FROM pg_roles WHERE rolname LIKE '%elsewhere'"_s),
             u"0"_s);
}

void TestProvisioner::tooLongNameIsRefused()
{
    ProvisionRequest wanted = request(u"long"_s);
    wanted.ownerRole = QString(32, u'ü'); // 64 bytes
    const auto actions = provision(wanted);
    QVERIFY(!actions);
    QCOMPARE(actions.error().code, u"usage.provision"_s);
}

SOCRATES_TEST_MAIN(TestProvisioner)
#include "tst_provisioner.moc"
