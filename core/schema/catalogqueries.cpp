// SPDX-License-Identifier: MIT
#include "core/schema/catalogqueries.h"

#include "core/schema/catalogsql.h"

namespace socrates::core {

using namespace Qt::StringLiterals;

namespace {

using namespace catalog;

/// The schemas and the members of extensions for notComparedSql, which would otherwise plan them
/// some twenty times: that cost more than all the rest of reading a small database.
const QString kKnownNamespaces = u"(SELECT n.oid FROM known_namespaces n)"_s;

QString knownMembersOf(const QString& catalog)
{
    return uR"((SELECT e.objid FROM known_members e WHERE e.classid = 'pg_catalog.%1'::pg_catalog.regclass::pg_catalog.oid))"_s
        .arg(catalog);
}

// oid, name, owner
QString namespacesSql()
{
    return uR"(SELECT n.oid, n.nspname, r.rolname
  FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner
 WHERE n.oid IN %1)"_s.arg(namespaces());
}

// oid, namespace oid, name, relkind, owner, definition
QString relationsSql()
{
    return uR"(SELECT c.oid, c.relnamespace, c.relname, c.relkind, r.rolname,
  CASE c.relpersistence WHEN 'u' THEN 'unlogged ' ELSE '' END
  || CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) ELSE 'table' END
  || CASE WHEN c.reloftype <> 0::pg_catalog.oid THEN ' of ' || pg_catalog.format_type(c.reloftype, NULL) ELSE '' END
  || CASE WHEN c.relispartition THEN ' partition of ' || coalesce(i.parents, '') || ' '
       || pg_catalog.pg_get_expr(c.relpartbound, c.oid)
     WHEN i.parents IS NOT NULL THEN ' inherits (' || i.parents || ')' ELSE '' END
  || CASE WHEN c.relkind = 'p' THEN ' partition by ' || pg_catalog.pg_get_partkeydef(c.oid) ELSE '' END
  || CASE WHEN m.amname IS NOT NULL AND m.amname <> 'heap'::pg_catalog.name
       THEN ' using ' || pg_catalog.quote_ident(m.amname::pg_catalog.text) ELSE '' END
  || coalesce(' with (' || nullif(pg_catalog.concat_ws(', '::pg_catalog.text,
       pg_catalog.array_to_string(c.reloptions, ', '::pg_catalog.text),
       (SELECT pg_catalog.string_agg('toast.' || o.text, ', '::pg_catalog.text)
          FROM pg_catalog.unnest(q.reloptions) AS o (text))), '') || ')', '')
  || CASE WHEN c.relrowsecurity THEN ' row level security' ELSE '' END
  || CASE WHEN c.relforcerowsecurity THEN ' forced row level security' ELSE '' END
  || CASE WHEN c.relkind NOT IN ('r', 'p') THEN '' ELSE
       CASE c.relreplident WHEN 'f' THEN ' replica identity full' WHEN 'n' THEN ' replica identity nothing'
            ELSE '' END END
  FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
  LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
  LEFT JOIN pg_catalog.pg_class q ON q.oid = c.reltoastrelid
  LEFT JOIN (SELECT h.inhrelid, pg_catalog.string_agg(h.inhparent::pg_catalog.regclass::pg_catalog.text,
                    ', '::pg_catalog.text ORDER BY h.inhseqno) AS parents
               FROM pg_catalog.pg_inherits h GROUP BY h.inhrelid) i ON i.inhrelid = c.oid
 WHERE c.oid >= %3 AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace IN %1 AND c.oid NOT IN %2
   AND NOT (c.relkind = 'r' AND c.relname = 'alembic_version'::pg_catalog.name))"_s.arg(
        namespaces(), membersOf(u"pg_class"_s), firstUserOid());
}

