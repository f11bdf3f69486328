"""The report on the web: the same sections as the PDF, figures drawn, nothing that learners wrote interpreted."""

import re

import pytest
from flask import Flask, render_template
from flask_wtf import CSRFProtect
from jinja2 import FileSystemLoader
from markupsafe import escape

from sessions.reports.building import build
from sessions.reports.material import PlayedPart
from workshop.exercises.registry import exercise_types
from workshop.figures import in_words
from workshop.figures.layouts import layout
from workshop.web.icons import icon, icon_kept, icon_shown

from .full import played, usual_workshop
from .rooms import chose, material, person, question, run, sample, step, workshop

PLAN = usual_workshop()


@pytest.fixture(scope="module")
def page():
    """Return page(report): the HTML as a visitor with the code of the desk sees it."""
    app = Flask("sessions")
    app.secret_key = "only for tests"
    app.jinja_loader = FileSystemLoader("templates")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        asset=lambda path: f"/static/{path}",
        icon=icon, icon_kept=icon_kept, icon_shown=icon_shown, in_words=in_words, layout=layout, signed_in=lambda: None, has_endpoint=lambda name: False, programme_name=lambda: "Garantie jeunes",
    )
    CSRFProtect(app)

    def rendered(report) -> str:
        with app.test_request_context():
            return render_template("reports/tonight.html", report=report, pdf_url="/bilan.pdf", xlsx_url="/bilan.xlsx", note_url="/note")

    return rendered


def headings(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html)


def test_a_usual_workshop_has_its_sections_in_order(page):
    assert headings(page(build(played(PLAN)))) == [
        "Présence", "Participation", "Progrès", "Le plus manqué", "Climat du groupe", "Ce que le groupe a fait", "Ce que le groupe a décidé", "Mes prochains pas", "Ticket de sortie",
        "Résultats des questions", "Votre note", "Sources",
    ]  # fmt: skip


def test_an_empty_room_has_attendance_and_a_note_only(page):
    assert headings(page(build(played(PLAN, 0)))) == ["Présence", "Votre note", "Sources"]


def test_the_files_and_the_note_can_be_reached(page):
    html = page(build(played(PLAN, note="Salle <b>trop</b> petite")))

    assert 'href="/bilan.pdf"' in html and 'href="/bilan.xlsx"' in html
    assert re.search(r'<form method="post" action="/note">\s*<input type="hidden" name="csrf_token"', html)
    assert "Salle &lt;b&gt;trop&lt;/b&gt; petite" in html


def test_every_heading_names_its_section_and_every_id_is_there_once(page):
    html = page(build(played(PLAN)))
    ids = re.findall(r'\sid="([^"]+)"', html)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) <= set(ids)


def test_commitments_say_who_may_read_them(page):
    assert "Pour le conseiller référent seulement" in page(build(played(PLAN)))


def test_a_rehearsal_says_so_in_the_title_and_on_the_page(page):
    html = page(build(played(PLAN, is_rehearsal=True)))

    assert re.search(r"<title>[^<]*RÉPÉTITION", html)
    assert html.count("RÉPÉTITION") >= 3


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 77777*99999 }}"])
def test_what_a_learner_writes_is_shown_as_text(page, text):
    part = sample("text")
    answer = part.exercise.Answer.model_construct(text=text)
    plan = workshop(step("ecrit", part), step("cdd", question(text)), title=f"A {text}")
    runs = run("ecrit", PlayedPart(answers={1: answer})), run("cdd", chose(plan.steps[1].parts[0], "bb"))

    html = page(build(material(plan, *runs, participants=(person(1, alias=text), person(2)), place=text)))

    assert "<script>alert" not in html and "<img src=x" not in html
    assert str(77777 * 99999) not in html


def test_no_style_stands_in_the_page(page):
    assert "style=" not in page(build(played(PLAN)))


def test_a_source_that_is_no_web_address_is_no_link(page):
    source = {"label": "Une source", "url": "javascript:alert(1)", "valid_as_of": "2026-01-01"}
    part = question(sources=(source,))

    assert "javascript:" not in page(build(material(workshop(step("cdd", part)), run("cdd", chose(part, "ab")))))


@pytest.mark.parametrize("name", sorted(exercise_types()))
def test_the_results_of_every_type_can_be_read(page, name):
    report = build(played(usual_workshop(sample(name))))

    told = [one for one in report.results if one.title == exercise_types()[name].label]
    html = page(report)
    assert bool(told) == (exercise_types()[name].section != "none")
    for one in told:
        stories = re.findall(rf"<(?:h3|summary)>{re.escape(one.title)}\b.*?</(?:div|details)>", html, re.DOTALL)
        assert any(str(escape(one.sentence)) in story for story in stories)
        assert one.figures
        assert [str(escape(in_words(figure))) in html for figure in one.figures] == [True] * len(one.figures)
