import copy
import re

import pytest

from tests.workshop.authoring.forms import as_json, each_type, made_of, sample
from workshop.authoring.drafts import MOST_ROWS, blank, draft_of, read_draft
from workshop.authoring.making import make
from workshop.authoring.shaping import shape_of
from workshop.exercises.registry import exercise_type, start_of

HOSTILE = ["<script>alert(1)</script>", "x" * 200_000, " " * 200_000 + "x", "1e999", "-9" * 400, "\x00\u2028\ud800", "٣", "{{fact:x}}", "../../etc", "é\n" * 3000]


def as_sent(draft, above=""):
    """Return the names and values that a browser would send."""
    sent = {}
    for name, value in draft.items():
        if isinstance(value, bool):
            sent |= {above + name: "1"} if value else {}
        elif isinstance(value, dict):
            sent |= as_sent(value, f"{above}{name}.")
        elif isinstance(value, list):
            for number, row in enumerate(value):
                sent |= as_sent(row, f"{above}{name}.{number}.")
        else:
            sent[above + name] = value.replace("\n", "\r\n")
    return sent


@each_type
def test_the_sample_comes_back_from_the_form_as_it_was(exercise):
    whole = shape_of(exercise)
    sent = as_sent(draft_of(whole, as_json(exercise)))

    made = make(exercise, whole, read_draft(whole, sent))

    assert made.problems == {}
    assert made.specification == sample(exercise)


@each_type
def test_an_empty_form_tells_in_french_what_is_missing_at_each_field(exercise):
    whole = shape_of(exercise)

    made = make(exercise, whole, blank(whole))

    assert made.specification is None
    assert made.problems["prompt"] == "Écrivez quelque chose ici."
    required = {shape.name for shape in whole.fields if shape.is_required}
    assert {name.split(".")[0] for name in made.problems} == required


@each_type
def test_whatever_is_typed_in_a_field_is_taken_or_told(exercise):
    whole = shape_of(exercise)
    sent = as_sent(draft_of(whole, as_json(exercise)))

    for name in sent:
        for typed in HOSTILE:
            made = make(exercise, whole, read_draft(whole, sent | {name: typed}))
            assert (made.specification is None) == bool(made.problems)
            assert all(not told[0].islower() and told.endswith((".", "!", "?", "»")) for told in made.problems.values())


@each_type
def test_every_field_at_every_depth_has_a_french_title(exercise):
    def names(shapes):
        for shape in shapes:
            yield from [shape.name] if shape.title == shape.name else []
            yield from names(getattr(shape, "fields", ()))
            yield from names(shape.row.fields if shape.kind == "rows" else ())

    assert list(names(shape_of(exercise).fields)) == []


def test_names_that_the_form_does_not_have_are_not_looked_at():
    whole = shape_of(exercise_type("choice"))

    draft = read_draft(whole, {"unknown": "1", "options.0.unknown": "1", "options.x.label": "1", "options.-1.label": "1", "options.99999.label": "1"})

    assert set(draft) == {"prompt", "options", "multiple", "takeaway"}
    assert [set(row) for row in draft["options"]] == [{"key", "label", "picture", "right", "explanation"}]


def test_a_form_never_has_more_rows_than_anybody_needs():
    whole = shape_of(exercise_type("choice"))

    assert len(read_draft(whole, {f"options.{number}.label": "x" for number in range(5000)})["options"]) == MOST_ROWS


def test_empty_rows_do_not_count_and_problems_stand_at_the_row_that_was_typed():
    whole = shape_of(exercise_type("choice"))
    draft = blank(whole) | {"prompt": "Que fais-tu ?"}
    draft["options"] = [copy.deepcopy(draft["options"][0]) for _ in range(4)]
    draft["options"][1] |= {"label": "Rien", "key": "x"}
    draft["options"][3] |= {"label": "y" * 200, "right": True, "key": "y"}

    made = make(exercise_type("choice"), whole, draft)

    assert made.problems == {"options.3.label": "C’est trop long (200 lettres). Restez à 120 au plus."}


def test_an_author_never_writes_a_key():
    whole = shape_of(exercise_type("sorting"))

    draft = read_draft(whole, {"categories.0.label": "Oui", "categories.1.label": "Non", "categories.1.key": "<b>", "items.0.label": "x"})

    assert [row["key"] for row in draft["categories"]] == ["a", "b"]


def test_keys_that_are_there_already_stay_and_new_ones_differ_in_the_whole_form():
    whole = shape_of(exercise_type("scenario"))

    draft = read_draft(whole, {"situations.0.key": "bus", "situations.1.key": "", "endings.0.key": "a", "endings.1.key": "a"})

    keys = [row["key"] for name in ("situations", "endings") for row in draft[name]]
    assert keys[0] == "bus"
    assert keys[2] == "a"
    assert len(set(keys)) == 4


@pytest.mark.parametrize(("typed", "kept"), [("12,5", 12.5), ("1 867,02", 1867.02), ("1\u202f867", 1867), ("−3", -3), (" 48 ", 48)])
def test_a_number_is_read_as_french_people_write_it(typed, kept):
    changes = {"minimum": "-10", "maximum": "2000", "tolerance": "0", "step": "1"}

    assert made_of("estimate", right=typed, **changes).specification.right == kept


def test_french_spaces_and_apostrophes_are_set():
    assert made_of("mood", prompt="C'est l'heure ?").specification.prompt == "C’est l’heure\u202f?"


@each_type
def test_what_the_form_begins_with_lacks_only_what_the_author_alone_can_say(exercise):
    whole, start = shape_of(exercise), start_of(exercise)
    draft = blank(whole, start)

    made = make(exercise, whole, draft)

    assert {shape.name for shape in whole.fields} >= start.keys()
    assert draft == blank(whole) or start
    assert not [told for told in made.problems.values() if not re.match("Écrivez |Choisissez |Il en faut au moins|Donnez un texte ou une image", told)]


@pytest.mark.parametrize("name", ["mood", "feedback", "interests", "teams", "draw", "pause", "questions", "commitment", "cv", "strengths", "network", "pitch"])
def test_a_type_with_usual_values_is_ready_at_once(name):
    exercise = exercise_type(name)

    assert make(exercise, shape_of(exercise), blank(shape_of(exercise), start_of(exercise))).problems == {}


def test_amounts_one_a_line_are_read_as_french_people_write_them():
    rows = as_json(exercise_type("budget"))["surprises"]
    ways = [{"label": "Payer", "amounts": "−80"}, {"label": "Attendre", "amounts": "-21,5\n\n− 21,50"}]
    made = made_of("budget", surprises=[{**rows[0], "text": "", "amount": "", "ways": ways}, *draft_of(shape_of(exercise_type("budget")), {"surprises": rows})["surprises"][1:]])

    assert [way.amounts for way in made.specification.surprises[0].ways] == [(-80,), (-21.5, -21.5)]


def test_a_picture_that_is_only_described_is_told_to_be_missing():
    made = made_of("slide", picture={"image": "", "description": "Un bus", "width": "", "height": ""})

    assert "picture.image" in made.problems
