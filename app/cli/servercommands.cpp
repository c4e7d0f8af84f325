// SPDX-License-Identifier: MIT
// What concerns servers rather than revisions: provision, doctor, server.
#include "app/cli/databases.h"
#include "app/cli/serverchecks.h"
#include "core/postgres/connectiondoctor.h"
#include "core/postgres/localserver.h"
#include "core/postgres/provisioner.h"

#include <QJsonArray>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

Result<ConnectionParameters> adminOf(const Request& request)
{
    if (request.line.has(u"admin-url"_s)) {
        Result<ConnectionParameters> admin =
            ConnectionParameters::fromUri(request.line.value(u"admin-url"_s));
        if (admin && admin->databaseName().isEmpty())
            admin->setValue(u"dbname"_s, u"postgres"_s);
        return admin;
    }
    if (request.line.has(u"private"_s))
        return LocalServer().adminParameters();
    return fail(
        Error{.code = u"usage.admin_url"_s,
              .summary = u"provision needs a login that may create databases, and none is given."_s,
              .hint = u"Add --admin-url postgresql://postgres@HOST/postgres"_s});
}

QString stateText(DoctorStage::State state)
{
    switch (state) {
    case DoctorStage::State::Passed:
        return u"passed"_s;
    case DoctorStage::State::Warning:
        return u"warning"_s;
    case DoctorStage::State::Failed:
        return u"failed"_s;
    case DoctorStage::State::Skipped:
        return u"skipped"_s;
    }
    return {};
}

QString stageText(const DoctorStage& stage)
{
    QString text = u"  %1 %2"_s.arg(stateText(stage.state), -8).arg(stage.title);
    if (!stage.finding.isEmpty())
        text += u": "_s + stage.finding;
    if (!stage.hint.isEmpty() && stage.state != DoctorStage::State::Passed)
        text += u"\n           What to do: "_s + stage.hint;
    return text;
}

QJsonObject stageJson(const DoctorStage& stage)
{
    return {{u"title"_s, stage.title},
            {u"state"_s, stateText(stage.state)},
            {u"finding"_s, stage.finding},
            {u"hint"_s, stage.hint}};
}

QString stateText(LocalServer::State state)
{
    switch (state) {
    case LocalServer::State::NotCreated:
        return u"not_created"_s;
    case LocalServer::State::Stopped:
        return u"stopped"_s;
    case LocalServer::State::Running:
        return u"running"_s;
    case LocalServer::State::WrongMajor:
        return u"wrong_major"_s;
    }
    return {};
}

} // namespace

ExitCode provisionCommand(Request& request)
{
    const ResultOrErrors<Endpoints> endpoints =
        resolveEndpoints(request.line, request.project, request.output);
    if (!endpoints)
        return request.output.failed(endpoints.error());
    const Result<ConnectionParameters> admin = adminOf(request);
    if (!admin)
        return request.output.failed(admin.error());
    ProvisionRequest wanted;
    wanted.admin = *admin;
    wanted.ownerRole = request.line.value(u"owner"_s);
    wanted.applicationRole = request.line.value(u"app-role"_s);
    for (const ProjectDatabase& database : request.project.databases()) {
        if (!endpoints->contains(database.name))
            continue;
        wanted.order << database.name;
        wanted.databases.insert(database.name, endpoints->value(database.name).parameters);
    }
    wanted.lastSeen = knownServers(request, *endpoints);
    const Result<QList<ProvisionAction>> actions = provision(wanted);
    if (!actions)
        return request.output.failed(actions.error());
    printHeading(request, absentDatabases(request.project, *endpoints));
    QJsonArray done;
    for (const ProvisionAction& action : *actions) {
        const bool isCreated = action.state == ProvisionAction::State::Created;
        request.output.text((isCreated ? u"  created        "_s : u"  already there  "_s) +
                            action.text);
        done << QJsonObject{{u"state"_s, isCreated ? u"created"_s : u"already_there"_s},
                            {u"text"_s, action.text},
                            {u"statement"_s, action.sql}};
    }
    request.output.document({{u"project"_s, request.project.folder()}, {u"actions"_s, done}});
    return ExitCode::Done;
}

ExitCode doctorCommand(Request& request)
{
    const ResultOrErrors<Endpoints> endpoints =
        resolveEndpoints(request.line, request.project, request.output);
    if (!endpoints)
        return request.output.failed(endpoints.error());
    const QStringList absent = absentDatabases(request.project, *endpoints);
    printHeading(request, absent);
    QJsonArray databases;
    bool isHealthy = true;
    for (const ProjectDatabase& database : request.project.databases()) {
        if (!endpoints->contains(database.name))
            continue;
        const Endpoint endpoint = endpoints->value(database.name);
        request.output.text(
            u"\n%1  %2"_s.arg(database.name.text(), endpoint.parameters.displayText()));
        const DoctorReport report = diagnoseConnection(
            endpoint.parameters, endpoint.role, {},
            [&request](const DoctorStage& stage) { request.output.text(stageText(stage)); });
        isHealthy = isHealthy && report.isHealthy();
        QJsonArray stages;
        for (const DoctorStage& stage : report.stages)
            stages << stageJson(stage);
        databases << QJsonObject{{u"name"_s, database.name.text()},
                                 {u"connection"_s, endpoint.parameters.displayText()},
                                 {u"healthy"_s, report.isHealthy()},
                                 {u"stages"_s, stages}};
    }
    request.output.document({{u"project"_s, request.project.folder()},
                             {u"databases"_s, databases},
                             {u"absent"_s, QJsonArray::fromStringList(absent)}});
    return isHealthy ? ExitCode::Done : ExitCode::CannotConnect;
}

ExitCode serverCommand(Request& request)
{
    LocalServer server;
    const QString action = request.line.arguments().first();
    Result<void> done;
    if (action == "start"_L1) {
        done =
            server.ensureRunning([&request](const QString& text) { request.output.message(text); });
    } else if (action == "stop"_L1) {
        done = server.stop();
    } else if (action != "status"_L1) {
        const QString near = closest(action, {u"start"_s, u"stop"_s, u"status"_s});
        done = fail(Error{.code = u"usage.arguments"_s,
                          .summary = u"server does not know \"%1\"."_s.arg(action),
                          .hint = near.isEmpty() ? u"Write start, stop or status."_s
                                                 : u"Was \"%1\" meant?"_s.arg(near)});
    }
    if (!done)
        return request.output.failed(done.error());
    const LocalServer::State state = server.state();
    QJsonObject json{{u"state"_s, stateText(state)},
                     {u"folder"_s, server.folder()},
                     {u"major"_s, server.dataMajor()}};
    QString text = u"Private server: %1\n  folder    %2"_s.arg(stateText(state).replace(u'_', u' '),
                                                               server.folder());
    if (state == LocalServer::State::Running) {
        const Result<ConnectionParameters> admin = server.adminParameters();
        if (!admin)
            return request.output.failed(admin.error());
        text += u"\n  address   "_s + admin->displayText();
        json.insert(u"address"_s, admin->displayText());
    }
    request.output.text(text);
    request.output.document({{u"server"_s, json}});
    return ExitCode::Done;
}

} // namespace socrates::cli
