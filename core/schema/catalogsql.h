// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace socrates::core::catalog {

// The texts of the catalog queries, each with its columns. All operands are cast so that PostgreSQL
// finds an exact match in pg_catalog: the search path must name the user's schema (descriptions
// depend on it), and nothing planted there may be called. An oid beside a regclass or a number is
// no exact match.

/// The schemas that are read, as a sub-select of oids; $1 is an array of names or NULL.
const QString& namespaces();
/// Objects of a catalog that belong to an extension, as a sub-select of oids.
QString membersOf(const QString& catalog);
/// The first object id that initdb does not use (FirstNormalObjectId). What initdb made is never
/// the project's; pg_dump leaves it out by the same number. Asked first, it spares a look at
/// thousands of the server's own rows.
QString firstUserOid();

// What says something of other objects: catalog, object oid, column number or 0, text
QString commentsSql();
QString grantsSql();
// name, whether it is the one that runs the revisions, whether the version table is its
QString rolesSql();
// namespace oid, "tables", role, text
QString defaultGrantsSql();

// oid, table oid, name, definition
QString triggersSql();
QString policiesSql();
QString rulesSql();
QString statisticsSql(); // and its namespace's oid

// oid, namespace oid, name, owner, definition
QString collationsSql(int version);
QString rangeTypesSql(int version);
// oid, namespace oid, name, argument types, owner, definition
QString aggregatesSql();
// oid, name, owner, definition
QString eventTriggersSql();

} // namespace socrates::core::catalog
