"""The faces that several types put beside their words."""

import pytest

from workshop.exercises.faces import FACES, faces


@pytest.mark.parametrize("count", [3, 4, 5])
def test_there_is_a_different_face_for_each_step_from_least_to_most_content(count):
    drawn = faces(count)

    assert len(set(drawn)) == count
    assert [FACES.index(face) for face in drawn] == sorted(FACES.index(face) for face in drawn)
    assert (drawn[0], drawn[-1]) == (FACES[0], FACES[-1])


@pytest.mark.parametrize("count", [0, 2, 6, 11])
def test_other_numbers_of_steps_have_no_faces(count):
    assert faces(count) == ()
