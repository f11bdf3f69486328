"""One session from the door to the report, on each event loop and each transport: gevent is one setting away, and stays it."""

import re
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar

import pytest

from tests.e2e.server import Server
from tests.loops.sockets import NAMESPACE, Desk, Phone, Surface, until

NAMES = ("Inès", "Karim", "Léa", "Ndeye", "Wassim")
TEXT = "contact"
BLOCK = "avant"


@pytest.fixture(scope="module", params=["eventlet", "gevent"])
def server(request, tmp_path_factory):
    server = Server(tmp_path_factory.mktemp(request.param), request.param)
    server.start()
    yield server
    server.stop()


@pytest.fixture(params=["websocket", "polling"])
def room(server, request):
    """The session's addresses, its desk, its screen and five phones, all over one transport."""
    live = server.live()
    desk = Desk(server.base, request.param, "desk", live["code"], live["desk_token"])
    screen = Surface(server.base, request.param, "screen", live["code"], live["screen_token"])
    phones = [Phone(server.base, request.param, live["code"], name) for name in NAMES]
    yield live, desk, screen, phones
    # together: a client waits some seconds for a server that says no goodbye
    with ThreadPoolExecutor(7) as leaving:
        list(leaving.map(lambda one: one.leave(), (desk, screen, *phones)))


def test_a_session_is_played_from_the_door_to_the_report(room):
    live, desk, screen, phones = room
    play_a_choice(desk, screen, phones)
    play_a_text(desk, screen, phones)
    play_a_block(desk, screen, phones)
    pause_and_resume(desk, screen, phones)
    desk.press("end")
    for phone in phones:
        phone.sees("ended")
    read_the_report(live)


def test_ten_megabytes_from_one_phone_store_nothing_and_the_others_go_on(room):
    _, desk, screen, phones = room
    desk.press("improvise", prompt="On ouvre la fenêtre ?", options=["oui", "non"])
    for phone in phones:
        phone.sees("activity")
    heavy, *others = phones
    heavy.client.emit("submit_answer", {"run": heavy.value("run"), "part": 0, "client_answer_id": "heavy", "answer": {"choices": ["a" * 10_000_000]}}, NAMESPACE)
    for phone in others:
        assert phone.answer(choices=["a"])["ok"]

    is_counted(desk, screen, len(others))
    until(lambda: not heavy.client.connected, lambda: "the line that brought it is still open")
    desk.press("close")
    others[0].sees("closed")
    desk.press("end")


def play_a_choice(desk, screen, phones):
    desk.press("improvise", prompt="On ouvre la fenêtre ?", options=["oui", "non"])
    for phone in phones:
        phone.sees("activity")
        assert phone.answer(choices=["a"])["ok"]
    is_counted(desk, screen, len(phones))
    desk.press("close")
    phones[0].sees("closed")
    desk.press("reveal")
    for phone in phones:
        phone.sees("result")
    screen.sees("result")


def play_a_text(desk, screen, phones):
    desk.press("go_to", step=TEXT)
    desk.press("open")
    for phone in phones:
        phone.sees("activity")
        assert phone.answer(text=f"Bonjour, je suis {phone.alias}.")["ok"]
    is_counted(desk, screen, len(phones))
    wanted = f"Bonjour, je suis {phones[0].alias}."
    desk.press("approve", run=phones[0].value("run"), part=0, text=wanted)
    desk.press("reveal")
    screen.sees("result")
    until(lambda: wanted in screen.html, lambda: "the approved text is not on the screen")
    assert not any(phone.alias in screen.html for phone in phones[1:])


def play_a_block(desk, screen, phones):
    desk.press("go_to", step=BLOCK)
    desk.press("open")
    for phone in phones:
        phone.sees("activity")
        parts = int(phone.value("parts"))
        assert all(phone.answer(part, choices=["a"])["ok"] for part in range(parts - 1))
        assert phone.answer(parts - 1, value=7)["ok"]
    is_counted(desk, screen, len(phones))
    assert phones[0].answer(0, choices=["no such key"])["reason"] == "refused"
    desk.press("close")
    phones[0].sees("closed")


def pause_and_resume(desk, screen, phones):
    for command, moment in (("pause", "paused"), ("resume", "closed")):
        desk.press(command)
        for phone in phones:
            phone.sees(moment)
    screen.sees("closed")


def is_counted(desk, screen, answered):
    for surface in (desk, screen):
        until(lambda surface=surface: surface.counted.get("answered") == answered, lambda surface=surface: f"counted {surface.counted}, not {answered}")


def read_the_report(live):
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    browser.open(live["desk_url"], timeout=10).read()
    base = live["desk_url"].split("/animer/")[0]
    page = browser.open(f"{base}/bilans/{live['code']}", timeout=20).read().decode()

    assert "Participation" in page
    assert re.search(r"\b5\b", page)
