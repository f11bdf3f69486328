"""« Essayer en salle » from the author's form."""

import shutil

import pytest

from sessions.web import trying
from tests.application import close_app, make_app
from tests.workshop.authoring.test_making import as_sent
from tests.workshop.web.conftest import Browser, a_house
from workshop.authoring.drafts import draft_of
from workshop.authoring.shaping import shape_of
from workshop.exercises.registry import exercise_type, sample_of


@pytest.fixture
def app(tmp_path, sqlite_template):
    shutil.copyfile(sqlite_template, tmp_path / "t.sqlite3")
    app = make_app(tmp_path, f"sqlite:///{tmp_path}/t.sqlite3")
    a_house(app.extensions["tremplin"], "Mission locale du Bocage", "Claire Petit", "claire@ml.fr")
    yield app
    close_app(app)


@pytest.fixture
def rehearsed(monkeypatch):
    """The codes of the rooms for which simulated learners were asked; their process would need the server to run."""
    codes = []
    monkeypatch.setattr(trying, "begin_rehearsal", lambda settings, code: codes.append(code))
    return codes


@pytest.fixture
def claire(app):
    browser = Browser(app)
    browser.sign_in()
    return browser


def send(claire, fields):
    return claire.send("/activites/choice", fields, to="/activites/choice/essayer")


def test_the_activity_is_played_as_a_rehearsal_of_one_step(app, claire, rehearsed):
    choice = exercise_type("choice")
    fields = as_sent(draft_of(shape_of(choice), sample_of(choice).specification.model_dump(mode="json")))

    answer = send(claire, fields)

    (code,) = rehearsed
    assert (answer.status_code, answer.location) == (303, f"/animer/{code}")
    room = app.extensions["tremplin.room"].room
    live = room.joining.find(code)
    assert [part.spec for step in live.plan.steps for part in step.parts] == [sample_of(choice).specification]
    with room.store.read() as reads:
        assert reads.lives.head(live.id).is_rehearsal
    assert claire.get(answer.location).status_code == 200


def test_the_facts_that_are_told_bring_their_sources_into_the_room(app, claire, rehearsed):
    choice = exercise_type("choice")
    fields = as_sent(draft_of(shape_of(choice), sample_of(choice).specification.model_dump(mode="json")))

    send(claire, fields | {"prompt": "Le Smic est à {{fact:smic-heure-brut}} € ?"})

    [part] = app.extensions["tremplin.room"].room.joining.find(rehearsed[0]).plan.steps[0].parts
    assert part.spec.prompt == "Le Smic est à 12,31\u202f€\u202f?"
    assert [source.label for source in part.sources] == [app.extensions["tremplin"].facts["smic-heure-brut"].source.label]


def test_what_cannot_be_played_yet_comes_back_with_what_is_missing(claire, rehearsed):
    answer = send(claire, {"prompt": "Que fais-tu ?"})

    assert answer.status_code == 422
    assert "Il en faut au moins 2." in answer.text
    assert rehearsed == []
