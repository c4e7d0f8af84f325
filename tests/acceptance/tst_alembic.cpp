// SPDX-License-Identifier: MIT
// Beside the real Alembic: what either leaves, the other can take over.
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::TestServer;

namespace {

struct Ran
{
    int code = -1;
    QString text; ///< both streams

    QByteArray told() const { return (u"exit %1\n"_s.arg(code) + text).toUtf8(); }
};

void writeFile(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(text);
}

constexpr char environmentScript[] = R"py(
import os
from alembic import context
from sqlalchemy import create_engine, pool

engine = create_engine(os.environ["ALEMBIC_URL"], poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
)py";

constexpr char preamble[] = R"py(
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import UUID
branch_labels = None
depends_on = None
)py";

// The plan's own scripts (MIGRATION_PLAN.md, step 3), in one folder per database: 003 is a base.
constexpr char script001[] = R"py(
"""Create users table"""
revision = '001'
down_revision = None

def upgrade():
    op.create_table(
        'users',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('email', sa.String(255), nullable=False, unique=True),
        sa.Column('hashed_password', sa.String(255), nullable=False),
        sa.Column('is_active', sa.Boolean(), nullable=False, server_default=sa.text('true')),
        sa.Column('is_verified', sa.Boolean(), nullable=False, server_default=sa.text('false')),
        sa.Column('status', sa.String(20), nullable=False, server_default='active'),
        sa.Column('role', sa.String(20), nullable=False, server_default='user'),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('updated_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()'))
    )
    op.create_index('idx_users_email', 'users', ['email'])
    op.create_index('idx_users_is_active', 'users', ['is_active'])
    op.create_index('idx_users_status', 'users', ['status'])

def downgrade():
    op.drop_index('idx_users_status')
    op.drop_index('idx_users_is_active')
    op.drop_index('idx_users_email')
    op.drop_table('users')
)py";

constexpr char script002[] = R"py(
"""Create refresh_tokens table"""
revision = '002'
down_revision = '001'

def upgrade():
    op.create_table(
        'refresh_tokens',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('user_id', UUID(as_uuid=True), nullable=False),
        sa.Column('token', sa.String(500), nullable=False, unique=True),
        sa.Column('expires_at', sa.DateTime(), nullable=False),
        sa.Column('is_revoked', sa.Boolean(), nullable=False, server_default=sa.text('false')),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()'))
    )
    op.create_foreign_key('fk_refresh_tokens_user_id', 'refresh_tokens', 'users', ['user_id'], ['id'],
                          ondelete='CASCADE')
    op.create_index('idx_refresh_tokens_user_id', 'refresh_tokens', ['user_id'])
    op.create_index('idx_refresh_tokens_token', 'refresh_tokens', ['token'])
    op.create_index('idx_refresh_tokens_expires_at', 'refresh_tokens', ['expires_at'])

def downgrade():
    op.drop_index('idx_refresh_tokens_expires_at')
    op.drop_index('idx_refresh_tokens_token')
    op.drop_index('idx_refresh_tokens_user_id')
    op.drop_constraint('fk_refresh_tokens_user_id', 'refresh_tokens', type_='foreignkey')
    op.drop_table('refresh_tokens')
)py";

constexpr char script003[] = R"py(
"""Create projects table"""
revision = '003'
down_revision = None

def upgrade():
    op.create_table(
        'projects',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('user_id', UUID(as_uuid=True), nullable=False),
        sa.Column('name', sa.String(255), nullable=False),
        sa.Column('description', sa.Text()),
        sa.Column('current_phase', sa.String(50), nullable=False, server_default='discovery'),
        sa.Column('maturity_score', sa.Integer(), nullable=False, server_default='0'),
        sa.Column('status', sa.String(20), nullable=False, server_default='active'),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('updated_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()'))
    )
    op.create_index('idx_projects_user_id', 'projects', ['user_id'])
    op.create_index('idx_projects_status', 'projects', ['status'])
    op.create_index('idx_projects_current_phase', 'projects', ['current_phase'])
    op.create_index('idx_projects_maturity_score', 'projects', ['maturity_score'])
    op.create_check_constraint('check_projects_maturity_score', 'projects',
                               'maturity_score >= 0 AND maturity_score <= 100')