// namespace oid, name, owner, definition, owning table's oid, its column, 'a' owned or 'i'
// identity, oid
QString sequencesSql(int version)
{
    return uR"(SELECT c.relnamespace, c.relname, r.rolname,
  %3 || pg_catalog.format_type(s.seqtypid, NULL) || ' start ' || s.seqstart::pg_catalog.text
  || ' increment ' || s.seqincrement::pg_catalog.text || ' min ' || s.seqmin::pg_catalog.text
  || ' max ' || s.seqmax::pg_catalog.text || ' cache ' || s.seqcache::pg_catalog.text
  || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END,
  d.refobjid, a.attname, d.deptype, c.oid
  FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
  LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
   AND d.objid = c.oid AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AND d.deptype IN ('a', 'i')
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
 WHERE c.oid >= %4 AND c.relnamespace IN %1 AND c.oid NOT IN %2)"_s.arg(
        namespaces(), membersOf(u"pg_class"_s),
        version >= 150000 ? u"CASE c.relpersistence WHEN 'u' THEN 'unlogged ' ELSE '' END"_s
                          : u"''"_s,
        firstUserOid());
}

// table oid, name, definition, number; table by table in column order, views' too. The option
// pg_attver is the server's own bookkeeping (a stamp on every column since the security releases of
// November 2026); pg_dump leaves it out by the same prefix. The CASE before the sub-select is for
// speed.
QString columnsSql(int version)
{
    return uR"(SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)
  || CASE WHEN a.attcollation <> t.typcollation
       THEN ' collate ' || a.attcollation::pg_catalog.regcollation::pg_catalog.text ELSE '' END
  || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END %3
  || CASE a.attidentity WHEN 'a' THEN ' generated always as identity'
       WHEN 'd' THEN ' generated by default as identity' ELSE '' END
  || CASE WHEN d.adbin IS NULL THEN ''
       WHEN a.attgenerated = '' THEN ' default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)
       ELSE ' generated always as (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)
            || CASE a.attgenerated WHEN 's' THEN ') stored' ELSE ') virtual' END END
  || CASE WHEN a.attstorage <> t.typstorage THEN ' storage '
       || CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END
       ELSE '' END
  || CASE WHEN a.attoptions IS NULL OR (pg_catalog.array_length(a.attoptions, 1) = 1
            AND pg_catalog.left(a.attoptions[1], 10) = 'pg_attver='::pg_catalog.text) THEN ''
       ELSE coalesce((SELECT ' with (' || pg_catalog.string_agg(o.text, ', '::pg_catalog.text) || ')'
                        FROM pg_catalog.unnest(a.attoptions) AS o (text)
                       WHERE pg_catalog.left(o.text, 10) <> 'pg_attver='::pg_catalog.text), '') END
  || CASE WHEN a.attstattarget >= 0 THEN ' statistics ' || a.attstattarget::pg_catalog.text ELSE '' END %2, a.attnum
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef
 WHERE a.attrelid >= %4 AND a.attnum > 0 AND NOT a.attisdropped
   AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace IN %1
 ORDER BY a.attrelid, a.attnum)"_s.arg(namespaces(), version < 140000 ? QString() : uR"(
  || CASE a.attcompression WHEN 'p' THEN ' compression pglz' WHEN 'l' THEN ' compression lz4' ELSE '' END)"_s,
                                       version < 180000 ? QString() : uR"(
  || CASE WHEN a.attnotnull THEN coalesce((SELECT CASE WHEN k.connoinherit THEN ' no inherit' ELSE '' END
                                               || CASE WHEN k.convalidated THEN '' ELSE ' not valid' END
                  FROM pg_catalog.pg_constraint k
                 WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey[1] = a.attnum), '') ELSE '' END)"_s,
                                       firstUserOid());
}

// table oid, name, contype, definition, oid. Not-null constraints (PostgreSQL 18) are told by the
// column; their names are left out, since a renamed column or a restored dump changes them. What a
// foreign key of or to a partitioned table makes on the partitions is told by the key itself.
QString constraintsSql()
{
    return uR"(SELECT k.conrelid, k.conname, k.contype, pg_catalog.pg_get_constraintdef(k.oid), k.oid
  FROM pg_catalog.pg_constraint k
 WHERE (k.contype <> 'f' OR k.conparentid = 0::pg_catalog.oid) AND k.conrelid >= %2 AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.connamespace IN %1)"_s
        .arg(namespaces(), firstUserOid());
}

