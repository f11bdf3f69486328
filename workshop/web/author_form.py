"""The author's form of one type, as it stands in a request: what was sent, what comes of it, and what the page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from flask import request

from workshop.authoring.drafts import Draft, blank, draft_of, read_draft
from workshop.authoring.drawing import Field, drawn, troubles
from workshop.authoring.making import Made, make
from workshop.authoring.moves import grown, moved
from workshop.authoring.offering import Offered, offered
from workshop.authoring.preview import Preview
from workshop.authoring.shapes import Group
from workshop.authoring.shaping import shape_of
from workshop.authoring.uploads import Unusable, uploaded
from workshop.authoring.writing import step_in_yaml
from workshop.errors import NotFound
from workshop.exercises.contract import ExerciseType, Specification
from workshop.exercises.registry import Start, exercise_types, sample_of, start_of, starts_of

from .house import house

FILE = ".file"
"""A picture is sent under its own name with this after it."""


@dataclass
class AuthorForm:
    exercise: ExerciseType
    draft: Draft
    focus: str = ""
    says_problems: bool = False
    """Not before somebody asked for it: an empty form is not a wrong one."""
    unusable: dict[str, str] = field(default_factory=dict)
    """Pictures that cannot be used, and why, by the picture's name."""

    @classmethod
    def empty(cls, exercise: ExerciseType) -> "AuthorForm":
        return cls(exercise, blank(shape_of(exercise), start_of(exercise)))

    @classmethod
    def begun(cls, exercise: ExerciseType, start: str) -> "AuthorForm":
        """Return the form of one of the type's other starts; raises NotFound."""
        found = starts_of(exercise).get(start)
        if found is None:
            raise NotFound("Ce début n’existe pas. Partez de zéro ou de l’exemple.")
        return cls(exercise, blank(shape_of(exercise), found.specification))

    @classmethod
    def of_the_sample(cls, exercise: ExerciseType) -> "AuthorForm":
        return cls(exercise, draft_of(shape_of(exercise), sample_of(exercise).specification.model_dump(mode="json")))

    @classmethod
    def sent(cls, exercise: ExerciseType) -> "AuthorForm":
        """Return the form that this request brings."""
        given, unusable = request.form.to_dict(), {}
        for name, file in request.files.items():
            content = file.read()
            if not name.endswith(FILE) or not content:
                continue
            picture = name.removesuffix(FILE)
            try:
                found = uploaded(content)
            except Unusable as error:
                unusable[picture] = str(error)
                continue
            given |= {f"{picture}.image": found.image, f"{picture}.width": str(found.width), f"{picture}.height": str(found.height)}
        whole = shape_of(exercise)
        draft, focus = grown(whole, read_draft(whole, given))
        return cls(exercise, draft, focus, unusable=unusable)

    def move(self, command: str) -> None:
        self.draft, focus = moved(self.whole, self.draft, command)
        self.focus = focus or self.focus

    @property
    def starts(self) -> Mapping[str, Start]:
        return starts_of(self.exercise)

    @property
    def whole(self) -> Group:
        return shape_of(self.exercise)

    @cached_property
    def made(self) -> Made:
        found = make(self.exercise, self.whole, self.draft, house().facts)
        return Made(None, {**found.problems, **self.unusable}) if self.unusable else found

    @property
    def specification(self) -> Specification | None:
        return self.made.specification

    @cached_property
    def fields(self) -> Field:
        """The form, to be drawn."""
        problems = self.made.problems if self.says_problems else self.unusable
        first = next((trouble.name for trouble in troubles(drawn(self.whole, self.draft, problems))), "")
        return drawn(self.whole, self.draft, problems, first or self.focus)

    @property
    def troubles(self) -> list[Field]:
        """What is left to put right, in the order of the page."""
        return list(troubles(self.fields))

    @property
    def shows_sample(self) -> bool:
        """Whether the preview is of the type's sample, for want of something better."""
        return self.specification is None

    @property
    def preview(self) -> Preview:
        return house().preview(self.exercise, self.specification or sample_of(self.exercise).specification)

    @property
    def yaml(self) -> str:
        return step_in_yaml(self.exercise, self.specification, self.made.inserted) if self.specification else ""

    @property
    def facts(self) -> list[Offered]:
        """The dated facts that can be inserted."""
        return offered(house().facts, datetime.now(UTC).date())

    def as_json(self) -> dict[str, Any]:
        """Return what the page's script shows while somebody types."""
        preview = self.preview if self.specification else None
        return {"problems": dict(self.made.problems), "preview": preview, "yaml": self.yaml}


def wanted_type(name: str) -> ExerciseType:
    """Return the type of that name; raises NotFound."""
    found = exercise_types().get(name)
    if found is None:
        raise NotFound("Cette activité n’existe pas. Choisissez-en une dans le catalogue.")
    return found
