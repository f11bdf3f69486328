"""French typography and the values of facts, put into every text of a workshop's file."""

from collections.abc import Mapping
from typing import Any

from .content_file import ContentFile
from .facts import Fact
from .model_words import suggestion
from .placeholders import as_number, as_text, is_alone
from .yaml_tree import Place


class Filling:
    """`used` gathers which facts were put in, and where; `numbers` where one became a number, and the text that it would be."""

    def __init__(self, file: ContentFile, facts: Mapping[str, Fact]) -> None:
        self.file = file
        self.facts = facts
        self.used: list[tuple[Place, Fact]] = []
        self.numbers: dict[Place, str] = {}

    def filled(self, data: Any, place: Place = ()) -> Any:
        """Return the data with its texts made ready; an unknown fact is a problem of the file."""
        if isinstance(data, dict):
            return {key: self.filled(value, (*place, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self.filled(value, (*place, number)) for number, value in enumerate(data)]
        return self._text(data, place) if isinstance(data, str) else data

    def fact(self, name: object, place: Place) -> Fact | None:
        """Return the fact of that id, or None, with a problem at the place."""
        found = self.facts.get(name) if isinstance(name, str) else None
        if found is None:
            self.file.add(place, f"le fait « {name} » n’existe pas dans facts.yaml ; {suggestion(str(name), self.facts)}")
        return found

    def _text(self, text: str, place: Place) -> str | int | float:
        """A text that is nothing but one fact's number becomes that number, so that it may be a right answer."""
        written = as_text(text, lambda name: self._used(name, place))
        number = as_number(text, self.facts.get) if is_alone(text) else None
        if number is None:
            return written
        self.numbers[place] = written
        return number

    def _used(self, name: str, place: Place) -> Fact | None:
        fact = self.fact(name, place)
        if fact:
            self.used.append((place, fact))
        return fact
