#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Breaks upgrades and downgrades at every point and checks that the program tells the truth.

    campaign.py --build BUILD                 a sample, chosen by --seed
    campaign.py --build BUILD --full          thousands of cases; goes on where it stopped
    campaign.py --build BUILD --exhaustive    every fault at every point (90,000); goes on likewise
    campaign.py --build BUILD --case CASE     one case again, as printed in the table
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import psycopg2

import network
import project
import races
from broken import Broken
from proxy import Proxy
from server import Server
from truth import Golden, log_of, look

DATABASES = list(project.REVISIONS)
FAULTS = ["kill", "terminate", "server", "reset", "cancel", "stop", "stop2", "lock"]
MODES = ["each", "all", "both"]  # of the program's --mode
DISK_MB = 256
RUN_SECONDS = 170
DARK_SECONDS = 32  # the program gives up after 20 to 25


class Bench:
    """The server, the proxy, and templates of both databases at both ends. `special`: "disk", where
    the disk can be full, or "dark", where the network can be cut."""

    def __init__(self, build, program="socrates-migrate", mode="each", special=""):
        self.program = os.path.join(os.path.abspath(build), program)
        self.mode = mode
        self.revisions = project.REVISIONS if mode == "each" else project.PLAIN
        self.folder = tempfile.mkdtemp(prefix="socrates-campaign-")
        self.project = project.write(self.folder + "/project", self.revisions)
        self.network = network.Network() if special == "dark" else None
        if self.network:
            self.server = Server(self.network.server.far, namespace=self.network.server.namespace)
            self.host = self.network.program.near
            self.proxy = Proxy(self.server.port, self.host, self.network.server.far)
        else:
            self.server = Server(disk_mb=DISK_MB if special == "disk" else 0)
            self.host = "127.0.0.1"
            self.proxy = Proxy(self.server.port)
        self.golden = Golden(self.server, self.revisions, mode)
        self.traces = {}
        self.environment = {**os.environ, "XDG_CACHE_HOME": self.folder + "/cache", "LC_ALL": "C.UTF-8",
                            "XDG_CONFIG_HOME": self.folder, "XDG_DATA_HOME": self.folder + "/data"}
        for database in DATABASES:
            self.server.recreate(database)
            connection = self.server.connect(database)
            for statement in project.SEED:
                connection.cursor().execute(statement)
            connection.close()
            self.server.recreate(database + "_base", database)
        self.run_clean("upgrade")
        for database in DATABASES:
            self.server.recreate(database + "_head", database)

    def close(self):
        self.server.stop()
        if self.network:
            self.network.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def prepare(self, direction):
        for database in DATABASES:
            self.server.recreate(database, database + ("_base" if direction == "upgrade" else "_head"))

    def command(self, direction, port):
        host = self.host if port == self.proxy.port else self.server.listen
        urls = [part for d in DATABASES for part in
                ("--url", f"{d}=postgresql://postgres@{host}:{port}/{d}?sslmode=disable&gssencmode=disable")]
        line = [self.program, "--project", self.project, *urls, direction, "--json"]
        if self.network and port == self.proxy.port:
            line = ["ip", "netns", "exec", self.network.program.namespace, *line]
        if direction != "recover":
            line += ["--lock-timeout", "200ms", "--mode", self.mode]
        if direction == "downgrade":
            line += ["base", *(part for d in DATABASES for part in ("--yes-destroy-data", d))]
        return line

    def start(self, direction, port):
        """upgrade, downgrade or recover"""
        return subprocess.Popen(self.command(direction, port), stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.environment, cwd=self.folder)

    def finish(self, process):
        try:
            output, messages = process.communicate(timeout=RUN_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Broken(f"the program did not end within {RUN_SECONDS} s") from None
        try:
            document = json.loads(output) if output.strip() else None
        except ValueError:
            raise Broken("standard output is not one JSON document") from None
        return process.returncode, document, messages.decode("utf-8", "replace")

    def run_clean(self, direction):
        """Without a fault: must end well. Past the proxy."""
        code, document, messages = self.finish(self.start(direction, self.server.port))
        if code != 0:
            error = (document or {}).get("error") or {}
            raise Broken(f"running {direction} again exits {code}: {error.get('code')}: "
                         f"{error.get('summary', messages)} {error.get('hint', '')}")

    def trace(self, direction):
        """Every message of a run that nothing disturbs: the points."""
        if direction not in self.traces:
            seen = []
            self.prepare(direction)
            self.proxy.reset(lambda link, message: seen.append((message.point, message.label())))
            code, _, messages = self.finish(self.start(direction, self.proxy.port))
            if code != 0:
                raise SystemExit("the undisturbed run fails: " + messages)
            self.traces[direction] = seen
        return self.traces[direction]


class Case:
    def __init__(self, direction, fault, point):
        self.direction, self.fault, self.point = direction, fault, point

    @property
    def name(self):
        return f"{self.direction}/{self.fault}/{self.point}"

    def run(self, bench):
        """Raises Broken with what is wrong; returns what happened."""
        bench.prepare(self.direction)
        self.repair = None
        self.process = None
        self.started = threading.Event()
        self.has_fired = self.is_over = False
        self.firing = threading.Lock()  # the program may have ended before the fault is done
        self.locks = []
        self.restart = None
        bench.proxy.reset(lambda link, message: self.on_message(bench, link, message))
        self.process = bench.start(self.direction, bench.proxy.port)
        self.started.set()
        try:
            code, document, _ = bench.finish(self.process)
        finally:
            with self.firing:
                self.is_over = True
            for lock in self.locks:
                lock.close()
            if self.repair:
                self.repair.join()
            bench.proxy.reset()
            if self.restart:
                self.restart.join()
        self.check(bench, code, document)
        return f"exit {code}" + ("" if self.has_fired else ", fault not reached")

    def on_message(self, bench, link, message):
        if message.point != self.point:
            return
        with self.firing:
            if not self.has_fired and not self.is_over:
                self.has_fired = True
                self.started.wait()
                getattr(self, "do_" + self.fault)(bench, link)

    # The faults
    def do_kill(self, bench, link):
        self.process.kill()
        self.process.wait()
        link.is_swallowing = True
        link.close()

    def do_reset(self, bench, link):
        link.is_swallowing = True
        link.reset()

    def do_terminate(self, bench, link):
        self.signal_backend(bench, link, "pg_terminate_backend")

    def do_cancel(self, bench, link):
        self.signal_backend(bench, link, "pg_cancel_backend")

    def signal_backend(self, bench, link, function):
        bench.server.sql(f"SELECT {function}(pid) FROM pg_stat_activity WHERE pid = %s"
                         " OR (%s IS NULL AND datname = %s)",
                         link.backend_pid, link.backend_pid, link.database)
        time.sleep(0.02)

    def do_server(self, bench, link):
        bench.server.kill()
        self.restart = threading.Thread(target=bench.server.start, daemon=True)
        self.restart.start()
        link.close()

    def do_disk(self, bench, link):
        """Full for a few seconds, then somebody makes room and starts what has died of it."""
        bench.server.fill_disk()

        def make_room():
            time.sleep(3)
            bench.server.free_disk()
            if bench.server.process.poll() is not None:
                bench.server.start()
            else:
                bench.server.wait_until_ready()

        self.repair = threading.Thread(target=make_room, daemon=True)
        self.repair.start()

    def do_dark(self, bench, link):
        """Nothing passes on either side of the proxy, and nobody is told. Before the light comes back
        the server must have let go of what the program held."""
        bench.network.cut()
        self.still_held = None

        def light():
            time.sleep(DARK_SECONDS)
            # Somebody's tables, not the catalogs that a look reads.
            self.still_held = bench.server.sql(
                "SELECT DISTINCT datname, state, query FROM pg_stat_activity JOIN pg_locks USING (pid)"
                " WHERE datname = ANY(%s) AND application_name <> 'campaign'"
                " AND (locktype = 'advisory' OR locktype = 'relation' AND relation::oid >= 16384)", DATABASES)
            bench.network.join()

        self.repair = threading.Thread(target=light, daemon=True)
        self.repair.start()

    def do_stop(self, bench, link):
        self.process.send_signal(signal.SIGINT)
        time.sleep(0.05)

    def do_stop2(self, bench, link):
        for _ in range(2):
            self.process.send_signal(signal.SIGINT)
            time.sleep(0.05)

    def do_lock(self, bench, link):
        """Somebody holds the version table, or the whole catalog of a database that has none."""
        connection = bench.server.connect(link.database)
        connection.autocommit = False
        self.locks.append(connection)
        with connection.cursor() as cursor:
            try:
                cursor.execute("SET lock_timeout = '50ms'")
                cursor.execute("SELECT to_regclass('alembic_version') IS NOT NULL")
                table = "alembic_version" if cursor.fetchone()[0] else "seeded"
                cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
            except psycopg2.Error:
                connection.rollback()  # the program was there first

    # The checks
    def check(self, bench, code, document):
        self.wait_for_silence(bench)
        if self.fault == "dark" and self.has_fired and self.still_held:
            raise Broken(f"{DARK_SECONDS} s after the network was cut the server still holds {self.still_held}")
        was_prepared = self.recover(bench, code)
        truth, wrong = {}, []
        for database in DATABASES:
            connection = bench.server.connect(database)
            versions, digest, invalid = look(connection)
            wrong.append(bench.golden.judge(self.direction, database, versions, digest, log_of(connection)))
            connection.close()
            truth[database] = (versions, digest, invalid)
        if not was_prepared:  # what was recovered since, the report could not know
            wrong += self.check_report(bench, code, document, truth)
        if bench.mode == "both" and len({versions == self.end(bench, d) for d, (versions, _, _) in truth.items()}) > 1:
            wrong.append(f"one database only is at its end: {truth}")
        wrong = [w for w in wrong if w]
        if wrong:
            raise Broken("; ".join(wrong))
        if any(versions != self.end(bench, d) or invalid for d, (versions, _, invalid) in truth.items()):
            bench.run_clean(self.direction)
        self.check_end(bench, self.direction)
        if self.direction == "downgrade":
            bench.run_clean("upgrade")
            self.check_end(bench, "upgrade")

    def recover(self, bench, code):
        """A half that is prepared and waits for its end gets it by the program's own command."""
        prepared = "SELECT gid FROM pg_prepared_xacts"
        if not bench.server.sql(prepared):
            return False
        if code == 0:
            raise Broken("exit 0, and a half is still prepared")
        bench.run_clean("recover")
        left = bench.server.sql(prepared)
        if left:
            raise Broken(f"recover exits 0 and left {left}")
        return True

    def end(self, bench, database):
        version = bench.golden.version_at_end(self.direction, database)
        return [version] if version else []

    def wait_for_silence(self, bench):
        deadline = time.monotonic() + 25
        while time.monotonic() < deadline:
            if not bench.server.sql("SELECT 1 FROM pg_stat_activity WHERE datname = ANY(%s)"
                                    " AND application_name <> 'campaign'", DATABASES):
                return
            time.sleep(0.01)
        raise Broken("25 s after the end of the program a session of it is still there")

    def check_report(self, bench, code, document, truth):
        at_end = all(versions == self.end(bench, d) for d, (versions, _, _) in truth.items())
        if code == 0 and not at_end:
            yield "exit 0, and the databases are not there: " + repr(truth)
        if code == 0 and any(invalid for _, _, invalid in truth.values()):
            yield "exit 0 with an invalid index"
        if document is None:
            if self.process.returncode != -signal.SIGKILL and self.fault not in ("stop2", "stop"):
                yield f"no report, exit {code}"
            return
        result = document.get("result")
        if result == "applied" and not at_end:
            yield f"the report says {result}, and the databases are not there"
        if result == "unknown":
            yield "the report says unknown while the server can be asked"
        if code == -signal.SIGKILL:
            pass  # after the report was written
        elif code not in (0, 1, 3, 4, 5, 6) or (code == 0) != (result in ("applied", "nothing") and code == 0):
            yield f"exit {code} with the result {result}"
        for database in document.get("databases", []):
            name, rows = database.get("name"), database.get("version_rows")
            if not database.get("error") and document.get("steps") and rows != truth[name][0]:
                yield f"the report shows {name} at {rows}, it is at {truth[name][0]}"
        for step in document.get("steps", []):
            names = [r.name for r in bench.revisions[step["database"]]]
            versions = truth[step["database"]][0]
            reached = names.index(versions[0]) if versions else -1
            is_done = (reached >= names.index(step["revision"])) == (self.direction == "upgrade")
            if is_done != (step["state"] in ("applied", "skipped")):
                yield f"the report says {step['revision']} is {step['state']}, the version is {versions}"

    def check_end(self, bench, direction):
        for database in DATABASES:
            connection = bench.server.connect(database)
            versions, digest, invalid = look(connection)
            log = log_of(connection)
            connection.close()
            version = bench.golden.version_at_end(direction, database)
            states = bench.golden.states[direction][database].get(digest, [])
            if versions != ([version] if version else []) or (version, "", 0) not in states or invalid:
                raise Broken(f"after running {direction} again {database} is at {versions}, digest {digest}")
            done = [entry[2] for entry in log if entry[0] == "upgrade"]
            if self.direction == "upgrade" and sorted(done) != sorted(set(done)):
                raise Broken(f"the log of {database} has a revision twice: {done}")
        left = bench.server.sql("SELECT 'advisory lock' FROM pg_locks WHERE locktype = 'advisory'"
                                " UNION ALL SELECT gid FROM pg_prepared_xacts")
        if left:
            raise Broken(f"left behind: {left}")


def operators_case(bench, count):
    """Several at once: everyone ends with 0 or 5, and each revision is there once."""
    bench.prepare("upgrade")
    processes = [bench.start("upgrade", bench.server.port) for _ in range(count)]
    codes = [bench.finish(process)[0] for process in processes]
    if any(code not in (0, 5) for code in codes) or 0 not in codes:
        raise Broken(f"exit codes {codes}")
    case = Case("upgrade", f"operators{count}", "-")
    case.wait_for_silence(bench)
    case.check_end(bench, "upgrade")
    return " ".join(map(str, codes))


class Benches:
    """One for each way to run and each kind of surroundings, made when first wanted."""

    def __init__(self, build, program="socrates-migrate"):
        self.build, self.program, self.made = build, program, {}
        self.missing = {}
        if os.geteuid() != 0:
            self.missing["disk"] = "only root may mount a file system"
        if network.obstacle():
            self.missing["dark"] = network.obstacle()

    def bench(self, mode="each", special=""):
        if (mode, special) not in self.made:
            self.made[mode, special] = Bench(self.build, self.program, mode, special)
        return self.made[mode, special]

    def specials(self):
        for special in ("disk", "dark"):
            if special in self.missing:
                print(f"NOT TRIED: {special}, since {self.missing[special]}", flush=True)
            else:
                yield special

    def close(self):
        for bench in self.made.values():
            bench.close()


def every(points, step):
    """Each `step`-th, and the ends of transactions."""
    return [p for n, (p, label) in enumerate(points) if n % step == 0 or is_end(label)]


def is_end(label):
    """The ends of transactions, where most can go wrong."""
    return "COMMIT" in label or "PREPARE" in label


def is_place(label):
    """Where something is different from the message before: not the other messages of the same
    statement, which travel together, nor the rows of one answer."""
    return label.split(" ")[0] in ("Parse", "CommandComplete", "ErrorResponse", "Sync", "ReadyForQuery", "Query",
                                   "Authentication", "BackendKeyData", "Terminate")


def full_cases(benches):
    """In each mode and direction: every fault at every end of a transaction, and at every other place
    one fault, another one each time. In an order of chance, so that a part is a fair sample."""
    cases = []
    for mode_number, mode in enumerate(MODES):
        for direction in ("upgrade", "downgrade"):
            places = [(p, label) for p, label in benches.bench(mode).trace(direction) if is_place(label)]
            for number, (point, label) in enumerate(places):
                # One more each round, lest a fault meet only Parse, or only one statement of a step.
                turn = number + number // len(FAULTS) + 3 * mode_number
                faults = FAULTS if is_end(label) else [FAULTS[turn % len(FAULTS)]]
                cases += [f"{direction}+{mode}/{fault}/{point}" for fault in faults]
    cases += other_cases(benches)
    random.Random(1).shuffle(cases)
    return cases


def exhaustive_cases(benches):
    for mode in MODES:
        bench = benches.bench(mode)
        for direction in ("upgrade", "downgrade"):
            for fault in FAULTS:
                for point, _ in bench.trace(direction):
                    yield f"{direction}+{mode}/{fault}/{point}"
    yield from other_cases(benches)


def other_cases(benches):
    for mode in MODES:
        for count in (2, 8):
            for number in range(100 if mode == "each" else 10):
                yield f"operators+{mode}/{count}/{number}"
    for name in races.ALL:
        yield f"race/{name}/-"
    for special in benches.specials():  # these take their time
        for mode in MODES:
            for direction in ("upgrade", "downgrade"):
                points = benches.bench(mode).trace(direction)
                for point in every(points, 40) if special == "disk" else [p for p, _ in points[4::200]]:
                    yield f"{direction}+{mode}/{special}/{point}"


def sample_cases(benches, seed, per_fault):
    """Per fault and direction: the ends of transactions, where most can go wrong, and others."""
    chooser = random.Random(seed)

    def chosen(trace, count):
        ends = [point for point, label in trace if is_end(label)]
        points = chooser.sample(ends, min(len(ends), (count + 1) // 2))
        return points + chooser.sample([p for p, _ in trace], count - len(points))

    for mode in MODES:
        for direction in ("upgrade", "downgrade"):
            trace = benches.bench(mode).trace(direction)
            for fault in FAULTS:
                for point in chosen(trace, per_fault if mode == "each" else 1):
                    yield f"{direction}+{mode}/{fault}/{point}"
        for count in (2, 8):
            yield f"operators+{mode}/{count}/0"
    for name in races.ALL:
        yield f"race/{name}/-"
    for special in benches.specials():
        trace = benches.bench().trace("upgrade")
        for point in chosen(trace, 2 if special == "disk" else 1):
            yield f"upgrade+each/{special}/{point}"


def run_case(benches, name):
    kind, fault, rest = name.split("/", 2)
    kind, _, mode = kind.partition("+")
    mode = mode or "each"
    if kind == "operators":
        return operators_case(benches.bench(mode), int(fault))
    if kind == "race":
        return races.ALL[fault](benches.bench()) or ""
    return Case(kind, fault, rest).run(benches.bench(mode, fault if fault in ("disk", "dark") else ""))


def print_table(results):
    table = {}
    for name, (verdict, _) in results.items():
        key = "/".join(name.split("/")[:2])
        part = name.rsplit(":", 2)[-2] if ":" in name else "-"
        side = {"F": "before a message of the program", "B": "before a message of the server"}.get(part, "at once")
        row = table.setdefault((key, side), [0, 0])
        row[0] += 1
        row[1] += verdict != "good"
    print(f"\n{'fault':<24}{'point':<36}{'cases':>7}{'broken':>8}")
    for (key, side), (cases, broken) in sorted(table.items()):
        print(f"{key:<24}{side:<36}{cases:>7}{broken:>8}")
    broken = [(name, text) for name, (verdict, text) in results.items() if verdict != "good"]
    print(f"{'all':<60}{len(results):>7}{len(broken):>8}")
    for name, text in broken:
        print(f"\nBROKEN {name}\n  {text}\n  again: campaign.py --build BUILD --case {name}")
    return len(broken)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--full", action="store_true", help="thousands of cases; resumes from the state file")
    parser.add_argument("--exhaustive", action="store_true", help="every fault at every point; resumes likewise")
    parser.add_argument("--state", default="campaign-state.jsonl", help="of --full and --exhaustive")
    parser.add_argument("--part", default="1/1", metavar="K/N",
                        help="of those: each N-th case from the K-th on; parts may run beside each other")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-fault", type=int, default=3, help="of the sample: points per fault and direction")
    parser.add_argument("--case", action="append", default=[])
    parser.add_argument("--seconds", type=int, default=0, help="start no further case after so long")
    parser.add_argument("--verbose", action="store_true", help="a line per case")
    parser.add_argument("--points", action="store_true", help="only print the points")
    options = parser.parse_args()
    benches = Benches(options.build)
    results, began = {}, time.monotonic()
    try:
        if options.points:
            for mode in MODES:
                for direction in ("upgrade", "downgrade"):
                    for point, label in benches.bench(mode).trace(direction):
                        print(f"{direction}+{mode}", point, label)
            return 0
        resumes = options.full or options.exhaustive
        if resumes and os.path.exists(options.state):
            with open(options.state, encoding="utf-8") as file:
                results = {entry[0]: tuple(entry[1:]) for entry in map(json.loads, file)}
        if options.case:
            cases = options.case
        elif resumes:
            first, step = map(int, options.part.split("/"))
            cases = list((exhaustive_cases if options.exhaustive else full_cases)(benches))[first - 1::step]
        else:
            cases = list(sample_cases(benches, options.seed, options.per_fault))
        for number, name in enumerate(cases, 1):
            if name in results:
                continue
            if options.seconds and time.monotonic() - began > options.seconds:
                print(f"stopped after {options.seconds} s, {len(cases) - number + 1} cases left")
                break
            try:
                results[name] = ("good", run_case(benches, name))
                if options.verbose:
                    print(f"{time.monotonic() - began:7.1f} {name}: {results[name][1]}", flush=True)
            except Broken as error:
                results[name] = ("broken", str(error))
            if resumes:
                with open(options.state, "a", encoding="utf-8") as file:
                    file.write(json.dumps([name, *results[name]]) + "\n")
            if results[name][0] != "good" or options.case:
                print(f"{number}/{len(cases)} {name}: {' '.join(results[name])}", flush=True)
        return 1 if print_table(results) else 0
    finally:
        benches.close()


if __name__ == "__main__":
    # An end from outside is an end with its servers; a shell that starts it in the background has SIGINT ignored.
    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, lambda number, frame: sys.exit(128 + number))
    sys.exit(main())
