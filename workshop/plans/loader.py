"""Reads workshops from YAML: every mistake of a file in one go, each with its line, its field and what to write instead.

A step is written with `type` and `specification`, or with `block:` and a list of such parts; both become `Step.parts`.
How an author writes is told in content/README.md.
"""

from collections.abc import Mapping
from pathlib import Path

from .content_file import ContentFile
from .facts import Fact, load_facts
from .filling import Filling
from .model import Workshop
from .problems import ContentError, Problem
from .step_reading import Steps
from .yaml_tree import Place, Tree

FACTS = "facts.yaml"


def load_workshop(path: Path, facts: Mapping[str, Fact] | None = None) -> Workshop:
    """Return the workshop; raises ContentError. Without `facts`, those of the `facts.yaml` beside it are used."""
    return _load(path, load_facts(path.parent / FACTS) if facts is None else facts)[0]


def load_library(folder: Path) -> dict[str, Workshop]:
    """Return every workshop of the folder by id, in the order of the files' names; raises ContentError with the problems of all files."""
    facts = load_facts(folder / FACTS)
    library: dict[str, Workshop] = {}
    origins: dict[str, ContentFile] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == FACTS:
            continue
        try:
            workshop, file = _load(path, facts)
        except ContentError as error:
            problems += error.problems
            continue
        if workshop.id in library:
            first = origins[workshop.id].name
            problems.append(file.problem(("id",), f"« {workshop.id} » est déjà l’identifiant de {first} ; choisissez-en un autre"))
        library.setdefault(workshop.id, workshop)
        origins.setdefault(workshop.id, file)
    if problems:
        raise ContentError(problems)
    return library


def _load(path: Path, facts: Mapping[str, Fact]) -> tuple[Workshop, ContentFile]:
    file = ContentFile(path, _names)
    filling = Filling(file, facts)
    data = filling.filled(file.tree.data)
    steps = Steps(file, filling)
    if isinstance(data, dict) and isinstance(data.get("steps"), list):
        data = {**data, "steps": steps.read(data["steps"])}
    workshop = file.check(Workshop, data, steps.place_in_file, steps.is_told)
    file.raise_if_wrong()
    return workshop, file


def _names(tree: Tree, place: Place) -> tuple[str, Place]:
    """A step is called by its id, or by its number where it has none."""
    if len(place) < 2 or place[0] != "steps" or not isinstance(place[1], int):
        return "", place
    steps = tree.data.get("steps") if isinstance(tree.data, dict) else None
    step = steps[place[1]] if isinstance(steps, list) else None
    name = step.get("id") if isinstance(step, dict) else None
    return f"étape « {name} »" if name else f"étape n° {place[1] + 1}", place[2:]
