"""`python app.py rehearse`: fills a rehearsal with simulated learners, starting session and server where they are missing."""

import argparse
from typing import Any

from launcher.wiring import Wiring
from workshop.config import Settings


def add(commands: Any) -> argparse.ArgumentParser:
    parser = commands.add_parser("rehearse", help="remplir une salle de jeunes simulés, pour essayer seul")
    parser.add_argument("workshop", metavar="ATELIER", nargs="?", default="marche-cache", help="par défaut : marche-cache")
    parser.add_argument("--code", help="rejoindre cette séance au lieu d’en ouvrir une")
    parser.add_argument("--learners", type=int, default=15, help="nombre de jeunes simulés (1 à 60 ; 15 par défaut)")
    parser.add_argument("--pace", type=float, help="secondes, au plus, pour répondre (0.1 à 120 ; 9 par défaut, 4 avec --play)")
    parser.add_argument("--play", action="store_true", help="jouer tout l’atelier sans conseiller, de l’accueil au bilan")
    return parser


def run(wiring: Wiring, settings: Settings, arguments: argparse.Namespace) -> int:
    # its clients are loaded for this command alone
    from sessions.rehearsal.company import rehearse

    return rehearse(settings, wiring.quiet_room, wiring.library(), arguments)
