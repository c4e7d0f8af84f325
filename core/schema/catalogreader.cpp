// SPDX-License-Identifier: MIT
#include "core/schema/catalogreader.h"

#include "core/schema/catalogqueries.h"

#include <QHash>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Kind = SchemaObject::Kind;

/// The place after a possibly quoted and qualified name that starts at `from`.
qsizetype endOfName(const QString& text, qsizetype from)
{
    bool isQuoted = false;
    for (qsizetype at = from; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'"')
            isQuoted = !isQuoted; // a doubled quote turns it off and on again
        else if (!isQuoted && (c == u' ' || c == u'('))
            return at;
    }
    return text.size();
}

/// Turns the rows of the catalog queries into objects. One for each call of readCatalog.
class CatalogBuilder
{
public:
    explicit CatalogBuilder(QString reportedAs) : m_reportedAs(std::move(reportedAs)) {}

    void take(CatalogQuery query, const Rows& rows);
    Schema takeSchema() { return std::move(m_schema); }

private:
    struct Relation
    {
        QString schema;
        QString name;
    };

    void addNamespace(const QStringList& row);
    void addRelation(const QStringList& row);
    void addSequence(const QStringList& row);
    void addColumn(const QStringList& row);
    void addConstraint(const QStringList& row);
    void addIndex(const QStringList& row);
    void addType(const QStringList& row);
    void addFunction(const QStringList& row);
    void addTablePart(Kind kind, const QStringList& row);
    void addExtension(const QStringList& row);
    void addNotCompared(const QStringList& row);

    /// The same text as one shared value: thousands of columns are "integer not null".
    const QString& shared(const QString& text);
    QString schemaOf(const QString& oid) const { return m_namespaces.value(oid); }
    void add(Kind kind, const QString& schema, const QString& table, const QString& name,
             const QString& definition, const QString& owner = {}, int position = 0);

    QString m_reportedAs;
    QHash<QString, QString> m_namespaces; ///< oid -> name as reported
    QHash<QString, Relation> m_relations; ///< oid of tables and views that are listed
    QSet<QString> m_texts;
    QString m_columnsOf; ///< oid of the table whose columns are being read
    int m_position = 0;
    QStringList m_extensionVersions;
    Schema m_schema;
};

const QString& CatalogBuilder::shared(const QString& text)
{
    return *m_texts.insert(text);
}

void CatalogBuilder::add(Kind kind, const QString& schema, const QString& table,
                         const QString& name, const QString& definition, const QString& owner,
                         int position)
{
    m_schema.add({kind, schema, table, shared(name), shared(definition),
                  owner.isEmpty() ? QString() : shared(owner), position});
}

void CatalogBuilder::take(CatalogQuery query, const Rows& rows)
{
    for (const QStringList& row : rows.rows) {
        switch (query) {
        case CatalogQuery::Namespaces:
            addNamespace(row);
            break;
        case CatalogQuery::Relations:
            addRelation(row);
            break;
        case CatalogQuery::Sequences:
            addSequence(row);
            break;
        case CatalogQuery::Columns:
            addColumn(row);
            break;
        case CatalogQuery::Constraints:
            addConstraint(row);
            break;
        case CatalogQuery::Indexes:
            addIndex(row);
            break;
        case CatalogQuery::Types:
            addType(row);
            break;
        case CatalogQuery::Functions:
            addFunction(row);
            break;
        case CatalogQuery::Triggers:
            addTablePart(Kind::Trigger, row);
            break;
        case CatalogQuery::Policies:
            addTablePart(Kind::Policy, row);
            break;
        case CatalogQuery::Extensions:
            addExtension(row);
            break;
        case CatalogQuery::NotCompared:
            addNotCompared(row);
            break;
        }
    }
    if (query == CatalogQuery::NotCompared && !m_extensionVersions.isEmpty())
        m_schema.notCompared << u"versions of extensions (%1)"_s.arg(
            m_extensionVersions.join(u", "_s));
}

void CatalogBuilder::addNamespace(const QStringList& row)
{
    const QString& name = row.at(1);
    m_namespaces.insert(row.at(0), m_reportedAs.isEmpty() ? name : m_reportedAs);
    if (m_reportedAs.isEmpty() && name != "public"_L1)
        add(Kind::Schema, name, {}, name, u"schema"_s, row.at(2));
}

void CatalogBuilder::addRelation(const QStringList& row)
{
    const QString schema = schemaOf(row.at(1));
    const QString name = shared(row.at(2));
    m_relations.insert(row.at(0), {schema, name});
    const QChar relkind = row.at(3).at(0);
    const Kind kind = relkind == u'v'   ? Kind::View
                      : relkind == u'm' ? Kind::MaterializedView
                                        : Kind::Table;
    add(kind, schema, {}, name, row.at(5).trimmed(), row.at(4));
}

