"""At the end of a session, what never left the phone has its place once more: on the page of that person alone, to be filled in by the phone."""

import re

from sessions.domain.states import RunState
from tests.application import OpenRoom, close_app, make_app
from workshop.exercises.registry import exercise_types, sample_of
from workshop.plans.model import Part, Step, Workshop

STAYING = sorted(name for name, exercise in exercise_types().items() if exercise.stays_on_phone)
CLOSE = "Tu peux fermer cette page."


def workshop():
    """A step of each type of which something stays on the phone, and one of another."""
    names = [*STAYING, "mood"]
    parts = [Part(type=name, specification=sample_of(exercise_types()[name]).specification.model_dump(mode="json")) for name in names]
    steps = tuple(Step(id=f"etape-{place}", title=f"Étape {place}", minutes=5, parts=(part,)) for place, part in enumerate(parts))
    return Workshop(id="reste", title="Ce qui reste", minutes=20, steps=steps)


def sections(browser, opened):
    """Return what is recalled on this phone's page: whether it is hidden until the phone has filled it in, and of which type."""
    page = browser.get(opened.page()).get_data(as_text=True)
    assert "C’est terminé" in page
    return [(" hidden" in attributes, name) for attributes, name in re.findall(r'<section class="recalled"([^>]*)>.*?data-type="([a-z]+)"', page, re.DOTALL)]


def test_what_stays_on_the_phone_is_recalled_at_the_end_to_who_answered_and_hidden_from_who_did_not_until_the_phone_knows(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    opened = OpenRoom.of(app, workshop())
    answering, passing = opened.browser(), opened.browser()
    for browser, alias in ((answering, "Nina"), (passing, "Omar")):
        browser.post(opened.page("/rejoindre"), data={"alias": alias})
    command = lambda name: opened.serving.room.desk_commands.command(opened.live_id, {"name": name, "expected_version": opened.serving.room.joining.find(opened.code).version})  # noqa: E731
    for name in STAYING:
        command("next")
        command("open")
        live = opened.serving.room.joining.find(opened.code)
        given = sample_of(exercise_types()[name]).answers[0].model_dump(mode="json")
        answering.post(opened.page("/envoi"), json={"run": live.current_run_id, "part": 0, "client_answer_id": f"{name:a>12}"[:12], "answer": given})
        command("reveal")
        # a second round, in which nobody says it again: one passes, which takes nothing back, and one lets it be
        command("second_round")
        if opened.serving.room.joining.find(opened.code).current.state is RunState.PENDING:
            command("open")
        again = opened.serving.room.joining.find(opened.code).current_run_id
        assert again != live.current_run_id
        if name == STAYING[0]:
            answering.post(opened.page("/envoi"), json={"run": again, "part": 0, "client_answer_id": f"{name:b>12}"[:12], "pass": True})
        command("reveal")
    command("end")

    assert STAYING
    assert sections(answering, opened) == [(False, name) for name in STAYING]
    assert sections(passing, opened) == [(True, name) for name in STAYING]
    says_to_close = [CLOSE in browser.get(opened.page()).get_data(as_text=True) for browser in (answering, passing)]
    assert says_to_close == [False, True]
    close_app(app)
