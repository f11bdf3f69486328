"""The text equivalent of a figure: what a screen reader says in its place."""

from .model import Figure
from .table import as_table

FIRST = 12
"""Rows that are read out; the rest is announced by its number, for nobody listens to two hundred words."""


def in_words(figure: Figure) -> str:
    """Return the figure as French text, row by row."""
    table = as_table(figure)
    lines = [_line(table.head, row) for row in table.rows[:FIRST]]
    if len(table.rows) > FIRST:
        left = len(table.rows) - FIRST
        lines.append(f"et {left} autres" if left > 1 else "et 1 autre")
    body = "\u202f; ".join(lines) if lines else "rien pour le moment"
    end = "" if body.endswith((".", "!", "?", "…")) else "."
    return f"{table.title}\u00a0: {body}{end}" if table.title else f"{body}{end}"


def _line(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    first, *rest = row
    details = [f"{name[:1].lower()}{name[1:]} {cell}" for name, cell in zip(head[1:], rest, strict=True) if cell]
    return f"{first} ({', '.join(details)})" if details else first
