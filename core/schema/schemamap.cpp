// SPDX-License-Identifier: MIT
#include "core/schema/schemamap.h"

#include "core/schema/constraintcolumns.h"
#include "core/schema/expectedfile.h"
#include "core/schema/objectwords.h"
#include "core/schema/vieworder.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;
using Kind = SchemaObject::Kind;

namespace {

using TableName = RelationName;

/// A foreign key or a view whose other ends are looked up when all tables are known.
struct OpenLink
{
    TableName from;
    SchemaObject object;
    MapMark mark = MapMark::None;
};

/// The tables of one database, from what is shown and what is missing of what was before.
class DatabaseTables
{
public:
    explicit DatabaseTables(const MapSource& source) : m_source(source)
    {
        for (const ComparisonLine& line : source.differences) {
            if (line.outcome != ComparisonLine::Outcome::Match)
                m_marks.insert({line.kind, line.schema, line.table, line.name},
                               mapMark(line.outcome, source.isStep));
        }
        addTables(source.shown, false);
        addTables(source.before, true);
        addParts(source.shown, false);
        addParts(source.before, true);
        for (MapTable& table : m_tables)
            std::stable_sort(table.columns.begin(), table.columns.end(),
                             [](const MapColumn& a, const MapColumn& b) {
                                 return (a.mark == MapMark::Missing || a.mark == MapMark::Dropped) <
                                        (b.mark == MapMark::Missing || b.mark == MapMark::Dropped);
                             });
        addKeys(source.shown, false);
        addKeys(source.before, true);
        addReadings(source.shown, false);
        addReadings(source.before, true);
    }

    const QMap<TableName, MapTable>& tables() const { return m_tables; }
    const QList<OpenLink>& links() const { return m_links; }

private:
    static bool isGone(MapMark mark)
    {
        return mark == MapMark::Missing || mark == MapMark::Dropped;
    }

    /// A table that came or went takes its keys along; one that merely differs does not.
    static MapMark linkMark(MapMark own, MapMark table)
    {
        const bool isPartly = table == MapMark::Different || table == MapMark::Changed;
        return own == MapMark::None && !isPartly ? table : own;
    }

    MapMark markOf(const SchemaObject& object) const { return m_marks.value(keyOf(object)); }

    /// Of what was before, only what is gone is drawn; of a table that is gone, all its parts.
    bool isDrawn(const SchemaObject& object, bool isBefore, MapMark mark) const
    {
        if (!isBefore)
            return true;
        return isGone(mark) || m_gone.contains({object.schema, object.table});
    }

    void addTables(const Schema& schema, bool isBefore)
    {
        for (const SchemaObject& object : schema.objects()) {
            if (!isTableLike(object.kind))
                continue;
            const MapMark mark = markOf(object);
            if (isBefore && !isGone(mark))
                continue;
            const auto same = m_tables.find({object.schema, object.name});
            if (same != m_tables.end()) { // a view took the place of a table, or the reverse
                same->mark = m_source.isStep ? MapMark::Changed : MapMark::Different;
                continue;
            }
            MapTable table;
            table.kind = object.kind;
            table.database = m_source.database;
            table.schema = object.schema;
            table.name = object.name;
            table.mark = mark;
            if (isBefore)
                m_gone.insert({object.schema, object.name});
            m_tables.insert({object.schema, object.name}, table);
        }
    }

    void addParts(const Schema& schema, bool isBefore)
    {
        QMap<TableName, QList<SchemaObject>> columns;
        for (const SchemaObject& object : schema.objects()) {
            const auto table = m_tables.find({object.schema, object.table});
            const MapMark mark = markOf(object);
            if (table == m_tables.end() || !isDrawn(object, isBefore, mark))
                continue;
            if (object.kind == Kind::Column)
                columns[table.key()] << object;
            else if (mark != MapMark::None)
                table->notes << MapNote{noteText(object), mark};
            if (mark != MapMark::None && table->mark == MapMark::None)
                table->mark = m_source.isStep ? MapMark::Changed : MapMark::Different;
        }
        for (auto it = columns.begin(); it != columns.end(); ++it) {
            std::stable_sort(it->begin(), it->end(),
                             [](const SchemaObject& a, const SchemaObject& b) {
                                 return a.position < b.position;
                             });
            for (const SchemaObject& object : std::as_const(*it))
                m_tables[it.key()].columns << columnOf(object);
        }
    }

