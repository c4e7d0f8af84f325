// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"
#include "core/schema/schema.h"

namespace socrates::core {

/// Which part of the catalogs to read.
struct CatalogScope
{
    /// Only these schemas; empty: all but system schemas and socrates_admin.
    QStringList schemas;
    /// Reported as this schema instead (a throw-away replay schema posing as "public").
    QString reportedAs;
    /// The schema whose names are left out of definitions: where a run creates what is unqualified.
    QString mainSchema = QStringLiteral("public");
};

/// Reads the whole catalog in one round trip with a fixed number of queries, however many tables
/// there are. Works inside an open transaction and sees its uncommitted changes.
Result<Schema> readCatalog(Connection& connection, const CatalogScope& scope = {});

} // namespace socrates::core
