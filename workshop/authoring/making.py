"""From what was typed to a specification, or to the problems, each told at its field."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from workshop.exercises.contract import ExerciseType, Specification
from workshop.plans.facts import Fact
from workshop.plans.model_words import real_errors
from workshop.plans.placeholders import as_number, as_text, has_placeholder, is_alone
from workshop.plans.source import Source
from workshop.typography import french

from .drafts import Draft, is_blank
from .shapes import KEY, Group, Lines, Number, Pick, Rows, Shape, Tick, Whole
from .words import NO_SUCH_FACT, NOT_A_NUMBER, NOT_A_NUMBER_FACT, NOT_WHOLE, Telling

LONGEST_SET = 5000
"""Letters: typography is for what people write; a longer text is refused anyway, or is a picture."""
SPACES = str.maketrans("", "", " \u00a0\u202f")
LONGEST_NAME = 40
"""Letters of a fact's name that are said again where there is no such fact."""

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Made:
    """`problems` by the name of the field in the form ("options.0.label"), "" for the whole; there is a specification where there are none."""

    specification: Specification | None
    problems: Mapping[str, str]
    inserted: Mapping[Place, str] = field(default_factory=dict)
    """By its place in the specification, each text in which facts were inserted, with their names in it: the specification has their values."""
    facts: tuple[Fact, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(dict.fromkeys(fact.as_source for fact in self.facts))


def make(exercise: ExerciseType, whole: Group, draft: Draft, facts: Mapping[str, Fact] | None = None) -> Made:
    """Return the specification that the draft stands for. Empty rows do not count, texts get their French typography, and facts their values."""
    raw = _Raw(facts or {})
    data = raw.group(whole, draft, "", ())
    try:
        made = exercise.Specification.model_validate(data)
    except ValidationError as error:
        telling = Telling(whole, draft)
        for details in real_errors(error):
            place, told = telling.told(details, exercise.Specification)
            raw.problems.setdefault(raw.name_of(place), told)
        return Made(None, raw.problems)
    return Made(None, raw.problems) if raw.problems else Made(made, {}, raw.inserted, tuple(raw.used))


@dataclass
class _Raw:
    """Gathers on the way where in the form each place of the data stands, and which facts were inserted where."""

    facts: Mapping[str, Fact]
    names: dict[Place, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    inserted: dict[Place, str] = field(default_factory=dict)
    used: list[Fact] = field(default_factory=list)

    def name_of(self, place: Place) -> str:
        while place not in self.names and place:
            place = place[:-1]
        return self.names.get(place, "")

    def group(self, group: Group, draft: Draft, name: str, place: Place) -> dict[str, Any]:
        self.names[place] = name
        found = {}
        for shape in group.fields:
            own, at = f"{name}.{shape.name}" if name else shape.name, (*place, shape.name)
            self.names[at] = own
            value = self.value(shape, draft[shape.name], own, at)
            if value is not None:
                found[shape.name] = value
        return found

    def value(self, shape: Shape, value: Any, name: str, place: Place) -> Any:
        """Return the field's data, None where it is not given."""
        if isinstance(shape, Rows):
            kept = [(number, row) for number, row in enumerate(value) if not is_blank(shape.row, row)]
            return [self.group(shape.row, row, f"{name}.{number}", (*place, index)) for index, (number, row) in enumerate(kept)]
        if isinstance(shape, Group):
            return self.group(shape, value, name, place) if shape.is_required or not is_blank(shape, value) else None
        if isinstance(shape, Tick):
            return value
        if isinstance(shape, Lines):
            lines = enumerate(line for line in value.split("\n") if line.strip())
            return [self.number(shape, line, name, (*place, at)) if shape.of_numbers else self.text(line, name, (*place, at)) for at, line in lines]
        if isinstance(shape, Number):
            return self.number(shape, value, name, place)
        if isinstance(shape, Pick):
            return {str(known): known for known in shape.values}.get(value, value) if value else None
        if shape.name == KEY or not value:
            return value or ("" if shape.default else None)
        return value if value.startswith(("<svg", "data:")) else self.text(value, name, place)

    def text(self, typed: str, name: str, place: Place) -> str:
        text = _set(typed)
        if not has_placeholder(text):
            return text
        self.inserted[place] = text
        return as_text(text, lambda fact: self.fact(fact, name))

    def fact(self, wanted: str, name: str) -> Fact | None:
        found = self.facts.get(wanted)
        if found:
            self.used.append(found)
        else:
            near = get_close_matches(wanted[:LONGEST_NAME], self.facts, n=1)
            cure = f"Vouliez-vous dire « {near[0]} » ?" if near else "Choisissez-en un dans « Insérer un fait daté »."
            self.problems.setdefault(name, french(NO_SUCH_FACT.format(name=wanted[:LONGEST_NAME], cure=cure)))
        return found

    def number(self, shape: Number | Lines, typed: str, name: str, place: Place) -> str | None:
        if is_alone(typed):
            number = as_number(typed, lambda fact: self.fact(fact, name))
            if number is None:
                self.problems.setdefault(name, NOT_A_NUMBER_FACT)
                return None
            self.inserted[place] = typed.strip().replace("−", "-")
            typed = str(number)
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
