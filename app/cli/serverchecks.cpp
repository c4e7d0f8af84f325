// SPDX-License-Identifier: MIT
#include "app/cli/serverchecks.h"

#include "core/postgres/connectionprofile.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

KnownServers knownServers(const Databases& databases)
{
    KnownServers known;
    for (auto it = databases.endpoints.cbegin(); it != databases.endpoints.cend(); ++it) {
        if (it->lastSeen.isKnown())
            known.insert(it.key(), it->lastSeen);
    }
    return known;
}

void rememberServers(Request& request, const Databases& databases,
                     const QList<DatabaseStatus>& statuses)
{
    if (!request.line.has(u"profile"_s))
        return;
    const KnownServers known = knownServers(databases);
    QMap<DatabaseName, ServerIdentity> seen;
    for (const DatabaseStatus& status : statuses) {
        const bool isNews = !known.contains(status.name) || request.line.has(u"accept-server"_s);
        if (!status.error && isNews)
            seen.insert(status.name, serverIdentity(status));
    }
    if (seen.isEmpty())
        return;
    if (const auto kept = ProfileStore().remember(request.line.value(u"profile"_s), seen); !kept)
        request.output.message(kept.error().text());
}

} // namespace socrates::cli
