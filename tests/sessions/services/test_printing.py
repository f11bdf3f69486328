"""A page handed over to be printed is read at one desk alone, and is gone once printed, taken back, out of its notebook, or a day old."""

import copy
import threading

import pytest
from sqlalchemy import delete, event, func, select

from sessions.domain.refusals import Refusal
from sessions.services.ports import Changed
from sessions.store.tables import LiveRow, ParticipantRow, ToPrintRow
from tests.sessions.house import TestRoom
from tests.sessions.plans import step_of
from workshop.plans.model import Workshop

PLAN = Workshop(id="actions", title="Mes actions", minutes=20, steps=(step_of("commitment", "actions"),))
ACTION = {"actions": ["Mettre à jour son CV"], "when": "cette semaine"}
KIND, PDF, LATER_PDF = "commitment", b"%PDF-1.7 Ines Da Silva", b"%PDF-1.7 Ines D. S."


@pytest.fixture
def room(database) -> TestRoom:
    """A session in which Inès has kept something."""
    return begun(TestRoom(database, PLAN))


def begun(room, alias="Inès"):
    room.ines = room.join(alias)
    if room.live.current is None:
        room.command("next")
        room.command("open")
    room.answer(room.ines, ACTION)
    room.book = room.room.owning.written_by(room.ines.id)
    return room


def another(room, *, is_rehearsal=False):
    """Return another session on the same server."""
    other = copy.copy(room)
    other.code = room.room.starting.start(PLAN, is_rehearsal=is_rehearsal)
    other.live_id = room.room.joining.find(other.code).id
    return other


def hand_over(room, pdf=PDF, person=None, book=None):
    room.room.printing.hand_over(person or room.ines, (book or room.book).id, KIND, pdf)


def waiting(room):
    return [(page.alias, page.type) for page in room.room.printing.waiting(room.live_id)]


def opened(room):
    [page] = room.room.printing.waiting(room.live_id)
    return room.room.printing.open(room.live_id, page.key)[1]


def stored(database):
    with database() as session:
        return session.scalar(select(func.count()).select_from(ToPrintRow))


def test_a_page_waits_at_the_desk_of_its_session_and_at_no_other(room):
    other = another(room)
    hand_over(room)

    assert waiting(room) == [("Inès", KIND)]
    assert opened(room) == PDF
    assert waiting(other) == []
    [line] = room.room.showing.desk(room.live_id).prints
    assert (line.alias, line.label) == ("Inès", "Mes actions")
    assert room.room.showing.desk(other.live_id).prints == ()
    with pytest.raises(Refusal, match="no_such_print"):
        room.room.printing.open(other.live_id, line.key)


def test_the_desk_is_told_when_a_page_comes_and_when_it_goes(room):
    for act in (lambda: hand_over(room), lambda: room.room.printing.take_back(room.book.id, KIND)):
        room.told.changes.clear()
        act()
        assert Changed(room.live_id) in room.told.changes


def test_a_page_is_deleted_once_it_is_printed_and_a_second_press_says_so(room, database):
    hand_over(room)
    [page] = room.room.printing.waiting(room.live_id)
    version = room.live.version

    room.command("printed", page=page.key)

    assert (waiting(room), stored(database), room.live.version) == ([], 0, version)
    assert room.room.printing.handed(room.book.id, KIND) is None
    with pytest.raises(Refusal, match="no_such_print"):
        room.command("printed", page=page.key)


def test_a_desk_marks_no_page_of_another_session(room):
    other = another(room)
    hand_over(room)
    [page] = room.room.printing.waiting(room.live_id)

    with pytest.raises(Refusal, match="no_such_print"):
        other.command("printed", page=page.key)
    assert waiting(room) == [("Inès", KIND)]


@pytest.mark.parametrize("bad", [{}, {"page": 7}, {"page": None}, {"page": "x" * 25}, {"page": "x", "more": "y"}])
def test_nonsense_from_a_desk_is_refused_in_words(room, bad):
    with pytest.raises(Refusal, match="bad_command"):
        room.command("printed", **bad)


def test_a_second_tap_replaces_the_first_and_a_press_on_the_first_leaves_the_second(room, database):
    hand_over(room)
    [first] = room.room.printing.waiting(room.live_id)
    hand_over(room, LATER_PDF)

    assert (opened(room), stored(database)) == (LATER_PDF, 1)
    with pytest.raises(Refusal, match="no_such_print"):
        room.command("printed", page=first.key)
    assert opened(room) == LATER_PDF


def test_taps_that_come_at_once_leave_one_page(room, database):
    failed = []

    def tap():
        try:
            hand_over(room)
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=tap) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (failed, stored(database)) == ([], 1)


def test_its_owner_sees_that_it_waits_and_takes_it_back(room, database):
    hand_over(room)
    assert room.room.printing.handed(room.book.id, KIND).handed_at == room.at
    assert room.room.printing.handed(room.book.id, "cv") is None

    room.room.printing.take_back(room.book.id, KIND)
    room.room.printing.take_back(room.book.id, KIND)

    assert (room.room.printing.handed(room.book.id, KIND), waiting(room), stored(database)) == (None, [], 0)


