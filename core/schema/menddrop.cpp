// SPDX-License-Identifier: MIT
// What is extra is dropped, and what must be made again.
#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/constraintcolumns.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

void Mender::drop(const SchemaObject& object)
{
    if (!isFirst("drop", object))
        return;
    const QString sql = u"DROP "_s + objectReference(keyOf(object));
    if (isConstraint(object.kind))
        return dropConstraint(object);
    switch (object.kind) {
    case Kind::View:
    case Kind::MaterializedView:
        return dropView(object);
    case Kind::Index:
        return dropIndex(object);
    case Kind::Column:
        if (!isInherited(m_found, object))
            add(DropColumns, object,
                u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(qualifiedName(object.schema, object.table),
                                                       Connection::identifier(object.name)),
                true);
        return;
    case Kind::Table:
        return dropTable(object);
    case Kind::Sequence:
        if (!belongsToConstraint(m_found, object))
            add(DropSequences, object, sql, true);
        return;
    case Kind::Function:
    case Kind::Aggregate:
        return dropRoutine(object);
    default:
        break;
    }
    static const QHash<Kind, Phase> phases{{Kind::Trigger, DropTriggers},
                                           {Kind::Policy, DropTriggers},
                                           {Kind::Rule, DropTriggers},
                                           {Kind::EventTrigger, DropTriggers},
                                           {Kind::Statistics, DropIndexes},
                                           {Kind::Domain, DropTypes},
                                           {Kind::Enum, DropTypesUnderTypes},
                                           {Kind::CompositeType, DropTypesUnderTypes},
                                           {Kind::RangeType, DropTypesUnderTypes},
                                           {Kind::Collation, DropTypesUnderTypes},
                                           {Kind::Extension, DropExtensions},
                                           {Kind::Schema, DropSchemas}};
    m_gone.insert(keyOf(object));
    add(phases.value(object.kind), object, sql);
}

bool Mender::isHeld(const SchemaObject& object)
{
    const RelationName name{object.schema, object.name};
    for (const Kind kind : {Kind::Table, Kind::View, Kind::MaterializedView}) {
        if (m_after.find({kind, object.schema, {}, object.name}) == nullptr)
            continue;
        // It is made again, or another one takes its name: what reads from it follows.
        for (const Schema::Key& user : m_foundViews.usersOf(name))
            remakeView(user);
        return false;
    }
    for (const Schema::Key& user : m_afterViews.usersOf(name)) {
        if (m_found.find(user) == nullptr)
            continue;
        refuse(object, Texts::tr("it cannot be dropped while the view %1 reads from it")
                           .arg(qualifiedName(user.schema, user.name)));
        return true;
    }
    for (const SchemaObject* key : foreignKeysTo(m_after, name)) {
        if (m_found.find(keyOf(*key)) == nullptr)
            continue;
        refuse(object, Texts::tr("it cannot be dropped while the foreign key %1 of %2 refers to it")
                           .arg(key->name, qualifiedName(key->schema, key->table)));
        return true;
    }
    return false;
}

void Mender::dropView(const SchemaObject& object)
{
    if (isHeld(object))
        return;
    m_gone.insert(keyOf(object));
    add(DropViews, object, u"DROP "_s + objectReference(keyOf(object)), false,
        qMax(0, kSteps - 1 - m_foundViews.depthOf(keyOf(object))));
}

void Mender::dropRoutine(const SchemaObject& object)
{
    const bool isAggregate = object.kind == Kind::Aggregate;
    const Kind other = isAggregate ? Kind::Function : Kind::Aggregate;
    const QString name = bareRoutineName(object.name);
    Phase phase = DropFunctions;
    if (m_after.find({object.kind, object.schema, {}, object.name}) != nullptr ||
        m_after.find({other, object.schema, {}, object.name}) != nullptr) {
        phase = DropChangedFunctions; // before what takes its name
    } else if (!isAggregate) {
        // What it was parsed with or returns cannot go before it, unless that calls it in turn.
        const QString signature = object.definition.section(u"\n LANGUAGE "_s, 0, 0);
        bool holds = object.definition.contains("\nBEGIN ATOMIC\n"_L1);
        for (const QString& word : wordsIn(signature)) {
            const Schema::Key table{Kind::Table, object.schema, {}, word};
            holds = holds || (m_found.find(table) != nullptr && m_after.find(table) == nullptr);
        }
        bool isCalled = false;
        for (const SchemaObject* user : holds ? usersOf(name) : QList<const SchemaObject*>())
            isCalled = isCalled || user->kind == Kind::Column;
        phase = holds && !isCalled ? DropFunctionsOnTables : DropFunctions;
    }
    m_gone.insert(keyOf(object));
    add(phase, object, u"DROP "_s + objectReference(keyOf(object)), false, isAggregate ? 0 : 1);
}

