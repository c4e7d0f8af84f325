// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"

namespace socrates::core {

/// What readCatalog asks the server, in this order: comments and grants before the objects that
/// they are about, and what names schemas after these. The columns of each are described with its
/// text.
enum class CatalogQuery {
    Comments,
    Grants,
    Roles,
    Namespaces,
    DefaultGrants,
    Relations,
    Sequences,
    Columns,
    Constraints,
    Indexes,
    Types,
    Functions,
    Triggers,
    Policies,
    Rules,
    Statistics,
    Collations,
    RangeTypes,
    Aggregates,
    EventTriggers,
    Extensions,
    NotCompared,
};

/// Increased whenever a definition is written differently, so that older caches are not believed.
inline constexpr int kCatalogFormat = 6;

struct CatalogStatement
{
    std::optional<CatalogQuery> query; ///< none: sets or restores the session's settings
    PipelineItem item;
};

/// All statements of one reading. They set, for the transaction only, everything that PostgreSQL's
/// descriptions depend on (search_path, DateStyle, TimeZone, ...); `restoreSettings` puts the
/// values back afterwards, for use inside an open transaction.
QList<CatalogStatement> catalogStatements(int serverVersion, const QStringList& schemas,
                                          const QString& mainSchema, bool restoreSettings);

} // namespace socrates::core
