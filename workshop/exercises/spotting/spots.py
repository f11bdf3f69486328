"""What can be touched: a passage of a text, or a zone of a picture. A phone knows both by an id that tells nothing."""

from abc import abstractmethod

from pydantic import BaseModel, ConfigDict, Field

from workshop.exercises.opaque import opaque


class Spot(BaseModel):
    """What passages and zones share."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    wrong: bool = Field(default=False, title="À repérer", description="Cochez si quelque chose ne va pas ici.")
    clue: str = Field(default="", title="Nom de l’indice", description="Avec l’article : « l’adresse de l’expéditeur ». Dit après le résultat.", max_length=60)
    explanation: str = Field(default="", title="Explication", description="Pourquoi cela ne va pas, ou pourquoi c’est normal.", max_length=200)

    @property
    @abstractmethod
    def shown(self) -> str:
        """What a person reads of it: the passage itself, or the zone's text equivalent."""

    @property
    def id(self) -> str:
        return opaque(self.shown)

    @property
    def name(self) -> str:
        """What the room calls it once the result is shown."""
        return self.clue or f"« {self.shown} »"


class Passage(Spot):
    text: str = Field(title="Passage", description="Recopié du texte, lettre pour lettre.", min_length=1, max_length=120)

    @property
    def shown(self) -> str:
        return self.text


class Zone(Spot):
    """A rectangle in the picture's own units, from its top left corner."""

    label: str = Field(title="Zone en mots", description="Ce qu’on y lit, sans dire si c’est faux. Pour qui ne voit pas l’image.", min_length=1, max_length=90)
    x: float = Field(title="Bord gauche", ge=0)
    y: float = Field(title="Bord haut", ge=0)
    width: float = Field(title="Largeur", gt=0)
    height: float = Field(title="Hauteur", gt=0)

    @property
    def shown(self) -> str:
        return self.label
