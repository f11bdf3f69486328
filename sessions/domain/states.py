"""The states of a live session and of a step's run, and what each command needs. One table for everyone."""

from dataclasses import dataclass
from enum import StrEnum


class LiveState(StrEnum):
    LOBBY = "lobby"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class RunState(StrEnum):
    PENDING = "pending"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    SKIPPED = "skipped"


L, R = LiveState, RunState
ALIVE = frozenset({L.LOBBY, L.RUNNING, L.PAUSED})


@dataclass(frozen=True)
class Rule:
    """When a command is allowed, and how the desk calls it. `run` None: whatever the run's state, or no run at all."""

    label: str
    live: frozenset[LiveState]
    run: frozenset[RunState] | None = None
    hint: str = ""


def _rule(label: str, live: set[LiveState] | frozenset[LiveState], run: set[RunState] | None = None, hint: str = "") -> Rule:
    return Rule(label, frozenset(live), frozenset(run) if run is not None else None, hint)


RULES: dict[str, Rule] = {
    "next": _rule("Étape suivante", {L.LOBBY, L.RUNNING}),
    "back": _rule("Étape précédente", {L.RUNNING}),
    "go_to": _rule("Aller à cette étape", {L.LOBBY, L.RUNNING}),
    "open": _rule("Lancer l’activité", {L.RUNNING}, {R.PENDING}),
    "show_more": _rule("Point suivant", {L.RUNNING}, {R.OPEN}),
    "show_less": _rule("Point précédent", {L.RUNNING}, {R.OPEN}),
    "close": _rule("Fermer les réponses", {L.RUNNING}, {R.OPEN}),
    "reveal": _rule("Montrer le résultat", {L.RUNNING}, {R.OPEN, R.CLOSED}),
    "show_result": _rule("Résultat suivant", {L.RUNNING}, {R.REVEALED}),
    "show_page": _rule("Page suivante", {L.RUNNING}, {R.REVEALED}),
    "conceal": _rule("Cacher le résultat", {L.RUNNING}, {R.REVEALED}),
    "reopen": _rule("Rouvrir les réponses", {L.RUNNING}, {R.CLOSED, R.REVEALED, R.SKIPPED}),
    "second_round": _rule("Deuxième tour", {L.RUNNING}, {R.CLOSED, R.REVEALED}),
    "skip": _rule("Passer l’activité", {L.RUNNING}, {R.PENDING, R.OPEN, R.CLOSED}),
    "follow_up": _rule("Suite de l’activité", {L.RUNNING}, {R.CLOSED, R.REVEALED}),
    "improvise": _rule("Question éclair", {L.LOBBY, L.RUNNING}),
    "self_paced": _rule("Ouvrir plusieurs activités à son rythme", {L.LOBBY, L.RUNNING}),
    "play_by_team": _rule("Jouer par équipe", {L.RUNNING}, {R.PENDING, R.OPEN, R.CLOSED, R.REVEALED}),
    "start_timer": _rule("Mettre un minuteur", {L.RUNNING}, {R.OPEN}),
    "extend_timer": _rule("Plus de temps", {L.RUNNING}, {R.OPEN}),
    "lift_timer": _rule("Enlever le minuteur", {L.RUNNING}, {R.OPEN}),
    "pause": _rule("Mettre en pause", {L.RUNNING}),
    "resume": _rule("Reprendre", {L.PAUSED}),
    "lock": _rule("Fermer l’entrée", ALIVE),
    "unlock": _rule("Rouvrir l’entrée", ALIVE),
    "end": _rule("Terminer la séance", ALIVE),
    "reopen_live": _rule("Rouvrir la séance", {L.ENDED}),
}
"""The commands that change what the room sees: each one that succeeds makes a new version."""

LOBBY_NEXT_LABEL = "Commencer"
ONE_BY_ONE_LABEL = "Reprendre une activité à la fois"
"""What leaving out a block made in the room comes to: its steps are there again, one after the other."""
