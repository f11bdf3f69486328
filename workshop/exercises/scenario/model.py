"""What an author writes and what a phone sends: situations, choices and endings; the path taken so far."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.author import key_of
from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.options import LETTERS
from workshop.exercises.picture import Picture

from .story import Taken, problem, walk

KEY = r"^[a-z0-9-]{1,20}$"
MOST_SITUATIONS, MOST_CHOICES, MOST_ENDINGS = 10, 4, 5
LONGEST = MOST_SITUATIONS * 23 + 1
"""Characters of a path: a slash, a key, a colon and a letter for each situation."""
POINTS = {"bon réflexe": 1.0, "risqué": 0.0}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class StoryChoice(_Part):
    text: str = Field(title="Choix", description="À la première personne : « J’appelle tout de suite. »", min_length=1, max_length=120)
    short: str = Field(default="", title="En deux mots", description="Pour l’écran : « appeler ».", max_length=24)
    consequence: str = Field(title="Conséquence", description="Ce qui arrive. Lu juste après le choix.", min_length=1, max_length=280)
    next: str = Field(
        title="Suite", description="L’identifiant de la situation suivante, ou d’une fin.", pattern=KEY, json_schema_extra=key_of("situations", "endings")
    )
    quality: Literal["bon réflexe", "risqué"] | None = Field(default=None, title="Qualité", description="Vide : rien n’est noté.")
    points: float | None = Field(default=None, title="Points", description="De 0 à 1, pour nuancer. Ils passent avant la qualité.", ge=0, le=1)

    @property
    def worth(self) -> float | None:
        """The choice's points, 0..1; None where it is not graded."""
        return self.points if self.points is not None else POINTS.get(self.quality or "")

    @property
    def is_good(self) -> bool:
        return self.worth == 1

    @property
    def is_risky(self) -> bool:
        return self.worth is not None and self.worth < 0.5


class Situation(_Part):
    key: str = Field(title="Identifiant", pattern=KEY)
    title: str = Field(title="Titre", description="En quelques mots, pour l’écran.", min_length=1, max_length=40)
    text: str = Field(title="Situation", description="Ce qui se passe, en deux ou trois phrases courtes.", min_length=1, max_length=400)
    picture: Picture | None = Field(default=None, title="Image")
    choices: tuple[StoryChoice, ...] = Field(title="Choix", min_length=2, max_length=MOST_CHOICES)

    @property
    def lettered(self) -> list[tuple[str, StoryChoice]]:
        return list(zip(LETTERS.lower(), self.choices, strict=False))

    def choice(self, letter: str) -> StoryChoice | None:
        return dict(self.lettered).get(letter)


class Ending(_Part):
    key: str = Field(title="Identifiant", pattern=KEY)
    title: str = Field(title="Titre", description="En quelques mots, pour l’écran.", min_length=1, max_length=40)
    text: str = Field(default="", title="Fin", description="Comment l’histoire finit, en une ou deux phrases.", max_length=280)


class ScenarioSpecification(Specification):
    situations: tuple[Situation, ...] = Field(title="Situations", min_length=1, max_length=MOST_SITUATIONS)
    endings: tuple[Ending, ...] = Field(default=(), title="Fins", max_length=MOST_ENDINGS)
    start: str = Field(
        default="", title="Début", description="L’identifiant de la première situation. Vide : la première de la liste.", max_length=20,
        json_schema_extra=key_of("situations"),
    )  # fmt: skip
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde, affichée sous le résultat.", max_length=280)

    @model_validator(mode="after")
    def _is_a_story(self) -> Self:
        found = problem(self.leads_to, [ending.key for ending in self.endings], self.first, [one.key for one in self.situations])
        if found:
            raise ValueError(found)
        worths = [choice.worth for situation in self.situations for choice in situation.choices]
        if len({worth is None for worth in worths}) > 1:
            raise ValueError("situations : des choix sont notés et d’autres non ; donnez une qualité ou des points à tous, ou à aucun")
        return self

    @property
    def first(self) -> str:
        return self.start or self.situations[0].key

    @property
    def leads_to(self) -> dict[str, list[str]]:
        """Where each situation's choices lead, in their order."""
        return {situation.key: [choice.next for choice in situation.choices] for situation in self.situations}

    @property
    def is_graded(self) -> bool:
        return self.situations[0].choices[0].worth is not None

    def situation(self, key: str) -> Situation | None:
        return next((situation for situation in self.situations if situation.key == key), None)

    def ending(self, key: str) -> Ending | None:
        return next((ending for ending in self.endings if ending.key == key), None)


class ScenarioAnswer(Answer):
    """The path taken so far, as one text: "/" before the first choice, then "/bus:a/chef:b": choice a in the situation "bus", b in "chef"."""

    path: str = Field(pattern=r"^(/|(/[a-z0-9-]{1,20}:[a-h])+)$", max_length=LONGEST)

    @property
    def taken(self) -> list[Taken]:
        return [Taken(*step.split(":")) for step in self.path.split("/") if step]


def public(specification: ScenarioSpecification) -> Mapping[str, Any]:
    """Return the prompt and the first situation: what comes after is known to who gets there (see `onward.py`)."""
    first = specification.situation(specification.first)
    return {"prompt": specification.prompt, "path": "/", "last": None, "ending": None, "back": "", "situation": shown(first, "")}


def shown(situation: Situation, path: str) -> Mapping[str, Any]:
    """Return what may be seen of a situation: its choices as texts, each with the path that it makes; neither consequences nor points."""
    picture = situation.picture
    return {
        "title": situation.title,
        "text": situation.text,
        "picture": {"address": picture.address, "description": picture.description, "width": picture.width, "height": picture.height} if picture else None,
        "choices": [{"label": choice.text, "path": f"{path}/{situation.key}:{letter}"} for letter, choice in situation.lettered],
    }


def check(specification: ScenarioSpecification, answer: ScenarioAnswer) -> None:
    """Refuse a path that does not begin at the start, jumps, or takes a choice that does not exist."""
    if walk(specification.leads_to, specification.first, answer.taken) is None:
        raise AnswerRefused("Ce chemin n’existe pas dans l’histoire. Recharge la page et choisis à nouveau.")


def place(specification: ScenarioSpecification, answer: ScenarioAnswer) -> str:
    """Return the key of the situation or the ending to which a checked path leads."""
    return walk(specification.leads_to, specification.first, answer.taken) or specification.first


def in_words(specification: ScenarioSpecification, answer: ScenarioAnswer) -> str:
    """Return one person's path: "Le bus ne passe pas : j’appelle ; fin : Le chef te garde sa confiance"."""
    told = [f"{specification.situation(one.situation).title} : {specification.situation(one.situation).choice(one.letter).text}" for one in answer.taken]
    ending = specification.ending(place(specification, answer))
    told.append(f"fin : {ending.title}" if ending else "histoire en cours")
    return " ; ".join(told)