// table oid, name, flags, "CREATE INDEX ...", oid
QString indexesSql()
{
    return uR"(SELECT i.indrelid, c.relname,
  CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END || CASE WHEN i.indisclustered THEN ' clustered' ELSE '' END
  || CASE WHEN i.indisreplident THEN ' replica identity' ELSE '' END
  || CASE WHEN c.relispartition THEN coalesce((SELECT ' partition of ' || h.inhparent::pg_catalog.regclass::pg_catalog.text
                  FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid), '') ELSE '' END
  || CASE WHEN i.indexprs IS NULL THEN '' ELSE coalesce((SELECT ' statistics ('
                 || pg_catalog.string_agg(a.attnum::pg_catalog.text || ' ' || a.attstattarget::pg_catalog.text,
                                          ', '::pg_catalog.text ORDER BY a.attnum) || ')'
                  FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attstattarget >= 0), '') END,
  pg_catalog.pg_get_indexdef(i.indexrelid), c.oid
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
 WHERE i.indexrelid >= %2 AND c.relnamespace IN %1)"_s.arg(namespaces(), firstUserOid());
}

// namespace oid, name, typtype, owner, definition, oid
QString typesSql()
{
    return uR"(SELECT t.typnamespace, t.typname, t.typtype, r.rolname, CASE t.typtype
  WHEN 'e' THEN '(' || coalesce((SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel::pg_catalog.text),
                        ', '::pg_catalog.text ORDER BY e.enumsortorder)
                   FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '') || ')'
  WHEN 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod)
    || CASE WHEN t.typcollation <> b.typcollation
         THEN ' collate ' || t.typcollation::pg_catalog.regcollation::pg_catalog.text ELSE '' END
    || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
    || coalesce(' default ' || pg_catalog.pg_get_expr(t.typdefaultbin, 0::pg_catalog.oid), '')
    || coalesce((SELECT pg_catalog.string_agg(' constraint ' || pg_catalog.quote_ident(k.conname::pg_catalog.text)
                          || ' ' || pg_catalog.pg_get_constraintdef(k.oid), ''::pg_catalog.text ORDER BY k.conname)
                   FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
  ELSE '(' || coalesce((SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname::pg_catalog.text) || ' '
                          || pg_catalog.format_type(a.atttypid, a.atttypmod)
                          || CASE WHEN a.attcollation <> y.typcollation
                               THEN ' collate ' || a.attcollation::pg_catalog.regcollation::pg_catalog.text
                               ELSE '' END, ', '::pg_catalog.text ORDER BY a.attnum)
                   FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
                  WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')' END, t.oid
  FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_roles r ON r.oid = t.typowner
  LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
 WHERE t.oid >= %3 AND t.typnamespace IN %1 AND (t.typtype IN ('e', 'd') OR (t.typtype = 'c' AND c.relkind = 'c'))
   AND t.oid NOT IN %2)"_s.arg(namespaces(), membersOf(u"pg_type"_s), firstUserOid());
}

// namespace oid, name, argument types, owner, "CREATE OR REPLACE FUNCTION ...", oid. The
// constructors of range types belong to their type.
QString functionsSql()
{
    return uR"(SELECT p.pronamespace, p.proname, pg_catalog.oidvectortypes(p.proargtypes), r.rolname,
  pg_catalog.pg_get_functiondef(p.oid), p.oid
  FROM pg_catalog.pg_proc p LEFT JOIN pg_catalog.pg_roles r ON r.oid = p.proowner
 WHERE p.oid >= %3 AND p.pronamespace IN %1 AND p.prokind <> 'a' AND p.oid NOT IN %2
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid
                      AND e.objid = p.oid AND e.deptype = 'i'))"_s.arg(
        namespaces(), membersOf(u"pg_proc"_s), firstUserOid());
}

// name, version, schema, owner. plpgsql is in every database from the start.
QString extensionsSql()
{
    return uR"(SELECT x.extname, x.extversion, n.nspname, r.rolname
  FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = x.extowner
 WHERE x.extname <> 'plpgsql'::pg_catalog.name AND $1::pg_catalog.text[] IS NULL ORDER BY x.extname)"_s;
}

