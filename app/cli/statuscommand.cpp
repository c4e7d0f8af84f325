// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"
#include "core/report/json.h"
#include "core/report/text.h"

#include <QJsonArray>

#include <algorithm>

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

ExitCode statusCommand(Request& request)
{
    const ResultOrErrors<Databases> databases = openDatabases(request);
    if (!databases)
        return request.output.failed(databases.error());
    const QList<DatabaseStatus> statuses = readStatuses(request.project, databases->sessions);
    printHeading(request, databases->absent);
    for (const DatabaseStatus& status : statuses)
        request.output.text(u'\n' + report::statusText(status));
    QJsonObject document = report::statusDocument(statuses);
    document.insert(u"project"_s, request.project.folder());
    document.insert(u"absent"_s, QJsonArray::fromStringList(databases->absent));
    request.output.document(document);
    const ExitCode code = exitCodeOf(statuses);
    if (code != ExitCode::Done || !request.line.has(u"check"_s))
        return code;
    const bool isCurrent =
        std::all_of(statuses.begin(), statuses.end(),
                    [](const DatabaseStatus& status) { return status.isAtHead(); });
    return isCurrent ? ExitCode::Done : ExitCode::Differs;
}

} // namespace socrates::cli
