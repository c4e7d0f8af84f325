// SPDX-License-Identifier: MIT
#include "core/sql/lint.h"

#include "core/sql/phrases.h"
#include "core/sql/statementkind.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxParsed = 1'000'000; // a tree is some twenty times its text

/// A value that differs from row to row, so that a table cannot keep it once for all of them.
bool isVolatile(const QJsonValue& expression)
{
    // The functions of PostgreSQL and its usual extensions; of others the text tells nothing.
    static const QSet<QString> functions{u"random"_s,           u"gen_random_uuid"_s,
                                         u"uuid_generate_v4"_s, u"nextval"_s,
                                         u"clock_timestamp"_s,  u"timeofday"_s,
                                         u"setseed"_s,          u"uuidv7"_s,
                                         u"uuid_generate_v1"_s, u"uuid_generate_v1mc"_s,
                                         u"uuidv4"_s,           u"gen_random_bytes"_s};
    if (expression.isArray()) {
        for (const QJsonValue& item : expression.toArray()) {
            if (isVolatile(item))
                return true;
        }
    }
    const QJsonObject object = expression.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "FuncCall"_L1) {
            const QStringList name = tree::texts(it.value()["funcname"_L1]);
            if (!name.isEmpty() && functions.contains(name.last()))
                return true;
        }
        if (isVolatile(it.value()))
            return true;
    }
    return false;
}

/// Whether PostgreSQL keeps the rows as they are: the new type holds every old value the same way.
bool keepsRows(const tree::TypeName& from, const tree::TypeName& to)
{
    if (from.isArray != to.isArray || from.name.isEmpty())
        return false;
    if (from == to)
        return true;
    const bool isText = from.name == "varchar"_L1 || from.name == "text"_L1;
    const bool growsToText =
        to.name == "text"_L1 || (to.name == "varchar"_L1 && to.modifiers.isEmpty());
    if (isText && growsToText)
        return true;
    if (from.name != to.name)
        return from.name == "cidr"_L1 && to.name == "inet"_L1;
    static const QSet<QString> growing{u"varchar"_s, u"varbit"_s,    u"numeric"_s,
                                       u"time"_s,    u"timestamp"_s, u"timestamptz"_s,
                                       u"timetz"_s,  u"interval"_s};
    if (!growing.contains(to.name))
        return false;
    if (to.modifiers.isEmpty())
        return true;
    if (from.modifiers.isEmpty())
        return false;
    // numeric: the scale must stay, the precision may grow.
    return to.modifiers.first() >= from.modifiers.first() &&
           to.modifiers.value(1) == from.modifiers.value(1);
}

struct ColumnTraits
{
    bool isNotNull = false;
    bool isFilled = false; ///< a default, an identity, a computed value
    bool isComputed = false;
};

ColumnTraits traitsOfColumn(const QJsonObject& column)
{
    ColumnTraits traits;
    for (const QJsonObject& constraint :
         tree::nodes(column.value("constraints"_L1), "Constraint"_L1)) {
        const QString kind = constraint.value("contype"_L1).toString();
        const QJsonValue expression = constraint.value("raw_expr"_L1);
        if (kind == "CONSTR_NOTNULL"_L1 || kind == "CONSTR_PRIMARY"_L1)
            traits.isNotNull = true;
        else if (kind == "CONSTR_DEFAULT"_L1)
            traits.isFilled = !expression["A_Const"_L1]["isnull"_L1].toBool();
        if (kind == "CONSTR_IDENTITY"_L1 || kind == "CONSTR_GENERATED"_L1 ||
            (kind == "CONSTR_DEFAULT"_L1 && isVolatile(expression)))
            traits.isFilled = traits.isComputed = true;
    }
    static const QSet<QString> serials{u"serial"_s,  u"bigserial"_s, u"smallserial"_s,
                                       u"serial4"_s, u"serial8"_s,   u"serial2"_s};
    if (serials.contains(tree::typeName(column.value("typeName"_L1)).name))
        traits.isNotNull = traits.isFilled = traits.isComputed = true;
    return traits;
}

} // namespace

