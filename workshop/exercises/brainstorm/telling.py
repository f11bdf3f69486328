"""What the room is told: a board of ideas, or the ideas by their votes."""

from collections import Counter
from collections.abc import Sequence

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars, Board, Figure, Group, Note

from .model import BrainstormSpecification
from .summary import BrainstormSummary, Idea

NAMED = 3


def tell(specification: BrainstormSpecification, summary: BrainstormSummary) -> Story:
    if summary.is_vote:
        return Story(_vote_sentence(summary), _vote_figures(summary))
    return Story(_ideas_sentence(summary), (Board("", _groups(summary)),))


def _groups(summary: BrainstormSummary) -> tuple[Group, ...]:
    """Return the groups, the fullest first, then the ideas that are in none."""
    groups = [Group(title, _notes(summary, title)) for title in summary.groups]
    groups.sort(key=lambda group: -_weight(group.notes))
    heap = _notes(summary, "")
    return (*groups, Group("", heap)) if heap else tuple(groups)


def _weight(notes: Sequence[Note]) -> int:
    return sum(note.votes or 0 for note in notes) or len(notes)


def _notes(summary: BrainstormSummary, title: str) -> tuple[Note, ...]:
    return tuple(_note(idea, is_vote=summary.is_vote) for idea in summary.ideas if idea.group == title)


def _note(idea: Idea, *, is_vote: bool) -> Note:
    if is_vote:
        return Note(idea.text, idea.people)
    return Note(f"{idea.text} ({idea.people} fois)" if idea.people > 1 else idea.text)


def _vote_figures(summary: BrainstormSummary) -> tuple[Figure, ...]:
    """Return the votes of each idea and, where they stand in groups, of each group."""
    ideas = tuple(Bar(idea.text, idea.people) for idea in summary.ideas)
    if not summary.groups:
        return (Bars("", ideas, summary.total, "vote"),)
    votes: Counter[str] = Counter()
    for idea in summary.ideas:
        votes[idea.group] += idea.people
    groups = [Bar(title or "Les autres idées", votes[title]) for title in sorted(votes, key=lambda title: (-votes[title], title))]
    return (Bars("Par idée", ideas, summary.total, "vote"), Bars("Par groupe", tuple(groups), votes.total(), "vote"))


def _ideas_sentence(summary: BrainstormSummary) -> str:
    if not summary.ideas:
        return "Aucune idée pour le moment."
    if len(summary.ideas) == 1:
        return f"Une seule idée : « {summary.ideas[0].text} »."
    said = f"{len(summary.ideas)} idées différentes"
    if len(summary.groups) > 1:
        return f"{said}, en {len(summary.groups)} groupes."
    most = summary.ideas[0].people
    first = [idea for idea in summary.ideas if idea.people == most]
    if most > 1 and len(first) == 1:
        return f"{said}. Celle qui revient le plus : « {first[0].text} », {most} fois."
    return f"{said}."


def _vote_sentence(summary: BrainstormSummary) -> str:
    most = max((idea.people for idea in summary.ideas), default=0)
    if most == 0:
        return "Personne n’a voté pour le moment."
    first = [f"« {idea.text} »" for idea in summary.ideas if idea.people == most]
    if summary.total == 1:
        return f"Une seule personne a voté : {_named(first)}."
    votes = f"{most} votes" if most > 1 else "1 vote"
    if len(first) == 1:
        return f"L’idée du groupe : {first[0]}, avec {votes}."
    if len(first) <= NAMED:
        return f"À égalité : {_named(first)}, avec {votes} chacune."
    return f"{len(first)} idées sont à égalité, avec {votes} chacune."


def _named(ideas: list[str]) -> str:
    """Return the ideas; beyond NAMED their number, for a sentence is read in one breath."""
    if len(ideas) > NAMED:
        return f"{len(ideas)} idées"
    return " et ".join(filter(None, (", ".join(ideas[:-1]), ideas[-1])))
