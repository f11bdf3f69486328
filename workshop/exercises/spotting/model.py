"""What an author writes: a text with passages, or a picture with zones; some are wrong, the others are only there to be touched by mistake."""

from typing import Self

from pydantic import Field, model_validator

from workshop.exercises.contract import Specification
from workshop.exercises.picture import Picture

from .cutting import cut
from .spots import Passage, Spot, Zone

MOST = 20
MOST_WRONG = 6
"""Clues of one document: more than a room can talk about."""


class SpottingSpecification(Specification):
    text: str = Field(default="", title="Texte du document", description="Une ligne par ligne du document. Vide s’il y a une image.", max_length=700)
    passages: tuple[Passage, ...] = Field(default=(), title="Passages à toucher", description="Ceux qui ne vont pas, et d’autres.", max_length=MOST)
    picture: Picture | None = Field(default=None, title="Image du document")
    zones: tuple[Zone, ...] = Field(default=(), title="Zones à toucher", description="Celles qui ne vont pas, et d’autres.", max_length=12)
    aim: str = Field(default="les erreurs", title="Ce qu’il y a à repérer", description="Avec l’article : « l’arnaque ».", min_length=3, max_length=40)
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=240)

    @model_validator(mode="after")
    def _is_one_document(self) -> Self:
        if bool(self.text) == bool(self.picture):
            raise ValueError("text : donnez un texte ou une image, l’un des deux")
        if (self.text and self.zones) or (self.picture and self.passages):
            raise ValueError("zones : un texte a des passages, une image a des zones ; gardez ce qui va avec le document")
        name = "passages" if self.text else "zones"
        wrong = len(self.faults)
        if not 1 <= wrong <= MOST_WRONG:
            raise ValueError(f"{name} : {wrong} endroits ne vont pas (« wrong: true ») ; il en faut de 1 à {MOST_WRONG}")
        if wrong == len(self.spots):
            raise ValueError(f"{name} : tout est à repérer ; ajoutez au moins un endroit sans problème")
        if len({spot.id for spot in self.spots}) < len(self.spots):
            raise ValueError(f"{name} : le même endroit est écrit deux fois ; gardez-en un")
        return self

    @model_validator(mode="after")
    def _is_found_in_the_document(self) -> Self:
        if self.text:
            cut(self.text, self.passages)
        for zone in self.zones:
            if zone.x + zone.width > self.picture.width or zone.y + zone.height > self.picture.height:
                raise ValueError(f"zones : « {zone.label} » sort de l’image ; elle fait {self.picture.width} sur {self.picture.height}")
        return self

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Everything that can be touched, in the order of reading: nothing in it follows from what is wrong."""
        if self.picture:
            return tuple(sorted(self.zones, key=lambda zone: (zone.y, zone.x)))
        return tuple(sorted(self.passages, key=lambda passage: self.text.find(passage.text)))

    @property
    def faults(self) -> tuple[Spot, ...]:
        """What is to be touched, in the order of reading."""
        return tuple(spot for spot in self.spots if spot.wrong)