def downgrade():
    op.drop_constraint('check_projects_maturity_score', 'projects', type_='check')
    op.drop_index('idx_projects_maturity_score')
    op.drop_index('idx_projects_current_phase')
    op.drop_index('idx_projects_status')
    op.drop_index('idx_projects_user_id')
    op.drop_table('projects')
)py";

constexpr char script004[] = R"py(
"""Create sessions table"""
revision = '004'
down_revision = '003'

def upgrade():
    op.create_table(
        'sessions',
        sa.Column('id', UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('project_id', UUID(as_uuid=True), nullable=False),
        sa.Column('mode', sa.String(20), nullable=False, server_default='socratic'),
        sa.Column('status', sa.String(20), nullable=False, server_default='active'),
        sa.Column('started_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('ended_at', sa.DateTime()),
        sa.Column('created_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()')),
        sa.Column('updated_at', sa.DateTime(), nullable=False, server_default=sa.text('NOW()'))
    )
    op.create_foreign_key('fk_sessions_project_id', 'sessions', 'projects', ['project_id'], ['id'],
                          ondelete='CASCADE')
    op.create_index('idx_sessions_project_id', 'sessions', ['project_id'])
    op.create_index('idx_sessions_status', 'sessions', ['status'])
    op.create_index('idx_sessions_mode', 'sessions', ['mode'])

def downgrade():
    op.drop_index('idx_sessions_mode')
    op.drop_index('idx_sessions_status')
    op.drop_index('idx_sessions_project_id')
    op.drop_constraint('fk_sessions_project_id', 'sessions', type_='foreignkey')
    op.drop_table('sessions')
)py";

} // namespace

class AlembicTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void leavesTheSameBytes_data();
    void leavesTheSameBytes();
    void downgradeLeavesTheSameBytes_data() { leavesTheSameBytes_data(); }
    void downgradeLeavesTheSameBytes();
    void alembicTakesOver();
    void weTakeOver();
    void stampIsNoEvidence();
    void ourStampIsAlembics();
    void severalVersionRows();
    void unknownRow();

private:
    Ran alembic(const QString& folder, const QString& database, const QStringList& arguments);
    Ran ours(const QString& name, const QString& database, const QStringList& arguments,
             const QString& project = {});
    QString dump(const QString& database, const QStringList& options = {});
    QStringList rows(const QString& database);

    TestServer& server() { return TestServer::shared(); }
    QTemporaryDir m_folder;
};

void AlembicTest::initTestCase()
{
    const QList<std::tuple<QString, QString, QByteArray>> scripts{
        {u"socrates_auth"_s, u"001"_s, script001},
        {u"socrates_auth"_s, u"002"_s, script002},
        {u"socrates_specs"_s, u"003"_s, script003},
        {u"socrates_specs"_s, u"004"_s, script004}};
    for (const auto& [database, id, script] : scripts) {
        const QString folder = m_folder.filePath(database);
        writeFile(folder + u"/versions/%1_step.py"_s.arg(id), QByteArray(preamble) + script);
        writeFile(folder + u"/env.py"_s, environmentScript);
        writeFile(folder + u"/alembic.ini"_s,
                  "[alembic]\nscript_location = " + folder.toUtf8() + "\n");
    }
}

Ran AlembicTest::alembic(const QString& folder, const QString& database,
                         const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ALEMBIC_URL"_s, server().uri(database));
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        u"/usr/bin/python3"_s,
        QStringList{u"-m"_s, u"alembic"_s, u"-c"_s, m_folder.filePath(folder) + u"/alembic.ini"_s} +
            arguments);
    if (!process.waitForFinished(60000))
        qFatal("alembic did not end");
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

