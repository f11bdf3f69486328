"""The built-in workshop “Le marché caché et mon réseau”, as a counsellor counts on it."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from workshop.plans.loader import load_library

CONTENT = Path(__file__).parents[3] / "content"
WORKSHOP = load_library(CONTENT)["marche-cache"]
PARTS = [(step, part) for step in WORKSHOP.steps for part in step.parts]
CHOICES = [part for _, part in PARTS if "options" in part.specification]
NOTE_LINES = {step.id: [line for line in step.notes.splitlines() if line.strip()] for step in WORKSHOP.steps}


def of(moment):
    return [part for _, part in PARTS if part.moment == moment]


def anchors(moment):
    return [part for part in of(moment) if part.exercise.grade]


def right(part):
    [option] = [option for option in part.spec.options if option.right]
    return option


def texts(value):
    """Return every text in it that is read by somebody."""
    if isinstance(value, dict):
        return [text for name, inner in value.items() if name not in ("key", "url", "type", "id", "code", "goal", "moment") for text in texts(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


EVERYTHING = texts(WORKSHOP.model_dump(mode="json"))
FOR_LEARNERS = [WORKSHOP.title, WORKSHOP.promise, *(step.title for step in WORKSHOP.steps), *(text for _, part in PARTS for text in texts(part.specification))]


def test_the_twelve_steps_come_in_the_order_of_the_module():
    assert [step.id for step in WORKSHOP.steps] == [
        "meteo", "avant", "embauches", "reseau", "piston", "outils", "spontanee", "entreprises", "contact", "apres", "actions", "sortie",
    ]  # fmt: skip
    assert (WORKSHOP.module, WORKSHOP.level, WORKSHOP.title) == ("M07", "N1", "Le marché caché et mon réseau")


def test_the_minutes_of_the_steps_make_the_announced_duration():
    assert sum(step.minutes for step in WORKSHOP.steps) == WORKSHOP.minutes == 75


def test_eight_steps_are_kept_when_time_is_short_the_five_fixed_ones_among_them():
    core = [step.id for step in WORKSHOP.steps if step.core]

    assert core == ["meteo", "avant", "embauches", "reseau", "entreprises", "apres", "actions", "sortie"]
    assert sum(step.minutes for step in WORKSHOP.steps if step.core) <= 50


def test_each_step_has_two_to_five_lines_for_the_facilitator():
    assert {step: len(lines) for step, lines in NOTE_LINES.items() if not 2 <= len(lines) <= 5} == {}
    assert {step: line for step, lines in NOTE_LINES.items() for line in lines if len(line) > 160} == {}


def test_every_goal_is_served_and_no_other_is():
    assert {part.goal for _, part in PARTS} - {""} == {goal.code for goal in WORKSHOP.goals} == {"MC1", "MC2", "MC3", "MC4"}


# Before and after.


def test_the_same_five_goals_are_asked_before_and_after():
    assert Counter(part.goal for part in anchors("before")) == Counter(part.goal for part in anchors("after"))
    assert [part.goal for part in anchors("before")] == [part.goal for part in anchors("after")] == ["MC1", "MC1", "MC2", "MC3", "MC4"]


def test_the_room_sees_no_result_of_what_is_asked_before():
    assert WORKSHOP.step("avant").can_reveal is False
    assert WORKSHOP.step("apres").can_reveal is True


@pytest.mark.parametrize("place", range(5))
def test_the_two_forms_ask_the_same_in_other_words(place):
    before, after = anchors("before")[place].spec, anchors("after")[place].spec

    assert before.prompt != after.prompt
    assert {option.label for option in before.options}.isdisjoint(option.label for option in after.options)
    assert len(before.options) == len(after.options) == 3


@pytest.mark.parametrize("place", range(5))
def test_no_question_tells_the_answer_of_another(place):
    for moment in ("before", "after"):
        answer = right(anchors(moment)[place]).label
        others = [part for part in anchors("before") + anchors("after") if part is not anchors(moment)[place]]
        assert [part.spec.prompt for part in others if answer.casefold() in part.spec.prompt.casefold()] == []


def test_the_right_answer_is_not_always_at_the_same_place():
    places = [part.spec.options.index(right(part)) for part in CHOICES if len(part.spec.options) == 3]

    assert len(places) == 10
    assert max(Counter(places).values()) <= 5
    assert set(places) == {0, 1, 2}


def test_confidence_is_measured_before_and_after_with_the_very_same_sentence():
    [before], [after] = ([part for part in of(moment) if part.exercise.measure and part.goal] for moment in ("before", "after"))

    assert before.specification == after.specification
    assert before.spec.is_to_ten
    assert before.goal == after.goal


def test_the_weather_is_asked_on_arriving_and_on_leaving():
    arriving, leaving = WORKSHOP.steps[0].parts[-1], WORKSHOP.steps[-1].parts[-1]

    assert arriving.type == leaving.type
    assert (arriving.moment, leaving.moment, arriving.goal, leaving.goal) == ("before", "after", "", "")


# What is told as true.


def test_every_option_is_explained_right_or_wrong():
    unexplained = [(part.spec.prompt, option.label) for part in CHOICES for option in part.spec.options if not option.explanation]

    assert len(CHOICES) == 13
    assert unexplained == []


def test_everything_graded_explains_itself_and_leaves_something_to_keep():
    for step, part in PARTS:
        if part.exercise.grade and part.moment != "before":
            assert part.spec.takeaway, (step.id, part.spec.prompt)


def test_the_share_of_hiring_without_an_advert_is_the_measured_one_with_its_source():
    [part] = WORKSHOP.step("embauches").parts

    assert part.spec.right == 48
    assert "27" in part.spec.takeaway and "21" in part.spec.takeaway and "2015" in part.spec.takeaway
    assert "2015" in part.spec.prompt
    assert any("Dares" in source.label and "Ofer" in source.label for source in part.sources)


def test_no_learner_ever_reads_that_80_percent_of_jobs_are_hidden():
    assert [text for text in FOR_LEARNERS if re.search(r"\b80\b|%", text)] == []


def test_every_figure_that_is_told_has_a_dated_source():
    for step, part in PARTS:
        if re.search(r"2015|La Bonne Boîte", json.dumps(part.specification, ensure_ascii=False)) and "decoys" not in part.specification:
            assert part.sources, (step.id, part.spec.prompt)
    assert all(source.url and source.review_on for _, part in PARTS for source in part.sources if source.volatility != "stable")


def test_free_texts_are_read_by_the_counsellor_before_the_room():
    assert [step.id for step, part in PARTS if part.exercise.texts and not part.approval] == []
    assert {step.id for step, part in PARTS if part.approval} == {"entreprises", "contact", "actions", "sortie"}


# The words.


def test_apostrophes_and_spaces_are_french():
    assert [text for text in EVERYTHING if "'" in text or '"' in text] == []
    assert [text for text in EVERYTHING if re.search(r"[ \u00a0\w][?!;]|[ \u202f\w]:(\s|$)|« |[^\u00a0]»", text)] == []


def test_a_young_person_is_never_addressed_as_vous():
    singular = [text for text in FOR_LEARNERS if re.search(r"\b(vous|votre|vos)\b", text, re.IGNORECASE) and "«" not in text]

    assert singular == []


def test_a_counsellor_is_never_addressed_as_tu_outside_quoted_words():
    told = [re.sub(r"«.*?»", "", line) for lines in NOTE_LINES.values() for line in lines]

    assert [line for line in told if re.search(r"\b(tu|ton|ta|tes|toi)\b", line, re.IGNORECASE)] == []


def test_sentences_for_learners_are_short():
    sentences = [sentence for text in FOR_LEARNERS for sentence in re.split(r"(?<=[.?!…])\s+", text)]

    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


def test_a_prompt_stands_on_the_screen_in_a_few_lines():
    assert [part.spec.prompt for _, part in PARTS if len(part.spec.prompt) > 105] == []


def test_nothing_is_written_with_median_dots():
    assert [text for text in EVERYTHING if re.search(r"\w[·•]\w|\w\(e\)", text)] == []
