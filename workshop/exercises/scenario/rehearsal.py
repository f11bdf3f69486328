"""Plausible paths: more often the good reflex than the risk; now and then somebody is still on the way."""

from random import Random

from .model import ScenarioAnswer, ScenarioSpecification

STOPS = 0.04
"""The chance to stop before each further choice."""


def imagine(specification: ScenarioSpecification, random: Random) -> ScenarioAnswer:
    here, path = specification.situation(specification.first), ""
    while here and (not path or random.random() > STOPS):
        weights = [0.6 + (choice.worth if choice.worth is not None else 0.5) for choice in here.choices]
        [(letter, choice)] = random.choices(here.lettered, weights)
        path += f"/{here.key}:{letter}"
        here = specification.situation(choice.next)
    return ScenarioAnswer(path=path)
