// SPDX-License-Identifier: MIT
// What is other than expected is made as expected, where no data can be lost by it.
#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

namespace {

/// Whether a conversion that is asked for may take something from a value, which PostgreSQL does
/// without a word.
bool mayCut(const QString& old, const QString& wanted)
{
    if (old == wanted || wanted == "text"_L1 || wanted == "character varying"_L1)
        return false;
    static const QStringList wider{u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s};
    if (wider.contains(old) && wider.contains(wanted))
        return wider.indexOf(wanted) < wider.indexOf(old);
    static const QRegularExpression varying(uR"(^character varying\((\d+)\)$)"_s);
    const auto from = varying.match(old);
    const auto to = varying.match(wanted);
    if (from.hasMatch() && to.hasMatch())
        return to.captured(1).toInt() < from.captured(1).toInt();
    return !(old == "real"_L1 && wanted == "double precision"_L1);
}

} // namespace

void Mender::alter(const SchemaObject& from, const SchemaObject& to)
{
    switch (to.kind) {
    case Kind::Column:
        return alterColumn(from, to);
    case Kind::Function:
        return alterFunction(from, to);
    case Kind::Table:
        return alterTable(from, to);
    case Kind::Index:
        return alterIndex(from, to);
    case Kind::Sequence:
        return alterSequence(from, to);
    case Kind::Enum:
        return alterEnum(from, to);
    case Kind::Domain:
        return alterDomain(from, to);
    case Kind::CompositeType:
        return alterComposite(from, to);
    case Kind::Trigger:
    case Kind::Rule:
    case Kind::EventTrigger:
        return alterSwitched(from, to);
    case Kind::View:
    case Kind::MaterializedView:
        return alterView(from, to);
    case Kind::Extension:
        return add(CreateExtensions, to,
                   u"ALTER EXTENSION %1 SET SCHEMA %2"_s.arg(
                       Connection::identifier(to.name),
                       Connection::identifier(to.definition.mid(10)))); // "in schema "
    case Kind::RangeType:
    case Kind::Collation:
        return refuseOther(from, to);
    case Kind::Aggregate:
        if (to.definition.contains(") ordered by "_L1))
            return refuseOther(from, to);
        return remake(from);
    case Kind::Policy:
        return areRoles(to) ? remake(from) : void();
    default:
        return remake(from);
    }
}

void Mender::alterColumn(const SchemaObject& from, const SchemaObject& to)
{
    if (m_found.find({Kind::Table, to.schema, {}, to.table}) == nullptr)
        return alterViewColumn(from, to);
    const ColumnParts old = ColumnParts::parse(from.definition);
    ColumnParts wanted = ColumnParts::parse(to.definition);
    if (wanted.isIdentity() && old.generated.isEmpty() && isIdentityOfWhole(to))
        wanted.generated.clear();
    // What a parent's column is made, but for its default, this one is made with it.
    for (const SchemaObject* parent : parentsOf(m_found, to.schema, to.table)) {
        if (m_differing.contains({Kind::Column, parent->schema, parent->name, to.name})) {
            alterDefault(to, old, wanted);
            alterColumnSettings(to, old, wanted, SetInheritedColumns);
            return remakeWhatUses(from);
        }
    }
    const QString column = Connection::identifier(to.name);
    const QString start =
        u"ALTER TABLE %1 ALTER COLUMN %2 "_s.arg(qualifiedName(to.schema, to.table), column);
    const bool isExpression = old.generated != wanted.generated &&
                              !(old.isIdentity() || old.generated.isEmpty()) &&
                              !wanted.generated.isEmpty();
    if (isExpression ||
        (old.generated != wanted.generated && !wanted.isIdentity() && !wanted.generated.isEmpty()))
        return alterGenerated(from, to);
    if (!old.generated.isEmpty() && wanted.generated.isEmpty())
        add(AlterColumns, to,
            start + (old.isIdentity() ? u"DROP IDENTITY"_s : u"DROP EXPRESSION"_s));
    const bool isTypeOther = old.type != wanted.type;
    alterDefault(to, old, wanted);
    if (isTypeOther) {
        remakeWhatUses(from);
        const QString type = wanted.type.section(u" collate "_s, 0, 0);
        add(AlterColumns, to,
            start + (old.generated.isEmpty() || old.isIdentity()
                         ? u"TYPE %1 USING %2::%3"_s.arg(wanted.type, column, type)
                         : u"TYPE "_s + wanted.type));
        const bool isConverted = old.generated.isEmpty() || old.isIdentity();
        if (isConverted && mayCut(old.type.section(u" collate "_s, 0, 0), type)) {
            m_statements.last().destroysData = true;
            m_statements.last().narrowedTo = type;
        }
    }
    if (old.isNotNull != wanted.isNotNull)
        add(AlterColumns, to, start + (wanted.isNotNull ? u"SET NOT NULL"_s : u"DROP NOT NULL"_s));
    else if (from.definition.contains(" not null no inherit"_L1) !=
                 to.definition.contains(" not null no inherit"_L1) ||
             from.definition.contains(" not valid"_L1) != to.definition.contains(" not valid"_L1))
        refuse(to, Texts::tr("its not-null constraint: expected %1, found %2")
                       .arg(to.definition, from.definition));
    if (old.generated != wanted.generated && wanted.isIdentity()) {
        const QString kind = wanted.generated.section(u" as "_s, 0, 0).toUpper();
        const bool isNew = old.generated.isEmpty();
        add(AlterColumns, to,
            start + (isNew ? u"ADD %1 AS IDENTITY%2"_s.arg(kind, identityOptions(to))
                           : u"SET "_s + kind));
        if (isNew)
            passRowsOfIdentity(to);
    }
    alterColumnSettings(to, old, wanted);
}

