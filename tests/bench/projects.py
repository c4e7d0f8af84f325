# SPDX-License-Identifier: MIT
"""The same revisions, written as each tool wants them: our files (which dbmate reads too), psql
scripts, Alembic scripts and Sqitch plans."""

import json
import os
import re

ENV_PY = '''from alembic import context
from sqlalchemy import engine_from_config, pool
config = context.config
engine = engine_from_config(config.get_section(config.config_ini_section), prefix="sqlalchemy.",
                            poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
'''

VERSION_TABLE = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
"""


class Revision:
    def __init__(self, number, parent, database, statements, undo):
        self.id, self.parent, self.database = number, parent, database
        self.statements, self.undo = statements, undo


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def script(statements):
    return "".join(s + ";\n" for s in statements)


def read_revisions(folder):
    """The revisions of one database folder of ours, in the order of their numbers."""
    found = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".sql"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            text = file.read()
        header, rest = text.split("-- migrate:up", 1)
        up, down = rest.split("-- migrate:down", 1)
        keys = dict(re.findall(r"^-- ([\w-]+): ?(.*)$", header, re.M))
        # Neither the plan's revisions nor the generated ones have a semicolon inside a statement.
        split = lambda part: [s.strip() for s in re.sub(r"^--.*$", "", part, flags=re.M).split(";") if s.strip()]
        found.append(Revision(keys["revision"].strip(), keys["down_revision"].strip(), keys["database"].strip(),
                              split(up), split(down)))
    return found


def small_revisions(count, database):
    """`count` small steps: a table, then a change to it, and so on."""
    found, parent = [], ""
    for i in range(1, count + 1):
        table = f"item_{(i + 1) // 2:04d}"
        if i % 2:
            up = [f"CREATE TABLE {table} (id bigint PRIMARY KEY, name varchar(100) NOT NULL, "
                  "created_at timestamp NOT NULL DEFAULT now())"]
            down = [f"DROP TABLE {table}"]
        else:
            up = [f"ALTER TABLE {table} ADD COLUMN note text"]
            down = [f"ALTER TABLE {table} DROP COLUMN note"]
        number = f"{i:04d}"
        found.append(Revision(number, parent, database, up, down))
        parent = number
    return found


def wide_revisions(tables, database, per_revision=100):
    """`tables` tables of 12 columns and 3 indexes besides the primary key's."""
    found, parent = [], ""
    for first in range(0, tables, per_revision):
        up, down = [], []
        for i in range(first, min(first + per_revision, tables)):
            name = f"wide_{i:04d}"
            columns = ["id bigint PRIMARY KEY", "owner_id uuid NOT NULL", "name varchar(255) NOT NULL",
                       "description text", "status varchar(20) NOT NULL DEFAULT 'active'",
                       "score integer NOT NULL DEFAULT 0", "amount numeric(12,2)", "is_active boolean DEFAULT true",
                       "payload jsonb", "tags text[]", "created_at timestamp NOT NULL DEFAULT now()",
                       "updated_at timestamptz"]
            up.append(f"CREATE TABLE {name} ({', '.join(columns)})")
            up += [f"CREATE INDEX idx_{name}_{c} ON {name} ({c})" for c in ("owner_id", "status", "created_at")]
            down.insert(0, f"DROP TABLE {name}")
        number = f"{first // per_revision + 1:04d}"
        found.append(Revision(number, parent, database, up, down))
        parent = number
    return found


def write_ours(folder, revisions):
    """A project folder with one database per database named in the revisions."""
    databases = list(dict.fromkeys(r.database for r in revisions))
    write(f"{folder}/socrates.json", json.dumps({"databases": [{"name": name} for name in databases]}))
    for r in revisions:
        write(f"{folder}/{r.database}/{r.id}_step.sql",
              f"-- socrates-migration: 1\n-- revision: {r.id}\n-- down_revision: {r.parent}\n"
              f"-- database: {r.database}\n-- title: Step {r.id}\n\n-- migrate:up\n{script(r.statements)}\n"
              f"-- migrate:down\n{script(r.undo)}")


def write_psql(path, revisions, first_of_lineage=True):
    """What a careful person would feed to psql: each revision in its transaction, with Alembic's row."""
    text = VERSION_TABLE if first_of_lineage else ""
    for r in revisions:
        row = (f"UPDATE alembic_version SET version_num = '{r.id}' WHERE version_num = '{r.parent}'" if r.parent
               else f"INSERT INTO alembic_version VALUES ('{r.id}')")
        text += f"BEGIN;\n{script(r.statements)}{row};\nCOMMIT;\n"
    write(path, text)


def write_alembic(folder, revisions, uri):
    write(f"{folder}/alembic.ini", f"[alembic]\nscript_location = {folder}/scripts\nsqlalchemy.url = {uri}\n")
    write(f"{folder}/scripts/env.py", ENV_PY)
    for r in revisions:
        parent = repr(r.parent) if r.parent else "None"
        ups = "".join(f"    op.execute({s!r})\n" for s in r.statements)
        downs = "".join(f"    op.execute({s!r})\n" for s in r.undo)
        write(f"{folder}/scripts/versions/{r.id}_step.py",
              f"from alembic import op\nrevision = {r.id!r}\ndown_revision = {parent}\n\n"
              f"def upgrade():\n{ups}\ndef downgrade():\n{downs}")
    return ["alembic", "-c", f"{folder}/alembic.ini"]


def write_sqitch(folder, revisions, name):
    plan = f"%syntax-version=1.0.0\n%project={name}\n\n"
    for r in revisions:
        plan += f"r{r.id} 2025-11-05T00:00:00Z Bench <bench@example.org> # step\n"
        write(f"{folder}/deploy/r{r.id}.sql", f"BEGIN;\n{script(r.statements)}COMMIT;\n")
        write(f"{folder}/revert/r{r.id}.sql", f"BEGIN;\n{script(r.undo)}COMMIT;\n")
    write(f"{folder}/sqitch.plan", plan)
    write(f"{folder}/sqitch.conf", "[core]\n\tengine = pg\n[user]\n\tname = Bench\n\temail = bench@example.org\n")
