"""One file of content while it is read: its tree, and the problems found so far, each with its line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from .model_words import Finding, findings
from .problems import ContentError, Problem
from .yaml_tree import Place, Tree, Unreadable, read_tree

Made = TypeVar("Made", bound=BaseModel)
Names = Callable[[Tree, Place], tuple[str, Place]]
"""names(tree, place) → how an author calls that part of the file ("étape « piston »"), and the place below it."""


class ContentFile:
    def __init__(self, path: Path, names: Names) -> None:
        """Read the file; raises ContentError where it is not YAML. What YAML lets pass is kept among the problems."""
        self.name = f"{path.parent.name}/{path.name}"
        self.videos = path.parent / "videos"
        self._names = names
        self._problems: list[Problem] = []
        try:
            self.tree = read_tree(path.read_text(encoding="utf-8"))
        except Unreadable as error:
            raise ContentError([Problem(self.name, error.line, "", "", str(error))]) from error
        except UnicodeDecodeError as error:
            said = "le fichier n’est pas en UTF-8 ; enregistrez-le à nouveau en choisissant l’encodage UTF-8"
            raise ContentError([Problem(self.name, 1, "", "", said)]) from error
        for place, line, message in self.tree.mistakes:
            self._problems.append(self._problem(place, message, line))

    def add(self, place: Place, message: str) -> None:
        self._problems.append(self._problem(place, message))

    def check(self, model: type[Made], data: object, at: Callable[[Place], Place], is_told: Callable[[Finding], bool]) -> Made | None:
        """Return the model made of the data, or None with its errors among the problems, less those that are told already.

        `at` turns a place of the model into a place of the file.
        """
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for finding in findings(error, model):
                if not is_told(finding) and at(finding.place) not in self.tree.lost:
                    self.add(at(finding.place), finding.message)
        return None

    def raise_if_wrong(self) -> None:
        if self._problems:
            raise ContentError(self._problems)

    def problem(self, place: Place, message: str) -> Problem:
        return self._problem(place, message)

    def _problem(self, place: Place, message: str, line: int | None = None) -> Problem:
        name, below = self._names(self.tree, place)
        field = ".".join(str(step + 1) if isinstance(step, int) else step for step in below)
        return Problem(self.name, line or self.tree.line(place), name, field, message)