/// Of this table only: a partition may have one of its own.
void Mender::alterDefault(const SchemaObject& to, const ColumnParts& old, const ColumnParts& wanted)
{
    const QString start = u"ALTER TABLE ONLY %1 ALTER COLUMN %2 "_s.arg(
        qualifiedName(to.schema, to.table), Connection::identifier(to.name));
    const bool isTypeOther = old.type != wanted.type;
    if (!old.fallback.isEmpty() && (isTypeOther || wanted.fallback.isEmpty()))
        add(DropDefaults, to, start + u"DROP DEFAULT"_s);
    if (!wanted.fallback.isEmpty() && (isTypeOther || old.fallback != wanted.fallback))
        add(AlterColumns, to, start + u"SET DEFAULT "_s + wanted.fallback, false, 2);
}

void Mender::alterViewColumn(const SchemaObject& from, const SchemaObject& to)
{
    const ColumnParts old = ColumnParts::parse(from.definition);
    const ColumnParts wanted = ColumnParts::parse(to.definition);
    if (m_after.find({Kind::View, to.schema, {}, to.table}) == nullptr)
        return alterColumnSettings(to, old, wanted);
    if (old.fallback == wanted.fallback)
        return;
    add(CreateTriggers, to,
        u"ALTER VIEW %1 ALTER COLUMN %2 %3"_s.arg(
            qualifiedName(to.schema, to.table), Connection::identifier(to.name),
            wanted.fallback.isEmpty() ? u"DROP DEFAULT"_s : u"SET DEFAULT "_s + wanted.fallback));
}

/// What is computed can be computed again, but not in place before PostgreSQL 17.
void Mender::alterGenerated(const SchemaObject& from, const SchemaObject& to)
{
    const QString table = qualifiedName(to.schema, to.table);
    const QString column = Connection::identifier(to.name);
    const ColumnParts old = ColumnParts::parse(from.definition);
    const ColumnParts wanted = ColumnParts::parse(to.definition);
    remakeWhatUses(from);
    const bool isComputed = !old.generated.isEmpty() && !old.isIdentity();
    m_gone.insert(keyOf(from));
    add(DropGenerated, to, u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table, column), !isComputed);
    add(AlterColumns, to, u"ALTER TABLE %1 ADD COLUMN %2 %3"_s.arg(table, column, columnClause(to)),
        false, 1);
    setColumn(to, wanted);
    remakeInChildren(from);
    remakeWhatHangsOn(from);
}

