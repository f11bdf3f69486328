"""What is told to an author about a type that is not there, and about a field that stands in the wrong place."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from workshop.exercises.registry import exercise_types

from .model_words import unknown_field


def about_type(name: str) -> str:
    """Tell which type may be meant: by its name, or by the French label that authors see."""
    types = exercise_types()
    known = {_folded(word): kind for kind, exercise in types.items() for word in (kind, exercise.label)}
    near = get_close_matches(_folded(name), known, n=1, cutoff=0.7)
    cure = f"vouliez-vous dire {_told(known[near[0]])} ?" if near else f"choisissez parmi {', '.join(map(_told, types))}"
    return f"le type « {name} » n’existe pas, ou n’existe plus ; {cure}"


def about_unknown_field(name: str, written: Mapping[str, Any], known: Iterable[str]) -> str:
    """Tell where the field belongs: under `specification` where the type has it, otherwise the nearest known name."""
    exercise = exercise_types().get(written.get("type"))
    if exercise and name in exercise.Specification.model_fields:
        return "ce champ se met sous « specification » ; décalez-le vers la droite, sous cette ligne"
    return unknown_field(name, known)


def about_field_of_other_types(field: str, name: str) -> str | None:
    """Tell whose field it is; None where no type has it. A type that was changed leaves its fields behind."""
    owners = [_told(kind) for kind, exercise in exercise_types().items() if field in exercise.Specification.model_fields]
    if not owners:
        return None
    return f"ce champ n’est pas de « {name} », mais de {' et de '.join(owners)} ; changez le type, ou enlevez le champ"


def _told(kind: str) -> str:
    return f"« {kind} » ({exercise_types()[kind].label})"


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("_", " ").replace("-", " ")
