// SPDX-License-Identifier: MIT
#include "core/sql/lintundo.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// Something that one statement makes or drops.
struct Thing
{
    QString kind;  ///< "table", "index", ...; what one DROP can name alike has one kind
    QString name;  ///< "schema.name"; of a part of a table (column, trigger) the bare name
    QString table; ///< that it goes away with; may be empty
    int statement = 0;

    bool isPart() const { return kind == "column"_L1 || kind == "constraint"_L1; }
    QString text() const
    {
        const bool hasTable = isPart() || kind == "trigger"_L1 || kind == "policy"_L1;
        return kind + u' ' + (hasTable ? tree::shown(table) + u'.' + name : tree::shown(name));
    }
    bool isSame(const Thing& other) const
    {
        return kind == other.kind && name == other.name && (!isPart() || table == other.table);
    }
};

using Things = QList<Thing>;

QString inSchemaOf(const QString& table, const QString& name)
{
    return table.section(u'.', 0, 0) + u'.' + name;
}

/// What a plain CREATE makes.
Things createdBy(const QString& kind, const QJsonObject& node)
{
    const QString relation = tree::relation(node.value("relation"_L1));
    const auto named = [&node](QLatin1StringView key) {
        return tree::qualified(tree::texts(node.value(key)));
    };
    if (kind == "CreateStmt"_L1)
        return {{u"table"_s, relation, {}}};
    if (kind == "CreateTableAsStmt"_L1) {
        const bool isView = node.value("objtype"_L1) == "OBJECT_MATVIEW"_L1;
        return {
            {isView ? u"view"_s : u"table"_s, tree::relation(node.value("into"_L1)["rel"_L1]), {}}};
    }
    if (kind == "IndexStmt"_L1 && node.contains("idxname"_L1))
        return {{u"index"_s, inSchemaOf(relation, node.value("idxname"_L1).toString()), relation}};
    if (kind == "ViewStmt"_L1)
        return {{u"view"_s, tree::relation(node.value("view"_L1)), {}}};
    if (kind == "CreateSeqStmt"_L1)
        return {{u"sequence"_s, tree::relation(node.value("sequence"_L1)), {}}};
    if (kind == "CreateFunctionStmt"_L1)
        return {{u"function"_s, named("funcname"_L1), {}}};
    if (kind == "CreateEnumStmt"_L1 || kind == "CreateRangeStmt"_L1)
        return {{u"type"_s, named("typeName"_L1), {}}};
    if (kind == "CompositeTypeStmt"_L1)
        return {{u"type"_s, tree::relation(node.value("typevar"_L1)), {}}};
    if (kind == "CreateDomainStmt"_L1)
        return {{u"type"_s, named("domainname"_L1), {}}};
    if (kind == "CreateTrigStmt"_L1)
        return {{u"trigger"_s, node.value("trigname"_L1).toString(), relation}};
    if (kind == "CreatePolicyStmt"_L1)
        return {{u"policy"_s, node.value("policy_name"_L1).toString(),
                 tree::relation(node.value("table"_L1))}};
    if (kind == "CreateSchemaStmt"_L1)
        return {{u"schema"_s, node.value("schemaname"_L1).toString(), {}}};
    if (kind == "CreateExtensionStmt"_L1)
        return {{u"extension"_s, node.value("extname"_L1).toString(), {}}};
    return {};
}

/// What ALTER TABLE adds (`verb` "Add") or takes away ("Drop").
Things alteredBy(const QJsonObject& node, bool isAdding)
{
    Things result;
    const QString table = tree::relation(node.value("relation"_L1));
    for (const QJsonObject& action : tree::nodes(node.value("cmds"_L1), "AlterTableCmd"_L1)) {
        const QString kind = action.value("subtype"_L1).toString();
        const QJsonValue definition = action.value("def"_L1);
        if (isAdding && kind == "AT_AddColumn"_L1 && !action.value("missing_ok"_L1).toBool())
            result << Thing{u"column"_s, definition["ColumnDef"_L1]["colname"_L1].toString(),
                            table};
        else if (isAdding && kind == "AT_AddConstraint"_L1 &&
                 definition["Constraint"_L1].toObject().contains("conname"_L1))
            result << Thing{u"constraint"_s, definition["Constraint"_L1]["conname"_L1].toString(),
                            table};
        else if (!isAdding && kind == "AT_DropColumn"_L1)
            result << Thing{u"column"_s, action.value("name"_L1).toString(), table};
        else if (!isAdding && kind == "AT_DropConstraint"_L1)
            result << Thing{u"constraint"_s, action.value("name"_L1).toString(), table};
    }
    return result;
}

