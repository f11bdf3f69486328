"""An answer in a room where something is dealt: what was dealt is written into it, and the screen follows how far people have come."""

import pytest

from sessions.domain.refusals import Refusal
from sessions.services.ports import Reach
from tests.sessions.house import TestRoom
from tests.sessions.plans import step_of
from workshop.exercises.contract import AnswerRefused
from workshop.plans.model import Workshop

CHEAP = {"telephone": "a", "repas": "a", "transports": "a", "loisirs": "a"}
REACTIONS = {"velo": "a", "facture": "a", "amende": "a"}


@pytest.fixture
def room(database) -> TestRoom:
    """Inès and Karim, with a budget open."""
    room = TestRoom(database, Workshop(id="argent", title="Argent", minutes=20, steps=(step_of("budget"), step_of("choice"))))
    room.ines, room.karim = room.join("Inès"), room.join("Karim")
    room.command("next")
    room.command("open")
    return room


def sent(months, **more):
    """Return what a phone sends for so many cheap months, with a reaction to whatever may come."""
    picks = {f"{month}-{key}": letter for month in range(1, months + 1) for key, letter in (CHEAP | REACTIONS).items()}
    return {"months": months, "picks": picks, **more}


def events(room):
    with room.room.store.read() as reads:
        return reads.deals.of(room.run, 0)["events"]


def stored(room, person):
    return room.gathered()[0].answers[person.id]


def item(room, person):
    return room.room.showing.phone(room.live_id, person.id).item


def shown(room):
    return room.room.showing.screen(room.live_id).dealt.sentence


def test_an_answer_is_stored_with_the_surprises_of_the_room(room):
    room.answer(room.ines, sent(2, events=["vente"]))
    room.answer(room.karim, sent(1))

    assert list(stored(room, room.ines).events) == events(room)[:2]
    assert list(stored(room, room.karim).events) == events(room)[:1]


def test_a_phone_gets_the_next_month_and_its_surprise_once_it_has_sent_one(room):
    before = item(room, room.ines)
    room.answer(room.ines, sent(1))
    after = item(room, room.ines)

    assert ([before.public["month"], after.public["month"]], [before.is_done, after.is_done]) == ([1, 2], [False, False])
    assert [len(each.public["seat"]["surprises"]) for each in (before, after)] == [1, 2]
    assert before.stage != after.stage
    assert before.seat != after.seat
    assert [one["key"] for one in after.public["seat"]["surprises"]] == events(room)[:2]


def test_who_comes_late_meets_the_same_surprise(room):
    room.answer(room.ines, sent(3))
    late = room.join("Léa")

    assert item(room, late).public["seat"]["surprises"] == item(room, room.karim).public["seat"]["surprises"]


def test_the_screen_is_drawn_again_when_half_of_the_room_is_in_the_next_month_and_only_then(room):
    room.answer(room.ines, sent(0))
    first = shown(room)
    assert first.startswith("Mois 1")
    room.told.changes.clear()
    room.answer(room.ines, sent(1), answer_id="a")
    room.answer(room.karim, sent(1), answer_id="b")
    room.answer(room.karim, sent(1), answer_id="b")

    assert shown(room).startswith("Mois 2")
    assert [change.reach for change in room.told.changes if change.reach is not Reach.DESK] == [Reach.SCREEN]
    assert not any(change.redrawn for change in room.told.changes)


def test_the_desk_sees_in_which_month_everybody_is_and_who_has_not_finished(room):
    room.answer(room.ines, sent(2))
    room.answer(room.karim, sent(3))
    desk = room.room.showing.desk(room.live_id)

    assert {line.alias: line.place for line in desk.people} == {"Inès": "mois 3", "Karim": "3 mois finis"}
    assert [line.alias for line in desk.missing] == ["Inès"]
    assert desk.progress.answered == 1


def test_a_pass_is_stored_like_any_other_and_holds_nobody_back(room):
    room.answer(room.ines, None)

    assert stored(room, room.ines) is None
    assert shown(room).startswith("Mois 3")


def test_an_answer_that_does_not_fit_what_was_dealt_is_refused_and_not_stored(room):
    event = next(key for key in (*REACTIONS,) if key in [*events(room)])
    month = events(room).index(event) + 1
    wish = sent(month)
    del wish["picks"][f"{month}-{event}"]

    with pytest.raises(AnswerRefused, match="choisis aussi"):
        room.answer(room.ines, wish)

    assert room.gathered()[0].answers == {}
    with pytest.raises(Refusal, match="bad_command"):
        room.command("answer_for", run=room.run, participant=room.ines.id, answer=wish)


