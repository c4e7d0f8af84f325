// SPDX-License-Identifier: MIT
#include "app/cli/endpoints.h"

#include "app/cli/terminal.h"
#include "core/credentials/credentialstore.h"
#include "core/postgres/connectionprofile.h"
#include "core/postgres/envfile.h"
#include "core/postgres/localserver.h"
#include "core/report/text.h"

#include <QFile>

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

using Found = ResultOrErrors<Endpoints>;

tl::unexpected<Errors> refuse(const Error& error)
{
    return tl::unexpected<Errors>(Errors{error});
}

tl::unexpected<Errors> refuse(const QString& code, const QString& summary, const QString& hint = {})
{
    return refuse(Error{.code = code, .summary = summary, .hint = hint});
}

QStringList names(const Project& project)
{
    QStringList result;
    for (const ProjectDatabase& database : project.databases())
        result << database.name.text();
    return result;
}

QStringList urlVariables(const Project& project)
{
    QStringList result;
    for (const ProjectDatabase& database : project.databases()) {
        if (!database.urlVariable.isEmpty())
            result << database.urlVariable;
    }
    return result;
}

Result<Endpoint> endpointOf(const QString& uri, const QString& source, const QString& role)
{
    const Result<ConnectionParameters> parameters = ConnectionParameters::fromUri(uri);
    if (parameters)
        return Endpoint{*parameters, role};
    Error error = parameters.error();
    error.summary = u"%1: %2"_s.arg(source, error.summary);
    return fail(error);
}

Found fromUrls(const CommandLine& line, const Project& project)
{
    Endpoints result;
    Errors errors;
    for (const QString& text : line.values(u"url"_s)) {
        const qsizetype equals = text.indexOf(u'=');
        const DatabaseName name(text.left(equals));
        if (equals <= 0 || name.text().contains("://"_L1)) {
            errors << Error{.code = u"usage.url"_s,
                            .summary = u"--url wants NAME=URI, and no NAME is there."_s,
                            .hint = u"NAME is one of: %1."_s.arg(names(project).join(u", "_s))};
            continue;
        }
        if (project.database(name) == nullptr) {
            const QString near = closest(name.text(), names(project));
            errors << Error{
                .code = u"usage.database"_s,
                .summary = u"--url: this project has no database \"%1\"."_s.arg(name.text()),
                .hint = (near.isEmpty() ? QString() : u"Was \"%1\" meant? "_s.arg(near)) +
                        u"It has: %1."_s.arg(names(project).join(u", "_s))};
            continue;
        }
        if (result.contains(name)) {
            errors << Error{.code = u"usage.url"_s,
                            .summary = u"--url is given twice for %1."_s.arg(name.text())};
            continue;
        }
        const Result<Endpoint> endpoint =
            endpointOf(text.mid(equals + 1), u"--url "_s + name.text(), line.value(u"role"_s));
        if (endpoint)
            result.insert(name, *endpoint);
        else
            errors << endpoint.error();
    }
    if (!errors.isEmpty())
        return tl::unexpected<Errors>(errors);
    return result;
}

/// From the project's url_variables, wherever `valueOf` finds them.
Found fromVariables(const CommandLine& line, const Project& project, const QString& place,
                    const std::function<QString(const QString&)>& valueOf)
{
    Endpoints result;
    Errors errors;
    for (const ProjectDatabase& database : project.databases()) {
        const QString value =
            database.urlVariable.isEmpty() ? QString() : valueOf(database.urlVariable);
        if (value.isEmpty())
            continue;
        const Result<Endpoint> endpoint =
            endpointOf(value, database.urlVariable, line.value(u"role"_s));
        if (endpoint)
            result.insert(database.name, *endpoint);
        else
            errors << endpoint.error();
    }
    if (!errors.isEmpty())
        return tl::unexpected<Errors>(errors);
    if (result.isEmpty()) {
        return refuse(u"usage.url"_s, u"%1 has no database URL of this project."_s.arg(place),
                      u"Wanted: %1."_s.arg(urlVariables(project).join(u", "_s)));
    }
    return result;
}

Found fromEnvFile(const CommandLine& line, const Project& project)
{
    const QString path = line.value(u"env-file"_s);
    const ResultOrErrors<EnvFile> file = EnvFile::load(path);
    if (!file)
        return tl::unexpected<Errors>(file.error());
    return fromVariables(line, project, path, [&file](const QString& name) {
        const EnvFile::Variable* variable = file->find(name);
        return variable == nullptr ? QString() : variable->value;
    });
}

/// The password of a profile's entry. A keychain that cannot answer is no reason to stop: somebody
/// may be asked, or the server may want none.
void addStoredPassword(const QString& profile, const DatabaseName& database, Endpoint& endpoint,
                       Output& output)
{
    KeychainCredentialStore keychain;
    const auto secret = keychain.read(ConnectionProfile::credentialKey(profile, database), true);
    if (secret && *secret)
        endpoint.parameters.setPassword(**secret);
    else if (!secret)
        output.message(u"%1: the keychain gave no password: %2"_s.arg(database.text(),
                                                                      secret.error().summary));
}

Found fromProfile(const CommandLine& line, const Project& project, Output& output)
{
    const QString name = line.value(u"profile"_s);
    const Result<ConnectionProfile> profile = ProfileStore().find(name);
    if (!profile)
        return refuse(profile.error());
    Endpoints result;
    for (auto it = profile->databases.begin(); it != profile->databases.end(); ++it) {
        if (project.database(it.key()) == nullptr) {
            output.message(
                u"The profile's database %1 is not in this project and is left alone."_s.arg(
                    it.key().text()));
            continue;
        }
        Endpoint endpoint{it->parameters, line.has(u"role"_s) ? line.value(u"role"_s) : it->role,
                          it->lastSeen};
        if (it->hasStoredPassword && !endpoint.parameters.hasPassword() &&
            !line.has(u"password-file"_s))
            addStoredPassword(profile->name, it.key(), endpoint, output);
        result.insert(it.key(), endpoint);
    }
    if (result.isEmpty())
        return refuse(u"usage.profile"_s,
                      u"The profile \"%1\" has no database of this project."_s.arg(name));
    return result;
}

