"""The PDF: tagged, in French, one page for a usual workshop and its annex, and safe with whatever learners write."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest
from pypdf import PdfReader

from sessions.reports.building import build
from sessions.reports.document import Told
from sessions.reports.glyphs import MISSING
from sessions.reports.material import PlayedPart
from sessions.reports.pdf import render_pdf
from workshop.exercises.registry import exercise_types
from workshop.figures import Bar, Bars, Board, Figure, in_words
from workshop.plans.model import Part

from .full import played, usual_workshop
from .rooms import chose, material, person, question, run, sample, step, workshop

PLAN = usual_workshop()


def read(report) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(report)))


def text_of(pdf: PdfReader) -> str:
    """Return the text of all pages, with any run of spaces as one."""
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.fixture(scope="module")
def usual():
    return read(build(played(PLAN)))


def test_a_screen_reader_finds_tags_a_language_and_a_title(usual):
    root = usual.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("fr")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert usual.metadata.title == "Le marché caché et mon réseau"


def test_the_pdf_declares_that_it_follows_pdf_ua(usual):
    assert b"pdfuaid" in usual.trailer["/Root"]["/Metadata"].get_data()


def test_figures_have_a_text_equivalent(usual):
    alternatives = [element["/Alt"] for element in _elements(usual.trailer["/Root"]["/StructTreeRoot"]) if "/Alt" in element]

    assert any("Grand soleil" in alternative for alternative in alternatives)


def test_a_usual_workshop_stands_on_one_page_of_a4_and_the_results_of_its_questions_on_another(usual):
    first, *annex = [" ".join(page.extract_text().split()) for page in usual.pages]

    assert len(annex) == 1
    assert "pas une certification" in first
    assert "Annexe" not in first
    assert annex[0].index("Annexe : résultats des questions") < annex[0].index("Annexe : ce que le groupe a décidé")
    assert [round(side) for side in usual.pages[0].mediabox[2:]] == [595, 842]


def test_the_sections_stand_in_the_order_of_reading(usual):
    text = text_of(usual)
    sentences = [
        "Le marché caché et mon réseau", "jeudi 1er octobre 2026", "Présence", "15 présents sur 17 inscrits", "À copier dans i-milo", "Participation",
        "Progrès", "Comprendre le marché caché", "Climat du groupe", "Ce que le groupe a fait", "Mes prochains pas", "Pour le conseiller référent seulement",
        "Ticket de sortie", "Sources", "service-public.fr", "pas une certification",
    ]  # fmt: skip
    found = [text.find(sentence) for sentence in sentences]

    assert -1 not in found, [sentence for sentence, place in zip(sentences, found, strict=True) if place == -1]
    assert text.find("Présence") < text.find("Progrès") < text.find("Mes prochains pas") < text.find("pas une certification")


HOSTILE = ['#read("/etc/passwd")', "$x^2$", "*gras*", "[crochets]", "<script>alert(1)</script>", "#import \"x\"", "\\u{41} `raw` @ref = titre"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_learner_writes_is_shown_and_never_run(text):
    room = (person(1, alias=text[:24]),)
    part = sample("text")
    answer = part.exercise.Answer.model_construct(text=text)

    pdf = read(build(material(workshop(step("ecrit", part)), run("ecrit", PlayedPart(answers={1: answer})), participants=room)))

    assert "".join(text.split()) in "".join(text_of(pdf).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_or_a_note_is_no_markup_either(text):
    plan = workshop(step("cdd", question(text)), title=f"Atelier {text}")

    pdf = read(build(material(plan, run("cdd", chose(plan.steps[0].parts[0], "bb")), cohort=text, place=text)))

    assert "".join(text_of(pdf).split()).count("".join(text.split())) >= 3


@pytest.mark.parametrize("text, shown", [
    ("Bravo 😀 👩🏽‍🍳 ❤️", "Bravo"), ("Zoë Łukasz Çağrı Пётр", "Łukasz Çağrı Пётр"), ("你好", MISSING * 2), ("a\x07\u202eb\uffff", "ab"), ("สวัสดี ok", "ok"),
])  # fmt: skip
def test_any_script_and_any_sign_gives_a_pdf(text, shown):
    plan = workshop(step("cdd", question("Une question")), title="Un atelier")

    pdf = read(build(material(plan, place=text)))

    assert shown in text_of(pdf)


def test_a_rehearsal_says_so_on_the_page_and_in_the_title():
    pdf = read(build(played(PLAN, is_rehearsal=True)))

    assert pdf.metadata.title.startswith("RÉPÉTITION")
    assert all(page.extract_text().count("RÉPÉTITION") >= 3 for page in pdf.pages)


def test_the_counsellor_s_note_is_in_no_file():
    assert "Salle trop petite" not in text_of(read(build(played(PLAN, note="Salle trop petite."))))


def test_an_empty_room_gives_one_calm_page():
    pdf = read(build(played(PLAN, 0)))

    assert len(pdf.pages) == 1
    assert "Participation" not in text_of(pdf)


def test_a_number_under_two_has_its_unit_in_the_singular_on_paper_too():
    days = {"prompt": "Combien de jours ?", "unit": "jours", "unit_one": "jour", "minimum": 0, "maximum": 30, "right": 1.5}
    part = Part(type="estimate", specification=days)
    answers = {who: part.exercise.Answer(value=value) for who, value in enumerate((1, 1, 12), 1)}
    report = build(material(workshop(step("jours", part)), run("jours", PlayedPart(answers=answers))))

    text = text_of(read(replace(report, made=report.results)))

    assert "Milieu du groupe : 1 jour." in text
    assert "Réponse : 1,5 jour" in text and "1,5 jours" not in text
    assert "30 jours" in text


def test_two_hundred_people_and_twelve_steps_take_seconds_and_lose_nobody():
    report = build(played(usual_workshop(sample("text"), sample("network")), 200))

    started = process_time()
    pdf = read(report)

    assert process_time() - started < 20
    assert text_of(pdf).count("Lynx") == 199


@pytest.mark.parametrize("name", sorted(exercise_types()))
def test_the_figures_of_every_type_can_be_printed(name):
    report = build(played(usual_workshop(sample(name))))
    pdf = read(report)
    text, told = _squeezed(text_of(pdf)), [one for one in report.results if one.title == exercise_types()[name].label]
    alternatives = {_squeezed(str(element["/Alt"])) for element in _elements(pdf.trailer["/Root"]["/StructTreeRoot"]) if "/Alt" in element}

    assert bool(told) == (exercise_types()[name].section != "none")
    for one in told:
        assert _squeezed(one.sentence) in text
        assert one.figures
        assert [figure for figure in one.figures if not _is_read(figure, text, alternatives)] == []


def _is_read(figure: Figure, text: str, alternatives: set[str]) -> bool:
    """A board is printed as text and needs no other words; of a long one, the first texts stand there."""
    if isinstance(figure, Board):
        return any(_squeezed(note.text) in text for group in figure.groups for note in group.notes)
    return _squeezed(in_words(figure)) in alternatives


def _squeezed(text: str) -> str:
    """Without spaces: lines are broken anywhere."""
    return "".join(text.split())


def test_a_second_round_is_printed_beside_the_first_also_where_the_first_was_larger_or_knew_less():
    report = build(played(PLAN))
    figure = Bars("", (Bar("un indice", 3, before=14), Bar("un autre", 2)), 5)
    told = Told("Deux tours", "Touche.", "3 sur 5.", (figure,), "", 5, "feedback")

    text = text_of(read(replace(report, feedback=(told,))))

    assert "14 → 3" in text
    assert "None" not in text


def test_several_pdfs_at_once_from_threads_are_each_whole():
    reports = [build(played(PLAN, count)) for count in (5, 10, 15, 20)]

    with ThreadPoolExecutor(4) as pool:
        texts = [text_of(PdfReader(BytesIO(file))) for file in pool.map(render_pdf, reports)]

    assert [f"{count} présents" in text for count, text in zip((5, 10, 15, 20), texts, strict=True)] == [True] * 4


def test_the_same_report_gives_the_same_bytes():
    report = build(played(PLAN))

    assert render_pdf(report) == render_pdf(report)


def test_the_memory_of_a_server_that_prints_all_day_stays_flat():
    plan = usual_workshop(sample("text"), sample("network"))
    render_pdf(build(played(plan)))
    before = _memory_mb()

    for seed in range(9):
        render_pdf(build(played(plan, seed=seed)))

    assert _memory_mb() - before < 80


def _memory_mb() -> int:
    """Return the memory of this process; reads Linux's own count."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 1_000_000


def _elements(node):
    """Yield the structure elements under a node."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        element = child.get_object() if hasattr(child, "get_object") else child
        if hasattr(element, "get") and "/S" in element:
            yield element
            yield from _elements(element)
