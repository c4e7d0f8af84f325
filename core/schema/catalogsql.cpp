// SPDX-License-Identifier: MIT
#include "core/schema/catalogsql.h"

#include "core/schema/aspects.h"

namespace socrates::core::catalog {

using namespace Qt::StringLiterals;

const QString& namespaces()
{
    static const QString sql = uR"(
 (SELECT n.oid FROM pg_catalog.pg_namespace n
   WHERE CASE WHEN $1::pg_catalog.text[] IS NOT NULL THEN n.nspname::pg_catalog.text = ANY ($1::pg_catalog.text[])
              ELSE pg_catalog.left(n.nspname::pg_catalog.text, 3) <> 'pg_'::pg_catalog.text
               AND n.nspname <> 'information_schema'::pg_catalog.name
               AND n.nspname <> 'socrates_admin'::pg_catalog.name
               AND n.oid NOT IN (SELECT e.objid FROM pg_catalog.pg_depend e
                                  WHERE e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid
                                    AND e.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass::pg_catalog.oid
                                    AND e.deptype = 'e'::"char") END))"_s;
    return sql;
}

QString membersOf(const QString& catalog)
{
    return uR"((SELECT e.objid FROM pg_catalog.pg_depend e
   WHERE e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid
     AND e.classid = 'pg_catalog.%1'::pg_catalog.regclass::pg_catalog.oid AND e.deptype = 'e'::"char"))"_s
        .arg(catalog);
}

QString firstUserOid()
{
    return u"16384::pg_catalog.oid"_s;
}

// The comment that initdb gives public is none of the project's.
QString commentsSql()
{
    return uR"(SELECT o.classoid::pg_catalog.regclass, o.objoid, o.objsubid, o.description
  FROM pg_catalog.pg_description o
 WHERE (o.objoid >= %1 OR ($1::pg_catalog.text[] IS NULL
                           AND o.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass::pg_catalog.oid
                           AND o.objoid = (SELECT n.oid FROM pg_catalog.pg_namespace n
                                            WHERE n.nspname = 'public'::pg_catalog.name)
                           AND o.description <> 'standard public schema'::pg_catalog.text))
   AND o.classoid <> 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = o.classoid AND e.objid = o.objoid
                      AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid AND e.deptype = 'e'::"char"))"_s
        .arg(firstUserOid());
}

namespace {

/// "app: INSERT, SELECT*; PUBLIC: SELECT" of those entries of an ACL, as `x`, that are wanted.
QString grantsOf(const QString& acl, const QString& condition)
{
    return uR"((SELECT pg_catalog.string_agg(p.who || ': ' || p.what, '; '::pg_catalog.text ORDER BY p.who)
    FROM (SELECT q.who, pg_catalog.string_agg(q.what, ', '::pg_catalog.text ORDER BY q.what) AS what
      FROM (SELECT CASE WHEN x.grantee = 0::pg_catalog.oid THEN 'PUBLIC'::pg_catalog.text
                   ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)::pg_catalog.text) END AS who,
                   x.privilege_type || CASE WHEN pg_catalog.bool_or(x.is_grantable) THEN '*' ELSE '' END AS what
              FROM pg_catalog.aclexplode(%1) x WHERE %2
             GROUP BY x.grantee, x.privilege_type) q GROUP BY q.who) p))"_s.arg(acl, condition);
}

/// What an ACL lets the owner, `o.owner`, do.
QString ownersGrantsOf(const QString& acl)
{
    return uR"((SELECT pg_catalog.string_agg(x.privilege_type, ', '::pg_catalog.text ORDER BY x.privilege_type)
    FROM pg_catalog.aclexplode(%1) x WHERE x.grantee = o.owner))"_s.arg(acl);
}

} // namespace