Ran AlembicTest::ours(const QString& name, const QString& database, const QStringList& arguments,
                      const QString& project)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral(SOCRATES_BINARY_DIR "/socrates-migrate"),
        QStringList{u"--project"_s,
                    project.isEmpty() ? QStringLiteral(SOCRATES_SOURCE_DIR "/migrations") : project,
                    u"--url"_s, name + u'=' + server().uri(database)} +
            arguments);
    if (!process.waitForFinished(60000))
        qFatal("socrates-migrate did not end");
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QString AlembicTest::dump(const QString& database, const QStringList& options)
{
    const QString text = TestServer::dump(
        QStringList{u"--exclude-schema=socrates_admin"_s, u"--dbname"_s, server().uri(database)} +
        options);
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        // Newer pg_dump fences its script with a random key.
        if (!line.startsWith("\\restrict "_L1) && !line.startsWith("\\unrestrict "_L1))
            lines << line;
    }
    return lines.join(u'\n');
}

QStringList AlembicTest::rows(const QString& database)
{
    return server()
        .value(database,
               u"SELECT string_agg(version_num, ',' ORDER BY version_num) FROM alembic_version"_s)
        .split(u',', Qt::SkipEmptyParts);
}

void AlembicTest::leavesTheSameBytes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("target");
    QTest::newRow("auth at 001") << u"socrates_auth"_s << u"001"_s;
    QTest::newRow("auth at head") << u"socrates_auth"_s << u"head"_s;
    QTest::newRow("specs at 003") << u"socrates_specs"_s << u"003"_s;
    QTest::newRow("specs at head") << u"socrates_specs"_s << u"head"_s;
}

/// Success, or what was told instead. The program is run once.
#define VERIFY_RAN(expression)                                                                     \
    do {                                                                                           \
        const Ran ran = expression;                                                                \
        QVERIFY2(ran.code == 0, ran.told().constData());                                           \
    } while (false)

void AlembicTest::leavesTheSameBytes()
{
    QFETCH(QString, name);
    QFETCH(QString, target);
    const QString theirs = server().createDatabase(u"theirs"_s);
    const QString mine = server().createDatabase(u"ours"_s);
    QStringList more;
    if (name == u"socrates_specs"_s) {
        // 003 requires socrates_auth@002, so specs is only upgraded beside an upgraded auth.
        const QString auth = server().createDatabase(u"auth"_s);
        VERIFY_RAN(ours(u"socrates_auth"_s, auth, {u"upgrade"_s}));
        more = {u"--url"_s, u"socrates_auth="_s + server().uri(auth)};
    }
    VERIFY_RAN(alembic(name, theirs, {u"upgrade"_s, target}));
    VERIFY_RAN(ours(name, mine, QStringList{u"upgrade"_s, name + u'@' + target} + more));
    QCOMPARE(dump(mine), dump(theirs));
}

void AlembicTest::downgradeLeavesTheSameBytes()
{
    QFETCH(QString, name);
    QFETCH(QString, target);
    const QString theirs = server().createDatabase(u"theirs"_s);
    const QString mine = server().createDatabase(u"ours"_s);
    for (const QString& database : {theirs, mine})
        VERIFY_RAN(alembic(name, database, {u"upgrade"_s, u"head"_s}));
    const QString down = target == u"head"_s ? u"base"_s : target;
    VERIFY_RAN(alembic(name, theirs, {u"downgrade"_s, down}));
    VERIFY_RAN(ours(name, mine, {u"downgrade"_s, down, u"--yes-destroy-data"_s, mine}));
    QCOMPARE(dump(mine), dump(theirs));
}

