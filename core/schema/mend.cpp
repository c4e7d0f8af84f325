// SPDX-License-Identifier: MIT
#include "core/schema/mend.h"

#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/aspects.h"
#include "core/schema/constraintcolumns.h"
#include "core/schema/definitionparts.h"
#include "core/schema/mender.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

namespace {

bool isConstraint(Kind kind)
{
    return kind == Kind::PrimaryKey || kind == Kind::Unique || kind == Kind::ForeignKey ||
           kind == Kind::Check || kind == Kind::Exclusion;
}

QString placeOf(const QString& schema, const QString& table, const QString& name)
{
    return schema + u'\n' + table + u'\n' + name;
}

} // namespace

Mender::Mender(const Schema& expected, const Schema& found, const Comparison& comparison)
    : m_expected(expected), m_found(found)
{
    for (const ComparisonLine& line : comparison.lines) {
        if (line.outcome != Outcome::Match)
            m_differing.insert(placeOf(line.schema, line.table, line.name));
    }
}

const SchemaObject* Mender::find(const Schema& schema, const ComparisonLine& line) const
{
    if (const auto* found = schema.find({line.kind, line.schema, line.table, line.name}))
        return found;
    for (const SchemaObject& object : schema.objects()) { // a sequence of another column
        if (object.kind == line.kind && object.schema == line.schema && object.name == line.name &&
            object.kind == Kind::Sequence)
            return &object;
    }
    return nullptr;
}

bool Mender::belongsToConstraint(const Schema& schema, const SchemaObject& object) const
{
    if (object.kind == Kind::Sequence)
        return object.definition.contains(" identity of "_L1);
    if (object.kind != Kind::Index)
        return false;
    for (const Kind kind : {Kind::PrimaryKey, Kind::Unique, Kind::Exclusion}) {
        if (schema.find({kind, object.schema, object.table, object.name}) != nullptr)
            return true;
    }
    return false;
}

QList<const SchemaObject*> Mender::parentsOf(const Schema& schema, const QString& schemaName,
                                             const QString& table) const
{
    QList<const SchemaObject*> result;
    const SchemaObject* own = schema.find({Kind::Table, schemaName, {}, table});
    if (own == nullptr)
        return result;
    const TableParts parts = TableParts::parse(own->definition);
    const QStringList names = parts.parent.isEmpty() ? parts.parents : QStringList{parts.parent};
    if (names.isEmpty())
        return result;
    for (const SchemaObject& other : schema.tables()) {
        const bool isOne =
            std::any_of(names.begin(), names.end(), [&other](const QString& written) {
                return isNameOf(written, other.schema, other.name);
            });
        if (isOne)
            result << schema.find({Kind::Table, other.schema, {}, other.name});
    }
    return result;
}

bool Mender::isInherited(const Schema& schema, const SchemaObject& part) const
{
    for (const SchemaObject* parent : parentsOf(schema, part.schema, part.table)) {
        const SchemaObject* same =
            schema.find({part.kind, parent->schema, parent->name, part.name});
        if (same != nullptr)
            return true;
        // Keys of a partition have names of their own; their indexes say whose they are.
        const SchemaObject* index = schema.find({Kind::Index, part.schema, part.table, part.name});
        if (index != nullptr && isConstraint(part.kind) &&
            !IndexParts::parse(index->definition).parent.isEmpty())
            return true;
    }
    return false;
}

bool Mender::isTableOnBothSides(const SchemaObject& part) const
{
    return m_expected.find({Kind::Table, part.schema, {}, part.table}) != nullptr &&
           m_found.find({Kind::Table, part.schema, {}, part.table}) != nullptr;
}

bool Mender::isFirst(const char* deed, const SchemaObject& object)
{
    const QString key = QLatin1StringView(deed) + u' ' + kindText(object.kind) + u' ' +
                        placeOf(object.schema, object.table, object.name);
    const bool isNew = !m_done.contains(key);
    m_done.insert(key);
    return isNew;
}