// Only what differs from what PostgreSQL gives by itself, or initdb gave (public, pg_init_privs).
// Who granted is left out, and what the owner may do unless it is less than everything: both follow
// the owner, and owners are as different as servers.
QString grantsSql()
{
    return uR"(SELECT t.class, t.oid, t.subid, coalesce(pg_catalog.concat_ws('; '::pg_catalog.text,
         CASE WHEN t.own IS DISTINCT FROM t.usual_own AND t.subid = 0
              THEN 'OWNER: ' || coalesce(t.own, 'nothing'::pg_catalog.text) END, nullif(t.granted, '')), '')
  FROM (SELECT o.class, o.oid, o.subid, %1 AS granted, %2 AS usual, %3 AS own, %4 AS usual_own
    FROM (SELECT a.*, coalesce((SELECT i.initprivs FROM pg_catalog.pg_init_privs i
                                 WHERE i.classoid = ('pg_catalog.' || a.class)::pg_catalog.regclass::pg_catalog.oid
                                   AND i.objoid = a.oid AND i.objsubid = a.subid),
                               pg_catalog.acldefault(a.kind, a.owner)) AS base
      FROM (SELECT 'pg_class'::pg_catalog.text AS class, c.oid, 0 AS subid, c.relacl AS acl, c.relowner AS owner,
                   CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END AS kind
              FROM pg_catalog.pg_class c
             WHERE c.oid >= %9 AND c.relacl IS NOT NULL AND c.relnamespace IN %5 AND c.oid NOT IN %6
            UNION ALL SELECT 'pg_class', c.oid, a.attnum, a.attacl, c.relowner, 'c'::"char"
              FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
             WHERE a.attrelid >= %9 AND a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relnamespace IN %5 AND c.oid NOT IN %6
            UNION ALL SELECT 'pg_proc', p.oid, 0, p.proacl, p.proowner, 'f'::"char" FROM pg_catalog.pg_proc p
             WHERE p.oid >= %9 AND p.proacl IS NOT NULL AND p.pronamespace IN %5 AND p.oid NOT IN %7
            UNION ALL SELECT 'pg_type', y.oid, 0, y.typacl, y.typowner, 'T'::"char" FROM pg_catalog.pg_type y
             WHERE y.oid >= %9 AND y.typacl IS NOT NULL AND y.typnamespace IN %5 AND y.oid NOT IN %8
            UNION ALL SELECT 'pg_namespace', n.oid, 0, n.nspacl, n.nspowner, 'n'::"char"
              FROM pg_catalog.pg_namespace n WHERE n.nspacl IS NOT NULL AND n.oid IN %5) a) o) t
 WHERE t.granted IS DISTINCT FROM t.usual OR (t.own IS DISTINCT FROM t.usual_own AND t.subid = 0))"_s
        .arg(grantsOf(u"o.acl"_s, u"x.grantee <> o.owner"_s),
             grantsOf(u"o.base"_s, u"x.grantee <> x.grantor"_s), ownersGrantsOf(u"o.acl"_s),
             ownersGrantsOf(u"pg_catalog.acldefault(o.kind, o.owner)"_s), namespaces(),
             membersOf(u"pg_class"_s), membersOf(u"pg_proc"_s), membersOf(u"pg_type"_s),
             firstUserOid());
}

// Who runs the revisions owns most tables. The version table may be another's, so it tells who that
// is only where there is no other.
QString rolesSql()
{
    const QString maker =
        uR"(coalesce((SELECT c.relowner FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                       WHERE c.relkind IN ('r', 'p') AND n.nspname = pg_catalog.current_schema()
                       GROUP BY c.relowner
                       ORDER BY pg_catalog.count(*) FILTER (WHERE c.relname <> 'alembic_version'::pg_catalog.name) DESC, c.relowner
                       LIMIT 1),
                     (SELECT m.oid FROM pg_catalog.pg_roles m WHERE m.rolname = current_user)))"_s;
    return uR"(SELECT r.rolname, r.oid = %1,
  r.oid = (SELECT c.relowner FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relname = 'alembic_version'::pg_catalog.name AND c.relkind IN ('r', 'p')
              AND n.nspname = pg_catalog.current_schema())
  FROM pg_catalog.pg_roles r WHERE $1::pg_catalog.text[] IS NULL)"_s.arg(maker);
}