Found fromPrivateServer(const CommandLine& line, const Project& project, Output& output)
{
    LocalServer server;
    const Result<void> running =
        server.ensureRunning([&output](const QString& text) { output.message(text); });
    if (!running)
        return refuse(running.error());
    Endpoints result;
    for (const ProjectDatabase& database : project.databases()) {
        const Result<ConnectionParameters> parameters =
            server.adminParameters(database.name.text());
        if (!parameters)
            return refuse(parameters.error());
        result.insert(database.name, Endpoint{*parameters, line.value(u"role"_s)});
    }
    return result;
}

Result<void> addPasswordFromFile(const QString& path, Endpoints& endpoints)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(
            Error{.code = u"usage.password_file"_s,
                  .summary = u"The password file cannot be read: %1"_s.arg(file.errorString()),
                  .where = {path}});
    }
    QString password = QString::fromUtf8(file.readLine());
    if (password.startsWith(QChar::ByteOrderMark))
        password.remove(0, 1);
    while (password.endsWith(u'\n') || password.endsWith(u'\r'))
        password.chop(1);
    for (Endpoint& endpoint : endpoints) {
        if (!endpoint.parameters.hasPassword())
            endpoint.parameters.setPassword(password);
    }
    return {};
}

} // namespace

ResultOrErrors<Endpoints> resolveEndpoints(const CommandLine& line, const Project& project,
                                           Output& output)
{
    QStringList ways;
    for (const QString& way :
         {u"url"_s, u"env-file"_s, u"from-env"_s, u"profile"_s, u"private"_s}) {
        if (line.has(way))
            ways << u"--"_s + way;
    }
    if (ways.isEmpty()) {
        return refuse(
            u"usage.connection"_s, u"%1 needs a database, and none is given."_s.arg(line.command()),
            u"Give --url NAME=URI for each of %1, or --env-file FILE, --from-env, --profile NAME, "
            "or --private for a server of one's own."_s.arg(names(project).join(u", "_s)));
    }
    if (ways.size() > 1) {
        return refuse(u"usage.connection"_s,
                      u"%1 contradict each other."_s.arg(ways.join(u" and "_s)),
                      u"Say in one way how to connect."_s);
    }
    Found found =
        line.has(u"url"_s)        ? fromUrls(line, project)
        : line.has(u"env-file"_s) ? fromEnvFile(line, project)
        : line.has(u"from-env"_s)
            ? fromVariables(line, project, u"The environment"_s,
                            [](const QString& name) {
                                return qEnvironmentVariable(name.toLocal8Bit().constData());
                            })
        : line.has(u"profile"_s) ? fromProfile(line, project, output)
                                 : fromPrivateServer(line, project, output);
    if (found && line.has(u"password-file"_s)) {
        const Result<void> added = addPasswordFromFile(line.value(u"password-file"_s), *found);
        if (!added)
            return refuse(added.error());
    }
    return found;
}

Sessions openSessions(Endpoints& endpoints, const Project& project, Output& output)
{
    Sessions sessions;
    const auto open = [&](const DatabaseName& name, const Endpoint& endpoint) {
        auto session = std::make_shared<Session>(name, endpoint.parameters, endpoint.role);
        session->setWaitHandler([name, &output](const Error& reason, int pauseMs) {
            output.message(u"%1: %2 Trying again in %3 s."_s.arg(
                name.text(), reason.summary, QString::number(pauseMs / 1000.0)));
        });
        sessions.insert(name, session);
    };
    for (auto it = endpoints.begin(); it != endpoints.end(); ++it)
        open(it.key(), *it);
    if (!terminal::canAsk())
        return sessions;
    // All connect at once; who is then missing a password is asked for in project order.
    QMap<DatabaseName, QFuture<Result<void>>> probes;
    for (auto it = endpoints.begin(); it != endpoints.end(); ++it) {
        if (!it->parameters.hasPassword())
            probes.insert(it.key(), sessions.value(it.key())->submit(
                                        [](Connection&) { return Result<void>(); }));
    }
    for (const ProjectDatabase& database : project.databases()) {
        if (!probes.contains(database.name))
            continue;
        const Result<void> connected = probes[database.name].result();
        if (connected || connected.error().code != "conn.no_password"_L1)
            continue;
        Endpoint& endpoint = endpoints[database.name];
        const auto password =
            terminal::askSecretly(report::printable(safe(u"Password for %1 (%2): "_s.arg(
                database.name.text(), endpoint.parameters.displayText()))));
        if (!password)
            continue;
        endpoint.parameters.setPassword(*password);
        open(database.name, endpoint);
    }
    return sessions;
}

QStringList absentDatabases(const Project& project, const Endpoints& endpoints)
{
    QStringList result;
    for (const ProjectDatabase& database : project.databases()) {
        if (!endpoints.contains(database.name))
            result << database.name.text();
    }
    return result;
}

bool isConnectionGiven(const CommandLine& line)
{
    const QStringList ways{u"url"_s, u"env-file"_s, u"from-env"_s, u"profile"_s, u"private"_s};
    return std::any_of(ways.begin(), ways.end(),
                       [&line](const QString& way) { return line.has(way); });
}

} // namespace socrates::cli
