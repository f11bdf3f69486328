"""What every page may reach: settings, database, and the way to run slow work outside the event loop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import current_app

from workshop.authoring.preview import Preview
from workshop.config import Settings
from workshop.db import Sessions
from workshop.exercises.contract import ExerciseType, Specification
from workshop.plans.facts import Fact
from workshop.plans.model import Workshop


@dataclass(frozen=True)
class House:
    settings: Settings
    database: Sessions
    outside: Callable[..., Any]
    """outside(function, *arguments) runs slow work (password hashing, PDF) in a real thread and returns its result."""
    library: dict[str, Workshop]
    """The built-in workshops by id."""
    preview: Callable[[ExerciseType, Specification], Preview]
    """What a room would see of an activity; drawn by `sessions`, which the office may not import."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """The dated facts that a text may tell, by id."""


def house() -> House:
    """Return the house of the current application."""
    return current_app.extensions["tremplin"]
