// SPDX-License-Identifier: MIT
#include "app/cli/backups.h"
#include "app/cli/migration.h"
#include "app/cli/serverchecks.h"
#include "core/engine/reset.h"
#include "core/report/json.h"
#include "core/report/wording.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// The databases to reset, last in the project first: what requires another goes before it.
Result<QList<DatabaseName>> namesOf(const Request& request, const Databases& databases)
{
    QList<DatabaseName> names;
    for (const QString& argument : request.line.arguments()) {
        const DatabaseName name(argument);
        if (!databases.sessions.contains(name)) {
            return fail(
                Error{.code = u"usage.target"_s,
                      .summary = u"%1 is not a connected database of the project."_s.arg(argument),
                      .hint = u"Name it as the project does, and give its connection."_s});
        }
    }
    for (const ProjectDatabase& database : request.project.databases()) {
        if (request.line.arguments().contains(database.name.text()))
            names.prepend(database.name);
    }
    return names;
}

QString previewText(const ResetPreview& preview)
{
    QStringList lines{u"%1 (%2): everything in schema %3 is dropped"_s.arg(
        preview.name.text(), report::placeText(preview.status), preview.schema)};
    for (const ResetPreview::Table& table : preview.tables) {
        const QString rows = table.rows == 1 ? u"1 row"_s : u"%1 rows"_s.arg(table.rows);
        lines << u"  table %1%2"_s.arg(table.name, table.rows < 0     ? QString()
                                                   : table.isEstimate ? u", about "_s + rows
                                                                      : u", "_s + rows);
    }
    for (const QString& other : preview.others)
        lines << u"  "_s + other;
    lines << u"  The schema stays, with its owner, grants, default privileges and comment."_s;
    if (!preview.extensions.isEmpty())
        lines << u"  Extensions stay: "_s + preview.extensions.join(u", "_s);
    if (!preview.schemas.isEmpty())
        lines << u"  Other schemas keep what does not stand on this one: "_s +
                     preview.schemas.join(u", "_s);
    return lines.join(u'\n');
}

QJsonObject previewJson(const ResetPreview& preview)
{
    QJsonArray tables;
    for (const ResetPreview::Table& table : preview.tables)
        tables << QJsonObject{{u"name"_s, table.name},
                              {u"rows_estimate"_s, table.rows},
                              {u"estimate"_s, table.isEstimate}};
    return {{u"name"_s, preview.name.text()},
            {u"database"_s, preview.status.server.database},
            {u"schema"_s, preview.schema},
            {u"tables"_s, tables},
            {u"others"_s, QJsonArray::fromStringList(preview.others)},
            {u"extensions_kept"_s, QJsonArray::fromStringList(preview.extensions)},
            {u"schemas_left_alone"_s, QJsonArray::fromStringList(preview.schemas)}};
}

std::optional<Error> unconfirmed(const Request& request, const QList<ResetPreview>& previews)
{
    QStringList missing;
    for (const ResetPreview& preview : previews) {
        const QString name = preview.status.server.database;
        if (!request.line.values(u"yes-destroy-data"_s).contains(name))
            missing << u"--yes-destroy-data "_s + name;
    }
    if (missing.isEmpty())
        return std::nullopt;
    return Error{
        .code = u"usage.confirmation"_s,
        .summary = u"A reset destroys all this data, and that is not confirmed. Nothing was "
                   u"run."_s,
        .hint = u"--backup saves it first. Add to the same command: "_s + missing.join(u' ')};
}

} // namespace

ExitCode resetCommand(Request& request)
{
    Result<RunOptions> options = runOptions(request.line);
    if (!options)
        return request.output.failed(options.error());
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const Result<QList<DatabaseName>> names = namesOf(request, *databases);
    if (!names)
        return request.output.failed(names.error());
    const QList<ResetPreview> previews =
        previewResets(request.project, *names, databases->sessions);
    QJsonArray told;
    QStringList texts;
    for (const ResetPreview& preview : previews) {
        if (preview.error)
            return request.output.failed(*preview.error);
        told << previewJson(preview);
        texts << previewText(preview);
    }
    QJsonObject document{{u"result"_s, u"nothing"_s}, {u"reset"_s, told}};
    if (const auto error = unconfirmed(request, previews)) {
        request.output.message(texts.join(u"\n\n"_s));
        return request.output.failed(*error, document);
    }
    printHeading(request, databases->absent);
    request.output.text(u'\n' + texts.join(u"\n\n"_s));
    options->knownServers = knownServers(request, databases->endpoints);
    for (const ResetPreview& preview : previews) {
        if (const auto changed = changedServer(preview.status, options->knownServers))
            return request.output.failed(*changed, document);
    }
    QList<DatabaseStatus> statuses;
    if (request.line.has(u"backup"_s)) {
        QList<DatabaseStatus> before;
        for (const ResetPreview& preview : previews)
            before << preview.status;
        QJsonArray made;
        const auto backedUp = backUp(request, *databases, before, made);
        document.insert(u"backups"_s, made);
        if (!backedUp)
            return request.output.failed(backedUp.error(), document);
    }
    for (const ResetPreview& preview : previews) {
        const SessionPtr session = databases->sessions.value(preview.name);
        const Result<DatabaseStatus> status =
            resetDatabase(request.project, *session, preview, *options);
        if (!status) {
            document = report::statusDocument(statuses);
            document.insert(u"result"_s, statuses.isEmpty() ? u"rolled_back"_s : u"stopped"_s);
            document.insert(u"reset"_s, told);
            return request.output.failed(status.error(), document);
        }
        request.output.text(u"\napplied %1 is empty and at base."_s.arg(preview.name.text()));
        statuses << *status;
    }
    const QJsonValue backups = document.value(u"backups"_s);
    document = report::statusDocument(statuses);
    document.insert(u"backups"_s, backups.toArray());
    document.insert(u"result"_s, u"applied"_s);
    document.insert(u"reset"_s, told);
    addContext(document, request, *databases);
    rememberServers(request, *databases, statuses);
    request.output.document(document);
    return ExitCode::Done;
}

} // namespace socrates::cli
