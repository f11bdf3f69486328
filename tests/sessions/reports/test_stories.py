"""Moods, and what the group made."""

import pytest

from sessions.reports.building import build
from sessions.reports.material import PlayedPart
from sessions.reports.stories import WITHHELD
from workshop.exercises.contract import Story
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import sample_of
from workshop.figures import Bar, Bars

from .rooms import chose, confidence, material, mood, people, placed, question, run, sample, step, under, workshop


def climate_of(*moods):
    parts = [mood(moment=moment) for moment, _ in moods]
    plan = workshop(*(step(f"s{place}", part) for place, part in enumerate(parts)))
    runs = [run(f"s{place}", under(part, skies)) for place, (part, (_, skies)) in enumerate(zip(parts, moods, strict=True))]
    return build(material(plan, *runs)).climate


@pytest.mark.parametrize("count, is_withheld", [(1, True), (4, True), (5, False), (6, False)])
def test_a_mood_is_hidden_under_five_answers(count, is_withheld):
    (told,) = climate_of((None, ["storm"] * count))

    assert told.is_withheld == is_withheld
    assert (told.sentence == WITHHELD and not told.figures) == is_withheld
    assert "orage" not in told.sentence if is_withheld else told.figures


def test_a_mood_that_nobody_told_is_absent():
    assert climate_of((None, [])) == ()


def test_the_mood_in_and_the_mood_out_are_one_story():
    (told,) = climate_of(("before", ["rain"] * 6), ("after", ["sun"] * 6))

    assert told.sentence.startswith("Au début, tout le monde est sous la pluie")
    assert "À la fin, tout le monde est au soleil" in told.sentence
    assert {bar.label: (bar.before, bar.count) for bar in told.figures[0].bars}["Pluie"] == (6, 0)


@pytest.mark.parametrize("arriving, leaving", [(4, 6), (6, 4)])
def test_one_small_side_hides_both(arriving, leaving):
    (told,) = climate_of(("before", ["rain"] * arriving), ("after", ["sun"] * leaving))

    assert (told.sentence, told.figures) == (WITHHELD, ())


def test_confidence_in_a_goal_stands_with_the_gains_only():
    before, after = confidence(moment="before"), confidence(moment="after")
    plan = workshop(step("avant", before), step("apres", after))

    report = build(material(plan, run("avant", placed(before, [1] * 6)), run("apres", placed(after, [9] * 6))))

    assert report.climate == ()


def test_what_was_played_by_team_is_told_with_the_step_once():
    first, second = question("Un\u202f?"), question("Deux\u202f?")
    by_team = Story("Ensemble\u00a0: 50\u202f% de réussite.", (Bars("Chaque équipe", (Bar("Lune", 50, "☾"),), 100, "%"),))
    plan = workshop(step("deux", first, second, by_team="goal"))
    report = build(material(plan, run("deux", chose(first, "ab"), chose(second, "ab"), by_team=by_team)))

    assert [by_team.sentence in told.sentence for told in report.knowledge] == [False, True]
    assert report.knowledge[-1].figures[-1] == by_team.figures[0]
    assert all(by_team.figures[0] not in item.figures for item in report.missed)


def words(part, *texts, **changes) -> PlayedPart:
    answers = {who: read_answer(part.exercise, part.spec, {"words": list(said)}) for who, said in enumerate(texts, 1)}
    return PlayedPart(answers=answers, **changes)


def test_hidden_words_are_in_no_figure():
    cloud = sample("cloud")
    played = words(cloud, ["bruit"], ["confiance"], ["bruit", "envie"], is_hidden=lambda text: text == "bruit")

    (told,) = build(material(workshop(step("nuage", cloud)), run("nuage", played))).made

    assert "bruit" not in str(told)
    assert "confiance" in str(told.figures)
    assert told.answered == 2


def test_two_rounds_are_one_story_with_the_first_counts_in_it():
    part = question()
    rounds = run("cdd", chose(part, "bbbb")), run("cdd", chose(part, "aaab"), round=2)

    (told,) = build(material(workshop(step("cdd", part)), *rounds)).results

    assert [(bar.before, bar.count) for bar in told.figures[0].bars] == [(0, 3), (4, 1)]


def test_what_removed_people_said_is_not_told():
    cloud = sample("cloud")
    room = tuple(one for one in people(3) if one.id != 2)

    (told,) = build(material(workshop(step("nuage", cloud)), run("nuage", words(cloud, ["envie"], ["bruit"])), participants=room)).made

    assert "bruit" not in str(told)


def test_the_groups_made_on_the_desk_are_in_the_report():
    board = sample("brainstorm")
    answers = dict(enumerate(sample_of(board.exercise).answers, 1))
    first = board.exercise.summarise(board.spec, list(answers.values())).ideas[0]
    arrangement = board.exercise.Arrangement(groups={first.key: "Près de chez moi"})

    (told,) = build(material(workshop(step("idees", board)), run("idees", PlayedPart(answers=answers, arrangement=arrangement)))).made

    assert "Près de chez moi" in [group.title for group in told.figures[0].groups]
