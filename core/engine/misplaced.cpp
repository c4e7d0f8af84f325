// SPDX-License-Identifier: MIT
#include "core/engine/misplaced.h"

#include "core/base/texts.h"

#include <algorithm>

namespace socrates::core {

using namespace Qt::StringLiterals;

using Kind = SchemaObject::Kind;
using Outcome = ComparisonLine::Outcome;

Result<qint64> boundedCount(Connection& connection, const QString& from)
{
    qint64 count = 0;
    const QList<PipelineItem> items{
        {u"BEGIN READ ONLY"_s, {}},
        {u"SET LOCAL row_security TO off"_s, {}},
        {u"SET LOCAL lock_timeout TO '3s'"_s, {}},
        {u"SELECT count(*) FROM (SELECT FROM %1 LIMIT %2) AS r"_s.arg(from).arg(kCountedRows + 1),
         {}}};
    const auto done = connection.pipeline(items, [&](qsizetype item, const Rows& rows) {
        if (item == items.size() - 1)
            count = rows.at(0, 0).toLongLong();
        return Result<void>();
    });
    if (const auto ended = connection.query(u"ROLLBACK"_s); done && !ended)
        return fail(ended.error());
    if (!done)
        return fail(done.error().error);
    return count;
}

QString lossText(const ComparisonLine& line, qint64 count)
{
    const QString object = objectText(line);
    const bool isColumn = line.kind == Kind::Column;
    if (count > kCountedRows) {
        return (isColumn ? Texts::tr("%1 with more than %2 values")
                         : Texts::tr("%1 with more than %2 rows"))
            .arg(object, QString::number(kCountedRows));
    }
    if (count == 0)
        return (isColumn ? Texts::tr("%1, which holds nothing") : Texts::tr("%1, which is empty"))
            .arg(object);
    return (isColumn ? Texts::tr("%1 with %n value(s)", nullptr, int(count))
                     : Texts::tr("%1 with %n row(s)", nullptr, int(count)))
        .arg(object);
}

QString tableText(const ComparisonLine& line)
{
    return Connection::identifier(line.schema) + u'.' +
           Connection::identifier(line.table.isEmpty() ? line.name : line.table);
}

namespace {

/// What stands on these relations and belongs to none of them, as the server describes it: it
/// would refuse to drop them.
Result<QStringList> holdersOf(Connection& connection, const QStringList& relations)
{
    const auto rows = connection.query(uR"(WITH r AS (SELECT c.oid, c.reltype FROM pg_class c
            WHERE c.oid = ANY ($1::text[]::regclass[]::oid[])),
     t AS (SELECT r.reltype AS oid FROM r UNION ALL
           SELECT a.typarray FROM pg_type a WHERE a.oid IN (SELECT r.reltype FROM r))
SELECT DISTINCT pg_describe_object(CASE WHEN v.oid IS NULL THEN d.classid
                                        ELSE 'pg_class'::regclass::oid END,
                                   coalesce(v.ev_class, d.objid), d.objsubid) COLLATE "C"
  FROM pg_depend d
  LEFT JOIN pg_rewrite v ON d.classid = 'pg_rewrite'::regclass::oid AND v.oid = d.objid
 WHERE d.deptype = 'n'::"char"
   AND (d.refclassid = 'pg_class'::regclass::oid AND d.refobjid IN (SELECT r.oid FROM r)
        OR d.refclassid = 'pg_type'::regclass::oid AND d.refobjid IN (SELECT t.oid FROM t))
   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE d.classid = 'pg_constraint'::regclass::oid
                      AND k.oid = d.objid AND k.conrelid IN (SELECT r.oid FROM r))
   AND NOT EXISTS (SELECT FROM r WHERE r.oid = v.ev_class)
   AND NOT (d.classid = 'pg_class'::regclass::oid AND d.objid IN (SELECT r.oid FROM r))
 ORDER BY 1)"_s,
                                       {Connection::arrayLiteral(relations)});
    if (!rows)
        return fail(rows.error());
    QStringList result;
    for (const QStringList& row : rows->rows)
        result << row.first();
    return result;
}

} // namespace

Result<MisplacedRemoval> misplacedRemoval(Connection& connection, const DatabaseName& database,
                                          const Comparison& comparison)
{
    MisplacedRemoval result;
    QStringList views;
    QStringList tables;
    QStringList dropViews;
    QString owner;
    for (const ComparisonLine& line : comparison.lines) {
        if (line.outcome != Outcome::Misplaced)
            continue;
        owner = line.rightful;
        if (isView(line.kind)) {
            views << tableText(line);
            dropViews << (line.kind == Kind::View ? u"DROP VIEW "_s
                                                  : u"DROP MATERIALIZED VIEW "_s) +
                             tableText(line);
            continue;
        }
        const auto count = boundedCount(connection, tableText(line));
        if (!count)
            return fail(count.error());
        tables << tableText(line);
        (*count == 0 ? result.empty : result.filled) << lossText(line, *count);
    }
    if (views.isEmpty() && tables.isEmpty())
        return result;
    if (comparison.count(Outcome::Match) == 0) {
        result.obstacle =
            Texts::tr("Nothing of %1 is here, so this looks like %2 itself: check the connection.")
                .arg(database.text(), owner);
        return result;
    }
    if (!result.filled.isEmpty()) {
        result.obstacle =
            Texts::tr("There are rows: %1. So no removal is offered. Export them and bring them to "
                      "the database they belong to first; once the tables are empty, they can be "
                      "removed here.")
                .arg(result.filled.join(u", "_s));
        return result;
    }
    const auto holders = holdersOf(connection, views + tables);
    if (!holders)
        return fail(holders.error());
    if (!holders->isEmpty()) {
        result.obstacle = Texts::tr("They are empty, but these stand on them, so PostgreSQL would "
                                    "not drop them: %1. Remove those first.")
                              .arg(holders->join(u", "_s));
        return result;
    }
    result.sql = dropViews;
    if (!tables.isEmpty())
        result.sql << u"DROP TABLE "_s + tables.join(u", "_s);
    return result;
}

} // namespace socrates::core
