"""What is dealt out, on pages without any script and over the socket: each phone its own, and nobody another's."""

import re

import pytest

from sessions.realtime.rooms import NAMESPACE
from tests.application import OpenRoom, close_app, make_app
from tests.sessions.plans import step_of
from workshop.plans.model import Workshop

PLAN = Workshop(id="tirage", title="Tirage", minutes=10, steps=(step_of("draw", "tirage", reveals=False), step_of("teams", "equipes"), step_of("pause", "pause")))


@pytest.fixture
def drawing(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    yield OpenRoom.of(app, PLAN)
    close_app(app)


@pytest.fixture
def phones(drawing):
    """The browsers of Inès and Karim, with the draw open."""
    browsers = {}
    for alias in ("Inès", "Karim"):
        browsers[alias] = drawing.browser()
        browsers[alias].post(drawing.page("/rejoindre"), data={"alias": alias})
    drawing.command("next")
    drawing.command("open")
    return browsers


def text(reply):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.get_data(as_text=True)))


def pages(drawing, phones):
    return {alias: text(browser.get(drawing.page())) for alias, browser in phones.items()}


def drawn(drawing, phones):
    [alias] = [alias for alias, page in pages(drawing, phones).items() if "C’est toi" in page]
    return alias


def sent(drawing, browser, **fields):
    run = drawing.serving.room.joining.find(drawing.code).current_run_id
    return browser.post(drawing.page("/reponse"), data={"_run": run, "_part": "0", **fields})


def test_the_drawn_person_passes_and_the_other_goes_by_plain_forms(drawing, phones):
    first = drawn(drawing, phones)
    sent(drawing, phones[first], _pass="1")
    second = drawn(drawing, phones)
    assert second != first

    sent(drawing, phones[second], decision="go")

    assert "Merci, c’est à toi" in pages(drawing, phones)[second]
    assert f"C’est {second}" in pages(drawing, phones)[first]


def test_who_is_not_drawn_has_no_button_and_is_told_so_when_answering_all_the_same(drawing, phones):
    other = next(alias for alias in phones if alias != drawn(drawing, phones))
    assert "J’y vais" not in pages(drawing, phones)[other]

    refused = sent(drawing, phones[other], decision="go")

    assert refused.status_code == 409
    assert "Ce n’est pas à toi de répondre" in text(refused)


def test_what_every_phone_is_sent_names_nobody_and_a_newcomer_gets_her_own(drawing, phones):
    phone = drawing.socket("phone")
    ack = phone.emit("join", {"code": drawing.code, "alias": "Léa"}, namespace=NAMESPACE, callback=True)
    assert "Le tirage est en cours" in ack["html"]

    drawing.command("next")
    [state] = [event["args"][0] for event in phone.get_received(NAMESPACE) if event["name"] == "state_changed"]
    assert 'data-personal="yes"' in state["html"]
    assert "Inès" not in state["html"]

    own = phone.emit("sync", {"version": 0}, namespace=NAMESPACE, callback=True)
    assert "Ton équipe" in own["html"]
    assert "Inès" in own["html"]


def test_a_break_is_counted_down_on_every_surface(drawing, phones):
    drawing.command("go_to", step="pause")

    for surface in (drawing.serving.surfaces.phones, drawing.serving.surfaces.screen, drawing.serving.surfaces.desk):
        assert 'data-remaining="' in surface(drawing.live_id).html


def test_who_came_without_a_phone_has_a_role_and_the_desk_shows_the_card_or_takes_the_grid(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    opened = OpenRoom.of(app, Workshop(id="roles", title="Rôles", minutes=10, steps=(step_of("roleplay", "roles"),)))
    opened.browser().post(opened.page("/rejoindre"), data={"alias": "Inès"})
    for alias in ("Noé", "Rosa"):
        opened.command("add_participant", alias=alias)
    opened.command("next")
    opened.command("open")
    desk = opened.browser()
    page = desk.get(f"/animer/{opened.code}?jeton={opened.token('desk')}", follow_redirects=True).get_data(as_text=True)
    shown = [desk.get(link).get_data(as_text=True) for link in dict.fromkeys(re.findall(r'href="(/animer/[^"]+/pour/\d+)"', page))]

    # two without a phone, each with a card of their own; whoever observes also has the grid
    assert len(shown) == 2
    assert all("roleplay-card" in one for one in shown)
    assert ['type="radio"' in one for one in shown] == ['data-plays="no"' in one for one in shown]
    close_app(app)
