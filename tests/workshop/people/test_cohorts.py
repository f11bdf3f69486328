from datetime import timedelta

import pytest
from sqlalchemy import event

from workshop.errors import NotFound, Refused
from workshop.people.cohorts import (
    active_cohorts,
    add_learners,
    archive_cohort,
    archived_cohorts,
    change_cohort,
    cohort_of,
    create_cohort,
    learners_of,
    remove_learner,
    required_cohort,
    restore_cohort,
)

from .conftest import NOW


@pytest.fixture
def autumn(session, bocage):
    return create_cohort(session, bocage.id, "Automne", 12, NOW)


def test_another_organisations_group_does_not_exist_for_us(session, autumn, estuaire):
    assert cohort_of(session, estuaire.id, autumn.id) is None
    with pytest.raises(NotFound):
        required_cohort(session, estuaire.id, autumn.id)


def test_groups_come_latest_first_and_only_ours(session, autumn, bocage, estuaire):
    winter = create_cohort(session, bocage.id, "Hiver", 10, NOW + timedelta(days=60))
    create_cohort(session, estuaire.id, "Ailleurs", 10, NOW)

    found = active_cohorts(session, bocage.id)

    assert [each.cohort for each in found] == [winter, autumn]


def test_a_second_group_of_the_same_name_is_refused_with_advice(session, autumn, bocage):
    with pytest.raises(Refused, match="Donnez un autre nom"):
        create_cohort(session, bocage.id, "Automne", 8, NOW)


def test_a_group_can_be_renamed_and_resized(session, autumn):
    change_cohort(session, autumn, "Automne 2", 15)

    assert (autumn.name, autumn.headcount) == ("Automne 2", 15)


def test_pasting_a_list_twice_adds_nobody_twice(session, autumn):
    add_learners(session, autumn, "Karim B.\nInès D.")

    again = add_learners(session, autumn, "KARIM B.\nInès D.\nLéo")

    assert [learner.name for learner in again] == ["Léo"]
    assert [(each.position, each.name) for each in learners_of(session, autumn)] == [(1, "Karim B."), (2, "Inès D."), (3, "Léo")]


def test_a_list_longer_than_a_group_is_refused_whole(session, autumn):
    with pytest.raises(Refused, match="200"):
        add_learners(session, autumn, "\n".join(f"Jeune numéro {number}" for number in range(201)))

    assert learners_of(session, autumn) == []


def test_a_removed_name_leaves_the_others_in_order(session, autumn):
    karim, _ines, _leo = add_learners(session, autumn, "Karim\nInès\nLéo")

    remove_learner(session, autumn, karim.id)
    add_learners(session, autumn, "Karim")

    assert [each.name for each in learners_of(session, autumn)] == ["Inès", "Léo", "Karim"]


def test_a_name_of_another_group_cannot_be_removed_through_ours(session, autumn, estuaire):
    other = create_cohort(session, estuaire.id, "Ailleurs", 5, NOW)
    (theirs,) = add_learners(session, other, "Nora")

    with pytest.raises(NotFound):
        remove_learner(session, autumn, theirs.id)

    assert [each.name for each in learners_of(session, other)] == ["Nora"]


def test_as_many_are_expected_as_announced_or_as_named_where_that_is_more(session, bocage):
    few = create_cohort(session, bocage.id, "Peu", 2, NOW)
    add_learners(session, few, "A\nB\nC")
    create_cohort(session, bocage.id, "Sans noms", 12, NOW)

    expected = {each.cohort.name: each.expected for each in active_cohorts(session, bocage.id)}

    assert expected == {"Peu": 3, "Sans noms": 12}


def test_an_archived_group_can_be_taken_back(session, autumn, bocage):
    archive_cohort(autumn, NOW)
    session.flush()
    assert [each.cohort for each in archived_cohorts(session, bocage.id)] == [autumn]
    assert active_cohorts(session, bocage.id) == []

    restore_cohort(session, autumn)

    assert [each.cohort for each in active_cohorts(session, bocage.id)] == [autumn]


def test_an_archived_group_whose_name_was_taken_cannot_come_back_under_it(session, autumn, bocage):
    archive_cohort(autumn, NOW)
    create_cohort(session, bocage.id, "Automne", 9, NOW)

    with pytest.raises(Refused, match="Automne"):
        restore_cohort(session, autumn)


def test_counting_the_names_of_many_groups_takes_one_query(session, bocage):
    for number in range(8):
        add_learners(session, create_cohort(session, bocage.id, f"Groupe {number}", 5, NOW), "A\nB")
    session.commit()
    asked = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda _c, _cu, statement, *_rest: asked.append(statement))

    found = active_cohorts(session, bocage.id)

    assert [each.named for each in found] == [2] * 8
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1
