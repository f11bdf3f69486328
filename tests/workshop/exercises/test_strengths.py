"""Strengths picked and proved, and what classmates see in each other."""

from random import Random

import pytest
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of

from .plain_form import macros, sent

EXERCISE = exercise_type("strengths")
SAMPLE = sample_of(EXERCISE)
SPEC = SAMPLE.specification
ALONE = SPEC.model_copy(update={"peers": False})
DEALING = EXERCISE.dealing
WHOLE = {"equipe.situation": "au stage", "equipe.action": "j’ai aidé", "equipe.result": "tout était prêt"}


def deal(people, before=None, *, again=False, seed=1):
    return DEALING.deal(SPEC, list(people), Random(seed), before, again=again, scores={})


def answer(*picked, **more):
    return EXERCISE.Answer(picked=picked or ("equipe",), **more)


def told(*answers, of=SPEC):
    return EXERCISE.tell(of, EXERCISE.summarise(of, list(answers)))


def author(**changes):
    return EXERCISE.Specification.model_validate(SPEC.model_dump() | changes)


def cards(*labels, seen="vois loin"):
    return [{"key": f"c{place}", "label": label, "seen": seen} for place, label in enumerate(labels)]


@pytest.mark.parametrize("people", [2, 3, 14, 15, 200])
def test_everybody_sees_one_person_and_is_seen_by_one(people):
    made = deal(range(people))
    mates = [made.mate(person) for person in range(people)]

    assert sorted(mates) == list(range(people))
    assert all(mate != person for person, mate in enumerate(mates))


@pytest.mark.parametrize("people", [0, 1])
def test_who_is_alone_is_asked_only_for_her_own_strengths(people):
    made = deal(range(people))

    assert made.seated == tuple(range(people))
    assert [DEALING.seat(SPEC, made, person, {person: "Inès"}) for person in made.seated] == [{"mate": None, "to": None}] * people


def test_a_phone_learns_the_name_of_one_person_and_no_more():
    made = deal(range(5))
    names = {person: f"Prénom {person}" for person in range(5)}

    assert DEALING.seat(SPEC, made, 2, names) == {"mate": names[made.mate(2)], "to": made.mate(2)}
    assert DEALING.seat(ALONE, made, 2, names) == {"mate": None, "to": None}
    assert "Prénom" not in DEALING.show(SPEC, made, names).sentence


def test_who_comes_late_moves_one_person_alone_and_who_leaves_is_stepped_over():
    before = deal(range(6))
    later = deal(range(7), before)
    left = deal([person for person in range(7) if person != 3], later)

    assert [person for person in range(6) if before.mate(person) != later.mate(person)] == [before.ring[-1]]
    assert 3 not in left.seated
    assert left.mate(next(person for person in range(7) if later.mate(person) == 3)) == later.mate(3)


def test_another_ring_is_another_one_on_demand_alone():
    before = deal(range(12))

    assert deal(range(12), before, seed=2) == before
    assert deal(range(12), before, again=True, seed=2) != before


def test_a_word_goes_to_whom_it_was_dealt_or_to_nobody():
    made = deal(range(1, 5))
    mate = made.mate(1)
    other = next(person for person in range(2, 5) if person != mate)

    assert given(made, {"seen": f"{mate}.oser"}) == ("oser", mate)
    assert given(made, {"seen": "oser"}) == ("oser", mate)
    assert given(made, {"seen": f"{other}.oser"}) == given(made, {"seen": "oser", "to": 99}) == given(made, {}) == ("", None)
    assert given(deal([1]), {"seen": "oser"}) == ("", None)
    assert DEALING.complete(ALONE, made, 1, answer(seen="oser", to=3)) == answer()


def given(made, raw):
    """Return what person 1 is stored to have seen, and in whom."""
    stored = DEALING.complete(SPEC, made, 1, read_answer(EXERCISE, SPEC, {"picked": ["equipe"], **raw}))
    return stored.seen, stored.to


def said(made, *people):
    for person in people:
        made = DEALING.progress(SPEC, made, person, DEALING.complete(SPEC, made, person, answer(seen="oser")))
    return made


