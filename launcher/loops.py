"""The event loops: with the launcher's other modules, the only code that names one."""

import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

DEFAULT_LOOP = "eventlet"
ELSEWHERE = ("TREMPLIN_DATABASE_URL", "TREMPLIN_REDIS_URL")
"""Settings that name another machine: to look for it must not hold the loop."""


def start_loop(mode: str) -> None:
    """Make the standard library cooperate with the event loop; must come before any other import."""
    if mode == "eventlet":
        import warnings

        # eventlet says at each start that it is in legacy mode upstream: known, and gevent is one setting away
        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
        if not any(os.environ.get(name) for name in ELSEWHERE):
            # with all on this machine no name is ever looked up: eventlet's own resolver would cost an eighth of the start
            os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
        import eventlet

        eventlet.monkey_patch()
    elif mode == "gevent":
        from gevent import monkey

        monkey.patch_all()


def let_drivers_cooperate() -> None:
    """Make psycopg wait in Python: its own waiting is written in C and would hold the loop, and with it every phone."""
    os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")


def outside(mode: str) -> Callable[..., Any]:
    """Return outside(function, *arguments): runs slow work in a real thread while the loop goes on."""
    if mode == "eventlet":
        from eventlet import tpool

        return tpool.execute
    if mode == "gevent":
        import gevent

        return lambda function, *arguments: gevent.get_hub().threadpool.apply(function, arguments)
    return lambda function, *arguments: function(*arguments)


@dataclass(frozen=True)
class Served:
    """A server at work."""

    close: Callable[[], Any]
    """Lets nobody new in; who is inside is served on."""
    finish: Callable[[float], Any]
    """Returns once everybody has left, or after so many seconds."""


def serve_on(listener: socket.socket, app: Callable[..., Any], mode: str, fallen: Callable[[], Any]) -> Served:
    """Start to answer requests and return at once; `fallen()` is called where the server ends by itself."""
    if mode == "eventlet":
        return _serve_on_eventlet(listener, app, fallen)
    if mode == "gevent":
        from gevent import pywsgi

        server = pywsgi.WSGIServer(listener, app, log=None)
        server.start()
        return Served(server.close, lambda seconds: server.stop(timeout=seconds))
    from werkzeug.serving import make_server

    host, port = listener.getsockname()[:2]
    plain = make_server(host, port, app, threaded=True, fd=listener.fileno())
    plain.daemon_threads = True
    at_work = threading.Thread(target=lambda: (plain.serve_forever(), fallen()), daemon=True)
    at_work.start()
    return Served(plain.shutdown, at_work.join)


def _serve_on_eventlet(listener: socket.socket, app: Callable[..., Any], fallen: Callable[[], Any]) -> Served:
    import eventlet.wsgi

    def serve() -> None:
        try:
            eventlet.wsgi.server(listener, app, log_output=False, max_size=20_000)
        finally:
            fallen()

    def finish(seconds: float) -> None:
        # its loop ends, and waits for those inside
        at_work.kill()
        with eventlet.Timeout(seconds, False), suppress(eventlet.greenlet.GreenletExit):
            at_work.wait()

    at_work = eventlet.spawn(serve)
    return Served(listener.close, finish)
