"""What is wrong in a document: in its text, or on a picture of it."""

import base64
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of
from workshop.exercises.spotting import EXERCISE
from workshop.exercises.spotting.cutting import cut
from workshop.figures import compared, in_words

from .plain_form import EXERCISES, macros, sent

LETTERS = "abcdefgh"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100"/></svg>'


def letter(wrong, letters=LETTERS, **fields):
    """Return a document of one passage a line, of which those in `wrong` are faults."""
    passages = [{"text": f"[{key}]", "wrong": key in wrong, "clue": f"l’indice {key}" if key in wrong else ""} for key in letters]
    text = "\n".join(f"Ligne [{key}] fin." for key in letters)
    return EXERCISE.Specification.model_validate({"prompt": "Touche.", "text": text, "passages": passages, "aim": "l’arnaque", **fields})


def drawn(**fields):
    zones = [{"label": f"zone {key}", "x": 10, "y": 20 * place, "width": 50, "height": 15, "wrong": key == "b"} for place, key in enumerate("abc")]
    picture = {"image": SVG, "description": "Une affiche.", "width": 100, "height": 100}
    return EXERCISE.Specification.model_validate({"prompt": "Touche.", "picture": picture, "zones": zones, **fields})


FOUR = letter("abcd")
PICTURE = EXERCISE.Specification.model_validate(yaml.safe_load((EXERCISES / "spotting" / "sample-picture.yaml").read_text(encoding="utf-8"))["specification"])


def touched(keys, specification=FOUR):
    ids = {spot.shown: spot.id for spot in specification.spots}
    return EXERCISE.Answer(touched=tuple(ids[f"[{key}]"] for key in keys))


def told(specification, *answers):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [touched(keys, specification) for keys in answers]))


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


SETS = st.sets(st.sampled_from(LETTERS), min_size=1).map(sorted).map("".join)
FAULTS = st.sets(st.sampled_from(LETTERS), min_size=1, max_size=6).map(sorted).map("".join)


@pytest.mark.parametrize(("keys", "expected"), [
    ("abcd", 1), ("abc", 0.75), ("a", 0.25), ("abcde", 0.75), ("abce", 0.5), ("ae", 0), ("e", 0), ("efgh", 0), ("abcdefgh", 0),
])
def test_the_score_is_hits_less_false_alarms_over_the_faults(keys, expected):
    assert EXERCISE.grade(FOUR, touched(keys)).score == expected


@given(FAULTS, SETS)
def test_a_score_lies_between_0_and_1_and_is_1_only_for_exactly_the_faults(faults, keys):
    specification = letter(faults)
    score = EXERCISE.grade(specification, touched(keys, specification)).score

    assert 0 <= score <= 1
    assert (score == 1) == (keys == faults)


@given(FAULTS, FAULTS)
def test_which_places_are_wrong_changes_nothing_of_what_a_phone_may_know(faults, others):
    assert EXERCISE.public(letter(faults)) == EXERCISE.public(letter(others))


@pytest.mark.parametrize("specification", [sample_of(exercise_type("spotting")).specification, PICTURE], ids=["text", "picture"])
def test_neither_clues_nor_explanations_nor_what_is_wrong_leave_before_the_reveal(specification):
    public = json.dumps(EXERCISE.public(specification), ensure_ascii=False)

    assert not any(spot.explanation in public or (spot.clue and spot.clue in public) for spot in specification.spots)
    assert "wrong" not in public


def test_the_zones_of_a_picture_come_in_the_order_of_reading_whatever_the_author_s():
    zones = [{"label": name, "x": x, "y": y, "width": 10, "height": 10, "wrong": name == "bas"} for name, x, y in (("bas", 0, 50), ("droite", 50, 0), ("gauche", 0, 0))]

    assert [zone["label"] for zone in EXERCISE.public(drawn(zones=zones))["zones"]] == ["gauche", "droite", "bas"]


@pytest.mark.parametrize(("raw", "because"), [
    ({"touched": ["i0000000"]}, "ne fait pas partie"),
    ({"touched": ["[a]"]}, "ne fait pas partie"),
    ({"touched": [FOUR.spots[0].id] * 2}, "deux fois"),
    ({"touched": []}, "Choisis"),
    ({"touched": ["i" * 21]}, "trop longue"),
    ({"touched": [f"i{number}" for number in range(21)]}, "trop d’éléments"),
    ({"touched": FOUR.spots[0].id}, "ne va pas"),
    ({"touched": [1]}, "ne va pas"),
    ({"touched": [FOUR.spots[0].id], "score": 1}, "ne va pas"),
    ({}, "manque"),
    ([], "ne va pas"),
], ids=lambda case: repr(case)[:40])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, FOUR, raw)


