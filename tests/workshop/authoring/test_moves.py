import pytest

from tests.workshop.authoring.forms import as_json, each_type
from workshop.authoring.drafts import draft_of
from workshop.authoring.moves import grown, most_rows, moved
from workshop.authoring.shapes import Rows
from workshop.authoring.shaping import shape_of
from workshop.exercises.registry import exercise_type


@pytest.fixture
def whole():
    return shape_of(exercise_type("scenario"))


@pytest.fixture
def draft(whole):
    return draft_of(whole, as_json(exercise_type("scenario")))


def titles(draft):
    return [row["title"] for row in draft["situations"]]


def test_a_row_goes_up_and_down_and_away_with_all_that_is_in_it(whole, draft):
    first, second, third = titles(draft)

    draft, focus = moved(whole, draft, "down:situations.0")
    assert (titles(draft), focus) == ([second, first, third], "situations.1")
    draft, focus = moved(whole, draft, "up:situations.2")
    assert (titles(draft), focus) == ([second, third, first], "situations.1")
    draft, focus = moved(whole, draft, "remove:situations.2")
    assert (titles(draft), focus) == ([second, third], "situations.1")


def test_the_first_row_stays_first_and_the_last_one_last(whole, draft):
    before = titles(draft)

    assert titles(moved(whole, draft, "up:situations.0")[0]) == before
    assert titles(moved(whole, draft, "down:situations.2")[0]) == before


def test_a_row_is_added_two_levels_deep_and_has_the_focus(whole, draft):
    count = len(draft["situations"][1]["choices"])

    draft, focus = moved(whole, draft, "add:situations.1.choices")

    assert len(draft["situations"][1]["choices"]) == count + 1
    assert focus == f"situations.1.choices.{count}"


def test_when_the_last_row_goes_the_list_itself_is_gone_on_with(whole, draft):
    while draft["endings"]:
        draft, focus = moved(whole, draft, "remove:endings.0")

    assert focus == "endings"


@each_type
def test_no_list_grows_beyond_what_the_specification_takes(exercise):
    whole = shape_of(exercise)
    draft = draft_of(whole, as_json(exercise))

    for shape in (shape for shape in whole.fields if isinstance(shape, Rows)):
        for _ in range(60):
            draft, _focus = moved(whole, draft, f"add:{shape.name}")
        assert len(draft[shape.name]) == most_rows(shape)


def test_where_a_choice_leads_to_a_new_row_it_is_added_and_gone_on_with(whole, draft):
    count = len(draft["endings"])
    draft["situations"][0]["choices"][1]["next"] = "+endings"

    draft, focus = grown(whole, draft)

    assert (len(draft["endings"]), focus) == (count + 1, f"endings.{count}")
    assert draft["situations"][0]["choices"][1]["next"] == draft["endings"][count]["key"] != ""


@pytest.mark.parametrize("asked", ["+", "+unknown", "+takeaway", "+situations.0.choices"])
def test_no_row_is_added_to_what_is_no_list_to_lead_to(whole, draft, asked):
    draft["situations"][0]["choices"][0]["next"] = asked
    counts = {name: len(draft[name]) for name in ("situations", "endings")}

    draft, focus = grown(whole, draft)

    assert {name: len(draft[name]) for name in counts} == counts
    assert (draft["situations"][0]["choices"][0]["next"], focus) == ("", "")


def test_a_full_list_takes_no_new_row_to_lead_to(whole, draft):
    while len(draft["endings"]) < most_rows(whole.field("endings")):
        draft, _focus = moved(whole, draft, "add:endings")
    draft["situations"][0]["choices"][0]["next"] = "+endings"

    assert grown(whole, draft)[1] == ""
    assert len(draft["endings"]) == most_rows(whole.field("endings"))


def test_a_picture_is_taken_out(whole, draft):
    draft["situations"][0]["picture"] |= {"image": "data:image/png;base64,AA==", "description": "Un bus"}

    draft, focus = moved(whole, draft, "clear:situations.0.picture")

    assert draft["situations"][0]["picture"] == {"image": "", "description": "", "width": "", "height": ""}
    assert focus == "situations.0.picture"


@pytest.mark.parametrize("command", [
    "", "look", "add:", "add:prompt", "add:unknown", "add:situations.9.choices", "add:situations.x.choices", "add:situations.0", "remove:situations",
    "remove:situations.9", "remove:situations.-1", "remove:.", "up:situations.99999999999", "clear:", "clear:prompt", "clear:situations.9.picture", "clear:a.b.c.d",
])  # fmt: skip
def test_a_command_that_means_nothing_changes_nothing(whole, draft, command):
    before = draft_of(whole, as_json(exercise_type("scenario")))

    assert moved(whole, draft, command) == (before, "")
