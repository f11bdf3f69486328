"""Who left is in no room any more, and nobody else was touched: what python-socketio's own register says too."""

import pytest
import socketio
from socketio import Manager

from sessions.realtime.known_rooms import Register

SPACE = "/"


class Counting(dict):
    """The rooms of a namespace, which count how often all of them are gone through."""

    walks = 0

    def copy(self):
        self.walks += 1
        return super().copy()


@pytest.fixture(params=[Register, Manager])
def register(request):
    manager = request.param()
    manager.set_server(socketio.Server(async_mode="threading"))
    return manager


def enter(register, name: str, *rooms: str) -> str:
    sid = register.connect(register.pre_connect(name, SPACE), SPACE)
    for room in rooms:
        register.enter_room(sid, SPACE, room)
    return sid


def test_one_who_leaves_is_in_no_room_and_the_others_stay(register):
    ines, tom = enter(register, "ines", "phones", "person 1"), enter(register, "tom", "phones")
    register.pre_disconnect(ines, SPACE)
    register.disconnect(ines, SPACE)

    assert [sid for sid, _ in register.get_participants(SPACE, "phones")] == [tom]
    assert set(register.rooms[SPACE]) == {None, tom, "phones"}
    assert not register.pending_disconnect
    assert not register.is_connected(ines, SPACE) and register.is_connected(tom, SPACE)


def test_one_who_leaves_a_room_by_hand_can_come_back_to_it(register):
    ines = enter(register, "ines", "phones")
    register.leave_room(ines, SPACE, "phones")
    assert "phones" not in register.rooms[SPACE]
    register.enter_room(ines, SPACE, "phones")
    register.disconnect(ines, SPACE)

    assert not register.rooms.get(SPACE)


def test_one_whose_connection_was_not_finished_leaves_nothing(register):
    sid = register.pre_connect("half", SPACE)
    register.disconnect(sid, SPACE)

    assert not register.pending_connect and not register.rooms.get(SPACE)


def test_who_is_unknown_can_leave(register):
    register.disconnect("nobody", SPACE)


def test_a_room_that_is_closed_is_empty(register):
    ines = enter(register, "ines", "phones")
    register.close_room("phones", SPACE)
    assert "phones" not in register.rooms[SPACE]
    register.disconnect(ines, SPACE)


def test_nobody_is_looked_for_in_the_rooms_of_others():
    register = Register()
    register.set_server(socketio.Server(async_mode="threading"))
    ines = enter(register, "ines", "phones")
    register.rooms[SPACE] = Counting(register.rooms[SPACE])
    every = register.rooms[SPACE]
    register.disconnect(ines, SPACE)

    assert every.walks == 0
