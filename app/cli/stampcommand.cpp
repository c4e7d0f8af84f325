// SPDX-License-Identifier: MIT
#include "app/cli/migration.h"
#include "app/cli/serverchecks.h"
#include "app/cli/verifying.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"
#include "core/schema/catalogreader.h"

#include <QJsonArray>

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// One database that is to be stamped, and the rows it will then have.
struct Stamp
{
    DatabaseName database;
    QString target;
    QList<RevisionId> rows;
};

Error targetError(const QString& summary, const QString& hint)
{
    return Error{.code = u"usage.target"_s, .summary = summary, .hint = hint};
}

/// Which databases a target means: the one it names, or each connected one that knows it.
Result<QList<DatabaseName>> databasesFor(const Request& request, const Databases& databases,
                                         const TargetSpec& spec)
{
    if (!spec.database.isEmpty()) {
        if (databases.sessions.contains(spec.database))
            return QList<DatabaseName>{spec.database};
        return fail(
            targetError(u"%1 is not connected."_s.arg(spec.database.text()),
                        u"Give its connection too: --url %1=URI"_s.arg(spec.database.text())));
    }
    const bool isRelative = spec.target.startsWith(u'+') || spec.target.startsWith(u'-');
    if (isRelative && databases.sessions.size() > 1) {
        return fail(targetError(
            u"'%1' does not say which database it is for."_s.arg(spec.target),
            u"Write it as %1@%2"_s.arg(databases.sessions.firstKey().text(), spec.target)));
    }
    QList<DatabaseName> result;
    for (const ProjectDatabase& database : request.project.databases()) {
        if (databases.sessions.contains(database.name) && database.graph.knows(spec.target))
            result << database.name;
    }
    if (result.isEmpty()) {
        return fail(targetError(u"Can't locate revision identified by '%1'"_s.arg(spec.target),
                                u"See the revisions with: socrates-migrate history"_s));
    }
    return result;
}

const DatabaseStatus& statusOf(const QList<DatabaseStatus>& statuses, const DatabaseName& name)
{
    return *std::find_if(statuses.begin(), statuses.end(),
                         [&name](const DatabaseStatus& status) { return status.name == name; });
}

Result<QList<Stamp>> stampsFor(const Request& request, const Databases& databases,
                               const QList<DatabaseStatus>& statuses)
{
    QList<Stamp> result;
    for (const QString& text : request.line.arguments()) {
        const TargetSpec spec = TargetSpec::parse(text, request.project);
        const Result<QList<DatabaseName>> names = databasesFor(request, databases, spec);
        if (!names)
            return fail(names.error());
        for (const DatabaseName& name : *names) {
            const DatabaseStatus& status = statusOf(statuses, name);
            QList<RevisionId> before;
            for (const QString& row : status.versionTable.rows)
                before << RevisionId(row);
            const Result<QList<RevisionId>> rows = request.project.graph(name).stampRows(
                before, spec.target, request.line.has(u"purge"_s));
            if (!rows) {
                Error error = rows.error();
                error.database = name.text();
                if (!status.unknownRows.isEmpty() && !request.line.has(u"purge"_s)) {
                    error.code = u"version.unknown"_s;
                    error.hint = u"--purge removes the unknown row and leaves only the target."_s;
                }
                return fail(error);
            }
            result << Stamp{name, spec.target, *rows};
        }
    }
    return result;
}

/// What is in the database against what the target says.
Result<Comparison> compareAt(const Request& request, const Databases& databases, const Stamp& stamp)
{
    const ExpectedSchemaSource source = expectedSource();
    const Project& project = request.project;
    auto future = databases.sessions.value(stamp.database)
                      ->submit([&](Connection& connection) -> Result<Comparison> {
                          const auto expected =
                              source.expectedAt(project, stamp.database, stamp.rows, connection);
                          if (!expected)
                              return fail(expected.error());
                          const Result<Schema> found = readCatalog(connection);
                          if (!found)
                              return fail(found.error());
                          return compareSchemas(expected->schema, *found,
                                                comparisonRules(project, stamp.database));
                      });
    return future.result();
}

/// Refuses when the schema of any database is not what its target says. Exit code 1 by contract.
std::optional<ExitCode> refuseDifferent(Request& request, const Databases& databases,
                                        const QList<Stamp>& stamps)
{
    QJsonArray documents;
    Errors errors;
    for (const Stamp& stamp : stamps) {
        const Result<Comparison> comparison = compareAt(request, databases, stamp);
        if (!comparison) {
            errors << comparison.error();
            continue;
        }
        if (comparison->isEqual())
            continue;
        DatabaseVerification verification;
        verification.name = stamp.database;
        verification.revision = stamp.rows;
        verification.comparison = *comparison;
        request.output.text(u'\n' + report::verificationText(verification));
        for (const QJsonValue& document :
             report::verificationDocument({verification}).value(u"databases"_s).toArray())
            documents << document;
        errors << Error{
            .code = u"version.schema_differs"_s,
            .summary = u"%1 is not what %2 says, so it was not stamped."_s.arg(
                stamp.database.text(), positionText(stamp.rows)),
            .hint = u"Upgrade it instead, or correct the schema; --force stamps all the same."_s,
            .database = stamp.database.text()};
    }
    if (errors.isEmpty())
        return std::nullopt;
    request.output.failed(
        errors, {{u"project"_s, request.project.folder()}, {u"verification"_s, documents}});
    const ExitCode code = core::exitCodeOf(errors.first());
    return code == ExitCode::Differs ? ExitCode::Failed : code;
}

} // namespace

ExitCode stampCommand(Request& request)
{
    Result<RunOptions> options = runOptions(request.line);
    if (!options)
        return request.output.failed(options.error());
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const QList<DatabaseStatus> statuses = readStatuses(request.project, databases->sessions);
    if (const auto error = firstError(statuses)) {
        request.output.failed(*error, report::statusDocument(statuses));
        return exitCodeOf(statuses);
    }
    const Result<QList<Stamp>> stamps = stampsFor(request, *databases, statuses);
    printHeading(request, databases->absent);
    if (!stamps)
        return request.output.failed(stamps.error(), report::statusDocument(statuses));
    options->knownServers = knownServers(request, databases->endpoints);
    for (const Stamp& stamp : *stamps) {
        const auto changed =
            changedServer(statusOf(statuses, stamp.database), options->knownServers);
        if (changed)
            return request.output.failed(*changed, report::statusDocument(statuses));
    }
    if (!request.line.has(u"force"_s)) {
        if (const auto refused = refuseDifferent(request, *databases, *stamps))
            return *refused;
    }
    QList<DatabaseStatus> after;
    for (const Stamp& stamp : *stamps) {
        const Result<DatabaseStatus> stamped =
            stampDatabase(request.project, *databases->sessions.value(stamp.database), stamp.target,
                          request.line.has(u"purge"_s), *options);
        if (!stamped)
            return request.output.failed(stamped.error(), report::statusDocument(after));
        after << *stamped;
        request.output.text(u'\n' + report::statusText(*stamped));
    }
    QJsonObject document = report::statusDocument(after);
    document.insert(u"project"_s, request.project.folder());
    document.insert(u"absent"_s, QJsonArray::fromStringList(databases->absent));
    request.output.document(document);
    rememberServers(request, *databases, after);
    return ExitCode::Done;
}

} // namespace socrates::cli
