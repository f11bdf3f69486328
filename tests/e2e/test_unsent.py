"""What the phone says of an answer is true: what was changed since is not sent, what the page forgot is drawn again, and a cry for help sends nothing else."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE
from tests.e2e.people import SENT, come_in

MOOD, CHOICE, QUESTIONS = "La météo du groupe", "Une question à choix", "Les questions du groupe"
UNSENT = "Pas encore envoyé."
SWALLOW = "WebSocket.prototype.send = () => {}"  # a network that takes everything and carries nothing
BY_HTTP = "**/r/*/envoi"


@pytest.fixture
def room(server, open_page):
    """The Catalogue on a desk, with Zoubida's phone in the room."""
    live = server.live("catalogue")
    desk, phone = open_page(**DESK), open_page(**PHONE)
    desk.goto(live["desk_url"])
    come_in(phone, live["phone_url"], "Zoubida")
    expect(phone.get_by_text("connecté", exact=True)).to_be_visible()
    return desk, phone


def open_step(desk, phone, title):
    desk.get_by_role("navigation").get_by_role("button", name=title).click()
    desk.get_by_role("button", name="Lancer l’activité").click()
    expect(phone.locator("form.exercise")).to_be_visible()


def touch(phone, label):
    phone.get_by_role("radio", name=label).check(force=True)


def test_what_was_changed_while_the_phone_was_offline_is_not_said_to_be_sent_and_is_there_after_a_reload(room):
    desk, phone = room
    open_step(desk, phone, MOOD)
    phone.context.set_offline(True)
    touch(phone, "Nuages")
    phone.get_by_role("button", name="Envoyer ma réponse").click()
    touch(phone, "Orage")
    expect(phone.locator(".state")).to_have_text(UNSENT)
    phone.get_by_role("button", name="Je suis perdu").click()
    expect(phone.locator("#warning")).to_contain_text("Lève la main")
    phone.context.set_offline(False)
    expect(desk.get_by_text("1 réponse sur 1")).to_be_visible(timeout=20_000)

    expect(phone.locator(".state")).to_have_text(UNSENT)
    phone.reload()
    expect(phone.locator(".state")).to_have_text(UNSENT)
    expect(phone.get_by_role("radio", name="Orage")).to_be_checked()
    phone.get_by_role("button", name="Changer ma réponse").click()
    expect(phone.locator(".state")).to_contain_text(SENT)
    phone.reload()
    expect(phone.locator(".state")).to_contain_text(SENT)
    expect(phone.get_by_role("radio", name="Orage")).to_be_checked()


def test_a_page_that_is_loaded_again_before_its_answer_left_says_so_and_then_that_it_has_arrived(room):
    desk, phone = room
    open_step(desk, phone, MOOD)
    phone.route(BY_HTTP, lambda route: route.abort())
    phone.add_init_script(SWALLOW)
    phone.reload()
    touch(phone, "Éclaircies")
    phone.get_by_role("button", name="Envoyer ma réponse").click()
    phone.reload()
    expect(phone.locator(".state")).to_contain_text("ta réponse partira toute seule")
    expect(phone.get_by_role("radio", name="Éclaircies")).to_be_checked()
    phone.unroute(BY_HTTP)

    expect(phone.locator(".state")).to_contain_text(SENT, timeout=20_000)
    expect(phone.get_by_role("radio", name="Éclaircies")).to_be_checked()
    expect(desk.get_by_text("1 réponse sur 1")).to_be_visible()


def test_a_page_that_forgot_what_it_sent_shows_it_once_it_has_arrived(room):
    desk, phone = room
    open_step(desk, phone, MOOD)
    touch(phone, "Pluie")
    # the answer leaves this page without reaching the server, and the page is lost
    phone.evaluate(SWALLOW)
    phone.get_by_role("button", name="Envoyer ma réponse").click()
    expect(phone.locator(".state")).to_contain_text("Envoi en cours")
    phone.evaluate("sessionStorage.clear()")
    phone.reload()

    expect(phone.locator(".state")).to_contain_text(SENT, timeout=20_000)
    expect(phone.get_by_role("radio", name="Pluie")).to_be_checked()


