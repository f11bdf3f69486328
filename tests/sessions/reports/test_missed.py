"""What half or more got wrong, with the words to say it again."""

import pytest

from sessions.reports.building import build
from sessions.reports.missed import is_missed

from .rooms import chose, material, question, run, step, workshop


def missed_of(answers: str, part=None, **played):
    part = part or question()
    return build(material(workshop(step("cdd", part)), run("cdd", chose(part, answers, **played)))).missed


@pytest.mark.parametrize("answers, is_there", [("abbb", True), ("aabb", True), ("aaab", False), ("aaaa", False), ("bppp", True), ("appp", False), ("", False)])
def test_half_wrong_is_missed_and_a_pass_is_never_a_mistake(answers, is_there):
    assert bool(missed_of(answers)) == is_there


@pytest.mark.parametrize("scores, expected", [([], False), ([0.5, 0.5], False), ([0.49, 1], True), ([0.9, 0.9, 0.1], False), ([0, 0, 1, 1], True)])
def test_an_answer_in_parts_is_wrong_where_less_than_half_of_it_is_right(scores, expected):
    assert is_missed(scores) == expected


def test_raised_hands_weigh_like_answers():
    (found,) = missed_of("aa", hands={"b": 3})

    assert found.sentence == "3 sur 5 se sont trompés."


def test_the_explanation_is_what_the_room_should_keep():
    assert missed_of("bb")[0].explanation == "Un CDD a une date de fin."


def test_without_a_takeaway_the_explanation_is_what_those_who_were_wrong_were_told():
    assert missed_of("abb", question(takeaway=""))[0].explanation == "Non : sans date de fin, c’est un CDI."


def test_questions_asked_before_teaching_are_no_surprise():
    assert missed_of("bbbb", question(goal="MC1", moment="before")) == ()


def test_the_last_round_is_the_one_that_counts():
    part = question()
    rounds = run("cdd", chose(part, "bbbb")), run("cdd", chose(part, "aaab"), round=2)

    assert build(material(workshop(step("cdd", part)), *rounds)).missed == ()


def test_the_most_missed_stands_first():
    first, second = question("Un ?"), question("Deux ?")
    plan = workshop(step("un", first), step("deux", second))

    found = build(material(plan, run("un", chose(first, "aabb")), run("deux", chose(second, "bbbb")))).missed

    assert [(item.prompt, item.share) for item in found] == [("Deux ?", 1.0), ("Un ?", 0.5)]
