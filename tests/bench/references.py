#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures `references` beside psql copying both columns out, on one server, in rounds:

    python3 tests/bench/references.py --build build [--rows 10000000] [--rounds 3] [--key uuid|bigint|text]

One row in a hundred thousand has no partner. The ratio is the median of ratios inside a round.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

from server import Server

HEADER = "-- socrates-migration: 1\n-- revision: {id}\n-- down_revision:\n-- database: {db}\n{more}\n"
SECTIONS = "-- migrate:up\nCREATE TABLE {table} (k {key} NOT NULL);\n\n-- migrate:down\nDROP TABLE {table};\n"
KEYS = {"uuid": "md5(i::text)::uuid", "bigint": "hashtextextended(i::text, 0)", "text": "md5(i::text)"}


def write_project(folder, key):
    with open(folder + "/socrates.json", "w", encoding="utf-8") as file:
        json.dump({"databases": [{"name": "there"}, {"name": "here"}]}, file)
    for db, table, more in (("there", "users", ""), ("here", "projects", "-- references: projects.k -> there.users.k\n")):
        os.makedirs(folder + "/" + db)
        with open(f"{folder}/{db}/{db[0]}1.sql", "w", encoding="utf-8") as file:
            file.write(HEADER.format(id=db[0] + "1", db=db, more=more) + SECTIONS.format(table=table, key=key))


def fill(server, options):
    value = KEYS[options.key]
    for db, table, where in (("there", "users", "i % 100000 <> 0"), ("here", "projects", "true")):
        sql = (f"INSERT INTO {table} SELECT {value} FROM generate_series(1, {options.rows}) i WHERE {where}")
        subprocess.run(server.psql(db, "-c", sql), check=True)
        if options.index:
            subprocess.run(server.psql(db, "-c", f"CREATE INDEX ON {table} (k)"), check=True)
        subprocess.run(server.psql(db, "-c", f"VACUUM ANALYZE {table}"), check=True)
    subprocess.run(server.psql("postgres", "-c", "CHECKPOINT"), check=True)


def timed(command, **more):
    """Seconds, peak memory in MB, exit code, output, and the seconds of CPU of the program itself."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, **more)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    return (time.perf_counter() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), out,
            usage.ru_utime + usage.ru_stime)


def psql_copies(server):
    """Both columns, one after the other, as a person would do it."""
    start = time.perf_counter()
    for db, table in (("here", "projects"), ("there", "users")):
        with open(os.devnull, "wb") as nothing:
            subprocess.run(server.psql(db, "-c", f"COPY {table} (k) TO STDOUT"), check=True, stdout=nothing)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--key", choices=sorted(KEYS), default="uuid")
    parser.add_argument("--index", action="store_true", help="both columns have an index, as a key has")
    options = parser.parse_args()
    server = Server(["fsync=off"])
    folder = tempfile.mkdtemp(prefix="socrates-bench-references-")
    try:
        write_project(folder, options.key)
        server.recreate("here", "there")
        ours = [os.path.join(os.path.abspath(options.build), "socrates-migrate"), "--project", folder,
                "--url=here=" + server.uri("here"), "--url=there=" + server.uri("there")]
        environment = dict(os.environ, HOME=folder)
        subprocess.run([*ours, "upgrade"], check=True, stdout=subprocess.DEVNULL, env=environment)
        fill(server, options)
        ratios = []
        for number in range(options.rounds + 1):
            theirs = psql_copies(server)
            seconds, memory, code, out, cpu = timed([*ours, "references", "--json"], env=environment)
            found = json.loads(out)["references"][0]
            if code != 3 or found["orphan_rows"] != options.rows // 100000:
                raise SystemExit(f"wrong answer: exit {code}, {found}")
            note = "warm-up" if number == 0 else f"ratio {seconds / theirs:.2f}"
            print(f"psql {theirs:6.2f} s   references {seconds:6.2f} s, of it CPU {cpu:.2f} s, {memory:.0f} MB   {note}", flush=True)
            if number > 0:
                ratios.append(seconds / theirs)
        print(f"{options.rows} rows a side, {options.key}: median ratio {statistics.median(ratios):.2f}")
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
