"""From what was typed to a specification, or to the problems, each told at its field."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from workshop.exercises.contract import ExerciseType, Specification
from workshop.plans.model_words import real_errors
from workshop.typography import french

from .drafts import Draft, is_blank
from .shapes import KEY, Group, Lines, Number, Pick, Rows, Shape, Tick, Whole
from .words import NOT_A_NUMBER, NOT_WHOLE, Telling

LONGEST_SET = 5000
"""Letters: typography is for what people write; a longer text is refused anyway, or is a picture."""
SPACES = str.maketrans("", "", " \u00a0\u202f")


@dataclass(frozen=True)
class Made:
    """`problems` by the name of the field in the form ("options.0.label"), "" for the whole; there is a specification where there are none."""

    specification: Specification | None
    problems: Mapping[str, str]


def make(exercise: ExerciseType, whole: Group, draft: Draft) -> Made:
    """Return the specification that the draft stands for. Empty rows do not count, and texts get their French typography."""
    raw = _Raw()
    data = raw.group(whole, draft, "", ())
    try:
        made = exercise.Specification.model_validate(data)
    except ValidationError as error:
        telling = Telling(whole, draft)
        for details in real_errors(error):
            place, told = telling.told(details, exercise.Specification)
            raw.problems.setdefault(raw.name_of(place), told)
        return Made(None, raw.problems)
    return Made(None if raw.problems else made, raw.problems)


@dataclass
class _Raw:
    """Gathers on the way where in the form each place of the data stands."""

    names: dict[tuple[str | int, ...], str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    def name_of(self, place: tuple[str | int, ...]) -> str:
        while place not in self.names and place:
            place = place[:-1]
        return self.names.get(place, "")

    def group(self, group: Group, draft: Draft, name: str, place: tuple[str | int, ...]) -> dict[str, Any]:
        self.names[place] = name
        found = {}
        for shape in group.fields:
            own, at = f"{name}.{shape.name}" if name else shape.name, (*place, shape.name)
            self.names[at] = own
            value = self.value(shape, draft[shape.name], own, at)
            if value is not None:
                found[shape.name] = value
        return found

    def value(self, shape: Shape, value: Any, name: str, place: tuple[str | int, ...]) -> Any:
        """Return the field's data, None where it is not given."""
        if isinstance(shape, Rows):
            kept = [(number, row) for number, row in enumerate(value) if not is_blank(shape.row, row)]
            return [self.group(shape.row, row, f"{name}.{number}", (*place, index)) for index, (number, row) in enumerate(kept)]
        if isinstance(shape, Group):
            return self.group(shape, value, name, place) if shape.is_required or not is_blank(shape, value) else None
        if isinstance(shape, Tick):
            return value
        if isinstance(shape, Lines):
            return [_set(line) for line in value.split("\n") if line.strip()]
        if isinstance(shape, Number):
            return self.number(shape, value, name)
        if isinstance(shape, Pick):
            return {str(known): known for known in shape.values}.get(value, value) if value else None
        if shape.name == KEY or not value:
            return value or ("" if shape.default else None)
        return value if value.startswith(("<svg", "data:")) else _set(value)

    def number(self, shape: Number, typed: str, name: str) -> str | None:
        text = typed.translate(SPACES).replace(",", ".")
        if not text:
            return None
        if not re.fullmatch(r"[-−+]?[0-9]*\.?[0-9]*", text) or len(text) > 20 or not any(map(str.isdigit, text)):
            self.problems[name] = NOT_A_NUMBER
            return None
        if isinstance(shape, Whole) and "." in text:
            self.problems[name] = NOT_WHOLE
            return None
        return text.replace("−", "-")


def _set(text: str) -> str:
    """Return the text as it is kept: no control characters but the end of a line, French spaces and apostrophes."""
    if len(text) > LONGEST_SET:
        return text
    return french("".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs", "Cn")))
