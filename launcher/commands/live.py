"""`python app.py live`: opens a live session and prints where it is; the server may be running or start later."""

import argparse
import json
import sys
from typing import Any

from launcher.wiring import Wiring
from sessions.services.room import Room
from sessions.surfaces.addresses import Addresses
from sessions.tokens import Identity, Tokens
from workshop.config import Settings
from workshop.plans.model import Workshop


def add(commands: Any) -> argparse.ArgumentParser:
    parser = commands.add_parser("live", help="ouvrir une séance et afficher ses adresses")
    parser.add_argument("workshop", metavar="ATELIER", help="identifiant de l’atelier, par exemple marche-cache")
    parser.add_argument("--json", action="store_true", help="une ligne de JSON : code, phone_url, screen_url, desk_url, desk_token, screen_token")
    parser.add_argument("--rehearsal", action="store_true", help="une répétition : elle ne compte pas")
    return parser


def run(wiring: Wiring, settings: Settings, arguments: argparse.Namespace) -> int:
    library = wiring.library()
    workshop = library.get(arguments.workshop)
    if workshop is None:
        print(f"L’atelier « {arguments.workshop} » n’existe pas. Ateliers : {', '.join(library)}", file=sys.stderr)
        return 2
    told = opened(wiring.quiet_room(settings), workshop, is_rehearsal=arguments.rehearsal)
    print(json.dumps(told) if arguments.json else "\n".join(f"{name}: {value}" for name, value in told.items()), flush=True)
    return 0


def opened(beside: tuple[Room, Tokens, Addresses], workshop: Workshop, *, is_rehearsal: bool) -> dict[str, str]:
    """Open a live session and return its code, its addresses and the tokens of desk and screen."""
    room, tokens, addresses = beside
    code = room.starting.start(workshop, is_rehearsal=is_rehearsal)
    live_id = room.joining.find(code).id
    desk_token, screen_token = tokens.make(Identity("desk", live_id)), tokens.make(Identity("screen", live_id))
    return {
        "code": code, "phone_url": addresses.join(code), "screen_url": f"{addresses.screen(code)}?jeton={screen_token}",
        "desk_url": f"{addresses.desk(code)}?jeton={desk_token}", "desk_token": desk_token, "screen_token": screen_token,
    }  # fmt: skip
