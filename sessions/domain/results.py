"""From what a room answered to the story it is told: one part, a whole step, two rounds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workshop.exercises.contract import Answer, Story
from workshop.exercises.story import lowered
from workshop.figures import Bar, Bars
from workshop.plans.model import Part, Step

WAITING = "C’est écrit. On relit, puis on montre."


@dataclass(frozen=True)
class PartAnswers:
    """All that one part of one run received. `answers` by participant id, None for a pass; `hands` by the type's own keys."""

    answers: Mapping[int, Answer | None] = field(default_factory=dict)
    hands: Mapping[str, int] = field(default_factory=dict)
    is_hidden: Callable[[str], bool] = lambda _text: False
    arrangement: Mapping[str, Any] | None = None

    @property
    def given(self) -> list[Answer]:
        """The answers that are not a pass."""
        return [answer for answer in self.answers.values() if answer is not None]

    @property
    def received(self) -> int:
        """Answers, passes and raised hands together."""
        return len(self.answers) + sum(self.hands.values())


@dataclass(frozen=True)
class Earlier:
    """The same thing at an earlier moment, part by part, and how the two are told as one: two rounds, or arriving and leaving."""

    parts: tuple[PartAnswers, ...]
    told: Callable[[Story, Story], Story] = Story.beside
    """told(now, before) → one story."""


def shown_answers(part: Part, gathered: PartAnswers) -> list[Answer]:
    """Return what may be shown: hidden texts taken out, raised hands added."""
    exercise = part.exercise
    answers = gathered.given
    if exercise.without is not None:
        kept = (exercise.without(answer, gathered.is_hidden) for answer in answers)
        answers = [answer for answer in kept if answer is not None]
    return [*answers, *raised(part, gathered.hands)]


def raised(part: Part, hands: Mapping[str, int]) -> list[Answer]:
    """Return the answers for which raised hands stand.

    Where one person may raise a hand several times, as few people as the counts allow: ten hands for each of two choices are ten people, not twenty.
    """
    known = part.exercise.hands(part.spec) if part.exercise.hands and hands else {}
    counts = {key: count for key, count in hands.items() if key in known and count > 0}
    found: list[Answer] = []
    for place in range(max(counts.values(), default=0)):
        each = [known[key].answer for key, count in counts.items() if place < count]
        one = part.exercise.together(part.spec, each) if part.exercise.together else None
        found += each if one is None else [one]
    return found


def summary_of(part: Part, gathered: PartAnswers) -> Any:
    """Return the type's summary, in the counsellor's order where one was made."""
    exercise = part.exercise
    summary = exercise.summarise(part.spec, shown_answers(part, gathered))
    if exercise.arrange is not None and gathered.arrangement:
        summary = exercise.arrange(summary, exercise.Arrangement.model_validate(gathered.arrangement))
    return summary


def story_of_part(part: Part, gathered: PartAnswers) -> Story:
    """Return the part's story; where all that was written still waits for the counsellor, say that and nothing else."""
    if part.approval and gathered.given and not shown_answers(part, gathered):
        return Story(WAITING)
    return part.exercise.tell(part.spec, summary_of(part, gathered))


def story_of_step(step: Step, parts: tuple[PartAnswers, ...], before: Earlier | None = None) -> Story:
    """Return the story of a whole run."""
    return story_of_parts(step.parts, parts, before)


def story_of_parts(asked: tuple[Part, ...], parts: tuple[PartAnswers, ...], before: Earlier | None = None) -> Story:
    """Return the story of some of a run's parts; `before` is shown beside it."""
    if len(asked) == 1:
        story = story_of_part(asked[0], parts[0])
        return story if before is None else before.told(story, story_of_part(asked[0], before.parts[0]))
    story = _story_of_block(asked, parts)
    return story if before is None else before.told(story, _story_of_block(asked, before.parts))


def _story_of_block(asked: tuple[Part, ...], parts: tuple[PartAnswers, ...]) -> Story:
    """A block in one picture: how many were right, question by question; then the stories of what is not graded.

    Beside questions, how able people feel is not shown: each said it for themselves, and the report tells what moved.
    """
    graded = [(part, gathered) for part, gathered in zip(asked, parts, strict=True) if _is_judged(part, gathered)]
    others = [(part, gathered) for part, gathered in zip(asked, parts, strict=True) if part.exercise.tell and not _is_judged(part, gathered)]
    if not graded:
        return _side_by_side(_stories(others))
    asked_openly = _stories((part, gathered) for part, gathered in others if gathered.received and not part.is_confidence)
    return _right_ones(graded).and_then(_side_by_side(asked_openly) if asked_openly else None)


def _stories(parts: Iterable[tuple[Part, PartAnswers]]) -> list[tuple[str, Story]]:
    return [(part.spec.prompt, story_of_part(part, gathered)) for part, gathered in parts]


def _right_ones(graded: list[tuple[Part, PartAnswers]]) -> Story:
    bars = tuple(Bar(part.spec.prompt, _right(part, gathered), str(place)) for place, (part, gathered) in enumerate(graded, 1))
    totals = [len(part.exercise.scores(part.spec, gathered.given)) for part, gathered in graded]
    return Story(_block_sentence(bars, totals), (Bars("Bonnes réponses", bars, max(totals), "bonne réponse"),))


def _side_by_side(stories: list[tuple[str, Story]]) -> Story:
    """Return the stories as one, each under what was asked: three bars without their statement would say nothing."""
    sentences = [f"«\u00a0{prompt.rstrip(' .')}\u00a0»\u00a0: {lowered(story.sentence)}" for prompt, story in stories]
    figures = [replace(figure, title=figure.title or prompt) for prompt, story in stories for figure in story.figures]
    return Story(" ".join(sentences), tuple(figures))


def _block_sentence(bars: tuple[Bar, ...], totals: list[int]) -> str:
    """Name the easiest and the hardest question by the share of those who answered it: at one's own pace not all reach the last."""
    asked = [(bar.count / total, bar, total) for bar, total in zip(bars, totals, strict=True) if total]
    if not asked:
        return "Personne n’a répondu."
    best, easiest, of_best = max(asked, key=lambda one: one[0])
    worst, hardest, of_worst = min(asked, key=lambda one: one[0])
    if best == worst:
        return "Toutes les questions sont réussies par tout le monde." if best == 1 else "Toutes les questions sont aussi difficiles les unes que les autres."
    return (
        f"La plus facile : « {easiest.label} » ({easiest.count} sur {of_best}). "
        f"À revoir : « {hardest.label} » ({hardest.count} sur {of_worst})."
    )


def _is_judged(part: Part, gathered: PartAnswers) -> bool:
    """Whether right and wrong can be counted: not where the type grades nothing, nor where none of what came in can be judged."""
    return part.exercise.grade is not None and (not gathered.given or bool(part.exercise.scores(part.spec, gathered.given)))


def _right(part: Part, gathered: PartAnswers) -> int:
    return sum(bool(grade and grade.is_right) for grade in (part.exercise.grade(part.spec, answer) for answer in gathered.given))


def mean_score(part: Part, gathered: PartAnswers) -> float | None:
    """Return the room's mean grade, 0..1, or None where nothing can be graded."""
    scores = part.exercise.scores(part.spec, gathered.given)
    return sum(scores) / len(scores) if scores else None
