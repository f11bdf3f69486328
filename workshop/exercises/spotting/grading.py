"""How much of what is wrong was seen, and nothing else."""

from workshop.exercises.contract import Grade

from .answering import SpottingAnswer
from .model import SpottingSpecification


def grade(specification: SpottingSpecification, answer: SpottingAnswer) -> Grade:
    """Return max(0, (hits − false alarms) ÷ number of faults), 0..1.

    A hit is a touched fault, a false alarm a touched place without a fault. Of 4 faults, 3 hits and 1 false alarm give 0.5; touching
    everything earns nothing where there are as many sound places as faults.
    """
    touched = set(answer.touched)
    hits = sum(spot.id in touched for spot in specification.faults)
    alarms = len(touched) - hits
    return Grade(max(0.0, (hits - alarms) / len(specification.faults)), _explanation(specification, hits, alarms))


def _explanation(specification: SpottingSpecification, hits: int, alarms: int) -> str:
    """Return what counts; which ones they are stands in the result above it."""
    told = f"Tu as vu {hits} {'indices' if hits > 1 else 'indice'} sur {len(specification.faults)}."
    if alarms == 0:
        return told
    return f"{told} Tu as aussi touché {alarms} {'endroits' if alarms > 1 else 'endroit'} sans problème."
