"""« Mon carnet » on the phone, by plain forms: it opens to its owner, there from session to session, and to nobody else."""

import re

import pytest
from sqlalchemy import delete

from sessions.store.tables import LiveRow
from sessions.web.guessing import guesses
from tests.application import OpenRoom, close_app, make_app
from tests.sessions.plans import step_of
from workshop.plans.model import Workshop

from .notebook_phone import address, answer, code_in, come_back, come_in, link, notebook, send, source, words

CV, OFFERS = "Mettre à jour son CV", "Consulter les offres"
SCRIPT = "<script>alert(1)</script>"
ONE = {"actions[]": CV, "when": "cette semaine"}
PLAN = Workshop(id="actions", title="Mes actions", minutes=20, steps=(step_of("commitment", "actions"), step_of("choice", "question")))


@pytest.fixture
def opened(tmp_path, database_url):
    app = make_app(tmp_path, database_url)
    guesses.forget("carnet:127.0.0.1")
    yield OpenRoom.of(app, PLAN)
    close_app(app)


@pytest.fixture
def phone(opened):
    """The phone of Inès, who has kept one action."""
    browser = come_in(opened, "Inès")
    opened.command("next")
    opened.command("open")
    answer(opened, browser, **ONE)
    return browser


def later(opened):
    """Return another session of the same server, in its lobby."""
    return OpenRoom.of(opened.app, PLAN)


def test_the_room_leads_to_the_notebook_and_the_notebook_back_to_the_room(opened, phone):
    assert f'href="/r/{opened.code}/carnet">Mon carnet</a>' in source(phone.get(opened.page()))
    page = notebook(opened, phone)

    assert CV in words(page)
    assert "Cette semaine" in words(page)
    assert "Mes actions" in words(page)
    assert f'href="/r/{opened.code}">Revenir à la séance' in source(page)
    assert page.headers["Cache-Control"] == "no-store"
    assert CV in words(phone.get("/carnet"))


def test_the_end_of_the_session_shows_the_way_to_the_notebook(opened, phone):
    opened.command("end")

    assert f'<a class="button" href="/r/{opened.code}/carnet">Ouvrir mon carnet' in source(phone.get(opened.page()))


def test_a_question_whose_answer_is_kept_says_so_and_others_do_not(opened, phone):
    assert "reste aussi dans « Mon carnet »" in words(phone.get(opened.page()))
    opened.command("next")
    opened.command("open")
    assert "reste aussi" not in words(phone.get(opened.page()))


def test_an_empty_notebook_says_what_will_be_in_it(opened):
    assert "Il est vide" in words(notebook(opened, come_in(opened, "Tom")))


def test_the_cookie_is_signed_lasts_a_year_and_is_out_of_reach_of_scripts_and_other_sites(opened):
    browser = opened.browser()
    reply = browser.post(opened.page("/rejoindre"), data={"alias": "Inès"})
    cookie = next(line for line in reply.headers.getlist("Set-Cookie") if line.startswith("tremplin_carnet="))

    assert {"HttpOnly", "SameSite=Lax", "Max-Age=31536000"} <= set(cookie.split("; "))
    for forged in ("WzFd.aaaa.bbbb", "1", "[1]", "x" * 3000):
        browser.set_cookie("tremplin_carnet", forged)
        assert "ne connaît pas encore de carnet" in words(browser.get("/carnet"))


def test_the_same_phone_under_the_same_name_goes_on_with_its_notebook_in_a_later_session(opened, phone):
    code, second = code_in(notebook(opened, phone)), later(opened)
    joining = source(phone.get(second.page()))
    assert 'name="alias" value="Inès"' in joining
    assert "au nom « Inès »" in words(phone.get(second.page())).replace("\u00a0", " ")
    come_in(second, "inès", phone)
    second.command("next")
    second.command("open")
    answer(second, phone, **{"actions[]": OFFERS, "when": "ce mois-ci"})

    page = notebook(second, phone)

    assert code_in(page) == code
    assert words(page).index(CV) < words(page).index(OFFERS)


