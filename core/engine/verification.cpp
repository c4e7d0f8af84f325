// SPDX-License-Identifier: MIT
#include "core/engine/verification.h"

#include "core/engine/blockers.h"
#include "core/engine/everydatabase.h"
#include "core/engine/ownership.h"
#include "core/engine/sequencevalues.h"
#include "core/engine/versiontable.h"
#include "core/schema/aspects.h"
#include "core/schema/catalogreader.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

bool hasItem(const Schema& schema, const ChecklistItem& item)
{
    for (const SchemaObject& object : schema.objects()) {
        const bool isTable = object.kind == SchemaObject::Kind::Table && object.name == item.table;
        const bool isColumn = object.kind == SchemaObject::Kind::Column &&
                              object.table == item.table && object.name == item.column;
        if (item.kind == ChecklistItem::Kind::Table ? isTable : isColumn)
            return true;
    }
    return false;
}

/// Marks what is not there because its revision is pending: in the head's schema, not in this one.
void markPending(DatabaseVerification& result, const Schema& head)
{
    for (TickedItem& ticked : result.checklist) {
        if (ticked.ok)
            continue;
        if (ticked.item.table == "alembic_version"_L1)
            ticked.isPending = result.status.applied.isEmpty() && !result.status.pending.isEmpty();
        else
            ticked.isPending = !hasItem(result.expected, ticked.item) && hasItem(head, ticked.item);
    }
}

Result<void> tickItems(DatabaseVerification& result, const Project& project,
                       const std::function<Result<Schema>()>& headSchema)
{
    if (project.checklistText().isEmpty())
        return {};
    QList<DatabaseName> names;
    for (const ProjectDatabase& database : project.databases())
        names << database.name;
    const auto items = parseChecklist(project.checklistText(), project.checklistPath(), names);
    if (!items)
        return fail(items.error().first());
    result.checklist =
        tickChecklist(*items, result.name, result.found, result.status.versionTable.exists);
    const bool isAllTicked = std::all_of(result.checklist.cbegin(), result.checklist.cend(),
                                         [](const TickedItem& item) { return item.ok; });
    if (isAllTicked || result.status.pending.isEmpty())
        return {};
    const auto head = headSchema();
    if (!head)
        return fail(head.error());
    markPending(result, *head);
    return {};
}

/// Everything that is read from the database, in the transaction that is open.
Result<void> readWithin(DatabaseVerification& result, Connection& connection,
                        const QString& mainSchema)
{
    auto found = readCatalog(connection, {{}, {}, mainSchema});
    if (!found)
        return fail(found.error());
    result.found = std::move(*found);
    auto ownership = readOwnership(connection);
    if (!ownership)
        return fail(ownership.error());
    result.ownership = ownership->sentences;
    result.rightsProblems = ownership->problems;
    result.verifiedAt = ownership->serverTime;
    return {};
}

/// The same in one snapshot of its own.
Result<void> readDatabase(DatabaseVerification& result, Connection& connection,
                          const QString& mainSchema)
{
    const auto begun = connection.pipeline(
        {{u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s, {}}, boundedLook(connection)});
    if (!begun)
        return fail(begun.error().error);
    const auto read = readWithin(result, connection, mainSchema);
    const auto ended = connection.query(read ? u"COMMIT"_s : u"ROLLBACK"_s);
    if (!read && read.error().sqlState == "55P03"_L1)
        return fail(lockedTableError(connection));
    if (!read)
        return read;
    if (!ended)
        return fail(ended.error());
    return {};
}

/// Revisions times objects: a history holds the schema at every revision, all at once.
constexpr qsizetype kStatesOfHistory = 100000;

/// Compares what was read with what is expected, `expected` as derived for public.
void compareWith(DatabaseVerification& result, Schema expected, const Project& project,
                 const QString& mainSchema)
{
    result.expected =
        mainSchema == "public"_L1 ? std::move(expected) : inSchema(expected, mainSchema);
    result.comparison =
        compareSchemas(result.expected, result.found, comparisonRules(project, result.name));
}

/// What cannot be found out, as where the rows may not be counted, is the reason for no SQL.
void explainMisplaced(DatabaseVerification& result, Connection& connection)
{
    if (result.comparison.count(ComparisonLine::Outcome::Misplaced) == 0)
        return;
    auto removal = misplacedRemoval(connection, result.name, result.comparison);
    if (removal)
        result.misplaced = std::move(*removal);
    else
        result.misplaced.obstacle = removal.error().summary;
}

