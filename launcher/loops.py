"""The event loops: with the launcher's other modules, the only code that names one."""

import os
import socket
from collections.abc import Callable
from typing import Any

DEFAULT_LOOP = "eventlet"


def start_loop(mode: str) -> None:
    """Make the standard library cooperate with the event loop; must come before any other import."""
    if mode == "eventlet":
        import warnings

        # eventlet says at each start that it is in legacy mode upstream: known, and gevent is one setting away
        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
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


def serve_on(listener: socket.socket, app: Callable[..., Any], mode: str) -> None:
    """Answer requests until the process is told to stop."""
    if mode == "eventlet":
        import eventlet.wsgi

        eventlet.wsgi.server(listener, app, log_output=False, max_size=20_000)
    elif mode == "gevent":
        from gevent import pywsgi

        pywsgi.WSGIServer(listener, app, log=None).serve_forever()
    else:
        from werkzeug.serving import make_server

        host, port = listener.getsockname()[:2]
        make_server(host, port, app, threaded=True, fd=listener.fileno()).serve_forever()
