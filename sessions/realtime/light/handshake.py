"""Which requests take the light path, and the answer that makes a WebSocket of one (RFC 6455, section 4.2)."""

import binascii
import sys
from base64 import b64decode
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

from websockets.utils import accept_key

EXPECTED = {"transport": ["websocket"], "EIO": ["4"]}
UNUSUAL = ("sid", "j")
NOTHING = BytesIO()
NEEDLESS = ("HTTP_SEC_WEBSOCKET_KEY", "HTTP_SEC_WEBSOCKET_VERSION", "HTTP_CONNECTION", "HTTP_UPGRADE", "headers_raw", "RAW_PATH_INFO")


def answer_to(environ: dict[str, Any]) -> bytes | None:
    """Return the 101 for a client that wants a WebSocket from its first request; None for everything else, and for whatever is unusual."""
    asked = parse_qs(environ.get("QUERY_STRING", ""))
    if any(asked.get(name) != value for name, value in EXPECTED.items()) or any(name in asked for name in UNUSUAL):
        return None
    key = environ.get("HTTP_SEC_WEBSOCKET_KEY", "")
    connection = [part.strip() for part in environ.get("HTTP_CONNECTION", "").lower().split(",")]
    is_plain = (
        environ.get("REQUEST_METHOD") == "GET" and environ.get("HTTP_UPGRADE", "").lower() == "websocket" and "upgrade" in connection
        and environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13" and "HTTP_SEC_WEBSOCKET_PROTOCOL" not in environ
        and environ.get("CONTENT_LENGTH") in (None, "", "0") and "HTTP_TRANSFER_ENCODING" not in environ and _is_key(key)
    )  # fmt: skip
    if not is_plain:
        return None
    return f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept_key(key)}\r\n\r\n".encode()


def kept(environ: dict[str, Any]) -> dict[str, Any]:
    """Return what Socket.IO keeps of the request as long as the connection lasts: its words, and nothing that holds its server's buffers."""
    words = {name: sys.intern(value) for name, value in environ.items() if type(value) is str and name not in NEEDLESS}
    return words | {"flask.app": environ.get("flask.app"), "wsgi.input": NOTHING, "wsgi.errors": sys.stderr}


def _is_key(key: str) -> bool:
    try:
        return len(b64decode(key, validate=True)) == 16
    except (ValueError, binascii.Error):
        return False
