// SPDX-License-Identifier: MIT
#include "core/schema/renames.h"

#include "core/postgres/connection.h"
#include "core/schema/definitionparts.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

namespace {

using TableName = std::pair<QString, QString>;

constexpr std::array kParts{Kind::PrimaryKey, Kind::Unique,    Kind::ForeignKey,
                            Kind::Check,      Kind::Exclusion, Kind::Index};

bool isOfConstraint(const Schema& schema, const SchemaObject& index)
{
    return std::any_of(kParts.begin(), kParts.end(), [&](Kind kind) {
        return hasIndex(kind) &&
               schema.find({kind, index.schema, index.table, index.name}) != nullptr;
    });
}

/// Tables that are part of others, or have such, share names and definitions with them.
QSet<TableName> relatedTables(const Schema& schema)
{
    QSet<TableName> result;
    for (const SchemaObject& table : schema.ofKind(Kind::Table)) {
        // Cheaper than taking each apart.
        if (!table.definition.contains("partition "_L1) &&
            !table.definition.contains("inherits "_L1))
            continue;
        const TableParts parts = TableParts::parse(table.definition);
        const QStringList parents =
            parts.parent.isEmpty() ? parts.parents : QStringList{parts.parent};
        for (const QString& parent : parents)
            result << nameParts(parent);
        if (!parents.isEmpty() || !parts.partitionBy.isEmpty())
            result << TableName(table.schema, table.name);
    }
    return result;
}

/// Whether a relation of this name, or a constraint of this table's, may be made there.
bool isNameFree(const Schema& schema, const Rename& rename)
{
    const Schema::Key key = rename.expected();
    if (key.kind == Kind::Column)
        return schema.find(key) == nullptr;
    for (const Kind kind : kParts) {
        if (kind != Kind::Index && isConstraint(key.kind) &&
            schema.find({kind, key.schema, key.table, key.name}) != nullptr)
            return false;
    }
    if (key.kind == Kind::ForeignKey || key.kind == Kind::Check)
        return true;
    for (const Kind kind : {Kind::Table, Kind::View, Kind::MaterializedView}) {
        if (schema.find({kind, key.schema, {}, key.name}) != nullptr)
            return false;
    }
    const auto bearsIt = [&key](const SchemaObject& index) {
        return index.schema == key.schema && index.name == key.name;
    };
    const auto indexes = schema.ofKind(Kind::Index);
    return schema.findSequence(key.schema, key.name) == nullptr &&
           std::none_of(indexes.begin(), indexes.end(), bearsIt);
}

/// What stands on one side only, and each of its kind by what makes it that one.
class Candidates
{
public:
    using Sign = std::tuple<Kind, QString, QString, QString>; ///< kind, schema, table, definition

    void addMissing(const SchemaObject& object, const QString& sign)
    {
        m_missing[signOf(object, sign)] << &object;
    }
    void addExtra(const SchemaObject& object, const QString& sign)
    {
        m_extra[signOf(object, sign)] << &object;
    }
    /// The expected and the found of each sign that both sides have once.
    QList<std::pair<const SchemaObject*, const SchemaObject*>> pairs() const
    {
        QList<std::pair<const SchemaObject*, const SchemaObject*>> result;
        for (auto it = m_missing.cbegin(); it != m_missing.cend(); ++it) {
            const QList<const SchemaObject*> extra = m_extra.value(it.key());
            if (it->size() == 1 && extra.size() == 1)
                result << std::pair(it->first(), extra.first());
        }
        return result;
    }

private:
    static Sign signOf(const SchemaObject& object, const QString& sign)
    {
        return {object.kind, object.schema, object.table, sign};
    }

    QMap<Sign, QList<const SchemaObject*>> m_missing, m_extra;
};

class Finder
{
public:
    Finder(const Schema& expected, const Schema& found, const ComparisonRules& rules)
        : m_expected(expected)
        , m_found(found)
        , m_rules(rules)
        , m_related(relatedTables(expected) + relatedTables(found))
    {}

