// SPDX-License-Identifier: MIT
#include "core/engine/lossforecast.h"

#include "core/base/texts.h"
#include "core/engine/everydatabase.h"
#include "core/postgres/networksettings.h"
#include "core/sql/lexer.h"
#include "core/sql/statementkind.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <limits>

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using ObjectKind = SchemaObject::Kind;
using TableName = std::pair<QString, QString>; ///< schema, name

/// Counting a table beyond this size would be felt by others; the planner's estimate has to do.
constexpr qint64 kLargeTableBytes = 256LL * 1024 * 1024;
constexpr int kCountTimeoutMs = 3000;
constexpr int kLockTimeoutMs = 1000;

QString qualified(const TableName& table)
{
    return Connection::identifier(table.first) + u'.' + Connection::identifier(table.second);
}

/// What stands on a table that goes; %1: its name, %2: the table.
QString dependentText(const QString& kind)
{
    if (kind == "foreign key"_L1)
        return Texts::tr("foreign key %1 stands on %2");
    return kind == "view"_L1 ? Texts::tr("view %1 stands on %2")
                             : Texts::tr("materialized view %1 stands on %2");
}

/// The steps of one database: where they begin, where they end, and what they run.
struct Way
{
    QList<RevisionId> from;
    QList<RevisionId> to;
    QList<RevisionPtr> revisions; ///< in the order their downgrades run
};

Way wayOf(const Plan& plan, const DatabaseName& database)
{
    Way way;
    for (const PlannedStep& step : plan.steps) {
        if (step.database != database)
            continue;
        if (way.revisions.isEmpty())
            way.from = step.step.rowsBefore;
        way.to = step.step.rowsAfter;
        if (step.step.direction == Direction::Downgrade)
            way.revisions << step.step.revision;
    }
    return way;
}

/// The words of a statement, names unquoted, without comments.
QStringList wordsOf(const QString& sql)
{
    QStringList words;
    for (const Token& token : tokenize(sql)) {
        QString text = sql.mid(token.offset, token.length);
        if (token.kind == Token::Kind::QuotedIdentifier)
            text = text.mid(1, text.size() - 2).replace(u"\"\""_s, u"\""_s);
        else if (token.kind != Token::Kind::Word)
            continue;
        else
            text = text.toLower();
        words << text;
    }
    return words;
}

/// What the downgrades give another name: that is still there afterwards.
QSet<QString> renamedBy(const QList<RevisionPtr>& revisions)
{
    QSet<QString> names;
    for (const RevisionPtr& revision : revisions) {
        for (const Statement& statement : revision->down.statements) {
            const QStringList words = wordsOf(statement.text);
            const qsizetype rename = words.indexOf(u"rename"_s);
            if (words.value(0) != "alter"_L1 || rename < 2)
                continue;
            // ALTER TABLE a RENAME TO b; ALTER TABLE a RENAME [COLUMN] x TO y
            const qsizetype to = words.indexOf(u"to"_s, rename);
            names.insert(to == rename + 1 ? words.at(rename - 1) : words.value(to - 1));
        }
    }
    return names;
}

/// What no count foresees of a statement; empty: nothing.
QString uncountedOf(const Statement& statement, const QString& revision)
{
    const QStringList words = wordsOf(statement.text);
    const QString first = words.value(0);
    const QString shown = statement.text.simplified().left(60);
    if (first == "do"_L1)
        return Texts::tr("%1 runs a DO block, whose effect on rows cannot be counted beforehand")
            .arg(revision);
    const bool writesInside =
        first == "with"_L1 &&
        (words.contains(u"delete"_s) || words.contains(u"update"_s) || words.contains(u"insert"_s));
    static const QRegularExpression call(u"\\b(\\w+)\\s*\\("_s);
    static const QStringList harmless{u"setval"_s, u"nextval"_s,    u"currval"_s,
                                      u"count"_s,  u"set_config"_s, u"coalesce"_s,
                                      u"now"_s,    u"exists"_s,     u"pg_notify"_s};
    bool runsFunction = first == "call"_L1 || first == "execute"_L1;
    for (auto calls = call.globalMatch(statement.text);
         first == "select"_L1 && !runsFunction && calls.hasNext();)
        runsFunction = !harmless.contains(calls.next().captured(1).toLower());
    if (runsFunction)
        return Texts::tr(
                   "%1 runs a function, whose effect on rows cannot be counted beforehand: %2")
            .arg(revision, shown);
    if (first == "update"_L1 || first == "merge"_L1 || writesInside)
        return Texts::tr("%1 changes rows, which are not counted: %2").arg(revision, shown);
    const qsizetype type = words.indexOf(u"type"_s);
    if (first == "alter"_L1 && words.value(1) == "table"_L1 && type > 2)
        return Texts::tr("%1 converts the values of a column: %2").arg(revision, shown);
    return {};
}

