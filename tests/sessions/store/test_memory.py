"""What a process remembers of a session is never older than what the database says, and nobody can spoil it."""

from sqlalchemy import text

from sessions.services.room import make_room
from sessions.store.memory import Remembered
from sessions.store.unit_of_work import SqlStore


def other_worker(room, database):
    """Return the services of a second process on the same database."""
    return make_room(SqlStore(database, room.told), room.room.world)


def test_what_another_worker_changed_is_seen_at_once(room, database):
    assert room.live.current is None
    other = other_worker(room, database)

    other.desk_commands.command(room.live_id, {"name": "next", "expected_version": 1})

    assert room.live.version == 2
    assert room.live.current.step_id == room.live.plan.steps[0].id


def test_what_a_caller_changes_in_her_copy_is_nobody_elses(room):
    room.command("next")
    mine = room.live
    mine.runs.clear()
    mine.current_run_id = None

    assert room.live.current is not None


def test_what_was_rolled_back_is_not_remembered(room):
    try:
        with room.room.store.work() as work:
            live = work.lives.by_id(room.live_id)
            live.version += 1
            live.is_locked = True
            work.lives.save(live, "lock", room.at, 1)
            assert work.lives.by_id(room.live_id).is_locked
            raise RuntimeError
    except RuntimeError:
        pass
    room.command("next")

    assert room.live.version == 2
    assert not room.live.is_locked


def test_a_session_deleted_by_another_is_gone(room, database):
    assert room.live is not None
    with database.begin() as session:
        session.execute(text("DELETE FROM live"))

    assert room.live is None


def test_a_full_table_forgets_its_oldest():
    table = Remembered(2)
    for key in "abc":
        table.put(key, key.upper())

    assert [table.get(key) for key in "abc"] == [None, "B", "C"]
