"""A proxy that lets no WebSocket through: the phone falls back by itself and misses nothing."""

from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE
from tests.e2e.people import answer_all, come_in, press_next

BLOCKED = "window.WebSocket = class extends WebSocket { constructor(url, protocols) { super(url.replace('socket.io', 'blocked'), protocols); } };"


def test_without_websockets_the_phone_is_still_in_the_room(server, open_page):
    live = server.live()
    desk, phone = open_page(**DESK), open_page(**PHONE)
    phone.add_init_script(BLOCKED)
    desk.goto(live["desk_url"])
    come_in(phone, live["phone_url"], "Zoubida")
    expect(phone.get_by_text("connecté", exact=True)).to_be_visible(timeout=15_000)
    press_next(desk, "next")
    press_next(desk, "open")

    expect(phone.locator("[data-moment=activity]")).to_be_visible()
    answer_all(phone)
    expect(desk.locator("[data-answered]")).to_have_text("1")
