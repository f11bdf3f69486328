"""A type's templates as the product renders them, and their forms read as a browser without JavaScript would send them."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader

from workshop.figures import in_words
from workshop.web.icons import icon, icon_kept, icon_shown

ROOT = Path(__file__).parents[3]
EXERCISES = ROOT / "workshop" / "exercises"


@cache
def templates() -> Environment:
    loader = ChoiceLoader([FileSystemLoader(ROOT / "templates"), PrefixLoader({"exercises": FileSystemLoader(EXERCISES)})])
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(icon=icon, icon_kept=icon_kept, icon_shown=icon_shown, in_words=in_words)
    return environment


def macros(type_name: str, file: str) -> Any:
    """Return the macros of one of a type's templates, as attributes."""
    return templates().get_template(f"exercises/{type_name}/{file}").module


def names(html: str) -> set[str]:
    """Return the name of every field."""
    return {field.name for field in _read(html) if field.name}


def sent(html: str) -> list[tuple[str, str]]:
    """Return the names and values that the form sends as it stands."""
    return [(field.name, field.value) for field in _read(html) if field.name and field.is_sent]


class _Field:
    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.name = attributes.get("name") or ""
        self.value = attributes.get("value") or ""
        self.is_sent = tag != "button" and ("checked" in attributes or attributes.get("type") not in ("radio", "checkbox"))


class _Reader(HTMLParser):
    """Knows inputs, text areas and selects; a select sends its first option where none is marked."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[_Field] = []
        self.has_option = False
        self.is_in_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in ("input", "select", "textarea", "button"):
            self.fields.append(_Field(tag, attributes))
            self.has_option = False
            self.is_in_text = tag == "textarea"
        elif tag == "option" and ("selected" in attributes or not self.has_option):
            self.fields[-1].value = attributes["value"] or ""
            self.has_option = True

    def handle_data(self, data: str) -> None:
        if self.is_in_text:
            self.fields[-1].value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.is_in_text = False


def _read(html: str) -> list[_Field]:
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    return reader.fields
