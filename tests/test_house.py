"""The house stands as ARCHITECTURE.md draws it; the second half shows that the checker sees what it should."""

import pytest

from tests import house_rules as house

PRODUCT = house.product()


def found(rule, path, text):
    """Return what the rule says of a made-up file, without the place."""
    return [told.split(": ", 1)[1] for told in rule(house.Source(path, text))]


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_the_product_keeps_the_rule(rule):
    assert [told for source in PRODUCT for told in rule(source)] == []


def test_the_whole_product_is_looked_at_and_nothing_of_others():
    paths = {source.path for source in PRODUCT}

    assert {"app.py", "workshop/exercises/contract.py", "sessions/realtime/publisher.py", "templates/phone/parts.html", "static/css/phone.css"} <= paths
    assert not any(path.startswith(("static/vendor/", "tests/")) for path in paths)


def test_every_word_with_another_meaning_still_stands_where_it_is_allowed():
    named = {(source.path, name) for source in PRODUCT if source.is_python for _, name in house._named_in_python(source)}

    assert sorted(set(house.OTHER_MEANINGS) - named) == []


@pytest.mark.parametrize(("path", "text"), [
    ("workshop/people/team.py", "import sessions"),
    ("workshop/people/team.py", "def late():\n    from sessions.domain import codes"),
    ("workshop/web/library.py", "from app import create_app"),
    ("sessions/domain/codes.py", "from ..services import room"),
    ("sessions/domain/codes.py", "from workshop.people import tables"),
    ("sessions/services/room.py", "from sessions.store import tables"),
    ("sessions/services/room.py", "import flask"),
    ("sessions/services/room.py", "from sqlalchemy import select"),
    ("sessions/realtime/desk.py", "from sessions.web import desk"),
    ("sessions/realtime/desk.py", "from sessions.store.lives import SqlLives"),
    ("sessions/web/desk.py", "from sessions import realtime"),
    ("sessions/web/desk.py", "import sessions.store.tables"),
    ("sessions/web/__init__.py", "from ..realtime import rooms"),
    ("sessions/rehearsal/learner.py", "from sessions.realtime.publisher import Publisher"),
    ("sessions/reports/stories.py", "from sessions.web import reports"),
    ("sessions/store/lives.py", "from sessions.surfaces import rendering"),
])
def test_an_import_across_the_walls_is_seen(path, text):
    assert len(found(house.imports_only_its_neighbours, path, text)) == 1


@pytest.mark.parametrize(("path", "text"), [
    ("sessions/rehearsal/learner.py", "from sessions.realtime.rooms import NAMESPACE"),
    ("sessions/services/room.py", "from pydantic import BaseModel\nfrom sessions.domain import codes\nimport workshop.plans.model"),
    ("sessions/web/desk.py", "import flask\nfrom . import phone\nfrom sessions.reports import building"),
    ("app.py", "from sessions.store import tables"),
])
def test_an_import_of_a_neighbour_is_let_through(path, text):
    assert found(house.imports_only_its_neighbours, path, text) == []


@pytest.mark.parametrize("text", [
    "import time", "from time import monotonic", "import uuid", "from uuid import uuid4", "import secrets", "import socket", "import subprocess", "import threading",
    "import os", "from os import environ", "import urllib.request", "from urllib import request", "import random", "from random import choice", "import yaml",
    "import jinja2", "import flask", "from sqlalchemy import select", "from workshop.people import tables", "from workshop import db",
    "from datetime import datetime\nx = datetime.now()", "import datetime\nx = datetime.datetime.now(datetime.UTC)", "from datetime import date\nx = date.today()",
    "from random import Random\nx = Random()",
])  # fmt: skip
@pytest.mark.parametrize("path", ["workshop/figures/model.py", "workshop/exercises/choice/model.py", "workshop/typography.py", "sessions/domain/codes.py"])
def test_a_pure_package_that_is_not_pure_is_seen(path, text):
    assert len(found(house.is_pure_where_it_must_be, path, text)) == 1


@pytest.mark.parametrize(("path", "text"), [
    ("workshop/figures/model.py", "from random import Random\nimport re, math\nfrom pydantic import Field\nfrom urllib.parse import urlsplit"),
    ("workshop/exercises/registry.py", "import yaml\nfrom .contract import ExerciseType"),
    ("workshop/plans/model.py", "from datetime import date, datetime\nfrom workshop.exercises.contract import Answer"),
    ("workshop/people/team.py", "import time, secrets"),
])
def test_what_is_pure_or_need_not_be_is_let_through(path, text):
    assert found(house.is_pure_where_it_must_be, path, text) == []


