// SPDX-License-Identifier: MIT
#include "core/sql/schemasketch.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

void SchemaSketch::apply(const ParsedStatement& statement)
{
    const QJsonObject& node = statement.node;
    if (statement.kind == "CreateStmt"_L1) {
        create(node);
    } else if (statement.kind == "CreateTableAsStmt"_L1 || statement.kind == "SelectStmt"_L1) {
        const QLatin1StringView into =
            statement.kind == "SelectStmt"_L1 ? "intoClause"_L1 : "into"_L1;
        const QString table = tree::relation(node.value(into)["rel"_L1]);
        if (!table.isEmpty() && node.value("objtype"_L1) != "OBJECT_MATVIEW"_L1)
            m_tables.insert(table, {});
    } else if (statement.kind == "IndexStmt"_L1) {
        const QString table = tree::relation(node.value("relation"_L1));
        if (m_tables.contains(table))
            m_tables[table].indexes << indexOf(node);
    } else if (statement.kind == "AlterTableStmt"_L1) {
        alter(node);
    } else if (statement.kind == "DropStmt"_L1) {
        drop(node);
    } else if (statement.kind == "RenameStmt"_L1) {
        rename(node);
    }
}

void SchemaSketch::create(const QJsonObject& statement)
{
    const QString table = tree::relation(statement.value("relation"_L1));
    if (m_tables.contains(table)) // IF NOT EXISTS
        return;
    m_tables.insert(table, {});
    const QJsonValue elements = statement.value("tableElts"_L1);
    for (const QJsonObject& column : tree::nodes(elements, "ColumnDef"_L1))
        addColumn(table, column);
    for (const QJsonObject& constraint : tree::nodes(elements, "Constraint"_L1))
        addConstraint(table, constraint);
}

void SchemaSketch::addColumn(const QString& table, const QJsonObject& definition)
{
    const QString column = definition.value("colname"_L1).toString();
    m_tables[table].columns.insert(column, tree::typeName(definition.value("typeName"_L1)));
    for (const QJsonObject& constraint :
         tree::nodes(definition.value("constraints"_L1), "Constraint"_L1))
        m_tables[table].indexes += indexesOf(table, constraint, column);
}

void SchemaSketch::addConstraint(const QString& table, const QJsonObject& constraint)
{
    Table& sketch = m_tables[table];
    sketch.indexes += indexesOf(table, constraint);
    const QString name = constraint.value("conname"_L1).toString();
    if (constraint.value("skip_validation"_L1).toBool())
        sketch.notValid.insert(name);
    const QJsonValue test = constraint.value("raw_expr"_L1)["NullTest"_L1];
    if (test["nulltesttype"_L1] == "IS_NOT_NULL"_L1) {
        const QStringList column = tree::texts(test["arg"_L1]["ColumnRef"_L1]["fields"_L1]);
        if (!column.isEmpty())
            sketch.notNullChecks.insert(name, column.last());
    }
}

void SchemaSketch::alter(const QJsonObject& statement)
{
    const QString table = tree::relation(statement.value("relation"_L1));
    if (!m_tables.contains(table))
        return;
    for (const QJsonObject& action : tree::nodes(statement.value("cmds"_L1), "AlterTableCmd"_L1)) {
        const QString kind = action.value("subtype"_L1).toString();
        const QString name = action.value("name"_L1).toString();
        const QJsonValue definition = action.value("def"_L1);
        Table& sketch = m_tables[table];
        if (kind == "AT_AddColumn"_L1) {
            addColumn(table, definition["ColumnDef"_L1].toObject());
        } else if (kind == "AT_AlterColumnType"_L1) {
            sketch.columns[name] = tree::typeName(definition["ColumnDef"_L1]["typeName"_L1]);
        } else if (kind == "AT_DropColumn"_L1) {
            sketch.columns.remove(name);
            sketch.indexes.removeIf(
                [&name](const Index& index) { return index.columns.contains(name); });
        } else if (kind == "AT_AddConstraint"_L1) {
            addConstraint(table, definition["Constraint"_L1].toObject());
        } else if (kind == "AT_ValidateConstraint"_L1) {
            sketch.notValid.remove(name);
        } else if (kind == "AT_DropConstraint"_L1) {
            sketch.notNullChecks.remove(name);
            sketch.indexes.removeIf([&name](const Index& index) { return index.name == name; });
        }
    }
}

