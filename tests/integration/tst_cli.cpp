// SPDX-License-Identifier: MIT
// The real socrates-migrate, as a process, against a real server.
#include "core/postgres/connectionprofile.h"
#include "tests/support/cliprogram.h"
#include "tests/support/plantedoperators.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QUrl>

#include <array>
#include <csignal>
#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace socrates::core;
using socrates::test::cleanEnvironment;
using socrates::test::Ran;
using socrates::test::TestServer;

namespace {

void writeFile(const QString& path, const QString& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(text.toUtf8());
}

QString revisionText(const QString& id, const QString& down, const QString& database,
                     const QString& header, const QString& up, const QString& downSql)
{
    return u"-- socrates-migration: 1\n-- revision: %1\n-- down_revision: %2\n-- database: %3\n%4\n"
           "-- migrate:up\n%5\n\n-- migrate:down\n%6\n"_s.arg(id, down, database, header, up,
                                                              downSql);
}

QJsonObject firstDatabase(const QJsonObject& document)
{
    return document.value(u"databases"_s).toArray().at(0).toObject();
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void helpTeaches_data();
    void helpTeaches();
    void wrongUsage_data();
    void wrongUsage();
    void filesNeedNoConnection();
    void brokenProjectNamesFileAndLine();
    void noProjectAnywhere();
    void selfTestProvesThisCopy();

    void statusOfEmptyDatabases();
    void upgradeThenNothing();
    void planShowsSqlAndRunsNothing();
    void upgradeOneDatabaseOnly();
    void requiresAnAbsentDatabase();
    void relativeTargets();
    void failureSaysWhereAndWhy();
    void unknownRowStopsAnUpgrade();
    void foreignRowStopsAnUpgrade();
    void verifyFindsWhatDiffers();
    void callsNoPlantedOperator();
    void upgradeVerifiesWhatItTouched();
    void downgradeWantsTheServersName();
    void stampIsRefusedWhenTheSchemaDiffers();
    void stampPurgesUnknownRows();
    void sqlRunsInPsqlAndOnlyThere();
    void roleOwnsWhatIsMade();

    void unreachableDatabase();
    void wrongPassword();
    void waysToConnect();
    void savedProfile();
    void savedProfileKnowsItsServer();
    void ambientEnvironmentIsIgnored();
    void passwordIsAskedOnATerminal_data();
    void passwordIsAskedOnATerminal();
    void busyWhenALockIsNotGranted();
    void losingARaceIsNoFailure();
    void interruptStops();
    void interruptAfterTheRunTakesNoReport();
    void provisionMakesWhatIsMissing();
    void doctorSaysWhatIsWrong();
    void expectedIsRecorded();
    void recogniseAndCompare();
    void referencesTellOrphans();
    void reportsAreWritten();
    void proveTellsWhatIsLeftOver();
    void lossIsToldAndExported();
    void backupsAreMadeListedAndRestored();

private:
    Ran run(const QStringList& arguments,
            const QProcessEnvironment& environment = cleanEnvironment(),
            const QString& folder = {});
    /// With --project and --url for both databases.
    Ran onBoth(const QStringList& arguments);
    Ran onAuth(const QStringList& arguments);
    QStringList connections() const;
    QString profileFile() const;
    QProcessEnvironment profileEnvironment() const;
    void addRevision(const QString& database, const QString& id, const QString& down,
                     const QString& up, const QString& downSql, const QString& header = {});
    void start(QProcess& process, const QStringList& arguments);
    Ran finish(QProcess& process);

    TestServer& server() { return TestServer::shared(); }
    QString m_program = QStringLiteral(SOCRATES_BINARY_DIR "/socrates-migrate");
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
    QString m_auth; ///< the server's names
    QString m_specs;
};

void CliTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = QFileInfo(m_folder->path()).canonicalFilePath() + u"/project"_s;
    writeFile(
        m_project + u"/socrates.json"_s,
        u"{\"databases\": ["
        "{\"name\": \"socrates_auth\", \"branch_label\": \"auth\", \"url_variable\": "
        "\"DATABASE_URL_AUTH\"},"
        "{\"name\": \"socrates_specs\", \"branch_label\": \"specs\", \"url_variable\": \"DATABASE_URL_SPECS\"}]}"_s);
    addRevision(u"socrates_auth"_s, u"001"_s, {},
                u"CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL);"_s,
                u"DROP TABLE users;"_s, u"-- branch_labels: auth\n-- title: Create users\n"_s);
    addRevision(
        u"socrates_auth"_s, u"002"_s, u"001"_s,
        u"CREATE TABLE tokens (id integer PRIMARY KEY, user_id integer REFERENCES users (id));\n"
        "CREATE INDEX idx_tokens_user ON tokens (user_id);"_s,
        u"DROP TABLE tokens;"_s);
    addRevision(u"socrates_specs"_s, u"003"_s, {},
                u"CREATE TABLE projects (id integer PRIMARY KEY);"_s, u"DROP TABLE projects;"_s,
                u"-- requires: socrates_auth@002\n"_s);
    addRevision(u"socrates_specs"_s, u"004"_s, u"003"_s,
                u"CREATE TABLE sessions (id integer PRIMARY KEY);"_s, u"DROP TABLE sessions;"_s);
    m_auth = server().createDatabase(u"auth"_s);
    m_specs = server().createDatabase(u"specs"_s);
}

void CliTest::cleanup()
{
    server().run(u"postgres"_s, {u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(m_auth),
                                 u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(m_specs)});
}

void CliTest::addRevision(const QString& database, const QString& id, const QString& down,
                          const QString& up, const QString& downSql, const QString& header)
{
    writeFile(u"%1/%2/%3_step.sql"_s.arg(m_project, database, id),
              revisionText(id, down, database, header, up, downSql));
}

QStringList CliTest::connections() const
{
    return {u"--project"_s, m_project,
            u"--url"_s,     u"socrates_auth="_s + TestServer::shared().uri(m_auth),
            u"--url"_s,     u"socrates_specs="_s + TestServer::shared().uri(m_specs)};
}

void CliTest::start(QProcess& process, const QStringList& arguments)
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder->path() + u"/cache"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    process.start(m_program, arguments);
    if (!process.waitForStarted())
        qFatal("cannot start %s", qPrintable(m_program));
}

Ran CliTest::finish(QProcess& process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(120000))
        qFatal("the program did not end");
    Ran result{process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                            : -int(process.exitCode()),
               QString::fromUtf8(process.readAllStandardOutput()),
               QString::fromUtf8(process.readAllStandardError())};
    const QString secret = TestServer::password();
    for (const QString& form :
         {secret, QString::fromLatin1(QUrl::toPercentEncoding(secret)), u"pässword"_s}) {
        if (result.out.contains(form) || result.err.contains(form))
            qWarning("the password was printed: %s", qPrintable(result.all()));
    }
    if (result.out.contains(u'\x1b') || result.err.contains(u'\x1b'))
        qWarning("colours without a terminal: %s", qPrintable(result.all()));
    return result;
}

Ran CliTest::run(const QStringList& arguments, const QProcessEnvironment& environment,
                 const QString& folder)
{
    QProcess process;
    QProcessEnvironment variables = environment;
    variables.insert(u"XDG_CACHE_HOME"_s, m_folder->path() + u"/cache"_s);
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(folder.isEmpty() ? m_folder->path() : folder);
    process.start(m_program, arguments);
    if (!process.waitForStarted())
        qFatal("cannot start %s", qPrintable(m_program));
    return finish(process);
}

Ran CliTest::onBoth(const QStringList& arguments)
{
    return run(connections() + arguments);
}

Ran CliTest::onAuth(const QStringList& arguments)
{
    return run(connections().mid(0, 4) + arguments);
}

