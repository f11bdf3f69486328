"""Who is shown the metrics, and what stands there."""

import re

import pytest

from tests.application import OpenRoom

TOKEN = "releve-0123456789"
FAR = "203.0.113.9"


def asked(app, peer="127.0.0.1", **headers):
    return app.test_client().get("/metrics", environ_overrides={"REMOTE_ADDR": peer}, headers={name.replace("_", "-"): told for name, told in headers.items()})


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])
def test_a_collector_on_this_machine_needs_no_token(small, peer):
    page = asked(small(), peer)

    assert page.status_code == 200
    assert page.content_type.startswith("text/plain")
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("peer", [FAR, "192.168.1.20", "2001:db8::1", "::ffff:203.0.113.9", "", "unix:"])
def test_for_others_the_page_does_not_exist(small, peer):
    assert asked(small(), peer).status_code == 404


@pytest.mark.parametrize("header", ["Forwarded", "Via", "X_Forwarded_For", "X_Forwarded_Host", "X_Forwarded_Proto", "X_Real_IP"])
def test_who_comes_through_a_proxy_of_this_machine_is_one_of_the_others(small, header):
    assert asked(small(), **{header: "127.0.0.1"}).status_code == 404


def test_a_proxy_that_is_believed_makes_nobody_a_collector_of_this_machine(small):
    app = small(PROXIES="1")

    assert asked(app, X_Forwarded_For="127.0.0.1").status_code == 404
    assert asked(app).status_code == 200


def test_the_token_opens_the_page_from_anywhere(small):
    assert asked(small(METRICS_TOKEN=TOKEN), FAR, Authorization=f"Bearer {TOKEN}", X_Forwarded_For="198.51.100.4").status_code == 200


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer ", TOKEN, f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"bearer {TOKEN}", "Bearer é", f"Basic {TOKEN}"])
def test_a_bad_token_does_not(small, given):
    assert asked(small(METRICS_TOKEN=TOKEN), FAR, Authorization=given).status_code == 404


@pytest.mark.parametrize("given", ["Bearer ", "Bearer", ""])
def test_where_no_token_is_set_an_empty_one_opens_nothing(small, given):
    assert asked(small(), FAR, Authorization=given).status_code == 404


def test_the_page_says_who_is_connected_now_in_this_process(small):
    app = small()
    room = OpenRoom.of(app)
    other = OpenRoom.of(app)
    sockets = [room.socket("phone"), room.socket("phone"), other.socket("phone"), room.socket("screen"), other.socket("desk")]

    assert read(app, "rooms_playing", "phones_connected", "screens_connected", "desks_connected", "answers_waiting") == [2, 3, 1, 1, 0]
    for socket in sockets:
        socket.disconnect(namespace="/live")
    assert read(app, "rooms_playing", "phones_connected", "screens_connected", "desks_connected") == [0, 0, 0, 0]


def test_the_metrics_are_there_while_the_database_is_away(small, tmp_path):
    app = small()
    app.extensions["tremplin"].database.kw["bind"].dispose()
    (tmp_path / "tremplin.sqlite3").unlink()
    (tmp_path / "tremplin.sqlite3").mkdir()

    assert app.test_client().get("/health/ready").status_code == 503
    assert asked(app).status_code == 200


def test_nothing_of_a_session_or_a_person_stands_on_the_page(small):
    app = small()
    room = OpenRoom.of(app)
    phone = room.socket("phone")
    phone.emit("join", {"code": room.code, "alias": "Zébulon"}, namespace="/live", callback=True)
    app.test_client().get(f"/r/{room.code}", environ_overrides={"REMOTE_ADDR": FAR})

    page = asked(app).text
    assert not [secret for secret in (room.code, "Zébulon", FAR) if secret in page]


def test_pages_are_counted_by_family_and_class_and_by_nothing_finer(small):
    app = small()
    browser = app.test_client()
    before = pages(app)
    for path in ("/health", "/r/ABSENT", "/r/ABSENT2", "/nothing/here", "/nothing/there"):
        browser.get(path)

    after = pages(app)
    moved = {key: after[key] - before.get(key, 0) for key in after if after[key] != before.get(key, 0) and key[0] != "metrics"}
    assert moved == {("health", "2xx"): 1, ("phone", "4xx"): 2, ("unknown", "4xx"): 2}


def read(app, *names):
    page = asked(app).text
    return [float(re.search(rf"^tremplin_{name} (.+)$", page, re.MULTILINE)[1]) for name in names]


def pages(app):
    found = re.findall(r'^tremplin_http_requests_total\{pages="(\w+)",status="(\dxx)"\} (.+)$', asked(app).text, re.MULTILINE)
    return {(family, status): float(count) for family, status, count in found}
