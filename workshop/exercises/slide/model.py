"""What an author writes on a slide. Nothing in it is secret."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from workshop.exercises.contract import Specification
from workshop.exercises.picture import Picture

from .fitting import BESIDE, WIDTH, fitting

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


class Video(BaseModel):
    """A file that is shown on the screen alone: no phone spends its data on it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    file: str = Field(title="Fichier", description="Dans content/videos, par exemple entretien.mp4", pattern=r"^[a-z0-9][a-z0-9_-]{0,60}\.(mp4|webm)$")
    description: str = Field(title="Description", description="Ce que montre et dit la vidéo, pour qui ne la voit pas.", min_length=3, max_length=400)
    captions: str = Field(default="", title="Sous-titres", description="Le fichier .vtt, à côté.", pattern=r"^([a-z0-9][a-z0-9_-]{0,60}\.vtt)?$")

    @property
    def files(self) -> tuple[str, ...]:
        return (self.file, self.captions) if self.captions else (self.file,)


class SlideSpecification(Specification):
    prompt: str = Field(title="Titre", description="Une idée, en quelques mots.", min_length=3, max_length=80)
    text: str = Field(default="", title="Texte", description="Lu sur le téléphone. Une ligne vide sépare deux paragraphes.", max_length=700)
    points: tuple[Point, ...] = Field(default=(), title="Points", description="Une idée par point, montrés dans l’ordre.", max_length=6)
    one_by_one: bool = Field(default=True, title="Point par point", description="Les points se montrent un à un, avec le grand bouton.")
    picture: Picture | None = Field(default=None, title="Image", description="À côté des points sur l’écran, au-dessus du texte sur le téléphone.")
    video: Video | None = Field(default=None, title="Vidéo", description="Sur l’écran seulement : les téléphones ne dépensent rien.")
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=200)
    link: Link | None = Field(default=None, title="Lien", description="Un site à garder pour plus tard.")

    @model_validator(mode="after")
    def _one_thing_to_look_at(self) -> Self:
        if self.picture and self.video:
            raise ValueError("video : il y a déjà une image ; gardez l’une ou l’autre, ou faites deux pages")
        return self

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
        keep = f"{KEEP} {self.takeaway}" if self.takeaway else ""
        return fitting(self.prompt, self.points or self.paragraphs, keep, link, BESIDE if self.has_visual else WIDTH)

    @property
    def has_visual(self) -> bool:
        return self.picture is not None or self.video is not None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in re.split(r"\n\s*\n", self.text) if part.strip())


def files(specification: SlideSpecification) -> tuple[str, ...]:
    """Return the files that the page plays."""
    return specification.video.files if specification.video else ()


def points(specification: SlideSpecification) -> int:
    """Return how many points are shown one after the other."""
    return len(specification.points) if specification.one_by_one else 0


def public(specification: SlideSpecification) -> Mapping[str, Any]:
    """Return the whole slide: nothing is kept for later."""
    link, picture, video = specification.link, specification.picture, specification.video
    return {
        "prompt": specification.prompt,
        "paragraphs": list(specification.paragraphs),
        "points": list(specification.points),
        "takeaway": specification.takeaway,
        "size": specification.size,
        "picture": {"address": picture.address, "description": picture.description, "width": picture.width, "height": picture.height} if picture else None,
        "video": {"file": video.file, "description": video.description, "captions": video.captions} if video else None,
        "link": {"label": link.label, "url": link.url, "site": link.site} if link else None,
    }