/// One project of a user that there is not: verify looks at it only when asked.
void CliTest::referencesTellOrphans()
{
    addRevision(u"socrates_specs"_s, u"005"_s, u"004"_s,
                u"ALTER TABLE projects ADD COLUMN user_id integer;"_s,
                u"ALTER TABLE projects DROP COLUMN user_id;"_s,
                u"-- references: projects.user_id -> socrates_auth.users.id\n"_s);
    QVERIFY(onBoth({u"references"_s}).out.contains(u"not there yet"_s));
    QCOMPARE(onBoth({u"upgrade"_s}).code, 0);
    QVERIFY(onBoth({u"references"_s}).out.contains(u"complete: types equal (integer)"_s));
    const QString nobody = u"4711"_s;
    server().run(m_specs, {u"INSERT INTO projects VALUES (1, 4711)"_s});
    const Ran found = onBoth({u"references"_s});
    QVERIFY2(found.code == 3 &&
                 found.out.contains(u"1 row of projects without partner in users: "_s + nobody),
             qPrintable(found.all()));
    const Ran json = onBoth({u"references"_s, u"--json"_s});
    QCOMPARE(json.code, 3);
    const QJsonObject one = json.json().value(u"references"_s).toArray().first().toObject();
    QCOMPARE(one.value(u"result"_s), u"orphans"_s);
    QCOMPARE(one.value(u"sample"_s), QJsonArray{nobody});
    const Ran verified = onBoth({u"verify"_s, u"--json"_s});
    QCOMPARE(verified.code, 0);
    QCOMPARE(verified.json().value(u"references"_s).toArray().first().toObject().value(u"result"_s),
             u"types_equal"_s);
    QCOMPARE(onBoth({u"verify"_s, u"--rows"_s}).code, 3);
}

void CliTest::reportsAreWritten()
{
    QCOMPARE(onBoth({u"upgrade"_s}).code, 0);
    server().run(m_auth, {u"DROP INDEX idx_tokens_user"_s});
    const QString path = m_folder->path() + u"/schema.html"_s;
    const Ran schema = onBoth({u"report"_s, u"schema"_s, u"--out"_s, path, u"--json"_s});
    QVERIFY2(schema.code == 0, qPrintable(schema.all()));
    QCOMPARE(schema.json().value(u"file"_s), path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QVERIFY(html.contains("<h3>table users</h3>") && html.contains("introduced by 001"));
    const Ran drift = onBoth({u"report"_s, u"drift"_s});
    QCOMPARE(drift.code, 0);
    QVERIFY(drift.out.startsWith(u"# Drift"_s) && drift.out.contains(u"CREATE INDEX"_s));
    const Ran json = onBoth({u"report"_s, u"checklist"_s, u"--format"_s, u"json"_s});
    QCOMPARE(json.json().value(u"report"_s), u"checklist"_s);
    QCOMPARE(onBoth({u"report"_s, u"drift"_s, u"--format"_s, u"pdf"_s}).code, 2);
    QCOMPARE(onBoth({u"report"_s, u"nothing"_s}).code, 2);
}

void CliTest::helpTeaches_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::newRow("general") << QStringList{u"--help"_s} << u"--private provision"_s;
    QTest::newRow("command") << QStringList{u"upgrade"_s, u"--help"_s} << u"--lock-timeout"_s;
    QTest::newRow("short") << QStringList{u"-h"_s} << u"Exit codes"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << QStringLiteral(SOCRATES_VERSION);
}

void CliTest::helpTeaches()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, text);
    const Ran plain = run(arguments);
    QCOMPARE(plain.code, 0);
    QVERIFY2(plain.out.contains(text), qPrintable(plain.all()));
    QVERIFY(plain.err.isEmpty());
    QVERIFY(!run(arguments + QStringList{u"--json"_s}).json().isEmpty());
}

void CliTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::newRow("no command") << QStringList{} << u"--help"_s;
    QTest::newRow("unknown command") << QStringList{u"stauts"_s} << u"\"status\""_s;
    QTest::newRow("later command") << QStringList{u"convert"_s} << u"no such command"_s;
    QTest::newRow("unknown option") << QStringList{u"status"_s, u"--jason"_s} << u"--json"_s;
    QTest::newRow("no connection") << QStringList{u"status"_s} << u"--url"_s;
    QTest::newRow("unknown database")
        << QStringList{u"status"_s, u"--url"_s, u"socrates_aut=postgresql://h/d"_s}
        << u"socrates_auth"_s;
    QTest::newRow("no name") << QStringList{u"status"_s, u"--url"_s, u"postgresql://h/d"_s}
                             << u"NAME=URI"_s;
    QTest::newRow("twice") << QStringList{u"status"_s, u"--url=socrates_auth=postgresql://h/d"_s,
                                          u"--url=socrates_auth=postgresql://h/d"_s}
                           << u"twice"_s;
    QTest::newRow("two ways") << QStringList{u"status"_s, u"--from-env"_s, u"--private"_s}
                              << u"--from-env and --private"_s;
    QTest::newRow("environment empty")
        << QStringList{u"status"_s, u"--from-env"_s} << u"DATABASE_URL_AUTH"_s;
    QTest::newRow("no such .env") << QStringList{u"status"_s, u"--env-file"_s, u"missing.env"_s}
                                  << u"missing.env"_s;
    QTest::newRow("no such profile")
        << QStringList{u"status"_s, u"--profile"_s, u"nobody"_s} << u"nobody"_s;
    QTest::newRow("bad duration") << QStringList{u"upgrade"_s, u"--lock-timeout"_s, u"soon"_s}
                                  << u"soon"_s;
    QTest::newRow("unknown revision")
        << QStringList{u"show"_s, u"999"_s} << u"Can't locate revision"_s;
    QTest::newRow("sql for which database")
        << QStringList{u"sql"_s, u"head"_s} << u"socrates_auth@head"_s;
}

void CliTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, text);
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
    const QStringList line = QStringList{u"--project"_s, m_project} + arguments;
    const Ran plain = run(line, environment);
    QVERIFY2(plain.code == 2, qPrintable(plain.all()));
    QVERIFY2(plain.err.contains(text, Qt::CaseInsensitive), qPrintable(plain.all()));
    QVERIFY2(plain.out.isEmpty(), qPrintable(plain.out));
    const Ran json = run(line + QStringList{u"--json"_s}, environment);
    QCOMPARE(json.code, 2);
    QVERIFY(json.json()
                .value(u"error"_s)
                .toObject()
                .value(u"code"_s)
                .toString()
                .startsWith(u"usage."_s));
}

void CliTest::filesNeedNoConnection()
{
    const QStringList project{u"--project"_s, m_project};
    const Ran history = run(project + QStringList{u"history"_s});
    QCOMPARE(history.code, 0);
    QVERIFY2(history.out.contains(u"<base> -> 001 (auth), Create users"_s),
             qPrintable(history.out));
    QVERIFY2(history.out.contains(u"001 -> 002 (auth) (head)"_s), qPrintable(history.out));
    QVERIFY(history.out.contains(m_project));
    QCOMPARE(firstDatabase(run(project + QStringList{u"history"_s, u"--json"_s}).json())
                 .value(u"revisions"_s)
                 .toArray()
                 .size(),
             2);
    const Ran heads = run(project + QStringList{u"heads"_s, u"--json"_s});
    QCOMPARE(firstDatabase(heads.json()).value(u"heads"_s), (QJsonArray{u"002"_s}));
    const Ran show = run(project + QStringList{u"show"_s, u"002"_s});
    QCOMPARE(show.code, 0);
    QVERIFY(show.out.contains(u"CREATE INDEX idx_tokens_user"_s));
    // In the project's folder no option is needed.
    QCOMPARE(run({u"heads"_s}, cleanEnvironment(), m_project).code, 0);
}

void CliTest::brokenProjectNamesFileAndLine()
{
    addRevision(u"socrates_auth"_s, u"005"_s, u"777"_s, u"SELECT 1;"_s, u"SELECT 1;"_s,
                u"-- nonsense: yes\n"_s);
    const Ran plain = onBoth({u"upgrade"_s});
    QVERIFY2(plain.code == 2, qPrintable(plain.all()));
    QVERIFY2(plain.err.contains(u"005_step.sql:5"_s), qPrintable(plain.err));
    const Ran json = onBoth({u"upgrade"_s, u"--json"_s});
    QCOMPARE(json.code, 2);
    const QJsonArray errors = json.json().value(u"errors"_s).toArray();
    QVERIFY(!errors.isEmpty());
    QCOMPARE(errors.at(0).toObject().value(u"line"_s), 5);
    QCOMPARE(
        server().value(m_auth, u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"_s),
        u"0"_s);
}

void CliTest::noProjectAnywhere()
{
    const QString elsewhere = m_folder->filePath(u"nothing"_s);
    const Ran ran = run({u"--project"_s, elsewhere, u"heads"_s});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains(elsewhere), qPrintable(ran.err));
}