def test_another_name_on_the_same_phone_has_another_notebook_and_may_say_that_the_first_is_hers(opened, phone):
    code, second = code_in(notebook(opened, phone)), later(opened)
    come_in(second, "Léa", phone)
    second.command("next")
    second.command("open")
    answer(second, phone, **{"actions[]": OFFERS, "when": "ce mois-ci"})
    page = notebook(second, phone)
    assert CV not in words(page)
    assert "Un autre carnet est sur ce téléphone, au nom" in words(page)

    page = send(phone, page, re.search(r'action="(/carnet/\d+/le-mien)"', source(page))[1])

    assert code_in(page) == code
    assert CV in words(page)
    assert OFFERS in words(page)
    assert "Un autre carnet" not in words(page)


def test_a_phone_forgets_a_notebook_and_its_code_opens_it_again(opened, phone):
    page = notebook(opened, phone)
    code = code_in(page)
    gone = send(phone, page, f"{address(page)}/oublier")
    assert "ne connaît pas encore de carnet" in words(gone)
    assert phone.get(address(page)).status_code == 404

    assert CV in words(send(phone, gone, "/carnet/code", carnet=code.upper().replace("-", " ")))


def test_the_code_opens_the_notebook_on_another_phone_and_brings_along_what_was_given_there(opened, phone):
    code, second = code_in(notebook(opened, phone)), later(opened)
    other = come_in(second, "Inès")
    second.command("next")
    second.command("open")
    answer(second, other, **{"actions[]": OFFERS, "when": "ce mois-ci"})
    page = notebook(second, other)
    assert CV not in words(page)

    page = send(other, page, "/carnet/code", carnet=code)

    assert CV in words(page)
    assert OFFERS in words(page)
    assert CV in words(other.get("/carnet"))


def test_guessing_codes_is_stopped(opened):
    browser = opened.browser()
    page = browser.get("/carnet")
    replies = [send(browser, page, "/carnet/code", carnet=f"soleil-piano-tulipe-{100_000 + guess}") for guess in range(14)]

    assert "Aucun carnet n’a ce code" in words(replies[0])
    assert "Trop d’essais" in words(replies[-1])


def test_those_who_share_a_phone_read_each_their_own(opened, phone):
    come_in(opened, "Tom", phone, partage="1")
    answer(opened, phone, **{"actions[]": OFFERS, "when": "ce mois-ci"})
    toms = notebook(opened, phone)
    assert OFFERS in words(toms)
    assert CV not in words(toms)

    come_back(opened, phone, "Inès")
    own = notebook(opened, phone)

    assert CV in words(own)
    assert OFFERS not in words(own)
    assert phone.get(address(toms)).status_code == 404
    assert send(phone, own, f"{address(toms)}/effacer").status_code == 404


def test_what_is_older_than_the_session_opens_to_no_one_else_on_a_shared_phone(opened, phone):
    second = later(opened)
    come_in(second, "Inès", phone)
    owner = phone.get_cookie("tremplin_carnet").value
    come_in(second, "Tom", phone, partage="1")
    assert phone.get_cookie("tremplin_carnet").value == owner

    # the tablet of the house: nobody's cookie, and Inès reached by her short personal code
    resume = re.search(r"Ton code\s*: <b>([a-z]+-\d{4})</b>", come_back(second, phone, "Inès"))[1]
    tablet = second.browser()
    tablet.post(second.page("/reprendre"), data={"personnel": resume})
    page = tablet.get(second.page("/carnet"), follow_redirects=True)

    assert "tape son code" in words(page)
    assert CV not in words(page)


def test_who_was_taken_for_another_of_the_same_name_leaves_with_her_own_answers(opened, phone):
    second = later(opened)
    come_in(second, "Inès", phone)
    second.command("next")
    second.command("open")
    answer(second, phone, **{"actions[]": OFFERS, "when": "ce mois-ci"})
    page = notebook(second, phone)

    page = send(phone, page, f"{address(page)}/pas-le-mien")

    assert OFFERS in words(page)
    assert CV not in words(page)
    assert "Un autre carnet" not in words(page)