void SchemaSketch::drop(const QJsonObject& statement)
{
    const QString kind = statement.value("removeType"_L1).toString();
    for (const QJsonObject& object : tree::nodes(statement.value("objects"_L1), "List"_L1)) {
        const QString name = tree::qualified(tree::texts(object.value("items"_L1)));
        if (kind == "OBJECT_TABLE"_L1) {
            m_tables.remove(name);
        } else if (kind == "OBJECT_INDEX"_L1) {
            for (Table& table : m_tables)
                table.indexes.removeIf(
                    [&name](const Index& index) { return name.endsWith(u'.' + index.name); });
        }
    }
}

void SchemaSketch::rename(const QJsonObject& statement)
{
    const QString kind = statement.value("renameType"_L1).toString();
    const QString table = tree::relation(statement.value("relation"_L1));
    const QString newName = statement.value("newname"_L1).toString();
    if (!m_tables.contains(table))
        return;
    if (kind == "OBJECT_TABLE"_L1) {
        m_tables.insert(table.section(u'.', 0, 0) + u'.' + newName, m_tables.take(table));
    } else if (kind == "OBJECT_COLUMN"_L1) {
        const QString oldName = statement.value("subname"_L1).toString();
        Table& sketch = m_tables[table];
        sketch.columns.insert(newName, sketch.columns.take(oldName));
        for (Index& index : sketch.indexes)
            std::replace(index.columns.begin(), index.columns.end(), oldName, newName);
    }
}

SchemaSketch::Index SchemaSketch::indexOf(const QJsonObject& statement)
{
    Index index;
    index.name = statement.value("idxname"_L1).toString();
    index.isUnique = statement.value("unique"_L1).toBool();
    index.isPlain = statement.value("accessMethod"_L1).toString() == "btree"_L1 &&
                    !statement.contains("whereClause"_L1) &&
                    !statement.contains("indexIncludingParams"_L1) &&
                    !statement.contains("nulls_not_distinct"_L1);
    for (const QJsonObject& part : tree::nodes(statement.value("indexParams"_L1), "IndexElem"_L1)) {
        index.columns << part.value("name"_L1).toString();
        index.isPlain = index.isPlain && !part.contains("expr"_L1) &&
                        !part.contains("opclass"_L1) && !part.contains("collation"_L1) &&
                        part.value("ordering"_L1) == "SORTBY_DEFAULT"_L1 &&
                        part.value("nulls_ordering"_L1) == "SORTBY_NULLS_DEFAULT"_L1;
    }
    return index;
}

QList<SchemaSketch::Index>
SchemaSketch::indexesOf(const QString& table, const QJsonObject& constraint, const QString& column)
{
    const QString kind = constraint.value("contype"_L1).toString();
    const bool isPrimary = kind == "CONSTR_PRIMARY"_L1;
    // USING INDEX names one that is there already.
    if ((!isPrimary && kind != "CONSTR_UNIQUE"_L1) || constraint.contains("indexname"_L1))
        return {};
    Index index;
    index.isUnique = true;
    index.columns =
        column.isEmpty() ? tree::texts(constraint.value("keys"_L1)) : QStringList{column};
    index.name = constraint.value("conname"_L1).toString();
    if (index.name.isEmpty()) { // as the server names it
        const QString bare = table.section(u'.', 1);
        index.name =
            isPrimary ? bare + u"_pkey"_s : bare + u'_' + index.columns.join(u'_') + u"_key"_s;
    }
    return {index};
}

std::optional<SchemaSketch::Overlap> SchemaSketch::overlapOf(const QString& table,
                                                             const Index& index) const
{
    const auto isWithin = [](const Index& a, const Index& b) {
        return a.isPlain && b.isPlain && !a.columns.isEmpty() &&
               b.columns.first(qMin(a.columns.size(), b.columns.size())) == a.columns &&
               (!a.isUnique || (b.isUnique && a.columns == b.columns));
    };
    for (const Index& other : this->table(table).indexes) {
        if (isWithin(index, other))
            return Overlap{index.name, other.name};
        if (isWithin(other, index))
            return Overlap{other.name, index.name};
    }
    return std::nullopt;
}

} // namespace socrates::core
