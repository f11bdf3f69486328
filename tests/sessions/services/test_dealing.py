"""What is dealt out in the room: when a step opens, when people come and go, when the counsellor asks for another."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event

from sessions.domain.people import Kind
from sessions.domain.refusals import Refusal
from sessions.domain.states import RunState
from sessions.services.ports import Newcomer, Reach
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


@pytest.fixture
def grouping(database) -> TestRoom:
    """A question, teams mixed by its results, and two questions played by team."""
    mixed = part_of("teams").model_copy(update={"specification": {"prompt": "Trouve ton équipe.", "number": 2, "mix": "results"}})
    return played(
        database,
        step_of("choice", "question"),
        Step(id="equipes", title="Équipes", minutes=3, parts=(mixed,)),
        step_of("choice", "ensemble", by_team="goal", team_goal=50),
        step_of("choice", "classement", by_team="ranking"),
    )


@pytest.fixture
def four(grouping):
    """Two who found the answer and two who did not; then the teams are made."""
    people = [grouping.join(alias) for alias in ("Inès", "Karim", "Léa", "Sami")]
    grouping.command("next")
    grouping.command("open")
    for place, person in enumerate(people):
        grouping.answer(person, {"choices": ["b" if place < 2 else "a"]})
    grouping.command("next")
    return people


def mates(room, person):
    return seat(room, person)["mates"]


def test_teams_are_made_as_soon_as_the_step_is_shown_and_mixed_by_what_was_answered(grouping, four):
    assert grouping.live.current.state is RunState.OPEN
    assert mates(grouping, four[0]) != ["Karim"]
    assert [len(team["members"]) for team in content(grouping)["teams"]] == [2, 2]


def test_who_comes_late_has_a_team_and_the_team_s_phones_are_redrawn(grouping, four):
    grouping.told.changes.clear()
    zoe = grouping.join("Zoé")

    names = mates(grouping, zoe)
    kin = {person.id for person in four if person.alias in names}
    assert len(names) == 2
    assert {person for change in grouping.told.changes for person in change.redrawn} == kin | {zoe.id}


def test_who_goes_away_for_a_moment_keeps_the_team(grouping, four):
    before = content(grouping)
    grouping.room.answering.left(grouping.live_id, four[0].id)
    grouping.room.answering.came_back(grouping.live_id, four[0].id)

    assert content(grouping) == before


def test_who_has_no_phone_is_in_a_team_too(grouping, four):
    grouping.command("add_participant", alias="Noé")

    assert "Noé" in str(grouping.room.showing.screen(grouping.live_id).dealt.figures)


def test_the_counsellor_moves_somebody_by_hand(grouping, four):
    desk = grouping.room.showing.desk(grouping.live_id)
    ines = desk.people[0]
    key = next(key for key, label in desk.spots if label != ines.place)
    grouping.command("move", participant=ines.id, to=key)

    assert grouping.room.showing.desk(grouping.live_id).people[0].place == dict(desk.spots)[key]
    assert sorted(len(team["members"]) for team in content(grouping)["teams"]) == [1, 3]
    for wish in ({"participant": ines.id, "to": "99"}, {"participant": 999, "to": key}):
        with pytest.raises(Refusal):
            grouping.command("move", **wish)


def test_the_counsellor_makes_a_new_team_and_only_those_concerned_are_redrawn(grouping, four):
    ines = grouping.room.showing.desk(grouping.live_id).people[0]
    [(key, label)] = [(key, label) for key, label in grouping.room.showing.desk(grouping.live_id).spots if "Nouvelle équipe" in label]
    kin = {person.id for person in four if person.alias in mates(grouping, four[0])}
    grouping.told.changes.clear()
    grouping.command("move", participant=ines.id, to=key)

    desk = grouping.room.showing.desk(grouping.live_id)
    assert desk.people[0].place == dict(desk.spots)[key] == "Cœur"
    assert label.endswith("Cœur")
    assert mates(grouping, four[0]) == []
    assert {person for change in grouping.told.changes for person in change.redrawn} == kin | {ines.id}
    assert "Cœur" in str(grouping.room.showing.screen(grouping.live_id).dealt.figures)


def test_two_desks_that_make_the_same_new_team_put_both_into_it(grouping, four):
    key = grouping.room.showing.desk(grouping.live_id).spots[-1][0]
    for person in four[:2]:
        grouping.command("move", participant=person.id, to=key)

    assert mates(grouping, four[0]) == ["Karim"]


def test_a_renamed_person_is_called_so_on_the_others_phones(grouping, four):
    mate = next(person for person in four if person.alias in mates(grouping, four[0]))
    grouping.told.changes.clear()
    grouping.command("rename", participant=mate.id, alias="Lou")

    assert mates(grouping, four[0]) == ["Lou"]
    assert four[0].id in {person for change in grouping.told.changes for person in change.redrawn}


def play(room, step, answers):
    room.command("go_to", step=step)
    room.command("open")
    for person, choice in answers:
        room.answer(person, None if choice is None else {"choices": [choice]})
    room.command("reveal")
    return room.room.showing.screen(room.live_id).by_team


def test_a_question_played_by_team_is_told_against_the_shared_goal(grouping, four):
    story = play(grouping, "ensemble", [(four[0], "b"), (four[1], "b"), (four[2], "a"), (four[3], "a")])

    assert story.sentence == "Ensemble\u00a0: 50\u202f% de réussite. Objectif 50\u202f%\u00a0: atteint."
    [figure] = story.figures
    assert len(figure.bars) == 2
    assert all(bar.key for bar in figure.bars)
    assert not any(person.alias in str(story) for person in four)


def test_a_ranking_is_of_teams(grouping, four):
    together = [person for person in four if person.alias in [four[0].alias, *mates(grouping, four[0])]]
    others = [person for person in four if person not in together]
    answers = [(together[0], "b"), (together[1], "b"), (others[0], "a"), (others[1], "b")]
    story = play(grouping, "classement", answers)

    [figure] = story.figures
    assert [bar.count for bar in figure.bars] == [100, 50]
    assert "En tête" in story.sentence


def test_without_teams_the_usual_story_stands_alone(grouping):
    ines = grouping.join("Inès")

    assert play(grouping, "ensemble", [(ines, "b")]) is None


def test_only_a_step_that_is_graded_is_played_by_team():
    with pytest.raises(ValueError, match="by_team"):
        step_of("mood", by_team="goal")


@pytest.fixture
def acting(database) -> TestRoom:
    return played(database, step_of("roleplay", "entretien"), step_of("choice", "fin"))


@pytest.fixture
def cast(acting):
    """Three people by role: who plays the first card, the second, who observes."""
    people = {person.id: person for person in (acting.join("Inès"), acting.join("Karim"), acting.join("Léa"))}
    acting.command("next")
    acting.command("open")
    return [people[one] for one in content(acting)["groups"][0]["members"]]


GRID = {"marks": {"bonjour": "seen", "regard": "seen", "exemple": "seen", "question": "not_yet"}}


def test_only_the_observer_s_phone_asks_for_the_grid(acting, cast):
    moments = [acting.room.showing.phone(acting.live_id, person.id).moment for person in cast]
    assert moments == ["read", "read", "activity"]

    acting.answer(cast[2], GRID)
    with pytest.raises(Refusal):
        acting.answer(cast[0], GRID)

    assert acting.room.showing.desk(acting.live_id).progress.answered == 1


def test_changing_roles_redraws_everybody_and_keeps_the_grids(acting, cast):
    acting.answer(cast[2], GRID, answer_id="grid")
    acting.told.changes.clear()
    acting.command("deal_again")

    assert {person for change in acting.told.changes for person in change.redrawn} == {person.id for person in cast}
    assert acting.room.showing.phone(acting.live_id, cast[0].id).moment == "activity"
    acting.answer(cast[2], GRID, answer_id="grid")
    acting.answer(cast[0], GRID)
    assert len(acting.gathered()[0].given) == 2


@pytest.mark.parametrize(
    "act", [lambda room, cast: room.answer(cast[2], GRID), lambda room, cast: room.room.answering.left(room.live_id, cast[0].id)], ids=["a grid", "a phone that goes"]
)
def test_the_run_is_held_before_what_is_dealt_as_whoever_conducts_does(acting, cast, engine, act):
    # the order in which acts of one transaction hold them: two that go another way round would wait for each other
    statements = []
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    act(acting, cast)

    held = [("deal" if "FROM deal" in text else "run") for text in statements if "FOR SHARE" in text or "FOR UPDATE" in text]
    # SQLite has one writer at a time, and holds nothing else
    assert held[:2] == (["run", "deal"] if engine.dialect.name == "postgresql" else [])


def second_cycle(acting, cast):
    """The first observer has sent a grid; everybody has had every card, and she observes again."""
    acting.answer(cast[2], GRID, answer_id="first")
    for _ in cast:
        acting.command("deal_again")


def test_who_observes_again_in_a_second_cycle_is_asked_again_and_both_grids_are_told(acting, cast):
    second_cycle(acting, cast)
    desk = acting.room.showing.desk(acting.live_id)
    phone = acting.room.showing.phone(acting.live_id, cast[2].id)
    assert ([line.alias for line in desk.missing], desk.progress.answered) == ([cast[2].alias], 0)
    assert (phone.moment, phone.item.own) == ("activity", None)

    acting.answer(cast[2], {"marks": GRID["marks"] | {"question": "seen"}}, answer_id="second")
    acting.answer(cast[2], GRID, answer_id="first")

    desk = acting.room.showing.desk(acting.live_id)
    assert (desk.missing, desk.progress.answered) == ((), 1)
    assert acting.room.showing.phone(acting.live_id, cast[2].id).item.own.answer.marks_in("4-1")["question"] == "seen"
    [answer] = acting.gathered()[0].given
    assert [grid.scene for grid in answer.grids] == ["1-1", "4-1"]
    acting.command("reveal")
    assert acting.room.showing.screen(acting.live_id).story.figures[0].total == 2


def test_who_passes_in_a_second_cycle_has_passed_and_her_first_grid_stays(acting, cast):
    second_cycle(acting, cast)
    acting.answer(cast[2], None, answer_id="pass")

    phone, desk = acting.room.showing.phone(acting.live_id, cast[2].id), acting.room.showing.desk(acting.live_id)
    assert phone.item.own is not None and phone.item.own.answer is None
    assert (desk.missing, desk.progress.answered) == ((), 1)
    [answer] = acting.gathered()[0].given
    assert answer.marks == GRID["marks"]


def test_the_debrief_names_nobody(acting, cast):
    acting.answer(cast[2], GRID)
    acting.command("reveal")
    screen = acting.room.showing.screen(acting.live_id)

    assert "Dire bonjour" in screen.story.sentence
    assert not any(person.alias in str(screen.story) for person in cast)
    assert screen.dealt is None


def test_a_passing_observer_is_counted_as_everywhere(acting, cast):
    acting.answer(cast[2], None)

    assert acting.gathered()[0].answers == {cast[2].id: None}


def test_whoever_shows_up_with_a_removed_player_s_card_is_an_observer(acting, cast):
    acting.command("remove", participant=cast[0].id)

    assert content(acting)["groups"][0]["members"] == [cast[2].id, cast[1].id]


def test_those_who_come_at_once_all_have_a_place(acting, cast):
    with ThreadPoolExecutor(8) as pool:
        people = list(pool.map(lambda number: acting.join(f"Jeune {number}"), range(16)))

    seated = [one for group in content(acting)["groups"] for one in group["members"]]
    assert sorted(seated) == sorted(person.id for person in (*cast, *people))


def test_a_break_counts_down_by_itself_and_can_be_lengthened(database):
    room = played(database, step_of("choice", "question"), step_of("pause"), step_of("choice", "fin"))
    ines = room.join("Inès")
    room.command("go_to", step="pause")
    room.wait(seconds=60)
    assert item(room, ines).public["remaining_s"] == 540
    assert room.room.showing.screen(room.live_id).questions[0].public["remaining_s"] == 540

    room.command("extend_timer", seconds=60)
    room.wait(minutes=11)

    assert item(room, ines).public["remaining_s"] == 0
    assert room.room.showing.phone(room.live_id, ines.id).moment == "read"
    assert room.room.showing.desk(room.live_id).next.name == "next"


def test_who_came_in_unseen_while_the_step_opened_is_seated_when_the_phone_asks(acting, cast):
    with acting.room.store.work() as work:
        [sami] = work.people.add_all([Newcomer(acting.live_id, "Sami", "lune-1", "device", Kind.PHONE, acting.at)])
    assert sami.id not in content(acting)["groups"][0]["members"]

    assert seat(acting, sami)["card"]["title"] == "Observation"
