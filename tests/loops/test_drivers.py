"""A slow query must not stop every phone: the PostgreSQL driver cooperates with both event loops, and waiting for SQLite's file does too."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "beating.py"
ROOT = SCRIPT.parents[2]
QUERY_S, HELD_S = 1.5, 3.0
"""How long a query of PostgreSQL takes, and how long the file of SQLite is held: long beside what a busy machine takes from the loop."""


def beats(mode: str, url: str, seconds: float, wait_function: str = "wait_selector") -> tuple[float, float]:
    environ = {name: value for name, value in os.environ.items() if name != "PSYCOPG_WAIT_FUNC"}
    command = [sys.executable, "-m", "tests.loops.beating", mode, url, str(seconds), wait_function]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environ, cwd=ROOT, check=True)
    longest, whole = done.stdout.split()
    return float(longest), float(whole)


@pytest.mark.parametrize("mode", ["eventlet", "gevent"])
def test_the_loop_beats_on_while_another_process_writes_to_the_sqlite_file(mode, sqlite_template, tmp_path):
    path = tmp_path / "held.sqlite3"
    shutil.copyfile(sqlite_template, path)
    longest, whole = beats(mode, f"sqlite:///{path}", HELD_S)

    assert longest < HELD_S / 2
    assert HELD_S - 0.5 < whole < 3 * HELD_S


@pytest.mark.parametrize("mode", ["eventlet", "gevent"])
def test_the_loop_beats_on_while_five_queries_wait(mode, postgres_template):
    longest, whole = beats(mode, postgres_template.render_as_string(hide_password=False), QUERY_S)

    # one query alone takes 1.5 s: a held loop shows a gap at least as long, and five held queries take five times as long
    assert longest < QUERY_S
    assert whole < 3 * QUERY_S


def test_without_our_setting_eventlets_loop_is_held(postgres_template):
    """Shows that the test above can fail, and that the setting in app.py is still needed."""
    longest, _ = beats("eventlet", postgres_template.render_as_string(hide_password=False), QUERY_S, "wait_c")

    assert longest >= QUERY_S