// Those of a schema add to those of all schemas, which stand in place of PostgreSQL's own.
QString defaultGrantsSql()
{
    QString words;
    for (const auto& [letter, word] : defaultGrantWords())
        words += u" WHEN '%1' THEN '%2'"_s.arg(letter).arg(word);
    return uR"(SELECT t.namespace, t.objects, t.role, coalesce(pg_catalog.concat_ws('; '::pg_catalog.text,
         CASE WHEN t.own IS DISTINCT FROM t.usual_own AND t.namespace = 0::pg_catalog.oid
              THEN 'OWNER: ' || coalesce(t.own, 'nothing'::pg_catalog.text) END, nullif(t.granted, '')), '')
  FROM (SELECT o.namespace, o.objects, pg_catalog.pg_get_userbyid(o.owner) AS role, %1 AS granted, %2 AS usual, %3 AS own, %4 AS usual_own
    FROM (SELECT d.defaclnamespace AS namespace, d.defaclrole AS owner, d.defaclacl AS acl,
                 CASE WHEN d.defaclnamespace = 0::pg_catalog.oid
                      THEN pg_catalog.acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's'::"char" ELSE d.defaclobjtype END, d.defaclrole)
                      END AS base,
                 CASE d.defaclobjtype %6 END AS objects
            FROM pg_catalog.pg_default_acl d
           WHERE (d.defaclnamespace = 0::pg_catalog.oid AND $1::pg_catalog.text[] IS NULL)
              OR d.defaclnamespace IN %5) o) t
 WHERE t.granted IS DISTINCT FROM t.usual OR (t.own IS DISTINCT FROM t.usual_own AND t.namespace = 0::pg_catalog.oid))"_s
        .arg(grantsOf(u"o.acl"_s, u"x.grantee <> o.owner"_s),
             grantsOf(u"o.base"_s, u"x.grantee <> o.owner"_s), ownersGrantsOf(u"o.acl"_s),
             ownersGrantsOf(u"o.base"_s), namespaces(), words);
}

// A partition's copy of a trigger is told by the parent's, unless it is switched another way.
// Before PostgreSQL 15 it looks like the internal ones of a constraint, which have one of their
// kind.
QString triggersSql()
{
    return uR"(SELECT g.oid, g.tgrelid, g.tgname, pg_catalog.pg_get_triggerdef(g.oid, true)
  || CASE g.tgenabled WHEN 'D' THEN ' disabled' WHEN 'R' THEN ' enabled replica' WHEN 'A' THEN ' enabled always'
          ELSE '' END
  FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
  LEFT JOIN pg_catalog.pg_trigger p ON p.oid = g.tgparentid
 WHERE (p.oid IS NULL OR p.tgenabled <> g.tgenabled)
   AND (NOT g.tgisinternal
        OR (p.oid IS NOT NULL AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                               WHERE k.oid = g.tgconstraint AND k.contype <> 't'::"char"))) AND c.relnamespace IN %1 AND g.oid NOT IN %2)"_s
        .arg(namespaces(), membersOf(u"pg_trigger"_s));
}

QString policiesSql()
{
    return uR"(SELECT p.oid, p.polrelid, p.polname, CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END
  || CASE p.polcmd WHEN 'r' THEN ' for select' WHEN 'a' THEN ' for insert' WHEN 'w' THEN ' for update'
          WHEN 'd' THEN ' for delete' ELSE ' for all' END
  || ' to ' || (SELECT pg_catalog.string_agg(CASE WHEN m.role = 0::pg_catalog.oid THEN 'public'
                         ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.role)::pg_catalog.text) END,
                       ', '::pg_catalog.text ORDER BY pg_catalog.pg_get_userbyid(m.role))
                  FROM pg_catalog.unnest(p.polroles) AS m (role))
  || coalesce(' using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
  || coalesce(' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
  FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
 WHERE c.relnamespace IN %1)"_s.arg(namespaces());
}

QString rulesSql()
{
    return uR"(SELECT w.oid, w.ev_class, w.rulename, pg_catalog.pg_get_ruledef(w.oid, true)
  || CASE w.ev_enabled WHEN 'D' THEN ' disabled' WHEN 'R' THEN ' enabled replica' WHEN 'A' THEN ' enabled always'
          ELSE '' END
  FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
 WHERE w.oid >= %3 AND w.rulename <> '_RETURN'::pg_catalog.name AND c.relnamespace IN %1 AND w.oid NOT IN %2)"_s
        .arg(namespaces(), membersOf(u"pg_rewrite"_s), firstUserOid());
}

