// SPDX-License-Identifier: MIT
#include "core/engine/versiontable.h"

#include "core/base/texts.h"
#include "core/engine/trustedowner.h"
#include "core/postgres/networksettings.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

QString qualified(const QString& schema)
{
    return Connection::identifier(schema) + u".alembic_version"_s;
}

bool isTrue(const QString& value)
{
    return value == "t"_L1;
}

} // namespace

PipelineItem versionTableQuery(const QString& role)
{
    // A table that somebody else planted would run its triggers and rules with our rights, and
    // row-level security would make it look empty.
    return {uR"(
SELECT n.nspname, c.relkind, pg_get_userbyid(c.relowner),
       c.relrowsecurity,
       EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
       EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid AND c.relkind = 'r'),
       %1
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid = to_regclass('alembic_version')::oid)"_s.arg(
                trustedOwnerSql(u"c.relowner"_s, u"$1"_s)),
            {role}};
}

VersionTable versionTableFrom(const Rows& rows, const QString& fallbackSchema)
{
    VersionTable table;
    table.schema = fallbackSchema;
    if (rows.isEmpty())
        return table;
    table.exists = true;
    table.schema = rows.at(0, 0);
    table.owner = rows.at(0, 2);
    if (rows.at(0, 1) != "r"_L1)
        table.suspicion = Texts::tr("alembic_version is not an ordinary table");
    else if (isTrue(rows.at(0, 3)))
        table.suspicion = Texts::tr("alembic_version has row-level security, which hides rows");
    else if (isTrue(rows.at(0, 4)))
        table.suspicion = Texts::tr("alembic_version has a trigger");
    else if (isTrue(rows.at(0, 5)))
        table.suspicion = Texts::tr("alembic_version has a rule");
    else if (!isTrue(rows.at(0, 6)))
        table.suspicion =
            Texts::tr("alembic_version belongs to %1, who is neither this user, a role it "
                      "belongs to, the owner of "
                      "the database nor a superuser")
                .arg(table.owner);
    return table;
}

QString versionRowsSql(const VersionTable& table)
{
    return u"SELECT version_num FROM "_s + qualified(table.schema) +
           u" ORDER BY version_num COLLATE \"C\""_s;
}

QStringList versionRowsFrom(const Rows& rows)
{
    QStringList result;
    result.reserve(rows.size());
    for (const QStringList& row : rows.rows)
        result << row.constFirst();
    return result;
}

PipelineItem versionChangeItem(const VersionTable& table, const VersionChange& change)
{
    // PostgreSQL has no = for two varchar: one that somebody planted would be the better match.
    const QString name = qualified(table.schema);
    if (change.from.isEmpty())
        return {u"INSERT INTO "_s + name + u" (version_num) VALUES ($1)"_s, {change.to.text()}};
    if (change.to.isEmpty())
        return {u"DELETE FROM "_s + name +
                    u" WHERE alembic_version.version_num OPERATOR(pg_catalog.=) $1"_s,
                {change.from.text()}};
    return {
        u"UPDATE "_s + name +
            u" SET version_num=$2 WHERE alembic_version.version_num OPERATOR(pg_catalog.=) $1"_s,
        {change.from.text(), change.to.text()}};
}

Error versionChangeError(const VersionChange& change, qint64 affected)
{
    Error error;
    error.code = u"version.row_count"_s;
    if (change.to.isEmpty()) {
        error.summary = Texts::tr("Online migration expected to match one row when deleting '%1' "
                                  "in 'alembic_version'; %2 found")
                            .arg(change.from.text())
                            .arg(affected);
    } else {
        error.summary = Texts::tr("Online migration expected to match one row when updating '%1' "
                                  "to '%2' in 'alembic_version'; %3 found")
                            .arg(change.from.text(), change.to.text())
                            .arg(affected);
    }
    error.hint =
        Texts::tr("Somebody changed the version table while this ran. Look at the status again.");
    return error;
}

PipelineItem assertVersionRows(const VersionTable& table, const QList<RevisionId>& rows)
{
    // The failing cast is evaluated only when its CASE branch is taken, since it is not constant.
    return {u"SELECT CASE WHEN have OPERATOR(pg_catalog.@>) $1::text[] AND have "
            u"OPERATOR(pg_catalog.<@) $1::text[] THEN 1 "
            "ELSE ('version rows moved ' || pg_backend_pid()::text)::int END FROM "
            "(SELECT coalesce(pg_catalog.array_agg(version_num::text), '{}') AS have FROM "_s +
                qualified(table.schema) + u") AS v"_s,
            {Connection::arrayLiteral(idTexts(rows))}};
}

PipelineItem lockVersionTable(const VersionTable& table)
{
    return {u"LOCK TABLE "_s + qualified(table.schema) + u" IN SHARE ROW EXCLUSIVE MODE"_s, {}};
}

PipelineItem boundedLook(const Connection& connection)
{
    PipelineItem item = networkSettings(connection);
    item.sql += u", pg_catalog.set_config('lock_timeout', '3s', true)"_s;
    return item;
}

Result<VersionTable> readVersionTable(Connection& connection, const QString& role)
{
    const auto found = connection.query(versionTableQuery(role));
    if (!found)
        return fail(found.error());
    VersionTable table = versionTableFrom(*found, u"public"_s);
    if (!table.exists || !table.suspicion.isEmpty())
        return table;
    const auto read = connection.pipeline({boundedLook(connection), {versionRowsSql(table), {}}},
                                          [&table](qsizetype item, const Rows& rows) {
                                              if (item == 1)
                                                  table.rows = versionRowsFrom(rows);
                                              return Result<void>();
                                          });
    if (!read)
        return fail(read.error().error);
    return table;
}

QString positionText(const QList<RevisionId>& rows)
{
    return rows.isEmpty() ? u"base"_s : idTexts(rows).join(u", "_s);
}

} // namespace socrates::core
