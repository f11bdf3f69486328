"""The logs, on stderr: lines for people, or one JSON object per event. Both keep out what says who somebody is or what she wrote."""

import json
import logging
import re
import sys
import threading
from datetime import UTC, datetime
from typing import Any, TextIO

from .faults import kind, where

log = logging.getLogger(__name__)
HIDDEN = (
    (re.compile(r"\?[\w%.~-]+=\S*"), "?…"),
    (re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b"), "(adresse)"),
    (re.compile(r"(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|[0-9a-f:]*::[0-9a-f:]*)(?!\w)", re.IGNORECASE), "(adresse)"),
    (re.compile(r"\b[\w-]{8,}\.[\w-]{6,}\.[\w-]{20,}"), "(jeton)"),
)
"""Query strings, addresses of both kinds, signed tokens: what a library's own sentence may hold. Ours name none."""
OWN_HANDLERS = ("engineio", "engineio.server", "engineio.client", "socketio", "socketio.server", "socketio.client")


class Lines(logging.Formatter):
    """Lines for people; a traceback without the errors' own sentences."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = hidden(record.message)
        return super().formatMessage(record)

    def formatException(self, exc_info) -> str:
        return where(exc_info[1])


class JsonLines(logging.Formatter):
    """One JSON object per event: time (UTC), level, logger, message; live_id, error and traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"), "level": record.levelname,
            "logger": record.name, "message": hidden(record.getMessage()),
        }  # fmt: skip
        if hasattr(record, "live_id"):
            told["live_id"] = record.live_id
        if record.exc_info and record.exc_info[1]:
            told |= {"error": kind(record.exc_info[1]), "traceback": where(record.exc_info[1])}
        return json.dumps(told, ensure_ascii=False)


def hidden(text: str) -> str:
    """Return the text without query strings, network addresses and signed tokens."""
    for pattern, instead in HIDDEN:
        text = pattern.sub(instead, text)
    return text


def _server_stopped(*exc_info: Any) -> None:
    """The main thread answers nobody's request: here an error's own words quote no one, and whoever starts the server needs them."""
    log.critical("the server stopped: %s", exc_info[1], exc_info=exc_info)


def write_logs(form: str, stream: TextIO = sys.stderr) -> None:
    """Send every warning and error of this process to the stream; `form` is "text" or "json". To be called before the application is made."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines() if form == "json" else Lines("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    # its lines hold addresses, and an address may hold a token
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    for name in OWN_HANDLERS:
        # a logger without a level of its own is given a handler by these libraries, and each event would be written twice
        logging.getLogger(name).setLevel(logging.ERROR)
        logging.getLogger(name).handlers.clear()
    threading.excepthook = lambda stopped: log.error(
        "a thread stopped", exc_info=(stopped.exc_type, stopped.exc_value, stopped.exc_traceback)
    )
    if form == "json":
        logging.captureWarnings(True)
        sys.excepthook = _server_stopped
