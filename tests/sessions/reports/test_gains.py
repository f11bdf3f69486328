"""Before and after: paired people only, and no mean for a handful."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.reports.building import build
from sessions.reports.gains import pair

from .rooms import chose, confidence, material, mood, people, person, placed, question, run, step, under, workshop

BEFORE, AFTER = question(goal="MC1", moment="before"), question(goal="MC1", moment="after")
PLAN = workshop(step("avant", BEFORE), step("apres", AFTER))


def gain_of(before: str, after: str, **changes):
    runs = run("avant", chose(BEFORE, before)), run("apres", chose(AFTER, after))
    return build(material(PLAN, *runs, **{"participants": people(12), **changes})).gains.goals[0]


@pytest.mark.parametrize("before, after, paired, means", [
    ("bbbbb", "aaaaa", 5, (0, 1)),
    ("bbabb", "aaaab", 5, (0.2, 0.8)),
    ("bbbbba", "aaaaa-", 5, (0, 1)),
    ("bbbbbp", "aaaaaa", 5, (0, 1)),
    ("aaaaa", "bbbbb", 5, (1, 0)),
    ("bbbb", "aaaaaaaa", 4, (None, None)),
    ("-----aaaaa", "aaaaa-----", 0, (None, None)),
    ("aaaaa", "ppppp", 0, (None, None)),
])  # fmt: skip
def test_a_gain_compares_the_same_people(before, after, paired, means):
    gain = gain_of(before, after)

    assert (gain.paired, (gain.before, gain.after)) == (paired, means)


def test_a_gain_is_told_with_its_number_of_people():
    assert gain_of("bbabb", "aaaab").sentence == "20\u202f%\u00a0→\u00a080\u202f% (n\u00a0=\u00a05)"
    assert gain_of("bbabb", "aaaab").text == "Comprendre le marché caché"


def test_under_five_people_no_mean_is_told():
    assert gain_of("bbbb", "aaaa").sentence == "effectif trop faible (n\u00a0=\u00a04)"


def test_removed_people_are_in_no_mean():
    room = (*people(5), person(6, removed=True))

    assert gain_of("bbbbba", "aaaaab", participants=room).paired == 5


def test_confidence_is_told_out_of_ten_and_apart_from_what_is_known():
    before, after = confidence(moment="before"), confidence(moment="after")
    plan = workshop(step("avant", before), step("apres", after))

    found = build(material(plan, run("avant", placed(before, [2, 3, 4, 5, 6])), run("apres", placed(after, [6, 7, 8, 7, 6])))).gains

    assert found.goals == ()
    assert found.confidence[0].sentence == "4\u00a0→\u00a06,8 sur\u00a010 (n\u00a0=\u00a05)"


def test_the_mood_on_arriving_and_on_leaving_is_no_gain():
    before, after = mood(moment="before"), mood(moment="after")
    plan = workshop(step("arrivee", before), step("depart", after))

    found = build(material(plan, run("arrivee", under(before, ["rain"] * 6)), run("depart", under(after, ["sun"] * 6)))).gains

    assert found is None


@pytest.mark.parametrize("played", [("avant",), ("apres",), ()])
def test_what_was_asked_on_one_side_only_is_absent(played):
    parts = {"avant": BEFORE, "apres": AFTER}

    assert build(material(PLAN, *(run(name, chose(parts[name], "aaaaaa")) for name in played))).gains is None


def test_questions_that_nobody_answered_are_absent():
    assert build(material(PLAN, run("avant", chose(BEFORE, "")), run("apres", chose(AFTER, "pp")))).gains is None


answers = st.dictionaries(st.integers(1, 30), st.lists(st.floats(0, 1), min_size=1, max_size=4))


@given(answers, answers)
def test_pairing_never_counts_somebody_seen_once(before, after):
    count, first, last = pair(before, after)

    assert count == len(before.keys() & after.keys())
    assert (first is None) == (last is None) == (count < 5)
    assert first is None or (0 <= first <= 1 and 0 <= last <= 1)


@given(answers)
def test_the_same_answers_twice_are_no_gain(both):
    _, first, last = pair(both, both)

    assert first == last
