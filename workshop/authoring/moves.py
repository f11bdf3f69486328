"""The buttons beside the rows: one more, one less, one place up or down; and the one that takes a picture out.

Each is a command such as "remove:situations.0.choices.2".
"""

from collections.abc import Iterator

from .drafts import MOST_ROWS, Draft, empty, keyed
from .shapes import KEY, NEW, Group, Reference, Rows

COMMANDS = ("add", "remove", "up", "down", "clear")


def is_move(command: str) -> bool:
    return command.partition(":")[0] in COMMANDS


def moved(whole: Group, draft: Draft, command: str) -> tuple[Draft, str]:
    """Return the draft so changed, and the name of what to go on with ("" where nothing was done, as when that row is there no more)."""
    verb, _, name = command.partition(":")
    at, place = (name, None) if verb == "add" else _split(name)
    if verb == "clear":
        return draft, name if _cleared(whole, draft, name.split(".")) else ""
    shape, rows = _rows_at(whole, draft, at.split("."))
    if shape is None or (verb != "add" and (place is None or place >= len(rows))):
        return draft, ""
    if verb == "add":
        place = len(rows)
        rows += [empty(shape.row)] if place < most_rows(shape) else []
    elif verb == "remove":
        del rows[place]
    else:
        to = max(0, place - 1) if verb == "up" else place + 1
        rows.insert(to, rows.pop(place))
        place = to
    return keyed(whole, draft), f"{at}.{min(place, len(rows) - 1)}" if rows else at


def most_rows(shape: Rows) -> int:
    return int(shape.most or MOST_ROWS)


def grown(whole: Group, draft: Draft) -> tuple[Draft, str]:
    """Where somebody chose to lead to a row that is not there yet, add it: return the draft, and the name of the last such row ("" where there is none)."""
    focus = ""
    for row, shape in list(_references(whole, draft)):
        if not row[shape.name].startswith(NEW):
            continue
        name = row[shape.name].removeprefix(NEW)
        rows = draft[name] if name in shape.lists else []
        row[shape.name] = ""
        if name in shape.lists and len(rows) < most_rows(whole.field(name)):
            rows.append(empty(whole.field(name).row))
            keyed(whole, draft)
            row[shape.name], focus = rows[-1][KEY], f"{name}.{len(rows) - 1}"
    return draft, focus


def _references(group: Group, draft: Draft) -> Iterator[tuple[Draft, Reference]]:
    """Yield each reference with the group or row in which it stands."""
    for shape in group.fields:
        if isinstance(shape, Reference):
            yield draft, shape
        elif isinstance(shape, Rows):
            for row in draft[shape.name]:
                yield from _references(shape.row, row)
        elif isinstance(shape, Group):
            yield from _references(shape, draft[shape.name])


def _split(name: str) -> tuple[str, int | None]:
    above, _, number = name.rpartition(".")
    return above, int(number) if number.isdecimal() and len(number) < 5 else None


def _cleared(group: Group, draft: Draft, names: list[str]) -> bool:
    """Empty the group of that name; return whether there is one."""
    if len(names) > 2:
        shape, rows = _rows_at(group, draft, names[:-2])
        number = int(names[-2]) if names[-2].isdecimal() and len(names[-2]) < 5 else len(rows)
        return shape is not None and number < len(rows) and _cleared(shape.row, rows[number], names[-1:])
    shape = group.field(names[0])
    if not isinstance(shape, Group) or len(names) > 1:
        return False
    draft[shape.name] = empty(shape)
    return True


def _rows_at(group: Group, draft: Draft, names: list[str]) -> tuple[Rows | None, list[Draft]]:
    """Return the list of that name with its shape; (None, []) where there is none."""
    shape = group.field(names[0])
    if isinstance(shape, Group) and len(names) > 1:
        return _rows_at(shape, draft[shape.name], names[1:])
    if not isinstance(shape, Rows):
        return None, []
    rows = draft[shape.name]
    if len(names) == 1:
        return shape, rows
    number = int(names[1]) if names[1].isdecimal() and len(names[1]) < 5 else len(rows)
    return _rows_at(shape.row, rows[number], names[2:]) if number < len(rows) and len(names) > 2 else (None, [])
