"""What the counsellor has before the eyes to show or to hide."""

from sessions.domain.results import PartAnswers
from sessions.domain.texts import text_key
from sessions.domain.views.desk_texts import text_lines
from tests.sessions.plans import part_of


def words(part, *said):
    return PartAnswers({who: part.exercise.Answer(words=list(own)) for who, own in enumerate(said)})


def test_what_waits_comes_first_as_it_came_then_what_came_most_and_of_equals_the_alphabet():
    cloud = part_of("cloud", approval=True)
    room = words(cloud, ["zèbre", "stage"], ["stage", "ami"], ["Stage", "bus"])
    lines = text_lines([cloud], [room], {(0, text_key(word)): shown for word, shown in [("stage", True), ("bus", True), ("ami", False)]})

    assert [(line.text, line.is_waiting, line.is_shown) for line in lines] == [
        ("zèbre", True, False), ("stage", False, True), ("ami", False, False), ("bus", False, True),
    ]


def test_two_parts_of_a_block_are_decided_on_each_for_itself():
    cloud = part_of("cloud")
    lines = text_lines([cloud, cloud], [words(cloud, ["bus"]), words(cloud, ["bus"])], {(1, "bus"): False})

    assert [(line.part, line.is_shown) for line in lines] == [(0, True), (1, False)]
