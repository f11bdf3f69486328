"""The next session of a group opens on the actions that were chosen in the one before: how many people, on screen and desk; which ones, on each phone alone."""

import copy

import pytest

from sessions.services.starting import For
from tests.sessions.house import TestRoom
from tests.sessions.plans import step_of
from workshop.people.tables import Cohort, Organisation
from workshop.plans.model import Workshop

ANSWER = {"actions": ["Consulter les offres"], "when": "cette semaine"}
WORKSHOP = Workshop(id="actions", title="Mes actions", minutes=20, steps=(step_of("choice", "question"), step_of("commitment", "actions")))


@pytest.fixture
def room(database) -> TestRoom:
    return TestRoom(database, WORKSHOP)


@pytest.fixture
def groups(database, room) -> list[int]:
    with database.begin() as session:
        house = Organisation(name="Mission locale", created_at=room.at)
        session.add(house)
        session.flush()
        cohorts = [Cohort(organisation_id=house.id, name=name, headcount=12, created_at=room.at) for name in ("Mars", "Avril")]
        session.add_all(cohorts)
        session.flush()
        return [cohort.id for cohort in cohorts]


def session_of(room, cohort, *, is_rehearsal=False):
    """Return another session of that group on the same server, in its lobby, a day later."""
    room.wait(days=1)
    other = copy.copy(room)
    other.code = room.room.starting.start(WORKSHOP, For(cohort_id=cohort), is_rehearsal=is_rehearsal)
    other.live_id = room.room.joining.find(other.code).id
    return other


def played(room, *answers):
    """Play the session up to its actions, chosen by as many people."""
    for _ in range(2):
        room.command("next")
        room.command("open")
        room.command("close") if room.live.number == 1 else None
    for number, answer in enumerate(answers):
        room.answer(room.join(f"Prénom {number}"), answer)
    return room


def promised(room):
    views = room.room.showing.screen(room.live_id), room.room.showing.desk(room.live_id)
    assert views[0].promised == views[1].promised
    return views[0].promised


def test_the_next_session_of_the_group_opens_on_how_many_chose_something(room, groups):
    played(session_of(room, groups[0]), ANSWER, ANSWER, None)

    following = session_of(room, groups[0])

    assert promised(following) == 2
    assert promised(session_of(room, groups[1])) == 0
    assert promised(session_of(room, None)) == 0


def test_it_is_gone_once_the_session_has_begun(room, groups):
    played(session_of(room, groups[0]), ANSWER)
    following = session_of(room, groups[0])

    following.command("next")

    assert promised(following) == 0


def test_only_the_session_just_before_counts_and_no_rehearsal_and_none_that_never_began(room, groups):
    played(session_of(room, groups[0]), ANSWER, ANSWER, ANSWER)
    played(session_of(room, groups[0]), ANSWER)
    played(session_of(room, groups[0], is_rehearsal=True), ANSWER, ANSWER)
    session_of(room, groups[0])

    assert promised(session_of(room, groups[0])) == 1
    assert promised(session_of(room, groups[0], is_rehearsal=True)) == 0


def test_who_was_taken_out_of_the_session_is_not_counted(room, groups):
    before = played(session_of(room, groups[0]), ANSWER, ANSWER)
    person = before.room.showing.desk(before.live_id).people[0]
    before.room.desk_commands.command(before.live_id, {"name": "remove", "participant": person.id, "expected_version": before.live.version})

    assert promised(session_of(room, groups[0])) == 1