def test_correcting_shows_the_answer_given_and_keeps_the_new_one(opened, phone):
    page = notebook(opened, phone)
    place = link(page, "Corriger")
    form = phone.get(place)
    assert re.search(rf'value="{CV}" checked', source(form))

    page = send(phone, form, place, **{"own[]": f"Appeler {SCRIPT}", "when": "2027-03-01"})

    assert f"Appeler {SCRIPT}" in source(page)
    assert SCRIPT not in page.get_data(as_text=True)
    assert "Le 1er mars 2027" in words(page)
    assert CV not in words(page)


@pytest.mark.parametrize(("fields", "because"), [
    ({"when": "ce mois-ci"}, "Choisis une action"),
    ({"actions[]": "Gagner au loto", "when": "ce mois-ci"}, "n’est plus proposée"),
    ({"own[]": "a" * 100_000, "when": "ce mois-ci"}, "trop long"),
    ({f"own.{number}": "a" for number in range(2000)}, "ne va pas"),
])  # fmt: skip
def test_a_correction_that_does_not_fit_is_refused_in_words_and_the_page_stays(opened, phone, fields, because):
    place = link(notebook(opened, phone), "Corriger")

    refused = send(phone, phone.get(place), place, **fields)

    assert (refused.status_code, because in words(refused)) == (409, True)
    assert CV in words(notebook(opened, phone))


def test_a_page_is_taken_out_once_asked_again(opened, phone):
    page = notebook(opened, phone)
    place = link(page, "Retirer")
    asked = phone.get(place)
    assert CV in words(asked)
    assert CV in words(phone.get("/carnet"))

    assert "Il est vide" in words(send(phone, asked, place))
    assert phone.get(place).status_code == 404


def test_everything_is_deleted_once_asked_again_and_a_new_notebook_begins_with_the_next_answer(opened, phone):
    page = notebook(opened, phone)
    code, place = code_in(page), link(page, "Tout effacer")
    asked = phone.get(place)
    assert CV in words(phone.get("/carnet"))

    assert "Ton carnet est effacé" in words(send(phone, asked, place))
    assert phone.get(address(page)).status_code == 404
    answer(opened, phone, **{"actions[]": OFFERS, "when": "ce mois-ci"})
    again = phone.get("/carnet")
    assert OFFERS in words(again)
    assert CV not in words(again)
    assert code_in(again) != code


def test_a_page_of_another_notebook_is_not_there_whoever_asks(opened, phone):
    page = notebook(opened, phone)
    leaf = link(page, "Corriger").split("/")[3]
    stranger = come_in(opened, "Tom")
    own = notebook(opened, stranger)
    for book in (address(page), address(own), "/carnet/999999"):
        assert stranger.get(f"{book}/{leaf}/corriger").status_code == 404
        assert stranger.get(f"{book}/{leaf}/retirer").status_code == 404
        assert send(stranger, own, f"{book}/{leaf}/corriger", **ONE).status_code == 404
        assert send(stranger, own, f"{book}/{leaf}/suivi", key="x", progress="done").status_code == 404
    send(stranger, own, f"{address(own)}/{leaf}/retirer")
    for path in ("/effacer", "/oublier", "/le-mien", "/pas-le-mien"):
        assert send(stranger, own, f"{address(page)}{path}").status_code == 404
    assert stranger.get(address(page)).status_code == 404
    assert CV in words(notebook(opened, phone))


def test_a_form_without_its_token_changes_nothing(opened, phone):
    page = notebook(opened, phone)
    leaf = link(page, "Corriger").split("/")[3]
    for path in ("/effacer", "/oublier", f"/{leaf}/retirer", f"/{leaf}/corriger", f"/{leaf}/suivi"):
        assert phone.post(f"{address(page)}{path}", data={"own[]": "x", "when": "ce mois-ci"}).status_code == 400
    assert phone.post("/carnet/code", data={"carnet": code_in(page)}).status_code == 400

    assert CV in words(notebook(opened, phone))


