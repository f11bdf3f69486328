"""Measures a phone's first seconds on a slow mobile link, in Chromium: what can be read when, and when it is in the room.

python -m benchmarks.first_seconds            # 400 kbit/s, a round trip of 2 s, a processor slowed 4 times, 5 runs of each
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from .live_room import live_room
from .slow_link import SlowLink
from .watched_phone import Seconds, WatchedPhone

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
RELAY, EMULATED = "relay", "emulated"
WAYS = {
    EMULATED: "Chromium's emulation: the round trip once per HTTP request and once to open the WebSocket; not for connections, nor for its messages",
    RELAY: "TCP relay: a round trip for each connection's set-up, one per request, and all traffic slowed, the WebSocket's messages too",
}
Story = Callable[[WatchedPhone, str], Seconds]


def comes_back(phone: WatchedPhone, address: str) -> Seconds:
    """Scans again in mid-activity: known by its cookie, and nothing is kept but that."""
    phone.be_in_the_room(address.rpartition("/")[2])
    return phone.visit(address)


def reloads(phone: WatchedPhone, address: str) -> Seconds:
    """Reloads in mid-activity: the script is still there, and so may be a connection."""
    comes_back(phone, address)
    return phone.visit(address)


def scans(phone: WatchedPhone, address: str) -> Seconds:
    """Comes for the first time, by the QR code: until the question "what is your name" can be read; no socket yet."""
    return phone.visit(address, is_joining=True)


def enters(phone: WatchedPhone, address: str) -> Seconds:
    """Presses the button of the join page after typing a name: from the press to the activity."""
    phone.visit(address, is_joining=True)
    return phone.press_enter()


STORIES = {"scans the QR code": scans, "presses “Entrer”": enters, "comes back, empty cache": comes_back, "reloads": reloads}


def main() -> int:
    chosen = _arguments()
    with tempfile.TemporaryDirectory(prefix="first-seconds-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chosen.chromium, args=list(FLAGS))
        print(
            f"Chromium {browser.version}, {chosen.kbit:g} kbit/s, round trip {chosen.round_trip:g} s, processor ÷ {chosen.cpu:g}, {chosen.runs} runs"
        )
        with live_room(Path(folder), chosen.step) as (port, code, _desk):
            for way in chosen.ways:
                print(f"\n{WAYS[way]}\n{_head()}")
                for name, story in STORIES.items():
                    found = [_measure(browser, way, story, port, code, chosen) for _ in range(chosen.runs)]
                    print(_line(name, found), flush=True)
        browser.close()
    return 0


def _measure(browser: Browser, way: str, story: Story, port: int, code: str, chosen: argparse.Namespace) -> Seconds:
    link = SlowLink(port, chosen.kbit, chosen.round_trip) if way == RELAY else None
    emulated = (chosen.kbit, chosen.round_trip) if link is None else None
    phone = WatchedPhone(browser, port, chosen.cpu, emulated)
    try:
        return story(phone, f"http://127.0.0.1:{link.port if link else port}/r/{code}")
    finally:
        phone.close()
        if link:
            link.close()


def _head() -> str:
    return f"{'s: median (min–max)':26}{'readable':>19}{'in the room':>19}{'of it, socket':>19}{'requests':>10}{'bytes':>8}"


def _line(name: str, found: list[Seconds]) -> str:
    times = [_spread([getattr(one, field) for one in found]) for field in ("readable", "in_room", "socket")]
    return (
        f"{name:26}"
        + "".join(f"{told:>19}" for told in times)
        + f"{max(one.requests for one in found):>10}{max(one.size for one in found):>8}"
    )


def _spread(values: list[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{median(known):.2f} ({min(known):.2f}–{max(known):.2f})" if known else "–"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="of each story (5)")
    parser.add_argument(
        "--ways", type=lambda text: text.split(","), default=list(WAYS), help=f"how the link is slowed; default: {','.join(WAYS)}"
    )
    parser.add_argument("--kbit", type=float, default=400, help="kbit/s each way (400)")
    parser.add_argument("--round-trip", type=float, default=2, help="seconds (2)")
    parser.add_argument("--cpu", type=float, default=4, help="how many times slower the processor is (4)")
    parser.add_argument("--step", default="", help="id of the step to measure; the first by default")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser's program")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
