"""Who plays with whom, what each card tells, and the debrief without names."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of

from .plain_form import macros, sent

EXERCISE = exercise_type("roleplay")
THREES = sample_of(EXERCISE).specification
PAIRS = THREES.model_copy(update={"people": 2})
DEALING = EXERCISE.dealing
NAMES = {person: f"Prénom {person}" for person in range(30)}
ALL = {"bonjour": "seen", "regard": "seen", "exemple": "seen", "question": "seen"}


def deal(people, before=None, *, again=False, seed=1, of=THREES):
    return DEALING.deal(of, list(people), Random(seed), before, again=again, scores={})


def seat(made, person, of=THREES):
    return DEALING.seat(of, made, person, NAMES)


def sizes(made):
    return sorted(len(group.members) for group in made.groups)


def grid(scene="", **more):
    return EXERCISE.Answer(marks=ALL | more, scene=scene)


def told(*answers):
    return EXERCISE.tell(THREES, EXERCISE.summarise(THREES, list(answers))).sentence


@pytest.mark.parametrize(("of", "people", "expected"), [
    (THREES, 9, [3, 3, 3]), (THREES, 10, [3, 3, 4]), (THREES, 8, [2, 3, 3]), (THREES, 4, [4]), (THREES, 2, [2]), (THREES, 1, [1]), (THREES, 0, []),
    (PAIRS, 8, [2, 2, 2, 2]), (PAIRS, 7, [2, 2, 3]), (PAIRS, 3, [3]),
])  # fmt: skip
def test_odd_numbers_play_as_a_pair_or_have_one_more_who_observes(of, people, expected):
    assert sizes(deal(range(people), of=of)) == expected


def test_each_card_is_held_once_in_a_group_and_told_to_its_holder_alone():
    made = deal(range(3))
    cards = {seat(made, person)["card"]["title"] for person in range(3)}

    assert cards == {THREES.first.title, THREES.second.title, THREES.observer.title}
    assert THREES.second.situation not in str(seat(made, made.groups[0].members[0]))
    assert "situation" not in str(EXERCISE.public(THREES))


def test_the_observer_fills_in_the_grid_and_in_a_pair_the_second_one():
    three, two = deal(range(3)), deal(range(2), of=PAIRS)

    assert [DEALING.asks(THREES, three, person) for person in three.groups[0].members] == [False, False, True]
    assert [DEALING.asks(PAIRS, two, person) for person in two.groups[0].members] == [False, True]


def test_changing_roles_gives_everybody_every_card_in_turn_within_the_group():
    made, held = deal(range(3)), {person: set() for person in range(3)}
    for _ in range(3):
        for person in range(3):
            held[person].add(seat(made, person)["card"]["title"])
        made = deal(range(3), made, again=True)

    assert all(len(cards) == 3 for cards in held.values())
    assert made.turn == 4


def test_who_comes_late_observes_and_nobody_s_card_changes():
    made = deal(range(6))
    later = deal([*range(6), 20], made)

    assert seat(later, 20)["card"]["title"] == THREES.observer.title
    assert all(seat(later, person)["card"] == seat(made, person)["card"] for person in range(6))


def test_an_observer_takes_the_card_of_a_player_who_left():
    made = deal(range(6))
    group = made.groups[0]
    left, second, observer = group.members

    later = deal([person for person in range(6) if person != left], made)

    assert seat(later, observer)["card"]["title"] == THREES.first.title
    assert seat(later, second)["card"] == seat(made, second)["card"]


def test_who_is_left_alone_plays_with_an_observer_of_another_group_or_observes_there():
    made = deal(range(8))
    pair = next(group for group in made.groups if len(group.members) == 2)
    helped = deal([person for person in range(8) if person != pair.members[0]], made)
    assert sizes(helped) == [2, 2, 3]

    two = deal(range(4), of=PAIRS)
    merged = deal([person for person in range(4) if person != two.groups[0].members[0]], two, of=PAIRS)
    assert sizes(merged) == [3]


def test_the_first_of_all_waits_and_plays_as_soon_as_somebody_comes():
    made = deal([1])
    assert seat(made, 1) == {"card": None}

    assert sizes(deal([1, 2], made)) == [2]


def test_those_who_came_late_play_as_soon_as_there_are_enough_of_them():
    made = deal(range(3))
    for newest in range(3, 9):
        made = deal(range(newest + 1), made)

    assert sizes(made) == [3, 3, 3]


def test_two_who_came_late_play_as_a_pair_rather_than_watch_as_a_crowd():
    made = deal([*range(5)], deal([*range(4)], deal(range(3))))

    assert sizes(made) == [2, 3]
    assert {seat(made, person)["card"]["title"] for person in (3, 4)} == {THREES.first.title, THREES.second.title}


def test_in_pairs_two_who_have_nobody_to_play_with_play_together():
    made = deal(range(3), of=PAIRS)
    first, second, observer = made.groups[0].members

    later = deal(range(4), made, of=PAIRS)

    assert sizes(later) == [2, 2]
    assert {*later.group_of(3).members} == {3, observer}
    assert [seat(later, person, PAIRS)["card"] for person in (first, second)] == [seat(made, person, PAIRS)["card"] for person in (first, second)]


@given(st.data())
def test_nobody_is_alone_while_somebody_else_is_there(data):
    of = data.draw(st.sampled_from([THREES, PAIRS]))
    people, made = set(range(data.draw(st.integers(2, 9)))), None
    for _ in range(data.draw(st.integers(1, 6))):
        made = deal(sorted(people), made, again=made is not None and data.draw(st.booleans()), of=of)
        assert len(people) < 2 or min(sizes(made)) >= 2
        people = (people - data.draw(st.sets(st.integers(0, 20), max_size=5))) | data.draw(st.sets(st.integers(0, 20), max_size=4))


def test_the_screen_shows_who_is_together_and_no_role():
    made = deal(range(6))
    shown = str(DEALING.show(THREES, made, NAMES))

    assert all(NAMES[person] in shown for person in range(6))
    assert "ecrut" not in shown


@pytest.mark.parametrize(("answers", "sentence"), [
    ((), "Aucune grille"),
    ((grid(), grid()), "Tout a été vu dans toutes les scènes."),
    ((grid(question="not_yet"), grid(question="some"), grid(bonjour="some")),
     "«\u00a0Regarder la personne\u00a0»\u00a0: vu dans toutes les scènes. À travailler\u00a0: «\u00a0poser une question à la fin\u00a0»."),
    ((grid(**dict.fromkeys(ALL, "some")),), "Rien n’est encore vu"),
    ((grid(**dict.fromkeys(ALL, "some")), grid()), "Chaque point a été vu dans 1 scène sur 2."),
])
def test_the_debrief_is_one_sentence_on_scenes(answers, sentence):
    assert told(*answers).startswith(sentence)


def test_few_scenes_are_told_by_what_was_seen_alone():
    assert told(grid(bonjour="not_yet")).endswith("vu dans la scène.")
    assert told(grid(bonjour="not_yet"), grid(bonjour="not_yet")).endswith("vu dans toutes les scènes.")


def test_the_debrief_tells_what_was_seen_a_little_or_not_yet_and_of_few_scenes_only_what_was_seen():
    one, two, three = grid("1-1", regard="some"), grid("1-2", regard="not_yet", question="some"), grid("1-3")
    [several] = EXERCISE.tell(THREES, EXERCISE.summarise(THREES, [one, two, three])).figures
    [[pair], [single]] = [EXERCISE.tell(THREES, EXERCISE.summarise(THREES, few)).figures for few in ([one, two], [one])]

    assert several.lanes == ("Vu", "Un peu", "Pas encore")
    assert [thing.counts for thing in several.things] == [(3, 0, 0), (1, 1, 1), (3, 0, 0), (2, 1, 0)]
    assert several.total == 3
    assert (single.title, [bar.count for bar in single.bars]) == ("Vu dans la scène", [1, 0, 1, 1])
    assert (pair.title, [bar.count for bar in pair.bars]) == ("Vu dans les scènes", [2, 0, 2, 1])


def test_two_who_observe_the_same_scene_are_told_as_one():
    both = [grid("1-1", question="not_yet"), grid("1-1"), grid("1-2")]

    summary = EXERCISE.summarise(THREES, both)

    assert summary.scenes == 2
    assert summary.counts["question"] == {"seen": 2, "some": 0, "not_yet": 0}


def stored(made, person, *sent, before=None):
    """Return what is stored once that person has sent these grids, None for a pass, one after the other."""
    for answer in sent:
        before = DEALING.succeed(THREES, made, person, before, answer)
    return before


def scenes(answer):
    return [grid.scene for grid in answer.grids]


def test_a_person_who_observes_again_keeps_both_grids_and_both_scenes_are_told():
    mine = stored(deal(range(3)), 0, grid("1-1", question="not_yet"), grid("4-1"))
    other = grid("2-1", question="some")

    summary = EXERCISE.summarise(THREES, [mine, other])

    assert scenes(mine) == ["1-1", "4-1"]
    assert summary.scenes == 3
    assert summary.counts["question"] == {"seen": 1, "some": 1, "not_yet": 1}
    assert told(mine, other).startswith("«\u00a0Dire bonjour et son prénom\u00a0»\u00a0: vu dans toutes les scènes.")
    assert EXERCISE.in_words(THREES, mine) == "2 grilles d’observation remplies"


def test_in_a_group_of_four_one_observes_twice_in_a_row_and_what_two_saw_of_a_scene_is_one_scene():
    made = deal(range(4))
    last = made.groups[0].members[3]
    again = deal(range(4), made, again=True)
    assert DEALING.asks(THREES, made, last) and DEALING.asks(THREES, again, last)

    mine = stored(again, last, grid("1-1"), grid("2-1"))

    assert EXERCISE.summarise(THREES, [mine, grid("1-1", question="not_yet"), grid("2-1")]).scenes == 2


def test_a_grid_that_is_changed_replaces_the_one_of_its_own_scene_alone_and_one_that_comes_late_takes_its_place():
    made = deal(range(3))
    mine = stored(made, 0, grid("1-1"), grid("4-1"), grid("4-1", question="some"), grid("1-1", question="not_yet"))

    assert sorted(scenes(mine)) == ["1-1", "4-1"]
    assert (mine.marks_in("1-1")["question"], mine.marks_in("4-1")["question"], mine.marks_in("7-1")) == ("not_yet", "some", {})


def test_who_passes_on_a_later_scene_keeps_the_grid_of_the_first():
    made = deal(range(3))
    later = made.model_copy(update={"turn": 4})

    mine = stored(later, 0, None, before=grid("1-1"))

    assert (scenes(mine), mine.passed) == (["1-1"], "4-1")
    assert stored(later, 0, grid("4-1"), before=mine).passed == ""
    assert stored(later, 0, grid("1-1", question="some"), before=mine).passed == "4-1"
    assert stored(made, 0, None, before=grid("1-1")) is None


def test_a_phone_that_did_not_know_the_scene_observed_the_one_that_is_played():
    made = deal(range(3))

    assert scenes(stored(made, 0, grid(), grid("1-1"))) == ["1-1"]


def test_a_phone_cannot_bring_grids_of_its_own_making():
    forged = EXERCISE.Answer(marks=ALL, scene="1-1", earlier=[{"marks": ALL, "scene": f"9-{number}"} for number in range(11)], passed="8-1")

    kept = stored(deal(range(3)), 0, forged)

    assert (scenes(kept), kept.passed) == (["1-1"], "")
    with pytest.raises(ValidationError):
        EXERCISE.Answer(marks=ALL, earlier=[{"marks": ALL, "scene": f"9-{number}"} for number in range(12)])


def test_of_more_scenes_than_an_afternoon_holds_the_last_twelve_are_kept():
    mine = stored(deal(range(3)), 0, *(grid(f"{turn}-1") for turn in range(1, 31)))

    assert scenes(mine) == [f"{turn}-1" for turn in range(19, 31)]


def test_what_was_stored_before_there_were_several_grids_is_still_read():
    for old in ({"marks": ALL}, {"marks": ALL, "scene": ""}, {"marks": ALL, "scene": "2-1"}):
        assert EXERCISE.Answer.model_validate(old).grids[0].marks == ALL


def observing(made, mine=None):
    """Return the form of the first group's observer."""
    observer = made.groups[0].members[2]
    return macros("roleplay", "phone.html").form({**EXERCISE.public(THREES), "seat": seat(made, observer)}, mine)


