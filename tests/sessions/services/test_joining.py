"""Coming in: under an alias, on a shared phone, again by a personal code."""

import threading

import pytest

from sessions.domain.refusals import Refusal


def test_somebody_joins_under_the_name_she_gave(room):
    assert room.join("  Inès   Dupont ").alias == "Inès Dupont"


def test_without_a_name_a_kind_one_is_found(room):
    assert len(room.join("").alias) > 3


@pytest.mark.parametrize("same", ["Inès", "ines", "INES ", "I n è s"])
def test_two_people_never_have_the_same_name(room, same):
    room.join("Inès")

    with pytest.raises(Refusal, match="alias_taken") as refused:
        room.join(same)
    assert refused.value.details["suggestion"]


@pytest.mark.parametrize(("alias", "reason"), [("connard", "alias_offensive"), ("x" * 25, "alias_long"), ("!!!", "alias_empty")])
def test_a_bad_name_is_refused_with_its_reason(room, alias, reason):
    with pytest.raises(Refusal, match=reason):
        room.join(alias)
    assert room.room.showing.screen(room.live_id).people == 0


def test_a_removed_persons_name_is_free_again(room):
    room.command("remove", participant=room.join("Inès").id)

    assert room.join("Inès").alias == "Inès"


def test_nobody_enters_by_a_wrong_code(room):
    with pytest.raises(Refusal, match="no_such_code"):
        room.room.joining.join("XXXXXX", "Inès")


def test_a_locked_room_lets_nobody_in_but_whom_the_counsellor_adds(room):
    room.command("lock")

    with pytest.raises(Refusal, match="locked"):
        room.join("Inès")
    room.command("add_participant", alias="Karim")
    assert [person.alias for person in room.room.showing.desk(room.live_id).people] == ["Karim"]


def test_an_ended_session_lets_nobody_in(room):
    room.command("end")

    with pytest.raises(Refusal, match="ended"):
        room.join("Inès")


def test_a_late_comer_enters_while_an_activity_is_open(room):
    room.command("next")
    room.command("open")

    late = room.join("Inès")
    assert room.room.showing.phone(room.live_id, late.id).moment == "activity"


def test_the_personal_code_brings_back_the_same_person(room):
    ines = room.join("Inès")

    assert room.room.joining.resume(room.code.lower(), ines.resume_code.upper().replace("-", " ")).id == ines.id


@pytest.mark.parametrize("typed", ["", "soleil", "soleil-0000", "<b>", "x" * 500])
def test_a_wrong_personal_code_brings_nobody_back(room, typed):
    room.join("Inès")

    with pytest.raises(Refusal, match="resume_unknown"):
        room.room.joining.resume(room.code, typed)


def test_three_people_share_a_phone_and_not_four(room):
    first = room.join("Inès")
    for alias in ("Karim", "Léa"):
        room.join(alias, device=first.device)

    with pytest.raises(Refusal, match="device_full"):
        room.join("Tom", device=first.device)


def test_twenty_who_scan_at_once_all_come_in_under_different_names(room):
    people, failures = [], []

    def scan():
        try:
            people.append(room.join(""))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=scan) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert failures == []
    assert len({person.alias for person in people}) == 20


def test_those_who_share_a_phone_are_there_or_away_together(room):
    ines = room.join("Inès")
    karim = room.join("Karim", device=ines.device)
    tom = room.join("Tom")

    def away():
        return {person.alias for person in room.room.showing.desk(room.live_id).people if person.is_away}

    room.room.answering.left(room.live_id, ines.id)
    assert away() == {"Inès", "Karim"}
    room.room.answering.came_back(room.live_id, karim.id)
    room.room.answering.left(room.live_id, tom.id)
    assert away() == {"Tom"}