// "CREATE STATISTICS schema.name (kinds) ON columns FROM table", and its own schema
QString statisticsSql()
{
    return uR"(SELECT s.oid, s.stxrelid, s.stxname, pg_catalog.pg_get_statisticsobjdef(s.oid)
  || CASE WHEN s.stxstattarget >= 0 THEN ' statistics ' || s.stxstattarget::pg_catalog.text ELSE '' END, s.stxnamespace
  FROM pg_catalog.pg_statistic_ext s WHERE s.stxnamespace IN %1 AND s.oid NOT IN %2)"_s.arg(
        namespaces(), membersOf(u"pg_statistic_ext"_s));
}

// In the words of CREATE COLLATION.
QString collationsSql(int version)
{
    const QString locale = version >= 170000   ? u"o.colllocale"_s
                           : version >= 150000 ? u"o.colliculocale"_s
                                               : u"NULL::pg_catalog.text"_s;
    const QString rules = version >= 160000 ? u"o.collicurules"_s : u"NULL::pg_catalog.text"_s;
    return uR"(SELECT o.oid, o.collnamespace, o.collname, r.rolname,
  '(provider = ' || CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END
  || coalesce(', locale = ' || pg_catalog.quote_literal(%2), '')
  || coalesce(', lc_collate = ' || pg_catalog.quote_literal(o.collcollate::pg_catalog.text), '')
  || coalesce(', lc_ctype = ' || pg_catalog.quote_literal(o.collctype::pg_catalog.text), '')
  || CASE WHEN o.collisdeterministic THEN '' ELSE ', deterministic = false' END
  || coalesce(', rules = ' || pg_catalog.quote_literal(%3), '') || ')'
  FROM pg_catalog.pg_collation o LEFT JOIN pg_catalog.pg_roles r ON r.oid = o.collowner
 WHERE o.oid >= %5 AND o.collnamespace IN %1 AND o.oid NOT IN %4)"_s.arg(
        namespaces(), locale, rules, membersOf(u"pg_collation"_s), firstUserOid());
}

// In the words of CREATE TYPE ... AS RANGE. The constructors belong to the type.
QString rangeTypesSql(int version)
{
    return uR"(SELECT t.oid, t.typnamespace, t.typname, r.rolname,
  '(subtype = ' || pg_catalog.format_type(g.rngsubtype, NULL)
  || CASE WHEN c.opcdefault THEN '' ELSE ', subtype_opclass = '
       || CASE WHEN pg_catalog.pg_opclass_is_visible(c.oid) THEN ''
               ELSE (SELECT pg_catalog.quote_ident(n.nspname::pg_catalog.text) || '.' FROM pg_catalog.pg_namespace n
                      WHERE n.oid = c.opcnamespace) END
       || pg_catalog.quote_ident(c.opcname::pg_catalog.text) END
  || CASE WHEN g.rngcollation = s.typcollation THEN ''
       ELSE ', collation = ' || g.rngcollation::pg_catalog.regcollation::pg_catalog.text END
  || CASE WHEN g.rngcanonical::pg_catalog.oid = 0::pg_catalog.oid THEN ''
       ELSE ', canonical = ' || g.rngcanonical::pg_catalog.text END
  || CASE WHEN g.rngsubdiff::pg_catalog.oid = 0::pg_catalog.oid THEN ''
       ELSE ', subtype_diff = ' || g.rngsubdiff::pg_catalog.text END %2 || ')'
  FROM pg_catalog.pg_range g JOIN pg_catalog.pg_type t ON t.oid = g.rngtypid
  JOIN pg_catalog.pg_type s ON s.oid = g.rngsubtype JOIN pg_catalog.pg_opclass c ON c.oid = g.rngsubopc
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = t.typowner
 WHERE t.typnamespace IN %1 AND t.oid NOT IN %3)"_s.arg(
        namespaces(),
        version >= 140000
            ? u"|| ', multirange_type_name = ' || pg_catalog.format_type(g.rngmultitypid, NULL)"_s
            : QString(),
        membersOf(u"pg_type"_s));
}

