"""`python app.py`, or `python app.py serve`: starts the server and says where it is."""

import argparse
from typing import Any

import segno

from launcher.listening import listener
from launcher.loops import serve_on
from launcher.stopping import LAST_S, StopSignal
from launcher.tidying import tidy_for_ever
from launcher.warming import compile_templates, rest_the_collector
from launcher.wiring import Wiring
from sessions.surfaces.addresses import Addresses
from workshop.config import Settings
from workshop.people.setting_up import setup_token


def add(commands: Any) -> argparse.ArgumentParser:
    return commands.add_parser("serve", help="démarrer le serveur (par défaut)")


def run(wiring: Wiring, settings: Settings, _arguments: argparse.Namespace) -> int:
    app = wiring.create_app(settings, settings.async_mode)
    ear = listener(settings)
    _say_where(settings, setup_token(settings, app.extensions["tremplin"].database))
    compile_templates(app)
    rest_the_collector()
    sockets = app.extensions["socketio"]
    sockets.start_background_task(tidy_for_ever, app.extensions["tremplin.room"].room.printing.tidy, sockets.sleep)
    end = StopSignal()
    served = serve_on(ear, app, settings.async_mode, end.ring)
    was_asked = end.wait()
    print("Arrêt.", flush=True)
    served.close()
    app.extensions["tremplin.leaving"].finish()
    served.finish(LAST_S)
    return 0 if was_asked else 1


def _say_where(settings: Settings, token: str | None) -> None:
    addresses = Addresses(settings)
    print(f"\nTremplin est prêt.\n  Sur cette machine :     {addresses.local}\n  Sur le réseau local :   {addresses.base}\n")
    if token:
        print(f"Première installation, lien à usage unique :\n  {addresses.local}/installation?jeton={token}\n")
    segno.make(addresses.base, error="m", micro=False).terminal(compact=True)
    print("\nArrêter : Ctrl+C", flush=True)
