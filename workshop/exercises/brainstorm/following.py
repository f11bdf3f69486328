"""The vote that follows the ideas."""

import re

from .model import LONGEST, MOST_OPTIONS, BrainstormSpecification, VoteOption
from .summary import BrainstormSummary

VOTES = 3
INVITATION = "Vote pour tes idées préférées."
LONGEST_PROMPT = 240


def make_vote(specification: BrainstormSpecification, summary: BrainstormSummary) -> BrainstormSpecification:
    """Return the voting form: the 24 ideas that most people gave, in the counsellor's groups; raises ValueError below two ideas.

    After a vote it makes a second one, with only the ideas that had votes. Ideas of a group stand together, the heap last.
    """
    ideas = [idea for idea in summary.ideas if idea.people > 0][:MOST_OPTIONS]
    if len(ideas) < 2:
        raise ValueError("il faut au moins deux idées pour voter. Montrez d’abord d’autres idées.")
    order = {title: place for place, title in enumerate(summary.groups)}
    ideas.sort(key=lambda idea: order.get(idea.group, len(order)))
    options = tuple(VoteOption(key=f"i{place}", label=idea.text[:LONGEST], group=idea.group) for place, idea in enumerate(ideas, 1))
    return BrainstormSpecification(
        prompt=specification.prompt if specification.is_vote else _prompt(specification.prompt),
        max_ideas=specification.max_ideas,
        max_length=specification.max_length,
        vote_on=options,
        votes=min(specification.votes if specification.is_vote else VOTES, len(options) - 1),
    )


def _prompt(asked: str) -> str:
    """Return the question that was asked, without how to write the ideas, and what to do now."""
    question = re.match(r".*?\?|.*?[.!…](?=\s|$)|.*", asked, re.DOTALL).group()
    cut = question[: LONGEST_PROMPT - len(INVITATION) - 2]
    return f"{cut} {INVITATION}" if cut[-1] in "?.!…" else f"{cut}. {INVITATION}"