    void findTables();
    void findColumns();
    void findParts();
    QList<Rename> take() { return std::move(m_renames); }

private:
    /// Gives every object of the kind that only one side has.
    template <typename Missing, typename Extra>
    void oneSided(Kind kind, const Missing& missing, const Extra& extra) const;
    bool isRelated(const QString& schema, const QString& table) const
    {
        return m_related.contains({schema, table});
    }
    bool isOthers(const SchemaObject& table) const;
    bool sharesNames(const SchemaObject& expected, const SchemaObject& found) const;
    void take(const QList<Rename>& renames);

    const Schema& m_expected;
    Schema m_found; ///< with what was found out so far
    const ComparisonRules& m_rules;
    const QSet<TableName> m_related;
    QList<Rename> m_renames;
};

template <typename Missing, typename Extra>
void Finder::oneSided(Kind kind, const Missing& missing, const Extra& extra) const
{
    for (const SchemaObject& object : m_expected.ofKind(kind)) {
        if (m_found.find(keyOf(object)) == nullptr)
            missing(object);
    }
    for (const SchemaObject& object : m_found.ofKind(kind)) {
        if (m_expected.find(keyOf(object)) == nullptr)
            extra(object);
    }
}

void Finder::take(const QList<Rename>& renames)
{
    QList<Rename> free = renames;
    free.removeIf([this](const Rename& rename) { return !isNameFree(m_found, rename); });
    if (free.isEmpty())
        return;
    m_found = renamed(m_found, free);
    m_renames << free;
}

bool Finder::isOthers(const SchemaObject& table) const
{
    return (m_rules.isIgnored && m_rules.isIgnored(table.schema, table.name)) ||
           (m_rules.rightfulDatabase &&
            !m_rules.rightfulDatabase(table.schema, table.name).isEmpty());
}

/// A constraint or index of the same name, and most columns: PostgreSQL names neither anew.
bool Finder::sharesNames(const SchemaObject& expected, const SchemaObject& found) const
{
    int columns = 0;
    int sameColumns = 0;
    bool hasPart = false;
    for (const SchemaObject& part : m_expected.objectsOf(expected.schema, expected.name)) {
        const bool isSame =
            m_found.find({part.kind, part.schema, found.name, part.name}) != nullptr;
        if (part.kind == Kind::Column) {
            ++columns;
            sameColumns += isSame ? 1 : 0;
        } else if (std::find(kParts.begin(), kParts.end(), part.kind) != kParts.end()) {
            hasPart = hasPart || isSame;
        }
    }
    return hasPart && 2 * sameColumns > columns;
}

void Finder::findTables()
{
    const auto signOf = [](const Schema& schema, const SchemaObject& table) {
        QStringList sign{table.definition};
        for (const SchemaObject& part : schema.objectsOf(table.schema, table.name)) {
            if (part.kind == Kind::Column)
                sign << part.definition; // in their order
        }
        return sign.join(u'\n');
    };
    Candidates candidates;
    oneSided(
        Kind::Table,
        [&](const SchemaObject& table) { candidates.addMissing(table, signOf(m_expected, table)); },
        [&](const SchemaObject& table) {
            if (!isOthers(table))
                candidates.addExtra(table, signOf(m_found, table));
        });
    QList<Rename> renames;
    for (const auto& [expected, found] : candidates.pairs()) {
        if (sharesNames(*expected, *found))
            renames << Rename{keyOf(*found), expected->name};
    }
    take(renames);
}

void Finder::findColumns()
{
    QMap<TableName, int> last;
    for (const SchemaObject& column : m_found.ofKind(Kind::Column)) {
        int& position = last[{column.schema, column.table}];
        position = qMax(position, column.position);
    }
    const auto signOf = [](const SchemaObject& column) {
        return QString::number(column.position) + u' ' + column.definition;
    };
    Candidates candidates;
    oneSided(
        Kind::Column,
        [&](const SchemaObject& column) { candidates.addMissing(column, signOf(column)); },
        [&](const SchemaObject& column) {
            const TableName table(column.schema, column.table);
            const bool isOfTable =
                m_found.find({Kind::Table, column.schema, {}, column.table}) != nullptr;
            if (isOfTable && column.position < last.value(table) && !m_related.contains(table))
                candidates.addExtra(column, signOf(column));
        });
    QList<Rename> renames;
    for (const auto& [expected, found] : candidates.pairs())
        renames << Rename{keyOf(*found), expected->name};
    take(renames);
}

void Finder::findParts()
{
    Candidates candidates;
    const auto isCandidate = [this](const Schema& schema, const SchemaObject& part) {
        // A check that heirs have is not renamed alone.
        return (part.kind != Kind::Check || !isRelated(part.schema, part.table)) &&
               (part.kind != Kind::Index || !isOfConstraint(schema, part));
    };
    for (const Kind kind : kParts) {
        oneSided(
            kind,
            [&](const SchemaObject& part) {
                if (isCandidate(m_expected, part))
                    candidates.addMissing(part, part.definition);
            },
            [&](const SchemaObject& part) {
                if (isCandidate(m_found, part) && !part.definition.contains(" INVALID"_L1))
                    candidates.addExtra(part, part.definition);
            });
    }
    QList<Rename> renames;
    for (const auto& [expected, found] : candidates.pairs()) {
        const Rename rename{keyOf(*found), expected->name};
        if (!isNameFree(m_found, rename))
            continue;
        renames << rename;
        if (hasIndex(found->kind))
            renames << Rename{{Kind::Index, found->schema, found->table, found->name},
                              expected->name};
    }
    take(renames);
}

} // namespace

