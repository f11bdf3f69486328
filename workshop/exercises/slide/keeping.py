"""The slide's link goes to everybody's notebook: a site is visited later, and on another day nobody remembers the address."""

from workshop.exercises.keeping import Keepsake

from .model import SlideSpecification


def leave(specification: SlideSpecification) -> list[Keepsake]:
    link = specification.link
    return [Keepsake("link", link.label, (link.url,), link=link.url)] if link else []
