"""What is dealt out in the room: when a step opens, when people come and go, when the counsellor asks for another."""

import json

import pytest

from sessions.domain.people import Kind
from sessions.domain.refusals import Refusal
from sessions.domain.states import RunState
from sessions.services.ports import Reach
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Step, Workshop


def played(database, *steps: Step) -> TestRoom:
    return TestRoom(database, Workshop(id="distribution", title="Distribution", minutes=20, steps=steps))


def content(room: TestRoom):
    with room.room.store.read() as reads:
        return reads.deals.of(room.run, 0)


def item(room: TestRoom, person):
    return room.room.showing.phone(room.live_id, person.id).item


def seat(room: TestRoom, person):
    return item(room, person).public["seat"]


@pytest.fixture
def drawing(database) -> TestRoom:
    room = played(database, step_of("choice", "question"), step_of("draw", "tirage", reveals=False), step_of("choice", "fin"))
    return room


@pytest.fixture
def three(drawing):
    """Inès, Karim and Léa by id, with the draw open."""
    people = {person.id: person for person in (drawing.join("Inès"), drawing.join("Karim"), drawing.join("Léa"))}
    drawing.command("go_to", step="tirage")
    drawing.command("open")
    return people


def drawn(room, people):
    return people[content(room)["drawn"]]


def test_nothing_is_dealt_before_the_step_opens(drawing):
    ines = drawing.join("Inès")
    drawing.command("go_to", step="tirage")

    assert content(drawing) is None
    assert drawing.room.showing.phone(drawing.live_id, ines.id).moment == "listen"


def test_each_phone_is_told_its_own_place_when_the_step_opens(drawing, three):
    chosen = drawn(drawing, three)

    for person in three.values():
        view = drawing.room.showing.phone(drawing.live_id, person.id)
        assert view.moment == ("activity" if person == chosen else "read")
        assert seat(drawing, person)["state"] == ("drawn" if person == chosen else "waiting")


def test_what_is_pushed_to_all_tells_nobody_s_place_and_sends_everybody_to_ask(drawing, three):
    for view in (drawing.room.showing.phones(drawing.live_id), drawing.room.showing.newcomer(drawing.live_id)):
        assert view.is_personal
        assert view.moment == "read"
        assert view.item.public["seat"] is None


def test_a_pass_draws_the_next_one_and_is_kept_nowhere(drawing, three):
    first = drawn(drawing, three)
    drawing.told.changes.clear()
    drawing.answer(first, None)

    second = drawn(drawing, three)
    assert second != first
    assert drawing.gathered()[0].answers == {}
    assert {first.id, second.id} <= {person for change in drawing.told.changes for person in change.redrawn}


def test_a_pass_that_is_sent_twice_passes_once(drawing, three):
    first = drawn(drawing, three)
    drawing.answer(first, None, answer_id="pass")
    second = drawn(drawing, three)
    drawing.answer(first, None, answer_id="pass")

    assert drawn(drawing, three) == second


def test_the_screen_names_who_said_yes_and_nobody_before(drawing, three):
    chosen = drawn(drawing, three)
    assert chosen.alias not in str(drawing.room.showing.screen(drawing.live_id).dealt)

    drawing.answer(chosen, {"decision": "go"}, answer_id="yes")
    drawing.answer(chosen, {"decision": "go"}, answer_id="yes")

    assert chosen.alias in drawing.room.showing.screen(drawing.live_id).dealt.sentence
    assert drawing.room.showing.phone(drawing.live_id, chosen.id).moment == "read"


def test_who_was_not_drawn_cannot_say_yes(drawing, three):
    other = next(person for person in three.values() if person != drawn(drawing, three))

    with pytest.raises(Refusal) as refused:
        drawing.answer(other, {"decision": "go"})

    assert refused.value.key == "not_asked"
    assert drawing.gathered()[0].answers == {}


def test_another_is_drawn_at_the_counsellor_s_wish_without_a_new_version(drawing, three):
    first, version = drawn(drawing, three), drawing.live.version
    drawing.command("deal_again")

    assert drawn(drawing, three) != first
    assert drawing.live.version == version


def test_who_is_removed_leaves_the_turn_to_another(drawing, three):
    first = drawn(drawing, three)
    drawing.command("remove", participant=first.id)

    assert drawn(drawing, three) != first


def test_who_went_away_a_while_ago_leaves_the_turn_to_another_at_the_next_event(drawing, three):
    first = drawn(drawing, three)
    drawing.room.answering.left(drawing.live_id, first.id)
    assert drawn(drawing, three) == first

    drawing.wait(seconds=30)
    drawing.join("Sami")

    assert content(drawing)["drawn"] != first.id


def test_only_the_drawn_person_is_expected_and_missing(drawing, three):
    desk = drawing.room.showing.desk(drawing.live_id)

    assert (desk.progress.answered, desk.progress.expected) == (0, 1)
    assert [line.alias for line in desk.missing] == [drawn(drawing, three).alias]
    assert desk.deal_again == "Tirer quelqu’un d’autre"
    assert [line.place for line in desk.people if line.place] == ["décide"]


def test_the_counsellor_says_yes_for_somebody_without_a_phone(drawing):
    drawing.command("add_participant", alias="Karim")
    drawing.command("go_to", step="tirage")
    drawing.command("open")
    [karim] = drawing.room.showing.desk(drawing.live_id).missing
    drawing.command("answer_for", run=drawing.run, participant=karim.id, answer={"decision": "go"})

    assert "Karim" in drawing.room.showing.screen(drawing.live_id).dealt.sentence


def test_a_second_round_draws_anew_and_the_first_stays(drawing, three):
    first_run = drawing.run
    drawing.command("close")
    drawing.command("second_round")

    assert drawing.run != first_run
    assert content(drawing)["drawn"] is not None


def test_nothing_can_be_dealt_again_where_nothing_is_dealt(drawing):
    drawing.command("next")
    drawing.command("open")

    for wish in ({}, {"participant": 1, "to": "x"}):
        with pytest.raises(Refusal):
            drawing.command("move" if wish else "deal_again", **wish)


def test_who_comes_in_while_nothing_is_dealt_costs_no_look_at_deals(drawing, engine):
    from sqlalchemy import event

    drawing.command("next")
    drawing.command("open")
    statements = []
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    drawing.join("Inès")

    assert statements
    assert [text for text in statements if "deal" in text.replace("dealt", "")] == []


def test_those_who_come_together_are_all_seated_and_only_they_and_their_kin_are_redrawn(drawing, three):
    drawing.told.changes.clear()
    sami = drawing.join("Sami")

    assert sami.id in content(drawing)["waiting"]
    assert {person for change in drawing.told.changes for person in change.redrawn} == {sami.id}
    assert all(change.reach is not Reach.ROOM for change in drawing.told.changes)


def test_a_deal_holds_ids_and_no_alias(drawing, three):
    assert not any(person.alias in json.dumps(content(drawing), ensure_ascii=False) for person in three.values())
    assert drawing.live.current.state is RunState.OPEN
    assert all(person.kind is Kind.PHONE for person in three.values())


def test_a_step_that_deals_stands_alone():
    with pytest.raises(ValueError, match="se joue seul"):
        Step(id="bloc", title="Bloc", minutes=5, parts=(part_of("draw"), part_of("choice")))
