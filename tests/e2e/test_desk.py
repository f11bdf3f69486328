"""The counsellor's desk in a real browser: a presenter's clicker, two counsellors at once, a question made up on the spot."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE
from tests.e2e.people import come_in, press_next
from tests.e2e.server import ROOT


@pytest.fixture
def room(server, open_page):
    live = server.live()
    first, second, phone = open_page(**DESK), open_page(**PHONE), open_page(**PHONE)
    first.goto(live["desk_url"])
    second.goto(live["desk_url"])
    come_in(phone, live["phone_url"], "Zoubida")
    return first, second, phone


def version(desk):
    return desk.locator(".page").get_attribute("data-version")


def test_a_clicker_a_second_desk_and_a_question_on_the_spot(room):
    desk, remote, phone = room
    desk.keyboard.press("PageDown")
    expect(remote.locator(".page")).to_have_attribute("data-version", "2")
    desk.keyboard.press("PageDown")
    expect(phone.locator("[data-moment=activity]")).to_be_visible()
    # phones are told first: a key pressed before the desk has heard is meant for what is gone, and refused
    expect(desk.locator(".page")).to_have_attribute("data-version", "3")
    desk.keyboard.press("b")
    expect(phone.get_by_role("heading", name="C’est la pause.")).to_be_visible()
    expect(desk.locator(".page")).to_have_attribute("data-version", "4")
    desk.keyboard.press("b")
    expect(phone.locator("[data-moment=activity]")).to_be_visible()

    # what a counsellor types is not lost when the other one goes on
    remote.get_by_role("link", name="Question éclair").click()
    remote.get_by_label("Votre question").fill("On ouvre la fenêtre ?")
    press_next(desk, "reveal")
    expect(remote.get_by_label("Votre question")).to_have_value("On ouvre la fenêtre ?")
    remote.get_by_label("Réponse A").fill("oui")
    remote.get_by_label("Réponse B").fill("non")
    remote.get_by_role("button", name="Envoyer sur les téléphones").click()
    expect(phone.get_by_role("heading", name="On ouvre la fenêtre")).to_be_visible()
    expect(desk.get_by_role("heading", name="On ouvre la fenêtre")).to_be_visible()

    desk.keyboard.press("PageUp")
    expect(desk.locator("nav [aria-current=step]")).to_contain_text("Météo")


def test_two_counsellors_who_press_at_once_move_the_session_once(room):
    desk, remote, _phone = room
    for page in (desk, remote):
        # both buttons are pressed before either desk has heard of the other
        page.evaluate("document.querySelector('.next').click()")
    expect(desk.locator(".page")).not_to_have_attribute("data-version", "1")
    expect(remote.locator(".page")).to_have_attribute("data-version", version(desk))

    assert desk.locator("nav [aria-current=step]").inner_text().startswith("1")


def test_typing_in_a_field_never_presses_the_big_button(room):
    desk, _remote, _phone = room
    desk.get_by_role("link", name="Question éclair").click()
    desk.get_by_label("Votre question").press_sequentially("a b ")

    assert version(desk) == "1"


def test_a_timer_set_while_somebody_types_shows_without_taking_the_answer(room):
    desk, _remote, phone = room
    press_next(desk, "next")
    press_next(desk, "open")
    phone.locator("form.exercise input[type=radio]").first.check(force=True)
    desk.get_by_role("button", name="Minuteur 2 min").click()

    expect(phone.get_by_text("Il reste")).to_be_visible()
    expect(phone.locator("form.exercise input[type=radio]").first).to_be_checked()
    desk.get_by_role("button", name="Enlever le minuteur").click()
    expect(phone.get_by_text("Il reste")).to_be_hidden()


TURNED_BACK = {"turn-back": "a page of texts", "show_less": "a point", "back": "a step"}


@pytest.mark.parametrize("there", [("turn-back", "back"), ("show_less", "back"), ("back",)])
def test_a_clicker_goes_back_by_the_smallest_thing_that_can_be_taken_back(open_page, there):
    desk = open_page(**DESK)
    buttons = "".join(f'<button class="{name}" value="{name}" onclick="told.value += this.value">{TURNED_BACK[name]}</button>' for name in reversed(there))
    script = (ROOT / "static" / "js" / "desk" / "keys.js").read_text(encoding="utf-8").replace("export ", "")
    desk.set_content(f"<div id=surface>{buttons}</div><output id=told></output><script>{script} listenForKeys(document.getElementById('surface'));</script>")

    desk.keyboard.press("PageUp")

    assert desk.locator("#told").inner_text() == there[0]
