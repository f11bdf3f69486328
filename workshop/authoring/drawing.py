"""The form as a template walks through it: each field with what stands in it and what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workshop.exercises.picture import Picture

from .drafts import Draft, is_blank
from .moves import most_rows
from .shapes import KEY, NEW, Group, Reference, Rows, Shape
from .words import row_title


@dataclass(frozen=True)
class Field:
    """One field, group or list of the form. `name` is what the browser sends; `value` a text, or True for a tick that is set."""

    shape: Shape
    name: str
    value: Any = None
    problem: str = ""
    fields: tuple["Field", ...] = ()
    """Of a group; `folded` are those that are folded away."""
    folded: tuple["Field", ...] = ()
    rows: tuple["Row", ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    """What can be picked: value and label."""
    can_add: bool = False
    has_focus: bool = False
    """The page goes on here."""

    @property
    def kind(self) -> str:
        return self.shape.kind

    @property
    def id(self) -> str:
        return f"f-{self.name.replace('.', '-')}"

    @property
    def has_problem(self) -> bool:
        """Here or in anything inside."""
        inside = (*self.fields, *self.folded, *(row.group for row in self.rows))
        return bool(self.problem) or any(field.has_problem for field in inside)

    @property
    def is_folded_open(self) -> bool:
        """Whether what is folded away is shown: something in it is wrong, or is not as in an empty form."""
        return any(field.has_problem or not is_blank(field.shape, field.value) for field in self.folded)

    @property
    def address(self) -> str:
        """Of a picture: where it is, for the page; "" where there is none."""
        image = self.at("image").value
        return Picture.model_construct(image=image).address if image else ""

    def at(self, name: str) -> "Field":
        """Return the field of that name in the group, for a type's own form; raises KeyError."""
        return {field.shape.name: field for field in (*self.fields, *self.folded)}[name]


@dataclass(frozen=True)
class Row:
    name: str
    number: int
    """From 1."""
    title: str
    key: str
    group: Field
    is_last: bool
    is_blank: bool

    @property
    def is_folded(self) -> bool:
        """Whether only the title of a deep row is shown: it is as it should be, and not the first, which shows what is inside."""
        return self.is_deep and self.number > 1 and not self.is_blank and not self.group.has_problem

    @property
    def is_deep(self) -> bool:
        """Whether it has rows of its own."""
        return any(field.kind == Rows.kind for field in self.group.fields)


def drawn(whole: Group, draft: Draft, problems: Mapping[str, str], focus: str = "") -> Field:
    """Return the whole form; the first field of what `focus` names has the focus."""
    return _Drawing(whole, draft, problems, focus).group(whole, draft, "")


def troubles(field: Field) -> Iterator[Field]:
    """Yield every field that has a problem of its own, in the order of the page."""
    if field.problem:
        yield field
    for inside in (*field.fields, *(row.group for row in field.rows), *field.folded):
        yield from troubles(inside)


class _Drawing:
    def __init__(self, whole: Group, draft: Draft, problems: Mapping[str, str], focus: str) -> None:
        self.whole = whole
        self.draft = draft
        self.problems = problems
        self.focus = focus

    def group(self, group: Group, draft: Draft, name: str) -> Field:
        above = f"{name}." if name else ""
        fields = [self.field(shape, draft[shape.name], above + shape.name) for shape in group.fields if shape.name != KEY]
        usual, folded = [field for field in fields if field.shape.is_usual], [field for field in fields if not field.shape.is_usual]
        return Field(group, name, draft, self.problems.get(name, ""), tuple(usual), tuple(folded))

    def field(self, shape: Shape, value: Any, name: str) -> Field:
        if isinstance(shape, Rows):
            rows = tuple(self.row(shape, row, name, place, len(value)) for place, row in enumerate(value))
            is_empty = not rows and self.takes_focus(name)
            return Field(shape, name, value, self.problems.get(name, ""), rows=rows, can_add=len(rows) < most_rows(shape), has_focus=is_empty)
        if isinstance(shape, Group):
            return self.group(shape, value, name)
        return Field(shape, name, value, self.problems.get(name, ""), choices=tuple(self.choices(shape)), has_focus=self.takes_focus(name))

    def takes_focus(self, name: str) -> bool:
        """Whether the focus goes here; it goes to one field only."""
        if not self.focus or not f"{name}.".startswith(f"{self.focus}."):
            return False
        self.focus = ""
        return True

    def row(self, shape: Rows, row: Draft, name: str, place: int, count: int) -> Row:
        own = f"{name}.{place}"
        group, is_last = self.group(shape.row, row, own), place == count - 1
        return Row(own, place + 1, row_title(shape, row, place + 1), row.get(KEY, ""), group, is_last, is_blank(shape.row, row))

    def choices(self, shape: Shape) -> Iterator[tuple[str, str]]:
        if isinstance(shape, Reference):
            for shown in (self.whole.field(name) for name in shape.lists):
                for number, row in enumerate(self.draft[shown.name], 1):
                    yield row[KEY], f"{shown.title} : {row_title(shown, row, number)}" if len(shape.lists) > 1 else row_title(shown, row, number)
            for shown in (self.whole.field(name) for name in shape.lists):
                if len(self.draft[shown.name]) < most_rows(shown):
                    yield f"{NEW}{shown.name}", f"Ajouter dans «\u00a0{shown.title}\u00a0»…"
        for value, label in getattr(shape, "values", {}).items():
            yield str(value), label
