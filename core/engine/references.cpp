// SPDX-License-Identifier: MIT
#include "core/engine/references.h"

#include "core/engine/databasestatus.h"
#include "core/engine/everydatabase.h"
#include "core/engine/keystream.h"
#include "core/postgres/networksettings.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using Presence = ReferenceSide::Presence;

/// One database's answer about the columns it was asked for.
struct SidesOfDatabase
{
    DatabaseName name;
    std::optional<Error> error;
    QList<ReferenceSide> sides; ///< as asked
    QSet<RevisionId> applied;
    bool hasPending = false;
};

/// Name of a column's type with every domain resolved, an enum with its labels. Its parameters:
/// the schema, and the wanted columns as (number, table, column).
QString columnsSql(const QString& schema, const QList<ReferenceSide>& wanted)
{
    QStringList values;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        values << u"(%1, %2, %3)"_s.arg(QString::number(i), Connection::literal(wanted.at(i).table),
                                        Connection::literal(wanted.at(i).column));
    }
    return uR"(WITH RECURSIVE wanted(n, tab, col) AS (VALUES %1),
found AS (
  SELECT w.n, a.atttypid, a.atttypmod, c.reltuples
  FROM wanted w
  JOIN pg_catalog.pg_class c ON c.relname = w.tab AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace AND s.nspname = %2
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = w.col
       AND a.attnum > 0 AND NOT a.attisdropped),
resolved(n, typid, typmod) AS (
  SELECT n, atttypid, atttypmod FROM found
  UNION ALL
  SELECT r.n, t.typbasetype, t.typtypmod FROM resolved r
  JOIN pg_catalog.pg_type t ON t.oid = r.typid AND t.typtype = 'd')
SELECT f.n, format_type(f.atttypid, f.atttypmod),
       format_type(r.typid, r.typmod) || CASE WHEN t.typtype = 'e' THEN
         ' (' || (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel::text), ', ' ORDER BY e.enumsortorder)
                  FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid) || ')' ELSE '' END,
       t.typname, f.reltuples::bigint
FROM found f JOIN resolved r ON r.n = f.n
JOIN pg_catalog.pg_type t ON t.oid = r.typid AND t.typtype <> 'd')"_s.arg(
        values.join(u", "_s), Connection::literal(schema));
}

Result<SidesOfDatabase> readSides(Connection& connection, const Project& project,
                                  const DatabaseName& name, const QString& role,
                                  QList<ReferenceSide> sides)
{
    const auto status = readStatus(connection, project, name, role);
    if (!status)
        return fail(status.error());
    SidesOfDatabase answer{name, {}, std::move(sides), status->applied, !status->pending.isEmpty()};
    const QString schema = status->versionTable.exists ? status->versionTable.schema : u"public"_s;
    QList<PipelineItem> items{
        {u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s, {}},
        networkSettings(connection),
        {u"SET LOCAL search_path TO "_s + Connection::identifier(schema) + u", pg_temp"_s, {}},
        {columnsSql(schema, answer.sides), {}},
        {u"COMMIT"_s, {}}};
    for (ReferenceSide& side : answer.sides) {
        side.presence = Presence::NotThere;
        side.schema = schema;
    }
    const auto read =
        connection.pipeline(items, [&](qsizetype index, const Rows& rows) -> Result<void> {
            for (qsizetype i = 0; index == 3 && i < rows.size(); ++i) {
                ReferenceSide& side = answer.sides[rows.at(i, 0).toInt()];
                side.presence = Presence::There;
                side.declaredType = rows.at(i, 1);
                side.type = rows.at(i, 2);
                side.baseType = rows.at(i, 3);
                side.estimatedRows = std::max(qint64(-1), rows.at(i, 4).toLongLong());
            }
            return {};
        });
    if (!read) {
        static_cast<void>(connection.query(u"ROLLBACK"_s));
        return fail(read.error().error);
    }
    return answer;
}

bool isSame(const ReferenceSide& a, const ReferenceSide& b)
{
    return a.database == b.database && a.table == b.table && a.column == b.column;
}

/// Takes over what a database answered, and tells "not yet" from "not there".
void fill(ReferenceCheck& check, ReferenceSide& side, const QList<SidesOfDatabase>& answers)
{
    for (const SidesOfDatabase& answer : answers) {
        if (answer.name != side.database)
            continue;
        if (answer.error) {
            check.error = answer.error;
            check.error->database = side.database.text();
            return;
        }
        for (const ReferenceSide& found : answer.sides) {
            if (isSame(found, side))
                side = found;
        }
        // Of the declaring side it is known which revision makes the column.
        const bool isDeclaring = side.database == check.declared.database;
        const bool isPending =
            isDeclaring ? !answer.applied.contains(check.declared.revision) : answer.hasPending;
        if (side.presence == Presence::NotThere && isPending)
            side.presence = Presence::NotYet;
    }
}

} // namespace

