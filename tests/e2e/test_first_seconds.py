"""What spares a phone on a slow network its round trips: the socket is asked for by the page itself, and who enters is in the room at once."""

import re
import time

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.people import come_in


def test_the_socket_is_open_before_the_script_is_there_and_is_the_only_one(server, open_page):
    live = server.live()
    phone = open_page(**PHONE)
    come_in(phone, live["phone_url"], "Zoubida")
    # the socket of the page before the reload is open now, and will not be taken for the new one's
    expect(phone.get_by_text("connecté", exact=True)).to_be_visible()
    sockets, heard, held = [], [], []
    phone.on("websocket", lambda socket: (sockets.append(socket), socket.on("framereceived", lambda frame: heard.append(frame))))
    phone.route(re.compile(r"/phone\.js$"), lambda route: held.append(route))
    phone.reload(wait_until="commit")
    until = time.monotonic() + 10
    while not (heard and held):
        assert time.monotonic() < until, "no socket was opened without the script"
        phone.wait_for_timeout(20)
    assert not phone.get_by_text("connecté", exact=True).is_visible()
    held.pop().continue_()

    expect(phone.get_by_text("connecté", exact=True)).to_be_visible()
    assert [socket.is_closed() for socket in sockets] == [False]


def test_who_enters_gets_the_room_in_one_request_at_an_address_that_can_be_reloaded(server, open_page):
    live = server.live()
    phone = open_page(**PHONE)
    phone.goto(live["phone_url"])
    asked = []
    phone.on("request", lambda request: asked.append(f"{request.method} {request.url.removeprefix(server.base)}"))
    phone.get_by_role("button", name="Entrer").click()
    expect(phone.locator("[data-moment=lobby]")).to_be_visible()
    expect(phone.get_by_text("connecté", exact=True)).to_be_visible()
    room = f"/r/{live['code']}"

    assert [one for one in asked if "/a/" not in one] == [f"POST {room}/rejoindre"]
    assert phone.url == live["phone_url"]
    asked.clear()
    phone.reload()
    assert asked[0] == f"GET {room}"
    phone.go_back()
    phone.goto(live["phone_url"])
    expect(phone.locator("[data-moment=lobby]")).to_be_visible()


def test_without_javascript_too_the_address_can_be_asked_for_again(server, open_page):
    phone = open_page(**PHONE, java_script_enabled=False)
    come_in(phone, server.live()["phone_url"], "Wassim")
    phone.goto(phone.url)

    expect(phone.locator("[data-moment=lobby]")).to_be_visible()
    expect(phone.get_by_text("Wassim", exact=True)).to_be_visible()
