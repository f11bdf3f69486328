"""A plausible answer: every item has a place of its own on which most agree, a step more or less."""

from random import Random

from .model import STEPS, MatrixAnswer, MatrixSpecification

ACROSS = (1, 4, 2, 3, 1, 3, 2, 4)
UP = (2, 3, 4, 1, 4, 2, 1, 3)
"""The usual step of each item by its rank, well apart on the map."""


def imagine(specification: MatrixSpecification, random: Random) -> MatrixAnswer:
    keys = [item.key for item in specification.items]
    return MatrixAnswer(across=_around(keys, ACROSS, random), up=_around(keys, UP, random))


def _around(keys: list[str], usual: tuple[int, ...], random: Random) -> dict[str, str]:
    return {key: str(min(max(step + random.choice((-1, 0, 0, 0, 1)), 1), STEPS)) for key, step in zip(keys, usual, strict=False)}