void AlembicTest::alembicTakesOver()
{
    const QString name = u"socrates_auth"_s;
    const QString database = server().createDatabase(u"over"_s);
    VERIFY_RAN(ours(name, database, {u"upgrade"_s, u"001"_s}));
    Ran current = alembic(name, database, {u"current"_s});
    QVERIFY2(current.code == 0 && current.text.contains(u"001"_s), current.told().constData());
    VERIFY_RAN(alembic(name, database, {u"upgrade"_s, u"head"_s}));
    QCOMPARE(rows(database), QStringList{u"002"_s});
    current = alembic(name, database, {u"current"_s});
    QVERIFY2(current.text.contains(u"002 (head)"_s), current.told().constData());
    VERIFY_RAN(alembic(name, database, {u"downgrade"_s, u"-1"_s}));
    QCOMPARE(rows(database), QStringList{u"001"_s});
    VERIFY_RAN(alembic(name, database, {u"downgrade"_s, u"base"_s}));
    QCOMPARE(rows(database), QStringList{});
}

void AlembicTest::weTakeOver()
{
    const QString name = u"socrates_auth"_s;
    const QString database = server().createDatabase(u"over"_s);
    VERIFY_RAN(alembic(name, database, {u"upgrade"_s, u"001"_s}));
    VERIFY_RAN(ours(name, database, {u"upgrade"_s}));
    QCOMPARE(rows(database), QStringList{u"002"_s});
    VERIFY_RAN(ours(name, database, {u"verify"_s}));
    VERIFY_RAN(ours(name, database, {u"downgrade"_s, u"-1"_s, u"--yes-destroy-data"_s, database}));
    QCOMPARE(rows(database), QStringList{u"001"_s});
    VERIFY_RAN(alembic(name, database, {u"upgrade"_s, u"head"_s}));
    VERIFY_RAN(ours(name, database, {u"status"_s, u"--check"_s}));
    VERIFY_RAN(ours(name, database, {u"verify"_s}));
}

void AlembicTest::stampIsNoEvidence()
{
    const QString name = u"socrates_auth"_s;
    const QString database = server().createDatabase(u"stamped"_s);
    VERIFY_RAN(alembic(name, database, {u"stamp"_s, u"head"_s}));
    VERIFY_RAN(ours(name, database, {u"status"_s, u"--check"_s}));
    const Ran verified = ours(name, database, {u"verify"_s});
    QVERIFY2(verified.code == 3, verified.told().constData());
    QVERIFY2(verified.text.contains(u"missing    table users"_s), verified.told().constData());
}

void AlembicTest::ourStampIsAlembics()
{
    const QString name = u"socrates_auth"_s;
    const QString theirs = server().createDatabase(u"theirs"_s);
    const QString mine = server().createDatabase(u"ours"_s);
    VERIFY_RAN(alembic(name, theirs, {u"stamp"_s, u"001"_s}));
    VERIFY_RAN(ours(name, mine, {u"stamp"_s, u"001"_s, u"--force"_s}));
    QCOMPARE(dump(mine), dump(theirs));
    VERIFY_RAN(alembic(name, mine, {u"stamp"_s, u"head"_s}));
    VERIFY_RAN(ours(name, mine, {u"stamp"_s, u"base"_s, u"--force"_s}));
    VERIFY_RAN(alembic(name, theirs, {u"stamp"_s, u"base"_s}));
    QCOMPARE(dump(mine), dump(theirs));
}

