// SPDX-License-Identifier: MIT
// What is missing is made.
#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/aspects.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <QRegularExpression>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;

void Mender::create(const SchemaObject& object)
{
    if (!isFirst("create", object))
        return;
    switch (object.kind) {
    case Kind::PrimaryKey:
    case Kind::Unique:
    case Kind::ForeignKey:
    case Kind::Check:
    case Kind::Exclusion:
        createConstraint(object);
        break;
    case Kind::Table:
        createTable(object);
        break;
    case Kind::Column:
        createColumn(object);
        break;
    case Kind::Index:
        createIndex(object);
        break;
    case Kind::Sequence:
        createSequence(object);
        break;
    case Kind::Statistics:
        createStatistics(object);
        break;
    case Kind::Trigger:
    case Kind::Rule:
        createSwitched(object);
        break;
    case Kind::Policy:
        if (areRoles(object))
            add(CreateTriggers, object,
                u"CREATE POLICY %1 ON %2 AS %3"_s.arg(Connection::identifier(object.name),
                                                      qualifiedName(object.schema, object.table),
                                                      object.definition));
        break;
    default:
        createStandingAlone(object);
    }
}

void Mender::createColumn(const SchemaObject& object)
{
    if (isInherited(m_after, object) && isTableOnBothSides(object))
        return;
    add(AlterColumns, object,
        u"ALTER TABLE %1 ADD COLUMN %2 %3"_s.arg(qualifiedName(object.schema, object.table),
                                                 Connection::identifier(object.name),
                                                 columnClause(object)));
    setColumn(object, ColumnParts::parse(object.definition));
}

void Mender::createStatistics(const SchemaObject& object)
{
    static const QRegularExpression target(uR"( statistics (\d+)$)"_s);
    const auto match = target.match(object.definition);
    const QString own = qualifiedName(object.schema, object.name);
    add(phaseOf(CreateIndexes, object), object,
        u"CREATE STATISTICS %1 %2"_s.arg(own, object.definition.chopped(match.capturedLength())));
    if (match.hasMatch())
        add(phaseOf(SetIndexes, object), object,
            u"ALTER STATISTICS %1 SET STATISTICS %2"_s.arg(own, match.captured(1)));
}

void Mender::createSwitched(const SchemaObject& object)
{
    const SwitchedParts parts = SwitchedParts::parse(object.definition);
    if (!isInherited(m_after, object))
        add(CreateTriggers, object, parts.statement);
    if (!parts.state.isEmpty())
        add(SwitchTriggers, object,
            u"ALTER TABLE %1 %2 %3 %4"_s.arg(qualifiedName(object.schema, object.table),
                                             parts.word(),
                                             object.kind == Kind::Rule ? u"RULE"_s : u"TRIGGER"_s,
                                             Connection::identifier(object.name)));
}

QString Mender::columnClause(const SchemaObject& column) const
{
    ColumnParts parts = ColumnParts::parse(column.definition);
    if (parts.isIdentity() && isIdentityOfWhole(column))
        parts.generated.clear();
    else if (parts.isIdentity())
        parts.generated += identityOptions(column);
    return parts.clause();
}

bool Mender::isIdentityOfWhole(const SchemaObject& column) const
{
    const SchemaObject* table = m_after.find({Kind::Table, column.schema, {}, column.table});
    return m_after.serverMajor >= 17 && table != nullptr &&
           !TableParts::parse(table->definition).parent.isEmpty() && isInherited(m_after, column);
}

void Mender::setColumn(const SchemaObject& object, const ColumnParts& parts)
{
    ColumnParts plain = parts;
    plain.storage = plain.options = plain.statistics = plain.compression = QString();
    alterColumnSettings(object, plain, parts);
}