class Forecaster
{
public:
    Forecaster(Connection& connection, QString role, const Way& way)
        : m_connection(connection), m_role(std::move(role)), m_way(way)
    {}

    void addDifference(const Schema& before, const Schema& after)
    {
        const QSet<QString> renamed = renamedBy(m_way.revisions);
        for (const SchemaObject& object : before.objects()) {
            const bool isTable =
                object.kind == ObjectKind::Table || object.kind == ObjectKind::MaterializedView;
            const Schema::Key key = keyOf(object);
            if (!isTable || after.find(key) != nullptr || renamed.contains(object.name))
                continue;
            m_lost.insert({object.schema, object.name});
            // A partition's rows are its parent's.
            if (object.kind == ObjectKind::Table && !object.definition.contains("partition of"_L1))
                m_losses << Loss{Loss::Kind::Table, object.schema, object.name, {}, -1, false, {}};
        }
        for (const SchemaObject& object : before.objects()) {
            const Schema::Key key = keyOf(object);
            const bool stays = after.find({ObjectKind::Table, object.schema, {}, object.table});
            if (object.kind == ObjectKind::Column && stays && after.find(key) == nullptr &&
                !renamed.contains(object.name))
                m_losses << Loss{
                    Loss::Kind::Column, object.schema, object.table, object.name, -1, false, {}};
        }
    }

    /// DELETE and TRUNCATE of tables that stay, and what cascades from those.
    Result<void> addStatements()
    {
        for (const RevisionPtr& revision : m_way.revisions) {
            for (const Statement& statement : revision->down.statements) {
                const QString uncounted = uncountedOf(statement, revision->id.text());
                if (!uncounted.isEmpty())
                    m_uncounted << uncounted;
                const StatementTraits traits = traitsOf(statement.text);
                const bool isTruncate = traits.verb.startsWith("TRUNCATE"_L1);
                if (!isTruncate && !traits.verb.startsWith("DELETE"_L1))
                    continue;
                if (const auto added =
                        addRowsOf(traits.object, isTruncate, statement.text, revision->id.text());
                    !added)
                    return added;
            }
        }
        return {};
    }

    Result<void> addDependents()
    {
        for (const TableName& table : std::as_const(m_lost)) {
            const auto rows = m_connection.query(uR"(SELECT DISTINCT kind, name, part FROM (
 SELECT CASE v.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END, v.oid::regclass::text, n.nspname::text || '.' || v.relname::text
   FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_catalog.pg_rewrite'::regclass::oid
   JOIN pg_catalog.pg_class v ON v.oid = r.ev_class JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
  WHERE d.refclassid = 'pg_catalog.pg_class'::regclass::oid AND d.refobjid = to_regclass($1)::oid AND v.oid <> d.refobjid
 UNION ALL
 SELECT 'foreign key', c.conname::text || ' of ' || c.conrelid::regclass::text, n.nspname::text || '.' || t.relname::text
   FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class t ON t.oid = c.conrelid
   JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
  WHERE c.contype = 'f' AND c.confrelid = to_regclass($1)::oid) AS x(kind, name, part) ORDER BY 1, 2)"_s,
                                                 {qualified(table)});
            if (!rows)
                return fail(rows.error());
            for (const QStringList& row : rows->rows) {
                const TableName owner(row.at(2).section(u'.', 0, 0), row.at(2).section(u'.', 1));
                if (!m_lost.contains(owner))
                    m_dependents << dependentText(row.at(0)).arg(row.at(1), table.second);
            }
        }
        m_dependents.removeDuplicates();
        return {};
    }

    Result<void> countAll()
    {
        QList<Loss> there;
        for (Loss& loss : m_losses) {
            const auto counted = count(loss);
            if (!counted)
                return fail(counted.error());
            if (*counted)
                there << loss;
        }
        m_losses = there;
        return {};
    }

    const QList<Loss>& losses() const { return m_losses; }
    const QStringList& dependents() const { return m_dependents; }
    const QStringList& uncounted() const { return m_uncounted; }

