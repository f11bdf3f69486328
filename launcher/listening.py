"""The server's ear: one bound listener."""

import socket

from workshop.config import BadSetting, Settings

QUEUE = 1024
"""A whole group, or a whole school, scans within a second; the usual queue is 50."""


def listener(settings: Settings) -> socket.socket:
    """Return a bound listener that does not delay small messages; raises BadSetting where the port is taken."""
    ear = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    ear.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        ear.bind((settings.host, settings.port))
    except OSError as error:
        raise BadSetting(f"TREMPLIN_PORT vaut {settings.port}, et ce port est déjà pris ({error.strerror}). Choisissez-en un autre.") from error
    ear.listen(QUEUE)
    return ear
