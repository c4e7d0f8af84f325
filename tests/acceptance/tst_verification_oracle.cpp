// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"
#include "core/schema/comparison.h"
#include "core/schema/expectedschema.h"
#include "tests/support/projectfixture.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using namespace socrates::test;

namespace {

/// The plan's four scripts as the plan gives them, but for the base of the second lineage.
struct Script
{
    QString database, id, down, body;
};

QList<Script> planScripts()
{
    return {
        {u"socrates_auth"_s, u"001"_s, {}, uR"(
    op.create_table('users',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('email', sa.String(255), nullable=False, unique=True),
        sa.Column('hashed_password', sa.String(255), nullable=False),
        sa.Column('is_active', sa.Boolean(), nullable=False, server_default=sa.text('true')),
        sa.Column('is_verified', sa.Boolean(), nullable=False, server_default=sa.text('false')),
        sa.Column('status', sa.String(20), nullable=False, server_default='active'),
        sa.Column('role', sa.String(20), nullable=False, server_default='user'),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('updated_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')))
    op.create_index('idx_users_email', 'users', ['email'])
    op.create_index('idx_users_is_active', 'users', ['is_active'])
    op.create_index('idx_users_status', 'users', ['status'])
)"_s},
        {u"socrates_auth"_s, u"002"_s, u"001"_s, uR"(
    op.create_table('refresh_tokens',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('user_id', UUID(as_uuid=True), nullable=False),
        sa.Column('token', sa.String(500), nullable=False, unique=True),
        sa.Column('expires_at', sa.DateTime(), nullable=False),
        sa.Column('is_revoked', sa.Boolean(), nullable=False, server_default=sa.text('false')),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')))
    op.create_foreign_key('fk_refresh_tokens_user_id', 'refresh_tokens', 'users', ['user_id'], ['id'],
        ondelete='CASCADE')
    op.create_index('idx_refresh_tokens_user_id', 'refresh_tokens', ['user_id'])
    op.create_index('idx_refresh_tokens_token', 'refresh_tokens', ['token'])
    op.create_index('idx_refresh_tokens_expires_at', 'refresh_tokens', ['expires_at'])
)"_s},
        {u"socrates_specs"_s, u"003"_s, {}, uR"(
    op.create_table('projects',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('user_id', UUID(as_uuid=True), nullable=False),
        sa.Column('name', sa.String(255), nullable=False),
        sa.Column('description', sa.Text()),
        sa.Column('current_phase', sa.String(50), nullable=False, server_default='discovery'),
        sa.Column('maturity_score', sa.Integer(), nullable=False, server_default='0'),
        sa.Column('status', sa.String(20), nullable=False, server_default='active'),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('updated_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')))
    op.create_index('idx_projects_user_id', 'projects', ['user_id'])
    op.create_index('idx_projects_status', 'projects', ['status'])
    op.create_index('idx_projects_current_phase', 'projects', ['current_phase'])
    op.create_index('idx_projects_maturity_score', 'projects', ['maturity_score'])
    op.create_check_constraint('check_projects_maturity_score', 'projects',
        'maturity_score >= 0 AND maturity_score <= 100')
)"_s},
        {u"socrates_specs"_s, u"004"_s, u"003"_s, uR"(
    op.create_table('sessions',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('project_id', UUID(as_uuid=True), nullable=False),
        sa.Column('mode', sa.String(20), nullable=False, server_default='socratic'),
        sa.Column('status', sa.String(20), nullable=False, server_default='active'),
        sa.Column('started_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('ended_at', sa.DateTime()),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('updated_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')))
    op.create_foreign_key('fk_sessions_project_id', 'sessions', 'projects', ['project_id'], ['id'],
        ondelete='CASCADE')
    op.create_index('idx_sessions_project_id', 'sessions', ['project_id'])
    op.create_index('idx_sessions_status', 'sessions', ['status'])
    op.create_index('idx_sessions_mode', 'sessions', ['mode'])
)"_s},
    };
}

void write(const QString& path, const QString& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

/// An Alembic folder of one lineage; upgraded to head by the real Alembic.
void upgradeWithAlembic(const QString& folder, const QString& lineage, const QString& uri)
{
    QDir().mkpath(folder + u"/versions"_s);
    write(folder + u"/alembic.ini"_s, u"[alembic]\nscript_location = "_s + folder + u'\n');
    write(folder + u"/script.py.mako"_s, {});
    write(folder + u"/env.py"_s,
          u"import os\nfrom alembic import context\nfrom sqlalchemy import create_engine\n"
          "with create_engine(os.environ['ORACLE_URL']).connect() as connection:\n"
          "    context.configure(connection=connection)\n"
          "    with context.begin_transaction():\n"
          "        context.run_migrations()\n"_s);
    for (const Script& script : planScripts()) {
        if (script.database != lineage)
            continue;
        write(
            folder + u"/versions/%1.py"_s.arg(script.id),
            u"from alembic import op\nimport sqlalchemy as sa\nfrom sqlalchemy.dialects.postgresql "
            u"import UUID\n"
            "revision = '%1'\ndown_revision = %2\nbranch_labels = None\ndepends_on = None\n\ndef upgrade():%3"_s
                .arg(script.id, script.down.isEmpty() ? u"None"_s : u"'%1'"_s.arg(script.down),
                     script.body));
    }
    TestServer::runProgram(
        u"/usr/bin/python3"_s,
        {u"-m"_s, u"alembic"_s, u"-c"_s, folder + u"/alembic.ini"_s, u"upgrade"_s, u"head"_s},
        {u"ORACLE_URL="_s + uri});
}

/// pg_dump's text, object by object, in the words of Schema: an account that shares nothing with
/// the catalog reader.
QMap<QString, QString> objectsOfDump(const QString& dump)
{
    QMap<QString, QString> objects;
    QString text = dump;
    text.replace(QRegularExpression(u"\\s*\\n\\s*"_s), u" "_s);
    const auto each = [&text](const QString& pattern, const auto& take) {
        auto matches = QRegularExpression(pattern).globalMatch(text);
        while (matches.hasNext())
            take(matches.next());
    };
    each(
        u"CREATE TABLE public\\.(\\w+) \\( (.*?) \\);"_s,
        [&](const QRegularExpressionMatch& table) {
            objects.insert(u"table "_s + table.captured(1), u"table"_s);
            static const QRegularExpression comma(u", (?=\\w+ )"_s);
            for (const QString& part : table.captured(2).split(comma)) {
                const QString name = part.section(u' ', 0, 0);
                QString rest = part.section(u' ', 1);
                static const QRegularExpression defaults(u"^(.*?)( DEFAULT (.*?))?( NOT NULL)?$"_s);
                const auto match = defaults.match(rest);
                objects.insert(
                    u"column "_s + table.captured(1) + u'.' + name,
                    match.captured(1) + (match.captured(4).isEmpty() ? QString() : u" not null"_s) +
                        (match.captured(3).isEmpty() ? QString()
                                                     : u" default "_s + match.captured(3)));
            }
            static const QRegularExpression check(u"CONSTRAINT (\\w+) (CHECK \\(.*\\))$"_s);
            const auto match = check.match(table.captured(2));
            if (match.hasMatch()) {
                objects.remove(u"column "_s + table.captured(1) + u".CONSTRAINT"_s);
                objects.insert(u"check "_s + table.captured(1) + u'.' + match.captured(1),
                               match.captured(2));
            }
        });
    each(
        u"ALTER TABLE ONLY public\\.(\\w+) ADD CONSTRAINT (\\w+) ((PRIMARY|UNIQUE|FOREIGN)[^;]*);"_s,
        [&](const QRegularExpressionMatch& match) {
            const QString kind = match.captured(4) == u"PRIMARY"_s  ? u"primary_key "_s
                                 : match.captured(4) == u"UNIQUE"_s ? u"unique "_s
                                                                    : u"foreign_key "_s;
            const QString key = match.captured(1) + u'.' + match.captured(2);
            objects.insert(kind + key, match.captured(3).remove(u"public."_s));
            if (kind != u"foreign_key "_s) {
                const QString columns = match.captured(3).mid(match.captured(3).indexOf(u'('));
                objects.insert(u"index "_s + key, u"unique btree "_s + columns);
            }
        });
    each(u"CREATE INDEX (\\w+) ON public\\.(\\w+) USING ([^;]*);"_s,
         [&](const QRegularExpressionMatch& match) {
             objects.insert(u"index "_s + match.captured(2) + u'.' + match.captured(1),
                            match.captured(3));
         });
    return objects;
}

QMap<QString, QString> objectsOf(const Schema& schema)
{
    QMap<QString, QString> objects;
    for (const SchemaObject& object : schema.objects())
        objects.insert(kindText(object.kind) + u' ' +
                           (object.table.isEmpty() ? QString() : object.table + u'.') + object.name,
                       object.definition);
    return objects;
}

} // namespace

class TestVerificationOracle : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void expectedIsWhatPgDumpTellsOfRealAlembic_data();
    void expectedIsWhatPgDumpTellsOfRealAlembic();
    void everySingleMutationIsNamed_data();
    void everySingleMutationIsNamed();

private:
    Schema expectedOf(const QString& lineage, Connection& target);
    QTemporaryDir m_folder;
    QMap<QString, QString> m_databases; ///< lineage -> database built by Alembic
};

void TestVerificationOracle::initTestCase()
{
    TestServer& server = TestServer::shared();
    for (const QString& lineage : {u"socrates_auth"_s, u"socrates_specs"_s}) {
        m_databases[lineage] = server.createDatabase(u"oracle"_s);
        upgradeWithAlembic(m_folder.filePath(lineage), lineage, server.uri(m_databases[lineage]));
    }
}

Schema TestVerificationOracle::expectedOf(const QString& lineage, Connection& target)
{
    const Project project = planProject();
    const DatabaseName name(lineage);
    ExpectedSchemaSource::Options options;
    options.useCache = false;
    auto answer = ExpectedSchemaSource(options).expectedAt(project, name,
                                                           project.graph(name).heads(), target);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().text()));
    return answer->schema;
}