@pytest.mark.parametrize("is_lost", [True, False], ids=["a page that was lost", "the same page"])
def test_a_question_that_was_sent_stays_asked_when_its_page_comes_back_and_votes_for_another(room, open_page, is_lost):
    desk, phone = room
    open_step(desk, phone, QUESTIONS)
    other = open_page(**PHONE)
    come_in(other, phone.url, "Yanis")
    other.get_by_role("textbox").first.fill("Il faut le permis ?")
    other.get_by_role("button", name="Envoyer").click()
    expect(phone.get_by_role("checkbox", name="Il faut le permis ?")).to_be_visible()
    phone.evaluate(SWALLOW)
    phone.get_by_role("textbox").first.fill("Combien on est payé ?")
    phone.get_by_role("button", name="Envoyer").click()
    expect(phone.locator(".state")).to_contain_text("Envoi en cours")
    if is_lost:
        phone.evaluate("sessionStorage.clear()")
    phone.reload()

    phone.get_by_role("checkbox", name="Il faut le permis ?").check(force=True)
    expect(phone.locator(".state")).to_contain_text(SENT, timeout=20_000)
    expect(desk.get_by_text("2 réponses sur 2")).to_be_visible()
    expect(phone.get_by_role("textbox").first).to_have_value("Combien on est payé ?")
    expect(other.get_by_role("checkbox", name="Combien on est payé ?")).to_be_visible()


def test_a_phone_that_may_keep_nothing_still_sends_once_the_network_is_back(room):
    desk, phone = room
    phone.add_init_script("for (const one of ['getItem', 'setItem', 'removeItem']) Storage.prototype[one] = () => { throw new DOMException('no', 'SecurityError'); };")
    phone.reload()
    open_step(desk, phone, MOOD)
    phone.context.set_offline(True)
    touch(phone, "Nuages")
    phone.get_by_role("button", name="Envoyer ma réponse").click()
    expect(phone.locator(".state")).to_contain_text("ta réponse partira toute seule")
    phone.context.set_offline(False)

    expect(desk.get_by_text("1 réponse sur 1")).to_be_visible(timeout=20_000)
    expect(phone.locator(".state")).to_contain_text(SENT)


@pytest.mark.parametrize("way", ["socket", "HTTP"])
def test_an_answer_that_no_server_takes_is_told_and_holds_up_nothing_behind_it(room, way):
    desk, phone = room
    open_step(desk, phone, MOOD)
    if way == "HTTP":
        phone.add_init_script(SWALLOW)
        phone.reload()
        # some proxies refuse it with a page of their own
        phone.route(BY_HTTP, lambda route: route.fulfill(status=413, content_type="text/html", body="<h1>413 Request Entity Too Large</h1>"))
    phone.evaluate("window.hidden = document.querySelector('form.exercise').appendChild(Object.assign(document.createElement('input'), {type: 'hidden', name: 'word'}))")
    phone.evaluate("long => { hidden.value = 'a'.repeat(long); }", 10_000_000 if way == "socket" else 10)
    touch(phone, "Pluie")
    phone.get_by_role("button", name="Envoyer ma réponse").click()
    expect(phone.locator(".state")).to_have_text("C’est beaucoup trop long. Raccourcis et renvoie.", timeout=20_000)

    phone.unroute(BY_HTTP)
    phone.evaluate("hidden.remove()")
    phone.get_by_role("button", name="Envoyer ma réponse").click()
    expect(phone.locator(".state")).to_contain_text(SENT, timeout=20_000)
    expect(desk.get_by_text("1 réponse sur 1")).to_be_visible()


def test_a_timer_that_is_lifted_for_one_person_stays_so_on_that_phone_when_the_room_gets_more_time(room):
    desk, phone = room
    open_step(desk, phone, CHOICE)
    desk.get_by_role("button", name="Minuteur 2 min").click()
    expect(phone.locator(".clock .timer")).to_be_visible()
    desk.locator(".people summary", has_text="Zoubida").click()
    desk.get_by_role("button", name="Sans minuteur").click()
    expect(phone.locator(".clock .timer")).to_have_count(0)
    expect(desk.get_by_role("button", name="Remettre le minuteur")).to_be_visible()
    before = phone.locator(".moment").get_attribute("data-version")
    desk.get_by_role("button", name="+ 1 min").click()
    expect(phone.locator(".moment")).not_to_have_attribute("data-version", before)

    expect(phone.locator(".clock .timer")).to_have_count(0)


def test_help_is_asked_for_on_a_page_that_is_only_read_and_a_reload_still_knows(room):
    desk, phone = room
    desk.get_by_role("button", name="Commencer").click()
    phone.get_by_role("button", name="Je suis perdu").click()
    expect(desk.get_by_role("heading", name="Perdus (1)")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("button", name="Je suis perdu")).to_have_attribute("aria-pressed", "true")
    desk.get_by_role("button", name="Aidé").click()

    expect(phone.get_by_role("button", name="Je suis perdu")).to_have_attribute("aria-pressed", "false")
