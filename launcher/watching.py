"""What the light path of sessions/realtime/light asks of each event loop: the request's own socket, and a call when it is ready.

No greenlet stays behind: the servers' own objects for the connection are left without a descriptor, find nothing to close, and go.
"""

import _socket
from collections.abc import Callable
from typing import Any

from sessions.realtime.light.loop import Loop


def watcher(mode: str) -> Loop | None:
    """Return the loop's watcher; None for threads, which wait each for its own connection."""
    return {"eventlet": EventletWatcher, "gevent": GeventWatcher}[mode]() if mode in ("eventlet", "gevent") else None


class EventletWatcher:
    def __init__(self) -> None:
        import eventlet
        from eventlet import hubs, wsgi

        self.hub = hubs.get_hub
        self.spawn = eventlet.spawn_n
        self.wsgi = wsgi

    def take_socket(self, environ: dict[str, Any]) -> tuple[_socket.socket, bytes]:
        asked = environ["eventlet.input"]
        self.wsgi.WSGI_LOCAL.already_handled = True
        return _taken(asked.get_socket().fd.detach()), _read_too_early(asked.rfile)

    def watch_readable(self, descriptor: int, callback: Callable[[], None]) -> Any:
        return self._watch("read", descriptor, callback)

    def watch_writable(self, descriptor: int, callback: Callable[[], None]) -> Any:
        return self._watch("write", descriptor, callback)

    def unwatch(self, watched: Any) -> None:
        self.hub().remove(watched)

    def _watch(self, event: str, descriptor: int, callback: Callable[[], None]) -> Any:
        hub = self.hub()
        listener = hub.add(event, descriptor, lambda _descriptor: callback(), _never, None)
        # the hub keeps who asked, to wake it up if the descriptor is lost; nobody waits here, and the request's greenlet would be kept for nothing
        listener.greenlet = hub.greenlet
        return listener


class GeventWatcher:
    READ, WRITE = 1, 2

    def __init__(self) -> None:
        import gevent

        self.hub = gevent.get_hub
        self.spawn = gevent.spawn_raw

    def take_socket(self, environ: dict[str, Any]) -> tuple[_socket.socket, bytes]:
        asked = environ["wsgi.input"]
        connection = _taken(asked.raw._sock.detach())
        early = _read_too_early(asked)
        # a closed reader tells the server that this connection brings no further request
        asked.close()
        return connection, early

    def watch_readable(self, descriptor: int, callback: Callable[[], None]) -> Any:
        return self._watch(self.READ, descriptor, callback)

    def watch_writable(self, descriptor: int, callback: Callable[[], None]) -> Any:
        return self._watch(self.WRITE, descriptor, callback)

    def unwatch(self, watched: Any) -> None:
        watched.stop()
        watched.close()

    def _watch(self, event: int, descriptor: int, callback: Callable[[], None]) -> Any:
        watched = self.hub().loop.io(descriptor, event)
        watched.start(callback)
        return watched


def _taken(descriptor: int) -> _socket.socket:
    """Return a plain socket: the standard library's has been made to wait by the loop, and weighs more."""
    connection = _socket.socket(fileno=descriptor)
    connection.setblocking(False)
    return connection


def _read_too_early(reader: Any) -> bytes:
    """Return what a server's buffered reader had already read; its descriptor being gone, it cannot read more."""
    try:
        return reader.peek()
    except (OSError, ValueError):
        return b""


def _never(_error: BaseException) -> None:
    """eventlet would call this if the descriptor were opened anew while watched; `unwatch` comes before it is closed."""
