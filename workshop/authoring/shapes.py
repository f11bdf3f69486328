"""What an author's form is made of: one shape for each field of a specification, in a tree like the specification's own."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

KEY = "key"
"""The field by which the rows of a list are known: the form fills it in, unseen."""


NEW = "+"
"""What a reference holds before the name of a list, to lead to a row that is to be added there."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One field. `kind` is the name of the template that draws it."""

    kind: ClassVar[str] = ""
    name: str
    title: str
    hint: str = ""
    is_required: bool = True
    is_usual: bool = True
    """Shown at once; the others are folded away under « Plus de réglages »."""
    default: Any = None
    """What stands there when nothing was typed, as JSON."""
    least: float | None = None
    """Of a number, of a text's letters, of a list's items; `most` likewise."""
    most: float | None = None


@dataclass(frozen=True, kw_only=True)
class Line(Shape):
    """A short text."""

    kind = "line"
    wraps: tuple[str, str, str] | None = None
    """The signs that a button of this name puts around the words that are selected."""


@dataclass(frozen=True, kw_only=True)
class Paragraph(Line):
    """A longer one, on several lines."""

    kind = "paragraph"


class Number(Shape):
    kind = "number"


@dataclass(frozen=True, kw_only=True)
class Whole(Number):
    """A number without a comma."""


class Tick(Shape):
    kind = "tick"


@dataclass(frozen=True, kw_only=True)
class Pick(Shape):
    """One of fixed values, each with its French name."""

    kind = "pick"
    values: dict[Any, str]


@dataclass(frozen=True, kw_only=True)
class Reference(Shape):
    """The key of a row in one of the lists named, which stand at the top of the specification."""

    kind = "reference"
    lists: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Lines(Shape):
    """A list of texts, one a line; or of numbers."""

    kind = "lines"
    of_numbers: bool = False


@dataclass(frozen=True, kw_only=True)
class Group(Shape):
    """Fields that belong together; left empty as a whole it is not there, unless it is required."""

    kind = "group"
    fields: tuple[Shape, ...] = ()

    def field(self, name: str) -> Shape | None:
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True, kw_only=True)
class Drawing(Group):
    """A picture and what it shows; its measures are taken from the file."""

    kind = "drawing"


@dataclass(frozen=True, kw_only=True)
class Rows(Shape):
    """A list of groups."""

    kind = "rows"
    row: Group = field(default_factory=lambda: Group(name="", title=""))

    @property
    def has_keys(self) -> bool:
        return self.row.field(KEY) is not None
