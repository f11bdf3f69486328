"""“Présente-toi en une minute”: guided sentences become a text that its writer keeps, and of which the room sees numbers alone."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.keeping import Keepsake
from workshop.exercises.pitch.speaking import seconds_to_say, sentence, words
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of
from workshop.figures import Bar, Bars

from .plain_form import macros, names, sent

EXERCISE = exercise_type("pitch")
SPECIFICATION = sample_of(EXERCISE).specification
NAME, SEEKS, CAN, PROOF, ASKS = "nom", "cherche", "sais", "preuve", "demande"
SAID = {NAME: "Louis", SEEKS: "un emploi", CAN: "vendre", PROOF: "j’ai vendu"}
SCRIPT = "<script>alert(1)</script>"
TEN_MEGABYTES = "a" * 10_000_000
TWO = ({"key": "a", "start": "Je suis …"}, {"key": "b", "start": "Je veux …"})


def spec(**fields):
    return EXERCISE.Specification.model_validate({"prompt": "Présente-toi.", "sentences": TWO, **fields})


def read(raw, specification=SPECIFICATION):
    return read_answer(EXERCISE, specification, raw)


def with_said(**more):
    return read({"said": {**SAID, **more}})


def story(*answers, specification=SPECIFICATION):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, answers))


@pytest.mark.parametrize(("raw", "because"), [
    ({"said": "Louis"}, "ne va pas"),
    ({"said": list(SAID.values())}, "ne va pas"),
    ({"said": None}, "ne va pas"),
    ({"said": {**SAID, CAN: 3}}, "ne va pas"),
    ({"said": {**SAID, CAN: ["vendre"]}}, "ne va pas"),
    ({"said": {**SAID, "Sais faire": "vendre"}}, "ne va pas"),
    ({"said": {**SAID, "metier": "vendre"}}, "n’est plus demandée"),
    ({"said": {f"k{number}": "a" for number in range(9)}}, "trop d’éléments"),
    ({"said": SAID, "hardest": "metier"}, "n’est plus demandée"),
    ({"said": SAID, "hardest": [PROOF]}, "ne va pas"),
    ({"said": SAID, "hardest": "a" * 21}, "trop longue"),
    ({"said": SAID, "nom": "Louis"}, "ne va pas"),
    ({"said": {**SAID, CAN: "a" * 161}}, "Ce que je sais faire.*Enlève au moins 1 lettre et"),
    ({"said": {**SAID, CAN: "a" * 170}}, "Enlève au moins 10 lettres"),
    ({"said": {**SAID, CAN: TEN_MEGABYTES}}, "trop longue"),
    ({"said": {**SAID, TEN_MEGABYTES: "a"}}, "ne va pas"),
    ({"said": SAID, "hardest": TEN_MEGABYTES}, "trop longue"),
    ({"said": {**SAID, CAN: "  …  "}}, "Ce que je sais faire.*écris la suite"),
    ({"said": {**SAID, CAN: "\u0000\u200b"}}, "écris la suite"),
    ({"said": {**SAID, PROOF: "la preuve :"}}, "La preuve.*écris la suite"),
], ids=lambda value: repr(value)[:60])
def test_a_presentation_that_does_not_fit_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read(raw)


def test_where_everything_may_be_left_empty_one_sentence_is_still_needed():
    free = spec(sentences=[{**one, "optional": True} for one in TWO])

    assert read({"said": {"b": "un stage"}}, free).lines(free.starts) == ("Je veux un stage.",)
    with pytest.raises(AnswerRefused, match="au moins une phrase"):
        read({"said": {"a": "", "b": " "}}, free)


def test_a_field_that_is_sent_twice_counts_once_and_the_last_one_wins():
    fields = [*((f"said.{key}", text) for key, text in SAID.items()), (f"said.{NAME}", "Lou")]

    assert read(nest(fields)).said[NAME] == "Lou"


@pytest.mark.parametrize(("start", "said", "whole"), [
    ("Je cherche …", "un stage", "Je cherche un stage."),
    ("Je cherche...", "un stage, ", "Je cherche un stage."),
    ("La preuve : …", "12 vélos réparés !", "La preuve : 12 vélos réparés !"),
    ("Je m’appelle …", "je m'appelle Awa", "Je m’appelle Awa."),
    ("La preuve\u00a0: …", "la preuve : … je répare", "La preuve\u00a0: je répare."),
    ("J’…", "aime cuisiner", "J’aime cuisiner."),
    ("J’…", "j'aime cuisiner", "J’aime cuisiner."),
    ("Je", "jeune et motivé", "Je jeune et motivé."),
    ("Je cherche …", "je cherche", ""),
    ("Je cherche …", " , ; ", ""),
    ("Je cherche …", "", ""),
])
def test_a_beginning_and_what_follows_make_one_sentence(start, said, whole):
    assert sentence(start, said) == whole


def test_the_text_has_a_sentence_a_line_in_the_order_of_the_author():
    answer = read({"said": {ASKS: "un essai", **SAID}})

    assert answer.lines(SPECIFICATION.starts) == (
        "Bonjour, je m’appelle Louis.", "Je cherche un emploi.", "Ce que je sais faire\u00a0: vendre.", "La preuve\u00a0: j’ai vendu.",
        "Ce que je vous demande\u00a0: un essai.",
    )  # fmt: skip


@pytest.mark.parametrize(("text", "count"), [("", 0), ("J’ai 19 ans.", 3), ("La preuve : 12 vélos !", 4), ("… — ?", 0)])
def test_words_are_what_can_be_said(text, count):
    assert words(text) == count


@pytest.mark.parametrize(("counts", "seconds"), [([130], 60), ([1], 5), ([40], 20), ([65, 130, 900], 60), ([130, 260], 90)])
def test_a_length_is_the_median_at_130_words_a_minute_to_the_nearest_five_seconds(counts, seconds):
    assert seconds_to_say(counts) == seconds


@pytest.mark.parametrize(("fields", "because"), [
    ({"sentences": TWO[:1]}, "sentences"),
    ({"sentences": [{"key": f"k{number}", "start": f"Phrase {number}"} for number in range(9)]}, "sentences"),
    ({"sentences": [TWO[0], {**TWO[1], "key": "a"}]}, "même identifiant"),
    ({"sentences": [TWO[0], {**TWO[1], "start": "je suis"}]}, "écrit deux fois"),
    ({"sentences": [TWO[0], {**TWO[1], "start": "… :"}]}, "que de la ponctuation"),
    ({"sentences": [TWO[0], {**TWO[1], "examples": ["un stage", "Un stage"]}]}, "deux fois"),
    ({"sentences": [TWO[0], {**TWO[1], "examples": ["a" * 41]}], "max_length": 40}, "dépasse 40 lettres"),
    ({"sentences": [TWO[0], {**TWO[1], "key": "Ma clé"}]}, "key"),
    ({"seconds": 19}, "seconds"),
    ({"seconds": 181}, "seconds"),
    ({"max_length": 301}, "max_length"),
    ({"grade": True}, "grade"),
])
def test_a_specification_that_could_not_be_played_is_refused(fields, because):
    with pytest.raises(ValidationError, match=because):
        spec(**fields)


def test_one_minute_is_the_usual_length():
    assert spec().seconds == 60


@pytest.mark.parametrize(("answers", "said"), [
    ([], "Personne n’a encore écrit sa présentation."),
    ([{}], "Une présentation est prête. Durée\u00a0: environ 10 secondes à voix haute."),
    ([{"hardest": PROOF}, {"hardest": PROOF}, {"hardest": CAN}],
     "3 présentations sont prêtes. Durée\u00a0: environ 10 secondes à voix haute. La phrase la plus difficile à dire\u00a0: «\u00a0La preuve\u00a0»."),
    ([{"hardest": PROOF}, {"hardest": CAN}],
     "2 présentations sont prêtes. Durée\u00a0: environ 10 secondes à voix haute. La phrase la plus souvent laissée vide\u00a0: «\u00a0Ce que je vous demande\u00a0»."),
    ([{"said": {ASKS: "un essai"}}, {}], "2 présentations sont prêtes. Durée\u00a0: environ 10 secondes à voix haute."),
])
def test_the_sentence_tells_how_many_are_ready_how_long_and_what_to_work_on(answers, said):
    assert story(*[read({**answer, "said": SAID | answer.get("said", {})}) for answer in answers]).sentence == said


def test_the_figures_count_the_sentences_written_and_those_that_are_hard():
    told = story(with_said(demande="un essai"), read({"said": SAID, "hardest": PROOF}))

    written, hard = told.figures
    assert written == Bars("Phrases écrites", tuple(
        Bar(label, count) for label, count in
        [("Bonjour, je m’appelle", 2), ("Je cherche", 2), ("Ce que je sais faire", 2), ("La preuve", 2), ("Ce que je vous demande", 1)]
    ), 2, "personne")  # fmt: skip
    assert hard == Bars("Difficiles à dire", (Bar("La preuve", 1),), 2, "personne")
    assert told.takeaway.endswith("Durée calculée pour 130 mots par minute\u00a0: un rythme calme.")


@given(st.lists(st.text("zy ", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=5))
def test_not_a_word_of_a_text_ever_reaches_the_room_or_stands_beside_a_name(texts):
    answers = [with_said(**{PROOF: f"zzy{text}", ASKS: f"yyz{text}"}) for text in texts]

    assert "zzy" not in repr(story(*answers))
    assert "yyz" not in repr(story(*answers))
    assert {EXERCISE.in_words(SPECIFICATION, answer) for answer in answers} == {"Présentation écrite"}
    assert EXERCISE.is_private
    assert EXERCISE.texts is None


def test_nobody_is_ever_graded():
    assert EXERCISE.grade is None
    assert EXERCISE.measure is None
    assert EXERCISE.shelf == "making"


def test_the_text_is_kept_a_sentence_a_line_and_a_new_one_takes_its_place():
    first, second = (EXERCISE.keeping.keep(SPECIFICATION, answer) for answer in (with_said(), with_said(nom="Lou")))

    assert EXERCISE.keeping.label == "Ma présentation"
    assert first == (Keepsake("pitch", "En une minute", with_said().lines(SPECIFICATION.starts)),)
    assert second[0].key == first[0].key
    assert second[0].lines[0] == "Bonjour, je m’appelle Lou."


@pytest.mark.parametrize(("seconds", "title"), [(60, "En une minute"), (120, "En 2 minutes"), (45, "En 45 secondes"), (90, "En 90 secondes")])
def test_what_is_kept_bears_its_time(seconds, title):
    specification = spec(seconds=seconds)

    assert EXERCISE.keeping.keep(specification, read({"said": {"a": "Lou", "b": "un stage"}}, specification))[0].title == title


@pytest.mark.parametrize("mine", [None, {"said": SAID}, {"said": {**SAID, ASKS: "un essai"}, "hardest": PROOF}])
def test_the_plain_form_has_every_sentence_and_brings_back_what_was_sent(mine):
    answer = mine and read(mine)
    form = macros("pitch", "phone.html").form(EXERCISE.public(SPECIFICATION), answer)

    assert names(form) == {"hardest", *(f"said.{key}" for key in SPECIFICATION.starts)}
    assert answer is None or read(nest(sent(form))) == answer
    assert f'maxlength="{SPECIFICATION.max_length}"' in form


def test_a_script_that_is_typed_is_shown_as_text():
    answer, phone = with_said(**{PROOF: SCRIPT}), macros("pitch", "phone.html")

    for html in (phone.form(EXERCISE.public(SPECIFICATION), answer), phone.result(SPECIFICATION, answer, None)):
        assert SCRIPT not in html
        assert "&lt;script&gt;" in html


def test_the_form_says_what_not_to_write_and_who_sees_the_text():
    form = str(macros("pitch", "phone.html").form(EXERCISE.public(SPECIFICATION), None))

    assert "Ton prénom suffit\u00a0: pas de nom de famille, pas de numéro, rien sur ta santé ou ta famille." in form
    assert "ni l’écran ni le bilan ne le montrent" in form


def test_the_screen_shows_the_beginnings_and_nothing_else_of_a_text():
    screen = str(macros("pitch", "screen.html").asking(EXERCISE.public(SPECIFICATION)))

    assert all(f"<li>{one.start}</li>" in screen for one in SPECIFICATION.sentences)


@given(st.integers(0, 3), st.integers(40, 300), st.randoms(use_true_random=False))
def test_a_rehearsed_presentation_is_always_taken_whatever_the_author_asks(optional, max_length, random):
    sentences = [{"key": f"k{number}", "start": f"Phrase {number}", "optional": number < optional, "examples": ["a" * 40, "b" * 40]} for number in range(3)]
    specification = spec(sentences=sentences, max_length=max_length)

    imagined = EXERCISE.imagine(specification, random)

    assert read(imagined.model_dump(mode="json"), specification) == imagined


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_answers_never_matters(random):
    answers = [EXERCISE.imagine(SPECIFICATION, Random(seed)) for seed in range(30)]
    told = story(*answers)
    random.shuffle(answers)

    assert story(*answers) == told
