"""The room that an author sees beside the form: it is imagined, and hangs together like a real one."""

from datetime import UTC, datetime
from random import Random

import pytest

from sessions.domain.imagined import ImaginedRoom
from workshop.authoring.trial import trial_workshop
from workshop.exercises.registry import exercise_types, sample_of

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
COMPLETED = [one for one in exercise_types().values() if one.dealing and one.dealing.complete]


@pytest.mark.parametrize("exercise", COMPLETED, ids=lambda exercise: exercise.name)
def test_imagined_answers_bear_what_was_dealt_in_the_imagined_room(exercise):
    room = ImaginedRoom(trial_workshop(exercise, sample_of(exercise).specification), Random(7), NOON)

    assert len(room.answers) == 12
    assert all(room.dealt.completed(person, answer) == answer for person, answer in room.answers.items())