private:
    Result<void> addRowsOf(const QString& name, bool isTruncate, const QString& sql,
                           const QString& revision)
    {
        // Whoever references it, as far as the deletion goes there.
        const auto rows = m_connection.query(
            uR"(WITH RECURSIVE reached(oid, depth) AS (
 SELECT to_regclass($1)::oid, 0 WHERE to_regclass($1) IS NOT NULL
 UNION SELECT c.conrelid, 1 FROM reached r JOIN pg_catalog.pg_constraint c ON c.confrelid = r.oid
  WHERE c.contype = 'f' AND (c.confdeltype = 'c' OR $2) AND c.conparentid = 0::oid)
 SELECT n.nspname, c.relname, min(depth) FROM reached JOIN pg_catalog.pg_class c USING (oid)
 JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace GROUP BY 1, 2 ORDER BY 3, 1, 2)"_s,
            {u"public."_s + Connection::identifier(name),
             isTruncate && wordsOf(sql).contains(u"cascade"_s) ? u"t"_s : u"f"_s});
        if (!rows)
            return fail(rows.error());
        for (const QStringList& row : rows->rows) {
            const TableName table(row.at(0), row.at(1));
            if (m_lost.contains(table) || m_touched.contains(table))
                continue; // counted whole already
            m_touched.insert(table);
            m_losses << Loss{Loss::Kind::Rows,
                             row.at(0),
                             row.at(1),
                             {},
                             -1,
                             false,
                             row.at(2) == "0"_L1
                                 ? u"%1: %2"_s.arg(revision, sql.simplified().left(60))
                                 : Texts::tr("cascades from %1").arg(name)};
        }
        return {};
    }

    /// False: there is no such table here, so nothing is lost.
    Result<bool> count(Loss& loss)
    {
        const QString table = qualified({loss.schema, loss.table});
        // From the catalogs alone: pg_table_size() would wait for a lock of others.
        const auto known = m_connection.query(
            uR"(SELECT c.reltuples::bigint, c.relpages::bigint * current_setting('block_size')::bigint,
 coalesce((SELECT s.null_frac FROM pg_catalog.pg_stats s WHERE s.schemaname = $2 AND s.tablename = $3 AND s.attname = $4), 0),
 $4 = '' OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attname = $4 AND NOT a.attisdropped)
 FROM pg_catalog.pg_class c WHERE c.oid = to_regclass($1)::oid)"_s,
            {table, loss.schema, loss.table, loss.column.isNull() ? u""_s : loss.column});
        if (!known)
            return fail(known.error());
        if (known->isEmpty() || known->at(0, 3) != "t"_L1)
            return false;
        if (known->at(0, 1).toLongLong() <= kLargeTableBytes) {
            const QString what =
                loss.column.isEmpty() ? u"*"_s : Connection::identifier(loss.column);
            const auto exact = countExactly(u"SELECT count(%1) FROM %2"_s.arg(what, table));
            if (exact) {
                loss.count = *exact;
                return true;
            }
            if (exact.error().isKind("conn"_L1))
                return fail(exact.error());
        }
        const qint64 tuples = known->at(0, 0).toLongLong();
        loss.isEstimate = tuples >= 0;
        loss.count = tuples < 0 ? -1 : qint64(double(tuples) * (1 - known->at(0, 2).toDouble()));
        return true;
    }

    Result<qint64> countExactly(const QString& sql)
    {
        QList<PipelineItem> items{
            {u"BEGIN READ ONLY"_s, {}},
            networkSettings(m_connection),
            {u"SET LOCAL statement_timeout TO %1"_s.arg(kCountTimeoutMs), {}},
            {u"SET LOCAL lock_timeout TO %1"_s.arg(kLockTimeoutMs), {}},
            // Rows that a policy hides are lost too: rather no count than a wrong one.
            {u"SET LOCAL row_security TO off"_s, {}}};
        if (!m_role.isEmpty())
            items << PipelineItem{u"SET LOCAL ROLE "_s + Connection::identifier(m_role), {}};
        const qsizetype counted = items.size();
        // One trip: the tables are held no longer than the count takes.
        items << PipelineItem{sql, {}} << PipelineItem{u"ROLLBACK"_s, {}};
        qint64 count = -1;
        const auto done =
            m_connection.pipeline(items, [&](qsizetype index, const Rows& rows) -> Result<void> {
                if (index == counted)
                    count = rows.at(0, 0).toLongLong();
                return {};
            });
        if (done)
            return count;
        if (m_connection.isInTransaction())
            static_cast<void>(m_connection.query(u"ROLLBACK"_s)); // a lost one ends by itself
        return fail(done.error().error);
    }

    Connection& m_connection;
    QString m_role;
    const Way& m_way;
    QSet<TableName> m_lost;
    QSet<TableName> m_touched;
    QList<Loss> m_losses;
    QStringList m_dependents;
    QStringList m_uncounted;
};

} // namespace

