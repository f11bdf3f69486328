"""What every exercise type must hold to, whichever it is: a type that is added is tested here without a line more."""

import json
from functools import cache
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exercises.contract import Answer, AnswerRefused, ExerciseType, Grade, Specification, Story
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import FOLDER, exercise_types, sample_of
from workshop.figures import as_table, in_words

from .plain_form import macros, names, sent

TYPES = list(exercise_types().values())
ANSWERABLE = [exercise for exercise in TYPES if exercise.is_answerable]
ROOMS = (0, 1, 20, 5000)
BOUND_S = 10
"""Processor time for the story of the largest room: ten times what the slowest type takes."""
SECRET = {"right", "solution", "explanation", "takeaway"}
TELLING = {"solution", "explanation", "takeaway"}
"""Names under which an author writes a text that gives the solution away ("right" is a text in one type, a tick in another)."""
SCRIPT = "<script>alert(1)</script>"
MARKUP = "<b>x</b>"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


def each(types):
    return pytest.mark.parametrize("exercise", types, ids=lambda exercise: exercise.name)


def as_sent(answer: Answer) -> dict:
    """Return the answer as it travels and as it is stored."""
    return json.loads(json.dumps(answer.model_dump(mode="json")))


def imagined(exercise: ExerciseType, specification: Specification, count: int) -> list[Answer]:
    """Return as many plausible answers; each number's first are those of a smaller one."""
    found, random = imaginations(exercise, specification.model_dump_json())
    found += [exercise.imagine(specification, random) for _ in range(count - len(found))]
    return found[:count]


@cache
def imaginations(_exercise: ExerciseType, _specification: str) -> tuple[list[Answer], Random]:
    """The answers imagined so far, for all tests, and the chance that goes on from there: answers never change."""
    return [], Random(1)


def told(exercise: ExerciseType, specification: Specification, answers: list[Answer]) -> Story:
    return exercise.tell(specification, exercise.summarise(specification, answers))


def specifications(exercise: ExerciseType) -> list[Specification]:
    """Return the sample's specification, and the one that follows from it where the type has a follow-up."""
    specification = sample_of(exercise).specification
    if exercise.follow_up is None:
        return [specification]
    summary = exercise.summarise(specification, imagined(exercise, specification, 20))
    return [specification, exercise.follow_up.make(specification, summary)]


@each(TYPES)
def test_a_specification_survives_being_stored(exercise):
    specification = sample_of(exercise).specification

    stored = json.loads(json.dumps(specification.model_dump(mode="json")))

    assert exercise.Specification.model_validate(stored) == specification


@each(TYPES)
def test_every_field_of_an_author_has_a_french_title(exercise):
    untitled = [name for name, field in exercise.Specification.model_fields.items() if not field.title]

    assert untitled == []


@each(ANSWERABLE)
def test_an_answer_survives_the_way_from_the_phone_to_the_disk_and_back(exercise):
    sample = sample_of(exercise)

    for answer in sample.answers:
        assert read_answer(exercise, sample.specification, as_sent(answer)) == answer


@each(ANSWERABLE)
def test_a_bad_answer_is_refused_with_its_reason(exercise):
    sample = sample_of(exercise)

    for raw, because in sample.refused:
        with pytest.raises(AnswerRefused) as refused:
            read_answer(exercise, sample.specification, raw)
        assert because in str(refused.value)


@each(ANSWERABLE)
@pytest.mark.parametrize("raw", [None, True, 3, "", SCRIPT, [], ["a"], {}, {"unknown": 1}, {"a": {"b": {"c": {"d": {"e": 1}}}}}], ids=repr)
def test_what_is_no_answer_at_all_is_refused(exercise, raw):
    with pytest.raises(AnswerRefused):
        read_answer(exercise, sample_of(exercise).specification, raw)


