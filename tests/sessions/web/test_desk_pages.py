"""The desk without a socket: pages, plain buttons, answering in somebody's place, and who is kept out."""

import re

import pytest

from tests.application import OpenRoom, close_app, make_app
from workshop.plans.model import Part, Step, Workshop


@pytest.fixture
def desk(opened):
    """A browser that holds the desk, by the token that scripts get."""
    browser = opened.browser()
    browser.get(f"/animer/{opened.code}?jeton={opened.token('desk')}")
    return browser


def text_of(reply):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.get_data(as_text=True)))


def press(desk, opened, name, **fields):
    version = opened.serving.room.joining.find(opened.code).version
    return desk.post(f"/animer/{opened.code}/commande", data={"name": name, "expected_version": version} | fields, follow_redirects=True)


@pytest.mark.parametrize("page", ["/animer/{}", "/ecran/{}", "/bilans/{}", "/bilans/{}/bilan.pdf", "/bilans/{}/bilan.xlsx", "/animer/{}/pour/1"])
def test_a_stranger_is_sent_to_sign_in(opened, page):
    reply = opened.browser().get(page.format(opened.code))

    assert reply.status_code == 302
    assert "/connexion" in reply.headers["Location"]


@pytest.mark.parametrize("bad", ["", "forged", "screen"])
def test_a_wrong_token_opens_no_desk(opened, bad):
    token = opened.token("screen") if bad == "screen" else bad

    assert opened.browser().get(f"/animer/{opened.code}?jeton={token}").status_code == 302


def test_the_token_leaves_the_address_bar(opened):
    reply = opened.browser().get(f"/animer/{opened.code}?jeton={opened.token('desk')}")

    assert reply.headers["Location"] == f"/animer/{opened.code}"


def test_the_buttons_work_as_plain_forms(opened, desk):
    assert "Commencer" in text_of(desk.get(f"/animer/{opened.code}"))
    assert "Lancer l’activité" in text_of(press(desk, opened, "next"))
    assert "Montrer le résultat" in text_of(press(desk, opened, "open"))


def test_a_plain_button_for_an_older_version_says_why_it_did_nothing(opened, desk):
    press(desk, opened, "next")
    reply = desk.post(f"/animer/{opened.code}/commande", data={"name": "open", "expected_version": "1"}, follow_redirects=True)

    assert "mis à jour" in text_of(reply)


@pytest.mark.parametrize("fields", [{}, {"name": "open"}, {"name": "destroy", "expected_version": "1"}, {"name": "next", "expected_version": "un"}])
def test_nonsense_in_a_plain_button_is_told(opened, desk, fields):
    reply = desk.post(f"/animer/{opened.code}/commande", data=fields, follow_redirects=True)

    assert reply.status_code == 200
    assert opened.serving.room.joining.find(opened.code).version == 1


def test_the_counsellor_answers_in_the_place_of_somebody_without_a_phone(opened, desk):
    press(desk, opened, "add_participant", alias="Karim")
    press(desk, opened, "next")
    page = press(desk, opened, "open")
    link = re.search(r'href="(/animer/[^"]+/pour/\d+)"', page.get_data(as_text=True))[1]
    form = desk.get(link)
    assert "Répondre pour Karim" in text_of(form)
    # it would send what was chosen so far
    assert "_signal" not in form.get_data(as_text=True)
    run = re.search(r'name="_run" value="([^"]+)"', form.get_data(as_text=True))[1]

    refused = desk.post(link, data={"_run": run, "_part": "0", "choices[]": "z"}, follow_redirects=True)
    assert "ne fait pas partie" in text_of(refused)
    desk.post(link, data={"_run": run, "_part": "0", "choices[]": "b"})
    assert opened.serving.room.showing.progress(opened.live_id)[2].answered == 1


def test_the_screen_shows_no_name_once_the_workshop_runs(opened, desk):
    opened.browser().post(opened.page("/rejoindre"), data={"alias": "Zoubida"})
    screen = opened.browser()
    screen.get(f"/ecran/{opened.code}?jeton={opened.token('screen')}")
    assert "Zoubida" in text_of(screen.get(f"/ecran/{opened.code}"))

    for name in ("next", "open", "reveal"):
        press(desk, opened, name)
        assert "Zoubida" not in text_of(screen.get(f"/ecran/{opened.code}"))