    MapColumn columnOf(const SchemaObject& object) const
    {
        MapColumn column;
        column.name = object.name;
        column.type = columnType(object.definition);
        column.definition = object.definition;
        column.isNullable = !object.definition.contains(" not null"_L1);
        column.mark = markOf(object);
        return column;
    }

    static QString noteText(const SchemaObject& object)
    {
        return kindWord(object.kind) + u' ' + object.name;
    }

    void addKeys(const Schema& schema, bool isBefore)
    {
        for (const SchemaObject& object : schema.objects()) {
            const bool isUniqueIndex = object.kind == Kind::Index &&
                                       object.definition.startsWith("unique "_L1) &&
                                       !object.definition.contains(" WHERE "_L1);
            const bool isKey = object.kind == Kind::PrimaryKey || object.kind == Kind::Unique ||
                               object.kind == Kind::ForeignKey || isUniqueIndex;
            const auto table = m_tables.find({object.schema, object.table});
            const MapMark mark = markOf(object);
            if (!isKey || table == m_tables.end() || !isDrawn(object, isBefore, mark))
                continue;
            const ConstraintColumns names = constraintColumns(object.definition);
            for (MapColumn& column : table->columns) {
                if (!names.columns.contains(column.name))
                    continue;
                if (object.kind == Kind::PrimaryKey)
                    column.isPrimaryKey = true;
                else if (object.kind == Kind::ForeignKey)
                    column.isForeignKey = true;
                else if (names.columns.size() == 1)
                    column.isUnique = true;
            }
            if (object.kind == Kind::ForeignKey)
                m_links << OpenLink{table.key(), object, linkMark(mark, table->mark)};
        }
    }

    void addReadings(const Schema& schema, bool isBefore)
    {
        for (const SchemaObject& object : schema.objects()) {
            const auto view = m_tables.constFind({object.schema, object.name});
            const bool isDrawn = isView(object.kind) && view != m_tables.cend() &&
                                 view->kind == object.kind &&
                                 isBefore == m_gone.contains(view.key());
            if (isDrawn)
                m_links << OpenLink{view.key(), object, linkMark(MapMark::None, view->mark)};
        }
    }

    const MapSource& m_source;
    QMap<Schema::Key, MapMark> m_marks;
    QMap<TableName, MapTable> m_tables;
    QSet<TableName> m_gone;
    QList<OpenLink> m_links;
};

int columnIndex(const MapTable& table, const QString& name)
{
    for (int i = 0; i < table.columns.size(); ++i) {
        if (table.columns.at(i).name == name)
            return i;
    }
    return -1;
}

/// Puts the databases together.
class MapBuilder
{
public:
    MapBuilder(const Project& project, const QList<MapSource>& sources)
        : m_project(project), m_sources(sources)
    {}

    SchemaMap build()
    {
        for (const ProjectDatabase& database : m_project.databases()) {
            QString caption;
            for (const MapSource& source : m_sources) {
                if (source.database != database.name)
                    continue;
                caption = source.caption;
                addDatabase(source);
            }
            m_map.databases << SchemaMap::Database{database.name, caption};
            addPlanned(database.name);
        }
        addPlanned({});
        for (const MapSource& source : m_sources)
            addReferences(source);
        return std::move(m_map);
    }

private:
    using Key = std::tuple<QString, QString, QString>; ///< database, schema, table

    void addDatabase(const MapSource& source)
    {
        const DatabaseTables tables(source);
        for (const MapTable& table : tables.tables()) {
            m_index.insert({table.database.text(), table.schema, table.name},
                           int(m_map.tables.size()));
            m_map.tables << table;
        }
        for (const OpenLink& open : tables.links()) {
            if (isView(open.object.kind)) {
                addReading(source.database, open);
                continue;
            }
            const ConstraintColumns names = constraintColumns(open.object.definition);
            const int from = find(source.database, open.from.first, open.from.second);
            const int to = find(source.database, names.otherSchema, names.otherTable);
            if (from < 0 || to < 0)
                continue;
            MapLink link;
            link.from = from;
            link.to = to;
            link.fromColumn = columnIndex(m_map.tables.at(from), names.columns.value(0));
            link.toColumn = columnIndex(m_map.tables.at(to), names.otherColumns.value(0));
            link.text = open.object.name;
            link.mark = open.mark;
            m_map.links << link;
        }
    }