/// Counts what is not compared: kinds of objects with a schema, and kinds without.
// singular, count, plural
QString notComparedSql()
{
    struct Counted
    {
        QString singular, plural, catalog, schemaColumn, condition;
    };
    static const QList<Counted> kinds{
        {u"foreign table"_s, u"foreign tables"_s, u"pg_class"_s, u"relnamespace"_s,
         u"o.relkind = 'f'"_s},
        {u"base type"_s, u"base types"_s, u"pg_type"_s, u"typnamespace"_s,
         u"o.typtype = 'b' AND o.typelem = 0::pg_catalog.oid AND o.typarray <> 0::pg_catalog.oid"_s},
        {u"operator"_s, u"operators"_s, u"pg_operator"_s, u"oprnamespace"_s, {}},
        {u"operator class"_s, u"operator classes"_s, u"pg_opclass"_s, u"opcnamespace"_s, {}},
        {u"conversion"_s, u"conversions"_s, u"pg_conversion"_s, u"connamespace"_s, {}},
        {u"text search configuration"_s,
         u"text search configurations"_s,
         u"pg_ts_config"_s,
         u"cfgnamespace"_s,
         {}},
        {u"text search dictionary"_s,
         u"text search dictionaries"_s,
         u"pg_ts_dict"_s,
         u"dictnamespace"_s,
         {}},
        {u"text search parser"_s,
         u"text search parsers"_s,
         u"pg_ts_parser"_s,
         u"prsnamespace"_s,
         {}},
        {u"text search template"_s,
         u"text search templates"_s,
         u"pg_ts_template"_s,
         u"tmplnamespace"_s,
         {}},
        // PostgreSQL makes a cast of its own with every range type.
        {u"cast"_s,
         u"casts"_s,
         u"pg_cast"_s,
         {},
         uR"(NOT EXISTS (SELECT FROM pg_catalog.pg_depend i WHERE i.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass::pg_catalog.oid
                           AND i.objid = o.oid AND i.deptype = 'i'))"_s},
        {u"procedural language"_s, u"procedural languages"_s, u"pg_language"_s, {}, {}},
        {u"publication"_s, u"publications"_s, u"pg_publication"_s, {}, {}},
        {u"foreign server"_s, u"foreign servers"_s, u"pg_foreign_server"_s, {}, {}},
    };
    QStringList parts;
    for (const Counted& kind : kinds) {
        QString condition =
            u"o.oid >= %1 AND o.oid NOT IN %2"_s.arg(firstUserOid(), knownMembersOf(kind.catalog));
        condition += kind.schemaColumn.isEmpty()
                         ? u" AND $1::pg_catalog.text[] IS NULL"_s
                         : u" AND o.%1 IN %2"_s.arg(kind.schemaColumn, kKnownNamespaces);
        if (!kind.condition.isEmpty())
            condition += u" AND "_s + kind.condition;
        parts << u"SELECT '%1', pg_catalog.count(*), '%2' FROM pg_catalog.%3 o WHERE %4"_s.arg(
            kind.singular, kind.plural, kind.catalog, condition);
    }
    parts
        << uR"(SELECT 'security label', pg_catalog.count(*), 'security labels' FROM pg_catalog.pg_seclabel o
 WHERE o.objoid >= %1 AND $1::pg_catalog.text[] IS NULL)"_s.arg(firstUserOid());
    parts
        << uR"(SELECT 'tablespace of a table or index', pg_catalog.count(*), 'tablespaces of tables and indexes'
  FROM pg_catalog.pg_class o WHERE o.reltablespace <> 0::pg_catalog.oid AND o.relnamespace IN %1)"_s
               .arg(kKnownNamespaces);
    parts
        << uR"(SELECT 'comment on a part of a type', pg_catalog.count(*), 'comments on parts of types'
  FROM pg_catalog.pg_description o
  LEFT JOIN pg_catalog.pg_class c ON c.oid = o.objoid AND o.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
  LEFT JOIN pg_catalog.pg_constraint k ON k.oid = o.objoid
   AND o.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid
 WHERE o.objoid >= %1 AND ((c.relkind = 'c' AND c.relnamespace IN %2)
                        OR (k.contypid <> 0::pg_catalog.oid AND k.connamespace IN %2)))"_s.arg(
               firstUserOid(), kKnownNamespaces);
    return uR"(WITH known_namespaces AS MATERIALIZED %1,
 known_members AS MATERIALIZED (SELECT e.classid, e.objid FROM pg_catalog.pg_depend e
  WHERE e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid AND e.deptype = 'e'::"char")
)"_s.arg(namespaces()) +
           parts.join(u"\nUNION ALL "_s);
}