void CliTest::selfTestProvesThisCopy()
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"HOME"_s, m_folder->path());
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s,
                                u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.remove(name);
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
    const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
    const Ran text = run({u"--self-test"_s}, environment);
    QVERIFY2(text.code == 0, qPrintable(text.all()));
    QVERIFY2(text.out.contains(u"\nok       Encryption: connections by TLS"_s),
             qPrintable(text.all()));
#ifdef Q_OS_WIN // a user's keyring is always there
    const QString keyring = u"\nok       Keyring: an entry was written, read and removed"_s;
    const QString result = u"ok"_s;
#else
    const QString keyring = u"\nwarning  Keyring: No keychain is available."_s;
    const QString result = u"warning"_s;
#endif
    QVERIFY2(text.out.contains(keyring), qPrintable(text.all()));
    QVERIFY2(text.out.contains(u"\nok       Migrations: 2 databases, 4 revisions in "_s),
             qPrintable(text.all()));
    const Ran json = run({u"--self-test"_s, u"--json"_s}, environment);
    QCOMPARE(json.code, 0);
    QCOMPARE(json.json().value(u"result"_s).toString(), result);
    QCOMPARE(json.json().value(u"checks"_s).toArray().size(), 6);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), before);

#ifndef Q_OS_WIN // whose folders no variable moves
    // A home that is no folder: nothing could be kept.
    environment.insert(u"HOME"_s, m_project + u"/socrates.json"_s);
    environment.insert(u"SOCRATES_PRIVATE_SERVER_DIR"_s, m_folder->path() + u"/server"_s);
    const Ran failed = run({u"--self-test"_s}, environment);
    QVERIFY2(failed.code == 1, qPrintable(failed.all()));
    QVERIFY2(failed.out.contains(u"\nFAILED   Folders: cannot be written: "_s),
             qPrintable(failed.all()));
#endif
}

void CliTest::statusOfEmptyDatabases()
{
    const Ran plain = onBoth({u"status"_s});
    QVERIFY2(plain.code == 0, qPrintable(plain.all()));
    QVERIFY(plain.out.contains(u"Project: "_s + m_project));
    QVERIFY(plain.out.contains(m_auth));
    const QJsonObject json = firstDatabase(onBoth({u"--json"_s, u"current"_s}).json());
    QCOMPARE(json.value(u"name"_s), u"socrates_auth"_s);
    QCOMPARE(json.value(u"database"_s), m_auth);
    QCOMPARE(json.value(u"server"_s), u"127.0.0.1:%1"_s.arg(server().port()));
    QVERIFY(json.value(u"current"_s).isNull());
    QCOMPARE(json.value(u"head"_s), u"002"_s);
    QCOMPARE(json.value(u"pending"_s), (QJsonArray{u"001"_s, u"002"_s}));
    QCOMPARE(onBoth({u"status"_s, u"--check"_s}).code, 3);
    // Looking leaves nothing behind.
    QCOMPARE(
        server().value(
            m_auth,
            u"SELECT count(*) FROM pg_tables WHERE schemaname NOT LIKE 'pg%' AND schemaname <> 'information_schema'"_s),
        u"0"_s);
    const Ran absent = onAuth({u"status"_s});
    QVERIFY2(absent.out.contains(u"Absent (not given, left alone): socrates_specs"_s),
             qPrintable(absent.out));
    QCOMPARE(onAuth({u"status"_s, u"--json"_s}).json().value(u"absent"_s),
             (QJsonArray{u"socrates_specs"_s}));
}

void CliTest::upgradeThenNothing()
{
    const Ran first = onBoth({u"upgrade"_s, u"--json"_s});
    QVERIFY2(first.code == 0, qPrintable(first.all()));
    const QJsonObject json = first.json();
    QCOMPARE(json.value(u"result"_s), u"applied"_s);
    const QJsonArray steps = json.value(u"steps"_s).toArray();
    QCOMPARE(steps.size(), 4);
    for (const QJsonValue& step : steps)
        QCOMPARE(step.toObject().value(u"state"_s), u"applied"_s);
    QCOMPARE(steps.at(2).toObject().value(u"revision"_s), u"003"_s);
    for (const QJsonValue& database : json.value(u"databases"_s).toArray())
        QVERIFY(database.toObject().value(u"pending"_s).toArray().isEmpty());
    for (const QJsonValue& database : json.value(u"verification"_s).toArray())
        QCOMPARE(database.toObject().value(u"ok"_s), true);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    QCOMPARE(server().value(m_specs, u"SELECT version_num FROM alembic_version"_s), u"004"_s);
    QCOMPARE(onBoth({u"status"_s, u"--check"_s}).code, 0);

    const Ran second = onBoth({u"upgrade"_s});
    QVERIFY2(second.code == 0, qPrintable(second.all()));
    QVERIFY(second.out.contains(u"Nothing to do."_s));
    QCOMPARE(onBoth({u"upgrade"_s, u"heads"_s, u"--json"_s}).json().value(u"result"_s),
             u"nothing"_s);
    const Ran verified = onBoth({u"verify"_s, u"--json"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.all()));
    QCOMPARE(firstDatabase(verified.json()).value(u"ok"_s), true);
    QVERIFY(firstDatabase(verified.json()).value(u"checks"_s).toInt() > 0);
}

void CliTest::planShowsSqlAndRunsNothing()
{
    const Ran plain = onBoth({u"plan"_s});
    QVERIFY2(plain.code == 0, qPrintable(plain.all()));
    QVERIFY2(plain.out.contains(u"CREATE INDEX idx_tokens_user ON tokens (user_id);"_s),
             qPrintable(plain.out));
    QVERIFY(plain.out.contains(u"creates table users"_s));
    const QJsonObject json = onBoth({u"plan"_s, u"socrates_auth@001"_s, u"--json"_s}).json();
    const QJsonArray steps = json.value(u"steps"_s).toArray();
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.at(0).toObject().value(u"state"_s), u"not_run"_s);
    QVERIFY(steps.at(0).toObject().value(u"sql"_s).toString().contains(u"CREATE TABLE users"_s));
    QCOMPARE(
        server().value(m_auth, u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"_s),
        u"0"_s);
}

void CliTest::upgradeOneDatabaseOnly()
{
    const Ran ran = onBoth({u"upgrade"_s, u"socrates_auth@001"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"001"_s);
    QCOMPARE(server().value(m_specs, u"SELECT to_regclass('alembic_version') IS NULL"_s), u"t"_s);
    // An id is meant for the lineage that knows it.
    QCOMPARE(onBoth({u"upgrade"_s, u"002"_s}).code, 0);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    QCOMPARE(onBoth({u"verify"_s}).code, 0); // what is pending in specs is no difference
}

void CliTest::requiresAnAbsentDatabase()
{
    const QStringList specsOnly = connections().mid(0, 2) + connections().mid(4);
    const Ran ran = run(specsOnly + QStringList{u"upgrade"_s, u"--json"_s});
    QVERIFY2(ran.code == 2, qPrintable(ran.all()));
    QCOMPARE(ran.json().value(u"error"_s).toObject().value(u"code"_s), u"usage.requires"_s);
    QCOMPARE(
        server().value(m_specs, u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"_s),
        u"0"_s);
}

void CliTest::relativeTargets()
{
    QCOMPARE(onBoth({u"upgrade"_s, u"+1"_s}).code, 2);
    const Ran one = onAuth({u"upgrade"_s, u"+1"_s});
    QVERIFY2(one.code == 0, qPrintable(one.all()));
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"001"_s);
    QCOMPARE(onBoth({u"upgrade"_s, u"socrates_auth@+1"_s}).code, 0);
    const Ran down = onAuth({u"downgrade"_s, u"-1"_s, u"--yes-destroy-data"_s, m_auth});
    QVERIFY2(down.code == 0, qPrintable(down.all()));
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"001"_s);
}