@pytest.mark.parametrize(("make", "because"), [
    (lambda: letter(""), "0 endroits ne vont pas"),
    (lambda: letter("abcdefg"), "7 endroits ne vont pas"),
    (lambda: letter("ab", "ab"), "tout est à repérer"),
    (lambda: letter("a", text=""), "un texte ou une image"),
    (lambda: drawn(text="Bonjour"), "un texte ou une image"),
    (lambda: drawn(passages=[{"text": "x"}]), "une image a des zones"),
    (lambda: letter("a", text="Ligne [a] fin."), "n’est pas dans le texte"),
    (lambda: letter("a", "ab", text="[a] [a] [b]"), "y est 2 fois"),
    (lambda: letter("a", text="abc", passages=[{"text": "ab", "wrong": True}, {"text": "bc"}]), "se chevauchent"),
    (lambda: letter("a", text="a\nb", passages=[{"text": "a\nb", "wrong": True}, {"text": "b"}]), "plusieurs lignes"),
    (lambda: drawn(zones=[{"label": "x", "x": 90, "y": 0, "width": 20, "height": 5, "wrong": True}, {"label": "y", "x": 0, "y": 0, "width": 9, "height": 9}]), "sort de l’image"),
    (lambda: drawn(zones=[{"label": "x", "x": 0, "y": 0, "width": 9, "height": 9, "wrong": wrong} for wrong in (True, False)]), "deux fois"),
], ids=range(12))
def test_an_author_s_mistake_names_what_is_wrong(make, because):
    with pytest.raises(ValidationError) as refused:
        make()

    assert because in plain(str(refused.value))


@pytest.mark.parametrize("image", ["photo.png", "https://example.org/a.png", "<svg><rect/></svg>", "data:text/html;base64,PHA+", "javascript:alert(1)", "data:image/png;base64,<b>"])
def test_only_an_image_that_travels_with_the_workshop_is_taken(image):
    with pytest.raises(ValidationError, match="ni un dessin SVG"):
        drawn(picture={"image": image, "description": "Une affiche.", "width": 100, "height": 100})


def test_a_drawing_is_sent_as_an_image_and_a_ready_made_one_as_it_is():
    png = "data:image/png;base64,iVBO\n  Rw0KGgo="
    ready = drawn(picture={"image": png, "description": "Une affiche.", "width": 100, "height": 100})

    assert base64.b64decode(EXERCISE.public(drawn())["picture"]["address"].split(",")[1]).decode() == SVG
    assert EXERCISE.public(ready)["picture"]["address"] == "data:image/png;base64,iVBORw0KGgo="


@given(FAULTS)
def test_the_pieces_of_a_line_joined_again_are_the_line(faults):
    specification = letter(faults)

    assert "\n".join("".join(piece.text for piece in line) for line in cut(specification.text, specification.passages)) == specification.text


def test_a_passage_takes_the_signs_that_close_it_with_it():
    specification = letter("a", text="Payez [a]\u202f! Lieu\u00a0: [b].", passages=[{"text": "[a]", "wrong": True}, {"text": "[b]"}])

    assert [piece["text"] for piece in EXERCISE.public(specification)["lines"][0]] == ["Payez ", "[a]\u202f!", " Lieu\u00a0: ", "[b]."]


def test_a_line_without_a_passage_is_shown_as_it_is_and_an_empty_one_is_left_out():
    specification = letter("a", text="Bonjour,\n\nPayez [a].\nMerci [b]", passages=[{"text": "[a]", "wrong": True}, {"text": "[b]"}])

    assert [[piece["text"] for piece in line] for line in EXERCISE.public(specification)["lines"]] == [["Bonjour,"], ["Payez ", "[a]."], ["Merci ", "[b]"]]


def test_a_passage_takes_nothing_of_the_next_one():
    specification = letter("a", text="[a]... fin", passages=[{"text": "[a]", "wrong": True}, {"text": "... fin"}])

    assert [piece["text"] for piece in EXERCISE.public(specification)["lines"][0]] == ["[a]", "... fin"]


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a répondu. Il y avait 4 indices à voir."),
    (["abe"], "Une seule réponse : 2 indices vus sur 4."),
    (["e"], "Une seule réponse : 0 indice vu sur 4."),
    (["abcd", "abcd"], "Tout le monde a repéré l’arnaque et vu tous les indices."),
    (["abcd", "bcd", "a"], "2 sur 3 ont repéré l’arnaque."),
    (["abc", "abcd", "a"], "2 sur 3 ont repéré l’arnaque. L’indice le plus manqué : l’indice d."),
    (["abd", "abd", "ef"], "2 sur 3 ont repéré l’arnaque. L’indice le plus manqué : l’indice c."),
    (["ab", "e"], "1 sur 2 a repéré l’arnaque. Un des indices les plus manqués : l’indice c."),
    (["ae", "bf", "b"], "C’était difficile : personne n’a repéré l’arnaque. Un des indices les plus manqués : l’indice c."),
    (["abcd", "abc"], "Tout le monde a repéré l’arnaque. L’indice le plus manqué : l’indice d."),
])
def test_the_sentence_says_who_caught_it_and_which_clue_is_missed_most(answers, sentence):
    assert plain(told(FOUR, *answers).sentence) == sentence