QList<LintStatement> parsedStatements(const QList<Statement>& statements)
{
    QList<LintStatement> result;
    for (const Statement& statement : statements) {
        const QString verb = traitsOf(statement.text.left(200)).verb.section(u' ', 0, 0);
        const bool isData =
            verb == "INSERT"_L1 || verb == "COPY"_L1 || statement.text.size() > kMaxParsed;
        result << LintStatement{statement, isData ? std::nullopt : parseStatement(statement.text),
                                isData};
    }
    return result;
}

StatementLinter::StatementLinter(SchemaSketch before, bool isTransactional)
    : m_sketch(std::move(before)), m_isTransactional(isTransactional)
{}

void StatementLinter::add(const QString& rule, const QString& object, const QString& table,
                          const QString& other, const QJsonValue& place)
{
    m_remarks << LintRemark{rule, object, tree::shown(table), other,
                            positionOf(m_statement->statement.text, place.toInt())};
}

QList<LintRemark> StatementLinter::look(const LintStatement& statement)
{
    m_statement = &statement;
    m_remarks.clear();
    lookAtEnums(statement.statement.text);
    if (!statement.parsed)
        return m_remarks;
    const QString& kind = statement.parsed->kind;
    const QJsonObject& node = statement.parsed->node;
    if (kind == "IndexStmt"_L1)
        lookAtIndex(node);
    else if (kind == "CreateStmt"_L1)
        lookAtTable(node);
    else if (kind == "AlterTableStmt"_L1)
        lookAtAlter(node);
    else if (kind == "DropStmt"_L1)
        lookAtDrop(node);
    else if (kind == "TruncateStmt"_L1)
        add(u"drops-data"_s, m_statement->statement.text.simplified().left(60));
    else if (kind == "RenameStmt"_L1)
        lookAtRename(node);
    else if ((kind == "UpdateStmt"_L1 || kind == "DeleteStmt"_L1) &&
             !node.contains("whereClause"_L1)) {
        const QString table = tree::relation(node.value("relation"_L1));
        if (isInUse(table))
            add(u"updates-every-row"_s, tree::shown(table));
    } else if (kind == "AlterEnumStmt"_L1 && m_isTransactional && node.contains("newVal"_L1)) {
        if (!m_createdTypes.contains(tree::qualified(tree::texts(node.value("typeName"_L1)))))
            m_newEnumValues << node.value("newVal"_L1).toString();
    }
    noteCreated(*statement.parsed);
    m_sketch.apply(*statement.parsed);
    return m_remarks;
}

void StatementLinter::noteCreated(const ParsedStatement& parsed)
{
    SchemaSketch alone; // knows what this statement makes and nothing else
    alone.apply(parsed);
    const QJsonObject& node = parsed.node;
    for (const QJsonValue& made : {node.value("relation"_L1), node.value("into"_L1)["rel"_L1],
                                   node.value("intoClause"_L1)["rel"_L1]}) {
        const QString table = tree::relation(made);
        // What IF NOT EXISTS passes over may be in use.
        if (alone.hasTable(table) && !node.value("if_not_exists"_L1).toBool())
            m_created.insert(table);
    }
    if (parsed.kind == "CreateEnumStmt"_L1)
        m_createdTypes.insert(tree::qualified(tree::texts(node.value("typeName"_L1))));
    if (parsed.kind == "RenameStmt"_L1 && node.value("renameType"_L1) == "OBJECT_TABLE"_L1) {
        const QString table = tree::relation(node.value("relation"_L1));
        if (m_created.contains(table))
            m_created.insert(table.section(u'.', 0, 0) + u'.' +
                             node.value("newname"_L1).toString());
    }
}

void StatementLinter::overlap(const QString& table, const SchemaSketch::Index& index,
                              const QJsonValue& place)
{
    if (const auto found = m_sketch.overlapOf(table, index))
        add(u"redundant-index"_s, found->needless, table, found->kept, place);
}

