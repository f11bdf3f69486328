import pytest

from tests.workshop.authoring.forms import as_json, each_type
from workshop.authoring.drafts import draft_of
from workshop.authoring.moves import most_rows, moved
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
