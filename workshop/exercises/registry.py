"""Finds the exercise types by walking this folder. No list to edit: a folder with an `EXERCISE` is a type."""

from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from .contract import Answer, AnswerRefused, ExerciseType, Specification
from .reading import read_answer

FOLDER = Path(__file__).parent
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Every sample is read at each start; libyaml is ten times as fast, and is not on every machine."""
ASSETS = ("phone.js", "style.css", "editor.js", "editor.css")
"""The only files of a type's folder that a browser may fetch; a whole folder served as static would serve its solutions."""


class BrokenType(RuntimeError):
    """A type that must not be served: the message names the folder and what is missing or wrong."""


@dataclass(frozen=True)
class Sample:
    """One realistic specification with answers to it: documentation and fixture at once."""

    specification: Specification
    answers: tuple[Answer, ...]
    refused: tuple[tuple[Any, str], ...]
    """Bad answers, as a phone would send them, each with a few words of the reason it must be given."""


@cache
def exercise_types() -> dict[str, ExerciseType]:
    """Return every type by name, checked; raises BrokenType."""
    types = [_load(folder) for folder in sorted(FOLDER.iterdir()) if (folder / "__init__.py").is_file()]
    labels = [exercise.label.casefold() for exercise in types]
    for exercise in types:
        if labels.count(exercise.label.casefold()) > 1:
            raise BrokenType(f"{exercise.name}: another type is also called “{exercise.label}”")
        sample_of(exercise)
    return {exercise.name: exercise for exercise in types}


def exercise_type(name: str) -> ExerciseType:
    """Return the type of that name; raises KeyError."""
    return exercise_types()[name]


@cache
def sample_of(exercise: ExerciseType) -> Sample:
    """Return the type's sample; raises BrokenType where it is absent or does not fit the type's own models."""
    try:
        raw = yaml.load((FOLDER / exercise.name / "sample.yaml").read_text(encoding="utf-8"), FAST)
        specification = exercise.Specification.model_validate(raw["specification"])
        answers = tuple(read_answer(exercise, specification, answer) for answer in raw.get("answers", []))
    except (OSError, KeyError, ValueError) as error:
        raise BrokenType(f"{exercise.name}/sample.yaml: {error}") from error
    refused = tuple((case["answer"], case["because"]) for case in raw.get("refused", []))
    if exercise.is_answerable and (len(answers) < 3 or not refused):
        raise BrokenType(f"{exercise.name}/sample.yaml: needs at least three answers and one refused answer")
    return Sample(specification, answers, refused)


@dataclass(frozen=True)
class Start:
    """A usual form of the type that an author may begin with: its name on the button, and a part of a specification."""

    label: str
    specification: dict[str, Any]


@cache
def starts_of(exercise: ExerciseType) -> dict[str, Start]:
    """Return the other starts of this type by name: `start-NAME.yaml` in its folder, with `label` and `specification`."""
    paths = sorted((FOLDER / exercise.name).glob("start-*.yaml"))
    return {path.stem.removeprefix("start-"): Start(**yaml.load(path.read_text(encoding="utf-8"), FAST)) for path in paths}


@cache
def start_of(exercise: ExerciseType) -> dict[str, Any]:
    """Return what the author's form of this type begins with, as a part of a specification: empty where the type has no `start.yaml`."""
    path = FOLDER / exercise.name / "start.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), FAST) if path.is_file() else {}


def asset_path(name: str, asset: str) -> Path | None:
    """Return the file of an allow-listed asset, or None where the type or the file does not exist."""
    if name not in exercise_types() or asset not in ASSETS:
        return None
    path = FOLDER / name / asset
    return path if path.is_file() else None


def _load(folder: Path) -> ExerciseType:
    module = import_module(f"{__package__}.{folder.name}")
    exercise = getattr(module, "EXERCISE", None)
    if not isinstance(exercise, ExerciseType):
        raise BrokenType(f"{folder.name}: EXERCISE = ExerciseType(...) is missing from __init__.py")
    missing = [part for part in ("phone.html", "sample.yaml") if not (folder / part).is_file()]
    if exercise.is_answerable:
        needed = ("check", "summarise", "tell", "in_words", "imagine")
        missing += [part for part in needed if getattr(exercise, part) is None]
    if (exercise.texts is None) != (exercise.without is None):
        missing.append("texts and without go together")
    if (exercise.Arrangement is None) != (exercise.arrange is None):
        missing.append("Arrangement and arrange go together")
    if exercise.dealing is not None and exercise.dealing.after_answer is not None and exercise.dealing.asks is None:
        missing.append("dealing.asks, which goes with after_answer")
    if exercise.dealing is not None and not {"seated"} <= vars(exercise.dealing.Deal).keys():
        missing.append("seated of dealing.Deal")
    if missing:
        raise BrokenType(f"{folder.name}: missing {', '.join(missing)}")
    return replace(exercise, name=folder.name)


__all__ = ["AnswerRefused", "BrokenType", "Sample", "asset_path", "exercise_type", "exercise_types", "sample_of", "start_of", "starts_of"]