Things droppedBy(const QJsonObject& node)
{
    static const QHash<QString, QString> kinds{
        {u"OBJECT_TABLE"_s, u"table"_s},        {u"OBJECT_INDEX"_s, u"index"_s},
        {u"OBJECT_VIEW"_s, u"view"_s},          {u"OBJECT_MATVIEW"_s, u"view"_s},
        {u"OBJECT_SEQUENCE"_s, u"sequence"_s},  {u"OBJECT_FUNCTION"_s, u"function"_s},
        {u"OBJECT_PROCEDURE"_s, u"function"_s}, {u"OBJECT_ROUTINE"_s, u"function"_s},
        {u"OBJECT_TYPE"_s, u"type"_s},          {u"OBJECT_DOMAIN"_s, u"type"_s},
        {u"OBJECT_TRIGGER"_s, u"trigger"_s},    {u"OBJECT_POLICY"_s, u"policy"_s},
        {u"OBJECT_SCHEMA"_s, u"schema"_s},      {u"OBJECT_EXTENSION"_s, u"extension"_s}};
    const QString kind = kinds.value(node.value("removeType"_L1).toString());
    Things result;
    if (kind.isEmpty())
        return result;
    for (const QJsonValue& object : node.value("objects"_L1).toArray()) {
        QStringList name = tree::texts(object["List"_L1]["items"_L1]);
        if (name.isEmpty())
            name = tree::texts(object["ObjectWithArgs"_L1]["objname"_L1]);
        if (name.isEmpty())
            name = tree::texts(object["TypeName"_L1]["names"_L1]);
        if (name.isEmpty()) // a schema or an extension has no schema
            result << Thing{kind, tree::text(object), {}};
        else if (kind == "trigger"_L1 || kind == "policy"_L1)
            result << Thing{kind, name.last(), tree::qualified(name.sliced(0, name.size() - 1))};
        else
            result << Thing{kind, tree::qualified(name), {}};
    }
    return result;
}

/// "ALTER ... RENAME": the things under their new name.
void rename(Things& things, const QJsonObject& node)
{
    const QString relation = tree::relation(node.value("relation"_L1));
    const QString newName = node.value("newname"_L1).toString();
    const QString part = node.value("subname"_L1).toString();
    for (Thing& thing : things) {
        if (thing.isPart() && thing.table == relation && thing.name == part)
            thing.name = newName;
        else if (part.isEmpty() && thing.name == relation)
            thing.name = inSchemaOf(relation, newName);
        if (part.isEmpty() && thing.table == relation)
            thing.table = inSchemaOf(relation, newName);
    }
}

/// Takes `dropped` away, and what goes with it.
void remove(Things& things, const Thing& dropped)
{
    things.removeIf([&dropped](const Thing& thing) {
        if (thing.isSame(dropped) || (dropped.kind == "table"_L1 && thing.table == dropped.name))
            return true;
        const QString schema = dropped.kind == "schema"_L1 ? dropped.name + u'.' : QString();
        return !schema.isEmpty() &&
               (thing.name.startsWith(schema) || thing.table.startsWith(schema));
    });
}

/// Statements whose effect a text does not tell.
bool isReadable(const LintStatement& statement)
{
    return statement.isData || (statement.parsed && statement.parsed->kind != "DoStmt"_L1);
}

class Ledger
{
public:
    void upgrade(const QList<LintStatement>& statements)
    {
        for (int i = 0; i < statements.size(); ++i) {
            if (statements.at(i).parsed)
                upgrade(*statements.at(i).parsed, i);
        }
    }