void Mender::add(Phase phase, const SchemaObject& object, const QString& sql, bool destroys,
                 int step)
{
    const QString name = object.table.isEmpty() || isAspect(object.kind)
                             ? object.name
                             : object.table + u'.' + object.name;
    const QString kind = isAspect(object.kind) ? aspectText(object.kind) : kindText(object.kind);
    m_statements << MendStatement{kind + u' ' + name, sql, {}, destroys, phase * kSteps + step};
}

void Mender::refuse(const SchemaObject& object, const QString& reason)
{
    add(Phase(0), object, {});
    m_statements.last().note = reason;
}

void Mender::refuseOther(const SchemaObject& from, const SchemaObject& to)
{
    refuse(to, Texts::tr("data may stand on it: expected %1, found %2")
                   .arg(to.definition, from.definition));
}

void Mender::drop(const SchemaObject& object)
{
    if (!isFirst("drop", object))
        return;
    const QString table = qualifiedName(object.schema, object.table);
    const QString reference =
        objectReference({object.kind, object.schema, object.table, object.name});
    if (isConstraint(object.kind))
        return dropConstraint(object);
    switch (object.kind) {
    case Kind::View:
    case Kind::MaterializedView:
        return add(DropViews, object, u"DROP "_s + reference, false,
                   kSteps - 1 - depthOf(m_found, object));
    case Kind::Trigger:
    case Kind::Policy:
    case Kind::Rule:
        return add(DropTriggers, object, u"DROP "_s + reference);
    case Kind::Index:
        return dropIndex(object);
    case Kind::Statistics:
        return add(DropIndexes, object, u"DROP "_s + reference);
    case Kind::Column:
        if (!isInherited(m_found, object))
            add(DropColumns, object,
                u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table, Connection::identifier(object.name)),
                true);
        return;
    case Kind::Table:
        return dropTable(object);
    case Kind::Sequence:
        if (!belongsToConstraint(m_found, object))
            add(DropSequences, object, u"DROP "_s + reference, true);
        return;
    case Kind::Function:
    case Kind::Aggregate:
        return add(DropFunctions, object, u"DROP "_s + reference, false,
                   object.kind == Kind::Function ? 1 : 0);
    case Kind::Domain:
        return add(DropTypes, object, u"DROP "_s + reference);
    case Kind::Enum:
    case Kind::CompositeType:
    case Kind::RangeType:
    case Kind::Collation:
        return add(DropTypesUnderTypes, object, u"DROP "_s + reference);
    case Kind::Extension:
        return add(DropExtensions, object, u"DROP "_s + reference);
    case Kind::EventTrigger:
        return add(DropTriggers, object, u"DROP "_s + reference);
    case Kind::Schema:
        return add(DropSchemas, object, u"DROP "_s + reference);
    default:
        return setAspect(object, false);
    }
}

