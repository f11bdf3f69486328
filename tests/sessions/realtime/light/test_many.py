"""What one phone does to the others: nothing."""

from tests.loops.sockets import until
from tests.sessions.realtime.light.conftest import Served
from tests.sessions.realtime.light.raw_phone import PONG, TEXT, RawPhone, frame

PHONES = 60
LONG = 50_000


def test_a_phone_that_does_not_read_is_cut_off_and_the_others_hear_everything(light):
    slow = RawPhone(light.port, receives=4096).enter("slow")
    asking, quick = RawPhone(light.port).enter(), RawPhone(light.port).enter("quick")
    told = 0
    while ["slow", "transport close"] not in asking.ask("gone"):
        assert told < 2000
        asking.ask("tell", "x", 10, LONG)
        told += 10
        assert [quick.text() for _ in range(10)] == [f'42/live,["told","{"x" * LONG}"]'] * 10

    assert slow.is_ended()
    assert asking.ask("echo", 1) == 1
    for phone in (slow, asking, quick):
        phone.close()


def test_a_phone_that_reads_late_loses_nothing_within_the_bound(mode):
    served = Served(mode=mode, most_waiting=50_000_000)
    late, asking = RawPhone(served.port, receives=4096).enter(), RawPhone(served.port).enter()
    asking.ask("leave")
    for number in range(100):
        asking.ask("tell", f"{number} ", 1, LONG // 5)

    assert [late.text()[:24] for _ in range(100)] == [f'42/live,["told","{f"{number} " * 10}'[:24] for number in range(100)]
    assert late.ask("echo", "still here") == "still here"
    served.stop()


def test_no_greenlet_waits_for_a_silent_phone(light):
    first = RawPhone(light.port).enter()
    before = first.ask("greenlets")
    phones = [RawPhone(light.port).enter() for _ in range(PHONES)]

    until(lambda: first.ask("greenlets") < before + PHONES // 4, lambda: f"{before} greenlets, then {first.ask('greenlets')}")
    for phone in (first, *phones):
        phone.close()


def test_what_a_hasty_phone_sends_while_it_is_let_in_waits_in_its_order(light):
    phone = RawPhone(light.port)
    said = [f'42/live,{number}["count",{number}]' for number in range(200)]
    phone.socket.sendall(frame(TEXT, b'40/live,"slowly"') + b"".join(frame(TEXT, one.encode()) for one in said))
    phone.text()

    assert phone.text().startswith("40/live,")
    assert [phone.text() for _ in said] == [f"43/live,{number}[{number + 1}]" for number in range(200)]
    phone.close()


def test_a_phone_that_asks_for_signs_of_life_without_end_holds_nobody(light):
    eager, other = RawPhone(light.port).enter(), RawPhone(light.port).enter()
    eager.socket.sendall(b"".join(frame(9, str(number).encode()) for number in range(2000)))

    assert other.ask("echo", 1) == 1
    answers = [eager.frame() for _ in range(2000)]
    assert {answer.opcode for answer in answers} == {PONG}
    assert [int(answer.data) for answer in answers] == list(range(2000))
    eager.close()
    other.close()


def test_the_phone_that_vanished_is_found_and_the_one_that_answers_stays(beating):
    vanished, watching = RawPhone(beating.port).enter("vanished"), RawPhone(beating.port).enter("watching")
    until_gone(watching, "vanished")

    assert vanished.is_ended()
    assert ["watching", "ping timeout"] not in watching.ask("gone")
    watching.close()


def test_a_phone_that_never_closes_its_side_is_closed_all_the_same(beating):
    phone = RawPhone(beating.port).enter("broken")
    phone.socket.sendall(b"\x81\x01x")
    assert phone.is_ended()

    # the server has said all it will; once it has also stopped to listen, what is sent to it comes back as an error
    until(lambda: is_refused(phone), lambda: "the server still listens")


def until_gone(watching: RawPhone, name: str) -> None:
    until(lambda: [name, "ping timeout"] in watching.ask("gone"), lambda: str(watching.ask("gone")))


def is_refused(phone: RawPhone) -> bool:
    try:
        phone.socket.sendall(frame(TEXT, b"3"))
    except ConnectionError:
        return True
    return False