def test_the_counsellor_sees_nothing_of_a_notebook(opened, phone):
    page = notebook(opened, phone)
    desk = opened.browser()
    desk.get(f"/animer/{opened.code}?jeton={opened.token('desk')}")
    [person] = opened.serving.room.showing.desk(opened.live_id).people

    assert desk.get(address(page)).status_code == 404
    assert desk.get(opened.page("/carnet")).headers["Location"].endswith(opened.page())
    for shown in (desk.get(f"/animer/{opened.code}"), desk.get(f"/bilans/{opened.code}"), desk.get(f"/animer/{opened.code}/pour/{person.id}")):
        assert code_in(page) not in source(shown)


def test_the_next_session_opens_on_the_actions_and_what_was_done_is_noted(opened, phone):
    second = later(opened)
    come_in(second, "Inès", phone)
    come_in(second, "Tom")
    lobby = phone.get(second.page())
    assert "La dernière fois, tu as choisi" in words(lobby)
    assert CV in words(lobby)
    assert 'data-personal="yes"' in second.serving.surfaces.phones(second.live_id).html
    assert CV not in second.serving.surfaces.phones(second.live_id).html
    [ines, tom] = second.serving.room.showing.desk(second.live_id).people
    assert CV not in second.serving.surfaces.phone(second.live_id, tom.id).html
    assert CV not in second.serving.surfaces.in_place_of(second.live_id, ines.id, "/").html

    fields = dict(re.findall(r'name="(page|key)" value="([^"]+)"', source(lobby)))
    lobby = phone.post(second.page("/carnet/suivi"), data={**fields, "progress": "done"}, follow_redirects=True)

    assert re.search(r'value="done" aria-pressed="true"', source(lobby))
    assert re.search(r'value="done" aria-pressed="true"', source(notebook(second, phone)))


def test_somebody_elses_actions_cannot_be_marked(opened, phone):
    second = later(opened)
    come_in(second, "Inès", phone)
    fields = dict(re.findall(r'name="(page|key)" value="([^"]+)"', source(phone.get(second.page()))))
    stranger = come_in(second, "Tom")
    notebook(second, stranger)

    assert stranger.post(second.page("/carnet/suivi"), data={**fields, "progress": "done"}).status_code == 404
    assert opened.browser().post(second.page("/carnet/suivi"), data={**fields, "progress": "done"}).status_code == 303
    assert not re.search(r'value="done" aria-pressed="true"', source(phone.get(second.page())))


def test_the_actions_of_this_very_session_are_not_those_of_the_last_time(opened, phone):
    for _ in range(2):
        assert "La dernière fois" not in words(phone.get(opened.page()))


def test_the_notebook_is_there_when_the_session_is_gone(opened, phone):
    page = notebook(opened, phone)
    with opened.serving.room.store.database() as session, session.begin():
        session.execute(delete(LiveRow))

    assert CV in words(phone.get("/carnet"))
    place = link(page, "Corriger")
    assert "Appeler le garage" in words(send(phone, phone.get(place), place, **{"own[]": "Appeler le garage", "when": "ce mois-ci"}))


def test_a_rehearsal_keeps_nothing(opened, phone):
    code = opened.serving.room.starting.start(PLAN, is_rehearsal=True)
    rehearsal = OpenRoom(opened.app, code, opened.serving.room.joining.find(code).id)
    come_in(rehearsal, "Inès", phone)
    rehearsal.command("next")
    rehearsal.command("open")
    answer(rehearsal, phone, **{"actions[]": OFFERS, "when": "ce mois-ci"})

    assert "rien n’est gardé" in words(notebook(rehearsal, phone))
    assert OFFERS not in words(phone.get("/carnet"))


@pytest.mark.parametrize("page", ["/carnet/code", "{number}/effacer", "{number}/1/corriger", "{number}/document/cv", "/r/{code}/carnet/suivi"])
def test_ten_megabytes_are_refused_in_words_and_what_is_kept_stays(opened, phone, page):
    number = address(notebook(opened, phone))

    reply = phone.post(page.format(number=number, code=opened.code), data={"code": "a" * 10_000_000})

    assert (reply.status_code, "beaucoup trop long" in source(reply)) == (413, True)
    assert CV in words(phone.get("/carnet"))
