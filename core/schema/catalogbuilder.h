// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/catalogqueries.h"
#include "core/schema/catalogreader.h"

#include <QHash>
#include <QSet>

namespace socrates::core {

/// Turns the rows of the catalog queries, in their order, into objects. One for each reading.
class CatalogBuilder
{
public:
    CatalogBuilder(const CatalogScope& scope, int serverMajor);

    void take(CatalogQuery query, const Rows& rows);
    Schema takeSchema() { return std::move(m_schema); }

private:
    using Kind = SchemaObject::Kind;
    struct Relation
    {
        QString schema;
        QString name;
    };

    void takeRow(CatalogQuery query, const QStringList& row);
    /// What is in a schema, or belongs to a table.
    void takeObject(CatalogQuery query, const QStringList& row);
    void addNamespace(const QStringList& row);
    void addDefaultGrant(const QStringList& row);
    void addRelation(const QStringList& row);
    void addSequence(const QStringList& row);
    void addColumn(const QStringList& row);
    void addConstraint(const QStringList& row);
    void addIndex(const QStringList& row);
    void addType(const QStringList& row);
    void addFunction(const QStringList& row);
    void addTablePart(Kind kind, QLatin1StringView catalog, const QStringList& row);
    void addStatistics(const QStringList& row);
    void addStandingAlone(Kind kind, QLatin1StringView catalog, const QStringList& row);
    void addExtension(const QStringList& row);
    void addNotCompared(const QStringList& row);

    /// The same text as one shared value: thousands of columns are "integer not null".
    const QString& shared(const QString& text);
    QString schemaOf(const QString& oid) const { return m_namespaces.value(oid); }
    /// What the catalogs say of an object: where comments and grants name it.
    struct Place
    {
        QLatin1StringView catalog;
        QString oid;
        QString part = QStringLiteral("0"); ///< number of a column
        QString text() const { return catalog + u'/' + oid + u'/' + part; }
    };
    void add(const Place& place, Kind kind, const QString& schema, const QString& table,
             const QString& name, const QString& definition, const QString& owner = {},
             int position = 0);
    void addAspects(const Place& place, const SchemaObject& object);

    QString m_reportedAs;
    QString m_maker;
    QHash<QString, QString> m_comments;   ///< by Place::text
    QHash<QString, QString> m_grants;     ///< by Place::text
    QHash<QString, QString> m_namespaces; ///< oid -> name as reported
    QHash<QString, Relation> m_relations; ///< oid of tables and views that are listed
    QSet<QString> m_texts;
    QString m_columnsOf; ///< oid of the table whose columns are being read
    int m_position = 0;
    QStringList m_extensionVersions;
    Schema m_schema;
};

} // namespace socrates::core
