"""A PostgreSQL of the tests' own: a new cluster in a temporary folder, on a free port of 127.0.0.1, ended by its own process."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from tests.tools import find_tool

START_S = 30


class Postgres:
    """`url` is that of the administration database."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tremplin-pg-"))
        self.process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self.url = make_url(f"postgresql+psycopg://tremplin@127.0.0.1:{self.port}/postgres")

    def start(self) -> None:
        data = self.folder / "data"
        self._as_nobody_special(self.folder)
        initdb = find_tool("initdb")
        options = ["-D", str(data), "-U", "tremplin", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        made = subprocess.run([*self._prefix, str(initdb), *options], capture_output=True, text=True, cwd=self.folder)
        assert made.returncode == 0, f"initdb failed:\n{made.stdout}{made.stderr}"
        server = find_tool("postgres")
        # the data is thrown away: durability is tried elsewhere, speed counts here
        settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", f"unix_socket_directories={self.folder}"]
        command = [*self._prefix, str(server), "-D", str(data), "-h", "127.0.0.1", "-p", str(self.port)]
        for setting in settings:
            command += ["-c", setting]
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        self._wait()

    def stop(self) -> None:
        if self.process:
            # "fast": without waiting for connections that a failed test left open
            self.process.send_signal(signal.SIGINT)
            self.process.wait(START_S)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _prefix(self) -> list[str]:
        """PostgreSQL refuses to run as root: then it runs as its own user, which Debian's package brings. Killed tests take it with them."""
        as_user = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        return ["setpriv", "--pdeathsig=INT", *as_user]

    def _as_nobody_special(self, folder: Path) -> None:
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)

    def _wait(self) -> None:
        engine = create_engine(self.url)
        until = time.monotonic() + START_S
        while True:
            try:
                with engine.connect():
                    break
            except OperationalError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise AssertionError(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text()}") from None
                time.sleep(0.1)
        engine.dispose()


class TestDatabase:
    """A copy of the template database, emptied after each test; made anew where a test has touched the tables themselves, or their version."""

    __test__ = False

    def __init__(self, template: URL, name: str) -> None:
        self.admin, self.template, self.name = template.set(database="postgres"), template.database, name
        self.url = template.set(database=name).render_as_string(hide_password=False)
        # none stays open: a backup is not restored into a database that somebody uses
        self.engine = create_engine(self.url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._make()

    def empty(self) -> None:
        """Take out all that a test left, and cut the connections that it forgot."""
        with self.engine.connect() as own:
            own.exec_driver_sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
            is_whole = _shape(own) == self.shape
            if is_whole:
                own.exec_driver_sql(self.emptying)
        if not is_whole:
            self.drop()
            self._make()

    def drop(self) -> None:
        execute(self.admin, f"DROP DATABASE {self.name} WITH (FORCE)")

    def _make(self) -> None:
        execute(self.admin, f"CREATE DATABASE {self.name} TEMPLATE {self.template}")
        with self.engine.connect() as own:
            self.shape = tables, _ = _shape(own)
            counters = own.exec_driver_sql("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'").scalars().all()
        # a few rows are sooner deleted than tables are made anew, which is what TRUNCATE does; the order of the tables does not matter to a replica
        self.emptying = ";".join([
            "SET session_replication_role = replica", *(f"DELETE FROM {table}" for table in tables),
            *(f"SELECT setval('{counter}', 1, false)" for counter in counters),
        ])  # fmt: skip


def _shape(own: Connection) -> tuple[list[str], str | None]:
    """Return the names of the tables that hold something of ours, and their version."""
    tables = own.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' ORDER BY 1")
    return list(tables.scalars()), own.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def execute(url: URL, *statements: str) -> None:
    """Run statements that need no transaction around them (CREATE DATABASE …)."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