void Mender::createTable(const SchemaObject& object)
{
    const TableParts parts = TableParts::parse(object.definition);
    if (!parts.method.isEmpty())
        return refuse(
            object,
            Texts::tr("its form (%1) is not written by this program").arg(object.definition));
    if (const SchemaObject* taker = nameTaker(object))
        return refuse(object,
                      Texts::tr("the name %1 is taken by what %2 has")
                          .arg(taker->name, taker->table.isEmpty() ? taker->schema : taker->table));
    const QList<SchemaObject> all = m_after.objectsOf(object.schema, object.name);
    QStringList columns;
    for (const SchemaObject& part : all) {
        // What it inherits comes by itself, but for a default of its own.
        const bool isOwn =
            parts.parents.isEmpty() || !isInherited(m_after, part) || !isDefaultInherited(part);
        if (part.kind != Kind::Column || !isOwn)
            continue;
        const QString clause = columnClause(part);
        const QString type = ColumnParts::parse(part.definition).type;
        const QString name = u"\n    "_s + Connection::identifier(part.name) + u' ';
        if (parts.ofType.isEmpty())
            columns << name + clause;
        else if (clause != type) // the type gives the rest
            columns << name + u"WITH OPTIONS"_s + clause.mid(type.size());
    }
    const QString name = qualifiedName(object.schema, object.name);
    QString sql = u"CREATE %1TABLE %2 (%3\n)"_s.arg(parts.isUnlogged ? u"UNLOGGED "_s : QString(),
                                                    name, columns.join(u','));
    if (!parts.ofType.isEmpty())
        sql = u"CREATE %1TABLE %2 OF %3%4"_s.arg(
            parts.isUnlogged ? u"UNLOGGED "_s : QString(), name, parts.ofType,
            columns.isEmpty() ? QString() : u" (%1\n)"_s.arg(columns.join(u',')));
    if (!parts.parents.isEmpty())
        sql += u" INHERITS (%1)"_s.arg(parts.parents.join(u", "_s));
    if (!parts.partitionBy.isEmpty())
        sql += u" PARTITION BY "_s + parts.partitionBy;
    if (!parts.options.isEmpty())
        sql += u" WITH (%1)"_s.arg(parts.options);
    add(CreateTables, object, sql, false, parts.parents.isEmpty() ? 0 : 1);
    TableParts plain = parts;
    plain.hasRowSecurity = plain.isRowSecurityForced = false;
    plain.replicaIdentity = plain.parent = QString();
    setTable(object, plain, parts);
    for (const SchemaObject& part : all) {
        if (isAspect(part.kind))
            continue; // with what they speak of
        if (part.kind != Kind::Column) {
            create(part);
            continue;
        }
        const ColumnParts column = ColumnParts::parse(part.definition);
        setColumn(part, column);
        if (!parts.parents.isEmpty() && column.fallback.isEmpty() && isInherited(m_after, part) &&
            !isDefaultInherited(part))
            add(AlterColumns, part,
                u"ALTER TABLE ONLY %1 ALTER COLUMN %2 DROP DEFAULT"_s.arg(
                    name, Connection::identifier(part.name)));
    }
}

bool Mender::isDefaultInherited(const SchemaObject& column) const
{
    const QString own = ColumnParts::parse(column.definition).fallback;
    for (const SchemaObject* parent : parentsOf(m_after, column.schema, column.table)) {
        const SchemaObject* above =
            m_after.find({Kind::Column, parent->schema, parent->name, column.name});
        if (above != nullptr && ColumnParts::parse(above->definition).fallback != own)
            return false;
    }
    return true;
}

const SchemaObject* Mender::nameTaker(const SchemaObject& table) const
{
    QSet<QString> names{table.name};
    for (const SchemaObject& part : m_after.objectsOf(table.schema, table.name)) {
        if (part.kind == Kind::Index || part.kind == Kind::Sequence)
            names << part.name;
    }
    for (const Kind kind :
         {Kind::Table, Kind::View, Kind::MaterializedView, Kind::Index, Kind::Sequence}) {
        for (auto it = m_found.objects().lowerBound({kind, table.schema, {}, {}});
             it != m_found.objects().cend() && it->kind == kind && it->schema == table.schema;
             ++it) {
            const bool stays = m_after.find(it.key()) != nullptr && it->table != table.name;
            if (stays && names.contains(it->name))
                return &*it;
        }
    }
    return nullptr;
}

void Mender::createConstraint(const SchemaObject& object)
{
    const bool isNewTable = m_found.find({Kind::Table, object.schema, {}, object.table}) == nullptr;
    const bool isKey = object.kind != Kind::Check;
    // A new partition gets its own first, and hands them over when it is attached.
    if (isInherited(m_after, object) && !(isNewTable && isKey))
        return;
    add(object.kind == Kind::ForeignKey ? CreateForeignKeys : CreateConstraints, object,
        u"ALTER TABLE %1 ADD CONSTRAINT %2 %3"_s.arg(qualifiedName(object.schema, object.table),
                                                     Connection::identifier(object.name),
                                                     object.definition));
}

