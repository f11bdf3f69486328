"""Steps of the author's made into one block: what it keeps of them, and which cannot join."""

import pytest

from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Part, Step
from workshop.plans.self_paced import block_of, why_not

QUESTION = step_of("choice", "question", timer_s=60, notes="Lisez la question.")
PAGE = step_of("slide", "lecture", notes="Montrez l’écran.")
FILM = Step(
    id="film", title="Un film", minutes=3,
    parts=(Part(type="slide", specification={"prompt": "Regarde", "video": {"file": "film.mp4", "description": "Une entrée dans un garage."}}),),
)
PAIR = Step(id="bloc", title="Deux questions", minutes=7, timer_s=90, parts=(part_of("choice", goal="MC1"), part_of("scale")))


def test_the_block_keeps_each_part_and_knows_its_step():
    block = block_of("ensemble-1", (QUESTION, PAGE, PAIR))

    assert block.covers == ("question", "lecture", "bloc")
    assert [(part.type, part.of_step) for part in block.parts] == [("choice", "question"), ("slide", "lecture"), ("choice", "bloc"), ("scale", "bloc")]
    assert block.parts[2].goal == "MC1"
    assert block.minutes == 17
    assert block.notes.splitlines() == ["Étape question\u00a0: Lisez la question.", "Étape lecture\u00a0: Montrez l’écran."]


def test_the_times_to_answer_add_up_and_a_page_needs_none():
    assert block_of("ensemble-1", (QUESTION, PAGE, PAIR)).timer_s == 150


def test_nobody_is_hurried_through_a_step_that_had_no_timer():
    assert block_of("ensemble-1", (QUESTION, step_of("choice", "calme"))).timer_s is None


def test_a_block_of_what_is_not_shown_to_the_room_is_not_shown_either():
    before = step_of("choice", "avant", reveals=False)

    assert not block_of("ensemble-1", (before, PAGE)).can_reveal


@pytest.mark.parametrize(("step", "why"), [
    (step_of("teams"), "played_together"), (step_of("pause"), "played_together"), (FILM, "played_together"), (step_of("choice", "equipe", by_team="goal"), "played_by_team"),
    (step_of("choice", "avant", reveals=False), "shown_otherwise"), (PAGE, None), (PAIR, None),
])  # fmt: skip
def test_what_everybody_must_do_together_cannot_join(step, why):
    assert why_not((QUESTION,), step) == why


def test_a_block_has_twelve_parts_at_most():
    eleven = tuple(step_of("choice", f"question-{number}") for number in range(11))

    assert why_not(eleven, QUESTION) is None
    assert why_not(eleven, PAIR) == "too_many_parts"


