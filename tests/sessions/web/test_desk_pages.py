"""The desk without a socket: pages, plain buttons, answering in somebody's place, and who is kept out."""

import re

import pytest


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