def test_a_single_clue_is_not_called_the_most_missed():
    assert plain(told(letter("a"), "a", "b").sentence) == "1 sur 2 a repéré l’arnaque."


def test_the_figure_is_the_document_with_how_many_touched_each_place():
    (figure,) = told(FOUR, "abe", "bcef", "befg").figures

    assert ["".join(mark.text for mark in line) for line in figure.lines] == [f"Ligne [{key}] fin." for key in LETTERS]
    assert [(mark.text, mark.count, mark.is_right) for mark in figure.counted] == [
        ("[a]", 1, True), ("[b]", 3, True), ("[c]", 1, True), ("[d]", 0, True), ("[e]", 3, False), ("[f]", 2, False), ("[g]", 1, False), ("[h]", 0, False),
    ]  # fmt: skip
    assert figure.total == 3


def test_in_words_come_the_clues_from_the_most_to_the_least_seen_then_the_false_alarms():
    (figure,) = told(FOUR, "abe", "bcef", "befg").figures

    assert plain(in_words(figure)) == (
        "l’indice b ✓ (nombre 3) ; l’indice a ✓ (nombre 1) ; l’indice c ✓ (nombre 1) ; l’indice d ✓ (nombre 0) ; "
        "sans problème : « [e] » (nombre 3) ; sans problème : « [f] » (nombre 2) ; sans problème : « [g] » (nombre 1)."
    )


def test_a_second_round_stands_beside_the_first():
    (figure,) = compared(told(FOUR, "abcd", "abc").figures, told(FOUR, "a", "e").figures)

    assert [(mark.before, mark.count) for mark in figure.counted] == [(1, 2), (0, 2), (0, 2), (0, 1), (1, 0), (0, 0), (0, 0), (0, 0)]


def test_on_a_picture_each_zone_has_its_place_and_its_count():
    answer = EXERCISE.Answer(touched=(PICTURE.faults[0].id,))
    (figure,) = EXERCISE.tell(PICTURE, EXERCISE.summarise(PICTURE, [answer])).figures

    assert [(mark.text, mark.box) for mark in figure.counted] == [(zone.label, (zone.x, zone.y, zone.width, zone.height)) for zone in PICTURE.spots]
    assert [mark.count for mark in figure.counted if mark.is_right] == [1, 0, 0, 0]
    assert (figure.picture, figure.width) == (PICTURE.picture.address, 600)


@given(st.lists(SETS, max_size=20).flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing_and_no_count_exceeds_the_room(case):
    answers, others = case

    assert told(FOUR, *answers) == told(FOUR, *others)
    assert all(0 <= mark.count <= len(answers) for mark in told(FOUR, *answers).figures[0].counted)


def test_each_is_told_what_counts():
    assert EXERCISE.grade(FOUR, touched("abef")).explanation == "Tu as vu 2 indices sur 4. Tu as aussi touché 2 endroits sans problème."
    assert EXERCISE.grade(FOUR, touched("a")).explanation == "Tu as vu 1 indice sur 4."


def test_one_person_s_answer_is_told_in_the_order_of_reading():
    assert EXERCISE.in_words(FOUR, touched("ca")) == "[a]\u202f; [c]"


def test_a_picture_is_answered_by_a_list_of_its_zones_in_words_under_the_letters_of_the_drawing():
    answer = EXERCISE.Answer(touched=tuple(spot.id for spot in PICTURE.faults))
    form = str(macros("spotting", "phone.html").form(EXERCISE.public(PICTURE), answer))

    assert read_answer(EXERCISE, PICTURE, nest(sent(form))) == answer
    assert form.count('class="spotting-zone"') == form.count('type="checkbox"') == len(PICTURE.zones)
    assert f'aria-label="{PICTURE.picture.description}"' in form


def test_the_result_on_a_picture_shows_only_what_is_wrong_under_the_letters_it_had():
    result = str(macros("spotting", "phone.html").result(PICTURE, None, None))

    assert result.count('class="spotting-zone"') == len(PICTURE.faults)
    assert [f">{mark}</text>" in result for mark in "ABCDEFG"] == [spot.wrong for spot in PICTURE.spots]


def test_the_screen_shows_the_picture_with_all_its_zones():
    asking = str(macros("spotting", "screen.html").asking(EXERCISE.public(PICTURE)))

    assert asking.count('class="spotting-zone"') == len(PICTURE.zones)
    assert all(zone.label in asking for zone in PICTURE.zones)
