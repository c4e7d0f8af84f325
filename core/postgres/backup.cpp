// SPDX-License-Identifier: MIT
#include "core/postgres/backup.h"

#include "core/base/childprocess.h"
#include "core/base/filereplacement.h"
#include "core/base/redaction.h"
#include "core/base/texts.h"
#include "core/postgres/localserver.h"
#include "core/postgres/serverprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QUrl>

#include <algorithm>

namespace socrates::core::backups {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLookMs = 100;
constexpr auto kPrivate = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error failure(const QString& summary, const QString& detail, const QString& hint = {})
{
    return Error{.code = u"backup.failed"_s,
                 .summary = summary,
                 .detail = redacted(detail.trimmed()),
                 .hint = hint};
}

/// On Windows a program reads its environment in the system's code page, which not every password
/// survives; a file it reads byte by byte. `file` must live as long as the program.
bool handOver(const QString& password, [[maybe_unused]] QTemporaryFile& file,
              QProcessEnvironment& environment)
{
#ifdef Q_OS_WIN
    QString escaped = password;
    escaped.replace(u'\\', u"\\\\"_s).replace(u':', u"\\:"_s);
    if (!file.open() || file.write("*:*:*:*:" + escaped.toUtf8() + '\n') < 0)
        return false;
    file.close();
    environment.insert(u"PGPASSFILE"_s, serverprocess::pathArgument(file.fileName()));
#else
    environment.insert(u"PGPASSWORD"_s, password);
#endif
    return true;
}

/// Runs one of PostgreSQL's programs to its end; its error output becomes the detail.
Result<void> run(const QString& program, const QStringList& arguments,
                 const ConnectionParameters& parameters, const QString& summary,
                 const CancelToken& token, const std::function<void()>& onLook = {})
{
    QProcess process;
    QProcessEnvironment environment = serverprocess::environmentWithoutLibpq();
    QTemporaryFile passwordFile;
    if (parameters.hasPassword() && !handOver(parameters.password(), passwordFile, environment))
        return fail(failure(summary, passwordFile.errorString()));
    environment.insert(u"LC_MESSAGES"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    hideConsole(process);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return fail(failure(summary, process.errorString()));
    while (!process.waitForFinished(kLookMs)) {
        if (process.state() == QProcess::NotRunning)
            break;
        if (onLook)
            onLook();
        if (token.isStopRequested()) {
            process.kill();
            process.waitForFinished();
            return fail(Error{.code = u"stopped.cancelled"_s, .summary = Texts::tr("Stopped.")});
        }
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return fail(failure(summary, QString::fromLocal8Bit(process.readAllStandardError())));
}

/// What pg_dump and pg_restore connect by: the same server that we are connected to.
ConnectionParameters parametersTo(const Connection& connection, const QString& database)
{
    ConnectionParameters parameters = connection.parameters();
    parameters.setValue(u"host"_s, connection.server().host);
    parameters.setValue(u"port"_s, connection.server().port);
    parameters.setValue(u"hostaddr"_s, {});
    parameters.setValue(u"user"_s, connection.server().user);
    parameters.setValue(u"dbname"_s, database);
    return parameters;
}

QString sidecar(const QString& file)
{
    return file + u".json"_s;
}

QJsonObject toJson(const Backup& backup)
{
    return {{u"socrates_backup"_s, 1},
            {u"name"_s, backup.name},
            {u"database"_s, backup.database},
            {u"server"_s, backup.server},
            {u"server_version"_s, backup.serverVersion},
            {u"revisions"_s, QJsonArray::fromStringList(backup.revisions)},
            {u"locale"_s, QJsonArray::fromStringList(backup.locale)},
            {u"at"_s, backup.at.toUTC().toString(Qt::ISODate)}};
}

bool writeSidecar(const Backup& backup)
{
    return replaceFile(sidecar(backup.file), QJsonDocument(toJson(backup)).toJson(), kPrivate)
        .has_value();
}

/// A new, private, empty file that nothing else has: pg_dump then writes into it.
Result<QString> reserve(const QString& folder, const Backup& what)
{
    const QString cannot = Texts::tr("The backup cannot be written to %1.").arg(folder);
    if (!QDir().mkpath(folder))
        return fail(failure(cannot, Texts::tr("The folder cannot be made.")));
    const QString base =
        QString::fromLatin1(QUrl::toPercentEncoding(what.database)).replace(u'*', u"%2A"_s) + u'-' +
        what.at.toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    for (int number = 0; number < 1000; ++number) {
        const QString path = QDir(folder).absoluteFilePath(
            base + (number == 0 ? QString() : u"-%1"_s.arg(number)) + u".dump"_s);
        QFile file(path);
        if (file.exists())
            continue;
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return fail(failure(cannot, file.errorString()));
        file.setPermissions(kPrivate);
        return path;
    }
    return fail(failure(cannot, Texts::tr("There are too many backups of this second.")));
}

/// Ends in a random part: nobody else's.
QString restoringName()
{
    return u"socrates_restore_"_s + QString::number(QRandomGenerator::global()->generate64(), 36);
}

/// As the backup's database was; a dump of somebody else's says nothing of that.
QString createSql(const QString& database, const QString& file)
{
    QString sql = u"CREATE DATABASE %1 TEMPLATE template0"_s.arg(Connection::identifier(database));
    const auto backup = read(file);
    if (backup && backup->locale.size() == 3) {
        sql += u" ENCODING %1 LC_COLLATE %2 LC_CTYPE %3"_s.arg(
            Connection::literal(backup->locale.at(0)), Connection::literal(backup->locale.at(1)),
            Connection::literal(backup->locale.at(2)));
    }
    return sql;
}

Result<bool> exists(Connection& connection, const QString& database)
{
    const auto rows =
        connection.query(u"SELECT 1 FROM pg_catalog.pg_database WHERE datname = $1"_s, {database});
    if (!rows)
        return fail(rows.error());
    return !rows->isEmpty();
}

Result<void> renameDatabase(Connection& connection, const QString& from, const QString& to)
{
    const auto renamed = connection.query(u"ALTER DATABASE %1 RENAME TO %2"_s.arg(
        Connection::identifier(from), Connection::identifier(to)));
    if (renamed)
        return {};
    if (renamed.error().sqlState != "55006"_L1)
        return fail(renamed.error());
    return fail(Error{.code = u"backup.in_use"_s,
                      .summary = Texts::tr("Somebody is connected to %1.").arg(from),
                      .detail = renamed.error().detail,
                      .hint = Texts::tr("End those connections, or restore into a new database.")});
}

/// The restored database takes the name; one that has it keeps its content under another.
Result<QString> exchange(Connection& connection, const QString& restored, const QString& database,
                         bool isThere)
{
    if (!isThere) {
        if (const auto done = renameDatabase(connection, restored, database); !done)
            return fail(done.error());
        return QString();
    }
    const QString kept = database.left(40) + u"_before_"_s +
                         QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmss"_s);
    const auto owner = connection.query(
        u"SELECT r.rolname FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r ON r.oid = d.datdba WHERE d.datname = $1"_s,
        {database});
    if (!owner)
        return fail(owner.error());
    if (!owner->isEmpty() && owner->at(0, 0) != connection.server().user) {
        const auto given = connection.query(u"ALTER DATABASE %1 OWNER TO %2"_s.arg(
            Connection::identifier(restored), Connection::identifier(owner->at(0, 0))));
        if (!given)
            return fail(given.error());
    }
    if (const auto done = renameDatabase(connection, database, kept); !done)
        return fail(done.error());
    if (const auto done = renameDatabase(connection, restored, database); !done) {
        (void)renameDatabase(connection, kept, database);
        return fail(done.error());
    }
    return kept;
}

} // namespace

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/socrates-admin/backups"_s;
}

Result<QString> programsFor(int serverMajor)
{
    QString fitting;
    QStringList found;
    for (const LocalServer::Programs& programs : LocalServer::findDumpPrograms()) { // newest first
        found << programs.version;
        if (programs.major >= serverMajor)
            fitting = programs.folder;
    }
    if (!fitting.isEmpty())
        return fitting;
    return fail(Error{
        .code = u"backup.no_program"_s,
        .summary = Texts::tr("A backup needs pg_dump %1 or newer, and it is not on this computer.")
                       .arg(serverMajor),
        .detail = found.isEmpty() ? Texts::tr("No pg_dump was found.")
                                  : Texts::tr("Found: pg_dump %1.").arg(found.join(u", "_s)),
        .hint =
            Texts::tr("Install PostgreSQL %1's client programs (Debian and Ubuntu: apt install "
                      "postgresql-client-%1; Windows and macOS: the installer of postgresql.org, "
                      "\"Command Line Tools\").")
                .arg(serverMajor)});
}

Result<Backup> make(Connection& connection, const Backup& what, const QString& folder,
                    const CancelToken& token, const std::function<void(qint64)>& progress)
{
    const auto programs = programsFor(connection.server().major());
    if (!programs)
        return fail(programs.error());
    Backup backup = what;
    backup.database = connection.server().database;
    backup.server = connection.server().serverText();
    backup.serverVersion = connection.server().versionText;
    backup.at = QDateTime::currentDateTimeUtc();
    const auto locale = connection.query(
        u"SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_catalog.pg_database WHERE datname = current_database()"_s);
    if (!locale)
        return fail(locale.error());
    backup.locale = locale->rows.value(0);
    const auto file = reserve(folder, backup);
    if (!file)
        return fail(file.error());
    backup.file = *file;
    const ConnectionParameters parameters = parametersTo(connection, backup.database);
    const QString summary = Texts::tr("%1 could not be backed up.").arg(backup.database);
    Result<void> done =
        run(*programs + u"/pg_dump"_s,
            {u"--format=custom"_s, u"--no-password"_s, u"--file"_s,
             serverprocess::pathArgument(backup.file), u"--dbname"_s, parameters.toUri(false)},
            parameters, summary, token, [&progress, &backup] {
                if (progress)
                    progress(QFileInfo(backup.file).size());
            });
    if (done)
        done = run(*programs + u"/pg_restore"_s,
                   {u"--list"_s, serverprocess::pathArgument(backup.file)}, {}, summary, token);
    backup.size = QFileInfo(backup.file).size();
    if (done && !writeSidecar(backup))
        done = fail(failure(summary, Texts::tr("%1 cannot be written.").arg(sidecar(backup.file))));
    if (!done) {
        QFile::remove(backup.file);
        return fail(done.error());
    }
    return backup;
}

Result<Backup> read(const QString& file)
{
    QFile json(sidecar(file));
    const QFileInfo dump(file);
    if (!dump.isFile())
        return fail(Error{.code = u"backup.unreadable"_s,
                          .summary = Texts::tr("There is no backup %1.").arg(file)});
    const QJsonObject object = json.open(QIODevice::ReadOnly)
                                   ? QJsonDocument::fromJson(json.readAll()).object()
                                   : QJsonObject();
    if (object.value("socrates_backup"_L1).toInt() != 1) {
        return fail(
            Error{.code = u"backup.unreadable"_s,
                  .summary = Texts::tr("%1 does not say what is in %2.").arg(sidecar(file), file)});
    }
    Backup backup;
    backup.file = dump.absoluteFilePath();
    backup.name = object.value("name"_L1).toString();
    backup.database = object.value("database"_L1).toString();
    backup.server = object.value("server"_L1).toString();
    backup.serverVersion = object.value("server_version"_L1).toString();
    for (const QJsonValue& part : object.value("locale"_L1).toArray())
        backup.locale << part.toString();
    for (const QJsonArray rows = object.value("revisions"_L1).toArray();
         const QJsonValue& row : rows)
        backup.revisions << row.toString();
    backup.at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODate);
    backup.size = dump.size();
    return backup;
}

