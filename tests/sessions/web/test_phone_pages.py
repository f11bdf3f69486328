"""The phone's pages without any script: join, answer, share, come back. And their weight."""

import gzip
import re
from collections import Counter

import pytest

from sessions.domain.messages import MESSAGES
from sessions.services.limits import LARGEST_BYTES
from sessions.web.assets import PHONE_MODULES, STATIC, phone_script

LIMIT_BYTES = 30_000
TOP_LEVEL = r"^(?:export )?(?:async )?(?:function|const|let) (\w+)"


@pytest.fixture
def phone(opened):
    """A browser whose owner, Inès, is in the room."""
    browser = opened.browser()
    browser.post(opened.page("/rejoindre"), data={"alias": "Inès"})
    return browser


def text_of(reply):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.get_data(as_text=True)))


def current_run(opened):
    return opened.serving.room.joining.find(opened.code).current_run_id


@pytest.mark.parametrize("typed", ["{}", "{} ", "lower", "spaced"])
def test_the_code_typed_by_hand_leads_to_the_room(opened, typed):
    code = {"lower": opened.code.lower(), "spaced": f"{opened.code[:3]} {opened.code[3:]}"}.get(typed, typed.format(opened.code))

    assert opened.browser().get("/", query_string={"code": code}).headers["Location"].endswith(f"/r/{opened.code}")


def test_a_wrong_code_says_what_to_do(opened):
    reply = opened.browser().get("/r/QQQQQQ")

    assert reply.status_code == 404
    assert "Vérifie le code sur l’écran" in text_of(reply)


def test_joining_leads_into_the_room_and_reloading_stays_there(opened, phone):
    for _ in range(2):
        assert "Tu es dans la salle" in text_of(phone.get(opened.page()))


def test_a_second_tab_is_the_same_person(opened, phone):
    phone.get(opened.page())
    phone.get(opened.page())

    assert opened.serving.room.showing.screen(opened.live_id).people == 1


def test_an_offensive_name_is_refused_and_what_was_typed_stays(opened):
    reply = opened.browser().post(opened.page("/rejoindre"), data={"alias": "connard"})

    assert reply.status_code == 409
    assert "Choisis un autre prénom" in text_of(reply)


def test_an_answer_by_plain_form_is_stored_shown_and_changed(opened, phone):
    opened.command("next")
    opened.command("open")
    run = current_run(opened)
    page = phone.post(opened.page("/reponse"), data={"_run": run, "_part": "0", "choices[]": "a"}, follow_redirects=True)
    assert "Envoyé ✓" in text_of(page)
    assert re.search(r'value="a" checked', page.get_data(as_text=True))

    page = phone.post(opened.page("/reponse"), data={"_run": run, "_part": "0", "choices[]": "b"}, follow_redirects=True)
    assert re.search(r'value="b" checked', page.get_data(as_text=True))
    assert opened.serving.room.showing.progress(opened.live_id)[2].answered == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [({}, "Choisis"), ({"choices[]": "z"}, "ne fait pas partie"), ({"choices[]": ["a", "b"]}, "Une seule réponse"), ({"_part": "x", "choices[]": "a"}, "n’existe plus"),
     ({"_run": "nowhere", "choices[]": "a"}, "n’existe plus")],
)  # fmt: skip
def test_a_bad_form_is_refused_in_words_and_nothing_is_stored(opened, phone, fields, told):
    opened.command("next")
    opened.command("open")
    reply = phone.post(opened.page("/reponse"), data={"_run": current_run(opened), "_part": "0"} | fields)

    assert reply.status_code == 409
    assert told in text_of(reply) or "manque" in text_of(reply)
    assert opened.serving.room.showing.progress(opened.live_id)[2].answered == 0


def test_je_passe_is_always_possible(opened, phone):
    opened.command("next")
    opened.command("open")
    page = phone.post(opened.page("/reponse"), data={"_run": current_run(opened), "_part": "0", "_pass": "1"}, follow_redirects=True)

    assert "Tu as passé" in text_of(page)


def test_a_block_goes_from_question_to_question_and_back(opened, phone):
    for _ in range(3):
        opened.command("next")
    opened.command("open")
    run = current_run(opened)
    phone.post(opened.page("/reponse"), data={"_run": run, "_part": "0", "choices[]": "a"})
    assert 'data-part="1"' in phone.get(opened.page()).get_data(as_text=True)
    assert re.search(r'value="a" checked', phone.get(opened.page("?partie=0")).get_data(as_text=True))


def test_three_share_a_phone_and_hand_it_over(opened, phone):
    phone.post(opened.page("/rejoindre"), data={"alias": "Karim", "partage": "1"})
    page = phone.get(opened.page()).get_data(as_text=True)
    assert re.search(r'aria-current="true">Karim', page)
    ines = re.search(r'value="(\d+)">Inès', page)[1]

    phone.post(opened.page("/changer"), data={"qui": ines})
    assert re.search(r'aria-current="true">Inès', phone.get(opened.page()).get_data(as_text=True))


def test_nobody_takes_the_place_of_somebody_on_another_phone(opened, phone):
    other = opened.browser()
    other.post(opened.page("/rejoindre"), data={"alias": "Karim"})
    ines = opened.serving.room.showing.desk(opened.live_id).people[0].id
    other.post(opened.page("/changer"), data={"qui": str(ines)})

    assert "Karim" in other.get(opened.page()).get_data(as_text=True)


