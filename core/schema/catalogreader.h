// SPDX-License-Identifier: MIT
#pragma once

#include "core/postgres/connection.h"
#include "core/schema/schema.h"

#include <memory>

namespace socrates::core {

class CatalogBuilder;
struct CatalogStatement;

/// Which part of the catalogs to read.
struct CatalogScope
{
    /// Only these schemas; empty: all but system schemas and socrates_admin.
    QStringList schemas;
    /// Reported as this schema instead (a throw-away replay schema posing as "public").
    QString reportedAs;
    /// The schema whose names are left out of definitions: where a run creates what is unqualified.
    QString mainSchema = QStringLiteral("public");
    /// Not empty: what belongs to another role than this one says so by an object of kind Owner,
    /// since somebody gave it away. For databases in which this role made everything.
    QString maker = {};

    /// Whether the server's own facts are read, too: they say nothing of a replay, nor of a part.
    bool isOfServer() const { return maker.isEmpty() && schemas.isEmpty(); }
};

/// Reads the whole catalog in one round trip with a fixed number of queries, however many tables
/// there are. Works inside an open transaction and sees its uncommitted changes.
Result<Schema> readCatalog(Connection& connection, const CatalogScope& scope = {});

/// Reads the catalog of one connection again and again, as a replay does after every revision: the
/// server plans the queries once, and what a reading asks can be sent together with what makes the
/// next one. Leaves prepared statements and a setting of the planner behind, so it is for
/// connections of this program's own.
class RepeatedReader
{
public:
    /// `connection` must outlive it.
    explicit RepeatedReader(Connection& connection, CatalogScope scope = {});
    ~RepeatedReader();

    /// Once, before the first reading.
    Result<void> prepare();
    /// What each reading sends, outside a transaction: a transaction of its own.
    const QList<PipelineItem>& items() const { return m_items; }
    /// The answer to the item of that index, one after the other; the schema with the last one.
    std::optional<Schema> take(qsizetype item, const Rows& rows);

private:
    Connection& m_connection;
    CatalogScope m_scope;
    QList<CatalogStatement> m_statements;
    QList<PipelineItem> m_items;
    std::unique_ptr<CatalogBuilder> m_builder; ///< of the reading that is being answered
};

} // namespace socrates::core
