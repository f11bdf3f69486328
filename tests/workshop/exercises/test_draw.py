"""Who is drawn may pass; the next is drawn; nobody is told who passed."""

from random import Random

from workshop.exercises.draw import EXERCISE

SPECIFICATION = EXERCISE.Specification(prompt="Qui lit ?")
DEALING = EXERCISE.dealing
GO = EXERCISE.Answer(decision="go")
NAMES = {1: "Inès", 2: "Karim", 3: "Léa"}


def deal(people, before=None, *, again=False, seed=1):
    return DEALING.deal(SPECIFICATION, people, Random(seed), before, again=again, scores={})


def answered(drawn, person, answer):
    return DEALING.after_answer(SPECIFICATION, drawn, person, answer)


def shown(drawn):
    return DEALING.show(SPECIFICATION, drawn, NAMES).sentence


def test_nobody_s_name_is_shown_before_that_person_has_said_yes():
    drawn = deal([1, 2, 3])

    assert "décider" in shown(drawn)
    assert NAMES[drawn.drawn] in shown(answered(drawn, drawn.drawn, GO))


def test_only_the_drawn_person_is_asked_and_only_until_the_answer():
    drawn = deal([1, 2, 3])

    assert [person for person in (1, 2, 3) if DEALING.asks(SPECIFICATION, drawn, person)] == [drawn.drawn]
    assert not DEALING.asks(SPECIFICATION, answered(drawn, drawn.drawn, GO), drawn.drawn)


def test_after_a_pass_the_next_one_is_drawn_and_nobody_twice():
    drawn, seen = deal([1, 2, 3]), []
    while drawn.drawn is not None:
        seen.append(drawn.drawn)
        drawn = answered(drawn, drawn.drawn, None)

    assert sorted(seen) == [1, 2, 3]
    assert shown(drawn) == "Tout le monde a eu son tour."
    assert deal([1, 2, 3], drawn, again=True).drawn is None


def test_who_passed_and_who_went_cannot_be_told_apart():
    passed = answered(deal([1, 2, 3]), deal([1, 2, 3]).drawn, None)
    went = deal([1, 2, 3], answered(deal([1, 2, 3]), deal([1, 2, 3]).drawn, GO), again=True)

    assert passed == went


def test_what_somebody_else_says_changes_nothing():
    drawn = deal([1, 2, 3])
    other = next(person for person in (1, 2, 3) if person != drawn.drawn)

    assert answered(drawn, other, GO) == answered(drawn, other, None) == drawn


def test_a_drawn_person_who_goes_before_deciding_is_followed_by_the_next_and_not_drawn_again():
    drawn = deal([1, 2, 3])
    gone = drawn.drawn
    others = [person for person in (1, 2, 3) if person != gone]

    later = deal(others, drawn)
    back = deal([1, 2, 3], later)

    assert later.drawn in others
    assert gone in back.past


def test_who_said_yes_stays_with_a_phone_asleep():
    drawn = deal([1, 2, 3])
    going = answered(drawn, drawn.drawn, GO)

    assert deal([person for person in (1, 2, 3) if person != drawn.drawn], going).drawn == drawn.drawn


def test_who_comes_in_when_all_have_had_their_turn_is_not_drawn_on_the_doorstep():
    over = answered(deal([1]), 1, None)

    later = deal([1, 2], over)

    assert later.drawn is None
    assert deal([1, 2], later, again=True).drawn == 2


def test_the_first_who_comes_into_an_empty_room_is_drawn():
    assert deal([1], deal([])).drawn == 1


def test_other_phones_learn_no_more_than_the_screen():
    drawn = deal([1, 2, 3])
    other = next(person for person in (1, 2, 3) if person != drawn.drawn)

    assert NAMES[drawn.drawn] not in str(DEALING.seat(SPECIFICATION, drawn, other, NAMES))
    assert NAMES[drawn.drawn] in str(DEALING.seat(SPECIFICATION, answered(drawn, drawn.drawn, GO), other, NAMES))


def test_everybody_is_drawn_first_as_often_as_another():
    first = [deal(list(range(5)), seed=seed).drawn for seed in range(500)]

    assert all(70 <= first.count(person) <= 130 for person in range(5))
