// SPDX-License-Identifier: MIT
#include "app/cli/verifying.h"
#include "core/postgres/localserver.h"
#include "core/report/json.h"
#include "core/report/text.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

std::optional<ConnectionParameters> runningPrivateServer()
{
    const LocalServer server;
    if (server.state() != LocalServer::State::Running)
        return std::nullopt;
    const Result<ConnectionParameters> admin = server.adminParameters();
    return admin ? std::optional(*admin) : std::nullopt;
}

ExpectedSchemaSource expectedSource()
{
    ExpectedSchemaSource::Options options;
    options.replayServer = runningPrivateServer();
    return ExpectedSchemaSource(options);
}

ExitCode exitCodeOf(const QList<DatabaseVerification>& verifications)
{
    ExitCode result = ExitCode::Done;
    const auto severity = [](ExitCode code) {
        return code == ExitCode::CannotConnect ? 3
               : code == ExitCode::Done        ? 0
               : code == ExitCode::Differs     ? 1
                                               : 2;
    };
    for (const DatabaseVerification& verification : verifications) {
        ExitCode code = verification.isOk() ? ExitCode::Done : ExitCode::Differs;
        if (verification.error) {
            code = core::exitCodeOf(*verification.error);
            // Not to know is not the same as to differ.
            if (code == ExitCode::Differs || code == ExitCode::Usage)
                code = ExitCode::Failed;
        }
        if (severity(code) > severity(result))
            result = code;
    }
    return result;
}

void printVerifications(Request& request, const QList<DatabaseVerification>& verifications)
{
    for (const DatabaseVerification& verification : verifications)
        request.output.text(u'\n' + report::verificationText(verification));
}

ExitCode verifyCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const QList<DatabaseVerification> verifications =
        verifyDatabases(request.project, databases->sessions, expectedSource());
    const QList<ReferenceCheck> references =
        checkReferences(request, *databases, request.line.has(u"rows"_s));
    printHeading(request, databases->absent);
    printVerifications(request, verifications);
    if (!references.isEmpty())
        request.output.text(u'\n' + report::referencesText(references));
    QJsonObject document = report::verificationDocument(verifications);
    document.insert(u"references"_s, report::referencesJson(references));
    document.insert(u"project"_s, request.project.folder());
    document.insert(u"absent"_s, QJsonArray::fromStringList(databases->absent));
    request.output.document(document);
    const ExitCode code = exitCodeOf(verifications);
    return code == ExitCode::Done ? exitCodeOf(references) : code;
}

ExitCode expectedCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    // Any server of the right version will do: replay happens in databases of its own there.
    const Endpoint endpoint = databases->endpoints.first();
    ConnectionParameters parameters = endpoint.parameters;
    if (request.line.has(u"private"_s))
        parameters.setValue(u"dbname"_s, u"postgres"_s);
    const auto server = Connection::open(parameters);
    if (!server)
        return request.output.failed(server.error());
    const Result<QStringList> files = ExpectedSchemaSource::record(request.project, **server);
    if (!files)
        return request.output.failed(files.error());
    printHeading(request);
    for (const QString& file : *files)
        request.output.text(u"written: "_s + file);
    request.output.document({{u"project"_s, request.project.folder()},
                             {u"server_version"_s, (*server)->server().versionText},
                             {u"files"_s, QJsonArray::fromStringList(*files)}});
    return ExitCode::Done;
}

} // namespace socrates::cli
