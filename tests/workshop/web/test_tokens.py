"""The colours of static/css/tokens.css: text holds 7:1, the edges of fields and buttons 3:1, in both schemes."""

import re
from itertools import product
from pathlib import Path

import pytest

CSS = (Path(__file__).resolve().parents[3] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in CSS.split("@media (prefers-color-scheme: dark)"))
SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]

TEXT = [
    *product(("ink", "ink-soft", "accent-deep", "good", "wait", "a", "b", "c", "d", "e", "f"), ("paper", "card")),
    *product(("ink", "ink-soft"), ("accent-wash", "good-wash", "wait-wash")),
    ("accent-deep", "accent-wash"), ("good", "good-wash"), ("wait", "wait-wash"),
    ("on-ink", "ink"), ("on-bar", "bar"), ("on-accent", "accent-deep"), *product(("on-answer",), "abcdef"),
]  # fmt: skip
EDGES = [("line-strong", "paper"), ("line-strong", "card"), ("accent-deep", "paper"), ("accent", "card")]


def luminance(colour: str) -> float:
    """Relative luminance, 0..1 (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(scheme, text, ground):
    assert contrast(scheme[text], scheme[ground]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_the_edge_of_what_can_be_touched_is_seen(scheme, edge, ground):
    assert contrast(scheme[edge], scheme[ground]) >= 3


def test_the_dark_scheme_names_every_colour_of_the_light_one():
    assert set(DARK) == set(LIGHT)