def test_who_has_said_something_stays_with_that_person_whoever_comes_leaves_or_is_dealt_again():
    before = deal(range(1, 7))
    speaker = before.ring[-1]
    mate = before.mate(speaker)
    spoken = said(before, speaker)
    others = [person for person in range(1, 8) if person != mate]

    assert deal(range(1, 8), spoken).mate(speaker) == mate
    assert deal(others, spoken).mate(speaker) == mate
    assert deal(range(1, 7), spoken, again=True, seed=2).mate(speaker) == mate


def test_who_comes_late_is_seen_by_somebody_who_has_said_nothing_yet():
    before = deal(range(1, 7))
    spoken = said(before, *before.ring[3:])

    assert before.ring[2] == next(person for person in range(1, 7) if deal(range(1, 8), spoken).mate(person) == 7)


@pytest.mark.parametrize("later", [None, answer("calme")])
def test_who_takes_a_word_back_can_be_given_somebody_else(later):
    spoken = said(deal(range(1, 7)), 1)

    assert DEALING.progress(SPEC, spoken, 1, later).said == {}


def test_what_was_said_survives_being_stored():
    spoken = said(deal(range(1, 7)), 1, 2)

    assert DEALING.Deal.model_validate_json(spoken.model_dump_json()) == spoken


def test_a_choice_made_for_one_person_is_not_ticked_under_another_name():
    form = macros("strengths", "phone.html").form
    asked = {person: {**EXERCISE.public(SPEC), "seat": {"mate": "Léa", "to": person}} for person in (7, 8)}
    mine = answer(seen="oser", to=7)

    assert ("seen", "7.oser") in sent(form(asked[7], mine))
    assert [value for name, value in sent(form(asked[8], mine)) if name == "seen"] == []
    assert ("seen", "7.oser") in sent(form(EXERCISE.public(SPEC), mine))
    assert "7.oser" not in form(asked[8], None)


def test_what_was_seen_arrives_once_without_the_name_of_who_saw_it():
    received = DEALING.hand_over(SPEC, [answer(seen="oser", to=7), answer(seen="equipe", to=7), answer(seen="oser", to=7), answer(to=8), answer(seen="oser")])

    assert set(received) == {7}
    assert [one.title for one in received[7]] == ["Vu par quelqu’un du groupe\u00a0: Travailler en équipe", "Vu par quelqu’un du groupe\u00a0: Oser essayer"]
    assert received[7][0].lines == ("«\u00a0J’ai vu que tu aides les autres.\u00a0»",)
    assert all(one.is_received for one in received[7])


def test_a_proof_is_whole_with_its_three_parts():
    part = {key: text for key, text in WHOLE.items() if key != "equipe.result"}

    assert answer("equipe", proofs=WHOLE).proved == ("equipe",)
    assert answer("equipe", proofs=part).proved == ()
    assert list(answer("equipe", proofs=part).proof("equipe")) == ["situation", "action"]


def test_what_was_written_for_a_card_that_was_put_back_is_kept_nowhere():
    assert answer("calme", proofs=WHOLE).proofs == {}
    assert answer("equipe", proofs=WHOLE | {"equipe.result": "  "}).proofs.keys() == {"equipe.situation", "equipe.action"}


