// SPDX-License-Identifier: MIT
#include "app/cli/serverchecks.h"

#include "core/postgres/connectionprofile.h"

namespace socrates::cli {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

KnownServers seenBefore(const Endpoints& endpoints)
{
    KnownServers known;
    for (auto it = endpoints.cbegin(); it != endpoints.cend(); ++it) {
        if (it->lastSeen.isKnown())
            known.insert(it.key(), it->lastSeen);
    }
    return known;
}

} // namespace

KnownServers knownServers(const Request& request, const Endpoints& endpoints)
{
    return request.line.has(u"accept-server"_s) ? KnownServers() : seenBefore(endpoints);
}

void rememberServers(Request& request, const Databases& databases,
                     const QList<DatabaseStatus>& statuses)
{
    if (!request.line.has(u"profile"_s))
        return;
    const KnownServers known = seenBefore(databases.endpoints);
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
