"""Workshop, Step: what is prepared, and what a live session plays a frozen copy of.

A step usually has one part. A step with several parts is a block: each phone goes through them at its own pace.
"""

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from .part import Part
from .source import Prepared

Slug = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
MOST_PARTS, MOST_STEPS = 12, 60


class Step(Prepared):
    """One stage of a workshop, run in the room as one."""

    id: str = Slug
    title: str = Field(min_length=2, max_length=80)
    minutes: int = Field(ge=1, le=120)
    notes: str = ""
    """What the counsellor may say and watch for; never shown to the room."""
    core: bool = False
    """True for the steps to keep when time is short."""
    timer_s: int | None = Field(default=None, ge=10, le=3600)
    reveals: bool = True
    """False where the room is not shown the result (the questions asked before)."""
    by_team: Literal["goal", "ranking"] | None = None
    """Also told team by team once revealed: towards a goal that all share, or as a ranking of teams; by the latest teams of the session."""
    team_goal: int = Field(default=70, ge=1, le=100)
    """The shared goal, in percent of success."""
    improvised: bool = False
    parts: tuple[Part, ...] = Field(min_length=1, max_length=MOST_PARTS)

    @model_validator(mode="after")
    def _plays_well(self) -> Self:
        alone = [part.type for part in self.parts if part.is_together]
        if alone and self.is_block:
            raise ValueError(f"« {alone[0]} » se joue seul ; mettez-le dans une étape à lui")
        if sum(part.exercise.dealing is not None for part in self.parts) > 1:
            raise ValueError(f"« {self.dealt_part.type} » ne va qu’une fois dans une étape ; faites-en deux étapes")
        if self.by_team and not any(part.exercise.grade for part in self.parts):
            raise ValueError("by_team : rien n’est juste ou faux dans cette étape ; enlevez cette ligne")
        return self

    @property
    def dealt(self) -> int | None:
        """Place of the part that deals something out; None where none does."""
        return next((place for place, part in enumerate(self.parts) if part.exercise.dealing is not None), None)

    @property
    def dealt_part(self) -> Part | None:
        return None if self.dealt is None else self.parts[self.dealt]

    @property
    def is_block(self) -> bool:
        return len(self.parts) > 1

    @property
    def is_answerable(self) -> bool:
        return any(part.exercise.is_answerable for part in self.parts)

    @cached_property
    def to_do(self) -> frozenset[int]:
        """Places of the parts that each person goes through: in a block the pages to read too; none where there is nothing to answer."""
        return frozenset(range(len(self.parts))) if self.is_answerable else frozenset()

    @cached_property
    def followed_up(self) -> int | None:
        """Place of the first part from whose results a further step can be made."""
        return next((place for place, part in enumerate(self.parts) if part.exercise.follow_up), None)

    @cached_property
    def covers(self) -> tuple[str, ...]:
        """Ids of the author's steps that the counsellor opened together as this block, in order; none for any other step."""
        return tuple(dict.fromkeys(part.of_step for part in self.parts if part.of_step))

    @property
    def points(self) -> int:
        """How many points the counsellor shows one after the other; none in a block, where each phone goes at its own pace."""
        first = self.parts[0]
        return first.exercise.points(first.spec) if first.exercise.points and not self.is_block else 0

    @property
    def shares(self) -> bool:
        """Whether the room sees what comes in while the step is open."""
        return any(part.exercise.shared for part in self.parts)

    @property
    def can_reveal(self) -> bool:
        return self.reveals and self.is_answerable and any(part.exercise.reveals for part in self.parts)


class Goal(Prepared):
    code: str = Field(pattern=r"^[A-Z]{2}\d$")
    text: str


class Workshop(Prepared):
    """A prepared workshop; its steps have unique ids."""

    id: str = Slug
    module: str = ""
    title: str = Field(min_length=3, max_length=80)
    promise: str = ""
    """What a learner can say at the end, in the first person."""
    minutes: int = Field(ge=5, le=480)
    level: Literal["N1", "N2", "N3"] = "N1"
    theme: str = ""
    goals: tuple[Goal, ...] = ()
    material: tuple[str, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=1, max_length=MOST_STEPS)

    @model_validator(mode="after")
    def _unique_ids(self) -> Self:
        ids = [step.id for step in self.steps]
        doubled = sorted({name for name in ids if ids.count(name) > 1})
        if doubled:
            raise ValueError(f"steps : l’identifiant « {doubled[0]} » sert deux fois ; donnez un nom différent à chaque étape")
        return self

    def step(self, step_id: str) -> Step:
        """Return the step of that id; raises KeyError."""
        return self.steps[self.position(step_id)]

    def position(self, step_id: str) -> int:
        """Return the step's place, from 0; raises KeyError."""
        for place, step in enumerate(self.steps):
            if step.id == step_id:
                return place
        raise KeyError(step_id)

    def with_step_after(self, step_id: str | None, step: Step) -> "Workshop":
        """Return the workshop with one more step, after the given one or at the start."""
        return self._with_step_at(0 if step_id is None else self.position(step_id) + 1, step)

    def with_step_before(self, step_id: str, step: Step) -> "Workshop":
        """Return the workshop with one more step, before the given one."""
        return self._with_step_at(self.position(step_id), step)

    def free_step_id(self, stem: str) -> str:
        """Return an id that no step has yet: the stem and a number."""
        taken = {step.id for step in self.steps}
        number = 1
        while f"{stem}-{number}" in taken:
            number += 1
        return f"{stem}-{number}"

    def _with_step_at(self, place: int, step: Step) -> "Workshop":
        return self.model_copy(update={"steps": (*self.steps[:place], step, *self.steps[place:])})