void CatalogBuilder::addSequence(const QStringList& row)
{
    const QString& ownerTable = row.at(4);
    QString definition = row.at(3);
    QString table;
    if (!ownerTable.isEmpty()) {
        const auto relation = m_relations.constFind(ownerTable);
        if (relation == m_relations.cend())
            return;
        table = relation->name;
        const QString column = table + u'.' + row.at(5);
        definition += (row.at(6) == "i"_L1 ? u" identity of "_s : u" owned by "_s) + column;
    }
    add(Kind::Sequence, schemaOf(row.at(0)), table, row.at(1), definition, row.at(2));
}

void CatalogBuilder::addColumn(const QStringList& row)
{
    const QString& oid = row.at(0);
    const auto relation = m_relations.constFind(oid);
    if (relation == m_relations.cend())
        return;
    if (oid != m_columnsOf) {
        m_columnsOf = oid;
        m_position = 0;
    }
    add(Kind::Column, relation->schema, relation->name, row.at(1), row.at(2), {}, ++m_position);
}

void CatalogBuilder::addConstraint(const QStringList& row)
{
    static const QHash<QString, Kind> kinds{{u"p"_s, Kind::PrimaryKey},
                                            {u"u"_s, Kind::Unique},
                                            {u"f"_s, Kind::ForeignKey},
                                            {u"c"_s, Kind::Check},
                                            {u"x"_s, Kind::Exclusion}};
    const auto kind = kinds.constFind(row.at(2));
    if (kind != kinds.cend())
        addTablePart(*kind, {row.at(0), row.at(1), row.at(3)});
}

void CatalogBuilder::addIndex(const QStringList& row)
{
    // "CREATE UNIQUE INDEX name ON [ONLY] schema.table USING btree (...)"
    const QString& full = row.at(3);
    static const QString using_ = u" USING "_s;
    qsizetype at = full.indexOf(u" INDEX "_s) + 7;
    at = endOfName(full, at) + 4; // " ON "
    if (QStringView(full).sliced(at).startsWith("ONLY "_L1))
        at += 5;
    at = endOfName(full, at);
    if (QStringView(full).sliced(at).startsWith(using_))
        at += using_.size();
    const bool isUnique = full.startsWith("CREATE UNIQUE"_L1);
    addTablePart(Kind::Index,
                 {row.at(0), row.at(1),
                  (isUnique ? u"unique "_s : QString()) + full.sliced(at) + row.at(2)});
}

void CatalogBuilder::addTablePart(Kind kind, const QStringList& row)
{
    const auto relation = m_relations.constFind(row.at(0));
    if (relation != m_relations.cend())
        add(kind, relation->schema, relation->name, row.at(1), row.at(2));
}

void CatalogBuilder::addType(const QStringList& row)
{
    const QChar type = row.at(2).at(0);
    const Kind kind = type == u'e' ? Kind::Enum : type == u'd' ? Kind::Domain : Kind::CompositeType;
    add(kind, schemaOf(row.at(0)), {}, row.at(1), row.at(4), row.at(3));
}

void CatalogBuilder::addFunction(const QStringList& row)
{
    // The server's text names the schema always, the search path notwithstanding.
    const QString& full = row.at(4);
    const QString prefix = u"CREATE OR REPLACE "_s;
    const qsizetype word = full.indexOf(u' ', prefix.size());
    const qsizetype end = endOfName(full, word + 1);
    const QString definition =
        full.sliced(prefix.size(), word - prefix.size()).toLower() + full.sliced(end).trimmed();
    add(Kind::Function, schemaOf(row.at(0)), {}, row.at(1) + u'(' + row.at(2) + u')', definition,
        row.at(3));
}

void CatalogBuilder::addExtension(const QStringList& row)
{
    add(Kind::Extension, {}, {}, row.at(0), u"in schema "_s + row.at(2), row.at(3));
    m_extensionVersions << row.at(0) + u' ' + row.at(1);
}

void CatalogBuilder::addNotCompared(const QStringList& row)
{
    const QString& count = row.at(1);
    if (count != "0"_L1)
        m_schema.notCompared << count + u' ' + (count == "1"_L1 ? row.at(0) : row.at(2));
}

bool isRaceWithDdl(const Error& error)
{
    // The deparsers look at the newest catalogs, not at the query's snapshot, so an object dropped
    // meanwhile gives "cache lookup failed" (XX000) or "does not exist" (42P01, 42704).
    return error.sqlState == "XX000"_L1 || error.sqlState == "42P01"_L1 ||
           error.sqlState == "42704"_L1;
}

} // namespace

Result<Schema> readCatalog(Connection& connection, const CatalogScope& scope)
{
    const QList<CatalogStatement> statements =
        catalogStatements(connection.server().versionNumber, scope.schemas, scope.mainSchema,
                          connection.isInTransaction());
    QList<PipelineItem> items;
    for (const CatalogStatement& statement : statements)
        items << statement.item;

    constexpr int kAttempts = 3;
    for (int attempt = 1;; ++attempt) {
        CatalogBuilder builder(scope.schemas.size() == 1 ? scope.reportedAs : QString());
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
