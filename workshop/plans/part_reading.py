"""One part as an author writes it: its specification is checked at its own lines, the facts it names become its sources."""

from functools import reduce
from operator import getitem
from typing import Any

from pydantic import BaseModel, ValidationError

from workshop.exercises.contract import Specification
from workshop.exercises.registry import exercise_types, sample_of

from .content_file import ContentFile
from .facts import Fact
from .filling import Filling
from .model import Part
from .model_words import UNKNOWN, Finding
from .part_words import about_field_of_other_types, about_type
from .yaml_tree import Place

OF_THE_READER = frozenset({"facts", "sample"})
"""What an author writes beside the fields of the model."""
OF_A_PART = frozenset(Part.model_fields) - {"of_step"} | OF_THE_READER


class Parts:
    def __init__(self, file: ContentFile, filling: Filling) -> None:
        self.file = file
        self.filling = filling
        self.told: set[Place] = set()
        """Where a part's type or specification is wrong and told here: the model finds the same again, at the part's place."""

    def read(self, written: dict[str, Any], place: Place, around: Place | None) -> dict[str, Any]:
        """Return the part as the model wants it.

        Facts in the texts of the step `around` it (its notes) count for this part too: no fact is told without its source.
        """
        part = {name: value for name, value in written.items() if name in OF_A_PART - OF_THE_READER}
        if "sample" in written:
            part |= self._sample(written, place)
        self._check(part, place)
        named = self._named(written.get("facts", []), (*place, "facts"))
        inserted = [fact for at, fact in self.filling.used if _is_in(at, place) or (around and _is_in(at, around) and "block" not in at)]
        own = part.get("sources", [])
        if not isinstance(own, list):
            return part
        return {**part, "sources": [*own, *dict.fromkeys(fact.as_source for fact in (*named, *inserted))]}

    def _sample(self, written: dict[str, Any], place: Place) -> dict[str, Any]:
        """Return the specification of the type's own example."""
        if written["sample"] is not True or "specification" in written:
            self.file.add((*place, "sample"), "écrivez « sample: true » pour l’exemple du type, ou « specification » pour la vôtre, mais pas les deux")
        exercise = exercise_types().get(str(written.get("type")))
        return {"specification": sample_of(exercise).specification.model_dump(mode="json") if exercise else {}}

    def _check(self, part: dict[str, Any], place: Place) -> None:
        """Tell every mistake of the specification: the model would tell the first one only, and at the part's line."""
        name, specification = part.get("type"), part.get("specification")
        if not isinstance(name, str):
            return
        if name not in exercise_types():
            self.file.add((*place, "type"), about_type(name))
            self.told.add(place)
            return
        if isinstance(specification, dict) and not self._fits(name, specification, (*place, "specification")):
            self.told.add(place)

    def _fits(self, name: str, specification: dict[str, Any], place: Place) -> bool:
        model = exercise_types()[name].Specification

        def at(below: Place) -> Place:
            return (*place, *below)

        self._write_out(model, specification, place)
        made = self.file.check(model, specification, at, lambda finding: self._is_left_over(finding, place, name))
        return made is not None and self._has_files(name, made, place)

    def _write_out(self, model: type[BaseModel], specification: dict[str, Any], place: Place) -> None:
        """A fact alone has become a number: where the model wants a text (an answer to choose is « 12,31 »), put it back as one."""
        numbers = {at[len(place) :]: text for at, text in self.filling.numbers.items() if _is_in(at, place)}
        try:
            if numbers:
                model.model_validate(specification)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                if details["type"] == "string_type" and details["loc"] in numbers:
                    *above, last = details["loc"]
                    reduce(getitem, above, specification)[last] = numbers[details["loc"]]

    def _has_files(self, name: str, made: Specification, place: Place) -> bool:
        listed = exercise_types()[name].files
        missing = [file for file in (listed(made) if listed else ()) if not (self.file.videos / file).is_file()]
        for file in missing:
            self.file.add(place, f"le fichier « {file} » n’est pas dans {self.file.videos.parent.name}/videos ; copiez-le là, ou corrigez son nom")
        return not missing

    def _is_left_over(self, finding: Finding, place: Place, name: str) -> bool:
        """Whether it is a field that only other types have; it is told here as what a changed type left behind."""
        told = about_field_of_other_types(str(finding.place[0]), name) if finding.kind == UNKNOWN and len(finding.place) == 1 else None
        if told:
            self.file.add((*place, *finding.place), told)
        return told is not None

    def _named(self, names: Any, place: Place) -> list[Fact]:
        if not isinstance(names, list):
            self.file.add(place, "il faut une liste ; écrivez par exemple « facts: [dares-relations-2015] »")
            return []
        found = [self.filling.fact(name, (*place, number)) for number, name in enumerate(names)]
        return [fact for fact in found if fact]


def _is_in(place: Place, outer: Place) -> bool:
    return place[: len(outer)] == outer
