"""Workshop, Step, Part: what is prepared, and what a live session plays a frozen copy of.

A step usually has one part. A step with several parts is a block: each phone goes through them at its own pace.
"""

from datetime import date
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from workshop.exercises.contract import ExerciseType, Specification
from workshop.exercises.registry import exercise_types

Slug = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
Moment = Literal["before", "after"]


class Prepared(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Source(Prepared):
    """Where a fact comes from, since when it holds and when to look again."""

    label: str = Field(min_length=3)
    url: str = ""
    valid_as_of: date
    review_on: date | None = None
    volatility: Literal["stable", "annual", "event"] = "stable"


class Part(Prepared):
    """One exercise: a type and what its author wrote."""

    type: str
    specification: dict[str, Any]
    goal: str = ""
    """Code of the learning goal it serves ("MC1")."""
    moment: Moment | None = None
    """Set on the items that are asked before and after, to measure a gain."""
    approval: bool = False
    """True where a counsellor reads free texts before the screen shows them."""
    sources: tuple[Source, ...] = ()

    @field_validator("type")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in exercise_types():
            raise ValueError(f"le type « {name} » n’existe pas ; types connus : {', '.join(exercise_types())}")
        return name

    @model_validator(mode="after")
    def _fits(self) -> Self:
        self.exercise.Specification.model_validate(self.specification)
        if self.approval and self.exercise.texts is None:
            raise ValueError(f"approval : le type « {self.type} » n’a pas de texte libre à approuver ; enlevez cette ligne")
        return self

    @property
    def exercise(self) -> ExerciseType:
        return exercise_types()[self.type]

    @cached_property
    def spec(self) -> Specification:
        """The specification as the type's own model."""
        return self.exercise.Specification.model_validate(self.specification)


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
    parts: tuple[Part, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _plays_well(self) -> Self:
        alone = [part.type for part in self.parts if part.exercise.dealing or part.exercise.seconds]
        if alone and len(self.parts) > 1:
            raise ValueError(f"« {alone[0]} » se joue seul ; mettez-le dans une étape à lui")
        if self.by_team and not any(part.exercise.grade for part in self.parts):
            raise ValueError("by_team : rien n’est juste ou faux dans cette étape ; enlevez cette ligne")
        return self

    @property
    def is_answerable(self) -> bool:
        return any(part.exercise.is_answerable for part in self.parts)

    @property
    def points(self) -> int:
        """How many points the counsellor shows one after the other; none in a block, where each phone goes at its own pace."""
        first = self.parts[0]
        return first.exercise.points(first.spec) if len(self.parts) == 1 and first.exercise.points else 0

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
    steps: tuple[Step, ...] = Field(min_length=1, max_length=60)

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
        place = 0 if step_id is None else self.position(step_id) + 1
        return self.model_copy(update={"steps": (*self.steps[:place], step, *self.steps[place:])})