def test_a_page_handed_over_in_a_later_session_waits_there_and_no_longer_in_the_first(room, database):
    hand_over(room)
    second = another(room)
    again = second.join("Inès")
    second.room.owning.go_on_with(again, room.book)
    hand_over(second, LATER_PDF, person=again)

    assert (waiting(room), waiting(second), stored(database)) == ([], [("Inès", KIND)], 1)


def test_a_page_stays_a_day_by_the_servers_clock_and_not_a_minute_more(room, database):
    hand_over(room)
    room.wait(hours=23, minutes=59)
    room.room.printing.tidy()
    assert (waiting(room), stored(database)) == ([("Inès", KIND)], 1)

    room.wait(minutes=1)
    [key] = _keys(database)
    assert waiting(room) == []
    assert room.room.showing.desk(room.live_id).prints == ()
    assert room.room.printing.handed(room.book.id, KIND) is None
    with pytest.raises(Refusal, match="no_such_print"):
        room.room.printing.open(room.live_id, key)

    room.told.changes.clear()
    room.room.printing.tidy()
    assert stored(database) == 0
    assert room.told.changes == [Changed(room.live_id)]


def _keys(database):
    with database() as session:
        return list(session.scalars(select(ToPrintRow.key)))


def test_tidying_writes_nothing_where_nothing_is_old(room, engine):
    hand_over(room)
    statements = []
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    room.room.printing.tidy()

    assert [statement for statement in statements if not statement.startswith("SELECT")] == []


def test_whoever_hands_something_over_takes_out_what_is_old(room, database):
    hand_over(room)
    room.wait(hours=25)
    second = begun(another(room), "Tom")
    hand_over(second)

    assert (stored(database), waiting(second)) == (1, [("Tom", KIND)])


def taken_out(room):
    [page] = room.room.owning.pages(room.book.id)
    room.room.owning.take_out(room.book.id, page.id)


def deleted(table):
    def act(room):
        with room.room.store.database() as session, session.begin():
            session.execute(delete(table))

    return act


def parted(room):
    mine = room.join("Tom")
    room.room.owning.go_on_with(mine, room.book)
    room.room.printing.take_back(room.book.id, KIND)
    hand_over(room, person=mine)
    room.room.owning.part_from(mine)


@pytest.mark.parametrize("act", [
    lambda room: room.command("remove", participant=room.ines.id),
    lambda room: room.room.owning.erase(room.book.id),
    taken_out, parted, deleted(LiveRow), deleted(ParticipantRow),
], ids=["removed from the session", "notebook erased", "page taken out", "not her notebook", "session deleted", "participant deleted"])  # fmt: skip
def test_nothing_is_left_of_a_page_whose_owner_or_source_is_gone(room, database, act):
    hand_over(room)

    act(room)

    assert stored(database) == 0


def test_taking_out_what_is_not_in_the_notebook_leaves_what_waits(room):
    hand_over(room)
    tom = begun(copy.copy(room), "Tom")
    [page] = room.room.owning.pages(room.book.id)
    room.room.owning.take_out(tom.book.id, page.id)

    assert waiting(room) == [("Inès", KIND)]


def test_who_comes_back_by_the_code_of_her_notebook_still_finds_her_page(room):
    hand_over(room)
    older = begun(another(room)).book
    room.room.owning.go_on_with(room.ines, older)

    assert room.room.printing.handed(older.id, KIND) is not None
    room.room.printing.take_back(older.id, KIND)
    assert waiting(room) == []


@pytest.mark.parametrize(("minutes", "because"), [(0, None), (59, None), (61, "print_nowhere")])
def test_after_the_end_a_page_is_taken_as_long_as_the_counsellor_may_still_be_there(room, minutes, because):
    room.command("end")
    room.wait(minutes=minutes)

    found = room.room.printing.why_not(room.ines, room.book.id)
    assert (found.key if found else None) == because
    if because:
        with pytest.raises(Refusal, match=because):
            hand_over(room)
        assert waiting(room) == []
    else:
        hand_over(room)
        [page] = room.room.printing.waiting(room.live_id)
        room.command("printed", page=page.key)
        assert waiting(room) == []


def test_without_a_session_nothing_can_be_handed_over(room, database):
    assert room.room.printing.why_not(None, room.book.id).key == "print_nowhere"
    with pytest.raises(Refusal, match="print_nowhere"):
        room.room.printing.hand_over(None, room.book.id, KIND, PDF)
    assert stored(database) == 0


def test_a_rehearsal_hands_over_nothing(room, database):
    rehearsal = another(room, is_rehearsal=True)

    with pytest.raises(Refusal, match="print_rehearsal"):
        hand_over(rehearsal, person=rehearsal.join("Inès"))
    assert stored(database) == 0


def test_a_notebook_that_is_another_persons_in_the_session_is_not_handed_over_under_her_name(room, database):
    with pytest.raises(Refusal, match="print_other"):
        hand_over(room, person=room.join("Tom"))
    assert stored(database) == 0
