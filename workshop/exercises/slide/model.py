"""What an author writes on a slide. Nothing in it is secret."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from workshop.exercises.contract import Specification

from .fitting import fitting

KEEP = "À retenir :"
Point = Annotated[str, Field(min_length=1, max_length=140)]


class Link(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    label: str = Field(title="Nom du site", min_length=1, max_length=80)
    url: str = Field(title="Adresse du site", description="Elle commence par https://", max_length=400)

    @field_validator("url")
    @classmethod
    def _is_a_site(cls, url: str) -> str:
        if not re.match(r"https?://[^\s/]+", url) or re.search(r"\s", url) or not _host(url):
            raise ValueError("url : ce n’est pas l’adresse d’un site ; copiez l’adresse entière, avec https:// au début")
        return url

    @property
    def site(self) -> str:
        """The site's name, so that a reader knows where the link goes before touching it."""
        return _host(self.url).removeprefix("www.")


def _host(url: str) -> str:
    """Return the address's site, or nothing where it has none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


class SlideSpecification(Specification):
    prompt: str = Field(title="Titre", description="Une idée, en quelques mots.", min_length=3, max_length=80)
    text: str = Field(default="", title="Texte", description="Lu sur le téléphone. Une ligne vide sépare deux paragraphes.", max_length=700)
    points: tuple[Point, ...] = Field(default=(), title="Points", description="Une idée par point, montrés dans l’ordre.", max_length=6)
    one_by_one: bool = Field(default=True, title="Point par point", description="Les points se montrent un à un, avec le grand bouton.")
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=200)
    link: Link | None = Field(default=None, title="Lien", description="Un site à garder pour plus tard.")

    @model_validator(mode="after")
    def _stands_on_a_screen(self) -> Self:
        if self.size is None:
            field = "points" if self.points else "text"
            raise ValueError(f"{field} : il y a trop à lire pour un écran ; raccourcissez, ou faites deux pages")
        return self

    @property
    def size(self) -> str | None:
        """The size of the letters on the screen, which shows the points, or the text where there are none."""
        link = f"{self.link.label} {self.link.site}" if self.link else ""
        return fitting(self.prompt, self.points or self.paragraphs, f"{KEEP} {self.takeaway}" if self.takeaway else "", link)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in re.split(r"\n\s*\n", self.text) if part.strip())


def points(specification: SlideSpecification) -> int:
    """Return how many points are shown one after the other."""
    return len(specification.points) if specification.one_by_one else 0


def public(specification: SlideSpecification) -> Mapping[str, Any]:
    """Return the whole slide: nothing is kept for later."""
    link = specification.link
    return {
        "prompt": specification.prompt,
        "paragraphs": list(specification.paragraphs),
        "points": list(specification.points),
        "takeaway": specification.takeaway,
        "size": specification.size,
        "link": {"label": link.label, "url": link.url, "site": link.site} if link else None,
    }
