"""Where the programs are that the tests need: in .tools/bin, where scripts/install-test-tools puts them without root, or on the machine.

Only the standard library: scripts/install-test-tools asks here too, before anything is installed.
"""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".tools"
CACHE = ROOT / "test-artifacts" / "cache"
"""One cache for the servers of all tests: each would compile every template again."""
FOLDERS = {
    "chromium": ("/usr/bin",),
    "initdb": ("/usr/lib/postgresql/*/bin",),
    "postgres": ("/usr/lib/postgresql/*/bin",),
    "redis-server": ("/usr/bin",),
    "nginx": ("/usr/sbin",),
}
"""Every program that tests start, and where Debian keeps it; PostgreSQL's are not on the PATH there."""


def find_tool(name: str) -> Path:
    """Return the program's path; raises AssertionError with the cure where it is missing: nothing is skipped."""
    found = own(name) or installed(name)
    assert found, f"{name} is missing: run scripts/install-test-tools"
    return found


def own(name: str) -> Path | None:
    """Return the program of .tools, or None."""
    path = TOOLS / "bin" / name
    return path if os.access(path, os.X_OK) else None


def installed(name: str) -> Path | None:
    """Return the machine's program, of the latest version where there are several, or None."""
    found = [path for folder in FOLDERS[name] for path in Path("/").glob(f"{folder}/{name}".lstrip("/")) if os.access(path, os.X_OK)]
    if found:
        return max(found, key=_version)
    on_path = shutil.which(name)
    return Path(on_path) if on_path else None


def _version(path: Path) -> int:
    return max((int(part) for part in path.parts if part.isdecimal()), default=0)