    void addReading(const DatabaseName& database, const OpenLink& open)
    {
        const int from = find(database, open.from.first, open.from.second);
        const QSet<RelationName> relations = relationsIn(open.object.definition);
        QList<int> targets;
        for (const auto& [schema, name] : relations)
            targets << find(database, schema == "public"_L1 ? QString() : schema, name);
        std::sort(targets.begin(), targets.end());
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        for (const int to : std::as_const(targets)) {
            if (to < 0 || to == from)
                continue;
            MapLink link;
            link.from = from;
            link.to = to;
            link.text = open.object.name;
            link.isReading = true;
            link.mark = open.mark;
            m_map.links << link;
        }
    }

    /// Without a schema: in public, or in the first schema that has a table of that name, where the
    /// version table and so the search path is elsewhere.
    int find(const DatabaseName& database, const QString& schema, const QString& name) const
    {
        const int found =
            m_index.value({database.text(), schema.isEmpty() ? u"public"_s : schema, name}, -1);
        if (found >= 0 || !schema.isEmpty())
            return found;
        const auto any =
            std::find_if(m_map.tables.begin(), m_map.tables.end(), [&](const MapTable& table) {
                return table.database == database && table.name == name && !table.isPlanned;
            });
        return any == m_map.tables.end() ? -1 : int(any - m_map.tables.begin());
    }

    void addPlanned(const DatabaseName& database)
    {
        bool hasAny = false;
        for (const PlannedPhase& phase : m_project.planned()) {
            if (phase.database != database)
                continue;
            for (const QString& name : phase.tables) {
                if (isThere(database, name))
                    continue;
                MapTable table;
                table.database = database;
                table.schema = u"public"_s;
                table.name = name;
                table.isPlanned = true;
                table.phase = phase.phase;
                m_map.tables << table;
                hasAny = true;
            }
        }
        if (hasAny && database.isEmpty())
            m_map.databases << SchemaMap::Database{};
    }

    /// A planned table without a database is there when any database has it.
    bool isThere(const DatabaseName& database, const QString& name) const
    {
        return std::any_of(m_map.tables.begin(), m_map.tables.end(), [&](const MapTable& table) {
            return table.name == name && !table.isPlanned &&
                   (database.isEmpty() || table.database == database);
        });
    }

    void addReferences(const MapSource& source)
    {
        const QList<RevisionPtr> applied =
            revisionsAt(m_project.graph(source.database), source.rows);
        for (const RevisionPtr& revision : applied) {
            for (const Revision::Reference& reference : revision->references) {
                MapLink link;
                link.from = find(source.database, {}, reference.table);
                link.to = find(reference.database, {}, reference.otherTable);
                if (link.from < 0 || link.to < 0)
                    continue;
                link.fromColumn = columnIndex(m_map.tables.at(link.from), reference.column);
                link.toColumn = columnIndex(m_map.tables.at(link.to), reference.otherColumn);
                if (link.fromColumn >= 0)
                    m_map.tables[link.from].columns[link.fromColumn].isForeignKey = true;
                link.text = u"%1.%2 -> %3.%4.%5"_s.arg(reference.table, reference.column,
                                                       reference.database.text(),
                                                       reference.otherTable, reference.otherColumn);
                link.crossesDatabases = true;
                m_map.links << link;
            }
        }
    }

    const Project& m_project;
    const QList<MapSource>& m_sources;
    SchemaMap m_map;
    QMap<Key, int> m_index;
};

} // namespace

QString MapTable::title() const
{
    return schema.isEmpty() || schema == "public"_L1 ? name : schema + u'.' + name;
}

QString MapTable::kindText() const
{
    return kind == Kind::Table ? QString() : kindWord(kind);
}

MapMark mapMark(ComparisonLine::Outcome outcome, bool isStep)
{
    switch (outcome) {
    case ComparisonLine::Outcome::Match:
        return MapMark::None;
    case ComparisonLine::Outcome::Missing:
        return isStep ? MapMark::Dropped : MapMark::Missing;
    case ComparisonLine::Outcome::Extra:
        return isStep ? MapMark::Created : MapMark::Extra;
    case ComparisonLine::Outcome::Different:
        return isStep ? MapMark::Changed : MapMark::Different;
    case ComparisonLine::Outcome::Misplaced:
        return isStep ? MapMark::Created : MapMark::Misplaced;
    }
    return MapMark::None;
}

SchemaMap schemaMap(const Project& project, const QList<MapSource>& sources)
{
    return MapBuilder(project, sources).build();
}

} // namespace socrates::core
