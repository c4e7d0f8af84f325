// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

ResultOrErrors<Databases> openDatabases(Request& request)
{
    ResultOrErrors<Endpoints> endpoints =
        resolveEndpoints(request.line, request.project, request.output);
    if (!endpoints)
        return tl::unexpected<Errors>(endpoints.error());
    Databases result;
    result.absent = absentDatabases(request.project, *endpoints);
    result.sessions = openSessions(*endpoints, request.project, request.output);
    result.endpoints = std::move(*endpoints);
    return result;
}

void printHeading(Request& request, const QStringList& absent)
{
    request.output.text(u"Project: "_s + request.project.folder());
    if (!absent.isEmpty())
        request.output.text(u"Absent (not given, left alone): "_s + absent.join(u", "_s));
}

std::optional<Error> firstError(const QList<DatabaseStatus>& statuses)
{
    for (const DatabaseStatus& status : statuses) {
        if (status.error)
            return status.error;
    }
    return std::nullopt;
}

ExitCode exitCodeOf(const QList<DatabaseStatus>& statuses)
{
    ExitCode result = ExitCode::Done;
    for (const DatabaseStatus& status : statuses) {
        if (!status.error)
            continue;
        const ExitCode code = core::exitCodeOf(*status.error);
        if (result == ExitCode::Done || code == ExitCode::CannotConnect)
            result = code;
    }
    return result;
}

} // namespace socrates::cli
