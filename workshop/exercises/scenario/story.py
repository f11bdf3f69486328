"""The story as a graph: `leads_to` gives for each situation where its choices lead, in their order. Every path must come to an ending."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workshop.exercises.options import LETTERS

Graph = Mapping[str, Sequence[str]]


class Taken(NamedTuple):
    """One step of a path: the situation, and the letter of the choice made there ("a" is the first)."""

    situation: str
    letter: str


def walk(leads_to: Graph, start: str, path: Iterable[Taken]) -> str | None:
    """Return the key to which a path leads, the start where it is empty; None where it is not a path of this story."""
    here = start
    for step in path:
        nexts = leads_to.get(here, ())
        chosen = LETTERS.lower().index(step.letter)
        if step.situation != here or chosen >= len(nexts):
            return None
        here = nexts[chosen]
    return here


def problem(leads_to: Graph, endings: Sequence[str], start: str, situations: Sequence[str]) -> str:
    """Return, in French for the author, the first thing that keeps this from being a story; "" where all is well."""
    if not endings:
        return "endings : l’histoire n’a pas de fin ; écrivez-en au moins une"
    keys = [*situations, *endings]
    doubled = [key for key in keys if keys.count(key) > 1]
    if doubled:
        return f"situations : l’identifiant « {doubled[0]} » sert deux fois ; donnez un identifiant différent à chaque situation et à chaque fin"
    if start not in leads_to:
        return f"start : la situation « {start} » n’existe pas ; écrivez l’identifiant d’une situation"
    for key, nexts in leads_to.items():
        unknown = [one for one in nexts if one not in keys]
        if unknown:
            return f"situations : un choix de « {key} » mène à « {unknown[0]} », qui n’existe pas ; écrivez l’identifiant d’une situation ou d’une fin"
    around = _loop(leads_to, situations)
    if around:
        return f"situations : l’histoire tourne en rond ({' → '.join(around)}) ; chaque chemin doit arriver à une fin"
    found = _reached(leads_to, start)
    lost = [key for key in keys if key not in found]
    if lost:
        field = "endings" if lost[0] in endings else "situations"
        return f"{field} : aucun chemin n’arrive à « {lost[0]} » ; faites-y mener un choix, ou enlevez-la"
    return ""


def _reached(leads_to: Graph, start: str) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        fresh = set(leads_to.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found


def _loop(leads_to: Graph, situations: Sequence[str]) -> list[str]:
    """Return the situations of one loop, the first again at its end; nothing where there is none."""
    free: set[str] = set()

    def look(key: str, trail: list[str]) -> list[str]:
        if key in trail:
            return [*trail[trail.index(key) :], key]
        if key in free:
            return []
        for one in leads_to.get(key, ()):
            if around := look(one, [*trail, key]):
                return around
        free.add(key)
        return []

    return next((around for key in situations if (around := look(key, []))), [])