def test_each_strength_is_kept_with_its_proof_in_the_order_of_the_page():
    first, second = EXERCISE.keeping.keep(SPEC, answer("soin", "equipe", proofs=WHOLE))

    assert (first.title, first.lines) == ("Travailler en équipe", (
        "Où et quand\u00a0: au stage", "Ce que j’ai fait\u00a0: j’ai aidé", "Ce que ça a donné\u00a0: tout était prêt",
    ))  # fmt: skip
    assert (second.title, second.lines) == ("Travailler avec soin", ())


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a encore choisi ses forces."),
    ([answer("equipe")], "Une personne a choisi 1 force. Les preuves sont encore à écrire."),
    ([answer("equipe", proofs=WHOLE), answer("equipe", "calme")],
     "2 personnes ont choisi 3 forces. 1 force a une preuve complète. La plus choisie\u00a0: «\u00a0Travailler en équipe\u00a0»."),
    ([answer("equipe", proofs=WHOLE)] * 2 + [answer("calme")] * 2, "4 personnes ont choisi 4 forces. 2 forces ont une preuve complète."),
    ([answer("equipe", proofs=WHOLE)], "Une personne a choisi 1 force. Elle a une preuve complète."),
    ([answer("equipe", proofs=WHOLE)] * 2,
     "2 personnes ont choisi 2 forces. Toutes ont une preuve complète. La plus choisie\u00a0: «\u00a0Travailler en équipe\u00a0»."),
])  # fmt: skip
def test_the_sentence_says_how_many_are_proved_and_what_stands_out(answers, sentence):
    assert told(*answers).sentence == sentence


def test_the_room_sees_counts_and_never_a_word_of_a_proof():
    story = told(answer("equipe", proofs=WHOLE, seen="oser", to=3), answer("calme", "equipe"))
    mine, seen = story.figures

    assert [(bar.label, bar.count) for bar in mine.bars] == [("Travailler en équipe", 2), ("Rester calme", 1)]
    assert [(bar.label, bar.count) for bar in seen.bars] == [("Oser essayer", 1)]
    assert "stage" not in str(story)
    assert len(told(answer("calme")).figures) == 1


def test_a_proof_stands_beside_no_name():
    assert EXERCISE.is_private
    assert [EXERCISE.in_words(SPEC, one) for one in (answer("equipe", "calme", proofs=WHOLE), answer("calme"))] == ["2 forces choisies", "Une force choisie"]


@pytest.mark.parametrize("raw", [
    {"picked": ["equipe"], "proofs": {"equipe.result": "x" * 10_000_000}}, {"picked": ["equipe"] * 100_000}, {"picked": [["equipe"]]},
    {"picked": ["<script>"]}, {"picked": ["equipe"], "seen": {"oser": 1}}, {"picked": ["equipe"], "proofs": ["a"]}, {"picked": ["equipe"], "name": "Léa"},
    {"picked": ["equipe"], "seen": "Léa.oser"}, {"picked": ["equipe"], "seen": "7." * 5_000_000}, {"picked": ["equipe"], "seen": "9" * 10_000 + ".oser"},
])  # fmt: skip
def test_what_does_not_fit_is_refused(raw):
    with pytest.raises(AnswerRefused):
        read_answer(EXERCISE, SPEC, raw)


def test_script_tags_in_a_proof_are_text():
    kept = EXERCISE.keeping.keep(SPEC, read_answer(EXERCISE, SPEC, {"picked": ["equipe"], "proofs": {"equipe.action": "<script>alert(1)</script>"}}))

    assert kept[0].lines == ("Ce que j’ai fait\u00a0: <script>alert(1)</script>",)


def test_nothing_is_seen_in_others_where_the_author_did_not_ask():
    with pytest.raises(AnswerRefused, match="plus proposée"):
        read_answer(EXERCISE, ALONE, {"picked": ["equipe"], "seen": "oser"})
    assert EXERCISE.public(ALONE)["to_see"] == {}


@pytest.mark.parametrize(("changes", "problem"), [
    ({"cards": cards("Écouter", "écouter", "Oser", "Tenir")}, "écrite deux fois"),
    ({"cards": [*cards("Écouter", "Oser", "Tenir"), {"key": "c0", "label": "Aider"}]}, "même identifiant"),
    ({"cards": cards("Écouter", "Oser", "Tenir", "Aider"), "picks": 4}, "plus de cartes que de cartes à choisir"),
    ({"cards": cards("Écouter", "Oser", "Tenir", "Aider", seen="")}, "décochez cette partie"),
    ({"cards": cards("Écouter", "Oser", "Tenir")}, "at least 4"),
    ({"picks": 0}, "greater than or equal to 1"),
])  # fmt: skip
def test_an_author_is_told_what_to_mend(changes, problem):
    with pytest.raises(ValidationError, match=problem):
        author(**changes)