void CliTest::failureSaysWhereAndWhy()
{
    addRevision(u"socrates_auth"_s, u"005"_s, u"002"_s,
                u"CREATE TABLE good (id int);\nSELECT  nonsense;"_s, u"DROP TABLE good;"_s);
    const Ran ran = onBoth({u"upgrade"_s, u"--json"_s});
    QVERIFY2(ran.code == 1, qPrintable(ran.all()));
    const QJsonObject json = ran.json();
    QCOMPARE(json.value(u"result"_s), u"rolled_back"_s);
    QJsonObject failed;
    for (const QJsonValue& step : json.value(u"steps"_s).toArray()) {
        if (step.toObject().value(u"state"_s) == u"failed"_s)
            failed = step.toObject().value(u"error"_s).toObject();
    }
    QCOMPARE(failed.value(u"sqlstate"_s), u"42703"_s);
    QVERIFY(failed.value(u"file"_s).toString().endsWith(u"005_step.sql"_s));
    QCOMPARE(failed.value(u"line"_s), 8);
    QCOMPARE(failed.value(u"column"_s), 9);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    QCOMPARE(server().value(m_auth, u"SELECT to_regclass('good') IS NULL"_s), u"t"_s);
    const Ran plain = onAuth({u"upgrade"_s});
    QCOMPARE(plain.code, 1);
    QVERIFY2(plain.out.contains(u"005_step.sql:8:9"_s) && plain.out.contains(u"^"_s) &&
                 plain.out.contains(u"SQLSTATE 42703"_s) && plain.out.contains(u"is at 002"_s) &&
                 plain.out.contains(u"What to do"_s),
             qPrintable(plain.all()));
}

void CliTest::unknownRowStopsAnUpgrade()
{
    QCOMPARE(onAuth({u"upgrade"_s, u"001"_s}).code, 0);
    server().run(m_auth, {u"UPDATE alembic_version SET version_num = 'dead'"_s});
    const Ran ran = onBoth({u"upgrade"_s, u"--json"_s});
    QVERIFY2(ran.code == 1, qPrintable(ran.all()));
    QCOMPARE(ran.json().value(u"error"_s).toObject().value(u"code"_s), u"version.unknown"_s);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"dead"_s);
    QCOMPARE(server().value(m_specs, u"SELECT to_regclass('projects') IS NULL"_s), u"t"_s);
    const Ran status = onBoth({u"status"_s, u"--json"_s});
    QCOMPARE(status.code, 0);
    QCOMPARE(firstDatabase(status.json()).value(u"unknown"_s), (QJsonArray{u"dead"_s}));
    QCOMPARE(onAuth({u"status"_s, u"--check"_s}).code, 3);
    QCOMPARE(onAuth({u"verify"_s}).code, 3); // compared at head, where tokens is missing
}

void CliTest::foreignRowStopsAnUpgrade()
{
    QCOMPARE(onAuth({u"upgrade"_s}).code, 0);
    server().run(m_auth, {u"UPDATE alembic_version SET version_num = '004'"_s});
    const Ran ran = onAuth({u"upgrade"_s});
    QVERIFY2(ran.code == 1, qPrintable(ran.all()));
    QVERIFY2(ran.err.contains(u"socrates_specs"_s), qPrintable(ran.all()));
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"004"_s);
}

void CliTest::verifyFindsWhatDiffers()
{
    QCOMPARE(onBoth({u"upgrade"_s}).code, 0);
    server().run(m_auth, {u"DROP INDEX idx_tokens_user"_s,
                          u"ALTER TABLE users ALTER COLUMN email DROP NOT NULL"_s,
                          u"CREATE TABLE projects (id int)"_s, u"CREATE TABLE stray (id int)"_s});
    const Ran plain = onBoth({u"verify"_s});
    QVERIFY2(plain.code == 3, qPrintable(plain.all()));
    for (const QString& expected :
         {u"missing    index tokens.idx_tokens_user"_s, u"different  column users.email"_s,
          u"misplaced  table projects"_s, u"extra      table stray"_s})
        QVERIFY2(plain.out.contains(expected), qPrintable(plain.out));
    const QJsonObject json = firstDatabase(onBoth({u"verify"_s, u"--json"_s}).json());
    QCOMPARE(json.value(u"ok"_s), false);
    QCOMPARE(json.value(u"differences"_s).toArray().size(), 4);
    // What somebody wrote into a comment is no command to the terminal.
    server().run(m_auth, {uR"(COMMENT ON TABLE users IS E'\x1b[31mred \u202e')"_s});
    const Ran commented = onBoth({u"verify"_s});
    QVERIFY2(commented.out.contains(uR"(found \x1b[31mred \u202e)"_s), qPrintable(commented.out));
    QVERIFY(!commented.all().contains(u'\x1b') && !commented.all().contains(QChar(0x202e)));
}

void CliTest::callsNoPlantedOperator()
{
    const auto codeOf = [&](const QStringList& arguments) {
        const Ran ran = onAuth(arguments);
        const bool isCalled = ran.all().contains(u"P0001"_s);
        if (isCalled)
            qInfo().noquote() << ran.err;
        return isCalled ? -1 : ran.code;
    };
    server().run(m_auth, {socrates::test::plantedOperatorsSql(u"public"_s)});
    QCOMPARE(codeOf({u"status"_s}), 0);
    QCOMPARE(codeOf({u"plan"_s}), 0);
    QCOMPARE(codeOf({u"upgrade"_s, u"001"_s}), 3); // what is planted is extra
    QCOMPARE(codeOf({u"rehearse"_s}), 3);
    QCOMPARE(codeOf({u"upgrade"_s}), 3);
    QCOMPARE(codeOf({u"verify"_s, u"--rows"_s}), 3);
    QCOMPARE(codeOf({u"recognise"_s}), 3);
    QCOMPARE(codeOf({u"loss"_s, u"base"_s}), 0);
    QCOMPARE(codeOf({u"downgrade"_s, u"001"_s, u"--yes-destroy-data"_s, m_auth}), 0);
    QCOMPARE(codeOf({u"stamp"_s, u"head"_s}), 1); // refused
    QCOMPARE(codeOf({u"upgrade"_s}), 3);
    QCOMPARE(codeOf({u"references"_s}), 0);
    QCOMPARE(codeOf({u"reset"_s, u"socrates_auth"_s}), 2); // only looked
}

void CliTest::upgradeVerifiesWhatItTouched()
{
    QCOMPARE(onAuth({u"upgrade"_s, u"001"_s}).code, 0);
    server().run(m_auth, {u"ALTER TABLE users DROP COLUMN email"_s});
    const Ran ran = onAuth({u"upgrade"_s, u"--json"_s});
    QVERIFY2(ran.code == 3, qPrintable(ran.all()));
    QCOMPARE(ran.json().value(u"result"_s), u"applied"_s);
    QCOMPARE(ran.json().value(u"verification"_s).toArray().at(0).toObject().value(u"ok"_s), false);
}

void CliTest::downgradeWantsTheServersName()
{
    QCOMPARE(onBoth({u"upgrade"_s}).code, 0);
    const Ran bare = onBoth({u"downgrade"_s, u"base"_s});
    QVERIFY2(bare.code == 2, qPrintable(bare.all()));
    QVERIFY2(bare.err.contains(u"--yes-destroy-data "_s + m_auth) &&
                 bare.err.contains(u"--yes-destroy-data "_s + m_specs) &&
                 bare.err.contains(u"drops table users"_s),
             qPrintable(bare.err));
    QCOMPARE(onBoth({u"downgrade"_s, u"base"_s, u"--yes-destroy-data"_s, u"socrates_auth"_s,
                     u"--yes-destroy-data"_s, m_specs})
                 .code,
             2);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    const Ran done = onBoth({u"downgrade"_s, u"base"_s, u"--yes-destroy-data"_s, m_auth,
                             u"--yes-destroy-data="_s + m_specs, u"--json"_s});
    QVERIFY2(done.code == 0, qPrintable(done.all()));
    QCOMPARE(done.json().value(u"steps"_s).toArray().at(0).toObject().value(u"revision"_s),
             u"004"_s);
    QCOMPARE(done.json().value(u"steps"_s).toArray().at(0).toObject().value(u"direction"_s),
             u"downgrade"_s);
    QCOMPARE(server().value(m_auth, u"SELECT count(*) FROM alembic_version"_s), u"0"_s);
    QCOMPARE(server().value(m_auth, u"SELECT to_regclass('users') IS NULL"_s), u"t"_s);
    // Nothing moves, so nothing has to be confirmed.
    QCOMPARE(onBoth({u"downgrade"_s, u"base"_s}).code, 0);
}