void Mender::alterColumnSettings(const SchemaObject& to, ColumnParts old, const ColumnParts& wanted,
                                 Phase at)
{
    if (old.type != wanted.type) { // the new type's own are set with it
        old.storage.clear();
        old.compression.clear();
    }
    const QString start = u"ALTER TABLE %1 ALTER COLUMN %2 "_s.arg(
        qualifiedName(to.schema, to.table), Connection::identifier(to.name));
    const Phase phase = phaseOf(at, to);
    if (old.storage != wanted.storage) {
        // SET STORAGE DEFAULT is of PostgreSQL 16.
        static const QRegularExpression inMain(u"^(numeric|inet|cidr)\\b"_s);
        const QString usual = inMain.match(wanted.type).hasMatch() ? u"MAIN"_s : u"EXTENDED"_s;
        add(phase, to,
            start + u"SET STORAGE "_s +
                (wanted.storage.isEmpty() ? usual : wanted.storage.toUpper()));
    }
    setOptions(phase, to, start, old.options, wanted.options);
    if (old.statistics != wanted.statistics)
        add(phase, to,
            start + u"SET STATISTICS "_s +
                (wanted.statistics.isEmpty() ? u"-1"_s : wanted.statistics));
    if (old.compression != wanted.compression)
        add(phase, to,
            start + u"SET COMPRESSION "_s +
                (wanted.compression.isEmpty() ? u"default"_s : wanted.compression));
}

void Mender::setOptions(Phase phase, const SchemaObject& to, const QString& start,
                        const QString& old, const QString& wanted)
{
    if (old == wanted)
        return;
    QStringList names;
    for (const QString& option : splitAtCommas(old))
        names << option.section(u'=', 0, 0);
    if (!names.isEmpty())
        add(phase, to, start + u"RESET (%1)"_s.arg(names.join(u", "_s)));
    if (!wanted.isEmpty())
        add(phase, to, start + u"SET (%1)"_s.arg(wanted));
}

void Mender::alterTable(const SchemaObject& from, const SchemaObject& to)
{
    const TableParts old = TableParts::parse(from.definition);
    const TableParts wanted = TableParts::parse(to.definition);
    if (old.partitionBy != wanted.partitionBy || old.method != wanted.method ||
        old.ofType != wanted.ofType)
        return refuseOther(from, to);
    setTable(to, old, wanted);
}

void Mender::setTable(const SchemaObject& to, const TableParts& old, const TableParts& wanted)
{
    const QString start = u"ALTER TABLE %1 "_s.arg(qualifiedName(to.schema, to.name));
    if (old.isUnlogged != wanted.isUnlogged)
        add(AlterTables, to, start + (wanted.isUnlogged ? u"SET UNLOGGED"_s : u"SET LOGGED"_s));
    setOptions(AlterTables, to, start, old.options, wanted.options);
    if (old.hasRowSecurity != wanted.hasRowSecurity)
        add(AlterTables, to,
            start + (wanted.hasRowSecurity ? u"ENABLE"_s : u"DISABLE"_s) +
                u" ROW LEVEL SECURITY"_s);
    if (old.isRowSecurityForced != wanted.isRowSecurityForced)
        add(AlterTables, to,
            start + (wanted.isRowSecurityForced ? u"FORCE"_s : u"NO FORCE"_s) +
                u" ROW LEVEL SECURITY"_s);
    if (old.replicaIdentity != wanted.replicaIdentity)
        add(AlterTables, to,
            start + u"REPLICA IDENTITY "_s +
                (wanted.replicaIdentity.isEmpty() ? u"DEFAULT"_s
                                                  : wanted.replicaIdentity.toUpper()));
    alterPartition(to, old, wanted);
}

void Mender::alterPartition(const SchemaObject& to, const TableParts& old, const TableParts& wanted)
{
    const QString own = qualifiedName(to.schema, to.name);
    if (old.parent != wanted.parent || old.bound != wanted.bound) {
        if (!old.parent.isEmpty())
            add(Detach, to, u"ALTER TABLE %1 DETACH PARTITION %2"_s.arg(old.parent, own));
        if (!wanted.parent.isEmpty())
            add(Attach, to,
                u"ALTER TABLE %1 ATTACH PARTITION %2 %3"_s.arg(wanted.parent, own, wanted.bound));
    }
    for (const QString& parent : old.parents) {
        if (!wanted.parents.contains(parent))
            add(Detach, to, u"ALTER TABLE %1 NO INHERIT %2"_s.arg(own, parent));
    }
    if (m_found.find({Kind::Table, to.schema, {}, to.name}) == nullptr)
        return;
    for (const QString& parent : wanted.parents) {
        if (!old.parents.contains(parent))
            add(Attach, to, u"ALTER TABLE %1 INHERIT %2"_s.arg(own, parent));
    }
}

