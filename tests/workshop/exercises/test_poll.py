"""What the room thinks or prefers: nothing is right or wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.poll import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.figures import in_words

from .plain_form import macros


def poll(*keys, **fields):
    written = [{"key": key, "label": f"option {key}"} for key in keys]
    return EXERCISE.Specification.model_validate({"prompt": "Laquelle préfères-tu ?", "options": written, **fields})


SINGLE = poll("a", "b", "c")
SEVERAL = poll("a", "b", "c", multiple=True)
FIVE = poll(*"abcde", multiple=True)


def told(specification, *answers):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [EXERCISE.Answer(choices=tuple(choices)) for choices in answers]))


def plain(text):
    """Return the text with plain spaces only."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_is_right_or_wrong():
    assert EXERCISE.grade is None
    assert not any(bar.is_right for bar in told(SINGLE, "a", "b").figures[0].bars)


@pytest.mark.parametrize(("raw", "because"), [
    ({"choices": ["z"]}, "ne fait pas partie"),
    ({"choices": ["b", "b"]}, "compté deux fois"),
    ({"choices": ["a", "b"]}, "Une seule réponse"),
    ({"choices": []}, "Choisis"),
    ({"choices": ["a"] * 9}, "trop d’éléments"),
    ({"choices": "b"}, "ne va pas"),
    ({"choices": [2]}, "ne va pas"),
    ({"choices": ["b"], "name": "Léa"}, "ne va pas"),
    ({}, "manque"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SINGLE, raw)


def test_several_are_taken_where_several_are_asked():
    assert read_answer(EXERCISE, SEVERAL, {"choices": ["c", "a"]}).choices == ("c", "a")


@pytest.mark.parametrize(("fields", "because"), [
    ({"options": [{"key": "a", "label": "A"}]}, "options"),
    ({"options": [{"key": key, "label": key} for key in "abcdefghi"]}, "options"),
    ({"options": [{"key": "a", "label": "A"}, {"key": "a", "label": "B"}]}, "même identifiant"),
    ({"options": [{"key": "a", "label": "Oui"}, {"key": "b", "label": "oui "}]}, "même texte"),
    ({"options": [{"key": "a", "label": "A", "right": True}, {"key": "b", "label": "B"}]}, "right"),
    ({"prompt": ""}, "prompt"),
])
def test_an_author_s_mistake_names_the_field(fields, because):
    with pytest.raises(ValidationError, match=because):
        poll("a", "b", **fields)


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a encore répondu."),
    (["b"], "Une seule personne a répondu : « option b »."),
    (["b", "b"], "Tout le monde choisit « option b »."),
    (["a", "b", "b"], "Le plus choisi : « option b », 2 sur 3."),
    (["a", "b", "a", "b", "c"], "À égalité en tête : « option a » et « option b », 2 sur 5 à chaque fois."),
    (["a", "b", "c"], "Les avis sont partagés : toutes les réponses sont à égalité."),
])
def test_the_sentence_names_what_is_chosen_most(answers, sentence):
    assert plain(told(SINGLE, *answers).sentence) == sentence


@pytest.mark.parametrize(("answers", "sentence"), [
    (["ac"], "Une seule personne a répondu : « option a » et « option c »."),
    (["abc", "acb"], "Tout le monde choisit « option a », « option b » et « option c »."),
    (["ab", "ac"], "Tout le monde choisit « option a »."),
    (["abcd", "abcd", "e"], "À égalité en tête : 4 réponses, 2 sur 3 à chaque fois."),
    (["abcde"], "Une seule personne a répondu : 5 réponses."),
    (["abcd", "abcde"], "Tout le monde choisit 4 réponses."),
    (["ab", "ac", "c", "a"], "Le plus choisi : « option a », 3 sur 4."),
])
def test_the_sentence_counts_people_where_several_may_be_chosen(answers, sentence):
    assert plain(told(SEVERAL if set("".join(answers)) <= set("abc") else FIVE, *answers).sentence) == sentence


def test_the_figure_counts_people_under_the_letter_of_each_option():
    (figure,) = told(SEVERAL, "ab", "b").figures

    assert [(bar.key, bar.count) for bar in figure.bars] == [("A", 1), ("B", 2), ("C", 0)]
    assert figure.total == 2
    assert plain(in_words(figure)) == "A. option a (nombre 1) ; B. option b (nombre 2) ; C. option c (nombre 0)."


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=30))
def test_the_sentence_never_names_an_option_that_another_beats(answers):
    story = told(SINGLE, *answers)
    most = max(map(answers.count, "abc"))

    assert [key for key in "abc" if f"option {key}" in story.sentence and answers.count(key) < most] == []


def test_one_person_s_choice_reads_as_its_text_in_the_order_of_the_page():
    assert EXERCISE.in_words(SEVERAL, EXERCISE.Answer(choices=("c", "a"))) == "option a, option c"


def test_a_hand_can_be_raised_for_each_option():
    assert {key: hand.label for key, hand in EXERCISE.hands(SINGLE).items()} == {"a": "option a", "b": "option b", "c": "option c"}


@pytest.mark.parametrize(("specification", "kind", "other"), [(SINGLE, "radio", "checkbox"), (SEVERAL, "checkbox", "radio")])
def test_the_form_lets_choose_one_or_several(specification, kind, other):
    form = macros("poll", "phone.html").form(EXERCISE.public(specification), None)

    assert form.count(f'type="{kind}"') == 3
    assert f'type="{other}"' not in form


def test_once_revealed_a_phone_shows_its_own_choice_and_no_other():
    result = macros("poll", "phone.html").result(SINGLE, EXERCISE.Answer(choices=("b",)), None)

    assert "option b" in result
    assert "option a" not in result


@pytest.mark.parametrize(("options", "is_a_poll"), [([], False), (["Oui"], False), (["Oui", "Non"], True), (list("abcdefgh"), True), (list("abcdefghi"), False)])
def test_a_question_made_up_in_the_room_is_a_poll_where_it_has_2_to_8_answers(options, is_a_poll):
    specification = EXERCISE.improvise("On fait une pause ?", options)

    assert (specification is not None) == is_a_poll
    assert specification is None or [option.label for option in specification.options] == options
