"""The phone hands a page to the desk, the desk opens and prints it; nobody else, no report and no other surface sees it."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from sqlalchemy import select

from app import WORLD
from sessions.services.ports import World
from sessions.services.printing import Printing
from tests.application import OpenRoom, close_app, make_app
from tests.sessions.plans import step_of
from workshop.db import Base
from workshop.plans.model import Workshop

from .notebook_phone import address, answer, come_in, link, notebook, send, source, words

PLAN = Workshop(id="cv", title="Mon CV", minutes=40, steps=tuple(step_of("cv", f"bloc-{number}") for number in range(40)))
BAKERY = {"own.what": "Vente en boulangerie", "own.when": "2025", "lines[]": "Préparé les commandes"}
NAMED = {"name": "Inès Da Silva", "town": "Lyon", "phone": "06 12 34 56 78", "email": "ines@exemple.fr"}


@pytest.fixture
def opened(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    yield OpenRoom.of(app, PLAN)
    close_app(app)


@pytest.fixture
def phone(opened):
    """The phone of Inès, who has kept a block."""
    browser = come_in(opened, "Inès")
    give(opened, browser, BAKERY)
    return browser


@pytest.fixture
def desk(opened):
    return desk_of(opened)


def desk_of(opened):
    browser = opened.browser()
    browser.get(f"/animer/{opened.code}?jeton={opened.token('desk')}")
    return browser


def give(opened, browser, *blocks):
    for block in blocks:
        opened.command("next")
        opened.command("open")
        answer(opened, browser, **block)


def the_page(opened, phone):
    """Return the address of the page where the document is made."""
    return link(notebook(opened, phone), "Mon CV en PDF")


def hand_over(opened, phone, **fields):
    place = the_page(opened, phone)
    return send(phone, phone.get(place), place, **(NAMED | {"print": "whole"} | fields))


def waits_already(opened):
    """The same, where what is on the page does not matter: setting it takes longer than all the rest."""
    room = opened.serving.room
    with room.store.read() as reads:
        [ines] = [person for person in reads.people.everyone(opened.live_id) if person.alias == "Inès"]
    room.printing.hand_over(ines, room.owning.written_by(ines.id).id, "cv", b"%PDF of Da Silva")


def desk_page(opened, desk):
    return desk.get(f"/animer/{opened.code}")


def printed_page(opened, desk):
    return link(desk_page(opened, desk), ".*?Ouvrir")


def text_of(reply):
    assert reply.mimetype == "application/pdf"
    [page] = PdfReader(BytesIO(reply.get_data())).pages
    return " ".join(page.extract_text().split())


def test_the_page_says_beforehand_who_will_see_it_and_how_long(opened, phone):
    told = words(phone.get(the_page(opened, phone)))

    assert "Qui la voit" in told
    assert "24 heures au plus" in told
    assert "Donner à imprimer" in told
    assert "attend l’impression" not in told


def test_a_page_handed_over_waits_on_the_desk_which_opens_prints_and_deletes_it(opened, phone, desk):
    told = words(hand_over(opened, phone))
    assert "Ta page attend l’impression" in told
    assert "Da Silva" not in told
    page = words(desk_page(opened, desk))
    assert "À imprimer (1)" in page
    assert "Inès Mon CV" in page
    assert "Da Silva" not in page

    place = printed_page(opened, desk)
    reply = desk.get(place)
    text = text_of(reply)
    assert all(found in text for found in (*NAMED.values(), "Vente en boulangerie"))
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Content-Disposition"] == 'inline; filename="mon-cv.pdf"'

    version = opened.serving.room.joining.find(opened.code).version
    after = desk.post(f"/animer/{opened.code}/commande", data={"name": "printed", "expected_version": version, "page": place.split("/")[-1]}, follow_redirects=True)
    assert "À imprimer" not in words(after)
    assert "n’est plus à imprimer" in words(desk.get(place, follow_redirects=True))
    assert "attend l’impression" not in words(phone.get(the_page(opened, phone)))
    with opened.serving.room.store.database() as session:
        assert not any("Da Silva" in str(row) or "%PDF" in str(row) for table in Base.metadata.sorted_tables for row in session.execute(select(table)))


def test_an_open_desk_hears_of_it(opened, phone):
    socket = opened.socket("desk")
    waits_already(opened)
    opened.serving.room.store.publisher.settle()

    told = [message["args"][0]["html"] for message in socket.get_received("/live") if message["name"] == "state_changed"]
    assert "À imprimer (1)" in told[-1]


def test_its_owner_takes_it_back_on_the_same_page(opened, phone, desk):
    waits_already(opened)
    place = printed_page(opened, desk)
    shown = phone.get(the_page(opened, phone))
    assert "attend l’impression" in words(shown)

    after = send(phone, shown, f"{address(shown)}/reprendre")

    assert "attend l’impression" not in words(after)
    assert "À imprimer" not in words(desk_page(opened, desk))
    assert desk.get(place).status_code == 302


def test_a_second_tap_replaces_the_first(opened, phone, desk):
    assert "elle remplace la première" in words(hand_over(opened, phone))
    hand_over(opened, phone, name="Inès D.")

    assert "À imprimer (1)" in words(desk_page(opened, desk))
    text = text_of(desk.get(printed_page(opened, desk)))
    assert "Inès D." in text
    assert "Da Silva" not in text


def test_the_end_of_the_session_leaves_the_page_on_the_desk_and_the_report_shows_the_way(opened, phone, desk):
    hand_over(opened, phone)
    opened.command("end")

    report = desk.get(f"/bilans/{opened.code}")
    place = link(report, ".*?1 page à imprimer")
    assert place == f"/animer/{opened.code}#prints"
    assert "À imprimer (1)" in words(desk.get(place))
    assert "Vente en boulangerie" in text_of(desk.get(printed_page(opened, desk)))
    desk.post(f"/animer/{opened.code}/commande", data={"name": "printed", "expected_version": opened.serving.room.joining.find(opened.code).version,
                                                       "page": printed_page(opened, desk).split("/")[-1]})
    assert "à imprimer" not in words(desk.get(f"/bilans/{opened.code}"))


def test_no_report_no_spreadsheet_and_no_screen_tells_of_it(opened, phone, desk):
    hand_over(opened, phone)
    for name in ("close", "reveal", "end"):
        screen = opened.browser()
        screen.get(f"/ecran/{opened.code}?jeton={opened.token('screen')}")
        assert "Da Silva" not in source(screen.get(f"/ecran/{opened.code}"))
        opened.command(name)

    sheets = load_workbook(BytesIO(desk.get(f"/bilans/{opened.code}/bilan.xlsx").get_data()))
    pdf = PdfReader(BytesIO(desk.get(f"/bilans/{opened.code}/bilan.pdf").get_data()))
    told = [source(desk.get(f"/bilans/{opened.code}")), str([[row for row in sheet.values] for sheet in sheets]), str([page.extract_text() for page in pdf.pages])]
    assert not any(word in text for text in told for word in ("Da Silva", "06 12 34", "ines@exemple.fr"))
    assert not any("imprimer" in text for text in told[1:])


def test_nobody_but_the_desk_opens_it(opened, phone, desk):
    waits_already(opened)
    place, other = printed_page(opened, desk), OpenRoom.of(opened.app, PLAN)
    screen, elsewhere = opened.browser(), desk_of(other)
    screen.get(f"/ecran/{opened.code}?jeton={opened.token('screen')}")
    assert b"Da Silva" in desk.get(place).get_data()

    for browser in (opened.browser(), screen, phone, elsewhere):
        reply = browser.get(place)
        assert reply.status_code == 302
        assert "/connexion" in reply.headers["Location"]
        assert b"Da Silva" not in reply.get_data()
    under_its_own_address = elsewhere.get(place.replace(opened.code, other.code))
    assert (under_its_own_address.status_code, under_its_own_address.headers["Location"]) == (302, f"/animer/{other.code}")
    assert desk.get(place.replace(opened.code, "ZZZZZZ")).status_code == 404


def test_words_that_cannot_stand_on_the_page_are_refused_and_nothing_is_handed_over(opened, phone, desk):
    for fields, because in (({"email": "ines"}, "il manque le @"), ({"name": "x" * 51}, "50 lettres au plus"), ({"town": "Ly\non"}, "sur une seule ligne")):
        refused = hand_over(opened, phone, **fields)
        assert refused.status_code == 409
        assert because in words(refused)
        assert all(f'value="{NAMED[name]}"' in source(refused) for name in {"name", "phone"} - set(fields))
    assert "À imprimer" not in words(desk_page(opened, desk))


def test_a_phone_in_no_session_is_told_what_to_do_instead(opened, phone, desk):
    place = the_page(opened, phone)
    phone.delete_cookie(f"tremplin_{opened.code}")
    form = phone.get(place)
    assert "Tu n’es dans aucune séance en ce moment" in words(form)
    assert "Donner à imprimer" not in words(form)

    refused = send(phone, form, place, **NAMED, print="whole")

    assert refused.status_code == 409
    assert "Tu n’es dans aucune séance" in words(refused)
    assert "À imprimer" not in words(desk_page(opened, desk))


def test_a_phone_that_practises_in_a_rehearsal_hands_over_nothing(opened, phone):
    place = the_page(opened, phone)
    code = opened.serving.room.starting.start(PLAN, is_rehearsal=True)
    rehearsal = OpenRoom(opened.app, code, opened.serving.room.joining.find(code).id)
    come_in(rehearsal, "Tom", phone)
    notebook(rehearsal, phone)

    assert "C’est une répétition" in words(phone.get(place))


def test_nobody_hands_over_or_takes_back_for_another(opened, phone, desk):
    place = the_page(opened, phone)
    tom = come_in(opened, "Tom")
    own = notebook(opened, tom)
    waits_already(opened)

    assert send(tom, own, place, print="whole").status_code == 404
    assert send(tom, own, f"{place}/reprendre").status_code == 404
    stale = phone.post(f"{place}/reprendre")
    assert (stale.status_code, "attendu trop longtemps" in words(stale)) == (400, True)
    for name in ("commitment", "choice", "nothing"):
        assert send(phone, notebook(opened, phone), f"{place.replace('/cv', '')}/{name}/reprendre").status_code == 404
    assert "À imprimer (1)" in words(desk_page(opened, desk))


def test_the_desk_no_longer_opens_a_page_of_yesterday(opened, phone, desk):
    waits_already(opened)
    place = printed_page(opened, desk)
    tomorrow = World(now=lambda: datetime.now(UTC) + timedelta(hours=24), new_id=WORLD.new_id, random=WORLD.random)
    Printing(opened.serving.room.store, tomorrow).tidy()

    assert "n’est plus à imprimer" in words(desk.get(place, follow_redirects=True))
