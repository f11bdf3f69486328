"""Where backups are kept, what they are called, and which are old."""

import os
import re
from datetime import datetime
from pathlib import Path

FOLDER = "sauvegardes"
ENDINGS = {"sqlite": ".sqlite3", "postgresql": ".dump"}
OURS = re.compile(r"tremplin-\d{4}-\d\d-\d\d-\d{6}(-\d+)?\.(sqlite3|dump)")


def new_path(data_dir: Path, dialect: str, now: datetime, stem: str = "tremplin") -> Path:
    """Return a path that is still free, such as data/sauvegardes/tremplin-2026-03-02-093000.sqlite3; makes the folder, for its owner alone."""
    folder = data_dir / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    wished = folder / f"{stem}-{now:%Y-%m-%d-%H%M%S}{ENDINGS[dialect]}"
    path, number = wished, 2
    while path.exists():
        path, number = wished.with_name(f"{wished.stem}-{number}{wished.suffix}"), number + 1
    return path


def forget_old(folder: Path, keep: int) -> list[Path]:
    """Delete all but the latest `keep` backups of a folder and return what went; files with other names are nobody's business here."""
    found = sorted((path for path in folder.iterdir() if OURS.fullmatch(path.name)), key=lambda path: (path.stat().st_mtime_ns, path.name))
    old = found[:-keep] if keep else []
    for path in old:
        path.unlink()
    return old


def put_in_place(made: Path, path: Path) -> None:
    """Give a finished file its name, on the disk for good: whoever finds that name finds a whole backup."""
    made.chmod(0o600)
    _sync(made)
    os.replace(made, path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