void CliTest::stampIsRefusedWhenTheSchemaDiffers()
{
    const Ran refused = onAuth({u"stamp"_s, u"head"_s});
    QVERIFY2(refused.code == 1, qPrintable(refused.all()));
    QVERIFY2(refused.out.contains(u"missing    table users"_s), qPrintable(refused.out));
    QCOMPARE(server().value(m_auth, u"SELECT to_regclass('alembic_version') IS NULL"_s), u"t"_s);
    QCOMPARE(onAuth({u"stamp"_s, u"head"_s, u"--force"_s}).code, 0);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"002"_s);
    QCOMPARE(onAuth({u"stamp"_s, u"base"_s}).code, 0); // an empty database is what base says
    QCOMPARE(server().value(m_auth, u"SELECT count(*) FROM alembic_version"_s), u"0"_s);
    server().run(m_auth, {u"CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL)"_s});
    const Ran stamped = onAuth({u"stamp"_s, u"001"_s, u"--json"_s});
    QVERIFY2(stamped.code == 0, qPrintable(stamped.all()));
    QCOMPARE(firstDatabase(stamped.json()).value(u"current"_s), u"001"_s);
    QCOMPARE(onAuth({u"upgrade"_s}).code, 0);
}

void CliTest::stampPurgesUnknownRows()
{
    QCOMPARE(onAuth({u"upgrade"_s}).code, 0);
    server().run(m_auth, {u"UPDATE alembic_version SET version_num = 'dead'"_s});
    const Ran refused = onAuth({u"stamp"_s, u"head"_s});
    QVERIFY2(refused.code == 1, qPrintable(refused.all()));
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"dead"_s);
    const Ran purged = onAuth({u"stamp"_s, u"--purge"_s, u"head"_s});
    QVERIFY2(purged.code == 0, qPrintable(purged.all()));
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"002"_s);
}

void CliTest::sqlRunsInPsqlAndOnlyThere()
{
    if (!TestServer::hasPrograms())
        QSKIP("psql does not run on this system.");
    const QString name = server().createDatabase(u"x"_s);
    server().run(u"postgres"_s, {u"DROP DATABASE IF EXISTS socrates_auth"_s,
                                 u"ALTER DATABASE %1 RENAME TO socrates_auth"_s.arg(name)});
    const Ran script = run({u"--project"_s, m_project, u"sql"_s, u"socrates_auth@head"_s});
    QVERIFY2(script.code == 0, qPrintable(script.all()));
    // A branch's label says the database as well.
    QVERIFY(run({u"--project"_s, m_project, u"sql"_s, u"auth@head"_s})
                .out.contains(u"CREATE INDEX idx_tokens_user"_s));
    const QString file = m_folder->filePath(u"auth.sql"_s);
    writeFile(file, script.out);
    const auto psql = [&](const QString& database) {
        QProcess process;
        process.start(TestServer::programs() + u"/psql"_s,
                      {u"-X"_s, u"-f"_s, file, server().uri(database)});
        process.waitForFinished(60000);
        return process.exitCode();
    };
    // A database may be called anything, so what gives the wrong one away is what it holds.
    server().run(m_specs, {u"CREATE TABLE projects (id integer)"_s});
    QVERIFY(psql(m_specs) != 0);
    QCOMPARE(server().value(m_specs, u"SELECT to_regclass('users') IS NULL"_s), u"t"_s);
    QCOMPARE(psql(u"socrates_auth"_s), 0);
    QCOMPARE(server().value(u"socrates_auth"_s, u"SELECT version_num FROM alembic_version"_s),
             u"002"_s);
    const Ran verified = run({u"--project"_s, m_project, u"--url"_s,
                              u"socrates_auth="_s + server().uri(u"socrates_auth"_s), u"verify"_s});
    server().run(u"postgres"_s, {u"DROP DATABASE socrates_auth WITH (FORCE)"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.all()));
    QCOMPARE(run({u"--project"_s, m_project, u"sql"_s, u"socrates_auth@002:base"_s}).code, 0);
    QCOMPARE(run({u"--project"_s, m_project, u"sql"_s, u"socrates_auth@999"_s}).code, 2);
    QVERIFY(run({u"--project"_s, m_project, u"sql"_s, u"002"_s, u"--json"_s})
                .json()
                .value(u"sql"_s)
                .toString()
                .contains(u"CREATE TABLE users"_s));
}

void CliTest::roleOwnsWhatIsMade()
{
    server().run(u"postgres"_s, {u"DROP ROLE IF EXISTS builder"_s, u"CREATE ROLE builder"_s});
    server().run(m_auth, {u"GRANT CREATE ON SCHEMA public TO builder"_s,
                          u"GRANT CREATE ON DATABASE %1 TO builder"_s.arg(m_auth)});
    const Ran ran = onAuth({u"--role"_s, u"builder"_s, u"upgrade"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QCOMPARE(
        server().value(
            m_auth,
            u"SELECT string_agg(DISTINCT tableowner, ',') FROM pg_tables WHERE schemaname = 'public'"_s),
        u"builder"_s);
    server().run(m_auth, {u"DROP OWNED BY builder"_s});
    server().run(u"postgres"_s, {u"DROP ROLE builder"_s});
}

void CliTest::unreachableDatabase()
{
    const QStringList line =
        connections().mid(0, 4) +
        QStringList{u"--url"_s,
                    u"socrates_specs=postgresql://me:it%27s%20a%20p%C3%A4ssword@127.0.0.1:1/x"_s};
    const Ran plain = run(line + QStringList{u"status"_s});
    QVERIFY2(plain.code == 4, qPrintable(plain.all()));
    QVERIFY2(plain.out.contains(m_auth),
             qPrintable(plain.out)); // the other one is told all the same
    const QJsonArray databases =
        run(line + QStringList{u"status"_s, u"--json"_s}).json().value(u"databases"_s).toArray();
    QVERIFY(databases.at(0).toObject().value(u"error"_s).isNull());
    QCOMPARE(databases.at(1).toObject().value(u"error"_s).toObject().value(u"code"_s),
             u"conn.refused"_s);
    QCOMPARE(databases.at(1).toObject().value(u"error"_s).toObject().value(u"database"_s),
             u"socrates_specs"_s);
    for (const QString& command : {u"plan"_s, u"upgrade"_s, u"verify"_s}) {
        const Ran ran = run(line + QStringList{command, u"--json"_s});
        QVERIFY2(ran.code == 4, qPrintable(command + ran.all()));
        QVERIFY(!ran.json().isEmpty());
    }
    QCOMPARE(
        server().value(m_auth, u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"_s),
        u"0"_s);
}

void CliTest::wrongPassword()
{
    ConnectionParameters parameters = server().parameters(m_auth);
    const auto codeWith = [&](const QString& uri, const QStringList& more = {}) {
        const Ran ran = run(QStringList{u"--project"_s, m_project, u"--url"_s,
                                        u"socrates_auth="_s + uri, u"status"_s, u"--json"_s} +
                            more);
        if (ran.code != 4 && ran.code != 0)
            qWarning("%s", qPrintable(ran.all()));
        return firstDatabase(ran.json()).value(u"error"_s).toObject().value(u"code"_s).toString();
    };
    QCOMPARE(codeWith(parameters.toUri(false)), u"conn.no_password"_s);
    const QString file = m_folder->filePath(u"password"_s);
    writeFile(file, TestServer::password() + u"\r\n"_s);
    QCOMPARE(codeWith(parameters.toUri(false), {u"--password-file"_s, file}), QString());
    parameters.setPassword(u"wrong"_s);
    QCOMPARE(codeWith(parameters.toUri(true)), u"conn.auth"_s);
    parameters = server().parameters(u"no_such_database"_s);
    QCOMPARE(codeWith(parameters.toUri(true)), u"conn.no_database"_s);
}

void CliTest::waysToConnect()
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"DATABASE_URL_AUTH"_s, server().uri(m_auth));
    const Ran fromEnvironment =
        run({u"--project"_s, m_project, u"--from-env"_s, u"status"_s, u"--json"_s}, environment);
    QVERIFY2(fromEnvironment.code == 0, qPrintable(fromEnvironment.all()));
    QCOMPARE(firstDatabase(fromEnvironment.json()).value(u"database"_s), m_auth);
    QCOMPARE(fromEnvironment.json().value(u"absent"_s), (QJsonArray{u"socrates_specs"_s}));
    const QString file = m_folder->filePath(u".env"_s);
    writeFile(file, u"# both\nDATABASE_URL_SPECS=\"%1\"\nDATABASE_URL_AUTH=%2\n"_s.arg(
                        server().uri(m_specs), server().uri(m_auth)));
    const Ran fromFile =
        run({u"--project"_s, m_project, u"--env-file"_s, file, u"status"_s, u"--json"_s});
    QVERIFY2(fromFile.code == 0, qPrintable(fromFile.all()));
    QCOMPARE(fromFile.json().value(u"databases"_s).toArray().at(1).toObject().value(u"database"_s),
             m_specs);
}

/// Where the program that runs in profileEnvironment() looks for saved connections; empty: the
/// user's own, which no variable moves on Windows.
QString CliTest::profileFile() const
{
#ifdef Q_OS_WIN
    return {};
#else
    return m_folder->filePath(u"socrates-admin/profiles.json"_s);
#endif
}

QProcessEnvironment CliTest::profileEnvironment() const
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
    return environment;
}

