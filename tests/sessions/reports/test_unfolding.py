"""What was opened as one block stands in the report as the author's own steps."""

from sessions.reports.unfolding import unfolded
from tests.sessions.reports.rooms import at, chose, question, run, step, workshop
from workshop.plans.self_paced import block_of

FIRST, SECOND = step("premiere", question()), step("deuxieme", question(), question())
BLOCK = block_of("ensemble-1", (FIRST, SECOND))
PLAN = workshop(BLOCK, FIRST, SECOND)
PARTS = tuple(chose(part, keys) for part, keys in zip(BLOCK.parts, ("ab", "aa", "bb"), strict=True))


def test_each_step_gets_its_own_parts_of_the_block():
    plan, runs = unfolded(PLAN, [run("ensemble-1", *PARTS)])

    assert [each.id for each in plan.steps] == ["premiere", "deuxieme"]
    assert [(each.step_id, each.round, each.parts) for each in runs] == [("premiere", 1, PARTS[:1]), ("deuxieme", 1, PARTS[1:])]


def test_a_step_played_alone_afterwards_has_a_second_round():
    alone = run("premiere", chose(FIRST.parts[0], "aaa"), opened_at=at(30), closed_at=at(35))
    _, runs = unfolded(PLAN, [alone, run("ensemble-1", *PARTS)])

    assert [(each.round, each.parts) for each in runs if each.step_id == "premiere"] == [(1, PARTS[:1]), (2, alone.parts)]


def test_a_block_left_out_takes_no_round_from_the_step_played_instead():
    alone = run("premiere", chose(FIRST.parts[0], "aaa"), opened_at=at(30), closed_at=at(35))
    _, runs = unfolded(PLAN, [run("ensemble-1", *PARTS, state="skipped"), alone])

    assert [each.round for each in runs if each.step_id == "premiere" and each.was_played] == [1]


def test_a_workshop_without_such_a_block_stays_as_it_is():
    plan, runs = workshop(FIRST, SECOND), (run("premiere", PARTS[0]),)

    assert unfolded(plan, runs) == (plan, runs)