void StatementLinter::lookAtIndex(const QJsonObject& node)
{
    const QString table = tree::relation(node.value("relation"_L1));
    SchemaSketch::Index index = SchemaSketch::indexOf(node);
    if (index.name.isEmpty())
        index.name = u"on "_s + tree::shown(table);
    if (isInUse(table) && !node.value("concurrent"_L1).toBool())
        add(u"index-blocks-writes"_s, index.name, table);
    if (node.value("if_not_exists"_L1).toBool())
        add(u"if-not-exists"_s, index.name);
    overlap(table, index, {});
}

void StatementLinter::lookAtTable(const QJsonObject& node)
{
    const QString table = tree::relation(node.value("relation"_L1));
    if (node.value("if_not_exists"_L1).toBool())
        add(u"if-not-exists"_s, tree::shown(table));
    const QJsonValue elements = node.value("tableElts"_L1);
    for (const QJsonObject& column : tree::nodes(elements, "ColumnDef"_L1)) {
        const QString name = column.value("colname"_L1).toString();
        if (tree::typeName(column.value("typeName"_L1)).name == "json"_L1)
            add(u"json-column"_s, name, table, {}, column.value("location"_L1));
    }
}

void StatementLinter::lookAtAlter(const QJsonObject& node)
{
    if (node.value("objtype"_L1) != "OBJECT_TABLE"_L1)
        return;
    const QString table = tree::relation(node.value("relation"_L1));
    for (const QJsonObject& action : tree::nodes(node.value("cmds"_L1), "AlterTableCmd"_L1))
        lookAtAction(table, action);
}

void StatementLinter::lookAtAction(const QString& table, const QJsonObject& action)
{
    const QString kind = action.value("subtype"_L1).toString();
    const QString name = action.value("name"_L1).toString();
    const QString shown = tree::shown(table);
    if (kind == "AT_AddColumn"_L1) {
        lookAtNewColumn(table, action);
    } else if (kind == "AT_AddConstraint"_L1) {
        lookAtNewConstraint(table, action.value("def"_L1)["Constraint"_L1].toObject());
    } else if (kind == "AT_ValidateConstraint"_L1 && m_isTransactional &&
               m_newNotValid.contains(table + u' ' + name)) {
        add(u"constraint-reads-table"_s, name, table);
    } else if (kind == "AT_AlterColumnType"_L1) {
        lookAtType(table, action);
    } else if (kind == "AT_SetNotNull"_L1) {
        lookAtNotNull(table, name);
    } else if (kind == "AT_DropColumn"_L1 && isInUse(table)) {
        add(u"drops-data"_s, shown + u'.' + name);
    }
}

void StatementLinter::lookAtNewColumn(const QString& table, const QJsonObject& action)
{
    const QJsonObject column = action.value("def"_L1)["ColumnDef"_L1].toObject();
    const QString name = column.value("colname"_L1).toString();
    const QJsonValue place = column.value("location"_L1);
    const ColumnTraits traits = traitsOfColumn(column);
    if (action.value("missing_ok"_L1).toBool())
        add(u"if-not-exists"_s, tree::shown(table) + u'.' + name, table, {}, place);
    if (tree::typeName(column.value("typeName"_L1)).name == "json"_L1)
        add(u"json-column"_s, name, table, {}, place);
    if (!isInUse(table))
        return;
    if (traits.isComputed)
        add(u"column-rewrites-table"_s, name, table, {}, place);
    else if (traits.isNotNull && !traits.isFilled)
        add(u"not-null-without-default"_s, name, table, {}, place);
    for (const QJsonObject& constraint :
         tree::nodes(column.value("constraints"_L1), "Constraint"_L1)) {
        const QString kind = constraint.value("contype"_L1).toString();
        if (kind == "CONSTR_UNIQUE"_L1 || kind == "CONSTR_PRIMARY"_L1)
            add(u"key-blocks-table"_s, u"on "_s + name, table, {}, constraint.value("location"_L1));
        else if (kind == "CONSTR_CHECK"_L1 ||
                 (kind == "CONSTR_FOREIGN"_L1 && traits.isFilled)) // a null names no row
            add(u"constraint-reads-table"_s, u"on "_s + name, table, {},
                constraint.value("location"_L1));
    }
}

