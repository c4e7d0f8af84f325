# SPDX-License-Identifier: MIT
"""A TCP proxy that keeps every byte back for a while, and counts round trips.

A round trip is a client that waits: data of the client that arrives after data of the server went
out to it. A pipeline, sent without waiting, is one."""

import asyncio
import threading


class SlowLink:
    def __init__(self, target_port, delay):
        self.target_port = target_port
        self.delay = delay
        self.trips = 0
        self.connections = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        self._ready.wait()

    def reset(self):
        self.trips = self.connections = 0

    def stop(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _serve(self):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _accept(self, reader, writer):
        self.connections += 1
        upstream, downstream = await asyncio.open_connection("127.0.0.1", self.target_port)
        state = {"answered": True}

        def from_client():
            if state["answered"]:
                state["answered"] = False
                self.trips += 1

        def to_client():
            state["answered"] = True

        await asyncio.gather(self._pump(reader, downstream, on_read=from_client),
                             self._pump(upstream, writer, on_write=to_client))

    async def _pump(self, source, sink, on_read=None, on_write=None):
        queue = asyncio.Queue()

        async def deliver():
            while True:
                due, data = await queue.get()
                await asyncio.sleep(max(0.0, due - self._loop.time()))
                try:
                    if not data:
                        sink.close()
                        return
                    sink.write(data)
                    await sink.drain()
                except ConnectionError:
                    return
                if on_write:
                    on_write()

        delivery = asyncio.ensure_future(deliver())
        while True:
            try:
                data = await source.read(65536)
            except ConnectionError:
                data = b""
            if data and on_read:
                on_read()
            queue.put_nowait((self._loop.time() + self.delay, data))
            if not data:
                break
        await delivery
