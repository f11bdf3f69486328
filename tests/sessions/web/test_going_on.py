"""A story on a phone without JavaScript, and what a counsellor sees who answers in somebody's place."""

import re

import pytest

from tests.application import OpenRoom, close_app, make_app
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Step, Workshop

PROFILE = {f"sums.{letter}": str(points) for letter, points in zip("RIASEC", (9, 1, 2, 3, 4, 5), strict=True)}


@pytest.fixture
def opened(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    block = Step(id="bloc", title="Deux questions", minutes=5, parts=(part_of("scenario"), part_of("choice")))
    yield OpenRoom.of(app, Workshop(id="histoires", title="Histoires", minutes=20, steps=(block, step_of("interests"))))
    close_app(app)


@pytest.fixture
def phone(opened):
    browser = opened.browser()
    browser.post(opened.page("/rejoindre"), data={"alias": "Inès"})
    opened.command("next")
    opened.command("open")
    return browser


def send(opened, phone, **fields):
    run = opened.serving.room.joining.find(opened.code).current_run_id
    reply = phone.post(opened.page("/reponse"), data={"_run": run, "_part": "0", **fields}, follow_redirects=True)
    assert reply.status_code == 200
    return reply.get_data(as_text=True)


def test_each_choice_leads_to_the_next_situation_and_the_ending_is_read_before_the_next_question(opened, phone):
    page = send(opened, phone, _goes_on="1", path="/bus:a")
    assert "Dire une heure" in page
    assert "Noté ✓ Continue." in page
    assert 'class="send"' not in page

    page = send(opened, phone, _goes_on="1", path="/bus:a/heure:a")
    assert "Fin\u00a0: Tu as sa confiance." in page
    assert 'data-part="1">Question suivante</a>' in page
    assert "Une candidature spontanée" in phone.get(opened.page()).get_data(as_text=True)


def test_a_counsellor_goes_through_the_story_in_somebody_s_place(opened, phone):
    [person] = opened.serving.room.showing.desk(opened.live_id).people
    place = f"/animer/{opened.code}/pour/{person.id}"
    desk = opened.browser()
    desk.get(f"/animer/{opened.code}?jeton={opened.token('desk')}")
    run = opened.serving.room.joining.find(opened.code).current_run_id

    reply = desk.post(place, data={"_run": run, "_part": "0", "_goes_on": "1", "path": "/bus:a"})

    assert reply.headers["Location"].endswith(place)
    assert "Dire une heure" in desk.get(place).get_data(as_text=True)


def test_a_profile_is_on_its_owner_s_phone_and_not_on_the_counsellor_s_page(opened, phone):
    opened.command("go_to", step="interests")
    opened.command("open")
    assert 'value="9"' in send(opened, phone, **PROFILE)
    [person] = opened.serving.room.showing.desk(opened.live_id).people
    desk = opened.browser()
    desk.get(f"/animer/{opened.code}?jeton={opened.token('desk')}")

    page = desk.get(f"/animer/{opened.code}/pour/{person.id}").get_data(as_text=True)

    assert 'name="sums.R"' in page
    assert 'value="9"' not in page


def test_three_months_of_a_budget_are_played_by_plain_forms_with_the_balance_told_after_each(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    opened = OpenRoom.of(app, Workshop(id="argent", title="Argent", minutes=20, steps=(step_of("budget"), step_of("choice"))))
    phone = opened.browser()
    phone.post(opened.page("/rejoindre"), data={"alias": "Inès"})
    opened.command("next")
    opened.command("open")
    fields, page = {}, phone.get(opened.page()).get_data(as_text=True)

    for month in (1, 2, 3):
        assert f"Mois {month} sur 3" in page
        # a browser sends every first radio that is ticked, and the button last
        fields |= dict.fromkeys(re.findall(rf'<input type="radio" name="(picks\.{month}-[a-z]+)"', page), "a") | {"months": str(month)}
        page = send(opened, phone, _goes_on="1", **fields)
        assert f"Fin du mois {month}\u00a0: <b>" in page
    assert "Tes 3 mois" in page
    assert "Tu peux encore changer." in page
    close_app(app)