void Mender::createIndex(const SchemaObject& object)
{
    const IndexParts parts = IndexParts::parse(object.definition);
    const QString table = qualifiedName(object.schema, object.table);
    const QString name = Connection::identifier(object.name);
    const QString own = qualifiedName(object.schema, object.name);
    if (!belongsToConstraint(m_after, object)) {
        // Those of the innermost partitions first: an index of what is above takes them over, and
        // makes such as are not there under names of its own.
        const bool isPart = !parts.parent.isEmpty();
        const int depth = isPart ? partitionDepth(m_after, object.schema, object.table) : 0;
        add(isPart ? CreatePartIndexes : phaseOf(CreateIndexes, object), object,
            u"CREATE %1INDEX %2 ON %3 USING %4"_s.arg(parts.isUnique ? u"UNIQUE "_s : QString(),
                                                      name, table, parts.rest),
            false, isPart ? kSteps - 1 - qMin(depth, kSteps - 1) : 0);
        if (!parts.parent.isEmpty() && isTableOnBothSides(object))
            add(Attach, object, u"ALTER INDEX %1 ATTACH PARTITION %2"_s.arg(parts.parent, own));
    }
    if (parts.isClustered)
        add(phaseOf(SetIndexes, object), object,
            u"ALTER TABLE %1 CLUSTER ON %2"_s.arg(table, name));
    if (parts.isReplicaIdentity)
        add(phaseOf(SetIndexes, object), object,
            u"ALTER TABLE %1 REPLICA IDENTITY USING INDEX %2"_s.arg(table, name));
    for (const QString& entry : splitAtCommas(parts.statistics))
        add(phaseOf(SetIndexes, object), object,
            u"ALTER INDEX %1 ALTER COLUMN %2 SET STATISTICS %3"_s.arg(
                own, entry.section(u' ', 0, 0), entry.section(u' ', 1)));
}

void Mender::createView(const SchemaObject& object)
{
    const qsizetype end = object.definition.lastIndexOf(u';');
    const QString options = object.definition.mid(end + 1);
    const QString name = qualifiedName(object.schema, object.name);
    const bool isView = object.kind == Kind::View;
    const bool isReplaced = m_replacedViews.contains(keyOf(object));
    const QString word = isReplaced ? u"OR REPLACE VIEW"_s
                         : isView   ? u"VIEW"_s
                                    : u"MATERIALIZED VIEW"_s;
    add(CreateViews, object,
        u"CREATE %1 %2%3 AS\n%4"_s.arg(word, name, options, object.definition.left(end)), false,
        qMin(m_afterViews.depthOf(keyOf(object)), kSteps - 1));
    if (isReplaced)
        return;
    for (const SchemaObject& part : partsOf(m_after, {object.schema, object.name})) {
        if (part.kind == Kind::Column) {
            const ColumnParts parts = ColumnParts::parse(part.definition);
            if (!isView)
                setColumn(part, parts);
            else if (!parts.fallback.isEmpty())
                add(CreateTriggers, part,
                    u"ALTER VIEW %1 ALTER COLUMN %2 SET DEFAULT %3"_s.arg(
                        name, Connection::identifier(part.name), parts.fallback));
        } else if (!isAspect(part.kind)) {
            create(part);
        }
    }
}

void Mender::createStandingAlone(const SchemaObject& object)
{
    const QString name = qualifiedName(object.schema, object.name);
    const QString& definition = object.definition;
    switch (object.kind) {
    case Kind::Schema:
        return add(CreateSchemas, object,
                   u"CREATE SCHEMA "_s + Connection::identifier(object.name));
    case Kind::Extension:
        return add(CreateExtensions, object,
                   u"CREATE EXTENSION %1 SCHEMA %2"_s.arg(
                       Connection::identifier(object.name),
                       Connection::identifier(definition.mid(10)))); // "in schema "
    case Kind::Collation:
        return add(CreateTypes, object, u"CREATE COLLATION %1 %2"_s.arg(name, definition));
    case Kind::Enum:
        return add(CreateTypes, object, u"CREATE TYPE %1 AS ENUM %2"_s.arg(name, definition));
    case Kind::CompositeType:
        return add(CreateTypesOfTypes, object, u"CREATE TYPE %1 AS %2"_s.arg(name, definition));
    case Kind::RangeType:
        return add(CreateTypesOfTypes, object,
                   u"CREATE TYPE %1 AS RANGE %2"_s.arg(name, definition));
    case Kind::Domain:
        return add(CreateTypesOfTypes, object, u"CREATE DOMAIN %1 AS %2"_s.arg(name, definition));
    case Kind::Function:
        m_newFunctions << m_after.find(keyOf(object));
        return;
    case Kind::Aggregate:
        return createAggregate(object);
    case Kind::EventTrigger: {
        const SwitchedParts parts = SwitchedParts::parse(definition);
        const QString own = Connection::identifier(object.name);
        add(CreateTriggers, object, u"CREATE EVENT TRIGGER %1 %2"_s.arg(own, parts.statement));
        if (!parts.state.isEmpty())
            add(SwitchTriggers, object, u"ALTER EVENT TRIGGER %1 %2"_s.arg(own, parts.word()));
        return;
    }
    case Kind::View:
    case Kind::MaterializedView:
        return createView(object);
    default:
        return refuse(object, Texts::tr("this kind is not written by this program"));
    }
}

} // namespace socrates::core
