"""Back up and restore, whichever database it is."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import make_url

from workshop.db import make_engine
from workshop.migrating import knows, upgrade

from . import naming, postgresql, sqlite
from .problems import BackupFailed

ASIDE = "avant-restauration"


def back_up(database_url: str, data_dir: Path, now: datetime, path: Path | None = None) -> Path:
    """Write a backup while the server runs and return where; raises BackupFailed."""
    url = make_url(database_url)
    path = path or naming.new_path(data_dir, url.get_backend_name(), now)
    if path.exists():
        raise BackupFailed(f"Le fichier {path} existe déjà. Choisissez un autre nom.")
    if not path.parent.is_dir():
        raise BackupFailed(f"Le dossier {path.parent} n’existe pas.")
    if url.get_backend_name() == "sqlite":
        database = Path(url.database)
        if not database.is_file():
            raise BackupFailed("Il n’y a pas encore de base : rien à sauvegarder.")
        sqlite.back_up(database.resolve(), path.resolve())
    else:
        postgresql.back_up(url, path.resolve())
    return path


def restore(database_url: str, data_dir: Path, now: datetime, path: Path) -> Path:
    """Put a backup in the database's place, bring it to the current version, and return where the database before it is kept.

    Raises BackupFailed, and then the database has not changed: a server is running, the file is damaged, foreign, or of a later version.
    """
    url = make_url(database_url)
    if not path.is_file():
        raise BackupFailed(f"Le fichier {path} n’existe pas.")
    kind = sqlite if url.get_backend_name() == "sqlite" else postgresql
    _refuse_later(kind.revision_of(path))
    aside = naming.new_path(data_dir, url.get_backend_name(), now, ASIDE)
    if kind is sqlite:
        sqlite.restore(path, Path(url.database), aside)
    else:
        postgresql.restore(path, url, aside)
    engine = make_engine(database_url)
    upgrade(engine)
    engine.dispose()
    return aside


def _refuse_later(revision: str) -> None:
    if not knows(revision):
        raise BackupFailed("Cette sauvegarde vient d’une version plus récente de Tremplin. Mettez d’abord Tremplin à jour.")
