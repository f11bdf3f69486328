"""Three months on one account: what adds up, what is refused, and what the room is told."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.budget import EXERCISE
from workshop.exercises.budget.account import lived
from workshop.exercises.budget.euros import euros
from workshop.exercises.budget.written import MONTHS, BudgetSpecification
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_types, sample_of

from .plain_form import macros, sent

BUDGET = exercise_types()["budget"]
SAMPLE: BudgetSpecification = sample_of(BUDGET).specification
CHEAP = {"telephone": "a", "repas": "a", "transport": "a", "loisirs": "a"}
"""802 − 315 − (10 + 180 + 10 + 30) = 257 a month."""


def answer(month=1, past=(), event="velo", reaction="a", **choices):
    return read_answer(BUDGET, SAMPLE, {"month": month, "past": list(past), "choices": CHEAP | choices, "event": event, "reaction": reaction})


def ends(given):
    return [one.end for one in lived(SAMPLE, given.months(SAMPLE))]


def drawn(people=(1, 2), before=None, again=False, seed=1):
    return BUDGET.dealing.deal(SAMPLE, people, Random(seed), before, again=again, scores={})


def test_a_month_adds_what_comes_in_and_takes_off_what_is_paid_and_what_happens():
    assert ends(answer()) == [50 + 257 - 80]
    assert ends(answer(loisirs="c", repas="c")) == [50 + 257 - 140 - 150 - 80]


def test_what_is_paid_in_instalments_goes_on_costing_the_months_after():
    assert ends(answer(2, ["aaaa.velo.b"], event="prime")) == [50 + 257 - 20, 50 + 257 - 20 + 257 - 20 + 60]


def test_cents_add_up_to_the_cent():
    third = BudgetSpecification.model_validate(SAMPLE.model_dump() | {"incomes": [{"label": "Aide", "amount": 0.1}] * 3, "fixed": [], "savings": 0})
    given = read_answer(BUDGET, third, {"month": 1, "choices": CHEAP, "event": "prime", "reaction": "a"})

    assert lived(third, given.months(third))[0].end == 0.3 - 230 + 60


@pytest.mark.parametrize(("amount", "told"), [
    (0, "0\u00a0€"), (-35, "−35\u00a0€"), (1234.5, "1\u202f234,50\u00a0€"), (-0.05, "−0,05\u00a0€"), (12.999, "13\u00a0€"),
])  # fmt: skip
def test_amounts_are_told_as_in_french(amount, told):
    assert euros(amount) == told


def test_only_an_event_that_alone_brings_the_account_below_zero_counts_as_such():
    spent = answer(loisirs="c", repas="c", transport="b", telephone="b")

    assert [one.before_event for one in lived(SAMPLE, spent.months(SAMPLE))] == [50 + 257 - 140 - 150 - 30 - 15]
    assert [one.is_tipped for one in lived(SAMPLE, spent.months(SAMPLE))] == [False], "it was below zero before"
    assert [one.is_tipped for one in lived(SAMPLE, answer(event="telephone", loisirs="c", repas="b").months(SAMPLE))] == [True]


@given(st.integers(0, 10_000), st.randoms())
def test_whatever_is_chosen_the_end_is_the_start_plus_all_that_moved(seed, shuffler):
    given_ = BUDGET.imagine(SAMPLE, Random(seed))
    through = lived(SAMPLE, given_.months(SAMPLE))
    answers = [BUDGET.imagine(SAMPLE, Random(seed + more)) for more in range(6)]
    mixed = answers[:]
    shuffler.shuffle(mixed)

    assert len(through) == MONTHS
    assert all(later.start == earlier.end for earlier, later in pairwise(through))
    summary = BUDGET.summarise(SAMPLE, answers)
    assert summary == BUDGET.summarise(SAMPLE, mixed)
    assert sum(summary.bands) == summary.finished == 6
    assert 0 <= summary.above <= 6


def test_the_events_are_the_same_for_everybody_and_for_who_comes_late():
    first = drawn()
    later = drawn((1, 2, 3), first)

    assert len(set(first.events)) == MONTHS
    assert later.events == first.events
    assert BUDGET.dealing.seat(SAMPLE, later, 3, {}) == BUDGET.dealing.seat(SAMPLE, later, 1, {})


def test_the_counsellor_can_have_others_drawn():
    first = drawn()

    assert any(drawn(before=first, again=True, seed=seed).events != first.events for seed in range(5))


def test_the_screen_never_tells_what_is_to_come():
    told = str(BUDGET.dealing.show(SAMPLE, drawn(), {})) + str(BUDGET.public(SAMPLE))

    assert not any(event.text in told or event.short in told for event in SAMPLE.events)


def test_a_phone_sees_the_event_of_its_month_and_none_after_it():
    seat = BUDGET.dealing.seat(SAMPLE, drawn(), 1, {})
    html = str(macros("budget", "phone.html").form({**BUDGET.public_to(SAMPLE, None), "seat": seat}, None))

    assert seat["events"][0]["text"] in html
    assert not any(event["text"] in html for event in seat["events"][1:])


def test_month_after_month_by_plain_forms_comes_to_an_end_and_can_be_played_again():
    seat, given_ = BUDGET.dealing.seat(SAMPLE, drawn(), 1, {}), None
    for month in range(1, MONTHS + 1):
        html = macros("budget", "phone.html").form({**BUDGET.public_to(SAMPLE, given_), "seat": seat}, given_)
        fields = [*sent(html), ("reaction", "a"), *((f"choices.{key}", "a") for key in CHEAP)]
        given_ = read_answer(BUDGET, SAMPLE, nest(fields))
        assert len(given_.months(SAMPLE)) == month
        assert BUDGET.is_done(SAMPLE, given_) == (month == MONTHS)

    html = macros("budget", "phone.html").form({**BUDGET.public_to(SAMPLE, given_), "seat": seat}, given_)
    back = read_answer(BUDGET, SAMPLE, nest([*sent(html), ("again", "2")]))
    assert len(back.months(SAMPLE)) == 1
    assert BUDGET.public_to(SAMPLE, back)["month"] == 2


@pytest.mark.parametrize("raw", [
    {"month": 2, "again": "2"}, {"month": 1, "past": ["aaaa.velo.a"], "choices": CHEAP, "event": "prime", "reaction": "a"},
    {"month": 3, "past": ["aaaa.velo.a", "zzzz.velo.a"], "again": "3"}, {"month": 2, "past": [["aaaa"]], "again": "2"}, {"month": 2, "past": 7, "again": "2"},
    {"month": 1, "choices": CHEAP, "event": "<script>", "reaction": "a"},
])  # fmt: skip
def test_a_past_that_never_was_is_refused(raw):
    with pytest.raises(AnswerRefused):
        read_answer(BUDGET, SAMPLE, raw)


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a encore fini les trois mois."),
    ([answer()], "Personne n’a encore fini les trois mois."),
    ([answer(3, ["aaaa.velo.a", "aaaa.prime.a"], event="facture")] * 2, "Les 2 budgets finissent les trois mois à zéro ou plus."),
])  # fmt: skip
def test_the_room_is_told_how_its_accounts_ended(answers, sentence):
    assert BUDGET.tell(SAMPLE, BUDGET.summarise(SAMPLE, answers)).sentence == sentence


def test_the_event_that_tipped_most_accounts_is_named():
    tipped = answer(3, ["abac.telephone.a", "aaaa.prime.a"], event="facture")
    story = BUDGET.tell(SAMPLE, BUDGET.summarise(SAMPLE, [tipped, answer(3, ["aaaa.velo.a", "aaaa.prime.a"], event="facture")]))

    assert story.sentence == "Les 2 budgets finissent les trois mois à zéro ou plus. «\u00a0Écran cassé\u00a0» a fait passer 1 budget sous zéro."
    assert EXERCISE.in_words(SAMPLE, tipped) == f"Fin du mois 3\u00a0: {euros(-13 + 257 + 60 + 257 - 70)}."


@pytest.mark.parametrize("change", [
    {"events": SAMPLE.model_dump()["events"][:2]}, {"choices": [SAMPLE.model_dump()["choices"][0]] * 2}, {"incomes": []}, {"savings": 99_999},
])  # fmt: skip
def test_a_budget_that_cannot_be_played_is_refused(change):
    with pytest.raises(ValidationError):
        BudgetSpecification.model_validate(SAMPLE.model_dump() | change)
