# SPDX-License-Identifier: MIT
"""A PostgreSQL of the benchmark's own, with the server's ordinary settings (fsync included)."""

import glob
import json
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def programs():
    """The folder of the newest server programs."""
    folders = glob.glob("/usr/lib/postgresql/*/bin")
    folders = [f for f in folders if os.path.exists(f + "/initdb")]
    if not folders:
        raise SystemExit("No PostgreSQL server programs: bash installer/setup.sh packages run bench")
    return max(folders, key=lambda f: int(f.split("/")[4]))


class Server:
    password = "bench"

    def __init__(self, settings=()):
        self.bin = programs()
        self.folder = tempfile.mkdtemp(prefix="socrates-bench-")
        # PostgreSQL refuses to run as root.
        self.identity = {}
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            self.identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        self.data = self.folder + "/data"
        secret = self.folder + "/password"
        with open(secret, "w", encoding="ascii") as file:
            file.write(self.password + "\n")
        os.chmod(secret, 0o644)
        self._run("initdb", "-D", self.data, "-U", "postgres", "--pwfile", secret, "-A", "scram-sha-256",
                  "-E", "UTF8", "--locale=C.UTF-8")
        self.port = free_port()
        given = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "logging_collector=on",
                 "log_destination=jsonlog", "log_directory=" + self.folder + "/log", *settings]
        options = [part for setting in given for part in ("-c", setting)]
        self.log = open(self.folder + "/start.log", "wb")
        self.process = subprocess.Popen(
            [self.bin + "/postgres", "-D", self.data, "-p", str(self.port), *options],
            cwd=self.folder, stdout=self.log, stderr=self.log, **self.identity)
        for _ in range(300):
            if subprocess.run(self.psql("postgres", "-c", "select 1"), capture_output=True).returncode == 0:
                return
            time.sleep(0.1)
        raise SystemExit("The server did not start; see " + self.folder + "/start.log")

    def _run(self, program, *arguments):
        subprocess.run([self.bin + "/" + program, *arguments], check=True, cwd=self.folder,
                       stdout=subprocess.DEVNULL, **self.identity)

    def uri(self, database, port=None, scheme="postgresql", query=""):
        return f"{scheme}://postgres:{self.password}@127.0.0.1:{port or self.port}/{database}{query}"

    def psql(self, database, *arguments, port=None):
        return [self.bin + "/psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *arguments, self.uri(database, port)]

    def value(self, database, sql):
        return subprocess.run(self.psql(database, "-At", "-c", sql), check=True, capture_output=True,
                              text=True).stdout.strip()

    def recreate(self, *databases):
        for name in databases:
            self.value("postgres", f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            self.value("postgres", f'CREATE DATABASE "{name}" TEMPLATE template0')

    def statements_of(self, run):
        """The statements that the server received while `run` ran, parameters put in place."""
        self.value("postgres", "ALTER ROLE postgres SET log_statement = 'all'")
        already = len(self._log_lines())
        run()
        self.value("postgres", "ALTER ROLE postgres RESET log_statement")
        found = []
        for line in self._log_lines()[already:]:
            entry = json.loads(line)
            if "ALTER ROLE postgres RESET" in entry.get("message", ""):
                break
            match = re.match(r"(?:statement|execute [^:]*): (.*)", entry.get("message", ""), re.S)
            if not match:
                continue
            values = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", entry.get("detail", "")))
            found.append(re.sub(r"\$(\d+)\b", lambda m: values.get(m[1], m[0]), match[1]))
        return found

    def _log_lines(self):
        lines = []
        for path in sorted(glob.glob(self.folder + "/log/*.json")):
            with open(path, encoding="utf-8") as file:
                lines += file.read().splitlines()
        return lines

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
