// SPDX-License-Identifier: MIT
#include "core/schema/mend.h"

#include "core/base/texts.h"
#include "core/postgres/connection.h"
#include "core/schema/aspects.h"
#include "core/schema/constraintcolumns.h"
#include "core/schema/definitionparts.h"
#include "core/schema/makername.h"
#include "core/schema/mender.h"
#include "core/schema/renames.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

namespace {

QString placeOf(const QString& schema, const QString& table, const QString& name)
{
    return schema + u'\n' + table + u'\n' + name;
}

/// What is named as it should be first, for all else goes by that. An index that is a constraint's
/// is named with it.
QList<MendStatement> renameStatements(const QList<Rename>& renames)
{
    QList<MendStatement> statements;
    for (const Rename& rename : renames) {
        const bool isOfConstraint =
            rename.found.kind == Kind::Index &&
            std::any_of(renames.begin(), renames.end(), [&rename](const Rename& other) {
                return isConstraint(other.found.kind) &&
                       other.found.schema == rename.found.schema &&
                       other.found.table == rename.found.table &&
                       other.found.name == rename.found.name;
            });
        if (isOfConstraint)
            continue;
        const Schema::Key key = rename.expected();
        const QString name = key.table.isEmpty() ? key.name : key.table + u'.' + key.name;
        statements << MendStatement{kindText(key.kind) + u' ' + name, renameSql(rename)};
    }
    return statements;
}

} // namespace

Mender::Mender(const Schema& expected, const Schema& found, const Comparison& comparison,
               const MendOptions& options)
    : m_found(found)
    , m_after(schemaAfter(expected, found, comparison))
    , m_options(options)
    , m_foundViews(m_found)
    , m_afterViews(m_after)
{
    for (const ComparisonLine& line : comparison.lines) {
        if (line.outcome != Outcome::Match)
            m_differing.insert({line.kind, line.schema, line.table, line.name});
        if (line.kind == Kind::DefaultGrant && line.outcome != Outcome::Missing) {
            const Schema::Key key{line.kind, line.schema, line.table, line.name};
            m_comparedDefaults.insert(key, privilegesOf(line.found, key, found.serverMajor));
        }
    }
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
    const QString side = &schema == &m_found ? u"found"_s : u"after"_s;
    const QString key = placeOf(side, schemaName, table);
    if (const auto known = m_parents.constFind(key); known != m_parents.cend())
        return *known;
    QList<const SchemaObject*> parents;
    if (const auto* own = schema.find({Kind::Table, schemaName, {}, table})) {
        const TableParts parts = TableParts::parse(own->definition);
        const QStringList names =
            parts.parent.isEmpty() ? parts.parents : QStringList{parts.parent};
        for (const QString& written : names) {
            const auto [parentSchema, name] = nameParts(written);
            if (const auto* parent = schema.find({Kind::Table, parentSchema, {}, name}))
                parents << parent;
        }
    }
    m_parents.insert(key, parents);
    return parents;
}

bool Mender::isInherited(const Schema& schema, const SchemaObject& part) const
{
    for (const SchemaObject* parent : parentsOf(schema, part.schema, part.table)) {
        const SchemaObject* same =
            schema.find({part.kind, parent->schema, parent->name, part.name});
        if (same != nullptr)
            return true;
        // A trigger is told by the partitions in between only where it is switched another way.
        SchemaObject above = part;
        above.table = parent->name;
        above.schema = parent->schema;
        if (part.kind == Kind::Trigger && isInherited(schema, above))
            return true;
        // Keys of a partition have names of their own; their indexes say whose they are.
        const SchemaObject* index = schema.find({Kind::Index, part.schema, part.table, part.name});
        if (index != nullptr && isConstraint(part.kind) &&
            !IndexParts::parse(index->definition).parent.isEmpty())
            return true;
    }
    return false;
}

int Mender::partitionDepth(const Schema& schema, const QString& schemaName,
                           const QString& table) const
{
    int depth = 0;
    for (const SchemaObject* parent : parentsOf(schema, schemaName, table))
        depth = qMax(depth, 1 + partitionDepth(schema, parent->schema, parent->name));
    return depth;
}

bool Mender::isTableOnBothSides(const SchemaObject& part) const
{
    return m_after.find({Kind::Table, part.schema, {}, part.table}) != nullptr &&
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
    const bool isOfOthers = isAspect(object.kind) || object.kind == Kind::DefaultGrant;
    const QString kind = isOfOthers ? aspectText(object.kind) : kindText(object.kind);
    m_statements << MendStatement{kind + u' ' + name, sql, {}, destroys, phase * kSteps + step};
}

