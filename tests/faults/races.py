# SPDX-License-Identifier: MIT
"""What others do while the program is held between two messages, and defaults and revisions that
would mislead it. Each needs one of the safeguards that mutants.py takes away."""

import json
import time

import psycopg2

import project
import realalembic
from broken import Broken


def check_end(bench):
    from campaign import Case  # the checks after a case are those of every other one
    case = Case("upgrade", "race", "-")
    case.wait_for_silence(bench)
    case.check_end(bench, "upgrade")


def expect(what, found, wanted):
    if found != wanted:
        raise Broken(f"{what}: {found} instead of {wanted}")


def hold(bench, database, start, action):
    """Runs an upgrade; before the first message to `database` whose label starts so, `action`."""
    bench.prepare("upgrade")
    result = []

    def on_message(link, message):
        if not result and message.database == database and message.label().startswith(start):
            result.append(None)
            result[0] = action()

    bench.proxy.reset(on_message)
    code, document, _ = bench.finish(bench.start("upgrade", bench.proxy.port))
    bench.proxy.reset()
    if not result:
        raise Broken(f"no message '{start}' to {database}")
    return code, document, result[0]


def other_operator(bench):
    return bench.finish(bench.start("upgrade", bench.server.port))[0]


def second_in_step(bench):
    """A second operator comes while a transaction:false step is half done."""
    code, _, other = hold(bench, project.WORKS, "Parse CREATE INDEX CONCURRENTLY",
                          lambda: other_operator(bench))
    expect("the second operator's exit code", other, 5)
    expect("the first operator's exit code", code, 0)
    check_end(bench)


def overtaken(bench):
    """Another operator does everything between our plan and our first step."""
    code, _, other = hold(bench, project.PEOPLE, "Parse BEGIN", lambda: other_operator(bench))
    expect("the other operator's exit code", other, 0)
    expect("the exit code of who lost the race", code, 0)
    check_end(bench)


def overtaken_without_transaction(bench):
    """The same, before a transaction:false step."""
    code, _, other = hold(bench, project.WORKS, "Parse SELECT pg_backend_pid() = $2",
                          lambda: other_operator(bench))
    expect("the other operator's exit code", other, 0)
    expect("the exit code of who lost the race", code, 0)
    check_end(bench)


def plain_alembic(bench):
    """A plain Alembic does what our step is about to write down."""
    def alembic():
        connection = bench.server.connect(project.PEOPLE)
        connection.autocommit = False
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '500ms'")
                cursor.execute("UPDATE alembic_version SET version_num = 'p2' WHERE version_num = 'p1'")
                connection.commit()
                return f"{cursor.rowcount} row"
        except psycopg2.errors.LockNotAvailable:
            return "waits"
        finally:
            connection.close()

    code, _, other = hold(bench, project.PEOPLE, "Parse ALTER TABLE token", alembic)
    expect("Alembic's UPDATE", other, "waits")
    expect("exit code", code, 0)
    check_end(bench)


def await_alembic(bench, condition):
    """Until the real Alembic's session is so; an end of it will do too."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if bench.server.sql("SELECT 1 FROM pg_stat_activity WHERE application_name = 'alembic' AND " + condition):
            return
        time.sleep(0.02)
    raise Broken(f"Alembic's session is not: {condition}")


def late_alembic(bench):
    """The real Alembic is started in the middle of our step: it waits, and then fails as a whole or
    finds that all is done."""
    processes = []

    def begin():
        processes.append(realalembic.start(bench))
        await_alembic(bench, "wait_event_type = 'Lock'")

    code, _, _ = hold(bench, project.PEOPLE, "Parse ALTER TABLE token", begin)
    output = processes[0].communicate(timeout=60)[0].decode("utf-8", "replace")
    expect("exit code", code, 0)
    if processes[0].returncode == 0 and "Running upgrade" in output:
        raise Broken("Alembic ran a revision once more: " + output)
    check_end(bench)


def early_alembic(bench):
    """The real Alembic is in the middle of its transaction when we start: we are told who, with 5,
    and once it is done there is nothing left to do on its database."""
    bench.prepare("upgrade")
    bench.proxy.reset()
    holder = bench.server.connect(project.PEOPLE)
    holder.cursor().execute("SELECT pg_advisory_lock(1)")
    process = realalembic.start(bench, {"p2": "SELECT pg_advisory_lock(1), pg_advisory_unlock(1)"})
    try:
        await_alembic(bench, "wait_event = 'advisory'")
        code, document, _ = bench.finish(bench.start("upgrade", bench.server.port))
    finally:
        holder.close()
        output = process.communicate(timeout=60)[0].decode("utf-8", "replace")
    expect("Alembic's exit code " + output, process.returncode, 0)
    expect("exit code", code, 5)
    error = document.get("error") or {}
    if "alembic" not in (error.get("detail") or "") + (error.get("summary") or ""):
        raise Broken(f"the report does not name who holds the lock: {error}")
    bench.run_clean("upgrade")
    check_end(bench)


def misleading_defaults(bench):
    """Another schema first on the path, and transactions that see what was."""
    bench.prepare("upgrade")
    for database in project.REVISIONS:
        connection = bench.server.connect(database)
        connection.cursor().execute("CREATE SCHEMA evil")
        connection.close()
        bench.server.sql(f"ALTER DATABASE {database} SET search_path = evil, public")
        bench.server.sql(f"ALTER DATABASE {database} SET default_transaction_isolation = 'serializable'")
    expect("exit code, for the schema evil is nobody's", other_operator(bench), 3)
    check_end(bench)


def vanishing_row(bench):
    """A revision deletes the version row behind our back: nothing of it may stay."""
    bench.prepare("upgrade")
    revisions = {project.PEOPLE: [*project.REVISIONS[project.PEOPLE], project.Revision("p3", "p2", [
        "CREATE TABLE late (id int)",
        "DO $$ BEGIN EXECUTE 'DELETE FROM alembic' || '_version'; END $$",
    ], ["DROP TABLE late"])], project.WORKS: project.REVISIONS[project.WORKS]}
    ordinary, bench.project = bench.project, project.write(bench.folder + "/vanishing", revisions)
    try:
        code, document, _ = bench.finish(bench.start("upgrade", bench.server.port))
    finally:
        bench.project = ordinary
    connection = bench.server.connect(project.PEOPLE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('late')::text, (SELECT string_agg(version_num, ' ') FROM alembic_version)")
        expect("the table and the version row", cursor.fetchone(), (None, "p2"))
    connection.close()
    expect("exit code", code, 1)
    expect("what the report says of p3", [s["state"] for s in document["steps"] if s["revision"] == "p3"], ["failed"])


def undisturbed(bench):
    """The report's last look is a look."""
    bench.prepare("upgrade")
    code, document, _ = bench.finish(bench.start("upgrade", bench.server.port))
    expect("exit code", code, 0)
    expect("version rows in the report", json.dumps([d["version_rows"] for d in document["databases"]]),
           json.dumps([[lineage[-1].name] for lineage in project.REVISIONS.values()]))
    check_end(bench)


ALL = {f.__name__: f for f in (second_in_step, overtaken, overtaken_without_transaction, plain_alembic,
                               late_alembic, early_alembic, misleading_defaults, vanishing_row, undisturbed)}
