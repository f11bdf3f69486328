"""Something bad in any one place of a good answer, whatever the type: too large by far, of the wrong kind, doubled, or a script."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_types, sample_of

from .plain_form import macros

ANSWERABLE = [exercise for exercise in exercise_types().values() if exercise.is_answerable]
TEN_MEGABYTES = "a" * 10_000_000
SCRIPT = "<script>alert(1)</script>"
UNKNOWN = "zzz-inconnu"
FREE_TEXTS = {
    "brainstorm": {"ideas"}, "cloud": {"words"}, "commitment": {"own", "help_with"}, "cv": {"own", "own_lines"}, "feedback": {"keep", "unclear"},
    "pitch": {"said"}, "questions": {"questions"}, "strengths": {"proofs"}, "text": {"text"},
}  # fmt: skip
"""Where somebody writes what she likes, by type; everything else is chosen among what is offered."""
Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield where a text, a number or a tick stands in the answer."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    elif value is not None:
        yield path


def at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def with_bad(raw: dict, path: Path, bad: Any) -> dict:
    """Return a copy of the answer with `bad` at that place."""
    copy = json.loads(json.dumps(raw))
    at(copy, path[:-1])[path[-1]] = bad
    return copy


def answers(exercise) -> Iterator[dict]:
    return (json.loads(answer.model_dump_json()) for answer in sample_of(exercise).answers)


def each_leaf(exercise) -> Iterator[tuple[dict, Path]]:
    return ((raw, path) for raw in answers(exercise) for path in leaves(raw))


def every_type(test):
    return pytest.mark.parametrize("exercise", ANSWERABLE, ids=lambda exercise: exercise.name)(test)


@every_type
@pytest.mark.parametrize("bad", [TEN_MEGABYTES, {"a": {"b": 1}}, [[1]], 10**400], ids=["ten megabytes", "a mapping", "a list", "a number"])
def test_what_cannot_stand_there_is_refused_with_a_reason(exercise, bad):
    for raw, path in each_leaf(exercise):
        with pytest.raises(AnswerRefused) as refused:
            read_answer(exercise, sample_of(exercise).specification, with_bad(raw, path, bad))
        assert 0 < len(str(refused.value)) < 500


@every_type
def test_a_script_is_refused_or_is_a_text_that_is_drawn_as_text(exercise):
    specification, phone = sample_of(exercise).specification, macros(exercise.name, "phone.html")

    for raw, path in each_leaf(exercise):
        try:
            answer = read_answer(exercise, specification, with_bad(raw, path, SCRIPT))
        except AnswerRefused as refused:
            assert SCRIPT not in str(refused)
            continue
        assert SCRIPT not in phone.form(exercise.public_to(specification, answer), answer)
        assert SCRIPT not in phone.result(specification, answer, exercise.grade(specification, answer) if exercise.grade else None)


@every_type
def test_what_was_never_offered_is_refused_wherever_one_does_not_write_what_one_likes(exercise):
    specification, free = sample_of(exercise).specification, FREE_TEXTS.get(exercise.name, set())

    chosen = [(raw, path) for raw, path in each_leaf(exercise) if path[0] not in free]
    for bad in [with_bad(raw, path, UNKNOWN) for raw, path in chosen] + [with_unknown_key(raw, path) for raw, path in each_leaf(exercise) if len(path) > 1]:
        if bad is None:
            continue
        with pytest.raises(AnswerRefused):
            read_answer(exercise, specification, bad)


def with_unknown_key(raw: dict, path: Path) -> dict | None:
    """Return a copy in which that entry is given for something that was never asked, or None where it stands in no mapping."""
    if not isinstance(path[-1], str):
        return None
    copy = json.loads(json.dumps(raw))
    entries = at(copy, path[:-1])
    entries[UNKNOWN] = entries.pop(path[-1])
    return copy


@every_type
def test_what_is_ticked_twice_is_refused_or_counts_once(exercise):
    specification = sample_of(exercise).specification

    for raw in answers(exercise):
        for field in [name for name, value in raw.items() if isinstance(value, list) and value]:
            doubled = raw | {field: [*raw[field], raw[field][0]]}
            try:
                answer = read_answer(exercise, specification, doubled)
            except AnswerRefused:
                continue
            assert exercise.summarise(specification, [answer]) == exercise.summarise(specification, [read_answer(exercise, specification, raw)]), field
