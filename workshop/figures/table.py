"""Any figure as rows and columns: for the spreadsheet, and for who reads a table better than a picture."""

from functools import singledispatch

from .board import Board
from .lanes import Lanes
from .model import Bars, Cloud, Facing, Figure, OrderedList, Paths, Plane, Rings, Spread, Table, Wheel
from .sheet import Sheet


@singledispatch
def as_table(figure: Figure) -> Table:
    """Return the figure's numbers as a Table with French heads; every cell is text."""
    raise TypeError(f"no table for {type(figure).__name__}")


@as_table.register
def _(figure: Bars) -> Table:
    has_before = any(bar.before is not None for bar in figure.bars)
    head = ("Choix", *(name.capitalize() for name in (figure.times.before, figure.times.now))) if has_before else ("Choix", "Nombre")
    rows = []
    for bar in figure.bars:
        label = f"{bar.key}. {bar.label}" if bar.key and not bar.drawing else bar.label
        label = f"{label} ✓" if bar.is_right else label
        rows.append((label, "" if bar.before is None else str(bar.before), str(bar.count)) if has_before else (label, str(bar.count)))
    return Table(figure.title, head, tuple(rows))


@as_table.register
def _(figure: Spread) -> Table:
    rows = tuple((f"{_number(item.value)} {figure.unit_of(item.value)}".strip(), str(item.count)) for item in figure.values)
    return Table(figure.title, ("Valeur", "Nombre"), rows)


@as_table.register
def _(figure: Cloud) -> Table:
    return Table(figure.title, ("Mot", "Nombre"), tuple((word.text, str(word.count)) for word in figure.words))


@as_table.register
def _(figure: OrderedList) -> Table:
    """Return the list; the columns of shares and of notes stand only where there are some."""
    shares = [None if item.share is None else _share(item.share) for item in figure.items]
    more = (("Bien placé", shares), ("À savoir", [item.note or None for item in figure.items]))
    told = [(name, column) for name, column in more if any(cell is not None for cell in column)]
    rows = tuple(
        (f"{rank}. {item.label}", *(column[rank - 1] or "" for _, column in told))
        for rank, item in enumerate(figure.items, 1)
    )
    return Table(figure.title, ("Élément", *(name for name, _ in told)), rows)


@as_table.register
def _(figure: Board) -> Table:
    """Return the texts; the columns of groups and of votes stand only where there are some."""
    notes = [(group.title, note) for group in figure.groups for note in group.notes]
    groups, votes = [title for title, _ in notes], ["" if note.votes is None else str(note.votes) for _, note in notes]
    told = [(name, column) for name, column in (("Groupe", groups), ("Votes", votes)) if any(column)]
    rows = tuple((note.text, *(column[place] for _, column in told)) for place, (_, note) in enumerate(notes))
    return Table(figure.title, ("Texte", *(name for name, _ in told)), rows)


@as_table.register
def _(figure: Lanes) -> Table:
    """Return how many put each thing where, with ✓ where it belongs; the column of an earlier moment stands only where there is one."""
    befores = ["" if thing.before is None else str(thing.before) for thing in figure.things]
    earlier = (f"À sa place, {figure.times.before}",) if any(befores) else ()
    rows = tuple(
        (thing.label, *(f"{count} ✓" if place == thing.right else str(count) for place, count in enumerate(thing.counts)), *([before] if earlier else []))
        for thing, before in zip(figure.things, befores, strict=True)
    )
    return Table(figure.title, ("Élément", *figure.lanes, *earlier), rows)


@as_table.register
def _(figure: Rings) -> Table:
    return Table(figure.title, ("Cercle", "Nombre"), tuple((ring.label, str(ring.count)) for ring in figure.rings))


@as_table.register
def _(figure: Facing) -> Table:
    rows = tuple((f"{row.key}. {row.label}" if row.key else row.label, str(row.left), str(row.right)) for row in figure.rows)
    return Table(figure.title, ("Choix", figure.left_name, figure.right_name), rows)


@as_table.register
def _(figure: Plane) -> Table:
    """Return each thing's place as shares of the two axes: 0 % is the low end, 100 % the high one."""
    rows = tuple(
        (f"{point.key}. {point.label}" if point.key else point.label, _share(point.across), _share(point.up), str(point.count)) for point in figure.points
    )
    return Table(figure.title, ("Élément", figure.across.label, figure.up.label, "Nombre"), rows)


@as_table.register
def _(figure: Paths) -> Table:
    """Return where people ended first, then every choice with where it leads."""
    names = {stop.id: f"{stop.key}. {stop.label}" for stop in figure.stops}
    ends = [(names[stop.id], "", str(stop.count), "") for stop in figure.stops if stop.is_end]
    marks = {"good": " ✓", "risky": " !"}
    chosen = [
        (names.get(way.start, way.start), f"{way.key}. {way.label}{marks.get(way.quality, '')}", str(way.count), names.get(way.end, way.end))
        for way in figure.ways
    ]
    return Table(figure.title, ("Moment", "Choix", "Nombre", "Suite"), (*ends, *chosen))


@as_table.register
def _(figure: Wheel) -> Table:
    rows = tuple((f"{sector.key}. {sector.label}" if sector.key else sector.label, _number(round(sector.value, 1))) for sector in figure.sectors)
    return Table(figure.title, ("Famille", f"{figure.unit} sur {_number(figure.most)}"), rows)


@as_table.register
def _(figure: Sheet) -> Table:
    """Return what was to be touched, from the most to the least seen, then what was touched without need; as shares where others answered before."""
    right = sorted((mark for mark in figure.counted if mark.is_right), key=lambda mark: -mark.count)
    others = sorted((mark for mark in figure.counted if mark.count and not mark.is_right), key=lambda mark: -mark.count)
    has_before = any(mark.before is not None for mark in figure.counted)
    head = ("Indice", *(name.capitalize() for name in (figure.times.before, figure.times.now))) if has_before else ("Indice", "Nombre")
    are_others = figure.before_total not in (None, figure.total)
    now, then = (f"/{figure.total}", f"/{figure.before_total}") if are_others else ("", "")
    rows = []
    for mark in (*right, *others):
        label = f"{mark.name} ✓" if mark.is_right else f"sans problème\u00a0: {mark.name}"
        earlier = () if not has_before else ("",) if mark.before is None else (f"{mark.before}{then}",)
        rows.append((label, *earlier, f"{mark.count}{now}"))
    return Table(figure.title, head, tuple(rows))


@as_table.register
def _(figure: Table) -> Table:
    return figure


def _share(value: float) -> str:
    return f"{value:.0%}".replace("%", "\u202f%")


def _number(value: float) -> str:
    """Return a number as French writes it: "12,5", "1\u202f467"."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f").replace(".", ",")
