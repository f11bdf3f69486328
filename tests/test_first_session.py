"""From the first visit to the report, on the whole application and both databases, as a counsellor's browser goes through it."""

import io
import re

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.application import OpenRoom, close_app, make_app
from workshop.people.setting_up import setup_token

FIRST = {
    "organisation": "Mission locale du Bocage", "name": "Claire Petit", "email": "claire@ml.fr", "password": "cheval agrafe pile",
    "password_again": "cheval agrafe pile", "wifi_name": "ML-Visiteurs", "wifi_password": "bienvenue",
}  # fmt: skip


@pytest.fixture
def app(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    yield app
    close_app(app)


@pytest.fixture
def claire(app):
    """The first counsellor's browser, signed in."""
    browser = app.test_client()
    house = app.extensions["tremplin"]
    token = setup_token(house.settings, house.database)
    post(browser, f"/installation?jeton={token}", FIRST | {"jeton": token}, to="/installation")
    return browser


def post(browser, page, fields, to=None):
    """Send the page's form as a browser would, with the token that stands in it."""
    csrf = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', browser.get(page).get_data(as_text=True))[1]
    return browser.post(to or page, data=fields | {"csrf_token": csrf})


def start(claire, **fields):
    reply = post(claire, "/atelier/marche-cache", {"workshop": "marche-cache", "cohort": ""} | fields, to="/seances")
    assert reply.status_code == 303
    return reply.headers["Location"].rpartition("/")[2]


def test_a_new_server_leads_to_its_first_page(app):
    assert app.test_client().get("/").headers["Location"] == "/installation"


def test_from_the_library_to_the_lobby_in_two_clicks(app, claire):
    assert claire.get("/").headers["Location"] == "/bureau"
    assert "Le marché caché" in claire.get("/bureau").get_data(as_text=True)
    code = start(claire)

    assert "En attente des jeunes" in claire.get(f"/animer/{code}").get_data(as_text=True)
    screen = claire.get(f"/ecran/{code}").get_data(as_text=True)
    assert "ML-Visiteurs" in screen
    assert f"{code[:3]} {code[3:]}" in screen


def test_a_form_without_its_token_starts_nothing(claire):
    assert claire.post("/seances", data={"workshop": "marche-cache"}).status_code == 400


@pytest.mark.parametrize("fields", [{"workshop": "nowhere"}, {"workshop": ""}])
def test_an_unknown_workshop_is_not_started(claire, fields):
    assert post(claire, "/atelier/marche-cache", fields, to="/seances").status_code == 404


def test_a_counsellor_of_another_house_sees_nothing_of_it(app, claire):
    code = start(claire)
    stranger = app.test_client()

    assert stranger.get(f"/animer/{code}").status_code == 302
    assert stranger.get(f"/bilans/{code}").status_code == 302


def test_the_report_is_there_at_the_end_on_the_web_as_pdf_and_as_spreadsheet(app, claire):
    code = start(claire)
    room = app.extensions["tremplin.room"].room
    live_id = room.joining.find(code).id
    opened = OpenRoom(app, code, live_id)
    people = [room.joining.join(code, alias) for alias in ("Inès", "Karim", "Léa")]
    opened.command("next")
    opened.command("open")
    for person in people:
        run = room.joining.find(code).current_run_id
        room.answering.submit(live_id, person.id, run, 0, f"a{person.id}", {"weather": "sun"})
    opened.command("reveal")
    opened.command("end")

    page = claire.get(f"/bilans/{code}").get_data(as_text=True)
    assert "Mission locale du Bocage" in page
    assert "Claire Petit" in page
    post(claire, f"/bilans/{code}", {"note": "Groupe très calme."}, to=f"/bilans/{code}/note")
    assert "Groupe très calme." in claire.get(f"/bilans/{code}").get_data(as_text=True)

    pdf = PdfReader(io.BytesIO(claire.get(f"/bilans/{code}/bilan.pdf").get_data()))
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert "Le marché caché et mon réseau" in text.replace("\n", " ")
    assert "Groupe très calme" not in text
    book = load_workbook(io.BytesIO(claire.get(f"/bilans/{code}/bilan.xlsx").get_data()))
    assert any("Inès" in str(cell.value) for row in book["Réponses"].iter_rows() for cell in row)
    assert "Bilan" in claire.get("/bilans").get_data(as_text=True)


def test_a_rehearsal_says_so_everywhere(app, claire, monkeypatch):
    started = []
    monkeypatch.setattr("sessions.web.rooms.begin_rehearsal", lambda _settings, code: started.append(code))
    code = start(claire, rehearsal="1")
    OpenRoom(app, code, app.extensions["tremplin.room"].room.joining.find(code).id).command("end")

    assert started == [code]
    for page in (f"/animer/{code}", f"/bilans/{code}", "/bilans"):
        assert "répétition" in claire.get(page).get_data(as_text=True).lower()
