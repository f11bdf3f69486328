"""A whole group comes in at once: some names are the same, one is hurtful, one code is wrong; each gets an own answer."""

from random import Random

from sessions.domain.refusals import Refusal
from sessions.services.entering import Wish, enter_all


def together(room, *wishes):
    with room.room.store.work() as work:
        return enter_all(work, room.room.world, wishes)


def told(entered):
    return [one.key if isinstance(one, Refusal) else one.alias for one in entered]


def test_each_of_those_who_come_together_gets_an_own_answer(room):
    entered = together(room, Wish(room.code, "Inès"), Wish(room.code, "ines"), Wish("XXXXXX", "Tom"), Wish(room.code, "x" * 40), Wish(room.code, "Tom"))

    assert told(entered) == ["Inès", "alias_taken", "no_such_code", "alias_long", "Tom"]
    assert entered[1].details["suggestion"] == "ines B"
    with room.room.store.read() as reads:
        assert [person.alias for person in reads.people.present(room.live_id)] == ["Inès", "Tom"]


def test_hundreds_without_a_name_get_different_ones(room):
    entered = together(room, *[Wish(room.code, "") for _ in range(600)])

    assert len({person.alias for person in entered}) == 600
    assert len({person.resume_code for person in entered}) == 600


def test_who_meets_a_taken_resume_code_gets_another(room):
    class Stuck(Random):
        """Gives the same code to the first two people, as chance does once in 360,000."""

        fixed = [1234, 1234]

        def randint(self, low, high):
            return self.fixed.pop() if self.fixed and low == 1000 else super().randint(low, high)

        def choice(self, options):
            return options[0] if self.fixed and "soleil" in options else super().choice(options)

    world = room.room.world
    with room.room.store.work() as work:
        stuck = type(world)(world.now, world.new_id, Stuck(3))
        first, second = enter_all(work, stuck, [Wish(room.code, "Inès"), Wish(room.code, "Tom")])

    assert first.resume_code == "soleil-1234" != second.resume_code
    assert told([first, second]) == ["Inès", "Tom"]


def test_a_code_of_another_session_does_not_open_this_one(room):
    assert told(together(room, Wish(room.code, "Inès", only_in=room.live_id + 1))) == ["who"]


def test_a_fourth_on_one_phone_is_refused_even_in_the_same_instant(room):
    device = room.join("Inès").device
    entered = together(room, *[Wish(room.code, name, device) for name in ("Tom", "Léa", "Karim")])

    assert told(entered) == ["Tom", "Léa", "device_full"]