@each(ANSWERABLE)
@pytest.mark.parametrize("huge", ["a" * 200_000, ["a"] * 50_000, {f"k{n}": "a" for n in range(50_000)}, 10**400], ids=["text", "list", "mapping", "number"])
def test_a_huge_payload_is_refused_in_whichever_field_it_stands(exercise, huge):
    specification = sample_of(exercise).specification

    for field in exercise.Answer.model_fields:
        whole = as_sent(sample_of(exercise).answers[0]) | {field: huge}
        with pytest.raises(AnswerRefused):
            read_answer(exercise, specification, whole)


@each(ANSWERABLE)
def test_an_answer_with_a_field_too_many_is_refused(exercise):
    sample = sample_of(exercise)

    for answer in sample.answers:
        with pytest.raises(AnswerRefused):
            read_answer(exercise, sample.specification, as_sent(answer) | {"score": 1})


@each(ANSWERABLE)
@given(data=st.data())
def test_whatever_is_sent_is_either_an_answer_or_refused(exercise, data):
    specification = sample_of(exercise).specification
    field = st.sampled_from(sorted(exercise.Answer.model_fields))
    raw = data.draw(JSON | st.dictionaries(field, JSON, max_size=3))

    try:
        answer = read_answer(exercise, specification, raw)
    except AnswerRefused as refused:
        assert str(refused)
    else:
        assert read_answer(exercise, specification, as_sent(answer)) == answer


@each(ANSWERABLE)
def test_a_form_names_only_fields_of_the_answer_and_every_field_that_it_needs(exercise):
    needed = {name for name, field in exercise.Answer.model_fields.items() if field.is_required()}

    for specification in specifications(exercise):
        form = macros(exercise.name, "phone.html").form(exercise.public(specification), None)
        named = {next(iter(nest([(name, "1")]))) for name in names(form)}
        assert needed <= named <= set(exercise.Answer.model_fields)


@each(ANSWERABLE)
def test_the_plain_form_alone_is_enough_to_give_every_answer(exercise):
    """A form that shows an answer sends one that counts the same, without JavaScript (boxes come back in the order of the page)."""
    for specification in specifications(exercise):
        for answer in imagined(exercise, specification, 12):
            form = macros(exercise.name, "phone.html").form(exercise.public_to(specification, answer), answer)
            again = read_answer(exercise, specification, nest(sent(form)))
            assert exercise.summarise(specification, [again]) == exercise.summarise(specification, [answer])


@each(TYPES)
def test_every_fragment_of_the_phone_renders_with_and_without_an_answer(exercise):
    sample = sample_of(exercise)
    phone = macros(exercise.name, "phone.html")

    for mine in (None, *sample.answers):
        grade = exercise.grade(sample.specification, mine) if mine and exercise.grade else None
        assert phone.form(exercise.public_to(sample.specification, mine), mine).strip()
        assert phone.result(sample.specification, mine, grade).strip()


@each([exercise for exercise in TYPES if (FOLDER / exercise.name / "screen.html").is_file()])
def test_the_type_s_own_screen_renders(exercise):
    for specification in specifications(exercise):
        assert "<" in macros(exercise.name, "screen.html").asking(exercise.public(specification))


@each([exercise for exercise in ANSWERABLE if (FOLDER / exercise.name / "desk.html").is_file()])
@pytest.mark.parametrize("count", [0, 20])
def test_the_type_s_own_panel_on_the_desk_renders(exercise, count):
    specification = sample_of(exercise).specification
    summary = exercise.summarise(specification, imagined(exercise, specification, count))

    assert "<" in macros(exercise.name, "desk.html").panel(specification, summary, None)


@each([exercise for exercise in ANSWERABLE if exercise.grade])
def test_a_grade_lies_between_0_and_1_and_is_always_explained(exercise):
    sample = sample_of(exercise)

    for answer in (*sample.answers, *imagined(exercise, sample.specification, 200)):
        grade = exercise.grade(sample.specification, answer)
        if not exercise.is_done(sample.specification, answer):
            assert grade is None
            continue
        assert isinstance(grade, Grade)
        assert exercise.grade(sample.specification, read_answer(exercise, sample.specification, as_sent(answer))) == grade, "the same answer, another grade"
        assert 0 <= grade.score <= 1
        assert grade.explanation or grade.is_right


