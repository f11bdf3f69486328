"""The command `rehearse`: finds or starts the server, opens or joins a session, fills it with simulated learners."""

import argparse
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

from sessions.domain.live_session import LiveSession
from sessions.services.room import Room
from sessions.surfaces.addresses import Addresses
from sessions.tokens import Identity, Tokens
from workshop.config import Settings
from workshop.plans.model import Part, Workshop

from .conductor import Conductor
from .learner import SimulatedLearner

APP = Path(__file__).parents[2] / "app.py"
MOST = 60
LONGEST_S = 3 * 3600
PACE_S, QUICK_PACE_S = 9.0, 4.0
QUICKEST_S, SLOWEST_S = 0.1, 120.0


def rehearse(
    settings: Settings, quiet_room: Callable[[Settings], tuple[Room, Tokens, Addresses]], library: Mapping[str, Workshop], wish: argparse.Namespace
) -> int:
    """Return the command's exit status."""
    if not 1 <= wish.learners <= MOST:
        print(f"--learners va de 1 à {MOST}.", file=sys.stderr)
        return 2
    if wish.pace is not None and not QUICKEST_S <= wish.pace <= SLOWEST_S:
        print(f"--pace va de {QUICKEST_S} à {SLOWEST_S:.0f} secondes.", file=sys.stderr)
        return 2
    if wish.workshop not in library:
        print(f"L’atelier « {wish.workshop} » n’existe pas. Ateliers : {', '.join(library)}", file=sys.stderr)
        return 2
    room, tokens, addresses = quiet_room(settings)
    with running_server(addresses.local):
        code = wish.code or room.starting.start(library[wish.workshop], is_rehearsal=True)
        with room.store.read() as reads:
            live = reads.lives.by_code(code)
            if live is None or not reads.lives.head(live.id).is_rehearsal:
                print("Cette séance n’existe pas, ou n’est pas une répétition : aucun jeune simulé n’y entre.", file=sys.stderr)
                return 2
        _say(addresses, tokens, code, live.id)
        _fill(room, tokens, addresses.local, live, wish)
    return 0


def _fill(room: Room, tokens: Tokens, base: str, live: LiveSession, wish: argparse.Namespace) -> None:
    def look() -> LiveSession:
        with room.store.read() as reads:
            return reads.lives.by_id(live.id)

    def part_of(run: str, place: int) -> Part | None:
        seen = look()
        try:
            return seen.plan.step(seen.run(run).step_id).parts[place]
        except (KeyError, IndexError):
            return None

    pace_s = wish.pace or (QUICK_PACE_S if wish.play else PACE_S)
    learners = [SimulatedLearner(base, live.code, Random(), part_of, pace_s) for _ in range(wish.learners)]
    try:
        for learner in learners:
            learner.start()
            time.sleep(0.15)
        if wish.play:
            progress = lambda: (room.showing.progress(live.id)[2].answered, room.showing.progress(live.id)[2].expected)  # noqa: E731
            Conductor(base, live.code, tokens.make(Identity("desk", live.id)), look, progress).play()
            return
        until = time.monotonic() + LONGEST_S
        while time.monotonic() < until and not all(learner.has_ended.is_set() for learner in learners):
            time.sleep(1)
    except KeyboardInterrupt:
        print("Répétition arrêtée.")
    finally:
        for learner in learners:
            learner.leave()


def _say(addresses: Addresses, tokens: Tokens, code: str, live_id: int) -> None:
    desk, screen = tokens.make(Identity("desk", live_id)), tokens.make(Identity("screen", live_id))
    print(f"Répétition {code}")
    print(f"  Pupitre : {addresses.local}/animer/{code}?jeton={desk}")
    print(f"  Écran :   {addresses.local}/ecran/{code}?jeton={screen}")
    print(f"  Votre téléphone peut entrer aussi : {addresses.join(code)}", flush=True)


@contextmanager
def running_server(base: str) -> Iterator[None]:
    """Use the server that answers there, or start one for the time of the rehearsal."""
    if _answers(base):
        yield
        return
    server = subprocess.Popen([sys.executable, str(APP), "serve"], stdout=subprocess.DEVNULL)
    try:
        for _ in range(150):
            if _answers(base):
                break
            time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait(10)


def _answers(base: str) -> bool:
    try:
        with urllib.request.urlopen(f"{base}/health", timeout=2) as reply:
            return reply.status == 200
    except (urllib.error.URLError, OSError):
        return False