def test_the_personal_code_brings_one_back_on_another_phone(opened, phone):
    code = re.search(r"Ton code\s*: <b>([a-z]+-\d{4})</b>", phone.get(opened.page()).get_data(as_text=True))[1]
    other = opened.browser()
    other.post(opened.page("/reprendre"), data={"personnel": code.upper()})

    assert opened.serving.room.showing.screen(opened.live_id).people == 1
    assert "Inès" in other.get(opened.page()).get_data(as_text=True)


def test_guessing_personal_codes_is_stopped(opened):
    browser = opened.browser()
    replies = [browser.post(opened.page("/reprendre"), data={"personnel": f"soleil-{1000 + guess}"}) for guess in range(14)]

    assert "Trop d’essais" in text_of(replies[-1])


def test_where_no_socket_goes_through_the_same_is_said_in_json(opened, phone):
    opened.command("next")
    opened.command("open")
    run = current_run(opened)
    sent = phone.post(opened.page("/envoi"), json={"run": run, "part": 0, "client_answer_id": "x1", "answer": {"choices": ["b"]}})
    assert sent.get_json() == {"ok": True}
    assert 'data-own="sent"' in phone.get(opened.page("/maintenant")).get_json()["html"]

    refused = phone.post(opened.page("/envoi"), json={"run": run, "client_answer_id": "x2", "answer": {"choices": ["z"]}})
    assert refused.get_json()["ok"] is False
    assert opened.browser().post(opened.page("/envoi"), json={}).status_code == 403


def test_the_page_holds_the_current_activity_itself(opened, phone):
    opened.command("next")
    opened.command("open")

    assert "Une candidature spontanée" in text_of(phone.get(opened.page()))


@pytest.mark.parametrize("moment", ["join", "lobby", "activity"])
def test_the_phone_loads_thirty_kilobytes_in_two_requests(opened, phone, moment):
    if moment == "activity":
        opened.command("next")
        opened.command("open")
    browser = opened.browser() if moment == "join" else phone
    page = browser.get(opened.page()).get_data()
    wanted = set(re.findall(rb'(?:src|href)="(/a/[^"]+)"', page))
    linked = re.findall(rb'<(?:script|link|img|iframe|video|audio)[^>]*(?:src|href)="([^"]+)"', page)
    assert [link for link in linked if not link.startswith(b"data:")] == list(wanted)
    assert len(wanted) == 1

    sent = [browser.get(path, headers={"Accept-Encoding": "gzip, deflate, br"}) for path in (opened.page(), wanted.pop().decode())]
    assert [reply.headers["Content-Encoding"] for reply in sent] == ["gzip", "gzip"]
    assert gzip.decompress(sent[0].get_data()).startswith(b"<!doctype html>")
    weight = sum(len(reply.get_data()) for reply in sent)
    assert weight <= LIMIT_BYTES, f"{weight} bytes"


def test_the_phones_modules_share_no_name():
    names = [
        name
        for module in PHONE_MODULES
        for name in re.findall(
            r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", (STATIC / "js" / "phone" / f"{module}.js").read_text(), flags=re.MULTILINE
        )
    ]

    assert len(names) == len(set(names))
    assert not re.search(r"^(import|export) ", phone_script(), flags=re.MULTILINE)


def test_the_phone_s_one_script_holds_every_module_and_no_name_twice():
    folder = STATIC / "js" / "phone"
    # asks for the socket before the script is there: it stands in the page itself
    assert {path.stem for path in folder.glob("*.js")} - {"opening"} == set(PHONE_MODULES)

    names = [name for module in PHONE_MODULES for name in re.findall(TOP_LEVEL, (folder / f"{module}.js").read_text(encoding="utf-8"), re.MULTILINE)]
    assert len(names) > 80
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_an_exercises_folder_gives_its_script_and_nothing_else(opened):
    browser = opened.browser()

    assert browser.get("/a/x/exercices/ordering/phone.js").status_code == 200
    for secret in ("sample.yaml", "grading.py", "model.py", "../contract.py", "__init__.py"):
        assert browser.get(f"/a/x/exercices/ordering/{secret}").status_code == 404


def test_the_back_button_makes_nobody_twice(opened, phone):
    phone.post(opened.page("/rejoindre"), data={"alias": "Inès"})
    phone.post(opened.page("/rejoindre"), data={"alias": "Léa"})

    assert [person.alias for person in opened.serving.room.showing.desk(opened.live_id).people] == ["Léa"]
    refused = phone.post(opened.page("/rejoindre"), data={"alias": "connard"})
    assert "Choisis un autre prénom" in text_of(refused)


@pytest.mark.parametrize("page", ["/rejoindre", "/reponse", "/envoi"])
def test_ten_megabytes_are_refused_in_words_and_the_room_goes_on(opened, phone, page):
    heavy = "a" * 10_000_000
    sent = {"json": {"answer": {"text": heavy}}} if page == "/envoi" else {"data": {"alias": heavy, "text": heavy}}

    reply = phone.post(opened.page(page), **sent)

    assert reply.status_code == 413
    assert MESSAGES["too_big"] in (reply.json["error"] if reply.is_json else text_of(reply))
    assert "Tu es dans la salle" in text_of(phone.get(opened.page()))


def test_the_phone_itself_refuses_with_the_server_s_words_before_the_server_would_close_the_socket():
    script = (STATIC / "js" / "phone" / "wire.js").read_text(encoding="utf-8")
    most = int(re.search(r"MOST_BYTES = ([\d_]+);", script)[1])

    assert f'error: "{MESSAGES["too_big"]}"' in script
    # an answer's own frame is around it
    assert LARGEST_BYTES / 2 < most < LARGEST_BYTES - 1000
