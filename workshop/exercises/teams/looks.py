"""What a team looks like: a name, the shape that the name says, and a colour. Never a colour alone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    name: str
    symbol: str
    """The shape as a sign, where only text can stand."""
    shape: str
    """The shape as the path of an SVG of 64 × 64, filled."""
    tone: str
    """One of the six colours of the house, "a" to "f"."""


SHAPES = (
    ("Étoile", "★", "M32 5l8 18 19 2-14 13 4 20-17-10-17 10 4-20L5 25l19-2z"),
    ("Lune", "☾", "M43 6a27 27 0 1 0 15 35 22 22 0 0 1-15-35z"),
    ("Cœur", "♥", "M32 57C4 38 4 12 20 10q8 0 12 9 4-9 12-9c16 2 16 28-12 47z"),
    ("Losange", "◆", "M32 4l24 28-24 28L8 32z"),
    ("Triangle", "▲", "M32 7l28 49H4z"),
    ("Soleil", "☀", "M32 4l6 10 10-6 1 12 11 1-6 10 6 10-11 1-1 12-10-6-6 12-6-12-10 6-1-12-11-1 6-10-6-10 11-1 1-12 10 6z"),
    ("Carré", "■", "M9 9h46v46H9z"),
    ("Rond", "●", "M58 32a26 26 0 1 1-52 0 26 26 0 0 1 52 0z"),
    ("Croix", "✚", "M24 6h16v18h18v16H40v18H24V40H6V24h18z"),
    ("Flèche", "➤", "M4 10l56 22L4 54l12-22z"),
    ("Maison", "⌂", "M32 6L4 32h8v25h40V32h8z"),
    ("Trèfle", "♣", "M32 6a13 13 0 0 1 11 20 13 13 0 1 1-8 17l3 15H26l3-15a13 13 0 1 1-8-17A13 13 0 0 1 32 6z"),
)


def look_of(number: int) -> Look:
    """Return the look of that number; after the last shape they begin again, with a number behind the name."""
    again, place = divmod(number, len(SHAPES))
    name, symbol, shape = SHAPES[place]
    return Look(name if again == 0 else f"{name} {again + 1}", symbol, shape, "abcdef"[number % 6])
