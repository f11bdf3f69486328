"""`/metrics`: for a collector on this machine, or for one that has the token. For everybody else the page does not exist."""

import hmac
from collections import Counter
from collections.abc import Callable, Iterable
from ipaddress import IPv6Address, ip_address
from typing import Protocol

from flask import Blueprint, Request, Response, abort, request
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

from .metrics import ANSWERS_WAITING, CONNECTED, REGISTRY, ROOMS

PROXY_HEADERS = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP")


class Connection(Protocol):
    role: str
    live_id: int


def scraping(token: str, connections: Callable[[], Iterable[Connection]], waiting: Callable[[], int]) -> Blueprint:
    """Return the page. `token` empty: this machine only. `connections` and `waiting` say what this process holds now, without the database."""
    pages = Blueprint("metrics", __name__)

    @pages.get("/metrics")
    def metrics() -> Response:
        if not (_is_from_this_machine(request) or _has(token, request)):
            abort(404)
        _look_around(list(connections()), waiting())
        return Response(generate_latest(REGISTRY), content_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"})

    return pages


def _look_around(connections: list[Connection], waiting: int) -> None:
    by_role = Counter(connection.role for connection in connections)
    for role, gauge in CONNECTED.items():
        gauge.set(by_role[role])
    ROOMS.set(len({connection.live_id for connection in connections if connection.role == "phone"}))
    ANSWERS_WAITING.set(waiting)


def _is_from_this_machine(asked: Request) -> bool:
    """Behind a proxy of this machine everybody comes from it; the proxy's headers give that away."""
    if any(name in asked.headers for name in PROXY_HEADERS):
        return False
    try:
        peer = ip_address(asked.remote_addr or "")
    except ValueError:
        return False
    return (peer.ipv4_mapped or peer).is_loopback if isinstance(peer, IPv6Address) else peer.is_loopback


def _has(token: str, asked: Request) -> bool:
    given = asked.headers.get("Authorization", "").encode()
    return bool(token) and hmac.compare_digest(given, f"Bearer {token}".encode())