// In the words of CREATE AGGREGATE; " variadic" behind them says so of the last argument.
QString aggregatesSql()
{
    const auto function = [](const QString& word, const QString& column) {
        return uR"( || CASE WHEN a.%2::pg_catalog.oid = 0::pg_catalog.oid THEN '' ELSE ', %1 = '
       || a.%2::pg_catalog.text END)"_s.arg(word, column);
    };
    // What it is unless told otherwise depends on the kind.
    const auto modify = [](const QString& word, const QString& column) {
        return uR"( || CASE WHEN a.%2 = CASE a.aggkind WHEN 'n' THEN 'r'::"char" ELSE 'w'::"char" END THEN ''
       ELSE ', %1 = ' || CASE a.%2 WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END END)"_s
            .arg(word, column);
    };
    QString functions;
    for (const auto& [word, column] :
         {std::pair(u"finalfunc"_s, u"aggfinalfn"_s),
          std::pair(u"combinefunc"_s, u"aggcombinefn"_s),
          std::pair(u"serialfunc"_s, u"aggserialfn"_s),
          std::pair(u"deserialfunc"_s, u"aggdeserialfn"_s),
          std::pair(u"msfunc"_s, u"aggmtransfn"_s), std::pair(u"minvfunc"_s, u"aggminvtransfn"_s),
          std::pair(u"mfinalfunc"_s, u"aggmfinalfn"_s)})
        functions += function(word, column);
    functions += modify(u"finalfunc_modify"_s, u"aggfinalmodify"_s) +
                 modify(u"mfinalfunc_modify"_s, u"aggmfinalmodify"_s);
    return uR"(SELECT p.oid, p.pronamespace, p.proname, pg_catalog.oidvectortypes(p.proargtypes), r.rolname,
  '(sfunc = ' || a.aggtransfn::pg_catalog.text || ', stype = ' || pg_catalog.format_type(a.aggtranstype, NULL)
  || CASE WHEN a.aggtransspace = 0 THEN '' ELSE ', sspace = ' || a.aggtransspace::pg_catalog.text END %1
  || CASE WHEN a.aggmtransspace = 0 THEN '' ELSE ', msspace = ' || a.aggmtransspace::pg_catalog.text END
  || CASE WHEN a.aggfinalextra THEN ', finalfunc_extra' ELSE '' END
  || CASE WHEN a.aggmfinalextra THEN ', mfinalfunc_extra' ELSE '' END
  || CASE WHEN a.aggmtranstype = 0::pg_catalog.oid THEN ''
       ELSE ', mstype = ' || pg_catalog.format_type(a.aggmtranstype, NULL) END
  || coalesce(', initcond = ' || pg_catalog.quote_literal(a.agginitval), '')
  || coalesce(', minitcond = ' || pg_catalog.quote_literal(a.aggminitval), '')
  || CASE WHEN a.aggsortop = 0::pg_catalog.oid THEN ''
       ELSE ', sortop = ' || a.aggsortop::pg_catalog.regoperator::pg_catalog.text END
  || CASE p.proparallel WHEN 's' THEN ', parallel = safe' WHEN 'r' THEN ', parallel = restricted' ELSE '' END
  || CASE a.aggkind WHEN 'h' THEN ', hypothetical' ELSE '' END || ')'
  || CASE WHEN a.aggkind = 'n'::"char" AND p.provariadic <> 0::pg_catalog.oid THEN ' variadic' ELSE '' END
  || CASE a.aggkind WHEN 'n' THEN '' ELSE ' ordered by ' || pg_catalog.pg_get_function_arguments(p.oid) END
  FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid::pg_catalog.oid
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = p.proowner
 WHERE p.oid >= %4 AND p.pronamespace IN %2 AND p.oid NOT IN %3)"_s.arg(
        functions, namespaces(), membersOf(u"pg_proc"_s), firstUserOid());
}

QString eventTriggersSql()
{
    return uR"(SELECT v.oid, v.evtname, r.rolname, 'on ' || v.evtevent::pg_catalog.text
  || coalesce(' when tag in (' || (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(g.tag), ', '::pg_catalog.text)
                FROM pg_catalog.unnest(v.evttags) AS g (tag)) || ')', '')
  || ' execute function ' || v.evtfoid::pg_catalog.regproc::pg_catalog.text || '()'
  || CASE v.evtenabled WHEN 'D' THEN ' disabled' WHEN 'R' THEN ' enabled replica' WHEN 'A' THEN ' enabled always'
          ELSE '' END
  FROM pg_catalog.pg_event_trigger v LEFT JOIN pg_catalog.pg_roles r ON r.oid = v.evtowner
 WHERE $1::pg_catalog.text[] IS NULL AND v.oid NOT IN %1)"_s.arg(membersOf(u"pg_event_trigger"_s));
}

} // namespace socrates::core::catalog