void AlembicTest::severalVersionRows()
{
    const QString project = m_folder.filePath(u"two-bases"_s);
    writeFile(project + u"/socrates.json"_s, R"({"databases": [{"name": "both"}]})");
    const auto addRevision = [&](const QByteArray& id, const QByteArray& down,
                                 const QByteArray& table) {
        writeFile(project + u"/both/"_s + QString::fromUtf8(id) + u"_step.sql"_s,
                  "-- socrates-migration: 1\n-- revision: " + id + "\n-- down_revision: " + down +
                      "\n-- database: both\n\n-- migrate:up\nCREATE TABLE " + table +
                      " (id INTEGER);\n\n-- migrate:down\nDROP TABLE " + table + ";\n");
        writeFile(
            m_folder.filePath(u"both"_s) + u"/versions/"_s + QString::fromUtf8(id) + u"_step.py"_s,
            QByteArray(preamble) + "revision = '" + id +
                "'\ndown_revision = " + (down.isEmpty() ? QByteArray("None") : "'" + down + "'") +
                "\ndef upgrade():\n    op.create_table('" + table +
                "', sa.Column('id', sa.Integer()))\n"
                "def downgrade():\n    op.drop_table('" +
                table + "')\n");
    };
    addRevision("a001", {}, "first");
    addRevision("a002", "a001", "second");
    addRevision("b001", {}, "third");
    writeFile(m_folder.filePath(u"both/env.py"_s), environmentScript);
    writeFile(m_folder.filePath(u"both/alembic.ini"_s),
              "[alembic]\nscript_location = " + m_folder.filePath(u"both"_s).toUtf8() + "\n");

    const QString theirs = server().createDatabase(u"theirs"_s);
    const QString mine = server().createDatabase(u"ours"_s);
    const Ran ambiguous = ours(u"both"_s, mine, {u"upgrade"_s, u"head"_s}, project);
    QVERIFY2(ambiguous.code == 2, ambiguous.told().constData());
    QVERIFY2(
        ambiguous.text.contains(u"Multiple head revisions are present for given argument 'head'"_s),
        ambiguous.told().constData());
    VERIFY_RAN(alembic(u"both"_s, theirs, {u"upgrade"_s, u"heads"_s}));
    VERIFY_RAN(ours(u"both"_s, mine, {u"upgrade"_s, u"heads"_s}, project));
    QCOMPARE(rows(mine), (QStringList{u"a002"_s, u"b001"_s}));
    QCOMPARE(rows(theirs), rows(mine));
    // Rows have no order in a table, and Alembic's depends on how the system lists the files.
    const QStringList noData{u"--schema-only"_s};
    QCOMPARE(dump(mine, noData), dump(theirs, noData));
    const Ran current = alembic(u"both"_s, mine, {u"current"_s});
    QVERIFY2(current.text.contains(u"a002 (head)"_s) && current.text.contains(u"b001 (head)"_s),
             current.told().constData());
    VERIFY_RAN(ours(u"both"_s, theirs, {u"status"_s, u"--check"_s}, project));
    VERIFY_RAN(ours(u"both"_s, theirs, {u"downgrade"_s, u"a001"_s, u"--yes-destroy-data"_s, theirs},
                    project));
    VERIFY_RAN(alembic(u"both"_s, mine, {u"downgrade"_s, u"a001"_s}));
    QCOMPARE(rows(theirs), rows(mine));
    QCOMPARE(dump(theirs, noData), dump(mine, noData));
}

void AlembicTest::unknownRow()
{
    const QString name = u"socrates_auth"_s;
    const QString database = server().createDatabase(u"unknown"_s);
    VERIFY_RAN(alembic(name, database, {u"upgrade"_s, u"001"_s}));
    server().run(database, {u"UPDATE alembic_version SET version_num = 'dead'"_s});
    QVERIFY(alembic(name, database, {u"current"_s})
                .text.contains(u"Can't locate revision identified by 'dead'"_s));
    const Ran status = ours(name, database, {u"status"_s});
    QVERIFY2(status.code == 0 && status.text.contains(u"dead"_s), status.told().constData());
    const Ran upgrade = ours(name, database, {u"upgrade"_s});
    QVERIFY2(upgrade.code == 1 &&
                 upgrade.text.contains(u"Can't locate revision identified by 'dead'"_s),
             upgrade.told().constData());
    QCOMPARE(rows(database), QStringList{u"dead"_s});
    VERIFY_RAN(ours(name, database, {u"stamp"_s, u"--purge"_s, u"001"_s}));
    VERIFY_RAN(alembic(name, database, {u"upgrade"_s, u"head"_s}));
}

SOCRATES_TEST_MAIN(AlembicTest)
#include "tst_alembic.moc"