def test_the_grid_is_ticked_as_it_was_sent_as_long_as_the_scene_is_the_same():
    made = deal(range(3))
    mine = grid("1-1", question="not_yet")

    assert read_answer(EXERCISE, THREES, nest(sent(observing(made, mine)))) == mine
    assert read_answer(EXERCISE, THREES, nest(sent(observing(made, stored(made, 0, mine, grid("2-1")))))) == mine


def test_what_was_ticked_in_one_scene_is_not_there_in_the_next_one():
    made = deal(range(3))
    for _ in range(3):
        made = deal(range(3), made, again=True)

    form = str(observing(made, stored(made, 0, grid("1-1"), grid("2-1"))))

    assert "checked" not in form
    assert 'value="4-1.seen"' in form
    assert 'value="1-1.seen"' not in form  # so a draft of that scene fits nowhere either


def test_a_grid_of_two_scenes_at_once_is_refused():
    with pytest.raises(AnswerRefused):
        read_answer(EXERCISE, THREES, {"marks": {**dict.fromkeys(ALL, "1-1.seen"), "question": "2-1.seen"}})


def test_a_grid_with_a_line_left_out_is_refused():
    with pytest.raises(AnswerRefused, match="Il reste une ligne"):
        read_answer(EXERCISE, THREES, {"marks": {"bonjour": "seen"}})


def test_a_grid_needs_three_to_six_different_lines():
    lines = [{"key": "a", "label": "dire bonjour"}] * 3
    with pytest.raises(ValidationError, match="même identifiant"):
        EXERCISE.Specification.model_validate(THREES.model_dump() | {"criteria": lines})
