// SPDX-License-Identifier: MIT
// backup, backups, restore.
#include "app/cli/backups.h"

#include "app/cli/serverchecks.h"
#include "app/cli/terminal.h"
#include "core/postgres/backup.h"

#include <QDir>
#include <QLocale>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QString folderOf(const Request& request)
{
    return request.line.has(u"dir"_s) ? request.line.value(u"dir"_s) : backups::defaultFolder();
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString lineOf(const Backup& backup)
{
    return u"%1  %2 of %3, at %4, %5\n    %6"_s.arg(
        backup.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s), backup.database, backup.server,
        backup.revisions.isEmpty() ? u"base"_s : backup.revisions.join(u", "_s),
        sizeText(backup.size), QDir::toNativeSeparators(backup.file));
}

QJsonObject toJson(const Backup& backup)
{
    return {{u"file"_s, backup.file},
            {u"name"_s, backup.name},
            {u"database"_s, backup.database},
            {u"server"_s, backup.server},
            {u"server_version"_s, backup.serverVersion},
            {u"revisions"_s, QJsonArray::fromStringList(backup.revisions)},
            {u"at"_s, backup.at.toUTC().toString(Qt::ISODate)},
            {u"size"_s, backup.size}};
}

Error usage(const QString& summary, const QString& hint)
{
    return Error{.code = u"usage.arguments"_s, .summary = summary, .hint = hint};
}

/// On whose server to restore: that of the database that the backup is of, or the only one given.
Result<DatabaseName> serverFor(const Endpoints& endpoints, const QString& file)
{
    const auto backup = backups::read(file);
    if (backup && endpoints.contains(DatabaseName(backup->name)))
        return DatabaseName(backup->name);
    if (endpoints.size() == 1)
        return endpoints.firstKey();
    return fail(usage(u"On which server shall it be restored?"_s,
                      u"Give the connection of one database (--url NAME=URI)."_s));
}

} // namespace

Result<void> backUp(Request& request, const Databases& databases,
                    const QList<DatabaseStatus>& statuses, QJsonArray& document)
{
    CancelToken token;
    const terminal::Interrupts interrupts([token](int) mutable { token.cancel(); });
    for (const DatabaseStatus& status : statuses) {
        if (status.error)
            return fail(*status.error);
        request.output.progress(u"backing up %1"_s.arg(status.server.database));
        Backup what;
        what.name = status.name.text();
        what.revisions = status.versionTable.rows;
        const auto backup =
            databases.sessions.value(status.name)
                ->submit([&](Connection& connection) {
                    return backups::make(connection, what, folderOf(request), token);
                })
                .result();
        request.output.progress({});
        if (!backup) {
            Error error = backup.error();
            error.database = status.name.text();
            return fail(error);
        }
        request.output.text(u"backup made and read back:\n  "_s + lineOf(*backup));
        document << toJson(*backup);
    }
    return {};
}

ExitCode backupCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    printHeading(request, databases->absent);
    QJsonArray made;
    const auto done =
        backUp(request, *databases, readStatuses(request.project, databases->sessions), made);
    const QJsonObject document{{u"project"_s, request.project.folder()}, {u"backups"_s, made}};
    if (!done)
        return request.output.failed(done.error(), document);
    request.output.document(document);
    return ExitCode::Done;
}

ExitCode backupsCommand(Request& request)
{
    const QList<Backup> all = backups::list(folderOf(request));
    QJsonArray documents;
    request.output.text(QDir::toNativeSeparators(folderOf(request)) +
                        (all.isEmpty() ? u": no backups"_s : u":"_s));
    for (const Backup& backup : all) {
        request.output.text(lineOf(backup));
        documents << toJson(backup);
    }
    request.output.document({{u"folder"_s, folderOf(request)}, {u"backups"_s, documents}});
    return ExitCode::Done;
}

ExitCode restoreCommand(Request& request)
{
    const QString file = QDir::fromNativeSeparators(request.line.arguments().first());
    const QString database = request.line.value(u"into"_s);
    if (database.isEmpty())
        return request.output.failed(
            usage(u"restore wants the name of the database to restore into."_s,
                  u"Write: socrates-migrate --from-env restore FILE --into NAME"_s));
    const ResultOrErrors<Endpoints> endpoints =
        resolveEndpoints(request.line, request.project, request.output);
    if (!endpoints)
        return request.output.failed(endpoints.error());
    const auto name = serverFor(*endpoints, file);
    if (!name)
        return request.output.failed(name.error());
    const auto connection = backups::connectBeside(endpoints->value(*name).parameters);
    if (!connection)
        return request.output.failed(connection.error());
    const ServerIdentity seen = knownServers(request, *endpoints).value(*name);
    if (const auto isRight = checkSameServer(**connection, *name, seen); !isRight)
        return request.output.failed(isRight.error());
    CancelToken token;
    const terminal::Interrupts interrupts([token](int) mutable { token.cancel(); });
    const bool replaces = request.line.values(u"yes-destroy-data"_s).contains(database);
    request.output.progress(u"restoring %1"_s.arg(database));
    const auto kept = backups::restore(**connection, file, database, replaces, token);
    request.output.progress({});
    if (!kept) {
        Error error = kept.error();
        if (error.code == "backup.exists"_L1)
            error.hint += u" Add to the same command: --yes-destroy-data %1"_s.arg(database);
        return request.output.failed(error);
    }
    request.output.text(
        u"%1 is restored on %2."_s.arg(database, (*connection)->server().serverText()));
    if (!kept->isEmpty())
        request.output.text(
            u"What was there before is kept as %1; drop it when it is no longer needed."_s.arg(
                *kept));
    request.output.document({{u"database"_s, database},
                             {u"server"_s, (*connection)->server().serverText()},
                             {u"kept"_s, *kept}});
    return ExitCode::Done;
}

} // namespace socrates::cli
