"""The text equivalent of a figure: what a screen reader says in its place."""

from .lanes import Lanes
from .model import Figure
from .table import as_table

FIRST = 12
"""Rows that are read out; the rest is announced by its number, for nobody listens to two hundred words."""


def in_words(figure: Figure) -> str:
    """Return the figure as French text, row by row."""
    table = as_table(figure)
    # a lane bears the name that an author gave it
    head = tuple(name if isinstance(figure, Lanes) and name in figure.lanes else _inside(name) for name in table.head)
    lines = [_line(head, row) for row in table.rows[:FIRST]]
    if len(table.rows) > FIRST:
        left = len(table.rows) - FIRST
        lines.append(f"et {left} autres" if left > 1 else "et 1 autre")
    body = "\u202f; ".join(lines) if lines else "rien pour le moment"
    end = "" if body.endswith((".", "!", "?", "…")) else "."
    return f"{table.title}\u00a0: {body}{end}" if table.title else f"{body}{end}"


def _line(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    first, *rest = row
    details = [f"{name} {cell}" for name, cell in zip(head[1:], rest, strict=True) if cell]
    return f"{first} ({', '.join(details)})" if details else first


def _inside(head: str) -> str:
    """Return a head as it stands within a sentence. What is short for several words keeps its capitals."""
    return head if head[1:2].isupper() else head[:1].lower() + head[1:]
