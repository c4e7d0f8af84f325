# SPDX-License-Identifier: MIT
"""What is really in the databases, asked with SQL of the campaign's own, and what ought to be."""

import hashlib

import project

DIGEST = """
SELECT 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text,
       coalesce(pg_get_expr(d.adbin, d.adrelid), '')
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
   AND NOT a.attisdropped AND c.relname <> 'alembic_version'
UNION ALL
SELECT 'index', t.relname, c.relname, pg_get_indexdef(i.indexrelid), i.indisvalid::text, ''
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
 WHERE c.relnamespace = 'public'::regnamespace AND t.relname <> 'alembic_version'
UNION ALL
SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated::text, ''
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
   AND conrelid::regclass::text <> 'alembic_version'
UNION ALL
SELECT 'relation', c.relname, c.relkind::text, '', '', ''
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind NOT IN ('i')
   AND c.relname <> 'alembic_version'
ORDER BY 1, 2, 3, 4"""


def look(connection):
    """(version rows or None, digest, invalid indexes) of one database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.alembic_version') IS NOT NULL")
        versions = None
        if cursor.fetchone()[0]:
            cursor.execute("SELECT version_num FROM public.alembic_version ORDER BY 1")
            versions = [row[0] for row in cursor.fetchall()]
        cursor.execute(DIGEST)
        rows = cursor.fetchall()
        tables = sorted({row[1] for row in rows if row[0] == "relation" and row[2] == "r"})
        invalid = [row[2] for row in rows if row[0] == "index" and row[4] == "false"]
        content = []
        for table in tables:
            cursor.execute(f'SELECT count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM "{table}" t')
            content.append((table, cursor.fetchone()))
    text = repr([row for row in rows if row[0] != "index" or row[4] == "true"]) + repr(content)
    # A half-made index shows in the catalog as a row that is not valid, and is told apart.
    return versions or [], hashlib.sha256(text.encode()).hexdigest()[:16], invalid


def log_of(connection):
    """Events of the program's log, oldest first: (event, direction, revision, statements_done)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('socrates_admin.migration_log') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return []
        cursor.execute("SELECT event, direction, revision, statements_done FROM socrates_admin.migration_log"
                       " ORDER BY id")
        return cursor.fetchall()


class Golden:
    """Digests of every state that the databases may lawfully be in, made by running the statements
    one by one. States of a transaction:false revision have the number of statements done."""

    def __init__(self, server, revisions, mode):
        self.states = {"upgrade": {}, "downgrade": {}}
        self.revisions, self.mode = revisions, mode
        for database, lineage in revisions.items():
            name = "golden_" + database
            server.recreate(name)
            connection = server.connect(name)
            for statement in project.SEED:
                connection.cursor().execute(statement)
            self.walk(connection, database, "upgrade", lineage)
            self.walk(connection, database, "downgrade", list(reversed(lineage)))
            connection.close()

    def walk(self, connection, database, direction, lineage):
        table = self.states[direction].setdefault(database, {})

        def note(version, revision, done):
            table.setdefault(look(connection)[1], []).append((version, revision, done))

        note(lineage[0].down_revision if direction == "upgrade" else lineage[0].name, "", 0)
        for revision in lineage:
            is_up = direction == "upgrade"
            before, after = ((revision.down_revision, revision.name) if is_up
                             else (revision.name, revision.down_revision))
            for done, statement in enumerate(revision.up if is_up else revision.down, 1):
                connection.cursor().execute(statement)
                if not revision.transactional:
                    note(before, revision.name, done)
            note(after, "", 0)

    def version_at_end(self, direction, database):
        return self.revisions[database][-1].name if direction == "upgrade" else ""

    def version_at_start(self, direction, database):
        return self.version_at_end("downgrade" if direction == "upgrade" else "upgrade", database)

    def judge(self, direction, database, versions, digest, log):
        """What is wrong with the state of this database; empty when nothing is."""
        if len(versions) > 1:
            return f"{database}: version rows {versions}"
        version = versions[0] if versions else ""
        ends = (self.version_at_start(direction, database), self.version_at_end(direction, database))
        if self.mode != "each" and version not in ends:
            return f"{database}: at '{version}', in the middle of its one transaction"
        fits = [s for s in self.states[direction][database].get(digest, []) if s[0] == version]
        if not fits:
            return f"{database}: the schema is not one that version '{version}' or a step from it may have"
        partial = [s for s in fits if s[2]]
        if not partial or any(not s[2] for s in fits):
            return ""
        _, revision, done = partial[0]
        newest = [entry for entry in log if entry[2] == revision]
        said = newest[-1][3] if newest and newest[-1][0] == "failure" else None
        lineage = {r.name: r for r in self.revisions[database]}
        statements = lineage[revision].up if direction == "upgrade" else lineage[revision].down
        # A statement that no transaction may hold can be done before the log says so; the log is
        # then one behind, and the next run has to find that out.
        if said == done or (said == done - 1 and "CONCURRENTLY" in statements[done - 1]):
            return ""
        return f"{database}: {done} statements of {revision} are done, the log says {said}"
