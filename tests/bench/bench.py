#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures socrates-migrate beside psql, Alembic, Sqitch and dbmate on one server in one run.

Every round runs each tool once, in turning order, and a ratio is taken inside its round, so that
a machine that is busy for a while is busy for all. Peak memory comes from the round before the
first, which is not timed and also warms every cache. psql is always the first tool of a scenario:
ratios are to it."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import projects
from server import Server
from slowlink import SlowLink

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PLAN = ("socrates_auth", "socrates_specs")


class Tool:
    """One way to do a scenario's work: commands that run one after the other. `rounds` limits a
    slow tool; `check` says afterwards whether the work was really done."""

    def __init__(self, name, commands, prepare=None, check=None, rounds=None, env=None):
        self.name, self.commands = name, commands
        self.prepare, self.check, self.rounds, self.env = prepare, check, rounds, env or {}
        self.seconds, self.ratios, self.memory, self.trips = [], [], None, None


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = tempfile.mkdtemp(prefix="socrates-bench-files-")
        self.server = Server(["fsync=off"] if options.no_fsync else [])
        self.link = SlowLink(self.server.port, options.delay / 1000)
        self.program = os.path.join(os.path.abspath(options.build), "socrates-migrate")
        self.cache = self.folder + "/home/.cache"
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        self.environment.update(HOME=self.folder + "/home", LC_ALL="C.UTF-8")
        os.makedirs(self.cache)
        self.results = []

    def close(self):
        self.link.stop()
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- the tools' command lines ---

    def ours(self, project, databases, *arguments, port=None):
        urls = [f"--url={name}={self.server.uri(name, port)}" for name in databases]
        return [self.program, "--project", project, *urls, *arguments]

    def has(self, program):
        return shutil.which(program) is not None

    def dbmate(self, folder, database, command, port=None):
        return ["dbmate", "--no-dump-schema", "-d", folder, "-u",
                self.server.uri(database, port, "postgres", "?sslmode=disable"), command]

    def sqitch(self, folder, database, command, port=None):
        return ["sqitch", "-C", folder, command, self.server.uri(database, port, "db:pg")]

    # --- measuring ---

    def execute(self, tool, measure_memory=False):
        if tool.prepare:
            tool.prepare()
        self.link.reset()
        report = self.folder + "/time"
        memory = []
        start = time.perf_counter()
        for command in tool.commands:
            wrapped = ["/usr/bin/time", "-f", "%M", "-o", report, *command] if measure_memory else command
            done = subprocess.run(wrapped, env={**self.environment, **tool.env}, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if done.returncode != 0:
                raise SystemExit(f"{tool.name}: {' '.join(command)}\nended with {done.returncode}\n"
                                 + (done.stdout + done.stderr).decode()[-3000:])
            if measure_memory:
                with open(report, encoding="ascii") as file:
                    memory.append(int(file.read().split()[-1]) / 1024)
        seconds = time.perf_counter() - start
        if measure_memory:
            tool.memory = max(memory)
        tool.trips = self.link.trips or None
        if tool.check:
            tool.check(tool)
        return seconds

    def scenario(self, title, tools, rounds):
        if self.options.only and not any(word in title for word in self.options.only):
            return
        tools = [tool for tool in tools if tool]
        print(f"\n### {title}", flush=True)
        can_measure_memory = os.path.exists("/usr/bin/time")
        for tool in tools:
            seconds = self.execute(tool, can_measure_memory)
            if tool.rounds == 0:  # too slow for a second time: the warm-up is its result
                tool.seconds.append(seconds)
        for number in range(rounds):
            order = tools[number % len(tools):] + tools[:number % len(tools)]
            taken = {}
            for tool in order:
                if tool.rounds is None or number < tool.rounds:
                    taken[tool] = self.execute(tool)
                    tool.seconds.append(taken[tool])
            for tool, seconds in taken.items():
                tool.ratios.append(seconds / taken[tools[0]])
        for tool in tools:
            if not tool.ratios:
                tool.ratios = [tool.seconds[0] / statistics.median(tools[0].seconds)]
        self.report(title, tools)

    def report(self, title, tools):
        print("| tool | median | lowest | highest | x psql | peak memory | round trips | rounds |\n"
              "|---|--:|--:|--:|--:|--:|--:|--:|")
        for tool in tools:
            row = {"scenario": title, "tool": tool.name, "median_s": statistics.median(tool.seconds),
                   "min_s": min(tool.seconds), "max_s": max(tool.seconds),
                   "ratio": statistics.median(tool.ratios), "peak_mb": tool.memory, "round_trips": tool.trips,
                   "rounds": len(tool.seconds)}
            self.results.append(row)
            memory = f"{row['peak_mb']:.1f} MB" if row["peak_mb"] else "-"
            print(f"| {tool.name} | {milliseconds(row['median_s'])} | {milliseconds(row['min_s'])} | "
                  f"{milliseconds(row['max_s'])} | {row['ratio']:.2f} | {memory} | {row['round_trips'] or '-'} | "
                  f"{row['rounds']} |", flush=True)

    def has_tables(self, counts):
        def check(tool):
            for database, least in counts.items():
                found = int(self.server.value(
                    database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                if found < least:
                    raise SystemExit(f"{tool.name}: {database} has {found} tables, not {least}")
        return check

    def forget(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    # --- the scenarios ---

    def upgrades(self, title, project, revisions, rounds, port=None, slow_rounds=None):
        """One scenario: all revisions from empty, with every tool that is here."""
        server, folder = self.server, tempfile.mkdtemp(dir=self.folder)
        by_database = {}
        for revision in revisions:
            by_database.setdefault(revision.database, []).append(revision)
        databases = list(by_database)
        check = self.has_tables({
            name: sum(s.startswith("CREATE TABLE") for r in steps for s in r.statements)
            for name, steps in by_database.items()})
        psql, alembic, dbmate, sqitch = [], [], [], []
        one = ""
        for name, steps in by_database.items():
            projects.write_psql(f"{folder}/{name}.sql", steps)
            one += f"\\connect {server.uri(name, port)}\n\\i {folder}/{name}.sql\n"
            psql.append(server.psql(name, "-f", f"{folder}/{name}.sql", port=port))
            ini = projects.write_alembic(f"{folder}/alembic-{name}", steps,
                                         server.uri(name, port, "postgresql+psycopg2"))
            alembic.append([*ini, "upgrade", "head"])
            dbmate.append(self.dbmate(f"{project}/{name}", name, "migrate", port))
            projects.write_sqitch(f"{folder}/sqitch-{name}", steps, name)
            sqitch.append(self.sqitch(f"{folder}/sqitch-{name}", name, "deploy", port))
        projects.write(f"{folder}/all.sql", one)
        upgrade = [self.ours(project, databases, "upgrade", port=port)]

        def empty():
            server.recreate(*databases)

        def empty_and_forget():
            empty()
            self.forget()

        tools = [Tool("psql" if len(databases) == 1 else "psql, once per database", psql, empty, check)]
        if len(databases) > 1:
            tools.append(Tool("psql, one for all", [server.psql("postgres", "-f", f"{folder}/all.sql", port=port)],
                              empty, check))
        tools += [Tool("socrates-migrate", upgrade, empty, check),
                  Tool("socrates-migrate, no cache", upgrade, empty_and_forget, check)]
        if self.has("dbmate"):
            tools.append(Tool("dbmate", dbmate, empty, check, slow_rounds))
        if self.has("alembic"):
            tools.append(Tool("alembic", alembic, empty, check, slow_rounds))
        if self.has("sqitch") and port is None:
            tools.append(Tool("sqitch", sqitch, empty, check, 0 if slow_rounds else None))
        self.scenario(title, tools, rounds)
        return folder, databases

    def questions(self, title, project, revisions, folder, rounds):
        """Nothing to do, and status, where everything is applied, each tool in its own database."""
        server, name = self.server, revisions[0].database
        self.server.recreate(name)
        subprocess.run(self.ours(project, [name], "upgrade"), check=True, env=self.environment,
                       stdout=subprocess.DEVNULL)
        one = Tool("psql -c 'select 1'", [server.psql(name, "-c", "select 1")])
        ini = ["alembic", "-c", f"{folder}/alembic-{name}/alembic.ini"]
        for what, ours, alembic, dbmate in (("nothing to do", "upgrade", ["upgrade", "head"], "migrate"),
                                            ("status", "status", ["current"], "status")):
            tools = [Tool(one.name, one.commands), Tool("socrates-migrate", [self.ours(project, [name], ours)])]
            if self.has("alembic"):
                tools.append(Tool("alembic", [[*ini, *alembic]], rounds=5))
            if self.has("dbmate"):
                # dbmate keeps its own table; fill it without running anything again.
                server.value(name, "CREATE TABLE IF NOT EXISTS schema_migrations (version varchar(128) PRIMARY KEY)")
                server.value(name, "INSERT INTO schema_migrations VALUES "
                             + ",".join(f"('{r.id}')" for r in revisions) + " ON CONFLICT DO NOTHING")
                tools.append(Tool("dbmate", [self.dbmate(f"{project}/{name}", name, dbmate)]))
            self.scenario(f"{what}, {title}", tools, rounds)

    def catalogs(self, count, rounds):
        name, server = "wide", self.server
        title = f"verify {count} tables"
        if self.options.only and not any(word in title for word in self.options.only):
            return
        project = self.folder + "/wide"
        projects.write_ours(project, projects.wide_revisions(count, name))
        server.recreate(name)
        verify = self.ours(project, [name], "verify")
        for command in (self.ours(project, [name], "upgrade"), verify):
            subprocess.run(command, check=True, env=self.environment, stdout=subprocess.DEVNULL)
        server.value(name, "ANALYZE")
        asked = server.statements_of(lambda: subprocess.run(verify, check=True, env=self.environment,
                                                            stdout=subprocess.DEVNULL))
        queries = f"{self.folder}/queries.sql"
        projects.write(queries, "".join(s.rstrip("; \n") + ";\n" for s in asked))
        tools = [Tool("psql, the same queries", [server.psql(name, "-At", "-o", "/dev/null", "-f", queries)]),
                 Tool("socrates-migrate", [verify]),
                 Tool("pg_dump -s", [[server.bin + "/pg_dump", "-s", "-f", "/dev/null", server.uri(name)]],
                      rounds=5)]
        self.scenario(f"{title} (12 columns, 3 indexes; expected side cached)", tools, rounds)

    def run(self):
        options = self.options
        plan_folder = os.path.join(ROOT, "migrations")
        plan = [r for name in PLAN for r in projects.read_revisions(f"{plan_folder}/{name}")]
        self.upgrades("the plan's revisions, both databases, from empty", plan_folder, plan, options.rounds)

        many = projects.small_revisions(options.revisions, "many")
        folder = self.folder + "/many"
        projects.write_ours(folder, many)
        files, _ = self.upgrades(f"{options.revisions} revisions from empty", folder, many,
                                 max(3, options.rounds // 4), slow_rounds=1)
        self.questions(f"{options.revisions} applied", folder, many, files, options.rounds)
        self.catalogs(options.tables, options.rounds)

        slow = f"over a link with {options.delay} ms each way"
        self.upgrades(f"the plan's revisions {slow}", plan_folder, plan, 3, self.link.port, 1)
        some = projects.small_revisions(options.slow_revisions, "some")
        projects.write_ours(self.folder + "/some", some)
        self.upgrades(f"{options.slow_revisions} revisions {slow}", self.folder + "/some", some, 2,
                      self.link.port, 1)


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"), help="build folder (default: build)")
    parser.add_argument("--rounds", type=int, default=20, help="rounds of the short scenarios (default: 20)")
    parser.add_argument("--revisions", type=int, default=1000)
    parser.add_argument("--slow-revisions", type=int, default=100, help="revisions over the slow link")
    parser.add_argument("--tables", type=int, default=2000)
    parser.add_argument("--delay", type=int, default=20, help="the slow link's delay each way in ms")
    parser.add_argument("--no-fsync", action="store_true", help="take the disk out of the times")
    parser.add_argument("--only", nargs="+", help="scenarios whose title has one of these words")
    parser.add_argument("--json", help="also write the results to this file")
    options = parser.parse_args()
    bench = Bench(options)
    try:
        print(f"PostgreSQL {bench.server.value('postgres', 'SHOW server_version')}, {os.cpu_count()} cores, "
              f"fsync {bench.server.value('postgres', 'SHOW fsync')}")
        bench.run()
    finally:
        bench.close()
    if options.json:
        projects.write(os.path.abspath(options.json), json.dumps(bench.results, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
