"""The command line as scripts use it: a session opened before the server starts, and a rehearsal that fills its room."""

import json
import signal
import subprocess
import sys

from playwright.sync_api import expect

from tests.e2e.conftest import SCREEN
from tests.e2e.server import ROOT, Server


def test_a_session_opened_before_the_server_starts_is_filled_by_a_rehearsal(tmp_path, open_page):
    server = Server(tmp_path)
    live = json.loads(server.command("live", "marche-cache", "--rehearsal", "--json"))
    assert set(live) == {"code", "phone_url", "screen_url", "desk_url", "desk_token", "screen_token"}
    server.start()
    command = [sys.executable, "app.py", "rehearse", "--code", live["code"], "--learners", "5", "--pace", "0.3"]
    company = subprocess.Popen(command, cwd=ROOT, env=server.environ, stdout=subprocess.DEVNULL)
    try:
        screen, desk = open_page(**SCREEN), open_page(**SCREEN)
        screen.goto(live["screen_url"])
        desk.goto(live["desk_url"])
        expect(screen.get_by_text("personnes sont là")).to_contain_text("5", timeout=20_000)
        expect(screen.get_by_text("Répétition")).to_be_visible()
        for number in ("2", "3"):
            desk.keyboard.press("Space")
            expect(desk.locator(".page")).to_have_attribute("data-version", number)
        expect(screen.locator("[data-answered]")).to_have_text("5", timeout=25_000)
    finally:
        company.send_signal(signal.SIGINT)
        company.wait(20)
        server.stop()


def test_simulated_learners_stay_out_of_a_real_session(server):
    live = server.live()
    command = [sys.executable, "app.py", "rehearse", "--code", live["code"]]
    done = subprocess.run(command, cwd=ROOT, env=server.environ, capture_output=True, text=True, timeout=60)

    assert done.returncode == 2
    assert "n’est pas une répétition" in done.stderr
