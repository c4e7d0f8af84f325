// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/mend.h"
#include "core/schema/mendafter.h"
#include "core/schema/vieworder.h"

#include <QSet>

#include <optional>
#include <set>

namespace socrates::core {

/// Writes the statements of mendStatements. One for each call of it. What must go on the way comes
/// back as schemaAfter says: as expected where the comparison asks for that, otherwise as it was.
class Mender
{
public:
    Mender(const Schema& expected, const Schema& found, const Comparison& comparison,
           const MendOptions& options);

    void mend(const ComparisonLine& line);
    /// In the order in which PostgreSQL accepts them.
    QList<MendStatement> takeStatements();

private:
    /// What others stand on is made first and dropped last.
    enum Phase {
        DropTriggers = 5,
        DropViews = 10,
        DropForeignKeys = 20,
        DropConstraints = 30,
        DropIndexes = 40,
        Detach = 50,
        DropFunctionsOnTables = 55,
        DropTables = 60,
        CreateSchemas = 100,
        CreateExtensions = 105,
        CreateTypes = 110,
        CreateTypesOfTypes = 111,
        AddLabels = 112,
        CreateSequences = 120,
        DropGenerated = 122,
        DropDefaults = 123,
        DropChangedFunctions = 124,
        CreateFunctions = 125,
        CreateTables = 130,
        AlterTables = 135,
        AlterColumns = 140,
        SetInheritedColumns = 141, ///< a change of the whole table's type sets them anew
        OwnSequences = 145,
        CreateConstraints = 150,
        CreatePartIndexes = 159,
        CreateIndexes = 160,
        SetIndexes = 161,
        CreateFunctionsOnColumns = 165,
        CreateForeignKeys = 170,
        Attach = 175,
        CreateViews = 180,
        CreateFunctionsOnTables = 185,
        SetIndexesOfViews = 186,
        CreateTriggers = 190,
        SwitchTriggers = 191,
        DropColumns = 195,
        DropSequences = 200,
        DropFunctions = 205,
        DropTypes = 210,
        DropTypesUnderTypes = 211,
        DropExtensions = 215,
        DropSchemas = 220,
        SetOwners = 230,
        SetGrants = 231,
        SetColumnGrants = 232,
        SetDefaultGrants = 233,
        SetComments = 234,
    };
    /// Room between two phases for an order within: views that stand on views.
    static constexpr int kSteps = 1000;

    void add(Phase phase, const SchemaObject& object, const QString& sql, bool destroys = false,
             int step = 0);
    /// The same phase, or what comes after the views for what belongs to a materialized view.
    Phase phaseOf(Phase phase, const SchemaObject& part) const;
    void refuse(const SchemaObject& object, const QString& reason);
    void refuseOther(const SchemaObject& from, const SchemaObject& to);
    /// The same statement is wanted once, whoever asks for it.
    bool isFirst(const char* deed, const SchemaObject& object);

    bool belongsToConstraint(const Schema& schema, const SchemaObject& object) const;
    QList<const SchemaObject*> parentsOf(const Schema& schema, const QString& schemaName,
                                         const QString& table) const;
    /// Whether a parent table has the same part, so that it comes, goes and changes with it.
    bool isInherited(const Schema& schema, const SchemaObject& part) const;
    /// How many tables are above it.
    int partitionDepth(const Schema& schema, const QString& schemaName, const QString& table) const;
    bool isTableOnBothSides(const SchemaObject& part) const;

    void create(const SchemaObject& object);
    void createTable(const SchemaObject& object);
    /// Of a column that all parents have: whether its default is theirs.
    bool isDefaultInherited(const SchemaObject& column) const;
    /// What stays and bears a name that the table or one of its indexes and sequences is to have.
    const SchemaObject* nameTaker(const SchemaObject& table) const;
    void createView(const SchemaObject& object);
    void createIndex(const SchemaObject& object);
    void createConstraint(const SchemaObject& object);
    void createSequence(const SchemaObject& object);
    void createFunctions();
    void createAggregate(const SchemaObject& object);
    void createColumn(const SchemaObject& object);
    void createStatistics(const SchemaObject& object);
    /// A trigger or rule, which may be switched off.
    void createSwitched(const SchemaObject& object);
    void createStandingAlone(const SchemaObject& object);
    /// As in CREATE TABLE.
    QString columnClause(const SchemaObject& column) const;
    /// What the sequence of an identity has other than PostgreSQL would choose. Rows that are there
    /// are numbered by it, so it must be said with the column.
    QString identityOptions(const SchemaObject& column) const;
    const SchemaObject* identitySequence(const SchemaObject& column) const;
    /// From PostgreSQL 17 on a partition has the identity of the whole table, and may not come with
    /// one.
    bool isIdentityOfWhole(const SchemaObject& column) const;
    void setColumn(const SchemaObject& object, const struct ColumnParts& parts);

    void drop(const SchemaObject& object);
    void dropTable(const SchemaObject& object);
    void dropView(const SchemaObject& object);
    void dropRoutine(const SchemaObject& object);
    /// Refuses to drop for good what stays in use by what is not part of the mend.
    bool isHeld(const SchemaObject& object);
    void dropConstraint(const SchemaObject& object);
    /// Those that refer to this key, or to the table by any key.
    void remakeForeignKeysTo(const SchemaObject& table, const SchemaObject* key);
    QList<const SchemaObject*> foreignKeysTo(const Schema& schema, const RelationName& table) const;
    void dropIndex(const SchemaObject& object);

