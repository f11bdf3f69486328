"""One's choice beside that of a panel of professionals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.judgement import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.figures import in_words

KEYS = "abcdef"
VOTES = st.lists(st.integers(0, 40), min_size=2, max_size=6).filter(lambda votes: sum(votes) >= 3)


def judgement(*votes, **fields):
    options = [{"key": key, "label": f"façon {key}", "votes": count, "explanation": f"parce que {key}"} for key, count in zip(KEYS, votes, strict=False)]
    panel = {"who": "chefs de chantier", "source": "enquête dans dix entreprises, 2026"}
    return EXERCISE.Specification.model_validate({"prompt": "Que faire ?", "options": options, "panel": panel, **fields})


TEN = judgement(6, 3, 1, 0)


def chose(key):
    return EXERCISE.Answer(choices=(key,))


def told(specification, keys):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [chose(key) for key in keys]))


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("key", "expected"), [("a", 1), ("b", 0.5), ("c", 1 / 6), ("d", 0)])
def test_the_score_is_the_panel_s_votes_over_those_for_its_favourite(key, expected):
    assert EXERCISE.grade(TEN, chose(key)).score == pytest.approx(expected)


def test_where_the_panel_is_split_each_favourite_is_worth_everything():
    split = judgement(4, 4, 2)

    assert [EXERCISE.grade(split, chose(key)).score for key in "abc"] == [1, 1, 0.5]


@given(VOTES)
def test_a_score_lies_between_0_and_1_and_follows_the_votes(votes):
    specification = judgement(*votes)
    scores = [EXERCISE.grade(specification, chose(key)).score for key in KEYS[: len(votes)]]

    assert all(0 <= score <= 1 for score in scores)
    assert max(scores) == 1
    assert sorted(zip(votes, scores, strict=True)) == sorted(zip(sorted(votes), sorted(scores), strict=True))


@given(VOTES.flatmap(lambda votes: st.tuples(st.just(votes), st.permutations(votes))))
def test_who_of_the_panel_chose_what_changes_nothing_of_what_a_phone_may_know(case):
    votes, others = case
    public = EXERCISE.public(judgement(*votes))

    assert public == EXERCISE.public(judgement(*others))
    assert public["panel"] == f"{sum(votes)} chefs de chantier"
    assert all(set(option) == {"key", "label"} for option in public["options"])


@pytest.mark.parametrize(("raw", "because"), [
    ({"choices": ["z"]}, "ne fait pas partie"),
    ({"choices": ["a", "b"]}, "Une seule réponse"),
    ({"choices": ["a", "a"]}, "deux fois"),
    ({"choices": []}, "Choisis"),
    ({"choices": list("abcdefghi")}, "trop d’éléments"),
    ({"choices": "a"}, "ne va pas"),
    ({"choices": [1]}, "ne va pas"),
    ({"choices": ["a"], "votes": 10}, "ne va pas"),
    ({}, "manque"),
    ([], "ne va pas"),
], ids=repr)
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, TEN, raw)


@pytest.mark.parametrize(("make", "because"), [
    (lambda: judgement(1, 1), "2 voix au total"),
    (lambda: judgement(0, 0, 0), "0 voix au total"),
    (lambda: judgement(5), "options"),
    (lambda: judgement(5, -1), "votes"),
    (lambda: judgement(5, 1, panel={"who": "chefs", "source": ""}), "source"),
    (lambda: judgement(5, 1, options=[{"key": "a", "label": "x", "votes": 3}, {"key": "a", "label": "y", "votes": 1}]), "même identifiant"),
], ids=range(6))
def test_an_author_s_mistake_names_what_is_wrong(make, because):
    with pytest.raises(ValidationError, match=because):
        make()


@pytest.mark.parametrize(("key", "explanation"), [
    ("a", "Sur 10 chefs de chantier, 6 ont choisi comme toi. parce que a"),
    ("c", "Sur 10 chefs de chantier, 1 a choisi comme toi. parce que c Le plus choisi : « façon a ». parce que a"),
    ("d", "Sur 10 chefs de chantier, personne n’a choisi comme toi. parce que d Le plus choisi : « façon a ». parce que a"),
])
def test_everyone_is_told_how_many_of_the_panel_think_alike_and_why(key, explanation):
    assert plain(EXERCISE.grade(TEN, chose(key)).explanation) == explanation


@pytest.mark.parametrize(("votes", "keys", "sentence"), [
    ((6, 3, 1, 0), "", "Personne n’a répondu. Le choix de 6 sur 10 chefs de chantier : « façon a »."),
    ((6, 3, 1, 0), "aab", "Le groupe pense comme les chefs de chantier : « façon a ». C’est le choix de 2 sur 3 ici, et de 6 sur 10 chez les professionnels."),
    ((6, 3, 1, 0), "b", "Une seule réponse : « façon b ». Le choix de 6 sur 10 chefs de chantier : « façon a »."),
    ((6, 3, 1, 0), "bba", "Le groupe choisit plutôt « façon b » (2 sur 3), les chefs de chantier plutôt « façon a » (6 sur 10)."),
    ((6, 3, 1, 0), "ab", "Le groupe est partagé. Le choix de 6 sur 10 chefs de chantier : « façon a »."),
    ((4, 4, 2), "aab", "Les chefs de chantier ne sont pas d’accord entre eux : « façon a » ou « façon b », 4 sur 10 à chaque fois. Le groupe choisit plutôt « façon a » (2 sur 3)."),
    ((4, 4, 2), "", "Les chefs de chantier ne sont pas d’accord entre eux : « façon a » ou « façon b », 4 sur 10 à chaque fois. Personne n’a répondu."),
    ((3, 3, 3), "aab", "Les chefs de chantier sont partagés : rien ne l’emporte, 3 sur 9 à chaque fois. Le groupe choisit plutôt « façon a » (2 sur 3)."),
    ((3, 3, 3), "ab", "Les chefs de chantier sont partagés : rien ne l’emporte, 3 sur 9 à chaque fois. Le groupe aussi est partagé."),
])
def test_the_sentence_sets_the_room_beside_the_panel(votes, keys, sentence):
    assert plain(told(judgement(*votes), keys).sentence) == sentence


def test_the_figure_holds_both_distributions_and_the_source_is_told_with_it():
    story = told(TEN, "aab")
    (figure,) = story.figures

    assert [(row.key, row.left, row.right) for row in figure.rows] == [("A", 2, 6), ("B", 1, 3), ("C", 0, 1), ("D", 0, 0)]
    assert (figure.left_total, figure.right_total) == (3, 10)
    assert in_words(figure).startswith("A. façon a (le groupe 2, 10 chefs de chantier 6)")
    assert plain(story.takeaway) == "Source : enquête dans dix entreprises, 2026."


@given(st.lists(st.sampled_from("abcd"), max_size=30).flatmap(lambda keys: st.tuples(st.just(keys), st.permutations(keys))))
def test_the_order_of_the_answers_changes_nothing_and_everybody_is_counted(case):
    keys, others = case

    assert told(TEN, keys) == told(TEN, others)
    assert sum(row.left for row in told(TEN, keys).figures[0].rows) == len(keys)
