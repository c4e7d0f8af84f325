# SPDX-License-Identifier: MIT
"""A PostgreSQL of the campaign's own, in memory, that can be killed and started again."""

import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import psycopg2


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def programs():
    given = os.environ.get("SOCRATES_TEST_PG_BIN")
    if given:
        return given
    folders = [f for f in glob.glob("/usr/lib/postgresql/*/bin") if os.path.exists(f + "/initdb")]
    if not folders:
        raise SystemExit("No PostgreSQL server programs: bash installer/setup.sh packages run")
    return max(folders, key=lambda f: int(f.split("/")[4]))


def children_of(parent):
    found = []
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="ascii", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(path.split("/")[2]))
    return found


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Server:
    """`disk_mb`: the data directory is a file system of that size, so that it can be full.
    `namespace`: of the network, in which it listens."""

    def __init__(self, listen="127.0.0.1", disk_mb=0, namespace=""):
        self.namespace = namespace
        self.bin = programs()
        self.folder = tempfile.mkdtemp(prefix="socrates-faults-", dir="/dev/shm")
        self.identity = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            user = pwd.getpwnam("postgres")
            self.identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        self.data = self.folder + "/data"
        os.mkdir(self.data)
        self.disk_mb = disk_mb
        if disk_mb:
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={disk_mb}m", "tmpfs", self.data],
                           check=True)
        for path in (self.folder, self.data):
            if self.identity:
                os.chown(path, self.identity["user"], self.identity["group"])
        self._run("initdb", "-D", self.data + "/pg", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync", "--wal-segsize=1")
        if namespace:
            with open(self.data + "/pg/pg_hba.conf", "a", encoding="ascii") as file:
                file.write("host all all 0.0.0.0/0 trust\n")
        self.listen = listen
        self.port = free_port()
        self.process = None
        self._admin = None
        self.start()

    def _run(self, program, *arguments):
        subprocess.run([self.bin + "/" + program, *arguments], check=True, cwd=self.folder,
                       stdout=subprocess.DEVNULL, **self.identity)

    def start(self):
        """A server that was killed may have to be asked twice: something still holds its memory."""
        for last_try in (False, False, False, True):
            try:
                self._start()
                return
            except RuntimeError:
                if last_try:
                    raise
                time.sleep(0.2)

    def _start(self):
        options = ["listen_addresses=" + self.listen, "unix_socket_directories=" + self.folder,
                   "fsync=off", "full_page_writes=off", "max_connections=60",
                   "max_prepared_transactions=10", "min_wal_size=2MB", "max_wal_size=8MB",
                   "shared_buffers=32MB", "autovacuum=off", "log_statement=none"]
        arguments = [part for option in options for part in ("-c", option)]
        line = [self.bin + "/postgres", "-D", self.data + "/pg", "-p", str(self.port), *arguments]
        identity = self.identity
        if self.namespace:  # entered as root; both programs become the next one
            line = ["ip", "netns", "exec", self.namespace, "setpriv", "--clear-groups",
                    f"--reuid={identity['user']}", f"--regid={identity['group']}", *line]
            identity = {}
        with open(self.folder + "/server.log", "ab") as log:
            self.process = subprocess.Popen(line, cwd=self.folder, stdout=log, stderr=log, **identity)
        self.wait_until_ready()

    def wait_until_ready(self, seconds=60):
        self._admin = None
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError("the server ended by itself; see " + self.folder + "/server.log")
            try:
                self.connect("postgres").close()
                return
            except psycopg2.OperationalError:
                time.sleep(0.02)
        raise RuntimeError("the server did not start; see " + self.folder + "/server.log")

    def kill(self):
        """kill -9 of the postmaster and of everything it started."""
        self.process.send_signal(signal.SIGSTOP)  # no child more while they are counted
        victims = children_of(self.process.pid)
        self.process.kill()
        self.process.wait()
        for pid in victims:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        while any(is_running(pid) for pid in victims):  # they hold the shared memory until then
            time.sleep(0.005)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
        if self.disk_mb:
            subprocess.run(["umount", "-l", self.data], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def connect(self, database):
        connection = psycopg2.connect(host=self.folder, port=self.port, user="postgres",
                                      dbname=database, application_name="campaign",
                                      connect_timeout=5)
        connection.autocommit = True
        return connection

    def sql(self, statement, *values):
        """On the database postgres. One connection is kept; a server that was restarted costs one."""
        for last_try in (False, True):
            if self._admin is None:
                self._admin = self.connect("postgres")
            try:
                with self._admin.cursor() as cursor:
                    cursor.execute(statement, values or None)
                    return cursor.fetchall() if cursor.description else []
            except (psycopg2.OperationalError, psycopg2.InterfaceError):
                self._admin = None
                if last_try:
                    raise

    def recreate(self, database, template="template0"):
        self.sql(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        self.sql(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')

    # The disk
    def fill_disk(self):
        path = self.data + "/ballast"
        with open(path, "wb", buffering=0) as file:
            for size in (1 << 20, 1 << 16, 1 << 12):
                try:
                    while True:
                        file.write(b"\0" * size)
                except OSError:
                    pass

    def free_disk(self):
        if os.path.exists(self.data + "/ballast"):
            os.remove(self.data + "/ballast")