    void alter(const SchemaObject& from, const SchemaObject& to);
    void alterColumn(const SchemaObject& from, const SchemaObject& to);
    void alterGenerated(const SchemaObject& from, const SchemaObject& to);
    void alterDefault(const SchemaObject& to, const struct ColumnParts& old,
                      const struct ColumnParts& wanted);
    void alterColumnSettings(const SchemaObject& to, struct ColumnParts old,
                             const struct ColumnParts& wanted, Phase at = AlterColumns);
    void alterTable(const SchemaObject& from, const SchemaObject& to);
    /// What can be set on a table that is there.
    void setTable(const SchemaObject& to, const struct TableParts& old,
                  const struct TableParts& wanted);
    void setOptions(Phase phase, const SchemaObject& to, const QString& start, const QString& old,
                    const QString& wanted);
    void alterPartition(const SchemaObject& to, const struct TableParts& old,
                        const struct TableParts& wanted);
    void alterIndex(const SchemaObject& from, const SchemaObject& to);
    void alterSequence(const SchemaObject& from, const SchemaObject& to);
    /// What cannot be said with the column.
    void finishIdentity(const SchemaObject& sequence);
    /// A new sequence gives none of the numbers that rows of a table that is there have.
    void passRows(const SchemaObject& sequence);
    void passRowsOfIdentity(const SchemaObject& column);
    /// Whether the last number lies within the new bounds, or may be set anew since none was given.
    bool mayBeBounded(const SchemaObject& from, const SchemaObject& to, QString& restart);
    void alterEnum(const SchemaObject& from, const SchemaObject& to);
    void alterDomain(const SchemaObject& from, const SchemaObject& to);
    const SchemaObject* columnAround(const SchemaObject& type) const;
    void alterComposite(const SchemaObject& from, const SchemaObject& to);
    void alterFunction(const SchemaObject& from, const SchemaObject& to);
    void alterSwitched(const SchemaObject& from, const SchemaObject& to);
    void alterView(const SchemaObject& from, const SchemaObject& to);
    void alterViewColumn(const SchemaObject& from, const SchemaObject& to);
    /// Drops it and makes it again as it is to be; where it is to be gone, drops it.
    void remake(const SchemaObject& from);
    /// Drops and makes again the views, policies, triggers and rules that hold a column still.
    void remakeWhatUses(const SchemaObject& column);
    void remakeWhatComputes(const SchemaObject& column);
    /// What goes with a column that is dropped and computed again.
    void remakeWhatHangsOn(const SchemaObject& column);
    /// Likewise what calls a function that cannot be replaced in place.
    void remakeWhatCalls(const SchemaObject& function);
    /// The partitions and heirs of a table lose the column with it.
    void remakeInChildren(const SchemaObject& column);
    /// What belongs to the table or view, statistics in another schema than its own included.
    QList<SchemaObject> partsOf(const Schema& schema, const RelationName& relation) const;
    QList<const SchemaObject*> usersOf(const QString& word) const;
    void remakeDefault(const SchemaObject& column);
    void remakeView(const Schema::Key& key);
    void replaceViews();
    /// Leaves nothing but the new labels of enums where another statement uses one.
    void putOffUseOfLabels();

    void setAspects();
    void setAspect(const Schema::Key& key);
    /// Gives all of `wanted` where what `had` says may have been revoked on the way.
    void setGrants(const SchemaObject& aspect, const Privileges& had, const Privileges& wanted,
                   bool givesAll);
    void setDefaultGrants(const Schema::Key& key);
    /// Gives what is made the usual where the server's default privileges give more or less.
    void undoDefaults();
    /// What they give: to what is made anew all; to what is new, that which was compared, so not
    /// what a hosting gives. None: they say nothing about it.
    std::optional<Privileges> defaultsFor(const Schema::Key& subject) const;
    /// Refuses what names a role that is not there.
    bool isRole(const SchemaObject& object, const QString& role);
    bool areRoles(const SchemaObject& policy);
    void setOwner(const SchemaObject& aspect, const Schema::Key& subject, const QString& owner);
    void keepOwners();
    /// Whether it, or what it belongs to, was dropped and is made again.
    bool isMadeAnew(const Schema::Key& subject) const;
    bool isRefused(const Schema::Key& subject) const;

    const Schema& m_found;
    const Schema m_after;
    const MendOptions m_options;
    const ViewOrder m_foundViews, m_afterViews;
    std::set<Schema::Key> m_differing;
    QSet<QString> m_done;
    std::set<Schema::Key> m_gone;    ///< dropped, if only for a while
    std::set<Schema::Key> m_refused; ///< what a note was written for
    std::set<Schema::Key> m_remadeViews, m_replacedViews;
    QMap<Schema::Key, Privileges> m_comparedDefaults; ///< by the key of default privileges
    QSet<RelationName> m_revokedOn;                   ///< tables that something was revoked on
    QList<const SchemaObject*> m_newFunctions;
    /// Quoted labels, each with its enum.
    QList<std::pair<QString, const SchemaObject*>> m_newLabels;
    mutable QHash<QString, QList<const SchemaObject*>> m_parents; ///< by side, schema and table
    mutable QHash<QString, QList<const SchemaObject*>> m_users;   ///< found objects by their words
    QList<MendStatement> m_statements;
};

} // namespace socrates::core
