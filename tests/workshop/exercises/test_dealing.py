"""What every type that deals must hold to, whichever it is: a type that is added is tested here without a line more."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_types, sample_of
from workshop.figures import as_table, in_words

from .plain_form import macros

DEALING = [exercise for exercise in exercise_types().values() if exercise.dealing]
ROOMS = (0, 1, 2, 3, 17, 200)

each = pytest.mark.parametrize("exercise", DEALING, ids=lambda exercise: exercise.name)
each_room = pytest.mark.parametrize("count", ROOMS)


def dealt(exercise, people, before=None, *, again=False, seed=3, scores=None):
    return exercise.dealing.deal(sample_of(exercise).specification, list(people), Random(seed), before, again=again, scores=scores or {})


def names_of(people):
    return {person: f"Prénom {person}" for person in people}


def seat(exercise, deal, person, names):
    return exercise.dealing.seat(sample_of(exercise).specification, deal, person, names)


@each
@each_room
def test_everybody_is_seated_exactly_once(exercise, count):
    people = range(10, 10 + count)

    assert sorted(dealt(exercise, people).seated) == list(people)


@each
@each_room
def test_the_same_chance_deals_the_same(exercise, count):
    people = range(1, 1 + count)

    assert dealt(exercise, people) == dealt(exercise, people)


@each
@each_room
def test_a_deal_survives_being_stored(exercise, count):
    deal = dealt(exercise, range(1, 1 + count))

    assert exercise.dealing.Deal.model_validate(json.loads(json.dumps(deal.model_dump(mode="json")))) == deal


@each
@each_room
def test_a_deal_stays_as_it_is_while_nobody_comes_or_goes(exercise, count):
    people = range(1, 1 + count)
    deal = dealt(exercise, people)

    assert dealt(exercise, people, deal, seed=99) == deal


@each
@given(data=st.data())
def test_whoever_comes_or_goes_everybody_there_is_seated_exactly_once(exercise, data):
    people, deal, newest = set(range(1, data.draw(st.integers(0, 9)) + 1)), None, 100
    for step in range(data.draw(st.integers(1, 8))):
        deal = dealt(exercise, sorted(people), deal, again=deal is not None and data.draw(st.booleans()), seed=step)
        assert sorted(deal.seated) == sorted(people)
        leaving = data.draw(st.sets(st.sampled_from(sorted(people)), max_size=len(people))) if people else set()
        coming = data.draw(st.integers(0, 4))
        people = (people - leaving) | set(range(newest, newest + coming))
        newest += coming


@each
@pytest.mark.parametrize("count", [2, 3, 17, 200])
def test_who_comes_late_leaves_the_others_where_they_are(exercise, count):
    people = range(1, 1 + count)
    deal = dealt(exercise, people)

    later = dealt(exercise, [*people, 900], deal)

    specification = sample_of(exercise).specification
    for person in people:
        assert exercise.dealing.place(specification, later, person) == exercise.dealing.place(specification, deal, person)


@each
@each_room
def test_a_phone_is_told_something_that_can_travel_and_be_drawn(exercise, count):
    people = range(1, 1 + count)
    specification, names = sample_of(exercise).specification, names_of(people)
    deal = dealt(exercise, people)
    phone = macros(exercise.name, "phone.html")

    for person in people:
        told = seat(exercise, deal, person, names)
        assert json.loads(json.dumps(told)) == told != {}
        assert phone.form({**exercise.public(specification), "seat": told}, None).strip()


@each
@each_room
def test_the_room_is_shown_something_that_can_be_read(exercise, count):
    people = range(1, 1 + count)
    specification, deal = sample_of(exercise).specification, dealt(exercise, people)

    story = exercise.dealing.show(specification, deal, names_of(people))

    assert story.sentence.endswith((".", "!", "?", "…"))
    for figure in story.figures:
        assert all(len(row) == len(as_table(figure).head) for row in as_table(figure).rows)
        assert in_words(figure)


@each
def test_the_desk_has_a_button_with_a_name(exercise):
    assert exercise.dealing.label[:1].isupper()


@each
@each_room
def test_what_is_asked_is_asked_of_those_who_are_seated(exercise, count):
    people = range(1, 1 + count)
    deal, specification = dealt(exercise, people), sample_of(exercise).specification
    asks = exercise.dealing.asks or (lambda *_: True)

    asked = [person for person in people if asks(specification, deal, person)]

    assert not asks(specification, deal, 999) or exercise.dealing.asks is None
    assert not exercise.is_answerable or count < 2 or asked


@pytest.mark.parametrize("exercise", [one for one in DEALING if one.dealing.by_hand], ids=lambda exercise: exercise.name)
def test_who_is_seated_by_hand_is_there_and_the_others_stay(exercise):
    people = range(1, 13)
    specification, deal, by_hand = sample_of(exercise).specification, dealt(exercise, people), exercise.dealing.by_hand
    before = {exercise.dealing.place(specification, deal, person) for person in people}
    for key, label in by_hand.spots(specification, deal).items():
        moved = by_hand.move(specification, deal, 5, key)
        place = exercise.dealing.place(specification, moved, 5)
        assert (place == label) is (label in before)
        assert place in label
        assert by_hand.spots(specification, moved)[key] == place
        assert sorted(moved.seated) == list(people)
        others = [person for person in people if person != 5]
        assert all(exercise.dealing.place(specification, moved, one) == exercise.dealing.place(specification, deal, one) for one in others)


@pytest.mark.parametrize("exercise", [one for one in DEALING if one.dealing.teams], ids=lambda exercise: exercise.name)
@each_room
def test_teams_have_names_of_their_own_and_everybody_in_them(exercise, count):
    people = range(1, 1 + count)
    teams = exercise.dealing.teams(sample_of(exercise).specification, dealt(exercise, people))

    assert len({team.name for team in teams}) == len(teams)
    assert sorted(person for team in teams for person in team.members) == list(people)


def answers_of(exercise):
    sample = sample_of(exercise)
    return [*sample.answers, *(exercise.imagine(sample.specification, Random(seed)) for seed in range(40))]


@pytest.mark.parametrize("exercise", [one for one in DEALING if one.dealing.complete], ids=lambda exercise: exercise.name)
def test_an_answer_with_what_was_dealt_in_it_is_an_answer_and_completing_it_again_changes_nothing(exercise):
    specification, deal, kept = sample_of(exercise).specification, dealt(exercise, [1, 2, 3]), 0
    for answer in answers_of(exercise):
        try:
            completed = exercise.dealing.complete(specification, deal, 1, answer)
        except AnswerRefused as refused:
            assert str(refused)
            continue
        kept += 1
        assert read_answer(exercise, specification, json.loads(json.dumps(completed.model_dump(mode="json")))) == completed
        assert exercise.dealing.complete(specification, deal, 1, completed) == completed
    assert kept > 20


@pytest.mark.parametrize("exercise", [one for one in DEALING if one.dealing.complete], ids=lambda exercise: exercise.name)
def test_what_a_rehearsal_imagines_fits_whatever_was_dealt(exercise):
    specification = sample_of(exercise).specification
    for seed in range(40):
        exercise.dealing.complete(specification, dealt(exercise, [1, 2], seed=seed), 1, exercise.imagine(specification, Random(100 + seed)))


SUCCEEDING = [one for one in DEALING if one.dealing.succeed]


def dealt_on(exercise, deal, people):
    return exercise.dealing.deal(sample_of(exercise).specification, list(people), Random(7), deal, again=True, scores={})


@pytest.mark.parametrize("exercise", SUCCEEDING, ids=lambda exercise: exercise.name)
def test_what_succeeds_an_answer_can_be_stored_and_read_and_is_bounded_however_often_it_is_dealt(exercise):
    dealing, specification, deal, stored, sizes = exercise.dealing, sample_of(exercise).specification, dealt(exercise, [1, 2, 3]), None, []
    for answer in answers_of(exercise):
        stored = dealing.succeed(specification, deal, 1, stored, answer)
        text = json.dumps(stored.model_dump(mode="json"))
        sizes.append(len(text))
        assert read_answer(exercise, specification, json.loads(text)) == stored
        assert exercise.summarise(specification, [stored])
        deal = dealt_on(exercise, deal, [1, 2, 3])
    assert max(sizes) <= 1.2 * max(sizes[:15])


@pytest.mark.parametrize("exercise", SUCCEEDING, ids=lambda exercise: exercise.name)
def test_an_answer_and_a_pass_answer_what_is_dealt_now_and_not_what_is_dealt_next(exercise):
    dealing, specification, deal = exercise.dealing, sample_of(exercise).specification, dealt(exercise, [1, 2, 3])
    first, second = exercise.imagine(specification, Random(1)), exercise.imagine(specification, Random(2))

    stored = dealing.succeed(specification, deal, 1, None, first)
    again = dealt_on(exercise, deal, [1, 2, 3])
    passed = dealing.succeed(specification, again, 1, stored, None)

    assert dealing.standing(specification, deal, 1, stored) == "answered"
    assert dealing.standing(specification, again, 1, stored) == "open"
    assert dealing.standing(specification, again, 1, passed) == "passed"
    assert dealing.standing(specification, deal, 1, passed) == "answered"
    assert dealing.standing(specification, again, 1, dealing.succeed(specification, again, 1, stored, second)) == "answered"
    assert dealing.succeed(specification, deal, 1, None, None) is dealing.succeed(specification, deal, 1, stored, None) is None


@pytest.mark.parametrize("exercise", [one for one in DEALING if one.dealing.progress], ids=lambda exercise: exercise.name)
def test_progress_changes_nobody_else_s_seat_and_can_be_told_and_stored(exercise):
    specification, names = sample_of(exercise).specification, names_of([1, 2, 3])
    deal = dealt(exercise, [1, 2, 3])
    for answer in (*answers_of(exercise), None):
        after = exercise.dealing.progress(specification, deal, 1, answer)
        assert after.seated == deal.seated
        assert [seat(exercise, after, person, names) for person in (2, 3)] == [seat(exercise, deal, person, names) for person in (2, 3)]
        assert exercise.dealing.Deal.model_validate(json.loads(json.dumps(after.model_dump(mode="json")))) == after
        assert exercise.dealing.progress(specification, after, 1, answer) == after
        assert exercise.dealing.show(specification, after, names).sentence
        deal = after