void Mender::alterIndex(const SchemaObject& from, const SchemaObject& to)
{
    const IndexParts old = IndexParts::parse(from.definition);
    const IndexParts wanted = IndexParts::parse(to.definition);
    const QString own = qualifiedName(to.schema, to.name);
    const QString table = qualifiedName(to.schema, to.table);
    if (old.structure() != wanted.structure() || old.isInvalid ||
        old.statistics != wanted.statistics) {
        if (belongsToConstraint(m_after, to) && belongsToConstraint(m_found, from))
            return; // the constraint differs too
        remake(from);
        for (const SchemaObject& part : m_after.ofKind(Kind::Index)) {
            if (part.definition.contains(" partition of "_L1) && part.table != to.table &&
                isNameOf(IndexParts::parse(part.definition).parent, to.schema, to.name)) {
                m_gone.insert(keyOf(part));
                create(part);
            }
        }
        return;
    }
    setOptions(phaseOf(SetIndexes, to), to, u"ALTER INDEX %1 "_s.arg(own), old.options,
               wanted.options);
    if (old.isClustered != wanted.isClustered)
        add(phaseOf(SetIndexes, to), to,
            wanted.isClustered
                ? u"ALTER TABLE %1 CLUSTER ON %2"_s.arg(table, Connection::identifier(to.name))
                : u"ALTER TABLE %1 SET WITHOUT CLUSTER"_s.arg(table));
    if (old.isReplicaIdentity != wanted.isReplicaIdentity)
        add(phaseOf(SetIndexes, to), to,
            wanted.isReplicaIdentity ? u"ALTER TABLE %1 REPLICA IDENTITY USING INDEX %2"_s.arg(
                                           table, Connection::identifier(to.name))
                                     : u"ALTER TABLE %1 REPLICA IDENTITY DEFAULT"_s.arg(table));
    if (old.parent.isEmpty() && !wanted.parent.isEmpty())
        add(Attach, to, u"ALTER INDEX %1 ATTACH PARTITION %2"_s.arg(wanted.parent, own));
    else if (old.parent != wanted.parent)
        refuseOther(from, to);
}

void Mender::alterFunction(const SchemaObject& from, const SchemaObject& to)
{
    const auto signature = [](const SchemaObject& object) {
        return object.definition.section(u"\n LANGUAGE "_s, 0, 0);
    };
    if (signature(from) == signature(to))
        return create(to); // CREATE OR REPLACE
    const QString name = bareRoutineName(from.name);
    for (const SchemaObject* other : usersOf(name)) {
        const bool holds =
            other->kind == Kind::Domain ||
            (other->kind == Kind::Function && other->definition.contains("\nBEGIN ATOMIC\n"_L1) &&
             keyOf(*other) != keyOf(from));
        if (holds)
            return refuse(to, Texts::tr("it cannot be made again while %1 %2 calls it")
                                  .arg(kindText(other->kind), other->name));
    }
    remake(from);
    remakeWhatCalls(from);
}

void Mender::alterSwitched(const SchemaObject& from, const SchemaObject& to)
{
    const SwitchedParts wanted = SwitchedParts::parse(to.definition);
    if (SwitchedParts::parse(from.definition).statement != wanted.statement)
        return remake(from);
    const QString name = Connection::identifier(to.name);
    if (to.kind == Kind::EventTrigger)
        return add(SwitchTriggers, to, u"ALTER EVENT TRIGGER %1 %2"_s.arg(name, wanted.word()));
    add(SwitchTriggers, to,
        u"ALTER TABLE %1 %2 %3 %4"_s.arg(qualifiedName(to.schema, to.table), wanted.word(),
                                         to.kind == Kind::Rule ? u"RULE"_s : u"TRIGGER"_s, name));
}

} // namespace socrates::core
