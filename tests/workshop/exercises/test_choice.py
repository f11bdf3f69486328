"""One right answer among several, several right answers, or true and false."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.choice import EXERCISE
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.figures import in_words

from .plain_form import macros


def question(*options, **fields):
    """Return a specification; each option is its key, with a "+" after it where it is right."""
    written = [{"key": name.rstrip("+"), "label": f"option {name.rstrip('+')}", "right": name.endswith("+")} for name in options]
    return EXERCISE.Specification.model_validate({"prompt": "Laquelle ?", "options": written, **fields})


SINGLE = question("a", "b+", "c")
SEVERAL = question("a+", "b+", "c", "d", multiple=True)


def drawn(description, weight=0):
    image = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><rect width="90" height="90"/><!--{"x" * weight}--></svg>'
    return {"image": image, "description": f"un {description}" if len(description) < 3 else description, "width": 90, "height": 90}


PICTURED = EXERCISE.Specification.model_validate({"prompt": "Lequel protège ?", "options": [
    {"key": "a", "picture": drawn("un casque"), "right": True}, {"key": "b", "label": "Danger", "picture": drawn("une flamme")}, {"key": "c", "label": "Rien"},
]})  # fmt: skip


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def score(specification, *choices):
    return EXERCISE.grade(specification, EXERCISE.Answer(choices=choices)).score


def told(specification, *answers):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [EXERCISE.Answer(choices=tuple(choices)) for choices in answers]))


@st.composite
def questions_with_an_answer(draw):
    keys = draw(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=8, unique=True))
    right = draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    specification = question(*[f"{key}+" if key in right else key for key in keys], multiple=True)
    return specification, draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))


@pytest.mark.parametrize(("specification", "choices", "expected"), [
    (SINGLE, "b", 1), (SINGLE, "a", 0), (SINGLE, "c", 0),
    (SEVERAL, "ab", 1), (SEVERAL, "a", 0.5), (SEVERAL, "b", 0.5), (SEVERAL, "ac", 0), (SEVERAL, "abc", 0.5), (SEVERAL, "cd", 0), (SEVERAL, "abcd", 0),
])
def test_the_score_is_right_ticks_less_wrong_ones_over_those_to_find(specification, choices, expected):
    assert score(specification, *choices) == expected


@given(questions_with_an_answer())
def test_a_score_lies_between_0_and_1_and_is_1_only_for_exactly_what_is_right(case):
    specification, choices = case
    right = {option.key for option in specification.options if option.right}

    assert 0 <= score(specification, *choices) <= 1
    assert (score(specification, *choices) == 1) == (set(choices) == right)


@given(questions_with_an_answer())
def test_which_options_are_right_changes_nothing_of_what_a_phone_may_know(case):
    specification, _ = case
    keys = [option.key for option in specification.options]
    others = question(*[f"{key}+" for key in keys], multiple=True)

    assert EXERCISE.public(specification) == EXERCISE.public(others)


@pytest.mark.parametrize(("raw", "because"), [
    ({"choices": ["z"]}, "ne fait pas partie"),
    ({"choices": ["b", "b"]}, "compté deux fois"),
    ({"choices": ["a", "b"]}, "Une seule réponse"),
    ({"choices": []}, "Choisis"),
    ({"choices": ["a"] * 9}, "trop d’éléments"),
    ({"choices": ["a" * 100_000]}, "ne fait pas partie"),
    ({"choices": ["<script>alert(1)</script>"]}, "ne fait pas partie"),
    ({"choices": "b"}, "ne va pas"),
    ({"choices": [2]}, "ne va pas"),
    ({"choices": [None]}, "ne va pas"),
    ({"choices": {"b": "b"}}, "ne va pas"),
    ({"choices": None}, "ne va pas"),
    ({"choices": ["b"], "right": True}, "ne va pas"),
    ({}, "manque"),
    ("b", "ne va pas"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SINGLE, raw)


@pytest.mark.parametrize(("options", "fields", "because"), [
    (("a", "b"), {}, "aucune bonne réponse"),
    (("a+", "b+"), {}, "plusieurs bonnes réponses"),
    (("a+", "a"), {}, "même identifiant"),
    (("a+",), {}, "options"),
    (("a+", *"bcdefghi"), {}, "options"),
    (("A+", "b"), {}, "key"),
    (("a+", "b"), {"prompt": ""}, "prompt"),
    (("a+", "b"), {"score": 3}, "score"),
])
def test_an_author_s_mistake_names_the_field(options, fields, because):
    with pytest.raises(ValidationError, match=because):
        question(*options, **fields)


@pytest.mark.parametrize(("choices", "expected"), [("a", "faux a"), ("b", "vrai b"), ("ab", "faux a vrai b")])
def test_what_was_chosen_is_explained(choices, expected):
    options = [{"key": "a", "label": "A", "explanation": "faux a"}, {"key": "b", "label": "B", "right": True, "explanation": "vrai b"}]
    specification = EXERCISE.Specification.model_validate({"prompt": "Laquelle ?", "options": options, "multiple": True})

    assert EXERCISE.grade(specification, EXERCISE.Answer(choices=tuple(choices))).explanation == expected


def test_who_chose_an_option_without_an_explanation_is_told_why_the_right_one_is_right():
    options = [{"key": "a", "label": "A"}, {"key": "b", "label": "B", "right": True, "explanation": "parce que"}]
    specification = EXERCISE.Specification.model_validate({"prompt": "Laquelle ?", "options": options})

    assert EXERCISE.grade(specification, EXERCISE.Answer(choices=("a",))).explanation == "parce que"


@pytest.mark.parametrize(("answers", "sentence"), [
    (["a", "a", "b", "c"], "1 sur 4 a trouvé la bonne réponse : « option b ». 2 ont choisi « option a »."),
    (["a", "a", "c"], "Une question difficile. La bonne réponse : « option b ». 2 ont choisi « option a »."),
    (["a", "a", "c", "c"], "Une question difficile. La bonne réponse : « option b »."),
])
def test_the_sentence_names_the_wrong_option_that_stands_out(answers, sentence):
    assert plain(told(SINGLE, *answers).sentence) == sentence


def test_of_two_options_the_other_one_need_not_be_named():
    assert plain(told(question("vrai+", "faux"), ["vrai"], ["faux"], ["faux"]).sentence) == "1 sur 3 a trouvé la bonne réponse : « option vrai »."


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a répondu. Il y avait 2 bonnes réponses à trouver."),
    (["ab"], "Tout est juste : les 2 bonnes réponses."),
    (["ac"], "Une seule réponse : 1 des 2 bonnes réponses, et 1 de trop."),
    (["cd"], "Une seule réponse : aucune des 2 bonnes réponses, et 2 de trop."),
    (["ab", "ba"], "Tout le monde a trouvé les 2 bonnes réponses."),
    (["ab", "a", "ac"], "1 sur 3 a trouvé les 2 bonnes réponses. La plus oubliée : « option b » (cochée 1 fois sur 3)."),
    (["a", "ac"], "Une question difficile : personne n’a exactement les 2 bonnes réponses. La plus oubliée : « option b » (jamais cochée sur 2)."),
    (["abc", "abc", "ab"], "1 sur 3 a trouvé les 2 bonnes réponses. 2 ont choisi « option c »."),
    (["abc", "abd"], "Une question difficile : personne n’a exactement les 2 bonnes réponses."),
])
def test_of_several_to_find_the_sentence_says_how_many_and_which_was_forgotten(answers, sentence):
    assert plain(told(SEVERAL, *answers).sentence) == sentence


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a répondu."),
    (["b"], "La réponse est juste"),
    (["a"], "Une question difficile."),
    (["b", "b"], "Tout le monde a trouvé la bonne réponse"),
    (["a", "b"], "1 sur 2 a trouvé la bonne réponse"),
    (["a", "b", "b"], "2 sur 3 ont trouvé la bonne réponse"),
])
def test_the_sentence_says_how_many_found_it_and_what_it_is(answers, sentence):
    story = told(SINGLE, *answers)

    assert story.sentence.startswith(sentence)
    assert "option b" in story.sentence


def test_the_figure_counts_people_and_marks_what_is_right():
    (figure,) = told(SINGLE, "a", "b", "b").figures

    assert [(bar.key, bar.count, bar.is_right) for bar in figure.bars] == [("A", 1, False), ("B", 2, True), ("C", 0, False)]
    assert figure.total == 3
    assert in_words(figure) == "A. option a (nombre 1)\u202f; B. option b ✓ (nombre 2)\u202f; C. option c (nombre 0)."


@given(st.lists(st.sampled_from("abc"), max_size=30).flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing(case):
    answers, others = case

    assert told(SINGLE, *answers) == told(SINGLE, *others)


def test_one_person_s_choice_reads_as_its_text():
    assert EXERCISE.in_words(SEVERAL, EXERCISE.Answer(choices=("b", "a"))) == "option a, option b"


def test_a_hand_is_raised_for_each_option():
    hands = EXERCISE.hands(SINGLE)

    assert {key: hand.label for key, hand in hands.items()} == {"a": "option a", "b": "option b", "c": "option c"}


def test_an_option_may_be_a_picture_a_text_or_both_and_the_picture_s_description_stands_for_a_missing_text():
    options = EXERCISE.public(PICTURED)["options"]

    assert [(option["label"], option["text"], bool(option["picture"])) for option in options] == [
        ("un casque", "", True), ("Danger", "Danger", True), ("Rien", "Rien", False),
    ]  # fmt: skip
    assert [bar.label for bar in told(PICTURED, "a", "b").figures[0].bars] == ["un casque", "Danger", "Rien"]
    assert told(PICTURED).sentence.endswith("«\u00a0un casque\u00a0».")
    assert EXERCISE.in_words(PICTURED, EXERCISE.Answer(choices=("a",))) == "un casque"
    assert [hand.label for hand in EXERCISE.hands(PICTURED).values()] == ["un casque", "Danger", "Rien"]


def test_the_result_shows_the_picture_beside_its_bar():
    first, second, third = told(PICTURED, "a").figures[0].bars

    assert first.picture == second.picture == PICTURED.options[0].picture.address
    assert third.picture == ""


def test_the_phone_names_a_picture_once_to_the_ear():
    form = str(macros("choice", "phone.html").form(EXERCISE.public(PICTURED), None))

    # the picture alone is named by an unseen text, which is also what is read aloud; beside a text it is described
    assert form.count('alt=""') == 1
    assert form.count('alt="une flamme"') == 1
    assert '<span class="what unseen" data-say>un casque</span>' in form
    assert '<span class="what" data-say>Danger</span>' in form


def test_the_screen_shows_the_pictures_under_their_letters():
    asked = str(macros("choice", "screen.html").asking(EXERCISE.public(PICTURED)))

    assert asked.count("<img") == 2
    assert [letter in asked for letter in (">A<", ">B<", ">C<", ">D<")] == [True, True, True, False]
    assert "<span>Danger</span>" in asked


@pytest.mark.parametrize(("options", "because"), [
    ([{"key": "a", "right": True}, {"key": "b", "label": "B"}], "ni texte ni image"),
    ([{"key": "a", "label": "Pareil", "right": True}, {"key": "b", "label": "pareil"}], "disent la même chose"),
    ([{"key": "a", "picture": drawn("rond"), "right": True}, {"key": "b", "picture": drawn("Rond")}], "disent la même chose"),
    ([{"key": key, "picture": drawn(key, 30_000), "right": key == "a"} for key in "abc"], "trop lourdes"),
])
def test_an_author_s_mistake_about_pictures_is_told(options, because):
    with pytest.raises(ValidationError, match=because):
        EXERCISE.Specification.model_validate({"prompt": "Laquelle ?", "options": options})


def test_who_chose_another_or_passed_is_told_why_the_right_one_is_right():
    options = [{"key": "a", "label": "A", "explanation": "parce que non"}, {"key": "b", "label": "B", "right": True, "explanation": "parce que oui"}]
    specification = EXERCISE.Specification.model_validate({"prompt": "Laquelle ?", "options": options})
    result = macros("choice", "phone.html").result

    def shown(*choices):
        mine = EXERCISE.Answer(choices=choices) if choices else None
        grade = EXERCISE.grade(specification, mine) if mine else None
        return str(result(specification, mine, grade)).count("parce que oui"), grade.explanation if grade else ""

    assert shown() == (1, "")
    assert shown("a") == (1, "parce que non")
    # what the frame says below is not said twice
    assert shown("b") == (0, "parce que oui")
