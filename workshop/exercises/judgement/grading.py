"""How many of the panel think alike."""

from workshop.exercises.contract import Grade
from workshop.exercises.options import Chosen

from .model import JudgementSpecification, Reaction


def chosen(specification: JudgementSpecification, answer: Chosen) -> Reaction:
    """Return the option of the answer."""
    return next(option for option in specification.options if option.key in answer.choices)


def grade(specification: JudgementSpecification, answer: Chosen) -> Grade:
    """Return the panel's votes for the chosen option ÷ its votes for the option it chose most, 0..1.

    This is the aggregate scoring of script concordance tests (Charlin et al., 2000): of 10 professionals 6, 3, 1 and 0 chose the options,
    which are worth 1, 0.5, 0.17 and 0. Where two options are level at the top, each is worth 1.
    """
    mine = chosen(specification, answer)
    return Grade(mine.votes / specification.favourites[0].votes, _explanation(specification, mine))


def _explanation(specification: JudgementSpecification, mine: Reaction) -> str:
    told = f"{_how_many(specification, mine)} {mine.explanation}".strip()
    if mine in specification.favourites:
        return told
    favourite = specification.favourites[0]
    return f"{told} Le plus choisi : « {favourite.label} ». {favourite.explanation}".strip()


def _how_many(specification: JudgementSpecification, mine: Reaction) -> str:
    if mine.votes == 0:
        return f"Sur {specification.named}, personne n’a choisi comme toi."
    return f"Sur {specification.named}, {mine.votes} {'ont' if mine.votes > 1 else 'a'} choisi comme toi."