void CliTest::savedProfile()
{
    const QProcessEnvironment environment = profileEnvironment();
    ConnectionProfile profile;
    profile.name = u"here"_s;
    profile.databases.insert(DatabaseName(u"socrates_auth"_s),
                             {server().parameters(m_auth), {}, false});
    ConnectionParameters bare = server().parameters(m_auth);
    bare.setPassword({});
    profile.databases[DatabaseName(u"socrates_auth"_s)].parameters = bare;
    QVERIFY(ProfileStore(profileFile()).save(profile));
    const QString file = m_folder->filePath(u"password"_s);
    writeFile(file, TestServer::password());
    const Ran ran = run({u"--project"_s, m_project, u"--profile"_s, u"here"_s, u"--password-file"_s,
                         file, u"status"_s, u"--json"_s},
                        environment);
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QCOMPARE(firstDatabase(ran.json()).value(u"database"_s), m_auth);
}

void CliTest::savedProfileKnowsItsServer()
{
    const QProcessEnvironment environment = profileEnvironment();
    ProfileStore store(profileFile());
    const DatabaseName auth(u"socrates_auth"_s);
    ConnectionProfile profile;
    profile.name = u"here"_s;
    profile.databases[auth].parameters = server().parameters(m_auth);
    profile.databases[auth].parameters.setPassword({});
    QVERIFY(store.save(profile));
    const QString file = m_folder->filePath(u"password"_s);
    writeFile(file, TestServer::password());
    const auto upgrade = [&](const QStringList& more) {
        return run(QStringList{u"--project"_s, m_project, u"--profile"_s, u"here"_s,
                               u"--password-file"_s, file, u"upgrade"_s} +
                       more,
                   environment);
    };
    const Ran first = upgrade({u"001"_s});
    QVERIFY2(first.code == 0, qPrintable(first.all()));
    const ServerIdentity seen = store.find(u"here"_s)->databases.value(auth).lastSeen;
    QCOMPARE(seen.database, m_auth);
    QVERIFY(!seen.systemIdentifier.isEmpty());

    ServerIdentity elsewhere = seen;
    elsewhere.systemIdentifier = u"42"_s;
    QVERIFY(store.remember(u"here"_s, {{auth, elsewhere}}));
    const Ran stopped = upgrade({u"--json"_s});
    QCOMPARE(stopped.code, 1);
    QVERIFY2(stopped.err.contains(u"not on the server where this saved connection led before"_s),
             qPrintable(stopped.all()));
    QCOMPARE(stopped.json().value(u"error"_s).toObject().value(u"code"_s).toString(),
             u"server.changed"_s);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"001"_s);

    const Ran accepted = upgrade({u"--accept-server"_s});
    QVERIFY2(accepted.code == 0, qPrintable(accepted.all()));
    QVERIFY(store.find(u"here"_s)->databases.value(auth).lastSeen == seen);
    QCOMPARE(upgrade({}).code, 0);
}

void CliTest::ambientEnvironmentIsIgnored()
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"DATABASE_URL_AUTH"_s, server().uri(m_specs));
    environment.insert(u"PGDATABASE"_s, m_specs);
    environment.insert(u"PGOPTIONS"_s, u"-c search_path=pg_temp"_s);
    environment.insert(u"PGPORT"_s, u"1"_s);
    const Ran ran = run(connections().mid(0, 4) + QStringList{u"upgrade"_s}, environment);
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QCOMPARE(server().value(m_auth, u"SELECT to_regclass('public.users') IS NOT NULL"_s), u"t"_s);
    QCOMPARE(
        server().value(m_specs, u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"_s),
        u"0"_s);
}

void CliTest::passwordIsAskedOnATerminal_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("its user") << u"postgres"_s << 0 << u"pending"_s;
    // A name may hold what a terminal obeys.
    QTest::newRow("a user with an escape in the name")
        << u"e\x1b[2Jvil\u202e"_s << 4 << u"(e\\x1b[2Jvil\\u202e@"_s;
}

void CliTest::passwordIsAskedOnATerminal()
{
#ifdef Q_OS_WIN
    QSKIP("A test has no console here.");
#else
    QFETCH(QString, user);
    QFETCH(int, code);
    QFETCH(QString, said);
    // A pseudo-terminal of Python's, so that the real question is asked and answered.
    const QString script = u"import os, pty, sys\n"
                           "pid, fd = pty.fork()\n"
                           "if pid == 0:\n"
                           "    os.execv(sys.argv[1], sys.argv[1:])\n"
                           "seen, sent = b'', False\n"
                           "while True:\n"
                           "    try:\n"
                           "        data = os.read(fd, 4096)\n"
                           "    except OSError:\n"
                           "        break\n"
                           "    if not data:\n"
                           "        break\n"
                           "    seen += data\n"
                           "    if not sent and b'Password for socrates_auth' in seen:\n"
                           "        os.write(fd, os.environ['SECRET'].encode() + b'\\n')\n"
                           "        sent = True\n"
                           "sys.stdout.buffer.write(seen)\n"
                           "sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n"_s;
    QProcess process;
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"SECRET"_s, TestServer::password());
    process.setProcessEnvironment(environment);
    ConnectionParameters parameters = server().parameters(m_auth);
    parameters.setValue(u"user"_s, user);
    process.start(u"/usr/bin/python3"_s,
                  {u"-c"_s, script, m_program, u"--project"_s, m_project, u"--url"_s,
                   u"socrates_auth="_s + parameters.toUri(false), u"status"_s});
    QVERIFY(process.waitForFinished(60000));
    const QString seen = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(process.exitCode() == code, qPrintable(seen));
    QVERIFY2(seen.contains(u"Password for socrates_auth"_s) && seen.contains(said),
             qPrintable(seen));
    QVERIFY(!seen.contains(TestServer::password()));
    QVERIFY2(!seen.contains(u"\x1b[2J"_s) && !seen.contains(u'\u202e'), qPrintable(seen));
#endif
}

void CliTest::busyWhenALockIsNotGranted()
{
    QCOMPARE(onAuth({u"upgrade"_s, u"001"_s}).code, 0);
    const auto holder = server().connect(m_auth);
    QVERIFY(holder->query(u"BEGIN"_s));
    QVERIFY(holder->query(u"LOCK TABLE users IN ACCESS EXCLUSIVE MODE"_s));
    const Ran ran = onAuth({u"upgrade"_s, u"--lock-timeout"_s, u"100ms"_s, u"--json"_s});
    QVERIFY2(ran.code == 5, qPrintable(ran.all()));
    QVERIFY(
        ran.json().value(u"error"_s).toObject().value(u"code"_s).toString().startsWith(u"busy."_s));
    QVERIFY(holder->query(u"ROLLBACK"_s));
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"001"_s);
}

