"""What is dealt out among those who are in the room: teams, roles, a drawn person. A type that deals gives a `Dealing`.

Pure like all of a type: people are participant ids, chance is the `random.Random` that is handed in, and a deal is stored with its run as JSON.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from .keeping import Keepsake
from .story import Story

Standing = Literal["answered", "passed", "open"]
"""How somebody's answer stands to what is dealt now; "open": it answers what was dealt before, and nothing is answered yet of what is dealt now."""


class Deal(BaseModel):
    """What was dealt. It survives JSON, so it holds nothing but numbers, texts, lists and mappings."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    @abstractmethod
    def seated(self) -> tuple[int, ...]:
        """Everybody who has a place in it, each once."""


@dataclass(frozen=True)
class Team:
    """Some of the room who play together. `symbol` is one sign, and says the same as the name; `tone` is one of the house's six colours, "a" to "f"."""

    name: str
    symbol: str
    members: tuple[int, ...]
    tone: str = "f"


@dataclass(frozen=True)
class ByHand:
    """How the counsellor puts somebody elsewhere."""

    spots: Callable[[Any, Any], Mapping[str, str]]
    """spots(specification, deal) → where somebody can be put: key and French label, in the order in which the desk lists them.

    The label of a place where somebody is already is what `place` says of who is there. A place that would be made by putting somebody there is another
    one, and its label says so; its key is the one that it has once it is made.
    """
    move: Callable[[Any, Any, int, str], Any]
    """move(specification, deal, person, key) → the deal with that person there. Only people who are seated and keys of `spots` are asked for."""


@dataclass(frozen=True, kw_only=True)
class Dealing:
    """Everything the frame needs of a type that deals. Such a type stands alone in its step, unless it `joins_blocks`."""

    Deal: type[Deal]
    label: str
    """The desk's button for dealing again: « Refaire les équipes »."""
    deal: Callable[..., Any]
    """deal(specification, people, random, before, *, again, scores) → Deal.

    `before` is None when the step opens. Afterwards it is the present deal: somebody came or left, and who is settled stays settled; or `again`
    is true, and the counsellor asked for another one. `people` are all who are to be seated, each once. `scores` has the mean grade so far
    (0..1) of those who have one, where `wants_scores` asked for it.
    """
    seat: Callable[[Any, Any, int, Mapping[int, str]], Mapping[str, Any]]
    """seat(specification, deal, person, names) → what this one phone may know beside `public`; its macro finds it as `public.seat`."""
    show: Callable[[Any, Any, Mapping[int, str]], Story]
    """show(specification, deal, names) → what the screen tells of the deal while the step is open; the sentence may be empty."""
    place: Callable[[Any, Any, int], str]
    """place(specification, deal, person) → where somebody is, in a few words, for the desk alone; may be empty."""
    asks: Callable[[Any, Any, int], bool] | None = None
    """asks(specification, deal, person) → whether this person has something to answer now; None: everybody, where the type is answered at all."""
    after_answer: Callable[[Any, Any, int, Any], Any] | None = None
    """after_answer(specification, deal, person, answer) → the deal once that person has answered; `answer` None is a pass.

    Where a type has it, the deal alone takes the pass in: it is kept nowhere else, and no report can tell it.
    """
    complete: Callable[[Any, Any, int, Any], Any] | None = None
    """complete(specification, deal, person, answer) → the answer as it is stored, with what was dealt written into it: who counts answers has no deal.

    Raises AnswerRefused where the answer does not fit what was dealt. An answer without anything of the deal in it (a rehearsal's) is completed too.
    """
    succeed: Callable[[Any, Any, int, Any, Any], Any] | None = None
    """succeed(specification, deal, person, before, answer) → the answer as it is stored in the place of `before`, with what it must not lose of it.

    For types where one person answers again once it is dealt again. `before` is what this person has answered in this run so far, None where that is
    nothing or a pass; `answer` None is a pass, which is stored where None comes back. What comes back is bounded, however often it is dealt.
    """
    standing: Callable[[Any, Any, int, Any], Standing] | None = None
    """standing(specification, deal, person, answer) → whether what this person answered (never None) answers what is dealt now; without it, it does."""
    progress: Callable[[Any, Any, int, Any], Any] | None = None
    """progress(specification, deal, person, answer) → the deal once that answer is stored (None is a pass): how far people have come.

    For `show` and `place`, and for that person's own `seat`, which the phone asks for by itself after an answer in several goes.
    """
    hand_over: Callable[[Any, Sequence[Any]], Mapping[int, Sequence[Keepsake]]] | None = None
    """hand_over(specification, answers) → what the answers give to others, by the person for whom `complete` wrote it in: nothing of who gave it.

    It arrives with the reveal, on that person's phone and in that notebook alone.
    """
    wants_scores: Callable[[Any], bool] | None = None
    teams: Callable[[Any, Any], tuple[Team, ...]] | None = None
    """teams(specification, deal) → the teams by which later steps can be played."""
    by_hand: ByHand | None = None
    away_s: int = 600
    """Seconds that somebody whose phone is away keeps a place."""
    joins_blocks: bool = False
    """Whether it can be one of several activities that each goes through at one's own pace: all are dealt the same, and nobody waits for another.

    Such a type asks everybody, once, and neither `after_answer` nor `standing` nor `hand_over` is told of its answers.
    """
    seats_phoneless: bool = False
    """Whether those whom the counsellor added without a phone are dealt a place too."""