def test_other_surprises_reach_the_phones_and_leave_what_was_sent_alone(room):
    room.answer(room.ines, sent(1))
    first, seen = events(room), item(room, room.ines).seat
    room.told.changes.clear()
    room.command("deal_again")

    assert events(room)[0] == first[0]
    assert events(room)[1:] != first[1:]
    assert item(room, room.ines).seat != seen
    assert {person for change in room.told.changes for person in change.redrawn} == {room.ines.id}
    room.answer(room.ines, sent(2), answer_id="later")
    assert list(stored(room, room.ines).events) == events(room)[:2]


def test_the_counsellor_plays_for_somebody_without_a_phone(room):
    room.command("add_participant", alias="Sami")
    [sami] = [person for person in room.room.showing.desk(room.live_id).people if person.alias == "Sami"]
    room.command("answer_for", run=room.run, participant=sami.id, answer=sent(3))

    assert list(stored(room, sami).events) == events(room)


def test_what_comes_an_instant_after_the_closing_bears_the_surprises_too(room):
    room.command("close")
    room.answer(room.ines, sent(1))

    assert list(stored(room, room.ines).events) == events(room)[:1]


def test_a_second_round_is_drawn_anew_and_begins_at_the_first_month(room):
    room.answer(room.ines, sent(3))
    room.command("reveal")
    room.command("second_round")

    assert item(room, room.ines).public["month"] == 1
    assert shown(room).startswith("Mois 1")
    assert len(events(room)) == 3


@pytest.fixture
def block(database) -> TestRoom:
    """Inès and Karim at their own pace: a question, a budget and another question."""
    steps = (step_of("choice", "avant"), step_of("budget", "budget"), step_of("choice", "apres"), step_of("budget", "encore"), step_of("draw", "tirage", reveals=False))
    room = TestRoom(database, Workshop(id="rythme", title="Rythme", minutes=30, steps=steps))
    room.ines, room.karim = room.join("Inès"), room.join("Karim")
    room.command("self_paced", step="apres")
    return room


def test_a_budget_is_one_of_several_activities_at_one_s_own_pace_with_the_surprises_of_the_room(block):
    view = lambda person, part: block.room.showing.phone(block.live_id, person.id, part)  # noqa: E731
    assert (view(block.ines, 0).moment, view(block.ines, 0).item.exercise) == ("activity", "choice")
    assert len(view(block.ines, 1).item.public["seat"]["surprises"]) == 1
    assert "seat" not in view(block.ines, 0).item.public

    block.answer(block.ines, {"choices": ["b"]}, part=0)
    block.answer(block.ines, sent(3, events=["vente"]), part=1)
    block.answer(block.ines, {"choices": ["b"]}, part=2)
    block.answer(block.karim, sent(1), part=1)

    with block.room.store.read() as reads:
        dealt = reads.deals.of(block.run, 1)["events"]
    budgets = block.gathered()[1].answers
    assert [list(budgets[person.id].events) for person in (block.ines, block.karim)] == [dealt, dealt[:1]]
    desk, screen = block.room.showing.desk(block.live_id), block.room.showing.screen(block.live_id)
    assert (desk.progress.answered, desk.progress.expected) == (1, 2)
    assert screen.dealt is None
    assert desk.deal_again == ""


def test_who_comes_late_into_the_block_has_the_same_surprises_and_a_second_round_has_its_own_deal(block):
    late = block.join("Zoé")
    block.answer(late, sent(1), part=1)
    with block.room.store.read() as reads:
        assert list(block.gathered()[1].answers[late.id].events) == reads.deals.of(block.run, 1)["events"][:1]

    block.command("reveal")
    first = block.run
    block.command("second_round")
    with block.room.store.read() as reads:
        assert block.run != first
        assert reads.deals.of(block.run, 1) is not None
        assert reads.deals.of(block.run, 0) is None


def test_a_second_activity_that_deals_and_one_that_is_played_together_stay_out_of_the_block(database):
    steps = (step_of("choice", "avant"), step_of("budget", "budget"), step_of("choice", "apres"), step_of("budget", "encore"), step_of("draw", "tirage", reveals=False))
    room = TestRoom(database, Workshop(id="rythme", title="Rythme", minutes=30, steps=steps))
    room.join("Inès")

    desk = room.room.showing.desk(room.live_id)
    assert [end.step for end in desk.ends] == ["budget", "apres"]
    assert "Étape encore" in desk.stop
    with pytest.raises(Refusal):
        room.command("self_paced", step="encore")
