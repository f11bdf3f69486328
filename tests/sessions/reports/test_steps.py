"""What the report says was done: activities by their number, pages apart, a break nowhere."""

import pytest

from sessions.reports.building import build
from sessions.reports.document import Steps
from sessions.reports.printing import printed

from .rooms import material, question, run, sample, step, workshop

DEALS = ("teams", "draw", "roleplay")
PLAN = workshop(
    step("accueil", sample("slide"), title="Bienvenue"),
    *(step(name, sample(name), title=name) for name in DEALS),
    step("pause", sample("pause"), title="Pause"),
    step("bloc", sample("slide"), question(), title="À son rythme"),
    step("droits", sample("slide"), title="Mes droits"),
    step("cdd", question(), title="CDD"),
    step("aides", sample("slide"), title="Les aides"),
    step("souffler", sample("pause"), title="Encore une pause"),
)


def steps(*played: str, **states: str) -> Steps:
    runs = [run(name) for name in played] + [run(name, state=state) for name, state in states.items()]
    return build(material(PLAN, *runs)).card.steps


def test_an_activity_is_answered_or_deals_something_out_and_a_page_is_not_one():
    told = steps("accueil", *DEALS, "pause", "bloc", "cdd", "droits", "aides")

    assert told.done == (*DEALS, "À son rythme", "CDD")
    assert told.shown == ("Bienvenue", "Mes droits", "Les aides")
    assert told.count == "5\u00a0activités faites, 3\u00a0pages montrées."
    assert told.left_out == ()


def test_a_break_is_told_neither_where_it_was_taken_nor_where_it_was_not():
    assert not any("ause" in sentence for told in (steps("pause"), steps("accueil")) for sentence in (told.count, *told.played, *told.left_out))


def test_a_page_of_information_that_was_left_out_is_told():
    told = steps("accueil", *DEALS, "bloc", droits="skipped", cdd="skipped", aides="pending")

    assert told.left_out == ("Activité non faite\u00a0: CDD.", "Pages non montrées\u00a0: Mes droits et Les aides.")


@pytest.mark.parametrize(("done", "shown", "count"), [
    ((), (), "0\u00a0activité faite."),
    (("a",), (), "1\u00a0activité faite."),
    ((), ("p",), "0\u00a0activité faite, 1\u00a0page montrée."),
    (("a", "b"), ("p", "q"), "2\u00a0activités faites, 2\u00a0pages montrées."),
])
def test_one_and_none_are_singular(done, shown, count):
    assert Steps(done=done, not_done=(), shown=shown).count == count


def test_a_kind_of_which_there_is_nothing_is_not_named():
    assert Steps(done=(), not_done=()).played == ()
    assert Steps(done=("a",), not_done=("b", "c")).left_out == ("Activités non faites\u00a0: b et c.",)
    assert Steps(done=("a",), not_done=()).played == ("Activité faite\u00a0: a.",)


def test_the_pdf_counts_and_names_what_was_left_out():
    told = printed(build(material(PLAN, run("accueil"), run("cdd"))))["sections"][0]["steps"]

    assert told.startswith("1\u00a0activité faite, 1\u00a0page montrée. Activités non faites\u00a0: teams, draw, roleplay et À son rythme.")
