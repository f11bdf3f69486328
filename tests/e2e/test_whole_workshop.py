"""A whole workshop as a room lives it: a desk, a screen, a phone that comes late, one cut off in mid-answer, one without JavaScript."""

import io
import re
import zipfile

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Error, Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.conftest import DESK, PHONE, SCREEN
from tests.e2e.fitting import what_is_too_wide, what_overflows
from tests.e2e.network import Network
from tests.e2e.people import SENT, answer_all, approve_all, asks, come_in, fill_in, followed, moment, open_report, press_next, send


@pytest.fixture
def network(server):
    network = Network(server.port)
    yield network
    network.close()


def test_a_workshop_is_played_from_the_qr_code_to_the_report(server, network, open_page):
    live = server.live()
    desk, screen = open_page(**DESK), open_page(**SCREEN)
    desk.goto(live["desk_url"])
    screen.goto(live["screen_url"])
    assert "jeton" not in desk.url
    assert read_qr(screen) == live["phone_url"] == f"{server.base}/r/{live['code']}"

    ines, plain, late = open_page(**PHONE), open_page(**PHONE, java_script_enabled=False), open_page(**PHONE)
    come_in(ines, f"http://127.0.0.1:{network.port}/r/{live['code']}", "Zoubida")
    come_in(plain, live["phone_url"], "Wassim")
    expect(screen.get_by_text("Wassim", exact=True)).to_be_visible()
    expect(desk.get_by_role("heading", name="Dans la salle (2)")).to_be_visible()

    played, was_cut = [], False
    while desk.locator("button.next").count():
        command = press_next(desk)
        played.append(command)
        if command in ("next", "open") and asks(desk):
            expect(ines.locator(".moment")).to_have_attribute("data-moment", "activity")
            if not was_cut and ines.locator(".moment[data-parts]").count() == 0:
                answer_through_a_cut(ines, network)
                was_cut = True
            else:
                answer_all(ines)
            look_again(plain)
            answer_all_without_script(plain)
            if len(played) > 6:
                if not late.url.startswith("http"):
                    come_in(late, live["phone_url"], "Ndeye")
                expect(late.locator(".moment")).to_have_attribute("data-moment", "activity")
                answer_all(late)
            approve_all(desk)
        followed(screen, desk)
        if command == "reveal":
            expect(screen.locator("[data-moment=result]")).to_be_visible()
            expect(ines.locator("[data-moment=result]")).to_be_visible()
        assert what_overflows(screen) == [], f"the screen overflows after {played}"
        assert not re.search("Zoubida|Wassim|Ndeye", screen.locator(".middle").inner_text())

    assert was_cut and played[-1] == "end"
    expect(ines.locator("[data-moment=ended]")).to_be_visible()
    expect(ines.get_by_text("Ce que tu as décidé")).to_be_visible()
    read_the_notebook(ines)
    read_the_report(desk)


def read_the_notebook(phone: Page) -> None:
    phone.get_by_role("link", name="Ouvrir mon carnet").click()
    expect(phone.get_by_role("heading", name="Mon carnet")).to_be_visible()
    phone.get_by_role("link", name="Corriger").first.click()
    expect(phone.get_by_role("button", name="Suivant")).to_be_visible()
    for at in ("its form", "its pages"):
        assert (violations(phone), what_is_too_wide(phone)) == ([], []), at
        phone.go_back()


def answer_through_a_cut(phone: Page, network: Network) -> None:
    fill_in(phone)
    network.cut()
    send(phone)
    expect(phone.locator(".state")).to_contain_text("ta réponse partira toute seule")
    expect(phone.get_by_text("hors ligne", exact=True)).to_be_visible()
    network.mend()
    expect(phone.locator(".state")).to_contain_text(SENT, timeout=15_000)


def look_again(phone: Page) -> None:
    """Load the page of a phone without JavaScript; it does so by itself every few seconds, and of two loads at once the browser gives up one."""
    try:
        phone.reload()
    except Error as error:
        if "ERR_ABORTED" not in error.message:
            raise
    expect(phone.locator("form.exercise")).to_be_visible()


def answer_all_without_script(phone: Page) -> None:
    for _ in range(int(phone.locator(".moment").get_attribute("data-parts") or 1)):
        fill_in(phone)
        send(phone)
    assert moment(phone) == "activity"
    expect(phone.locator(".state")).to_contain_text(SENT)


def read_qr(screen: Page) -> str:
    shot = Image.open(io.BytesIO(screen.screenshot()))
    return zxingcpp.read_barcode(shot).text


def read_the_report(desk: Page) -> None:
    open_report(desk)
    expect(desk.get_by_role("heading", name="Participation")).to_be_visible()
    for ending, magic in (("PDF", b"%PDF-"), ("tableur", b"PK")):
        with desk.expect_download() as download:
            desk.get_by_role("link", name=ending).click()
        content = download.value.path().read_bytes()
        assert content.startswith(magic)
        if magic == b"PK":
            assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