def test_nothing_is_loaded_from_elsewhere(opened, desk):
    policy = desk.get(f"/animer/{opened.code}").headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy


def test_pages_of_texts_are_turned_by_plain_forms(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    part = Part(type="text", specification={"prompt": "Que veux-tu apprendre ?"})
    opened = OpenRoom.of(app, Workshop(id="pages", title="Pages", minutes=5, steps=(Step(id="ecrire", title="Écrire", minutes=5, parts=(part,)),)))
    desk = opened.browser()
    desk.get(f"/animer/{opened.code}?jeton={opened.token('desk')}")
    for name in ("next", "open"):
        press(desk, opened, name)
    for number in range(14):
        phone = opened.browser()
        phone.post(opened.page("/rejoindre"), data={"alias": f"Lilou {number}"})
        phone.post(opened.page("/reponse"), data={"_run": opened.serving.room.joining.find(opened.code).current_run_id, "_part": "0", "text": f"{number:02} " + "Apprendre à me présenter. " * 8})

    first = press(desk, opened, "reveal")
    assert "À l’écran : page 1 sur 4 · Textes 1 à 4 sur 14" in text_of(first).replace("\u00a0", " ").replace("&nbsp;", " ")
    assert "Page suivante" in text_of(first)
    assert "Page précédente" not in text_of(first)
    last = press(desk, opened, "show_page", page="3")
    assert "Textes 13 à 14 sur 14" in text_of(last)
    assert "Page précédente" in text_of(last)
    assert "Page suivante" not in text_of(last)
    assert 'aria-label="Page 4" aria-current="page"' in last.get_data(as_text=True)
    assert last.get_data(as_text=True).count('aria-current="page"') == 1
    refused = press(desk, opened, "show_page", page="-1")
    assert "ne va pas" in text_of(refused)
    assert "Textes 13 à 14 sur 14" in text_of(refused)
    close_app(app)


def test_several_activities_are_opened_and_followed_by_plain_forms(opened, desk):
    phone = opened.browser()
    phone.post(opened.page("/rejoindre"), data={"alias": "Inès"})
    assert "Jusqu’à « Deux questions »" in text_of(desk.get(f"/animer/{opened.code}")).replace("\u00a0", " ")

    page = text_of(press(desk, opened, "self_paced", step="bloc"))
    assert "Où en est chacun" in page
    assert "Inès pas commencé" in page

    run = opened.serving.room.joining.find(opened.code).current_run_id
    phone.post(opened.page("/reponse"), data={"_run": run, "_part": "0", "choices[]": "b"})
    page = text_of(phone.get(opened.page()))
    assert "J’ai lu, je continue" in page
    assert "Je passe" not in page
    assert "a fait 1 partie sur 4, est à « Étape lecture »" in text_of(desk.get(f"/animer/{opened.code}")).replace("\u00a0", " ")

    phone.post(opened.page("/reponse"), data={"_run": run, "_part": "1", "_pass": "1"})
    for part, field in (("2", "choices[]"), ("3", "value")):
        phone.post(opened.page("/reponse"), data={"_run": run, "_part": part, field: "b" if part == "2" else "2"})
    assert "Tu as tout fini" in text_of(phone.get(opened.page()))
    assert "Inès fini ✓" in text_of(desk.get(f"/animer/{opened.code}"))


def test_a_step_that_cannot_be_opened_with_others_is_refused_in_words(opened, desk):
    assert "n’est pas à venir" in text_of(press(desk, opened, "self_paced", step="ailleurs"))


@pytest.mark.parametrize("page", ["/animer/{}/commande", "/animer/{}/pour/1"])
def test_ten_megabytes_change_nothing_and_the_desk_says_so(desk, opened, page):
    before = opened.serving.room.joining.find(opened.code).version

    reply = desk.post(page.format(opened.code), data={"name": "next", "alias": "a" * 10_000_000}, follow_redirects=True)

    assert "Ce que vous envoyez est beaucoup trop long." in text_of(reply)
    assert opened.serving.room.joining.find(opened.code).version == before
