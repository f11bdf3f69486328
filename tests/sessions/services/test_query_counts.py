"""Drawing a surface asks the database as often for a full room as for an empty one."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from sessions.reports.filling import About, material_of


@contextmanager
def counted(engine):
    statements = []
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    yield statements


@pytest.fixture
def crowd(room):
    """Return a function that adds people who answer the open question."""
    room.command("next")
    room.command("open")

    def come(number):
        for _ in range(number):
            person = room.join()
            room.answer(person, {"choices": ["b"]})
            room.room.answering.signal(room.live_id, person.id, "hand", raised=True)
            room.room.printing.hand_over(person, room.room.owning.open(person).id, "cv", b"%PDF")

    return come


def report(room):
    with room.room.store.read() as reads:
        return material_of(reads, reads.lives.by_id(room.live_id), reads.lives.head(room.live_id), About(), {}, room.at)


@pytest.mark.parametrize("surface", ["desk", "screen", "phones", "report"])
def test_a_full_room_costs_no_more_queries(room, crowd, engine, surface):
    draw = (lambda: report(room)) if surface == "report" else (lambda: getattr(room.room.showing, surface)(room.live_id))
    counts = []
    for more in (2, 18):
        crowd(more)
        with counted(engine) as statements:
            draw()
        counts.append(len(statements))

    assert counts[0] == counts[1]
    assert 0 < counts[0] < 20
