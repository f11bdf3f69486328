"""What an author sees beside the form is what a room would see, and before the reveal no more than that."""

import html
import json
import re

import pytest

from app import create_app
from tests.application import close_app
from workshop.config import read_settings
from workshop.exercises.registry import exercise_types, sample_of

TYPES = list(exercise_types().values())


def each(types):
    return pytest.mark.parametrize("exercise", types, ids=lambda exercise: exercise.name)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview")
    given = {"TREMPLIN_DATA_DIR": str(folder), "TREMPLIN_DATABASE_URL": f"sqlite:///{folder}/t.sqlite3", "TREMPLIN_HOST": "127.0.0.1"}
    app = create_app(read_settings(given))
    with app.test_request_context("/"):
        yield lambda exercise: app.extensions["tremplin"].preview(exercise, sample_of(exercise).specification)
    close_app(app)


def texts(value) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) else []


def words(page: str) -> str:
    """Return everything that the source of the page tells, on one line and with ordinary spaces."""
    return " ".join(html.unescape(page).split())


@each(TYPES)
def test_phone_and_screen_are_drawn_and_stay_the_same(preview, exercise):
    seen = preview(exercise)

    assert 'class="moment"' in seen.asking.phone
    assert words(sample_of(exercise).specification.prompt) in words(seen.asking.phone)
    assert 'class="page"' in seen.asking.screen
    assert preview(exercise) == seen


@each([exercise for exercise in TYPES if exercise.is_answerable and exercise.reveals])
def test_the_result_shows_a_room_that_has_answered(preview, exercise):
    result = preview(exercise).result

    assert 'data-moment="result"' in result.phone
    assert re.search(r"<b data-answered>[1-9]", result.screen)
    assert "Tu n’as pas répondu" not in result.phone


@each([exercise for exercise in TYPES if exercise.dealing is None])
def test_before_the_reveal_nothing_is_shown_that_the_type_keeps_to_itself(preview, exercise):
    """Held text by text: whatever the author wrote and the type does not make public."""
    specification, asking = sample_of(exercise).specification, preview(exercise).asking
    public = words(json.dumps(exercise.public_to(specification, None), ensure_ascii=False))
    kept = {words(text) for text in texts(specification.model_dump(mode="json")) if len(text) > 12}
    secret = {text for text in kept if text not in public and json.dumps(text, ensure_ascii=False)[1:-1] not in public}

    assert bool(secret) or exercise.grade is None
    assert [text for text in secret if text in words(asking.phone) or text in words(asking.screen)] == []


@each([exercise for exercise in TYPES if exercise.dealing])
def test_what_is_dealt_out_is_seen_from_one_place(preview, exercise):
    asking = preview(exercise).asking

    assert "data-seat" in asking.phone
    assert 'class="dealt"' in asking.screen


def test_points_begin_with_the_first_and_end_with_all(preview):
    exercise = next(exercise for exercise in TYPES if exercise.points)
    specification = sample_of(exercise).specification
    first, *_, last = specification.points

    seen = preview(exercise)

    assert words(first) in words(seen.asking.screen)
    assert words(last) not in words(seen.asking.phone)
    assert seen.asking.screen != seen.result.screen
    assert words(last) in words(seen.result.screen)
    assert words(last) in words(seen.result.phone)


def test_what_only_counts_down_has_nothing_after(preview):
    exercise = next(exercise for exercise in TYPES if exercise.seconds)

    assert preview(exercise).result is None
