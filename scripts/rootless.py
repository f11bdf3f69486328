"""Debian's packages without root: apt works in folders of our own, what it fetches is unpacked under .tools, and nothing is installed.

apt still chooses and verifies: the packages asked for, with all that they need and the machine lacks. Each program then gets a small
script in .tools/bin that tells it where its libraries are.
"""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from tests.tools import TOOLS

ROOT = TOOLS / "root"
PROGRAMS = {
    "chromium": "usr/lib/chromium/chromium",
    "initdb": "usr/lib/postgresql/*/bin/initdb",
    "postgres": "usr/lib/postgresql/*/bin/postgres",
    "redis-server": "usr/bin/redis-server",
    "nginx": "usr/sbin/nginx",
}
LIBRARIES = ("usr/lib/*-linux-gnu*", "lib/*-linux-gnu*", "usr/lib/*-linux-gnu*/pulseaudio", "usr/lib/chromium")


def install(packages: list[str]) -> None:
    """Fetch, unpack, and write the scripts of .tools/bin; raises CalledProcessError or RuntimeError with what failed."""
    apt = TOOLS / "apt"
    for folder in ("state/lists/partial", "cache/archives/partial"):
        (apt / folder).mkdir(parents=True, exist_ok=True)
    command = ["apt-get", "-qq", *_options(apt)]
    subprocess.run([*command, "update"])
    subprocess.run([*command, "install", "-y", "--no-install-recommends", "--download-only", *packages], check=True)
    for archive in sorted((apt / "cache" / "archives").glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", str(archive), str(ROOT)], check=True)
    shutil.rmtree(apt)
    _write_fonts()
    for name, place in PROGRAMS.items():
        _write_script(name, place)


def _options(apt: Path) -> list[str]:
    status = os.environ.get("DPKG_STATUS", "/var/lib/dpkg/status")
    settings = {
        "Dir::State": apt / "state", "Dir::State::status": status, "Dir::Cache": apt / "cache", "Debug::NoLocking": "true",
        "APT::Sandbox::User": "", "APT::Update::Post-Invoke::": "true",
    }  # fmt: skip
    return [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]


def _write_fonts() -> None:
    """The machine may have no font at all; the packages bring one, and say how to use it."""
    fonts = ROOT / "usr" / "share"
    (TOOLS / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>/usr/share/fonts</dir><dir>{fonts}/fonts</dir><cachedir>{TOOLS}/fonts-cache</cachedir>"
        f'<include ignore_missing="yes">{fonts}/fontconfig/conf.avail</include></fontconfig>\n',
        encoding="utf-8",
    )


def _write_script(name: str, place: str) -> None:
    found = sorted(ROOT.glob(place))
    if not found:
        return  # the machine has it already
    libraries = ":".join(str(path) for pattern in LIBRARIES for path in sorted(ROOT.glob(pattern)))
    missing = _missing_libraries(found[-1], libraries)
    if missing:
        raise RuntimeError(f"{name} : bibliothèques introuvables : {', '.join(missing)}")
    script = TOOLS / "bin" / name
    script.parent.mkdir(exist_ok=True)
    settings = [f"LD_LIBRARY_PATH={libraries}", f"FONTCONFIG_FILE={TOOLS / 'fonts.conf'}"]
    script.write_text(f'#!/bin/sh\nexec env {shlex.join(settings)} {shlex.quote(str(found[-1]))} "$@"\n', encoding="utf-8")
    script.chmod(0o755)


def _missing_libraries(program: Path, libraries: str) -> list[str]:
    told = subprocess.run(["ldd", str(program)], env=os.environ | {"LD_LIBRARY_PATH": libraries}, capture_output=True, text=True)
    return [line.split()[0] for line in told.stdout.splitlines() if "not found" in line]