void Mender::dropTable(const SchemaObject& object)
{
    if (isHeld(object))
        return;
    for (const SchemaObject& part : m_found.objectsOf(object.schema, object.name)) {
        if (part.kind == Kind::ForeignKey)
            drop(part);
    }
    // A partition goes with the table that it is part of; what inherits is dropped before.
    int depth = 0;
    for (const SchemaObject* parent : parentsOf(m_found, object.schema, object.name)) {
        const bool parentGoes =
            m_after.find({Kind::Table, parent->schema, {}, parent->name}) == nullptr;
        const bool isPartition = !TableParts::parse(object.definition).parent.isEmpty();
        if (parentGoes && isPartition)
            return;
        if (isPartition) // what refers to the whole table holds its partitions
            remakeForeignKeysTo(*parent, nullptr);
        depth = parentGoes ? 1 : depth;
    }
    add(DropTables, object, u"DROP TABLE "_s + qualifiedName(object.schema, object.name), true,
        1 - depth);
}

QList<const SchemaObject*> Mender::foreignKeysTo(const Schema& schema,
                                                 const RelationName& table) const
{
    QList<const SchemaObject*> result;
    for (const SchemaObject& key : schema.ofKind(Kind::ForeignKey)) {
        if (!key.definition.contains(table.second)) // cheaper than taking it apart
            continue;
        const ConstraintColumns link = constraintColumns(key.definition);
        const QString other = link.otherSchema.isEmpty() ? u"public"_s : link.otherSchema;
        if (table == RelationName(other, link.otherTable))
            result << &key;
    }
    return result;
}

void Mender::remakeForeignKeysTo(const SchemaObject& table, const SchemaObject* key)
{
    for (const SchemaObject* other : foreignKeysTo(m_found, {table.schema, table.name})) {
        const bool isThisKey =
            key == nullptr || constraintColumns(other->definition).otherColumns ==
                                  constraintColumns(key->definition).columns;
        if (isThisKey)
            remake(*other);
    }
}

void Mender::dropConstraint(const SchemaObject& object)
{
    if (isInherited(m_found, object))
        return;
    const SchemaObject* table = m_found.find({Kind::Table, object.schema, {}, object.table});
    if (table != nullptr && (object.kind == Kind::PrimaryKey || object.kind == Kind::Unique))
        remakeForeignKeysTo(*table, &object);
    m_gone.insert(keyOf(object));
    add(object.kind == Kind::ForeignKey ? DropForeignKeys : DropConstraints, object,
        u"ALTER TABLE %1 DROP CONSTRAINT %2"_s.arg(qualifiedName(object.schema, object.table),
                                                   Connection::identifier(object.name)));
}

void Mender::dropIndex(const SchemaObject& object)
{
    if (belongsToConstraint(m_found, object))
        return;
    m_gone.insert(keyOf(object));
    // PostgreSQL drops it with the index of the whole table only.
    const QString whole = IndexParts::parse(object.definition).parent;
    for (const SchemaObject* parent : parentsOf(m_found, object.schema, object.table)) {
        for (const SchemaObject& part : m_found.objectsOf(parent->schema, parent->name)) {
            if (part.kind != Kind::Index || !isNameOf(whole, part.schema, part.name))
                continue;
            const SchemaObject* wanted = m_after.find(keyOf(part));
            if (wanted == nullptr || IndexParts::parse(wanted->definition).structure() !=
                                         IndexParts::parse(part.definition).structure())
                return;
        }
    }
    add(DropIndexes, object, u"DROP INDEX "_s + qualifiedName(object.schema, object.name));
}

} // namespace socrates::core
