"""What is said at a field of the author's form: what pydantic found, or the type's own rule, in the words that stand in the form."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from workshop.plans.model_words import own_words
from workshop.typography import french

from .drafts import Draft
from .shapes import KEY, Group, Rows, Shape, Tick

Place = tuple[str | int, ...]

NOT_A_NUMBER = "Écrivez un nombre, en chiffres."
NOT_WHOLE = "Écrivez un nombre entier, sans virgule."
NO_SUCH_FACT = "Le fait « {name} » n’existe pas. {cure}"
NOT_A_NUMBER_FACT = "La valeur de ce fait est un texte. Choisissez un fait qui est un nombre."
KINDS = {
    "string_too_short": "C’est trop court. Écrivez au moins {min_length} lettres.",
    "string_too_long": "C’est trop long ({length} lettres). Restez à {max_length} au plus.",
    "int_from_float": NOT_WHOLE,
    "greater_than_equal": "Ce nombre est trop petit. Écrivez {ge:g} au moins.",
    "greater_than": "Ce nombre est trop petit. Écrivez plus que {gt:g}.",
    "less_than_equal": "Ce nombre est trop grand. Écrivez {le:g} au plus.",
    "less_than": "Ce nombre est trop grand. Écrivez moins que {lt:g}.",
    "too_long": "Il y en a trop. Gardez-en {max_length} au plus.",
    "literal_error": "Choisissez une réponse de la liste.",
}
MISSING = {
    "number": "Écrivez un nombre.", "pick": "Choisissez une réponse.", "reference": "Choisissez dans la liste.",
    "drawing": "Choisissez une image.",
}  # fmt: skip
OTHER = "Cela ne va pas. Écrivez-le autrement."


class Telling:
    """Knows how the form calls its fields and its rows: an author of the form never saw a key, nor a field's name."""

    def __init__(self, whole: Group, draft: Draft) -> None:
        self.whole = whole
        self.titles = {shape.name: shape for shape in _every(whole)}
        self.rows = dict(_row_titles(whole, draft))

    def told(self, details: ErrorDetails, model: type[BaseModel]) -> tuple[Place, str]:
        """Return where the problem is, in the data, and the sentence that is said there."""
        place, kind = details["loc"], details["type"]
        if kind == "value_error":
            found = own_words(place, str(details["ctx"]["error"]), model)
            return found.place, french(self._as_in_the_form(found.message))
        shape = _at(self.whole, place)
        line = f"Ligne {place[-1] + 1} : " if shape and shape.kind == "lines" and isinstance(place[-1], int) else ""
        return place, french(line + self._plain(details, shape))

    def _plain(self, details: ErrorDetails, shape: Shape | None) -> str:
        kind, given, context = details["type"], details["input"], details.get("ctx", {})
        if kind in ("missing", "too_short") and shape and shape.kind in ("rows", "lines"):
            return f"Il en faut au moins {int(shape.least or 1)}."
        if kind == "missing" or given == "":
            return MISSING.get(shape.kind if shape else "", "Écrivez quelque chose ici.")
        if kind in KINDS:
            return KINDS[kind].format(**{**context, "length": len(given) if isinstance(given, str) else 0})
        if kind.startswith(("int", "float")):
            return NOT_A_NUMBER
        return f"Cela ne va pas. {_ended(shape.hint)}" if kind == "string_pattern_mismatch" and shape and shape.hint else OTHER

    def _as_in_the_form(self, said: str) -> str:
        """A type's rule is written for who writes the file: « right: true » is the tick « Bonne réponse », « b » the row that one wrote."""
        said = re.sub(r"(?:écrivez )?«\s?(\w+): true\s?»", self._tick, said)
        said = re.sub(r"«\s?([a-z0-9-]{1,20})\s?»", lambda found: f"« {self.rows.get(found[1], found[1])} »", said)
        said = re.sub(r"\b[a-z]+_[a-z]+\b", lambda found: f"« {self.titles[found[0]].title} »" if found[0] in self.titles else found[0], said)
        said = re.sub(r"\(([^()]* → [^()]*)\)", lambda found: f"({' → '.join(self.rows.get(key, key) for key in found[1].split(' → '))})", said)
        return _ended(f"{said[:1].upper()}{said[1:]}")

    def _tick(self, found: re.Match[str]) -> str:
        shape = self.titles.get(found[1])
        return f"cochez « {shape.title} »" if isinstance(shape, Tick) else found[0]


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def row_title(shape: Rows, row: Draft, number: int) -> str:
    """Return what a row is called: its first text, or its number from 1."""
    texts = (row[field.name] for field in shape.row.fields if field.name != KEY and field.kind in ("line", "paragraph"))
    first = next(texts, "")
    return first if first else f"n° {number}"


def _row_titles(group: Group, draft: Draft) -> Iterator[tuple[str, str]]:
    for shape in group.fields:
        if not isinstance(shape, Rows):
            continue
        for number, row in enumerate(draft[shape.name], 1):
            if shape.has_keys:
                yield row[KEY], row_title(shape, row, number)
            yield from _row_titles(shape.row, row)


def _every(group: Group) -> Iterator[Shape]:
    for shape in group.fields:
        yield shape
        if isinstance(shape, Rows):
            yield from _every(shape.row)
        elif isinstance(shape, Group):
            yield from _every(shape)


def _at(whole: Group, place: Place) -> Shape | None:
    """Return the shape at a place of the data; a line of a list is the list."""
    here: Any = whole
    for step in place:
        if isinstance(step, int):
            here = here.row if isinstance(here, Rows) else here
        else:
            here = here.field(step) if isinstance(here, Group) else None
        if here is None:
            return None
    return here
