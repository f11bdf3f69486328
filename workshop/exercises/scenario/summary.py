"""Which paths the room took, and where they led."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Paths, Stop, Way

from .model import ScenarioAnswer, ScenarioSpecification, Situation, StoryChoice, place


@dataclass(frozen=True)
class ScenarioSummary:
    chosen: dict[str, tuple[int, ...]]
    """Per situation key, how many made each of its choices, in their order."""
    ended: dict[str, int]
    """How many came to each ending, every ending included."""
    total: int
    """People who made a choice at least."""

    @property
    def done(self) -> int:
        return sum(self.ended.values())


def summarise(specification: ScenarioSpecification, answers: Sequence[ScenarioAnswer]) -> ScenarioSummary:
    counted = Counter(step for answer in answers for step in answer.taken)
    ends = Counter(place(specification, answer) for answer in answers)
    chosen = {one.key: tuple(counted[one.key, letter] for letter, _ in one.lettered) for one in specification.situations}
    return ScenarioSummary(chosen, {ending.key: ends[ending.key] for ending in specification.endings}, sum(bool(answer.taken) for answer in answers))


def tell(specification: ScenarioSpecification, summary: ScenarioSummary) -> Story:
    stops = [Stop(one.key, str(rank), one.title, sum(summary.chosen[one.key])) for rank, one in enumerate(specification.situations, 1)]
    stops += [Stop(one.key, f"F{rank}", one.title, summary.ended[one.key], is_end=True) for rank, one in enumerate(specification.endings, 1)]
    ways = [
        Way(one.key, choice.next, letter.upper(), choice.text, count, choice.short, _quality(choice))
        for one in specification.situations
        for (letter, choice), count in zip(one.lettered, summary.chosen[one.key], strict=True)
    ]
    return Story(_sentence(specification, summary), (Paths("", tuple(stops), tuple(ways)),), specification.takeaway)


def _quality(choice: StoryChoice) -> str:
    return "good" if choice.is_good else "risky" if choice.is_risky else ""


def _sentence(specification: ScenarioSpecification, summary: ScenarioSummary) -> str:
    if summary.total == 0:
        return "Personne n’a encore pris de chemin."
    return " ".join(filter(None, (_ends(specification, summary), _turning(specification, summary))))


def _ends(specification: ScenarioSpecification, summary: ScenarioSummary) -> str:
    if summary.done == 0:
        return "Personne n’est encore arrivé au bout de l’histoire."
    most = max(summary.ended.values())
    reached = [f"« {ending.title} »" for ending in specification.endings if summary.ended[ending.key] == most]
    if len(reached) > 1:
        return f"Le groupe se partage entre {', '.join(reached[:-1])} et {reached[-1]}."
    if most == summary.done:
        return f"Tout le monde arrive à {reached[0]}." if most > 1 else f"Un seul chemin, jusqu’à {reached[0]}."
    return f"{most} sur {summary.done} arrivent à {reached[0]}." if most > 1 else f"1 sur {summary.done} arrive à {reached[0]}."


def _turning(specification: ScenarioSpecification, summary: ScenarioSummary) -> str:
    """Name the situation where most took a risk; in a story that is not graded, the one where the room was most divided."""
    met = [(one, summary.chosen[one.key]) for one in specification.situations if sum(summary.chosen[one.key]) > 1]
    if specification.is_graded:
        risks = [(_risky(one, counts), sum(counts), one) for one, counts in met]
        risk, total, where = max(risks, key=lambda one: one[0], default=(0, 0, None))
        return f"Le moment le plus risqué : « {where.title} ». {risk} sur {total} y {'ont' if risk > 1 else 'a'} pris un risque." if risk else ""
    # what two or three people met at the end of one path says nothing of the room
    divided = [(sorted(counts)[-2:], one) for one, counts in met if min(sorted(counts)[-2:]) > 0 and sum(counts) * 3 >= summary.total]
    (second, first), where = max(divided, key=lambda one: one[0][0] / one[0][1], default=((0, 0), None))
    return f"Là où les choix diffèrent le plus : « {where.title} » ({first} contre {second})." if where else ""


def _risky(situation: Situation, counts: tuple[int, ...]) -> int:
    return sum(count for choice, count in zip(situation.choices, counts, strict=True) if choice.is_risky)
