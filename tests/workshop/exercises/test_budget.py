"""A budget over three months: the sums are right whatever is chosen, the surprises are the room's, and a balance below zero is no mistake."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.budget.accounts import accounts, owed
from workshop.exercises.budget.money import euros, signed
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of

from .plain_form import macros, names, sent

EXERCISE = exercise_type("budget")
SPECIFICATION = sample_of(EXERCISE).specification
CHEAP = {"telephone": "a", "repas": "a", "transports": "a", "loisirs": "a"}
DEAR = {"telephone": "b", "repas": "c", "transports": "b", "loisirs": "c"}
EVERY_MONTH = 560 - 190 - 35
OF_CHEAP, OF_DEAR = 10 + 160 + 25, 20 + 250 + 60 + 70
PHONE = macros("budget", "phone.html")


def small(**more):
    """One income of 100 €, one thing to spend 10 € or 30 € on, three surprises in their order."""
    fields = {
        "prompt": "Un budget",
        "incomes": [{"label": "Revenu", "amount": 100}],
        "groups": [{"key": "repas", "label": "Repas", "options": [{"label": "Peu", "amount": 10}, {"label": "Trop", "amount": 30}]}],
        "surprises": [surprise("un", amount=-5), surprise("deux", amount=7), surprise("trois", amount=0)],
        "is_drawn": False,
    }
    return EXERCISE.Specification.model_validate(fields | more)


def surprise(key, **more):
    return {"key": key, "title": key.capitalize(), **more}


def ways(*amounts):
    return [{"label": f"Façon {number}", "amounts": list(each)} for number, each in enumerate(amounts, 1)]


def answer(*months, events=(), specification=SPECIFICATION, **reactions):
    """Return an answer with those choices month by month; a reaction is named "m1_velo"."""
    picks = {f"{number}-{key}": letter for number, month in enumerate(months, 1) for key, letter in month.items()}
    picks |= {name[1:].replace("_", "-"): letter for name, letter in reactions.items()}
    return read_answer(EXERCISE, specification, {"months": len(months), "picks": picks, "events": list(events)})


def closings(one, specification=SPECIFICATION):
    return [month.closing / 100 for month in accounts(specification, one)]


def dealt(people=(1, 2, 3), seed=1, specification=SPECIFICATION, before=None, again=False):
    return EXERCISE.dealing.deal(specification, people, Random(seed), before, again=again, scores={})


def went_on(deal, person, one):
    return EXERCISE.dealing.progress(SPECIFICATION, deal, person, one)


def told(*answers, specification=SPECIFICATION):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, answers))


imagined = st.builds(lambda seed: EXERCISE.imagine(SPECIFICATION, Random(seed)), st.integers(0, 10**6))


def test_each_month_begins_with_what_the_month_before_left():
    months = closings(answer(CHEAP, DEAR, CHEAP))

    first = 20 + EVERY_MONTH - OF_CHEAP
    second = first + EVERY_MONTH - OF_DEAR
    assert months == [first, second, second + EVERY_MONTH - OF_CHEAP]


def test_what_is_paid_in_several_goes_is_paid_in_the_months_after_and_the_rest_is_owed():
    events = ("velo", "remboursement", "anniversaire")
    at_once = answer(CHEAP, CHEAP, CHEAP, events=events, m1_velo="a")
    in_four = answer(CHEAP, CHEAP, CHEAP, events=events, m1_velo="b")

    assert [later - now for now, later in zip(closings(at_once), closings(in_four), strict=True)] == [59, 38, 17]
    assert (owed(SPECIFICATION, at_once), owed(SPECIFICATION, in_four)) == (0, 2100)


def test_a_fine_that_is_left_lying_costs_more_in_the_next_month():
    waits = answer(CHEAP, CHEAP, events=("amende", "vente"), m1_amende="b")
    pays = answer(CHEAP, CHEAP, events=("amende", "vente"), m1_amende="a")

    assert [one - other for one, other in zip(closings(waits), closings(pays), strict=True)] == [50, -35]


def test_an_overdraft_costs_what_the_bank_takes_in_the_month_after_and_its_owner_is_told():
    costly = SPECIFICATION.model_copy(update={"overdraft_fee": 8, "start": -1_000})
    free = costly.model_copy(update={"overdraft_fee": 0})
    one = answer(DEAR, DEAR, events=("velo", "velo"))

    differences = [with_fee - without for with_fee, without in zip(closings(one, costly), closings(one, free), strict=True)]
    assert differences == [-8, -16]
    assert EXERCISE.public(costly)["fee"] == "−8\u202f€"
    assert "Frais de la banque" in str(PHONE.form(EXERCISE.public_to(costly, one), one))
    assert "Frais de la banque" not in str(PHONE.form(EXERCISE.public_to(free, one), one))


def test_who_is_not_overdrawn_pays_the_bank_nothing():
    costly = SPECIFICATION.model_copy(update={"overdraft_fee": 8})
    one = answer(CHEAP, CHEAP, CHEAP, events=("vente", "vente", "vente"))

    assert closings(one, costly) == closings(one)
    assert EXERCISE.public_to(costly, one)["fee"] == ""


def test_what_is_owed_after_the_last_month_is_told_to_its_owner():
    one = answer(CHEAP, CHEAP, CHEAP, events=("vente", "remboursement", "velo"), m3_velo="b")

    assert EXERCISE.public_to(SPECIFICATION, one)["owed"] == "63\u202f€"
    assert "Encore à payer après\u00a0: 63\u202f€." in str(PHONE.result(SPECIFICATION, one, None))


@given(imagined)
def test_a_balance_lies_between_that_of_who_spends_most_and_that_of_who_spends_least(one):
    letters = [EXERCISE.Answer(months=one.months, picks=one.picks | {f"{month}-{key}": letter for month in (1, 2, 3) for key, letter in all_of.items()}, events=one.events)
               for all_of in (DEAR, CHEAP)]  # fmt: skip
    low, high = (closings(each) for each in letters)

    assert all(poorest <= mine <= richest for poorest, mine, richest in zip(low, closings(one), high, strict=True))


@given(imagined.filter(lambda one: one.months == 3))
def test_the_last_balance_is_all_that_came_in_less_all_that_went_out_and_the_rest_is_owed(one):
    months = accounts(SPECIFICATION, one)

    surprises = sum(sum(month.way.cents) for month in months)
    assert months[-1].closing - owed(SPECIFICATION, one) == 2000 + 300 * EVERY_MONTH - sum(sum(month.spent.values()) for month in months) + surprises


def test_cents_are_not_lost_on_the_way():
    specification = small(incomes=[{"label": "Allocation", "amount": 561.68}], start=0.1)
    one = answer({"repas": "a"}, {"repas": "a"}, {"repas": "a"}, specification=specification)

    assert [month.left for month in accounts(specification, one)] == ["551,78\u202f€", "1\u202f103,46\u202f€", "1\u202f655,14\u202f€"]


@pytest.mark.parametrize(("amount", "read", "with_sign"), [
    (3500, "35\u202f€", "+35\u202f€"), (-8000, "−80\u202f€", "−80\u202f€"), (0, "0\u202f€", "0\u202f€"), (-1205, "−12,05\u202f€", "−12,05\u202f€"),
    (186702, "1\u202f867,02\u202f€", "+1\u202f867,02\u202f€"),
])  # fmt: skip
def test_amounts_are_read_as_french_writes_them(amount, read, with_sign):
    assert (euros(amount), signed(amount)) == (read, with_sign)


@pytest.mark.parametrize(("more", "said"), [
    ({"surprises": [surprise("un", amount=-5), surprise("deux", amount=7), surprise("repas", amount=1)]}, "«\u00a0repas\u00a0» sert deux fois"),
    ({"surprises": [surprise("un"), surprise("deux", amount=7), surprise("trois", amount=1)]}, "a besoin d’un montant"),
    ({"surprises": [surprise("un", amount=1, ways=ways([1], [2])), surprise("deux", amount=7), surprise("trois", amount=1)]}, "et pas des deux"),
    ({"surprises": [surprise("un", ways=ways([-1])), surprise("deux", amount=7), surprise("trois", amount=1)]}, "n’a qu’une réaction"),
    ({"surprises": [surprise("un", ways=ways([-1], [-99_999])), surprise("deux", amount=7), surprise("trois", amount=1)]}, "montant est trop grand"),
    ({"surprises": [surprise("un", amount=1), surprise("deux", amount=7)]}, "at least 3"),
])  # fmt: skip
def test_what_is_no_budget_is_refused_to_its_author_with_the_cure(more, said):
    with pytest.raises(ValidationError) as refused:
        small(**more)
    assert said in str(refused.value)


def test_the_draw_is_the_same_for_the_whole_room_and_for_who_comes_late():
    first = dealt(people=(1, 2))
    later = dealt(people=(1, 2, 3), before=first, seed=9)

    seats = [EXERCISE.dealing.seat(SPECIFICATION, later, person, {}) for person in (1, 2, 3)]
    assert later.events == first.events
    assert seats[0] == seats[1] == seats[2]


def test_surprises_differ_from_month_to_month_and_from_room_to_room():
    draws = {dealt(seed=seed).events for seed in range(30)}

    assert all(len(set(events)) == 3 for events in draws)
    assert len(draws) > 10


def test_without_a_draw_surprises_come_in_the_order_of_the_author_in_every_round():
    assert {dealt(seed=seed, specification=small()).events for seed in range(5)} == {("un", "deux", "trois")}


@given(st.integers(0, 3), st.integers(0, 999))
def test_other_surprises_leave_the_months_alone_that_somebody_has_sent(months, seed):
    deal = went_on(dealt(), 1, answer(*[CHEAP] * months))
    other = dealt(before=deal, seed=seed, again=True)

    assert other.events[:months] == deal.events[:months]
    assert len(set(other.events)) == 3
    # six surprises are enough for three that nobody has seen
    assert not set(other.events[months:]) & set(deal.events)


def test_a_phone_knows_no_surprise_before_its_month():
    deal = dealt()
    titles = [SPECIFICATION.surprise(key).title for key in deal.events]
    for months in range(3):
        seat = EXERCISE.dealing.seat(SPECIFICATION, went_on(deal, 1, answer(*[CHEAP] * months)), 1, {})
        assert [one["title"] for one in seat["surprises"]] == titles[: months + 1]
    assert all(each.title not in json.dumps(EXERCISE.public(SPECIFICATION), ensure_ascii=False) for each in SPECIFICATION.surprises)


def test_the_screen_tells_of_the_month_to_which_half_of_the_room_has_come_and_never_goes_back():
    deal, shown = dealt(people=(1, 2, 3)), []
    for person, months in ((1, 1), (1, 2), (2, 1), (3, 2), (2, 0), (3, 0)):
        deal = went_on(deal, person, answer(*[CHEAP] * months))
        shown.append(EXERCISE.dealing.show(SPECIFICATION, deal, {}).sentence[:6])

    assert shown == ["Mois 1", "Mois 1", "Mois 2", "Mois 3", "Mois 3", "Mois 3"]


def test_who_passes_holds_nobody_back():
    deal = went_on(went_on(dealt(people=(1, 2, 3, 4)), 1, None), 2, answer(CHEAP))

    assert EXERCISE.dealing.show(SPECIFICATION, deal, {}).sentence.startswith("Mois 2")
    assert [EXERCISE.dealing.place(SPECIFICATION, deal, person) for person in (1, 2, 3)] == ["3 mois finis", "mois 2", "mois 1"]


def test_the_screen_says_what_happens_and_what_it_costs():
    deal = dealt().model_copy(update={"events": ("velo", "remboursement", "amende"), "shown": 1})
    first = EXERCISE.dealing.show(SPECIFICATION, deal, {})
    third = EXERCISE.dealing.show(SPECIFICATION, deal.model_copy(update={"shown": 3}), {})

    assert (first.sentence, first.figures) == ("Mois 1\u00a0: Vélo volé, −80\u202f€ ou −21\u202f€ par mois pendant 4 mois.", ())
    assert third.sentence == "Mois 3\u00a0: Amende dans le bus, −50\u202f€ ou 0\u202f€, puis −85\u202f€."
    assert [item.label for item in third.figures[0].items] == ["Vélo volé", "Remboursement"]


def test_an_answer_is_stored_with_the_room_s_surprises_whatever_the_phone_says():
    deal = dealt().model_copy(update={"events": ("vente", "remboursement", "velo")})
    kept = EXERCISE.dealing.complete(SPECIFICATION, deal, 1, answer(CHEAP, CHEAP, events=("amende", "vente"), m1_amende="b"))

    assert kept.events == ("vente", "remboursement")
    assert set(kept.picks) == {f"{month}-{key}" for month in (1, 2) for key in CHEAP}
    assert kept == read_answer(EXERCISE, SPECIFICATION, kept.model_dump(mode="json"))


def test_a_reaction_is_asked_for_in_the_month_that_is_sent():
    deal = dealt().model_copy(update={"events": ("velo", "remboursement", "amende")})
    with pytest.raises(AnswerRefused, match="choisis aussi ce que tu fais pour «\u00a0Vélo volé\u00a0»"):
        EXERCISE.dealing.complete(SPECIFICATION, deal, 1, answer(CHEAP))

    assert EXERCISE.dealing.complete(SPECIFICATION, deal, 1, answer(CHEAP, m1_velo="b")).pick(1, "velo") == "b"


def test_the_next_month_comes_with_the_balance_and_the_habits_of_the_last():
    public = EXERCISE.public_to(SPECIFICATION, answer(DEAR, events=("velo",), m1_velo="b"))

    assert (public["month"], public["opening"]) == (2, euros(100 * (20 + EVERY_MONTH - OF_DEAR - 21)))
    assert public["due"] == [{"label": "Vélo volé", "amount": "−21\u202f€"}]
    assert [next(one["letter"] for one in group["options"] if one["is_chosen"]) for group in public["groups"]] == list(DEAR.values())


def test_three_months_can_be_lived_and_gone_back_on_by_a_plain_form():
    deal, mine, seen = dealt(seed=4), None, []
    for choices in (DEAR, CHEAP, CHEAP):
        html = str(PHONE.form(public_of(deal, mine), mine))
        month = 1 + (mine.months if mine else 0)
        event = SPECIFICATION.surprise(deal.events[month - 1])
        seen.append(event.title in html)
        chosen = {f"picks.{month}-{key}": letter for key, letter in (choices | ({event.key: "a"} if event.has_choice else {})).items()}
        assert chosen.keys() <= names(html)
        mine = pressed(deal, [*sent(html), *chosen.items(), ("months", str(month))])
    end = str(PHONE.form(public_of(deal, mine), mine))
    back = pressed(deal, [*sent(end), ("months", "2")])

    assert seen == [True] * 3
    assert EXERCISE.is_done(SPECIFICATION, mine)
    assert "Tes 3 mois" in end
    assert (back.months, closings(back)) == (2, closings(mine)[:2])
    assert "Mois 3 sur 3" in str(PHONE.form(public_of(deal, back), back))


def public_of(deal, mine):
    deal = deal if mine is None else went_on(deal, 1, mine)
    return {**EXERCISE.public_to(SPECIFICATION, mine), "seat": EXERCISE.dealing.seat(SPECIFICATION, deal, 1, {})}


def pressed(deal, fields):
    """Return what is stored once a browser without JavaScript has sent those fields."""
    return EXERCISE.dealing.complete(SPECIFICATION, deal, 1, read_answer(EXERCISE, SPECIFICATION, nest(fields)))


def test_many_fixed_expenses_are_shown_to_the_room_as_one_sum():
    fixed = [{"label": f"Dépense {number}", "amount": 10} for number in range(4)]
    short, long = (str(macros("budget", "screen.html").asking(EXERCISE.public(small(fixed=lines)))) for lines in (fixed[:3], fixed))

    assert "Dépense 2" in short
    assert "<dt>Dépenses fixes</dt><dd>−40\u202f€</dd>" in long
    assert "Dépense 2" not in long


def test_what_has_just_come_takes_the_focus():
    for one in (None, answer(CHEAP, events=("vente",)), answer(CHEAP, CHEAP, CHEAP, events=("vente", "remboursement", "anniversaire"))):
        assert str(PHONE.form(EXERCISE.public_to(SPECIFICATION, one), one)).count('data-arrive tabindex="-1"') == 1


def test_a_balance_below_zero_is_told_without_shame_and_graded_nowhere():
    one = answer(DEAR, DEAR, DEAR, events=("anniversaire", "vente", "remboursement"))
    html = str(PHONE.result(SPECIFICATION, one, None))

    assert EXERCISE.grade is None
    assert "Tu finis à découvert\u00a0: il manque de l’argent sur le compte. Cela arrive. On en parle ensemble." in html
    assert not {"faux", "erreur", "raté", "mauvais"} & set(html.lower().split())


@given(st.lists(imagined, max_size=40), st.randoms())
def test_nobody_s_budget_is_lost_whatever_the_order(answers, random):
    counted = EXERCISE.summarise(SPECIFICATION, answers)
    random.shuffle(answers)

    assert EXERCISE.summarise(SPECIFICATION, answers) == counted
    assert counted.done == sum(one.months == 3 for one in answers) == sum(counted.bands)
    assert all(0 <= count <= 3 * counted.done for count in counted.cheapest.values())
    assert sum(counted.below.values()) <= sum(month.is_overdrawn for one in answers for month in accounts(SPECIFICATION, one))


def test_a_surprise_tips_a_budget_over_that_would_have_held_without_it():
    events = ("velo", "vente", "remboursement")
    specification = SPECIFICATION.model_copy(update={"start": OF_DEAR - EVERY_MONTH + 50})
    at_once = answer(DEAR, CHEAP, CHEAP, events=events, specification=specification, m1_velo="a")
    in_four = answer(DEAR, CHEAP, CHEAP, events=events, specification=specification, m1_velo="b")

    assert [month.was_toppled for month in accounts(specification, at_once)] == [True, False, False]
    assert [month.was_toppled for month in accounts(specification, in_four)] == [False, False, False]


EVENTS = ("vente", "remboursement", "anniversaire")
SAVES, SPENDS = (CHEAP, CHEAP, CHEAP), (DEAR, DEAR, DEAR)


@pytest.mark.parametrize(("played", "said"), [
    ([], "Personne n’a encore fini les 3 mois."),
    ([()], "Personne n’a encore fini les 3 mois."),
    ([(CHEAP,)], "Personne n’a encore fini les 3 mois."),
    ([SAVES], "Un seul budget est fini, sans découvert."),
    ([SPENDS], "Un seul budget est fini, à découvert."),
    ([SAVES, SAVES], "Les 2 budgets finissent les 3 mois sans découvert."),
    ([SPENDS, SPENDS], "Les 2 budgets finissent les 3 mois à découvert."),
    ([SAVES, SPENDS, (CHEAP,)], "1 sur 2 finit les 3 mois sans découvert."),
    ([SAVES, SAVES, SPENDS, (CHEAP,)], "2 sur 3 finissent les 3 mois sans découvert."),
])  # fmt: skip
def test_the_sentence_says_how_the_room_ends(played, said):
    assert told(*(answer(*months, events=EVENTS[: len(months)]) for months in played)).sentence == said


def test_the_sentence_says_which_surprise_took_most_budgets_below_zero():
    specification = SPECIFICATION.model_copy(update={"start": OF_DEAR - EVERY_MONTH + 50})
    events = ("velo", "vente", "remboursement")
    rooms = [answer(DEAR, CHEAP, CHEAP, events=events, specification=specification, m1_velo=letter) for letter in "aab"]

    assert told(*rooms, specification=specification).sentence == (
        "Les 3 budgets finissent les 3 mois sans découvert. En route, «\u00a0Vélo volé\u00a0» a fait passer 2\u00a0budgets sous zéro."
    )


def test_two_surprises_that_took_as_many_budgets_below_zero_are_not_named():
    specification = SPECIFICATION.model_copy(update={"start": OF_DEAR - EVERY_MONTH + 50})
    rooms = [answer(DEAR, CHEAP, CHEAP, events=(event, "vente", "remboursement"), specification=specification, **picks)
             for event, picks in (("velo", {"m1_velo": "a"}), ("facture", {"m1_facture": "a"}))]  # fmt: skip

    assert told(*rooms, specification=specification).sentence == "Les 2 budgets finissent les 3 mois sans découvert."


def test_the_figures_show_what_is_left_and_where_the_room_chose_the_cheapest_of_those_who_are_done():
    left, cheapest = told(answer(*SAVES, events=EVENTS), answer(CHEAP, CHEAP, events=EVENTS[:2]), answer(*SPENDS, events=EVENTS)).figures

    assert [bar.count for bar in left.bars] == [1, 0, 0, 1]
    assert (left.total, cheapest.total) == (2, 6)
    assert [(bar.label, bar.count) for bar in cheapest.bars] == [("Téléphone", 3), ("Repas", 3), ("Transports", 3), ("Loisirs", 3)]


@pytest.mark.parametrize(("start", "band"), [(5000, 0), (100.01, 0), (100, 1), (0, 1), (-0.01, 2), (-100, 2), (-100.01, 3)])
def test_zero_is_no_overdraft_and_a_hundred_euros_below_it_is_a_small_one(start, band):
    nothing = {"fixed": [{"label": "Tout", "amount": 90}], "surprises": [surprise(key, amount=0) for key in ("un", "deux", "trois")], "start": start}
    specification = small(**nothing)
    one = answer(*[{"repas": "a"}] * 3, events=("un", "deux", "trois"), specification=specification)

    assert [place for place, count in enumerate(EXERCISE.summarise(specification, [one]).bands) if count] == [band]


def test_one_person_s_budget_is_told_in_words_for_it_is_a_game_and_no_real_purse():
    under_way = answer(CHEAP, CHEAP, events=("velo", "remboursement"), m1_velo="b")
    done = answer(CHEAP, CHEAP, CHEAP, events=("velo", "remboursement", "anniversaire"), m1_velo="b")

    assert not EXERCISE.is_private
    assert EXERCISE.in_words(SPECIFICATION, under_way) == "fin du mois 1\u00a0: 139\u202f€ (Vélo volé\u00a0: Payer en 4 fois)\u202f; fin du mois 2\u00a0: 293\u202f€ (Remboursement)"
    assert EXERCISE.in_words(SPECIFICATION, done).endswith("\u202f; fin du mois 3\u00a0: 387\u202f€ (Anniversaire)\u202f; 21\u202f€ à payer après")
