"""Builds the C programs and fetches the reference's dependencies into a folder outside the tree."""

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
PROGRAMS = {"loadgen": ("-lz", "-lm"), "floor_server": ("-lcrypto",)}
NODE_PACKAGES = ("socket.io@4", "better-sqlite3@12")


class Missing(RuntimeError):
    """A tool is not there, or did not do its work; the message says which."""


def build(folder: Path) -> None:
    """Compile what is not yet there; needs a C compiler with zlib and OpenSSL. A changed source is compiled anew."""
    for name, libraries in PROGRAMS.items():
        source, built = HERE / f"{name}.c", folder / name
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            _run(["cc", "-O2", "-w", "-o", str(built), str(source), *libraries], folder)


def fetch_reference(folder: Path) -> Path:
    """Return the folder in which the reference runs; better-sqlite3 is compiled by npm where no ready binary is to be had (a minute or two)."""
    place = folder / "node"
    place.mkdir(exist_ok=True)
    shutil.copy(HERE / "node_server.js", place)
    if not (place / "node_modules" / ".package-lock.json").exists():
        (place / "package.json").write_text('{"private": true}', encoding="utf-8")
        _run(["npm", "install", "--no-audit", "--no-fund", *NODE_PACKAGES], place)
    _run(["node", "-e", "new (require('better-sqlite3'))(':memory:')"], place)
    return place


def version_of(*command: str) -> str:
    """Return the first line that a tool says of itself."""
    return _run(list(command), Path.cwd()).splitlines()[0]


def _run(command: list[str], place: Path) -> str:
    try:
        return subprocess.run(command, cwd=place, check=True, capture_output=True, text=True).stdout
    except FileNotFoundError as error:
        raise Missing(f"{command[0]} is not installed") from error
    except subprocess.CalledProcessError as error:
        raise Missing(f"{' '.join(command)}:\n{error.stderr[-2000:]}") from error
