"""`python app.py password`: gives a counsellor who forgot hers a new password, printed once."""

import argparse
import secrets
import sys
from typing import Any

from launcher.wiring import Wiring
from workshop.config import Settings
from workshop.people.passwords import hash_password
from workshop.people.team import set_password


def add(commands: Any) -> argparse.ArgumentParser:
    parser = commands.add_parser("password", help="donner un nouveau mot de passe à un conseiller")
    parser.add_argument("email", metavar="ADRESSE", help="l’adresse e-mail de son compte")
    return parser


def run(wiring: Wiring, settings: Settings, arguments: argparse.Namespace) -> int:
    fresh = secrets.token_urlsafe(9)
    with wiring.database(settings).begin() as session:
        if not set_password(session, arguments.email, hash_password(fresh)):
            print(f"Aucun compte n’a l’adresse {arguments.email}.", file=sys.stderr)
            return 2
    print(f"Nouveau mot de passe : {fresh}\nÀ changer dans Réglages après la connexion.")
    return 0