void StatementLinter::lookAtNewConstraint(const QString& table, const QJsonObject& constraint)
{
    const QString kind = constraint.value("contype"_L1).toString();
    const QString given = constraint.value("conname"_L1).toString();
    const QString name = given.isEmpty() ? u"on "_s + tree::shown(table) : given;
    const QJsonValue place = constraint.value("location"_L1);
    for (const SchemaSketch::Index& index : SchemaSketch::indexesOf(table, constraint))
        overlap(table, index, place);
    if (constraint.value("skip_validation"_L1).toBool()) {
        m_newNotValid.insert(table + u' ' + given);
        return;
    }
    if (!isInUse(table))
        return;
    const bool isKey =
        kind == "CONSTR_PRIMARY"_L1 || kind == "CONSTR_UNIQUE"_L1 || kind == "CONSTR_EXCLUSION"_L1;
    if (isKey && !constraint.contains("indexname"_L1))
        add(u"key-blocks-table"_s, name, table, {}, place);
    else if (kind == "CONSTR_FOREIGN"_L1 || kind == "CONSTR_CHECK"_L1)
        add(u"constraint-reads-table"_s, name, table, {}, place);
}

void StatementLinter::lookAtType(const QString& table, const QJsonObject& action)
{
    const QString name = action.value("name"_L1).toString();
    const QJsonObject definition = action.value("def"_L1)["ColumnDef"_L1].toObject();
    const tree::TypeName before = m_sketch.table(table).columns.value(name);
    const bool isConverted = definition.contains("raw_default"_L1); // USING
    if (isInUse(table) &&
        (isConverted || !keepsRows(before, tree::typeName(definition.value("typeName"_L1)))))
        add(u"type-rewrites-table"_s, name, table, {}, definition.value("location"_L1));
}

void StatementLinter::lookAtNotNull(const QString& table, const QString& column)
{
    if (!isInUse(table))
        return;
    const SchemaSketch::Table sketch = m_sketch.table(table);
    for (auto it = sketch.notNullChecks.begin(); it != sketch.notNullChecks.end(); ++it) {
        if (it.value() == column && !sketch.notValid.contains(it.key()))
            return;
    }
    add(u"not-null-reads-table"_s, column, table);
}

void StatementLinter::lookAtDrop(const QJsonObject& node)
{
    const QString kind = node.value("removeType"_L1).toString();
    if (kind == "OBJECT_SCHEMA"_L1) {
        for (const QString& name : tree::texts(node.value("objects"_L1)))
            add(u"drops-data"_s, name);
    }
    if (kind != "OBJECT_TABLE"_L1)
        return;
    for (const QJsonObject& object : tree::nodes(node.value("objects"_L1), "List"_L1)) {
        const QString table = tree::qualified(tree::texts(object.value("items"_L1)));
        if (isInUse(table))
            add(u"drops-data"_s, tree::shown(table));
    }
}

void StatementLinter::lookAtRename(const QJsonObject& node)
{
    const QString kind = node.value("renameType"_L1).toString();
    const QString table = tree::relation(node.value("relation"_L1));
    if (!isInUse(table))
        return;
    if (kind == "OBJECT_TABLE"_L1)
        add(u"rename"_s, tree::shown(table));
    else if (kind == "OBJECT_COLUMN"_L1 && node.value("relationType"_L1) == "OBJECT_TABLE"_L1)
        add(u"rename"_s, tree::shown(table) + u'.' + node.value("subname"_L1).toString());
}

void StatementLinter::lookAtEnums(const QString& statement)
{
    if (m_newEnumValues.isEmpty())
        return;
    const Phrases words(statement);
    if (words.startsWith("ALTER TYPE"_L1))
        return;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString value = words.stringAt(i).toString();
        if (m_newEnumValues.contains(value) && !value.isEmpty())
            add(u"enum-value-used"_s, value);
    }
}

} // namespace socrates::core
