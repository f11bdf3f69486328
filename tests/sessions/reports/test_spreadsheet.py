"""The spreadsheet: four sheets, numbers as numbers, and no formula whatever learners write."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from sessions.reports.building import build
from sessions.reports.material import PlayedPart
from sessions.reports.spreadsheet import render_xlsx
from workshop.exercises.registry import exercise_types
from workshop.figures import as_table

from .full import played, usual_workshop
from .rooms import chose, material, mood, people, person, question, run, sample, step, under, workshop

PLAN = usual_workshop()


def opened(given):
    return openpyxl.load_workbook(BytesIO(render_xlsx(build(given), given)))


def rows_of(sheet) -> list[tuple]:
    return list(sheet.iter_rows(values_only=True))


@pytest.fixture(scope="module")
def usual():
    return opened(played(PLAN))


def test_there_are_four_sheets_with_french_names(usual):
    assert usual.sheetnames == ["Participation", "Réponses", "Résultats", "Engagements"]


def test_heads_stay_in_sight_and_lists_can_be_filtered(usual):
    for name, head in (("Participation", 2), ("Réponses", 2), ("Engagements", 3)):
        assert usual[name].freeze_panes == f"B{head + 1}"
        assert usual[name].auto_filter.ref.startswith(f"A{head}:")
        assert usual[name].column_dimensions["A"].width > 20


def test_participation_is_numbers_that_can_be_added(usual):
    head, first = rows_of(usual["Participation"])[1:3]

    assert head == ("Activité", "Réponses", "Je passe", "Attendues", "Part", "Mains levées", "Sans téléphone")
    assert first == ("Météo du jour", 14, 0, 14, 1, 0, 1)
    assert usual["Participation"]["E3"].number_format == "0 %"


def test_answers_are_told_by_alias_and_by_activity():
    part = question()
    room = (*people(4), person(5, without_phone=True))

    sheet = opened(material(workshop(step("cdd", part, title="Le CDD")), run("cdd", chose(part, "abp")), participants=room))["Réponses"]

    assert rows_of(sheet)[1:] == [
        ("Pseudo", "Le CDD"), ("Lynx 1", "contrat avec une date de fin"), ("Lynx 2", "contrat sans date de fin"), ("Lynx 3", "je passe"),
        ("Lynx 4", None), ("Lynx 5", "sans téléphone"),
    ]  # fmt: skip


def test_a_mood_stays_its_owner_s():
    part = mood()

    sheet = opened(material(workshop(step("meteo", part)), run("meteo", under(part, ["storm"] * 6))))["Réponses"]

    assert {row[1] for row in rows_of(sheet)[2:]} == {"réponse donnée"}


def test_a_mood_under_five_answers_is_in_no_sheet():
    part = mood()
    book = opened(material(workshop(step("meteo", part)), run("meteo", under(part, ["storm"] * 4))))

    assert "Orage" not in str([rows_of(sheet) for sheet in book])


def test_a_text_that_was_hidden_is_told_as_taken_out():
    part = sample("cloud")
    answer = part.exercise.Answer.model_construct(words=("insulte",))

    book = opened(material(workshop(step("nuage", part)), run("nuage", PlayedPart(answers={1: answer}, is_hidden=lambda text: True))))

    assert rows_of(book["Réponses"])[2] == ("Lynx 1", "texte retiré")
    assert "insulte" not in str([rows_of(sheet) for sheet in book])


def test_results_are_tables_with_numbers():
    part = question()

    rows = rows_of(opened(material(workshop(step("cdd", part)), run("cdd", chose(part, "aab"))))["Résultats"])

    assert ("A. contrat avec une date de fin ✓", 2) in [row[:2] for row in rows]
    assert ("B. contrat sans date de fin", 1) in [row[:2] for row in rows]


def test_commitments_say_who_may_read_them(usual):
    rows = rows_of(usual["Engagements"])

    assert rows[1][0] == "Pour le conseiller référent seulement\u00a0: ne pas afficher, ne pas transmettre."
    assert len(rows) == 3 + 14


@pytest.mark.parametrize("text", [
    '=HYPERLINK("http://x.fr","clic")', "+33612345678", "-1+1", "@SUM(A1)", "\t=1", "  =1", "http://x.fr", "internal:Feuille!A1", "{=1}", "2026", "a\x00\uffffb",
])  # fmt: skip
def test_what_a_learner_writes_is_a_text_and_never_a_formula(text):
    part = sample("commitment")
    answer = part.exercise.Answer.model_construct(own=(text,), when="cette semaine", help="no", help_with="")
    cloud = sample("cloud")
    word = cloud.exercise.Answer.model_construct(words=(text,))
    plan = workshop(step("nuage", cloud), step("pas", part), title=f"{text} atelier"[:80])

    given = material(
        plan, run("nuage", PlayedPart(answers={1: word})), run("pas", PlayedPart(answers={1: answer})), participants=(person(1, alias=text),),
    )
    file = render_xlsx(build(given), given)
    cells = [cell for sheet in openpyxl.load_workbook(BytesIO(file)) for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)
    assert not any("<f>" in ZipFile(BytesIO(file)).read(name).decode() for name in ZipFile(BytesIO(file)).namelist() if "sheet" in name)
    dangerous = [cell for cell in cells if isinstance(cell.value, str) and cell.value.strip().startswith(("=", "+", "-", "@"))]
    assert all(cell.quotePrefix for cell in dangerous)


def test_a_rehearsal_says_so_over_every_sheet():
    book = opened(played(PLAN, is_rehearsal=True))

    assert all(sheet["A1"].value.startswith("RÉPÉTITION") for sheet in book)


def test_an_empty_room_gives_four_sheets_that_open():
    assert opened(played(PLAN, 0)).sheetnames == ["Participation", "Réponses", "Résultats", "Engagements"]


def test_two_hundred_people_are_all_there():
    book = opened(played(PLAN, 200))

    assert len(rows_of(book["Réponses"])) == 2 + 200


@pytest.mark.parametrize("name", sorted(exercise_types()))
def test_the_figures_of_every_type_become_tables(name):
    workshop = usual_workshop(sample(name))

    cells = [str(cell) for row in rows_of(opened(played(workshop))["Résultats"]) for cell in row if cell is not None]
    told = [one for one in build(played(workshop)).results if one.title == exercise_types()[name].label]
    assert bool(told) == (exercise_types()[name].section != "none")
    assert [any(one.sentence in cell for cell in cells) for one in told] == [True] * len(told)
    tables = [as_table(figure) for one in told for figure in one.figures]
    assert bool(tables) == bool(told)
    assert [row[0] for table in tables for row in table.rows if row[0] not in cells] == []