QString DeclaredReference::text() const
{
    return u"%1.%2.%3 -> %4.%5.%6"_s.arg(database.text(), reference.table, reference.column,
                                         reference.database.text(), reference.otherTable,
                                         reference.otherColumn);
}

QList<DeclaredReference> declaredReferences(const Project& project)
{
    QList<DeclaredReference> result;
    for (const ProjectDatabase& database : project.databases()) {
        for (const RevisionPtr& revision : database.graph.revisions()) {
            for (const Revision::Reference& reference : revision->references) {
                DeclaredReference declared{database.name,
                                           revision->id,
                                           reference,
                                           {revision->filePath, reference.line, 0}};
                const bool isKnown = std::any_of(result.cbegin(), result.cend(),
                                                 [&](const DeclaredReference& known) {
                                                     return known.text() == declared.text();
                                                 });
                if (!isKnown)
                    result << std::move(declared);
            }
        }
    }
    return result;
}

QString ReferenceSide::text() const
{
    QString result = table + u'.' + column;
    if (presence != Presence::There)
        return result;
    result += u' ' + declaredType;
    return declaredType == type || baseType.isEmpty() ? result : result + u" ("_s + type + u')';
}

bool ReferenceCheck::areTypesEqual() const
{
    return from.type == to.type;
}

bool ReferenceCheck::canCompareRows() const
{
    return !error && from.presence == Presence::There && to.presence == Presence::There &&
           commonKeyOrder(from.baseType, to.baseType).has_value();
}

ReferenceCheck::Outcome ReferenceCheck::outcome() const
{
    if (error)
        return Outcome::Failed;
    const auto either = [this](Presence presence) {
        return from.presence == presence || to.presence == presence;
    };
    if (either(Presence::NotConnected))
        return Outcome::NotConnected;
    if (either(Presence::NotYet))
        return Outcome::NotYet;
    if (either(Presence::NotThere))
        return Outcome::NotThere;
    if (!areTypesEqual())
        return Outcome::TypesDiffer;
    if (!orphans)
        return Outcome::TypesEqual;
    return orphans->rows > 0 ? Outcome::HasOrphans : Outcome::Complete;
}

bool ReferenceCheck::isFault() const
{
    return outcome() == Outcome::HasOrphans || outcome() == Outcome::TypesDiffer;
}

QList<ReferenceCheck> checkReferenceTypes(const Project& project,
                                          const QMap<DatabaseName, SessionPtr>& sessions)
{
    QList<ReferenceCheck> checks;
    QMap<DatabaseName, QList<ReferenceSide>> wanted;
    for (const DeclaredReference& declared : declaredReferences(project)) {
        ReferenceCheck check;
        check.declared = declared;
        const Revision::Reference& reference = declared.reference;
        check.from.database = declared.database;
        check.from.table = reference.table;
        check.from.column = reference.column;
        check.to.database = reference.database;
        check.to.table = reference.otherTable;
        check.to.column = reference.otherColumn;
        wanted[check.from.database] << check.from;
        wanted[check.to.database] << check.to;
        checks << check;
    }
    QMap<DatabaseName, SessionPtr> asked;
    for (auto it = sessions.cbegin(); it != sessions.cend(); ++it) {
        if (wanted.contains(it.key()))
            asked.insert(it.key(), it.value());
    }
    const auto answers = askEveryDatabase<SidesOfDatabase>(
        project, asked, [&](Connection& connection, const DatabaseName& name, const QString& role) {
            return readSides(connection, project, name, role, wanted.value(name));
        });
    for (ReferenceCheck& check : checks) {
        fill(check, check.from, answers);
        fill(check, check.to, answers);
    }
    return checks;
}

void checkReferenceRows(ReferenceCheck& check, const QMap<DatabaseName, SessionPtr>& sessions,
                        const CancelToken& token, const ReferenceProgress& progress)
{
    if (!check.canCompareRows())
        return;
    const KeyOrder order = *commonKeyOrder(check.from.baseType, check.to.baseType);
    const auto scan = [&]() -> Result<Orphans> {
        KeyStream from(sessions.value(check.from.database), token);
        KeyStream to(sessions.value(check.to.database), token);
        // One after the other, `from` first: see the header.
        if (auto begun = from.begin(check.from, order); !begun)
            return fail(begun.error());
        if (auto begun = to.begin(check.to, order); !begun)
            return fail(begun.error());
        return findOrphans(from, to, order, [&] {
            check.rowsFrom = from.rows();
            check.rowsTo = to.rows();
            if (progress)
                progress(check.rowsFrom, check.rowsTo);
        });
    };
    auto orphans = scan();
    if (orphans)
        check.orphans = std::move(*orphans);
    else
        check.error = orphans.error();
}

} // namespace socrates::core
