"""Blocks written over several sessions become one CV; who it is from is printed on it and kept nowhere."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tests.application import OpenRoom, close_app, make_app
from tests.sessions.plans import step_of
from workshop.db import Base
from workshop.plans.model import Workshop

from .notebook_phone import address, answer, come_in, link, notebook, send, source, words

SCRIPT = "<script>alert(1)</script>"
PLAN = Workshop(id="cv", title="Mon CV", minutes=40, steps=tuple(step_of("cv", f"bloc-{number}") for number in range(40)))
BAKERY = {"own.what": "Vente en boulangerie", "own.when": "2025", "lines[]": "Préparé les commandes"}
BAR = {"own.what": "Tenue d’une buvette", "own.when": "2024", "own_lines[]": "Tenu la caisse pendant 3 matchs"}


@pytest.fixture
def opened(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    yield OpenRoom.of(app, PLAN)
    close_app(app)


@pytest.fixture
def phone(opened):
    """The phone of Inès, who has kept a first block."""
    browser = come_in(opened, "Inès")
    give(opened, browser, BAKERY)
    return browser


def give(opened, browser, *blocks):
    for block in blocks:
        opened.command("next")
        opened.command("open")
        answer(opened, browser, **block)


def text_of(reply):
    assert reply.mimetype == "application/pdf"
    pages = PdfReader(BytesIO(reply.get_data())).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_blocks_of_two_sessions_stand_on_one_page_with_a_name_that_is_not_kept(opened, phone):
    second = OpenRoom.of(opened.app, PLAN)
    come_in(second, "Inès", phone)
    give(second, phone, BAR)
    place = link(notebook(second, phone), "Mon CV en PDF")
    form = phone.get(place)
    assert "On ne les garde pas" in words(form)

    reply = send(phone, form, place, name="Inès Da Silva", town="Lyon", phone="06 12 34 56 78", email="ines@exemple.fr")

    text = text_of(reply)
    assert all(found in text for found in ("Inès Da Silva", "Lyon", "06 12 34 56 78", "ines@exemple.fr", "Vente en boulangerie", "Tenu la caisse pendant 3 matchs"))
    assert reply.headers["Content-Disposition"] == 'attachment; filename="mon-cv.pdf"'
    assert reply.headers["Cache-Control"] == "no-store"
    with opened.serving.room.store.database() as session:
        stored = [str(row) for table in Base.metadata.sorted_tables for row in session.execute(select(table))]
    assert any("Vente en boulangerie" in row for row in stored)
    assert not any("Da Silva" in row or "06 12" in row or "@" in row for row in stored)


def test_an_address_that_cannot_be_one_is_refused_and_what_was_typed_stays(opened, phone):
    place = link(notebook(opened, phone), "Mon CV en PDF")

    refused = send(phone, phone.get(place), place, name=f"Inès {SCRIPT}", email="ines")

    assert refused.status_code == 409
    assert "il manque le @" in words(refused)
    assert f'value="Inès {SCRIPT}"' in source(refused)
    assert SCRIPT not in refused.get_data(as_text=True)


def test_what_does_not_stand_on_one_page_is_named_and_left_out_only_when_asked(opened, phone):
    tasks = ("Accueilli et renseigné les clients", "Encaissé et rendu la monnaie", "Nettoyé le lieu de travail")
    give(opened, phone, *({"own.what": f"Poste numéro {number}", "own.when": str(2024 - number), "lines[]": list(tasks)} for number in range(30)))
    place = link(notebook(opened, phone), "Mon CV en PDF")

    refused = send(phone, phone.get(place), place, name="Inès", print="whole")
    assert refused.status_code == 409
    assert "Tout ne tient pas sur une page" in words(refused)

    shortened = send(phone, refused, place, name="Inès", short="1")
    text = text_of(shortened)
    assert "Poste numéro 0" in text
    assert "Poste numéro 29" not in text

    assert "Donner à imprimer sans ces lignes" in words(refused)
    send(phone, refused, place, name="Inès", print="short")
    printing = opened.serving.room.printing
    [waiting] = printing.waiting(opened.live_id)
    assert printing.open(opened.live_id, waiting.key)[1] == shortened.get_data()


@pytest.mark.parametrize("name", ["cv", "commitment", "choice", "nothing", "../phone"])
def test_there_is_no_page_for_what_makes_none_or_of_which_nothing_is_kept(opened, name):
    browser = come_in(opened, "Tom")

    assert browser.get(f"{address(notebook(opened, browser))}/document/{name}").status_code == 404