@pytest.mark.parametrize(("path", "text"), [
    ("workshop/exercises/poll/model.py", "from workshop.exercises.choice.model import LETTERS"),
    ("workshop/exercises/poll/model.py", "from ..choice import model"),
    ("workshop/exercises/poll/__init__.py", "from .. import choice"),
    ("workshop/exercises/registry.py", "from . import choice"),
    ("sessions/services/room.py", "import workshop.exercises.choice"),
])
def test_an_import_of_an_exercise_type_is_seen(path, text):
    assert found(house.exercise_types_stand_alone, path, text) == ["imports the exercise type choice"]


def test_a_type_may_import_its_own_parts_and_the_frame():
    text = "from .model import LETTERS\nfrom workshop.exercises.contract import Answer\nfrom workshop.exercises.free_text import OneLine"

    assert found(house.exercise_types_stand_alone, "workshop/exercises/poll/summary.py", text) == []


@pytest.mark.parametrize(("path", "text", "why"), [
    ("sessions/web/desk.py", "server.emit('x', room='r')", ["only sessions/realtime/publisher.py emits"]),
    ("sessions/realtime/publisher.py", "self.server.emit('x', {})", ["emits without a room"]),
    ("sessions/realtime/publisher.py", "self.server.emit('x', {}, room=room)", []),
    ("sessions/rehearsal/learner.py", "self.client.emit('join', {})", []),
])
def test_an_emit_out_of_place_or_to_everybody_is_seen(path, text, why):
    assert found(house.only_the_publisher_emits, path, text) == why


@pytest.mark.parametrize(("path", "text", "why"), [
    ("sessions/store/group_commit.py", "import eventlet", ["imports eventlet"]),
    ("sessions/store/group_commit.py", "from gevent.lock import Semaphore", ["imports gevent.lock.Semaphore"]),
    ("sessions/store/group_commit.py", "x = import_module('eventlet.tpool')", ["names eventlet.tpool"]),
    ("sessions/store/group_commit.py", "ASYNC_MODES = ('gevent',)", ["names gevent"]),
    ("workshop/config.py", "if mode == 'gevent': pass", ["names gevent"]),
    ("workshop/config.py", "ASYNC_MODES = ('eventlet', 'gevent')", []),
    ("app.py", "import eventlet", ["imports eventlet"]),
    ("launcher/loops.py", "import eventlet", []),
])
def test_an_event_loop_named_outside_the_application_is_seen(path, text, why):
    assert found(house.only_the_application_knows_the_event_loop, path, text) == why


@pytest.mark.parametrize(("path", "text"), [
    ("sessions/web/phone.py", "if part.type == 'choice': pass"),
    ("sessions/web/phone.py", "if 'choice' != part.type: pass"),
    ("sessions/web/phone.py", "x = part.type in ('other', 'choice')"),
    ("sessions/web/phone.py", "match part.type:\n    case 'choice': pass"),
    ("sessions/web/phone.py", "match part.type:\n    case 'other' | 'choice': pass"),
    ("sessions/web/phone.py", "LABELS = {'choice': 'Question'}"),
    ("templates/phone/page.html", '{% if part.type == "choice" %}'),
    ("templates/phone/page.html", "{% elif 'choice' == part.type %}"),
    ("static/js/phone/main.js", 'if (root.dataset.type === "choice") {}'),
    ("static/js/phone/main.js", "  case 'choice':"),
])
def test_a_decision_on_a_type_s_name_is_seen(path, text):
    assert found(house.no_type_is_named_outside_its_folder, path, text) == ["decides on the exercise type “choice”"]


@pytest.mark.parametrize(("path", "text"), [
    ("workshop/exercises/choice/model.py", "x = kind == 'choice'"),
    ("sessions/web/phone.py", "x = {**others, 'unknown-type': 1}\nx = name == 'unknown-type'\nprint('choice')"),
    ("sessions/reports/sheet.py", "x = {'text': {}}"),
])
def test_a_word_that_decides_nothing_is_let_through(path, text):
    assert found(house.no_type_is_named_outside_its_folder, path, text) == []


@pytest.mark.parametrize("head", ['"""The desk."""', "/* The desk. */", "{# The desk. #}"])
def test_a_long_file_without_a_reason_is_seen(head):
    assert len(found(house.a_long_file_says_why, "static/css/desk.css", head + "\n" * 201)) == 1


@pytest.mark.parametrize("text", ['"""The desk.\n\nLonger than most because …"""' + "\n" * 300, '"""The desk. Above 100 lines because …"""' + "\n" * 300, "\n" * 200])
def test_a_long_file_with_its_reason_and_a_short_one_are_let_through(text):
    assert found(house.a_long_file_says_why, "sessions/web/desk.py", text) == []


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME"])
def test_what_is_left_to_do_is_seen(word):
    assert found(house.nothing_is_left_to_do, "static/js/phone/main.js", f"let a;\n// {word}: later") == ["left to do"]
    assert found(house.nothing_is_left_to_do, "static/js/phone/main.js", f"let {word.lower()}s;") == []
