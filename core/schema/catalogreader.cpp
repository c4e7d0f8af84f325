// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"

#include "core/schema/catalogbuilder.h"
#include "core/schema/catalogqueries.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

bool isRaceWithDdl(const Error& error)
{
    // The deparsers look at the newest catalogs, not at the query's snapshot, so an object dropped
    // meanwhile gives "cache lookup failed" (XX000) or "does not exist" (42P01, 42704).
    return error.sqlState == "XX000"_L1 || error.sqlState == "42P01"_L1 ||
           error.sqlState == "42704"_L1;
}

/// What this reading asks.
QList<CatalogStatement> statementsFor(const CatalogScope& scope, int serverVersion,
                                      bool restoresSettings)
{
    QList<CatalogStatement> statements =
        catalogStatements(serverVersion, scope.schemas, scope.mainSchema, restoresSettings);
    if (!scope.isOfServer()) {
        statements.removeIf([](const CatalogStatement& statement) {
            return statement.query == CatalogQuery::Roles;
        });
    }
    return statements;
}

} // namespace

RepeatedReader::RepeatedReader(Connection& connection, CatalogScope scope)
    : m_connection(connection)
    , m_scope(std::move(scope))
    , m_statements(statementsFor(m_scope, connection.server().versionNumber, false))
{}

RepeatedReader::~RepeatedReader() = default;

Result<void> RepeatedReader::prepare()
{
    QList<PipelineItem> items{{u"SET plan_cache_mode TO force_generic_plan"_s, {}}};
    // In a transaction of its own: what is set for it must not reach what is sent behind it.
    m_items << PipelineItem{u"BEGIN"_s, {}};
    for (qsizetype index = 0; index < m_statements.size(); ++index) {
        const PipelineItem& item = m_statements.at(index).item;
        if (!m_statements.at(index).query) {
            m_items << item;
            continue;
        }
        const QString name = u"socrates_catalog_%1"_s.arg(index);
        items << PipelineItem{u"PREPARE %1 (pg_catalog.text[]) AS %2"_s.arg(name, item.sql), {}};
        const std::optional<QString>& schemas = item.parameters.first();
        m_items << PipelineItem{
            u"EXECUTE %1 (%2)"_s.arg(name, schemas ? Connection::literal(*schemas) : u"NULL"_s),
            {}};
    }
    m_items << PipelineItem{u"COMMIT"_s, {}};
    if (const auto done = m_connection.pipeline(items); !done)
        return fail(done.error().error);
    return {};
}

std::optional<Schema> RepeatedReader::take(qsizetype item, const Rows& rows)
{
    if (item == 0)
        m_builder = std::make_unique<CatalogBuilder>(m_scope, m_connection.server().major());
    const qsizetype statement = item - 1;
    if (statement == m_statements.size())
        return m_builder->takeSchema();
    if (statement >= 0 && m_statements.at(statement).query)
        m_builder->take(*m_statements.at(statement).query, rows);
    return std::nullopt;
}

Result<Schema> readCatalog(Connection& connection, const CatalogScope& scope)
{
    const QList<CatalogStatement> statements =
        statementsFor(scope, connection.server().versionNumber, connection.isInTransaction());
    QList<PipelineItem> items;
    for (const CatalogStatement& statement : statements)
        items << statement.item;

    constexpr int kAttempts = 3;
    for (int attempt = 1;; ++attempt) {
        CatalogBuilder builder(scope, connection.server().major());
        const auto done =
            connection.pipeline(items, [&](qsizetype index, const Rows& rows) -> Result<void> {
                if (const auto query = statements.at(index).query)
                    builder.take(*query, rows);
                return {};
            });
        if (done)
            return builder.takeSchema();
        if (attempt == kAttempts || connection.isInTransaction() ||
            !isRaceWithDdl(done.error().error))
            return fail(done.error().error);
    }
}

} // namespace socrates::core
