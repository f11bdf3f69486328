"""Networks as they are in a basement, a bus or behind a full Wi-Fi: nothing is lost in silence, nothing counts twice."""

import sqlite3
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from playwright.sync_api import expect

from tests.e2e.bad_networks import LeftNetwork, LossyNetwork
from tests.e2e.conftest import DESK, PHONE
from tests.e2e.network import Network
from tests.e2e.people import SENT, answer_all, come_in, fill_in, press_next, send

SLOWEST_MS = 40_000
STORED = """
  SELECT answer.run_id, answer.part, answer.participant_id FROM answer
  JOIN participant ON participant.id = answer.participant_id JOIN live ON live.id = participant.live_id WHERE live.code = ?
"""


@pytest.fixture
def network(server, request):
    network = request.param(server.port)
    yield network
    network.close()


@pytest.fixture
def room(server, network, open_page):
    """A desk on a good network, a phone behind the bad one, and the first activity of the workshop about to open."""
    live = server.live()
    desk, phone = open_page(**DESK), open_page(**PHONE)
    desk.goto(live["desk_url"])
    return desk, phone, f"http://127.0.0.1:{network.port}/r/{live['code']}"


def open_next(desk):
    press_next(desk, "next")
    press_next(desk, "open")


def stored(server, url):
    """Return every answer of the session on the disk as (run, part, person)."""
    with sqlite3.connect(f"file:{server.environ['TREMPLIN_DATA_DIR']}/tremplin.sqlite3?mode=ro", uri=True) as connection:
        return connection.execute(STORED, [url.rpartition("/")[2]]).fetchall()


@pytest.mark.parametrize("network", [lambda port: LossyNetwork(port, Random(3))], ids=["30 % lost"], indirect=True)
def test_where_a_third_is_lost_and_an_answer_takes_seconds_the_phone_follows(server, room):
    desk, phone, url = room
    phone.set_default_timeout(SLOWEST_MS)
    come_in(phone, url, "Zoubida")
    open_next(desk)
    expect(phone.locator("[data-moment=activity]")).to_be_visible(timeout=SLOWEST_MS)
    fill_in(phone)
    send(phone)

    expect(phone.locator(".state")).to_contain_text(SENT, timeout=SLOWEST_MS)
    expect(desk.locator("[data-answered]")).to_have_text("1")
    assert len(stored(server, url)) == 1
    press_next(desk, "reveal")
    expect(phone.locator("[data-moment=result]")).to_be_visible(timeout=SLOWEST_MS)


@pytest.mark.parametrize("network", [Network], ids=["cut"], indirect=True)
def test_after_twenty_minutes_away_the_phone_says_what_became_of_its_answer(server, room, network):
    desk, phone, url = room
    phone.clock.install()
    come_in(phone, url, "Zoubida")
    open_next(desk)
    expect(phone.locator("[data-moment=activity]")).to_be_visible()
    asked = phone.locator("h1").inner_text()
    fill_in(phone)
    network.cut()
    send(phone)
    expect(phone.locator(".state")).to_contain_text("ta réponse partira toute seule")

    # the room reveals, plays a whole block without this phone, and is at the third activity
    press_next(desk, "reveal")
    open_next(desk)
    while desk.locator(".next").get_attribute("value") != "next":
        press_next(desk)
    open_next(desk)
    phone.clock.fast_forward("20:00")
    network.mend()
    phone.clock.resume()

    expect(phone.get_by_text("connecté", exact=True)).to_be_visible(timeout=15_000)
    expect(phone.locator("[data-moment=activity] .step")).to_contain_text("Étape 3")
    warning = phone.get_by_role("alert")
    expect(warning).to_contain_text(asked)
    expect(warning).to_contain_text("Trop tard")
    expect(warning).to_contain_text("Elle reste sur ce téléphone")
    assert stored(server, url) == []
    answer_all(phone)
    expect(desk.locator("[data-answered]")).to_have_text("1")
    assert len(stored(server, url)) == 1
    warning.click()
    expect(warning).to_be_hidden()


@pytest.mark.parametrize("network", [LeftNetwork], ids=["Wi-Fi to 4G"], indirect=True)
def test_from_wifi_to_4g_between_the_answer_and_its_receipt_it_counts_once(server, room, network):
    desk, phone, url = room
    phone.clock.install()
    come_in(phone, url, "Zoubida")
    open_next(desk)
    expect(phone.locator("[data-moment=activity]")).to_be_visible()
    fill_in(phone)
    network.leave_after_next_word()
    send(phone)
    expect(desk.locator("[data-answered]")).to_have_text("1")
    expect(phone.locator(".state")).not_to_contain_text(SENT)
    phone.clock.fast_forward("00:09")

    expect(phone.locator(".state")).to_contain_text(SENT, timeout=SLOWEST_MS)
    assert len(stored(server, url)) == 1
    # and the socket that nobody hears on was given up: the room goes on
    press_next(desk, "reveal")
    expect(phone.locator("[data-moment=result]")).to_be_visible()


@pytest.mark.parametrize("network", [Network], ids=["good"], indirect=True)
@pytest.mark.parametrize("days", [-1, 1])
def test_a_phone_whose_clock_is_a_day_off_has_the_right_timer_and_may_answer(server, room, days):
    desk, phone, url = room
    phone.clock.install(time=datetime.now(UTC) + timedelta(days=days))
    come_in(phone, url, "Zoubida")
    open_next(desk)
    desk.get_by_role("button", name="Minuteur 2 min").click()

    expect(phone.get_by_text("Il reste")).to_contain_text("1:5")
    answer_all(phone)
    expect(desk.locator("[data-answered]")).to_have_text("1")
