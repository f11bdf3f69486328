"""What stands in the form, right or not: texts, ticks, and lists of rows, shaped like the specification. Read from a form, or from a specification."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from .shapes import KEY, Group, Lines, Pick, Rows, Shape, Tick

Draft = dict[str, Any]
"""By field: a text, a bool (tick), a draft (group) or a list of drafts (rows)."""
MOST_ROWS = 40
FIRST_ROWS = 2
"""Empty rows that an empty form begins with, unless more are needed."""
USABLE_KEY = re.compile(r"[a-z0-9-]{1,20}")
NOTHING: Mapping[str, Any] = MappingProxyType({})
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def blank(whole: Group, start: Mapping[str, Any] = NOTHING) -> Draft:
    """Return the form that one begins with: what `start` gives, a part of a specification; else the defaults, and where rows are needed a few empty ones."""
    return keyed(whole, _blank(whole, start))


def draft_of(whole: Group, data: Mapping[str, Any]) -> Draft:
    """Return the form of a specification, given as JSON."""
    return keyed(whole, _filled(whole, data))


def read_draft(whole: Group, sent: Mapping[str, str]) -> Draft:
    """Return what a browser sent: nested names are dotted ("options.0.label"). Only names that the form has are looked at."""
    return keyed(whole, _read(whole, sent, ""))


def is_blank(shape: Shape, value: Any) -> bool:
    """Whether nothing was typed there: everything is as in an empty form, whatever the rows' keys and however many of them are empty."""
    if isinstance(shape, Rows):
        return value == _empty(shape) or all(is_blank(shape.row, row) for row in value)
    if isinstance(shape, Group):
        return all(is_blank(field, value[field.name]) for field in shape.fields if field.name != KEY)
    return value == _empty(shape)


def empty(group: Group) -> Draft:
    """Return what stands in the group when nothing was typed: a new row, a picture that is not there."""
    return _blank(group)


def keyed(whole: Group, draft: Draft) -> Draft:
    """Return the draft with a key in every row that needs one: its own where it can be used, otherwise a letter that is free in the whole form."""
    taken = {row[KEY] for row in _rows_with_keys(whole, draft) if row[KEY]}
    free = (f"{letter}{number or ''}" for number in range(1000) for letter in LETTERS)
    for rows in _lists_with_keys(whole, draft):
        seen: set[str] = set()
        for row in rows:
            if row[KEY] in seen or not USABLE_KEY.fullmatch(row[KEY]):
                row[KEY] = next(key for key in free if key not in taken)
            seen.add(row[KEY])
    return draft


def _lists_with_keys(group: Group, draft: Draft) -> Iterator[list[Draft]]:
    for shape in group.fields:
        if isinstance(shape, Rows):
            if shape.has_keys:
                yield draft[shape.name]
            for row in draft[shape.name]:
                yield from _lists_with_keys(shape.row, row)
        elif isinstance(shape, Group):
            yield from _lists_with_keys(shape, draft[shape.name])


def _rows_with_keys(whole: Group, draft: Draft) -> Iterator[Draft]:
    for rows in _lists_with_keys(whole, draft):
        yield from rows


def _blank(group: Group, start: Mapping[str, Any] = NOTHING) -> Draft:
    return {shape.name: _begun(shape, start[shape.name]) if shape.name in start else _empty(shape) for shape in group.fields}


def _begun(shape: Shape, start: Any) -> Any:
    if isinstance(shape, Rows):
        return [_blank(shape.row, row) for row in start]
    return _blank(shape, start) if isinstance(shape, Group) else _value(shape, start)


def _empty(shape: Shape) -> Any:
    if isinstance(shape, Rows) and not shape.default:
        count = max(int(shape.least or 0), FIRST_ROWS) if shape.is_usual else 0
        return [_blank(shape.row) for _ in range(count)]
    return _value(shape, shape.default)


def _filled(group: Group, data: Mapping[str, Any]) -> Draft:
    return {shape.name: _value(shape, data.get(shape.name)) for shape in group.fields}


def _value(shape: Shape, value: Any) -> Any:
    if isinstance(shape, Rows):
        return [_filled(shape.row, row) for row in value or ()]
    if isinstance(shape, Group):
        return _blank(shape) if value is None else _filled(shape, value)
    if isinstance(shape, Tick):
        return bool(value)
    if isinstance(shape, Lines):
        return "\n".join(" ".join(_written(item).split("\n")) for item in value or ())
    return "" if value is None else _written(value)


def _written(value: Any) -> str:
    """Return a text, or a number as French writes it: "48", "12,5"."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)


def _read(group: Group, sent: Mapping[str, str], above: str) -> Draft:
    return {shape.name: _read_one(shape, sent, above + shape.name) for shape in group.fields}


def _read_one(shape: Shape, sent: Mapping[str, str], name: str) -> Any:
    if isinstance(shape, Rows):
        return [_read(shape.row, sent, f"{name}.{number}.") for number in _numbers(sent, f"{name}.")]
    if isinstance(shape, Group):
        return _read(shape, sent, f"{name}.")
    if isinstance(shape, Tick):
        return name in sent
    text = sent.get(name, "").replace("\r\n", "\n")
    return text if isinstance(shape, Pick) else text.strip()


def _numbers(sent: Mapping[str, str], above: str) -> list[int]:
    """Return the numbers of the rows that were sent, in order; a form never has more than MOST_ROWS."""
    found = {name[len(above) :].split(".", 1)[0] for name in sent if name.startswith(above)}
    return sorted(int(number) for number in found if re.fullmatch(r"[0-9]{1,4}", number))[:MOST_ROWS]