QList<Rename> renamesBetween(const Schema& expected, const Schema& found,
                             const ComparisonRules& rules)
{
    Finder finder(expected, found, rules);
    finder.findTables();
    finder.findColumns();
    finder.findParts();
    return finder.take();
}

QList<Rename> renamesIn(const Comparison& comparison)
{
    QList<Rename> renames;
    for (const ComparisonLine& line : comparison.lines) {
        if (line.outcome != Outcome::Missing || line.otherName.isEmpty())
            continue;
        const bool isWhole =
            std::any_of(comparison.lines.cbegin(), comparison.lines.cend(),
                        [&line](const ComparisonLine& twin) { return isOtherHalf(line, twin); });
        if (isWhole)
            renames << Rename{{line.kind, line.schema, line.table, line.otherName}, line.name};
    }
    const auto rank = [](const Rename& rename) {
        return rename.found.kind == Kind::Table ? 0 : rename.found.kind == Kind::Column ? 1 : 2;
    };
    std::stable_sort(renames.begin(), renames.end(),
                     [&rank](const Rename& a, const Rename& b) { return rank(a) < rank(b); });
    return renames;
}

bool isRenamed(const ComparisonLine& line, const QList<Rename>& renames)
{
    return std::any_of(renames.cbegin(), renames.cend(), [&line](const Rename& rename) {
        const Schema::Key key{line.kind, line.schema, line.table, line.name};
        return (line.outcome == Outcome::Missing && key == rename.expected()) ||
               (line.outcome == Outcome::Extra && key == rename.found);
    });
}

QString renameSql(const Rename& rename)
{
    const Schema::Key& key = rename.found;
    const QString to = Connection::identifier(rename.name);
    const QString table = qualifiedName(key.schema, key.table);
    if (key.kind == Kind::Table)
        return u"ALTER TABLE %1 RENAME TO %2"_s.arg(qualifiedName(key.schema, key.name), to);
    if (key.kind == Kind::Index)
        return u"ALTER INDEX %1 RENAME TO %2"_s.arg(qualifiedName(key.schema, key.name), to);
    return u"ALTER TABLE %1 RENAME %2 %3 TO %4"_s.arg(
        table, key.kind == Kind::Column ? u"COLUMN"_s : u"CONSTRAINT"_s,
        Connection::identifier(key.name), to);
}

} // namespace socrates::core
