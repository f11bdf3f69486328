"""What an author writes (cards and what to observe), and what an observer's phone sends."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.author import called
from workshop.exercises.contract import Answer, AnswerRefused, Specification

LEVELS = {"seen": "vu", "some": "un peu", "not_yet": "pas encore"}
Level = Literal["seen", "some", "not_yet"]
Key = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}$")]
Scene = Annotated[str, Field(pattern=r"^(\d{1,4}-\d{1,4})?$")]
"""Which turn and which group: "2-1". Empty where the phone did not know; it is then written in when the answer is stored."""
MOST_EARLIER = 11
"""Grids of one person that are kept beside the last: twelve scenes are more than an afternoon holds."""


class Card(BaseModel):
    """What one of the group holds in the hand."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: str = Field(title="Rôle", min_length=2, max_length=40)
    situation: str = Field(title="Situation", description="Deux phrases courtes, à « tu ».", min_length=5, max_length=240)
    tips: tuple[Annotated[str, Field(min_length=2, max_length=100)], ...] = Field(title="Conseils", min_length=2, max_length=4)


class Criterion(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: Key = Field(title="Identifiant")
    label: str = Field(title="Ce qu’on observe", description="Un verbe : « sourire », « poser une question ».", min_length=3, max_length=60)


class RoleplaySpecification(Specification):
    people: Literal[2, 3] = Field(
        default=3, title="Personnes par groupe", description="2, ou 3 avec une personne qui observe.",
        json_schema_extra=called({2: "2", 3: "3, avec une personne qui observe"}),
    )  # fmt: skip
    first: Card = Field(title="Première carte", description="Qui s’entraîne, par exemple le candidat ou la candidate.")
    second: Card = Field(title="Deuxième carte", description="Qui est en face.")
    observer: Card = Field(title="Carte d’observation")
    criteria: tuple[Criterion, ...] = Field(title="À observer", min_length=3, max_length=6)
    takeaway: str = Field(default="", title="À retenir", max_length=280)

    @model_validator(mode="after")
    def _different(self) -> Self:
        if len({criterion.key for criterion in self.criteria}) < len(self.criteria):
            raise ValueError("criteria : deux points ont le même identifiant ; donnez un identifiant différent à chacun")
        return self


class Grid(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    marks: dict[Key, Level] = Field(max_length=6)
    scene: Scene


class RoleplayAnswer(Answer):
    """The grid that was sent last. Two who observe the same scene are told as one."""

    marks: dict[Key, Level] = Field(max_length=6)
    scene: Scene = ""
    earlier: tuple[Grid, ...] = Field(default=(), max_length=MOST_EARLIER)
    """What the same person saw in other scenes. The server writes it, from what it has stored: see observing.py."""
    passed: Scene = ""
    """The scene for which this person passed, after having observed others; written in the same way."""

    @model_validator(mode="before")
    @classmethod
    def _with_scene(cls, raw: Any) -> Any:
        """Take apart what the form sends, "1-2.seen": what was ticked for one scene is then never taken for another's, whatever the phone remembers."""
        marks = raw.get("marks") if isinstance(raw, Mapping) else None
        if not isinstance(marks, Mapping) or not all(isinstance(mark, str) for mark in marks.values()):
            return raw
        scenes = {scene for scene, _, _ in (mark.rpartition(".") for mark in marks.values())}
        if scenes <= {""} or len(scenes) > 1:
            return raw
        return {**raw, "scene": scenes.pop(), "marks": {key: mark.rpartition(".")[2] for key, mark in marks.items()}}

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Every grid of this person, one a scene, the last one last."""
        return (*self.earlier, Grid(marks=self.marks, scene=self.scene))

    def marks_in(self, scene: str) -> Mapping[str, Level]:
        """Return what this person ticked for that scene; nothing where she did not observe it."""
        return next((grid.marks for grid in self.grids if grid.scene == scene), {})


def public(specification: RoleplaySpecification) -> Mapping[str, Any]:
    """Return the prompt and what is observed. A card is told to the phone that holds it and to no other."""
    return {
        "prompt": specification.prompt,
        "criteria": [{"key": criterion.key, "label": criterion.label} for criterion in specification.criteria],
        "levels": [{"key": key, "label": label} for key, label in LEVELS.items()],
        "send": "Envoyer ma grille",
        "again": "Envoyer ma grille",
    }


def check(specification: RoleplaySpecification, answer: RoleplayAnswer) -> None:
    """Refuse a grid with a line that is not there, or one left out."""
    known = {criterion.key for criterion in specification.criteria}
    if not answer.marks.keys() <= known:
        raise AnswerRefused("Cette grille a changé. Recharge la page et coche à nouveau.")
    if answer.marks.keys() < known:
        raise AnswerRefused("Il reste une ligne à cocher.")


def in_words(specification: RoleplaySpecification, answer: RoleplayAnswer) -> str:
    """Say how many grids there are, and no more: what they tell is about somebody else."""
    grids = len(answer.grids)
    return "Une grille d’observation remplie" if grids == 1 else f"{grids} grilles d’observation remplies"
