"""`python app.py restore`: puts a backup in the database's place."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from launcher.wiring import Wiring
from workshop.backups.copying import restore
from workshop.backups.problems import BackupFailed
from workshop.config import Settings


def add(commands: Any) -> argparse.ArgumentParser:
    parser = commands.add_parser("restore", help="remettre une sauvegarde à la place de la base (serveur arrêté)")
    parser.add_argument("file", metavar="FICHIER", type=Path, help="une sauvegarde écrite par « backup »")
    return parser


def run(_wiring: Wiring, settings: Settings, arguments: argparse.Namespace) -> int:
    try:
        aside = restore(settings.database_url, settings.data_dir, datetime.now(), arguments.file)
    except BackupFailed as error:
        print(error, file=sys.stderr)
        return 2
    kept = f" La base d’avant est gardée : {aside}" if aside.exists() else ""
    print(f"La sauvegarde est en place et à jour.{kept}")
    return 0
