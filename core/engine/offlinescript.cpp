// SPDX-License-Identifier: MIT
#include "core/engine/runner.h"

#include "core/base/texts.h"
#include "core/sql/statementkind.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

/// Fails the script unless the version table holds exactly `rows`.
QString rowsGuard(const QStringList& rows)
{
    const QString expected = Connection::literal(Connection::arrayLiteral(rows));
    return uR"(DO $guard$
DECLARE have text[] := '{}';
BEGIN
    IF to_regclass('alembic_version') IS NOT NULL THEN
        EXECUTE 'SELECT coalesce(pg_catalog.array_agg(version_num::text ORDER BY version_num), ''{}'') FROM alembic_version' INTO have;
    END IF;
    IF NOT (have OPERATOR(pg_catalog.@>) %1::text[] AND have OPERATOR(pg_catalog.<@) %1::text[]) THEN
        RAISE EXCEPTION 'alembic_version holds %, this script starts from %', have, %1;
    END IF;
END
$guard$;
)"_s.replace(u"%1"_s, expected);
}

/// Fails the script in a database that holds a table of another database of the project.
QString databaseGuard(const Project& project, const DatabaseName& database)
{
    QStringList foreign;
    for (const ProjectDatabase& other : project.databases()) {
        if (other.name == database)
            continue;
        for (const RevisionPtr& revision : other.graph.revisions()) {
            for (const Statement& statement : revision->up.statements) {
                const StatementTraits traits = traitsOf(statement.text);
                if (traits.verb == "CREATE TABLE"_L1 && !traits.object.isEmpty())
                    foreign << traits.object;
            }
        }
    }
    if (foreign.isEmpty())
        return {};
    return uR"(DO $guard$
DECLARE misplaced text;
BEGIN
    SELECT pg_catalog.string_agg(relname::text, ', ') INTO misplaced FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() AND c.relname = ANY (%1::text[]);
    IF misplaced IS NOT NULL THEN
        RAISE EXCEPTION 'database % holds %, which belongs to another database: this script is for %',
            current_database(), misplaced, %2;
    END IF;
END
$guard$;
)"_s.replace(u"%1"_s, Connection::literal(Connection::arrayLiteral(foreign)))
        .replace(u"%2"_s, Connection::literal(database.text()));
}

QString changeSql(const VersionChange& change)
{
    const QString from = Connection::literal(change.from.text());
    const QString to = Connection::literal(change.to.text());
    QString statement;
    if (change.from.isEmpty())
        return u"INSERT INTO alembic_version (version_num) VALUES (%1);\n"_s.arg(to);
    if (change.to.isEmpty())
        statement =
            u"DELETE FROM alembic_version WHERE alembic_version.version_num OPERATOR(pg_catalog.=) %1"_s
                .arg(from);
    else
        statement =
            u"UPDATE alembic_version SET version_num=%1 WHERE alembic_version.version_num OPERATOR(pg_catalog.=) %2"_s
                .arg(to, from);
    return uR"(DO $version$
DECLARE touched bigint;
BEGIN
    %1;
    GET DIAGNOSTICS touched = ROW_COUNT;
    IF touched <> 1 THEN
        RAISE EXCEPTION 'expected to match one row in alembic_version; % found', touched;
    END IF;
END
$version$;
)"_s.replace(u"%1"_s, statement);
}

QString stepSql(const LineageStep& step, bool createsTable)
{
    const bool isUpgrade = step.direction == Direction::Upgrade;
    QString sql = u"-- Running %1 %2 -> %3, %4\n"_s.arg(
        isUpgrade ? u"upgrade"_s : u"downgrade"_s, positionText(step.rowsBefore),
        positionText(step.rowsAfter), step.revision->title);
    const Section& section = step.section();
    QString body;
    for (const Statement& statement : section.statements)
        body += statement.text + u";\n\n"_s;
    QString bookkeeping;
    for (const VersionChange& change : step.versionChanges)
        bookkeeping += changeSql(change);
    const QString guard = rowsGuard(idTexts(step.rowsBefore));
    const QString create = createsTable
                               ? u"CREATE TABLE IF NOT EXISTS alembic_version (\n    version_num "
                                 u"VARCHAR(32) NOT NULL,\n    "
                                 "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n);\n"_s
                               : QString();
    if (section.transactional)
        return sql + u"BEGIN;\n"_s + guard + create + body + bookkeeping + u"COMMIT;\n\n"_s;
    // Not transactional: every statement is committed by itself, the bookkeeping together.
    return sql + guard + body + u"BEGIN;\n"_s + create + bookkeeping + u"COMMIT;\n\n"_s;
}

} // namespace

Result<QString> offlineScript(const Project& project, const DatabaseName& database,
                              const QString& range)
{
    const RevisionGraph& graph = project.graph(database);
    const qsizetype colon = range.indexOf(u':');
    const QString from = colon < 0 ? QString() : range.left(colon);
    const QString to = colon < 0 ? range : range.mid(colon + 1);
    QList<RevisionId> start;
    if (!from.isEmpty()) {
        const auto resolved = graph.resolve(from);
        if (!resolved)
            return fail(resolved.error());
        start = graph.rowsFor(graph.appliedAt(*resolved));
    }
    const auto wanted = to.startsWith(u'+') || to.startsWith(u'-') ? Result<QList<RevisionId>>()
                                                                   : graph.resolve(to);
    if (!wanted)
        return fail(wanted.error());
    const bool isDowngrade =
        to.startsWith(u'-') || (!start.isEmpty() && !to.startsWith(u'+') &&
                                graph.appliedAt(start).contains(graph.appliedAt(*wanted)));
    if (to.startsWith(u'-') && from.isEmpty()) {
        Error error;
        error.code = u"usage.target"_s;
        error.summary = Texts::tr("downgrade with --sql requires <fromrev>:<torev>");
        error.database = database.text();
        return fail(error);
    }
    const auto steps =
        isDowngrade ? graph.downgradeSteps(start, to) : graph.upgradeSteps(start, to);
    if (!steps)
        return fail(steps.error());
    QString script = u"-- Socrates Admin %1: %2, %3 to %4\n-- Run with psql; every step is one "
                     u"transaction. It stops at the first "
                     "error.\n\\set ON_ERROR_STOP on\nSET search_path = public, pg_temp;\n\n"_s.arg(
                         u"" SOCRATES_VERSION ""_s, database.text(), positionText(start), to);
    script += databaseGuard(project, database) + u'\n';
    bool createsTable = start.isEmpty();
    for (const LineageStep& step : *steps) {
        script += stepSql(step, createsTable);
        createsTable = false;
    }
    return script;
}

} // namespace socrates::core