Mender::Phase Mender::phaseOf(Phase phase, const SchemaObject& part) const
{
    const bool isElsewhere = part.kind == Kind::Statistics && part.table.isEmpty();
    const auto [schema, name] =
        isElsewhere ? statisticsTarget(part.definition) : RelationName(part.schema, part.table);
    if (m_after.find({Kind::MaterializedView, schema, {}, name}) == nullptr)
        return phase;
    return phase == SetIndexes ? SetIndexesOfViews : CreateFunctionsOnTables;
}

void Mender::refuse(const SchemaObject& object, const QString& reason)
{
    add(Phase(0), object, {});
    m_statements.last().note = reason;
    if (m_found.find(keyOf(object)) == nullptr)
        m_refused.insert(keyOf(object));
}

void Mender::refuseOther(const SchemaObject& from, const SchemaObject& to)
{
    refuse(to, Texts::tr("data may stand on it: expected %1, found %2")
                   .arg(to.definition, from.definition));
}

void Mender::mend(const ComparisonLine& line)
{
    const SchemaObject* wanted = objectOf(m_after, line);
    const SchemaObject* there = objectOf(m_found, line);
    if (isAspect(line.kind)) { // written at the end, as what stands there by then has them
        const bool isKnown = wanted != nullptr && wanted->definition == line.expected;
        const SchemaObject* aspect = wanted != nullptr ? wanted : there;
        if (line.kind == Kind::Owner && line.outcome != Outcome::Match && !isKnown &&
            aspect != nullptr)
            refuse(*aspect, Texts::tr("no revision says whose it is"));
        return;
    }
    if (line.kind == Kind::DefaultGrant)
        return; // at the end, too: what is made before that is to have what it had
    if (line.outcome == Outcome::Missing && wanted != nullptr)
        create(*wanted);
    else if (line.outcome == Outcome::Extra && there != nullptr)
        drop(*there);
    else if (line.outcome == Outcome::Different && wanted != nullptr && there != nullptr)
        alter(*there, *wanted);
}

void Mender::putOffUseOfLabels()
{
    const auto addsLabel = [](const MendStatement& statement) {
        return statement.phase / kSteps == AddLabels;
    };
    const auto isUsed = [&](const std::pair<QString, const SchemaObject*>& added) {
        return std::any_of(
            m_statements.begin(), m_statements.end(), [&](const MendStatement& statement) {
                return !addsLabel(statement) && statement.phase / kSteps < SetOwners &&
                       statement.sql.contains(added.first) &&
                       mentions(statement.sql, added.second->name);
            });
    };
    m_newLabels.removeIf([&isUsed](const auto& added) { return !isUsed(added); });
    if (m_newLabels.isEmpty())
        return;
    m_statements.removeIf([&addsLabel](const MendStatement& statement) {
        return !addsLabel(statement) && statement.note.isEmpty();
    });
    for (const auto& [label, type] : std::as_const(m_newLabels))
        refuse(*type, Texts::tr("its new label %1 can be used only once it is committed: mend the "
                                "rest after that")
                          .arg(label));
}

QList<MendStatement> Mender::takeStatements()
{
    replaceViews();
    createFunctions();
    setAspects();
    putOffUseOfLabels();
    for (MendStatement& statement : m_statements)
        statement.sql = withoutSectionLines(statement.sql);
    std::stable_sort(
        m_statements.begin(), m_statements.end(),
        [](const MendStatement& a, const MendStatement& b) { return a.phase < b.phase; });
    return std::move(m_statements);
}

QList<MendStatement> mendStatements(const Schema& expected, const Schema& found,
                                    const Comparison& comparison, const MendOptions& options)
{
    const QList<Rename> renames = renamesIn(comparison);
    Schema there = renamed(found, renames);
    tellMaker(there, expected);
    Comparison rest = comparison;
    rest.lines.removeIf(
        [&renames](const ComparisonLine& line) { return isRenamed(line, renames); });
    QList<MendStatement> statements = renameStatements(renames);
    Mender mender(expected, there, rest, options);
    for (const ComparisonLine& line : rest.lines)
        mender.mend(line);
    return statements + mender.takeStatements();
}

Comparison onlyLine(const Comparison& whole, const ComparisonLine& line)
{
    Comparison only;
    for (const ComparisonLine& other : whole.lines) {
        const bool isSame = other.kind == line.kind && other.schema == line.schema &&
                            other.table == line.table && other.name == line.name;
        if (isSame || other.kind != Kind::DefaultGrant || other.outcome == Outcome::Missing)
            continue;
        only.lines << other;
        only.lines.last().outcome = Outcome::Match; // it stays as it is
    }
    only.lines << line;
    for (const ComparisonLine& other : whole.lines) {
        if (isOtherHalf(line, other))
            only.lines << other;
    }
    return only;
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