void TestVerificationOracle::expectedIsWhatPgDumpTellsOfRealAlembic_data()
{
    QTest::addColumn<QString>("lineage");
    QTest::newRow("auth") << u"socrates_auth"_s;
    QTest::newRow("specs") << u"socrates_specs"_s;
}

void TestVerificationOracle::expectedIsWhatPgDumpTellsOfRealAlembic()
{
    QFETCH(QString, lineage);
    TestServer& server = TestServer::shared();
    const QString database = m_databases.value(lineage);
    const QString dump = TestServer::dump(
        {u"--schema-only"_s, u"-T"_s, u"alembic_version"_s, u"-d"_s, server.uri(database)});
    const auto connection = server.connect(database);
    const QMap<QString, QString> told = objectsOfDump(dump);
    const QMap<QString, QString> expected = objectsOf(expectedOf(lineage, *connection));
    QVERIFY(told.size() > 20);
    QCOMPARE(expected.keys(), told.keys());
    for (auto it = told.cbegin(); it != told.cend(); ++it)
        QVERIFY2(expected.value(it.key()) == it.value(),
                 qPrintable(it.key() + u": "_s + expected.value(it.key()) + u" / "_s + it.value()));
}

void TestVerificationOracle::everySingleMutationIsNamed_data()
{
    QTest::addColumn<QString>("lineage");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("named");
    const auto auth = [](const QString& statement, const QString& named) {
        QTest::newRow(qPrintable(statement)) << u"socrates_auth"_s << statement << named;
    };
    const auto specs = [](const QString& statement, const QString& named) {
        QTest::newRow(qPrintable(statement)) << u"socrates_specs"_s << statement << named;
    };
    auth(u"ALTER TABLE users ALTER email TYPE varchar(254)"_s, u"different column users.email"_s);
    auth(u"ALTER TABLE users ALTER email TYPE text"_s, u"different column users.email"_s);
    auth(u"ALTER TABLE users ALTER email TYPE varchar(255) COLLATE \"C\""_s,
         u"different column users.email"_s);
    auth(u"ALTER TABLE users ALTER email DROP NOT NULL"_s, u"different column users.email"_s);
    auth(u"ALTER TABLE users RENAME email TO mail"_s, u"missing column users.email"_s);
    auth(u"ALTER TABLE users ALTER id DROP DEFAULT"_s, u"different column users.id"_s);
    auth(u"ALTER TABLE users ALTER is_active SET DEFAULT false"_s,
         u"different column users.is_active"_s);
    auth(u"ALTER TABLE users ALTER is_active DROP DEFAULT"_s,
         u"different column users.is_active"_s);
    auth(u"ALTER TABLE users ALTER status SET DEFAULT 'Active'"_s,
         u"different column users.status"_s);
    auth(u"ALTER TABLE users ALTER created_at TYPE timestamptz"_s,
         u"different column users.created_at"_s);
    auth(u"ALTER TABLE users ALTER created_at TYPE timestamp(3)"_s,
         u"different column users.created_at"_s);
    auth(u"ALTER TABLE users ALTER created_at SET DEFAULT statement_timestamp()"_s,
         u"different column users.created_at"_s);
    auth(u"ALTER TABLE users DROP hashed_password"_s, u"missing column users.hashed_password"_s);
    auth(u"ALTER TABLE users ADD extra int"_s, u"extra column users.extra"_s);
    auth(u"ALTER TABLE users ALTER email SET STORAGE EXTERNAL"_s,
         u"different column users.email"_s);
    auth(u"ALTER TABLE users DROP CONSTRAINT users_email_key"_s,
         u"missing unique users.users_email_key"_s);
    auth(u"ALTER TABLE users RENAME CONSTRAINT users_email_key TO u"_s,
         u"missing unique users.users_email_key"_s);
    auth(u"ALTER TABLE users ADD CHECK (email <> '')"_s, u"extra check users.users_email_check"_s);
    auth(u"ALTER TABLE users ADD UNIQUE (role)"_s, u"extra unique users.users_role_key"_s);
    auth(u"ALTER TABLE users RENAME TO people"_s, u"missing table users"_s);
    auth(u"ALTER TABLE refresh_tokens SET UNLOGGED"_s, u"different table refresh_tokens"_s);
    auth(u"ALTER TABLE users ENABLE ROW LEVEL SECURITY"_s, u"different table users"_s);
    auth(u"ALTER TABLE users SET (fillfactor = 50)"_s, u"different table users"_s);
    auth(u"ALTER TABLE users SET SCHEMA other"_s, u"missing table users"_s);
    auth(u"ALTER INDEX idx_users_status RENAME TO idx_status"_s,
         u"missing index users.idx_users_status"_s);
    auth(u"ALTER INDEX idx_users_status SET (fillfactor = 50)"_s,
         u"different index users.idx_users_status"_s);
    auth(u"DROP INDEX idx_users_email"_s, u"missing index users.idx_users_email"_s);
    auth(u"CREATE INDEX more ON users (role)"_s, u"extra index users.more"_s);
    auth(u"DROP INDEX idx_users_status; CREATE INDEX idx_users_status ON users (status DESC)"_s,
         u"different index users.idx_users_status"_s);
    auth(
        u"DROP INDEX idx_users_status; CREATE INDEX idx_users_status ON users (status) WHERE is_active"_s,
        u"different index users.idx_users_status"_s);
    auth(u"DROP INDEX idx_users_status; CREATE INDEX idx_users_status ON users (status, role)"_s,
         u"different index users.idx_users_status"_s);
    auth(
        u"DROP INDEX idx_users_status; CREATE INDEX idx_users_status ON users USING hash (status)"_s,
        u"different index users.idx_users_status"_s);
    auth(u"DROP INDEX idx_users_status; CREATE INDEX idx_users_status ON users (lower(status))"_s,
         u"different index users.idx_users_status"_s);
    auth(u"DROP INDEX idx_users_status; CREATE UNIQUE INDEX idx_users_status ON users (status)"_s,
         u"different index users.idx_users_status"_s);
    auth(
        u"DROP INDEX idx_users_status; CREATE INDEX idx_users_status ON users (status text_pattern_ops)"_s,
        u"different index users.idx_users_status"_s);
    auth(
        u"DROP INDEX idx_users_status; CREATE INDEX idx_users_status ON users (status) INCLUDE (role)"_s,
        u"different index users.idx_users_status"_s);
    const QString key =
        u"ALTER TABLE refresh_tokens DROP CONSTRAINT fk_refresh_tokens_user_id, "
        "ADD CONSTRAINT fk_refresh_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id) "_s;
    const QString keyNamed = u"different foreign_key refresh_tokens.fk_refresh_tokens_user_id"_s;
    for (const QString& end :
         {u"ON DELETE SET NULL"_s, u"ON DELETE CASCADE ON UPDATE CASCADE"_s,
          u"ON DELETE CASCADE DEFERRABLE"_s, u"ON DELETE CASCADE NOT VALID"_s, u""_s})
        auth(key + end, keyNamed);
    auth(u"ALTER TABLE refresh_tokens DROP CONSTRAINT fk_refresh_tokens_user_id"_s,
         u"missing foreign_key refresh_tokens.fk_refresh_tokens_user_id"_s);
    auth(u"ALTER TABLE refresh_tokens DROP CONSTRAINT refresh_tokens_pkey"_s,
         u"missing primary_key refresh_tokens.refresh_tokens_pkey"_s);
    specs(u"ALTER TABLE projects ALTER maturity_score TYPE bigint"_s,
          u"different column projects.maturity_score"_s);
    specs(u"ALTER TABLE projects ALTER maturity_score TYPE numeric(5,2)"_s,
          u"different column projects.maturity_score"_s);
    specs(u"ALTER TABLE projects ALTER maturity_score SET DEFAULT 1"_s,
          u"different column projects.maturity_score"_s);
    specs(u"ALTER TABLE projects ALTER description SET NOT NULL"_s,
          u"different column projects.description"_s);
    specs(u"ALTER TABLE projects ALTER user_id TYPE text"_s,
          u"different column projects.user_id"_s);
    specs(u"ALTER TABLE projects DROP CONSTRAINT check_projects_maturity_score"_s,
          u"missing check projects.check_projects_maturity_score"_s);
    specs(u"ALTER TABLE projects DROP CONSTRAINT check_projects_maturity_score, ADD CONSTRAINT "
          "check_projects_maturity_score CHECK (maturity_score >= 0 AND maturity_score < 100)"_s,
          u"different check projects.check_projects_maturity_score"_s);
    specs(u"ALTER TABLE sessions ALTER mode SET DEFAULT 'direct'"_s,
          u"different column sessions.mode"_s);
    specs(u"ALTER TABLE sessions ALTER ended_at SET DEFAULT now()"_s,
          u"different column sessions.ended_at"_s);
    specs(u"ALTER TABLE sessions ALTER status TYPE varchar(21)"_s,
          u"different column sessions.status"_s);
    specs(u"DROP TABLE sessions"_s, u"missing table sessions"_s);
    specs(u"CREATE VIEW v AS SELECT id FROM projects"_s, u"extra view v"_s);
    specs(u"CREATE TYPE mood AS ENUM ('a')"_s, u"extra enum mood"_s);
    specs(u"CREATE SEQUENCE q"_s, u"extra sequence q"_s);
}

