"""What is wrong in a file of content, told to its author: which file, which line, which field, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop.typography import french


@dataclass(frozen=True)
class Problem:
    """One mistake; `str(problem)` is the whole French sentence."""

    file: str
    """Folder and name, as an author knows it: "content/marche-cache.yaml"."""
    line: int
    """From 1, as an editor counts."""
    place: str
    """The step or the fact ("étape « piston »"); empty at the top of the file."""
    field: str
    """Dotted, list items counted from 1 ("specification.options.2.label"); empty where no field is meant."""
    message: str
    """What is wrong, a semicolon, what to do."""

    def __str__(self) -> str:
        where = [self.file, f"ligne {self.line}", self.place, f"champ {self.field}" if self.field else ""]
        return french(f"{', '.join(filter(None, where))} : {self.message}")


class ContentError(ValueError):
    """A file that cannot be used; `problems` holds every mistake found in it, in the order of the lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))
        super().__init__("\n".join(map(str, self.problems)))
