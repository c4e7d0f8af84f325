# SPDX-License-Identifier: MIT
"""The campaign's revisions of one database as a folder of the real Alembic, and a run of it."""

import os
import subprocess

import project

ENV = """
from alembic import context
from sqlalchemy import create_engine

engine = create_engine(context.config.get_main_option("sqlalchemy.url"), connect_args={"application_name": "alembic"})
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"""


def write(folder, url, lineage, before=None):
    """`before`: what a revision does first, by its name."""
    os.makedirs(folder + "/versions", exist_ok=True)
    with open(folder + "/alembic.ini", "w", encoding="utf-8") as file:
        file.write(f"[alembic]\nscript_location = {folder}\nsqlalchemy.url = {url}\n")
    with open(folder + "/env.py", "w", encoding="utf-8") as file:
        file.write(ENV)
    for revision in lineage:
        lines = ["from alembic import op", f"revision = {revision.name!r}",
                 f"down_revision = {revision.down_revision or None!r}", "def upgrade():"]
        statements = [(before or {}).get(revision.name), *revision.up]
        lines += [f"    op.execute({statement!r})" for statement in statements if statement]
        with open(f"{folder}/versions/{revision.name}.py", "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return folder


def start(bench, before=None):
    """`alembic upgrade head` on the people, past the proxy."""
    server = bench.server
    url = f"postgresql://postgres@/{project.PEOPLE}?host={server.folder}&port={server.port}"
    folder = write(bench.folder + "/alembic" + ("-held" if before else ""), url,
                   bench.revisions[project.PEOPLE], before)
    return subprocess.Popen(["/usr/bin/alembic", "-c", folder + "/alembic.ini", "upgrade", "head"],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder)
