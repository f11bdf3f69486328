"""A slow mobile link in front of a server: a TCP relay that all traffic goes through, WebSocket too, with the set-up of each connection paid.

Not modelled: TLS (one or two round trips more), TCP's slow start (one more for over 14 kB at once), losses, and the radio's waking up.
"""

import asyncio
import threading
import time
from contextlib import suppress

SEGMENT = 1_400
"""Bytes in one packet: several connections then share the link as they would."""


class Way:
    """One direction of the link. Its rate is shared by every connection."""

    def __init__(self, bytes_per_s: float, delay_s: float) -> None:
        self.bytes_per_s = bytes_per_s
        self.delay_s = delay_s
        self._free_at = 0.0

    def arrival(self, size: int, sent_at: float) -> float:
        """Return when `size` bytes sent at `sent_at` are there, and keep the link busy for them."""
        self._free_at = max(self._free_at, sent_at) + size / self.bytes_per_s
        return self._free_at + self.delay_s


class SlowLink:
    """Listens on `port` of 127.0.0.1 and relays to `target`; `kbit_per_s` each way, a round trip of `round_trip_s`."""

    def __init__(self, target: int, kbit_per_s: float = 400, round_trip_s: float = 2) -> None:
        self.target = target
        self.round_trip_s = round_trip_s
        self.up, self.down = (Way(kbit_per_s * 125, round_trip_s / 2) for _ in range(2))
        self.port = 0
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        if not ready.wait(5):
            raise RuntimeError("the slow link did not start")

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accepted, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()
        server.close()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()

    async def _accepted(self, phone: asyncio.StreamReader, to_phone: asyncio.StreamWriter) -> None:
        # the kernel accepted at once; on the air SYN and its answer take a round trip before the first byte may leave
        may_send_at = time.monotonic() + self.round_trip_s
        try:
            server, to_server = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            to_phone.close()
            return
        # cancelled when the link closes: that is its end, and no fault
        with suppress(asyncio.CancelledError):
            await asyncio.gather(self._relay(phone, to_server, self.up, may_send_at), self._relay(server, to_phone, self.down, 0.0))

    async def _relay(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: Way, may_send_at: float) -> None:
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivering = asyncio.create_task(_deliver(under_way, sink))
        try:
            while data := await source.read(SEGMENT):
                under_way.put_nowait((way.arrival(len(data), max(time.monotonic(), may_send_at)), data))
        except OSError:
            pass
        under_way.put_nowait((time.monotonic() + way.delay_s, b""))
        await delivering


async def _deliver(under_way: "asyncio.Queue[tuple[float, bytes]]", sink: asyncio.StreamWriter) -> None:
    """Hand on what is under way when it arrives; an empty chunk is the end."""
    while True:
        arrives_at, data = await under_way.get()
        await asyncio.sleep(arrives_at - time.monotonic())
        if not data:
            sink.close()
            return
        try:
            sink.write(data)
            await sink.drain()
        except OSError:
            return
