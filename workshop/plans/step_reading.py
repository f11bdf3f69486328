"""From the steps as an author writes them to the model's: a type on its own, or a block of several, become parts."""

from typing import Any

from .content_file import ContentFile
from .filling import Filling
from .model import Step
from .model_words import Finding
from .part_reading import OF_A_PART, Parts
from .part_words import about_unknown_field
from .yaml_tree import Place

BLOCK = "block"
OF_A_STEP = frozenset(Step.model_fields) - {"parts", "improvised"}


class Steps:
    def __init__(self, file: ContentFile, filling: Filling) -> None:
        self.file = file
        self.parts = Parts(file, filling)
        self.blocks: set[int] = set()
        self.has_doubles = False

    def read(self, steps: list[Any]) -> list[Any]:
        """Return the steps as the model wants them; what is no step at all is left for the model to refuse."""
        self._each_id_once(steps)
        return [self._step(step, number) if isinstance(step, dict) else step for number, step in enumerate(steps)]

    def place_in_file(self, place: Place) -> Place:
        """The model's ("steps", 4, "parts", 0, "goal") stands in the file under the step itself, or in its block."""
        if place[:1] != ("steps",) or place[2:3] != ("parts",):
            return place
        return (*place[:2], BLOCK, *place[3:]) if place[1] in self.blocks else (*place[:2], *place[4:])

    def is_told(self, finding: Finding) -> bool:
        """Whether the model only repeats a doubled id, or what is wrong with a part's type or specification."""
        place = finding.place
        if place == ("steps",):
            return self.has_doubles
        if place[2:3] != ("parts",) or self.place_in_file(place[:4]) not in self.parts.told:
            return False
        is_another_field = len(place) > 4 and place[4] in OF_A_PART - {"type", "specification"}
        return not is_another_field

    def _each_id_once(self, steps: list[Any]) -> None:
        first: dict[str, int] = {}
        for number, step in enumerate(steps):
            name = step.get("id") if isinstance(step, dict) else None
            if not isinstance(name, str):
                continue
            if name in first:
                line = self.file.tree.line(("steps", first[name], "id"))
                self.file.add(("steps", number, "id"), f"« {name} » nomme déjà l’étape de la ligne {line} ; choisissez un autre nom")
                self.has_doubles = True
            first.setdefault(name, number)

    def _step(self, step: dict[str, Any], number: int) -> dict[str, Any]:
        place = ("steps", number)
        self._refuse_unknown(step, place, OF_A_STEP | OF_A_PART | {BLOCK})
        shell = {name: value for name, value in step.items() if name in OF_A_STEP}
        if BLOCK not in step:
            return {**shell, "parts": [self.parts.read(step, place, around=place)]}
        self.blocks.add(number)
        for name in OF_A_PART & step.keys():
            self.file.add((*place, name), f"« {name} » ne va pas à côté de « block » ; mettez-le dans chaque question du bloc")
        return {**shell, "parts": self._block(step[BLOCK], place)}

    def _block(self, block: Any, step: Place) -> Any:
        if not isinstance(block, list):
            return block
        return [self._in_block(part, (*step, BLOCK, number), step if number == 0 else None) for number, part in enumerate(block)]

    def _in_block(self, part: Any, place: Place, around: Place | None) -> Any:
        if not isinstance(part, dict):
            return part
        self._refuse_unknown(part, place, OF_A_PART)
        return self.parts.read(part, place, around)

    def _refuse_unknown(self, written: dict[str, Any], place: Place, known: frozenset[str]) -> None:
        for name in written:
            if name not in known:
                self.file.add((*place, name), about_unknown_field(name, written, sorted(known)))
