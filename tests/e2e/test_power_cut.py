"""The server dies in mid-activity and comes back: everyone finds the same activity, and no acknowledged answer is missing."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE, SCREEN
from tests.e2e.people import SENT, answer_all, come_in, fill_in, press_next, send


@pytest.mark.parametrize("own_server", ["eventlet", "gevent"], indirect=True)
def test_after_a_power_cut_the_room_goes_on_by_itself(own_server, open_page):
    server = own_server
    live = server.live()
    desk, screen = open_page(**DESK), open_page(**SCREEN)
    desk.goto(live["desk_url"])
    screen.goto(live["screen_url"])
    answered, typing = open_page(**PHONE), open_page(**PHONE)
    come_in(answered, live["phone_url"], "Inès")
    come_in(typing, live["phone_url"], "Karim")
    press_next(desk, "next")
    press_next(desk, "open")
    answer_all(answered)
    fill_in(typing)
    run = answered.locator(".moment").get_attribute("data-run")

    server.kill()
    expect(typing.get_by_text("hors ligne", exact=True)).to_be_visible()
    send(typing)
    expect(typing.locator(".state")).to_contain_text("ta réponse partira toute seule")
    server.start()

    expect(typing.locator(".state")).to_contain_text(SENT, timeout=15_000)
    for phone in (answered, typing):
        expect(phone.get_by_text("connecté", exact=True)).to_be_visible(timeout=15_000)
        expect(phone.locator(".moment")).to_have_attribute("data-run", run)
        expect(phone.locator(".state")).to_contain_text(SENT)
    expect(desk.locator("[data-answered]")).to_have_text("2", timeout=15_000)
    expect(screen.locator("[data-answered]")).to_have_text("2", timeout=15_000)
    press_next(desk, "reveal")
    expect(screen.locator("[data-moment=result]")).to_be_visible()
