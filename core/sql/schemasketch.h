// SPDX-License-Identifier: MIT
#pragma once

#include "core/sql/parsetree.h"
#include "core/sql/treenames.h"

#include <QMap>
#include <QSet>

namespace socrates::core {

/// What statements have made so far, as far as their text tells. Names are "schema.name". It is a
/// sketch: what a function or a DO block makes is not in it, so nothing may be refused by it.
class SchemaSketch
{
public:
    struct Index
    {
        QString name; ///< without schema
        QStringList columns;
        bool isUnique = false;
        /// A plain list of columns in their usual order: only such are compared.
        bool isPlain = true;
        bool operator==(const Index&) const = default;
    };
    struct Table
    {
        QMap<QString, tree::TypeName> columns;
        QList<Index> indexes; ///< those of unique and primary keys too
        /// CHECK (column IS NOT NULL): constraint -> column.
        QMap<QString, QString> notNullChecks;
        QSet<QString> notValid; ///< constraints that were added with NOT VALID
    };

    void apply(const ParsedStatement& statement);

    bool hasTable(const QString& table) const { return m_tables.contains(table); }
    Table table(const QString& table) const { return m_tables.value(table); }
    /// The index that a statement makes, or an empty name.
    static Index indexOf(const QJsonObject& indexStatement);
    /// The indexes that the constraints of a table or a column bring.
    static QList<Index> indexesOf(const QString& table, const QJsonObject& constraint,
                                  const QString& column = {});
    /// An index of the table that does all that `index` does, or that `index` makes needless.
    struct Overlap
    {
        QString needless;
        QString kept;
    };
    std::optional<Overlap> overlapOf(const QString& table, const Index& index) const;

private:
    void create(const QJsonObject& statement);
    void alter(const QJsonObject& statement);
    void drop(const QJsonObject& statement);
    void rename(const QJsonObject& statement);
    void addColumn(const QString& table, const QJsonObject& definition);
    void addConstraint(const QString& table, const QJsonObject& constraint);

    QMap<QString, Table> m_tables;
};

} // namespace socrates::core