void Mender::dropTable(const SchemaObject& object)
{
    for (const SchemaObject& part : m_found.objectsOf(object.schema, object.name)) {
        if (part.kind == Kind::ForeignKey)
            drop(part);
    }
    // A partition goes with the table that it is part of; what inherits is dropped before.
    int depth = 0;
    for (const SchemaObject* parent : parentsOf(m_found, object.schema, object.name)) {
        const bool parentGoes =
            m_expected.find({Kind::Table, parent->schema, {}, parent->name}) == nullptr;
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

void Mender::remakeForeignKeysTo(const SchemaObject& table, const SchemaObject* key)
{
    for (const SchemaObject& other : m_found.objects()) {
        if (other.kind != Kind::ForeignKey)
            continue;
        const ConstraintColumns link = constraintColumns(other.definition);
        const SchemaObject* wanted =
            m_expected.find({other.kind, other.schema, other.table, other.name});
        const bool isThisKey =
            key == nullptr || link.otherColumns == constraintColumns(key->definition).columns;
        if (link.otherTable != table.name || !isThisKey || wanted == nullptr)
            continue;
        drop(other);
        create(*wanted);
    }
}

void Mender::dropConstraint(const SchemaObject& object)
{
    if (isInherited(m_found, object))
        return;
    const SchemaObject* table = m_found.find({Kind::Table, object.schema, {}, object.table});
    if (table != nullptr && (object.kind == Kind::PrimaryKey || object.kind == Kind::Unique))
        remakeForeignKeysTo(*table, &object);
    add(object.kind == Kind::ForeignKey ? DropForeignKeys : DropConstraints, object,
        u"ALTER TABLE %1 DROP CONSTRAINT %2"_s.arg(qualifiedName(object.schema, object.table),
                                                   Connection::identifier(object.name)));
}

void Mender::dropIndex(const SchemaObject& object)
{
    if (belongsToConstraint(m_found, object))
        return;
    // PostgreSQL drops it with the index of the whole table only.
    const QString whole = IndexParts::parse(object.definition).parent;
    for (const SchemaObject* parent : parentsOf(m_found, object.schema, object.table)) {
        for (const SchemaObject& part : m_found.objectsOf(parent->schema, parent->name)) {
            if (part.kind != Kind::Index || !isNameOf(whole, part.schema, part.name))
                continue;
            const SchemaObject* wanted =
                m_expected.find({part.kind, part.schema, part.table, part.name});
            if (wanted == nullptr || IndexParts::parse(wanted->definition).structure() !=
                                         IndexParts::parse(part.definition).structure())
                return;
        }
    }
    add(DropIndexes, object, u"DROP INDEX "_s + qualifiedName(object.schema, object.name));
}

void Mender::mend(const ComparisonLine& line)
{
    const SchemaObject* wanted = find(m_expected, line);
    const SchemaObject* there = find(m_found, line);
    if (isAspect(line.kind)) {
        if (line.outcome == Outcome::Extra && there != nullptr)
            setAspect(*there, false);
        else if (line.outcome != Outcome::Match && wanted != nullptr)
            setAspect(*wanted, true);
        else if (line.outcome != Outcome::Match && there != nullptr)
            refuse(*there, Texts::tr("no revision says whose it is"));
        return;
    }
    if (line.outcome == Outcome::Missing && wanted != nullptr)
        create(*wanted);
    else if (line.outcome == Outcome::Extra && there != nullptr)
        drop(*there);
    else if (line.outcome == Outcome::Different && wanted != nullptr && there != nullptr)
        alter(*there, *wanted);
}

int Mender::depthOf(const Schema& schema, const SchemaObject& view, int guard) const
{
    constexpr int kDeepest = 50; // views cannot be circular; names in comments of texts might be
    int depth = 0;
    if (guard > kDeepest)
        return depth;
    for (const Kind kind : {Kind::View, Kind::MaterializedView}) {
        for (auto it = schema.objects().lowerBound({kind, {}, {}, {}});
             it != schema.objects().cend() && it->kind == kind; ++it) {
            if (it.key() != Schema::Key{view.kind, view.schema, view.table, view.name} &&
                mentions(view.definition, it->name))
                depth = qMax(depth, 1 + depthOf(schema, *it, guard + 1));
        }
    }
    return qMin(depth, kDeepest);
}

QList<MendStatement> Mender::takeStatements()
{
    std::stable_sort(
        m_statements.begin(), m_statements.end(),
        [](const MendStatement& a, const MendStatement& b) { return a.phase < b.phase; });
    return std::move(m_statements);
}

QList<MendStatement> mendStatements(const Schema& expected, const Schema& found,
                                    const Comparison& comparison)
{
    Mender mender(expected, found, comparison);
    for (const ComparisonLine& line : comparison.lines)
        mender.mend(line);
    return mender.takeStatements();
}

QStringList redundantIndexes(const Schema& schema)
{
    QStringList result;
    QMap<std::pair<QString, QString>, QString> unique; // table, what is indexed -> name
    const auto tableOf = [](const SchemaObject& index) {
        return index.schema + u'.' + index.table;
    };
    for (const SchemaObject& object : schema.objects()) {
        if (object.kind == Kind::Index && object.definition.startsWith("unique "_L1))
            unique.insert({tableOf(object), object.definition.mid(7)}, object.name);
    }
    for (const SchemaObject& object : schema.objects()) {
        const QString other = unique.value({tableOf(object), object.definition});
        if (object.kind == Kind::Index && !other.isEmpty())
            result << Texts::tr("index %1.%2 repeats %3, which PostgreSQL uses as well")
                          .arg(object.table, object.name, other);
    }
    return result;
}

} // namespace socrates::core