@each([exercise for exercise in ANSWERABLE if exercise.measure])
def test_what_is_measured_is_a_number(exercise):
    sample = sample_of(exercise)

    for answer in sample.answers:
        assert float(exercise.measure(sample.specification, answer)) == exercise.measure(sample.specification, answer)


@each(ANSWERABLE)
@pytest.mark.parametrize("count", ROOMS)
def test_a_room_of_any_size_is_told_in_one_sentence_with_figures_that_can_be_read(exercise, count):
    for specification in specifications(exercise):
        answers = imagined(exercise, specification, count)
        begun = process_time()
        story = told(exercise, specification, answers)

        assert process_time() - begun < BOUND_S
        assert story.sentence.strip().endswith((".", "!", "?", "…", "»"))
        for figure in story.figures:
            table = as_table(figure)
            assert all(len(row) == len(table.head) for row in table.rows)
            assert in_words(figure).endswith(".")


@each(ANSWERABLE)
@pytest.mark.parametrize("count", [20, 5000])
def test_the_order_in_which_answers_come_changes_nothing(exercise, count):
    specification = sample_of(exercise).specification
    answers = imagined(exercise, specification, count)
    others = Random(2).sample(answers, count)

    assert exercise.summarise(specification, others) == exercise.summarise(specification, answers)
    assert told(exercise, specification, others) == told(exercise, specification, answers)


@each(ANSWERABLE)
def test_one_person_s_answer_is_told_in_plain_words(exercise):
    sample = sample_of(exercise)

    for answer in (*sample.answers, *imagined(exercise, sample.specification, 20)):
        words = exercise.in_words(sample.specification, answer)
        assert words.strip() == words != ""


@each(ANSWERABLE)
def test_what_a_phone_may_know_holds_no_key_of_the_solution(exercise):
    for specification in specifications(exercise):
        assert _keys(exercise.public(specification)) & SECRET == set()


@each([exercise for exercise in ANSWERABLE if exercise.grade])
def test_what_a_phone_may_know_holds_no_text_that_explains_the_solution(exercise):
    specification = sample_of(exercise).specification
    hidden = _texts_under(TELLING, specification.model_dump(mode="json"))

    shown = json.dumps(exercise.public(specification), ensure_ascii=False)

    assert hidden
    assert [text for text in hidden if text in shown] == []


GOING_ON = [exercise for exercise in ANSWERABLE if exercise.goes_on]


@each(GOING_ON)
def test_what_goes_on_tells_no_key_of_the_solution_on_the_way_and_can_travel(exercise):
    specification = sample_of(exercise).specification

    for answer in (None, *imagined(exercise, specification, 50)):
        public = exercise.public_to(specification, answer)
        assert _keys(public) & SECRET == set()
        assert json.loads(json.dumps(public))["prompt"] == specification.prompt


@each(GOING_ON)
def test_what_goes_on_comes_to_its_end(exercise):
    specification = sample_of(exercise).specification

    assert any(exercise.is_done(specification, answer) for answer in imagined(exercise, specification, 50))
    assert exercise.is_done(specification, None)


@each(TYPES)
def test_what_a_phone_may_know_can_travel_and_bears_the_prompt(exercise):
    specification = sample_of(exercise).specification

    public = json.loads(json.dumps(exercise.public(specification)))

    assert public["prompt"] == specification.prompt


@each(ANSWERABLE)
def test_a_rehearsal_s_answers_are_always_taken(exercise):
    for specification in specifications(exercise):
        for seed in range(200):
            answer = exercise.imagine(specification, Random(seed))
            assert read_answer(exercise, specification, as_sent(answer)) == answer


@each([exercise for exercise in ANSWERABLE if exercise.hands])
def test_what_hands_stand_for_is_an_answer_that_is_taken(exercise):
    for specification in specifications(exercise):
        for hand in exercise.hands(specification).values():
            assert hand.label.strip()
            assert read_answer(exercise, specification, as_sent(hand.answer)) == hand.answer