void CliTest::losingARaceIsNoFailure()
{
    QList<std::shared_ptr<QProcess>> processes;
    for (int i = 0; i < 4; ++i) {
        processes << std::make_shared<QProcess>();
        start(*processes.last(), connections() + QStringList{u"upgrade"_s});
    }
    int winners = 0;
    for (const auto& process : processes) {
        const Ran ran = finish(*process);
        QVERIFY2(ran.code == 0 || ran.code == 5, qPrintable(ran.all()));
        winners += ran.code == 0 ? 1 : 0;
    }
    QVERIFY(winners >= 1);
    QCOMPARE(onBoth({u"status"_s, u"--check"_s}).code, 0);
    QCOMPARE(
        server().value(
            m_auth, u"SELECT count(*) FROM socrates_admin.migration_log WHERE event = 'upgrade'"_s),
        u"2"_s);
}

void CliTest::interruptStops()
{
#ifdef Q_OS_WIN
    QSKIP("Ctrl-C comes from a console here, and a test has none.");
#else
    addRevision(u"socrates_auth"_s, u"005"_s, u"002"_s, u"SELECT pg_sleep(60);"_s, u"SELECT 1;"_s);
    QProcess process;
    start(process, connections() + QStringList{u"upgrade"_s, u"--json"_s});
    // Wait for the state itself, not for a time: the sleep is what runs.
    QElapsedTimer clock;
    clock.start();
    const QString sleeping =
        u"SELECT count(*) FROM pg_stat_activity WHERE datname = '%1' AND wait_event = 'PgSleep'"_s
            .arg(m_auth);
    while (server().value(u"postgres"_s, sleeping) != u"1"_s && clock.elapsed() < 60000)
        process.waitForFinished(20);
    ::kill(pid_t(process.processId()), SIGINT);
    while (!process.readAllStandardError().contains("Stopping") && clock.elapsed() < 60000)
        process.waitForReadyRead(20);
    ::kill(pid_t(process.processId()), SIGINT);
    const Ran ran = finish(process);
    QVERIFY2(ran.code == 6, qPrintable(ran.all()));
    QCOMPARE(ran.json().value(u"result"_s), u"stopped"_s);
    QCOMPARE(server().value(m_auth, u"SELECT version_num FROM alembic_version"_s), u"002"_s);
#endif
}

void CliTest::interruptAfterTheRunTakesNoReport()
{
#ifndef Q_OS_LINUX
    QSKIP("Only Linux lets a test make a pipe that is full so soon.");
#else
    // Nobody reads the report, so that the program has run and has not ended.
    const QString pipe = m_folder->filePath(u"report"_s);
    const QByteArray pipeName = QFile::encodeName(pipe);
    QVERIFY(::mkfifo(pipeName.constData(), 0600) == 0);
    const int reader = ::open(pipeName.constData(), O_RDONLY | O_NONBLOCK);
    const auto close = qScopeGuard([reader] { ::close(reader); });
    const int capacity = ::fcntl(reader, F_SETPIPE_SZ, 4096);
    QProcess process;
    process.setStandardOutputFile(pipe);
    start(process, connections() + QStringList{u"upgrade"_s, u"--json"_s});
    const auto filled = [reader] {
        int bytes = 0;
        ::ioctl(reader, FIONREAD, &bytes);
        return bytes;
    };
    QTRY_COMPARE_WITH_TIMEOUT(filled(), capacity, 60000);
    ::kill(pid_t(process.processId()), SIGINT);
    QByteArray report;
    std::array<char, 4096> buffer{};
    const auto takeWhatIsThere = [&] {
        for (ssize_t got = 1; got > 0; report.append(buffer.data(), qMax<ssize_t>(got, 0)))
            got = ::read(reader, buffer.data(), buffer.size());
    };
    QElapsedTimer clock;
    clock.start();
    while (process.state() != QProcess::NotRunning && clock.elapsed() < 60000) {
        takeWhatIsThere();
        process.waitForFinished(20);
    }
    takeWhatIsThere();
    QCOMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QJsonDocument::fromJson(report).object().value(u"result"_s), u"applied"_s);
#endif
}

void CliTest::provisionMakesWhatIsMissing()
{
    const QString suffix = QString::number(QCoreApplication::applicationPid());
    const QString login = u"app_"_s + suffix;
    const QString owner = u"owner_"_s + suffix;
    const auto uri = [&](const QString& name) {
        ConnectionParameters parameters = server().parameters(name + suffix);
        parameters.setValue(u"user"_s, login);
        return parameters.toUri(true);
    };
    const QStringList line{u"--project"_s, m_project,
                           u"--url"_s,     u"socrates_auth="_s + uri(u"pa"_s),
                           u"--url"_s,     u"socrates_specs="_s + uri(u"ps"_s)};
    QCOMPARE(run(line + QStringList{u"provision"_s}).code, 2);
    const QStringList provision = line + QStringList{u"provision"_s,   u"--owner"_s,   owner,
                                                     u"--admin-url"_s, server().uri(), u"--json"_s};
    const Ran first = run(provision);
    QVERIFY2(first.code == 0, qPrintable(first.all()));
    QCOMPARE(first.json().value(u"actions"_s).toArray().at(0).toObject().value(u"state"_s),
             u"created"_s);
    const Ran again = run(provision);
    QVERIFY2(again.code == 0, qPrintable(again.all()));
    for (const QJsonValue& action : again.json().value(u"actions"_s).toArray())
        QVERIFY2(action.toObject().value(u"state"_s) == u"already_there"_s, qPrintable(again.out));
    const Ran upgraded = run(line + QStringList{u"--role"_s, owner, u"upgrade"_s});
    QVERIFY2(upgraded.code == 0, qPrintable(upgraded.all()));
    QCOMPARE(server().value(u"pa"_s + suffix,
                            u"SELECT tableowner FROM pg_tables WHERE tablename = 'users'"_s),
             owner);
    server().run(u"postgres"_s, {u"DROP DATABASE pa%1 WITH (FORCE)"_s.arg(suffix),
                                 u"DROP DATABASE ps%1 WITH (FORCE)"_s.arg(suffix)});
}

void CliTest::doctorSaysWhatIsWrong()
{
    const Ran healthy = onBoth({u"doctor"_s, u"--json"_s});
    QVERIFY2(healthy.code == 0, qPrintable(healthy.all()));
    QCOMPARE(firstDatabase(healthy.json()).value(u"stages"_s).toArray().size(), 9);
    const Ran ill = run({u"--project"_s, m_project, u"--url"_s,
                         u"socrates_auth=postgresql://me@127.0.0.1:1/x"_s, u"doctor"_s});
    QVERIFY2(ill.code == 4, qPrintable(ill.all()));
    QVERIFY2(ill.out.contains(u"failed   Port"_s) && ill.out.contains(u"What to do"_s),
             qPrintable(ill.out));
}

