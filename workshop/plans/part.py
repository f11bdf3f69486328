"""One exercise of a step: a type and what its author wrote."""

from functools import cached_property
from typing import Any, Literal, Self

from pydantic import field_validator, model_validator

from workshop.exercises.contract import ExerciseType, Specification
from workshop.exercises.registry import exercise_types

from .source import Prepared, Source

Moment = Literal["before", "after"]


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
    of_step: str = ""
    """Id of the author's step that it was taken from, where the counsellor opened several steps as one block (self_paced.py)."""

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

    @property
    def is_confidence(self) -> bool:
        """Whether it tells how able people feel: it is measured, nothing in it is right or wrong, and it serves a goal before and after.

        Without a goal (the mood on arriving and on leaving) it is climate.
        """
        return bool(self.moment and self.goal and self.exercise.measure and not self.exercise.grade)

    @property
    def is_together(self) -> bool:
        """Whether everybody must be at it in the same moment: something is dealt out among them, it counts down by itself, or the screen plays a video."""
        plays = self.exercise.files is not None and self.exercise.files(self.spec)
        dealing = self.exercise.dealing
        return bool((dealing and not dealing.joins_blocks) or self.exercise.seconds or plays)

    @cached_property
    def spec(self) -> Specification:
        """The specification as the type's own model."""
        return self.exercise.Specification.model_validate(self.specification)