QList<Backup> list(const QString& folder)
{
    QList<Backup> result;
    for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.dump"_s}, QDir::Files)) {
        if (auto backup = read(file.absoluteFilePath()))
            result << std::move(*backup);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Backup& a, const Backup& b) { return a.at > b.at; });
    return result;
}

Result<std::unique_ptr<Connection>> connectBeside(ConnectionParameters parameters,
                                                  const CancelToken& token)
{
    constexpr int kPatienceMs = 15000;
    parameters.setValue(u"dbname"_s, u"postgres"_s);
    auto connection = Connection::open(parameters, kPatienceMs, token);
    if (connection || connection.error().code != "conn.no_database"_L1)
        return connection;
    parameters.setValue(u"dbname"_s, u"template1"_s);
    auto other = Connection::open(parameters, kPatienceMs, token);
    return other ? std::move(other) : std::move(connection);
}

Result<QString> restore(Connection& connection, const QString& file, const QString& database,
                        bool replaces, const CancelToken& token)
{
    const auto programs = programsFor(connection.server().major());
    if (!programs)
        return fail(programs.error());
    const QString summary = Texts::tr("%1 could not be restored.").arg(file);
    if (const auto readable =
            run(*programs + u"/pg_restore"_s, {u"--list"_s, serverprocess::pathArgument(file)}, {},
                summary, token);
        !readable)
        return fail(readable.error());
    const auto isThere = exists(connection, database);
    if (!isThere)
        return fail(isThere.error());
    if (*isThere && !replaces) {
        return fail(
            Error{.code = u"backup.exists"_s,
                  .summary = Texts::tr("There is a database %1 already.").arg(database),
                  .hint = Texts::tr("Give a name that is free, or confirm that it is replaced.")});
    }
    const QString restored = restoringName();
    const auto made = connection.query(createSql(restored, file));
    if (!made)
        return fail(made.error());
    const ConnectionParameters parameters = parametersTo(connection, restored);
    const auto done =
        run(*programs + u"/pg_restore"_s,
            {u"--exit-on-error"_s, u"--single-transaction"_s, u"--no-password"_s, u"--dbname"_s,
             parameters.toUri(false), serverprocess::pathArgument(file)},
            parameters, summary, token);
    Result<QString> result = done ? exchange(connection, restored, database, *isThere)
                                  : Result<QString>(tl::unexpect, done.error());
    if (!result)
        (void)connection.query(
            u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(Connection::identifier(restored)));
    return result;
}

} // namespace socrates::core::backups
