# SPDX-License-Identifier: MIT
"""A proxy that understands PostgreSQL's protocol well enough to count its messages.

Every message has a place: the database, the direction (F: from the program, B: from the server) and
its number among all messages of that database and direction since reset(). Before a message goes
on, `on_message` is asked; what it does then happens exactly between two messages."""

import socket
import struct
import threading

FRONTEND = {"P": "Parse", "B": "Bind", "D": "Describe", "E": "Execute", "S": "Sync", "H": "Flush",
            "Q": "Query", "X": "Terminate", "p": "Password"}
BACKEND = {"R": "Authentication", "S": "ParameterStatus", "K": "BackendKeyData", "Z": "ReadyForQuery",
           "1": "ParseComplete", "2": "BindComplete", "T": "RowDescription", "n": "NoData",
           "D": "DataRow", "C": "CommandComplete", "E": "ErrorResponse", "N": "NoticeResponse",
           "I": "EmptyQueryResponse"}
CANCEL, SSL, GSS = 80877102, 80877103, 80877104


class Message:
    def __init__(self, database, direction, number, kind, body):
        self.database, self.direction, self.number = database, direction, number
        self.kind, self.body = kind, body

    @property
    def point(self):
        return f"{self.database}:{self.direction}:{self.number}"

    def label(self):
        names = FRONTEND if self.direction == "F" else BACKEND
        name = names.get(self.kind, self.kind)
        if self.direction == "F" and self.kind == "P":
            return f"{name} {self.text()[:60]}"
        if self.direction == "B" and self.kind == "C":
            return f"{name} {self.text()}"
        return name

    def text(self):
        """The SQL of a Parse, the tag of a CommandComplete."""
        parts = self.body.split(b"\0")
        return " ".join(parts[1 if self.kind == "P" else 0].decode("utf-8", "replace").split())


class Link:
    """One connection of the program: two sockets, two threads."""

    def __init__(self, proxy, client):
        self.proxy, self.client = proxy, client
        self.server = None
        self.database = None
        self.backend_pid = None
        self.is_swallowing = False

    def run(self):
        try:
            if self._start():
                back = threading.Thread(target=self._pump, args=(self.server, self.client, "B"), daemon=True)
                back.start()
                self._pump(self.client, self.server, "F")
                back.join()
        except OSError:
            pass
        finally:
            self.close()

    def _read(self, sock, size):
        data = b""
        while len(data) < size:
            part = sock.recv(size - len(data))
            if not part:
                return None
            data += part
        return data

    def _start(self):
        while True:
            head = self._read(self.client, 8)
            if head is None:
                return False
            length, code = struct.unpack("!ii", head)
            rest = self._read(self.client, length - 8) or b""
            if code in (SSL, GSS):
                self.client.sendall(b"N")
                continue
            self.server = socket.create_connection((self.proxy.target_host, self.proxy.target))
            self.server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if code != CANCEL:
                words = rest.split(b"\0")
                values = dict(zip(words[0::2], words[1::2]))
                self.database = values.get(b"database", b"").decode()
            if not self.is_swallowing:
                self.server.sendall(head + rest)
            return True

    def _pump(self, source, sink, direction):
        try:
            while True:
                if self.database is None:  # a cancel request: nothing follows
                    data = source.recv(4096)
                    if not data:
                        break
                    continue
                head = self._read(source, 5)
                if head is None:
                    break
                kind = head[:1].decode("latin-1")
                body = self._read(source, struct.unpack("!i", head[1:])[0] - 4)
                if body is None:
                    break
                if direction == "B" and kind == "K":
                    self.backend_pid = struct.unpack("!i", body[:4])[0]
                if self.is_swallowing:
                    continue
                message = self.proxy.count(self.database, direction, kind, body)
                self.proxy.on_message(self, message)
                if not self.is_swallowing:
                    sink.sendall(head + body)
        except OSError:
            pass
        finally:
            if not self.is_swallowing:
                try:
                    sink.shutdown(socket.SHUT_WR)
                except OSError:
                    pass

    def reset(self):
        """Both sides see a connection reset."""
        for sock in (self.client, self.server):
            if sock is None:
                continue
            try:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                sock.shutdown(socket.SHUT_RD)  # wakes the thread that reads, and says nothing
            except OSError:
                pass
            sock.close()

    def close(self):
        for sock in (self.client, self.server):
            if sock is None:
                continue
            try:
                sock.shutdown(socket.SHUT_RDWR)  # close() alone does not wake a thread that reads
            except OSError:
                pass
            sock.close()


class Proxy:
    def __init__(self, target_port, address="127.0.0.1", target_host="127.0.0.1"):
        self.target, self.target_host = target_port, target_host
        self._lock = threading.Lock()
        self._listener = socket.create_server((address, 0), backlog=50)
        self.port = self._listener.getsockname()[1]
        self.links = []
        self.reset()
        threading.Thread(target=self._accept, daemon=True).start()

    def reset(self, on_message=None):
        """A new case: counting starts again. `on_message(link, message)` runs in the link's thread."""
        with self._lock:
            self.counts = {}
            links, self.links = self.links, []
        for link in links:
            link.close()
        self.on_message = on_message or (lambda link, message: None)

    def count(self, database, direction, kind, body):
        with self._lock:
            number = self.counts[database, direction] = self.counts.get((database, direction), 0) + 1
        return Message(database, direction, number, kind, body)

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            link = Link(self, client)
            with self._lock:
                self.links.append(link)
            threading.Thread(target=link.run, daemon=True).start()
