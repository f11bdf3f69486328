"""Balanced teams, by chance or mixed by results, and what becomes of them when people come and go."""

from random import Random

import pytest
from pydantic import ValidationError

from workshop.exercises.teams import EXERCISE
from workshop.exercises.teams.looks import SHAPES, look_of

DEALING = EXERCISE.dealing


def specification(**more):
    return EXERCISE.Specification(prompt="Trouve ton équipe.", **more)


def deal(people, before=None, *, again=False, seed=1, scores=None, **more):
    return DEALING.deal(specification(**more), list(people), Random(seed), before, again=again, scores=scores or {})


def sizes(made):
    return sorted(len(team.members) for team in made.teams)


@pytest.mark.parametrize(("people", "more", "expected"), [
    (12, {"size": 4}, [4, 4, 4]),
    (13, {"size": 4}, [3, 3, 3, 4]),
    (10, {"size": 4}, [3, 3, 4]),
    (5, {"size": 4}, [2, 3]),
    (3, {"size": 2}, [3]),
    (1, {"size": 2}, [1]),
    (0, {"size": 2}, []),
    (20, {"number": 3}, [6, 7, 7]),
    (5, {"number": 4}, [2, 3]),
    (17, {}, [3, 3, 3, 4, 4]),
])
def test_teams_differ_by_one_person_at_most_and_nobody_is_alone(people, more, expected):
    assert sizes(deal(range(people), **more)) == expected


def test_results_are_spread_over_the_teams():
    scores = {person: person / 20 for person in range(20)}
    made = deal(range(20), mix="results", number=4, scores=scores)

    means = [sum(scores[person] for person in team.members) / len(team.members) for team in made.teams]

    assert max(means) - min(means) < 0.03
    assert DEALING.wants_scores(specification(mix="results"))
    assert not DEALING.wants_scores(specification())


def test_nothing_that_is_shown_betrays_who_had_the_best_results():
    names = {0: "Zoé", 1: "Yanis", 2: "Karim", 3: "Inès"}
    made = deal(range(4), mix="results", number=2, scores={0: 1.0, 1: 0.8, 2: 0.5, 3: 0.1})

    for group in DEALING.show(specification(), made, names).figures[0].groups:
        shown = [note.text for note in group.notes]
        assert shown == sorted(shown)


def test_who_has_no_result_yet_counts_as_the_middle_of_the_room():
    made = deal(range(6), mix="results", number=3, scores={0: 1.0, 1: 0.9, 2: 0.1, 3: 0.0})

    assert all(len({0, 1} & set(team.members)) <= 1 and len({2, 3} & set(team.members)) <= 1 for team in made.teams)


def test_who_comes_late_joins_the_smallest_team():
    made = deal(range(11), size=4)
    later = deal([*range(11), 50], made, size=4)

    assert sizes(made) == [3, 4, 4]
    assert sizes(later) == [4, 4, 4]


def test_many_who_come_late_make_a_team_of_their_own_once_the_others_are_full():
    later = deal(range(30), deal(range(4), size=4), size=4)

    assert len(later.teams) >= 6
    assert max(sizes(later)) <= 5


def test_a_room_that_fills_one_by_one_ends_with_several_teams():
    made = deal([], size=4)
    for count in range(1, 21):
        made = deal(range(count), made, size=4)

    assert len(made.teams) >= 4
    assert min(sizes(made)) >= 2


def test_a_team_keeps_its_name_when_another_is_gone():
    made = deal(range(8), size=4)
    _gone, stays = made.teams

    later = deal(stays.members, made, size=4)

    assert [team.look for team in later.teams] == [stays.look]


def test_teams_made_again_are_others():
    made = deal(range(16), size=4)

    assert deal(range(16), made, again=True, seed=2, size=4) != made


def by_hand(made, person, key):
    return DEALING.by_hand.move(specification(), made, person, key)


def spots(made):
    return DEALING.by_hand.spots(specification(), made)


def test_somebody_is_put_into_a_new_team_with_the_next_name():
    made = deal(range(12), size=4)
    fresh = list(spots(made))[-1]

    moved = by_hand(made, 0, fresh)

    assert spots(made)[fresh] == "Nouvelle équipe\u00a0: Losange"
    assert DEALING.place(specification(), moved, 0) == "Losange"
    assert sizes(moved) == [1, 3, 4, 4]
    assert spots(moved)[fresh] == "Losange"
    assert list(spots(moved).values())[-1] == "Nouvelle équipe\u00a0: Triangle"


def test_who_comes_late_joins_the_one_who_was_put_into_a_new_team():
    made = deal(range(12), size=4)
    moved = by_hand(made, 0, list(spots(made))[-1])

    later = deal([*range(12), 50], moved, size=4)

    assert set(later.team_of(50).members) == {0, 50}


def test_a_new_team_takes_the_name_of_one_that_is_gone():
    made = deal(range(12), size=4)
    first, *others = made.teams
    later = deal([person for team in others for person in team.members], made, size=4)

    assert list(spots(later).values())[-1] == f"Nouvelle équipe\u00a0: {look_of(first.look).name}"


def test_a_new_team_is_offered_beyond_the_last_shape_and_not_where_everybody_is_alone():
    made = deal(range(26), number=12)
    assert list(spots(made).values())[-1] == "Nouvelle équipe\u00a0: Étoile 2"
    assert DEALING.place(specification(), by_hand(made, 0, "12"), 0) == "Étoile 2"

    while crowd := [team.members for team in made.teams if len(team.members) > 1]:
        made = by_hand(made, crowd[0][0], list(spots(made))[-1])
    assert sizes(made) == [1] * 26
    assert not any("Nouvelle" in label for label in spots(made).values())
    assert spots(deal([])) == {}


def test_somebody_alone_who_joins_another_team_leaves_no_empty_one():
    made = deal(range(8), size=4)
    alone = by_hand(made, 0, "2")

    back = by_hand(alone, 0, "1")

    assert [team.look for team in back.teams] == [0, 1]
    assert sorted(back.seated) == list(range(8))


def test_a_phone_shows_the_team_and_the_others_in_it_and_never_its_own_name():
    made = deal([1, 2, 3], size=3)

    seat = DEALING.seat(specification(), made, 1, {1: "Inès", 2: "Karim", 3: "Léa"})

    assert sorted(seat["mates"]) == ["Karim", "Léa"]
    assert seat["name"] and seat["symbol"] and seat["shape"]


def test_the_screen_names_everybody_even_in_a_large_room():
    for count in (8, 60):
        names = {person: f"Prénom {person}" for person in range(count)}
        told = str(DEALING.show(specification(), deal(range(count)), names).figures)
        assert all(f"Prénom {person}" in told for person in range(count))


def test_no_two_teams_look_the_same():
    looks = [look_of(number) for number in range(60)]

    assert len({look.name for look in looks}) == 60
    assert len({(look.symbol, look.tone) for look in looks[: len(SHAPES)]}) == len(SHAPES)


def test_an_author_gives_the_size_or_the_number_and_not_both():
    with pytest.raises(ValidationError, match="pas les deux"):
        specification(size=4, number=3)
