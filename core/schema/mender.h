// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema/mend.h"

#include <QSet>

namespace socrates::core {

/// Writes the statements of mendStatements. One for each call of it.
class Mender
{
public:
    Mender(const Schema& expected, const Schema& found, const Comparison& comparison);

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
        DropTables = 60,
        CreateSchemas = 100,
        CreateExtensions = 105,
        CreateTypes = 110,
        CreateTypesOfTypes = 111,
        CreateSequences = 120,
        CreateFunctions = 125,
        CreateTables = 130,
        AlterTables = 135,
        DropGenerated = 138,
        AlterColumns = 140,
        OwnSequences = 145,
        CreateConstraints = 150,
        CreatePartIndexes = 159,
        CreateIndexes = 160,
        SetIndexes = 161,
        CreateForeignKeys = 170,
        Attach = 175,
        CreateViews = 180,
        CreateFunctionsOnTables = 185,
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
        SetComments = 233,
    };
    /// Room between two phases for an order within: views that stand on views.
    static constexpr int kSteps = 1000;

    void add(Phase phase, const SchemaObject& object, const QString& sql, bool destroys = false,
             int step = 0);
    void refuse(const SchemaObject& object, const QString& reason);
    void refuseOther(const SchemaObject& from, const SchemaObject& to);
    /// The same statement is wanted once, whoever asks for it.
    bool isFirst(const char* deed, const SchemaObject& object);

    const SchemaObject* find(const Schema& schema, const ComparisonLine& line) const;
    bool belongsToConstraint(const Schema& schema, const SchemaObject& object) const;
    QList<const SchemaObject*> parentsOf(const Schema& schema, const QString& schemaName,
                                         const QString& table) const;
    /// Whether a parent table has the same part, so that it comes, goes and changes with it.
    bool isInherited(const Schema& schema, const SchemaObject& part) const;
    bool isTableOnBothSides(const SchemaObject& part) const;

    void create(const SchemaObject& object);
    void createTable(const SchemaObject& object);
    void createView(const SchemaObject& object);
    void createIndex(const SchemaObject& object);
    void createConstraint(const SchemaObject& object);
    void createSequence(const SchemaObject& object);
    void createFunction(const SchemaObject& object);
    void createStandingAlone(const SchemaObject& object);
    void setColumn(const SchemaObject& object, const struct ColumnParts& parts);
    void createAspects(const SchemaObject& object);

    void drop(const SchemaObject& object);
    void dropTable(const SchemaObject& object);
    void dropConstraint(const SchemaObject& object);
    /// Those that refer to this key, or to the table by any key.
    void remakeForeignKeysTo(const SchemaObject& table, const SchemaObject* key);
    void dropIndex(const SchemaObject& object);

    void alter(const SchemaObject& from, const SchemaObject& to);
    void alterColumn(const SchemaObject& from, const SchemaObject& to);
    void alterGenerated(const SchemaObject& from, const SchemaObject& to);
    void alterColumnSettings(const SchemaObject& to, const struct ColumnParts& old,
                             const struct ColumnParts& wanted);
    void alterTable(const SchemaObject& from, const SchemaObject& to);
    void alterPartition(const SchemaObject& to, const struct TableParts& old,
                        const struct TableParts& wanted);
    void alterIndex(const SchemaObject& from, const SchemaObject& to);
    void alterSequence(const SchemaObject& from, const SchemaObject& to);
    void alterEnum(const SchemaObject& from, const SchemaObject& to);
    void alterDomain(const SchemaObject& from, const SchemaObject& to);
    void alterComposite(const SchemaObject& from, const SchemaObject& to);
    void alterFunction(const SchemaObject& from, const SchemaObject& to);
    void alterSwitched(const SchemaObject& from, const SchemaObject& to);
    void remake(const SchemaObject& from, const SchemaObject& to);
    /// Drops and makes again the views, policies, triggers and rules that hold a column still.
    void remakeWhatUses(const SchemaObject& column);
    void remakeView(const Schema::Key& key);
    /// How many views a view stands on, at most; the order in which they are made.
    int depthOf(const Schema& schema, const SchemaObject& view, int guard = 0) const;

    void setAspect(const SchemaObject& aspect, bool isWanted);
    void setGrants(const SchemaObject& aspect, bool isWanted);

    const Schema& m_expected;
    const Schema& m_found;
    QSet<QString> m_differing; ///< columns that differ, as "schema.table.column"
    QSet<QString> m_done;
    QList<MendStatement> m_statements;
};

} // namespace socrates::core
