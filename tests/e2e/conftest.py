import pytest
from playwright.sync_api import sync_playwright

from tests.e2e.server import Server

OF_PLAYWRIGHT = (
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding",
    "PreconnectToSearch", "TcpPortRandomizationWin", "ThirdPartyStoragePartitioning",
)  # fmt: skip
ADDRESS_BAR = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
"""What drops down from the address bar is a page of its own, loaded with each window that nobody sees: most of what opening a page took.
Chromium heeds one list of what is off, the last one, so what Playwright has there stands in ours."""
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--disable-features={','.join((*OF_PLAYWRIGHT, *ADDRESS_BAR))}",
)  # fmt: skip
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
NARROW_PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
SCREEN = {"viewport": {"width": 1024, "height": 768}}
DESK = {"viewport": {"width": 1366, "height": 768}}


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The server on the default event loop, shared by all tests that leave it running: each opens a session of its own."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_server(tmp_path, request):
    """A server that the test may kill, on the event loop that its parameter names."""
    server = Server(tmp_path, request.param)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser(chromium_path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium_path), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """open_page(**options) → a page in a browser of its own; a script error on any of them fails the test."""
    contexts, errors = [], []

    def open_one(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []
