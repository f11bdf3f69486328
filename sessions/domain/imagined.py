"""A room that does not exist: twelve people play one activity, so that its author sees what a real room will see."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from workshop.plans.model import Part, Workshop

from .dealt import Dealt, dealing_part
from .live_session import LiveSession, StepRun
from .paces import Progress
from .people import alias_ideas
from .results import PartAnswers
from .runs import open_run, reveal, show
from .sharing import rooms_of
from .states import LiveState
from .views.outcomes import OwnAnswer
from .views.phone import PhoneView, phone_view
from .views.screen import ScreenView, screen_view

PEOPLE = 12
CODE = "K4M7PX"
HALFWAY = 7
"""How many have answered while it is still asked."""
TRIES = 40


@dataclass(frozen=True)
class Shown:
    phone: PhoneView
    screen: ScreenView


class ImaginedRoom:
    """Plays a workshop of one step that has one part, among so many people. The same `random` always gives the same room."""

    def __init__(self, workshop: Workshop, random: Random, now: datetime, people: int = PEOPLE) -> None:
        self.now = now
        self.people = range(1, people + 1)
        self.step = workshop.steps[0]
        self.part: Part = self.step.parts[0]
        self.run = StepRun("apercu", self.step.id)
        self.live = LiveSession(0, CODE, workshop, state=LiveState.RUNNING, current_run_id=self.run.id, runs=[self.run])
        open_run(self.run, self.step, now)
        self.names = {person: alias_ideas(random)[0] for person in self.people}
        self.dealt = self._dealt(random)
        self.me = self._somebody()
        self.answers = self._answers(random)

    def asking(self) -> Shown:
        """Return what is seen while it is asked; of points that are shown one by one, the first."""
        if self.step.points:
            show(self.run, self.step, 1)
        return self._shown({}, dict(list(self.answers.items())[:HALFWAY]))

    def result(self) -> Shown | None:
        """Return what is seen once the result is shown, or all the points are; None where nothing comes after."""
        if self.step.points > 1:
            show(self.run, self.step, self.step.points - self.run.shown)
            return self._shown({}, {})
        if not self.step.can_reveal:
            return None
        reveal(self.run, self.step, self.now)
        mine = self.answers.get(self.me)
        return self._shown({} if mine is None else {0: OwnAnswer(mine)}, self.answers)

    def _shown(self, own: dict[int, OwnAnswer], answers: dict[int, Any]) -> Shown:
        dealt = self.dealt if dealing_part(self.live) is not None else None
        progress = Progress(len(answers), len(self.dealt.asked) if self.dealt else len(self.people))
        gathered = (PartAnswers(answers),)
        rooms = rooms_of(self.step, gathered)
        seat = dealt.seat(self.me) if dealt else None
        return Shown(
            phone_view(self.live, self.now, own, seat=seat, rooms=rooms),
            screen_view(self.live, self.now, list(self.names.values()), len(self.people), progress, gathered, dealt=dealt, rooms=rooms),
        )

    def _dealt(self, random: Random) -> Dealt | None:
        dealing = self.part.exercise.dealing
        if dealing is None:
            return None
        return Dealt(self.part, dealing.deal(self.part.spec, list(self.people), random, None, again=False, scores={}), self.names)

    def _somebody(self) -> int:
        """Return whose phone is shown: somebody who has something to do."""
        among = (*sorted(self.dealt.asked), *self.dealt.deal.seated) if self.dealt else ()
        return next(iter(among), self.people[0])

    def _answers(self, random: Random) -> dict[int, Any]:
        exercise = self.part.exercise
        if not exercise.is_answerable:
            return {}
        asked = self.dealt.asked if self.dealt else self.people
        answers = {person: self._imagined(random) for person in asked}
        return {person: self.dealt.completed(person, answer) for person, answer in answers.items()} if self.dealt else answers

    def _imagined(self, random: Random) -> Any:
        """Return an answer that has come to its end, where one is soon found."""
        exercise = self.part.exercise
        for _ in range(TRIES):
            answer = exercise.imagine(self.part.spec, random)
            if exercise.is_done(self.part.spec, answer):
                break
        return answer
