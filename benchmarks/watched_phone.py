"""A phone in Chromium that is told when it could be read, when it was in the room, and what that took."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
PATIENCE_MS = 90_000
WATCH = """
(() => {
  const seen = window.seen = { heading: null, inRoom: null, socket: null };
  window.WebSocket = class extends WebSocket {
    constructor(...given) { seen.socket ??= performance.now(); super(...given); }
  };
  const look = () => {
    if (seen.heading === null && document.querySelector("main h1")) {
      seen.heading = 0;
      requestAnimationFrame(() => requestAnimationFrame(() => { seen.heading = performance.now(); }));
    }
    if (seen.inRoom === null && document.body?.dataset.status === "on") seen.inRoom = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
})()
"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@dataclass(frozen=True)
class Seconds:
    """Seconds since the navigation began. `socket`: from the WebSocket's creation to the room; None where there is no socket yet.

    `readable`: something was painted and a frame was shown with the heading in the page. `requests`: over HTTP, until in the room, a redirect is one
    more; `size`: their bytes as sent, with headers.
    """

    readable: float
    in_room: float | None
    socket: float | None
    requests: int
    size: int


class WatchedPhone:
    """`emulated` is (kbit/s, round trip in s) for Chromium's own slowing down, None where a slow link stands in front."""

    def __init__(self, browser: Browser, port: int, cpu: float, emulated: tuple[float, float] | None) -> None:
        self.port = port
        self.context = browser.new_context(**PHONE)
        self.page = self.context.new_page()
        self.page.add_init_script(WATCH)
        self.cdp = self.context.new_cdp_session(self.page)
        self.cdp.send("Network.enable")
        self.cdp.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
        if emulated:
            kbit, round_trip = emulated
            slow = {"offline": False, "latency": 1000 * round_trip, "downloadThroughput": kbit * 125, "uploadThroughput": kbit * 125}
            self.cdp.send("Network.emulateNetworkConditions", slow)
        self._start_counting()
        for name in ("requestWillBeSent", "requestServedFromCache", "responseReceived", "loadingFinished"):
            self.cdp.on(f"Network.{name}", getattr(self, f"_{name}"))

    def close(self) -> None:
        self.context.close()

    def be_in_the_room(self, code: str) -> None:
        """Joined long ago, on another network: a cookie, and neither a file nor a connection is left of it."""
        reply = self.context.request.post(f"http://127.0.0.1:{self.port}/r/{code}/rejoindre", form={"alias": ""})
        assert reply.ok, reply.status

    def visit(self, address: str, is_joining: bool = False) -> Seconds:
        self.page.goto("about:blank")
        self._start_counting()
        self.page.goto(address, timeout=PATIENCE_MS, wait_until="commit")
        return self._seconds(is_joining)

    def press_enter(self) -> Seconds:
        # who types a name leaves the link time to bring what the page asked for
        self.page.wait_for_load_state("networkidle")
        self._start_counting()
        with self.page.expect_navigation(timeout=PATIENCE_MS, wait_until="commit"):
            self.page.get_by_role("button", name="Entrer").click(no_wait_after=True)
        return self._seconds(is_joining=False)

    def _seconds(self, is_joining: bool) -> Seconds:
        self._until(f"seen.heading > 0 && {PAINT}")
        if not is_joining:
            assert self.page.locator(".moment[data-moment=activity] h1").count() == 1, "the activity is not in the page"
            self._until("seen.inRoom !== null")
        told: dict[str, Any] = self.page.evaluate(f"({{ ...seen, paint: {PAINT} }})")
        in_room = None if is_joining else told["inRoom"] / 1000
        socket = None if is_joining else (told["inRoom"] - told["socket"]) / 1000
        asked = [size for size in self._sizes.values() if size is not None]
        return Seconds(
            max(told["heading"], told["paint"]) / 1000, in_room, socket, len(asked) + self._redirects, sum(asked) + self._redirect_size
        )

    def _until(self, condition: str) -> None:
        """Wait in the page; not by Playwright's own way, which the page's security policy forbids."""
        self.page.evaluate(f"async () => {{ while (!({condition})) await new Promise((go) => setTimeout(go, 50)); }}")

    def _start_counting(self) -> None:
        self._sizes: dict[str, int | None] = {}
        self._redirects = self._redirect_size = 0

    def _requestWillBeSent(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith(("http:", "https:")):
            self._sizes.setdefault(event["requestId"], 0)
            if "redirectResponse" in event:
                self._redirects += 1
                self._redirect_size += int(event["redirectResponse"]["encodedDataLength"])

    def _requestServedFromCache(self, event: dict[str, Any]) -> None:
        self._sizes[event["requestId"]] = None

    def _responseReceived(self, event: dict[str, Any]) -> None:
        response = event["response"]
        if response.get("fromDiskCache") or response.get("fromPrefetchCache"):
            self._sizes[event["requestId"]] = None

    def _loadingFinished(self, event: dict[str, Any]) -> None:
        if self._sizes.get(event["requestId"]) is not None:
            self._sizes[event["requestId"]] = int(event["encodedDataLength"])