QString Loss::tableText() const
{
    return schema == "public"_L1 ? table : schema + u'.' + table;
}

QString lossText(const Loss& loss)
{
    const QString number =
        loss.isEstimate ? Texts::tr("about %1").arg(loss.count) : QString::number(loss.count);
    const int count = int(std::clamp<qint64>(loss.count, 0, std::numeric_limits<int>::max()));
    if (loss.kind == Loss::Kind::Column) {
        return (loss.count < 0 ? Texts::tr("an unknown number of values of %1")
                               : Texts::tr("%1 value(s) of %2", nullptr, count).arg(number))
            .arg(loss.tableText() + u'.' + loss.column);
    }
    // A table of the database's own schema is its own plural: "42 refresh tokens".
    const bool isWord = loss.count != 1 && loss.schema == "public"_L1;
    const QString name = isWord ? QString(loss.table).replace(u'_', u' ') : loss.tableText();
    const QString rows = loss.count < 0
                             ? (isWord ? Texts::tr("an unknown number of %1", "rows of a table")
                                       : Texts::tr("an unknown number of rows of %1"))
                         : isWord ? Texts::tr("%1 %2", "number, rows of a table").arg(number)
                                  : Texts::tr("%1 row(s) of %2", nullptr, count).arg(number);
    return loss.kind == Loss::Kind::Rows ? Texts::tr("at most %1").arg(rows.arg(name))
                                         : rows.arg(name);
}

QString forecastText(const LossForecast& forecast)
{
    QStringList parts;
    for (const Loss& loss : forecast.losses)
        parts << lossText(loss);
    if (!parts.isEmpty())
        return Texts::tr("%1 will be deleted.").arg(enumerated(parts));
    return forecast.uncounted.isEmpty()
               ? Texts::tr("No rows will be deleted.")
               : Texts::tr("As far as can be counted, no rows will be deleted.");
}

Result<LossForecast> forecastLoss(Connection& connection, const Project& project, const Plan& plan,
                                  const DatabaseName& database, const ExpectedSchemaSource& source,
                                  const QString& role)
{
    LossForecast forecast;
    forecast.name = database;
    forecast.database = connection.server().database;
    const Way way = wayOf(plan, database);
    if (way.revisions.isEmpty())
        return forecast;
    const auto before = source.expectedAt(project, database, way.from, connection);
    if (!before)
        return fail(before.error());
    const auto after = source.expectedAt(project, database, way.to, connection);
    if (!after)
        return fail(after.error());
    Forecaster forecaster(connection, role, way);
    forecaster.addDifference(before->schema, after->schema);
    const auto told = forecaster.addStatements()
                          .and_then([&] { return forecaster.addDependents(); })
                          .and_then([&] { return forecaster.countAll(); });
    if (!told)
        return fail(told.error());
    forecast.losses = forecaster.losses();
    forecast.dependents = forecaster.dependents();
    forecast.uncounted = forecaster.uncounted();
    return forecast;
}

QList<LossForecast> forecastLosses(const Project& project, const Plan& plan,
                                   const QMap<DatabaseName, SessionPtr>& sessions,
                                   const ExpectedSchemaSource& source)
{
    QMap<DatabaseName, SessionPtr> touched;
    for (const DatabaseName& name : plan.touchedDatabases())
        touched.insert(name, sessions.value(name));
    return askEveryDatabase<LossForecast>(
        project, touched,
        [&](Connection& connection, const DatabaseName& name, const QString& role) {
            return forecastLoss(connection, project, plan, name, source, role);
        });
}

} // namespace socrates::core
