// SPDX-License-Identifier: MIT
#include "core/engine/sequencevalues.h"

#include "core/engine/versiontable.h"
#include "core/schema/mendafter.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using SequenceName = std::pair<QString, QString>;

QString nameText(const SequenceName& name)
{
    return Connection::identifier(name.first) + u'.' + Connection::identifier(name.second);
}

/// Those that this role may read. One that is gone meanwhile is none of them, nor one that keeps no
/// value on a standby (unlogged).
Result<QList<SequenceName>> readableOf(Connection& connection, const QList<SequenceName>& names)
{
    QStringList rows;
    for (const auto& [schema, name] : names)
        rows << u"(%1, %2)"_s.arg(Connection::literal(schema), Connection::literal(name));
    const auto answer =
        connection.query(uR"(SELECT n.nspname, c.relname FROM (VALUES %1) AS v (schema, name)
  JOIN pg_catalog.pg_namespace n ON n.nspname::pg_catalog.text OPERATOR(pg_catalog.=) v.schema
  JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
   AND c.relname::pg_catalog.text OPERATOR(pg_catalog.=) v.name AND c.relkind OPERATOR(pg_catalog.=) 'S'
 WHERE pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
   AND (c.relpersistence OPERATOR(pg_catalog.=) 'p' OR NOT pg_catalog.pg_is_in_recovery()))"_s.arg(
            rows.join(u", "_s)));
    if (!answer)
        return fail(answer.error());
    QList<SequenceName> readable;
    for (const QStringList& row : answer->rows)
        readable << SequenceName(row.at(0), row.at(1));
    return readable;
}

/// Those that are mended, not made: identities of renamed tables, too.
QList<SequenceName> changedOf(const Comparison& comparison, const Schema& found)
{
    QList<SequenceName> names;
    for (const ComparisonLine& line : comparison.lines) {
        if (line.kind != SchemaObject::Kind::Sequence)
            continue;
        if (line.outcome == ComparisonLine::Outcome::Different)
            names << SequenceName(line.schema, line.name);
        if (line.outcome != ComparisonLine::Outcome::Missing)
            continue;
        const SchemaObject missing{line.kind,     line.schema, line.table, line.name,
                                   line.expected, {},          0};
        if (const SchemaObject* same = identityLike(found, missing))
            names << SequenceName(same->schema, same->name);
    }
    return names;
}

} // namespace

Result<void> readSequenceValues(Connection& connection, const Comparison& comparison, Schema& found)
{
    const QList<SequenceName> names = changedOf(comparison, found);
    if (names.isEmpty() || !found.server)
        return {};
    auto& values = found.server->sequenceValues.emplace();
    const auto readable = readableOf(connection, names);
    if (!readable) {
        found.server->sequenceValues.reset();
        return fail(readable.error());
    }
    if (readable->isEmpty())
        return {};
    QList<PipelineItem> items{{u"BEGIN READ ONLY"_s, {}}, boundedLook(connection)};
    const qsizetype first = items.size();
    for (const SequenceName& name : *readable)
        items << PipelineItem{u"SELECT last_value, is_called FROM "_s + nameText(name), {}};
    items << PipelineItem{u"COMMIT"_s, {}};
    const auto done = connection.pipeline(items, [&](qsizetype index, const Rows& rows) {
        if (index >= first && index < first + readable->size())
            values.insert(readable->at(index - first),
                          {rows.at(0, 0).toLongLong(), rows.at(0, 1) == "t"_L1});
        return Result<void>();
    });
    if (done)
        return {};
    (void)connection.query(u"ROLLBACK"_s);
    found.server->sequenceValues.reset();
    return fail(done.error().error);
}

} // namespace socrates::core
