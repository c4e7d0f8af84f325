// SPDX-License-Identifier: MIT
#pragma once

#include "core/revisions/project.h"
#include "core/schema/comparison.h"

namespace socrates::core {

/// What a map says of an object besides that it is there. The first four are differences from what
/// is expected, the last three what a step of the history does.
enum class MapMark { None, Missing, Extra, Different, Misplaced, Created, Dropped, Changed };

struct MapColumn
{
    QString name;
    QString type;       ///< "uuid", "varchar(255)": as people write it
    QString definition; ///< in full, as the catalog has it
    bool isNullable = true;
    bool isPrimaryKey = false;
    bool isForeignKey = false;
    bool isUnique = false; ///< by itself, not only together with others
    MapMark mark = MapMark::None;
};

/// Something of a table that is no column and that there is something to say of.
struct MapNote
{
    QString text; ///< "index idx_users_status"
    MapMark mark = MapMark::None;
};

/// A table or a view.
struct MapTable
{
    SchemaObject::Kind kind = SchemaObject::Kind::Table;
    DatabaseName database; ///< empty: planned, and the plan does not say where
    QString schema;
    QString name;
    QList<MapColumn> columns;
    QList<MapNote> notes;
    MapMark mark = MapMark::None; ///< Different or Changed also for what belongs to it
    bool isPlanned = false;
    int phase = 0; ///< of a planned one; 0: not stated

    /// With its schema where that is not public.
    QString title() const;
    /// "view", "materialized view"; empty for a table.
    QString kindText() const;
};

/// A foreign key, a reference that crosses databases and that no server watches over, or what a
/// view reads from.
struct MapLink
{
    int from = 0; ///< indexes of tables
    int to = 0;
    int fromColumn = -1; ///< the first one; -1: not among the table's columns
    int toColumn = -1;
    QString text; ///< the constraint's name, or the reference as the revision states it
    bool crossesDatabases = false;
    bool isReading = false; ///< of a view
    MapMark mark = MapMark::None;
};

/// What goes into the map of one database.
struct MapSource
{
    DatabaseName database;
    QString caption; ///< beside its name: where and when
    Schema shown;
    QList<RevisionId> rows; ///< whose `references:` are drawn
    /// What the differences are told against, and the differences from it to `shown`.
    Schema before;
    QList<ComparisonLine> differences;
    bool isStep = false; ///< the differences are what a step did
};

/// All databases of a project as tables and links. A value.
struct SchemaMap
{
    struct Database
    {
        DatabaseName name; ///< empty: planned tables without a place
        QString caption;
    };
    QList<Database> databases;
    QList<MapTable>
        tables; ///< and views; database by database, by schema and name, planned ones last
    QList<MapLink> links;
};

SchemaMap schemaMap(const Project& project, const QList<MapSource>& sources);

/// The mark of a comparison's line.
MapMark mapMark(ComparisonLine::Outcome outcome, bool isStep);

} // namespace socrates::core