Result<void> verifyInto(DatabaseVerification& result, Connection& connection,
                        const Project& project, const ExpectedSchemaSource& source,
                        const QString& role, VerificationDetail detail)
{
    auto status = readStatus(connection, project, result.name, role);
    if (!status)
        return fail(status.error());
    result.status = std::move(*status);
    result.revision =
        result.status.unknownRows.isEmpty() ? result.status.current : result.status.heads;
    const QString mainSchema =
        result.status.versionTable.exists ? result.status.versionTable.schema : u"public"_s;
    if (const auto read = readDatabase(result, connection, mainSchema); !read)
        return read;

    auto expected = source.expectedAt(project, result.name, result.revision, connection);
    if (!expected)
        return fail(expected.error());
    result.expectedOrigin = expected->origin;
    compareWith(result, std::move(expected->schema), project, mainSchema);
    // Only for those who mend: a verification is no worse without it.
    (void)readSequenceValues(connection, result.comparison, result.found);
    const qsizetype states =
        project.graph(result.name).revisions().size() * result.expected.objects().size();
    if (detail == VerificationDetail::WithAttribution && states <= kStatesOfHistory) {
        // Only an explanation: a verification is no worse without it.
        if (const auto history = source.history(project, result.name, connection))
            result.attribution = Attribution(*history);
    }
    if (detail == VerificationDetail::WithAttribution)
        explainMisplaced(result, connection);
    return tickItems(result, project, [&]() -> Result<Schema> {
        auto head = source.expectedAt(project, result.name, result.status.heads, connection);
        if (!head)
            return fail(head.error());
        return std::move(head->schema);
    });
}

} // namespace

ComparisonRules comparisonRules(const Project& project, const DatabaseName& database)
{
    ComparisonRules rules;
    rules.onlyWhereExpected = kindsOfHostings();
    rules.isIgnored = [&project, database](const QString& schema, const QString& object) {
        return project.isIgnored(database, schema, object);
    };
    rules.rightfulDatabase = [owners = project.tableOwners(), database](const QString&,
                                                                        const QString& table) {
        const DatabaseName owner = owners.value(table);
        return owner == database ? QString() : owner.text();
    };
    return rules;
}

Schema inSchema(const Schema& schema, const QString& name)
{
    Schema result;
    for (SchemaObject object : schema.objects()) {
        if (object.schema == "public"_L1)
            object.schema = name;
        result.add(std::move(object));
    }
    const SchemaObject itself{SchemaObject::Kind::Schema, name, {}, name, u"schema"_s, {}, 0};
    if (name != "public"_L1 && result.find(keyOf(itself)) == nullptr)
        result.add(itself);
    result.notCompared = schema.notCompared;
    result.serverMajor = schema.serverMajor;
    return result;
}

bool DatabaseVerification::isOk() const
{
    return !error && comparison.isEqual() &&
           std::all_of(checklist.cbegin(), checklist.cend(),
                       [](const TickedItem& item) { return item.ok || item.isPending; });
}

DatabaseVerification verifyDatabase(Connection& connection, const Project& project,
                                    const DatabaseName& database,
                                    const ExpectedSchemaSource& source, const QString& role,
                                    VerificationDetail detail)
{
    DatabaseVerification result;
    result.name = database;
    result.status.name = database;
    if (auto done = verifyInto(result, connection, project, source, role, detail); !done) {
        result.error = done.error();
        if (result.error->database.isEmpty())
            result.error->database = database.text();
    }
    return result;
}

Result<ExpectedState> expectedStateAt(Connection& connection, const Project& project,
                                      const DatabaseName& database, const QList<RevisionId>& rows,
                                      const ExpectedSchemaSource& source)
{
    auto at = source.expectedAt(project, database, rows, connection);
    if (!at)
        return fail(at.error());
    auto head = source.expectedAt(project, database, project.graph(database).heads(), connection);
    if (!head)
        return fail(head.error());
    return ExpectedState{rows, std::move(at->schema), at->origin, std::move(head->schema)};
}

DatabaseVerification verifyOpenTransaction(Connection& connection, const Project& project,
                                           const DatabaseStatus& before,
                                           const ExpectedState& expected)
{
    DatabaseVerification result;
    result.name = before.name;
    result.status = before;
    const auto done = [&]() -> Result<void> {
        result.status.versionTable.exists = true;
        const auto rows = connection.query(versionRowsSql(result.status.versionTable));
        if (!rows)
            return fail(rows.error());
        result.status.versionTable.rows = versionRowsFrom(*rows);
        judgeVersionRows(result.status, project);
        result.revision = expected.rows;
        result.expectedOrigin = expected.origin;
        const QString mainSchema = result.status.versionTable.schema;
        if (const auto read = readWithin(result, connection, mainSchema); !read)
            return read;
        compareWith(result, expected.schema, project, mainSchema);
        return tickItems(result, project, [&]() -> Result<Schema> { return expected.head; });
    }();
    if (!done) {
        result.error = done.error();
        result.error->database = before.name.text();
    }
    return result;
}

QList<DatabaseVerification> verifyDatabases(const Project& project,
                                            const QMap<DatabaseName, SessionPtr>& sessions,
                                            const ExpectedSchemaSource& source,
                                            VerificationDetail detail)
{
    QList<DatabaseVerification> results = askEveryDatabase<DatabaseVerification>(
        project, sessions,
        [&](Connection& connection, const DatabaseName& name,
            const QString& role) -> Result<DatabaseVerification> {
            return verifyDatabase(connection, project, name, source, role, detail);
        });
    for (DatabaseVerification& result : results)
        result.status.name = result.name;
    return results;
}

} // namespace socrates::core
