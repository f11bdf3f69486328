"""The two commands as they are typed, on a server's own data folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def typed(tmp_path):
    """Return a function that runs `python app.py …` on a data folder of its own."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("TREMPLIN_")} | {"TREMPLIN_DATA_DIR": str(tmp_path / "data")}

    def run(*arguments):
        return subprocess.run([sys.executable, "app.py", *arguments], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60)

    return run


def test_a_session_opened_before_the_backup_is_there_after_the_restoring(typed, tmp_path):
    first = typed("live", "marche-cache").stdout.split()[1]
    told = typed("backup")
    backup = next((tmp_path / "data" / "sauvegardes").glob("tremplin-*.sqlite3"))
    second = typed("live", "marche-cache").stdout.split()[1]
    restored = typed("restore", str(backup))

    assert "Sauvegarde écrite" in told.stdout
    assert "est en place et à jour" in restored.stdout
    content = (tmp_path / "data" / "tremplin.sqlite3").read_bytes()
    assert first.encode() in content
    assert second.encode() not in content


def test_old_backups_go_and_other_files_stay(typed, tmp_path):
    typed("live", "marche-cache")
    folder = tmp_path / "data" / "sauvegardes"
    folder.mkdir(mode=0o700)
    (folder / "notes.txt").write_text("à garder")
    for day in ("01", "02", "03"):
        (folder / f"tremplin-2026-01-{day}-020000.sqlite3").write_text("old")
    told = typed("backup", "--keep", "2")

    assert "Ancienne sauvegarde effacée" in told.stdout
    assert len(list(folder.glob("tremplin-*"))) == 2
    assert (folder / "notes.txt").read_text() == "à garder"


@pytest.mark.parametrize(("arguments", "why"), [
    (["restore", "absent.sqlite3"], "n’existe pas"),
    (["backup", "--keep", "0"], "nombre de 1"),
    (["backup"], "rien à sauvegarder"),
])
def test_what_cannot_be_done_is_told_in_french_with_a_failing_status(typed, arguments, why):
    done = typed(*arguments)

    assert done.returncode != 0
    assert why in done.stderr
    assert "Traceback" not in done.stderr
