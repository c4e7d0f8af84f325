#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""PostgreSQL servers for tests that cannot start one themselves: Windows programs under Wine.

serverkeeper.py PORT_FILE listens on a free loopback port and writes it to PORT_FILE. A connection is
one server: each line is a request {"do": "create" | "standby" | "start" | "stop" | "kill", "arguments": [...]},
answered by a line {"result": ...} or {"error": ...}. "standby", instead of "create", follows the server on
the port given. The server ends with its connection, and all of them with the keeper.
"""
import glob
import json
import os
import pwd
import shutil
import signal
import socket
import socketserver
import subprocess
import sys
import tempfile
import time


def programs():
    folders = glob.glob("/usr/lib/postgresql/*/bin")
    return os.environ.get("SOCRATES_TEST_PG_BIN") or max(folders, key=lambda f: int(f.split("/")[4]))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, password, *settings):
        self.settings = settings
        self.port = free_port()
        self.process = None
        self.folder = tempfile.mkdtemp(prefix="socrates-keeper-")
        # PostgreSQL refuses to run as root.
        user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self.identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        password_file = os.path.join(self.folder, "password")
        with open(password_file, "w", encoding="utf-8") as file:
            file.write(password + "\n")
        if user:
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            os.chown(password_file, user.pw_uid, user.pw_gid)
        self.password = password

    def create(self):
        self.run("initdb", "-D", self.data, "-U", "postgres", "--pwfile",
                 os.path.join(self.folder, "password"), "-A", "scram-sha-256", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")

    def follow(self, primary_port):
        self.run("pg_basebackup", "-D", self.data, "-h", "127.0.0.1", "-p", primary_port, "-U", "postgres",
                 "-X", "stream", "-c", "fast", "-R", "--no-sync")

    @property
    def data(self):
        return os.path.join(self.folder, "data")

    def run(self, program, *arguments):
        done = subprocess.run([os.path.join(programs(), program), *arguments], cwd=self.folder, check=False,
                              env={**os.environ, "PGPASSWORD": self.password}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **self.identity)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stdout}")

    def start(self):
        options = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=60",
                   *self.settings]
        command = [os.path.join(programs(), "postgres"), "-D", self.data, "-p", str(self.port)]
        for option in options:
            command += ["-c", option]
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            # After a kill the children of the old one hold its memory for a moment: once more.
            if self.process is None or self.process.poll() is not None:
                with open(os.path.join(self.folder, "server.log"), "ab") as log:
                    self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **self.identity)
            ready = subprocess.run([os.path.join(programs(), "pg_isready"), "-q", "-h", "127.0.0.1",
                                    "-p", str(self.port)], check=False)
            if ready.returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError("the server did not start")

    def end(self, how):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)

    def remove(self):
        self.end(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)


class Connection(socketserver.StreamRequestHandler):
    def handle(self):
        server = None
        try:
            for line in self.rfile:
                request = json.loads(line)
                result = ""
                try:
                    if request["do"] == "create":
                        server = Server(*request["arguments"])
                        self.server.kept.append(server)
                        server.create()
                        result = str(server.port)
                    elif request["do"] == "standby":
                        password, primary_port = request["arguments"]
                        server = Server(password)
                        self.server.kept.append(server)
                        server.follow(primary_port)
                        result = str(server.port)
                    elif request["do"] == "start":
                        server.start()
                    else:
                        server.end({"stop": signal.SIGINT, "kill": signal.SIGKILL}[request["do"]])
                    answer = {"result": result}
                except Exception as error:  # the test is told, whatever it was
                    answer = {"error": f"{type(error).__name__}: {error}"}
                self.wfile.write(json.dumps(answer).encode() + b"\n")
        except ConnectionError:
            pass  # a test that ended without a word
        finally:
            if server:
                server.remove()


class Keeper(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Connection)
        self.kept = []


def main():
    with Keeper() as keeper:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
        with open(sys.argv[1] + ".new", "w", encoding="ascii") as file:
            file.write(str(keeper.server_address[1]))
        os.replace(sys.argv[1] + ".new", sys.argv[1])
        try:
            keeper.serve_forever()
        finally:
            for server in keeper.kept:
                server.remove()


if __name__ == "__main__":
    main()
