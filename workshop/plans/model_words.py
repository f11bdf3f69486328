"""What pydantic says of an author's file, in plain French with a cure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import isclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .yaml_tree import Place

UNKNOWN = "extra_forbidden"
PATTERNS = {
    "code": "écrivez deux majuscules et un chiffre, par exemple MC1",
    "id": "écrivez en minuscules sans accent, chiffres et tirets, par exemple marche-cache",
    "key": "écrivez en minuscules sans accent, chiffres et tirets, 20 signes au plus",
    "url": "copiez l’adresse entière, avec https:// au début",
}
KINDS = {
    "string_type": "il faut un texte ; mettez-le entre guillemets",
    "string_too_short": "le texte est trop court ; écrivez au moins {min_length} lettres",
    "string_too_long": "le texte est trop long ({length} lettres) ; restez à {max_length} au plus",
    "bool_type": "il faut oui ou non ; écrivez true ou false",
    "bool_parsing": "il faut oui ou non ; écrivez true ou false",
    "int_from_float": "il faut un nombre entier ; enlevez la virgule",
    "int_type": "il faut un nombre ; écrivez-le en chiffres, sans guillemets",
    "int_parsing": "il faut un nombre ; écrivez-le en chiffres, sans unité",
    "float_type": "il faut un nombre ; écrivez-le en chiffres, avec un point : 12.5",
    "float_parsing": "il faut un nombre ; écrivez-le en chiffres, avec un point et sans unité : 12.5",
    "greater_than_equal": "le nombre est trop petit ; écrivez {ge} au moins",
    "less_than_equal": "le nombre est trop grand ; écrivez {le} au plus",
    "too_short": "il y en a {actual_length} ; il en faut au moins {min_length}",
    "too_long": "il y en a trop ; gardez-en {max_length} au plus",
    "literal_error": "cette valeur n’existe pas ; écrivez {choices}",
}
FAMILIES = {
    "tuple": "il faut une liste ; écrivez un élément par ligne, avec un tiret devant",
    "list": "il faut une liste ; écrivez un élément par ligne, avec un tiret devant",
    "dict": "il faut des champs ; écrivez « champ: valeur » à la ligne, décalé vers la droite",
    "model": "il faut des champs ; écrivez « champ: valeur » à la ligne, décalé vers la droite",
    "date": "il faut une date ; écrivez-la comme 2026-06-30",
}
OTHER = "cette valeur ne va pas ; regardez l’exemple de content/README.md"
EMPTY = "il n’y a rien après le deux-points ; écrivez une valeur, ou enlevez la ligne"
READ_AS_BOOL = "YAML lit ce mot comme vrai ou faux ; mettez-le entre guillemets"


@dataclass(frozen=True)
class Finding:
    place: Place
    """Below the model that was read."""
    kind: str
    """pydantic's own name of the error."""
    message: str


def findings(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    """Tell each real error."""
    for details in real_errors(error):
        yield _finding(details, model)


def real_errors(error: ValidationError) -> Iterator[ErrorDetails]:
    """Return each error, but not that a list is too short where its items are wrong: pydantic counts only the items that are right."""
    everything = error.errors(include_url=False)
    for details in everything:
        place = details["loc"]
        if details["type"] != "too_short" or not any(other["loc"][: len(place)] == place != other["loc"] for other in everything):
            yield details


def own_words(place: Place, said: str, model: type[BaseModel]) -> Finding:
    """Return what a rule of our own says, and where.

    It begins with the name of its field ("options : aucune bonne réponse ; …"): that is where it points.
    """
    named = re.match(r"(\w+)\s*:\s+(.+)", said, re.DOTALL)
    if named and place and named[1] == place[-1]:
        return Finding(place, "value_error", named[2])
    if named and named[1] in _fields_at(model, place):
        return Finding((*place, named[1]), "value_error", named[2])
    return Finding(place, "value_error", said)


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return « vouliez-vous dire « x » ? » where one of the known names is near, otherwise the list of them."""
    known = list(known)
    near = get_close_matches(name, known, n=1)
    return f"vouliez-vous dire « {near[0]} » ?" if near else f"les noms possibles : {', '.join(known) or 'aucun'}"


def unknown_field(name: str, known: Iterable[str]) -> str:
    return f"ce champ n’existe pas ; {suggestion(name, known)}"


def _finding(details: ErrorDetails, model: type[BaseModel]) -> Finding:
    place, kind = details["loc"], details["type"]
    if kind == "value_error":
        return own_words(place, str(details["ctx"]["error"]), model)
    if kind == UNKNOWN:
        return Finding(place, kind, unknown_field(str(place[-1]), _fields_at(model, place[:-1])))
    return Finding(place, kind, _message(details))


def _message(details: ErrorDetails) -> str:
    kind, given, name = details["type"], details["input"], str(details["loc"][-1]) if details["loc"] else ""
    context = details.get("ctx", {})
    if kind == "missing":
        return f"ce champ manque ; ajoutez « {name}: … »"
    if given is None and not kind.startswith("value"):
        return EMPTY
    if kind == "string_type" and isinstance(given, bool):
        return READ_AS_BOOL
    if kind == "string_pattern_mismatch" and name in PATTERNS:
        return f"« {given} » ne va pas ; {PATTERNS[name]}"
    if kind in KINDS:
        choices = str(context.get("expected", "")).replace("'", "").replace(" or ", " ou ")
        length = len(given) if isinstance(given, str) else 0
        return KINDS[kind].format(**{**context, "choices": choices, "length": length})
    return next((words for family, words in FAMILIES.items() if kind.startswith(family)), OTHER)


def _fields_at(model: type[BaseModel], place: Place) -> list[str]:
    """Return the names of the fields that the model has at that place; list items do not count."""
    here: type[BaseModel] | None = model
    for name in place:
        if isinstance(name, str) and here is not None:
            here = _model_in(here.model_fields[name].annotation) if name in here.model_fields else None
    return list(here.model_fields) if here else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside `tuple[Model, ...]`, `Model | None` and the like."""
    if isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)
