"""A backup holds what was acknowledged before it began, is restored whole or not at all, and never costs what was there."""

import shutil
import threading
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from tests.sessions.house import TestRoom
from workshop.backups.copying import back_up, restore
from workshop.backups.problems import BackupFailed
from workshop.db import make_engine, make_sessions

NOW = datetime(2026, 3, 2, 9, 30)
RIGHT = {"choices": ["b"]}


def answers(url: str) -> dict[int, str]:
    """Return the name of each participant's answer."""
    engine = make_engine(url)
    with engine.connect() as connection:
        found = {row[0]: row[1] for row in connection.execute(text("SELECT participant_id, client_answer_id FROM answer"))}
    engine.dispose()
    return found


@pytest.fixture
def playing(database_url):
    """Return a room with an open question and twelve people; its connections are closed by `close`."""
    engine = make_engine(database_url)
    room = TestRoom(make_sessions(engine))
    room.people = [room.join() for _ in range(12)]
    room.command("next")
    room.command("open")
    room.close = engine.dispose
    yield room
    engine.dispose()


def test_a_backup_made_while_answers_come_in_holds_all_that_came_before(playing, database_url, tmp_path):
    for person in playing.people[:6]:
        playing.answer(person, RIGHT)
    before = answers(database_url)
    writer = threading.Thread(target=lambda: [playing.answer(person, RIGHT) for person in playing.people[6:]])
    writer.start()
    backup = back_up(database_url, tmp_path, NOW)
    writer.join()
    after = answers(database_url)
    playing.close()

    aside = restore(database_url, tmp_path, NOW, backup)

    restored = answers(database_url)
    assert before.items() <= restored.items() <= after.items()
    assert len(after) == 12
    assert aside.exists()
    restore(database_url, tmp_path, NOW, aside)
    assert answers(database_url) == after


def test_a_page_that_waits_to_be_printed_is_in_no_backup(playing, database_url, tmp_path):
    ines = playing.people[0]
    playing.room.printing.hand_over(ines, playing.room.owning.open(ines).id, "cv", b"Da Silva " * 3000)
    backup = back_up(database_url, tmp_path, NOW)
    playing.close()
    aside = restore(database_url, tmp_path, NOW, backup)

    for path in (backup, aside):
        restore(database_url, tmp_path, NOW, path)
        assert playing.room.printing.waiting(playing.live_id) == []
        assert playing.room.owning.written_by(ines.id) is not None
        assert b"Da Silva" not in path.read_bytes()
        playing.close()


def test_a_backup_goes_to_the_data_folder_and_is_for_its_owner_alone(playing, database_url, tmp_path):
    first, second = back_up(database_url, tmp_path, NOW), back_up(database_url, tmp_path, NOW)

    assert first.parent == tmp_path / "sauvegardes"
    assert first.name.startswith("tremplin-2026-03-02-093000.")
    assert first != second
    assert first.stat().st_mode & 0o777 == 0o600
    assert [path for path in first.parent.iterdir() if path.name.startswith(".")] == []


def test_the_tables_of_a_later_version_go_with_the_database_that_is_replaced(playing, database_url, tmp_path):
    backup = back_up(database_url, tmp_path, NOW)
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE later (id INTEGER)"))
    engine.dispose()
    playing.close()
    restore(database_url, tmp_path, NOW, backup)

    with make_engine(database_url).connect() as connection, pytest.raises(Exception, match="later"):
        connection.execute(text("SELECT * FROM later"))


def damaged(backup: Path) -> Path:
    path = backup.with_name("abimee" + backup.suffix)
    content = bytearray(backup.read_bytes())
    content[200 : len(content) // 2] = bytes(len(content) // 2 - 200)
    path.write_bytes(content)
    return path


def foreign(backup: Path) -> Path:
    path = backup.with_name("liste.csv")
    path.write_text("nom;prénom\n" * 2000, encoding="utf-8")
    return path


def cut(backup: Path) -> Path:
    path = backup.with_name("coupee" + backup.suffix)
    path.write_bytes(backup.read_bytes()[:5000])
    return path


@pytest.mark.parametrize(("spoil", "why"), [
    (damaged, "abîmé"),
    (foreign, "pas une sauvegarde"),
    (cut, "abîmé|échoué"),
    (lambda backup: backup.with_name("absente"), "n’existe pas"),
])
def test_a_file_that_is_no_whole_backup_is_refused_and_nothing_changes(playing, database_url, tmp_path, spoil, why):
    playing.answer(playing.people[0], RIGHT)
    before, backup = answers(database_url), back_up(database_url, tmp_path, NOW)
    playing.close()

    with pytest.raises(BackupFailed, match=why):
        restore(database_url, tmp_path, NOW, spoil(backup))
    assert answers(database_url) == before


def test_a_backup_of_a_later_tremplin_is_refused(playing, database_url, tmp_path):
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    backup = back_up(database_url, tmp_path, NOW)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    playing.close()

    with pytest.raises(BackupFailed, match="plus récente"):
        restore(database_url, tmp_path, NOW, backup)


def test_nothing_is_restored_under_a_running_server(playing, database_url, tmp_path):
    backup = back_up(database_url, tmp_path, NOW)
    playing.answer(playing.people[0], RIGHT)

    with pytest.raises(BackupFailed, match="rrêtez"):
        restore(database_url, tmp_path, NOW, backup)
    assert len(answers(database_url)) == 1
    playing.answer(playing.people[1], RIGHT)
    assert len(answers(database_url)) == 2


def test_a_backup_never_writes_over_a_file(playing, database_url, tmp_path):
    taken = tmp_path / "tremplin.dump"
    taken.write_text("mine")

    with pytest.raises(BackupFailed, match="existe déjà"):
        back_up(database_url, tmp_path, NOW, taken)
    with pytest.raises(BackupFailed, match="dossier"):
        back_up(database_url, tmp_path, NOW, tmp_path / "nulle" / "part")
    assert taken.read_text() == "mine"


def test_a_damaged_database_is_replaced_too_and_kept_aside(sqlite_template, tmp_path):
    path = tmp_path / "tremplin.sqlite3"
    shutil.copyfile(sqlite_template, path)
    url = f"sqlite:///{path}"
    backup = back_up(url, tmp_path, NOW)
    path.write_bytes(b"lightning struck here" * 1000)

    aside = restore(url, tmp_path, NOW, backup)

    assert aside.read_bytes().startswith(b"lightning")
    assert answers(url) == {}


def test_a_backup_without_a_database_says_so(tmp_path):
    with pytest.raises(BackupFailed, match="pas encore de base"):
        back_up(f"sqlite:///{tmp_path}/none.sqlite3", tmp_path, NOW)


def test_the_password_is_no_argument_of_a_program():
    from workshop.backups.postgresql import _access

    access = _access(make_url("postgresql+psycopg://luc:secret@db.example:5433/tremplin"))

    assert access == {"PGHOST": "db.example", "PGPORT": "5433", "PGUSER": "luc", "PGPASSWORD": "secret", "PGDATABASE": "tremplin"}
