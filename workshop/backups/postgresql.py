"""PostgreSQL: its own pg_dump beside the writers; restored in one transaction, so that it is there whole or not at all."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from . import left_out, naming
from .problems import BackupFailed

EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n"
"""Tables that came after the backup must go too, or the next migration would find them in its way."""
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"


def back_up(url: URL, path: Path) -> None:
    """Write the database as it was when the dump began; raises BackupFailed."""
    made = path.with_name(f".{path.name}.partiel")
    try:
        without = [f"--exclude-table-data={table}" for table in left_out.TABLES]
        _run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", *without, f"--file={made}"], url)
        naming.put_in_place(made, path)
    except OSError as error:
        raise BackupFailed(f"La sauvegarde n’a pas pu être écrite ({error}). La base n’a pas changé.") from error
    finally:
        made.unlink(missing_ok=True)


def revision_of(path: Path) -> str:
    """Return the version of the tables in a backup; raises BackupFailed where it is damaged or is none of ours."""
    try:
        told = _run("pg_restore", ["--data-only", "--table=alembic_version", "--file=-", str(path)])
    except BackupFailed as error:
        raise BackupFailed(f"Le fichier {path} n’est pas une sauvegarde de Tremplin, ou il est abîmé.") from error
    found = re.search(r"^COPY .*alembic_version .*\n(\S+)\n", told, re.MULTILINE)
    if not found:
        raise BackupFailed(f"Le fichier {path} n’est pas une sauvegarde de Tremplin.")
    return found[1]


def restore(path: Path, url: URL, aside: Path) -> None:
    """Put a backup in the database's place and a backup of the present database in `aside`; raises BackupFailed, and then nothing has changed."""
    _refuse_company(url)
    back_up(url, aside)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "tables.sql"
        # read to its end before anything is touched: a damaged file is refused here
        _run("pg_restore", ["--no-owner", "--no-privileges", f"--file={script}", str(path)])
        first = Path(folder) / "vide.sql"
        first.write_text(EMPTY, encoding="utf-8")
        _run("psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", f"--file={first}", f"--file={script}"], url)


def _refuse_company(url: URL) -> None:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            others = connection.scalar(text(OTHERS))
    finally:
        engine.dispose()
    if others:
        raise BackupFailed(f"La base est utilisée ({others} connexions) : arrêtez les serveurs Tremplin, puis recommencez.")


def _run(program: str, arguments: Sequence[str], url: URL | None = None) -> str:
    """Run one of PostgreSQL's programs and return what it prints; the password is never an argument, which every user of the machine can read."""
    try:
        done = subprocess.run([_found(program), *arguments], env=os.environ | (_access(url) if url else {}), capture_output=True, text=True, check=True)
    except subprocess.CalledProcessError as error:
        raise BackupFailed(f"{program} a échoué. La base n’a pas changé.\n{error.stderr.strip()[-1000:]}") from error
    return done.stdout


def _access(url: URL) -> dict[str, str]:
    known = {"PGHOST": url.host, "PGPORT": str(url.port or 5432), "PGUSER": url.username, "PGPASSWORD": url.password, "PGDATABASE": url.database}
    known |= {"PGHOST": url.query.get("host", url.host), "PGSSLMODE": url.query.get("sslmode")}
    return {name: str(value) for name, value in known.items() if value}


def _found(program: str) -> str:
    """Return the program's path, the latest version first: an older pg_dump refuses a newer server."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), key=lambda path: float(path.parts[4]), reverse=True)
    path = str(installed[0]) if installed else shutil.which(program)
    if not path:
        raise BackupFailed(f"Le programme {program} manque. Installez le paquet postgresql-client, de la même version que le serveur ou plus récent.")
    return path
