"""`python app.py migrate`: brings the database to the current version."""

import argparse
from typing import Any

from launcher.wiring import Wiring
from workshop.config import Settings
from workshop.db import make_engine
from workshop.migrating import upgrade


def add(commands: Any) -> argparse.ArgumentParser:
    return commands.add_parser("migrate", help="mettre la base à jour (PostgreSQL ; SQLite le fait seul au démarrage)")


def run(_wiring: Wiring, settings: Settings, _arguments: argparse.Namespace) -> int:
    upgrade(make_engine(settings.database_url))
    print("La base est à jour.")
    return 0
