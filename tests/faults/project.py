# SPDX-License-Identifier: MIT
"""The project that the campaign migrates, as data: what each statement leads to is known here
without the program's own reader, splitter or catalog queries."""

import json
import os

# Every statement changes something that a digest sees, and none can be run twice unnoticed.
PEOPLE = "people"
WORKS = "works"


class Revision:
    def __init__(self, name, down_revision, up, down, transactional=True, requires=""):
        self.name, self.down_revision, self.up, self.down = name, down_revision, up, down
        self.transactional, self.requires = transactional, requires

    def text(self, database):
        mode = "" if self.transactional else " transaction:false"
        lines = ["-- socrates-migration: 1", f"-- revision: {self.name}",
                 f"-- down_revision: {self.down_revision}".rstrip(), f"-- database: {database}"]
        if self.requires:
            lines.append(f"-- requires: {self.requires}")
        lines += ["", f"-- migrate:up{mode}", *(s + ";" for s in self.up),
                  "", f"-- migrate:down{mode}", *(s + ";" for s in self.down)]
        return "\n".join(lines) + "\n"


REVISIONS = {
    PEOPLE: [
        Revision("p1", "", [
            "CREATE TABLE person (id int PRIMARY KEY, name text NOT NULL)",
            "INSERT INTO person SELECT i, 'person ' || i FROM generate_series(1, 20) i",
            "CREATE INDEX person_name ON person (name)",
        ], ["DROP TABLE person"]),
        Revision("p2", "p1", [
            "CREATE TABLE token (id int PRIMARY KEY, person int NOT NULL, word text UNIQUE)",
            "ALTER TABLE token ADD CONSTRAINT token_person FOREIGN KEY (person) REFERENCES person (id)",
            "INSERT INTO token SELECT i, i, 'word ' || i FROM generate_series(1, 20) i",
        ], ["ALTER TABLE token DROP CONSTRAINT token_person", "DROP TABLE token"]),
    ],
    WORKS: [
        Revision("w1", "", [
            "CREATE TABLE work (id int PRIMARY KEY, title text NOT NULL, year int DEFAULT 2000)",
            "INSERT INTO work SELECT i, 'title ' || i, 1900 + i FROM generate_series(1, 20) i",
            "CREATE TABLE trace (word text NOT NULL)",
        ], ["DROP TABLE trace", "DROP TABLE work"], requires=PEOPLE + "@p2"),
        Revision("w2", "w1", [
            "INSERT INTO trace VALUES ('w2 up, first')",
            "CREATE INDEX CONCURRENTLY work_title ON work (title)",
            "INSERT INTO trace VALUES ('w2 up, second')",
            "CREATE UNIQUE INDEX CONCURRENTLY work_year ON work (year)",
        ], [
            "DROP INDEX CONCURRENTLY work_year",
            "INSERT INTO trace VALUES ('w2 down')",
            "DROP INDEX CONCURRENTLY work_title",
        ], transactional=False),
        Revision("w3", "w2", [
            "ALTER TABLE work ADD COLUMN rating int DEFAULT 0 NOT NULL",
            "CREATE TABLE note (id int PRIMARY KEY, work int REFERENCES work (id))",
            "INSERT INTO trace VALUES ('w3 up')",
        ], ["DROP TABLE note", "ALTER TABLE work DROP COLUMN rating",
            "INSERT INTO trace VALUES ('w3 down')"]),
    ],
}

# For the modes that hold one transaction open: without the step that no transaction may hold.
PLAIN = {
    PEOPLE: REVISIONS[PEOPLE],
    WORKS: [REVISIONS[WORKS][0],
            Revision("w3", "w1", REVISIONS[WORKS][2].up, REVISIONS[WORKS][2].down)],
}

# What was in the databases before, and is none of the project's business.
SEED = ["CREATE TABLE seeded (id int PRIMARY KEY, word text)",
        "INSERT INTO seeded SELECT i, md5(i::text) FROM generate_series(1, 100) i"]


def write(folder, revisions=None):
    revisions = revisions or REVISIONS
    os.makedirs(folder, exist_ok=True)
    databases = []
    for database, lineage in revisions.items():
        os.makedirs(f"{folder}/{database}", exist_ok=True)
        databases.append({"name": database, "folder": database})
        for revision in lineage:
            with open(f"{folder}/{database}/{revision.name}_step.sql", "w", encoding="utf-8") as file:
                file.write(revision.text(database))
    with open(folder + "/socrates.json", "w", encoding="utf-8") as file:
        json.dump({"databases": databases,
                   "ignore": [f"{name}.public.seeded*" for name in revisions]
                             + [f"{name}.faults.*" for name in revisions]}, file)
    return folder