    QList<UndoRemark> downgrade(const QList<LintStatement>& statements)
    {
        QList<UndoRemark> remarks;
        const Things made = m_made;
        for (int i = 0; i < statements.size(); ++i) {
            if (statements.at(i).parsed)
                downgrade(*statements.at(i).parsed, i, remarks);
        }
        for (const Thing& thing : std::as_const(m_made))
            remarks << UndoRemark{
                {u"down-leaves"_s, thing.text(), {}, {}, 0}, false, thing.statement};
        return remarks;
    }

private:
    void upgrade(const ParsedStatement& parsed, int statement)
    {
        const QJsonObject& node = parsed.node;
        // What may have been there before cannot be ours to drop.
        const bool mayBeOld =
            node.value("if_not_exists"_L1).toBool() || node.value("replace"_L1).toBool();
        Things made = mayBeOld ? Things() : createdBy(parsed.kind, node);
        if (parsed.kind == "AlterTableStmt"_L1) {
            made = alteredBy(node, true);
            for (const Thing& gone : alteredBy(node, false))
                remove(m_made, gone);
        } else if (parsed.kind == "DropStmt"_L1) {
            for (const Thing& gone : droppedBy(node))
                remove(m_made, gone);
        } else if (parsed.kind == "RenameStmt"_L1) {
            rename(m_made, node);
            rename(m_everMade, node);
            m_renamed << tree::relation(node.value("relation"_L1));
        } else if (parsed.kind == "AlterSeqStmt"_L1) { // OWNED BY: goes with its column
            remove(m_made, {u"sequence"_s, tree::relation(node.value("sequence"_L1)), {}});
        }
        for (Thing& thing : made) {
            thing.statement = statement;
            m_everMade << thing;
            // A column of a table of this revision goes with the table.
            m_made << thing;
        }
    }

    void downgrade(const ParsedStatement& parsed, int statement, QList<UndoRemark>& remarks)
    {
        const QJsonObject& node = parsed.node;
        Things dropped;
        bool isCascading = node.value("behavior"_L1) == "DROP_CASCADE"_L1;
        if (parsed.kind == "DropStmt"_L1)
            dropped = droppedBy(node);
        else if (parsed.kind == "AlterTableStmt"_L1)
            dropped = alteredBy(node, false);
        else if (parsed.kind == "RenameStmt"_L1) {
            rename(m_made, node);
            rename(m_everMade, node);
            m_renamed << inSchemaOf(tree::relation(node.value("relation"_L1)),
                                    node.value("newname"_L1).toString());
        }
        for (const Thing& thing : std::as_const(dropped)) {
            const bool holdsData = thing.kind == "table"_L1 || thing.kind == "column"_L1;
            const bool isOurs =
                std::any_of(m_everMade.cbegin(), m_everMade.cend(), [&thing](const Thing& made) {
                    return made.isSame(thing) ||
                           (made.kind == "table"_L1 && made.name == thing.table);
                });
            if (holdsData && !isOurs && !m_renamed.contains(thing.name))
                remarks << UndoRemark{
                    {u"down-drops-more"_s, thing.text(), {}, {}, 0}, true, statement};
            remove(m_made, thing);
            if (thing.kind == "column"_L1) { // its indexes and constraints go with it
                m_made.removeIf([&thing](const Thing& made) {
                    return made.table == thing.table &&
                           (made.kind == "index"_L1 || made.kind == "constraint"_L1);
                });
            }
        }
        if (isCascading) { // and whatever stood on it
            m_made.removeIf([](const Thing& made) {
                return made.kind != "table"_L1 && made.kind != "type"_L1 &&
                       made.kind != "column"_L1;
            });
        }
    }

    Things m_made; ///< and not dropped since
    Things m_everMade;
    QSet<QString> m_renamed;
};

} // namespace

QList<UndoRemark> lintUndo(const QList<LintStatement>& up, const QList<LintStatement>& down)
{
    if (!std::all_of(up.begin(), up.end(), isReadable) ||
        !std::all_of(down.begin(), down.end(), isReadable))
        return {};
    Ledger ledger;
    ledger.upgrade(up);
    return ledger.downgrade(down);
}

} // namespace socrates::core
