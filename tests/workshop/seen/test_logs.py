"""What the logs say when something fails, and what they never say."""

import io
import json
import logging
import subprocess
import sys
import threading
import warnings
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from tests.application import OpenRoom
from tests.house_rules import ROOT
from workshop.seen.logs import hidden, write_logs

ALIAS, FAR, WORDS = "Zébulonne", "203.0.113.9", "ma réponse secrète"


@pytest.fixture(params=["text", "json"])
def form(request):
    return request.param


@pytest.fixture
def logged():
    """Write the logs of the test to a text of its own; puts everything back afterwards."""
    root, kept = logging.getLogger(), (threading.excepthook, sys.excepthook)
    handlers, level, stream = root.handlers[:], root.level, io.StringIO()
    # basicConfig closes what it replaces, and pytest's own must live on
    root.handlers.clear()

    def start(form):
        write_logs(form, stream)
        return stream.getvalue

    yield start
    logging.captureWarnings(False)
    root.handlers[:], (threading.excepthook, sys.excepthook) = handlers, kept
    root.setLevel(level)


def broken(app):
    """Take away a table, so that the database's own error quotes what it was given."""
    app.testing = False
    with app.extensions["tremplin"].database.begin() as session:
        session.execute(text("ALTER TABLE participant RENAME COLUMN alias TO gone"))


def test_an_event_is_one_json_object_on_one_line_with_its_time_in_utc(logged):
    read = logged("json")

    logging.getLogger("tremplin.try").warning("two\nlines « %s »", "été", extra={"live_id": 7})

    assert read().count("\n") == 1
    event = json.loads(read())
    assert abs((datetime.now(UTC) - datetime.fromisoformat(event.pop("time"))).total_seconds()) < 60
    assert event == {"level": "WARNING", "logger": "tremplin.try", "message": "two\nlines « été »", "live_id": 7}


def test_a_page_that_fails_is_logged_without_what_the_young_person_sent_or_who_she_is(logged, small, form):
    app = small()
    room = OpenRoom.of(app)
    broken(app)
    read = logged(form)

    page = app.test_client().post(
        room.page("/rejoindre?jeton=tressecret"), data={"alias": ALIAS}, environ_overrides={"REMOTE_ADDR": FAR}, headers={"X-Forwarded-For": FAR}
    )

    assert page.status_code == 500
    told = read()
    assert "a page failed: POST /r/<code>/rejoindre" in told
    assert "OperationalError (SQLITE_ERROR)" in told
    assert "sessions/services/joining.py" in told
    assert not [secret for secret in (ALIAS, FAR, "tressecret", room.code, "INSERT") if secret in told]


def test_a_socket_event_that_fails_is_logged_with_its_session_and_without_the_person(logged, small):
    app = small()
    room = OpenRoom.of(app)
    phone = room.socket("phone")
    broken(app)
    read = logged("json")

    ack = phone.emit("join", {"code": room.code, "alias": ALIAS, "note": WORDS}, namespace="/live", callback=True)

    assert ack["reason"] == "busy"
    event = json.loads(read().splitlines()[0])
    assert (event["logger"], event["level"], event["live_id"]) == ("sessions.realtime.namespace", "ERROR", room.live_id)
    assert "OperationalError" in event["error"]
    assert not [secret for secret in (ALIAS, WORDS, room.code) if secret in read()]


def test_an_error_is_told_with_what_caused_it_and_without_the_words_of_either(logged, form):
    read = logged(form)
    answer = WORDS

    try:
        try:
            int(answer)
        except ValueError as error:
            raise RuntimeError(f"{ALIAS} from {FAR}") from error
    except RuntimeError:
        logging.getLogger("x").exception("failed")

    told = read()
    assert told.index("ValueError") < told.rindex("RuntimeError")
    assert "int(answer)" in told
    assert not [secret for secret in (ALIAS, FAR, WORDS) if secret in told]


def test_a_thread_that_stops_is_logged_the_same_way(logged, form):
    read = logged(form)

    def stop():
        raise ValueError(ALIAS)

    thread = threading.Thread(target=stop)
    thread.start()
    thread.join(20)

    assert "a thread stopped" in read() and "ValueError" in read()
    assert ALIAS not in read()


def test_a_warning_of_a_library_is_an_event_too(logged):
    read = logged("json")

    warnings.warn("soon gone", stacklevel=1)

    assert json.loads(read())["logger"] == "py.warnings"


def test_the_libraries_of_the_sockets_write_each_event_once(small, logged):
    read = logged("json")
    small()

    logging.getLogger("engineio.server").error("bad")
    logging.getLogger("socketio.server").error("bad")

    assert [json.loads(line)["message"] for line in read().splitlines()] == ["bad", "bad"]
    assert not logging.getLogger("engineio.server").handlers


@pytest.mark.parametrize(("said", "told"), [
    ("GET /installation?jeton=abc&x=1 failed", "GET /installation?… failed"),
    ("from 192.168.1.20:4711", "from (adresse):4711"),
    ("from 2001:db8::42 and ::1", "from (adresse) and (adresse)"),
    ("from fe80:0:0:0:1:2:3:4", "from (adresse)"),
    ("bad WyJkZXNrIiwxLG51bGxd.aZ3xkQ.NM3rZ4tLbT0cVbq5ZVbY0b3l9wA", "bad (jeton)"),
    ("at 12:30:05 in sessions.realtime.namespace: really? yes", "at 12:30:05 in sessions.realtime.namespace: really? yes"),
])
def test_addresses_query_strings_and_tokens_are_taken_out_of_what_libraries_say(said, told):
    assert hidden(said) == told


def test_the_server_writes_json_on_stderr_when_asked_to():
    program = "import logging; from workshop.seen.logs import write_logs; write_logs('json'); logging.error('x'); raise ValueError('no 203.0.113.9')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)

    first, last = (json.loads(line) for line in done.stderr.splitlines())
    assert (first["message"], last["message"], last["error"]) == ("x", "the server stopped: no (adresse)", "ValueError")
    assert (FAR in done.stderr, done.stdout, done.returncode) == (False, "", 1)