QString sqlOf(CatalogQuery query, int version)
{
    switch (query) {
    case CatalogQuery::Comments:
        return commentsSql();
    case CatalogQuery::Grants:
        return grantsSql();
    case CatalogQuery::Roles:
        return rolesSql();
    case CatalogQuery::Namespaces:
        return namespacesSql();
    case CatalogQuery::DefaultGrants:
        return defaultGrantsSql();
    case CatalogQuery::Relations:
        return relationsSql();
    case CatalogQuery::Sequences:
        return sequencesSql(version);
    case CatalogQuery::Columns:
        return columnsSql(version);
    case CatalogQuery::Constraints:
        return constraintsSql();
    case CatalogQuery::Indexes:
        return indexesSql();
    case CatalogQuery::Types:
        return typesSql();
    case CatalogQuery::Functions:
        return functionsSql();
    case CatalogQuery::Triggers:
        return triggersSql();
    case CatalogQuery::Policies:
        return policiesSql();
    case CatalogQuery::Rules:
        return rulesSql();
    case CatalogQuery::Statistics:
        return statisticsSql();
    case CatalogQuery::Collations:
        return collationsSql(version);
    case CatalogQuery::RangeTypes:
        return rangeTypesSql(version);
    case CatalogQuery::Aggregates:
        return aggregatesSql();
    case CatalogQuery::EventTriggers:
        return eventTriggersSql();
    case CatalogQuery::Extensions:
        return extensionsSql();
    case CatalogQuery::NotCompared:
        return notComparedSql();
    }
    return {};
}

struct Setting
{
    QString name, value;
};

QList<Setting> settings(const QString& mainSchema)
{
    // pg_temp last: a temporary table must not hide the real one. JIT costs more than it gives
    // here.
    const QString path = Connection::identifier(mainSchema);
    return {{u"search_path"_s, path + u", pg_temp"_s}, {u"quote_all_identifiers"_s, u"off"_s},
            {u"DateStyle"_s, u"ISO, YMD"_s},           {u"TimeZone"_s, u"UTC"_s},
            {u"IntervalStyle"_s, u"postgres"_s},       {u"bytea_output"_s, u"hex"_s},
            {u"extra_float_digits"_s, u"1"_s},         {u"jit"_s, u"off"_s}};
}

/// Where the value of before is kept.
QString savedAs(const Setting& setting)
{
    return u"socrates_saved."_s + setting.name;
}

/// One call of set_config for each. No operator is in it: the path of the session may name
/// pg_catalog behind a schema where one is planted.
template <typename Call>
QString settingsSql(const QList<Setting>& settings, const Call& call)
{
    QStringList calls;
    for (const Setting& setting : settings) {
        const auto [name, value] = call(setting);
        calls << u"pg_catalog.set_config(%1, %2, true)"_s.arg(Connection::literal(name), value);
    }
    return u"SELECT "_s + calls.join(u", "_s);
}

QString currentSql(const QString& name)
{
    return u"pg_catalog.current_setting(%1)"_s.arg(Connection::literal(name));
}

} // namespace

QList<CatalogStatement> catalogStatements(int serverVersion, const QStringList& schemas,
                                          const QString& mainSchema, bool restoreSettings)
{
    const QList<Setting> wanted = settings(schemas.size() == 1 ? schemas.first() : mainSchema);
    QList<CatalogStatement> statements;
    const auto addSettings = [&](const auto& call) {
        statements << CatalogStatement{std::nullopt, {settingsSql(wanted, call), {}}};
    };
    if (restoreSettings)
        addSettings([](const Setting& s) { return std::pair(savedAs(s), currentSql(s.name)); });
    addSettings([](const Setting& s) { return std::pair(s.name, Connection::literal(s.value)); });

    const std::optional<QString> names =
        schemas.isEmpty() ? std::nullopt
                          : std::optional<QString>(Connection::arrayLiteral(schemas));
    for (int query = 0; query <= int(CatalogQuery::NotCompared); ++query)
        statements << CatalogStatement{CatalogQuery(query),
                                       {sqlOf(CatalogQuery(query), serverVersion), {names}}};

    if (restoreSettings)
        addSettings([](const Setting& s) { return std::pair(s.name, currentSql(savedAs(s))); });
    return statements;
}

} // namespace socrates::core