void CliTest::expectedIsRecorded()
{
    const Ran ran = onAuth({u"expected"_s, u"--json"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QVERIFY(!ran.json().value(u"files"_s).toArray().isEmpty());
    QVERIFY(QFile::exists(m_project + u"/expected/socrates_auth.json"_s));
    QCOMPARE(onBoth({u"upgrade"_s}).code, 0);
    const Ran verified = onBoth({u"verify"_s});
    QVERIFY2(verified.code == 0 && verified.out.contains(u"recorded in the project"_s),
             qPrintable(verified.all()));
}

void CliTest::recogniseAndCompare()
{
    QCOMPARE(onBoth({u"upgrade"_s}).code, 0);
    QCOMPARE(onBoth({u"recognise"_s}).code, 0);
    const QStringList compare{u"compare"_s, u"socrates_auth@002"_s, u"socrates_auth"_s};
    QCOMPARE(onAuth(compare).code, 0);
    server().run(m_auth, {u"DROP INDEX idx_tokens_user"_s, u"DELETE FROM alembic_version"_s});

    const Ran recognised = onBoth({u"recognise"_s});
    QCOMPARE(recognised.code, 3);
    QVERIFY2(recognised.out.contains(u"002 but index tokens.idx_tokens_user is missing"_s),
             qPrintable(recognised.all()));
    const QJsonObject document = firstDatabase(onBoth({u"recognise"_s, u"--json"_s}).json());
    QCOMPARE(document.value(u"verdict"_s).toString(), u"near"_s);
    QCOMPARE(document.value(u"offers"_s).toArray().size(), 1);
    QCOMPARE(onBoth({u"recognise"_s, u"--apply"_s, u"stamp"_s}).code, 2);
    const Ran applied =
        onBoth({u"recognise"_s, u"--apply"_s, u"socrates_auth@mend"_s, u"--json"_s});
    QVERIFY2(applied.code == 0, qPrintable(applied.all()));
    QCOMPARE(applied.json().value(u"applied"_s).toArray().at(0).toString(),
             u"socrates_auth@mend"_s);
    QCOMPARE(firstDatabase(applied.json()).value(u"text"_s).toString(), u"exactly 002"_s);

    server().run(m_auth, {u"CREATE TABLE projects (c int)"_s});
    const Ran unconfirmed = onBoth({u"recognise"_s, u"--apply"_s, u"remove-misplaced"_s});
    QVERIFY2(unconfirmed.code == 2 && unconfirmed.all().contains(u"--yes-destroy-data "_s + m_auth),
             qPrintable(unconfirmed.all()));
    const Ran removed = onBoth(
        {u"recognise"_s, u"--apply"_s, u"remove-misplaced"_s, u"--yes-destroy-data"_s, m_auth});
    QVERIFY2(removed.code == 0, qPrintable(removed.all()));
    server().run(m_auth,
                 {u"CREATE TABLE projects (c int)"_s, u"INSERT INTO projects VALUES (5)"_s});
    QCOMPARE(onBoth({u"recognise"_s, u"--apply"_s, u"remove-misplaced"_s}).code, 1);
    const Ran exported = onBoth({u"recognise"_s, u"--csv-dir"_s, m_folder->filePath(u"kept"_s)});
    QVERIFY2(exported.code == 3 && exported.out.contains(u"projects.csv (1 rows)"_s),
             qPrintable(exported.all()));
    server().run(m_auth, {u"DROP TABLE projects"_s, u"DROP INDEX idx_tokens_user"_s});

    const Ran compared = onAuth(compare + QStringList{u"--sql"_s});
    QCOMPARE(compared.code, 3);
    QVERIFY2(compared.out.contains(u"missing index tokens.idx_tokens_user (introduced by 002)"_s),
             qPrintable(compared.all()));
    const QJsonObject json = onAuth(compare + QStringList{u"--json"_s}).json();
    server().run(m_auth, {json.value(u"mend"_s).toArray().at(0)[u"sql"_s].toString()});
    QCOMPARE(onAuth(compare).code, 0);

    const Ran revisions = onAuth({u"compare"_s, u"socrates_auth@002"_s, u"socrates_auth@001"_s});
    QCOMPARE(revisions.code, 3);
    QVERIFY(revisions.out.contains(u"missing table tokens (introduced by 002)"_s));
    QCOMPARE(onAuth({u"compare"_s, u"nonsense"_s, u"socrates_auth"_s}).code, 2);
}

void CliTest::proveTellsWhatIsLeftOver()
{
    const Ran all = onBoth({u"prove"_s});
    QVERIFY2(all.code == 0, qPrintable(all.all()));
    QCOMPARE(all.out.count(u": proven"_s), 4);

    addRevision(u"socrates_auth"_s, u"005"_s, u"002"_s, u"CREATE TYPE mood AS ENUM ('a');"_s,
                u"SELECT 1;"_s);
    addRevision(u"socrates_auth"_s, u"006"_s, u"005"_s, u"SELECT 1;"_s, u"DROP TABLE nowhere;"_s);
    const Ran left = onBoth({u"prove"_s, u"005"_s, u"--json"_s});
    QVERIFY2(left.code == 3, qPrintable(left.all()));
    const QJsonObject told =
        firstDatabase(left.json()).value(u"revisions"_s).toArray().at(0).toObject();
    QCOMPARE(told.value(u"verdict"_s).toString(), u"leaves_something"_s);
    QCOMPARE(told.value(u"leftover"_s).toArray().at(0).toObject().value(u"text"_s).toString(),
             u"enum mood is left behind"_s);

    const Ran failed = onAuth({u"prove"_s, u"socrates_auth@006"_s});
    QVERIFY2(failed.code == 1, qPrintable(failed.all()));
    QVERIFY(failed.err.contains(QRegularExpression(u"006[^:]*\\.sql:\\d+"_s)));
    QCOMPARE(onAuth({u"prove"_s, u"099"_s}).code, 2);
}

void CliTest::lossIsToldAndExported()
{
    QCOMPARE(onBoth({u"upgrade"_s}).code, 0);
    server().run(m_specs, {u"INSERT INTO projects VALUES (1)"_s,
                           u"INSERT INTO sessions SELECT generate_series(1, 42)"_s});
    const Ran told = onBoth({u"loss"_s, u"socrates_specs@base"_s});
    QVERIFY2(told.code == 0, qPrintable(told.all()));
    QVERIFY2(told.out.contains("1 row of projects and 42 sessions will be deleted."_L1),
             qPrintable(told.out));
    const QStringList downgrade{u"downgrade"_s, u"socrates_specs@003"_s};
    const Ran refused = onBoth(downgrade);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("42 sessions will be deleted."_L1), qPrintable(refused.all()));

    const QString folder = m_folder->filePath(u"kept"_s);
    const Ran ran = onBoth(downgrade + QStringList{u"--yes-destroy-data"_s, m_specs, u"--csv-dir"_s,
                                                   folder, u"--json"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    const QJsonObject file = ran.json().value(u"exported"_s).toArray().at(0).toObject();
    QCOMPARE(file.value(u"rows"_s).toInt(), 42);
    QFile csv(file.value(u"file"_s).toString());
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 43);
    QCOMPARE(server().value(m_specs, u"SELECT to_regclass('sessions') IS NULL"_s), u"t"_s);
}

void CliTest::backupsAreMadeListedAndRestored()
{
    QCOMPARE(onAuth({u"upgrade"_s}).code, 0);
    server().run(m_auth, {u"INSERT INTO users VALUES (1, 'a@b.c')"_s});
    const QString folder = m_folder->filePath(u"backups"_s);
    const Ran ran = onAuth({u"downgrade"_s, u"base"_s, u"--yes-destroy-data"_s, m_auth,
                            u"--backup"_s, u"--dir"_s, folder, u"--json"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    const QString file =
        ran.json().value(u"backups"_s).toArray().at(0).toObject().value(u"file"_s).toString();
    QVERIFY(QFileInfo(file).size() > 0);
    const Ran listed = run({u"backups"_s, u"--dir"_s, folder});
    QVERIFY2(listed.code == 0 && listed.out.contains(QDir::toNativeSeparators(file)) &&
                 listed.out.contains("at 002"_L1),
             qPrintable(listed.all()));

    const QString beside = m_auth + u"_then"_s;
    const Ran restored = onAuth({u"restore"_s, file, u"--into"_s, beside});
    QVERIFY2(restored.code == 0, qPrintable(restored.all()));
    QCOMPARE(server().value(beside, u"SELECT email FROM users"_s), u"a@b.c"_s);

    const QStringList over{u"restore"_s, file, u"--into"_s, m_auth};
    const Ran refused = onAuth(over);
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("--yes-destroy-data "_L1 + m_auth));
    const Ran replaced = onAuth(over + QStringList{u"--yes-destroy-data"_s, m_auth, u"--json"_s});
    QVERIFY2(replaced.code == 0, qPrintable(replaced.all()));
    QCOMPARE(server().value(m_auth, u"SELECT email FROM users"_s), u"a@b.c"_s);
    const QString kept = replaced.json().value(u"kept"_s).toString();
    QCOMPARE(server().value(kept, u"SELECT to_regclass('users') IS NULL"_s), u"t"_s);
}

SOCRATES_TEST_MAIN(CliTest)
#include "tst_cli.moc"
