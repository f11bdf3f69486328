"""The addresses that people are shown: a join link on the local network, or the public one."""

import socket
from functools import lru_cache
from urllib.parse import urlsplit

import segno
from markupsafe import Markup
from segno import helpers

from workshop.config import Settings


class Addresses:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @property
    def base(self) -> str:
        """Where phones reach the server, without a final slash."""
        return self.settings.public_url or f"http://{_lan_address(self.settings.host)}:{self.settings.port}"

    @property
    def local(self) -> str:
        """Where this very machine reaches it."""
        return f"http://127.0.0.1:{self.settings.port}"

    @property
    def short(self) -> str:
        """What one types by hand: no scheme."""
        parts = urlsplit(self.base)
        return parts.netloc + parts.path

    def join(self, code: str) -> str:
        return f"{self.base}/r/{code}"

    def screen(self, code: str) -> str:
        return f"{self.base}/ecran/{code}"

    def desk(self, code: str) -> str:
        return f"{self.base}/animer/{code}"

    def join_qr(self, code: str) -> Markup:
        """Return the join link as an SVG QR code."""
        return qr_svg(self.join(code))


@lru_cache(maxsize=500)
def qr_svg(text: str) -> Markup:
    """Return an SVG that scales with its box; error correction M, so that a thumb on the beam does not spoil it."""
    return Markup(segno.make(text, error="m", micro=False).svg_inline(border=2, omitsize=True, dark="#000", light="#fff"))


def wifi_qr(name: str, password: str) -> Markup:
    """Return the QR code by which a phone joins a Wi-Fi network."""
    made = helpers.make_wifi(ssid=name, password=password or None, security="WPA" if password else None)
    return Markup(made.svg_inline(border=2, omitsize=True, dark="#000", light="#fff"))


def _lan_address(host: str) -> str:
    """Return this machine's address on the local network, by asking the system which one it would use; nothing is sent."""
    if host not in ("", "0.0.0.0", "::"):
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            return "127.0.0.1"