void TestVerificationOracle::everySingleMutationIsNamed()
{
    QFETCH(QString, lineage);
    QFETCH(QString, statement);
    QFETCH(QString, named);
    TestServer& server = TestServer::shared();
    const auto connection = server.connect(m_databases.value(lineage));
    const Schema expected = expectedOf(lineage, *connection);
    QVERIFY(connection->query(u"BEGIN"_s));
    QVERIFY(connection->query(u"CREATE SCHEMA other"_s));
    const QStringList parts = statement.split(u"; "_s);
    for (const QString& part : parts) {
        const auto done = connection->query(part);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }
    const auto found = readCatalog(*connection);
    QVERIFY(found.has_value());
    QStringList lines;
    for (const ComparisonLine& line : compareSchemas(expected, *found).differences())
        lines << outcomeText(line.outcome) + u' ' + kindText(line.kind) + u' ' +
                     (line.table.isEmpty() ? QString() : line.table + u'.') + line.name;
    QVERIFY(lines.removeOne(u"extra schema other"_s));
    QVERIFY2(lines.contains(named), qPrintable(lines.join(u", "_s)));
    // No more than what the change really touches: a renamed column is in three other objects.
    QVERIFY2(lines.size() <= 5, qPrintable(lines.join(u", "_s)));
}

SOCRATES_TEST_MAIN(TestVerificationOracle)
#include "tst_verification_oracle.moc"