@each([exercise for exercise in ANSWERABLE if exercise.texts])
def test_a_hidden_text_leaves_the_answer_and_nothing_new_comes_in(exercise):
    sample = sample_of(exercise)

    for answer in (*sample.answers, *imagined(exercise, sample.specification, 20)):
        assert exercise.without(answer, lambda text: False) == answer
        for hidden in exercise.texts(answer):
            kept = exercise.without(answer, lambda text, hidden=hidden: text == hidden)
            left = set(exercise.texts(kept)) if kept else set()
            assert left <= set(exercise.texts(answer)) - {hidden}
            assert kept is None or read_answer(exercise, sample.specification, as_sent(kept)) == kept


@each([exercise for exercise in ANSWERABLE if exercise.texts])
def test_what_a_person_wrote_is_shown_as_text_and_never_as_markup(exercise):
    sample = sample_of(exercise)
    phone = macros(exercise.name, "phone.html")
    answer = next(answer for answer in sample.answers if exercise.texts(answer))
    raw = json.loads(json.dumps(as_sent(answer), ensure_ascii=False).replace(exercise.texts(answer)[0], MARKUP))

    mine = read_answer(exercise, sample.specification, raw)

    assert MARKUP in exercise.texts(mine)
    assert MARKUP not in phone.form(exercise.public(sample.specification), mine)
    assert MARKUP not in phone.result(sample.specification, mine, None)


SHARING = [exercise for exercise in ANSWERABLE if exercise.shared]
MOST_BYTES = 25_000
"""What one push may weigh, for each phone: a second of a slow connection."""


def room_of(exercise: ExerciseType, specification: Specification, answers: list[Answer]) -> dict:
    """Return what a phone may know beside `public` while the step is open."""
    return {**exercise.public(specification), "room": exercise.shared(specification, exercise.summarise(specification, answers))}


@each(SHARING)
@pytest.mark.parametrize("count", ROOMS)
def test_what_the_room_shares_can_travel_and_stays_small_however_much_comes_in(exercise, count):
    specification = sample_of(exercise).specification
    public = room_of(exercise, specification, imagined(exercise, specification, count))

    assert json.loads(json.dumps(public)) == public
    assert len(macros(exercise.name, "phone.html").room(public).encode()) < MOST_BYTES
    assert "<" in macros(exercise.name, "screen.html").asking(public)


@each(SHARING)
def test_what_is_pushed_is_the_inside_of_the_place_that_the_form_keeps_for_it(exercise):
    specification = sample_of(exercise).specification
    public = room_of(exercise, specification, imagined(exercise, specification, 20))
    phone = macros(exercise.name, "phone.html")

    form, pushed = phone.form(public, None), phone.room(public)

    assert "data-shared" in form
    assert pushed in form
    assert "data-items" in pushed
    assert pushed.count("data-key=") > 0


@each(SHARING)
def test_a_form_among_what_the_room_shares_sends_every_answer_again(exercise):
    specification = sample_of(exercise).specification
    answers = imagined(exercise, specification, 30)
    public = room_of(exercise, specification, answers)

    for answer in answers:
        again = read_answer(exercise, specification, nest(sent(macros(exercise.name, "phone.html").form(public, answer))))
        assert exercise.summarise(specification, [*answers, again]) == exercise.summarise(specification, [*answers, answer])


@each([exercise for exercise in ANSWERABLE if exercise.follow_up])
def test_what_follows_is_a_valid_specification_of_the_same_type(exercise):
    following = specifications(exercise)[1]

    assert isinstance(following, exercise.Specification)
    assert exercise.Specification.model_validate(following.model_dump(mode="json")) == following


def _keys(value) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list | tuple) else set()


def _texts_under(names: set[str], value) -> list[str]:
    """Return every text that stands under one of the names, however deep."""
    if isinstance(value, dict):
        own = [text for name, text in value.items() if name in names and isinstance(text, str) and text]
        return own + [text for inner in value.values() for text in _texts_under(names, inner)]
    return [text for inner in value for text in _texts_under(names, inner)] if isinstance(value, list) else []
