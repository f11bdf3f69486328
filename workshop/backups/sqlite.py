"""SQLite: its online backup reads page by page beside the writers, and begins again where they change something."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from . import left_out, naming
from .problems import BackupFailed

RUNNING = "Un serveur Tremplin utilise cette base. Arrêtez-le, puis recommencez."


def back_up(database: Path, path: Path) -> None:
    """Write a copy of the database as it is at the end of the copying; raises BackupFailed."""
    made = path.with_name(f".{path.name}.partiel")
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as source, closing(sqlite3.connect(made)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _leave_out(copy)
        revision_of(made)
        naming.put_in_place(made, path)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(f"La sauvegarde n’a pas pu être écrite ({error}). La base n’a pas changé.") from error
    finally:
        made.unlink(missing_ok=True)


def revision_of(path: Path) -> str:
    """Return the version of the tables in a backup; raises BackupFailed where it is damaged or is none of ours."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as backup:
            found = backup.execute("PRAGMA integrity_check").fetchall()
            if found != [("ok",)]:
                raise BackupFailed(f"Le fichier {path} est abîmé. Choisissez une autre sauvegarde.")
            return backup.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    except (sqlite3.Error, TypeError) as error:
        raise BackupFailed(f"Le fichier {path} n’est pas une sauvegarde de Tremplin, ou il est abîmé.") from error


def restore(path: Path, database: Path, aside: Path) -> None:
    """Put a backup in the database's place and the database in `aside`; raises BackupFailed, and then nothing has changed."""
    made = database.with_name(f".{database.name}.partiel")
    try:
        if database.exists():
            _alone_with(database)
            shutil.copyfile(database, made)
            # a damaged database is kept as it is
            with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(made)) as copy:
                _leave_out(copy)
            naming.put_in_place(made, aside)
        shutil.copyfile(path, made)
        naming.put_in_place(made, database)
    except OSError as error:
        raise BackupFailed(f"La base n’a pas pu être remplacée ({error}). Elle n’a pas changé.") from error
    finally:
        made.unlink(missing_ok=True)


def _leave_out(copy: sqlite3.Connection) -> None:
    copy.execute("PRAGMA secure_delete=ON")
    there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in there.intersection(left_out.TABLES):
        copy.execute(f"DELETE FROM {table}")
    copy.commit()


def _alone_with(database: Path) -> None:
    """Leave the write-ahead log, which SQLite allows to nobody who is not alone: what it held is then in the file itself."""
    try:
        with closing(sqlite3.connect(database, timeout=0)) as present:
            if present.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
                raise BackupFailed(RUNNING)
    except sqlite3.OperationalError as error:
        raise BackupFailed(RUNNING) from error
    except sqlite3.DatabaseError:
        # the present database is damaged: that is why a backup is restored, and it is kept aside as it is
        return
