"""`python app.py backup`: copies the database while the server runs."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from launcher.wiring import Wiring
from workshop.backups.copying import back_up
from workshop.backups.naming import forget_old
from workshop.backups.problems import BackupFailed
from workshop.config import Settings


def add(commands: Any) -> argparse.ArgumentParser:
    parser = commands.add_parser("backup", help="sauvegarder la base, même pendant une séance")
    parser.add_argument("file", metavar="FICHIER", nargs="?", type=Path, help="par défaut : sauvegardes/tremplin-DATE-HEURE dans le dossier des données")
    parser.add_argument("--keep", metavar="N", type=_number, default=0, help="ne garder que les N dernières sauvegardes de ce dossier")
    return parser


def run(_wiring: Wiring, settings: Settings, arguments: argparse.Namespace) -> int:
    try:
        path = back_up(settings.database_url, settings.data_dir, datetime.now(), arguments.file)
    except BackupFailed as error:
        print(error, file=sys.stderr)
        return 2
    print(f"Sauvegarde écrite : {path} ({path.stat().st_size / 1e6:.1f} Mo).")
    for old in forget_old(path.parent, arguments.keep):
        print(f"Ancienne sauvegarde effacée : {old.name}")
    return 0


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError("il faut un nombre de 1 à 10 000")
    return int(text)
