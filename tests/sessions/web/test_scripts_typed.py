"""A script that somebody types is a text everywhere: on the phone, the desk, the screen and in the report of every type that takes free text."""

import pytest

from tests.application import OpenRoom, close_app, make_app
from tests.workshop.exercises.test_bad_leaves import FREE_TEXTS, answers, leaves, with_bad
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of
from workshop.plans.model import Part, Step, Workshop

SCRIPT, TOLD = "<script>a", "&lt;script&gt;a"
"""Short enough for a word of a cloud, and with nothing at its end that is no word."""


def scripted(name):
    """Return the sample's answers with the script wherever it is taken."""
    exercise = exercise_type(name)
    taken = []
    for raw in answers(exercise):
        bad = raw
        for path in leaves(raw):
            if path[0] not in FREE_TEXTS[name]:
                continue
            try:
                read_answer(exercise, sample_of(exercise).specification, with_bad(bad, path, SCRIPT))
            except AnswerRefused:
                continue
            bad = with_bad(bad, path, SCRIPT)
        if bad != raw:
            taken.append(bad)
    return taken


@pytest.mark.parametrize("name", sorted(FREE_TEXTS))
def test_a_script_that_is_typed_is_a_text_on_every_surface(tmp_path, database_url, name):
    exercise = exercise_type(name)
    part = Part(type=name, specification=sample_of(exercise).specification.model_dump(mode="json"))
    app = make_app(tmp_path, database_url)
    opened = OpenRoom.of(app, Workshop(id="script", title="Script", minutes=20, steps=(Step(id="etape", title="Étape", minutes=5, parts=(part,)),)))
    given = scripted(name)
    browsers = []
    for place, answer in enumerate(given):
        browser = opened.browser()
        browser.post(opened.page("/rejoindre"), data={"alias": f"Nina {place}"})
        browsers.append((browser, answer))
    opened.command("next")
    opened.command("open")
    pages = []
    for browser, answer in browsers:
        run = opened.serving.room.joining.find(opened.code).current_run_id
        sent = browser.post(opened.page("/envoi"), json={"run": run, "part": 0, "client_answer_id": "script-script", "answer": answer})
        assert sent.json["ok"], sent.json
        pages.append(browser.get(opened.page()))
    counsellor = opened.browser()
    pages += shown(counsellor, opened)
    if opened.serving.room.joining.find(opened.code).step.can_reveal:
        opened.command("reveal")
    pages += [browser.get(opened.page()) for browser, _ in browsers] + shown(counsellor, opened)
    opened.command("end")
    pages += [browser.get(opened.page()) for browser, _ in browsers] + shown(counsellor, opened)
    pages += [browser.get(opened.page("/carnet"), follow_redirects=True) for browser, _ in browsers]

    close_app(app)
    assert given
    assert {page.status_code for page in pages} == {200}
    assert [page.request.path for page in pages if SCRIPT in page.get_data(as_text=True)] == []
    assert any(TOLD in page.get_data(as_text=True) for page in pages), "it was shown nowhere"


def shown(counsellor, opened):
    return [
        counsellor.get(address.format(opened.code), query_string={"jeton": opened.token(role)}, follow_redirects=True)
        for address, role in (("/animer/{}", "desk"), ("/ecran/{}", "screen"), ("/bilans/{}", "desk"))
    ]
